"""Who may walk, host, promise and confirm. Permissions and nothing else."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext as _

from vloot.ground import clock, ids
from vloot.ground.errors import Verdict, no, yes
from vloot.meet.walks import lock
from vloot.meet.walks.models import Notes, Promise, Walk
from vloot.people import rules as people
from vloot.people.actor import Actor
from vloot.people.models import Kind, Person
from vloot.talk.spaces import rules as spaces

MOST_AHEAD = 3  # walks of one leader that are offered or agreed
MOST_OPEN = 5  # invitations of one host that wait
MOST_PROMISED = 5
WAITS = 5  # working days until an invitation lapses


def visible(actor: Actor) -> Q:
    """Everybody who works here reads what was offered, agreed or left without an answer; the rest is between the two."""
    if not may_read(actor):
        return Q(pk__in=[])
    between = Q(leader_id=actor.person_id) | Q(host_id=actor.person_id)
    is_open = Q(starts_at__isnull=False) | Q(lapsed_at__isnull=False) | Q(is_offer=True)
    return between | (is_open & Q(off_at=None))


def may_read(actor: Actor) -> bool:
    """Whether the pages of walks are there for somebody: for who works here."""
    return not actor.is_guest


def leaders() -> Q:
    """Who can be invited: leaders of the chart and the top team, as long as they are here."""
    return Q(kind=Kind.HUMAN, is_active=True) & (people.leads() | people.in_top_team())


def is_leader(actor: Actor) -> bool:
    """Whether somebody can be invited themselves."""
    return Person.objects.filter(leaders(), id=actor.person_id).exists()


def may_take_part(actor: Actor) -> Verdict:
    """Walks are for who works here, and for who may write."""
    if not may_read(actor):
        return no("guest", _("Walks are for the people who work here."))
    return spaces.may_say(actor)


def may_invite(actor: Actor, leader_id: int) -> Verdict:
    """Everybody who works here invites whoever leads, once at a time, while that person's next walk is open."""
    if not (verdict := may_take_part(actor)):
        return verdict
    if leader_id == actor.person_id:
        return no("yourself", _("Choose somebody else: you know your own place."))
    if not Person.objects.filter(leaders(), id=leader_id).exists():
        return no("no_leader", _("Choose somebody from the list: who leads a team, or sits in the top team."))
    waiting = Walk.objects.filter(waits(), host_id=actor.person_id, is_offer=False)
    if waiting.filter(leader_id=leader_id).exists():
        return no("asked", _("You have invited them already. Give them a little time."))
    if waiting.count() >= MOST_OPEN:
        return no(
            "too_many", _("Five invitations of yours wait for an answer. Wait for some, or take one back.")
        )
    return may_walk(leader_id)


def may_offer(actor: Actor) -> Verdict:
    """Whoever leads offers to come along."""
    if not (verdict := may_take_part(actor)):
        return verdict
    if not is_leader(actor):
        return no("no_leader", _("Only who leads a team, or sits in the top team, offers to come along."))
    return may_walk(actor.person_id)


def may_walk(leader_id: int) -> Verdict:
    """The next walk waits for the promises of the last, and three walks ahead are enough."""
    held = lock.of(leader_id)
    if held is not None:
        return no(held.why, locked(held))
    ahead = Q(leader_id=leader_id) & (
        Q(starts_at__gt=clock.now(), off_at=None) | (waits() & Q(is_offer=True))
    )
    if Walk.objects.filter(ahead).count() >= MOST_AHEAD:
        return no(
            "enough_ahead", _("Three walks are planned already. The next is booked when one of them is over.")
        )
    return yes()


def locked(held: lock.Lock) -> str:
    """Why somebody's next walk waits, and what opens it."""
    if held.why == lock.UNPROMISED:
        return _(
            "The next walk waits: after the last one nothing has been promised yet. "
            "Promise one to five things; once half of them are kept, it can be booked."
        )
    if held.why == lock.OLD_ONE:
        return _(
            "The next walk waits: a promise has been open for more than twenty working days. "
            "Doing it opens the lock, or saying why it will not be done."
        )
    return _(
        "The next walk waits until at least half of the promises of the last one are kept. "
        "Kept is what the host confirmed."
    )


def waits() -> Q:
    """Invitations and offers that nobody has answered yet."""
    return Q(starts_at=None, answered_at=None, lapsed_at=None, off_at=None)


def is_waiting(walk: Walk) -> bool:
    """The same of one walk, on the clock of now: after five working days an invitation has lapsed, marked already or not."""
    if walk.starts_at or walk.answered_at or walk.lapsed_at or walk.off_at:
        return False
    return not has_lapsed(walk)


def has_lapsed(walk: Walk) -> bool:
    """Whether an invitation has waited for five working days; an offer ends with the last of its moments."""
    if walk.is_offer:
        return max(walk.moments) <= clock.now()
    return lock.worked_since(ids.moment(walk.id), walk.leader_id) >= WAITS


def may_answer(actor: Actor, walk: Walk) -> Verdict:
    """Only who was invited answers, within five working days."""
    if walk.is_offer or walk.leader_id != actor.person_id:
        return no("not_invited", _("Only who was invited can answer."))
    if not is_waiting(walk):
        return no(
            "over", _("This invitation is not open any more. Look at the walk's page for how it stands.")
        )
    return yes()


def may_accept(actor: Actor, walk: Walk) -> Verdict:
    """To say yes, the promises of the last walk must be kept too."""
    return (may_answer(actor, walk) and may_take_part(actor)) and may_walk(walk.leader_id)


def may_take(actor: Actor, walk: Walk) -> Verdict:
    """Everybody who works here hosts who offers to come, if nobody was earlier."""
    if not (verdict := may_take_part(actor)):
        return verdict
    if walk.leader_id == actor.person_id:
        return no("yourself", _("Somebody else takes you along."))
    if not walk.is_offer or not is_waiting(walk):
        return no("taken", _("Somebody was earlier, or the moments have passed. Invite them to another one."))
    held = lock.of(walk.leader_id)
    return no(held.why, locked(held)) if held is not None else yes()


def may_call_off(actor: Actor, walk: Walk) -> Verdict:
    """Both can call it off until it has been looked back on; what nobody answered yet, only who began it."""
    two = {walk.leader_id, walk.host_id}
    if walk.starts_at is None:
        two = {walk.leader_id if walk.is_offer else walk.host_id}
    if actor.person_id not in two:
        return no("not_yours", _("Only the two whose walk it is can do this."))
    if walk.off_at or walk.lapsed_at or (walk.answered_at and not walk.starts_at):
        return no("over", _("This walk is off already."))
    if walk.promises.exists() or Notes.objects.filter(walk=walk).exists():
        return no("took_place", _("This walk took place: something was promised or noted after it."))
    return yes()


def is_over(walk: Walk) -> bool:
    """Whether it took place."""
    return walk.starts_at is not None and walk.off_at is None and walk.starts_at + lock.LONG <= clock.now()


def may_look_back(actor: Actor, walk: Walk) -> Verdict:
    """Who walked promises and writes notes, once the walk is over."""
    if walk.leader_id != actor.person_id:
        return no("not_leader", _("Only who came to look around does this."))
    if not is_over(walk):
        return no("not_over", _("This comes after the walk."))
    return spaces.may_say(actor)


def may_keep(actor: Actor, promise: Promise) -> Verdict:
    """Everybody keeps their own promises, as long as they are open."""
    if promise.walk.leader_id != actor.person_id:
        return no("not_leader", _("Only who promised it can say this."))
    if promise.kept_at or promise.given_up_at:
        return no("settled", _("This promise is settled already."))
    return yes()


def may_confirm(actor: Actor, promise: Promise) -> Verdict:
    """The host says whether it is done as said; where they are gone or silent for five working days, hosts of the company do."""
    if promise.done_at is None or promise.kept_at or promise.given_up_at:
        return no("not_done", _("Nobody has said that this is done yet."))
    walk = promise.walk
    if actor.person_id == walk.host_id:
        return yes()
    if actor.is_keeper and actor.person_id != walk.leader_id and _is_silent(promise):
        return yes()
    return no("not_host", _("Only the host of this walk says whether it is done as said."))


def _is_silent(promise: Promise) -> bool:
    host = promise.walk.host
    if host is None or not host.is_active:
        return True
    return promise.done_at is not None and lock.worked_since(promise.done_at, host.id) >= WAITS


def may_approve(actor: Actor, notes: Notes) -> Verdict:
    """The host reads notes before everybody does."""
    if notes.walk.host_id != actor.person_id:
        return no("not_host", _("Only the host of this walk approves its notes."))
    if notes.approved_at:
        return no("approved", _("These notes are approved already."))
    return yes()


def may_say_felt(actor: Actor, walk: Walk) -> Verdict:
    """The host says once a year how a walk felt, so that every voice in the company's figure is somebody else's."""
    if walk.host_id != actor.person_id:
        return no("not_host", _("Only the host of this walk says how it felt."))
    if not is_over(walk):
        return no("not_over", _("This comes after the walk."))
    said = Walk.objects.filter(host_id=actor.person_id, has_said=True, starts_at__year=walk.starts_at.year)  # type: ignore[union-attr]
    return no("said", _("You have said so this year. Thank you.")) if said.exists() else yes()


def may_keep_places(actor: Actor) -> Verdict:
    """Hosts of the company keep the list of places."""
    if actor.is_importer or actor.is_keeper:
        return yes()
    return no("not_keeper", _("Hosts keep this list. Ask one of them."))
