"""Sharing the weeks of a space among its hosts."""

from collections.abc import Collection
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from vloot.ground.errors import NotFound, Refused, require
from vloot.logbook import acts as logbook
from vloot.people.actor import Actor
from vloot.talk.roster import engine, reads, rules
from vloot.talk.roster.models import Absence, Swap, Turn
from vloot.talk.spaces import reads as spaces
from vloot.talk.spaces.models import Space


def fill(*, by: Actor, space: Space, weeks: int = reads.WEEKS) -> int:
    """Share out the weeks from this one on that nobody has, fairly; returns how many. Refused to all but the hosts."""
    require(rules.may_keep(by, space))
    with transaction.atomic():
        made = _fill(space.id, weeks)
        if made:
            _record("RosterFilled", by, space.id, {"weeks": [week.isoformat() for week in made]})
    return len(made)


def take(*, by: Actor, space: Space, week: date) -> None:
    """Take a week that is nobody's, or whose holder cannot. Refused to all but the hosts, and for the week of another."""
    require(rules.may_keep(by, space))
    require(rules.may_plan(week, reads.this_week()))
    with transaction.atomic():
        turn = _turn(space.id, week)
        if turn and turn.person_id == by.person_id:
            return
        require(rules.may_take(_fit_holder(space.id, turn), by))
        Turn.objects.update_or_create(space=space, week=week, defaults={"person_id": by.person_id})
        Swap.objects.filter(turn__space=space, turn__week=week).delete()
        _record("WeekTaken", by, space.id, {"week": week.isoformat()})


def ask_swap(*, by: Actor, space: Space, week: date, to: int) -> None:
    """Ask another host to take one's week. Raises Refused for another's week and for who is no host here."""
    require(rules.may_keep(by, space))
    require(rules.may_plan(week, reads.this_week()))
    with transaction.atomic():
        turn = _turn(space.id, week)
        if turn is None or turn.person_id != by.person_id:
            raise Refused("roster.not_yours", _("This week is not yours to give away."), "week")
        if to == by.person_id or to not in spaces.hosts_of(space.id):
            raise Refused("roster.no_host", _("Choose another host of this space."), "person")
        Swap.objects.update_or_create(turn=turn, defaults={"asked_id": to})
        _record("SwapAsked", by, space.id, {"week": week.isoformat(), "asked_id": to})


def accept_swap(*, by: Actor, space: Space, week: date) -> None:
    """Take the week one was asked to take. Raises NotFound when one is not asked (any more)."""
    require(rules.may_keep(by, space))
    with transaction.atomic():
        swap = _swap(by, space, week)
        asker = swap.turn.person_id
        Turn.objects.filter(pk=swap.turn_id).update(person_id=by.person_id)
        swap.delete()
        _record("SwapAccepted", by, space.id, {"week": week.isoformat(), "person_id": asker})


def decline_swap(*, by: Actor, space: Space, week: date) -> None:
    """Not take it; who asked keeps the week. Raises NotFound when one is not asked (any more)."""
    with transaction.atomic():
        _swap(by, space, week).delete()


def be_away(*, by: Actor, week: date) -> None:
    """Say that one cannot be on duty in a week, in any space: another host is, while there is one."""
    require(rules.may_plan(week, reads.this_week()))
    with transaction.atomic():
        Absence.objects.get_or_create(person_id=by.person_id, week=week)


def be_back(*, by: Actor, week: date) -> None:
    """Say that one can after all."""
    with transaction.atomic():
        Absence.objects.filter(person_id=by.person_id, week=week).delete()


# law: act-by because nobody does it: it follows from somebody's leaving
def release(*, person_ids: Collection[int], space_id: int | None = None) -> None:
    """Share out anew the weeks to come of who hosts no longer, in one space or everywhere."""
    held = Turn.objects.filter(person_id__in=person_ids, week__gte=reads.this_week())
    swaps = Swap.objects.filter(asked_id__in=person_ids)
    if space_id is not None:
        held, swaps = held.filter(space_id=space_id), swaps.filter(turn__space_id=space_id)
    with transaction.atomic():
        swaps.delete()
        left = list(held.select_for_update().values_list("space_id", "week"))
        held.delete()
        for space, week in left:
            turns = reads.turns_of([space]).get(space, {})
            hosts = spaces.hosts_of(space)
            absent = reads.away(hosts, [week])[week]
            person = engine.next_up(hosts, turns, week, absent)
            if person is not None:
                Turn.objects.get_or_create(space_id=space, week=week, defaults={"person_id": person})


# law: act-by because nobody does it: weeks go by
def go_on() -> None:
    """Let every roster reach as far into the future as its page shows."""
    for space_id in reads.turns_of(Turn.objects.values_list("space_id", flat=True).distinct()):
        with transaction.atomic():
            _fill(space_id, reads.WEEKS)


def _fill(space_id: int, weeks: int) -> list[date]:
    wanted = [reads.this_week() + n * engine.WEEK for n in range(weeks)]
    hosts = spaces.hosts_of(space_id)
    turns = reads.turns_of([space_id]).get(space_id, {})
    planned = engine.schedule(hosts, turns, wanted, reads.away(hosts, wanted))
    fresh = [week for week in wanted if week not in turns and week in planned]
    Turn.objects.bulk_create(
        [Turn(space_id=space_id, week=week, person_id=planned[week]) for week in fresh], ignore_conflicts=True
    )
    return fresh


def _turn(space_id: int, week: date) -> Turn | None:
    return Turn.objects.select_for_update().filter(space_id=space_id, week=week).first()


def _fit_holder(space_id: int, turn: Turn | None) -> int | None:
    """Whoever has the week and can be on duty in it."""
    if turn is None or turn.person_id not in spaces.hosts_of(space_id):
        return None
    return None if turn.person_id in reads.away([turn.person_id], [turn.week])[turn.week] else turn.person_id


def _swap(by: Actor, space: Space, week: date) -> Swap:
    found = Swap.objects.select_for_update().filter(turn__space=space, turn__week=week, asked_id=by.person_id)
    swap = found.select_related("turn").first()
    if swap is None:
        raise NotFound
    return swap


def _record(kind: str, by: Actor, space_id: int, details: dict[str, object]) -> None:
    logbook.record(
        kind=kind,
        actor_id=by.person_id or None,
        object_id=space_id,
        space_id=space_id,
        origin=by.origin,
        details=details,
    )
