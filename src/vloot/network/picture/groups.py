"""The groups of the company's picture: teams, and where one is too small what is around it, so that no small group can be worked out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from vloot.ground.disclosure import Group, publishable

ALL = "all"
MOST = 20  # that one page can show


class Step(NamedTuple):
    """A team of the chart and the one above it, None at the top."""

    name: str
    above: int | None


class Grouping(NamedTuple):
    """Names of the groups, how many people are in each, and in which each person is. "" is who is in no group of a name."""

    names: list[str]
    sizes: list[int]
    of: dict[int, int]


def grouping(teams: Mapping[int, Step], team_of: Mapping[int, int | None], *, minimum: int) -> Grouping:
    """Part the people so that every group has at least the minimum; of a large company the largest groups, and all others together.

    Every group that is shown is what is left of a team without the shown teams in it: `disclosure.publishable` sees to it that none of
    those is small.
    """
    shown = _shown(teams, team_of, minimum)
    if len(shown) > MOST:
        shown = _largest(teams, team_of, shown, minimum)
    place = {person: _nearest(teams, team, shown) for person, team in team_of.items()}
    sizes = Counter(place.values())
    order = sorted(sizes, key=lambda team: (team is None, teams[team].name if team else "", team or 0))
    number = {team: at for at, team in enumerate(order)}
    return Grouping(
        names=[teams[team].name if team else "" for team in order],
        sizes=[sizes[team] for team in order],
        of={person: number[team] for person, team in place.items()},
    )


def _shown(teams: Mapping[int, Step], team_of: Mapping[int, int | None], minimum: int) -> set[int]:
    inside: Counter[str] = Counter()
    for team in team_of.values():
        inside[ALL] += 1
        for above in _way(teams, team):
            inside[str(above)] += 1
    chart = [Group(ALL, "", inside[ALL])]
    for key, step in teams.items():
        way = _way(teams, step.above)
        chart.append(Group(str(key), str(way[0]) if way else ALL, inside[str(key)]))
    chosen = publishable(chart, minimum=minimum).shown
    return {int(name) for name in chosen if name != ALL and inside[name]}


def _largest(
    teams: Mapping[int, Step], team_of: Mapping[int, int | None], shown: set[int], minimum: int
) -> set[int]:
    """The largest of them that lie in none of the others. Whoever is left is many, for some of the groups are with them."""
    sizes: Counter[int] = Counter()
    for team in team_of.values():
        for above in _way(teams, team):
            sizes[above] += 1
    highest = [one for one in shown if not set(_way(teams, one)[1:]) & shown]
    kept = set(sorted(highest, key=lambda one: (-sizes[one], one))[:MOST])
    rest = len(team_of) - sum(sizes[one] for one in kept)
    while 0 < rest < minimum and kept:
        smallest = min(kept, key=lambda one: (sizes[one], one))
        kept.remove(smallest)
        rest += sizes[smallest]
    return kept


def _nearest(teams: Mapping[int, Step], team: int | None, shown: set[int]) -> int | None:
    return next((above for above in _way(teams, team) if above in shown), None)


def _way(teams: Mapping[int, Step], team: int | None) -> list[int]:
    """A team and those above it; a circle ends where it begins."""
    way: list[int] = []
    while team is not None and team in teams and team not in way:
        way.append(team)
        team = teams[team].above
    return way
