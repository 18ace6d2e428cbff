"""A database that begins empty gets its shape at once; the tests' own began so."""

import pytest
from django.db import connection

from vloot.cli.running import fresh, schema

pytestmark = pytest.mark.django_db


def test_nothing_is_left_for_the_migrations() -> None:
    assert schema.pending() == 0


def test_what_is_not_empty_is_left_alone() -> None:
    assert not fresh.lay()


def test_the_shape_is_of_the_migrations_there_are() -> None:
    version, digest = fresh.head(fresh.SHAPE.read_text("utf-8"))
    assert digest == fresh.digest(), "make shape"
    assert version == connection.pg_version // 10_000  # type: ignore[attr-defined]


def test_a_shape_that_does_not_say_of_what_it_is_is_none() -> None:
    with pytest.raises(ValueError, match="of what it is"):
        fresh.head("create table x ();")
