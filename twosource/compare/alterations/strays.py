"""Which numbers that no other detector could place tell the same thing, though all the words around them were exchanged?

Method: a number that the other text gives nowhere, and that no finding holds yet, is a stray. Two strays of aligned sentences
belong together where they may count the same (people by any word, houses and homes, two lengths of time), no other stray of
either side may, and the sentence of the one answers to enough words of the other's. Lengths of time are compared in days.

Known failures: strays of wide groups compete and are left alone; sums and shares told anew ("both of them") are not worked out
beyond the sum of two.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations

from twosource.compare.alterations.answers import answers_both
from twosource.compare.alterations.counts import MEASURES, SPANS, in_unit_of, lengths, unquoted
from twosource.compare.alterations.groups import Group, holder
from twosource.compare.alterations.number_pairs import equal, fate, one_apart
from twosource.compare.alterations.numbers import compared
from twosource.compare.lexicon import bearing, below, fields
from twosource.records import Alteration, Quantity, Reading, Sentence, Span
from twosource.text import inside, overlaps
from twosource.values.numbers import same

ANSWERED = 0.3
"""Share of the content words of either sentence that the other must answer to."""
BOTH = 0.6
"""By how much less the one that has more words of its own may be answered."""
FURTHEST = 10.0
"""How many times the other a number may be and still be taken for it."""
SENSES = 6
"""Senses of a noun that may be a person: "factory hands"."""
FEWEST_DIGITS = 2
"""Different digits that a number must have for their exchange to be no chance."""
ALMOST = 0.02
"""By how much two lengths of time in other units may differ and be one."""
_OF = re.compile(r"\sof\s")
"""Behind a number that counts though no noun follows it: "13 of those hurt"; others are hours, ages or scores."""
_THINGS = ("structure", "vehicle", "district", "weapon")
_APART = MEASURES | SPANS | {"percent", "year-old", "time"}


def stray_alterations(
    a: Reading, b: Reading, group: Group, found: Collection[Alteration], *, least: float = ANSWERED
) -> Iterator[Alteration]:
    """The numbers of one group that differ, and that none of the findings so far holds.

    `least` is the share of the content words of either sentence that the other must answer to.
    """
    left = _strays(a, group.a, b, [x.a for x in found if x.kind.startswith(("number", "date", "hedge"))])
    right = _strays(b, group.b, a, [x.b for x in found if x.kind.startswith(("number", "date", "hedge"))])
    pairs = [(x, y) for x in left for y in right if _may_answer(x, y, group) and _agree(x, y, a, b, group, least)]
    for x, y in pairs:
        if [p for p, _ in pairs].count(x) > 1 or [q for _, q in pairs].count(y) > 1:
            continue
        if one_apart(x, y, a, b) or _comes_to(x, y, a, group.a) or _comes_to(y, x, b, group.b):
            continue
        meant = in_unit_of(x, y)
        if x.unit == y.unit or y.best is None or abs(meant - y.best) > ALMOST * y.best:
            yield from compared(x, y, meant)


def transposed_alterations(a: Reading, b: Reading, found: Collection[Alteration]) -> Iterator[Alteration]:
    """The numbers of the whole texts whose digits changed places, 61.8 and 68.1, where neither text has the other's."""
    sides = []
    for reading, other, held in ((a, b, [x.a for x in found]), (b, a, [x.b for x in found])):
        known = {p.best for p in unquoted(other)}
        spans = [s for s, x in zip(held, found, strict=True) if s is not None and not x.kind.startswith("claim")]
        sides.append([
            q for q in unquoted(reading)
            if q.best not in known and len(set(_digits(q))) >= FEWEST_DIGITS and not any(overlaps(s, q.span) for s in spans)
        ])  # fmt: skip
    for x in sides[0]:
        twins = [y for y in sides[1] if sorted(_digits(y)) == sorted(_digits(x)) and _alike_digits(x, y)]
        rivals = [z for z in sides[0] if sorted(_digits(z)) == sorted(_digits(x))]
        if len(twins) == 1 == len(rivals):
            yield from compared(x, twins[0], x.best or 0.0)


def _digits(q: Quantity) -> str:
    return "".join(c for c in q.number.text if c.isdigit())


def _alike_digits(x: Quantity, y: Quantity) -> bool:
    return _digits(x) != _digits(y) and (x.unit == y.unit or None in (x.unit, y.unit))


def _strays(reading: Reading, sentences: Sequence[Sentence], other: Reading, held: Sequence[Span | None]) -> list[Quantity]:
    spans = [s for s in held if s is not None]
    elsewhere = unquoted(other)
    text = reading.annotation.text
    return [
        q
        for q in [*unquoted(reading), *lengths(sentences)]
        if holder(q.span, sentences) is not None
        and (q.unit is not None or _OF.match(text, q.span.end))
        and not any(_given(q, p) for p in elsewhere)
        and not _as_ends(q, elsewhere)
        and not any(overlaps(s, q.span) for s in spans)
    ]


def _as_ends(q: Quantity, others: Sequence[Quantity]) -> bool:
    """Whether a number is a range whose ends the other text gives apart, or an end of a range that it gives."""
    if q.low is not None and q.high is not None and not same(q.low, q.high):
        return all(any(same(p.best, end) for p in others) for end in (q.low, q.high))
    ranges = [p for p in others if p.low is not None and p.high is not None and not same(p.low, p.high)]
    return any(same(q.best, end) for p in ranges for end in (p.low, p.high))


def _given(q: Quantity, p: Quantity) -> bool:
    """Whether the second number gives the first: "five months" is not given by "five weeks"."""
    if q.unit in SPANS and p.unit in SPANS and q.unit != p.unit and q.best is not None and p.best is not None:
        return equal(q, p) or abs(in_unit_of(q, p) - p.best) <= ALMOST * p.best
    return _alike(q.unit, p.unit) and (equal(q, p) or same(q.best, p.best))


def _may_answer(x: Quantity, y: Quantity, group: Group) -> bool:
    """Whether two numbers may count the same, and are not too far from each other."""
    if x.best is None or x.best < 1 or (y.best is not None and y.best < 1) or not _alike(x.unit, y.unit):
        return False
    if {fate(x, group.a), fate(y, group.b)} == {"killed", "injured"}:
        return False
    if x.unit != y.unit and x.unit in SPANS and same(x.best, y.best):
        return True  # nine hours, nine days: the unit alone was exchanged
    mine, theirs = in_unit_of(x, y), y.best if y.best is not None else y.low
    return theirs is not None and theirs > 0 and 1 / FURTHEST <= mine / theirs <= FURTHEST


def _alike(x: str | None, y: str | None) -> bool:
    if x in SPANS or y in SPANS:
        return x in SPANS and y in SPANS
    if x in _APART or y in _APART:
        return False  # told by their units, which `numbers` does
    if x is None or y is None or x == y or (_person(x) and _person(y)):
        return True
    if _person(x) or _person(y):
        return False
    return bearing(x, y) in ("same", "near", "sibling") or any(below(x, top) and below(y, top) for top in _THINGS)


def _person(unit: str) -> bool:
    return unit == "person" or "person" in fields(unit, SENSES)


def _agree(x: Quantity, y: Quantity, a: Reading, b: Reading, group: Group, least: float) -> bool:
    """Whether the sentences of two numbers answer to that share of each other's words."""
    mine, theirs = holder(x.span, group.a), holder(y.span, group.b)
    if mine is None or theirs is None:
        return False
    shares = answers_both(a, b, Group((mine,), (theirs,)))
    return max(shares) >= least and min(shares) >= BOTH * least


def _comes_to(x: Quantity, y: Quantity, reading: Reading, sentences: Sequence[Sentence]) -> bool:
    """Whether the second number is the sum or the difference of two in the sentence of the first."""
    sentence = holder(x.span, sentences)
    beside = [q.best for q in unquoted(reading) if q.best is not None and sentence is not None and inside(q.span, sentence.span)]
    return y.best is not None and any(same(p + q, y.best) or same(abs(p - q), y.best) for p, q in combinations(beside, 2))
