"""Compile WordNet's database files into the list of senses that `twosource.compare.lexicon` reads.

    python bench/compile_wordnet.py FOLDER twosource/data/wordnet.txt.gz

FOLDER holds the files `data.*` of WordNet 3.0 as Princeton gives them out (Debian's package wordnet-base installs them). Kept are
the words in lower case of at most two parts, with the order of their senses, and of each sense its field, its next wider senses,
its like senses (similar to, verb group, see also), the opposites of each word and what is derived from it. Left out are glosses,
examples, names, plants and animals. The same input gives the same bytes.

The file: a licence notice in lines that begin with "#"; then a line a sense, "field wider,wider like,like"; an empty line; then a
line a word, in order, "word TAB pos:sense,sense TAB a:opposite,… TAB d:derived,…", senses numbered from 0 in order of the lines.
"""

import argparse
import gzip
import pathlib
import re
from collections import defaultdict
from collections.abc import Iterator

NOTICE = """# WordNet 3.0, compiled for twosource: senses of words and their relations, without glosses.
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
WIDER, LIKE, OPPOSITE, DERIVED = {"@"}, {"&", "$", "^"}, {"!"}, {"+", "\\"}
LEFT_OUT = {5, 20}
"""Fields of nouns: animals, plants."""
WORD = re.compile(r"[a-z][a-z'.-]*(?:_[a-z'.-]+)?")

Sense = tuple[str, int]
"""Part of speech and offset in its file; adjectives and their satellites are one."""


def senses(folder: pathlib.Path) -> Iterator[tuple[Sense, int, list[str], list[tuple[str, Sense, int, int]]]]:
    """Each sense with its field, its words and its pointers: sign, sense, and which word points to which (0: the whole sense)."""
    for pos, file in FILES.items():
        for line in (folder / file).read_text("utf8").splitlines():
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
        for line in (folder / file.replace("data", "index")).read_text("utf8").splitlines():
            if not line.startswith(" "):
                cells = line.split()
                yield cells[0], pos, [int(x) for x in cells[-int(cells[2]) :]]


def compiled(folder: pathlib.Path) -> str:
    found = {sense: (field, words, pointers) for sense, field, words, pointers in senses(folder)}
    kept = {
        sense
        for sense, (field, words, pointers) in found.items()
        if not (sense[0] == "n" and field in LEFT_OUT)
        and not any(sign == "@i" for sign, *_ in pointers)
        and any(WORD.fullmatch(w) for w in words)
    }
    number = {sense: i for i, sense in enumerate(sorted(kept))}
    lines = []
    opposite: dict[str, set[str]] = defaultdict(set)
    derived: dict[str, set[str]] = defaultdict(set)
    for sense in sorted(kept):
        field, words, pointers = found[sense]
        wider = sorted(number[to] for sign, to, _, _ in pointers if sign in WIDER and to in kept)
        like = sorted(number[to] for sign, to, of, _ in pointers if sign in LIKE and not of and to in kept)
        lines.append(f"{field} {','.join(map(str, wider))} {','.join(map(str, like))}".rstrip())
        for sign, to, of, which in pointers:
            if of and to in kept and sign in OPPOSITE | DERIVED:
                one, other = words[of - 1], found[to][1][which - 1]
                if WORD.fullmatch(one) and WORD.fullmatch(other) and one != other:
                    (opposite if sign in OPPOSITE else derived)[one].add(other)
    entries: dict[str, list[str]] = defaultdict(list)
    for word, pos, offsets in order_of_senses(folder):
        own = [number[pos, offset] for offset in offsets if (pos, offset) in kept]
        if own and WORD.fullmatch(word):
            entries[word].append(f"{pos}:{','.join(map(str, own))}")
    for word, cells in entries.items():
        cells += [f"{key}:{','.join(sorted(table[word]))}" for key, table in (("!", opposite), ("+", derived)) if table.get(word)]
    listed = ["\t".join([word, *entries[word]]) for word in sorted(entries)]
    return NOTICE + "\n".join([*lines, "", *listed, ""])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    given = parser.parse_args()
    given.out.write_bytes(gzip.compress(compiled(given.folder).encode(), 9, mtime=0))


if __name__ == "__main__":
    main()
