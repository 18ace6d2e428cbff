"""From when to when, where it happens; and at the reader's own clock when that is another."""

from __future__ import annotations

from datetime import datetime
from html import escape
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vloot.ground import clock
from vloot.web.shell.words import month as month_of
from vloot.web.shell.words import words


def span(starts_at: datetime, ends_at: datetime, zone: str) -> SafeString:
    """ "Thursday 4 December, 14:00 to 16:00", in the event's time zone; with the reader's own time when it is another."""
    there = ZoneInfo(zone)
    begin, end = starts_at.astimezone(there), ends_at.astimezone(there)
    line = f'<time datetime="{starts_at:%Y-%m-%dT%H:%M:%SZ}">{_day(begin)}, {begin:%H:%M}</time>'
    until = f"{end:%H:%M}" if end.date() == begin.date() else f"{_day(end)}, {end:%H:%M}"
    made = _("{start} to {end}").format(
        start=line, end=f'<time datetime="{ends_at:%Y-%m-%dT%H:%M:%SZ}">{until}</time>'
    )
    here = timezone.localtime(starts_at)
    if here.utcoffset() != begin.utcoffset():
        day = "" if here.date() == begin.date() else f"{_day(here)}, "
        words_ = _("{zone}; where you are: {time}").format(
            zone=escape(zone.rpartition("/")[2].replace("_", " ")), time=f"{day}{here:%H:%M}"
        )
        made += f' <span class="soft">({words_})</span>'
    return SafeString(made)


def brief(starts_at: datetime, zone: str) -> str:
    """ "Thursday 4 December, 14:00", in the event's time zone."""
    begin = starts_at.astimezone(ZoneInfo(zone))
    return f"{_day(begin)}, {begin:%H:%M}"


def month(starts_at: datetime, zone: str) -> str:
    """ "December 2026", the heading of a list by month; of what began earlier, this month."""
    return past_month(max(starts_at, clock.now()), zone)


def past_month(starts_at: datetime, zone: str) -> str:
    """ "December 2026" of something that is over."""
    return month_of(starts_at.astimezone(ZoneInfo(zone)))


def _day(at: datetime) -> str:
    year = "" if at.year == timezone.localtime(clock.now()).year else f" {at.year}"
    return f"{WEEKDAYS[at.weekday()]} {at.day} {words().months[at.month - 1]}{year}"
