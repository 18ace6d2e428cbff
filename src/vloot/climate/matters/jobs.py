"""Whom it concerns that something was raised, taken on, answered, or judged."""

from collections.abc import Iterator, Sequence

from vloot.climate.matters.models import Answer, Matter
from vloot.logbook.models import Entry
from vloot.notices import acts as notices
from vloot.notices.acts import Note
from vloot.people import reads as people
from vloot.people.models import RoleName

PAGES = {
    Matter.FEAR: "/climate/fears/",
    Matter.PROMISE: "/climate/promises/",
    Matter.RESULT: "/climate/board/",
    Matter.CHANGE: "/climate/board/",
}
_TITLE = 120


def tell_keepers(entries: Sequence[Entry]) -> None:
    """Hosts and administrators get to know that somebody raised something by name."""
    keepers = people.with_role(RoleName.HOST, RoleName.ADMINISTRATOR)
    notices.tell_many(
        _note("matter_raised", matter, keeper, entry)
        for entry, matter in _matters(entries)
        for keeper in keepers
    )


def tell_batch(entries: Sequence[Entry]) -> None:
    """Hosts and administrators get to know that there is something new without a name, on which page and nothing else."""
    keepers = people.with_role(RoleName.HOST, RoleName.ADMINISTRATOR)
    notices.tell_many(
        Note(
            person_id=keeper,
            kind="matters_shown",
            object_id=entry.object_id,
            actor_id=0,
            link=PAGES[str(entry.details["kind"])],
        )
        for entry in entries
        if entry.is_news
        for keeper in keepers
    )


def tell_owner(entries: Sequence[Entry]) -> None:
    """Who is to look after something gets to know."""
    notices.tell_many(
        _note("matter_yours", matter, int(entry.details["owner_id"]), entry)
        for entry, matter in _matters(entries)
    )


def tell_answered(entries: Sequence[Entry]) -> None:
    """Who raised it by name gets to know of the answer; and who does it, when somebody else said so."""
    notes = []
    for entry, answer in _answers(entries):
        matter = answer.matter
        if matter.writer_id:
            notes.append(_note("matter_answered", matter, matter.writer_id, entry))
        if answer.does and answer.who_id:
            notes.append(_note("matter_to_do", matter, answer.who_id, entry))
    notices.tell_many(notes)


def tell_judged(entries: Sequence[Entry]) -> None:
    """Who did it, or did not, gets to know what was said about it."""
    notices.tell_many(
        _note("answer_judged", answer.matter, answer.who_id, entry)
        for entry, answer in _answers(entries)
        if answer.who_id
    )


def tell_due(entries: Sequence[Entry]) -> None:
    """Who said that they do it gets to know that the day has come."""
    notices.tell_many(
        _note("answer_due", answer.matter, answer.who_id, entry)
        for entry, answer in _answers(entries)
        if answer.who_id and not answer.outcome
    )


def tell_taken_away(entries: Sequence[Entry]) -> None:
    """Who wrote something by name gets to know that it was taken away."""
    notices.tell_many(
        _note("matter_gone", matter, matter.writer_id, entry)
        for entry, matter in _matters(entries)
        if matter.writer_id
    )


def _matters(entries: Sequence[Entry]) -> Iterator[tuple[Entry, Matter]]:
    found = Matter.objects.in_bulk([entry.object_id for entry in entries])
    for entry in entries:
        if entry.is_news and entry.object_id in found:
            yield entry, found[entry.object_id]


def _answers(entries: Sequence[Entry]) -> Iterator[tuple[Entry, Answer]]:
    found = Answer.objects.select_related("matter").in_bulk([entry.object_id for entry in entries])
    for entry in entries:
        if entry.is_news and entry.object_id in found:
            yield entry, found[entry.object_id]


def _note(kind: str, matter: Matter, person_id: int, entry: Entry) -> Note:
    return Note(
        person_id=person_id,
        kind=kind,
        object_id=matter.pk,
        actor_id=entry.actor_id or 0,
        link=f"{PAGES[matter.kind]}#matter-{matter.pk}",
        title=matter.words[:_TITLE],
        event_id=entry.id,
    )
