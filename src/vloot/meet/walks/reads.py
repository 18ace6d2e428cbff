"""Questions to the walks: what waits for me, what is to come, what was promised, where nobody has been for long."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db.models import F, Max, Q
from msgspec import Struct

from vloot.company.settings.reads import minimum_group
from vloot.ground import clock, privacy
from vloot.ground.errors import NotFound
from vloot.ground.privacy import Figure
from vloot.meet.walks import lock, rules
from vloot.meet.walks.cards import PromiseCard, WalkCard, of_promises, of_walks
from vloot.meet.walks.models import Felt, Notes, Place, Promise, Walk
from vloot.people.actor import Actor
from vloot.people.cards import PersonCard, cards
from vloot.people.models import Person

MOST_SHOWN = 50
LINGERS = 28  # days for which an invitation without an answer is shown


class PlaceCard(Struct, frozen=True, kw_only=True):
    """A place of the list and when somebody who leads was there last; None: not yet."""

    id: int
    name: str
    last_at: datetime | None


def get(actor: Actor, walk_id: int) -> Walk:
    """A walk that this actor may see. Raises NotFound."""
    found = Walk.objects.filter(rules.visible(actor), pk=walk_id).first()
    if found is None:
        raise NotFound
    return found


def card(actor: Actor, walk_id: int) -> WalkCard:
    """The card of one walk. Raises NotFound."""
    return of_walks(actor, [get(actor, walk_id)])[0]


def notes_of(actor: Actor, walk_id: int) -> Notes | None:
    """The notes of a walk: for the two at once, for everybody once they are approved."""
    walk = get(actor, walk_id)
    readable = Q() if actor.person_id in (walk.leader_id, walk.host_id) else Q(approved_at__isnull=False)
    return Notes.objects.filter(readable, walk=walk).first()


def promise_of(actor: Actor, promise_id: int) -> Promise:
    """A promise of a walk that this actor may see. Raises NotFound."""
    found = Promise.objects.select_related("walk").filter(pk=promise_id).first()
    if found is None:
        raise NotFound
    get(actor, found.walk_id)
    return found


def promises_of(actor: Actor, walk_id: int) -> list[PromiseCard]:
    """What was promised after one walk, in the order of the days it is for."""
    get(actor, walk_id)
    return of_promises(actor, Promise.objects.filter(walk_id=walk_id).order_by("due_on", "id"))


def open_promises(actor: Actor) -> list[PromiseCard]:
    """Every promise that is not kept yet, the oldest first; none for guests."""
    if actor.is_guest:
        return []
    found = Promise.objects.filter(kept_at=None, given_up_at=None, walk__leader__is_active=True)
    return of_promises(actor, found.order_by("id")[:MOST_SHOWN])


def mine(actor: Actor) -> list[WalkCard]:
    """My walks that ask something of me or are still to come: the next first, what waits for an answer before that."""
    theirs = Q(leader_id=actor.person_id) | Q(host_id=actor.person_id)
    ahead = Q(starts_at__gt=clock.now() - lock.LONG, off_at=None) | rules.waits()
    found = Walk.objects.filter(theirs & ahead).order_by(F("starts_at").asc(nulls_first=True), "id")
    fresh = [walk for walk in found[:MOST_SHOWN] if walk.starts_at or rules.is_waiting(walk)]
    return of_walks(actor, _fairly(fresh))


def looking_back(actor: Actor) -> list[WalkCard]:
    """My last walks as who led or hosted, the newest first."""
    theirs = Q(leader_id=actor.person_id) | Q(host_id=actor.person_id)
    found = Walk.objects.filter(theirs & lock.over()).order_by("-starts_at")
    return of_walks(actor, found[:3])


def declined(actor: Actor) -> list[WalkCard]:
    """Invitations of mine of these weeks that were answered with "not this time"."""
    since = clock.ago(days=LINGERS)
    found = Walk.objects.filter(host_id=actor.person_id, starts_at=None, answered_at__gte=since, off_at=None)
    return of_walks(actor, found.order_by("-answered_at")[:MOST_SHOWN])


def offers(actor: Actor) -> list[WalkCard]:
    """Who leads and offers to come along, the next moment first; not my own."""
    found = Walk.objects.filter(rules.visible(actor) & rules.waits(), is_offer=True).exclude(
        leader_id=actor.person_id
    )
    open_ones = [walk for walk in found if rules.is_waiting(walk)]
    return of_walks(actor, sorted(open_ones, key=lambda walk: min(walk.moments))[:MOST_SHOWN])


def to_come(actor: Actor) -> list[WalkCard]:
    """Every walk that is agreed, the next first."""
    found = Walk.objects.filter(rules.visible(actor), starts_at__gt=clock.now() - lock.LONG, off_at=None)
    return of_walks(actor, found.order_by("starts_at", "id")[:MOST_SHOWN])


def unanswered(actor: Actor) -> list[WalkCard]:
    """Invitations that found no answer in these weeks, the newest first."""
    since = clock.ago(days=LINGERS)
    found = Walk.objects.filter(rules.visible(actor), lapsed_at__gte=since, is_offer=False)
    return of_walks(actor, found.order_by("-lapsed_at")[:MOST_SHOWN])


def past(actor: Actor, before: int | None = None) -> list[WalkCard]:
    """Walks that took place, the newest first; `before` is the id of the last one shown."""
    found = Walk.objects.filter(rules.visible(actor) & lock.over())
    if before is not None:
        last = Walk.objects.filter(pk=before).first()
        if last is not None and last.starts_at is not None:
            found = found.filter(starts_at__lt=last.starts_at)
    return of_walks(actor, found.order_by("-starts_at")[:MOST_SHOWN])


def places() -> list[PlaceCard]:
    """The list, the place where nobody has looked around for the longest time first; where nobody was yet before all."""
    seen = Max("walks__starts_at", filter=Q(walks__off_at=None))
    found = Place.objects.filter(is_listed=True).annotate(last_at=seen)
    ordered = found.order_by(F("last_at").asc(nulls_first=True), "name")
    return [PlaceCard(id=one.id, name=one.name, last_at=one.last_at) for one in ordered]


def place(place_id: int) -> Place:
    """A place of the list. Raises NotFound."""
    found = Place.objects.filter(pk=place_id, is_listed=True).first()
    if found is None:
        raise NotFound
    return found


def leaders(actor: Actor) -> list[PersonCard]:
    """Whom one can invite, alphabetically; not oneself, and nobody for guests."""
    if actor.is_guest:
        return []
    found = Person.objects.filter(rules.leaders()).exclude(id=actor.person_id).order_by("sort_key", "id")
    people = list(found.values_list("id", flat=True).distinct())
    known = cards(people)
    return [known[one] for one in people]


def held(actor: Actor) -> lock.Lock | None:
    """What my own next walk waits for."""
    return lock.of(actor.person_id)


def felt() -> Figure | None:
    """To how many hosts a walk was a talk, of those who said it this year, or else the last; None: too few to say."""
    now = clock.now().year
    for year in Felt.objects.filter(year__in=(now, now - 1)).order_by("-year"):
        figure = privacy.shown(min(year.talked, year.told), year.told, smallest=minimum_group())
        if figure is not None:
            return figure
    return None


def _fairly(walks: Sequence[Walk]) -> list[Walk]:
    """Among invitations that wait, those to the places where nobody has been for the longest time come first."""
    order = {one.id: number for number, one in enumerate(places())}
    last = len(order)
    return sorted(walks, key=lambda walk: (walk.starts_at is not None, order.get(walk.place_id or 0, last)))
