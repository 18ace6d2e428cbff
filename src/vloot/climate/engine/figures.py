"""From sums to figures: means with their intervals, how far groups differ, what has changed. Points of 0 to 100; intervals of 90%."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from vloot.climate.engine.scores import POINT, Sums, together

SURE = 0.90
LEVEL = 0.10  # of all that is called provable, at most this share is so by chance


class Mean(NamedTuple):
    """A mean and half of the interval around it; None for fewer than two scores."""

    n: int
    mean: float
    half: float | None

    @property
    def low(self) -> float:
        return self.mean - (self.half or 0)

    @property
    def high(self) -> float:
        return self.mean + (self.half or 0)


class Difference(NamedTuple):
    """How much more the second is than the first, its interval, and how often chance alone would make as much."""

    amount: float
    low: float
    high: float
    p: float


class Spread(NamedTuple):
    """How far groups lie apart: ICC(1), and how often chance alone would bring as much; the variances between and within."""

    icc: float
    p: float
    between: float
    within: float

    @property
    def is_proven(self) -> bool:
        return self.icc > 0 and self.p < LEVEL


def mean(sums: Sums) -> Mean:
    """The mean, with Student's t interval. Raises ValueError for no scores."""
    if not sums.n:
        raise ValueError("nobody answered")
    found = sums.total / sums.n / POINT
    if sums.n < 2:
        return Mean(sums.n, found, None)
    return Mean(sums.n, found, _t(sums.n - 1) * math.sqrt(variance(sums) / sums.n))


def variance(sums: Sums) -> float:
    """Of the scores in points, with n − 1 below. Needs two."""
    rest = sums.squares * sums.n - sums.total**2  # whole, so nothing is lost by taking away
    return rest / sums.n / (sums.n - 1) / POINT**2


def welch(before: Sums, after: Sums) -> Difference | None:
    """The change from one wave to the next (Welch 1947). Who answered twice is not known, so all are taken as strangers: careful.

    None where one of the two has fewer than two scores, or nobody differs at all.
    """
    from scipy.special import stdtr

    if min(before.n, after.n) < 2:
        return None
    one, other = variance(before) / before.n, variance(after) / after.n
    if one + other < 1e-12:
        return None
    freedom = (one + other) ** 2 / (one**2 / (before.n - 1) + other**2 / (after.n - 1))
    amount = after.total / after.n / POINT - before.total / before.n / POINT
    error = math.sqrt(one + other)
    half = _t(freedom) * error
    return Difference(amount, amount - half, amount + half, float(2 * stdtr(freedom, -abs(amount) / error)))


def spread(groups: Sequence[Sums]) -> Spread | None:
    """ICC(1) by one-way analysis of variance from sums. None below two groups, or where groups do not vary inside.

    The group size is the mean one weighted for unequal sizes, (n − Σn²/n) / (groups − 1).
    """
    from scipy.special import fdtrc

    some = [group for group in groups if group.n]
    n = sum(group.n for group in some)
    if len(some) < 2 or n <= len(some):
        return None
    whole = together(some)
    inside = sum(group.squares - group.total**2 / group.n for group in some)
    outside = sum(group.total**2 / group.n for group in some) - whole.total**2 / n
    within = max(inside, 0.0) / (n - len(some)) / POINT**2
    between = max(outside, 0.0) / (len(some) - 1) / POINT**2
    size = (n - sum(group.n**2 for group in some) / n) / (len(some) - 1)
    if within < 1e-12:
        return None
    icc = (between - within) / (between + (size - 1) * within)
    p = float(fdtrc(len(some) - 1, n - len(some), between / within))
    return Spread(icc, p, max(between - within, 0.0) / size, within)


def shrunken(group: Sums, whole: Mean, apart: Spread) -> Mean:
    """A group's mean, drawn towards everybody's as far as chance may have moved it: B·own + (1 − B)·all, B = τ² / (τ² + σ²/n).

    Its interval is that of the drawn mean, σ²/n·B, with Student's t of all that answered within the groups as wide as of this one alone.
    """
    error = apart.within / group.n
    weight = apart.between / (apart.between + error) if apart.between > 0 else 0.0
    own = group.total / group.n / POINT
    half = _t(max(group.n - 1, 1)) * math.sqrt(error * weight)
    return Mean(group.n, weight * own + (1 - weight) * whole.mean, half)


def wilson(count: int, of: int) -> tuple[float, float]:
    """The interval of a share (Wilson 1927). Raises ValueError for none."""
    from scipy.special import ndtri

    if not 0 <= count <= of or not of:
        raise ValueError(f"{count} of {of} is no share")
    z = float(ndtri((1 + SURE) / 2))
    share = count / of
    centre = (share + z**2 / (2 * of)) / (1 + z**2 / of)
    half = z / (1 + z**2 / of) * math.sqrt(share * (1 - share) / of + z**2 / (4 * of**2))
    return max(centre - half, 0.0), min(centre + half, 1.0)


def proven(chances: Mapping[str, float], *, level: float = LEVEL) -> set[str]:
    """Which of several hold, when at most `level` of them may be there by chance (Benjamini & Hochberg 1995)."""
    ranked = sorted(chances, key=lambda name: (chances[name], name))
    last = max(
        (at for at, name in enumerate(ranked, 1) if chances[name] <= level * at / len(ranked)), default=0
    )
    return set(ranked[:last])


def beside(group: Mean, whole: Mean) -> str:
    """ "higher" or "lower" where the interval leaves everybody's mean out, "" where nothing is proven."""
    if group.half is None or group.low <= whole.mean <= group.high:
        return ""
    return "higher" if group.mean > whole.mean else "lower"


@lru_cache(4096)
def _t(freedom: float) -> float:
    from scipy.special import stdtrit

    return float(stdtrit(freedom, (1 + SURE) / 2))
