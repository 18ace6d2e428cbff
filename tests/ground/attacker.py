"""Somebody who wants to know what a few people answered, and has all that was ever shown: written without a look at the engine.

They know who was in which group and whether they answered (the worst case), and add and subtract what is shown with any factors.
A union of answers can be worked out if and only if its 0/1 vector is such a sum. Answers that nothing shown tells apart stand together.
"""

from __future__ import annotations

import random
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array, hstack, identity

from vloot.ground.disclosure import Group

Answer = Hashable


class Cells(NamedTuple):
    """What is shown (rows) against the answers that are told apart at all (columns), with how many answers each column stands for."""

    table: np.ndarray[tuple[int, int], np.dtype[np.int64]]
    sizes: np.ndarray[tuple[int], np.dtype[np.int64]]


def cells(shown: Iterable[frozenset[Answer]]) -> Cells:
    """Answers that are in the same shown totals are one cell."""
    totals = list(dict.fromkeys(shown))
    found: dict[tuple[int, ...], int] = {}
    seen_in: dict[Answer, list[int]] = {}
    for number, total in enumerate(totals):
        for answer in total:
            seen_in.setdefault(answer, []).append(number)
    for places in seen_in.values():
        found[tuple(places)] = found.get(tuple(places), 0) + 1
    table = np.zeros((len(totals), len(found)), dtype=np.int64)
    for column, pattern in enumerate(found):
        table[list(pattern), column] = 1
    return Cells(table, np.array(list(found.values()), dtype=np.int64))


def fewest(known: Cells, most: int) -> list[int] | None:
    """The columns of a smallest union of 1 to `most` answers that can be worked out; None: there is none. By integer programming."""
    rows, columns = known.table.shape
    if not columns:
        return None
    # The factors of the totals (free) and which cells are in the union (0 or 1): the totals, added up, are the union.
    sums = hstack([csr_array(known.table.T.astype(float)), -identity(columns)])
    size = np.concatenate([np.zeros(rows), known.sizes.astype(float)])
    answer = milp(
        size,
        integrality=np.concatenate([np.zeros(rows), np.ones(columns)]),
        bounds=Bounds(
            np.concatenate([np.full(rows, -np.inf), np.zeros(columns)]),
            np.concatenate([np.full(rows, np.inf), np.ones(columns)]),
        ),
        constraints=[LinearConstraint(sums, 0, 0), LinearConstraint(size, 1, most)],
    )
    if answer.x is None:
        return None
    union = [int(column) for column in np.flatnonzero(np.round(answer.x[rows:]))]
    return union if union and _is_sum(known, union) else None


def all_small(known: Cells, most: int) -> Iterator[list[int]]:
    """Every union of 1 to `most` answers that can be worked out, by fractions: for few totals.

    Any sum of the totals is given by what it says of as many columns as there are free totals; it is 0 or 1 there too.
    """
    basis = _reduced([[Fraction(int(one)) for one in row] for row in known.table])
    heads = [at for at, _ in basis]
    for some in _unions(heads, known.sizes, most):
        union = [
            sum((basis[number][1][column] for number in some), Fraction(0))
            for column in range(len(known.sizes))
        ]
        if all(one in (0, 1) for one in union):
            columns = [column for column, one in enumerate(union) if one]
            if 1 <= sum(int(known.sizes[column]) for column in columns) <= most:
                yield columns


def _unions(
    heads: Sequence[int], sizes: np.ndarray[tuple[int], np.dtype[np.int64]], most: int
) -> Iterator[list[int]]:
    todo: list[tuple[int, int, list[int]]] = [(0, 0, [])]
    while todo:
        start, size, some = todo.pop()
        if some:
            yield some
        for number in range(start, len(heads)):
            larger = size + int(sizes[heads[number]])
            if larger <= most:
                todo.append((number + 1, larger, [*some, number]))


def _is_sum(known: Cells, union: Sequence[int]) -> bool:
    basis = _reduced([[Fraction(int(one)) for one in row] for row in known.table])
    left = [Fraction(column in set(union)) for column in range(len(known.sizes))]
    for at, base in basis:
        if times := left[at]:
            left = [one - times * other for one, other in zip(left, base, strict=True)]
    return not any(left)


def _reduced(rows: Sequence[list[Fraction]]) -> list[tuple[int, list[Fraction]]]:
    """The rows brought to steps, each with a one at its head and nothing else above or below it."""
    basis: list[tuple[int, list[Fraction]]] = []
    for row in rows:
        left = row
        for at, base in basis:
            if times := left[at]:
                left = [one - times * other for one, other in zip(left, base, strict=True)]
        at = next((place for place, one in enumerate(left) if one), -1)
        if at < 0:
            continue
        left = [one / left[at] for one in left]
        basis = [
            (
                place,
                [one - base[at] * other for one, other in zip(base, left, strict=True)] if base[at] else base,
            )
            for place, base in basis
        ]
        basis.append((at, left))
    return basis


class Wave(NamedTuple):
    """A wave of a company: its groups inside each other, and who answered in each (groups inside it included)."""

    groups: list[Group]
    answered: dict[str, frozenset[int]]


def company(chance: random.Random, people: int, waves: int) -> list[Wave]:
    """A company of any shape through several waves: the same groups, nearly the same people; some join, leave, move or do not answer."""
    parents = _chart(chance, max(1, people // chance.randint(6, 14)))
    names = list(parents)
    # People sit at the bottom, and a few in the groups above.
    weights = [1.0 if name not in parents.values() else chance.choice([0.0, 0.1, 0.4]) for name in names]
    where = dict(enumerate(chance.choices(names, weights, k=people)))
    told = []
    for _ in range(waves):
        rate = chance.choice([0.45, 0.7, 0.85, 1.0])
        told.append(_wave(parents, {who: place for who, place in where.items() if chance.random() <= rate}))
        for who in chance.sample(list(where), min(len(where) - 1, chance.randint(0, 3))):
            del where[who]
        for _ in range(chance.randint(0, 3)):
            where[len(where) + chance.randint(10_000, 10_000_000)] = chance.choice(names)
        for who in chance.sample(list(where), min(len(where), chance.randint(0, 2))):
            where[who] = chance.choice(names)
    return told


def _chart(chance: random.Random, groups: int) -> dict[str, str]:
    deep = chance.random() < 0.3
    parents = {"g0": ""}
    for number in range(1, groups):
        first = max(0, number - 3) if deep else 0
        parents[f"g{number}"] = f"g{chance.randint(first, number - 1)}"
    return parents


def _wave(parents: Mapping[str, str], where: Mapping[int, str]) -> Wave:
    inside: dict[str, set[int]] = {name: set() for name in parents}
    for who, place in where.items():
        at = place
        while at:
            inside[at].add(who)
            at = parents[at]
    groups = [Group(name, parent, len(inside[name])) for name, parent in parents.items()]
    return Wave(groups, {name: frozenset(found) for name, found in inside.items()})


def most_that_can_be_shown(wave: Wave, minimum: int, *, with_top: bool) -> int:
    """How many groups may be shown at the most, whatever the choice: by integer programming over what each hands to the one around it."""
    groups = wave.groups
    place = {group.name: number for number, group in enumerate(groups)}
    n, big = len(groups), float(max(group.answers for group in groups) + minimum)
    # Variables: shown (0/1), empty (0/1), handed, rest.
    rows: list[tuple[dict[int, float], float, float]] = []
    inside: dict[str, list[int]] = {}
    for group in groups:
        inside.setdefault(group.parent, []).append(place[group.name])
    for group in groups:
        i = place[group.name]
        shown, empty, handed, rest = i, n + i, 2 * n + i, 3 * n + i
        own = group.answers - sum(groups[j].answers for j in inside.get(group.name, []))
        rows.append(({rest: 1.0} | {2 * n + j: -1.0 for j in inside.get(group.name, [])}, own, own))
        rows.append(({handed: 1.0, rest: -1.0, shown: big}, 0.0, np.inf))
        rows.append(({handed: 1.0, rest: -1.0}, -np.inf, 0.0))
        rows.append(({handed: 1.0, shown: big}, -np.inf, big))
        rows.append(({rest: 1.0, shown: -float(minimum), empty: float(minimum)}, 0.0, np.inf))
        rows.append(({rest: 1.0, empty: big}, -np.inf, big))
        if group.answers < minimum:
            rows.append(({shown: 1.0}, 0.0, 0.0))
    if with_top:
        rows.append(({0: 1.0}, 1.0, 1.0))
    table = np.zeros((len(rows), 4 * n))
    for number, (terms, _, _) in enumerate(rows):
        for column, factor in terms.items():
            table[number, column] = factor
    answer = milp(
        np.concatenate([-np.ones(n), np.zeros(3 * n)]),
        integrality=np.concatenate([np.ones(2 * n), np.zeros(2 * n)]),
        bounds=Bounds(np.zeros(4 * n), np.concatenate([np.ones(2 * n), np.full(2 * n, np.inf)])),
        constraints=LinearConstraint(
            csr_array(table), [low for _, low, _ in rows], [high for _, _, high in rows]
        ),
    )
    return -1 if answer.x is None else round(-answer.fun)
