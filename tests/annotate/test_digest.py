"""Round-ups tell several matters, and no town or toll of one is another's."""

import pytest

from twosource.annotate.digest import labels, matters
from twosource.annotate.gazetteer import Gazetteer
from twosource.annotate.parse import Parser
from twosource.annotate.sentences import sentences
from twosource.annotate.stages import annotate, table
from twosource.document import document
from twosource.records import Article

ROUND_UP = """AROUND THE COAST

ARICA. A man of 40 died in a fire on Friday. It began in a kitchen.

TALCA. Guards beat a boy outside the station on Saturday, his mother said. He lost a tooth.

LA SERENA - Two women were hurt in a crash on Sunday."""


def of(text: str) -> list[list[str]]:
    doc = document(Article("x", "x", text))
    split = sentences(doc)
    return [[split[i].span.text for i in matter] for matter in matters(doc, split)]


def test_each_label_begins_a_matter() -> None:
    told = [" ".join(t) for t in of(ROUND_UP)]
    assert [t.split()[0] for t in told] == ["AROUND", "ARICA.", "TALCA.", "LA"]
    assert told[1].endswith("It began in a kitchen.")
    assert told[2].endswith("He lost a tooth.")


@pytest.mark.parametrize(
    "text",
    [
        "ARICA - A man of 40 died in a fire on Friday.\n\nIt began in a kitchen.",
        "RUIZ: Good morning.\n\nSOTO: Good morning. You were there?",
        "A FIRE. IT BEGAN IN A KITCHEN.\n\nTWO MEN. THEY DIED IN IT.",
        "",
    ],
)
def test_a_dateline_a_transcript_and_capitals_throughout_are_no_round_up(text: str) -> None:
    doc = document(Article("x", "x", text))
    assert labels(doc, sentences(doc)) == []
    assert len(matters(doc, sentences(doc))) == 1


def test_a_matter_of_a_round_up_has_its_own_town_and_toll(parser: Parser) -> None:
    read = table(parser, Gazetteer())
    found = annotate(document(Article("x", "x", ROUND_UP, published="2031-03-10")), read).annotation
    told = {(e.type, found.places[e.place].name if e.place is not None else None) for e in found.events}
    assert {("ACCIDENT", "Arica"), ("ASSAULT", "Talca"), ("ACCIDENT", "La Serena")} <= told
