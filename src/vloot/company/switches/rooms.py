"""The rooms that can be switched: each declares itself where its rules stand, so only what exists can be on."""

from __future__ import annotations

from typing import NamedTuple

from django.utils.translation import gettext_lazy


class Room(NamedTuple):
    """A room that can be switched: what it is called, what one does in it (lazy texts), and whether a new company has it on.

    With a topic (`agreements.topics`) it stays off until there is an agreement about that.
    """

    name: str
    title: object
    what: object
    is_usual: bool
    topic: str = ""


DECLARED: dict[str, Room] = {}


def declare(name: str, title: object, what: object, *, is_usual: bool = True, topic: str = "") -> str:
    """Make a room one that can be switched; returns its name, for `rules.may_use`."""
    DECLARED[name] = Room(name, title, what, is_usual, topic)
    return name


# These are asked from below, where this room is not known: the first two by `wiring.CARRIERS`, the third by
# `people.rules.may_take_guests` through `wiring.takes_guests`.
MAIL = declare(
    "mail",
    gettext_lazy("Mail"),
    gettext_lazy("Notices and overviews also come by mail. Mails with which one signs in are always sent."),
)
PUSH = declare(
    "push",
    gettext_lazy("Notices on phones and computers"),
    gettext_lazy("Whoever wants is told on their own device, even when Vloot is closed."),
)
GUESTS = declare(
    "guests",
    gettext_lazy("Guests"),
    gettext_lazy(
        "Somebody from outside is invited into a few spaces and sees nothing else. "
        "When this is off nobody new comes in as a guest; those who are here stay."
    ),
)
