"""Is the product as good as it was? Every scorer's headline figures, held against floors, and written down.

    bench/gate                          all tasks; exit 1 if a floor is broken
    bench/gate --only times places      some of them
    bench/gate --sample 40              a quick look at 40 lines of each gold file; records nothing, holds nothing against floors
    bench/gate --raise                  floors go up to the present figures, never down
    bench/gate --lower                  floors become the present figures, down too: say why in the commit message

A run is written to `bench/runs/<date>-<commit>.json`: figures only, sorted, so that two runs can be compared with `diff`. The
floors in `bench/floors.json` name the gold they were measured on by its hash; other gold breaks them, since figures on it mean
something else. Where the scorers and their data are not beside the clone there is nothing to do, and the gate says so and passes.

Known limits: figures of small sets (the seed pair, 16 alteration pairs) move by several points with one answer; SLACK allows for
nothing but rounding, on purpose: whoever trades one figure for another is to say so.
"""

import argparse
import datetime
import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from typing import Any

from bench import count_piles
from bench.answers import ROOT, BenchError, run
from bench.tasks import TASKS, Figure, Task

RUNS, FLOORS = ROOT / "bench" / "runs", ROOT / "bench" / "floors.json"
DIGITS = 4
SLACK = 0.5 * 10**-DIGITS  # half of the last digit kept

Figures = dict[str, float | None]


def keyed(result: Any) -> Any:
    """A scorer's JSON with the list that some print, one object a set, as a mapping by that set's name."""
    return {entry["set"]: entry for entry in result} if isinstance(result, list) else result


def flatten(result: Any, figures: Sequence[Figure]) -> Figures:
    """The chosen figures of a scorer's JSON, rounded; truth values as 1 and 0.

    None where the scorer gives no value, or leaves the figure out because nothing was there to measure.

    Raises:
        BenchError: for a path that leads to something else than a number.
    """
    found: Figures = {}
    for wanted in figures:
        value = keyed(result)
        for key in wanted.path:
            if isinstance(value, list) and key.isdigit():
                value = value[int(key)] if int(key) < len(value) else None
            else:
                value = value.get(key) if isinstance(value, dict) else None
        if value is not None and not isinstance(value, int | float):
            raise BenchError(f"'{wanted.name}' is no number: {value!r}")
        found[wanted.name] = None if value is None else round(float(value), DIGITS)
    return found


def broken(figures: Figures, floors: dict[str, float], wanted: Sequence[Figure]) -> list[str]:
    """What is worse than its floor, one sentence each. A figure that has become unknown breaks its floor."""
    complaints = []
    for known in wanted:
        floor, now = floors.get(known.name), figures.get(known.name)
        if floor is None:
            continue
        if now is None:
            complaints.append(f"{known.name} was {floor} and is unknown now")
        elif (floor - now if known.better == "higher" else now - floor) > SLACK:
            complaints.append(f"{known.name} is {now}, its {'floor' if known.better == 'higher' else 'ceiling'} {floor}")
    return complaints


def moved(figures: Figures, floors: dict[str, float], wanted: Sequence[Figure], *, lower: bool) -> dict[str, float]:
    """The floors after a run: raised to the figures, and with `lower` brought down to them as well."""
    after = dict(floors)
    for known in wanted:
        now, floor = figures.get(known.name), floors.get(known.name)
        if now is None:
            if lower:
                after.pop(known.name, None)
        elif floor is None or lower or (now > floor if known.better == "higher" else now < floor):
            after[known.name] = now
    return after


def gold_hash(path: pathlib.Path) -> str:
    """One hash over a gold file, or over the data files of a gold folder."""
    digest = hashlib.sha256()
    for file in sorted(f for f in path.iterdir() if f.suffix != ".md") if path.is_dir() else [path]:
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:16]


def commit() -> str:
    """The short hash of the commit that is checked out, with "-dirty" where tracked files differ from it."""
    described = subprocess.run(
        ["git", "describe", "--always", "--dirty", "--exclude", "*"], cwd=ROOT, capture_output=True, text=True
    )
    return described.stdout.strip() or "no-commit"


def read_json(path: pathlib.Path) -> dict[str, Any]:
    """A JSON object from a file; empty where there is no file."""
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf8")) if path.exists() else {}
    return found


def write_json(path: pathlib.Path, value: object) -> None:
    """An object as JSON with sorted keys, one a line, so that a diff shows what moved."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf8")


def arguments(given: Sequence[str] | None) -> argparse.Namespace:
    """The command line, read."""
    names = [task.name for task in TASKS]
    parser = argparse.ArgumentParser(prog="bench/gate", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=pathlib.Path, default=ROOT.parent / "shared", help="folder with eval/ and gold/")
    parser.add_argument("--only", nargs="+", choices=names, default=names, metavar="NAME", help="of: " + " ".join(names))
    parser.add_argument("--jobs", type=int, default=1, help="processes at a time")
    parser.add_argument("--sample", type=int, metavar="N", help="score N lines of each gold file, and record nothing")
    parser.add_argument("--baselines", action="store_true", help="measure the simple baselines beside the product")
    parser.add_argument("--raise", dest="up", action="store_true", help="raise the floors to the figures of this run")
    parser.add_argument("--lower", action="store_true", help="set the floors to the figures of this run, down too")
    options = parser.parse_args(given)
    if options.sample and (options.up or options.lower):
        parser.error("floors are not moved on a sample")
    return options


def measure(task: Task, options: argparse.Namespace, *, baseline: bool) -> tuple[Figures, float]:
    """The figures of one task and the seconds that the product took, in a folder that is gone afterwards."""
    if task.product == "verdicts":
        start = time.perf_counter()
        return flatten(count_piles.measure(), task.figures), time.perf_counter() - start
    with tempfile.TemporaryDirectory() as folder:
        result, seconds = run(
            task, options.shared, pathlib.Path(folder), jobs=options.jobs, size=options.sample, baseline=baseline
        )
    return flatten(result, task.figures), seconds


def show(task: Task, figures: Figures, beside: Figures | None, floors: dict[str, float], seconds: float) -> None:
    """One task as a table: the figure, its floor, the baseline's."""

    def cell(value: float | None) -> str:
        return "      -" if value is None else f"{value:7.3f}"

    print(f"{task.name}  ({seconds:.0f} s)\n    {'now':>7} {'floor':>7}" + (f" {'simple':>7}" if beside else ""))
    for known in task.figures:
        columns = [figures[known.name], floors.get(known.name), *([beside[known.name]] if beside else [])]
        print(
            "    " + " ".join(map(cell, columns)) + f"  {known.name}" + (" (less is better)" if known.better == "lower" else "")
        )


def main(given: Sequence[str] | None = None) -> int:
    """Run the gate. -> 0, or 1 if a floor is broken or a task did not run through."""
    options = arguments(given)
    if not ((options.shared / "eval").is_dir() and (options.shared / "gold").is_dir()):
        print(f"No eval/ and gold/ in {options.shared}: nothing to measure against, so nothing was measured.")
        return 0
    floors, name = read_json(FLOORS), commit()
    path = RUNS / f"{datetime.date.today().isoformat()}-{name}.json"
    record = read_json(path) or {"figures": {}, "baselines": {}, "gold": {}, "seconds": {}}
    complaints: list[str] = []
    for task in (t for t in TASKS if t.name in options.only):
        if options.sample and task.name == "stories":
            print("stories: left out, a sample of the articles would not hold their stories")
            continue
        held = floors.get(task.name, {"gold": None, "figures": {}})
        try:
            figures, seconds = measure(task, options, baseline=False)
        except BenchError as error:
            print(f"{task.name}: {error}")
            complaints.append(f"{task.name}: did not run through")
            continue
        beside: Figures | None = None
        if options.baselines and task.baseline is not None:
            try:
                beside, _ = measure(task, options, baseline=True)
            except BenchError as error:  # a baseline may need packages that the product does without
                print(f"{task.name}: the baseline did not run: {str(error).strip().splitlines()[-1]}")
        show(task, figures, beside, held["figures"], seconds)
        if options.sample:
            continue
        gold = gold_hash((ROOT / "bench" if task.own else options.shared / "gold") / task.gold)
        if held["gold"] not in (None, gold) and not options.lower:
            complaints.append(
                f"{task.name}: its floors were measured on other gold ({held['gold']}, now {gold}); --lower sets them anew"
            )
        elif not options.lower:
            complaints += [f"{task.name}: {what}" for what in broken(figures, held["figures"], task.figures)]
        if options.lower or (options.up and held["gold"] in (None, gold)):
            floors[task.name] = {"gold": gold, "figures": moved(figures, held["figures"], task.figures, lower=options.lower)}
            write_json(FLOORS, floors)
        record["figures"][task.name], record["gold"][task.name], record["seconds"][task.name] = figures, gold, round(seconds)
        if beside is not None:
            record["baselines"][task.name] = beside
        write_json(path, record)  # after every task: a run that is broken off has not been for nothing
    for complaint in complaints:
        print(f"BROKEN  {complaint}")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
