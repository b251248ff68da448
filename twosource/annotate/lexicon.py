"""Which words name events, and which words name those who take part in them?

The bundled lexicon `data/triggers.tsv`, read once; its head says what a row and a set are. Beside it the nouns that WordNet 3.0
puts among people and bodies of people, so that "dockers", "inhabitants" and "carmaker" are parties without being typed in, and
those for structures, vehicles, animals and substances, which the lexicon's sets take in by name.
"""

import functools

import msgspec

from twosource.records import EventType
from twosource.resources import NOUN_CLASSES, TRIGGER_WORDS

CLASSES = {"@structure": "s", "@craft": "v", "@beast": "a", "@substance": "c"}
"""Sets that stand before the lexicon's own, by the letter of their class."""


class Row(msgspec.Struct, frozen=True):
    """A word of a part of speech names an event of a type if all conditions hold."""

    pos: str
    type: EventType
    mode: str | None
    conditions: tuple[str, ...]


class Lexicon(msgspec.Struct, frozen=True):
    """`rows` by lemma, in the order in which they are tried; `sets` of words by their name with its "@"."""

    rows: dict[str, tuple[Row, ...]]
    sets: dict[str, frozenset[str]]


@functools.cache
def lexicon() -> Lexicon:
    """The bundled lexicon.

    Raises:
        ValueError: if a row is malformed, or a set names one that is not above it.
    """
    rows: dict[str, tuple[Row, ...]] = {}
    sets = {name: nouns(letter) for name, letter in CLASSES.items()}
    for number, line in enumerate(TRIGGER_WORDS.path.read_text(encoding="utf-8").splitlines(), 1):
        fields = line.split("\t")
        if not line or line.startswith("#"):
            continue
        if line.startswith("@"):
            sets[fields[0]] = _words(fields[1].split(), sets, number)
            sets[fields[0]] |= {plural for word in sets[fields[0]] if (plural := _men(word)) is not None}
            continue
        if len(fields) != 5:
            raise ValueError(f"line {number} of the trigger lexicon has {len(fields)} fields, not 5")
        conditions = () if fields[4] == "-" else tuple(fields[4].split())
        row = Row(fields[1], msgspec.convert(fields[2], EventType), None if fields[3] == "-" else fields[3], conditions)
        for word in fields[0].split():
            rows[word] = (*rows.get(word, ()), row)
    return Lexicon(rows, sets)


@functools.cache
def nouns(letters: str) -> frozenset[str]:
    """Lower-case nouns whose most frequent sense is of one of the classes that the head of `data/nouns.txt` lists."""
    lines = NOUN_CLASSES.path.read_text(encoding="utf-8").splitlines()
    return frozenset(line.split()[0] for line in lines if not line.startswith("#") and line.split()[1] in letters)


def people() -> frozenset[str]:
    """Lower-case nouns whose most frequent sense is a person or a body of people."""
    return nouns("pg")


def is_party_word(word: str) -> bool:
    """Whether a lower-case lemma stands for somebody who can act or be acted upon."""
    sets = lexicon().sets
    return word in sets["@person"] or word in sets["@group"] or word in people()


@functools.cache
def is_common(word: str) -> bool:
    """Whether a lower-case word is one of the lexicon's own, not a name."""
    words = lexicon()
    return word in words.rows or word in people() or any(word in known for known in words.sets.values())


@functools.cache
def words_of(argument: str) -> frozenset[str]:
    """The words of a condition's argument: words and names of sets joined by "|".

    Raises:
        ValueError: if it names no set of the lexicon.
    """
    return _words(argument.split("|"), lexicon().sets, 0)


def _men(word: str) -> str | None:
    """The plural of a word in "-man", which the parser leaves as it is where it takes a sentence's first word for a name."""
    return word[:-2] + "en" if word.endswith("man") and len(word) > 4 else None


def _words(items: list[str], sets: dict[str, frozenset[str]], number: int) -> frozenset[str]:
    found: set[str] = set()
    for item in items:
        if not item.startswith("@"):
            found.add(item)
        elif item in sets:
            found |= sets[item]
        else:
            raise ValueError(f"line {number} of the trigger lexicon names the set {item}, which is not above it")
    return frozenset(found)
