"""What is a party called: the words of its phrase, and the party of an event that they make?

Method: the noun phrase of a word without what follows it, cut to the half of a recogniser's name that is meant; behind a noun
for a person the name in apposition; an entity's span where the phrase is one.
"""

from twosource.annotate.lexicon import lexicon
from twosource.annotate.roles import NAMED, OF_TWO, hyphenated, lemma, name_label, nameable, prepositional
from twosource.annotate.syntax import children, stretch, subtree
from twosource.records import Entity, Name, Party, Sentence, Span
from twosource.text import inside, overlaps

AMOUNTS = frozenset(
    (
        "thousand hundred dozen ten score million number group crowd handful majority most some many half third quarter couple "
        "pair body corpse bulk rest part band total member contingent kg pound tonne ton kilo kilogram truckload litre gallon "
        "round bag package piece variety range host string wave fleet"
    ).split()
)
"""Heads that only say how many: "thousands of dockers" are dockers."""


def _is_half(sentence: Sentence, name: Name, index: int) -> bool:
    """Whether a word is one of two names that were taken for one: "the Lind-Haddad talks"."""
    behind = range(name.last, min(name.last + 2, len(sentence.tokens)))
    return (
        name.last - name.first == 3
        and sentence.tokens[name.first + 1].text in ("-", "–")
        and any(index in hyphenated(sentence, i) for i in behind if lemma(sentence, i) in OF_TWO)
    )


def phrase(sentence: Sentence, index: int) -> Span:
    """The noun phrase of a word without clauses and prepositions that follow it, its "of" phrase and determiner kept out."""
    name = next((n for n in sentence.names if n.first <= index < n.last and n.label in NAMED), None)
    if name is not None and _is_half(sentence, name, index):
        return stretch(sentence, index, index)
    first = last = index
    for i in children(sentence, index, "compound", "amod", "nmod", "nummod", "poss"):
        if i < index:
            first = min(first, min(subtree(sentence, i)))
    if 0 < first < index and sentence.tokens[first].text.lower() == "dead" and sentence.tokens[first - 1].pos == "VERB":
        first += 1  # "shot dead two soldiers"
    if name is not None:
        first, last = (min(first, name.first), max(last, name.last - 1)) if name.first <= index else (first, last)
        while first < last and sentence.tokens[first].pos in ("DET", "PUNCT"):
            first += 1
        while last > first and sentence.tokens[last].tag == "POS":
            last -= 1
    return stretch(sentence, first, last)


def _named_behind(sentence: Sentence, index: int) -> int | None:
    """The name of the one whom a noun for a person means: "the merchant Ali Lind", "the driver of the express, Ali Lind,"."""
    token = sentence.tokens[index]
    sets = lexicon().sets
    persons = sets["@person"] | sets["@civilian"] | sets["@official"] | sets["@rank"]
    if token.tag not in ("NN", "NNP") or name_label(sentence, index) is not None or lemma(sentence, index) not in persons:
        return None
    of = prepositional(sentence, index, frozenset({"of"}))
    beside = [j for i in (index, *of) for j in children(sentence, i, "appos")]
    last = max(i for i in subtree(sentence, index) if sentence.tokens[i].pos != "PUNCT")
    first = min(subtree(sentence, last))
    if sentence.tokens[last].dep == "appos" and first > index + 1 and sentence.tokens[first - 1].text == ",":
        beside.append(last)  # "the officer who read the text, Luis Rojas,": the parser hangs the name on "text"
    return next((i for i in beside if sentence.tokens[i].pos == "PROPN" and name_label(sentence, i) == "PERSON"), None)


def party(sentence: Sentence, index: int | None, entities: tuple[Entity, ...]) -> Party | None:
    """The party that a word names, by the name its entity goes by where one is known; None for a pronoun that is not resolved."""
    if index is None:
        return None
    token = sentence.tokens[index]
    if not nameable(sentence, index):
        return None
    if token.pos in ("NOUN", "NUM", "ADJ", "DET") and (token.lemma.lower() in AMOUNTS or token.tag == "CD"):
        of = [i for i in prepositional(sentence, index, frozenset({"of", "from"})) if sentence.tokens[i].pos in ("NOUN", "PROPN")]
        if of:
            return party(sentence, of[0], entities)
    if name_label(sentence, index) is None and lemma(sentence, index) in lexicon().sets["@official"]:
        person = next((n for n in sentence.names if n.first == index + 1 and n.label == "PERSON"), None)
        if person is not None:  # the parser hangs "President" and the name behind it on different words
            return party(sentence, person.last - 1, entities)
    if (named := _named_behind(sentence, index)) is not None:
        return party(sentence, named, entities)
    span = phrase(sentence, index)
    if any(n.first <= index < n.last and _is_half(sentence, n, index) for n in sentence.names):
        whole = next((e.name for e in entities if e.name.split()[-1:] == [token.text]), token.text)
        return Party(whole, span)
    word = Span(token.start, token.end, token.text)
    for entity in entities:
        for mention in entity.mentions:
            if overlaps(mention, word) and (inside(mention, span) or inside(span, mention)):
                return Party(entity.name, span)
    if token.pos in ("PRON", "DET", "NUM", "SCONJ", "ADV"):
        beside = [i for i in children(sentence, index, "conj") if sentence.tokens[i].pos in ("NOUN", "PROPN")]
        return party(sentence, beside[0], entities) if beside else None  # "freed him and his two aides"
    return Party(span.text, span)
