"""Which scorers are there, what does the product have to print for each, and which of their figures are kept?

A task is one scorer with one kind of input. The scorers and their data lie beside the clone (`../shared`), are no part of the
project and are run as programs: `--make-input` writes what the product may see, the product is run as its users run it, `--json`
gives the figures. Nothing is cached: a figure is always of the code as it stands.
"""

import concurrent.futures
import dataclasses
import json
import os
import pathlib
import shutil
import subprocess
import sys
import time
from typing import Any, Literal

ROOT = pathlib.Path(__file__).resolve().parents[1]


class BenchError(Exception):
    """A scorer or the product did not run through."""


@dataclasses.dataclass(frozen=True)
class Figure:
    """One kept figure: where it stands in the scorer's JSON, and whether more of it is better."""

    name: str
    path: tuple[str, ...]
    better: Literal["higher", "lower"] = "higher"


def figure(path: str, better: Literal["higher", "lower"] = "higher") -> Figure:
    """A figure from its keys joined by ` > `, which is also its name in the records."""
    return Figure(path, tuple(path.split(" > ")), better)


@dataclasses.dataclass(frozen=True)
class Task:
    """One measurement.

    Attributes:
        name: as in the records and behind `--only`.
        scorer: its file under `eval`, and its arguments before the gold.
        gold: path under `gold`; `gold_option` is how the scorer calls it.
        product: which command answers. "piles" is `brief` once an input file, "seeds" is `annotate` and `brief` on two texts.
        figures: what is kept.
        input_options: further arguments of `--make-input`.
        baseline: the file under `eval/baselines` and its arguments, None where there is none.
        single_lines: every line of the gold stands alone, so that a sample of the lines can be scored by itself.
    """

    name: str
    scorer: tuple[str, ...]
    gold: str
    product: Literal["annotate", "compare", "piles", "seeds"]
    figures: tuple[Figure, ...]
    gold_option: str = "--gold"
    input_options: tuple[str, ...] = ()
    baseline: tuple[str, ...] | None = None
    single_lines: bool = True


PILES = ("newscluster", "basil", "ecbplus", "gunviolence", "mixed")
EVENT_SETS = ("gunviolence", "muc", "case2021", "india", "plover")
PLACE_FIGURES = ("exact > f1", "overlap > f1", "resolution > acc161", "end_to_end > f1")

TASKS = (
    Task(
        "reuse",
        ("reuse.py",),
        "reuse/pairs.jsonl",
        "compare",
        (
            figure("macro > auc"),
            figure("macro > auc_same_event"),
            figure("macro > recall_at_1"),
            figure("macro > recall_at_01"),
            figure("core > precision"),
            figure("core > recall"),
            figure("core > f1"),
            figure("sets > news > auc"),
            figure("sets > made-rewrite > auc"),
            figure("sets > basil > false_alarms", "lower"),
            figure("sets > news > false_alarms", "lower"),
            figure("relation_right"),
            figure("relation_accepted"),
        ),
        baseline=("reuse.py", "tfidf"),
    ),
    Task(
        "alterations",
        ("alterations.py",),
        "alterations/pairs.jsonl",
        "compare",
        (
            figure("alignments > f1"),
            figure("strict > f1"),
            figure("group > p"),
            figure("group > r"),
            figure("group > f1"),
            figure("spot > f1"),
            figure("span fit"),
            figure("benign false-alarm rate", "lower"),
            figure("false alarms per 1000 words, faithful pairs", "lower"),
            figure("relation right"),
            figure("direction right"),
        ),
        baseline=("alterations.py",),
    ),
    Task(
        "alterations-seed",
        ("alterations.py",),
        "seeds/gold.json",
        "compare",
        (figure("alignments > f1"), figure("strict > f1"), figure("group > p"), figure("group > r"), figure("group > f1")),
        gold_option="--seeds",
        baseline=("alterations.py",),
        single_lines=False,
    ),
    Task(
        "summedits",
        ("alterations.py", "summedits"),
        "summedits/pairs.jsonl",
        "compare",
        (
            figure("mean balanced accuracy"),
            figure("recall by type of edit > antonym_swap > r"),
            figure("recall by type of edit > entity_modification > r"),
            figure("recall by type of edit > negation_insertion_removal > r"),
        ),
        baseline=("alterations.py",),
    ),
    Task(
        "attributions",
        ("attributions.py",),
        "attributions/articles.jsonl",
        "annotate",
        (
            figure("scores > found > p"),
            figure("scores > found > r"),
            figure("scores > found > f1"),
            figure("scores > source exact > f1"),
            figure("scores > cue exact > f1"),
            figure("scores > content exact > f1"),
            figure("scores > all three exact > f1"),
            figure("groups > direct > found"),
            figure("groups > indirect > found"),
            figure("labelled > macro F1"),
            figure("labelled > accuracy where found"),
        ),
        baseline=("attributions.py", "rule"),
    ),
    Task(
        "attributions-seed",
        ("attributions.py", "--seeds"),
        "seeds/gold.json",
        "annotate",
        (figure("right > found"), figure("right > source"), figure("right > cue"), figure("right > via")),
        baseline=("attributions.py", "rule"),
        single_lines=False,
    ),
    Task(
        "times",
        ("times.py",),
        "times/articles.jsonl",
        "annotate",
        (
            figure("scores > all > relaxed F1"),
            figure("scores > all > strict F1"),
            figure("scores > all > type acc"),
            figure("scores > all > value F1"),
            figure("scores > all > days"),
            figure("scores > MEANTIME > value F1"),
        ),
        baseline=("times.py", "dateparser"),
    ),
    Task(
        "factuality",
        ("factuality.py",),
        "factuality/articles.jsonl",
        "annotate",
        (
            figure("factuality > MEANTIME > coverage"),
            figure("factuality > MEANTIME > MAE", "lower"),
            figure("factuality > MEANTIME > r"),
            figure("factuality > UW > MAE", "lower"),
            figure("factuality > UW > r"),
            figure("status > macro F1"),
            figure("status > accuracy"),
        ),
        input_options=("--with-triggers",),
        baseline=("factuality.py", "judgements"),
    ),
    Task(
        "events",
        ("events.py", "all"),
        "events",
        "annotate",
        (
            figure("gunviolence > all > found"),
            figure("gunviolence > all > both"),
            figure("gunviolence > all > date +-1"),
            figure("gunviolence > all > place 25 km"),
            figure("gunviolence > all > end to end"),
            figure("muc > matched > f1"),
            figure("muc > all > f1"),
            figure("case2021 > plover"),
            figure("case2021 > plover_macro"),
            figure("case2021 > acled"),
            figure("india > KILL > f1"),
            figure("india > ARREST > f1"),
            figure("india > FORCE > f1"),
            figure("india > macro_f1"),
            figure("plover > type"),
            figure("plover > triple"),
            *(figure(f"{name} > events per article", "lower") for name in EVENT_SETS),
        ),
        baseline=("events.py",),
    ),
    Task(
        "places",
        ("places.py",),
        "places",
        "annotate",
        (
            *(figure(f"geowebnews > {what}") for what in PLACE_FIGURES),
            *(figure(f"lgl > {what}") for what in PLACE_FIGURES),
            figure("geowebnews > sense > accuracy"),
        ),
        baseline=("places.py",),
    ),
    Task(
        "stories",
        ("stories.py",),
        "stories",
        "piles",
        (
            *(figure(f"{pile} > b3_f1") for pile in PILES),
            figure("newscluster > origins > precision"),
            figure("newscluster > origins > recall"),
        ),
        baseline=("stories.py",),
        single_lines=False,
    ),
    Task(
        "countonce",
        ("countonce.py", "all"),
        "countonce",
        "piles",
        (
            figure("gunpile > covered"),
            figure("gunpile > all > conll"),
            figure("gunpile > all > lea"),
            figure("gunpile > no singletons > conll"),
            figure("gunpile > singles kept"),
            figure("gunpile > events > count error", "lower"),
            figure("ecbplus > coverage"),
            figure("ecbplus > reported > conll"),
            figure("origins > event origins > exact"),
            figure("origins > story origins > exact"),
            figure("origins > story b3"),
        ),
        baseline=("countonce.py",),
    ),
    Task(
        "seeds",
        ("seeds.py",),
        "seeds/gold.json",
        "seeds",
        (
            figure("parts right"),
            figure("found"),
            figure("whole"),
            figure("surplus", "lower"),
            figure("brief > one story, one origin"),
            figure("brief > rewrite recognised"),
            figure("brief > nothing corroborated"),
            figure("brief > Donetsk from the rewrite alone"),
            figure("brief > Poltava once, from both"),
            figure("brief > Odesa once, from both"),
        ),
        single_lines=False,
    ),
)


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
    lines = path.read_text(encoding="utf8").splitlines(keepends=True)
    size = -(-len(lines) // count) or 1
    made = []
    for start in range(0, len(lines), size):
        made.append(path.with_suffix(f".{start}.jsonl"))
        made[-1].write_text("".join(lines[start : start + size]), encoding="utf8")
    return made


def sample(gold: pathlib.Path, folder: pathlib.Path, size: int) -> pathlib.Path:
    """A copy of a gold file, or of a folder of gold files, with `size` lines of each at even distances."""
    if gold.is_dir():
        target = folder / gold.name
        target.mkdir()
        for file in sorted(gold.glob("*.jsonl")):
            sample(file, target, size)
        return target
    lines = gold.read_text(encoding="utf8").splitlines(keepends=True)
    target = folder / gold.name
    target.write_text("".join(lines[:: max(1, len(lines) // size)][:size]), encoding="utf8")
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
    if size is not None and task.single_lines:
        gold = sample(gold, folder, size)
    program = None
    if baseline:
        if task.baseline is None:
            raise BenchError(f"{task.name} has no baseline")
        program = [sys.executable, str(shared / "eval" / "baselines" / task.baseline[0]), *task.baseline[1:]]
    if task.product == "seeds":
        texts = [str(gold.parent / name) for name in ("original.txt", "rewrite.txt")]
        start = time.perf_counter()
        call([twosource(), "annotate", *texts, "--format", "jsonl"], folder / "annotate.jsonl")
        call([twosource(), "brief", *texts, "--format", "json"], folder / "brief.json")
        seconds = time.perf_counter() - start
        given = ["--annotate", str(folder / "annotate.jsonl"), "--brief", str(folder / "brief.json")]
        return json.loads(call([*scorer, "--gold", str(gold), *given, "--json"])), seconds
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
    for line in predictions.read_text(encoding="utf8").splitlines():
        article = json.loads(line)
        counts[article["id"]] = len(article["events"])
    means = {}
    for name in EVENT_SETS:
        ids = [json.loads(line)["id"] for line in (gold / f"{name}.jsonl").read_text(encoding="utf8").splitlines()]
        means[name] = sum(counts.get(i, 0) for i in ids) / max(1, len(ids))
    return means
