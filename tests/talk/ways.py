"""What every test of the living room looks at: what was refused, what was logged, and that a refusal wrote nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

import pytest
from django.db import connection

from vloot.ground import clock
from vloot.ground.errors import NotFound, Refused
from vloot.logbook.models import Entry

ROOMS = ("talk_", "climate_", "logbook_", "notices_", "people_", "company_", "procrastinate_jobs")


def picture() -> dict[str, list[str]]:
    """Every row of every table of the rooms, as text: two pictures are equal when nothing was written in between."""
    with connection.cursor() as cursor:
        tables = [name for name in connection.introspection.table_names(cursor) if name.startswith(ROOMS)]
        seen = {}
        for table in tables:
            cursor.execute(f'select t::text from "{table}" t order by 1')  # names from the database
            seen[table] = [row[0] for row in cursor.fetchall()]
    return seen


@contextmanager
def unwritten() -> Iterator[None]:
    """Nothing is written in this block."""
    before = picture()
    yield
    assert picture() == before


@contextmanager
def refused(code: str, field: str = "") -> Iterator[None]:
    """The block is refused with this code, says why in words, and has written nothing."""
    with unwritten(), pytest.raises(Refused) as caught:
        yield
    assert caught.value.code == code
    assert len(caught.value.text.split()) >= 2
    if field:
        assert caught.value.field == field


@contextmanager
def missing() -> Iterator[None]:
    """What the block asks for is not there for its actor, and nothing is written."""
    with unwritten(), pytest.raises(NotFound):
        yield


@contextmanager
def logged(*kinds: str) -> Iterator[list[Entry]]:
    """Exactly these kinds are recorded in the block, in any order; gives the entries once it has ended."""
    known = set(Entry.objects.values_list("id", flat=True))
    found: list[Entry] = []
    yield found
    found += Entry.objects.exclude(id__in=known).order_by("id")
    assert sorted(entry.kind for entry in found) == sorted(kinds)


@contextmanager
def unlogged() -> Iterator[None]:
    """The block leaves no entry."""
    with logged():
        yield


def in_days(days: int) -> date:
    """A day that lies this many days ahead."""
    return clock.now().date() + timedelta(days=days)
