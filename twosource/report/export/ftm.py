"""How does a briefing go to an investigation's data room? FollowTheMoney entities, one JSON object a line.

Article for each article, Event for each event, Documentation between the two with the article's words, and LegalEntity
(FollowTheMoney's word for what may be a person or an organisation) for parties and for sources with a name.
"""

import json

from twosource.records import Annotation, Briefing, LedgerEvent
from twosource.report.export.told import Telling, articles, as_utf8, days_of, digest, tellings
from twosource.report.wording import what, when

Entity = dict[str, object]


def ftm(briefing: Briefing, made: str = "") -> dict[str, bytes]:
    """`entities.ftm.json`."""
    found: dict[str, Entity] = {}
    for article in articles(briefing):
        _add(found, "Article", _article_id(article), _article(article))
    for event, told in tellings(briefing):
        parties = [_party(found, p.name) for p in (event.actor, event.target) if p]
        name = f"ts-event-{digest(event.id)}"
        _add(found, "Event", name, {**_event(event), "involved": parties})
        for t in told:
            documentation = f"ts-doc-{digest(event.id, t.article.id, t.event.id)}"
            _add(found, "Documentation", documentation, _documentation(t, name))
            if t.attribution and t.attribution.source_name:
                _party(found, t.attribution.source_name)
    lines = (json.dumps(entity, ensure_ascii=False) + "\n" for entity in found.values())
    return {"entities.ftm.json": as_utf8("".join(lines))}


def _add(found: dict[str, Entity], schema: str, id: str, properties: dict[str, list[str]]) -> str:
    known = {name: sorted({v for v in values if v}) for name, values in properties.items()}
    found.setdefault(id, {"id": id, "schema": schema, "properties": {n: v for n, v in known.items() if v}})
    return id


def _party(found: dict[str, Entity], name: str) -> str:
    return _add(found, "LegalEntity", f"ts-party-{digest(name.casefold())}", {"name": [name]})


def _article_id(article: Annotation) -> str:
    return f"ts-article-{digest(article.id, article.text)}"


def _article(article: Annotation) -> dict[str, list[str]]:
    return {
        "title": [article.title or ""],
        "fileName": [article.id],
        "author": list(article.byline),
        "publisher": [article.outlet or ""],
        "publishedAt": [article.published or ""],
        "sourceUrl": [article.url or ""],
        "bodyText": [article.text],
    }


def _event(event: LedgerEvent) -> dict[str, list[str]]:
    days, place = days_of(event), event.place
    name = ", ".join(x for x in (what(event.type, event.mode), place.name if place else "", when(event.date)) if x)
    tolls = [
        f"{word}: best {t.best}, low {t.low}, high {t.high}"
        for word, t in (("killed", event.killed), ("injured", event.injured))
        if t
    ]
    counted = (
        f"{event.verdict}: {event.independent_sources} independent sources, {event.articles} articles, {event.origins} origins"
    )
    return {
        "name": [name],
        "startDate": [days[0].isoformat() if days else ""],
        "endDate": [days[1].isoformat() if days else ""],
        "location": [place.name if place else ""],
        "country": [(place.country or "").lower() if place else ""],
        "keywords": [event.type, event.mode or "", event.status, event.verdict],
        "summary": [counted],
        "notes": [t.replace("None", "unknown") for t in tolls],
        "recordId": [event.id],
    }


def _documentation(told: Telling, event: str) -> dict[str, list[str]]:
    source = told.attribution.source_name if told.attribution else None
    return {
        "document": [_article_id(told.article)],
        "entity": [event],
        "role": [f"reports it, by {source}" if source else "reports it"],
        "summary": [told.words],
        "publisher": [told.article.outlet or ""],
    }
