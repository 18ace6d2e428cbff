"""What may be shown together: against an oracle that knows nothing of rests, only of sums and differences."""

import itertools
import random
from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vloot.ground.disclosure import ChartError, Group, publishable, rests


def chart(*lines: str) -> list[Group]:
    """ "A in Company: 12" for each group; "Company: 30" for the top."""
    found = []
    for line in lines:
        who, _, answers = line.rpartition(": ")
        name, _, parent = who.partition(" in ")
        found.append(Group(name, parent, int(answers)))
    return found


@pytest.mark.parametrize(
    ("groups", "shown"),
    [
        (chart("Company: 30", "A in Company: 15", "B in Company: 15"), ["Company", "A", "B"]),
        (chart("Company: 6"), []),
        (chart("Company: 7"), ["Company"]),
        # B's four are what the company has without A
        (chart("Company: 16", "A in Company: 12", "B in Company: 4"), ["Company"]),
        # two small ones together are seven
        (chart("Company: 21", "A in Company: 14", "B in Company: 4", "C in Company: 3"), ["Company", "A"]),
        # three who are in no team, below the top: one team is hidden with them, the smallest
        (chart("Company: 30", "A in Company: 12", "B in Company: 15"), ["Company", "B"]),
        # a team that is all of its department says nothing new
        (chart("Company: 20", "A in Company: 10", "A1 in A: 10", "B in Company: 10"), ["Company", "A", "B", "A1"]),
        (chart("Company: 14", "A in Company: 14", "A1 in A: 8", "A2 in A: 6"), ["Company", "A"]),
    ],
)  # fmt: skip
def test_what_is_shown(groups: list[Group], shown: list[str]) -> None:
    chosen = publishable(groups, minimum=7)
    assert sorted(chosen.shown) == sorted(shown)
    assert chosen.hidden.keys() == {group.name for group in groups} - set(shown)


def test_why_a_group_is_hidden() -> None:
    hidden = publishable(chart("C: 20", "A in C: 5", "B in C: 15"), minimum=7).hidden
    assert hidden == {
        "A": "fewer than 7 answers",
        "B": "with what else is shown, fewer than 7 answers could be worked out",
    }


@pytest.mark.parametrize(
    ("groups", "at_fault"),
    [
        (chart("A: 9", "A: 9"), "A"),
        (chart("A: 9", "B in D: 9"), "B"),
        (chart("A in B: 9", "B in A: 9"), "A"),
        (chart("A: 9", "B in A: 5", "C in A: 5"), "A"),
        (chart("A: -1"), "A"),
    ],
)
def test_what_is_no_chart_is_refused(groups: list[Group], at_fault: str) -> None:
    with pytest.raises(ChartError) as refused:
        publishable(groups, minimum=7)
    assert refused.value.values["name"] == at_fault


def test_no_minimum_lies_under_five() -> None:
    with pytest.raises(ValueError, match="5 at least"):
        publishable(chart("A: 9"), minimum=4)


@st.composite
def charts(draw: st.DrawFn, most: int = 7, own: int = 9) -> list[Group]:
    """A company of a few groups inside each other, at any depth; some people in no inner group."""
    size = draw(st.integers(1, most))
    parents = [draw(st.integers(0, max(number - 1, 0))) for number in range(size)]
    answers = [draw(st.integers(0, own)) for _ in range(size)]
    for number in range(size - 1, 0, -1):
        answers[parents[number]] += answers[number]
    names = draw(st.permutations([f"g{number}" for number in range(size)]))
    return [
        Group(names[number], names[parents[number]] if number else "", answers[number]) for number in range(size)
    ]  # fmt: skip


@given(charts(), st.integers(5, 8))
def test_nothing_small_can_be_worked_out_and_no_more_is_hidden_than_must_be(
    groups: list[Group], minimum: int
) -> None:
    chosen = publishable(groups, minimum=minimum)
    assert is_safe(groups, chosen.shown, minimum)
    enough = [group.name for group in groups if group.answers >= minimum]
    assert set(chosen.shown) <= set(enough)
    safe = [
        set(some)
        for count in range(len(enough) + 1)
        for some in itertools.combinations(enough, count)
        if is_safe(groups, some, minimum)
    ]
    top = next(group.name for group in groups if not group.parent)
    assert (top in chosen.shown) == any(top in some for some in safe)
    most = max(len(some) for some in safe if (top in some) == (top in chosen.shown))
    assert len(chosen.shown) == most


@given(charts(most=30), st.randoms(use_true_random=False))
def test_the_order_of_the_lines_does_not_matter(groups: list[Group], chance: random.Random) -> None:
    shuffled = groups.copy()
    chance.shuffle(shuffled)
    assert publishable(shuffled, minimum=7) == publishable(groups, minimum=7)


@given(charts(most=60, own=12))
def test_each_rest_is_nobody_or_enough(groups: list[Group]) -> None:
    chosen = publishable(groups, minimum=7)
    assert all(rest == 0 or rest >= 7 for rest in rests(groups, chosen.shown).values())


def test_a_company_of_thousands_of_teams() -> None:
    chance = random.Random(3)
    teams = [Group(f"t{number}", f"d{number % 40}", chance.randint(0, 14)) for number in range(4000)]
    departments = [
        Group(f"d{number}", "all", sum(team.answers for team in teams if team.parent == f"d{number}"))
        for number in range(40)
    ]
    groups = [*teams, *departments, Group("all", "", sum(one.answers for one in departments))]
    chosen = publishable(groups, minimum=7)
    large = [group for group in groups if group.answers >= 7]
    assert min(rest for rest in rests(groups, chosen.shown).values() if rest) >= 7
    assert len(chosen.shown) > 0.97 * len(large)


def is_safe(groups: Sequence[Group], shown: Sequence[str], minimum: int) -> bool:
    """Whether no union of some people, fewer than the minimum, is a sum of multiples of what is shown: by linear algebra over all unions.

    People in the same innermost group stand together: nothing that is shown tells them apart.
    """
    inside = {group.name: {group.name} for group in groups}
    parents = {group.name: group.parent for group in groups}
    for name, parent in parents.items():
        above = parent
        while above:
            inside[above].add(name)
            above = parents[above]
    own = {
        group.name: group.answers - sum(other.answers for other in groups if other.parent == group.name)
        for group in groups
    }
    people = [name for name in own if own[name]]
    rows = [[Fraction(name in inside[one]) for name in people] for one in shown]
    basis = _reduced(rows)
    for count in range(1, len(people) + 1):
        for union in itertools.combinations(people, count):
            if sum(own[name] for name in union) < minimum and _spans(
                basis, [Fraction(name in union) for name in people]
            ):
                return False
    return True


def _reduced(rows: Sequence[Sequence[Fraction]]) -> list[tuple[int, list[Fraction]]]:
    basis: list[tuple[int, list[Fraction]]] = []
    for row in rows:
        left = _without(basis, list(row))
        at = next((place for place, one in enumerate(left) if one), None)
        if at is not None:
            basis.append((at, [one / left[at] for one in left]))
    return basis


def _without(basis: Sequence[tuple[int, list[Fraction]]], row: list[Fraction]) -> list[Fraction]:
    for at, base in basis:
        if times := row[at]:
            row = [one - times * other for one, other in zip(row, base, strict=True)]
    return row


def _spans(basis: Sequence[tuple[int, list[Fraction]]], row: list[Fraction]) -> bool:
    return not any(_without(basis, row))
