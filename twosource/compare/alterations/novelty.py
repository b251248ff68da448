"""Does a sentence that the other text was found not to tell bring anything that the other text has not, or is it retold freely?

Method: its nouns, names and numbers for which the whole other text has no word of like meaning. A name or number that is new, or
two new nouns, or one in a sentence that is far from all of the other text in meaning, are news. A sentence without is one of the
other text's in other words, more often than not: of those put in that the pairs of our own and six freely retold reports written
for it showed, it leaves out 3 of 24 true ones and 14 of 23 false ones.

Tried and dropped: how much of the other text, near where the sentence would stand, is left untold by the sentences around it (as
much for true claims as for false ones); the share of the words that are answered anywhere in the other text (the same).

Known failures: a claim put in that is made of the text's own words ("the strike falls in the holidays") passes for retold.
"""

from twosource.compare.alterations.answers import answered, content_words
from twosource.compare.lexicon import bearing
from twosource.compare.terms import MONTHS_AND_DAYS, once_per_reading
from twosource.records import Reading, Sentence

FEW = 2
"""New nouns that are news by themselves."""
FAR = 0.35
"""Cosine to the nearest sentence below which one new noun is."""
FARTHEST, LEAST_FAR = 0.3, 5
"""The same below which a sentence is news by what it says, whatever its words, and the content words that it then has."""
_EMPTY = frozenset(
    "majority minority number total rest half part share amount lot kind sort way thing fact time people person".split()
)
"""Nouns that count or point at others."""


def brings_news(reading: Reading, sentence: Sentence, other: Reading) -> bool:
    """Whether a sentence of one text has a name, a number or nouns of which the other has nothing like."""
    found = answered(reading, [sentence], other, other.sentences)
    known = _lemmas(other)
    new = []
    for i in content_words(sentence):
        token = sentence.tokens[i]
        if found[sentence.span.start, i] or token.pos not in ("NOUN", "PROPN", "NUM") or token.lemma.lower() in _EMPTY:
            continue
        if token.text.lower() in MONTHS_AND_DAYS:
            continue  # the same day or quarter may be told in other words
        if token.pos != "NOUN":
            return True
        if not any(bearing(token.lemma.lower(), w) in ("same", "near") for w in known):
            new.append(i)
    nearest = _nearest(reading, sentence, other)
    if len(new) >= FEW or (bool(new) and nearest < FAR):
        return True
    return nearest < FARTHEST and len(content_words(sentence)) >= LEAST_FAR


@once_per_reading
def _lemmas(reading: Reading) -> frozenset[str]:
    return frozenset(s.tokens[i].lemma.lower() for s in reading.sentences for i in content_words(s))


def _nearest(reading: Reading, sentence: Sentence, other: Reading) -> float:
    """The cosine to the nearest sentence of the other text; 0 where there are no vectors."""
    at = next((i for i, s in enumerate(reading.sentences) if s.span.start == sentence.span.start), None)
    if at is None or reading.vectors is None or other.vectors is None or not other.sentences:
        return 0.0
    return float((other.vectors @ reading.vectors[at]).max())
