"""How does a person record a judgement that outranks the program's, and take it back?"""

import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from twosource.errors import TwosourceError
from twosource.surfaces.options import LogJsonOption, QuietOption

SubjectArgument = Annotated[str, typer.Argument(help="An event's id, ARTICLE#EVENT, or an article's id, as in the briefing.")]
StoreOption = Annotated[Path, typer.Option("--store", metavar="FILE", help="The file of judgements.")]
ByOption = Annotated[str, typer.Option("--by", metavar="NAME", help="Who judges.")]
BecauseOption = Annotated[str, typer.Option("--because", metavar="REASON", help="Why, in a sentence.")]


class Verdict(StrEnum):
    """What a person can say of two reports (same, different) or of two articles (copy, independent)."""

    same = "same"
    different = "different"
    copy = "copy"
    independent = "independent"


def judge(
    verdict: Annotated[Verdict, typer.Argument(help="Reports: same or different event. Articles: copy or independent.")],
    a: SubjectArgument,
    b: SubjectArgument,
    briefing: Annotated[
        Path, typer.Option("--in", metavar="FILE", help="The briefing that you judge: what brief --format json printed.")
    ],
    store: StoreOption,
    by: ByOption,
    because: BecauseOption,
    quiet: QuietOption = False,
    log_json: LogJsonOption = False,
) -> None:
    """Record what you know better than the program. It outranks the program in every later brief --judgements FILE.

    Example: twosource judge different a.txt#e1 b.txt#e2 --in briefing.json --store ours.sqlite --by anna --because "a day apart"
    """
    from twosource.ledger.rulings import anchors
    from twosource.ledger.store import record
    from twosource.surfaces.output import read_briefing

    try:
        given = read_briefing(briefing)
        sides = anchors(given, a), anchors(given, b)
        if verdict in (Verdict.same, Verdict.different):
            for subject, side in zip((a, b), sides, strict=True):
                if any(anchor.start is None for anchor in side):
                    raise TwosourceError(subject, "judgements", f"is an article; {verdict} is said of events or ARTICLE#EVENT")
        number = record(store, _now(), by, verdict.value, *sides, because)
    except TwosourceError as error:
        _fail(error, quiet, log_json)
    if not quiet:
        print(f"Judgement {number} is in {store}; a brief with --judgements {store} follows it.")


def withdraw(
    number: Annotated[int, typer.Argument(help="The number of the judgement.")],
    store: StoreOption,
    by: ByOption,
    because: BecauseOption,
    quiet: QuietOption = False,
    log_json: LogJsonOption = False,
) -> None:
    """Take a judgement back. It stays in the file, marked as withdrawn.

    Example: twosource withdraw 3 --store ours.sqlite --by anna --because "I had the wrong day"
    """
    from twosource.ledger.store import withdraw as take_back

    try:
        take_back(store, number, _now(), by, because)
    except TwosourceError as error:
        _fail(error, quiet, log_json)
    if not quiet:
        print(f"Judgement {number} is withdrawn.")


def judgements(store: StoreOption, quiet: QuietOption = False, log_json: LogJsonOption = False) -> None:
    """Every judgement ever made, with author, time and reason, and which were withdrawn.

    Example: twosource judgements --store ours.sqlite
    """
    from twosource.ledger.store import history

    try:
        made, withdrawn = history(store)
    except TwosourceError as error:
        _fail(error, quiet, log_json)
    gone = {w.ruling: w for w in withdrawn}
    for ruling in made:
        first, second = (", ".join(dict.fromkeys(anchor.article for anchor in side)) for side in (ruling.a, ruling.b))
        print(f"{ruling.number}  {ruling.verdict}: {first} | {second}  ({ruling.at}, {ruling.by}: {ruling.reason})")
        if back := gone.get(ruling.number):
            print(f"   withdrawn ({back.at}, {back.by}: {back.reason})")


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")


def _fail(error: TwosourceError, quiet: bool, log_json: bool) -> NoReturn:
    from twosource.surfaces.output import Log

    Log(quiet, log_json).failed(error.failure)
    raise typer.Exit(1)
