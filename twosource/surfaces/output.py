"""How do results, failures and progress reach the streams? Standard output holds results alone, standard error the rest."""

import datetime
import importlib.metadata
import pathlib
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import TypeVar

import msgspec
import rich.progress
import typer
from rich.console import Console

from twosource.engine import Comparison
from twosource.errors import TwosourceError
from twosource.records import Annotation, Briefing, Failure, Reading, Relation
from twosource.report.briefing import briefing_view
from twosource.report.export import EXPORTERS
from twosource.report.html import pair_html
from twosource.report.pair import pair_view
from twosource.report.terminal import print_annotation, print_comparison
from twosource.report.terminal import print_briefing as print_briefing_view
from twosource.report.view import annotation_view, comparison_view

Result = TypeVar("Result")

HANDFUL = 5
"""Articles up to which no progress is shown."""


class Progress:
    """A progress bar on standard error for more than a handful of articles; nothing when piped or quiet."""

    def __init__(self, quiet: bool) -> None:
        console = Console(stderr=True)
        self._bar = rich.progress.Progress(console=console, transient=True, disable=quiet or not console.is_terminal)
        self._tasks: dict[str, rich.progress.TaskID] = {}

    def __enter__(self) -> "Progress":
        self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._bar.stop()

    def step(self, name: str, done: int, total: int | None) -> None:
        """Shows that of a step's `total` articles or pairs (None: nobody knows how many) `done` are done."""
        if (total or done) > HANDFUL:
            if name not in self._tasks:
                self._tasks[name] = self._bar.add_task(name, total=total)
            self._bar.update(self._tasks[name], completed=done)

    def over(self, name: str, results: Iterable[Result]) -> Iterator[Result]:
        """The same results, counted as they come."""
        for done, result in enumerate(results, 1):
            yield result
            self.step(name, done, None)


def print_briefing(briefing: Briefing, format: str, refs: bool) -> None:
    """A briefing on standard output; `refs`: its articles as ids alone."""
    if format == "text":
        print_briefing_view(briefing_view(briefing), Console(highlight=False))
    else:
        ids = tuple(a.id if isinstance(a, Annotation) else a for a in briefing.articles)
        _print_json(msgspec.structs.replace(briefing, articles=ids) if refs else briefing, format)


def read_briefing(path: Path) -> Briefing:
    """A briefing from the file that `brief --format json` or `jsonl` was written to.

    Raises:
        TwosourceError: if it cannot be read, or is no briefing.
    """
    try:
        return msgspec.json.decode(path.read_bytes(), type=Briefing)
    except (OSError, msgspec.MsgspecError) as error:
        raise TwosourceError(str(path), "judgements", f"is no briefing: {error}") from error


def print_annotations(found: Iterable[Reading | Failure], format: str, log: "Log") -> None:
    """Each article's annotation on standard output as soon as it is there; failures go to the log."""
    console = Console(highlight=False)
    for result in found:
        if isinstance(result, Failure):
            log.failed(result)
        elif format == "text":
            print_annotation(annotation_view(result.annotation), console)
        else:
            _print_json(result.annotation, format)


def print_comparisons(found: Iterable[Comparison | Failure], format: str, log: "Log", html: Path | None = None) -> None:
    """Each comparison on standard output as soon as it is there, and as a page at `html`; failures go to the log."""
    console = Console(highlight=False)
    for result in found:
        if isinstance(result, Failure):
            log.failed(result)
            continue
        if html:
            version = importlib.metadata.version("twosource")
            html.write_text(pair_html(pair_view(result.relation, result.a, result.b, version)), "utf-8")
        if format == "text":
            print_comparison(comparison_view(result.relation, result.a, result.b), console)
        else:
            _print_json(result.relation, format)


def write_export(briefing: Briefing, form: str, folder: pathlib.Path) -> None:
    """The files of an export into a folder, and their paths on standard output.

    Raises:
        typer.BadParameter: if the form needs a package that is not installed.
    """
    made = datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    try:
        files = EXPORTERS[form](briefing, made)
    except ModuleNotFoundError as missing:
        raise typer.BadParameter(f"{form} needs {missing.name}: pip install 'twosource[{form}]'") from missing
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
        print(folder / name)


def print_schema() -> None:
    """The JSON Schema of the three objects of the contract and of a failure, made from the records."""
    _, parts = msgspec.json.schema_components([Annotation, Relation, Briefing, Failure], ref_template="#/$defs/{name}")
    names = {"annotate": "Annotation", "compare": "Relation", "brief": "Briefing", "failure": "Failure"}
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "twosource output, contract version 1",
        "anyOf": [{"$ref": f"#/$defs/{name}", "title": f"twosource {command}"} for command, name in names.items()],
        "$defs": parts,
    }
    _print_json(schema, "json")


class Log:
    """Failures on standard error, one a line, as JSON if wished; counts them."""

    def __init__(self, quiet: bool, as_json: bool) -> None:
        self._quiet, self._as_json, self.failures = quiet, as_json, 0

    def failed(self, failure: Failure) -> None:
        """Writes one failure down."""
        self.failures += 1
        if self._as_json:
            sys.stderr.write(msgspec.json.encode(failure).decode() + "\n")
        elif not self._quiet:
            sys.stderr.write(f"{failure.id}: {failure.stage}: {failure.error}\n")


def _print_json(result: object, format: str) -> None:
    line = msgspec.json.encode(result)
    sys.stdout.buffer.write((msgspec.json.format(line, indent=2) if format == "json" else line) + b"\n")
    sys.stdout.buffer.flush()
