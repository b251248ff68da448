"""Where in the texts do the findings stand? W3C Web Annotations, each with a text-position and a text-quote selector.

One annotation for each event's evidence, each attribution, place and time, and for each altered passage (two targets). Offsets
are code points into the article's text, as the Web Annotation Data Model has them.
"""

import json
from typing import Any

from twosource.records import Annotation, Briefing, Span
from twosource.report.export.told import article_iri, articles, as_utf8, digest, event_iri

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""Characters of context on each side of a quote, to find it again in a text that has moved."""


def annotations(briefing: Briefing, made: str) -> dict[str, bytes]:
    """`annotations.jsonld`: an annotation collection with all of them in its first page."""
    by_id = {a.id: a for a in articles(briefing)}
    told = {(r.article, r.event): event_iri(e) for e in briefing.events for r in e.reports}
    items = [item for a in by_id.values() for item in _of_article(a, told)]
    for story in briefing.stories:
        for relation in story.reuse:
            for x in relation.alterations:
                sides = [(by_id[id], span) for id, span in ((relation.a, x.a), (relation.b, x.b)) if span]
                items.append(
                    _annotation(
                        [_target(a, [s]) for a, s in sides], "assessing", f"{x.kind}: {x.explanation}", ["altered", x.kind]
                    )
                )
    items = list(
        {item["id"]: item for item in items}.values()
    )  # what is said twice in the same words of the same place is said once
    name = f"urn:twosource:annotations:{digest(*by_id)}"
    page = {"id": f"{name}:1", "type": "AnnotationPage", "partOf": name, "startIndex": 0, "items": items}
    whole = {"@context": CONTEXT, "id": name, "type": "AnnotationCollection", "total": len(items), "created": made, "first": page}
    return {"annotations.jsonld": as_utf8(json.dumps(whole, ensure_ascii=False, indent=1))}


def _of_article(article: Annotation, told: dict[tuple[str, str], str]) -> list[dict[str, Any]]:
    found = []
    for e in article.events:
        tags = ["event", e.type, *([e.mode] if e.mode else []), e.status]
        body = told.get((article.id, e.id))
        found.append(_annotation([_target(article, e.evidence or (e.trigger,))], "identifying", None, tags, body))
    for x in article.attributions:
        spans = [s for s in (x.source, x.cue, *x.content) if s]
        text = f"{x.source_name or 'no named source'} ({x.source_kind}), {x.quoted}"
        found.append(_annotation([_target(article, spans)], "describing", text, ["attribution", x.source_kind, x.quoted]))
    for t in article.times:
        found.append(_annotation([_target(article, [t.span])], "classifying", t.value, ["time", t.type]))
    for p in article.places:
        body = f"https://sws.geonames.org/{p.geonames_id}/" if p.geonames_id else None
        found.append(_annotation([_target(article, [p.span])], "identifying", p.name, ["place", p.sense], body))
    return found


def _annotation(
    targets: list[dict[str, Any]], motivation: str, text: str | None, tags: list[str], iri: str | None = None
) -> dict[str, Any]:
    bodies: list[Any] = [{"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in tags]
    if text:
        bodies.append({"type": "TextualBody", "value": text, "purpose": "describing", "format": "text/plain"})
    if iri:
        bodies.append({"type": "SpecificResource", "source": iri, "purpose": "identifying"})
    name = digest(motivation, json.dumps([targets, bodies], sort_keys=True))
    return {
        "id": f"urn:twosource:annotation:{name}",
        "type": "Annotation",
        "motivation": motivation,
        "body": bodies,
        "target": targets if len(targets) != 1 else targets[0],
    }


def _target(article: Annotation, spans: tuple[Span, ...] | list[Span]) -> dict[str, Any]:
    """An article's words; the selectors of a span belong together, and spans that do not touch are listed one after another."""
    selectors = []
    for s in spans:
        selectors.append({"type": "TextPositionSelector", "start": s.start, "end": s.end})
        quote = {"type": "TextQuoteSelector", "exact": s.text}
        before, after = article.text[max(0, s.start - AROUND) : s.start], article.text[s.end : s.end + AROUND]
        selectors.append({**quote, **({"prefix": before} if before else {}), **({"suffix": after} if after else {})})
    return {"type": "SpecificResource", "source": article_iri(article), "selector": selectors}
