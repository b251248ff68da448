"""Which numbers differ, became vague, or lost the word that made them inexact?

Method: equal numbers of a group are paired first (`number_pairs`); only their modifiers are compared, what they count, and
whether they count the killed or the injured. Of two that differ one became vague where it is a fair, less exact telling of the
other, as a bound that became a rounder one which follows from it ("at least 26", "more than two dozen"); else it was changed. A
number that met no other has become vague where the same noun now carries "several", "many" or, for an age, "elderly", or the
same verb "sharply" or "slightly". A bare number after a percentage is one too ("8 percent; they offer 4").

Known failures: those of `number_pairs`.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec

from twosource.annotate.syntax import ancestors, stretch, token_at
from twosource.compare.alterations.counts import (
    MEASURES,
    SPANS,
    bounded,
    counted_alike,
    counted_beside,
    counted_in,
    drop_ranges,
    drop_shares,
    in_course,
    in_percent,
    in_unit_of,
    lengths,
    moving,
    nautical,
    rate,
    step,
    times,
    unquoted,
)
from twosource.compare.alterations.edits import edits
from twosource.compare.alterations.groups import Group, holder, stem, within
from twosource.compare.alterations.number_pairs import CLOSE, covers, equal, fate, matched, nearness, paired, sense_of
from twosource.compare.lexicon import bearing, below
from twosource.records import Alteration, AlterationKind, Quantity, Reading, Sentence, Severity, Span
from twosource.text import inside, span
from twosource.values.numbers import same

_BEYOND = frozenset(("more than", "over", "above", "greater than", "in excess of", "well over", "exceeding"))
"""Bounds that leave out the number itself."""
_HOLDING = ("structure", "vehicle", "family")
_BARE = re.compile(r"[.,;:!?)]|$", re.MULTILINE)
_PARTS = tuple(
    (re.compile(rf"\b{words}\b", re.IGNORECASE), part)
    for words, part in (
        ("(?:an?|one)[ -]quarter", 25.0), ("(?:an?|one)[ -]third", 33.3), ("(?:an?|one)[ -]fifth", 20.0),
        ("(?:an?|one)[ -]tenth", 10.0),
        ("half", 50.0), ("three[ -]quarters", 75.0), ("two[ -]thirds", 66.7), ("two[ -]fifths", 40.0), ("three[ -]fifths", 60.0),
        ("(?:an?|one)[ -]eighth", 12.5), ("(?:an?|one)[ -]sixth", 16.7), ("four[ -]fifths", 80.0), ("nine[ -]tenths", 90.0),
    )
)  # fmt: skip
"""Parts of a whole in words, in percent."""
_STEP_PART = re.compile(
    r"\b(by|to)\s(?:just |only |about |around |nearly |almost |roughly |more than )*"
    r"((?:an?|one|two|three|four|five|six|seven|eight|nine)[ -](?:third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?"
    r"|half)\b",
    re.IGNORECASE,
)
"""A part of a whole by which, or to which, something moved."""
_TO = re.compile(r"\s(?:from|to|against|or)\s")
_WITHIN = re.compile(r"\bwithin\s$", re.IGNORECASE)
_SOME = frozenset("several many some numerous multiple various countless few certain".split())
_AGED = frozenset("elderly old young younger older teenage middle-aged".split())
_STEEPLY = frozenset(
    "sharply steeply slightly significantly considerably substantially markedly heavily dramatically notably strongly".split()
)
UNMISTAKABLE = 100.0
"""From which two equal numbers in aligned sentences are one, whatever stands around them."""
LEAST_LEFT = 0.75
"""The least share of a bound that a rounder one may be to be a fair, looser telling of it."""


def number_alterations(a: Reading, b: Reading, group: Group) -> Iterator[Alteration]:
    """The numbers of one group that differ."""
    left = _of(a, group, "a")
    right = [in_percent(counted_alike(q, left), left) for q in _of(b, group, "b")]
    left = [in_percent(q, right) for q in left]
    met = set()
    for x, y in matched(left, right, group):
        met.add(x.unit)
        left.remove(x)
        right.remove(y)
        if f"{x.unit}/h" == y.unit or x.unit == f"{y.unit}/h":
            continue  # "140 kilometres an hour"
        if x.unit != y.unit and x.unit in MEASURES and y.unit in MEASURES and same(x.best, y.best):
            yield Alteration("number-changed", x.span, y.span, "high", f"“{x.span.text}” became “{y.span.text}”")
        elif x.unit != y.unit and x.unit in SPANS and y.unit in SPANS and sense_of(x) == "exact" and sense_of(y) == "floor":
            yield from compared(x, y, in_unit_of(x, y))  # "51 hours" became "more than two days"
        elif nautical(x, a.annotation.text) is not nautical(y, b.annotation.text) and x.unit == "mile" == y.unit:
            yield Alteration(
                "number-changed", x.span, y.span, "low", f"“{x.span.text}” became “{y.span.text}”: sea miles are longer"
            )
        elif None not in (steps := (step(x, a.annotation.text), step(y, b.annotation.text))) and steps[0] != steps[1]:
            says = f"what moved {steps[0]} “{x.span.text}” moved {steps[1]} it now"
            yield Alteration("number-changed", x.span, y.span, "high", says)
        elif _part_or_more(x, y, a, b, group):
            says = f"“{x.span.text}” was counted in, or beside, and is now the other"
            yield Alteration("number-changed", x.span, y.span, "high", says)
        elif None not in (rates := (rate(x, a), rate(y, b))) and rates[0] != rates[1]:
            says = f"“{x.span.text}” was per {rates[0]} and is now per {rates[1]}"
            yield Alteration("number-changed", x.span, y.span, "high", says)
        elif _counts_other(x, y) and ((x.best or 0) >= UNMISTAKABLE or nearness(x, y, group) >= CLOSE):
            says = f"{x.number.text} counted {_plural(x)} and now counts {_plural(y)}"
            yield Alteration("number-changed", x.span, y.span, "high", says)
        elif (fates := (fate(x, group.a), fate(y, group.b))) in (("killed", "injured"), ("injured", "killed")):
            says = f"“{x.span.text}” counted the {fates[0]} and now counts the {fates[1]}"
            yield Alteration("number-changed", x.span, y.span, "high", says)
        else:
            yield from _modifier_change(x, y, a, b)
    for one, other, reading in ((left, right, a), (right, left, b)):
        drop_ranges(one, other)
        drop_shares(one, other, reading.annotation.text)
    yield from _steps_in_words(group)
    found = edits(group)
    left = [q for q in left if not _in_words(q, group.b)]
    right = [q for q in right if not _in_words(q, group.a)]
    for x, y in paired(left, right, a, b, group, found, met):
        left.remove(x)
        right.remove(y)
        yield from _value_change(x, y)
    for x in left:
        if not any(equal(x, q) for q in unquoted(b)) and (vague := _made_vague(x, group, right)) is not None:
            yield Alteration("number-blurred", x.span, vague, "low", f"“{x.span.text}” became “{vague.text}”")


def _steps_in_words(group: Group) -> Iterator[Alteration]:
    """Parts in words by which something moved and to which it moves now: "fell by a fifth", "fell to a fifth"."""
    sides = [
        {m[2].lower().replace("-", " "): (m[1].lower(), span(s.span.text, *m.span()), s) for s in side for m in _moved(s)}
        for side in (group.a, group.b)
    ]
    for part, (way, x, one) in sides[0].items():
        if part in sides[1] and sides[1][part][0] != way:
            _, y, other = sides[1][part]
            where = [Span(s.span.start + w.start, s.span.start + w.end, w.text) for w, s in ((x, one), (y, other))]
            yield Alteration("number-changed", where[0], where[1], "high", f"“{x.text}” became “{y.text}”")


def _moved(sentence: Sentence) -> Iterator[re.Match[str]]:
    return (m for m in _STEP_PART.finditer(sentence.span.text) if moving(sentence.span.text[: m.start()]))


def _part_or_more(x: Quantity, y: Quantity, a: Reading, b: Reading, group: Group) -> bool:
    """Whether a number was told as a part of another and is now told beside it, or the other way round."""
    one, other = holder(x.span, group.a), holder(y.span, group.b)
    if one is None or other is None:
        return False
    texts = a.annotation.text, b.annotation.text
    before, after = _just_before(x, a, one), _just_before(y, b, other)
    if before is None or after is None or not same(before.best, after.best):
        return False  # "17 people, including three children", "14 adults and three children"
    return (counted_in(x, texts[0]) and counted_beside(y, texts[1], other.span)) or (
        counted_in(y, texts[1]) and counted_beside(x, texts[0], one.span)
    )


def _just_before(q: Quantity, reading: Reading, sentence: Sentence) -> Quantity | None:
    """The number before another in a sentence."""
    before = [p for p in unquoted(reading) if p.span.end <= q.span.start and inside(p.span, sentence.span)]
    return max(before, key=lambda p: p.span.start, default=None)


def _in_words(q: Quantity, sentences: Sequence[Sentence]) -> bool:
    """Whether some sentences give a percentage as a part in words that were not taken for a number: "opposed by a quarter"."""
    if q.unit != "percent" or q.best is None:
        return False
    parts = [part for pattern, part in _PARTS if any(pattern.search(s.span.text) for s in sentences)]
    return any(abs(part - q.best) <= 1 for part in parts)


def _counts_other(x: Quantity, y: Quantity) -> bool:
    """Whether one counts people and the other what holds people: homes, families, cars."""
    units = {x.unit, y.unit}
    held = (units - {"person"}).pop() if len(units) == 2 and "person" in units else None
    return held is not None and any(below(held, top) for top in _HOLDING)


def _plural(q: Quantity) -> str:
    return "people" if q.unit == "person" else f"{q.unit}s"


def _made_vague(x: Quantity, group: Group, right: Sequence[Quantity]) -> Span | None:
    """Where the other text says "several" or "sharply" for a number that it does not give; None if it does not."""
    sentence = holder(x.number, group.a)
    at = token_at(sentence, x.number.end - 1) if sentence else None
    if sentence is None or at is None:
        return None
    above = [i for i in [at, *list(ancestors(sentence, at))[:3]] if sentence.tokens[i].pos in ("NOUN", "VERB")]
    if x.unit == "year-old":
        above = [i for i in above if not inside(stretch(sentence, i, i), x.span)]
    for theirs in group.b:
        for i, token in enumerate(theirs.tokens):
            vague = _AGED if x.unit == "year-old" else _STEEPLY if token.pos == "ADV" else _SOME
            loose = token.text.lower() in vague
            head = theirs.tokens[token.head]
            if not loose or token.head == i or any(q.span.start <= head.start < q.span.end for q in right):
                continue
            if token.pos == "ADV" and x.unit != "percent" and x.unit not in MEASURES:
                continue
            wanted = [k for k in above if sentence.tokens[k].pos == head.pos]
            if any(_alike(sentence.tokens[k].lemma, head.lemma) for k in wanted[:1]):
                return stretch(theirs, min(i, token.head), max(i, token.head))
    return None


def _alike(x: str, y: str) -> bool:
    return stem(x) == stem(y) or bearing(x.lower(), y.lower()) in ("same", "near")


def _of(reading: Reading, group: Group, side: str) -> list[Quantity]:
    """The group's quantities outside quotation marks; a changed number inside them is a changed quotation."""
    sentences = group.a if side == "a" else group.b
    spans = set(within((q.span for q in reading.quantities), sentences))
    text = reading.annotation.text
    found = (
        [bounded(q, text) for q in unquoted(reading) if q.span in spans]
        + list(lengths(sentences))
        + list(times(sentences, reading))
    )
    return sorted((_elliptic(q, found, text) for q in found), key=lambda q: q.span.start)


def _elliptic(q: Quantity, others: Sequence[Quantity], text: str) -> Quantity:
    """A bare number with the unit of the one behind it, or the percent of the one before it: "8 percent more; they offer 4"."""
    if q.unit is not None:
        return q
    behind = next((p for p in others if p.span.start > q.span.end and _TO.fullmatch(text, q.span.end, p.span.start)), None)
    if behind is not None and (behind.unit == "percent" or behind.unit in MEASURES):
        return msgspec.structs.replace(q, unit=behind.unit)  # "went up to 4.5 from 4 percent"
    if not _BARE.match(text, q.span.end):
        return q
    before = [p for p in others if p.span.end <= q.span.start and not re.search(r"[.!?]\s", text[p.span.end : q.span.start])]
    last = max(before, key=lambda p: p.span.start, default=None)
    return msgspec.structs.replace(q, unit="percent") if last is not None and last.unit == "percent" else q


def _modifier_change(x: Quantity, y: Quantity, a: Reading, b: Reading) -> Iterator[Alteration]:
    before, after = sense_of(x), sense_of(y)
    if {before, after} == {"exact", "floor"} and (in_course(x, a.annotation.text) or in_course(y, b.annotation.text)):
        return
    if (
        before == after == "floor"
        and "upwards of" not in (x.modifier, y.modifier)
        and {x.modifier in _BEYOND, y.modifier in _BEYOND} == {True, False}
        and (x.best or 0) % 5
    ):
        yield Alteration("hedge-changed", x.span, y.span, "low", f"“{x.modifier}” before {x.number.text} became “{y.modifier}”")
    bounded = before == "ceiling" and _WITHIN.search(b.annotation.text, 0, y.span.start) is not None
    if after == "ceiling" and before == "exact" and _WITHIN.search(a.annotation.text, 0, x.span.start) is not None:
        return
    if x.modifier is not None and y.modifier is None and "estimat" in x.modifier and _estimated(y, b):
        return  # "it is estimated that"
    if after == "near" and x.low is not None and x.high is not None and not same(x.low, x.high):
        return  # "between 9 and 11", "about ten"
    if before == after or x.best is None or (bounded and after == "exact"):
        return
    kind: AlterationKind
    weight: Severity = "medium"
    if after == "exact":
        kind, says = "hedge-dropped", f"“{x.modifier}” before {x.number.text} is gone"
    elif before == "exact":
        kind, says, weight = "hedge-added", f"“{y.modifier}” was put before {y.number.text}", "low"
    else:
        kind, says = "hedge-changed", f"“{x.modifier}” before {x.number.text} became “{y.modifier}”"
    yield Alteration(kind, x.span, y.span, weight, says)


def _estimated(q: Quantity, reading: Reading) -> bool:
    sentence = holder(q.span, reading.sentences)
    return sentence is not None and any(t.lemma.lower().startswith("estimat") for t in sentence.tokens)


def compared(x: Quantity, y: Quantity, meant: float) -> Iterator[Alteration]:
    """What became of a number of which another took the place; `meant` is the earlier one in the later one's unit."""
    if not same(meant, y.best):
        yield from _value_change(msgspec.structs.replace(x, best=meant), y)


def _value_change(x: Quantity, y: Quantity) -> Iterator[Alteration]:
    says = f"“{x.span.text}” became “{y.span.text}”"
    bounds = ("floor", "ceiling")
    rounded = sense_of(y) == "near" and x.best is not None and covers(y, x.best)
    if _looser(x, y):
        yield Alteration("number-blurred", x.span, y.span, "low", says)
    elif (
        sense_of(x) in bounds and not rounded and (sense_of(y) == sense_of(x) or y.best is not None)
    ):  # a bound that was moved, or turned into a figure
        yield Alteration("number-changed", x.span, y.span, "high", says)
    elif x.best is not None and covers(y, x.best):
        yield Alteration("number-blurred", x.span, y.span, "low", says)
    elif y.best is None or x.best is None or not covers(x, y.best):
        yield Alteration("number-changed", x.span, y.span, "high", says)


def _looser(x: Quantity, y: Quantity) -> bool:
    """Whether a bound became a rounder one that follows from it: "at least 26", "more than two dozen"."""
    if sense_of(x) != "floor" or sense_of(y) != "floor" or x.best is None or y.best is None:
        return False
    round_off = "dozen" in y.number.text.lower() or (y.best % 10 == 0 and x.best % 10 != 0)
    return round_off and LEAST_LEFT * x.best <= y.best < x.best
