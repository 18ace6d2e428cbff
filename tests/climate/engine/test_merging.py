"""Reporting groups: everybody is in one, none is small, no team is torn apart, and the order of the teams decides nothing."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vloot.climate.engine.merging import Merged, Team, merge


@st.composite
def charts(draw: st.DrawFn) -> list[Team]:
    sizes = draw(st.lists(st.integers(0, 40), min_size=1, max_size=40))
    names = draw(
        st.lists(
            st.sampled_from("Dock Hull Paint Deck Crane Bow".split()),
            min_size=len(sizes),
            max_size=len(sizes),
        )
    )
    return [
        Team(
            at, names[at - 1], draw(st.integers(1, at - 1)) if at > 1 and draw(st.booleans()) else None, size
        )
        for at, size in enumerate(sizes, 1)
    ]


@given(charts(), st.integers(1, 15), st.randoms(use_true_random=False))
def test_the_groups_share_everybody_out_and_none_is_small(
    teams: list[Team], least: int, chance: random.Random
) -> None:
    groups = merge(teams, least=least)
    counted = [team for group in groups for team in group.team_ids]
    assert sorted(counted) == [team.id for team in teams if team.size]
    sizes = {team.id: team.size for team in teams}
    assert all(group.size == sum(sizes[team] for team in group.team_ids) for group in groups)
    if sum(sizes.values()) >= least:
        assert all(group.size >= least for group in groups)
    else:
        assert len(groups) <= 1
    assert len({group.label for group in groups}) == len(groups)
    assert all(len(group.label) <= 120 for group in groups)
    mixed = list(teams)
    chance.shuffle(mixed)
    assert merge(mixed, least=least) == groups


@given(charts(), st.integers(1, 15))
def test_nothing_is_joined_without_need(teams: list[Team], least: int) -> None:
    if all(team.size >= least for team in teams):
        assert [
            group.team_ids for group in sorted(merge(teams, least=least), key=lambda one: one.team_ids)
        ] == [(team.id,) for team in teams]


def test_a_small_team_joins_the_smallest_beside_it() -> None:
    teams = [
        Team(1, "Works", None, 2),
        Team(2, "Yard", 1, 0),
        Team(3, "Hull", 2, 3),
        Team(4, "Paint", 2, 12),
        Team(5, "Deck", 2, 20),
        Team(6, "Office", 1, 9),
    ]
    assert merge(teams, least=10) == [
        Merged(20, "Deck", (5,)),
        Merged(15, "Hull + Paint", (3, 4)),
        Merged(11, "Office + Works", (1, 6)),
    ]


def test_teams_too_few_together_join_above_under_their_common_name() -> None:
    teams = [
        Team(1, "Works", None, 12),
        Team(2, "Yard", 1, 1),
        Team(3, "Hull", 2, 3),
        Team(4, "Paint", 2, 4),
        Team(5, "Sales", 1, 15),
    ]
    assert [(group.label, group.size) for group in merge(teams, least=10)] == [
        ("Sales", 15),
        ("Works + Yard", 20),
    ]


def test_a_company_of_few_is_one_group_and_of_none_no_group() -> None:
    assert merge([Team(1, "Works", None, 3), Team(2, "Sales", None, 4)], least=10) == [
        Merged(7, "Sales + Works", (1, 2))
    ]
    assert merge([Team(1, "Works", None, 0)], least=10) == []


@pytest.mark.parametrize("teams", [[Team(1, "A", 2, 3), Team(2, "B", 1, 3)], [Team(1, "A", 9, 3)]])
def test_what_is_no_tree_is_refused(teams: list[Team]) -> None:
    with pytest.raises(ValueError, match="lies below"):
        merge(teams, least=10)
