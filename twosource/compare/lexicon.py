"""How do two words of English bear on each other: one meaning, one within the other, opposites, or members of one class?

Method: WordNet 3.0 (Fellbaum 1998), compiled by `bench/compile_wordnet.py` to senses, wider and like senses, opposites and
derivations. Words are compared by their more frequent senses, for almost any two common verbs share a rare one. Lemmas are in
lower case; a verb with its particle is one word ("carry_out").

Known failures: WordNet knows no word made since 2006, no names, and calls many news synonyms mere neighbours ("cap", "limit").
"""

import functools
import gzip
from collections import Counter
from collections.abc import Iterator
from typing import Literal

import msgspec

from twosource.resources import WORDNET

Bearing = Literal["same", "near", "opposite", "sibling", "apart", "unknown"]
"""`same`: one word, a form of it, or a shared sense. `near`: one is wider than the other, or they are like senses. `opposite`:
antonyms, also by way of a like adjective. `sibling`: one wider sense holds both. `apart`: none of these. `unknown`: WordNet does
not have one of them."""
FIRST_SENSES = 6
"""Senses of a word that are looked at, the most frequent first; of the wider and opposite ones."""
_NEGATIVE_PREFIXES = ("un", "dis", "non", "dys", "mis", "in", "im", "il", "ir")
"""Those of two letters but "un" negate adjectives alone: "import" is not the opposite of "port"."""
_SINGULAR = {"people": "person"}
"""Lemmas whose singular is another word: WordNet has "people" as a group alone, and "person" with "individual"."""
FIELDS = {3: "top", 14: "group", 15: "location", 18: "person"}
"""WordNet's files of nouns that are asked for here, by number; "group" and "person" themselves stand in the first."""


class Sense(msgspec.Struct, frozen=True):
    """A sense: its lexicographer file and the numbers of its wider and like senses."""

    field: int
    wider: tuple[int, ...]
    like: tuple[int, ...]


class Entry(msgspec.Struct, frozen=True):
    """A word: its senses in order of frequency by part of speech (n, v, a, r), the first of them, its opposites, what is derived
    from it."""

    senses: dict[str, tuple[int, ...]]
    first: frozenset[int]
    opposite: frozenset[str]
    derived: frozenset[str]


@functools.cache
def _lines() -> tuple[list[str], dict[str, str]]:
    """The lines of the senses, by number, and what stands behind each word."""
    text = gzip.decompress(WORDNET.path.read_bytes()).decode("utf8")
    body = text[text.rindex("\n# ") :].split("\n", 2)[2]
    senses, _, words = body.partition("\n\n")
    return senses.split("\n"), dict(line.partition("\t")[::2] for line in words.splitlines())


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(x) for x in text.split(",") if x)


@functools.lru_cache(maxsize=50_000)
def sense(number: int) -> Sense:
    """A sense by its number."""
    cells = [*_lines()[0][number].split(" "), "", ""]
    return Sense(int(cells[0]), _numbers(cells[1]), _numbers(cells[2]))


@functools.lru_cache(maxsize=50_000)
def entry(word: str) -> Entry | None:
    """What is known of a lemma in lower case, None if nothing."""
    line = _lines()[1].get(word)
    if line is None:
        return None
    cells = dict(cell.partition(":")[::2] for cell in line.split("\t"))
    senses = {pos: _numbers(cells[pos]) for pos in "nvar" if pos in cells}
    return Entry(
        senses,
        frozenset(n for numbers in senses.values() for n in numbers[:FIRST_SENSES]),
        frozenset(filter(None, cells.get("!", "").split(","))),
        frozenset(filter(None, cells.get("+", "").split(","))),
    )


def fields(word: str, first: int = 3) -> set[str]:
    """The names of the fields of a noun's most frequent senses: person, group, location …; empty if unknown."""
    found = entry(word)
    return {FIELDS.get(sense(n).field, "") for n in (found.senses.get("n", ()) if found else ())[:first]} - {""}


def below(word: str, top: str, first: int = 2) -> bool:
    """Whether one of a noun's most frequent senses is, or lies below, the first sense of another: a cottage is a structure."""
    found, wide = entry(word), entry(top)
    goal = (wide.senses.get("n", ()) if wide else ())[:1]
    seen = set((found.senses.get("n", ()) if found else ())[:first])
    waiting = list(seen)
    while waiting:
        new = set(sense(waiting.pop()).wider) - seen
        seen |= new
        waiting += new
    return bool(seen.intersection(goal))


@functools.cache
def _narrower() -> Counter[int]:
    """How many senses lie directly below each."""
    return Counter(w for i in range(len(_lines()[0])) for w in sense(i).wider)


def breadth(word: str) -> int:
    """How many kinds WordNet lists directly below a noun's first sense; 0 if it does not know the noun."""
    found = entry(word)
    senses = found.senses.get("n", ()) if found else ()
    return _narrower()[senses[0]] if senses else 0


@functools.lru_cache(maxsize=200_000)
def bearing(x: str, y: str) -> Bearing:
    """How two lemmas in lower case bear on each other; the same for (x, y) as for (y, x)."""
    x, y = _SINGULAR.get(x, x), _SINGULAR.get(y, y)
    if x == y:
        return "same"
    if negated(x, y):
        return "opposite"
    one, other = entry(x), entry(y)
    if one is None or other is None:
        return "unknown"
    if y in one.opposite or x in other.opposite or _opposed(one, other):
        return "opposite"
    if y in one.derived or x in other.derived or one.derived & other.derived:
        return "same"
    mine, theirs = one.first, other.first
    if mine & theirs or _derived_meet(one, other):
        return "same"
    above, over = _wider(mine), _wider(theirs)
    if above & theirs or over & mine or _like(mine) & theirs or _like(theirs) & mine:
        return "near"
    if _wider(above) & theirs or _wider(over) & mine:
        return "near"
    return "sibling" if above & over else "apart"


def negated(x: str, y: str) -> bool:
    """Whether one of two lemmas is the other with a negative prefix, or one ends in -less where the other ends in -ful."""
    return _denies(x, y) or _denies(y, x)


def _denies(x: str, y: str) -> bool:
    for prefix in _NEGATIVE_PREFIXES if x.endswith(y) else ():
        rest = x.removeprefix(prefix).removeprefix("-")
        if len(rest) > 3 and rest == y and x != y:
            return len(prefix) > 2 or prefix == "un" or all(w is not None and "a" in w.senses for w in (entry(x), entry(y)))
    return x.endswith("less") and y == x.removesuffix("less") + "ful"


@functools.lru_cache(maxsize=50_000)
def _wider(numbers: frozenset[int]) -> frozenset[int]:
    return frozenset(w for n in numbers for w in sense(n).wider)


@functools.lru_cache(maxsize=50_000)
def _like(numbers: frozenset[int]) -> frozenset[int]:
    return frozenset(w for n in numbers for w in sense(n).like)


def _opposed(one: Entry, other: Entry) -> bool:
    """Whether an opposite of one word shares its first sense, or as an adjective a like sense, with the other."""
    return any(_close(found, other) for found in _entries(one.opposite)) or any(
        _close(found, one) for found in _entries(other.opposite)
    )


def _close(one: Entry, other: Entry) -> bool:
    for pos in "vanr":
        mine, theirs = one.senses.get(pos, ())[:2], other.senses.get(pos, ())[:2]
        if set(mine) & set(theirs) or (pos == "a" and {w for n in mine[:1] for w in sense(n).like} & set(theirs)):
            return True
    return False


def _derived_meet(one: Entry, other: Entry) -> bool:
    """Whether a word derived from one shares a sense with the other: "explosion" and "blow_up"."""
    return any(found.first & other.first for found in _entries(one.derived)) or any(
        found.first & one.first for found in _entries(other.derived)
    )


def _entries(words: frozenset[str]) -> Iterator[Entry]:
    yield from (found for word in words if (found := entry(word)) is not None)
