"""Are numbers given their bounds, units and modifiers, and other figures left alone?"""

import pytest

from twosource.annotate.parse import Parser
from twosource.annotate.quantities import quantities
from twosource.records import Document, Quantity, Sentence, Span


def found(parser: Parser, text: str) -> tuple[Quantity, ...]:
    sentence = Sentence(Span(0, len(text), text), "body", (), ())
    whole = Document("x", "x", None, None, None, (), None, None, "en", text, (), ())
    return quantities(parser.parse(whole, (sentence,)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 12 people were killed.", ("At least 12", 12, 12, None, "person", "at least")),
        ("Up to 30 miners died.", ("Up to 30", None, 30, 30, "person", "up to")),
        ("The fine was cut by $2.5 million.", ("$2.5 million", 2.5e6, 2.5e6, 2.5e6, "USD", None)),
        ("Prices rose by 10 per cent.", ("10 per cent", 10, 10, 10, "percent", None)),
        ("The trucks carried about 3,000 tonnes of grain.", ("about 3,000 tonnes", 3000, 3000, 3000, "tonne", "about")),
        ("Dozens of villagers fled.", ("Dozens", 24, None, 99, "person", "dozens")),
        ("The quake flattened 20 to 25 houses.", ("20 to 25", 20, 22.5, 25, "house", None)),
        ("A 47-year-old nurse was hurt.", ("47-year-old", 47, 47, 47, "year-old", None)),
    ],
)
def test_a_number_with_its_unit(parser: Parser, text: str, expected: tuple[object, ...]) -> None:
    [q] = found(parser, text)
    assert (q.span.text, q.low, q.best, q.high, q.unit, q.modifier) == expected
    assert text[q.number.start : q.number.end] == q.number.text


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sank on May 3, 2021.",
        "The meeting began at 9 p.m.",
        "The home side won 3-2.",
        "The bridge was built in 1998.",
        "One of them left.",
    ],
)
def test_what_is_no_count(parser: Parser, text: str) -> None:
    assert found(parser, text) == ()


def test_from_and_to_are_two_numbers(parser: Parser) -> None:
    assert [q.best for q in found(parser, "The toll rose from 10 to 12.")] == [10, 12]
