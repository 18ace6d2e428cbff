"""Questions to the settings."""

from __future__ import annotations

from vloot.company.models import Setting
from vloot.company.settings.declared import SETTINGS


def value(name: str) -> str | int:
    """What is set now. Raises KeyError for a setting that nobody declared."""
    declared = SETTINGS[name]
    found = Setting.objects.filter(name=name).values_list("value", flat=True).first()
    return found if isinstance(found, type(declared.default)) else declared.default


def house_rules() -> str:
    """How people treat each other here, in the company's own words."""
    return str(value("company.house_rules"))


def minimum_group() -> int:
    """The smallest group of which a figure may be shown."""
    return max(5, int(value("company.minimum_group")))
