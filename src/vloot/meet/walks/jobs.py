"""Whom it concerns what happens around a walk: always the other one of the two."""

from collections.abc import Callable, Iterable, Sequence

from vloot.logbook.models import Entry
from vloot.meet.walks.models import Promise, Walk
from vloot.notices import acts as notices
from vloot.notices.acts import Note

Whom = Callable[[Walk], int | None]


def tell_invited(entries: Sequence[Entry]) -> None:
    """Who is invited gets to know."""
    _tell("walk_invited", entries, _walks(entries), lambda walk: walk.leader_id)


def tell_agreed(entries: Sequence[Entry]) -> None:
    """Who asked gets to know of the yes."""
    asked = _walks(entries)
    _tell("walk_agreed", entries, asked, lambda walk: walk.leader_id if walk.is_offer else walk.host_id)


def tell_declined(entries: Sequence[Entry]) -> None:
    """Who asked reads why it cannot be this time."""
    _tell(
        "walk_declined", entries, _walks(entries), lambda walk: walk.host_id if not walk.starts_at else None
    )


def tell_lapsed(entries: Sequence[Entry]) -> None:
    """Who invited hears that nothing came; whoever offered to come needs no word about it."""
    _tell("walk_lapsed", entries, _walks(entries), lambda walk: None if walk.is_offer else walk.host_id)


def tell_off(entries: Sequence[Entry]) -> None:
    """The other one hears that it is off; where somebody left, the one who stays."""
    walks = _walks(entries)
    for entry in entries:
        walk = walks.get(entry.object_id)
        if walk is None or not entry.is_news:
            continue
        notices.take_back(kind="walk_invited", object_ids=[walk.id])
        if walk.host_id is None:
            continue
        gone = entry.actor_id or (walk.leader_id if not walk.leader.is_active else walk.host_id)
        other = walk.leader_id if gone == walk.host_id else walk.host_id
        if walk.starts_at or entry.actor_id is None:
            notices.tell_many([_note("walk_off", walk, other, gone)])


def tell_noted(entries: Sequence[Entry]) -> None:
    """The host is asked to read the notes."""
    _tell("walk_noted", entries, _walks(entries), lambda walk: walk.host_id)


def tell_sent_back(entries: Sequence[Entry]) -> None:
    """Who wrote the notes reads what the host would like otherwise."""
    _tell("walk_noted_back", entries, _walks(entries), lambda walk: walk.leader_id)


def tell_promised(entries: Sequence[Entry]) -> None:
    """The host reads what was promised."""
    _tell("walk_promised", entries, _walks(entries), lambda walk: walk.host_id)


def tell_done(entries: Sequence[Entry]) -> None:
    """The host is asked whether it is done as said."""
    _tell("promise_done", entries, _walks_of_promises(entries), lambda walk: walk.host_id)


def tell_kept(entries: Sequence[Entry]) -> None:
    """Who promised reads that it is kept."""
    _tell("promise_kept", entries, _walks_of_promises(entries), lambda walk: walk.leader_id)


def tell_reopened(entries: Sequence[Entry]) -> None:
    """Who promised reads what is still missing."""
    _tell("promise_open", entries, _walks_of_promises(entries), lambda walk: walk.leader_id)


def _tell(kind: str, entries: Iterable[Entry], walks: dict[int, Walk], whom: Whom) -> None:
    notes = []
    for entry in entries:
        walk = walks.get(entry.object_id)
        person_id = whom(walk) if walk is not None and entry.is_news else None
        if walk is not None and person_id is not None:
            notes.append(_note(kind, walk, person_id, entry.actor_id or walk.leader_id, entry.id))
    notices.tell_many(notes)


def _note(kind: str, walk: Walk, person_id: int, actor_id: int, event_id: int = 0) -> Note:
    return Note(
        person_id=person_id,
        kind=kind,
        object_id=walk.id,
        actor_id=actor_id,
        link=f"/walks/{walk.id}/",
        event_id=event_id,
    )


def _walks(entries: Iterable[Entry]) -> dict[int, Walk]:
    asked = {entry.object_id for entry in entries}
    return {walk.id: walk for walk in Walk.objects.select_related("leader").filter(id__in=asked)}


def _walks_of_promises(entries: Iterable[Entry]) -> dict[int, Walk]:
    asked = {entry.object_id for entry in entries}
    return {one.id: one.walk for one in Promise.objects.select_related("walk").filter(id__in=asked)}
