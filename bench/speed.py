"""How fast is it, and how much memory does it take?

    python -m bench.speed PILE.jsonl [--articles 200]
    python -m bench.speed PILE.jsonl... --brief 100 1000 5000 [--record]

Articles and words a second of `twosource annotate` on one core, loading left out (two runs, of one article and of all, are
subtracted), and the seconds and the peak memory of `twosource brief` on the whole pile. With `--brief`, the cost of a briefing by
the size of the pile: piles of these sizes are made of the articles given and of edited copies of them (`bench.piles`), and each
is briefed in a process of its own (`bench.stages`); how it grows is the exponent between one size and the next, 1 for in step
with the articles. `--record` writes the figures to `bench/runs/<date>-<commit>-brief.json`.

Known limits: the peak is the largest resident set of one process as the kernel counts it, shared libraries included; figures of a
busy machine say little, so the load is printed beside them.
"""

import argparse
import datetime
import json
import math
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence

from bench.answers import BenchError, call, twosource
from bench.gate_runs import RUNS, commit, write_json
from bench.jsonl import Record
from bench.piles import pile

ONE_CORE = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "RAYON_NUM_THREADS"), "1")


def timed(command: list[str], *, one_core: bool) -> float:
    """Seconds that a program takes, output thrown away; on the first core alone if asked.

    Raises:
        BenchError: if it does not end with 0 or 1.
    """

    def pin() -> None:
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})

    start = time.perf_counter()
    done = subprocess.run(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env={**os.environ, **(ONE_CORE if one_core else {})},
        preexec_fn=pin if one_core and hasattr(os, "sched_setaffinity") else None,
    )
    if done.returncode not in (0, 1):
        raise BenchError(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr[-800:].decode(errors='replace')}")
    return time.perf_counter() - start


def peak_of_children() -> float:
    """The largest resident set of any child so far, in megabytes."""
    return megabytes(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)


def megabytes(largest: int) -> float:
    """A resident set as the kernel gives it, in megabytes. Linux counts kilobytes, macOS bytes."""
    return largest / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def dated(name: str) -> pathlib.Path:
    """The file of a recorded run of this day and commit."""
    return RUNS / f"{datetime.date.today().isoformat()}-{commit()}-{name}.json"


def briefings(articles: Sequence[Record], sizes: Sequence[int]) -> Iterator[Record]:
    """What a briefing of each size costs, smallest first; `growth` beside all but the first.

    Raises:
        BenchError: if one does not run through.
    """
    before: Record | None = None
    for size in sorted(sizes):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, f"{size}.jsonl")
            path.write_text("".join(json.dumps(a) + "\n" for a in pile(articles, size)), encoding="utf8")
            load = os.getloadavg()[1]
            figures: Record = json.loads(call([sys.executable, "-m", "bench.stages", str(path)]))
        figures["load before"] = round(load, 2)
        if before:
            growth = math.log(figures["seconds"] / before["seconds"]) / math.log(size / before["articles"])
            figures["growth"] = round(growth, 2)
        before = figures
        yield figures


def main(given: Sequence[str] | None = None) -> int:
    """Measure one pile and print a JSON object of figures."""
    parser = argparse.ArgumentParser(
        prog="bench.speed", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pile", type=pathlib.Path, nargs="+", help="JSONL, one article a line")
    parser.add_argument("--articles", type=int, help="the first N of them")
    parser.add_argument("--brief", type=int, nargs="+", metavar="SIZE", help="the cost of a briefing of so many articles")
    parser.add_argument("--record", action="store_true", help="with --brief: write the figures to bench/runs")
    options = parser.parse_args(given)
    texts = "".join(path.read_text(encoding="utf8") for path in options.pile)
    lines = [line + "\n" for line in texts.split("\n") if line][: options.articles]
    if options.brief:
        costs, file = [], dated("brief")
        for cost in briefings([json.loads(line) for line in lines], options.brief):
            print(json.dumps(cost, indent=1), flush=True)
            costs.append(cost)
            if options.record:  # after every size: the next may take an hour
                write_json(file, {"brief": costs, "made of": [path.name for path in options.pile]})
        return 0
    if len(lines) < 2:
        parser.error("give two articles at least: loading is told from working by the difference")
    words = sum(len(json.loads(line).get("text", "").split()) for line in lines[1:])
    with tempfile.TemporaryDirectory() as folder:
        pile, first = pathlib.Path(folder, "pile.jsonl"), pathlib.Path(folder, "first.jsonl")
        pile.write_text("".join(lines), encoding="utf8")
        first.write_text(lines[0], encoding="utf8")
        load = timed([twosource(), "annotate", str(first), "--format", "jsonl"], one_core=True)
        working = timed([twosource(), "annotate", str(pile), "--format", "jsonl"], one_core=True) - load
        annotate_peak = peak_of_children()
        brief = timed([twosource(), "brief", str(pile), "--format", "json", "--refs"], one_core=False)
    figures = {
        "articles": len(lines),
        "annotate articles/s, one core": round((len(lines) - 1) / working, 2),
        "annotate words/s, one core": round(words / working),
        "start and first article, s": round(load, 2),
        "annotate peak MB": round(annotate_peak),
        "brief s": round(brief, 1),
        "peak MB of both": round(peak_of_children()),
        "load before": round(os.getloadavg()[1], 2),
    }
    print(json.dumps(figures, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
