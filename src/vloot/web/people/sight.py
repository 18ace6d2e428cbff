"""Whom a guest may meet: the room of the spaces knows, the room of the people does not."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from vloot.ground.errors import Refused
from vloot.people import directory
from vloot.people.actor import Actor
from vloot.talk.spaces import reads as spaces


def shared_with(actor: Actor) -> set[int] | None:
    """Who shares a space with a guest; None for everybody else, whom it does not narrow."""
    return spaces.shared_person_ids(actor) if actor.is_guest else None


def meets(actor: Actor, person_id: int) -> bool:
    """Whether the actor may open this person's page: everybody may, a guest who shares a space with them."""
    shared = shared_with(actor)
    return shared is None or person_id in shared


def named(actor: Actor, usernames: Iterable[str]) -> dict[str, int]:
    """Ids by user name, of those whom the actor may meet."""
    return directory.named(actor, usernames, shared_with(actor))


def one(actor: Actor, typed: str, field: str = "person") -> int:
    """The person of whom somebody typed the user name, "@" and comma or not. Raises Refused about `field` for nobody."""
    name = typed.strip().removeprefix("@").rstrip(",").strip()
    found = named(actor, [name]) if name else {}
    if not found:
        raise Refused(
            "unknown_name", _("Nobody here is called like this. Type @ and choose from the list."), field
        )
    return next(iter(found.values()))
