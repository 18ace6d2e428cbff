"""Choosing how fast people may go."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from vloot.company import rules
from vloot.ground import limits
from vloot.ground.errors import NotFound, Refused, require
from vloot.logbook.acts import record
from vloot.people.actor import Actor


def choose(*, by: Actor, name: str, amount: int) -> None:
    """Let a limit be this amount, at once and in every process. Raises Refused, NotFound for no limit."""
    require(rules.may_change(by))
    if name not in limits.DECLARED:
        raise NotFound
    if not 1 <= amount <= limits.MOST:
        raise Refused("limits.amount", _("Choose a whole number from 1 to a million."), name)
    with transaction.atomic():
        was = limits.chosen()[name]
        if was != amount:
            limits.choose(name, amount)
            details = {"setting": f"limits.{name}", "was": was, "is": amount}
            record(
                kind="SettingChanged", actor_id=by.person_id, object_id=1, origin=by.origin, details=details
            )
