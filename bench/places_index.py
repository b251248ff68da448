"""How long does the index of places take, at first use and later, each as a whole process?

    python -m bench.places_index [--runs 3] [--workers 4]

Every run is a new Python that loads the gazetteer and looks one name up, as `/usr/bin/time` would see it: seconds by the clock
and of processor time, and the largest resident set. First with an empty cache, then with the index kept there; then so many
workers at once with an empty cache, of which one should build. The least of the runs counts, since other programs only add; the
machine's load is printed beside.
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

LOOK_UP = (
    "import pathlib, sys; from twosource.annotate.gazetteer import Gazetteer; "
    "Gazetteer(pathlib.Path(sys.argv[1])).candidates('Lima')"
)
MEASURED = (
    "import json, resource, subprocess, sys, time; start = time.perf_counter(); subprocess.run(sys.argv[1:], check=True); "
    "used = resource.getrusage(resource.RUSAGE_CHILDREN); "
    "print(json.dumps([time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss]))"
)


def one_use(folder: str) -> tuple[float, float, float]:
    """Seconds by the clock, seconds of processor time and megabytes of one process that looks a name up."""
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, sys.executable, "-c", LOOK_UP, folder], check=True, capture_output=True, text=True
    )
    clock, used, peak = json.loads(done.stdout)
    return clock, used, peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def at_once(workers: int) -> dict[str, float]:
    """So many processes with one empty cache: seconds until all have looked a name up, and of processor time in all."""
    with tempfile.TemporaryDirectory() as folder:
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        running = [subprocess.Popen([sys.executable, "-c", LOOK_UP, folder]) for _ in range(workers)]
        failed = sum(process.wait() != 0 for process in running)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        files = len(list(pathlib.Path(folder).iterdir()))
        return {"seconds": time.perf_counter() - start, "processor": used, "failed": failed, "files": files}


def main(given: Sequence[str] | None = None) -> int:
    """Measure and print a JSON object of figures."""
    parser = argparse.ArgumentParser(
        prog="bench.places_index", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--workers", type=int, default=4)
    options = parser.parse_args(given)
    first, later = [], []
    for _ in range(options.runs):
        with tempfile.TemporaryDirectory() as folder:
            first.append(one_use(folder))
            later.append(one_use(folder))
    names = ("seconds", "processor", "megabytes")
    figures = {
        "load of the machine": os.getloadavg()[0],
        "first use": {name: round(min(run[i] for run in first), 2) for i, name in enumerate(names)},
        "later use": {name: round(min(run[i] for run in later), 2) for i, name in enumerate(names)},
        f"{options.workers} at once": {name: round(value, 2) for name, value in at_once(options.workers).items()},
    }
    sys.stdout.write(json.dumps(figures, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
