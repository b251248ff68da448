"""Which person, organisation or place became another one?

Method: a name of the earlier sentences none of whose words stands anywhere in the later text, against a name of the same kind
in the later ones none of whose words stands anywhere in the earlier text, in like surroundings or in the same place of a row.
A name in another spelling, an acronym or the adjective of the same place (shared first four letters) is no change. Points of
the compass before or inside a place name are compared by themselves.

Known failures: a name put for one that is mentioned elsewhere in the same text is missed, and so is a name that became a
description ("the bank").
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

import msgspec

from twosource.annotate.syntax import ancestors, stretch
from twosource.compare.alterations.groups import Group, closeness, content, surroundings
from twosource.compare.alterations.places import as_capital
from twosource.records import Alteration, AlterationKind, Name, Place, Reading, Sentence, Span
from twosource.text import words
from twosource.values.names import acronym_of, same_name

CLOSE = 0.5
"""Surroundings of the two names that must agree."""
ALIKE = 0.6
"""Share of content stems that the sentences must have in common for their only new names to answer to each other."""
SPELT_ALIKE = 0.75
"""Share of letters in order that makes two names one name in two spellings."""
_PLACES = frozenset(("GPE", "LOC", "FAC"))
_ACTORS = frozenset(("PERSON", "ORG", "NORP"))
_ORIGIN = frozenset("accord see obtain review cite quote tell report".split())
_SAYING = frozenset("say add state explain".split())
_EMPTY = frozenset("the of and for in on at de la el al van von".split())
_SORTS = frozenset(
    """district province region county city town village suburb neighbourhood neighborhood quarter borough municipality department
    prefecture governorate valley river lake bay mount island islands street road avenue square bridge station hospital clinic
    university school airport port camp stadium market prison jail mosque church barracks""".split()
)
"""Nouns that say of what sort a named place is: they are no part of what tells it from others."""


class Mention(msgspec.Struct, frozen=True):
    """A name in a sentence: its span, kind, relation in the tree, whether words come from it, and what surrounds it."""

    span: Span
    place: bool
    role: str
    origin: bool
    around: dict[str, float]


def name_alterations(a: Reading, b: Reading, group: Group) -> Iterator[Alteration]:
    """The names of one group that became others."""
    words_a, words_b = set(words(a.annotation.text)), set(words(b.annotation.text))
    left, right = list(_new(group.a, words_b)), list(_new(group.b, words_a))
    mine, other = content(group.a), content(group.b)
    alike = len(mine & other) >= ALIKE * min(len(mine), len(other))
    kinds = [[m.place for m in side] for side in (left, right)]
    rated = sorted(
        (-closeness(x.around, y.around), i, j)
        for i, x in enumerate(left)
        for j, y in enumerate(right)
        if x.place == y.place and not _akin(x.span.text, y.span.text) and not _one_country(a, x.span, b, y.span)
        if (x.role == y.role and closeness(x.around, y.around) >= CLOSE)
        or (alike and kinds[0].count(x.place) == 1 == kinds[1].count(x.place))
    )
    used: set[tuple[str, int]] = set()
    for _, i, j in rated:
        if ("a", i) in used or ("b", j) in used:
            continue
        used |= {("a", i), ("b", j)}
        x, y = left[i].span, right[j].span
        kind: AlterationKind = "place-changed" if left[i].place else "actor-changed"
        if left[i].origin and right[j].origin:
            kind = "attribution-changed"
        if left[i].place and _within(a, x, b, y):
            yield Alteration("place-blurred", x, y, "low", f"“{x.text}” became “{y.text}”")
        else:
            yield Alteration(kind, x, y, "high", f"“{x.text}” became “{y.text}”")


def _new(sentences: Sequence[Sentence], known: set[str]) -> Iterator[Mention]:
    """The names none of whose words the other text knows."""
    for sentence in sentences:
        for name in (*sentence.names, *_unseen(sentence)):
            if name.label not in _PLACES | _ACTORS:
                continue
            first = name.first + (sentence.tokens[name.first].text in ("the", "The") and name.last - name.first > 1)
            own = stretch(sentence, first, name.last - 1)
            telling = [w.removesuffix("'s") for w in words(own.text) if w not in _EMPTY | _SORTS]
            if not telling or any(w in known or w + "'s" in known for w in telling) or not own.text[:1].isupper():
                continue
            head = next(
                (i for i in range(name.first, name.last) if not name.first <= sentence.tokens[i].head < name.last), name.last - 1
            )
            role = sentence.tokens[head].dep
            role = "row" if role in ("conj", "appos") else role
            yield Mention(
                own,
                name.label in _PLACES or _of_sort(sentence, name.last),
                "row" if role in ("conj", "appos") else role,
                _origin(sentence, head),
                surroundings(own, sentences),
            )


def _of_sort(sentence: Sentence, last: int) -> bool:
    """Whether a name that ends before a token is that of a place by its last word or by the word behind it: "Vera hospital"."""
    return any(t.lemma.lower() in _SORTS for t in sentence.tokens[last - 1 : last + 1])


def _unseen(sentence: Sentence) -> Iterator[Name]:
    """Proper nouns in a row that the recogniser passed over, but not at the beginning of a sentence alone."""
    seen = {i for n in sentence.names for i in range(n.first, n.last)}
    first = None
    for i, token in enumerate((*sentence.tokens, None)):
        proper = token is not None and token.pos == "PROPN" and i not in seen and token.text[:1].isupper()
        if proper and first is None:
            first = i
        elif not proper and first is not None:
            yield Name(first, i, "ORG")
            first = None


def _akin(x: str, y: str) -> bool:
    """Whether two names may well be one: spelling, acronym, adjective."""
    stems = [{w[:4] for w in words(text) if w not in _EMPTY | _SORTS} for text in (x, y)]
    near = SequenceMatcher(None, x.lower(), y.lower(), autojunk=False).ratio() >= SPELT_ALIKE
    return bool(stems[0] & stems[1]) or near or same_name(x, y) or acronym_of(x, y) or acronym_of(y, x)


def _origin(sentence: Sentence, index: int) -> bool:
    """Whether the words come from the name: according to X, told X, documents seen by X, said X."""
    token = sentence.tokens[index]
    if token.dep == "nsubj" and sentence.tokens[token.head].lemma.lower() in _SAYING:
        return True
    above = [sentence.tokens[i].lemma.lower() for i in ancestors(sentence, index)][:3]
    return any(word in _ORIGIN for word in above)


def _one_country(a: Reading, x: Span, b: Reading, y: Span) -> bool:
    """Whether one of two places is the country of the other: a capital stands for its country, and the other way round."""
    one, other = _place(a, x), _place(b, y)
    if one is None or other is None or one.country is None or one.country != other.country:
        return False
    return one.precision == "country" or as_capital(other, b) or one.geonames_id == other.geonames_id or other.sense == "metonym"


def _place(reading: Reading, where: Span) -> Place | None:
    return next((p for p in reading.annotation.places if p.span.start == where.start), None)


def _within(a: Reading, x: Span, b: Reading, y: Span) -> bool:
    """Whether the gazetteer puts the first place inside the second, coarser one."""
    one, other = _place(a, x), _place(b, y)
    if one is None or other is None or one.country is None or one.country != other.country:
        return False
    return other.precision == "country" or (other.precision == "admin1" and one.precision in ("city", "point"))
