"""Which words decide whether what they govern happened?

A reader of `data/predicates.tsv`: closed classes of verbs, nouns and adjectives by what they imply of their complement.

Known failures: a lemma has one class for each part of speech, whatever its sense ("set a record", "set to begin").
"""

import functools

from twosource.records import Token
from twosource.resources import DATA


@functools.cache
def predicates() -> dict[tuple[str, str], str]:
    """The class of each word by part of speech (V, N, A) and lemma.

    Raises:
        ValueError: if a row is malformed or a word stands in two classes.
    """
    found: dict[tuple[str, str], str] = {}
    for number, line in enumerate((DATA / "predicates.tsv").read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        name, pos, words = line.split("\t")
        for word in words.split():
            if (pos, word) in found:
                raise ValueError(f"line {number} of the predicates gives {word} a second class")
            found[pos, word] = name
    return found


def implies(token: Token) -> str | None:
    """The class of a word as it is used here; None if it has none."""
    word = token.lemma.lower()
    table = predicates()
    if token.pos in ("VERB", "AUX"):
        return table.get(("V", word)) or (table.get(("A", token.text.lower())) if token.tag == "VBN" else None)
    if token.pos in ("NOUN", "PROPN"):
        return table.get(("N", word))
    if token.pos in ("ADJ", "ADV", "SCONJ"):
        return table.get(("A", word))
    return None
