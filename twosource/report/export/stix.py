"""How does a briefing go to a threat-intelligence platform? STIX 2.1: an incident an event, with place, parties, notes.

A note holds an article's words, with the article as its external reference; the source that the words rest on is an identity. Ids
are made from the content (UUID version 5), so that the same briefing gives the same objects and a second import changes nothing.
"""

import hashlib
import json
from typing import Any

from twosource.records import Briefing, LedgerEvent, Place
from twosource.report.export.told import Telling, as_utf8, days_of, tellings
from twosource.report.wording import what, when
from twosource.values.places import REACH_KM

NAMESPACE = bytes.fromhex("6ba7b8119dad11d180b400c04fd430c8")
"""The UUID namespace of URLs (RFC 4122)."""
KINDS = {"named": "individual", "institution": "organization", "media": "organization"}


def stix(briefing: Briefing, made: str) -> dict[str, bytes]:
    """`bundle.json`."""
    objects: dict[str, dict[str, Any]] = {}

    def add(type: str, key: str, **properties: object) -> str:
        id = f"{type}--{_uuid(f'{type}:{key}')}"
        known = {name: value for name, value in properties.items() if value not in (None, [], {})}
        objects.setdefault(id, {"type": type, "spec_version": "2.1", "id": id, "created": stamp, "modified": stamp, **known})
        return id

    def link(kind: str, source: str, target: str) -> None:
        add("relationship", f"{kind}:{source}:{target}", relationship_type=kind, source_ref=source, target_ref=target)

    stamp = made.replace("Z", ".000Z") if "." not in made else made
    maker = add("identity", "twosource", name="twosource", identity_class="system")
    for event, told in tellings(briefing):
        incident = add(
            "incident", event.id, created_by_ref=maker, name=_name(event), description=_description(event), labels=_labels(event)
        )
        place = _location(event.place)
        if place:
            link("located-at", incident, add("location", json.dumps(place, sort_keys=True), **place))
        for party, kind in ((event.actor, "attributed-to"), (event.target, "targets")):
            if party:
                link(kind, incident, add("identity", party.name, name=party.name, identity_class="unknown"))
        for t in told:
            add("note", f"{t.article.id}:{t.event.id}", **_note(t, incident, maker))
            if t.attribution and t.attribution.source_name:
                name, kind = t.attribution.source_name, KINDS.get(t.attribution.source_kind, "unknown")
                link("reported-by", incident, add("identity", f"source:{name}", name=name, identity_class=kind))
    bundle = {"type": "bundle", "id": f"bundle--{_uuid('|'.join(objects))}", "objects": list(objects.values())}
    return {"bundle.json": as_utf8(json.dumps(bundle, ensure_ascii=False, indent=1))}


def _name(event: LedgerEvent) -> str:
    return ", ".join(x for x in (what(event.type, event.mode), event.place.name if event.place else "", when(event.date)) if x)


def _description(event: LedgerEvent) -> str:
    days = days_of(event)
    parts = [
        f"{event.verdict}: {event.independent_sources} independent sources, {event.articles} articles, {event.origins} origins",
        f"between {days[0]} and {days[1]}" if days else "",
        f"killed: {event.killed.low}–{event.killed.high}, best {event.killed.best}" if event.killed else "",
        f"injured: {event.injured.low}–{event.injured.high}, best {event.injured.best}" if event.injured else "",
        *(f"sources differ on {d.field}: {' / '.join(str(v.value) for v in d.values)}" for d in event.disagreements),
    ]
    return "; ".join(part for part in parts if part).replace("None", "unknown")


def _labels(event: LedgerEvent) -> list[str]:
    return [event.type.lower(), *([event.mode] if event.mode else []), event.status, event.verdict]


def _location(place: Place | None) -> dict[str, Any] | None:
    """A STIX location must have a point, a country or a region; the reach of a place is its precision, in metres."""
    if place is None or (place.lat is None and place.country is None):
        return None
    found: dict[str, Any] = {"name": place.name, "country": place.country, "administrative_area": place.admin1}
    if place.lat is not None and place.lon is not None:
        found |= {"latitude": place.lat, "longitude": place.lon}
        if place.precision:
            found["precision"] = REACH_KM[place.precision] * 1000.0
    return found


def _note(told: Telling, incident: str, maker: str) -> dict[str, Any]:
    article = told.article
    reference = {"source_name": article.outlet or article.id, "external_id": article.id}
    if article.url:
        reference["url"] = article.url
    if article.title:
        reference["description"] = article.title
    return {
        "created_by_ref": maker,
        "abstract": f"{article.outlet or article.id}, {article.published or 'no date'}",
        "content": told.words,
        "authors": list(article.byline),
        "object_refs": [incident],
        "external_references": [reference],
        "lang": article.language,
    }


def _uuid(name: str) -> str:
    """A UUID of version 5 from a name."""
    raw = bytearray(hashlib.sha1(NAMESPACE + name.encode("utf-8", "surrogatepass"), usedforsecurity=False).digest()[:16])
    raw[6], raw[8] = raw[6] & 0x0F | 0x50, raw[8] & 0x3F | 0x80
    digits = raw.hex()
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
