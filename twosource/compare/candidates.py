"""Which pairs of articles in a pile are worth a look, without looking at all?

Method: `neighbours` names for each article the few that a quick likeness puts first: meaning of the leads and rare words (stems
that more than `COMMON` articles hold tell nothing apart), as products of vectors and postings, in blocks. These are enough to
find stories (`story/cluster`). `candidates` are the pairs worth comparing sentence by sentence, which costs some ten thousand
times as much: neighbours whose nearness is that of texts which may derive from each other, the nearest of each article, and
pairs that share runs of words which few articles have, however far apart they are (an agency's paragraph in two long reports).
Of articles as near as copies of one text each is compared with a few, and all with the earliest, so that a hundred copies take
some five hundred comparisons and not five thousand.

Recall and cost are measured by `bench/candidates.py` and recorded in `bench/runs`.

Known failures: a paraphrase without names and numbers of a text that the pile holds among hundreds on the same matter may not be
among the nearest.
"""

import zlib
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from twosource.compare.nearness import DETAILS, MEANING, WORDS, Nearness, Outline, leads, outline, rarity
from twosource.records import Reading
from twosource.text import shingles, words

COMMON = 40
"""Articles that may share a stem or a run of words before it counts as common."""
NEIGHBOURS = 40
"""Neighbours named for each article."""
BLOCK = 256
"""Articles whose likeness to all others is held at a time."""
DERIVABLE = 0.3
"""Nearness from which one article may derive from the other; 99 of 100 derived pairs of news lie above it."""
NEAREST = 20
"""Candidates kept for each article by nearness."""
SAME = 0.85
"""Nearness from which two articles are taken for copies of one text, for the choice of pairs alone."""
OF_COPIES = 5
"""Copies of one text that each of them is compared with, beside the earliest."""
RUN = 6
"""Words of a run."""
LEAST_RUNS = 3
"""Runs that two articles must share."""


def candidates(readings: Sequence[Reading]) -> tuple[tuple[int, int], ...]:
    """The pairs (i, j), i < j, of indices into `readings` that are worth comparing, in order; whatever the order of `readings`,
    the same pairs of articles.

    Raises:
        ValueError: if a reading has no vectors.
    """
    order = sorted(range(len(readings)), key=lambda i: (readings[i].annotation.id, i))
    ordered = [readings[i] for i in order]
    outlines = [outline(r) for r in ordered]
    near = Nearness(outlines)
    chosen = _nearest(near)
    for i, others in _by_first(_worded_alike(ordered)):  # of copies enough are chosen already
        chosen |= {(i, j) for j, value in zip(others, near.of(i, others).tolist(), strict=True) if value < SAME}
    return tuple(sorted((min(order[i], order[j]), max(order[i], order[j])) for i, j in chosen))


def neighbours(outlines: Sequence[Outline], of: Collection[int] | None = None) -> Iterator[tuple[int, int]]:
    """The pairs (i, j), i < j, of articles of which one is among the first `NEIGHBOURS` of the other; each once.

    With `of`, only of these articles.
    """
    asked = sorted(of if of is not None else range(len(outlines)))
    rows_of_all = leads(outlines)
    by_stem, by_detail = Postings([o.stems for o in outlines]), Postings([o.details for o in outlines])
    named = set()
    for start in range(0, len(asked), BLOCK):
        rows = asked[start : start + BLOCK]
        likeness = MEANING * np.clip(rows_of_all[rows] @ rows_of_all.T, 0, 1)
        for row, i in enumerate(rows):
            found = likeness[row] + WORDS * by_stem.shared(i) + DETAILS * by_detail.shared(i)
            found[i] = -1.0
            first = np.argsort(-found, kind="stable")[:NEIGHBOURS]
            named |= {(min(i, int(j)), max(i, int(j))) for j in first if found[j] > 0}
    yield from sorted(named)


class Postings:
    """Which articles hold a word, for the words that few of them hold."""

    def __init__(self, bags: Sequence[Mapping[str, int]]) -> None:
        weight = rarity(bags)
        lengths = [sum(weight[w] ** 2 for w in bag) ** 0.5 or 1.0 for bag in bags]
        holders: defaultdict[str, list[int]] = defaultdict(list)
        for i, bag in enumerate(bags):
            for word in bag:
                holders[word].append(i)
        kept = {w: np.array(at, dtype=np.intp) for w, at in holders.items() if 1 < len(at) <= COMMON}
        self._values = {w: (at, (weight[w] / np.array([lengths[i] for i in at])).astype(np.float32)) for w, at in kept.items()}
        self._rare = [[w for w in bag if w in kept] for bag in bags]
        self._weight = [[weight[w] / length for w in rare] for rare, length in zip(self._rare, lengths, strict=True)]
        self._articles = len(bags)

    def shared(self, i: int) -> NDArray[np.float64]:
        """What article `i` shares of rare words with each of all articles, of its whole weight and theirs."""
        if not self._rare[i]:
            return np.zeros(self._articles)
        held = [self._values[w] for w in self._rare[i]]
        values = np.concatenate([v * own for (_, v), own in zip(held, self._weight[i], strict=True)])
        return np.asarray(np.bincount(np.concatenate([at for at, _ in held]), values, self._articles), dtype=float)


def _nearest(near: Nearness) -> set[tuple[int, int]]:
    """The pairs of `DERIVABLE` nearness that are among the `NEAREST` of one of the two; of copies a few, and the earliest."""
    found: list[list[tuple[float, int]]] = [[] for _ in near.outlines]
    for i, others in _by_first(neighbours(near.outlines)):
        for j, value in zip(others, near.of(i, others).tolist(), strict=True):
            if value >= DERIVABLE:
                found[i].append((-value, j))
                found[j].append((-value, i))
    chosen = set()
    for i, ranked in enumerate(sorted(others) for others in found):
        copies = [j for negative, j in ranked if -negative >= SAME]
        rest = [j for negative, j in ranked if -negative < SAME]
        chosen |= {(min(i, j), max(i, j)) for j in copies[:OF_COPIES] + rest[:NEAREST]}
    return chosen | set(_with_the_earliest(near.outlines, found))


def _with_the_earliest(outlines: Sequence[Outline], found: Sequence[Sequence[tuple[float, int]]]) -> Iterator[tuple[int, int]]:
    """Each copy with the earliest of those that copies connect with it."""
    left = set(range(len(outlines)))
    while left:
        group, open_ = set(), {min(left)}
        while open_:
            i = open_.pop()
            group.add(i)
            open_ |= {j for negative, j in found[i] if -negative >= SAME} - group
        left -= group
        earliest = min(group, key=lambda i: (outlines[i].published or float("inf"), i))
        yield from ((min(i, earliest), max(i, earliest)) for i in group if i != earliest)


def _by_first(pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, list[int]]]:
    seconds: defaultdict[int, list[int]] = defaultdict(list)
    for i, j in pairs:
        seconds[i].append(j)
    yield from seconds.items()


def _worded_alike(readings: Sequence[Reading]) -> Iterator[tuple[int, int]]:
    """The pairs that share `LEAST_RUNS` runs of words which no more than `COMMON` articles have."""
    runs = [_runs(r) for r in readings]
    every = np.concatenate([*runs, np.zeros(0, dtype=np.uint32)])
    article = np.repeat(np.arange(len(runs)), [len(r) for r in runs])
    order = np.argsort(every, kind="stable")
    every, article = every[order], article[order]
    starts = np.flatnonzero(np.concatenate(([True], every[1:] != every[:-1]))) if len(every) else np.zeros(0, dtype=np.intp)
    sizes = np.diff(np.append(starts, len(every)))
    shared: Counter[tuple[int, int]] = Counter()
    for start, size in zip(starts[(sizes > 1) & (sizes <= COMMON)], sizes[(sizes > 1) & (sizes <= COMMON)], strict=True):
        holders = article[start : start + size].tolist()
        shared.update((i, j) for k, i in enumerate(holders) for j in holders[k + 1 :])
    return (pair for pair, count in shared.items() if count >= LEAST_RUNS)


def _runs(reading: Reading) -> NDArray[np.uint32]:
    """The runs of words of an article as numbers, each once."""
    found = {
        zlib.crc32(" ".join(run).encode("utf8", "surrogatepass"))
        for s in reading.sentences
        for run in shingles(words(s.span.text), RUN)
        if len(run) == RUN
    }
    return np.array(sorted(found), dtype=np.uint32)
