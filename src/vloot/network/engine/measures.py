"""What can be said of each person and of the whole, on the directed graph as it is."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass

from vloot.network.engine.ties import Network

DAMPING = 0.85
# In a large network betweenness is estimated from the shortest paths that begin at so many persons (Brandes & Pich 2007).
SOURCES = 256


@dataclass(frozen=True)
class Place:
    """Where one person stands; None where a figure has no meaning (Burt's constraint of somebody without ties)."""

    in_degree: int
    out_degree: int
    pagerank: float
    betweenness: float
    constraint: float | None
    core: int


@dataclass(frozen=True)
class Whole:
    """The network as a whole; None where a figure has no meaning (the density of one person)."""

    density: float | None
    reciprocity: float | None
    weak: int  # persons in the largest part that hangs together, whatever the direction
    strong: int  # and along the direction, there and back


def whole(network: Network) -> Whole:
    """The figures of the network as a whole."""
    graph = network.graph
    return Whole(
        density=number(graph.density()) if len(network.persons) > 1 else None,
        reciprocity=number(graph.reciprocity()) if len(network.arcs) else None,
        weak=max(graph.connected_components("weak").sizes(), default=0),
        strong=max(graph.connected_components("strong").sizes(), default=0),
    )


def places(network: Network, *, seed: int = 1) -> dict[str, Place]:
    """The figures of each person, by id."""
    graph = network.graph
    if not network.persons:
        return {}
    ranks = graph.pagerank(damping=DAMPING, weights=network.weights.tolist())
    found = zip(
        network.persons,
        graph.indegree(),
        graph.outdegree(),
        ranks,
        betweenness(network, seed=seed),
        graph.constraint(),
        graph.coreness(mode="all"),
        strict=True,
    )
    return {
        person: Place(asked, asks, rank, between, number(held), core)
        for person, asked, asks, rank, between, held, core in found
    }


def betweenness(network: Network, *, seed: int = 1) -> list[float]:
    """On how many shortest directed paths each person stands, in the order of the persons; estimated when the network is large."""
    if not network.is_large:
        exact: list[float] = network.graph.betweenness(directed=True)
        return exact
    everybody = len(network.persons)
    same_each_time = random.Random(seed)  # noqa: S311
    sources = same_each_time.sample(range(everybody), min(SOURCES, everybody))
    share = everybody / len(sources)
    return [found * share for found in network.graph.betweenness(directed=True, sources=sources)]


def number(figure: float) -> float | None:
    """The figure, or None where there is none."""
    return figure if math.isfinite(figure) else None
