"""Questions to the roster."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from zoneinfo import ZoneInfo

import msgspec
from django.conf import settings

from vloot.ground import clock
from vloot.notices.models import Holiday
from vloot.people import reads as people
from vloot.people.actor import Actor
from vloot.people.reads import PersonCard
from vloot.talk.roster import engine
from vloot.talk.roster.models import Absence, Swap, Turn
from vloot.talk.spaces import reads as places
from vloot.talk.spaces import rules as spaces
from vloot.talk.spaces.models import Space

WEEKS = 12  # that a page shows and a filling plans
LOOK_BACK = 26 * engine.WEEK


class WeekCard(msgspec.Struct, frozen=True, kw_only=True):
    """A week of a space's roster."""

    begins_on: date
    ends_on: date
    person: PersonCard | None
    is_now: bool
    is_mine: bool
    am_away: bool
    asked: PersonCard | None  # whom its holder has asked to take it
    am_asked: bool


class Duty(msgspec.Struct, frozen=True, kw_only=True):
    """Who answers this week in a space."""

    space_name: str
    space_slug: str
    person: PersonCard


def this_week() -> date:
    """The Monday of this week, where the company is."""
    zone = ZoneInfo(settings.VLOOT_TIME_ZONE or "UTC")
    return engine.monday(clock.now().astimezone(zone).date())


def on_duty(space_ids: Collection[int]) -> dict[int, int]:
    """Who is on duty this week in those of these spaces that keep a roster and have a host."""
    week = this_week()
    turns = turns_of(space_ids)
    if not turns:
        return {}
    hosts = places.hosts_of_many(turns)
    absent = away({host for found in hosts.values() for host in found}, [week])[week]
    found = {space: engine.holder(hosts.get(space, []), turns[space], week, absent) for space in turns}
    return {space: person for space, person in found.items() if person is not None}


def duties(actor: Actor, space_ids: Iterable[int]) -> list[Duty]:
    """Who answers this week in those of these spaces that the actor may read, alphabetically by space."""
    persons = on_duty(set(space_ids))
    known = people.cards(set(persons.values()))
    found = Space.objects.filter(spaces.readable(actor), id__in=persons).order_by("sort_key")
    return [Duty(space_name=s.name, space_slug=s.slug, person=known[persons[s.id]]) for s in found]


def weeks(actor: Actor, space: Space) -> list[WeekCard]:
    """This week and the next ones; empty while the space keeps no roster."""
    turns = turns_of([space.id]).get(space.id)
    if turns is None:
        return []
    wanted = [this_week() + n * engine.WEEK for n in range(WEEKS)]
    hosts = places.hosts_of(space.id)
    absent = away({*hosts, actor.person_id}, wanted)
    planned = engine.schedule(hosts, turns, wanted, absent)
    swaps = Swap.objects.filter(turn__space=space, turn__week__in=wanted)
    asked = dict(swaps.values_list("turn__week", "asked_id"))
    known = people.cards({*planned.values(), *asked.values()})
    return [
        WeekCard(
            begins_on=week,
            ends_on=week + engine.WEEK - (engine.WEEK / 7),
            person=known.get(planned.get(week, 0)),
            is_now=week == wanted[0],
            is_mine=planned.get(week) == actor.person_id,
            am_away=actor.person_id in absent[week],
            asked=known.get(asked.get(week, 0)),
            am_asked=asked.get(week) == actor.person_id,
        )
        for week in wanted
    ]


def turns_of(space_ids: Iterable[int]) -> dict[int, dict[date, int]]:
    """Who has which week, in those of these spaces that keep a roster, from half a year back on."""
    found: dict[int, dict[date, int]] = {}
    rows = Turn.objects.filter(space_id__in=list(space_ids), week__gte=this_week() - LOOK_BACK)
    for space_id, week, person_id in rows.values_list("space_id", "week", "person_id"):
        found.setdefault(space_id, {})[week] = person_id
    return found


def away(person_ids: Collection[int], wanted: Collection[date]) -> dict[date, set[int]]:
    """Who of these cannot be on duty in each of these weeks: they said so, or are on holiday for most of it."""
    found: dict[date, set[int]] = {week: set() for week in wanted}
    said = Absence.objects.filter(person_id__in=list(person_ids), week__in=list(wanted))
    for week, person_id in said.values_list("week", "person_id"):
        found[week].add(person_id)
    holidays: dict[int, list[tuple[date, date]]] = {}
    own = Holiday.objects.filter(person_id__in=list(person_ids), last_on__gte=min(wanted))
    for person_id, first_on, last_on in own.values_list("person_id", "first_on", "last_on"):
        holidays.setdefault(person_id or 0, []).append((first_on, last_on))
    for person_id, free in holidays.items():
        for week in wanted:
            if engine.has_week_off(week, free):
                found[week].add(person_id)
    return found
