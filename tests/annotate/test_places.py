"""Places: found, read in the right sense, put on the map; and what cannot be told is left out."""

import concurrent.futures
import pathlib
import threading
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from twosource.annotate import gazetteer_index
from twosource.annotate.gazetteer import Gazetteer
from twosource.annotate.gazetteer_build import COUNTRY
from twosource.annotate.outlet_home import home_of
from twosource.annotate.parse import Parser
from twosource.annotate.place_names import fold_all, folded, hash_all, hashed
from twosource.annotate.places import places
from twosource.annotate.sentences import sentences
from twosource.document import document
from twosource.records import Article, Document, Part, Place, Sentence, Span


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer()


def read(parser: Parser, gazetteer: Gazetteer, *lines: str, outlet: str | None = None) -> dict[str, Place]:
    text = "\n".join(lines)
    starts = [sum(len(x) + 1 for x in lines[:i]) for i in range(len(lines))]
    spans = [Span(s, s + len(line), line) for s, line in zip(starts, lines, strict=True)]
    parts = tuple(Part("body", s) for s in spans)
    whole = Document("d", "d", None, outlet, None, (), None, None, "en", text, (), parts)
    found = places(gazetteer, whole, parser.parse(whole, tuple(Sentence(s, "body", (), ()) for s in spans)))
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
        ("The appeal to Ankara failed.", "Ankara", "metonym"),
        ("Ankara was condemned by the union.", "Ankara", "metonym"),
        ("The region relies on Norway for gas.", "Norway", "metonym"),
        ("The Bogota coach resigned.", "Bogota", "metonym"),
        ("Norway's refusal surprised the union.", "Norway", "metonym"),
        ("Norway's coast is long.", "Norway", "location"),
    ],
)
def test_sense(parser: Parser, gazetteer: Gazetteer, text: str, name: str, sense: str) -> None:
    assert read(parser, gazetteer, text)[name].sense == sense


CASES = [
    tuple(line.split("\t"))
    for line in pathlib.Path(__file__).with_name("places.tsv").read_text(encoding="utf8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("outlet", "text", "expected"), CASES, ids=[text[:70] for _, text, _ in CASES])
def test_where_it_is(parser: Parser, gazetteer: Gazetteer, outlet: str, text: str, expected: str) -> None:
    found = read(parser, gazetteer, *text.split(" / "), outlet=None if outlet == "-" else outlet)
    for one in expected.split("; "):
        words, name, country, precision = one.split("|")
        place = found[words]
        told = (place.name if place.precision else "-", place.country or "-", place.precision or "-")
        assert told == (name, country, precision), words


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


@pytest.mark.parametrize("cut", [5000, 10, 0])
def test_a_broken_index_is_built_anew(tmp_path: pathlib.Path, gazetteer: Gazetteer, cut: int) -> None:
    Gazetteer(tmp_path)
    kept = next(tmp_path.glob("gazetteer-*.bin"))
    whole = kept.stat().st_size
    kept.write_bytes(kept.read_bytes()[:cut])
    again = Gazetteer(tmp_path)
    assert kept.stat().st_size == whole
    assert again.candidates("Valparaiso") == gazetteer.candidates("Valparaiso")
    assert [p.name for p in tmp_path.iterdir()] == [kept.name]


def test_of_many_workers_one_builds(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built: list[int] = []
    together = threading.Barrier(4)

    def build() -> dict[str, NDArray[Any]]:
        built.append(1)
        return {"names": np.arange(7, dtype=np.uint8)}

    def use() -> list[int]:
        together.wait()
        return [int(n) for n in gazetteer_index.index(tmp_path)["names"]]

    monkeypatch.setattr(gazetteer_index, "built", build)
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        results = [f.result() for f in [pool.submit(use) for _ in range(4)]]
    assert results == [list(range(7))] * 4
    assert len(built) == 1
    assert len(list(tmp_path.iterdir())) == 1


def test_a_folder_that_cannot_be_made_costs_only_time(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(gazetteer_index, "built", lambda: {"names": np.arange(3, dtype=np.uint8)})
    assert len(gazetteer_index.index(tmp_path / "file" / "cache")["names"]) == 3


NAMES = [
    "St. Louis",
    "the St. John's",
    "São Paulo",
    "O'Fallon",
    "Mt. Pleasant",
    "Saint-Denis",
    "  x  y ",
    "Łódź",
    "The The",
    "A",
    "",
]


@given(st.lists(st.text(alphabet="aA-.,' éß’Theøs", max_size=12), max_size=8))
def test_names_are_folded_and_hashed_alike_one_by_one_and_together(names: list[str]) -> None:
    names = [*NAMES, *names]
    text, starts = fold_all(names, b"Fort Lee\nFt. Lee\n")
    lines = text.decode().split("\n")[:-1]
    assert lines == [folded(name) for name in [*names, "Fort Lee", "Ft. Lee"]]
    assert [int(h) for h in hash_all(text, starts)] == [hashed(line) for line in lines]
    assert lines[-1] == lines[-2]


def test_a_line_break_in_a_name_is_refused() -> None:
    with pytest.raises(ValueError, match="lines"):
        fold_all(["a\nb"])


@pytest.mark.parametrize(
    ("outlet", "url", "country", "names"),
    [
        ("The Arica Daily News", None, None, ("arica",)),
        (None, "https://www.aricaregister.com/a/b", None, ("arica",)),
        (None, "https://news.lasvegassun.example.co.uk/x", "GB", ("lasvegas", "las vegas", "example")),
        ("aricatimes.cl", None, "CL", ("arica",)),
        ("The Daily News", "https://news.tv", None, ()),
        (None, None, None, ()),
    ],
)
def test_where_an_outlet_is_at_home(outlet: str | None, url: str | None, country: str | None, names: tuple[str, ...]) -> None:
    home = home_of(outlet, url)
    assert (home.country, home.names) == (country, names)


def test_an_archived_address_is_that_of_the_outlet() -> None:
    home = home_of(None, "https://web.archive.org/web/20150818/http://www.aricaregister.cl:80/a/b")
    assert (home.country, home.names) == ("CL", ("arica",))


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("Man hurt in Jackson fire - KXYZ News - Jackson, MI", "Michigan"),
        ("Man hurt in Jackson fire | KXYZ, South Georgia News", "Georgia"),
        ("Man hurt in Jackson fire", "Mississippi"),
    ],
)
def test_what_stands_behind_a_headline_tells_where_a_station_is(
    parser: Parser, gazetteer: Gazetteer, title: str, place: str
) -> None:
    text = document(Article("a", "a", "A man was hurt in a fire in Jackson on Monday.", title=title))
    found = places(gazetteer, text, parser.parse(text, sentences(text)))
    assert [p.admin1 for p in found if p.name == "Jackson" and p.span.text == "Jackson"][-1] == place


@pytest.mark.parametrize("words", ["the Southwest Side", "Metro", "Downtown"])
def test_words_for_parts_of_a_town_are_no_names(parser: Parser, gazetteer: Gazetteer, words: str) -> None:
    text = document(Article("a", "a", f"A man was hurt in {words} on Monday, Quincy police said."))
    assert words not in [p.span.text for p in places(gazetteer, text, parser.parse(text, sentences(text)))]


def test_a_quarter_is_in_the_town_that_it_is_said_to_be_in(parser: Parser, gazetteer: Gazetteer) -> None:
    found = read(parser, gazetteer, "A man was hurt in the Dallas section of Quincy, Illinois, on Monday.")
    assert found["Dallas"].admin1 == "Illinois"


def test_a_street_in_a_town_is_not_one_of_its_name(parser: Parser, gazetteer: Gazetteer) -> None:
    found = read(parser, gazetteer, "A man was hurt on a Brooklyn street on Monday. He moved from Elm Street, Queens.")
    assert found["Brooklyn"].lat is not None
