"""Do the sentences of two articles answer each other one by one, and in one order?

Method: who rewrites has a text before him and goes through it, so that each sentence has one partner, which stands out among all
others, and the partners follow one another. Two newsrooms at one event tell the same things in their own order, several sentences
of one answer to several of the other, and none stands out. Likeness of two sentences is the mean of three cosines: of their words
weighed by uncommonness, of their vectors, and of their vectors less what all sentences of the two articles have in common. From
it follows a soft assignment: how far each of two sentences prefers the other to all else, as the product of two softmaxes with a
place for "nobody" (as in LoFTR, Sun et al. 2021, and SuperGlue, Sarlin et al. 2020). Its sum along the best chain without
crossings is the share told in order; what the chain through the second article read backwards reaches is chance.

Known failures: articles of two or three sentences are in order by chance; a rewrite that reorders everything keeps its partners
but no chain; where two sentences were merged into one, each counts half.

Tried, with about the same figures: other mixtures of the three cosines; softmaxes at .05 to .15; Sinkhorn iterations; words
instead of sentences as the unit of the shares; chains that may use a sentence twice; how far the best partner stands out from the
next. Hard partners (each the other's best) in place of soft ones: AUC against independent reports .95 instead of .98.
"""

import math

import msgspec
import numpy as np
from numpy.typing import NDArray

from twosource.compare.own import Side
from twosource.records import Span

NOBODY = 0.2
"""Likeness that a sentence with no partner competes with."""
SHARP, SOFT = 0.05, 0.1
"""Temperatures of the softmaxes."""
PARTNER = 0.4
"""Preference for each other from which two sentences are partners."""

Matrix = NDArray[np.float64]


class Order(msgspec.Struct, frozen=True):
    """How the sentences of two articles answer each other; `shorter`, `longer`: the article of fewer and of more sentences.

    `partnered`: share of the shorter's sentences with one partner each. `chained`: number of sentences in the best chain;
    `forwards`: that number less the same through the other article backwards, as a share of the shorter's sentences. `places`:
    correlation of the places of a sentence and of its best partner, as a z-value. `told_a`, `told_b`: the sentences, as indices
    into the side's, that have a partner. The spans are those of the two sentences that answer each other best.
    """

    partnered: float
    chained: float
    forwards: float
    places: float
    told_a: tuple[int, ...]
    told_b: tuple[int, ...]
    span_a: Span | None
    span_b: Span | None


def order(a: Side, b: Side, weight: dict[str, float]) -> Order:
    """How the own sentences of two articles answer each other; `weight` of each stem.

    Raises:
        ValueError: if a reading has no vectors.
    """
    like = likeness(a, b, weight)
    if not like.size:
        return Order(0.0, 0.0, 0.0, 0.0, (), (), None, None)
    rows = like if like.shape[0] <= like.shape[1] else like.T
    soft = preference(rows, SOFT)
    chained = chain(soft)
    each = soft if rows is like else soft.T
    i, j = np.unravel_index(int(each.argmax()), each.shape)
    return Order(
        partnered=float(preference(rows, SHARP).sum()) / len(rows),
        chained=chained,
        forwards=(chained - chain(soft[:, ::-1])) / len(rows),
        places=_places(rows),
        told_a=tuple(a.own[k] for k in np.flatnonzero(each.max(axis=1) >= PARTNER)),
        told_b=tuple(b.own[k] for k in np.flatnonzero(each.max(axis=0) >= PARTNER)),
        span_a=a.reading.sentences[a.sentences[a.own[int(i)]]].span,
        span_b=b.reading.sentences[b.sentences[b.own[int(j)]]].span,
    )


def likeness(a: Side, b: Side, weight: dict[str, float]) -> Matrix:
    """How alike each own sentence of `a` is to each of `b`, in [0, 1].

    Raises:
        ValueError: if a reading has no vectors.
    """
    if a.reading.vectors is None or b.reading.vectors is None:
        raise ValueError("a comparison needs sentence vectors")
    if not a.own or not b.own:
        return np.zeros((len(a.own), len(b.own)))
    column = {s: i for i, s in enumerate(weight)}
    left, right = (_bags(side, weight, column) for side in (a, b))
    first, second = (np.asarray(side.reading.vectors, dtype=float)[[side.sentences[i] for i in side.own]] for side in (a, b))
    middle = (first.mean(axis=0) + second.mean(axis=0)) / 2
    specific = np.clip(_unit(first - middle) @ _unit(second - middle).T, 0, 1)
    found: Matrix = (left @ right.T + np.clip(first @ second.T, 0, 1) + specific) / 3
    return found


def _bags(side: Side, weight: dict[str, float], column: dict[str, int]) -> Matrix:
    bags = np.zeros((len(side.own), len(column)))
    for row, sentence in enumerate(side.own):
        for s in side.content(sentence, unquoted=False):
            bags[row, column[s]] += weight[s]
    return _unit(bags)


def _unit(rows: Matrix) -> Matrix:
    return np.asarray(rows / (np.sqrt((rows**2).sum(axis=1, keepdims=True)) + 1e-9))


def preference(like: Matrix, temperature: float) -> Matrix:
    """How far each two sentences prefer each other to all others and to nobody, in [0, 1]."""
    power = np.exp(like / temperature)
    nobody = math.exp(NOBODY / temperature)
    return np.asarray(power**2 / ((power.sum(axis=1, keepdims=True) + nobody) * (power.sum(axis=0, keepdims=True) + nobody)))


def chain(worth: Matrix) -> float:
    """The largest sum of entries of which each lies below and to the right of the one before."""
    best = np.zeros(worth.shape[1] + 1)
    for row in worth:
        with_row = best.copy()
        np.maximum(with_row[1:], best[:-1] + row, out=with_row[1:])
        best = np.maximum.accumulate(with_row)
    return float(best[-1])


def _places(rows: Matrix) -> float:
    short = rows.shape[0]
    best = rows.argmax(axis=1)
    if short < 3 or best.std() == 0:
        return 0.0
    correlation = float(np.corrcoef(np.arange(short), best)[0, 1])
    return math.atanh(max(-0.99, min(0.99, correlation))) * math.sqrt(max(1, short - 3))
