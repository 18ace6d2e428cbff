"""Whom it concerns that pilots are sought: everybody alike, for nobody knows who is asked."""

from __future__ import annotations

from collections.abc import Sequence

from vloot.logbook.models import Entry
from vloot.network.pilots import weighing
from vloot.network.pilots.models import Asking, Pilot
from vloot.notices import acts as notices
from vloot.notices.acts import Note

LINK = "/pilots/mine/"


def tell_everybody(entries: Sequence[Entry]) -> None:
    """Everybody who takes part gets to know that they may look, with the same words at the same moment."""
    for entry in entries:
        if entry.is_news and Asking.objects.filter(pk=entry.object_id).exists():
            notices.tell_many(
                Note(
                    person_id=person,
                    kind="pilots_sought",
                    object_id=entry.object_id,
                    actor_id=0,
                    link=LINK,
                    event_id=entry.object_id,
                )
                for person in weighing.taking_part().order_by("id").values_list("id", flat=True)
            )


def let_go(entries: Sequence[Entry]) -> None:
    """Who has left is no pilot any more."""
    Pilot.objects.filter(person_id__in=[entry.object_id for entry in entries]).delete()
