"""Compile WordNet's database files into the list of senses that `twosource.compare.lexicon` reads.

    python -m bench.compile_wordnet FOLDER twosource/data/wordnet.txt.gz

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

from bench.wordnet import LICENCE, order_of_senses, senses

NOTICE = "# WordNet 3.0, compiled for twosource: senses of words and their relations, without glosses.\n" + LICENCE
WIDER, LIKE, OPPOSITE, DERIVED = {"@"}, {"&", "$", "^"}, {"!"}, {"+", "\\"}
LEFT_OUT = {5, 20}
"""Fields of nouns: animals, plants."""
WORD = re.compile(r"[a-z][a-z'.-]*(?:_[a-z'.-]+)?")


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
