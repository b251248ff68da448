"""How do the product and the simple baselines answer what a scorer asks, and what does the scorer say of it?

The scorers and their data lie beside the clone (`../shared`), are no part of the project and are run as programs: `--make-input`
writes what the product may see, the product is run as its users run it, `--json` gives the figures. Nothing is cached: a figure
is always of the code as it stands.
"""

import concurrent.futures
import json
import os
import pathlib
import shutil
import subprocess
import sys
import time
from typing import Any

from bench import own_pairs
from bench.jsonl import lines, records
from bench.tasks import EVENT_SETS, Task

ROOT = pathlib.Path(__file__).resolve().parents[1]


class BenchError(Exception):
    """A scorer or the product did not run through."""


def twosource() -> str:
    """The product's program: the one in the clone's .venv, else the one on the PATH.

    Raises:
        BenchError: if there is none.
    """
    own = ROOT / ".venv" / "bin" / "twosource"
    found = str(own) if own.exists() else shutil.which("twosource")
    if found is None:
        raise BenchError("twosource is not installed: run ./demo or ./test once")
    return found


def call(command: list[str], out: pathlib.Path | None = None, accept: tuple[int, ...] = (0,)) -> str:
    """Run a program; its standard output goes to `out`, or is returned.

    Raises:
        BenchError: with the end of its standard error, if it ends in a way that is not in `accept`, or in a traceback.
    """
    # The parser is one thread's work; several threads a process only fight over the cores.
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf8", env={**os.environ, "OMP_NUM_THREADS": "1"})
    if done.returncode not in accept or "Traceback (most recent call last)" in done.stderr:
        raise BenchError(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr[-1500:]}")
    if out is not None:
        out.write_text(done.stdout, encoding="utf8")
    return done.stdout


def shards(path: pathlib.Path, count: int) -> list[pathlib.Path]:
    """The lines of a file dealt out to `count` files beside it, in order."""
    every = lines(path)
    size = -(-len(every) // count) or 1
    made = []
    for start in range(0, len(every), size):
        made.append(path.with_suffix(f".{start}.jsonl"))
        made[-1].write_text("".join(every[start : start + size]), encoding="utf8")
    return made


def sample(gold: pathlib.Path, folder: pathlib.Path, size: int) -> pathlib.Path:
    """A copy of a gold file, or of a folder of gold files, with `size` lines of each at even distances."""
    if gold.is_dir():
        target = folder / gold.name
        target.mkdir()
        for file in sorted(gold.glob("*.jsonl")):
            sample(file, target, size)
        return target
    every = lines(gold)
    target = folder / gold.name
    target.write_text("".join(every[:: max(1, len(every) // size)][:size]), encoding="utf8")
    return target


def answer(task: Task, program: list[str] | None, inputs: pathlib.Path, folder: pathlib.Path, jobs: int) -> pathlib.Path:
    """Have the product, or in its place a baseline, answer the inputs. -> the predictions' file (a folder for `stories`)."""
    product = [twosource()] if program is None else program
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        if task.product == "piles":
            piles = sorted(inputs.glob("*.jsonl"))
            # countonce reads the triggers, which stand in the annotate objects; stories does without them.
            options = ["--format", "json", *(["--refs"] if task.name == "stories" else [])]
            commands = [[*product, *(["brief", str(p), *options] if program is None else [str(p)])] for p in piles]
            answers = list(pool.map(lambda c: call(c, accept=(0, 1)), commands))
            if task.name == "stories":
                made = folder / "pred"
                made.mkdir()
                for pile, text in zip(piles, answers, strict=True):
                    (made / f"{pile.stem}.json").write_text(text, encoding="utf8")
                return made
            made = folder / "pred.jsonl"
            made.write_text("".join(json.dumps(json.loads(text)) + "\n" for text in answers), encoding="utf8")
            return made
        command = ["annotate"] if task.product == "annotate" else ["compare", "--pairs"]
        # A baseline may weigh words over its whole input, so it is not dealt out.
        parts = shards(inputs, jobs if program is None else 1)
        commands = [[*product, *([*command, str(p), "--format", "jsonl"] if program is None else [str(p)])] for p in parts]
        made = folder / "pred.jsonl"
        made.write_text("".join(pool.map(lambda c: call(c, accept=(0, 1)), commands)), encoding="utf8")
        return made


def on_the_seeds(task: Task, scorer: list[str], gold: pathlib.Path, folder: pathlib.Path) -> tuple[Any, float]:
    """Measure a task whose input is the two texts beside the seed pair's gold. -> the scorer's JSON, and seconds."""
    beside = gold if gold.is_dir() else gold.parent
    texts = [str(beside / name) for name in ("original.txt", "rewrite.txt")]
    start = time.perf_counter()
    call([twosource(), "annotate", *texts, "--format", "jsonl"], folder / "annotate.jsonl")
    given = [task.gold_option, str(gold), "--pred", str(folder / "annotate.jsonl")]
    if task.gold_option == "--gold":
        call([twosource(), "brief", *texts, "--format", "json"], folder / "brief.json")
        given = ["--gold", str(gold), "--annotate", str(folder / "annotate.jsonl"), "--brief", str(folder / "brief.json")]
    seconds = time.perf_counter() - start
    return json.loads(call([*scorer, *given, "--json"])), seconds


def run(
    task: Task, shared: pathlib.Path, folder: pathlib.Path, *, jobs: int = 1, size: int | None = None, baseline: bool = False
) -> tuple[Any, float]:
    """Measure one task. -> the scorer's JSON, and the seconds that the product took.

    Args:
        task: what to measure.
        shared: folder with `eval` and `gold`.
        folder: an empty folder for inputs and predictions.
        jobs: processes at a time.
        size: score that many lines of each gold file only, where lines stand alone.
        baseline: measure the baseline in the product's place.

    Raises:
        BenchError: if anything did not run through.
    """
    scorer = [sys.executable, str(shared / "eval" / task.scorer[0]), *task.scorer[1:]]
    gold = shared / "gold" / task.gold
    if task.own:
        gold = folder / "gold.jsonl"
        own_pairs.write(gold)
    if size is not None and task.single_lines:
        gold = sample(gold, folder, size)
    program = None
    if baseline:
        if task.baseline is None:
            raise BenchError(f"{task.name} has no baseline")
        program = [sys.executable, str(shared / "eval" / "baselines" / task.baseline[0]), *task.baseline[1:]]
    if task.product == "seeds":
        return on_the_seeds(task, scorer, gold, folder)
    inputs = folder / ("piles" if task.product == "piles" else "in.jsonl")
    call([*scorer, task.gold_option, str(gold), "--make-input", str(inputs), *task.input_options])
    start = time.perf_counter()
    predictions = answer(task, program, inputs, folder, jobs)
    seconds = time.perf_counter() - start
    result = json.loads(call([*scorer, task.gold_option, str(gold), "--pred", str(predictions), "--json"]))
    if task.name == "events":
        for name, mean in events_per_article(gold, predictions).items():
            result[name]["events per article"] = mean
    return result, seconds


def events_per_article(gold: pathlib.Path, predictions: pathlib.Path) -> dict[str, float]:
    """How many events the product lists for an article of each set: a list of every verb would find everything."""
    counts = {}
    for article in records(predictions):
        counts[article["id"]] = len(article["events"])
    means = {}
    for name in EVENT_SETS:
        ids = [article["id"] for article in records(gold / f"{name}.jsonl")]
        means[name] = sum(counts.get(i, 0) for i in ids) / max(1, len(ids))
    return means
