"""Mentions of one person or organisation come together under the longest name."""

from twosource.annotate.entities import entities
from twosource.annotate.parse import Parser
from twosource.annotate.sentences import sentences
from twosource.document import document
from twosource.records import Article, Place, Span


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


def named(parser: Parser, text: str) -> dict[str, str]:
    """Each entity's name and its kind."""
    doc = document(Article("x", "x", text))
    split = parser.parse(doc, sentences(doc))
    places = tuple(
        Place(Span(at, at + len(word), word), "location", word) for word in ("Ghana", "Arica") if (at := text.find(word)) >= 0
    )
    return {e.name: e.kind for e in entities(doc, split, places)}


def test_a_body_named_for_its_place_is_a_body(parser: Parser) -> None:
    found = named(parser, "The Electoral Commission of Ghana said the count would go on.")
    assert found["Electoral Commission of Ghana"] == "organization"
    assert "Ghana" not in found


def test_a_place_alone_stays_a_place(parser: Parser) -> None:
    assert named(parser, "Two ships left Arica on Monday.")["Arica"] == "place"


def test_a_person_whom_the_recogniser_overlooks(parser: Parser) -> None:
    assert named(parser, "The first borrower was Aino Peetsalu, 71, a retired engineer.")["Aino Peetsalu"] == "person"
