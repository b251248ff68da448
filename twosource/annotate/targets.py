"""What was hit: a building, a vehicle, a depot, where the words for the target give only a place or nothing?

Method: an attack "on the town" that "damaged a school", or a strike "near a market", hit the thing that is named. Looked at in
this order: what stands behind "near", "at", "in", "on" below the event word; what a verb of damage in the sentence has for its
object; what stands so below the verb. A town or a country is the last answer, since the event's place says it already.
Known failures: things that are only landmarks ("in an area near the stadium").
"""

from collections.abc import Iterator

from twosource.annotate.lexicon import lexicon
from twosource.annotate.roles import is_passive, lemma, name_label
from twosource.annotate.syntax import ancestors, children, subtree
from twosource.records import Sentence

HARMING = frozenset("damage destroy hit strike wreck gut target burn flatten demolish ravage shatter raze burnt".split())
NEAR = frozenset({"near", "at", "in", "on", "outside", "inside", "against", "targeting", "into", "to"})


def thing_hit(sentence: Sentence, index: int) -> int | None:
    """The word for the building, vehicle or the like that the attack named by word `index` hit; None if none is named."""
    return next(_things(sentence, index), None)


def is_place_word(sentence: Sentence, index: int) -> bool:
    """Whether a word stands for a place at large rather than for a thing in it."""
    return lemma(sentence, index) in lexicon().sets["@region"] or name_label(sentence, index) in ("GPE", "LOC")


def _things(sentence: Sentence, index: int) -> Iterator[int]:
    above = [i for i in ancestors(sentence, index) if sentence.tokens[i].pos in ("VERB", "NOUN")][:2]
    yield from _behind(sentence, index)
    for clause in (index, *above):
        for i in subtree(sentence, clause):
            if lemma(sentence, i) in HARMING and sentence.tokens[i].pos == "VERB":
                objects = children(sentence, i, "nsubjpass") if is_passive(sentence, i) else children(sentence, i, "dobj")
                yield from (j for j in objects if _is_thing(sentence, j))
        for i in subtree(sentence, clause):
            if _is_thing(sentence, i) and any(lemma(sentence, j) in HARMING for j in children(sentence, i, "amod", "acl")):
                yield i
    for clause in above:
        if sentence.tokens[clause].pos == "VERB":
            yield from _behind(sentence, clause)


def _behind(sentence: Sentence, index: int) -> Iterator[int]:
    """Things behind "near", "at" and the like below a word."""
    waiting = [index]
    for i in waiting:
        waiting += [
            j for j in children(sentence, i) if sentence.tokens[j].dep in ("prep", "pobj", "dobj", "conj", "compound", "advcl")
        ]
        token = sentence.tokens[i]
        if token.dep == "pobj" and lemma(sentence, token.head) in NEAR and _is_thing(sentence, i):
            yield i


def _is_thing(sentence: Sentence, index: int) -> bool:
    return lemma(sentence, index) in lexicon().sets["@thing"]
