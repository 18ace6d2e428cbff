"""Thanks that go round in a circle of the same few people, far more often than chance would bring them back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy
from scipy import sparse
from scipy.sparse import csgraph

from vloot.network.engine.ties import Numbers

# How many steps thanks take back, forward from whom they were for and backward from who gave them: circles of two, three and up to five.
STEPS = ((0, 1), (1, 1), (2, 2))
FEWEST = 3  # two who thank each other are no ring
DEVIATIONS = 3.0
AT_ONCE = 50_000


def rings(thanked: Sequence[tuple[int, int]]) -> set[tuple[int, int]]:
    """The thanks that count for nothing, of (who thanked, whom) each once.

    A thank comes back when thanks lead from whom it was for to who gave it, in a circle of at most five. Chance brings some back too: as
    many as when everybody gave and got as often, but to and from anybody. Of whom more than three standard deviations above that come
    back, in circles of some length, among three people or more, is in a ring; given back are the thanks that come back between those
    who are in one.
    """
    arcs = numpy.array(sorted({two for two in thanked if two[0] != two[1]}), dtype=numpy.int64).reshape(-1, 2)
    if not len(arcs):
        return set()
    people, ends = numpy.unique(arcs, return_inverse=True)
    ends = ends.reshape(-1, 2)
    ignored = numpy.zeros(len(ends), dtype=bool)
    near = _near(ends, len(people))
    for forward, backward in STEPS:
        comes_back = _comes_back(ends, near[forward], near[backward])
        is_far = _above_chance(ends, comes_back, len(people), forward + backward)
        in_ring = is_far & _in_circles(ends[comes_back], len(people))
        ignored |= comes_back & in_ring[ends].all(axis=1)
    return {(int(one), int(other)) for one, other in arcs[ignored]}


def _near(ends: Numbers, size: int) -> list[Any]:
    """Whom thanks reach in no step, in one at most, and in two."""
    itself = sparse.eye_array(size, dtype=numpy.int32, format="csr")
    one = sparse.csr_array((numpy.ones(len(ends), dtype=numpy.int32), ends.T), shape=(size, size)) + itself
    two = sparse.csr_array(one @ one)
    two.data[:] = 1
    return [itself, sparse.csr_array(one), two]


def _comes_back(ends: Numbers, forward: Any, backward: Any) -> Numbers:
    """Of each thank whether the one way meets the other."""
    back = sparse.csr_array(backward.T)
    found = numpy.zeros(len(ends), dtype=bool)
    for start in range(0, len(ends), AT_ONCE):
        some = ends[start : start + AT_ONCE]
        meet = forward[some[:, 1]].multiply(back[some[:, 0]]).sum(axis=1)
        found[start : start + AT_ONCE] = numpy.asarray(meet).ravel() > 0
    return found


def _above_chance(ends: Numbers, comes_back: Numbers, size: int, steps: int) -> Numbers:
    given = numpy.bincount(ends[:, 0], minlength=size)
    got = numpy.bincount(ends[:, 1], minlength=size)
    further = float(given @ got) / len(ends)  # to how many thanks one leads on
    paths = sum(further**step for step in range(steps)) / len(ends)
    chance = 1 - numpy.exp(-given[ends[:, 1]] * got[ends[:, 0]] * paths)
    found, expected, spread = (
        numpy.bincount(ends[:, 0], each, size) + numpy.bincount(ends[:, 1], each, size)
        for each in (comes_back.astype(float), chance, chance * (1 - chance))
    )
    above: Numbers = found > expected + DEVIATIONS * numpy.sqrt(spread)
    return above


def _in_circles(ends: Numbers, size: int) -> Numbers:
    """Who is in a circle of three or more: strongly connected by thanks that come back."""
    graph = sparse.csr_array((numpy.ones(len(ends)), ends.T), shape=(size, size))
    _count, part = csgraph.connected_components(graph, directed=True, connection="strong")
    large: Numbers = numpy.bincount(part, minlength=size)[part] >= FEWEST
    return large
