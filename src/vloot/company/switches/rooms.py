"""The rooms that can be switched: each declares itself where its rules stand, so only what exists can be on."""

from __future__ import annotations

from typing import NamedTuple


class Room(NamedTuple):
    """A room that can be switched: what it is called, what one does in it (lazy texts), and whether a new company has it on."""

    name: str
    title: object
    what: object
    is_usual: bool


DECLARED: dict[str, Room] = {}


def declare(name: str, title: object, what: object, *, is_usual: bool = True) -> str:
    """Make a room one that can be switched; returns its name, for `rules.may_use`."""
    DECLARED[name] = Room(name, title, what, is_usual)
    return name
