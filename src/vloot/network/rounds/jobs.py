"""Whom it concerns that a round is open: everybody who works here, or nobody."""

from __future__ import annotations

from collections.abc import Sequence

from vloot.logbook.models import Entry
from vloot.network.rounds.models import QuestionRound
from vloot.notices import acts as notices
from vloot.notices.acts import Note
from vloot.people import reads as people

LINK = "/network/questions/"


def tell_opened(entries: Sequence[Entry]) -> None:
    """Everybody gets to know that there are two questions."""
    _tell("round_opened", entries)


def tell_reminded(entries: Sequence[Entry]) -> None:
    """Everybody is told once more, whoever answered and whoever did not."""
    _tell("round_reminded", entries)


def _tell(kind: str, entries: Sequence[Entry]) -> None:
    for entry in entries:
        if not entry.is_news or not QuestionRound.objects.filter(pk=entry.object_id, closed_at=None).exists():
            continue
        notices.tell_many(
            Note(
                person_id=person,
                kind=kind,
                object_id=entry.object_id,
                actor_id=entry.actor_id or 0,
                link=LINK,
                event_id=entry.object_id,
            )
            for person in people.ids_of_colleagues()
        )
