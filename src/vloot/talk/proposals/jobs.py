"""Whom proposals concern."""

from collections.abc import Sequence

from vloot.logbook.models import Entry
from vloot.notices import acts as notices
from vloot.notices.acts import Note
from vloot.talk.proposals.models import Proposal


def tell_invited(entries: Sequence[Entry]) -> None:
    """Who is asked for a talk gets to know."""
    waiting = set(
        Proposal.objects.filter(id__in=[entry.object_id for entry in entries]).values_list("id", flat=True)
    )
    notices.tell_many(
        _note("talk_proposed", entry, int(entry.details["invited_id"]))
        for entry in entries
        if entry.is_news and entry.object_id in waiting
    )


def tell_proposer(entries: Sequence[Entry]) -> None:
    """Who asked gets to know of the yes."""
    notices.tell_many(
        _note("talk_accepted", entry, int(entry.details["proposer_id"])) for entry in entries if entry.is_news
    )


def _note(kind: str, entry: Entry, person_id: int) -> Note:
    return Note(
        person_id=person_id,
        kind=kind,
        object_id=entry.object_id,
        actor_id=entry.actor_id or 0,
        link="/talks/",
    )
