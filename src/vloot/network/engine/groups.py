"""How much a way to group people (team, site, function) divides their ties."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import igraph
import numpy

from vloot.network.engine.communities import alike
from vloot.network.engine.measures import number
from vloot.network.engine.ties import Network, Numbers

PERMUTATIONS, PERMUTATIONS_LARGE = 999, 499


@dataclass(frozen=True)
class Divide:
    """The figures of one attribute, of the persons for whom it is known and the ties among them; None where one has no meaning.

    `modularity` of the groups on the undirected graph; `assortativity` (nominal, Newman 2003) on the directed one; `inside_share` the share
    of arcs that stay inside a group; `nmi` with the communities found; `ei_index` (Krackhardt & Stern 1988) arcs outside minus arcs
    inside, over all: -1 all inside, 1 all outside; `ei_p` how often chance, with groups of the same sizes, gives an index at least as
    far from what chance gives on average.
    """

    modularity: float | None
    assortativity: float | None
    inside_share: float | None
    nmi: float | None
    ei_index: float | None
    ei_p: float | None


def divide(
    network: Network,
    values: Mapping[str, str],
    membership: Sequence[int],
    *,
    seed: int = 1,
) -> Divide:
    """How the groups that `values` names divide the network; a person without a value is left out."""
    known = numpy.array([bool(values.get(person)) for person in network.persons], dtype=bool)
    names = sorted({values[person] for person in network.persons if values.get(person)})
    code = {name: place for place, name in enumerate(names)}
    labels = numpy.array([code[values[p]] for p in network.persons if values.get(p)], dtype=numpy.int32)
    place = numpy.cumsum(known) - 1
    arcs = place[_among(network.arcs, known)]
    parts = [part for part, is_known in zip(membership, known, strict=True) if is_known]
    if not len(arcs):
        return Divide(None, None, None, alike(parts, labels.tolist()) if parts else None, None, None)
    everybody = labels.tolist()
    lines = igraph.Graph(n=len(labels), edges=place[_among(network.pairs, known)])
    graph = igraph.Graph(n=len(labels), edges=arcs, directed=True)
    inside = _inside(labels, arcs)
    return Divide(
        modularity=number(lines.modularity(everybody)),
        assortativity=number(graph.assortativity_nominal(everybody, directed=True)),
        inside_share=inside,
        nmi=alike(parts, everybody),
        ei_index=1 - 2 * inside,
        ei_p=_by_chance(labels, arcs, seed, PERMUTATIONS_LARGE if network.is_large else PERMUTATIONS),
    )


def _among(edges: Numbers, known: Numbers) -> Numbers:
    kept: Numbers = edges[known[edges].all(axis=1)]
    return kept


def _inside(labels: Numbers, arcs: Numbers) -> float:
    return float((labels[arcs[:, 0]] == labels[arcs[:, 1]]).mean())


def _by_chance(labels: Numbers, arcs: Numbers, seed: int, times: int) -> float:
    """The p of the share inside, two-sided, by drawing who is in which group anew; the sizes of the groups stay."""
    chance = numpy.random.default_rng(seed)
    sources, targets = numpy.ascontiguousarray(arcs[:, 0]), numpy.ascontiguousarray(arcs[:, 1])
    small = labels.astype(numpy.uint16) if labels.max() < 65536 else labels  # fits the cache
    found = int((small[sources] == small[targets]).sum())
    drawn = numpy.empty(times)
    for one in range(times):
        mixed = chance.permutation(small)
        drawn[one] = numpy.count_nonzero(mixed[sources] == mixed[targets])
    middle = drawn.mean()
    as_far = numpy.abs(drawn - middle) >= abs(found - middle) - 1e-9
    return float((1 + as_far.sum()) / (1 + times))
