"""Whom does an act reach beyond its object: "halted aid to Chad", "seized arms from the rebels", "marched against the mayor"?

Method: whose the object is, whom a preposition on the verb, its clause or its object leads to, and last the nearest name below.
Known failures: a name in a clause that only tells the occasion.
"""

from collections.abc import Iterator

from twosource.annotate.lexicon import is_party_word
from twosource.annotate.roles import NAMED, lemma, name_label, nameable, patient, prepositional
from twosource.annotate.syntax import ancestors, children
from twosource.records import Sentence

TOWARDS = frozenset({"to", "against", "on", "from", "with", "for", "toward", "towards", "by", "into", "upon"})
LOOSE = frozenset({"of", "in", "between", "over", "at"})
"""Prepositions that lead to the one concerned only where no other does: "the withdrawal of Chadian troops"."""
VOICING = frozenset({"call", "demand", "urge", "denounce", "condemn", "protest", "accuse", "ask", "chant", "oppose", "decry"})
"""Verbs by which protesters say what they want."""


def beyond(sentence: Sentence, index: int, whom: int | None, but: int | None = None) -> int | None:
    """The one to or against whom something is done to a thing: "halted aid to Chad", "seized arms from the rebels".

    The nearest on the tree goes first: whose the thing is, whom it goes to, last any name below but the doer's, `but`.
    """
    kinds = ("NORP", "GPE", "PERSON", "ORG")
    if whom is not None:
        for i in children(sentence, whom, "poss", "amod", "compound", "nmod"):
            if name_label(sentence, i) in kinds:
                return i
    starts = [i for i in (whom, index) if i is not None]
    clauses = children(sentence, index, "xcomp", "ccomp")
    starts += [*clauses, *(j for i in clauses for j in children(sentence, i, "dobj", "xcomp"))]
    objects = [j for i in clauses for j in children(sentence, i, "dobj")]
    for near in (_towards(sentence, starts, TOWARDS), _towards(sentence, starts, LOOSE), objects):
        for noun in near:
            if noun != but and _is_party(sentence, noun):
                return noun
    below = starts[1:] if whom is not None and not starts[1:] else starts
    for start in below:
        for i in _by_depth(sentence, start):
            mine = but is not None and (i == but or but in ancestors(sentence, i) or i in ancestors(sentence, but))
            if not mine and i != index and name_label(sentence, i) in kinds and sentence.tokens[i].dep not in ("nsubj",):
                return i
    return None


def demanded_of(sentence: Sentence, index: int) -> int | None:
    """Whom a protest is against or makes its demand of: "marched against the mayor", "rallied, calling for freedom from Chad"."""
    carriers = [index]
    token = sentence.tokens[index]
    if token.pos in ("NOUN", "PROPN") and token.dep in ("dobj", "pobj"):
        carriers.append(token.head if token.dep == "dobj" else sentence.tokens[token.head].head)
    against = [
        i for c in carriers for i in prepositional(sentence, c, frozenset({"against", "at", "over"})) if nameable(sentence, i)
    ]
    for i in against:
        if _is_party(sentence, i):
            return i
    for carrier in carriers:
        for clause in children(sentence, carrier, "advcl", "xcomp", "acl"):
            if lemma(sentence, clause) in VOICING:
                whom = patient(sentence, clause)
                if whom is not None and _is_party(sentence, whom):
                    return whom
                return beyond(sentence, clause, whom)
    return None


def _towards(sentence: Sentence, starts: list[int], prepositions: frozenset[str]) -> list[int]:
    return [noun for start in starts for noun in prepositional(sentence, start, prepositions)]


def _is_party(sentence: Sentence, index: int) -> bool:
    return name_label(sentence, index) in NAMED or is_party_word(lemma(sentence, index))


def _by_depth(sentence: Sentence, index: int) -> Iterator[int]:
    """The words below a word, the nearest first; clauses that stand beside it are left out."""
    waiting = [index]
    for i in waiting:
        waiting += [
            j
            for j in children(sentence, i)
            if not (sentence.tokens[j].dep == "acl" and sentence.tokens[j].tag == "VBN")
            and sentence.tokens[j].dep not in ("advcl", "relcl", "conj", "parataxis", "nsubj", "npadvmod", "mark")
        ]
        yield i
