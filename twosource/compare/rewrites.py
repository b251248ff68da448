"""What remains of one article in another when the words are changed, and what has each of its own?

Method: a rewrite keeps words in the order of its original, sentence by sentence (`order`) and within (`words_in_order`), and has
few facts of its own. An independent report of the same event, however alike, has names, numbers, days and sources that the other
lacks, and so has the other; therefore what counts is the side that has fewer of its own. Quotations that both have speak for
reuse only if the words around them are shared too.

Known failures: a report of two or three sentences has nothing of its own and looks derived; a rewrite that adds background from
elsewhere looks independent; names are matched by their first letters, so "Iran" and "Iranian" are one, but two Marias as well.

Tried and dropped, because with the rest they changed nothing (cross-validated, `bench/fit_reuse.py`): share of content told by
aligned sentences; share of words and of pairs of words kept, in a sentence or a window; words and names kept in the partner
sentence; order of first mentions; sentences that nothing answers; cosines of whole articles; quotations shared in context,
for the words around them count anyway. Days and hours that one side alone has: recall at .1 % false alarms .89 with, .92 without.
"""

import math

import msgspec
import numpy as np

from twosource.compare.own import Side
from twosource.compare.terms import lexical, stem
from twosource.records import Quotation, Span
from twosource.text import words

QUOTE_WORDS = 5
"""Shorter quotations are too easily shared."""
SAME_QUOTE = 0.8
"""Share of a quotation's words that must stand in one of the other article's quotations."""
SAME_CONTEXT = 0.5
"""Cosine of the unquoted words of two sentences from which a quotation in both is shared in context."""
UNCOMMON = 0.4
"""Weight of a stem (`terms.uncommonness`) from which it is no everyday word."""
NEAR, ANSWERED, SHORT_SENTENCE = 0.45, 0.5, 25
"""Cosine of two sentences below which they tell nothing in common; from which one answers the other; characters of a sentence up
to which it says too little."""
FEW_WORDS = 20
"""Added to a length in words where something is counted per hundred, so that short articles do not swing."""


def words_in_order(a: Side, b: Side, weight: dict[str, float], *, names: bool) -> tuple[float, float]:
    """Weight of the longest common subsequence of the unquoted content words, less that of one article read backwards, which is
    chance; and the larger of both articles' total weights. With `names` false, without names and numbers."""
    left_out = frozenset() if names else a.details | b.details
    first, second = ([s for s in side.content() if s not in left_out] for side in (a, b))
    total = max(sum(weight[s] for s in side) for side in (first, second))
    both = set(first) & set(second)
    rows, columns = ([s for s in side if s in both] for side in sorted((first, second), key=len))
    return max(0.0, _common(rows, columns, weight) - _common(rows, columns[::-1], weight)), total


def _common(rows: list[str], columns: list[str], weight: dict[str, float]) -> float:
    """Weight of the longest common subsequence of two rows of stems."""
    where: dict[str, list[int]] = {}
    for i, s in enumerate(columns):
        where.setdefault(s, []).append(i)
    at = {s: np.array(places) for s, places in where.items()}
    best = np.zeros(len(columns) + 1)
    for s in rows:
        places = at[s]
        reached = best[places] + weight[s]
        with_row = best.copy()
        with_row[places + 1] = np.maximum(best[places + 1], reached)
        best = np.maximum.accumulate(with_row)
    return float(best[-1])


def uncommon_shared(a: Side, b: Side, weight: dict[str, float]) -> float:
    """Different uncommon words that both articles have, one of them outside quotations, for each hundred words of the shorter."""
    both = (a.stems & b.stems).intersection([*a.content(), *b.content()])
    shared = sum(weight[s] >= UNCOMMON for s in both)
    return 100 * shared / (min(len(a.words), len(b.words)) + FEW_WORDS)


class Own(msgspec.Struct, frozen=True):
    """What an article has that the other lacks: the number of different names and numbers, of those outside quotations, of
    names that the recogniser saw, of sources, of amounts; `span` the first name or number; `found` the share
    of its names and numbers that the other has too."""

    details: int
    unquoted: int
    names: int
    sources: int
    amounts: int
    found: float
    span: Span | None


def own_details(side: Side, other: Side) -> Own:
    """What one article has that the other lacks; names of sources and others are looked for among all the other's words."""
    mine, theirs = side.telling, other.telling
    lone = mine.details - other.stems
    first = next((i for i, s in enumerate(mine.stems) if s in lone), None)
    return Own(
        details=len(lone),
        unquoted=len({s for s, said in zip(mine.stems, side.said, strict=True) if s in lone and not said}),
        names=len(mine.names - other.stems),
        sources=len(mine.sources - other.stems),
        amounts=len(mine.amounts - theirs.amounts),
        found=1 - len(lone) / (len(mine.details) + 1),
        span=None if first is None else side.span(first, first),
    )


class SharedQuotes(msgspec.Struct, frozen=True):
    """`in_context`, `alone`: quotations that both have, with and without shared words around them, with the last of each."""

    in_context: int
    alone: int
    spans_in_context: tuple[Span | None, Span | None]
    spans_alone: tuple[Span | None, Span | None]


def shared_quotes(a: Side, b: Side, weight: dict[str, float]) -> SharedQuotes:
    """The quotations that both articles have."""
    quotes_a, quotes_b = _statements(a), _statements(b)
    both = [
        (quote, other)
        for quote, own in quotes_a
        for other in [next((o for o, theirs in quotes_b if len(own & theirs) >= SAME_QUOTE * min(len(own), len(theirs))), None)]
        if other
    ]
    near: list[tuple[Quotation, Quotation]] = []
    if both:
        unquoted = lexical(a.terms, b.terms, weight, unquoted=True)
        near = [(x, y) for x, y in both if unquoted[np.ix_(_around(a, x), _around(b, y))].max(initial=0.0) >= SAME_CONTEXT]
    far = [pair for pair in both if pair not in near]
    return SharedQuotes(len(near), len(far), _last_spans(near), _last_spans(far))


def _last_spans(pairs: list[tuple[Quotation, Quotation]]) -> tuple[Span | None, Span | None]:
    return (pairs[-1][0].span, pairs[-1][1].span) if pairs else (None, None)


def _statements(side: Side) -> list[tuple[Quotation, frozenset[str]]]:
    quotes = [(q, words(q.inner.text)) for q in side.reading.quotations if not q.scare]
    return [(q, frozenset(w)) for q, w in quotes if len(w) >= QUOTE_WORDS]


def _around(side: Side, quote: Quotation) -> list[int]:
    """The sentences, as indices into the side's, in which a quotation stands."""
    spans = [side.reading.sentences[i].span for i in side.sentences]
    return [i for i, s in enumerate(spans) if s.start < quote.span.end and quote.span.start < s.end]


def whole_lexical(a: Side, b: Side, weight: dict[str, float]) -> float:
    """Cosine of the two articles' words, weighed by uncommonness and damped by log."""
    bags = []
    for side in (a, b):
        counts: dict[str, int] = {}
        for s in side.content(unquoted=False):
            counts[s] = counts.get(s, 0) + 1
        bags.append({s: math.log1p(n) * weight[s] for s, n in counts.items()})
    dot = sum(v * bags[1].get(s, 0.0) for s, v in bags[0].items())
    lengths = [math.sqrt(sum(v * v for v in bag.values())) for bag in bags]
    return dot / (lengths[0] * lengths[1]) if all(lengths) else 0.0


def told_alone(a: Side, b: Side) -> float:
    """The share of sentences that nothing in the other article comes near in meaning, on the side that has less of them.

    In [0, 1]. Who takes a text tells little of his own, or leaves little of the other's out; two newsrooms do both.
    """
    best_a, best_b = _best_answers(a, b)
    if not best_a:
        return 0.0
    return min(sum(score < NEAR for score in best.values()) / len(best) for best in (best_a, best_b))


def found_in_answers(a: Side, b: Side) -> float:
    """The share of the names and numbers in sentences that the other article answers which it has too; of the better side.

    In [0, 1). Who rewrites answers a sentence by what stands in it; what he adds of his own stands in sentences by itself.
    """
    shares = []
    for side, other, best in zip((a, b), (b, a), _best_answers(a, b), strict=True):
        told = {stem(d) for i, score in best.items() if score >= ANSWERED for d in side.terms[i].details}
        shares.append(len(told & other.stems) / (len(told) + 1))
    return max(shares)


def _best_answers(a: Side, b: Side) -> tuple[dict[int, float], dict[int, float]]:
    """For each sentence of both sides that says enough, by its index into the side's, the cosine of its nearest in the other.

    Both empty if one side has no such sentence.
    """
    kept = [
        [i for i, at in enumerate(side.sentences) if len(side.reading.sentences[at].span.text) > SHORT_SENTENCE]
        for side in (a, b)
    ]
    if not all(kept) or a.reading.vectors is None or b.reading.vectors is None:
        return {}, {}
    units = []
    for side, rows in zip((a, b), kept, strict=True):
        vectors = np.asarray(side.reading.vectors, dtype=float)[[side.sentences[i] for i in rows]]
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        units.append(vectors / np.where(lengths > 0, lengths, 1.0))
    near = units[0] @ units[1].T
    return dict(zip(kept[0], near.max(axis=1).tolist(), strict=True)), dict(zip(kept[1], near.max(axis=0).tolist(), strict=True))


def whole_meaning(a: Side, b: Side) -> float:
    """Cosine of the two articles' mean sentence vectors."""
    if not len(a.reading.vectors) or not len(b.reading.vectors):
        return 0.0
    first, second = (np.asarray(side.reading.vectors, dtype=float).mean(axis=0) for side in (a, b))
    return float(first @ second / (np.linalg.norm(first) * np.linalg.norm(second)))
