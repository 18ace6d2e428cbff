"""Questions to the picture of the company."""

from __future__ import annotations

import msgspec

from vloot.ground.errors import require
from vloot.network.picture import rules
from vloot.network.picture.figures import Gathered, Shown
from vloot.network.picture.models import Picture
from vloot.people.actor import Actor


def latest(actor: Actor) -> Shown | None:
    """The newest picture; None before the first. Raises Refused while the room is shut, and for guests."""
    require(rules.may_look(actor))
    found = Picture.objects.order_by("-week").first()
    if found is None:
        return None
    return Shown(week=found.week, figures=msgspec.convert(found.figures, Gathered))
