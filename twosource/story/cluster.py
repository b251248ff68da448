"""Which articles report one event?

Method: how near two articles are is the mean of three likenesses: of what the titles and leads mean (sentence vectors), of all
the words weighed by rarity in the pile (counted twice), and of the names and numbers alone; less the further apart they were
published. Without the names the mean B-cubed F over the development piles falls by one point, with equal parts by half a point.
Articles are joined from the nearest on, by the average over all pairs of the two groups, down to one fixed nearness that is
the same for every pile. Articles that derive from each other are joined beforehand.

Known failures: a running affair of many months falls apart into its days; two events of one kind in one town on one day,
told in a few lines each, are joined.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from twosource.compare.terms import terms
from twosource.compare.verdict import published_day
from twosource.records import DERIVED, Reading, Relation

NEAR = 0.33
"""Average nearness at which two groups are still one story; set over the four development piles at once, where .27 to .36 give
a mean B-cubed F of .91 to .93."""
LEAD = 5
"""Sentences that say what an article is about, its title among them."""
DAYS = 90.0
"""Days between two articles after which their nearness has fallen by a third."""


def clusters(readings: Sequence[Reading], relations: Iterable[Relation]) -> list[list[int]]:
    """Indices of `readings` by story, each index once; stories and their members in order.

    Raises:
        ValueError: if a reading has no vectors.
    """
    number = {r.annotation.id: i for i, r in enumerate(readings)}
    tied = [(number[r.a], number[r.b]) for r in relations if r.relation in DERIVED]
    return average_link(nearness(readings), NEAR, tied)


def nearness(readings: Sequence[Reading]) -> NDArray[np.float64]:
    """How near the articles are to one another: symmetric, of shape (n, n), in [0, 1].

    Raises:
        ValueError: if a reading has no vectors.
    """
    bags = [Counter(s for t in terms(r) for s in t.stems.elements()) for r in readings]
    details = [Counter(d for t in terms(r) for d in t.details) for r in readings]
    near = (_meaning(readings) + 2 * _cosines(bags) + _cosines(details)) / 4
    days = [published_day(r) for r in readings]
    for i, first in enumerate(days):
        for j, second in enumerate(days):
            if first and second:
                near[i, j] *= 1 / (1 + abs((first - second).days) / (2 * DAYS))
    return near


def _meaning(readings: Sequence[Reading]) -> NDArray[np.float64]:
    leads = []
    for r in readings:
        if r.vectors is None:
            raise ValueError(f"article {r.annotation.id} has no vectors")
        lead = np.asarray(r.vectors, dtype=float)[:LEAD].sum(axis=0)
        leads.append(lead / (np.linalg.norm(lead) or 1.0))
    rows = np.array(leads)
    found: NDArray[np.float64] = np.clip(rows @ rows.T, 0, 1)
    return found


def _cosines(bags: Sequence[Counter[str]]) -> NDArray[np.float64]:
    """Cosine of bags of words, damped by log and weighed by rarity among the bags."""
    held = Counter(w for bag in bags for w in bag)
    column = {w: i for i, w in enumerate(sorted(w for w, n in held.items() if n > 1))}
    rows = np.zeros((len(bags), len(column)), dtype=np.float32)
    for i, bag in enumerate(bags):
        total = 0.0
        for word, n in bag.items():
            value = (1 + math.log(n)) * math.log(1 + len(bags) / held[word])
            total += value * value if held[word] > 1 else 0.0
            if word in column:
                rows[i, column[word]] = value
        rows[i] /= math.sqrt(total) or 1.0
    found: NDArray[np.float64] = np.asarray(rows @ rows.T, dtype=float)
    return found


def average_link(near: NDArray[np.float64], least: float, tied: Iterable[tuple[int, int]] = ()) -> list[list[int]]:
    """Groups of indices, joined from the nearest on while the mean nearness of two groups is at least `least`.

    `tied` pairs are in one group from the start. Groups are ordered by their first member.
    """
    members = {i: [i] for i in range(len(near))}
    sums = near.astype(float).copy()
    mean = sums.copy()
    np.fill_diagonal(mean, -1.0)
    counts = np.ones(len(near))

    def join(i: int, j: int) -> None:
        members[i] += members.pop(j)
        counts[i], counts[j] = counts[i] + counts[j], 0.0
        sums[i] += sums[j]
        sums[:, i] += sums[:, j]
        mean[i] = mean[:, i] = np.where(counts > 0, sums[i] / np.maximum(counts * counts[i], 1.0), -1.0)
        mean[j] = mean[:, j] = mean[i, i] = -1.0

    for i, j in tied:
        first, second = sorted(next(k for k, group in members.items() if x in group) for x in (i, j))
        if first != second:
            join(first, second)
    while len(members) > 1:
        i, j = sorted(int(k) for k in np.unravel_index(int(mean.argmax()), mean.shape))
        if mean[i, j] < least:
            break
        join(i, j)
    return sorted(sorted(group) for group in members.values())
