"""The same figures once more, written out by hand from their definitions, slow and plain, for small networks."""

from collections import deque
from itertools import combinations

Arcs = dict[tuple[str, str], float]


def betweenness(persons: list[str], arcs: Arcs) -> dict[str, float]:
    """Every shortest path between every two persons is walked."""
    found = dict.fromkeys(persons, 0.0)
    for source in persons:
        for target in persons:
            if paths := [] if source == target else _shortest(source, target, arcs):
                for path in paths:
                    for between in path[1:-1]:
                        found[between] += 1 / len(paths)
    return found


def _shortest(source: str, target: str, arcs: Arcs) -> list[list[str]]:
    queue, found = deque([[source]]), list[list[str]]()
    while queue:
        path = queue.popleft()
        if found and len(path) >= len(found[0]):
            break
        for one, other in arcs:
            if one == path[-1] and other not in path:
                (found if other == target else queue).append([*path, other])
    return [path for path in found if len(path) == len(found[0])]


def constraint(person: str, persons: list[str], arcs: Arcs) -> float | None:
    """Burt 1992: how much of a person's ties lead to people who are tied to each other."""

    def share(one: str, other: str) -> float:
        mine = sum((one, q) in arcs for q in persons) + sum((q, one) in arcs for q in persons)
        return (((one, other) in arcs) + ((other, one) in arcs)) / mine if mine else 0.0

    near = [q for q in persons if q != person and share(person, q)]
    if not near:
        return None
    reach = near + [q for q in persons if q not in near and q != person]
    return sum(
        (share(person, j) + sum(share(person, q) * share(q, j) for q in persons if q not in (person, j))) ** 2
        for j in reach
        if j in near
    )


def pagerank(persons: list[str], arcs: Arcs) -> dict[str, float]:
    """A thousand steps of somebody who asks on and, one time in seven, begins anew."""
    rank = dict.fromkeys(persons, 1 / len(persons))
    out = {p: sum(weight for (one, _), weight in arcs.items() if one == p) for p in persons}
    for _ in range(1000):
        lost = sum(rank[p] for p in persons if not out[p])
        rank = {
            p: 0.15 / len(persons)
            + 0.85
            * (
                lost / len(persons)
                + sum(rank[one] * weight / out[one] for (one, other), weight in arcs.items() if other == p)
            )
            for p in persons
        }
    return rank


def modularity(persons: list[str], arcs: Arcs, group: dict[str, str]) -> float:
    """Newman & Girvan 2004, of the undirected graph."""
    lines = {frozenset(arc) for arc in arcs}
    degree = {p: sum(p in line for line in lines) for p in persons}
    inside = sum(len({group[p] for p in line}) == 1 for line in lines)
    chance = sum(sum(degree[p] for p in persons if group[p] == name) ** 2 for name in set(group.values()))
    return inside / len(lines) - chance / (2 * len(lines)) ** 2


def core(persons: list[str], arcs: Arcs) -> dict[str, int]:
    """The largest k so that the person stays when all with fewer than k arcs to who is left leave, again and again."""
    found = dict.fromkeys(persons, 0)
    for k in range(1, 2 * len(persons)):
        left = set(persons)
        while gone := {p for p in left if sum(p in arc and set(arc) <= left for arc in arcs) < k}:
            left -= gone
        found.update(dict.fromkeys(left, k))
    return found


def assortativity(arcs: Arcs, group: dict[str, str]) -> float | None:
    """Newman 2003, of the directed graph."""
    names = set(group.values())
    share = {
        (a, b): sum((group[s], group[t]) == (a, b) for s, t in arcs) / len(arcs) for a in names for b in names
    }
    by_chance = sum(
        sum(share[name, other] for other in names) * sum(share[other, name] for other in names)
        for name in names
    )
    return (sum(share[n, n] for n in names) - by_chance) / (1 - by_chance) if by_chance < 1 - 1e-12 else None


def reciprocity(persons: list[str], arcs: Arcs) -> float:
    """The share of arcs that are answered."""
    both = sum(((one, other) in arcs) and ((other, one) in arcs) for one, other in combinations(persons, 2))
    return 2 * both / len(arcs)
