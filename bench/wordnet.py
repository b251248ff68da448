"""What do WordNet's database files hold?

The files `data.*` and `index.*` of WordNet 3.0 as Princeton gives them out (Debian's package wordnet-base installs them), read
for what is compiled from them.
"""

import pathlib
import re
from collections.abc import Iterator

from bench.jsonl import lines

LICENCE = """\
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
FILES = {"n": "data.noun", "v": "data.verb", "a": "data.adj", "r": "data.adv"}

Sense = tuple[str, int]
"""Part of speech and offset in its file; adjectives and their satellites are one."""
Pointer = tuple[str, Sense, int, int]
"""Sign, the sense it leads to, and which word points to which (0: the whole sense)."""


def senses(folder: pathlib.Path) -> Iterator[tuple[Sense, int, list[str], list[Pointer]]]:
    """Each sense with its field, its words and its pointers."""
    for pos, file in FILES.items():
        for line in lines(folder / file):
            if line.startswith(" "):
                continue
            cells = line.partition(" | ")[0].split()
            count = int(cells[3], 16)
            words = [re.sub(r"\([a-z]+\)$", "", w) for w in cells[4 : 4 + 2 * count : 2]]
            at, pointers = 5 + 2 * count, []
            for _ in range(int(cells[4 + 2 * count])):
                sign, offset, to, numbers = cells[at : at + 4]
                pointers.append((sign, (to.replace("s", "a"), int(offset)), int(numbers[:2], 16), int(numbers[2:], 16)))
                at += 4
            yield (pos, int(cells[0])), int(cells[1]), words, pointers


def order_of_senses(folder: pathlib.Path) -> Iterator[tuple[str, str, list[int]]]:
    """Each word with a part of speech and the offsets of its senses, the most frequent first."""
    for pos, file in FILES.items():
        for line in lines(folder / file.replace("data", "index")):
            if not line.startswith(" "):
                cells = line.split()
                yield cells[0], pos, [int(x) for x in cells[-int(cells[2]) :]]
