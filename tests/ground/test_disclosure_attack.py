"""The audit attacked: companies of 20 to 2,000 people through several waves, and somebody who adds and subtracts all that is shown."""

import random

import pytest

from tests.ground import attacker
from tests.ground.attacker import Wave
from vloot.ground.disclosure import publishable

MINIMUM = 7


def test_the_attacker_finds_what_is_there_to_be_found() -> None:
    all_, team, other = frozenset(range(20)), frozenset(range(14)), frozenset(range(4, 20))
    for shown, size in (
        ([all_, team], 6),  # the total minus a part
        ([team, other], None),  # two that overlap: the difference is no union of people
        ([all_, team, other], 4),
        ([all_, all_ | {20}], 1),  # the old and a late one
    ):
        known = attacker.cells(shown)
        found = attacker.fewest(known, 6)
        by_hand = [sum(known.sizes[some]) for some in attacker.all_small(known, 6)]
        assert (min(by_hand) if by_hand else None) == size
        assert (int(sum(known.sizes[found])) if found else None) == size


def test_whoever_shows_all_that_is_large_enough_is_found_out() -> None:
    chance = random.Random(10)
    found = 0
    for _ in range(20):
        (wave,) = attacker.company(chance, chance.randint(40, 400), 1)
        large = [wave.answered[group.name] for group in wave.groups if group.answers >= MINIMUM]
        found += attacker.fewest(attacker.cells(large), MINIMUM - 1) is not None
    assert found >= 15


def test_small_companies_by_fractions() -> None:
    chance = random.Random(11)
    for _ in range(60):
        waves = attacker.company(chance, chance.randint(20, 120), 2)
        known = attacker.cells(answers(waves))
        assert list(attacker.all_small(known, MINIMUM - 1)) == []


def test_large_companies_by_integer_programming() -> None:
    hold(random.Random(12), 6)


@pytest.mark.long
def test_hundreds_of_companies_and_how_much_is_hidden(capsys: pytest.CaptureFixture[str]) -> None:
    told = hold(random.Random(13), 200)
    with capsys.disabled():
        print(f"\n{told}")


def answers(waves: list[Wave]) -> list[frozenset[tuple[int, int]]]:
    """All that is shown in some waves, as what it is a total of: who, in which wave."""
    return [
        frozenset((number, who) for who in wave.answered[name])
        for number, wave in enumerate(waves)
        for name in publishable(wave.groups, minimum=MINIMUM).shown
    ]


def hold(chance: random.Random, companies: int) -> str:
    """Attack so many companies; says how much they hide of what they could show."""
    total = enough = shown = possible = 0
    for _ in range(companies):
        people = round(20 * 100 ** chance.random())
        waves = attacker.company(chance, people, 3)
        assert attacker.fewest(attacker.cells(answers(waves)), MINIMUM - 1) is None
        wave = waves[-1]
        chosen = publishable(wave.groups, minimum=MINIMUM)
        with_top = "g0" in chosen.shown
        total += len(wave.groups)
        enough += sum(group.answers >= MINIMUM for group in wave.groups)
        shown += len(chosen.shown)
        possible += attacker.most_that_can_be_shown(wave, MINIMUM, with_top=with_top)
    assert shown == possible, "as many are shown as can be"
    return (
        f"{companies} companies, {total} groups: {total - shown} hidden ({(total - shown) / total:.1%}), at the least "
        f"{total - possible}; {total - enough} of them have fewer than {MINIMUM} answers"
    )
