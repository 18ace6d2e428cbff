"""Questions to the switches."""

from __future__ import annotations

from datetime import date

import msgspec

from vloot.company.models import Switch
from vloot.company.switches import rooms
from vloot.ground.errors import NotFound
from vloot.people import reads as people
from vloot.people.reads import PersonCard


class RoomCard(msgspec.Struct, frozen=True, kw_only=True):
    """A room as everybody sees it: whether it is on, why, who looks after it, and what is missing."""

    name: str
    title: str
    what: str
    is_on: bool
    is_decided: bool  # somebody switched it; otherwise it is as it comes
    why: str
    host: PersonCard | None
    trained_on: date | None
    trained_by: PersonCard | None
    missing: list[str]  # of "why", "host", "training"


def listed() -> list[RoomCard]:
    """Every room that can be switched, alphabetically by what it is called."""
    switches = {switch.room: switch for switch in Switch.objects.all()}
    persons = {one for s in switches.values() for one in (s.host_id, s.trained_by_id) if one}
    known = people.cards(persons)
    found = [_card(room, switches.get(room.name), known) for room in rooms.DECLARED.values()]
    return sorted(found, key=lambda card: card.title.casefold())


def card(name: str) -> RoomCard:
    """One room. Raises NotFound for a room that is not declared."""
    for found in listed():
        if found.name == name:
            return found
    raise NotFound


def _card(room: rooms.Room, switch: Switch | None, known: dict[int, PersonCard]) -> RoomCard:
    host = known.get(switch.host_id or 0) if switch else None
    has_host = host is not None and host.is_active
    trained_on = switch.trained_on if switch else None
    why = switch.why if switch else ""
    here = {"why": bool(why), "host": has_host, "training": trained_on is not None}
    return RoomCard(
        name=room.name,
        title=str(room.title),
        what=str(room.what),
        is_on=switch.is_on if switch else room.is_usual,
        is_decided=switch is not None,
        why=why,
        host=host if has_host else None,
        trained_on=trained_on,
        trained_by=known.get(switch.trained_by_id or 0) if switch else None,
        missing=[part for part, is_here in here.items() if not is_here],
    )
