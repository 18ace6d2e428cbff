"""One factor behind several items, by maximum likelihood."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
LEAST_UNIQUE = 0.005  # of an item's variance: below it the likelihood runs off (Heywood cases)


def one_factor(correlations: Array) -> tuple[Array, Array] | None:
    """Loadings and uniquenesses of the one-factor model of these correlations; None when it does not come to an end.

    The likelihood is followed over the uniquenesses alone, the loadings being given by the first eigenvector (Jöreskog 1967; Lawley &
    Maxwell 1971, section 4). The sign is such that the loadings add up to something positive. Needs three items or more.
    """
    from scipy.optimize import minimize

    # What the others leave unexplained of each item; a trace is added, for items may say the very same.
    unexplained = 1 / np.diag(np.linalg.inv(correlations + 1e-3 * np.eye(len(correlations))))
    k = len(correlations)
    start = np.clip((1 - 0.5 / k) * unexplained, LEAST_UNIQUE, 1)
    found = minimize(
        _misfit,
        start,
        args=(correlations,),
        jac=_slope,
        method="L-BFGS-B",
        bounds=[(LEAST_UNIQUE, 1.0)] * k,
        options={"maxiter": 2000, "ftol": 1e-13, "gtol": 1e-8},
    )
    if not np.isfinite(found.fun):
        return None
    unique = np.asarray(found.x, dtype=np.float64)
    loadings = _loadings(unique, correlations)
    return (loadings if loadings.sum() >= 0 else -loadings), unique


def _scaled(unique: Array, correlations: Array) -> tuple[Array, Array]:
    root = np.sqrt(unique)
    values, vectors = np.linalg.eigh(correlations / np.outer(root, root))
    return np.maximum(values, 1e-12), vectors


def _misfit(unique: Array, correlations: Array) -> float:
    rest = _scaled(unique, correlations)[0][:-1]
    return float((rest - np.log(rest)).sum() - len(rest))


def _loadings(unique: Array, correlations: Array) -> Array:
    values, vectors = _scaled(unique, correlations)
    return np.asarray(np.sqrt(unique) * vectors[:, -1] * np.sqrt(max(values[-1] - 1, 0.0)))


def _slope(unique: Array, correlations: Array) -> Array:
    loadings = _loadings(unique, correlations)
    return np.asarray((loadings**2 + unique - np.diag(correlations)) / unique**2)
