"""What every test of walks begins with: Anna invites Hanne, who comes, and promises."""

from collections.abc import Sequence
from datetime import timedelta

from tests.stage import Clock
from tests.world import World
from vloot.ground import clock as clocks
from vloot.meet.walks import acts, reads
from vloot.meet.walks.acts import Meeting, PromiseDraft
from vloot.meet.walks.models import Promise, Walk
from vloot.people.models import Person

EASY = ("Order the missing bolts", "Hang the lamp over bench two")
HARD = "Talk the planning over with the supplier"


def meeting(days: int = 2, **more: object) -> Meeting:
    """A meeting in some days, at this hour."""
    return Meeting(**{"moments": [clocks.now() + timedelta(days=days)], "spot": "The paint hall", **more})  # type: ignore[arg-type]


def invited(world: World, host: Person | None = None, leader: Person | None = None) -> Walk:
    by = world.actor(host or world.anna)
    return acts.invite(by=by, leader=(leader or world.hanne).id, to=meeting())


def agreed(world: World, host: Person | None = None) -> Walk:
    walk = invited(world, host)
    acts.accept(by=world.actor(world.hanne), walk=walk, moment=walk.moments[0])
    return Walk.objects.get(pk=walk.pk)


def walked(world: World, clock: Clock, host: Person | None = None) -> Walk:
    """A walk that is over."""
    walk = agreed(world, host)
    clock.move(days=2, hours=1)
    return walk


def promised(world: World, walk: Walk, texts: Sequence[str] = EASY, *, days: int = 10) -> list[Promise]:
    due = clocks.now().date() + timedelta(days=days)
    drafts = [PromiseDraft(text=text, due_on=due, is_easy=text != HARD) for text in texts]
    return acts.promise(by=world.actor(world.hanne), walk=walk, drafts=drafts)


def kept(world: World, promise: Promise) -> None:
    """Done, says Hanne; as said, says the host."""
    acts.say_done(by=world.actor(world.hanne), promise=promise)
    acts.confirm(by=world.actor(promise.walk.host or world.anna), promise=promise)


def state(world: World, who: Person, walk: Walk) -> str:
    return reads.card(world.actor(who), walk.id).state
