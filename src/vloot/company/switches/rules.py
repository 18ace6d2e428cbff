"""Whether a room may be used, and who switches it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from vloot.company.agreements import reads as agreements
from vloot.company.switches import rooms
from vloot.ground.database import sql
from vloot.ground.errors import Verdict, no, require, yes
from vloot.people.actor import Actor

_IS_ON = "SELECT s.is_on, p.name FROM company_switch s LEFT JOIN people_person p ON p.id = s.host_id WHERE s.room = %(room)s"


def may_use(room: str) -> Verdict:
    """Whether a room is on, and agreed on where it must be: for the acts and the pages of that room, never for each card."""
    found = sql.rows(_IS_ON, {"room": room})
    is_on, host = found[0] if found else (rooms.DECLARED[room].is_usual, None)
    if is_on:
        return may_be_on(room)
    known = {"room": str(rooms.DECLARED[room].title), "host": host or _("an administrator")}
    return no(
        "room.off",
        _("“%(room)s” is switched off in this company. Ask %(host)s if you miss it.") % known,
    )


def require_on(room: str, by: Actor | None = None) -> None:
    """Raise Refused in a room that is off. What an import brings along is kept all the same."""
    if by is None or not by.is_importer:
        require(may_use(room))


def may_be_on(room: str) -> Verdict:
    """Whether there is an agreement, for a room that waits for one."""
    topic = rooms.DECLARED[room].topic
    if not topic or agreements.covers(topic):
        return yes()
    return no(
        "room.not_agreed",
        _("“%(room)s” stays off until an administrator records the agreement about it that the company made.")
        % {"room": str(rooms.DECLARED[room].title)},
    )


def may_switch(room: str, is_on: bool, why: str) -> Verdict:
    """Nothing is switched without a reason that everybody can read, and some rooms not on without an agreement."""
    if is_on and not (verdict := may_be_on(room)):
        return verdict
    if why.strip():
        return yes()
    if is_on:
        return no("switch.no_why", _("Say what this room is for here. Everybody can read it."))
    return no("switch.no_why", _("Say why this room is off. Everybody can read it."))
