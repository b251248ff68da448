"""Where does the time of one briefing go? Run by `bench.speed` in a process of its own, so that the peak of memory is its own.

    python -m bench.stages PILE.jsonl

Prints seconds by stage, counts and peaks of memory as one JSON object. The stages are timed from outside: the engine's own calls
are wrapped where the engine looks them up.
"""

import json
import resource
import sys
import time
from collections.abc import Callable
from typing import Any

import twosource.engine as engine
from bench.speed import megabytes
from twosource.ingest.files import read

STAGES = ("candidates", "stories", "ledger")


def main(path: str) -> None:
    """Brief one pile and print the figures."""
    seconds: dict[str, float] = {}
    counts: dict[str, int] = {}

    def timed(name: str) -> None:
        work: Callable[..., Any] = getattr(engine, name)

        def wrapped(*given: Any) -> Any:
            start = time.perf_counter()
            found = work(*given)
            seconds[name] = time.perf_counter() - start
            counts[name] = len(found)
            return found

        setattr(engine, name, wrapped)

    ends: dict[str, float] = {}

    def progress(step: str, done: int, of: int) -> None:
        ends[step] = time.perf_counter()
        counts[step] = done

    for name in STAGES:
        timed(name)
    start = time.perf_counter()
    engine.Engine().brief(read([path]), progress)
    whole = time.perf_counter() - start
    seconds["reading"] = ends["reading"] - start
    seconds["comparing"] = ends.get("comparing", ends["reading"]) - ends["reading"] - seconds["candidates"]
    seconds["rest"] = whole - sum(seconds.values())
    figures = {
        "articles": counts["reading"],
        "pairs compared": counts.get("comparing", 0),
        "stories": counts["stories"],
        "events": counts["ledger"],
        "seconds": round(whole, 1),
        "share of time": {name: round(spent / whole, 3) for name, spent in sorted(seconds.items())},
        "seconds by stage": {name: round(spent, 1) for name, spent in sorted(seconds.items())},
        "peak MB, main process": round(megabytes(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)),
        "peak MB, largest worker": round(megabytes(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main(sys.argv[1])
