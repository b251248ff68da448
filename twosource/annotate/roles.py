"""Who did it, and to whom, as the parse shows it?

Method: subject and object relations of the trigger; passives, participles, relative clauses and coordinated verbs are
followed to where the words stand. A noun takes its parties from "by", "of", "on", "against", from a possessor or from an
adjective of nationality ("a Chilean raid on ...").
Known failures: apposition chains ("the minister, a former general, ...") keep the first noun; agents named in another
sentence are not found.
"""

from collections.abc import Iterator

from twosource.annotate.syntax import ancestors, children, stretch, subtree
from twosource.records import Entity, Party, Sentence, Span
from twosource.text import inside, overlaps

SUBJECTS = ("nsubj", "csubj", "expl")
RELATIVE = frozenset({"who", "which", "that", "whom"})
NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC"})
ON = frozenset({"on", "against", "at", "targeting", "upon", "toward", "towards"})
TOWARDS = frozenset({"to", "against", "on", "from", "with", "for", "toward", "towards"})
OBSERVING = frozenset(
    "report say see hear witness describe condemn investigate follow survive suffer cause prompt spark avoid prevent note tell "
    "mark confirm deny discuss cover film record criticize criticise denounce mention fear probe protest".split()
)
"""Verbs whose subject is not the doer of the noun they govern: "witnesses reported an attack", not "rebels staged an attack"."""
BY = frozenset({"by"})
WITH = frozenset({"with", "to", "between"})


def lemma(sentence: Sentence, index: int) -> str:
    """The lower-case lemma of a word."""
    return sentence.tokens[index].lemma.lower()


def is_passive(sentence: Sentence, index: int) -> bool:
    """Whether a verb's subject, or the noun it hangs on, is the one it is done to."""
    token = sentence.tokens[index]
    if children(sentence, index, "nsubjpass", "auxpass"):
        return True
    if token.dep == "conj" and token.tag == "VBN" and not children(sentence, index, "nsubj", "aux"):
        return sentence.tokens[token.head].pos == "VERB" and is_passive(sentence, token.head)
    return token.tag == "VBN" and token.dep in ("acl", "ROOT", "amod") and not children(sentence, index, "aux", "dobj", "nsubj")


def resolved(sentence: Sentence, index: int) -> int:
    """The noun that a relative pronoun stands for; another word itself."""
    token = sentence.tokens[index]
    if token.text.lower() in RELATIVE and token.tag in ("WP", "WDT", "IN"):
        verb = token.head
        if sentence.tokens[verb].dep == "relcl":
            return sentence.tokens[verb].head
    return index


def subject(sentence: Sentence, index: int) -> int | None:
    """The subject of a verb, active or passive, shared with the verb that governs it if it has none of its own."""
    for _ in range(4):
        own = children(sentence, index, "nsubj", "nsubjpass")
        if own:
            return resolved(sentence, own[0])
        token = sentence.tokens[index]
        if token.dep in ("conj", "xcomp", "advcl") and sentence.tokens[token.head].pos in ("VERB", "AUX"):
            if token.dep == "xcomp" and (given := children(sentence, token.head, "dobj")):
                return given[0]
            index = token.head
            continue
        if token.dep in ("acl", "relcl") and sentence.tokens[token.head].pos in ("NOUN", "PROPN", "PRON"):
            return token.head
        return None
    return None


def prepositional(sentence: Sentence, index: int, words: frozenset[str]) -> Iterator[int]:
    """The objects of the prepositions among `words` that hang on a word."""
    for preposition in children(sentence, index, "prep", "agent", "dative"):
        if lemma(sentence, preposition) in words or sentence.tokens[preposition].text.lower() in words:
            yield from children(sentence, preposition, "pobj")


def agent(sentence: Sentence, index: int) -> int | None:
    """The word for the one who does it; None if the sentence does not say."""
    if sentence.tokens[index].pos in ("VERB", "AUX"):
        if is_passive(sentence, index):
            return next(prepositional(sentence, index, BY), None)
        return subject(sentence, index)
    by = next(prepositional(sentence, index, BY), None)
    if by is not None:
        return by
    for i in children(sentence, index, "poss"):
        return i
    adjective = next(
        (i for i in children(sentence, index, "amod", "compound") if name_label(sentence, i) in ("NORP", "GPE", "ORG")), None
    )
    if adjective is not None:
        return adjective
    between = _between(sentence, index)
    if between:
        return between[0]
    light = sentence.tokens[index]
    if (
        light.dep == "dobj"
        and sentence.tokens[light.head].pos == "VERB"
        and lemma(sentence, light.head) not in OBSERVING
        and not is_passive(sentence, light.head)
    ):
        return subject(sentence, light.head)
    return None


def patient(sentence: Sentence, index: int) -> int | None:
    """The word for the one to whom or which it is done; None if the sentence does not say."""
    if sentence.tokens[index].pos in ("VERB", "AUX"):
        if is_passive(sentence, index):
            return subject(sentence, index)
        found = children(sentence, index, "dobj")
        if found:
            return resolved(sentence, found[0])
        for clause in children(sentence, index, "ccomp", "xcomp"):  # "urged the council to ..."
            if inner := children(sentence, clause, "nsubj", "nsubjpass"):
                return resolved(sentence, inner[0])
        return next(prepositional(sentence, index, ON | WITH), None)
    found_on = next(prepositional(sentence, index, ON), None)
    if found_on is not None:
        return found_on
    between = _between(sentence, index)
    if len(between) > 1:
        return between[1]
    return next(prepositional(sentence, index, WITH | frozenset({"of"})), None)


def beyond(sentence: Sentence, index: int, whom: int | None) -> int | None:
    """The name to or against whom something is done to a thing: "halted aid to Chad", "seized arms from the rebels"."""
    for start in (whom, index):
        if start is None:
            continue
        for noun in prepositional(sentence, start, TOWARDS):
            if name_label(sentence, noun) is not None or sentence.tokens[noun].pos == "PROPN":
                return noun
    if whom is not None:
        for i in children(sentence, whom, "poss", "amod", "compound"):
            if name_label(sentence, i) in ("NORP", "GPE", "PERSON", "ORG"):
                return i
    return None


def speaker_for(sentence: Sentence, index: int | None) -> int | None:
    """For a pronoun in reported speech, the word for the one who speaks: "Chad said it had ..."; else the word itself."""
    if index is None or sentence.tokens[index].text.lower() not in ("it", "he", "she", "they"):
        return index
    for up in ancestors(sentence, index):
        below = [i for i in children(sentence, up, "nsubj") if i < index and i != index]
        if sentence.tokens[up].pos == "VERB" and below and sentence.tokens[below[0]].pos != "PRON":
            return below[0]
    return index


def _between(sentence: Sentence, index: int) -> list[int]:
    first = next(prepositional(sentence, index, frozenset({"between"})), None)
    return [] if first is None else [first, *children(sentence, first, "conj")]


def conjuncts(sentence: Sentence, index: int) -> list[int]:
    """A word and what is coordinated with it."""
    found = [index]
    for i in found:
        found += children(sentence, i, "conj")
    return found


def name_label(sentence: Sentence, index: int) -> str | None:
    """What kind of name a word belongs to, as in OntoNotes 5; None if it is no name."""
    return next((n.label for n in sentence.names if n.first <= index < n.last and n.label in NAMED), None)


def phrase(sentence: Sentence, index: int) -> Span:
    """The noun phrase of a word without clauses and prepositions that follow it, its "of" phrase and determiner kept out."""
    name = next((n for n in sentence.names if n.first <= index < n.last and n.label in NAMED), None)
    first = last = index
    for i in children(sentence, index, "compound", "amod", "nmod", "nummod", "poss"):
        if i < index:
            first = min(first, min(subtree(sentence, i)))
    if name is not None:
        first, last = (min(first, name.first), max(last, name.last - 1)) if name.first <= index else (first, last)
        while first < last and sentence.tokens[first].pos in ("DET", "PUNCT"):
            first += 1
        while last > first and sentence.tokens[last].tag == "POS":
            last -= 1
    return stretch(sentence, first, last)


def party(sentence: Sentence, index: int | None, entities: tuple[Entity, ...]) -> Party | None:
    """The party that a word names, by the name its entity goes by where one is known; None for a pronoun that is not resolved."""
    if index is None:
        return None
    token = sentence.tokens[index]
    if any(n.first <= index < n.last and n.label in ("DATE", "TIME", "MONEY", "PERCENT") for n in sentence.names):
        return None
    span = phrase(sentence, index)
    word = Span(token.start, token.end, token.text)
    for entity in entities:
        for mention in entity.mentions:
            if overlaps(mention, word) and (inside(mention, span) or inside(span, mention)):
                return Party(entity.name, span)
    if token.pos in ("PRON", "DET", "NUM", "SCONJ", "ADV"):
        return None
    return Party(span.text, span)
