"""No figure about a group can be turned into one about a few of its people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
