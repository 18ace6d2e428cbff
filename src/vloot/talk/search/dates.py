"""Days, months and years as people type them, in three languages."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

from vloot.ground import ids
from vloot.ground.text import sort_key
from vloot.talk.search import vocabulary

FIRST_YEAR, LAST_YEAR = 1971, 2100

_ISO = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}|\d{2}))?$")
_NAMED = re.compile(r"(?:(\d{1,2})[\s-]*)?([a-z]+)\.?(?:[\s-]*(\d{4}))?$")


class Span(NamedTuple):
    """Days from `first` up to, not including, `end`."""

    first: date
    end: date


def read(typed: str, today: date) -> Span | None:
    """The days that somebody means; None for what is no date. A month without a year is the last one that has begun."""
    text = sort_key(typed.strip())
    try:
        return _spoken(text, today) or _iso(text) or _day_first(text, today) or _named(text, today)
    except (ValueError, OverflowError):
        return None


def id_from(day: date, zone: tzinfo | None) -> int:
    """The first id of a day, where the reader is."""
    return ids.first(datetime.combine(day, time(), zone or UTC))


def _spoken(text: str, today: date) -> Span | None:
    back = vocabulary.DAYS.get(text)
    if back is None:
        return None
    day = today - timedelta(days=int(back))
    return Span(day, day + timedelta(days=1) if back != "7" else today + timedelta(days=1))


def _iso(text: str) -> Span | None:
    match = _ISO.match(text)
    if not match:
        return None
    year, month, day = match.groups()
    if month is None:
        return _year(int(year))
    return _day(int(year), int(month), int(day)) if day else _month(int(year), int(month))


def _day_first(text: str, today: date) -> Span | None:
    match = _DAY_FIRST.match(text)
    if not match:
        return None
    day, month, year = int(match[1]), int(match[2]), match[3]
    if year:
        return _day(int(year) + (2000 if len(year) == 2 else 0), month, day)
    found = _day(today.year, month, day)
    return found if found.first <= today else _day(today.year - 1, month, day)


def _named(text: str, today: date) -> Span | None:
    match = _NAMED.match(text)
    month = int(vocabulary.MONTHS.get(match[2], 0)) if match else 0
    if not match or not month:
        return None
    year = int(match[3]) if match[3] else today.year - (month > today.month)
    return _day(year, month, int(match[1])) if match[1] else _month(year, month)


def _year(year: int) -> Span:
    return Span(_checked(date(year, 1, 1)), date(year + 1, 1, 1))


def _month(year: int, month: int) -> Span:
    return Span(_checked(date(year, month, 1)), date(year + month // 12, month % 12 + 1, 1))


def _day(year: int, month: int, day: int) -> Span:
    first = _checked(date(year, month, day))
    return Span(first, first + timedelta(days=1))


def _checked(day: date) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(day)
    return day
