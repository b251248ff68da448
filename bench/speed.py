"""How fast is it, and how much memory does it take?

    python -m bench.speed PILE.jsonl [--articles 200]

Articles and words a second of `twosource annotate` on one core, loading left out (two runs, of one article and of all, are
subtracted), and the seconds and the peak memory of `twosource brief` on the whole pile. Known limits: the peak is the largest
resident set of the process as the kernel counts it, shared libraries included; figures of a busy machine say little, so the load
is printed beside them.
"""

import argparse
import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence

from bench.answers import BenchError, twosource

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
    """The largest resident set of any child so far, in megabytes. Linux counts kilobytes, macOS bytes."""
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return largest / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def main(given: Sequence[str] | None = None) -> int:
    """Measure one pile and print a JSON object of figures."""
    parser = argparse.ArgumentParser(
        prog="bench.speed", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pile", type=pathlib.Path, help="JSONL, one article a line")
    parser.add_argument("--articles", type=int, help="the first N of them")
    options = parser.parse_args(given)
    lines = options.pile.read_text(encoding="utf8").splitlines(keepends=True)[: options.articles]
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
