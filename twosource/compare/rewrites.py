"""What remains of one article in another when the words are changed?

Method: a rewrite keeps what its writer had before him: which facts are told, mostly in which order, with which names and
numbers, each quotation beside the same words of context; and it has little of its own. Two newsrooms at one event share the
event and the quotations, but each has facts the other lacks and its own order. So every measure is taken of both sides, and
the better covered side and the other are told apart, for a rewrite that condenses covers its original only in part.

Known failures: short articles that carry one statement and nothing else look derived from each other; a free rewrite of some
six sentences, with every word changed, is missed; an article that splices two paragraphs of another into its own text too.

Tried (cross-validated mean recall at 1 % false alarms, `bench/fit_reuse.py`): only likeness by sentence and kept order, .33; with
partners by vectors less what all sentences have in common, .35; with strong shrinkage of the weights, .52; with pasted posts
counted as quoted, sentences that only quote left out and the number of sentences taken into account, .82. Dropped: the share of
likeness that a chain of links without crossings keeps, for one long sentence of the other side could serve the whole chain.
"""

import bisect
import itertools
import math
from collections import Counter
from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from twosource.compare.terms import FUNCTION_WORDS, Terms, stem
from twosource.records import Quotation, Reading, Span
from twosource.text import words

NOTHING, WHOLE = 0.3, 0.7
"""A sentence whose best partner scores under the first is not told at all in the other article, over the second wholly."""
OWN_WORDS, OWN_SENTENCES = 4, 3
"""Unquoted words that make a sentence the article's own; such sentences without which an article is taken whole."""
PARTNER = 0.3
"""Two sentences that are each other's best but score less are no partners."""
QUOTE_WORDS = 5
"""Shorter quotations are too easily shared."""
SAME_QUOTE = 0.8
"""Share of a quotation's words that must stand in one of the other article's quotations."""


def own_sentences(side: Sequence[Terms]) -> list[int]:
    """The sentences in which the article itself speaks, not only whom it quotes; all of them if there are too few."""
    own = [i for i, t in enumerate(side) if len(t.quoted) - sum(t.quoted) >= OWN_WORDS]
    return own if len(own) >= OWN_SENTENCES else list(range(len(side)))


class Content(msgspec.Struct, frozen=True):
    """How much of an article's content the other tells, in [0, 1], and the sentence best told, with its partner."""

    most: float
    least: float
    span_a: Span | None
    span_b: Span | None


def told(a: Reading, b: Reading, score: NDArray[np.float64], weight_a: Sequence[float], weight_b: Sequence[float]) -> Content:
    """Share of each side's content, weighed by rarity, in sentences that the other has too; `most` is the larger share."""
    if not score.size:
        return Content(0.0, 0.0, None, None)
    shares = []
    for best, weight in ((score.max(axis=1), weight_a), (score.max(axis=0), weight_b)):
        degree = np.clip((best - NOTHING) / (WHOLE - NOTHING), 0, 1)
        shares.append(float(np.dot(degree, weight) / total) if (total := sum(weight)) else 0.0)
    i, j = np.unravel_index(int(score.argmax()), score.shape)
    spans = (a.sentences[i].span, b.sentences[j].span) if score[i, j] > NOTHING else (None, None)
    return Content(max(shares), min(shares), *spans)


def specific(a: Reading, b: Reading) -> NDArray[np.float64]:
    """Cosine of sentence vectors less what all sentences of the two articles have in common, cut to [0, 1].

    In two reports of one event every sentence is near every other; what is common to all tells nothing about copying.
    """
    if not len(a.vectors) or not len(b.vectors):
        return np.zeros((len(a.vectors), len(b.vectors)))
    first, second = np.asarray(a.vectors, dtype=float), np.asarray(b.vectors, dtype=float)
    common = (first.mean(axis=0) + second.mean(axis=0)) / 2
    left, right = first - common, second - common
    left /= np.sqrt((left**2).sum(axis=1, keepdims=True)) + 1e-9
    right /= np.sqrt((right**2).sum(axis=1, keepdims=True)) + 1e-9
    found: NDArray[np.float64] = np.clip(left @ right.T, 0, 1)
    return found


class Partners(msgspec.Struct, frozen=True):
    """Sentences that are each other's best: their share of the shorter and the longer article's sentences, and the share
    of the shorter's that stand in one order in both; `mean` likeness of a sentence of the shorter with its best; `count`
    of those in order."""

    shorter: float
    longer: float
    ordered: float
    mean: float
    count: int


def partners(score: NDArray[np.float64]) -> Partners:
    """The sentences of two articles that are each other's best."""
    if not score.size:
        return Partners(0.0, 0.0, 0.0, 0.0, 0)
    rows = score if score.shape[0] <= score.shape[1] else score.T
    best = rows.argmax(axis=1)
    pairs = [(i, int(j)) for i, j in enumerate(best) if rows[i, j] >= PARTNER and int(rows[:, j].argmax()) == i]
    tails: list[int] = []  # longest increasing run, by patience sorting
    for _, j in pairs:
        at = bisect.bisect_left(tails, j)
        tails[at : at + 1] = [j]
    short, long = rows.shape
    return Partners(len(pairs) / short, len(pairs) / long, len(tails) / short, float(rows.max(axis=1).mean()), len(tails))


def vocabulary_kept(a: Sequence[Terms], b: Sequence[Terms], weight: dict[str, float]) -> tuple[float, float]:
    """Share of one side's uncommon words outside quotations, names and numbers left out, that the other has: larger, smaller."""
    sides = []
    for side in (a, b):
        names = {stem(d) for t in side for d in t.details}
        sides.append({s for t in side for s in t.own} - names)
    shared = sum(weight[s] for s in sides[0] & sides[1])
    shares = [shared / total if (total := sum(weight[s] for s in side)) else 0.0 for side in sides]
    return max(shares), min(shares)


def phrases_kept(a: Sequence[Terms], b: Sequence[Terms]) -> tuple[float, float]:
    """Share of one side's pairs of content words, neighbours outside quotations, that the other has: larger, smaller."""
    sides = []
    for side in (a, b):
        pairs = set()
        for t in side:
            content = [stem(w) for w, q in zip(t.words, t.quoted, strict=True) if not q and w not in FUNCTION_WORDS]
            pairs |= set(itertools.pairwise(content))
        sides.append(pairs)
    shared = len(sides[0] & sides[1])
    shares = [shared / len(side) if side else 0.0 for side in sides]
    return max(shares), min(shares)


def details_kept(a: Sequence[Terms], b: Sequence[Terms]) -> tuple[float, float]:
    """Share of one side's names and numbers that the other has; the larger and the smaller share."""
    sides = [frozenset(d for t in side for d in t.details) for side in (a, b)]
    shared = len(sides[0] & sides[1])
    shares = [shared / len(side) if side else 0.0 for side in sides]
    return max(shares), min(shares)


class SharedQuotes(msgspec.Struct, frozen=True):
    """`in_context`, `alone`: quotations that both have, with and without shared words around them. `rate` of the fewer."""

    in_context: int
    alone: int
    rate: float
    span_a: Span | None
    span_b: Span | None


def shared_quotes(a: Reading, b: Reading, unquoted: NDArray[np.float64]) -> SharedQuotes:
    """The quotations that both articles have; `unquoted` is the likeness of their sentences' words outside quotations."""
    quotes_a, quotes_b = _statements(a), _statements(b)
    in_context = alone = 0
    spans: tuple[Span | None, Span | None] = (None, None)
    for quote, own in quotes_a:
        for other, theirs in quotes_b:
            if len(own & theirs) >= SAME_QUOTE * min(len(own), len(theirs)):
                places_a, places_b = _sentences_of(a, quote), _sentences_of(b, other)
                if places_a and places_b and unquoted[np.ix_(places_a, places_b)].max() >= 0.5:
                    in_context += 1
                    spans = (quote.span, other.span)
                else:
                    alone += 1
                break
    fewer = min(len(quotes_a), len(quotes_b))
    return SharedQuotes(in_context, alone, min(1.0, (in_context + alone) / fewer) if fewer else 0.0, *spans)


def _statements(reading: Reading) -> list[tuple[Quotation, frozenset[str]]]:
    quotes = [(q, words(q.inner.text)) for q in reading.quotations if not q.scare]
    return [(q, frozenset(w)) for q, w in quotes if len(w) >= QUOTE_WORDS]


def _sentences_of(reading: Reading, quote: Quotation) -> list[int]:
    return [i for i, s in enumerate(reading.sentences) if s.span.start < quote.span.end and quote.span.start < s.span.end]


def length_ratio(a: Sequence[Terms], b: Sequence[Terms]) -> float:
    """Log of the shorter length in words over the longer: 0 for equal lengths, negative otherwise."""
    lengths = sorted(sum(len(t.words) for t in side) for side in (a, b))
    return math.log((lengths[0] + 1) / (lengths[1] + 1))


def whole_lexical(a: Sequence[Terms], b: Sequence[Terms], weight: dict[str, float]) -> float:
    """Cosine of the two articles' words, weighed by rarity and damped by log."""
    bags = []
    for side in (a, b):
        counts = Counter(s for t in side for s in t.stems.elements())
        bags.append({s: math.log1p(n) * weight[s] for s, n in counts.items()})
    dot = sum(v * bags[1].get(s, 0.0) for s, v in bags[0].items())
    lengths = [math.sqrt(sum(v * v for v in bag.values())) for bag in bags]
    return dot / (lengths[0] * lengths[1]) if all(lengths) else 0.0


def whole_meaning(a: Reading, b: Reading) -> float:
    """Cosine of the two articles' mean sentence vectors."""
    if not len(a.vectors) or not len(b.vectors):
        return 0.0
    first, second = np.asarray(a.vectors, dtype=float).mean(axis=0), np.asarray(b.vectors, dtype=float).mean(axis=0)
    return float(first @ second / (np.linalg.norm(first) * np.linalg.norm(second)))
