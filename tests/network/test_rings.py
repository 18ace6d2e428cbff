"""Thanks that go round in a circle count for nothing; what honest people say to each other does."""

import random
from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.network import scene
from tests.world import World
from vloot.network.engine.rings import rings
from vloot.network.ties import gathering
from vloot.network.ties.models import Tie

Arcs = list[tuple[int, int]]


def honest(people: int, thanks: int, *, team: int = 10, inside: float = 0.6, seed: int = 1) -> Arcs:
    """A company in teams in which everybody thanks whom they like, six times in ten somebody of the own team."""
    chance = random.Random(seed)
    found: Arcs = []
    for _one in range(thanks):
        giver = chance.randrange(people)
        near = giver // team * team + chance.randrange(team)
        taker = min(near, people - 1) if chance.random() < inside else chance.randrange(people)
        if taker != giver:
            found.append((giver, taker))
    return found


@pytest.mark.parametrize("size", [4, 5, 6])
def test_people_who_all_thank_each_other_are_a_ring(size: int) -> None:
    members = range(900, 900 + size)
    ring = set(permutations(members, 2))
    found = rings(honest(140, 100) + sorted(ring))
    assert found >= ring


def test_a_round_of_five_is_a_ring() -> None:
    ring = {(901, 902), (902, 903), (903, 904), (904, 905), (905, 901)}
    assert rings(honest(140, 80) + sorted(ring)) >= ring


def test_two_who_thank_each_other_are_no_ring() -> None:
    assert rings([(1, 2), (2, 1), (3, 4), (5, 6), (7, 8), (9, 10)]) == set()


def test_what_a_ring_gives_and_gets_from_others_still_counts() -> None:
    ring = sorted(permutations(range(901, 906), 2))
    found = rings(honest(140, 100) + ring + [(901, 3), (4, 902)])
    assert not {(901, 3), (4, 902)} & found


@pytest.mark.parametrize("thanks", [40, 140])
def test_honest_people_lose_little(thanks: int) -> None:
    lost = []
    for seed in range(5):
        arcs = set(honest(140, thanks, seed=seed))
        lost.append(len(rings(sorted(arcs))) / len(arcs))
    assert sum(lost) / len(lost) < 0.1, lost


@pytest.mark.parametrize(
    ("people", "thanks", "inside"), [(140, 400, 0.6), (600, 3000, 0.8), (2000, 10_000, 0.9)]
)
def test_teams_that_thank_inside_lose_little_and_their_rings_are_found(
    people: int, thanks: int, inside: float
) -> None:
    """Most of a company's thanks stay in teams, and come back there by chance."""
    teams = {person: person // 10 for person in range(people)}
    arcs = set(honest(people, thanks, inside=inside))
    assert len(rings(sorted(arcs), teams)) / len(arcs) < 0.05
    across = set(permutations([3, 45, 77, 101, 131], 2))
    assert rings(sorted(arcs | across), teams) >= across
    quiet = set(honest(people, people, inside=inside))
    team = set(permutations(range(5), 2))
    assert rings(sorted(quiet | team), teams) >= team


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=60), st.randoms())
def test_order_changes_nothing_and_only_what_comes_back_is_ignored(arcs: Arcs, chance: random.Random) -> None:
    found = rings(arcs)
    assert found <= {arc for arc in arcs if arc[0] != arc[1]}
    shuffled = list(arcs)
    chance.shuffle(shuffled)
    assert rings(shuffled) == found
    onward: dict[int, set[int]] = {}
    for one, other in arcs:
        if one != other:
            onward.setdefault(one, set()).add(other)
    for one, other in found:
        near = {other}
        for _step in range(4):
            near |= {third for second in near for third in onward.get(second, ())}
        assert one in near


def test_a_ring_of_thanks_makes_no_ties(world: World) -> None:
    scene.open_room()
    crew = scene.crew(world, 16)
    ring, others = crew[:5], crew[5:]
    for giver, taker in zip(ring, [*ring[1:], ring[0]], strict=True):
        scene.thanked(world, giver, taker)
        scene.thanked(world, taker, giver)
    for giver, taker in pairwise(others):
        scene.thanked(world, giver, taker)
    scene.accepted(world, ring[0], ring[1])
    gathering.gather()
    found = set(Tie.objects.values_list("asker_id", "helper_id"))
    assert found == {(ring[0], ring[1])} | set(pairwise(others)), "an answer still counts"
