"""Where do the events stand on other people's maps? GeoJSON (RFC 7946): one feature an event, a point or no geometry.

`reach_km` says how far from the point the event may have been: a country's point is no address.
"""

import json

from twosource.records import Briefing, MergedToll
from twosource.report.export.told import as_utf8, days_of, event_iri, tellings
from twosource.report.wording import what
from twosource.values.places import REACH_KM


def geojson(briefing: Briefing, made: str = "") -> dict[str, bytes]:
    """`events.geojson`."""
    features = []
    for event, told in tellings(briefing):
        place, days = event.place, days_of(event)
        located = place is not None and place.lat is not None and place.lon is not None
        features.append(
            {
                "type": "Feature",
                "id": event_iri(event),
                "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]} if place and located else None,
                "properties": {
                    "event": event.id,
                    "type": event.type,
                    "mode": event.mode,
                    "title": what(event.type, event.mode),
                    "place": place.name if place else None,
                    "country": place.country if place else None,
                    "precision": place.precision if place else None,
                    "reach_km": REACH_KM[place.precision] if place and place.precision else None,
                    "date": event.date.value if event.date else None,
                    "start": days[0].isoformat() if days else None,
                    "end": days[1].isoformat() if days else None,
                    "actor": event.actor.name if event.actor else None,
                    "target": event.target.name if event.target else None,
                    **_people("killed", event.killed),
                    **_people("injured", event.injured),
                    "status": event.status,
                    "articles": event.articles,
                    "origins": event.origins,
                    "independent_sources": event.independent_sources,
                    "verdict": event.verdict,
                    "sources": [s.name for s in event.sources],
                    "words": [t.words for t in told],
                    "reports": [t.article.id for t in told],
                },
            }
        )
    text = json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, indent=1)
    return {"events.geojson": as_utf8(text)}


def _people(name: str, toll: MergedToll | None) -> dict[str, int | None]:
    """The best figure under the name itself, the least and the most beside it."""
    low, best, high = (toll.low, toll.best, toll.high) if toll else (None, None, None)
    return {name: best, f"{name}_low": low, f"{name}_high": high}
