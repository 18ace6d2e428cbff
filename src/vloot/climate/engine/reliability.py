"""How well the items of a scale hang together, and how far groups differ on it.

All figures are of complete cases. Variances have n − 1 below.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from vloot.climate.engine.answers import Answers
from vloot.climate.engine.factor import one_factor

Values = NDArray[np.float64]
SURE = 0.95  # how sure the intervals are


class Group(msgspec.Struct, frozen=True):
    """One group: its mean on the scale of the items, and the t interval around it (None for one person)."""

    n: int
    mean: float
    interval: tuple[float, float] | None


class Reliability(msgspec.Struct, frozen=True):
    """What `of` found; None where a figure cannot be had, and a warning says why."""

    n: int
    items: tuple[str, ...]
    alpha: float | None
    alpha_interval: tuple[float, float] | None
    omega: float | None
    item_rest: dict[str, float | None]
    warnings: list[str]
    icc1: float | None
    icc2: float | None
    rwg_mean: float | None
    mean: float | None
    interval: tuple[float, float] | None
    groups: dict[str, Group]


def of(answers: Answers) -> Reliability:
    """Everything about one scale."""
    values = answers.values
    scale = values.mean(axis=1) if len(values) else np.empty(0)
    members = _members(answers)
    parts = [scale[rows] for rows in members.values()]
    rest = item_rest(values)
    found_alpha, found_omega = alpha(values), omega(values)
    iccs = icc(parts)
    return Reliability(
        n=len(values),
        items=answers.items,
        alpha=found_alpha,
        alpha_interval=feldt(found_alpha, *values.shape) if found_alpha is not None else None,
        omega=found_omega,
        item_rest=dict(zip(answers.items, rest, strict=True)),
        warnings=_warnings(answers, found_alpha, found_omega, rest, bool(answers.groups) and iccs is None),
        icc1=iccs[0] if iccs else None,
        icc2=iccs[1] if iccs else None,
        rwg_mean=rwg_mean([values[rows] for rows in members.values()], _options(values)),
        mean=float(scale.mean()) if len(scale) else None,
        interval=t_interval(scale),
        groups={
            name: Group(len(rows), float(scale[rows].mean()), t_interval(scale[rows]))
            for name, rows in members.items()
        },
    )


def alpha(values: Values) -> float | None:
    """Cronbach's alpha, k/(k−1) · (1 − Σ item variances / variance of the sum) (Cronbach 1951).

    None below two items or persons, or where nobody differs.
    """
    n, k = values.shape
    if n < 2 or k < 2:
        return None
    covariances = np.cov(values, rowvar=False)
    total = float(covariances.sum())
    return float(k / (k - 1) * (1 - np.trace(covariances) / total)) if total > 1e-12 else None


def feldt(alpha: float, n: int, k: int) -> tuple[float, float]:
    """The 95% interval of alpha of n persons and k items.

    (1 − α) / (1 − α̂) follows F((n − 1)(k − 1), n − 1) (Feldt, Woodruff & Salih 1987).
    """
    from scipy.stats import f

    tail = (1 - SURE) / 2
    low, high = (1 - (1 - alpha) * float(f.ppf(p, n - 1, (n - 1) * (k - 1))) for p in (1 - tail, tail))
    return low, high


def omega(values: Values) -> float | None:
    """McDonald's omega of a one-factor model, (Σλ)² / ((Σλ)² + Σψ), on the covariances (McDonald 1999).

    None below three items that vary, with no more persons than items, or without a fit.
    """
    n, k = values.shape
    if n <= k or k < 3:
        return None
    spread = values.std(axis=0, ddof=1)
    if not (spread > 1e-9).all():
        return None
    fitted = one_factor(np.asarray(np.corrcoef(values, rowvar=False)))
    if fitted is None:
        return None
    loadings, unique = fitted
    common = float((loadings * spread).sum() ** 2)
    return common / (common + float((unique * spread**2).sum()))


def item_rest(values: Values) -> list[float | None]:
    """Each item's correlation with the sum of the others; None where one of the two does not vary."""
    sums = values.sum(axis=1, keepdims=True) - values if len(values) else values
    return [_correlation(values[:, i], sums[:, i]) for i in range(values.shape[1])]


def icc(parts: Sequence[Values]) -> tuple[float, float] | None:
    """ICC(1) and ICC(2) by one-way analysis of variance, with the mean group size (Bliese 2000).

    ICC(1) = (MSB − MSW) / (MSB + (size − 1) MSW); ICC(2) = (MSB − MSW) / MSB. None where the groups do not vary.
    """
    n, groups = sum(map(len, parts)), len(parts)
    if groups < 2 or n <= groups:
        return None
    overall = np.concatenate(parts).mean()
    between = sum(len(part) * (part.mean() - overall) ** 2 for part in parts) / (groups - 1)
    within = sum(((part - part.mean()) ** 2).sum() for part in parts) / (n - groups)
    if between < 1e-12 or between + within * (n / groups - 1) < 1e-12:
        return None
    first = (between - within) / (between + (n / groups - 1) * within)
    return float(first), float((between - within) / between)


def rwg_mean(parts: Sequence[Values], options: float) -> float | None:
    """The mean over groups of two and more of r_wg(j), against answers spread evenly over the options (James, Demaree & Wolf 1984).

    Below zero counts as zero. None without such a group.
    """
    by_chance = (options**2 - 1) / 12
    found = [_rwg(part, by_chance) for part in parts if len(part) > 1]
    return float(np.mean(found)) if found and by_chance > 0 else None


def t_interval(values: Values) -> tuple[float, float] | None:
    """The 95% interval of a mean (Student's t); None below two values."""
    from scipy.stats import t

    n = len(values)
    if n < 2:
        return None
    half = float(t.ppf((1 + SURE) / 2, n - 1) * values.std(ddof=1) / np.sqrt(n))
    return float(values.mean()) - half, float(values.mean()) + half


def _rwg(part: Values, by_chance: float) -> float:
    k = part.shape[1]
    agreed = 1 - float(part.var(axis=0, ddof=1).mean()) / by_chance if by_chance else 0.0
    return max(k * agreed / (k * agreed + 1 - agreed), 0.0) if agreed > 0 else 0.0


def _members(answers: Answers) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for row, name in enumerate(answers.groups):
        if name:
            found.setdefault(name, []).append(row)
    return dict(sorted(found.items()))


def _options(values: Values) -> float:
    return float(values.max() - values.min() + 1) if len(values) else 0.0


def _correlation(one: Values, other: Values) -> float | None:
    if len(one) < 2 or one.std() < 1e-12 or other.std() < 1e-12:
        return None
    return float(np.corrcoef(one, other)[0, 1])


def _warnings(
    answers: Answers, alpha: float | None, omega: float | None, rest: Sequence[float | None], no_icc: bool
) -> list[str]:
    n, k = answers.values.shape
    said = [
        f"{item} goes against the other items (item-rest correlation {found:.2f}): should it be reversed?"
        for item, found in zip(answers.items, rest, strict=True)
        if found is not None and found < 0
    ]
    if k > 1 and n < 100:
        said.append(f"{n} complete answers: alpha and omega vary widely below 100.")
    if alpha is None:
        said.append("No alpha: it takes two items, two people and answers that differ.")
    if omega is None:
        said.append(
            "No omega: it takes three items that vary, more people than items, and a one-factor model that fits."
        )
    if no_icc:
        said.append("No ICC: it takes two groups, one of them with two people, whose answers differ.")
    return said
