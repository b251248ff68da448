"""Which numbers differ, became vague, or lost the word that made them inexact?

Method: equal numbers of a group are paired first, whatever their form; only their modifiers are compared, and whether they count
the killed or the injured. What is left is paired where one took the other's place between words that both texts have, by unit and
surroundings, or as the only numbers of their unit. A number that the other text gives elsewhere with the same unit has moved, not
changed. A conversion between common units is no change. Percentages and measures of one party ("X had 21 percent", "X took 23%")
answer to each other, and so do the only numbers of one unit of two sentences that answer to each other alone. A number that met
no other has become vague where the same noun now carries "several", "many" or, for an age, "elderly", or the same verb "sharply"
or "slightly".

A bare number after a percentage is one too ("8 percent; they offer 4"). A bound that became a rounder one which follows from it
("at least 26", "more than two dozen") is a blur.

Known failures: two currencies are never compared; a part and its whole ("three of the ten") can be paired crosswise where the
words around them are the same.
"""

import re
from collections.abc import Collection, Iterator, Sequence

import msgspec

from twosource.annotate.syntax import ancestors, children, stretch, subtree, token_at
from twosource.compare.alterations.counts import (
    MEASURES,
    SPANS,
    bounded,
    counted_alike,
    drop_ranges,
    drop_shares,
    in_unit_of,
    lengths,
    rate,
    times,
    unquoted,
)
from twosource.compare.alterations.edits import Edits, edits, facing
from twosource.compare.alterations.groups import Group, closeness, content, holder, stem, surroundings, within
from twosource.compare.lexicon import bearing, below
from twosource.records import Alteration, AlterationKind, Quantity, Reading, Sentence, Severity, Span
from twosource.text import inside
from twosource.values.numbers import rounds, same

CLOSE = 0.45
"""Surroundings that must agree for two different numbers of the same unit to be the same statement."""
CLOSE_UNKNOWN = 0.6
"""The same where a unit is unknown."""
CLOSE_ONLY = 0.15
"""The same where they are the only sums of money, percentages or measures of their unit that found no equal."""
CLOSE_ALONE = 0.15
"""The same for the only numbers of one unit of two sentences that answer to each other alone."""
MOST_ALONE = 3
"""Sentences that both sides of such a group have together at most: one that was split still counts."""
ALIKE = 0.5
"""Share of content stems that such sentences must have in common."""
CLOSE_MOVED = 0.75
"""The same where one of the two values also stands elsewhere in the other text."""

_FLOOR = frozenset(
    ("at least", "no fewer than", "no less than", "not less than", "a minimum of", "upwards of", "more than", "over", "above",
     "greater than", "in excess of", "well over", "exceeding", "or more")
)  # fmt: skip
_BEYOND = frozenset(("more than", "over", "above", "greater than", "in excess of", "well over", "exceeding"))
"""Those of them that leave out the number itself."""
_CEILING = frozenset(
    ("up to", "as many as", "as much as", "as high as", "as long as", "as deep as", "at most", "no more than", "not more than",
     "a maximum of", "fewer than", "less than", "under", "below", "or fewer", "or less")
)  # fmt: skip
_CONVERT: dict[tuple[str, str], float] = {
    ("mile", "kilometre"): 1.609, ("foot", "metre"): 0.3048, ("inch", "centimetre"): 2.54, ("acre", "hectare"): 0.4047,
    ("mile/h", "kilometre/h"): 1.609, ("pound-weight", "kilogram"): 0.4536, ("tonne", "kilogram"): 1000.0,
    ("kilometre", "metre"): 1000.0, ("hour", "minute"): 60.0, ("day", "hour"): 24.0, ("week", "day"): 7.0,
    ("year", "month"): 12.0, ("decade", "year"): 10.0, ("square kilometre", "hectare"): 100.0,
    ("square mile", "square kilometre"): 2.59, ("square mile", "hectare"): 259.0, ("square mile", "acre"): 640.0,
}  # fmt: skip
_FATES = {
    **dict.fromkeys("kill die dead death fatality perish slay".split(), "killed"),
    **dict.fromkeys("injure wound hurt injured injury wounded".split(), "injured"),
}
_HOLDING = ("structure", "vehicle", "family")
_BARE = re.compile(r"[.,;:!?)]|$", re.MULTILINE)
_WITHIN = re.compile(r"\bwithin\s$", re.IGNORECASE)
_SOME = frozenset("several many some numerous multiple various countless few certain".split())
_AGED = frozenset("elderly old young younger older teenage middle-aged".split())
_STEEPLY = frozenset(
    "sharply steeply slightly significantly considerably substantially markedly heavily dramatically notably strongly".split()
)
_CHANGING = frozenset("rise fall drop increase decrease gain lose grow shrink climb slip add up down by from".split())
"""Words near a number that say by how much, or from where, something moved."""
_OTHERS = re.compile(r"\s+(?:\w+\s+)?(?:other|others|more)\b", re.IGNORECASE)
VAGUE_REACH = 50.0
"""How many times its least a word like "millions" may be and still be fair: 11.5 million are millions."""
UNMISTAKABLE = 100.0
"""From which two equal numbers in aligned sentences are one, whatever stands around them."""
LEAST_LEFT = 0.75
"""The least share of a bound that a rounder one may be to be a fair, looser telling of it."""
ROUNDED = 0.01
"""By how much a figure may be off that is given bare: "1,200" is a fair "1,197", "10" is another number than "12"."""
ROUGHLY = 0.06
"""By how much a rounded conversion may be off."""


def number_alterations(a: Reading, b: Reading, group: Group) -> Iterator[Alteration]:
    """The numbers of one group that differ."""
    left = _of(a, group, "a")
    right = [counted_alike(q, left) for q in _of(b, group, "b")]
    met = set()
    for x, y in _equal(left, right, group):
        met.add(x.unit)
        left.remove(x)
        right.remove(y)
        if x.unit != y.unit and x.unit in MEASURES and y.unit in MEASURES and same(x.best, y.best):
            yield Alteration("number-changed", x.span, y.span, "high", f"“{x.span.text}” became “{y.span.text}”")
        elif x.unit != y.unit and x.unit in SPANS and y.unit in SPANS and _sense(x) == "exact" and _sense(y) == "floor":
            yield from compared(x, y, in_unit_of(x, y))  # "51 hours" became "more than two days"
        elif None not in (rates := (rate(x, a), rate(y, b))) and rates[0] != rates[1]:
            says = f"“{x.span.text}” was per {rates[0]} and is now per {rates[1]}"
            yield Alteration("number-changed", x.span, y.span, "high", says)
        elif _counts_other(x, y) and ((x.best or 0) >= UNMISTAKABLE or _near(x, y, group) >= CLOSE):
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
    found = edits(group)
    for x, y in _paired(left, right, a, b, group, found, met):
        left.remove(x)
        right.remove(y)
        yield from _value_change(x, y)
    for x in left:
        if not any(equal(x, q) for q in unquoted(b)) and (vague := _made_vague(x, group, right)) is not None:
            yield Alteration("number-blurred", x.span, vague, "low", f"“{x.span.text}” became “{vague.text}”")


def _counts_other(x: Quantity, y: Quantity) -> bool:
    """Whether one counts people and the other what holds people: homes, families, cars."""
    units = {x.unit, y.unit}
    held = (units - {"person"}).pop() if len(units) == 2 and "person" in units else None
    return held is not None and any(below(held, top) for top in _HOLDING)


def _plural(q: Quantity) -> str:
    return "people" if q.unit == "person" else f"{q.unit}s"


def fate(q: Quantity, sentences: Sequence[Sentence]) -> str | None:
    """Whether a number counts killed or injured people, from the nearest word above or below it that says so."""
    sentence = holder(q.number, sentences)
    at = token_at(sentence, q.number.end - 1) if sentence else None
    if sentence is None or at is None:
        return None
    path = (sentence.tokens[i].lemma.lower() for i in [at, *list(ancestors(sentence, at))[:3]])
    return next((_FATES[lemma] for lemma in path if lemma in _FATES), None)


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
    """A bare number with the percent of the number before it in the sentence: "8 percent more; they offer 4"."""
    if q.unit is not None or not _BARE.match(text, q.span.end):
        return q
    before = [p for p in others if p.span.end <= q.span.start and not re.search(r"[.!?]\s", text[p.span.end : q.span.start])]
    last = max(before, key=lambda p: p.span.start, default=None)
    return msgspec.structs.replace(q, unit="percent") if last is not None and last.unit == "percent" else q


def equal(x: Quantity, y: Quantity) -> bool:
    """Whether two quantities give the same number, also as a share or in another unit."""
    if x.best is None or y.best is None:
        return x.best is y.best and same(x.low, y.low) and same(x.high, y.high)
    if same(x.best, y.best) and _units_agree(x, y):
        return True
    for p, q in ((x, y), (y, x)):
        if p.unit == q.unit == "degree" and p.best is not None and q.best and abs(p.best * 1.8 + 32 - q.best) <= 1:
            return True  # Celsius and Fahrenheit
        if (factor := _CONVERT.get((p.unit or "", q.unit or ""))) and p.best and q.best:
            return abs(p.best * factor - q.best) <= ROUGHLY * q.best
        if q.unit == "percent" and p.best is not None and p.best < 1 and abs(p.best * 100 - (q.best or 0)) <= 1:
            return True
    return False


def _units_agree(x: Quantity, y: Quantity) -> bool:
    if x.unit == y.unit or "percent" in (x.unit, y.unit):
        return x.unit == y.unit
    return "year-old" not in (x.unit, y.unit) or None in (x.unit, y.unit)  # "a boy aged nine"


def _equal(left: Sequence[Quantity], right: Sequence[Quantity], group: Group) -> list[tuple[Quantity, Quantity]]:
    rated = sorted(
        (
            (-(_near(x, y, group) + (x.unit == y.unit)), i, j)
            for i, x in enumerate(left)
            for j, y in enumerate(right)
            if equal(x, y)
        ),
    )
    return [(left[i], right[j]) for i, j in _one_to_one(rated)]


def _one_to_one(rated: Sequence[tuple[float, int, int]]) -> list[tuple[int, int]]:
    used_left: set[int] = set()
    used_right: set[int] = set()
    pairs = []
    for _, i, j in rated:
        if i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
            pairs.append((i, j))
    return pairs


def _near(x: Quantity, y: Quantity, group: Group) -> float:
    return closeness(surroundings(x.span, group.a), surroundings(y.span, group.b))


def _paired(
    left: Sequence[Quantity],
    right: Sequence[Quantity],
    a: Reading,
    b: Reading,
    group: Group,
    found: Edits,
    met: Collection[str | None],
) -> list[tuple[Quantity, Quantity]]:
    """Numbers that differ and are the same statement; `met` are the units of which others are equal."""
    rated = []
    sole = len(left) == len(right) == len(group.a) == len(group.b) == 1
    last = len(left) == len(right) == 1
    single = len(group.a) == 1 == len(group.b)
    alone = len(group.a) + len(group.b) <= MOST_ALONE and _alike_in_content(group)
    owners = [
        [frozenset() if any(equal(q, p) for p in unquoted(other)) else _owners(q, sentences) for q in side]
        for side, sentences, other in ((left, group.a, b), (right, group.b, a))
    ]
    for i, x in enumerate(left):
        for j, y in enumerate(right):
            near, faces = _near(x, y, group), facing(x.number, y.number, found)
            lasting = faces and x.unit in SPANS and y.unit in SPANS
            loosely = alone and last and x.best is not None and y.best is None and _covers(y, x.best)
            apart = x.unit is not None and y.unit is not None and x.unit != y.unit
            if (apart and not lasting and not loosely) or one_apart(x, y, a, b):
                continue
            if _share(x, y, a, group.a) or _share(y, x, b, group.b):
                continue
            only = x.unit is not None and [q.unit for q in left].count(x.unit) == 1 == [q.unit for q in right].count(x.unit)
            measured = x.unit in MEASURES | {"percent"}
            only = (
                only
                and x.unit == y.unit
                and (
                    (measured and (near >= CLOSE_ONLY or (single and x.unit in met)))
                    or (alone and (measured or near >= CLOSE_ALONE))
                )
            )
            moved = any(equal(x, q) and q.unit == x.unit for q in unquoted(b))
            moved = moved or any(equal(y, q) and q.unit == y.unit for q in unquoted(a))
            need = CLOSE if sole else CLOSE_MOVED if moved else CLOSE if x.unit and x.unit == y.unit else CLOSE_UNKNOWN
            rough = last and x.unit == y.unit is not None and x.best is not None and _covers(y, x.best)
            only = (
                only and not (alone and moved and not measured) and {fate(x, group.a), fate(y, group.b)} != {"killed", "injured"}
            )
            figures = sole and near >= CLOSE_ALONE and _decimals(x) == _decimals(y) > 0
            owned = x.unit == y.unit and measured and not moved and _one_owner(owners, i, j)
            if near >= need or only or rough or owned or loosely or figures or (faces and x.unit == y.unit) or lasting:
                rated.append((-near - (x.unit == y.unit) - 2 * faces, i, j))
    return [(left[i], right[j]) for i, j in _one_to_one(sorted(rated))]


def _alike_in_content(group: Group) -> bool:
    mine, theirs = content(group.a), content(group.b)
    return bool(mine and theirs) and len(mine & theirs) >= ALIKE * min(len(mine), len(theirs))


def _decimals(q: Quantity) -> int:
    """Digits behind the point of a number in figures."""
    return len(q.number.text.rpartition(".")[2]) if re.fullmatch(r"\d+\.\d+", q.number.text) else 0


def _owners(q: Quantity, sentences: Sequence[Sentence]) -> frozenset[str]:
    """Who or what a number is said of: the noun above it, or the names of its verb's subject; none where it tells a change."""
    sentence = holder(q.number, sentences)
    at = token_at(sentence, q.number.end - 1) if sentence else None
    if sentence is None or at is None:
        return frozenset()
    below = at
    for i in ancestors(sentence, at):
        token = sentence.tokens[i]
        if token.lemma.lower() in _CHANGING or sentence.tokens[below].dep == "conj":
            return frozenset()
        if token.pos in ("PROPN", "NOUN") and not q.span.start <= token.start < q.span.end:
            return frozenset(stem(sentence.tokens[k].lemma) for k in (i, *children(sentence, i, "compound")))
        if token.pos in ("VERB", "AUX"):
            subject = {k for s in children(sentence, i, "nsubj", "nsubjpass") for k in subtree(sentence, s)}
            return frozenset(stem(t.lemma) for k in subject if (t := sentence.tokens[k]).pos == "PROPN")
        below = i
    return frozenset()


def _one_owner(owners: Sequence[Sequence[frozenset[str]]], i: int, j: int) -> bool:
    """Whether two numbers are said of one name, and no other two that are left are."""
    shared = owners[0][i] & owners[1][j]
    return bool(shared) and [sum(bool(shared & names) for names in side) for side in owners] == [1, 1]


def one_apart(x: Quantity, y: Quantity, a: Reading, b: Reading) -> bool:
    """Whether one counts somebody in whom the other names apart: "23, including her" and "she and 22 others"."""
    if x.best is None or y.best is None or abs(x.best - y.best) != 1:
        return False
    more = [bool(_OTHERS.match(r.annotation.text, q.span.end)) for q, r in ((x, a), (y, b))]
    return more[0] is not more[1] and (y.best < x.best if more[1] else x.best < y.best)


def _share(x: Quantity, y: Quantity, reading: Reading, sentences: Sequence[Sentence]) -> bool:
    """Whether one is a share, and the other what it comes to ("half of the 48", "24") or what it leaves."""
    if x.best is None or y.best is None or not 0 < x.best < 1:
        return False
    if same(x.best + y.best, 1.0):
        return True  # two thirds are done, a third is still to do
    beside = within((q.span for q in reading.quantities), sentences)
    return any(q.best is not None and q.span in beside and same(q.best * x.best, y.best) for q in reading.quantities)


def _sense(q: Quantity) -> str:
    if q.modifier is None or q.best is None:
        return "exact"
    return "floor" if q.modifier in _FLOOR else "ceiling" if q.modifier in _CEILING else "near"


def _modifier_change(x: Quantity, y: Quantity, a: Reading, b: Reading) -> Iterator[Alteration]:
    before, after = _sense(x), _sense(y)
    if before == after == "floor" and {x.modifier in _BEYOND, y.modifier in _BEYOND} == {True, False} and (x.best or 0) % 5:
        yield Alteration("hedge-changed", x.span, y.span, "low", f"“{x.modifier}” before {x.number.text} became “{y.modifier}”")
    bounded = before == "ceiling" and _WITHIN.search(b.annotation.text, 0, y.span.start) is not None
    if after == "ceiling" and before == "exact" and _WITHIN.search(a.annotation.text, 0, x.span.start) is not None:
        return
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


def compared(x: Quantity, y: Quantity, meant: float) -> Iterator[Alteration]:
    """What became of a number of which another took the place; `meant` is the earlier one in the later one's unit."""
    if not same(meant, y.best):
        yield from _value_change(msgspec.structs.replace(x, best=meant), y)


def _value_change(x: Quantity, y: Quantity) -> Iterator[Alteration]:
    says = f"“{x.span.text}” became “{y.span.text}”"
    bounds = ("floor", "ceiling")
    rounded = _sense(y) == "near" and x.best is not None and _covers(y, x.best)
    if _looser(x, y):
        yield Alteration("number-blurred", x.span, y.span, "low", says)
    elif (
        _sense(x) in bounds and not rounded and (_sense(y) == _sense(x) or y.best is not None)
    ):  # a bound that was moved, or turned into a figure
        yield Alteration("number-changed", x.span, y.span, "high", says)
    elif x.best is not None and _covers(y, x.best):
        yield Alteration("number-blurred", x.span, y.span, "low", says)
    elif y.best is None or x.best is None or not _covers(x, y.best):
        yield Alteration("number-changed", x.span, y.span, "high", says)


def _looser(x: Quantity, y: Quantity) -> bool:
    """Whether a bound became a rounder one that follows from it: "at least 26", "more than two dozen"."""
    if _sense(x) != "floor" or _sense(y) != "floor" or x.best is None or y.best is None:
        return False
    round_off = "dozen" in y.number.text.lower() or (y.best % 10 == 0 and x.best % 10 != 0)
    return round_off and LEAST_LEFT * x.best <= y.best < x.best


def _covers(rough: Quantity, exact: float) -> bool:
    """Whether a vague, rounded or bounded number is a fair, less exact statement of another."""
    if rough.best is None:
        least = rough.low or 0
        return least <= exact and (rough.high is None or exact <= max(rough.high, VAGUE_REACH * least))
    sense = _sense(rough)
    if sense == "floor":
        return rough.best <= exact <= 1.5 * rough.best
    if sense == "ceiling":
        return 0.7 * rough.best <= exact <= rough.best
    if sense == "near":
        return abs(exact - rough.best) <= 0.1 * rough.best
    return rounds(exact, rough.best) and abs(exact - rough.best) <= ROUNDED * exact
