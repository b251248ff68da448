"""The places of datelines, of the police of a town, and of streets, in invented reports."""

import pytest

from twosource.annotate.gazetteer import Gazetteer
from twosource.annotate.parse import Parser
from twosource.annotate.places import places
from twosource.annotate.sentences import sentences as split
from twosource.document import document
from twosource.records import Article, Place


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer()


def read(parser: Parser, gazetteer: Gazetteer, text: str) -> dict[str, Place]:
    given = document(Article("a", "a", text))
    return {p.span.text: p for p in places(gazetteer, given, parser.parse(given, split(given)))}


BODY = "The mayor said that a bridge was closed to lorries and that the works would last for a month at least."


@pytest.mark.parametrize(
    ("dateline", "name", "admin1"),
    [
        ("MEMPHIS, Tenn. (AP) — ", "MEMPHIS", "Tennessee"),
        ("BIRMINGHAM, Ala. - ", "BIRMINGHAM", "Alabama"),
        ("KYIV, Ukraine, May 6 (Reuters) - ", "KYIV", "Kyiv"),
        ("CHICAGO — ", "CHICAGO", "Illinois"),
    ],
)
def test_a_dateline_names_a_place(parser: Parser, gazetteer: Gazetteer, dateline: str, name: str, admin1: str) -> None:
    found = read(parser, gazetteer, dateline + BODY)
    assert found[name].admin1 == admin1


def test_the_dateline_decides_between_towns_of_one_name(parser: Parser, gazetteer: Gazetteer) -> None:
    found = read(parser, gazetteer, "BIRMINGHAM, Ala. - " + BODY + " Traffic in Birmingham came to a halt in the evening.")
    assert found["Birmingham"].admin1 == "Alabama"


def test_the_police_of_a_town_name_the_town(parser: Parser, gazetteer: Gazetteer) -> None:
    found = read(parser, gazetteer, "The Louisville Metropolitan Police Department closed a bridge. " + BODY)
    assert found["Louisville"].admin1 == "Kentucky"


def test_a_street_is_no_town(parser: Parser, gazetteer: Gazetteer) -> None:
    text = "A house burned down in Chicago on Monday. The house stood in the 800 block of South Marquette. " + BODY
    assert all(p.lat is None for name, p in read(parser, gazetteer, text).items() if "Marquette" in name)
