"""Switching rooms."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
from django.db import transaction
from django.utils.translation import gettext as _

from vloot.company import rules as company
from vloot.company.models import Switch
from vloot.company.switches import rooms, rules
from vloot.ground import clock
from vloot.ground.errors import NotFound, Refused, require
from vloot.ground.text import line
from vloot.logbook.acts import record
from vloot.people import reads as people
from vloot.people.actor import Actor

WHY_LIMIT = 400


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """What is decided about a room. Host and training may follow later; until then the room is shown without them."""

    is_on: bool
    why: str
    host_id: int | None = None
    trained_on: date | None = None
    trained_by_id: int | None = None


def switch(*, by: Actor, room: str, decision: Decision) -> None:
    """Switch a room on or off, or say anew why and who. Raises Refused with a field, NotFound for no room and nobody."""
    require(company.may_change(by))
    if room not in rooms.DECLARED:
        raise NotFound
    why = line(decision.why)[:WHY_LIMIT]
    if not (verdict := rules.may_switch(room, decision.is_on, why)):
        raise Refused(verdict.code, verdict.text, "is_on" if verdict.code == "room.not_agreed" else "why")
    _refuse_unfit(decision)
    with transaction.atomic():
        columns = {**msgspec.structs.asdict(decision), "why": why}
        before = Switch.objects.select_for_update().filter(room=room).first()
        was = before.is_on if before else rooms.DECLARED[room].is_usual
        if before and all(getattr(before, name) == value for name, value in columns.items()):
            return
        Switch.objects.update_or_create(room=room, defaults={**columns, "changed_at": clock.now()})
        _record(by, room, was, columns)


def _refuse_unfit(decision: Decision) -> None:
    if decision.host_id is not None:
        host = people.cards([decision.host_id]).get(decision.host_id)
        if host is None or not host.is_active or host.is_guest or host.is_bot or host.is_placeholder:
            raise Refused("switch.host", _("Only a colleague who is here can look after a room."), "host")
    if decision.trained_on and decision.trained_on > clock.now().date():
        raise Refused(
            "switch.training",
            _("This day is still to come. Note the training once it is done."),
            "trained_on",
        )


def _record(by: Actor, room: str, was: bool, columns: dict[str, Any]) -> None:
    trained_on = columns["trained_on"]
    details = {
        "room": room,
        "was": was,
        "is": columns["is_on"],
        "why": columns["why"],
        "host_id": columns["host_id"],
        "trained_on": trained_on.isoformat() if trained_on else None,
        "trained_by": columns["trained_by_id"],
    }
    record(kind="RoomSwitched", actor_id=by.person_id or None, object_id=1, origin=by.origin, details=details)
