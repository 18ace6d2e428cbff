"""When one can have coffee: halves of working days, here or on line."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _

DAYS = ("mon", "tue", "wed", "thu", "fri")
HALVES = {"am": time(10, 0), "pm": time(14, 30)}
WAYS = ("here", "line")
LONG = timedelta(minutes=30)
ALL = tuple(f"{day}-{half}-{way}" for day in DAYS for half in HALVES for way in WAYS)


class Slot(NamedTuple):
    """One of them, in words; `begins` is its proposal, the two move it as they like."""

    code: str
    words: str
    begins: datetime


def chosen(codes: Iterable[str]) -> list[str]:
    """Those of the codes that there are, in the order of the week."""
    some = set(codes)
    return [code for code in ALL if code in some]


def in_words(codes: Iterable[str], week: date, zone: object) -> list[Slot]:
    """The slots of a week, each with its day and what half of it."""
    return [_slot(code, week, zone) for code in chosen(codes)]


def _slot(code: str, week: date, zone: object) -> Slot:
    day, half, way = code.split("-")
    number = DAYS.index(day)
    begins = datetime.combine(week + timedelta(days=number), HALVES[half], tzinfo=zone)  # type: ignore[arg-type]
    names = {"day": WEEKDAYS[number]}
    words = {
        "am-here": _("%(day)s morning, here"),
        "pm-here": _("%(day)s afternoon, here"),
        "am-line": _("%(day)s morning, on line"),
        "pm-line": _("%(day)s afternoon, on line"),
    }[f"{half}-{way}"]
    said = words % names
    return Slot(code, said[:1].upper() + said[1:], begins)
