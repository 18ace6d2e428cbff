"""Coffee: every constraint holds whoever comes, nobody is left over who could sit, and no better seating exists."""

import random
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vloot.meet.coffee.engine import seating
from vloot.meet.coffee.engine.seating import Between, Comer, Seating, seat

ANY = frozenset({"nl"}), frozenset({"tue"})


def comer(
    name: str, team: str = "", *, languages: str = "nl", slots: str = "tue", is_host: bool = False
) -> Comer:
    return Comer(name, team or name, frozenset(languages.split()), frozenset(slots.split()), is_host)


def two(one: Any, other: Any) -> frozenset[Any]:
    return frozenset((one, other))


def test_other_teams_come_before_ones_own_and_strangers_before_acquaintances() -> None:
    house = [comer("a1", "a"), comer("a2", "a"), comer("b1", "b"), comer("b2", "b")]
    ties = {two("a1", "b1"), two("a2", "b2")}
    assert seat(house, Between(ties=ties), seed=1).tables == [("a1", "b2"), ("a2", "b1")]


def test_the_odd_one_joins_a_hosts_table() -> None:
    some = [comer(name, is_host=name == "dora") for name in ("anna", "bram", "chris", "dora", "eva")]
    for seed in range(9):
        tables, left = seat(some, Between(), seed=seed)
        (three,) = (table for table in tables if len(table) == 3)
        assert left == []
        assert "dora" in three


def test_a_line_of_command_never_sits_together_however_long() -> None:
    managers = {
        "worker": "chief",
        "chief": "boss",
        "boss": "worker of the board",
        "worker of the board": "boss",
    }
    for other in ("chief", "boss"):
        found = seat([comer("worker"), comer(other)], Between(managers=managers), seed=1)
        assert found == ([], sorted(["worker", other]))
    assert seat([comer("worker"), comer("chief"), comer("x")], Between(managers=managers), seed=1).tables


@pytest.mark.parametrize(
    "other",
    [comer("b", languages="fr"), comer("b", slots="wed")],
    ids=["language", "slot"],
)
def test_without_a_common_language_or_slot_there_is_no_table(other: Comer) -> None:
    assert seat([comer("a"), other], Between(), seed=1) == ([], ["a", "b"])


def test_who_fits_nowhere_as_the_third_takes_a_place_of_somebody_who_does() -> None:
    some = [
        comer("dutch"),
        comer("both", languages="fr nl", slots="tue wed"),
        comer("french", languages="fr", slots="tue wed"),
        comer("other", "x", languages="fr"),
        comer("another", "y", languages="fr"),
    ]
    for seed in range(9):
        tables, left = seat(some, Between(), seed=seed)
        assert left == []
        assert ("both", "dutch") in tables


def test_who_comes_twice_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="twice"):
        seat([comer("a"), comer("a")], Between(), seed=1)


NAMES = [f"p{number}" for number in range(9)]
PAIRS = st.sets(st.sampled_from([two(*some) for some in combinations(NAMES, 2)]), max_size=9)


@st.composite
def companies(draw: st.DrawFn) -> tuple[list[Comer], Between]:
    """Up to nine people with little in common, and much between them."""
    some = draw(st.sets(st.sampled_from(NAMES), max_size=9))
    comers = [
        Comer(
            name,
            draw(st.sampled_from("abc")),
            draw(st.frozensets(st.sampled_from(["nl", "fr"]), min_size=1)),
            draw(st.frozensets(st.sampled_from(["tue", "wed", "thu"]), min_size=1)),
            draw(st.booleans()),
        )
        for name in sorted(some)
    ]
    managers = draw(st.dictionaries(st.sampled_from(NAMES), st.sampled_from(NAMES), max_size=4))
    return comers, Between(draw(PAIRS), draw(PAIRS), draw(PAIRS), managers)


@given(companies(), st.integers(0, 3), st.randoms(use_true_random=False))
def test_whoever_comes_everything_holds(
    company: tuple[list[Comer], Between], seed: int, chance: random.Random
) -> None:
    comers, between = company
    found = seat(comers, between, seed=seed)
    by_id = {one.id: one for one in comers}
    seated = [person for table in found.tables for person in table]
    assert sorted([*seated, *found.left_over], key=str) == sorted(by_id, key=str)
    for table in found.tables:
        assert len(table) in (2, 3)
        assert may_sit([by_id[person] for person in table], between)
    for person in found.left_over:
        for other in found.left_over:
            assert other == person or not may_sit([by_id[person], by_id[other]], between)
    pairs = [set(some) for some in matchings([one.id for one in comers], by_id, between)]
    assert len(found.tables) == max(len(some) for some in pairs), "no seating has more tables"
    assert len(found.left_over) <= len(at_once(comers, between, seed).left_over), (
        "asking again mends or changes nothing"
    )
    shuffled = comers.copy()
    chance.shuffle(shuffled)
    assert seat(shuffled, between, seed=seed) == found


def at_once(comers: Sequence[Comer], between: Between, seed: int) -> Seating:
    """The first matching, without asking again for who is left over."""
    with mock.patch.object(seating, "TRIES", 0):
        return seat(comers, between, seed=seed)


def may_sit(some: Sequence[Comer], between: Between) -> bool:
    """The rules once more, said otherwise."""
    chart = between.managers
    for one, other in combinations(some, 2):
        if two(one.id, other.id) in set(between.met) | set(between.rather_not):
            return False
        for low, high in ((one.id, other.id), (other.id, one.id)):
            at, steps = low, 0
            while at in chart and steps < 20:
                at, steps = chart[at], steps + 1
                if at == high:
                    return False
    languages = set.intersection(*(set(one.languages) for one in some))
    return bool(languages) and bool(set.intersection(*(set(one.slots) for one in some)))


def matchings(left: list[Any], by_id: dict[Any, Comer], between: Between) -> Iterator[list[frozenset[Any]]]:
    """Every way to make tables of two."""
    if not left:
        yield []
        return
    first, *others = left
    yield from matchings(others, by_id, between)
    for other in others:
        if may_sit([by_id[first], by_id[other]], between):
            rest = [one for one in others if one != other]
            for more in matchings(rest, by_id, between):
                yield [two(first, other), *more]


@given(companies())
def test_no_seating_of_as_many_tables_is_heavier(company: tuple[list[Comer], Between]) -> None:
    comers, between = company
    by_id = {one.id: one for one in comers}
    found = at_once(comers, between, seed=0)
    ways = list(matchings([one.id for one in comers], by_id, between))
    most = max(map(len, ways))
    best = max(sum(weight(by_id, pair, between) for pair in way) for way in ways if len(way) == most)
    pairs = [frozenset(table[:2]) for table in found.tables]
    mine = sum(weight(by_id, pair, between) for pair in pairs)
    assert best - mine < 60 * max(most, 1), "only chance, less than 60 a table, may lie between"


def weight(by_id: dict[Any, Comer], pair: frozenset[Any], between: Between) -> int:
    """Other team 600, no tie 300, no common acquaintance 100."""
    one, other = (by_id[person] for person in pair)
    known = [
        {next(iter(tie - {person})) for tie in between.ties if person in tie} for person in (one.id, other.id)
    ]
    return 600 * (one.team != other.team) + 300 * (pair not in between.ties) + 100 * (not known[0] & known[1])


def test_six_hundred_people_four_rounds_long_all_across_teams_and_new() -> None:
    chance = random.Random(4)
    teams = 60
    house = [
        Comer(
            number,
            number % teams,
            frozenset(chance.sample(["nl", "fr", "en"], 2)),
            frozenset(chance.sample(["mon", "tue", "wed", "thu", "fri"], 3)),
            number % 20 == 0,
        )
        for number in range(600)
    ]
    ties = {two(number, chance.randrange(600)) for number in range(600) for _ in range(5)}
    ties = {tie for tie in ties if len(tie) == 2}
    managers = {number: number % teams for number in range(teams, 600)}
    met: set[frozenset[Any]] = set()
    for turn in range(4):
        tables, left = seat(house, Between(ties, met, frozenset(), managers), seed=turn)
        assert left == []
        assert all(len(table) == 2 for table in tables)
        for one, other in tables:
            assert isinstance(one, int)
            assert isinstance(other, int)
            assert one % teams != other % teams
            assert two(one, other) not in met | ties
        met |= {two(*table) for table in tables}
