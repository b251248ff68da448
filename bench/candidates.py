"""Are the pairs that matter among those that are looked at, and how many are looked at?

    python -m bench.candidates [--shared ../shared] [--record]

Two kinds of pile. All texts of the reuse set as one: the share of its derived pairs, by set, that `compare/candidates` names. The
articles of each development pile of stories: the share of the pairs of one event that are neighbours (what stories are made
from), and of the articles that neighbours of their own event connect with the largest part of it. Beside them the pairs an
article and the seconds of one processor that choosing took, reading left out.
"""

import argparse
import json
import pathlib
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from bench.answers import ROOT
from bench.gate_runs import write_json
from bench.jsonl import Record, records
from bench.speed import dated
from bench.tasks import PILES
from twosource.compare.candidates import candidates, neighbours
from twosource.compare.nearness import outline
from twosource.engine import Engine
from twosource.records import Article, Reading

DERIVED = ("copy", "rewrite", "excerpt")
DIGITS = 4


def read(records: Iterable[Record]) -> list[Reading]:
    """The articles read, each id once; those that cannot be read are left out."""
    known = {
        r["id"]: Article(r["id"], "", r["text"], r.get("title"), r.get("outlet"), None, (), r.get("published")) for r in records
    }
    return [r for r in Engine().read_for_comparing(known.values()) if isinstance(r, Reading)]


def derived_pairs(gold: Sequence[Record]) -> Record:
    """The share of derived pairs that are candidates in a pile of all texts of the reuse set."""
    readings = read(record for pair in gold for record in (pair["a"], pair["b"]))
    start = time.process_time()
    chosen = set(candidates(readings))
    seconds = time.process_time() - start
    number = {r.annotation.id: i for i, r in enumerate(readings)}
    hit, of = Counter[str](), Counter[str]()
    for pair in gold:
        ends = sorted(number[pair[side]["id"]] for side in "ab" if pair[side]["id"] in number)
        if pair["sure"] and pair["label"] in DERIVED and len(ends) == 2:
            of[pair["set"]] += 1
            hit[pair["set"]] += tuple(ends) in chosen
    return {
        "articles": len(readings),
        "pairs an article": round(len(chosen) / len(readings), 2),
        "processor seconds": round(seconds, 2),
        "derived pairs found": {name: round(hit[name] / of[name], DIGITS) for name in sorted(of)},
    }


def one_event(readings: Sequence[Reading], story: dict[str, str]) -> Record:
    """Which pairs of one event are neighbours, and how much of each event neighbours connect."""
    start = time.process_time()
    near = set(neighbours([outline(r) for r in readings]))
    seconds = time.process_time() - start
    events = defaultdict(list)
    for i, reading in enumerate(readings):
        events[story[reading.annotation.id]].append(i)
    pairs = {(i, j) for event in events.values() for k, i in enumerate(event) for j in event[k + 1 :]}
    several = [event for event in events.values() if len(event) > 1]
    return {
        "articles": len(readings),
        "neighbours an article": round(len(near) / len(readings), 2),
        "processor seconds": round(seconds, 2),
        "pairs of one event that are neighbours": round(len(pairs & near) / len(pairs), DIGITS),
        "articles connected with their event": round(
            sum(largest_part(event, near) for event in several) / sum(map(len, several)), DIGITS
        ),
    }


def largest_part(event: Sequence[int], near: set[tuple[int, int]]) -> int:
    """The size of the largest group of an event's articles that neighbours connect."""
    left, sizes = set(event), []
    while left:
        reached, open_ = set[int](), {left.pop()}
        while open_:
            i = open_.pop()
            reached.add(i)
            open_ |= {j for j in left if (min(i, j), max(i, j)) in near}
            left -= open_
        sizes.append(len(reached))
    return max(sizes)


def main(given: Sequence[str] | None = None) -> int:
    """Measure, print and perhaps record."""
    parser = argparse.ArgumentParser(
        prog="bench.candidates", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=pathlib.Path, default=ROOT.parent / "shared", help="folder with gold/")
    parser.add_argument("--record", action="store_true", help="write the figures to bench/runs")
    options = parser.parse_args(given)
    stories = options.shared / "gold" / "stories"
    piles = [p for p in PILES if p != "mixed"]
    story = {r["id"]: r["story"] for p in piles for r in records(stories / f"{p}.labels.jsonl")}
    readings = {p: read(records(stories / f"{p}.articles.jsonl")) for p in piles}
    readings["mixed"] = [r for p in piles for r in readings[p]]
    figures = {
        "reuse": derived_pairs(records(options.shared / "gold" / "reuse" / "pairs.jsonl")),
        "stories": {pile: one_event(some, story) for pile, some in readings.items()},
    }
    print(json.dumps(figures, indent=1))
    if options.record:
        write_json(dated("candidates"), figures)
    return 0


if __name__ == "__main__":
    sys.exit(main())
