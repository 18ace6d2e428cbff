"""The audit log: whatever is done to a chain whose head somebody noted, checking it finds out."""

from datetime import UTC, datetime, timedelta
from threading import Thread
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from vloot.logbook import acts, chain, kinds, sealing
from vloot.logbook.models import Entry, Link
from vloot.logbook.sealing import FIRST, Sealed

BEGIN = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
KINDS = sorted(kinds.AUDITED)


def linked(count: int) -> list[Sealed]:
    made: list[Sealed] = []
    for n in range(1, count + 1):
        details = sealing.told({"role": "höst", "n": n})
        link = Sealed(
            place=n, entry_id=n * 7, kind=KINDS[n % len(KINDS)], actor_id=n % 3 or None, object_id=n,
            space_id=None, origin="web", at=BEGIN + timedelta(minutes=n), details=details,
            version=sealing.VERSION, previous=made[-1].hash if made else FIRST, hash="",
        )  # fmt: skip
        made.append(sealing.seal(link))
    return made


def resealed(links: list[Sealed], begin: int) -> list[Sealed]:
    """The chain computed anew from `begin` on, as whoever owns the machine could."""
    made = links[:begin]
    for n, link in enumerate(links[begin:], begin + 1):
        made.append(sealing.seal(link._replace(place=n, previous=made[-1].hash if made else FIRST)))
    return made


CHANGES: dict[str, Any] = {
    "entry_id": 1, "kind": "RoleGiven?", "actor_id": 99, "object_id": 98, "space_id": 97, "origin": "demo",
    "at": BEGIN, "details": "{}", "previous": "f" * 64, "hash": "e" * 64, "place": 999, "version": 2,
}  # fmt: skip


@given(count=st.integers(2, 12), place=st.integers(0, 11), field=st.sampled_from(sorted(CHANGES)))
def test_any_change_shows(count: int, place: int, field: str) -> None:
    links = linked(count)
    n = place % count
    links[n] = links[n]._replace(**{field: CHANGES[field]})
    outcome = sealing.check(links)
    assert outcome.broken
    assert outcome.broken.place == n + 1, "the first broken line is named"


@given(
    count=st.integers(3, 12), one=st.integers(0, 11), other=st.integers(0, 11), how=st.sampled_from("rias")
)
def test_what_is_taken_added_or_moved_shows_even_in_a_chain_made_anew(
    count: int, one: int, other: int, how: str
) -> None:
    links = linked(count)
    head, n, m = links[-1].hash, one % count, other % count
    if how == "r":
        del links[n]
    elif how == "i" and n != m:
        links.insert(n, links[m])
    elif how == "s" and n != m:
        links[n], links[m] = links[m], links[n]
    else:
        links[n] = links[n]._replace(object_id=12345)
    assert sealing.check(links, head).broken
    assert sealing.check(resealed(links, 0), head).broken, "also when every seal was computed anew"


@given(count=st.integers(1, 12), left=st.integers(0, 11))
def test_a_chain_that_was_cut_off_lacks_the_noted_head(count: int, left: int) -> None:
    links = linked(count)
    assert sealing.check(links, links[-1].hash).broken is None
    kept = links[: left % count]
    assert sealing.check(kept).broken is None, "without a head nothing shows"
    broken = sealing.check(kept, links[-1].hash).broken
    assert broken
    assert broken.why == "head"


def record(kind: str = "RoleGiven", object_id: int = 5, **details: object) -> Entry:
    with transaction.atomic():
        return acts.record(kind=kind, actor_id=3, object_id=object_id, details=dict(details))


@pytest.mark.django_db
def test_only_audited_kinds_are_chained_in_one_transaction_with_their_entry() -> None:
    entry = record(role="host")
    record("Posted")
    assert [link.entry_id for link in chain.links()] == [entry.id]
    with transaction.atomic():
        acts.record(kind="RoleTaken", actor_id=3, object_id=5)
        transaction.set_rollback(True)
    assert chain.verify().lines == 1
    assert chain.verify().broken is None


@pytest.mark.django_db
def test_the_log_is_never_pruned_and_the_database_refuses_to_change_it() -> None:
    record()
    Entry.objects.all().delete()
    assert acts.prune() == 0
    for change in (lambda: Link.objects.update(actor_id=1), lambda: Link.objects.all().delete()):
        with pytest.raises(DatabaseError, match="only ever added to"), transaction.atomic():
            change()
    assert chain.verify().lines == 1


@pytest.mark.django_db
def test_a_line_that_was_taken_away_at_the_end_is_missed_by_its_entry() -> None:
    record()
    record(object_id=6)
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE logbook_link DISABLE TRIGGER logbook_link_stays")
        cursor.execute("DELETE FROM logbook_link WHERE place = 2")
        cursor.execute("ALTER TABLE logbook_link ENABLE TRIGGER logbook_link_stays")
    broken = chain.verify().broken
    assert broken
    assert (broken.why, broken.place) == ("entry", -1)


@pytest.mark.django_db(transaction=True)
def test_acts_at_the_same_time_make_one_chain() -> None:
    def write() -> None:
        for n in range(5):
            record(object_id=n)
        connection.close()

    threads = [Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    outcome = chain.verify()
    assert (outcome.lines, outcome.broken) == (20, None)
