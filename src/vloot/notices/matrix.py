"""What the pages of choices show: the table of groups and channels, the hours, the holidays."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from typing import Any

import msgspec
from django.db.models import Q

from vloot.ground import clock
from vloot.notices import carrying, choices, groups, words
from vloot.notices.engine import Rest
from vloot.notices.models import Habit, Holiday


class Cell(msgspec.Struct, frozen=True):
    """One group by one channel: what is chosen ("" for nothing), what the company has, and what is offered (rhythm, words)."""

    name: str  # "named-mail"
    channel: str
    label: str
    chosen: str
    company: str
    offered: list[tuple[str, str]]


class Row(msgspec.Struct, frozen=True):
    """One group of events."""

    group: str
    label: str
    cells: list[Cell]


class FreeDays(msgspec.Struct, frozen=True):
    """A holiday, first and last day included."""

    id: int
    name: str
    first_on: date
    last_on: date


class Times(msgspec.Struct, frozen=True, kw_only=True):
    """Hours as chosen (None where nothing is), and as they hold for the company."""

    quiet_from: time | None
    quiet_until: time | None
    working_days: list[int]
    digest_at: time | None
    digest_day: int | None
    company: Rest
    zone: str


def channels() -> list[str]:
    """The channels there are: the page, and those that somebody carries."""
    return [
        channel for channel in groups.CHANNELS if channel == groups.PAGE or channel in carrying.carriers()
    ]


def rows(person_id: int | None) -> list[Row]:
    """The table of somebody's choices; of the company's, for nobody."""
    rhythms = choices.Rhythms([] if person_id is None else [person_id])
    shown = channels()
    in_use = set(words.GROUPS.values())
    return [
        Row(group, str(label), [_cell(rhythms, person_id, group, channel) for channel in shown])
        for group, label in groups.GROUPS.items()
        if group in in_use
    ]


def times(person_id: int | None) -> Times:
    """The hours somebody chose; the company's, for nobody."""
    company = choices.company_rest()
    habit = Habit.objects.filter(Q(person_id=person_id)).first() or Habit()
    zone: Any = company.zone if person_id is None else choices.rests([person_id])[person_id].zone
    return Times(
        quiet_from=habit.quiet_from,
        quiet_until=habit.quiet_until,
        working_days=habit.working_days or [],
        digest_at=habit.digest_at,
        digest_day=habit.digest_day,
        company=company,
        zone=str(zone),
    )


def holidays(person_id: int | None) -> list[FreeDays]:
    """The days off that are not over yet; the company's, for nobody."""
    found = Holiday.objects.filter(Q(person_id=person_id), last_on__gte=clock.now().date())
    days = found.order_by("first_on", "id")
    return [FreeDays(day.id, day.name, day.first_on, day.last_on) for day in days]


def _cell(rhythms: choices.Rhythms, person_id: int | None, group: str, channel: str) -> Cell:
    company, offered = rhythms.company(group, channel), groups.offered(group, channel)
    return Cell(
        name=f"{group}-{channel}",
        channel=channel,
        label=str(groups.CHANNELS[channel]),
        chosen=company if person_id is None else rhythms.own(person_id, group, channel),
        company=_said(offered, company),
        offered=[(rhythm, _said(offered, rhythm)) for rhythm in offered],
    )


def _said(offered: Sequence[str], rhythm: str) -> str:
    """A rhythm in words; where there is only yes and no, these."""
    plain = groups.YES_NO if len(offered) == 2 else groups.RHYTHMS  # two answers
    return str(plain[rhythm])
