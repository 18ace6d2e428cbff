"""Which teams are counted together, so that in each reporting group there are enough people to be one of many."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence
from typing import NamedTuple

LONGEST = 100  # signs of a label
_JOINED = " + "


class Team(NamedTuple):
    """A team of the chart, and how many of the roster are in it itself, teams below it not counted."""

    id: int
    name: str
    parent_id: int | None
    size: int


class Merged(NamedTuple):
    """Teams that are counted together, and how many people that are."""

    size: int
    label: str
    team_ids: tuple[int, ...]


def merge(teams: Iterable[Team], *, least: int) -> list[Merged]:
    """Every team with people in it, in groups of `least` people or more; from the top team down to the bottom each is asked to join late.

    A team that is large enough stays by itself. A smaller one joins the smallest beside it under the same team; where all of them together
    are too few, they join what lies beside the team above. Only a company of fewer than `least` is one group below it. The order of the
    teams given does not matter; labels differ. Raises ValueError for teams that are no tree.
    """
    chart = {team.id: team for team in sorted(teams)}
    inside: dict[int | None, list[Team]] = {}
    for team in chart.values():
        if team.parent_id is not None and team.parent_id not in chart:
            raise ValueError(f"team {team.id} lies below {team.parent_id}, which is not there")
        inside.setdefault(team.parent_id, []).append(team)
    downward: list[Team] = list(inside.get(None, ()))
    for team in downward:  # grows while it is walked
        downward.extend(inside.get(team.id, ()))
    if len(downward) != len(chart):
        raise ValueError("a team lies below itself")
    found: dict[int, list[Merged]] = {}
    for team in reversed(downward):
        below = [group for one in inside.get(team.id, ()) for group in found.pop(one.id)]
        own = [Merged(team.size, team.name, (team.id,))] if team.size else []
        joined = _joined(own + below, least)
        found[team.id] = [joined[0]._replace(label=team.name)] if len(joined) == 1 else joined
    tops = [group for one in inside.get(None, ()) for group in found[one.id]]
    return _told_apart(sorted(_joined(tops, least), key=lambda group: (group.label, group.team_ids)))


def _joined(groups: Iterable[Merged], least: int) -> list[Merged]:
    """The smallest two joined, as long as the smallest is too small and there is another."""
    heap = list(groups)
    heapq.heapify(heap)
    while len(heap) > 1 and heap[0].size < least:
        one, other = heapq.heappop(heap), heapq.heappop(heap)
        heapq.heappush(heap, _both(one, other))
    return sorted(heap)


def _both(one: Merged, other: Merged) -> Merged:
    names = sorted({*one.label.split(_JOINED), *other.label.split(_JOINED)})
    return Merged(one.size + other.size, _JOINED.join(names), tuple(sorted(one.team_ids + other.team_ids)))


def _told_apart(groups: Sequence[Merged]) -> list[Merged]:
    """With labels that are not too long, each of which stands for one group."""
    seen: dict[str, int] = {}
    found = []
    for group in groups:
        label = group.label if len(group.label) <= LONGEST else group.label[: LONGEST - 1] + "…"
        seen[label] = seen.get(label, 0) + 1
        while seen[label] > 1:
            label = f"{label} ({seen[label]})"
            seen[label] = seen.get(label, 0) + 1
        found.append(group._replace(label=label))
    return found
