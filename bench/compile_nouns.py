"""Compile from WordNet's database files the nouns that name people, bodies of people, structures, vehicles, animals, substances.

    python -m bench.compile_nouns FOLDER twosource/data/nouns.txt

FOLDER holds `data.noun` and `index.noun` of WordNet 3.0 as Princeton gives them out (Debian's package wordnet-base
installs them). Kept are the nouns in small letters, one word, whose first and so most frequent sense lies in the field of
persons (p); below "organization", "military unit" or "people" in the field of groups (g); or below "structure" (s), "vehicle"
(v), "animal" (a), or "chemical", "fuel", "oil", "gas" and "waste" as substances (c). Missiles are no
vehicles here, and a word that may also mean a person ("bomber", "female") is none of the last four. The same input gives the
same bytes.
"""

import argparse
import pathlib
import re
from collections.abc import Iterator

from bench.wordnet import LICENCE, order_of_senses, senses

NOTICE = (
    "# WordNet 3.0, nouns by the class of their first sense: p g s v a c, compiled for twosource by bench/compile_nouns.py.\n"
    + LICENCE
)
PERSON, GROUP, ANIMALS = 18, 14, 5
"""Numbers of the fields of nouns."""
BODIES = ("organization", "military_unit", "people")
"""Senses of groups below which a noun is a body of people: the first sense of each in the field of groups."""
CLASSES: dict[str, tuple[str, ...]] = {
    "s": ("structure",),
    "v": ("vehicle",),
    "a": ("animal",),
    "c": ("chemical", "fuel", "oil", "gas", "waste"),
}
"""Senses below which a noun is of a class: the first sense of each in its field."""
FIELDS = {"s": 6, "v": 6, "a": 3, "c": 27}
WORD = re.compile(r"[a-z][a-z-]+")


def compiled(folder: pathlib.Path) -> Iterator[str]:
    nouns = {offset: (field, words, pointers) for (pos, offset), field, words, pointers in senses(folder) if pos == "n"}
    order = {word: offsets for word, pos, offsets in order_of_senses(folder) if pos == "n"}

    def heads(words: tuple[str, ...], field: int) -> set[int]:
        return {next(offset for offset in order[word] if nouns[offset][0] == field) for word in words}

    def below(offset: int, tops: set[int]) -> bool:
        return offset in tops or any(below(to, tops) for sign, (_, to), _, _ in nouns[offset][2] if sign in ("@", "@i"))

    bodies = heads(BODIES, GROUP)
    neither = heads(("weapon",), FIELDS["s"]) | heads(("hominid",), ANIMALS)
    classes = {letter: heads(words, FIELDS[letter]) for letter, words in CLASSES.items()}

    for word in sorted(filter(WORD.fullmatch, order)):
        first = order[word][0]
        field, words, _ = nouns[first]
        if word not in words:
            continue  # a name, or an abbreviation in capitals
        if field == PERSON:
            yield f"{word} p"
        elif field == GROUP and below(first, bodies):
            yield f"{word} g"
        elif not below(first, neither) and not any(nouns[offset][0] == PERSON for offset in order[word]):
            letter = next((letter for letter, tops in classes.items() if below(first, tops)), None)
            if letter is not None:
                yield f"{word} {letter}"


def main() -> None:
    parser = argparse.ArgumentParser(description="Compile the classes of nouns from WordNet's database files.")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    given = parser.parse_args()
    given.out.write_text(NOTICE + "".join(f"{line}\n" for line in compiled(given.folder)), "utf8")


if __name__ == "__main__":
    main()
