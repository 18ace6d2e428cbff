"""The graph that everything else measures: persons in order, one arc for each who goes to another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

import igraph
import numpy

Numbers: TypeAlias = "numpy.ndarray[Any, numpy.dtype[Any]]"


@dataclass(frozen=True)
class Network:
    """Persons in the order of their ids, and arcs from who asked to who helped."""

    persons: list[str]
    arcs: Numbers  # (n, 2): numbers of persons, sorted, each pair once, nobody with themself
    weights: Numbers
    self_ties: int = 0

    @cached_property
    def number(self) -> dict[str, int]:
        """Which number a person has."""
        return {person: number for number, person in enumerate(self.persons)}

    @cached_property
    def graph(self) -> Any:
        """The directed graph, as it is."""
        return igraph.Graph(n=len(self.persons), edges=self.arcs, directed=True)

    @cached_property
    def pairs(self) -> Numbers:
        """Each two persons with a tie in either direction, once."""
        return numpy.unique(numpy.sort(self.arcs, axis=1), axis=0)

    @cached_property
    def lines(self) -> Any:
        """The undirected graph: a pair is one line, whoever asked whom."""
        return igraph.Graph(n=len(self.persons), edges=self.pairs, directed=False)

    @property
    def is_large(self) -> bool:
        """Whether exact betweenness and Leiden to the very end would take longer than a few minutes."""
        return len(self.persons) * len(self.arcs) > LARGE


# Exact betweenness takes persons times arcs steps: at this size, two to four minutes of one core.
LARGE = 3_000_000_000


def network(
    ties: Iterable[tuple[str, str, float]],
    *,
    others: Iterable[str] = (),
) -> Network:
    """The network of these ties and of `others`, who may have none.

    Ties of one pair in one direction are added up, ties of a person with themself dropped and counted. A weight of 0 is no tie, but its
    two persons belong to the network. Raises ValueError for a weight that is negative or no number.
    """
    seen: dict[str, int] = {}
    sources, targets, weights = [], [], []
    for source, target, weight in ties:
        sources.append(seen.setdefault(source, len(seen)))
        targets.append(seen.setdefault(target, len(seen)))
        weights.append(weight)
    for person in others:
        seen.setdefault(person, len(seen))
    persons = sorted(seen)
    place = numpy.empty(len(seen), dtype=numpy.int64)
    place[[seen[person] for person in persons]] = numpy.arange(len(seen))
    heavy = numpy.array(weights, dtype=float)
    if not (numpy.isfinite(heavy) & (heavy >= 0)).all():
        raise ValueError("a weight is a number that is not negative")
    ends = place[numpy.array([sources, targets], dtype=numpy.int64).reshape(2, -1)]
    is_self = ends[0] == ends[1]
    kept = ~is_self & (heavy > 0)
    keys, whose = numpy.unique(ends[0][kept] * len(seen) + ends[1][kept], return_inverse=True)
    arcs = numpy.stack(numpy.divmod(keys, max(len(seen), 1)), axis=1).reshape(-1, 2)
    added = numpy.bincount(whose, weights=heavy[kept], minlength=len(keys))
    return Network(persons, arcs, added, int(is_self.sum()))
