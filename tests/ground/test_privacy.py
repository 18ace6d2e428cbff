"""No figure about a group can be turned into one about a few of its people."""

from statistics import fmean, stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import t as student

from vloot.ground import privacy
from vloot.ground.privacy import Figure

SIZES = st.integers(0, 400).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))


@given(SIZES, st.integers(5, 12))
def test_whatever_is_shown_fits_at_least_the_minimum_of_counts(size: tuple[int, int], minimum: int) -> None:
    count, of = size
    said = privacy.shown(count, of, minimum=minimum)
    alike = [other for other in range(of + 1) if privacy.shown(other, of, minimum=minimum) == said]
    assert len(alike) >= min(minimum, of + 1)
    if said is not None:
        assert said.at_least <= count
        assert minimum <= said.at_least <= of - minimum


@pytest.mark.parametrize(
    ("count", "of", "said"),
    [
        (6, 100, None),
        (7, 100, 7),
        (13, 100, 7),
        (14, 100, 14),
        (100, 100, 91),
        (7, 13, None),
        (13, 13, None),
        (14, 14, 7),
        (0, 0, None),
    ],
)
def test_below_seven_and_near_all_is_not_told_apart(count: int, of: int, said: int | None) -> None:
    assert privacy.shown(count, of) == (Figure(said, of) if said else None)


@pytest.mark.parametrize(("count", "of", "minimum"), [(3, 2, 7), (-1, 9, 7), (8, 20, 4)])
def test_a_figure_that_cannot_be_is_refused(count: int, of: int, minimum: int) -> None:
    with pytest.raises(ValueError, match="no figure"):
        privacy.shown(count, of, minimum=minimum)


GROUPS = st.integers(7, 60).flatmap(lambda n: st.lists(st.integers(0, 48), min_size=n, max_size=n))


@given(GROUPS, st.integers(5, 12))
def test_no_estimate_tells_what_each_of_a_group_answered(scores: list[int], minimum: int) -> None:
    """Whatever is shown, some one person could stand a third of the scale away from the others, or at least from where all seem to be."""
    values = [score / 48 * 100 for score in scores]
    n, mean = len(values), fmean(values)
    half = float(student.ppf(0.95, n - 1)) * stdev(values) / n**0.5
    said = privacy.estimate(mean, half, n, minimum=minimum)
    if n < minimum:
        assert said is None
        return
    assert said is not None
    assert 10 <= said.mean <= 90
    widest = max(said.high - said.mean, said.mean - said.low)
    deviation = widest / float(student.ppf(0.95, n - 1)) * n**0.5
    assert deviation * (n - 1) / n**0.5 >= 33.3, "one alone may be a third of the scale away from the mean"
    step = 5 if n < 20 else 2 if n < 50 else 1
    assert said.mean % step == said.low % step == said.high % step == 0
    assert abs(said.mean - min(max(mean, 10), 90)) <= step / 2


def test_two_figures_of_nearly_the_same_people_do_not_tell_what_the_newcomer_answered() -> None:
    """With everybody else known to have answered the same as last time, the sums still leave seventy points of a hundred open."""
    for n in range(7, 1000):
        before, after = n * privacy.step(n), (n + 1) * privacy.step(n + 1)
        assert before + after >= 70


def test_an_estimate_needs_the_minimum_and_an_interval() -> None:
    assert privacy.estimate(50, 10, 6) is None
    assert privacy.estimate(50, None, 7) is None
    assert privacy.estimate(63.2, 11.4, 7) == privacy.Estimate(7, 65.0, 50.0, 80.0)
    assert privacy.estimate(100, 0, 30) == privacy.Estimate(30, 90.0, 86.0, 94.0)
    assert privacy.estimate(61.24, 4.01, 40) == privacy.Estimate(40, 62.0, 56.0, 68.0)
    with pytest.raises(ValueError, match="minimum"):
        privacy.estimate(50, 10, 20, minimum=4)


@pytest.mark.parametrize(
    ("counts", "is_shown"),
    [
        ([3, 3, 3, 3, 2], False),  # fourteen
        ([3, 3, 3, 3, 3], True),
        ([9, 9, 0, 0, 0], False),
        ([0, 0, 18, 0, 0], False),
        ([0, 0, 0, 9, 9], False),
        ([0, 1, 0, 9, 9], True),
    ],
)
def test_how_many_chose_what_is_shown_from_fifteen_on_and_never_when_all_agree(
    counts: list[int], is_shown: bool
) -> None:
    assert privacy.distribution(counts) == (counts if is_shown else None)


def test_a_group_of_which_few_answered_is_not_spoken_for() -> None:
    assert [privacy.speaks_for(answers, 20) for answers in (0, 7, 8, 20)] == [False, False, True, True]
    assert not privacy.speaks_for(0, 0)
