"""The ties beside the formal chart: who reports to whom, and who really goes to whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from vloot.network.engine.ties import Network


@dataclass(frozen=True)
class Beside:
    """`lines`: persons with their leaders, each once; `lines_with_ties`: those along which the person goes to the leader.

    `pairs_with_ties`: each two persons with a tie in either direction; `pairs_outside`: those who are not a person and their leader.
    """

    lines: int
    lines_with_ties: int
    pairs_with_ties: int
    pairs_outside: int


def beside(network: Network, chart: Iterable[tuple[str, str]]) -> Beside:
    """The ties beside a chart of (person, leader).

    Who leads themself is no line; a circle is only lines; who has no ties may stand in it.
    """
    lines = {line for line in chart if line[0] != line[1]}
    number = network.number
    placed = {(number[one], number[other]) for one, other in lines if one in number and other in number}
    arcs = set(map(tuple, network.arcs.tolist())) if placed else set()
    formal = {(min(line), max(line)) for line in placed}
    inside = sum(line in arcs or line[::-1] in arcs for line in formal)
    return Beside(
        lines=len(lines),
        lines_with_ties=sum(line in arcs for line in placed),
        pairs_with_ties=len(network.pairs),
        pairs_outside=len(network.pairs) - inside,
    )
