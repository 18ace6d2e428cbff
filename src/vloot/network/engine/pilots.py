"""Who may be asked whether they want to be findable: those of whom it is fairly sure that they help the most different people.

What counts is breadth: distinct people who said that somebody helped them, each once and fading by half in thirteen weeks, by week that
the helper was here. Not messages, and not who asks because of the chart: ties inside a reporting line stand apart.

How sure it is comes from a bootstrap over those who asked: what if others had happened to ask? In each drawing every asker counts no,
one or several times (Poisson), by a number that only the seed and the asker decide. So what it takes in a drawing to be among the tenth
who help most, the *bar*, is all that needs to be kept of a company, and it says nothing about anybody; where one person stands is found
from the bars and that person's own ties alone. Breadth is added up in whole units, so that the order of ties changes nothing, not even
the last bit.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

import numpy

Numbers: TypeAlias = "numpy.ndarray[Any, numpy.dtype[Any]]"

HALF_LIFE = 13.0  # weeks
WINDOW = 26.0  # weeks that count
DRAWINGS = 300
LEAST_COMPANY = 30  # below this a tenth is a handful of people whom everybody can name
LEAST_WEEKS, LEAST_PEOPLE, LEAST_TEAMS, LEAST_SURE = 13.0, 5, 3, 0.8
UNIT = 1_000_000  # breadth is counted in millionths
_AT_ONCE = 25  # drawings computed together, for the memory's sake
# How often one asker counts in a drawing: the cumulated shares of Poisson(1).
_POISSON = numpy.cumsum([0.36787944117144233 / f for f in (1, 1, 2, 6, 24, 120, 720, 5040, 40320)])


class Tie(NamedTuple):
    """That somebody said a colleague helped them: how much it counts, how many weeks ago, and whether the chart makes them ask."""

    asker: int
    helper: int
    weight: float
    weeks_ago: float
    is_in_line: bool = False


@dataclass(frozen=True)
class Ties:
    """Many ties, column by column."""

    askers: Numbers
    helpers: Numbers
    weights: Numbers
    weeks_ago: Numbers
    is_in_line: Numbers

    @classmethod
    def of(cls, ties: Iterable[Tie]) -> Ties:
        """The same as columns."""
        rows = list(ties)
        columns = zip(*rows, strict=True) if rows else ([], [], [], [], [])
        kinds = (numpy.int64, numpy.int64, float, float, bool)
        return cls(*(numpy.array(column, dtype=kind) for column, kind in zip(columns, kinds, strict=True)))

    def only(self, kept: Numbers) -> Ties:
        """Those of them that a mask or an order keeps."""
        return Ties(
            self.askers[kept],
            self.helpers[kept],
            self.weights[kept],
            self.weeks_ago[kept],
            self.is_in_line[kept],
        )

    def counting(self) -> Ties:
        """Those that count at all: between two, of some weight, of the last half year."""
        is_recent = (self.weeks_ago >= 0) & (self.weeks_ago <= WINDOW)
        return self.only((self.askers != self.helpers) & (self.weights > 0) & is_recent)


@dataclass(frozen=True)
class Bars:
    """What it takes in each drawing to be among the tenth who help most. Says nothing about anybody."""

    seed: int
    heights: tuple[float, ...]


@dataclass(frozen=True)
class Standing:
    """What can be said to one person about those they helped: for nobody else's eyes."""

    people: int  # distinct, outside their reporting line
    people_in_line: int
    teams: int
    weeks: float  # since the first of them
    probability: float  # to be among the tenth who help most

    @property
    def is_asked(self) -> bool:
        """Whether they may be asked if they want to be findable."""
        return (
            self.weeks >= LEAST_WEEKS
            and self.people >= LEAST_PEOPLE
            and self.teams >= LEAST_TEAMS
            and self.probability >= LEAST_SURE
        )


def bars(ties: Ties, present: Mapping[int, float], *, seed: int, drawings: int = DRAWINGS) -> Bars | None:
    """The bars of a company: `present` says of everybody in it how many weeks they have been here. None: too few people.

    Ties from or to anybody else do not count.
    """
    from scipy import sparse

    if len(present) < LEAST_COMPANY:
        return None
    persons = numpy.array(sorted(present), dtype=numpy.int64)
    counting = ties.counting()
    known = numpy.isin(counting.askers, persons) & numpy.isin(counting.helpers, persons)
    asking, helping, units = _pairs(counting.only(known & ~counting.is_in_line))
    askers, by_asker = numpy.unique(asking, return_inverse=True)
    helpers, by_helper = numpy.unique(helping, return_inverse=True)
    shape = (len(helpers), len(askers))
    helped = sparse.csr_matrix((units, (by_helper, by_asker)), shape=shape, dtype=numpy.int64)
    here = exposure(numpy.array([present[person] for person in helpers.tolist()], dtype=float))
    place = len(persons) // 10  # so many others may reach higher than the bar
    heights: list[float] = []
    for begin in range(0, drawings, _AT_ONCE):
        some = numpy.arange(begin, min(begin + _AT_ONCE, drawings))
        rates = (helped @ times(askers, some, seed)) / here[:, None]
        if len(helpers) > place:
            heights += numpy.partition(rates, -place - 1, axis=0)[-place - 1].tolist()
        else:
            heights += [0.0] * len(some)
    return Bars(seed, tuple(heights))


def standing(own: Ties, teams: Mapping[int, int | None], present: float, against: Bars) -> Standing:
    """Where one person stands, from the ties to them: `teams` are those of who asked, `present` the weeks they have been here."""
    counting = own.counting()
    across = counting.only(~counting.is_in_line)
    asking, _, units = _pairs(across)
    drawn = times(asking, numpy.arange(len(against.heights)), against.seed)
    rates = (units @ drawn) / exposure(numpy.array(present, dtype=float))
    askers = set(asking.tolist())
    return Standing(
        people=len(askers),
        people_in_line=len(set(counting.askers.tolist()) - askers),
        teams=len({teams.get(asker) for asker in askers} - {None}),
        weeks=float(across.weeks_ago.max(initial=0.0)),
        probability=float((rates > numpy.array(against.heights)).mean()) if against.heights else 0.0,
    )


def exposure(weeks: Numbers) -> Numbers:
    """How much somebody present for so many weeks could gather, faded alike; who is here for less than a quarter counts as a quarter."""
    counted: Numbers = numpy.clip(weeks, LEAST_WEEKS, WINDOW)
    return 1 - numpy.exp2(-counted / HALF_LIFE)


def times(askers: Numbers, drawings: Numbers, seed: int) -> Numbers:
    """How often each asker (a row) counts in each drawing (a column): decided by their id, the drawing and the seed alone."""
    rows = _mixed(askers.astype(numpy.uint64) ^ numpy.uint64(seed))
    columns = _mixed(drawings.astype(numpy.uint64))
    shares = (_mixed(rows[:, None] ^ columns[None, :]) >> numpy.uint64(11)) / float(1 << 53)
    return numpy.searchsorted(_POISSON, shares, side="right").astype(numpy.int64)


def _pairs(ties: Ties) -> tuple[Numbers, Numbers, Numbers]:
    """Each pair once, with the most that any of its ties counts for now, in whole units."""
    faded = numpy.rint(ties.weights * numpy.exp2(-ties.weeks_ago / HALF_LIFE) * UNIT).astype(numpy.int64)
    order = numpy.lexsort((faded, ties.askers, ties.helpers))
    asking, helping, units = ties.askers[order], ties.helpers[order], faded[order]
    is_last = numpy.ones(len(order), dtype=bool)
    is_last[:-1] = (asking[1:] != asking[:-1]) | (helping[1:] != helping[:-1])
    return asking[is_last], helping[is_last], units[is_last]


def _mixed(numbers: Numbers) -> Numbers:
    """Each number as 64 bits that look like chance (splitmix64)."""
    with numpy.errstate(over="ignore"):
        mixed: Numbers = numbers + numpy.uint64(0x9E3779B97F4A7C15)
        mixed = (mixed ^ (mixed >> numpy.uint64(30))) * numpy.uint64(0xBF58476D1CE4E5B9)
        mixed = (mixed ^ (mixed >> numpy.uint64(27))) * numpy.uint64(0x94D049BB133111EB)
        mixed ^= mixed >> numpy.uint64(31)
    return mixed
