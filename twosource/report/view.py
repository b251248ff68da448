"""What does a person see of a result? One view without markup; the terminal and the HTML report both render it.

The view draws no conclusion: it picks, orders and names what stands in the records, and counts them.
"""

from collections.abc import Sequence

import msgspec

from twosource.records import (
    DERIVED,
    Alteration,
    Annotation,
    Attribution,
    Briefing,
    Event,
    Failure,
    LedgerEvent,
    MergedToll,
    Origin,
    Relation,
    Severity,
    Story,
    Toll,
)
from twosource.report.sides import Row, side_by_side

SEVERITIES: tuple[Severity, ...] = ("high", "medium", "low")


class ArticleLine(msgspec.Struct, frozen=True):
    """An article in a list: what to call it, whose it is and when it appeared (None: not known)."""

    id: str
    title: str
    outlet: str | None
    published: str | None


class AlterationLine(msgspec.Struct, frozen=True):
    """One alteration: the words of the earlier and of the later text (None where a side has none)."""

    kind: str
    severity: Severity
    before: str | None
    after: str | None
    explanation: str


class DerivationView(msgspec.Struct, frozen=True):
    """Two articles of which one derives from the other; `directed` is false where it cannot be told which."""

    earlier: str
    later: str
    directed: bool
    relation: str
    score: float
    alterations: tuple[AlterationLine, ...]


class OriginView(msgspec.Struct, frozen=True):
    articles: tuple[str, ...]
    root: str | None


class Evidence(msgspec.Struct, frozen=True):
    """What one article says of an event, in its own words, and whose word that is."""

    article: str
    words: str
    source: str | None
    toll: str


class EventView(msgspec.Struct, frozen=True):
    what: str
    where: str
    when: str
    toll: str
    who: str
    status: str
    articles: int
    origins: int
    independent_sources: int
    verdict: str
    sources: tuple[str, ...]
    disagreements: tuple[str, ...]
    evidence: tuple[Evidence, ...]


class StoryView(msgspec.Struct, frozen=True):
    title: str
    articles: tuple[ArticleLine, ...]
    origins: tuple[OriginView, ...]
    derivations: tuple[DerivationView, ...]
    events: tuple[EventView, ...]


class BriefingView(msgspec.Struct, frozen=True):
    """`altered` counts the alterations of high and medium severity."""

    articles: int
    origins: int
    events: int
    altered: int
    stories: tuple[StoryView, ...]
    failures: tuple[Failure, ...]


class ComparisonView(msgspec.Struct, frozen=True):
    """`rows` set sentences of `a` and `b` that say the same side by side; a mark's number is a place in `alterations`, which are
    in order of severity. `turned`: `b` is the earlier text, and `before` in an alteration is a stretch of `b`."""

    a: ArticleLine
    b: ArticleLine
    sentence: str
    reasons: tuple[tuple[str, float, float], ...]
    alterations: tuple[AlterationLine, ...]
    rows: tuple[Row, ...]
    turned: bool


class AnnotationView(msgspec.Struct, frozen=True):
    article: ArticleLine
    language: str
    credits: tuple[str, ...]
    statements: tuple[tuple[str, str, str], ...]
    no_comment: tuple[str, ...]
    events: tuple[tuple[str, str, str, str, str], ...]


def briefing_view(briefing: Briefing) -> BriefingView:
    """A briefing for people; it must hold its articles whole, not their ids alone."""
    by_id = {a.id: a for a in briefing.articles if isinstance(a, Annotation)}
    stories = tuple(_story(s, [e for e in briefing.events if e.story == s.id], by_id) for s in briefing.stories)
    told = sorted(stories, key=lambda s: (-len(s.articles), s.title))
    altered = sum(x.severity != "low" for s in stories for d in s.derivations for x in d.alterations)
    origins = sum(len(s.origins) for s in stories)
    return BriefingView(len(by_id), origins, len(briefing.events), altered, tuple(told), briefing.failures)


def comparison_view(relation: Relation, a: Annotation, b: Annotation) -> ComparisonView:
    """A comparison for people."""
    reasons = sorted(((r.feature, r.value, r.weight) for r in relation.reasons), key=lambda r: -abs(r[1] * r[2]))
    return ComparisonView(
        article_line(a),
        article_line(b),
        _relation_sentence(relation, article_line(a).title, article_line(b).title),
        tuple(reasons),
        _alteration_lines(relation),
        side_by_side(a, b, relation.alignments, _by_severity(relation)),
        relation.direction == "b->a",
    )


def annotation_view(annotation: Annotation) -> AnnotationView:
    """One article's findings for people."""
    statements = tuple(
        (_who(a), a.cue.text if a.cue else "", " … ".join(c.text for c in a.content)) for a in annotation.attributions
    )
    return AnnotationView(
        article_line(annotation),
        annotation.language,
        tuple(f"{c.name} ({c.kind})" for c in annotation.credits),
        statements,
        tuple(n.who for n in annotation.no_comment),
        tuple(_event_row(e, annotation) for e in annotation.events),
    )


def article_line(annotation: Annotation) -> ArticleLine:
    """What to call an article: its title, else its first words."""
    first = annotation.sentences[0].text if annotation.sentences else annotation.text.strip()
    return ArticleLine(annotation.id, annotation.title or cut(first, 80), annotation.outlet, annotation.published)


def toll(killed: Toll | MergedToll | None, injured: Toll | MergedToll | None) -> str:
    """ "2 killed, at least 47 injured"; empty where nothing is known."""
    return ", ".join(f"{_number(t)} {word}" for t, word in ((killed, "killed"), (injured, "injured")) if t is not None)


def _number(toll: Toll | MergedToll) -> str:
    low, high = toll.low, toll.high
    if low is not None and high is not None:
        return str(low) if low == high else f"{low}–{high}"
    if low is not None:
        return f"at least {low}"
    return f"up to {high}" if high is not None else "an unstated number"


def _story(story: Story, events: list[LedgerEvent], by_id: dict[str, Annotation]) -> StoryView:
    return StoryView(
        story.title,
        tuple(article_line(by_id[i]) for i in story.articles),
        tuple(OriginView(o.articles, o.root) for o in story.origins),
        tuple(_derivation(r) for o in story.origins for r in _told(o, story.reuse)),
        tuple(_event(e, by_id) for e in events),
    )


def _told(origin: Origin, reuse: Sequence[Relation]) -> list[Relation]:
    """The relations that tell how an origin's articles hang together: those to its root; without one, each article's surest."""
    inside = [r for r in reuse if r.relation in DERIVED and r.a in origin.articles and r.b in origin.articles]
    to_root = [r for r in inside if origin.root in (r.a, r.b)]
    surest = [max((r for r in inside if i in (r.a, r.b)), key=lambda r: r.score, default=None) for i in origin.articles]
    chosen = to_root + [
        r for i, r in zip(origin.articles, surest, strict=True) if r and not any(i in (x.a, x.b) for x in to_root)
    ]
    return [r for n, r in enumerate(chosen) if r not in chosen[:n]]


def _derivation(relation: Relation) -> DerivationView:
    turned = relation.direction == "b->a"
    earlier, later = (relation.b, relation.a) if turned else (relation.a, relation.b)
    return DerivationView(
        earlier, later, relation.direction != "unknown", relation.relation, relation.score, _alteration_lines(relation)
    )


def _alteration_lines(relation: Relation) -> tuple[AlterationLine, ...]:
    turned = relation.direction == "b->a"
    return tuple(_alteration(x, turned) for x in _by_severity(relation))


def _by_severity(relation: Relation) -> list[Alteration]:
    return sorted(relation.alterations, key=lambda x: SEVERITIES.index(x.severity))


def _alteration(alteration: Alteration, turned: bool) -> AlterationLine:
    a, b = (s.text if s else None for s in (alteration.a, alteration.b))
    before, after = (b, a) if turned else (a, b)
    return AlterationLine(alteration.kind, alteration.severity, before, after, alteration.explanation)


def _event(event: LedgerEvent, by_id: dict[str, Annotation]) -> EventView:
    told = [(by_id[r.article], e) for r in event.reports for e in by_id[r.article].events if e.id == r.event]
    return EventView(
        what=f"{event.type.lower()} · {event.mode}" if event.mode else event.type.lower(),
        where=event.place.name if event.place else "",
        when=event.date.value if event.date else "",
        toll=toll(event.killed, event.injured),
        who=_parties(event.actor.name if event.actor else None, event.target.name if event.target else None),
        status=event.status,
        articles=event.articles,
        origins=event.origins,
        independent_sources=event.independent_sources,
        verdict=event.verdict,
        sources=tuple(s.name for s in event.sources),
        disagreements=tuple(
            f"{d.field}: " + " against ".join(f"{v.value} ({', '.join(r.article for r in v.reports)})" for v in d.values)
            for d in event.disagreements
        ),
        evidence=tuple(_evidence(a, e) for a, e in told),
    )


def _evidence(annotation: Annotation, event: Event) -> Evidence:
    words = " … ".join(s.text for s in event.evidence) or event.trigger.text
    source = _who(annotation.attributions[event.attribution]) if event.attribution is not None else None
    return Evidence(annotation.id, words, source, toll(event.killed, event.injured))


def _event_row(event: Event, annotation: Annotation) -> tuple[str, str, str, str, str]:
    what = f"{event.type.lower()} · {event.mode}" if event.mode else event.type.lower()
    place = annotation.places[event.place].name if event.place is not None else ""
    when = event.date.value if event.date else ""
    return what, place, when, toll(event.killed, event.injured), event.status


def _parties(actor: str | None, target: str | None) -> str:
    return f"{actor or '?'} → {target}" if target else actor or ""


def _who(attribution: Attribution) -> str:
    return attribution.source_name or (attribution.source.text if attribution.source else "unnamed")


def _relation_sentence(relation: Relation, a: str, b: str) -> str:
    sure = f"{relation.score:.0%} sure that one derives from the other"
    if relation.relation not in DERIVED:
        return f"{relation.relation}: {sure}"
    ways = {"a->b": f"“{b}” took from “{a}”", "b->a": f"“{a}” took from “{b}”", "unknown": "who took from whom cannot be told"}
    return f"{relation.relation}: {sure}; {ways[relation.direction]}"


def cut(text: str, most: int) -> str:
    """The text, or its beginning with an ellipsis: `most` characters at the most."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
