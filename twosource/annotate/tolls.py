"""How many people does a sentence say were killed, injured, or hit without a word on whether they lived?

Method: each word of harm (`harms`) has its victims; their number comes from the `Quantity` that counts them, from "a"/"an"/a name
(one), or from what is coordinated ("a man and his son": two). A part of a number ("including two children") is no number of its
own. What several sentences say is put together in `persons`.
Known failures: ages and house numbers that the parse takes for counts.
"""

import re
from collections.abc import Sequence

import msgspec

from twosource.annotate.harms import denied, harms, multiple, superseded
from twosource.annotate.people import ANIMALS, is_nobody, is_one_person, may_be_person
from twosource.annotate.persons import Harm, Hurt, described
from twosource.annotate.roles import conjuncts, lemma, prepositional
from twosource.annotate.syntax import children
from twosource.records import Quantity, Sentence, Span, Toll
from twosource.text import overlaps
from twosource.values.numbers import value

PART = frozenset({"include", "including", "among"})
NUMBERLESS_UNITS = frozenset({None, "person"})
_MANY = frozenset({"dozen", "score", "hundred", "thousand", "million"})
"""Numbers that "of" and what they count stand behind: "hundreds of people"."""
_BETWEEN = re.compile(r"\s+(?:[\w-]+\s+){1,3}?(?:was|were|are|is|been|have|has)\s+(?:\w+ly\s+)?", re.IGNORECASE)
"""A counted noun and an auxiliary: what stands between a number of people and the participle, whatever the parse."""


class Casualties(msgspec.Struct, frozen=True):
    """Word `cue` says that people came to harm; `victims` are the words for them.

    `hurt.harm` is "hit" for people shot, stabbed or taken to a hospital of whom the sentence does not say whether they lived.
    """

    cue: int
    hurt: Hurt
    victims: tuple[int, ...]


def casualties(sentence: Sentence, quantities: Sequence[Quantity]) -> tuple[Casualties, ...]:
    """The deaths and injuries of a parsed sentence, in text order."""
    found: list[Casualties] = []
    for index, token in enumerate(sentence.tokens):
        for harm, victims in harms(sentence, index):
            victims = [*victims, *_beside(sentence, index, victims)]
            if any(_is_part(sentence, v) or is_nobody(sentence, v) for v in victims):
                continue
            if denied(sentence, index) or superseded(sentence, index):
                continue
            toll = multiple(sentence, index) or _toll(sentence, victims, quantities)
            if toll is None and token.dep != "amod":
                toll = _number_before(sentence, index, quantities)
            if toll is None and not victims:
                continue
            found.append(Casualties(index, _hurt(sentence, harm, victims, toll), tuple(victims)))
    return tuple(_one_of_many(sentence, c, found) for c in found)


def _beside(sentence: Sentence, index: int, victims: Sequence[int]) -> list[int]:
    """Who came to the same harm "along with" the victims."""
    found = []
    for first in children(sentence, index, "prep", "cc") if victims else ():
        if sentence.tokens[first].text.lower() in ("along", "together"):
            with_ = [i for i in children(sentence, first) if sentence.tokens[i].text.lower() == "with"]
            found += [p for i in with_ for noun in children(sentence, i, "pobj") for p in conjuncts(sentence, noun)]
    return [i for i in found if may_be_person(sentence, i)]


def share_of(sentence: Sentence, index: int, harms: Sequence[Casualties], quantities: Sequence[Quantity]) -> Casualties | None:
    """What a cause told after a number has of a larger toll: "31 people died in the clashes, 12 of them in police firing"."""
    above = sentence.tokens[index].head
    number = sentence.tokens[above].head
    if not harms or sentence.tokens[above].pos != "ADP" or sentence.tokens[number].tag != "CD":
        return None
    word = sentence.tokens[number]
    counted = next((q for q in quantities if q.number.start <= word.start < q.number.end), None)
    if counted is None or counted.unit not in NUMBERLESS_UNITS:
        return None
    return Casualties(index, Hurt(sentence.span.start, harms[0].hurt.harm, _as_toll(counted), (), False), ())


def _one_of_many(sentence: Sentence, harm: Casualties, all_of_them: Sequence[Casualties]) -> Casualties:
    """ "One of five people hurt has died": the five were hit, not all of them live."""
    dead = {v for c in all_of_them if c.hurt.harm == "killed" for v in c.victims}
    governors = {
        sentence.tokens[sentence.tokens[v].head].head for v in harm.victims if lemma(sentence, sentence.tokens[v].head) == "of"
    }
    if harm.hurt.harm != "injured" or not governors & dead:
        return harm
    return msgspec.structs.replace(harm, hurt=msgspec.structs.replace(harm.hurt, harm="hit"))


def _hurt(sentence: Sentence, harm: Harm, victims: Sequence[int], toll: Toll | None) -> Hurt:
    single = bool(victims) and all(is_one_person(sentence, v) for v in victims)
    if single and toll is not None and toll.best == len(victims):
        return Hurt(sentence.span.start, harm, toll, tuple(described(sentence, v) for v in victims), False)
    words = {w for v in victims for i in (v, *children(sentence, v)) for w in (lemma(sentence, i),)}
    beside = not any(is_one_person(sentence, v) for v in victims)  # "he and three others" are four
    others = beside and bool(words & {"other", "another", "more", "additional"})
    return Hurt(sentence.span.start, harm, toll, (), others, toll is None and any(_all_told(sentence, v) for v in victims))


def _all_told(sentence: Sentence, index: int) -> bool:
    """Whether a word stands for all those told before: "they", "all of them", "the victims"."""
    word = sentence.tokens[index].text.lower()
    if word == "all":
        of = [sentence.tokens[i].text.lower() for i in prepositional(sentence, index, frozenset({"of"}))]
        return not of or of[0] in ("them", "these")
    return word == "they" or (word == "victims" and any(lemma(sentence, i) == "the" for i in children(sentence, index, "det")))


def _is_part(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    return token.dep == "pobj" and sentence.tokens[token.head].lemma.lower() in PART


def _toll(sentence: Sentence, victims: Sequence[int], quantities: Sequence[Quantity]) -> Toll | None:
    """The number of the victims, coordinated ones added up; None if one of them is not numbered."""
    tolls = [_one_toll(sentence, v, quantities) for v in victims]
    known = [t for t in tolls if t is not None]
    if not known or len(known) < len(tolls):
        return known[0] if known and tolls[0] is not None else None
    if len(known) == 1:
        return known[0]
    low = sum(t.low for t in known if t.low is not None)
    best = sum(t.best for t in known if t.best is not None) if all(t.best is not None for t in known) else None
    high = sum(t.high for t in known if t.high is not None) if all(t.high is not None for t in known) else None
    start, end = min(t.span.start for t in known), max(t.span.end for t in known)
    offset = sentence.span.start
    span = msgspec.structs.replace(known[0].span, start=start, end=end, text=sentence.span.text[start - offset : end - offset])
    return Toll(low, best, high, span)


def _one_toll(sentence: Sentence, index: int, quantities: Sequence[Quantity]) -> Toll | None:
    token = sentence.tokens[index]
    if any(sentence.tokens[i].text.lower() == "their" for i in children(sentence, index, "poss")):
        return None  # "men in their twenties"
    counted = any(q.number.start <= token.start < q.number.end for q in quantities)
    if not counted and (some := _partial(sentence, index)) is not None:
        return some
    places = [index, *children(sentence, index, "nummod", "amod", "quantmod")]
    if token.lemma.lower() in ("number", "dozen", "score", "hundred", "thousand", "total"):
        for noun in prepositional(sentence, index, frozenset({"of"})):
            places += [noun, *children(sentence, noun, "nummod")]
    for place in places:
        word = sentence.tokens[place]
        for quantity in quantities:
            if (
                quantity.unit not in ("percent", "year-old")
                and not (quantity.best is not None and quantity.best < 1)  # "a third" of three guards
                and quantity.unit not in ANIMALS
                and not (quantity.unit or "").isupper()
                and quantity.number.start <= word.start < quantity.number.end
            ):
                return _as_toll(quantity)
    if token.lemma.lower() == "other" or token.tag in ("NNS", "NNPS"):
        return _groups(sentence, index, quantities)
    if is_one_person(sentence, index):
        from_span = msgspec.structs.replace(sentence.span, start=token.start, end=token.end, text=token.text)
        return Toll(1, 1, 1, from_span)
    return None


def _partial(sentence: Sentence, index: int) -> Toll | None:
    """Two for "both" and "both victims"; for "three of the five victims" three."""
    token = sentence.tokens[index]
    both = [i for i in (index, *children(sentence, index, "det", "predet")) if sentence.tokens[i].text.lower() == "both"]
    if both:
        word = sentence.tokens[both[0]]
        return Toll(2, 2, 2, Span(word.start, word.end, word.text))
    whole = children(sentence, index, "nummod")
    before = sentence.tokens[whole[0] - 1] if whole and whole[0] > 1 else None
    if before is not None and before.text.lower() == "of" and before.dep == "quantmod":  # "three of four members"
        token = sentence.tokens[whole[0] - 2]
    elif not (of := list(prepositional(sentence, index, frozenset({"of"})))) or any(lemma(sentence, i) in ANIMALS for i in of):
        return None
    number = value(token.text) if token.tag == "CD" or token.dep == "quantmod" else None
    if number is None or token.lemma.lower() in _MANY:
        return None
    return Toll(int(number), int(number), int(number), Span(token.start, token.end, token.text))


def _groups(sentence: Sentence, index: int, quantities: Sequence[Quantity]) -> Toll | None:
    """Ten at least for "the victims, including two children and eight adults"."""
    if sentence.tokens[index].tag not in ("NNS", "NNPS"):
        return None
    for preposition in children(sentence, index, "prep"):
        if lemma(sentence, preposition) in ("including", "include"):
            groups = [g for noun in children(sentence, preposition, "pobj") for g in conjuncts(sentence, noun)]
            toll = _toll(sentence, groups, quantities) if len(groups) > 1 else None
            if toll is not None and all(_one_toll(sentence, g, quantities) for g in groups):
                return msgspec.structs.replace(toll, high=None)
    return None


def _number_before(sentence: Sentence, index: int, quantities: Sequence[Quantity]) -> Toll | None:
    """A bare number of people right before the word ("47 wounded", "at least 3 were hurt")."""
    start = sentence.tokens[index].start
    for quantity in quantities:
        if quantity.best is not None and quantity.best < 1:
            continue
        if quantity.unit in NUMBERLESS_UNITS and quantity.number.end <= start and overlaps(quantity.span, sentence.span):
            between = sentence.span.text[quantity.number.end - sentence.span.start : start - sentence.span.start]
            if re.fullmatch(r"\s*(?:(?:other|more|people|persons|others|were|was|are|is|have|been|also|are|left)\s+)*", between):
                return _as_toll(quantity)
            if quantity.unit == "person" and _BETWEEN.fullmatch(between):
                return _as_toll(quantity)
    return None


def _as_toll(quantity: Quantity) -> Toll:
    def whole(value: float | None) -> int | None:
        return None if value is None else int(value)

    return Toll(whole(quantity.low), whole(quantity.best), whole(quantity.high), quantity.span)
