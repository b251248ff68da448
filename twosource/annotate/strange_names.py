"""Is a single name that the recogniser took for no place that of a village which nobody has on a list?

Method: it is no word of English and stands behind "in", on no words for a firm, a work or a person that something may be in.
Behind another preposition of place or "of" the gazetteer must have it, under whatever spelling, and the recogniser must not
take it for a person. On the development articles 3 of 5 such names behind "in" are places that the recogniser missed, and a war
is full of them.

Known failures: a product or a firm of an invented name ("stored in Orellix"); villages of two words.
"""

import functools

from twosource.annotate.gazetteer import Gazetteer
from twosource.records import Sentence
from twosource.resources import VOCABULARY

_NAME_LETTERS = 4
_MISTAKEN = frozenset({"ORG", "NORP", "PERSON"})
"""As what the recogniser takes a village that it does not know, if as anything."""
_HELD = frozenset(
    "share stake interest invest investment investor confidence trust faith believe belief star cast act role part partner store "
    "save post publish write".split()
)
"""What is in a firm, a work or a person: "shares in Orellum"."""


def in_strange(gazetteer: Gazetteer, sentence: Sentence, first: int, last: int) -> bool:
    """Whether tokens `first` to `last` (exclusive), behind a preposition of place or "of", are such a name."""
    tokens = sentence.tokens
    name = tokens[first].text
    if last - first != 1 or first == 0 or not (name.isalpha() and name[1:].islower()):
        return False
    labels = {n.label for n in sentence.names if n.first <= first < n.last}
    if tokens[first - 1].text.lower() != "in" and ("PERSON" in labels or not gazetteer.candidates(name)):
        return False
    if last < len(tokens) and (tokens[last].pos in ("NOUN", "PROPN", "PART", "NUM") or tokens[last].text[0].isupper()):
        return False
    held = sentence.tokens[tokens[first - 1].head].lemma.lower() in _HELD
    return len(name) >= _NAME_LETTERS and not held and labels <= _MISTAKEN and name.lower() not in _words()


@functools.cache
def _words() -> frozenset[str]:
    """The commonest words and names of English, in lower case: those that the sentence model does not cut in pieces."""
    return frozenset(VOCABULARY.path.read_text("utf8").split("\n"))
