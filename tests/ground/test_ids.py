"""Ids: they sort by time, they differ, and they give their moment back."""

import itertools
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vloot.ground import clock, ids

MOMENTS = st.datetimes(datetime(1970, 1, 2), datetime(2109, 1, 1), timezones=st.just(UTC))


@given(MOMENTS)
def test_an_id_gives_its_moment_back_to_the_millisecond(at: datetime) -> None:
    assert timedelta(0) <= at - ids.moment(ids.new(at)) < timedelta(milliseconds=1)


@given(MOMENTS, MOMENTS)
def test_ids_sort_by_their_moments(one: datetime, other: datetime) -> None:
    first, second = ids.new(one), ids.new(other)
    if abs(one - other) >= timedelta(milliseconds=1):
        assert (first < second) == (one < other)


@given(MOMENTS)
def test_ids_fit_a_bigint_and_are_not_before_the_first_of_their_moment(at: datetime) -> None:
    assert 0 <= ids.first(at) <= ids.new(at) <= ids.LARGEST


def test_ids_of_now_rise_strictly() -> None:
    made = [ids.new() for _ in range(20_000)]
    assert all(one < two for one, two in itertools.pairwise(made))


def test_ids_of_one_moment_differ() -> None:
    at = datetime(2024, 5, 1, tzinfo=UTC)
    with clock.freeze(at):
        made = [ids.new() for _ in range(5_000)] + [ids.new(at) for _ in range(5_000)]
    assert len(set(made)) == len(made)


def test_the_zone_of_a_moment_does_not_matter() -> None:
    here = datetime(2024, 5, 1, 14, 0, tzinfo=timezone(timedelta(hours=2)))
    assert ids.moment(ids.new(here)) == here


@pytest.mark.parametrize(
    "at", [datetime(2024, 1, 1), datetime(1969, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)]
)
def test_a_moment_that_cannot_be_kept_is_refused(at: datetime) -> None:
    with pytest.raises(ValueError, match="an id needs a moment"):
        ids.new(at)
