"""Moments in words: "3 minutes ago" to read, the exact time to know."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from django.utils.dateformat import format as date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vloot.ground import clock

MINUTE, HOUR, DAY = 60, 3600, 86400


def when(at: datetime | None) -> SafeString:
    """A `<time>` with words inside and the exact moment in its title; nothing for None."""
    if at is None:
        return SafeString("")
    return format_html('<time datetime="{}" title="{}">{}</time>', at.isoformat(timespec="seconds"), exact(at), words(at))


def words(at: datetime) -> str:
    """The distance from now in words, up to a week; then the day."""
    seconds = int((clock.now() - at).total_seconds())
    if seconds < MINUTE:
        return _("just now") if seconds > -MINUTE else exact(at)
    if seconds < HOUR:
        return ngettext("%(n)d minute ago", "%(n)d minutes ago", seconds // MINUTE) % {"n": seconds // MINUTE}
    if seconds < DAY:
        return ngettext("%(n)d hour ago", "%(n)d hours ago", seconds // HOUR) % {"n": seconds // HOUR}
    if seconds < 7 * DAY:
        return ngettext("%(n)d day ago", "%(n)d days ago", seconds // DAY) % {"n": seconds // DAY}
    return day(at)


def day(at: datetime | None) -> str:
    """The day; the year only when it is not this one."""
    if at is None:
        return ""
    here = timezone.localtime(at)
    same_year = here.year == timezone.localtime(clock.now()).year
    return date_format(here, "j F" if same_year else "j F Y")


def exact(at: datetime | None) -> str:
    """Day and time to the minute, in the reader's time zone."""
    return date_format(timezone.localtime(at), "j F Y, H:i") if at else ""
