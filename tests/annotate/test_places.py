"""Places: found, read in the right sense, put on the map; and what cannot be told is left out."""

import pathlib

import pytest

from twosource.annotate.gazetteer import COUNTRY, Gazetteer, folded
from twosource.annotate.parse import Parser
from twosource.annotate.places import places
from twosource.records import Document, Part, Place, Sentence, Span


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer()


def read(parser: Parser, gazetteer: Gazetteer, *lines: str) -> dict[str, Place]:
    text = "\n".join(lines)
    starts = [sum(len(x) + 1 for x in lines[:i]) for i in range(len(lines))]
    spans = [Span(s, s + len(line), line) for s, line in zip(starts, lines, strict=True)]
    parts = tuple(Part("body", s) for s in spans)
    document = Document("d", "d", None, None, None, (), None, None, "en", text, (), parts)
    found = places(gazetteer, document, parser.parse(document, tuple(Sentence(s, "body", (), ()) for s in spans)))
    assert all(text[p.span.start : p.span.end] == p.span.text for p in found)
    return {p.span.text: p for p in found}


def test_a_state_written_after_a_town_decides(parser: Parser, gazetteer: Gazetteer) -> None:
    found = read(parser, gazetteer, "A warehouse burned down in Paris, Texas, on Monday.")
    assert (found["Paris"].country, found["Paris"].admin1, found["Paris"].precision) == ("US", "Texas", "city")
    assert (found["Texas"].country, found["Texas"].precision) == ("US", "admin1")


def test_without_other_evidence_the_great_city_is_meant(parser: Parser, gazetteer: Gazetteer) -> None:
    found = read(parser, gazetteer, "A warehouse burned down in Paris on Monday.")
    assert found["Paris"].country == "FR"


def test_the_rest_of_the_article_decides(parser: Parser, gazetteer: Gazetteer) -> None:
    found = read(parser, gazetteer, "Ukrainian firemen worked in Odessa.", "Trains to Mykolaiv and Kherson in Ukraine stopped.")
    assert found["Odessa"].country == "UA"
    assert found["Ukrainian"].sense == "demonym"
    assert (found["Ukrainian"].country, found["Ukrainian"].precision) == ("UA", "country")


def test_equally_good_towns_far_apart_are_left_unresolved(parser: Parser, gazetteer: Gazetteer) -> None:
    place = read(parser, gazetteer, "The bus stopped in Springfield.")["Springfield"]
    assert (place.geonames_id, place.lat, place.lon, place.country, place.precision) == (None,) * 5


@pytest.mark.parametrize(
    ("text", "name", "sense"),
    [
        ("Ankara said the pact had lapsed.", "Ankara", "metonym"),
        ("The talks between Lima and Bogota failed.", "Lima", "metonym"),
        ("The bus left Lima for Bogota.", "Lima", "location"),
        ("Snow fell in Ankara.", "Ankara", "location"),
        ("Chilean miners went on strike.", "Chilean", "demonym"),
        ("The Norwegians won.", "Norwegians", "demonym"),
    ],
)
def test_sense(parser: Parser, gazetteer: Gazetteer, text: str, name: str, sense: str) -> None:
    assert read(parser, gazetteer, text)[name].sense == sense


def test_a_tongue_is_no_place(parser: Parser, gazetteer: Gazetteer) -> None:
    assert read(parser, gazetteer, "She spoke in Spanish.") == {}


@pytest.mark.parametrize("short", ["US", "U.S.", "the United States", "USA"])
def test_short_names_of_countries(gazetteer: Gazetteer, short: str) -> None:
    assert "US" in {c.country for c in gazetteer.candidates(short) if c.kind == COUNTRY}


def test_abbreviations_of_states_are_read_by_case_and_dots(gazetteer: Gazetteer) -> None:
    louisiana = gazetteer.state("La.")
    assert louisiana is not None
    assert louisiana.name == "Louisiana"
    assert gazetteer.state("L.A.") is None


def test_names_are_compared_without_accents_case_and_dots() -> None:
    assert folded("São  Paulo") == folded("SAO PAULO")
    assert folded("St. Louis") == folded("Saint Louis")


def test_a_broken_index_is_built_anew(tmp_path: pathlib.Path, gazetteer: Gazetteer) -> None:
    Gazetteer(tmp_path)
    kept = next(tmp_path.glob("gazetteer-*.npz"))
    whole = kept.stat().st_size
    kept.write_bytes(kept.read_bytes()[:5000])
    again = Gazetteer(tmp_path)
    assert kept.stat().st_size == whole
    assert again.candidates("Valparaiso") == gazetteer.candidates("Valparaiso")
    assert [p.name for p in tmp_path.iterdir()] == [kept.name]
