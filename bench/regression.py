"""Logistic regression with named features, so plain that its weights can be read.

Newton's method on standardised features with a penalty on the squares of their weights. A feature may be told which sign its
weight must have; one that would get the other sign is left out.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

STEPS = 60
CLOSE = 1e-6

Numbers = NDArray[np.float64]


def fitted(x: Numbers, y: Numbers, weight: Numbers, penalty: float, signs: Sequence[int], *, intercept: bool = True) -> Numbers:
    """One weight for each unit of each column of `x`, then the intercept (0 without one).

    `x` has shape (rows, features), `y` holds 0 or 1, `weight` counts each row (its mean should be 1), `signs` holds 1, -1 or 0
    (free).
    """
    kept = list(range(x.shape[1]))
    while True:
        found = _newton(x[:, kept], y, weight, penalty, intercept=intercept)
        wrong = [k for k, v in zip(kept, found, strict=False) if signs[k] * v < 0]
        if not wrong:
            break
        kept.remove(min(wrong, key=lambda k: signs[k] * found[kept.index(k)] * x[:, k].std()))
    whole = np.zeros(x.shape[1] + 1)
    whole[kept], whole[-1] = found[:-1], found[-1]
    return whole


def _newton(x: Numbers, y: Numbers, weight: Numbers, penalty: float, *, intercept: bool) -> Numbers:
    mean = x.mean(axis=0) if intercept else np.zeros(x.shape[1])
    scale = np.sqrt(((x - mean) ** 2).mean(axis=0)) + 1e-9
    rows = np.hstack([(x - mean) / scale, np.full((len(x), 1), float(intercept))])
    shrink = np.diag([penalty] * x.shape[1] + [1e-6])
    found = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        chance = logistic(rows @ found)
        slope = rows.T @ (weight * (y - chance)) - shrink @ found
        curve = (rows * (weight * chance * (1 - chance))[:, None]).T @ rows + shrink
        step = np.linalg.solve(curve, slope)
        found = found + step
        if np.abs(step).max() < CLOSE:
            break
    plain = found[:-1] / scale
    return np.append(plain, (found[-1] - plain @ mean) if intercept else 0.0)


def logistic(odds: Numbers) -> Numbers:
    """Probabilities of log-odds."""
    return np.asarray(1 / (1 + np.exp(-np.clip(odds, -30, 30))))


def calibration(odds: Numbers, y: Numbers) -> tuple[float, float]:
    """Slope and shift that make log-odds into those observed (Platt 1999), each row counting once."""
    found = _newton(odds[:, None], y, np.ones(len(y)), 1e-6, intercept=True)
    return float(found[0]), float(found[1])


def reliability(chance: Numbers, y: Numbers, bins: int = 10) -> list[tuple[int, float, float]]:
    """For each tenth of [0, 1] that holds any probability: how many, their mean, and the share of ones among them."""
    which = np.minimum((chance * bins).astype(int), bins - 1)
    return [(int((which == k).sum()), float(chance[which == k].mean()), float(y[which == k].mean())) for k in np.unique(which)]
