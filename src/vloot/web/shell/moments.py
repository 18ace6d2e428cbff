"""Moments in words: "3 minutes ago" to read, the exact time to know."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo
from functools import cache, lru_cache
from typing import NamedTuple

from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext

from vloot.ground import clock
from vloot.web.shell.words import Words, words

MINUTE, HOUR, DAY = 60, 3600, 86400


class Reading(NamedTuple):
    """When and where somebody reads, and in which language."""

    now: datetime
    zone: tzinfo
    language: str
    say: Words


def reading() -> Reading:
    """Asked once where many moments stand on one page: each of the four takes as long as the words for a moment."""
    zone = timezone.get_current_timezone()
    return Reading(clock.now().astimezone(zone), zone, get_language() or "", words())


def when(at: datetime | None, by: Reading | None = None) -> SafeString:
    """A `<time>` with words inside and the exact moment in its title; nothing for None."""
    if at is None:
        return SafeString("")
    by = by or reading()
    return SafeString(f"{_opening(at, by.zone, by.language)}{ago(at, by)}</time>")


@lru_cache(4096)  # what was said lately is shown again and again
def _opening(at: datetime, zone: tzinfo, _language: str) -> str:
    return f'<time datetime="{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" title="{_exact(at, zone)}">'


def ago(at: datetime, by: Reading | None = None) -> str:
    """The distance from now in words, up to a week; then the day."""
    by = by or reading()
    seconds = int((by.now - at).total_seconds())
    if seconds < MINUTE:
        return str(by.say.now) if seconds > -MINUTE else exact(at, by)
    for unit, span in ((MINUTE, HOUR), (HOUR, DAY), (DAY, 7 * DAY)):
        if seconds < span:
            return _ago(by.language, unit, seconds // unit)
    return day(at, by)


@cache  # at most 59 minutes, 23 hours and 6 days in each language
def _ago(_language: str, unit: int, n: int) -> str:
    if unit == MINUTE:
        return ngettext("%(n)d minute ago", "%(n)d minutes ago", n) % {"n": n}
    if unit == HOUR:
        return ngettext("%(n)d hour ago", "%(n)d hours ago", n) % {"n": n}
    return ngettext("%(n)d day ago", "%(n)d days ago", n) % {"n": n}


def age(at: datetime) -> int:
    """A number that changes whenever the words for this moment may: what keeps them must look at it."""
    seconds = int((clock.now() - at).total_seconds())
    if seconds < MINUTE:
        return 0 if seconds > -MINUTE else -timezone.localtime(clock.now()).year
    for unit, span in ((MINUTE, HOUR), (HOUR, DAY), (DAY, 7 * DAY)):
        if seconds < span:
            return seconds // unit * unit
    return -timezone.localtime(clock.now()).year


def day(at: datetime | None, by: Reading | None = None) -> str:
    """The day; the year only when it is not this one."""
    if at is None:
        return ""
    by = by or reading()
    here = at.astimezone(by.zone)
    year = "" if here.year == by.now.year else f" {here.year}"
    return f"{here.day} {by.say.months[here.month - 1]}{year}"


def exact(at: datetime | None, by: Reading | None = None) -> str:
    """Day and time to the minute, in the reader's time zone."""
    if at is None:
        return ""
    return _exact(at, (by or reading()).zone)


def _exact(at: datetime, zone: tzinfo) -> str:
    here = at.astimezone(zone)
    return f"{here.day} {words().months[here.month - 1]} {here.year}, {here.hour:02}:{here.minute:02}"
