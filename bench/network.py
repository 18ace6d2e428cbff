"""A network of 100,000 people and 2 million ties: everything `vloot network analyse` computes, beside igraph alone for the same measures.

Both take the ties as arrays that lie ready, and the same 256 sources for betweenness. igraph alone makes one try of Leiden and knows no
permutations, so that our three tries and 499 draws are what we spend beyond it.
"""

import random
import time
from typing import Any

import igraph
import numpy

from vloot.network.engine import measures
from vloot.network.engine.analysis import analyse
from vloot.network.engine.ties import Network, network

TIMES = 3.0  # igraph's own time, at most
TEAM = 50


def made(people: int, ties: int, *, seed: int = 1) -> tuple[Network, dict[str, str]]:
    """A company in teams of fifty: three ties in five stay in the team, the others lead more to some than to others."""
    chance = numpy.random.default_rng(seed)
    sources = chance.integers(0, people, ties)
    near = sources // TEAM * TEAM + chance.integers(0, TEAM, ties)
    far = (people * chance.random(ties) ** 2).astype(int)
    targets = numpy.where(chance.random(ties) < 0.6, numpy.minimum(near, people - 1), far)
    names = [f"p{n:06}" for n in range(people)]
    rows = (
        (names[one], names[other], 1.0) for one, other in zip(sources.tolist(), targets.tolist(), strict=True)
    )
    return network(rows, others=names), {name: f"t{n // TEAM}" for n, name in enumerate(names)}


def measure(people: int = 100_000, ties: int = 2_000_000) -> dict[str, Any]:
    """Seconds of both, and how many times the one is of the other."""
    one, team = made(people, ties)
    began = time.perf_counter()
    _bare(one, list(team.values()))
    bare = time.perf_counter() - began
    again = Network(one.persons, one.arcs, one.weights, one.self_ties)
    began = time.perf_counter()
    analyse(again, {"team": team}, None)
    ours = time.perf_counter() - began
    return {
        "people": people,
        "ties": len(one.arcs),
        "igraph_s": round(bare, 1),
        "vloot_s": round(ours, 1),
        "times": round(ours / bare, 2),
    }


def _bare(one: Network, teams: list[str]) -> None:
    graph = igraph.Graph(n=len(one.persons), edges=one.arcs, directed=True)
    sources = random.Random(1).sample(range(len(one.persons)), min(measures.SOURCES, len(one.persons)))
    for figure in (
        graph.indegree,
        graph.outdegree,
        graph.constraint,
        graph.coreness,
        graph.reciprocity,
        graph.density,
    ):
        figure()
    graph.pagerank(damping=measures.DAMPING, weights=one.weights.tolist())
    graph.betweenness(sources=sources if one.is_large else None)
    graph.connected_components("weak").sizes()
    graph.connected_components("strong").sizes()
    lines = graph.as_undirected(mode="collapse")
    parts = lines.community_leiden(objective_function="modularity", n_iterations=2 if one.is_large else -1)
    number = {name: place for place, name in enumerate(sorted(set(teams)))}
    labels = [number[name] for name in teams]
    lines.modularity(labels)
    graph.assortativity_nominal(labels)
    igraph.compare_communities(parts.membership, labels, method="nmi")
