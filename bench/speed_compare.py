"""How many pairs of articles a second does `compare` relate, the reading of the articles left out?

    python -m bench.speed_compare PAIRS.jsonl [--pairs 300]

PAIRS.jsonl holds {"a": {"text", …}, "b": {"text", …}} a line, as `twosource compare --pairs` reads it. One process on one core
with one thread; the articles are read, with their sentence vectors, before the clock starts, and a pair is looked at once. Pairs
that are derived cost more, for their alterations are told; so the two kinds are given apart. On a busy machine the figures say
little, so the load is printed beside them.
"""

import argparse
import json
import os
import pathlib
import sys
import time
from collections.abc import Sequence

import msgspec

from bench.jsonl import records
from twosource.compare.embed import Embedder
from twosource.compare.verdict import relate
from twosource.engine import Engine
from twosource.options import Options
from twosource.records import DERIVED, Article, Reading

Kinds = dict[str, tuple[int, float]]
"""Of each kind of pair, how many there were and the seconds that they took."""


def measure(pairs: Sequence[tuple[Reading, Reading]]) -> Kinds:
    """Pairs and seconds by kind, "derived" and "others"; a kind that does not occur has 0 of both."""
    found: Kinds = {"derived": (0, 0.0), "others": (0, 0.0)}
    for a, b in pairs:
        start = time.perf_counter()
        kind = "derived" if relate(a, b).relation in DERIVED else "others"
        count, seconds = found[kind]
        found[kind] = count + 1, seconds + time.perf_counter() - start
    return found


def main(given: Sequence[str] | None = None) -> int:
    """Measure some pairs and print a JSON object of figures."""
    asked = argparse.ArgumentParser(
        prog="bench.speed_compare", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("pairs", type=pathlib.Path, help="JSONL, one pair a line")
    asked.add_argument("--pairs", type=int, dest="count", help="so many of them, at even distances")
    options = asked.parse_args(given)
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    rows = records(options.pairs)
    rows = rows[:: max(1, len(rows) // (options.count or len(rows)))][: options.count]
    engine, embedder = Engine(Options(workers=1)), Embedder()

    def read(text: str) -> Reading:
        reading = engine.read(Article("x", "x", text))
        return msgspec.structs.replace(reading, vectors=embedder.vectors([s.span.text for s in reading.sentences]))

    kinds = measure([(read(row["a"]["text"]), read(row["b"]["text"])) for row in rows])
    figures: dict[str, float] = {"pairs": len(rows), "load before": round(os.getloadavg()[1], 2)}
    for kind, (count, seconds) in kinds.items():
        figures[f"{kind}, pairs"] = count
        if count:
            figures[f"{kind}, pairs/s"] = round(count / seconds, 1)
    print(json.dumps(figures, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
