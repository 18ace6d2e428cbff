"""What holds for somebody at this moment: their own choice, else the company's, else what is built in. Nothing is ever copied."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Q

from vloot.ground import clock
from vloot.notices import engine, groups, words
from vloot.notices.engine import Rest
from vloot.notices.models import Attention, Choice, Habit, Holiday
from vloot.people.models import Person

_EMPTY = Habit()
_FIELDS = ("quiet_from", "quiet_until", "working_days", "digest_at", "digest_day")


class Rhythms:
    """The rhythm of every group and channel, for some people."""

    def __init__(self, person_ids: Collection[int]) -> None:
        found = Choice.objects.filter(Q(person_id=None) | Q(person_id__in=set(person_ids)))
        rows = found.values_list("person_id", "group", "channel", "rhythm")
        self._chosen: dict[tuple[int | None, str, str], str] = {row[:3]: row[3] for row in rows}

    def own(self, person_id: int | None, group: str, channel: str) -> str:
        """What somebody (or, for None, the company) has chosen; "" for nothing."""
        return self._chosen.get((person_id, group, channel), "")

    def company(self, group: str, channel: str) -> str:
        """What holds for all who chose nothing."""
        return self.own(None, group, channel) or groups.built_in(group, channel)

    def of(self, person_id: int, group: str, channel: str) -> str:
        """What holds for somebody."""
        return self.own(person_id, group, channel) or self.company(group, channel)

    def for_kind(self, person_id: int, kind: str, channel: str) -> str:
        """What holds for somebody for one kind of notice."""
        return self.of(person_id, words.GROUPS[kind], channel)

    def pushed(self, person_id: int) -> list[str]:
        """The groups that come to somebody's browsers, or will once they ask for it; none for who has chosen that nothing comes."""
        coming = [group for group in groups.GROUPS if self.of(person_id, group, groups.PUSH) != groups.OFF]
        has_chosen = any(self.own(person_id, group, groups.PUSH) for group in groups.GROUPS)
        return coming or ([] if has_chosen else list(groups.PUSHED))


def rests(person_ids: Collection[int], since: date | None = None) -> dict[int, Rest]:
    """When each of some people is left alone, from now on; with `since`, as it was from that day on."""
    asked = Q(person_id=None) | Q(person_id__in=set(person_ids))
    habits = {habit.person_id: habit for habit in Habit.objects.filter(asked)}
    free: dict[int | None, list[Holiday]] = {}
    first = (since or clock.now().date()) - timedelta(days=2)
    for holiday in Holiday.objects.filter(asked, last_on__gte=first):
        free.setdefault(holiday.person_id, []).append(holiday)
    zones = dict(Person.objects.filter(id__in=set(person_ids)).values_list("id", "time_zone"))
    return {
        person_id: _rest(
            zone_of(zones.get(person_id, "")),
            [habits.get(person_id, _EMPTY), habits.get(None, _EMPTY)],
            [*free.get(person_id, ()), *free.get(None, ())],
        )
        for person_id in person_ids
    }


def company_rest() -> Rest:
    """When people are left alone who chose nothing themselves."""
    habit = Habit.objects.filter(person__isnull=True).first() or _EMPTY
    return _rest(zone_of(""), [habit], list(Holiday.objects.filter(person__isnull=True)))


def zone_of(name: str) -> tzinfo:
    """The time zone of a person who said this, else the company's."""
    try:
        return ZoneInfo(name or settings.VLOOT_TIME_ZONE)
    except (KeyError, ValueError, OSError):  # a name from an import that this machine does not know
        return ZoneInfo(settings.VLOOT_TIME_ZONE)


class Hearing:
    """How much some people want to hear of some spaces and threads."""

    def __init__(
        self, person_ids: Collection[int], space_ids: Collection[int], thread_ids: Collection[int]
    ) -> None:
        about = Q(space_id__in=set(space_ids)) | Q(thread_id__in=set(thread_ids))
        found = Attention.objects.filter(about, person_id__in=set(person_ids))
        rows = found.values_list("person_id", "space_id", "thread_id", "hears")
        self._said = {(person, space, thread): hears for person, space, thread, hears in rows}

    def of(self, person_id: int, space_id: int | None, thread_id: int | None) -> str:
        """What holds for somebody: what they said of the thread before what they said of its space."""
        thread = self._said.get((person_id, None, thread_id)) if thread_id else None
        return thread or self._said.get((person_id, space_id, None), Attention.MINE)


def _rest(zone: tzinfo, habits: list[Habit], holidays: list[Holiday]) -> Rest:
    said: dict[str, Any] = {field: _first(habits, field) for field in _FIELDS}
    chosen = {field: value for field, value in said.items() if value is not None}
    if "working_days" in chosen:
        chosen["working_days"] = frozenset(chosen["working_days"]) or engine.WORKING_DAYS
    return Rest(zone=zone, holidays=tuple((day.first_on, day.last_on) for day in holidays), **chosen)


def _first(habits: list[Habit], field: str) -> object:
    return next((value for habit in habits if (value := getattr(habit, field)) is not None), None)
