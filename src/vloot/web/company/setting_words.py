"""What the settings of notices are called, and what their values say."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext

from vloot.notices.groups import CHANNELS, GROUPS, RHYTHMS
from vloot.web.shell.words import dated


def name(setting: str) -> str:
    """What a default of the notices is called: for what, and by which way; empty for another setting."""
    _room, _dot, rest = setting.partition(".")
    group, _dot, channel = rest.partition(".")
    return f"{GROUPS[group]}: {CHANNELS[channel]}" if group in GROUPS and channel in CHANNELS else ""


def value(setting: str, raw: Any) -> str:
    """A value of a setting of the notices in words; empty for others, and where nothing was chosen."""
    if not setting.startswith("notices."):
        return ""
    if isinstance(raw, dict):
        return "; ".join(_hours(raw))
    if setting == "notices.holidays" and raw:
        first, _slash, last = str(raw).partition("/")
        days = [dated(date.fromisoformat(day)) for day in dict.fromkeys((first, last))]
        return " – ".join(days)
    return str(RHYTHMS.get(raw, "")) if isinstance(raw, str) else ""


def _hours(raw: dict[str, Any]) -> list[str]:
    """The parts of the hours that were chosen."""
    said = []
    if raw.get("quiet_from") and raw.get("quiet_until"):
        quiet = {"start": raw["quiet_from"][:5], "end": raw["quiet_until"][:5]}
        said.append(gettext("quiet from {start} until {end}").format(**quiet))
    if raw.get("working_days") is not None:
        days = ", ".join(str(WEEKDAYS[day]) for day in sorted(raw["working_days"]))
        said.append(gettext("working days: {days}").format(days=days))
    if raw.get("digest_at"):
        said.append(gettext("overview at {hour}").format(hour=raw["digest_at"][:5]))
    if raw.get("digest_day") is not None:
        said.append(gettext("weekly overview on {day}").format(day=WEEKDAYS[raw["digest_day"]]))
    return said
