"""What does a person type? The commands; every heavy import waits until one of them runs."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from twosource.errors import TwosourceError
from twosource.records import Ruling
from twosource.surfaces.judge import judge, judgements, withdraw
from twosource.surfaces.options import LogJsonOption, QuietOption

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


class Format(StrEnum):
    """How results are printed: for people, as indented JSON objects, or as one JSON object a line."""

    text = "text"
    json = "json"
    jsonl = "jsonl"


class Form(StrEnum):
    """The forms of `twosource export`, as `report.export.EXPORTERS` has them."""

    csv = "csv"
    parquet = "parquet"
    geojson = "geojson"
    gdelt = "gdelt"
    acled = "acled"
    ucdp = "ucdp"
    annotations = "annotations"
    jsonld = "jsonld"
    stix = "stix"
    ftm = "ftm"


PathsArgument = Annotated[
    list[str], typer.Argument(metavar="PATH…", help="Files, folders, or - for standard input.", show_default=False)
]
FormatOption = Annotated[Format, typer.Option("--format", help="text for people; json and jsonl as the output contract says.")]
PipelineOption = Annotated[
    str | None, typer.Option(help="Another spaCy pipeline: an installed package or a folder.", show_default=False)
]
LeastOption = Annotated[int, typer.Option(min=1, help="Independent sources that make an event corroborated.")]
JudgementsOption = Annotated[
    Path | None,
    typer.Option("--judgements", metavar="FILE", help="Follow people's judgements in this file.", show_default=False),
]
WorkersOption = Annotated[int, typer.Option(min=0, help="Processes; 0 is one for each processor.")]


@app.command()
def brief(
    paths: PathsArgument,
    format: FormatOption = Format.text,
    html: Annotated[Path | None, typer.Option(help="Write the report as one HTML file too.", show_default=False)] = None,
    refs: Annotated[bool, typer.Option("--refs", help="In JSON, articles as ids alone.")] = False,
    least_sources: LeastOption = 2,
    rulings: JudgementsOption = None,
    pipeline: PipelineOption = None,
    workers: WorkersOption = 0,
    quiet: QuietOption = False,
    log_json: LogJsonOption = False,
) -> None:
    """A pile of news in, a briefing out: stories, origins, what was altered, events with their independent sources.

    Example: twosource brief examples/pile --html briefing.html
    """
    from twosource.engine import Engine
    from twosource.ingest.files import read
    from twosource.options import Options
    from twosource.report.briefing import briefing_view
    from twosource.report.html import briefing_html
    from twosource.surfaces.output import Progress, print_briefing

    followed = _standing(rulings) if rulings else []
    with Progress(quiet) as progress:
        engine = Engine(Options(pipeline, workers, least_sources))
        briefing = engine.brief(read(paths, sys.stdin.buffer), progress.step, followed)
    if html:
        html.write_text(briefing_html(briefing_view(briefing)), "utf-8")
    print_briefing(briefing, format.value, refs)
    _leave(len(briefing.failures))


@app.command()
def compare(
    articles: Annotated[list[str] | None, typer.Argument(metavar="A B", help="Two articles.", show_default=False)] = None,
    pairs: Annotated[Path | None, typer.Option(help="A JSONL file of pairs {pair_id, a, b}.", show_default=False)] = None,
    format: FormatOption = Format.text,
    html: Annotated[
        Path | None, typer.Option(help="Write the two side by side as one HTML file too.", show_default=False)
    ] = None,
    pipeline: PipelineOption = None,
    workers: WorkersOption = 0,
    quiet: QuietOption = False,
    log_json: LogJsonOption = False,
) -> None:
    """Two articles: does one derive from the other, which way, and what was altered?

    Example: twosource compare report.txt rewrite.txt --html both.html
    """
    from twosource.engine import Engine
    from twosource.ingest.files import read_pairs, read_two
    from twosource.options import Options
    from twosource.surfaces.output import Log, Progress, print_comparisons

    if (pairs is None) == (articles is None) or (articles is not None and len(articles) != 2):
        raise typer.BadParameter("give two articles, or --pairs FILE")
    if html and pairs:
        raise typer.BadParameter("--html shows one pair: give two articles")
    given = read_pairs(str(pairs)) if articles is None else read_two(articles[0], articles[1], sys.stdin.buffer)
    log = Log(quiet, log_json)
    with Progress(quiet or sys.stdout.isatty()) as progress:
        found = Engine(Options(pipeline, workers)).compare_all(given)
        print_comparisons(progress.over("comparing", found), format.value, log, html)
    _leave(log.failures)


@app.command()
def annotate(
    paths: PathsArgument,
    format: FormatOption = Format.text,
    pipeline: PipelineOption = None,
    workers: WorkersOption = 0,
    quiet: QuietOption = False,
    log_json: LogJsonOption = False,
) -> None:
    """Each article by itself: parts, who says what, times, places, events.

    Example: twosource annotate report.txt --format jsonl
    """
    from twosource.engine import Engine
    from twosource.ingest.files import read
    from twosource.options import Options
    from twosource.surfaces.output import Log, Progress, print_annotations

    log = Log(quiet, log_json)
    with Progress(quiet or sys.stdout.isatty()) as progress:
        found = Engine(Options(pipeline, workers)).read_all(read(paths, sys.stdin.buffer))
        print_annotations(progress.over("annotating", found), format.value, log)
    _leave(log.failures)


@app.command()
def export(
    paths: PathsArgument,
    to: Annotated[Form, typer.Option("--to", help="The form; docs/formats.md tells what is in each.")],
    out: Annotated[Path, typer.Option(help="The folder for the files; made if it is not there.", show_default=False)],
    least_sources: LeastOption = 2,
    rulings: JudgementsOption = None,
    pipeline: PipelineOption = None,
    workers: WorkersOption = 0,
    quiet: QuietOption = False,
    log_json: LogJsonOption = False,
) -> None:
    """A briefing as files for other tools: tables, maps, event data, annotations, linked data, threat intelligence.

    Example: twosource export examples/pile --to csv --out tables
    """
    from twosource.engine import Engine
    from twosource.ingest.files import read
    from twosource.options import Options
    from twosource.surfaces.output import Log, Progress, write_export

    followed = _standing(rulings) if rulings else []
    with Progress(quiet) as progress:
        engine = Engine(Options(pipeline, workers, least_sources))
        briefing = engine.brief(read(paths, sys.stdin.buffer), progress.step, followed)
    write_export(briefing, to.value, out)
    log = Log(quiet, log_json)
    for failure in briefing.failures:
        log.failed(failure)
    _leave(log.failures)


@app.command()
def schema(quiet: QuietOption = False, log_json: LogJsonOption = False) -> None:
    """The JSON Schema of everything that the other commands print as JSON.

    It has no input that could fail; --quiet and --log-json are taken because every command takes them.

    Example: twosource schema > twosource.schema.json
    """
    from twosource.surfaces.output import print_schema

    print_schema()


app.command()(judge)
app.command()(withdraw)
app.command()(judgements)


def _standing(path: Path) -> list[Ruling]:
    from twosource.ledger.store import standing

    try:
        return standing(path)
    except TwosourceError as error:
        raise typer.BadParameter(str(error), param_hint="--judgements") from error


def _leave(failures: int) -> None:
    if failures:
        raise typer.Exit(1)


def main() -> None:
    """Entry point of `twosource`."""
    app()
