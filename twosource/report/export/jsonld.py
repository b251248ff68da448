"""How do search engines and fact-check registers read a briefing? schema.org: NewsArticle, and ClaimReview for each event.

A ClaimReview here says what the ledger says, how many independent sources tell of an event; it is no finding that a claim is
true. The vocabulary is given inline, so that a reader needs nothing from the network.
"""

import json
from typing import Any

from twosource.records import Annotation, Briefing, LedgerEvent
from twosource.report.export.told import Telling, article_iri, articles, as_utf8, event_iri, tellings
from twosource.report.wording import VERDICTS, what, when

RATING = {"denied": 1, "disputed": 2, "single-source": 3, "single-origin": 3, "undetermined": 3, "corroborated": 5}
"""ratingValue on a scale from 1 to 5; `alternateName` is what counts, the number only orders."""


def jsonld(briefing: Briefing, made: str) -> dict[str, bytes]:
    """`briefing.jsonld`."""
    by_id = {a.id: a for a in articles(briefing)}
    parents: dict[str, list[str]] = {}
    for relation in (r for s in briefing.stories for r in s.reuse if r.direction != "unknown"):
        earlier, later = (relation.a, relation.b) if relation.direction == "a->b" else (relation.b, relation.a)
        parents.setdefault(later, []).append(article_iri(by_id[earlier]))
    least = briefing.manifest.options.get("least_sources") or 2
    graph = [_article(a, parents.get(a.id, [])) for a in by_id.values()]
    graph += [_review(event, told, made, str(least)) for event, told in tellings(briefing)]
    whole = {"@context": {"@vocab": "https://schema.org/"}, "@graph": graph}
    return {"briefing.jsonld": as_utf8(json.dumps(whole, ensure_ascii=False, indent=1))}


def _article(article: Annotation, parents: list[str]) -> dict[str, Any]:
    return _known(
        {
            "@id": article_iri(article),
            "@type": "NewsArticle",
            "identifier": article.id,
            "headline": article.title,
            "author": [{"@type": "Person", "name": name} for name in article.byline],
            "publisher": {"@type": "NewsMediaOrganization", "name": article.outlet} if article.outlet else None,
            "datePublished": article.published,
            "inLanguage": article.language,
            "url": article.url,
            "articleBody": article.text,
            "creditText": "; ".join(c.name for c in article.credits) or None,
            "isBasedOn": [{"@id": iri} for iri in parents],
        }
    )


def _review(event: LedgerEvent, told: tuple[Telling, ...], made: str, least: str) -> dict[str, Any]:
    claim = ", ".join(x for x in (what(event.type, event.mode), event.place.name if event.place else "", when(event.date)) if x)
    counted = f"{event.independent_sources} independent sources in {event.articles} articles of {event.origins} origins"
    published = sorted((t for t in told if t.article.published), key=lambda t: t.article.published or "")
    appearances = list(dict.fromkeys(article_iri(t.article) for t in told))
    return _known(
        {
            "@id": event_iri(event),
            "@type": "ClaimReview",
            "claimReviewed": claim,
            "datePublished": made[:10],
            "reviewAspect": "independent sources",
            "reviewBody": counted,
            "author": {"@type": "SoftwareApplication", "name": "twosource"},
            "itemReviewed": _known(
                {
                    "@type": "Claim",
                    "appearance": [{"@id": iri} for iri in appearances],
                    "firstAppearance": {"@id": article_iri(published[0].article)} if published else None,
                    "text": told[0].words,
                    "author": [{"@type": "Thing", "name": s.name} for s in event.sources],
                }
            ),
            "reviewRating": {
                "@type": "Rating",
                "ratingValue": RATING[event.verdict],
                "bestRating": 5,
                "worstRating": 1,
                "alternateName": event.verdict,
                "ratingExplanation": VERDICTS[event.verdict].replace("{least}", least),
            },
        }
    )


def _known(properties: dict[str, Any]) -> dict[str, Any]:
    """The properties that have a value: an unknown one is absent."""
    return {name: value for name, value in properties.items() if value not in (None, [], "")}
