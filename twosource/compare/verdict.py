"""How are two articles related, and why?

Method: a table of named features (`features`), each a number with the words it rests on, times a weight (`weights`); their sum
is the log-odds that one article derives from the other or both from one text, and `score` the probability. Above `DERIVED_AT` the
articles are called identical, copy, excerpt or rewrite by how much stands verbatim and on which side; below it, same-story or
unrelated by what they have in common. The threshold is high on purpose: calling two newsrooms one source is the worse error.

Direction: the earlier of two published days, else which of the two credits or names the other, else how much each has
that the other lacks (who adds and who drops); `unknown` when they say nothing.
"""

import datetime
import math
import re

import msgspec
import numpy as np

from twosource.compare.align import align, similarity
from twosource.compare.alterations import alterations
from twosource.compare.copies import Verbatim, verbatim
from twosource.compare.rewrites import (
    details_kept,
    length_ratio,
    own_sentences,
    partners,
    phrases_kept,
    shared_quotes,
    specific,
    told,
    vocabulary_kept,
    whole_lexical,
    whole_meaning,
)
from twosource.compare.terms import lexical, rarity, terms, uncommonness
from twosource.compare.weights import INTERCEPT, WEIGHTS
from twosource.records import (
    CONTRACT_VERSION,
    DERIVED,
    Alignment,
    Alteration,
    Direction,
    Reading,
    Reason,
    Relation,
    RelationKind,
    Span,
)

DERIVED_AT = 0.5
"""Probability from which two articles are called derived; cross-validated, 5 of 637 pairs that are not reach it."""
COPIED = 0.6
"""Share of both articles' words that stand verbatim in the other, from which a derived one is a copy."""
EXCERPTED = 0.7
"""Share of one article's words that stand verbatim in the other, from which a derived one of other length is an excerpt."""
ONE_STORY = 0.85
"""Sum of two articles' cosines, of meaning and of words, from which they tell one story; right for 94 in 100 dev pairs."""
LONG_RUN = 20
"""Words that two writers may have in one row outside quotations without copying: names of offices, titles of laws."""

Feature = tuple[float, Span | None, Span | None]


def relate(a: Reading, b: Reading) -> Relation:
    """How two articles are related; both need vectors.

    Raises:
        ValueError: if a reading has no vectors.
    """
    found = features(a, b)
    reasons = tuple(
        Reason(name, round(value, 4), WEIGHTS[name], span_a, span_b) for name, (value, span_a, span_b) in found.items()
    )
    odds = INTERCEPT + sum(r.weight * r.value for r in reasons)
    score = 1 / (1 + math.exp(-max(-50.0, min(50.0, odds))))
    same = _words(a) == _words(b) != []
    if same:
        score = 1.0
    kind = _kind(found, score, same)
    derived = kind in DERIVED
    direction = _direction(a, b) if derived else "unknown"
    alignments = align(a, b) if kind != "unrelated" else ()
    altered = _altered(a, b, alignments, direction) if derived else ()
    return Relation(
        CONTRACT_VERSION, a.annotation.id, b.annotation.id, kind, direction, round(score, 4), reasons, alignments, altered
    )


def _altered(a: Reading, b: Reading, alignments: tuple[Alignment, ...], direction: Direction) -> tuple[Alteration, ...]:
    """What the later text altered, with the spans on the sides as given; with no direction `a` is read as the earlier."""
    if direction != "b->a":
        return alterations(a, b, alignments)
    turned = tuple(Alignment(x.b, x.a, x.score) for x in alignments)
    return tuple(msgspec.structs.replace(x, a=x.b, b=x.a) for x in alterations(b, a, turned))


def features(a: Reading, b: Reading) -> dict[str, Feature]:
    """Each named feature's value and the words it rests on, the same for (a, b) as for (b, a) but for the side of the spans.

    Raises:
        ValueError: if a reading has no vectors.
    """
    terms_a, terms_b = terms(a), terms(b)
    weight = rarity(terms_a, terms_b)
    score = similarity(a, b)
    weight_a, weight_b = [
        [sum(weight[s] for s in t.stems) if i in speaks else 0.0 for i, t in enumerate(side)]
        for side, speaks in ((terms_a, own_sentences(terms_a)), (terms_b, own_sentences(terms_b)))
    ]
    same = verbatim(a, b, terms_a, terms_b)
    own = np.ix_(own_sentences(terms_a), own_sentences(terms_b))
    content = told(a, b, score, weight_a, weight_b)
    unquoted = lexical(terms_a, terms_b, weight, unquoted=True)
    own_a, own_b = [[sum(weight[s] for s in t.own) for t in side] for side in (terms_a, terms_b)]
    outside = told(a, b, unquoted, own_a, own_b)
    details = details_kept(terms_a, terms_b)
    quotes = shared_quotes(a, b, unquoted)
    uncommon = uncommonness(weight)
    pairs = partners(((lexical(terms_a, terms_b, uncommon) + specific(a, b)) / 2)[own])
    vocabulary, phrases = vocabulary_kept(terms_a, terms_b, uncommon), phrases_kept(terms_a, terms_b)
    agency = _agency(a, b)
    return {
        "verbatim, better covered side": _of(max(same.a, same.b), same),
        "verbatim, other side": _of(min(same.a, same.b), same),
        "long unquoted run": _of(max(0.0, math.log((1 + same.longest) / LONG_RUN)), same),
        "content told, better covered side": (content.most, content.span_a, content.span_b),
        "content told, other side": (content.least, content.span_a, content.span_b),
        "content told outside quotations": (outside.most, outside.span_a, outside.span_b),
        "sentences paired, shorter side": (pairs.shorter, None, None),
        "sentences paired, longer side": (pairs.longer, None, None),
        "sentences paired in order": (pairs.ordered, None, None),
        "sentences in order, counted": (math.log1p(pairs.count), None, None),
        "sentences of the shorter article": (math.log1p(min(len(own[0]), own[1].size)), None, None),
        "likeness of best partners": (pairs.mean, None, None),
        "uncommon words kept, better covered side": (vocabulary[0], None, None),
        "uncommon words kept, other side": (vocabulary[1], None, None),
        "phrases kept, better covered side": (phrases[0], None, None),
        "phrases kept, other side": (phrases[1], None, None),
        "details kept, better covered side": (details[0], None, None),
        "details kept, other side": (details[1], None, None),
        "quotations shared in context": (math.log1p(quotes.in_context), quotes.span_a, quotes.span_b),
        "quotations shared alone": (math.log1p(quotes.alone), None, None),
        "words in common": (whole_lexical(terms_a, terms_b, uncommon), None, None),
        "meaning in common": (whole_meaning(a, b), None, None),
        "length ratio": (length_ratio(terms_a, terms_b), None, None),
        "same agency credited": (1.0 if agency else 0.0, *(agency or (None, None))),
    }


def _of(value: float, same: Verbatim) -> Feature:
    return value, same.span_a, same.span_b


def _words(reading: Reading) -> list[str]:
    return [w for t in terms(reading) for w in t.words]


def _agency(a: Reading, b: Reading) -> tuple[Span, Span] | None:
    for first in a.annotation.credits:
        for second in b.annotation.credits:
            if first.kind == second.kind == "agency" and first.name == second.name:
                return first.span, second.span
    return None


def _kind(found: dict[str, Feature], score: float, same: bool) -> RelationKind:
    most, least = found["verbatim, better covered side"][0], found["verbatim, other side"][0]
    if same:
        return "identical"
    if score < DERIVED_AT:
        near = found["meaning in common"][0] + found["words in common"][0]
        return "same-story" if near >= ONE_STORY else "unrelated"
    if least >= COPIED:
        return "copy"
    return "excerpt" if most >= EXCERPTED else "rewrite"


def _direction(a: Reading, b: Reading) -> Direction:
    """Which of two derived articles came first, from their published days, or from one crediting the other."""
    credits: tuple[Direction, Direction] = ("a->b", "b->a")
    for direction, earlier, later in zip(credits, (a, b), (b, a), strict=True):
        outlet = earlier.annotation.outlet
        if outlet and any(c.name.casefold() == outlet.casefold() for c in later.annotation.credits):
            return direction
    first, second = published_day(a), published_day(b)
    if first and second and first != second:
        return "a->b" if first < second else "b->a"
    return "unknown"


def published_day(reading: Reading) -> datetime.date | None:
    """The day on which an article says it was published; None if it does not say, or not so that it can be read."""
    m = re.match(r"(\d{4})-(\d\d)-(\d\d)", reading.annotation.published or "")
    if not m:
        return None
    try:
        return datetime.date(*map(int, m.groups()))
    except ValueError:  # a thirteenth month is no day
        return None
