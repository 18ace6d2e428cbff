"""The figures about a scale: by hand, by their properties, and on published sets."""

import csv
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from tests.shared import DATA, needs
from vloot.climate.engine import answers, reliability
from vloot.climate.engine.answers import Answers
from vloot.climate.engine.factor import one_factor
from vloot.ground.table import BadLines, TableError


def scale(*rows: str, groups: str = "") -> Answers:
    values = np.array([[float(sign) for sign in row] for row in rows])
    return Answers(tuple(f"i{number}" for number in range(values.shape[1])), values, tuple(groups))


def table(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "answers.csv"
    path.write_text(text, "utf-8")
    return path


def test_two_items_by_hand() -> None:
    # variances 5/3 and 5/3, covariance 1
    found = reliability.of(scale("12", "21", "34", "43"))
    assert found.alpha == pytest.approx(2 * (1 - (10 / 3) / (10 / 3 + 2 * 1)))
    assert found.omega is None


def test_groups_that_agree_within_and_differ_between() -> None:
    found = reliability.of(scale("11", "11", "55", "55", groups="aabb"))
    assert (found.icc1, found.icc2, found.rwg_mean) == (1.0, 1.0, 1.0)
    assert found.groups["a"] == reliability.Group(2, 1.0, (1.0, 1.0))


def test_an_item_the_wrong_way_about_warns_and_turned_about_it_does_not(tmp_path: Path) -> None:
    path = table(tmp_path, "a,b,c\n1,1,5\n2,1,4\n4,5,2\n5,4,1\n3,3,\n")
    wrong = reliability.of(answers.read(path, items=["a", "b", "c"]))
    right = reliability.of(answers.read(path, items=["a", "b", "c"], reverse=["c"]))
    assert wrong.n == right.n == 4
    assert any(said.startswith("c goes against") for said in wrong.warnings)
    assert not any("goes against" in said for said in right.warnings)
    assert right.alpha is not None
    assert right.alpha > 0.9


@given(
    arrays(np.int64, st.tuples(st.integers(0, 12), st.integers(1, 6)), elements=st.integers(1, 5)), st.data()
)
def test_whatever_was_answered_figures_come_and_do_not_depend_on_the_order(
    values: np.ndarray, data: st.DataObject
) -> None:
    groups = data.draw(st.lists(st.sampled_from("abc"), min_size=len(values), max_size=len(values)))
    order = data.draw(st.permutations(range(len(values))))
    names = tuple(f"i{number}" for number in range(values.shape[1]))
    given_ = Answers(names, values.astype(float), tuple(groups))
    turned = Answers(names, given_.values[list(order)], tuple(groups[place] for place in order))
    one, other = reliability.of(given_), reliability.of(turned)
    for figure in ("alpha", "icc1", "icc2", "rwg_mean", "mean"):
        assert getattr(one, figure) == pytest.approx(getattr(other, figure), abs=1e-9)
    assert one.alpha is None or one.alpha <= 1 + 1e-9
    assert one.rwg_mean is None or 0 <= one.rwg_mean <= 1
    assert sum(group.n for group in one.groups.values()) == one.n


@given(st.lists(st.floats(0.3, 0.9), min_size=3, max_size=8))
def test_the_factor_that_was_put_in_is_found(loadings: list[float]) -> None:
    given_ = np.array(loadings)
    correlations = np.outer(given_, given_)
    np.fill_diagonal(correlations, 1.0)
    found = one_factor(correlations)
    assert found is not None
    assert found[0] == pytest.approx(given_, abs=1e-3)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("a,b\n1,2\n3,nothing\n", "line 3: “nothing” in column “b” is no number"),
        ("a,c\n1,2\n", "“b” is missing"),
        ("a,b,b\n1,2,3\n", "two columns are called “b”"),
        ('a,b\n1,"2\n', "line 2: this is not a row"),
    ],
)
def test_a_bad_file_is_refused_with_its_line(tmp_path: Path, text: str, complaint: str) -> None:
    with pytest.raises((TableError, BadLines), match=complaint):
        answers.read(table(tmp_path, text), items=["a", "b"])


def test_commas_as_belgium_writes_them_and_what_stands_for_nothing(tmp_path: Path) -> None:
    path = table(tmp_path, "team;a;b\nx;1,5;2\n;2;3\ny;NA;1\n")
    found = answers.read(path, items=["a", "b"], group="team")
    assert found.values.tolist() == [[1.5, 2.0], [2.0, 3.0]]
    assert found.groups == ("x", "")


PSYCHOMETRICS = DATA / "psychometrics"
needs_sets = needs("psychometrics")
KEYS = {"A": ("A1",), "C": ("C4", "C5"), "E": ("E1", "E2"), "N": (), "O": ("O2", "O5")}
ALPHAS = {"A": 0.703756, "C": 0.729277, "E": 0.760933, "N": 0.813303, "O": 0.602546}


@needs_sets
@pytest.mark.parametrize("letter", KEYS)
def test_alpha_of_five_scales_of_a_published_set(letter: str) -> None:
    items = [f"{letter}{number}" for number in range(1, 6)]
    found = reliability.of(answers.read(PSYCHOMETRICS / "bfi.csv", items=items, reverse=KEYS[letter]))
    assert found.alpha == pytest.approx(ALPHAS[letter], abs=1e-6)
    if letter == "A":
        assert found.omega == pytest.approx(0.7121, abs=1e-4)


@needs_sets
def test_alpha_and_its_interval_of_thirty_people() -> None:
    with (PSYCHOMETRICS / "attitude.csv").open() as file:
        items = next(csv.reader(file))
    found = reliability.of(answers.read(PSYCHOMETRICS / "attitude.csv", items=items))
    assert found.alpha == pytest.approx(0.843143, abs=1e-6)
    assert found.alpha_interval == pytest.approx((0.739, 0.916), abs=5e-4)


@needs_sets
@pytest.mark.parametrize(("item", "icc1"), [("LEAD", 0.1270), ("COHES", 0.0443)])
def test_icc_of_ninety_nine_companies_of_soldiers(item: str, icc1: float) -> None:
    found = reliability.of(answers.read(PSYCHOMETRICS / "bh1996.csv", items=[item], group="GRP"))
    assert found.icc1 == pytest.approx(icc1, abs=5e-5)
    assert len(found.groups) == 99
