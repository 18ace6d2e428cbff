"""Who hangs together, whatever the chart says: Leiden on the undirected graph, tried several times, and how much the tries agree."""

from __future__ import annotations

import itertools
import random
import statistics
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import igraph

from vloot.network.engine.measures import number
from vloot.network.engine.ties import Network

TRIES, TRIES_LARGE = 10, 3
# More than are ever needed. igraph's own "until nothing changes" never ends where two partings are as good as each other.
ROUNDS, ROUNDS_LARGE = 50, 2


_NO_BETTER = 1e-12  # what adding in another order makes of the same modularity


@dataclass(frozen=True)
class Communities:
    """The best of several tries; community 0 is the largest.

    `stability` is the mean normalised mutual information of each two tries: 1 when they all agree, near 0 when they have nothing in common.
    """

    membership: list[int]
    modularity: float | None
    stability: float | None

    @property
    def count(self) -> int:
        return len(set(self.membership))


def communities(network: Network, *, seed: int = 1) -> Communities:
    """The communities; somebody without ties is one of their own."""
    lines = network.lines
    if not network.persons:
        return Communities([], None, None)
    tries = TRIES_LARGE if network.is_large else TRIES
    found = [_once(lines, seed + one, ROUNDS_LARGE if network.is_large else ROUNDS) for one in range(tries)]
    best = max(found, key=lambda membership: number(lines.modularity(membership)) or 0.0)
    agree = statistics.fmean(alike(one, other) for one, other in itertools.combinations(found, 2))
    return Communities(_largest_first(best), number(lines.modularity(best)), agree)


def alike(one: Sequence[int], other: Sequence[int]) -> float:
    """Normalised mutual information (Danon et al. 2005) of two ways to part the same persons: 1 the same, 0 nothing in common."""
    if len(set(one)) == 1 or len(set(other)) == 1:
        return float(len(set(one)) == len(set(other)))  # igraph divides by nothing here
    shared: float = igraph.compare_communities(list(one), list(other), method="nmi")
    return min(max(shared, 0.0), 1.0)


def _once(lines: Any, seed: int, rounds: int) -> list[int]:
    """One try: round after round, until one makes it no better."""
    best: list[int] = list(range(lines.vcount()))
    quality = -1.0
    with _chance(seed):
        for _round in range(rounds):
            parts = lines.community_leiden(
                objective_function="modularity", n_iterations=1, initial_membership=best
            )
            reached = number(lines.modularity(parts.membership)) or 0.0
            if reached <= quality + _NO_BETTER:
                break
            best, quality = parts.membership, reached
    return best


@contextmanager
def _chance(seed: int) -> Iterator[None]:
    """igraph draws from a generator of its own for a while, and leaves the program's alone."""
    igraph.set_random_number_generator(random.Random(seed))  # noqa: S311  # the same each time, on purpose
    try:
        yield
    finally:
        igraph.set_random_number_generator(random)


def _largest_first(membership: Sequence[int]) -> list[int]:
    members: dict[int, list[int]] = {}
    for person, part in enumerate(membership):
        members.setdefault(part, []).append(person)
    order = sorted(members, key=lambda part: (-len(members[part]), members[part][0]))
    renamed = {part: place for place, part in enumerate(order)}
    return [renamed[part] for part in membership]
