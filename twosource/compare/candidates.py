"""Which pairs of articles in a pile are worth comparing?

Method: two nets. One catches what is worded alike: runs of six words that few articles have. The other catches what tells the
same: the mean sentence vectors of the two articles are near, each article keeping its nearest. Both grow with the number of
articles times a constant, but for the products of vectors, which are taken in blocks.

Known failures: a run that more than `COMMON` articles share catches nothing, so that of a hundred copies of one text each is
compared with its nearest only.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from twosource.records import Reading
from twosource.text import shingles, words

RUN = 6
COMMON = 30
"""Articles that may share a run of words before it counts as boilerplate."""
LEAST_RUNS = 3
"""Runs that two articles must share."""
NEAR = 0.6
"""Cosine of two articles' mean vectors; 98 of 100 development rewrites lie above it, the others share runs of words."""
NEAREST = 15
"""Articles kept for each article, by meaning."""
BLOCK = 512


def candidates(readings: Sequence[Reading]) -> tuple[tuple[int, int], ...]:
    """The pairs (i, j), i < j, of indices into `readings` that are worth comparing, in order.

    Raises:
        ValueError: if a reading has no vectors.
    """
    return tuple(sorted(set(_worded_alike(readings)) | set(_near(article_vectors(readings)))))


def article_vectors(readings: Sequence[Reading]) -> NDArray[np.float32]:
    """The mean sentence vector of each article, of length one (zero for an article without sentences).

    Raises:
        ValueError: if a reading has no vectors.
    """
    rows = []
    for reading in readings:
        if reading.vectors is None:
            raise ValueError(f"article {reading.annotation.id} has no vectors")
        vectors = np.asarray(reading.vectors, dtype=np.float32)
        mean = vectors.mean(axis=0) if len(vectors) else np.zeros(0, dtype=np.float32)
        rows.append(mean / (np.linalg.norm(mean) or 1.0))
    width = max((len(row) for row in rows), default=0)
    return np.array([row if len(row) else np.zeros(width) for row in rows], dtype=np.float32).reshape(len(rows), width)


def _worded_alike(readings: Sequence[Reading]) -> Iterable[tuple[int, int]]:
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for i, reading in enumerate(readings):
        runs = {hash(run) for s in reading.sentences for run in shingles(words(s.span.text), RUN) if len(run) == RUN}
        for run in runs:
            holders[run].append(i)
    shared: defaultdict[tuple[int, int], int] = defaultdict(int)
    for articles in holders.values():
        if len(articles) <= COMMON:
            for k, i in enumerate(articles):
                for j in articles[k + 1 :]:
                    shared[i, j] += 1
    return (pair for pair, count in shared.items() if count >= LEAST_RUNS)


def _near(vectors: NDArray[np.float32]) -> Iterable[tuple[int, int]]:
    for start in range(0, len(vectors), BLOCK):
        block = vectors[start : start + BLOCK] @ vectors.T
        for row, cosines in enumerate(block):
            i = start + row
            cosines[i] = -1.0
            nearest = np.argsort(-cosines, kind="stable")[:NEAREST]
            yield from ((min(i, int(j)), max(i, int(j))) for j in nearest if cosines[j] >= NEAR)
