"""Recording what happened, and handing it to the readers of the wiring table."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec
from django.db import transaction

from vloot.ground import clock, ids, jobs
from vloot.logbook import chain, kinds
from vloot.logbook.models import Entry, Settled

Reader = Callable[[Sequence[Entry]], None]

JOB_SIZE = 500  # entries one job hands over


class Happening(msgspec.Struct, frozen=True, kw_only=True):
    """What an act tells the logbook: ids only, never words."""

    kind: str
    actor_id: int | None
    object_id: int
    space_id: int | None = None
    origin: str = "web"
    details: dict[str, Any] = {}
    at: datetime | None = None


def record(
    *,
    kind: str,
    actor_id: int | None,
    object_id: int,
    space_id: int | None = None,
    origin: str = "web",
    details: dict[str, Any] | None = None,
) -> Entry:
    """Record one entry in the caller's transaction and defer its reading. Raises KeyError for an unknown kind."""
    happening = Happening(
        kind=kind,
        actor_id=actor_id,
        object_id=object_id,
        space_id=space_id,
        origin=origin,
        details=details or {},
    )
    return record_many([happening])[0]


def record_many(happenings: Iterable[Happening]) -> list[Entry]:
    """Record entries in one go, chain those that are audited, and defer one job for them all."""
    entries = [_entry(happening) for happening in happenings]
    if not entries:
        return []
    with transaction.atomic(savepoint=False):
        Entry.objects.bulk_create(entries, batch_size=1000)
        chain.append(entries)
        for start in range(0, len(entries), JOB_SIZE):
            jobs.defer(
                "vloot.logbook.settle", entries=[entry.id for entry in entries[start : start + JOB_SIZE]]
            )
    return entries


def settle(*, entry_ids: Sequence[int], readers: Mapping[str, Sequence[Reader]]) -> None:
    """Hand entries to the readers of their kind, each entry once to each reader.

    A reader runs in one transaction with the mark that it has read, so a crash in between repeats nothing and loses nothing; the lock on
    the entries keeps two workers from reading the same at once.
    """
    entries = {entry.id: entry for entry in Entry.objects.filter(id__in=entry_ids)}
    wanted: dict[Reader, list[int]] = {}
    for entry in sorted(entries.values(), key=lambda e: e.id):
        for reader in readers.get(entry.kind, ()):
            wanted.setdefault(reader, []).append(entry.id)
    for reader, chosen in wanted.items():
        with transaction.atomic():
            list(Entry.objects.select_for_update().filter(id__in=chosen).values_list("id"))
            name = f"{reader.__module__}.{reader.__qualname__}"
            seen = set(
                Settled.objects.filter(entry_id__in=chosen, reader=name).values_list("entry_id", flat=True)
            )
            fresh = [entries[entry_id] for entry_id in chosen if entry_id not in seen]
            if fresh:
                Settled.objects.bulk_create([Settled(entry=entry, reader=name) for entry in fresh])
                reader(fresh)


def _entry(happening: Happening) -> Entry:
    if happening.kind not in kinds.KEPT:
        raise KeyError(f"{happening.kind} is not in logbook/kinds.py")
    return Entry(
        id=ids.new(happening.at),
        kind=happening.kind,
        actor_id=happening.actor_id,
        object_id=happening.object_id,
        space_id=happening.space_id,
        origin=happening.origin,
        details=happening.details,
    )


def prune() -> int:
    """Drop every entry that is older than its kind is kept. Returns how many went."""
    gone = 0
    for kind, kept in kinds.KEPT.items():
        oldest = ids.first(clock.now() - kept)
        gone += Entry.objects.filter(kind=kind, id__lt=oldest).delete()[0]
    return gone
