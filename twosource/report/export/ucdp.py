"""How does a briefing fit beside UCDP GED? Lethal violence in the columns of its yearly release (version 24).

UCDP counts fights of organised actors by conflicts and dyads of its own lists; these ids, and the kind of violence, are empty
here. Attacks (ASSAULT) with at least one person killed are exported. `number_of_sources` counts independent sources.
"""

from twosource.records import Briefing, LedgerEvent
from twosource.report.export.tables import Cell, as_csv
from twosource.report.export.told import HAPPENED, Telling, days_of, digest, tellings
from twosource.values.dates import Days

COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
    "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id",
    "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office", "source_date", "source_headline",
    "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2", "latitude", "longitude",
    "geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity", "date_prec", "date_start", "date_end",
    "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
)  # fmt: skip
WHERE_PREC = {"point": 1, "city": 1, "admin1": 4, "region": 5, "country": 6}
"""1 the exact place, 4 the first-order division, 5 a feature or area without one, 6 the country."""
CLEAR, AGGREGATED = 1, 2
"""event_clarity: told so that the event stands alone; 2 is for sums over several, which the ledger leaves out."""


def ucdp(briefing: Briefing, made: str = "") -> dict[str, bytes]:
    """`ged.csv`."""
    rows = [row for event, told in tellings(briefing) if (row := _row(event, told))]
    return {"ged.csv": as_csv(COLUMNS, [[row.get(c) for c in COLUMNS] for row in rows])}


def date_prec(days: Days) -> int:
    """1 the day, 2 two to six days, 3 a week, 4 up to a month, 5 longer."""
    length = (days[1] - days[0]).days + 1
    return 1 if length == 1 else 2 if length < 7 else 3 if length == 7 else 4 if length <= 31 else 5


def _row(event: LedgerEvent, told: tuple[Telling, ...]) -> dict[str, Cell] | None:
    toll = event.killed
    if event.type != "ASSAULT" or event.status not in HAPPENED or toll is None or not (toll.best or toll.low):
        return None
    days, place = days_of(event), event.place
    point = (place.lat, place.lon) if place and place.lat is not None and place.lon is not None else None
    return {
        "id": int(digest(event.id)[:12], 16),
        "relid": event.id,
        "year": days[0].year if days else None,
        "code_status": "Clear",
        "side_a": event.actor.name if event.actor else None,
        "side_b": event.target.name if event.target else None,
        "number_of_sources": event.independent_sources,
        "source_article": [f"{t.article.outlet or t.article.id}, {t.article.published or 'no date'}" for t in told],
        "source_office": list(dict.fromkeys(t.article.outlet for t in told if t.article.outlet)),
        "source_date": list(dict.fromkeys(t.article.published for t in told if t.article.published)),
        "source_headline": list(dict.fromkeys(t.article.title for t in told if t.article.title)),
        "source_original": [s.name for s in event.sources],
        "where_prec": WHERE_PREC.get(place.precision or "") if place else None,
        "where_coordinates": place.name if place else None,
        "where_description": told[0].words,
        "adm_1": place.admin1 if place else None,
        "latitude": point[0] if point else None,
        "longitude": point[1] if point else None,
        "geom_wkt": f"POINT ({point[1]} {point[0]})" if point else None,
        "country": place.country if place else None,
        "event_clarity": CLEAR,
        "date_prec": date_prec(days) if days else None,
        "date_start": days[0].isoformat() if days else None,
        "date_end": days[1].isoformat() if days else None,
        "best": toll.best if toll.best is not None else toll.low,
        "high": toll.high,
        "low": toll.low,
    }
