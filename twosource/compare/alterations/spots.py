"""Did the spot where something happened become another: the car park, now the lobby?

Method: nouns of buildings, rooms and open places behind a preposition of place, below a verb or noun that both sides have or have a
synonym of. Where each side has one such noun that the other text lacks altogether, and WordNet puts the two apart, the place was
changed.

Known failures: a spot that was reworded by a wider word ("the building") passes for kept; one told by its name alone is left to
`places`.
"""

from collections.abc import Iterator, Sequence

import msgspec

from twosource.annotate.syntax import ancestors, children, stretch
from twosource.compare.alterations.groups import LIGHT, Group, stem
from twosource.compare.lexicon import bearing, below
from twosource.records import Alteration, Reading, Sentence, Span

_THERE = frozenset("in at inside outside near on from behind beside by under into".split())
_KINDS = ("building", "room", "way", "tract", "shop", "area", "workplace", "floor")
"""What a spot is, by the first senses of WordNet."""
_WIDE = frozenset("building house home place area part site scene room spot premises property address base centre center".split())
"""Spots that may be any other, told less exactly."""


class Spot(msgspec.Struct, frozen=True):
    """A spot: its noun, the lemmas of what happened or stood there, and where it stands in the text."""

    noun: str
    deeds: frozenset[str]
    span: Span


def spot_alterations(a: Reading, b: Reading, group: Group) -> Iterator[Alteration]:
    """The only spots of a group that the other text does not know, where the same happened."""
    told = [{stem(w) for s in r.sentences for t in s.tokens for w in (t.lemma, t.text)} for r in (a, b)]
    left, right = (
        [x for x in _spots(sentences, r) if stem(x.noun) not in other]
        for sentences, r, other in ((group.a, a, told[1]), (group.b, b, told[0]))
    )
    if len(left) != 1 or len(right) != 1:
        return
    x, y = left[0], right[0]
    same = any(stem(p) == stem(q) or bearing(p, q) == "same" for p in x.deeds for q in y.deeds)
    nested = below(x.noun, y.noun) or below(y.noun, x.noun)
    if same and not nested and bearing(x.noun, y.noun) in ("sibling", "apart"):
        yield Alteration("place-changed", x.span, y.span, "high", f"“{x.span.text}” became “{y.span.text}”")


def _spots(sentences: Sequence[Sentence], reading: Reading) -> Iterator[Spot]:
    quoted = [q.inner for q in reading.quotations if not q.scare]
    for sentence in sentences:
        for i, token in enumerate(sentence.tokens):
            noun = token.lemma.lower()
            above = sentence.tokens[token.head]
            if token.pos != "NOUN" or token.dep != "pobj" or above.text.lower() not in _THERE or noun in _WIDE:
                continue
            if not any(below(noun, kind, 1) for kind in _KINDS) or any(q.start <= token.start < q.end for q in quoted):
                continue
            deeds = [sentence.tokens[k] for k in list(ancestors(sentence, token.head))[:2]]
            lemmas = frozenset(t.lemma.lower() for t in deeds if t.pos in ("VERB", "NOUN") and t.lemma.lower() not in LIGHT)
            first = min([i, *(k for k in children(sentence, i, "compound", "amod") if k < i)])
            yield Spot(noun, lemmas, stretch(sentence, first, i))
