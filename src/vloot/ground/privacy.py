"""Figures about groups of people: the only place that can make one that is published.

A figure is shown so coarsely that at least seven different counts look the same: nobody is told apart by watching it move, and "all" and
"nobody" look like "many" and "few". Below the minimum group there is no figure at all.
"""

import math
from collections.abc import Sequence

import msgspec

MINIMUM = 7
DRAWN = 15  # with fewer answers it is not shown how many chose what
STEPS = 20  # of a share from 0 to 1
SMALLEST = 30  # people, for a figure of a whole company
# With fewer answers than the first a mean comes in steps of the second, else in whole points: so coarse that of two figures of nearly the
# same people nobody reads off what the one answered by whom they differ.
COARSE = ((20, 5), (50, 2))
EDGE = 10  # a mean this near to an end of 0 to 100 is shown as this near
LEAST_RESPONSE = 0.40  # of a group: with less, those who answered do not speak for it
_THIRD = 100 / 3


class Figure(msgspec.Struct, frozen=True):
    """How many of a group, at least: `at_least` of `of` persons."""

    at_least: int
    of: int


def shown(count: int, of: int, *, minimum: int = MINIMUM, smallest: int = 0) -> Figure | None:
    """What may be published of `count` persons out of `of`; None: too few to show.

    The count goes down to a multiple of the minimum, and always leaves at least the minimum in the rest: neither who did nor who did
    not is ever a smaller group, and unanimity does not show. Of groups below `smallest` nothing is shown; it does not round, because
    whoever could choose the steps would read the count off two of them. Raises ValueError for a minimum under five or a count that
    cannot be.
    """
    if minimum < 5 or not 0 <= count <= of:
        raise ValueError(f"{count} of {of} at a minimum of {minimum} is no figure")
    most = (of - minimum) // minimum * minimum
    at_least = min(count // minimum * minimum, most)
    return Figure(at_least, of) if at_least >= minimum and of >= smallest else None


def counted(people: int, *, minimum: int = MINIMUM) -> int | None:
    """How many took part in something, which says nothing of what they said; None below the minimum."""
    return people if people >= minimum else None


class Estimate(msgspec.Struct, frozen=True):
    """The mean of a group on a scale of 0 to 100, and the interval around it, as they may be shown."""

    n: int
    mean: float
    low: float
    high: float


def estimate(mean: float, half: float | None, n: int, *, minimum: int = MINIMUM) -> Estimate | None:
    """What may be published of a mean of `n` people, `half` being half of the interval around it; None: too few to show.

    Unanimity does not show: the mean stays away from both ends, and the interval is always so wide that one of them could stand a third of
    the scale away from all the others. It comes in steps (`step`). Raises ValueError for a minimum under five.
    """
    if minimum < 5:
        raise ValueError(f"a minimum of {minimum} is none")
    if n < minimum or half is None:
        return None
    shown = min(max(mean, EDGE), 100 - EDGE)
    wide = max(half, 2 * _THIRD / (n - 1))  # Student's t is 2 at most from seven people on, at 90%
    coarse = step(n)
    shown, wide = float(coarse * round(shown / coarse)), float(coarse * -(-wide // coarse))
    return Estimate(n, shown, max(shown - wide, 0.0), min(shown + wide, 100.0))


def step(n: int) -> int:
    """In steps of how many points the mean of so many people is shown."""
    return next((size for fewer, size in COARSE if n < fewer), 1)


def is_at_an_end(mean: float) -> bool:
    """Whether a mean of 0 to 100 lies so near to an end that all must have said nearly the same."""
    return not EDGE <= mean <= 100 - EDGE


def alike(counts: Sequence[int]) -> bool:
    """Whether all who chose something of 1 to 5 chose in one third of the scale: then nothing is shown of it."""
    return max(sum(counts[:2]), counts[2], sum(counts[3:])) == sum(counts)


def distribution(counts: Sequence[int], *, minimum: int = MINIMUM) -> list[int] | None:
    """How many chose each of 1 to 5, where that may be shown; None where too few answered or all said nearly the same.

    Raises ValueError for a minimum under five.
    """
    if minimum < 5:
        raise ValueError(f"a minimum of {minimum} is none")
    return list(counts) if sum(counts) >= max(DRAWN, minimum) and not alike(counts) else None


def speaks_for(answers: int, of: int) -> bool:
    """Whether enough of a group answered for its figure to be about it."""
    return of > 0 and answers >= LEAST_RESPONSE * of


def most(counts: Sequence[int], people: int, *, minimum: int = MINIMUM) -> int | None:
    """Which of some things more of the people took than any other: its place; None for a tie, or below the minimum.

    It says of nobody what they took, and from the minimum on not by how much.
    """
    best = max(counts, default=0)
    if people < minimum or not best or counts.count(best) > 1:
        return None
    return counts.index(best)


class Measure(msgspec.Struct, frozen=True):
    """A figure of a whole company, in steps of a twentieth, and between what it lies; `of` people are behind it."""

    value: float
    low: float
    high: float
    of: int


def measured(value: float, low: float, high: float, *, of: int, smallest: int = SMALLEST) -> Measure | None:
    """What may be published of a share or an index of a company with `of` people; None: too few to show.

    It goes to the nearest step and its range outward, so that one person more or less hardly ever shows. Raises ValueError for
    a company of fewer than thirty or a range that is none.
    """
    if smallest < SMALLEST or not low <= high:
        raise ValueError(f"{low} to {high} of {smallest} is no figure")
    if of < smallest:
        return None
    return Measure(
        round(value * STEPS) / STEPS, math.floor(low * STEPS) / STEPS, math.ceil(high * STEPS) / STEPS, of
    )


def at_least(things: int, persons: int, *, minimum: int = MINIMUM, smallest: int = 0) -> int | None:
    """How many things (notes, talks) came from so many persons, down to a multiple of the minimum; None: too few persons to say.

    Raises ValueError for a minimum under five.
    """
    if minimum < 5:
        raise ValueError(f"a minimum of {minimum} protects nobody")
    return things // minimum * minimum if persons >= max(minimum, smallest) else None
