"""Which numbers of two sides are the same statement, equal or not?

Method: equal numbers are paired first, whatever their form and unit; what is left where one took the other's place between
words that both texts have, by unit and surroundings, as the only numbers of their unit, or as what is said of one name. A
number that the other text gives elsewhere with the same unit has moved, not changed. A share and what it comes to, and one who
is counted in here and apart there, are no pair.

Known failures: two currencies are never compared; a part and its whole ("three of the ten") can be paired crosswise where the
words around them are the same.
"""

import re
from collections.abc import Collection, Sequence

from twosource.annotate.syntax import ancestors, children, subtree, token_at
from twosource.compare.alterations.counts import (
    MEASURES,
    SPANS,
    unquoted,
)
from twosource.compare.alterations.edits import Edits, facing
from twosource.compare.alterations.groups import Group, alike, closeness, holder, stem, surroundings, within
from twosource.records import Quantity, Reading, Sentence
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
CLOSE_MOVED = 0.75
"""The same where one of the two values also stands elsewhere in the other text."""
_FLOOR = frozenset(
    ("at least", "no fewer than", "no less than", "not less than", "a minimum of", "upwards of", "more than", "over", "above",
     "greater than", "in excess of", "well over", "exceeding", "or more")
)  # fmt: skip
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
_CHANGING = frozenset("rise fall drop increase decrease gain lose grow shrink climb slip add up down by from".split())
"""Words near a number that say by how much, or from where, something moved."""
_OTHERS = re.compile(r"\s+(?:\w+\s+)?(?:other|others|more)\b", re.IGNORECASE)
_MILLION = re.compile(r"\dm$")
MILLION = 1_000_000
VAGUE_REACH = 50.0
"""How many times its least a word like "millions" may be and still be fair: 11.5 million are millions."""
ROUNDED = 0.01
"""By how much a figure may be off that is given bare: "1,200" is a fair "1,197", "10" is another number than "12"."""
ROUGHLY = 0.06
"""By how much a rounded conversion may be off."""


def fate(q: Quantity, sentences: Sequence[Sentence]) -> str | None:
    """Whether a number counts killed or injured people, from the nearest word above or below it that says so."""
    sentence = holder(q.number, sentences)
    at = token_at(sentence, q.number.end - 1) if sentence else None
    if sentence is None or at is None:
        return None
    path = (sentence.tokens[i].lemma.lower() for i in [at, *list(ancestors(sentence, at))[:3]])
    return next((_FATES[lemma] for lemma in path if lemma in _FATES), None)


def equal(x: Quantity, y: Quantity) -> bool:
    """Whether two quantities give the same number, also as a share or in another unit."""
    if x.best is None or y.best is None:
        return x.best is y.best and same(x.low, y.low) and same(x.high, y.high)
    if same(x.best, y.best) and _units_agree(x, y):
        return True
    for p, q in ((x, y), (y, x)):
        if (
            p.unit == "metre"
            and _MILLION.search(p.span.text)
            and p.best
            and q.best is not None
            and same(p.best * MILLION, q.best)
        ):
            return True  # "64m francs"
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
    if x.unit in SPANS and y.unit in SPANS:
        return False  # "five months", "five weeks"
    return "year-old" not in (x.unit, y.unit) or None in (x.unit, y.unit)  # "a boy aged nine"


def matched(left: Sequence[Quantity], right: Sequence[Quantity], group: Group) -> list[tuple[Quantity, Quantity]]:
    """The numbers of two sides that are equal, one to one, the nearest by their surroundings first."""
    rated = sorted(
        (
            (-(nearness(x, y, group) + (x.unit == y.unit)), i, j)
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


def nearness(x: Quantity, y: Quantity, group: Group) -> float:
    return closeness(surroundings(x.span, group.a), surroundings(y.span, group.b))


def paired(
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
    alone = len(group.a) + len(group.b) <= MOST_ALONE and alike(group)
    owners = [
        [frozenset() if any(equal(q, p) for p in unquoted(other)) else _owners(q, sentences) for q in side]
        for side, sentences, other in ((left, group.a, b), (right, group.b, a))
    ]
    for i, x in enumerate(left):
        for j, y in enumerate(right):
            near, faces = nearness(x, y, group), facing(x.number, y.number, found)
            lasting = faces and x.unit in SPANS and y.unit in SPANS
            loosely = alone and last and x.best is not None and y.best is None and covers(y, x.best)
            apart = x.unit is not None and y.unit is not None and x.unit != y.unit
            if (apart and not lasting and not loosely) or one_apart(x, y, a, b):
                continue
            if x.unit == y.unit == "percent" and same((x.best or 0.0) + (y.best or 0.0), 100.0):
                continue  # "99.2 percent of the ballots", "all but 0.8%"
            if _share(x, y, a, group.a) or _share(y, x, b, group.b):
                continue
            if not faces and (_sum_with(y, x, b, group.b) or _sum_with(x, y, a, group.a)):
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
            rough = last and x.unit == y.unit is not None and x.best is not None and covers(y, x.best)
            only = (
                only and not (alone and moved and not measured) and {fate(x, group.a), fate(y, group.b)} != {"killed", "injured"}
            )
            figures = sole and near >= CLOSE_ALONE and _decimals(x) == _decimals(y) > 0
            owned = x.unit == y.unit and measured and not moved and _one_owner(owners, i, j)
            if near >= need or only or rough or owned or loosely or figures or (faces and x.unit == y.unit) or lasting:
                rated.append((-near - (x.unit == y.unit) - 2 * faces, i, j))
    return [(left[i], right[j]) for i, j in _one_to_one(sorted(rated))]


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


def _sum_with(part: Quantity, whole: Quantity, reading: Reading, sentences: Sequence[Sentence]) -> bool:
    """Whether a number and another of its sentence come to the whole: "three of the five judges", "by three votes to two"."""
    sentence = holder(part.span, sentences)
    if sentence is None or part.best is None or whole.best is None:
        return False
    beside = [q for q in reading.quantities if q.span != part.span and q.best is not None and holder(q.span, [sentence])]
    if any(same(part.best + whole.best, q.best) for q in beside):
        return True  # "31 people, six more than allowed": 25
    return any(
        same(part.best + (q.best or 0.0), whole.best) for q in beside if q.unit == part.unit or None in (q.unit, part.unit)
    )


def sense_of(q: Quantity) -> str:
    if q.modifier is None or q.best is None:
        return "exact"
    return "floor" if q.modifier in _FLOOR else "ceiling" if q.modifier in _CEILING else "near"


def covers(rough: Quantity, exact: float) -> bool:
    """Whether a vague, rounded or bounded number is a fair, less exact statement of another."""
    if rough.best is None:
        least = rough.low or 0
        return least <= exact and (rough.high is None or exact <= max(rough.high, VAGUE_REACH * least))
    sense = sense_of(rough)
    if sense == "floor":
        return rough.best <= exact <= 1.5 * rough.best
    if sense == "ceiling":
        return 0.7 * rough.best <= exact <= rough.best
    if sense == "near":
        return abs(exact - rough.best) <= 0.1 * rough.best
    return rounds(exact, rough.best) and abs(exact - rough.best) <= ROUNDED * exact
