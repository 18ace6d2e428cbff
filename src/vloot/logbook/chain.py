"""The audit log: entries of the kinds in `kinds.AUDITED`, chained so that every change shows.

A link is written with its entry in one transaction, one after the other behind a lock that only such acts wait for. Links are never pruned;
the database refuses to change or delete one. What a link says stays when a person is forgotten: it holds their id, and no name.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.db.models import Q, QuerySet

from vloot.ground import ids
from vloot.logbook import kinds, sealing
from vloot.logbook.models import Entry, Link
from vloot.logbook.sealing import Broken, Outcome, Sealed

_LOCK = 0x766C6F6F74_02  # one writer of the chain at a time
_STEP = 2000


def append(entries: Iterable[Entry]) -> None:
    """Chain those of these entries whose kind is audited, in the caller's transaction."""
    audited = [entry for entry in entries if entry.kind in kinds.AUDITED]
    if not audited:
        return
    with transaction.atomic(savepoint=False):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        last = Link.objects.order_by("-place").values_list("place", "hash").first() or (0, sealing.FIRST)
        made = []
        for entry in audited:
            link = sealing.seal(_link(entry, last[0] + 1, last[1]))
            last = (link.place, link.hash)
            made.append(Link(**link._asdict()))
        Link.objects.bulk_create(made, batch_size=1000)


def verify(head: str = "") -> Outcome:
    """Compute the whole chain anew, and hold it against the entries it was made from that are still kept.

    `head` is a hash noted earlier. The chain may also be broken with "entry": what was logged is not what was chained.
    """
    outcome = sealing.check(links(), head.strip().lower())
    if outcome.broken is None and (place := _differing()):
        return outcome._replace(broken=Broken("entry", place))
    return outcome


def links(chosen: Q | None = None) -> Iterator[Sealed]:
    """The links, oldest first, read in steps."""
    found = Link.objects.filter(chosen) if chosen else Link.objects.all()
    after = -(2**62)
    while step := list(_rows(found.filter(place__gt=after).order_by("place"))[:_STEP]):
        yield from (Sealed(*row) for row in step)
        after = step[-1][0]


def page(chosen: Q, *, before: int | None, limit: int) -> list[Sealed]:
    """The newest of the chosen links below the place `before`."""
    found = Link.objects.filter(chosen)
    if before is not None:
        found = found.filter(place__lt=before)
    return [Sealed(*row) for row in _rows(found.order_by("-place"))[:limit]]


def head() -> Sealed | None:
    """The newest link."""
    found = page(Q(), before=None, limit=1)
    return found[0] if found else None


def earliest() -> datetime | None:
    """The moment of the link that tells of the longest ago."""
    return Link.objects.order_by("at").values_list("at", flat=True).first()


def has(kind: str, actor_id: int, object_id: int, details: dict[str, Any], *, since: datetime) -> bool:
    """Whether the chain has a link that says just this, from `since` on."""
    found = Link.objects.filter(kind=kind, actor_id=actor_id, object_id=object_id, at__gte=since)
    return found.filter(details=sealing.told(details)).exists()


def _rows(found: QuerySet[Link]) -> QuerySet[Link, tuple[Any, ...]]:
    return found.values_list(*Sealed._fields)


def _link(entry: Entry, place: int, previous: str) -> Sealed:
    return Sealed(
        place=place,
        entry_id=entry.id,
        kind=entry.kind,
        actor_id=entry.actor_id,
        object_id=entry.object_id,
        space_id=entry.space_id,
        origin=entry.origin,
        at=ids.moment(entry.id),
        details=sealing.told(entry.details),
        version=sealing.VERSION,
        previous=previous,
        hash="",
    )


_DIFFERING = """
SELECT COALESCE(l.place, 0), e.id FROM logbook_entry e LEFT JOIN logbook_link l ON l.entry_id = e.id
WHERE e.kind = ANY(%(kinds)s) AND (l.place IS NULL OR (e.kind, e.actor_id, e.object_id, e.space_id, e.origin)
      IS DISTINCT FROM (l.kind, l.actor_id, l.object_id, l.space_id, l.origin) OR e.details <> l.details::jsonb)
ORDER BY e.id LIMIT 1
"""


def _differing() -> int:
    """The place of the first link that says something else than its entry; -1 for an entry without a link, 0 for none."""
    with connection.cursor() as cursor:
        cursor.execute(_DIFFERING, {"kinds": sorted(kinds.AUDITED)})
        found = cursor.fetchone()
    return (int(found[0]) or -1) if found else 0
