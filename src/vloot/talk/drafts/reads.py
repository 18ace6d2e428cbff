"""Questions to the drafts; everybody only asks about their own."""

from typing import Any

from vloot.ground.database import sql
from vloot.people.actor import Actor
from vloot.talk.drafts.models import Draft

_DRAFT = "select fields from talk_draft where person_id = %(me)s and key = %(key)s"


def draft(actor: Actor, key: str) -> dict[str, Any]:
    """What the actor was writing in one place; empty when nothing."""
    found = sql.rows(_DRAFT, {"me": actor.person_id, "key": key})
    return dict(found[0][0]) if found else {}


def drafts(actor: Actor) -> list[tuple[str, dict[str, Any]]]:
    """All the actor was writing, the newest first."""
    found = Draft.objects.filter(person_id=actor.person_id).order_by("-saved_at")
    return list(found.values_list("key", "fields"))
