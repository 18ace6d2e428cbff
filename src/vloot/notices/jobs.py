"""Readers of the logbook for what happened among people, who stand below this room."""

from collections.abc import Sequence

from vloot.logbook.models import Entry
from vloot.notices import acts
from vloot.notices.acts import Note


def leave_alone(entries: Sequence[Entry]) -> None:
    """Who has left is reached nowhere any more: their devices go, and what waited for them."""
    acts.let_go(person_ids=[entry.object_id for entry in entries])


def tell_buddy(entries: Sequence[Entry]) -> None:
    """Whose newcomer somebody became gets to know."""
    for entry in entries:
        buddy = entry.details.get("buddy")
        if entry.is_news and buddy:
            newcomer = entry.object_id
            note = Note(
                person_id=int(buddy),
                kind="buddy",
                object_id=newcomer,
                actor_id=newcomer,
                link=f"/people/{newcomer}/",
            )
            acts.tell_many([note])
