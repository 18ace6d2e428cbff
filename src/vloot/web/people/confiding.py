"""Whom one can go to instead of writing, and whether one can do it from here."""

from __future__ import annotations

from typing import Any

from vloot.company import reads as company
from vloot.people.actor import Actor
from vloot.web.people import sight


def around(actor: Actor) -> dict[str, Any]:
    """What the panels about the counsellor show: who it is, whether the actor may meet them, whether it is the actor."""
    counsellor = company.card().counsellor
    return {
        "counsellor": counsellor,
        "may_meet": counsellor is not None and bool(sight.met(actor, [counsellor.id])),
        "is_counsellor": counsellor is not None and counsellor.id == actor.person_id,
    }
