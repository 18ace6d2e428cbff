"""Pure computation of the people room: no Django, no database."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import NamedTuple, TypeVar

T = TypeVar("T", bound=Hashable)


class Candidate(NamedTuple):
    """Somebody who could be a newcomer's buddy."""

    id: int
    is_in_team: bool
    shares_language: bool
    looks_after: int


def draw(candidates: Sequence[Candidate], choose: Callable[[list[int]], int]) -> int | None:
    """One of the closest who look after the fewest newcomers, by lot; None when there is nobody."""
    if not candidates:
        return None
    closest = max((c.is_in_team, c.shares_language) for c in candidates)
    near = [c for c in candidates if (c.is_in_team, c.shares_language) == closest]
    fewest = min(c.looks_after for c in near)
    return choose(sorted(c.id for c in near if c.looks_after == fewest))


def in_circles(above: Mapping[T, T]) -> set[T]:
    """Everybody who is, by the chart, somebody above themselves. `above` gives who stands over whom."""
    circled: set[T] = set()
    settled: set[T] = set()
    for start in above:
        path: list[T] = []
        place: dict[T, int] = {}
        at: T | None = start
        while at is not None and at not in settled and at not in place:
            place[at] = len(path)
            path.append(at)
            at = above.get(at)
        if at is not None and at in place:
            circled.update(path[place[at] :])
        settled.update(path)
    return circled
