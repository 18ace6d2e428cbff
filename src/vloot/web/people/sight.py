"""Whom a guest may meet: the room of the spaces knows, the room of the people does not."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from vloot.ground.errors import Refused
from vloot.people import directory
from vloot.people import reads as people
from vloot.people.actor import Actor
from vloot.talk.spaces import reads as spaces


def met(actor: Actor, person_ids: Iterable[int]) -> set[int]:
    """Those of some people whose page the actor may open; the others are shown by name only."""
    asked = set(person_ids)
    return people.meetable(actor, asked, spaces.shared_with(actor)) if actor.is_guest else asked


def named(actor: Actor, usernames: Iterable[str]) -> dict[str, int]:
    """Ids by user name, of those whom the actor may meet."""
    return directory.named(actor, usernames, spaces.shared_with(actor))


def one(actor: Actor, typed: str, field: str = "person") -> int:
    """The person of whom somebody typed the user name, "@" and comma or not. Raises Refused about `field` for nobody."""
    name = typed.strip().removeprefix("@").rstrip(",").strip()
    found = named(actor, [name]) if name else {}
    if not found:
        raise Refused(
            "unknown_name", _("Nobody here is called like this. Type @ and choose from the list."), field
        )
    return next(iter(found.values()))
