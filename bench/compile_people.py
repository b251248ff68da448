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

NOTICE = """# WordNet 3.0, nouns whose first sense is a person (p) or a body of people (g), compiled for twosource.
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
PERSON, GROUP = "18", "14"
"""Numbers of the fields of nouns."""
BODIES = ("organization", "military_unit", "people")
"""Senses of groups below which a noun is a body of people: the first sense of each in the field of groups."""
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
    tops = {next(offset for offset in index[word] if senses[offset][0] == GROUP) for word in BODIES}

    def below(offset: str) -> bool:
        return offset in tops or any(below(up) for up in senses[offset][1])

    for word in sorted(w for w in index if WORD.fullmatch(w)):
        first = index[word][0]
        if word not in senses[first][2]:
            continue  # a name, or an abbreviation in capitals
        if senses[first][0] == PERSON:
            yield f"{word} p"
        elif senses[first][0] == GROUP and below(first):
            yield f"{word} g"


def main() -> None:
    parser = argparse.ArgumentParser(description="Compile the nouns for people from WordNet's database files.")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    given = parser.parse_args()
    given.out.write_text(NOTICE + "".join(f"{line}\n" for line in compiled(given.folder)), "utf8")


if __name__ == "__main__":
    main()
