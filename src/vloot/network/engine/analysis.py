"""Everything at once, as `vloot network analyse` prints it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from vloot.network.engine import measures
from vloot.network.engine.chart import beside
from vloot.network.engine.communities import communities
from vloot.network.engine.groups import divide
from vloot.network.engine.ties import Network


def analyse(
    network: Network,
    attributes: Mapping[str, Mapping[str, str]],
    chart: Iterable[tuple[str, str]] | None,
) -> dict[str, Any]:
    """Every figure of a network, of the groups that each attribute makes, and beside the chart when there is one; ready for JSON.

    In a large network (`Network.is_large`) betweenness is an estimate; then, and only then, `estimated` says from how many persons.
    """
    parts = communities(network)
    figures = measures.whole(network)
    found: dict[str, Any] = {
        "nodes": len(network.persons),
        "arcs": len(network.arcs),
        "self_ties": network.self_ties,
        "density": figures.density,
        "reciprocity": figures.reciprocity,
        "components": {"weak": figures.weak, "strong": figures.strong},
        "persons": {person: vars(place) for person, place in measures.places(network).items()},
        "communities": {
            "count": parts.count,
            "modularity": parts.modularity,
            "stability": parts.stability,
            "members": dict(zip(network.persons, parts.membership, strict=True)),
        },
        "groups": {
            name: asdict(divide(network, values, parts.membership)) for name, values in attributes.items()
        },
        "chart": None if chart is None else asdict(beside(network, chart)),
    }
    if network.is_large:
        found["estimated"] = {"betweenness_sources": measures.SOURCES}
    return found
