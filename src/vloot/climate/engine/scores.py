"""From ballots to sums: every score is a whole number, so that no order of the ballots can change a sum.

A score lies between 0 and 1200, in twelfths of a point of the scale from 0 to 100 (POMP): whatever part of up to four items was answered,
their mean is whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

POINT = 12  # of these make a point of 0 to 100
TOP = 100 * POINT
_STEP = TOP // 4
OPTIONS = 5

Ballot = Mapping[str, int | None]


class Asked(NamedTuple):
    """An item as the arithmetic knows it."""

    key: str
    scale: str
    is_reversed: bool


class Sums(NamedTuple):
    """What is left of many scores: how many, their sum and the sum of their squares."""

    n: int
    total: int
    squares: int


def score(item: Asked, chosen: int | None) -> int | None:
    """The score of one answer, 1 to 5; None where none was given."""
    if chosen is None:
        return None
    return (OPTIONS - chosen if item.is_reversed else chosen - 1) * _STEP


def scale_score(scores: Sequence[int | None]) -> int | None:
    """The mean score of a person on a scale; None unless at least half of its items were answered."""
    given = [one for one in scores if one is not None]
    return sum(given) // len(given) if given and 2 * len(given) >= len(scores) else None


def added(scores: Iterable[int | None]) -> Sums:
    """The sums of those that were given."""
    given = [one for one in scores if one is not None]
    return Sums(len(given), sum(given), sum(one * one for one in given))


def together(parts: Iterable[Sums]) -> Sums:
    """The sums of all of them."""
    n = total = squares = 0
    for part in parts:
        n, total, squares = n + part.n, total + part.total, squares + part.squares
    return Sums(n, total, squares)


def by_item(ballots: Sequence[Ballot], items: Sequence[Asked]) -> dict[str, Sums]:
    """The sums of each item."""
    return {item.key: added(score(item, ballot.get(item.key)) for ballot in ballots) for item in items}


def by_scale(ballots: Sequence[Ballot], items: Sequence[Asked]) -> dict[str, Sums]:
    """The sums of each scale, of ballots on which all its items stand."""
    scales: dict[str, list[Asked]] = {}
    for item in items:
        scales.setdefault(item.scale, []).append(item)
    return {
        scale: added(scale_score([score(item, ballot.get(item.key)) for item in asked]) for ballot in ballots)
        for scale, asked in scales.items()
    }


def chosen(ballots: Iterable[Ballot], key: str) -> list[int]:
    """How many chose each of 1 to 5."""
    counts = [0] * OPTIONS
    for ballot in ballots:
        if (value := ballot.get(key)) is not None:
            counts[value - 1] += 1
    return counts


def blended(items: Sequence[Sums]) -> Sums:
    """One scale from items that were asked in different weeks, so that nobody knows what one person answered to two of them.

    The mean of the items' means; its standard error is the mean of theirs, as if all went together: the most that it can be. Given back as
    the sums of as many scores as the least answered item has.
    """
    n = min((one.n for one in items), default=0)
    if n < 2:
        return Sums(n, sum(one.total // one.n for one in items) // len(items) * n if n else 0, 0)
    mean = sum(one.total / one.n for one in items) / len(items)
    error = sum((_variance(one) / one.n) ** 0.5 for one in items) / len(items)
    return Sums(n, round(mean * n), round(error**2 * n * (n - 1) + mean**2 * n))


def _variance(sums: Sums) -> float:
    return max(sums.squares - sums.total**2 / sums.n, 0.0) / (sums.n - 1)
