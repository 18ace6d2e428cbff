"""Moments in words: "3 minutes ago" to read, the exact time to know."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from vloot.ground import clock
from vloot.web.shell.words import words

MINUTE, HOUR, DAY = 60, 3600, 86400


def when(at: datetime | None) -> SafeString:
    """A `<time>` with words inside and the exact moment in its title; nothing for None."""
    if at is None:
        return SafeString("")
    return SafeString(f'<time datetime="{at:%Y-%m-%dT%H:%M:%SZ}" title="{exact(at)}">{ago(at)}</time>')


def ago(at: datetime) -> str:
    """The distance from now in words, up to a week; then the day."""
    seconds = int((clock.now() - at).total_seconds())
    if seconds < MINUTE:
        return str(words().now) if seconds > -MINUTE else exact(at)
    if seconds < HOUR:
        return ngettext("%(n)d minute ago", "%(n)d minutes ago", seconds // MINUTE) % {"n": seconds // MINUTE}
    if seconds < DAY:
        return ngettext("%(n)d hour ago", "%(n)d hours ago", seconds // HOUR) % {"n": seconds // HOUR}
    if seconds < 7 * DAY:
        return ngettext("%(n)d day ago", "%(n)d days ago", seconds // DAY) % {"n": seconds // DAY}
    return day(at)


def age(at: datetime) -> int:
    """A number that changes whenever the words for this moment may: what keeps them must look at it."""
    seconds = int((clock.now() - at).total_seconds())
    if seconds < MINUTE:
        return 0 if seconds > -MINUTE else -timezone.localtime(clock.now()).year
    for unit, span in ((MINUTE, HOUR), (HOUR, DAY), (DAY, 7 * DAY)):
        if seconds < span:
            return seconds // unit * unit
    return -timezone.localtime(clock.now()).year


def day(at: datetime | None) -> str:
    """The day; the year only when it is not this one."""
    if at is None:
        return ""
    here = timezone.localtime(at)
    year = "" if here.year == timezone.localtime(clock.now()).year else f" {here.year}"
    return f"{here.day} {words().months[here.month - 1]}{year}"


def exact(at: datetime | None) -> str:
    """Day and time to the minute, in the reader's time zone."""
    if at is None:
        return ""
    here = timezone.localtime(at)
    return f"{here.day} {words().months[here.month - 1]} {here.year}, {here:%H:%M}"
