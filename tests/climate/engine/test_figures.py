"""Figures from sums are those that scipy, or a hand, finds from the scores themselves."""

import math
import warnings

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats
from scipy.stats import false_discovery_control

from vloot.climate.engine import figures, scores
from vloot.climate.engine.scores import Asked, Sums

SCORES = st.lists(st.integers(0, 48).map(lambda one: one * 25), min_size=2, max_size=60)


def points(values: list[int]) -> list[float]:
    return [value / 12 for value in values]


@given(SCORES)
def test_a_mean_and_its_interval_are_students(values: list[int]) -> None:
    found = figures.mean(scores.added(values))
    assert found.mean == pytest.approx(stats.tmean(points(values)))
    if len(set(values)) > 1:
        low, high = stats.ttest_1samp(points(values), 0).confidence_interval(0.9)
        assert (found.low, found.high) == pytest.approx((low, high))
    else:
        assert found.half == 0


@given(SCORES, SCORES)
def test_a_change_is_welchs(before: list[int], after: list[int]) -> None:
    found = figures.welch(scores.added(before), scores.added(after))
    if len(set(before)) == len(set(after)) == 1:
        assert found is None
        return
    assert found is not None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of answers that are all the same on one side
        wanted = stats.ttest_ind(points(after), points(before), equal_var=False)
    low, high = wanted.confidence_interval(0.9)
    assert (found.p, found.low, found.high) == pytest.approx((wanted.pvalue, low, high), abs=1e-9)


@given(st.lists(SCORES, min_size=2, max_size=6))
def test_how_far_groups_differ_is_a_one_way_analysis_of_variance(groups: list[list[int]]) -> None:
    assume(any(len(set(group)) > 1 for group in groups))
    found = figures.spread([scores.added(group) for group in groups])
    assert found is not None
    wanted = stats.f_oneway(*map(points, groups)).pvalue
    assume(not math.isnan(wanted))  # SciPy's sums can come out below nothing where the means are the same
    assert found.p == pytest.approx(wanted, abs=1e-9)
    assert -1 <= found.icc <= 1
    assert (found.between > 0) == (found.icc > 0)


def test_icc_of_a_table_worked_by_hand() -> None:
    """Three groups of two, 0 and 4, 8 and 12, 4 and 8 points: MSB 32, MSW 8, so ICC(1) = 24 / 40."""
    groups = [scores.added([12 * one for one in pair]) for pair in ((0, 4), (8, 12), (4, 8))]
    found = figures.spread(groups)
    assert found is not None
    assert found.icc == pytest.approx(0.6)
    assert (found.between, found.within) == pytest.approx((12, 8))
    assert not found.is_proven
    whole = figures.mean(scores.together(groups))
    drawn = figures.shrunken(groups[1], whole, found)
    assert drawn.mean == pytest.approx(0.75 * 10 + 0.25 * 6)
    assert drawn.half == pytest.approx(6.3138 * math.sqrt(3), rel=1e-4)


@given(st.lists(SCORES, min_size=2, max_size=6))
def test_a_group_is_drawn_towards_everybody_and_never_past(groups: list[list[int]]) -> None:
    sums = [scores.added(group) for group in groups]
    apart, whole = figures.spread(sums), figures.mean(scores.together(sums))
    assume(apart is not None)
    for one in sums:
        assert apart is not None
        own, drawn = figures.mean(one), figures.shrunken(one, whole, apart)
        low, high = sorted((own.mean, whole.mean))
        assert low - 1e-9 <= drawn.mean <= high + 1e-9


@pytest.mark.parametrize(("count", "of", "low", "high"), [(6, 7, 0.55, 0.97), (16, 20, 0.62, 0.91)])
def test_shares_are_wilsons(count: int, of: int, low: float, high: float) -> None:
    assert figures.wilson(count, of) == pytest.approx((low, high), abs=0.005)
    wanted = stats.binomtest(count, of).proportion_ci(0.9, method="wilson")
    assert figures.wilson(count, of) == pytest.approx((wanted.low, wanted.high))


@given(st.dictionaries(st.sampled_from("abcdefghijkl"), st.floats(0, 1), min_size=1))
def test_what_is_proven_among_several_is_benjamini_and_hochbergs(chances: dict[str, float]) -> None:
    names = list(chances)
    adjusted = false_discovery_control([chances[name] for name in names])
    assume(all(abs(one - 0.1) > 1e-9 for one in adjusted))
    assert figures.proven(chances) == {name for name, one in zip(names, adjusted, strict=True) if one <= 0.1}


def test_a_scale_needs_half_of_its_items_and_reversed_ones_count_the_other_way() -> None:
    asked = [Asked(f"S{at}", "safety", at == 2) for at in range(1, 5)]
    told = {"S1": 5, "S2": 1, "S3": None, "S4": 4}
    found = [scores.score(item, told[item.key]) for item in asked]
    assert found == [1200, 1200, None, 900]
    assert scores.scale_score(found) == 1100
    assert scores.scale_score([1200, None, None, None]) is None
    assert scores.scale_score([1200, 0, None, None]) == 600
    assert scores.by_scale([told, {"S1": 1}], asked) == {"safety": Sums(1, 1100, 1210000)}
    assert scores.chosen([told, {"S1": 5}, {}], "S1") == [0, 0, 0, 0, 2]


@given(st.permutations(range(20)))
def test_no_order_of_the_ballots_changes_a_sum(order: list[int]) -> None:
    asked = [Asked(f"S{at}", "safety", at == 2) for at in range(1, 4)]
    ballots = [{"S1": at % 5 + 1, "S2": at % 3 + 1, "S3": None if at % 4 else 2} for at in range(20)]
    mixed = [ballots[at] for at in order]
    assert scores.by_scale(mixed, asked) == scores.by_scale(ballots, asked)
    assert scores.by_item(mixed, asked) == scores.by_item(ballots, asked)


def test_weeks_are_blended_as_if_all_went_together() -> None:
    weeks = [scores.added([0, 600, 1200]), scores.added([300, 300, 900, 900])]
    found = figures.mean(scores.blended(weeks))
    assert found.n == 3
    assert found.mean == pytest.approx(50, abs=0.05)
    errors = [50 / math.sqrt(3), math.sqrt(2500 / 3) / 2]  # of each item
    assert found.half is not None
    assert found.half == pytest.approx(2.92 * sum(errors) / 2, rel=1e-3)
    assert scores.blended([scores.added([]), weeks[0]]).n == 0
