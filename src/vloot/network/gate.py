"""Whether the room is open at all: switched on, on the ground of an agreement about the network. Nothing is computed or shown before."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vloot.company.agreements.topics import NETWORK as TOPIC
from vloot.company.switches import rooms
from vloot.company.switches import rules as switches
from vloot.ground.errors import Verdict, no
from vloot.people.actor import Actor

NETWORK = rooms.declare(
    "network",
    gettext_lazy("Network"),
    gettext_lazy(
        "Everybody sees who helped them and whom they helped, only for themselves; all together see where teams hardly meet."
    ),
    is_usual=False,
    topic=TOPIC,
)


def is_open() -> bool:
    """Whether anything may be computed."""
    return bool(switches.may_use(NETWORK))


def may_enter(actor: Actor) -> Verdict:
    """Everybody who works here may, while the room is open."""
    if actor.is_guest:
        return no("guest", _("The network is about the people who work here."))
    return switches.may_use(NETWORK)
