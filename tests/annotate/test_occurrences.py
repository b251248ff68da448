"""One occurrence told in many sentences is one event, with all its dead and hurt, its day and its town.

Each invented report under `occurrences/` begins with the day it was published; beside it stands, one a line, what it tells of
that killed or hurt people.
"""

import json
import pathlib
from typing import Any

import pytest

from twosource.annotate.gazetteer import Gazetteer
from twosource.annotate.parse import Parser
from twosource.annotate.stages import annotate, table
from twosource.document import document
from twosource.records import Annotation, Article, Event, Toll

HERE = pathlib.Path(__file__).parent / "occurrences"
REPORTS = sorted(HERE.glob("*.txt"))


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer()


def harm(annotation: Annotation) -> list[Event]:
    """The single events that are told as facts and name dead or hurt."""
    real = [e for e in annotation.events if e.single and e.status in ("asserted", "alleged")]
    return [e for e in real if e.type in ("ASSAULT", "ACCIDENT", "DISASTER") and (e.killed or e.injured)]


def toll(value: Toll | None) -> list[int | None] | None:
    return None if value is None else [value.low, value.best, value.high]


def told(annotation: Annotation, event: Event, wanted: dict[str, Any]) -> dict[str, Any]:
    """What an event says in the fields that are asked for."""
    everything = {
        "type": event.type,
        "killed": toll(event.killed),
        "injured": toll(event.injured),
        "actor": event.actor and event.actor.name,
        "date": event.date and event.date.value,
        "place": None if event.place is None else annotation.places[event.place].name,
    }
    return {field: everything[field] for field in wanted}


@pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.stem)
def test_each_occurrence_once_with_all_that_is_told_of_it(parser: Parser, gazetteer: Gazetteer, report: pathlib.Path) -> None:
    published, _, text = report.read_text(encoding="utf-8").partition("\n\n")
    wanted = [json.loads(line) for line in report.with_suffix(".jsonl").read_text(encoding="utf-8").splitlines()]
    annotation = annotate(document(Article("a", "a", text, published=published)), table(parser, gazetteer)).annotation
    found = harm(annotation)
    assert len(found) == len(wanted)
    assert [told(annotation, e, w) for e, w in zip(found, wanted, strict=True)] == wanted


def test_every_report_has_its_record() -> None:
    assert len(REPORTS) >= 10
    assert {p.stem for p in REPORTS} == {p.stem for p in HERE.glob("*.jsonl")}
