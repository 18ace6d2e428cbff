"""The company as a whole: how much its groups meet, whether contact goes both ways, and which parts hang on a few."""

from __future__ import annotations

from dataclasses import dataclass

import numpy

from vloot.network.engine.communities import alike, communities
from vloot.network.engine.groups import PERMUTATIONS, PERMUTATIONS_LARGE
from vloot.network.engine.ties import Network, Numbers

FEW = 2  # persons on one side: on so few hangs what two groups have with each other


@dataclass(frozen=True)
class Index:
    """An E-I index (Krackhardt & Stern 1988) of lines, and between what 95 in 100 draws that keep the sizes of the groups lie."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Parts:
    """The communities: how many have enough people, how far several tries agree, and how far they agree with the groups (0 to 1).

    `away` is how many people are in one where another group than their own has most people.
    """

    count: int
    stability: float
    agree: float
    away: int


@dataclass(frozen=True)
class Whole:
    """Figures as they are, for `ground/privacy.py` to make publishable ones of. Nobody is named."""

    people: int  # with contact at all
    pairs: int
    both_ways: int
    touching: Numbers  # [group, other group]: persons of the group who have contact in the other; in itself, with colleagues there
    index: Index
    parts: Parts
    group_pairs: int  # that have contact at all
    hanging: int  # of those, on two persons of one side or fewer


def whole(network: Network, groups: Numbers, *, fewest: int, seed: int = 1) -> Whole | None:
    """The figures of a network whose persons are in these groups (numbers from 0, in the order of the persons); None without contact."""
    if not len(network.arcs):
        return None
    count = int(groups.max()) + 1
    touching = _touching(network.pairs, groups, count)
    meet = numpy.triu((touching > 0) & (touching.T > 0), 1)
    few = numpy.triu(numpy.minimum(touching, touching.T) <= FEW, 1) & meet
    return Whole(
        people=len(numpy.unique(network.pairs)),
        pairs=len(network.pairs),
        both_ways=len(network.arcs) - len(network.pairs),
        touching=touching,
        index=_index(network, groups, seed),
        parts=_parts(network, groups, fewest),
        group_pairs=int(meet.sum()),
        hanging=int(few.sum()),
    )


def _touching(pairs: Numbers, groups: Numbers, count: int) -> Numbers:
    both = numpy.concatenate([pairs, pairs[:, ::-1]])
    met = numpy.unique(both[:, 0] * count + groups[both[:, 1]])  # each person once for each group they meet
    found: Numbers = numpy.bincount(groups[met // count] * count + met % count, minlength=count * count)
    return found.reshape(count, count)


def _index(network: Network, groups: Numbers, seed: int) -> Index:
    """Drawing who is in which group anew, as `groups.divide` does."""
    chance = numpy.random.default_rng(seed)
    one, other = (numpy.ascontiguousarray(network.pairs[:, side]) for side in (0, 1))
    small = groups.astype(numpy.uint16) if groups.max() < 65536 else groups  # fits the cache
    times = PERMUTATIONS_LARGE if network.is_large else PERMUTATIONS
    drawn = numpy.empty(times)
    for draw in range(times):
        mixed = chance.permutation(small)
        drawn[draw] = numpy.count_nonzero(mixed[one] == mixed[other])
    inside = numpy.count_nonzero(small[one] == small[other])
    low, high = numpy.quantile(1 - 2 * drawn / len(one), [0.025, 0.975])
    return Index(1 - 2 * inside / len(one), float(low), float(high))


def _parts(network: Network, groups: Numbers, fewest: int) -> Parts:
    found = communities(network)
    membership = numpy.array(found.membership)
    table = numpy.zeros((found.count, int(groups.max()) + 1), dtype=numpy.int64)
    numpy.add.at(table, (membership, groups), 1)
    met = numpy.zeros(len(groups), dtype=bool)
    met[network.pairs.ravel()] = True
    is_away = table[membership, groups] < table[membership].max(axis=1)
    return Parts(
        count=int((table.sum(axis=1) >= fewest).sum()),
        stability=found.stability or 0.0,
        agree=alike(found.membership, groups.tolist()),
        away=int((is_away & met).sum()),
    )
