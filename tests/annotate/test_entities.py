"""Mentions of one person or organisation come together under the longest name."""

from twosource.annotate.entities import entities
from twosource.annotate.parse import Parser
from twosource.annotate.sentences import sentences
from twosource.document import document
from twosource.records import Article


def test_person_under_the_full_name(parser: Parser) -> None:
    text = "Carla Soto opened the harbour in Arica on Monday. Ms Soto thanked the crew. The crowd cheered Soto for an hour."
    doc = document(Article("x", "x", text))
    people = [e for e in entities(doc, parser.parse(doc, sentences(doc)), ()) if e.kind == "person"]
    assert [e.name for e in people] == ["Carla Soto"]
    assert len(people[0].mentions) == 3
    assert all(text[m.start : m.end] == m.text for m in people[0].mentions)


def test_ids_depend_on_content_alone(parser: Parser) -> None:
    def ids(text: str) -> list[str]:
        doc = document(Article("x", "x", text))
        return [e.id for e in entities(doc, parser.parse(doc, sentences(doc)), ()) if e.kind == "person"]

    assert ids("On Monday Carla Soto left.") == ids("Carla Soto came back to Arica.") != []
