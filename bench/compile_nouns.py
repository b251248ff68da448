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

NOTICE = """# WordNet 3.0, nouns by the class of their first sense: p g s v a c, compiled for twosource by bench/compile_nouns.py.
# This software and database is being provided to you, the LICENSEE, by Princeton University under the following license. By
# obtaining, using and/or copying this software and database, you agree that you have read, understood, and will comply with
# these terms and conditions.: Permission to use, copy, modify and distribute this software and database and its documentation
# for any purpose and without fee or royalty is hereby granted, provided that you agree to comply with the following copyright
# notice and statements, including the disclaimer, and that the same appear on ALL copies of the software, database and
# documentation, including modifications that you make for internal use or for distribution. WordNet 3.0 Copyright 2006 by
# Princeton University. All rights reserved. THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO
# REPRESENTATIONS OR WARRANTIES, EXPRESS OR IMPLIED. BY WAY OF EXAMPLE, BUT NOT LIMITATION, PRINCETON UNIVERSITY MAKES NO
# REPRESENTATIONS OR WARRANTIES OF MERCHANT- ABILITY OR FITNESS FOR ANY PARTICULAR PURPOSE OR THAT THE USE OF THE LICENSED
# SOFTWARE, DATABASE OR DOCUMENTATION WILL NOT INFRINGE ANY THIRD PARTY PATENTS, COPYRIGHTS, TRADEMARKS OR OTHER RIGHTS. The name
# of Princeton University or Princeton may not be used in advertising or publicity pertaining to distribution of the software
# and/or database. Title to copyright in this software, database and any associated documentation shall at all times remain with
# Princeton University and LICENSEE agrees to preserve same.
"""
PERSON, GROUP, ANIMALS = "18", "14", "05"
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
FIELDS = {"s": "06", "v": "06", "a": "03", "c": "27"}
WORD = re.compile(r"[a-z][a-z-]+")


def _senses(folder: pathlib.Path) -> dict[str, tuple[str, list[str], list[str]]]:
    """Each noun sense by its offset: its field, the offsets of the wider senses, its words as they are written."""
    found = {}
    for line in (folder / "data.noun").read_text("utf8").splitlines():
        if line.startswith(" "):
            continue
        cells = line.partition(" | ")[0].split()
        at = 5 + 2 * int(cells[3], 16)
        wider = [cells[at + 4 * i + 1] for i in range(int(cells[4 + 2 * int(cells[3], 16)])) if cells[at + 4 * i] in ("@", "@i")]
        found[cells[0]] = (cells[1], wider, cells[4 : at - 1 : 2])
    return found


def compiled(folder: pathlib.Path) -> Iterator[str]:
    senses = _senses(folder)
    index = {}
    for line in (folder / "index.noun").read_text("utf8").splitlines():
        if not line.startswith(" "):
            cells = line.split()
            index[cells[0]] = cells[-int(cells[2]) :]

    def heads(words: tuple[str, ...], field: str) -> set[str]:
        return {next(offset for offset in index[word] if senses[offset][0] == field) for word in words}

    def below(offset: str, tops: set[str]) -> bool:
        return offset in tops or any(below(up, tops) for up in senses[offset][1])

    bodies = heads(BODIES, GROUP)
    neither = heads(("weapon",), FIELDS["s"]) | heads(("hominid",), ANIMALS)
    classes = {letter: heads(words, FIELDS[letter]) for letter, words in CLASSES.items()}

    for word in sorted(w for w in index if WORD.fullmatch(w)):
        first = index[word][0]
        if word not in senses[first][2]:
            continue  # a name, or an abbreviation in capitals
        if senses[first][0] == PERSON:
            yield f"{word} p"
        elif senses[first][0] == GROUP and below(first, bodies):
            yield f"{word} g"
        elif not below(first, neither) and not any(senses[offset][0] == PERSON for offset in index[word]):
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
