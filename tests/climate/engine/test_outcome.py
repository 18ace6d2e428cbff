"""What may be published about a wave: the same for any order of the ballots, and nothing about few."""

import random

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from vloot.climate.engine import outcome, scores
from vloot.climate.engine.outcome import ALL, Outcome, Round
from vloot.climate.engine.scores import Asked, Ballot
from vloot.ground import disclosure
from vloot.ground.disclosure import Group

ASKED = tuple(
    Asked(key, scale, key in ("S2", "T4", "O3"))
    for key, scale in (
        *((f"S{at}", "safety") for at in range(1, 5)),
        *((f"T{at}", "trust") for at in range(1, 5)),
        *((f"O{at}", "openness") for at in range(1, 4)),
        ("W1", "wellbeing"),
    )
)
WEEKS = tuple(
    tuple(item for item in ASKED if item.key[1] == str(week) or (week == 4 and item.key == "W1"))
    for week in range(1, 5)
)


def voted(n: int, mean: float, chance: random.Random, asked: tuple[Asked, ...] = ASKED) -> list[Ballot]:
    """Ballots around a mean of 1 to 5, some items left out."""
    return [_ballot(mean + chance.gauss(0, 0.6), chance, asked) for _one in range(n)]


def _ballot(mood: float, chance: random.Random, asked: tuple[Asked, ...]) -> Ballot:
    ballot: dict[str, int | None] = {}
    for item in asked:
        value = min(max(round(chance.gauss(mood, 0.8)), 1), 5)
        ballot[item.key] = None if chance.random() < 0.05 else 6 - value if item.is_reversed else value
    return ballot


def published(counts: dict[str, int], means: dict[str, float], size: int = 0, seed: int = 1) -> Outcome:
    chance = random.Random(seed)
    ballots = {name: voted(n, means.get(name, 3.5), chance) for name, n in counts.items()}
    return outcome.of(
        [Round(ASKED, ballots)], {name: size or max(n, 1) for name, n in counts.items()}, minimum=7
    )


def groups_on(found: Outcome, measure: str) -> list[str]:
    return [line.group for line in found.lines if line.measure == measure and line.group != ALL]


@settings(max_examples=15)
@given(st.integers(0, 10**6), st.lists(st.integers(0, 40), min_size=1, max_size=6))
def test_the_same_ballots_in_any_order_publish_the_same_to_the_byte(seed: int, counts: list[int]) -> None:
    """Promise 5."""
    chance = random.Random(seed)
    ballots = {f"g{at}": voted(n, 2 + at / 2, chance) for at, n in enumerate(counts)}
    sizes = {name: max(len(some), 10) for name, some in ballots.items()}
    mixed = {
        name: chance.sample(ballots[name], len(ballots[name]))
        for name in chance.sample(sorted(ballots), len(ballots))
    }
    one, other = (outcome.of([Round(ASKED, some)], sizes, minimum=7) for some in (ballots, mixed))
    assert msgspec.json.encode(one) == msgspec.json.encode(other)


def test_alpha_and_omega_stand_from_a_hundred_answers_on_in_any_order() -> None:
    chance = random.Random(4)
    ballots = {"a": voted(80, 3.5, chance), "b": voted(60, 3, chance)}
    found = outcome.of([Round(ASKED, ballots)], {"a": 80, "b": 60}, minimum=7)
    assert [one.scale for one in found.hangings] == ["safety", "trust", "openness"]
    assert all(one.low < one.alpha < one.high and one.n >= 100 and one.omega for one in found.hangings)
    mixed = {name: some[::-1] for name, some in reversed(ballots.items())}
    assert outcome.of([Round(ASKED, mixed)], {"a": 80, "b": 60}, minimum=7) == found
    assert published({"a": 60, "b": 38}, {}).hangings == []


def test_a_team_of_three_is_never_shown_nor_what_is_left_without_the_others() -> None:
    found = published({"bow": 3, "dock": 30, "hull": 12}, {"bow": 1.5, "dock": 4.5, "hull": 2.5})
    assert found.differing, "they do differ"
    for measure in found.differing:
        assert "bow" not in groups_on(found, measure)
        assert len(groups_on(found, measure)) == 1, "with both others shown, the three could be worked out"


@settings(max_examples=15)
@given(st.integers(0, 10**6), st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 30), min_size=2))
def test_on_no_scale_can_fewer_than_the_minimum_be_worked_out(seed: int, counts: dict[str, int]) -> None:
    """Promise 3, for each scale with the answers that were given on it."""
    chance = random.Random(seed)
    ballots = {name: voted(n, chance.uniform(1, 5), chance) for name, n in counts.items()}
    found = outcome.of([Round(ASKED, ballots)], {name: max(n, 10) for name, n in counts.items()}, minimum=7)
    for line in found.lines:
        assert line.shown.n >= 7
    for scale, n in {
        line.measure: line.shown.n for line in found.lines if line.group == ALL and line.counts is None
    }.items():
        shown = [line for line in found.lines if line.measure == scale and line.group != ALL]
        chart = [Group("all", "", n), *(Group(line.group, "all", line.shown.n) for line in shown)]
        rests = disclosure.rests(chart, [one.name for one in chart])
        assert all(rest == 0 or rest >= 7 for rest in rests.values())


def test_where_teams_do_not_differ_provably_none_is_shown() -> None:
    found = published(dict.fromkeys("abcd", 15), {}, seed=3)
    assert "safety" not in found.differing
    assert groups_on(found, "safety") == []
    assert any(line.measure == "safety" and line.group == ALL for line in found.lines)


def test_a_group_of_which_fewer_than_two_in_five_answered_is_not_shown() -> None:
    counts, means = {"a": 19, "b": 40, "c": 40}, {"a": 1.5, "b": 4.5, "c": 3}
    assert "a" in groups_on(published(counts, means, size=47), "safety")
    assert "a" not in groups_on(published(counts, means, size=48), "safety")


def test_an_item_on_which_all_say_nearly_the_same_is_not_shown() -> None:
    ballots: list[Ballot] = [{"S1": 1 + at % 2, "S2": 1 + at % 5, "S3": 3, "S4": 2} for at in range(20)]
    found = outcome.of([Round(ASKED[:4], {"a": ballots})], {"a": 20}, minimum=7)
    assert [line.measure for line in found.lines] == ["safety", "S2"]
    assert found.lines[1].counts == [4, 4, 4, 4, 4]
    alone = outcome.of([Round(ASKED[:4], {"a": ballots[:14]})], {"a": 14}, minimum=7)
    assert alone.lines[1].counts is None, "of fourteen it is not shown how many chose what"


def test_a_team_that_all_says_the_same_shows_neither_an_end_nor_that_it_does() -> None:
    unanimous: list[Ballot] = [
        {item.key: 1 if item.is_reversed else 5 for item in ASKED} for _one in range(12)
    ]
    chance = random.Random(2)
    ballots = {"bow": unanimous, "dock": voted(30, 3, chance), "hull": voted(20, 2.5, chance)}
    found = outcome.of(
        [Round(ASKED, ballots)], {name: len(some) for name, some in ballots.items()}, minimum=7
    )
    lines = [line for line in found.lines if line.group == "bow"]
    assert lines
    for line in lines:
        assert line.shown.mean <= 90
        assert line.shown.mean - line.shown.low >= 10


def test_four_weeks_make_a_set_with_the_least_answered_week_as_its_n() -> None:
    chance = random.Random(5)
    rounds = [
        Round(week, {"a": voted(30 - at, 4.5, chance, week), "b": voted(30, 2, chance, week)})
        for at, week in enumerate(WEEKS)
    ]
    found = outcome.of(rounds, {"a": 30, "b": 30}, minimum=7)
    assert found.answers == 57
    assert found.hangings == [], "weeks cannot be joined"
    safety = {line.group: line for line in found.lines if line.measure == "safety"}
    assert set(safety) == {ALL, "a", "b"}
    assert safety["a"].verdict == "higher"
    assert safety["b"].verdict == "lower"
    assert safety["a"].shown.n <= 27


def test_of_fewer_than_the_minimum_nothing_is_left_but_that_they_were_few() -> None:
    found = published({"a": 6}, {}, size=12)
    assert found == Outcome(12, 6, [], [], [])
    assert outcome.of([Round(ASKED, {})], {"a": 12}, minimum=7) == Outcome(12, 0, [], [], [])


@settings(max_examples=25)
@given(st.integers(0, 10**6), st.lists(st.integers(7, 30), min_size=3, max_size=6), st.sampled_from([1, 5]))
def test_what_is_left_of_the_company_without_the_groups_shown_is_not_seen_to_be_of_one_mind(
    seed: int, counts: list[int], end: int
) -> None:
    """A group too small to be shown that says the same to a man: the company without the others must not give it away."""
    chance = random.Random(seed)
    ballots = {f"g{at}": voted(n, chance.uniform(1.5, 4.5), chance) for at, n in enumerate(counts)}
    for name, n in (("x", 4), ("y", 5)):
        ballots[name] = [{item.key: 6 - end if item.is_reversed else end for item in ASKED}] * n
    found = outcome.of(
        [Round(ASKED, ballots)], {name: len(some) for name, some in ballots.items()}, minimum=7
    )
    for scale in found.differing:
        shown = {line.group for line in found.lines if line.measure == scale and line.group != ALL}
        rest = [ballot for name, some in ballots.items() if name not in shown for ballot in some]
        means = scores.by_scale(rest, ASKED)[scale]
        if means.n:
            assert 10 <= means.total / means.n / scores.POINT <= 90
