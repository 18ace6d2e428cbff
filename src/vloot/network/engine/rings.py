"""Thanks that go round in a circle of the same few people, far more often than chance would bring them back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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


def rings(
    thanked: Sequence[tuple[int, int]], teams: Mapping[int, int | None] | None = None
) -> set[tuple[int, int]]:
    """The thanks that count for nothing, of (who thanked, whom) each once.

    A thank comes back when thanks lead from whom it was for to who gave it, in a circle of at most five. Chance brings some back too:
    across teams as when everybody gave and got as often, but to and from anybody; inside a team as when all of it gave and got alike;
    each as densely as in the whole company, so that no ring sets its own measure (a planted partition, across teams corrected for
    degrees; Karrer & Newman 2011). Of whom more than three standard deviations above that come back, in circles of some length, among
    three people or more, is in a ring, and so is whose thanks come back through such people only; given back are the thanks that come
    back between those who are in one.
    """
    arcs = numpy.array(sorted({two for two in thanked if two[0] != two[1]}), dtype=numpy.int64).reshape(-1, 2)
    if not len(arcs):
        return set()
    people, ends = numpy.unique(arcs, return_inverse=True)
    ends = ends.reshape(-1, 2)
    ignored = numpy.zeros(len(ends), dtype=bool)
    groups = _groups(people, teams or {})
    near = _near(ends, len(people))
    for forward, backward in STEPS:
        comes_back = _comes_back(ends, near[forward], near[backward])
        is_far = _above_chance(ends, comes_back, groups, forward + backward)
        is_far |= _only_with(is_far, ends[comes_back])
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


def _groups(people: Numbers, teams: Mapping[int, int | None]) -> Numbers:
    """The number of each one's team, from 1; 0 is nobody's."""
    found = [teams.get(int(one)) for one in people]
    numbers = {name: number for number, name in enumerate(dict.fromkeys([None, *found]))}
    return numpy.array([numbers[name] for name in found])


def _above_chance(ends: Numbers, comes_back: Numbers, groups: Numbers, steps: int) -> Numbers:
    size = len(groups)
    given = numpy.bincount(ends[:, 0], minlength=size)
    got = numpy.bincount(ends[:, 1], minlength=size)
    back = groups[ends[:, 1]], groups[ends[:, 0]]
    is_inside = _is_inside(ends, groups)
    ways = numpy.where(
        is_inside,
        _ways(*_evenly(ends, groups), steps)[back],
        given[ends[:, 1]] * got[ends[:, 0]] * _ways(*_as_often(ends, groups, given, got), steps)[back],
    )
    chance = 1 - numpy.exp(-ways)
    found, expected, spread = (
        numpy.bincount(ends[:, 0], each, size) + numpy.bincount(ends[:, 1], each, size)
        for each in (comes_back.astype(float), chance, chance * (1 - chance))
    )
    above: Numbers = found > expected + DEVIATIONS * numpy.sqrt(spread)
    return above


def _is_inside(ends: Numbers, groups: Numbers) -> Numbers:
    starts = groups[ends[:, 0]]
    found: Numbers = (starts == groups[ends[:, 1]]) & (starts > 0)
    return found


def _as_often(ends: Numbers, groups: Numbers, given: Numbers, got: Numbers) -> tuple[Numbers, Numbers]:
    """How many thanks lead from one team to another for each given and got there, and how many of those pass on what they got."""
    out, into, through = (
        numpy.bincount(groups, each, groups.max() + 1) for each in (given, got, given * got)
    )
    return _densities(
        _is_inside(ends, groups), float(out[1:] @ into[1:]), float(len(ends)) ** 2, len(out)
    ), through


def _evenly(ends: Numbers, groups: Numbers) -> tuple[Numbers, Numbers]:
    """How many thanks lead from one of a team to one of another when all of it give and get alike, and how many people pass on."""
    sizes = numpy.bincount(groups).astype(float)
    return _densities(
        _is_inside(ends, groups),
        float((sizes[1:] * (sizes[1:] - 1)).sum()),
        float(sizes.sum()) ** 2,
        len(sizes),
    ), sizes


def _densities(is_inside: Numbers, could_be_inside: float, could_be: float, size: int) -> Numbers:
    """The density inside teams on the diagonal, the one across teams elsewhere: both of the whole company, so that no ring sets its own."""
    inside, across = int(is_inside.sum()), int((~is_inside).sum())
    found = numpy.full(
        (size, size), across / (could_be - could_be_inside) if could_be > could_be_inside else 0.0
    )
    if could_be_inside:
        numpy.fill_diagonal(found[1:, 1:], inside / could_be_inside)
    return found


def _ways(density: Numbers, through: Numbers, steps: int) -> Numbers:
    """How many ways of so many thanks at most lead from one of a team to one of another."""
    ways = density
    for _step in range(steps - 1):
        ways = density + density @ (through[:, None] * ways)
    return ways


def _only_with(some: Numbers, ends: Numbers) -> Numbers:
    """Whose thanks come back from some of these only, and go back to them only."""
    size = len(some)
    given, got = (numpy.bincount(each, minlength=size) for each in ends.T)
    from_some = numpy.bincount(ends[some[ends[:, 0]], 1], minlength=size)
    to_some = numpy.bincount(ends[some[ends[:, 1]], 0], minlength=size)
    found: Numbers = (given > 0) & (got > 0) & (given == to_some) & (got == from_some)
    return found


def _in_circles(ends: Numbers, size: int) -> Numbers:
    """Who is in a circle of three or more: strongly connected by thanks that come back."""
    graph = sparse.csr_array((numpy.ones(len(ends)), ends.T), shape=(size, size))
    _count, part = csgraph.connected_components(graph, directed=True, connection="strong")
    large: Numbers = numpy.bincount(part, minlength=size)[part] >= FEWEST
    return large
