"""Tables of two, and of three where somebody would be left over.

Two may sit together who share a language and a slot, have not met in the last rounds, do not stand in one line of command, and of whom
neither would rather not. Among all ways to make the most tables of two, the one with the most weight is chosen (Edmonds 1965;
rustworkx keeps to whole numbers, so it is exact): other teams first, then those without a tie, then those without a common acquaintance.
A little chance on top gives variety, and lets nobody conclude anything from who did not become their company.
"""

from __future__ import annotations

import random
from collections.abc import Collection, Hashable, Mapping, Sequence
from itertools import combinations
from typing import Any, NamedTuple

import rustworkx

OTHER_TEAM, NO_TIE, NO_COMMON_TIE, CHANCE = 600, 300, 100, 60
FIRST = 5000  # outweighs a whole table: who was left over comes before who goes well together
TRIES = 3
ROUNDS_APART = 12  # rounds until two may meet again

Person = Hashable
Two = frozenset[Person]


class Comer(NamedTuple):
    """Somebody who comes along: `slots` are times and places in one, such as ("tue 10", "Ghent"); `hosts` take thirds first."""

    id: Person
    team: Hashable
    languages: frozenset[str]
    slots: frozenset[Hashable]
    is_host: bool = False


class Between(NamedTuple):
    """What is between people; those who `met` did so in one of the last `ROUNDS_APART` rounds."""

    ties: Collection[Two] = frozenset()
    met: Collection[Two] = frozenset()
    rather_not: Collection[Two] = frozenset()
    managers: Mapping[Any, Any] = {}


class Seating(NamedTuple):
    """The tables, people in the order in which they came in; and who could be brought to none."""

    tables: list[tuple[Person, ...]]
    left_over: list[Person]


def seat(comers: Sequence[Comer], between: Between, *, seed: int) -> Seating:
    """Bring as many to a table as can be found in a few tries, in the most tables there can be.

    The same comers, in whatever order, with the same seed sit the same. Raises ValueError for one who comes twice.
    """
    people = sorted(comers, key=lambda one: str(one.id))
    if len({one.id for one in people}) < len(people):
        raise ValueError("somebody comes twice")
    rules = _Rules(people, between, random.Random(seed))  # noqa: S311 - variety, no secret
    tables, left_over = _fullest(people, rules)
    return Seating(
        sorted((tuple(one.id for one in table) for table in tables), key=str), [one.id for one in left_over]
    )


def _fullest(people: Sequence[Comer], rules: _Rules) -> tuple[list[list[Comer]], list[Comer]]:
    """The tables of the try that leaves the fewest over, and those few.

    Whoever fits at no table as the third may still fit at one of two, and one of those two as the third elsewhere: so the pairs are
    matched again with a preference for who was left over, which never makes fewer pairs. A few tries mend nearly all; where common
    moments are rare, somebody may still be left over whom another choice would have seated.
    """
    weights = rules.weights()
    wanted = [0] * len(people)
    tried: list[tuple[list[list[Comer]], list[Comer]]] = []
    while not tried or (tried[-1][1] and len(tried) <= TRIES):
        asked = [
            (one, other, weight + FIRST * (wanted[one] + wanted[other])) for one, other, weight in weights
        ]
        tables = [[people[one], people[other]] for one, other in _matched(len(people), asked)]
        seated = {person.id for table in tables for person in table}
        left_over = rules.bring_to_a_table([one for one in people if one.id not in seated], tables)
        tried.append((tables, left_over))
        for one in left_over:
            wanted[people.index(one)] += 1
    return min(tried, key=lambda one: len(one[1]))


class _Rules:
    def __init__(self, people: Sequence[Comer], between: Between, chance: random.Random) -> None:
        self._people = people
        self._apart = {*between.met, *between.rather_not}
        self._ties = set(between.ties)
        self._above = {one.id: _chain(one.id, between.managers) for one in people}
        self._known: dict[Person, set[Person]] = {}
        for one, other in (tuple(two) for two in self._ties if len(two) == 2):
            self._known.setdefault(one, set()).add(other)
            self._known.setdefault(other, set()).add(one)
        self._chance = chance

    def weights(self) -> list[tuple[int, int, int]]:
        """The pairs that may sit together, as places of two people, with their weights."""
        return [
            (i, j, self._weight(one, other) + self._chance.randrange(CHANCE))
            for (i, one), (j, other) in combinations(enumerate(self._people), 2)
            if self.may_sit(one, other)
        ]

    def may_sit(self, *some: Comer) -> bool:
        """Whether all of them may sit at one table."""
        if not frozenset.intersection(*(one.languages for one in some)):
            return False
        if not frozenset.intersection(*(one.slots for one in some)):
            return False
        return all(self._may_meet(one.id, other.id) for one, other in combinations(some, 2))

    def bring_to_a_table(self, alone: Sequence[Comer], tables: list[list[Comer]]) -> list[Comer]:
        """Seat as many as can be as the third of a table, a host's first; gives those who fit nowhere."""
        count = len(alone)
        chairs = [
            (place, count + number, self._weight_of_third(one, table))
            for place, one in enumerate(alone)
            for number, table in enumerate(tables)
            if self.may_sit(one, *table)
        ]
        seated = set()
        for place, number in _matched(count + len(tables), chairs):
            tables[number - count].append(alone[place])
            seated.add(place)
        return [one for place, one in enumerate(alone) if place not in seated]

    def _weight_of_third(self, one: Comer, table: Sequence[Comer]) -> int:
        by_a_host = 1000 * any(other.is_host for other in table)
        return by_a_host + sum(self._weight(one, other) for other in table) + self._chance.randrange(CHANCE)

    def _may_meet(self, one: Person, other: Person) -> bool:
        if one in self._above[other] or other in self._above[one]:
            return False
        return frozenset((one, other)) not in self._apart

    def _weight(self, one: Comer, other: Comer) -> int:
        known, known_too = self._known.get(one.id, set()), self._known.get(other.id, set())
        return (
            OTHER_TEAM * (one.team != other.team)
            + NO_TIE * (other.id not in known)
            + NO_COMMON_TIE * known.isdisjoint(known_too)
        )


def _matched(count: int, weights: Sequence[tuple[int, int, int]]) -> list[tuple[int, int]]:
    """A matching of the most pairs, among those the heaviest; each pair with the lower place first."""
    graph: rustworkx.PyGraph[int, int] = rustworkx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(count))
    graph.add_edges_from(list(weights))
    found = rustworkx.max_weight_matching(graph, max_cardinality=True, weight_fn=int)
    return sorted((min(two), max(two)) for two in found)


def _chain(person: Person, managers: Mapping[Any, Any]) -> set[Person]:
    """Everybody above somebody; a circle in the chart ends where it began."""
    above: set[Person] = set()
    at = managers.get(person)
    while at is not None and at not in above and at != person:
        above.add(at)
        at = managers.get(at)
    return above
