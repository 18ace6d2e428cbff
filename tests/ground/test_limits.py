"""How much in a while: so many at once, then evenly; the same for every process, and nobody can be read out of the table."""

from collections.abc import Callable, Iterator

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from tests.stage import Clock
from vloot.ground import limits
from vloot.ground.limits import Limit, TooFast
from vloot.ground.models import Allowance, Bucket

pytestmark = pytest.mark.django_db

FIVE = Limit("five", 5, 600, "Five in ten minutes")


@pytest.fixture
def declared() -> Iterator[Limit]:
    """A limit that a room has declared, for this test alone."""
    yield limits.declare("test_only", 3, 60, "Three a minute")
    del limits.DECLARED["test_only"]


def often(limit: Limit, *who: object, times: int) -> int:
    """How many of so many tries went through."""
    done = 0
    for _ in range(times):
        try:
            limits.take(limit, *who)
        except TooFast:
            continue
        done += 1
    return done


def test_so_many_at_once_and_then_evenly(clock: Clock) -> None:
    assert often(FIVE, 7, times=20) == 5
    with pytest.raises(TooFast) as refused:
        limits.take(FIVE, 7)
    assert refused.value.wait == 120
    assert "2 minutes" in refused.value.text
    clock.move(seconds=119)
    assert often(FIVE, 7, times=3) == 0
    clock.move(seconds=2)
    assert often(FIVE, 7, times=3) == 1
    clock.move(minutes=11)
    assert often(FIVE, 7, times=20) == 5


def test_everybody_has_their_own(clock: Clock) -> None:
    assert often(FIVE, 7, times=9) == 5
    assert often(FIVE, 8, times=9) == 5
    assert often(FIVE, 7, "about", 1, times=9) == 5
    assert often(Limit("other", 2, 60, ""), 7, times=9) == 2


def test_more_at_once_counts_as_more_and_what_never_fits_passes_alone(clock: Clock) -> None:
    limits.take(FIVE, 7, cost=4.5)
    with pytest.raises(TooFast):
        limits.take(FIVE, 7)
    limits.take(FIVE, 8, cost=100)
    with pytest.raises(TooFast) as refused:
        limits.take(FIVE, 8)
    assert refused.value.wait == 120


def test_a_refused_try_costs_nothing(clock: Clock) -> None:
    often(FIVE, 7, times=5)
    for _ in range(50):
        with pytest.raises(TooFast) as refused:
            limits.take(FIVE, 7)
    assert refused.value.wait == 120


def test_what_was_chosen_holds_at_once(clock: Clock, declared: Limit) -> None:
    assert limits.chosen()["test_only"] == 3
    limits.choose("test_only", 8)
    assert limits.chosen()["test_only"] == 8
    assert often(declared, 7, times=20) == 8
    with pytest.raises(KeyError):
        limits.choose("nobody declared this", 8)
    assert Allowance.objects.count() == 1


def test_the_table_names_nobody_and_cleans_itself(clock: Clock) -> None:
    limits.take(FIVE, 123456789)
    (bucket,) = Bucket.objects.all()
    assert bucket.key != 123456789
    with connection.cursor() as cursor:
        cursor.execute(
            "select relpersistence from pg_class where relname in ('ground_bucket', 'ground_tries')"
        )
        assert cursor.fetchall() == [("u",), ("u",)]
    assert limits.clear() == 0
    clock.move(minutes=3)
    assert limits.clear() == 1
    assert not Bucket.objects.exists()


def test_one_question_asks_and_takes(
    clock: Clock, django_assert_num_queries: Callable[[int], object]
) -> None:
    for _ in range(7):
        with django_assert_num_queries(1):  # type: ignore[attr-defined]
            often(FIVE, 7, times=1)


@given(steps=st.lists(st.tuples(st.integers(0, 400), st.integers(1, 4)), max_size=25))
def test_never_more_than_the_bucket_and_what_ran_out_of_it(steps: list[tuple[int, int]]) -> None:
    from tests.conftest import MORNING

    Bucket.objects.all().delete()
    passed, gone_by = 0, 0
    with Clock(MORNING) as clock:
        for seconds, cost in steps:
            clock.move(seconds=seconds)
            gone_by += seconds
            try:
                limits.take(FIVE, 7, cost=cost)
            except TooFast as refused:
                clock.move(seconds=refused.wait)
                gone_by += refused.wait
                limits.take(FIVE, 7, cost=cost)  # after the wait that was told, there is room
            passed += cost
            assert passed <= 5 + gone_by / 120 + 0.01


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (1, "1 second"),
        (90, "90 seconds"),
        (91, "2 minutes"),
        (3600, "60 minutes"),
        (7200, "2 hours"),
        (3 * 86400, "3 days"),
    ],
)
def test_a_while_in_words(seconds: int, words: str) -> None:
    assert limits.in_words(seconds) == words
