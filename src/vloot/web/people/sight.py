"""Whom a guest may meet: the room of the spaces knows, the room of the people does not."""

from __future__ import annotations

from vloot.people.actor import Actor
from vloot.talk.spaces import reads as spaces


def shared_with(actor: Actor) -> set[int] | None:
    """Who shares a space with a guest; None for everybody else, whom it does not narrow."""
    return spaces.shared_person_ids(actor) if actor.is_guest else None
