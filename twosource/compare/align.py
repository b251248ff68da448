"""Which sentences of two articles tell the same, in whatever order?

Method: a cascade. Sentences of the same words score 1. For the others the score is the mean of two cosines, of weighted stems
(`terms`) and of sentence vectors, moved a little by whether names and numbers agree. A link stands when it is good enough and
is the best of one of its two sentences; so one sentence may answer to several (a split or a merge). What hangs together is
handed back as stars: one sentence with all that answers to it. Titles and headings meet only titles and headings, captions
only captions, related links and furniture nothing.

Known failures: a sentence of a general kind ("The investigation continues") finds a partner too easily; a title that a
rewrite folds into its lead is left alone.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from twosource.compare.terms import Terms, lexical, rarity, terms
from twosource.records import Alignment, PartKind, Reading

LEAST = 0.44
"""A link's score at least; set on the hand-aligned pairs (see bench), where .40 to .48 differ by half a point of F1."""
LEAST_LEFT = 0.28
"""The same for two sentences that found no other and are each other's best among those: wholly reworded ones. On the hand-aligned
pairs .28 lifts F1 from .982 to .986; on rewrites of the reuse corpus a third fewer claims are called dropped or added."""
LEAST_BETWEEN = 0.2
"""The same where the sentences before both, or after both, answer to each other."""
LEAST_SECOND = 0.6
"""A link that is the best of neither sentence needs this."""
DETAIL = 0.08
"""What full agreement of names and numbers adds, and full disagreement takes away."""
SHORT = 4
"""Sentences of fewer words align only with the same words."""

LIKE: dict[PartKind, str] = {"title": "headline", "heading": "headline", "body": "body", "caption": "caption"}


def align(a: Reading, b: Reading) -> tuple[Alignment, ...]:
    """The sentences of two articles that tell the same, in the order of `a`.

    Each alignment has one sentence on one side at least; several on the other side mean a split or a merge. `score` in
    [0, 1] is the mean of its links.

    Raises:
        ValueError: if a reading has no vectors.
    """
    score = similarity(a, b)
    alignments = []
    for left, right in stars(links(score)):
        spans_a, spans_b = tuple(a.sentences[i].span for i in left), tuple(b.sentences[j].span for j in right)
        alignments.append(Alignment(spans_a, spans_b, round(float(score[np.ix_(left, right)].mean()), 3)))
    return tuple(alignments)


def similarity(a: Reading, b: Reading) -> NDArray[np.float64]:
    """How alike each sentence of `a` is to each of `b`, in [0, 1]; 0 where their parts may not meet.

    Raises:
        ValueError: if a reading has no vectors.
    """
    terms_a, terms_b = terms(a), terms(b)
    if not terms_a or not terms_b:
        return np.zeros((len(terms_a), len(terms_b)))
    score = (lexical(terms_a, terms_b, rarity(terms_a, terms_b)) + meaning(a, b)) / 2
    score = np.clip(score + DETAIL * agreement(terms_a, terms_b), 0, 0.999)
    for i, first in enumerate(terms_a):
        for j, second in enumerate(terms_b):
            if LIKE.get(a.sentences[i].part) != LIKE.get(b.sentences[j].part) or not first.words or not second.words:
                score[i, j] = 0.0
            elif first.words == second.words:
                score[i, j] = 1.0
            elif min(len(first.words), len(second.words)) < SHORT:
                score[i, j] = 0.0
    return np.asarray(score)


def meaning(a: Reading, b: Reading) -> NDArray[np.float64]:
    """Cosine of the vector of each sentence of `a` with each of `b`, cut to [0, 1].

    Raises:
        ValueError: if a reading has no vectors.
    """
    if a.vectors is None or b.vectors is None:
        raise ValueError("alignment needs sentence vectors")
    found: NDArray[np.float64] = np.clip(np.asarray(a.vectors, dtype=float) @ np.asarray(b.vectors, dtype=float).T, 0, 1)
    return found


def agreement(a: Sequence[Terms], b: Sequence[Terms]) -> NDArray[np.float64]:
    """From -1 (names or numbers on both sides, none shared) to 1 (all those of one in the other); 0 where one has none."""
    found = np.zeros((len(a), len(b)))
    for i, first in enumerate(a):
        for j, second in enumerate(b):
            if first.details and second.details:
                fewer = min(len(first.details), len(second.details))
                found[i, j] = 2 * len(first.details & second.details) / fewer - 1
    return found


def links(score: NDArray[np.float64]) -> set[tuple[int, int]]:
    """The pairs of sentences that stand."""
    if not score.size:
        return set()
    found = {(i, int(score[i].argmax())) for i in range(score.shape[0])}
    found |= {(int(score[:, j].argmax()), j) for j in range(score.shape[1])}
    found = {(i, j) for i, j in found if score[i, j] >= LEAST}
    others = ((int(i), int(j)) for i, j in np.argwhere(score >= LEAST_SECOND))
    found |= {(i, j) for i, j in others if not _settled(score, i, j)}
    return found | _left(score, found)


def _left(score: NDArray[np.float64], found: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """Links between sentences of which neither has any: each the other's best among those."""
    rest = score.copy()
    rest[[i for i, _ in found], :] = 0.0
    rest[:, [j for _, j in found]] = 0.0
    best = {(i, j) for i in range(rest.shape[0]) if int(rest[:, j := int(rest[i].argmax())].argmax()) == i}
    beside = {(i + step, j + step) for i, j in found for step in (-1, 1)}
    return {(i, j) for i, j in best if rest[i, j] >= (LEAST_BETWEEN if (i, j) in beside else LEAST_LEFT)}


def _settled(score: NDArray[np.float64], i: int, j: int) -> bool:
    """Whether both sentences have an identical partner already, so that a lesser one says nothing."""
    return bool(score[i, j] < 1.0 and (score[i].max() == 1.0 or score[:, j].max() == 1.0))


def stars(found: set[tuple[int, int]]) -> list[tuple[list[int], list[int]]]:
    """The links, each once, gathered round the sentences that have most of them; in order of the first sentence of `a`."""
    left, gathered = set(found), []
    while left:
        counts: dict[tuple[str, int], list[tuple[int, int]]] = {}
        for i, j in left:
            counts.setdefault(("a", i), []).append((i, j))
            counts.setdefault(("b", j), []).append((i, j))
        best = max(counts, key=lambda node: (len(counts[node]), node[0] == "a", -node[1]))
        gathered.append((sorted({i for i, _ in counts[best]}), sorted({j for _, j in counts[best]})))
        left -= set(counts[best])
    return sorted(gathered)
