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


HEADED = """COAST ROUND-UP FOR FRIDAY

Woman shot dead in Talca

A woman of 47 was shot dead in her drive in Talca on Monday evening, a detective says.

Boiler bursts in Arica

A boiler exploded in a laundry in Arica on Tuesday and killed three people, a fire officer says.
"""


def test_a_round_up_has_a_matter_under_each_heading(parser: Parser) -> None:
    found = annotate(document(Article("x", "x", HEADED, published="2031-03-07")), table(parser, Gazetteer())).annotation
    told = {
        (e.type, found.places[e.place].name if e.place is not None else None, e.killed and e.killed.best) for e in found.events
    }
    assert {("ASSAULT", "Talca", 1), ("ACCIDENT", "Arica", 3)} == told
    other = HEADED.replace("COAST ROUND-UP FOR FRIDAY", "A hard week on the coast")
    doc = document(Article("x", "x", other))
    assert len(matters(doc, sentences(doc))) == 1


LIVE = """All times are local. Newest first.

19:02 Pier open again

The pier of Talca has been opened again, the harbour master says.

14:25 "I lay in a ditch"

Soldiers and rebels shot at each other across the bridge of Arica on Friday, a driver tells us.

11:30 Osorno

Two people who were hurt in Saturday's fire in a hotel in Osorno have died, a doctor says. That makes 21 dead.

09:05 Good morning

Schools in La Serena are open today.
"""


def test_an_entry_of_a_live_page_has_its_own_day_and_town(parser: Parser) -> None:
    found = annotate(document(Article("x", "x", LIVE, published="2031-03-10")), table(parser, Gazetteer())).annotation
    fire = next(e for e in found.events if e.type == "ACCIDENT")
    assert (fire.date and fire.date.value, found.places[fire.place or 0].name) == ("2031-03-08", "Osorno")
    assert fire.killed is not None
    assert fire.killed.best == 21
    doc = document(Article("x", "x", "5:59 a.m.: This page was mended.\n\n6:10 a.m.: It was mended again."))
    assert len(matters(doc, sentences(doc))) == 1


CHRONICLE = """If you slept through it, here is what you missed.

WEDNESDAY, 5 A.M. Officers of the customs arrested Luis Rojas in his kitchen in Arica, his lawyer Ana Lind told me.

THURSDAY, ALL DAY. Dockers marched to the harbour with umbrellas. By four it rained.
"""


def test_the_days_that_open_the_paragraphs_of_a_chronicle_are_those_of_its_events(parser: Parser) -> None:
    found = annotate(document(Article("x", "x", CHRONICLE, published="2031-03-10")), table(parser, Gazetteer())).annotation
    assert [(e.type, e.date and e.date.value) for e in found.events] == [("COERCE", "2031-03-05"), ("PROTEST", "2031-03-06")]
    assert found.events[0].attribution is not None
    undated = annotate(document(Article("x", "x", CHRONICLE)), table(parser, Gazetteer())).annotation
    assert [e.date for e in undated.events] == [None, None]


def test_a_matter_of_a_round_up_has_its_own_town_and_toll(parser: Parser) -> None:
    read = table(parser, Gazetteer())
    found = annotate(document(Article("x", "x", ROUND_UP, published="2031-03-10")), read).annotation
    told = {(e.type, found.places[e.place].name if e.place is not None else None) for e in found.events}
    assert {("ACCIDENT", "Arica"), ("ASSAULT", "Talca"), ("ACCIDENT", "La Serena")} <= told
