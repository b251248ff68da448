"""Compile from WordNet's database files the nouns that name people and bodies of people.

    python -m bench.compile_people FOLDER twosource/data/people.txt

FOLDER holds `data.noun` and `index.noun` of WordNet 3.0 as Princeton gives them out (Debian's package wordnet-base
installs them). Kept are the nouns in small letters, one word, whose first and so most frequent sense lies in the field of
persons, or below "organization", "military unit" or "people" in the field of groups; each with p or g. The same input gives
the same bytes.
"""

import argparse
import pathlib
import re
from collections.abc import Iterator

from bench.wordnet import LICENCE, order_of_senses, senses

NOTICE = "# WordNet 3.0, nouns whose first sense is a person (p) or a body of people (g), compiled for twosource.\n" + LICENCE
PERSON, GROUP = 18, 14
"""Numbers of the fields of nouns."""
BODIES = ("organization", "military_unit", "people")
"""Senses of groups below which a noun is a body of people: the first sense of each in the field of groups."""
WORD = re.compile(r"[a-z][a-z-]+")


def compiled(folder: pathlib.Path) -> Iterator[str]:
    nouns = {offset: (field, words, pointers) for (pos, offset), field, words, pointers in senses(folder) if pos == "n"}
    order = {word: offsets for word, pos, offsets in order_of_senses(folder) if pos == "n"}
    tops = {next(offset for offset in order[word] if nouns[offset][0] == GROUP) for word in BODIES}

    def below(offset: int) -> bool:
        return offset in tops or any(below(to) for sign, (_, to), _, _ in nouns[offset][2] if sign in ("@", "@i"))

    for word in sorted(filter(WORD.fullmatch, order)):
        first = order[word][0]
        field, words, _ = nouns[first]
        if word not in words:
            continue  # a name, or an abbreviation in capitals
        if field == PERSON:
            yield f"{word} p"
        elif field == GROUP and below(first):
            yield f"{word} g"


def main() -> None:
    parser = argparse.ArgumentParser(description="Compile the nouns for people from WordNet's database files.")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    given = parser.parse_args()
    given.out.write_text(NOTICE + "".join(f"{line}\n" for line in compiled(given.folder)), "utf8")


if __name__ == "__main__":
    main()
