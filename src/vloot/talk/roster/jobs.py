"""Whom the roster concerns."""

from collections.abc import Sequence

from vloot.logbook.models import Entry
from vloot.notices import acts as notices
from vloot.notices.acts import Note
from vloot.talk.roster import acts
from vloot.talk.spaces.models import Space

TOLD = {"SwapAsked": ("swap_asked", "asked_id"), "SwapAccepted": ("swap_accepted", "person_id")}


def tell_swap(entries: Sequence[Entry]) -> None:
    """Who is asked to take a week gets to know, and who asked hears of a yes."""
    for entry in entries:
        space = Space.objects.filter(pk=entry.space_id or 0).first()
        if space and entry.is_news and entry.actor_id:
            kind, who = TOLD[entry.kind]
            note = Note(
                person_id=int(entry.details[who]),
                kind=kind,
                object_id=space.id,
                actor_id=entry.actor_id,
                link=f"/s/{space.slug}/roster/",
                title=space.name,
                space_id=space.id,
            )
            notices.tell_many([note])


def find_others(entries: Sequence[Entry]) -> None:
    """Somebody hosts no longer: the other hosts share their weeks."""
    for entry in entries:
        if entry.kind == "PersonDeactivated":
            acts.release(person_ids=[entry.object_id])
        elif (person := entry.details.get("person_id") or entry.actor_id) and entry.space_id:
            acts.release(person_ids=[person], space_id=entry.space_id)
