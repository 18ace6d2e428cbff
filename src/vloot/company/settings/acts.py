"""Setting what holds for the whole company."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from vloot.company import rules
from vloot.company.models import Setting
from vloot.company.settings import reads
from vloot.company.settings.declared import SETTINGS, Declared
from vloot.ground.errors import NotFound, Refused, require
from vloot.ground.text import line
from vloot.logbook.acts import record
from vloot.people.actor import Actor

WHY_LIMIT = 400
MOST_DIGITS = 10


def choose(*, by: Actor, name: str, value: str, why: str = "") -> None:
    """Let a setting be this, and write down who chose it, and why. Raises Refused with the field, NotFound for no setting."""
    require(rules.may_change(by))
    if name not in SETTINGS:
        raise NotFound
    clean = _clean(SETTINGS[name], value)
    with transaction.atomic():
        was = reads.value(name)
        if was == clean:
            return
        Setting.objects.update_or_create(name=name, defaults={"value": clean})
        details = {"setting": name, "was": was, "is": clean, "why": line(why)[:WHY_LIMIT]}
        record(
            kind="SettingChanged",
            actor_id=by.person_id or None,
            object_id=1,
            origin=by.origin,
            details=details,
        )


def _clean(declared: Declared, typed: str) -> str | int:
    if isinstance(declared.default, str):
        text = typed.replace("\x00", "").replace("\r\n", "\n").strip()
        if len(text) > declared.most:
            raise Refused("setting.long", _("This is too long. Shorten it."), "value")
        return text
    digits = typed.strip()
    number = int(digits) if digits.isdecimal() and len(digits) < MOST_DIGITS else -1
    if not declared.least <= number <= declared.most:
        words = _("Choose a whole number from %(least)s to %(most)s.")
        raise Refused("setting.span", words % {"least": declared.least, "most": declared.most}, "value")
    return number
