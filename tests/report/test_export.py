"""Every exported file is read back by a library of its format, and says what the briefing says."""

import csv
import io
import json
from typing import Any

import geojson as geojson_library
import msgspec
import pandas
import polars
import pyarrow.parquet
import pytest
import rdflib
import stix2
from pyld import jsonld as pyld
from rdflib.namespace import RDF, SDO
from shapely.geometry import shape

from tests.report.made import HOSTILE, briefing
from twosource.records import Briefing, EventDate, MergedToll, Party, Place, Span
from twosource.report.export import EXPORTERS
from twosource.report.export.acled import COLUMNS as ACLED
from twosource.report.export.codes import acled_type, cameo
from twosource.report.export.gdelt import EVENTS, MENTIONS, fips
from twosource.report.export.tables import tables
from twosource.report.export.told import articles
from twosource.report.export.ucdp import COLUMNS as UCDP
from twosource.report.export.ucdp import date_prec
from twosource.values.dates import interval

MADE = "2031-05-07T08:09:10Z"


def files(form: str, given: Briefing) -> dict[str, bytes]:
    return dict(EXPORTERS[form](given, MADE))


def shelling(**changes: Any) -> Briefing:
    """The small briefing with its event made an attack with two dead."""
    given = briefing()
    event = msgspec.structs.replace(
        given.events[0], type="ASSAULT", mode="heavy-weapons", actor=Party("the Northern Front", Span(0, 4, "Four")),
        killed=MergedToll(2, 2, 3), **changes,
    )  # fmt: skip
    return msgspec.structs.replace(given, events=(event,))


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


# ------------------------------------------------------------------------------------------------------------- the tables


def test_csv_is_read_back_by_pandas(pile: Briefing) -> None:
    made = files("csv", pile)
    assert set(made) == {f"{t.name}.csv" for t in tables(pile)}
    read = {name: pandas.read_csv(io.BytesIO(data), keep_default_na=False, dtype=str) for name, data in made.items()}
    for table in tables(pile):
        assert list(read[f"{table.name}.csv"].columns) == list(table.columns)
        assert len(read[f"{table.name}.csv"]) == len(table.rows) > 0
    assert list(read["articles.csv"]["text"]) == [a.text for a in articles(pile)]
    assert list(read["events.csv"]["independent_sources"]) == [str(e.independent_sources) for e in pile.events]
    keys = set(read["articles.csv"]["article"])
    assert set(read["reports.csv"]["article"]) <= keys
    assert set(read["reports.csv"]["event"]) == set(read["events.csv"]["event"])


def test_an_unknown_cell_is_empty_in_csv_and_null_in_parquet(pile: Briefing) -> None:
    unknown = next(e for e in pile.events if e.date is None)
    row = next(r for r in rows(files("csv", pile)["events.csv"]) if r["event"] == unknown.id)
    assert row["date"] == ""
    table = pyarrow.parquet.read_table(io.BytesIO(files("parquet", pile)["events.parquet"])).to_pylist()
    assert next(r for r in table if r["event"] == unknown.id)["date"] is None


def test_parquet_keeps_types_and_values(pile: Briefing) -> None:
    made = files("parquet", pile)
    for table in tables(pile):
        read = pyarrow.parquet.read_table(io.BytesIO(made[f"{table.name}.parquet"]))
        assert read.column_names == list(table.columns)
        assert [tuple(r.values()) for r in read.to_pylist()] == [tuple(r) for r in table.rows]
    frame = polars.read_parquet(made["events.parquet"])
    assert frame["killed_best"].dtype == polars.Int64
    assert frame["lat"].dtype == polars.Float64


def test_spans_of_reports_hold_their_words(pile: Briefing) -> None:
    texts = {a.id: a.text for a in articles(pile)}
    for row in rows(files("csv", pile)["reports.csv"]):
        cover = texts[row["article"]][int(row["start"]) : int(row["end"])]
        assert all(part in cover for part in row["words"].split(" … "))


def test_no_rows_make_an_empty_table() -> None:
    empty = msgspec.structs.replace(briefing(), events=(), stories=())
    assert rows(files("csv", empty)["events.csv"]) == []
    assert pyarrow.parquet.read_table(io.BytesIO(files("parquet", empty)["events.parquet"])).num_rows == 0


# ------------------------------------------------------------------------------------------------------------------- maps


def test_geojson_is_valid_and_its_points_are_the_places(pile: Briefing) -> None:
    read = geojson_library.loads(files("geojson", pile)["events.geojson"].decode())
    assert isinstance(read, geojson_library.FeatureCollection)
    assert read.is_valid
    assert len(read.features) == len(pile.events)
    for feature, event in zip(read.features, pile.events, strict=True):
        if event.place and event.place.lat is not None:
            point = shape(feature.geometry)
            assert (point.x, point.y) == (event.place.lon, event.place.lat)
        else:
            assert feature.geometry is None
        assert feature.properties["verdict"] == event.verdict
        if event.killed:
            assert feature.properties["killed_low"] == event.killed.low


# ------------------------------------------------------------------------------------------------------------- event data


def test_gdelt_has_its_columns_and_codes() -> None:
    made = files("gdelt", shelling())
    events = pandas.read_csv(io.BytesIO(made["events.export.CSV"]), sep="\t", header=None, names=EVENTS, dtype=str)
    mentions = pandas.read_csv(io.BytesIO(made["mentions.CSV"]), sep="\t", header=None, names=MENTIONS, dtype=str)
    assert (len(EVENTS), len(MENTIONS)) == (61, 16)
    assert json.loads(made["columns.json"]) == {"events.export.CSV": list(EVENTS), "mentions.CSV": list(MENTIONS)}
    (row,) = events.to_dict("records")
    assert (row["SQLDATE"], row["MonthYear"], row["Year"]) == ("20310505", "203105", "2031")
    assert (row["EventCode"], row["EventRootCode"], row["QuadClass"], row["GoldsteinScale"]) == ("194", "19", "4", "-10.0")
    assert (row["Actor1Name"], row["NumSources"], row["NumArticles"]) == ("THE NORTHERN FRONT", "1", "2")
    assert (row["ActionGeo_CountryCode"], row["ActionGeo_Lat"]) == ("CI", "-39.81"), "Chile is CI in FIPS 10-4"
    assert row["DATEADDED"] == "20310507080910"
    assert list(mentions["GLOBALEVENTID"]) == [row["GLOBALEVENTID"]] * 2
    assert list(mentions["MentionTimeDate"]) == ["20310506000000"] * 2


def test_a_tab_or_line_end_in_a_name_breaks_no_line() -> None:
    made = files("gdelt", shelling(target=Party("the\tfar\r\nside", Span(0, 4, "Four"))))
    assert made["events.export.CSV"].count(b"\n") == 1
    assert b"THE FAR SIDE" in made["events.export.CSV"]


@pytest.mark.parametrize("form", ["gdelt", "acled", "ucdp"])
def test_what_is_planned_or_denied_is_not_listed_as_having_happened(form: str) -> None:
    main = {"gdelt": "events.export.CSV", "acled": "acled.csv", "ucdp": "ged.csv"}[form]
    happened, planned = (files(form, shelling(status=s))[main].count(b"\n") for s in ("asserted", "planned"))
    assert happened == planned + 1


def test_acled_has_its_columns_and_types() -> None:
    (row,) = rows(files("acled", shelling())["acled.csv"])
    assert list(row) == list(ACLED)
    assert (row["event_date"], row["time_precision"], row["geo_precision"]) == ("2031-05-05", "1", "1")
    assert (row["event_type"], row["sub_event_type"]) == ("Explosions/Remote violence", "Shelling/artillery/missile attack")
    assert (row["disorder_type"], row["fatalities"], row["iso"], row["country"]) == ("Political violence", "2", "152", "Chile")
    assert row["inter1"] == "", "unknown stays empty"


def test_accidents_are_no_political_violence() -> None:
    assert rows(files("acled", briefing())["acled.csv"]) == []
    assert rows(files("ucdp", briefing())["ged.csv"]) == []
    assert files("gdelt", briefing())["events.export.CSV"] == b""


def test_ucdp_has_its_columns_and_ranges() -> None:
    (row,) = rows(files("ucdp", shelling())["ged.csv"])
    assert list(row) == list(UCDP)
    assert (row["best"], row["low"], row["high"], row["number_of_sources"]) == ("2", "2", "3", "1")
    assert (row["where_prec"], row["date_prec"], row["date_start"], row["date_end"]) == ("1", "1", "2031-05-05", "2031-05-05")
    assert shape({"type": "Point", "coordinates": [-73.25, -39.81]}).wkt == row["geom_wkt"]
    assert row["type_of_violence"] == "", "unknown stays empty"


@pytest.mark.parametrize(
    ("value", "grade"),
    [("2031-05-05", 1), ("2031-05-05/2031-05-07", 2), ("2031-W20", 3), ("2031-05", 4), ("2031-Q2", 5), ("2031", 5)],
)
def test_date_prec_follows_the_length(value: str, grade: int) -> None:
    days = interval(value)
    assert days
    assert date_prec(days) == grade


def test_a_country_is_no_exact_place() -> None:
    chile = Place(Span(0, 4, "Four"), "location", "Chile", None, -30.0, -71.0, "CL", None, "country")
    (row,) = rows(files("ucdp", shelling(place=chile, date=EventDate("2031", "year")))["ged.csv"])
    assert (row["where_prec"], row["date_prec"]) == ("6", "5")
    (row,) = rows(files("acled", shelling(place=chile, date=EventDate("2031", "year")))["acled.csv"])
    assert (row["geo_precision"], row["time_precision"]) == ("3", "")


def test_codes() -> None:
    code = cameo("PROTEST", "strike")
    assert code
    assert (code.code, code.base, code.root, code.quad) == ("143", "143", "14", 4)
    assert cameo("ACCIDENT", "fire") is None
    assert cameo("ASSAULT", "firearms") == cameo("ASSAULT", None), "a mode without a code of its own takes its type's"
    assert acled_type("ASSAULT", "crowd-control") == (
        "Political violence; Demonstrations", "Protests", "Excessive force against protesters",
    )  # fmt: skip
    assert acled_type("CONSULT", "visit") is None
    assert fips("UA") == "UP"


# ------------------------------------------------------------------------------------------------------------ linked data

TERMS = {
    "id": "@id",
    "type": "@type",
    "@vocab": "http://www.w3.org/ns/oa#",
    "selector": {"@id": "http://www.w3.org/ns/oa#hasSelector", "@type": "@id"},
    "source": {"@id": "http://www.w3.org/ns/oa#hasSource", "@type": "@id"},
    "target": {"@id": "http://www.w3.org/ns/oa#hasTarget", "@type": "@id"},
    "body": {"@id": "http://www.w3.org/ns/oa#hasBody", "@type": "@id"},
    "items": {"@id": "https://www.w3.org/ns/activitystreams#items", "@type": "@id", "@container": "@list"},
    "first": {"@id": "https://www.w3.org/ns/activitystreams#first", "@type": "@id"},
    "total": "https://www.w3.org/ns/activitystreams#totalItems",
}
"""Those terms of the Web Annotation context that are used here: the whole one lies on the network."""
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")


def test_annotations_are_read_back_and_their_selectors_hold(pile: Briefing) -> None:
    collection = json.loads(files("annotations", pile)["annotations.jsonld"])
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["total"] == len(collection["first"]["items"]) > 100

    def loader(address: str, options: dict[str, Any]) -> dict[str, Any]:
        assert address == collection["@context"]
        return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": address, "document": {"@context": TERMS}}

    (expanded,) = pyld.expand(collection, {"documentLoader": loader})
    graph = rdflib.Graph().parse(data=json.dumps(expanded), format="json-ld")
    assert len(set(graph.subjects(RDF.type, OA.Annotation))) == collection["total"], "each has a name of its own"
    texts = [a.text for a in articles(pile)]
    named, seen = set(), 0
    for item in collection["first"]["items"]:
        for target in [item["target"]] if isinstance(item["target"], dict) else item["target"]:
            named.add(target["source"])
            for position, quote in zip(target["selector"][::2], target["selector"][1::2], strict=True):
                around = quote.get("prefix", "") + quote["exact"] + quote.get("suffix", "")
                assert any(t[position["start"] : position["end"]] == quote["exact"] and around in t for t in texts)
                seen += 1
    assert seen > 200
    assert len(named) == len(texts)


def test_schema_org_is_read_back_by_rdflib(pile: Briefing) -> None:
    graph = rdflib.Graph().parse(data=files("jsonld", pile)["briefing.jsonld"], format="json-ld")
    assert {str(x) for x in graph.objects(None, SDO.articleBody)} == {a.text for a in articles(pile)}
    reviews = list(graph.subjects(RDF.type, SDO.ClaimReview))
    assert len(reviews) == len(pile.events)
    for review in reviews:
        (rating,) = graph.objects(review, SDO.reviewRating)
        assert str(graph.value(rating, SDO.alternateName)) in {e.verdict for e in pile.events}
        (claim,) = graph.objects(review, SDO.itemReviewed)
        for article in graph.objects(claim, SDO.appearance):
            assert (article, RDF.type, SDO.NewsArticle) in graph
    derived = [r for s in pile.stories for r in s.reuse if r.direction != "unknown"]
    assert len(list(graph.subject_objects(SDO.isBasedOn))) == len({(r.a, r.b) for r in derived})


# ---------------------------------------------------------------------------------------------------- intelligence, money


def test_stix_is_read_back_by_stix2(pile: Briefing) -> None:
    bundle = stix2.parse(files("stix", pile)["bundle.json"].decode())
    kinds = [o.type for o in bundle.objects]
    assert kinds.count("incident") == len(pile.events)
    assert kinds.count("note") == sum(len(e.reports) for e in pile.events)
    ids = {o.id for o in bundle.objects}
    assert len(ids) == len(bundle.objects)
    assert {o.precision for o in bundle.objects if o.type == "location" and o.name == "Rijeka"} == {25_000.0}, "metres"
    for o in bundle.objects:
        if o.type == "relationship":
            assert {o.source_ref, o.target_ref} <= ids
        if o.type == "note":
            assert set(o.object_refs) <= ids
    again = stix2.parse(files("stix", pile)["bundle.json"].decode())
    assert {o.id for o in again.objects} == ids, "the same briefing gives the same objects"


def test_ftm_is_read_back_by_followthemoney(pile: Briefing) -> None:
    why = "entities were NOT read back: followthemoney is not installed (it needs libicu-dev, so it is no requirement of ours)"
    library = pytest.importorskip("followthemoney", reason=why)
    lines = [json.loads(line) for line in files("ftm", pile)["entities.ftm.json"].splitlines()]
    read = [library.model.get_proxy(line) for line in lines]
    assert sum(p.schema.name == "Article" for p in read) == len(articles(pile))
    assert sum(p.schema.name == "Event" for p in read) == len(pile.events)
    ids = {p.id for p in read}
    for given, p in zip(lines, read, strict=True):
        assert set(given["properties"]) == set(p.properties), "every property is one of its schema"
        if p.schema.name == "Documentation":
            assert set(p.get("document")) | set(p.get("entity")) <= ids
    starts = {e.date.value for e in pile.events if e.date and e.date.precision == "day"}
    assert starts <= {d for p in read if p.schema.name == "Event" for d in p.get("startDate")}


# -------------------------------------------------------------------------------------------------------------- all forms


@pytest.mark.parametrize("form", EXPORTERS)
def test_hostile_text_and_lone_surrogates_break_no_form(form: str) -> None:
    for name, data in files(form, briefing(HOSTILE, HOSTILE + "\ud800\x00", HOSTILE)).items():
        if not name.endswith(".parquet"):
            data.decode("utf-8")


@pytest.mark.parametrize("form", EXPORTERS)
def test_ids_alone_cannot_be_exported(form: str) -> None:
    with pytest.raises(ValueError, match="ids alone"):
        files(form, msgspec.structs.replace(briefing(), articles=("a.txt", "b.txt")))
