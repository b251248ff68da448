"""What does a person see of one article or of two? One view without markup, as `briefing` is of a whole pile.

The view draws no conclusion: it picks, orders and names what stands in the records, and counts them.
"""

import msgspec

from twosource.records import (
    DERIVED,
    Alteration,
    Annotation,
    Attribution,
    Event,
    MergedToll,
    Relation,
    Severity,
    Toll,
)
from twosource.report.sides import Row, side_by_side
from twosource.report.wording import STATUSES, what, when

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


def comparison_view(relation: Relation, a: Annotation, b: Annotation) -> ComparisonView:
    """A comparison for people."""
    reasons = sorted(((r.feature, r.value, r.weight) for r in relation.reasons), key=lambda r: -abs(r[1] * r[2]))
    return ComparisonView(
        article_line(a),
        article_line(b),
        relation_sentence(relation, article_line(a).title, article_line(b).title),
        tuple(reasons),
        alteration_lines(relation),
        side_by_side(a, b, relation.alignments, _by_severity(relation)),
        relation.direction == "b->a",
    )


def annotation_view(annotation: Annotation) -> AnnotationView:
    """One article's findings for people."""
    statements = tuple(
        (who(a), a.cue.text if a.cue else "", " … ".join(c.text for c in a.content)) for a in annotation.attributions
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


def alteration_lines(relation: Relation) -> tuple[AlterationLine, ...]:
    """The alterations for people, the gravest first; `before` is what the earlier text says."""
    turned = relation.direction == "b->a"
    return tuple(_alteration(x, turned) for x in _by_severity(relation))


def _by_severity(relation: Relation) -> list[Alteration]:
    return sorted(relation.alterations, key=lambda x: SEVERITIES.index(x.severity))


def _alteration(alteration: Alteration, turned: bool) -> AlterationLine:
    a, b = (s.text if s else None for s in (alteration.a, alteration.b))
    before, after = (b, a) if turned else (a, b)
    return AlterationLine(alteration.kind, alteration.severity, before, after, alteration.explanation)


def _event_row(event: Event, annotation: Annotation) -> tuple[str, str, str, str, str]:
    place = annotation.places[event.place].name if event.place is not None else ""
    status = "" if event.status == "asserted" else STATUSES[event.status]
    return what(event.type, event.mode), place, when(event.date), toll(event.killed, event.injured), status


NO_NAME = frozenset(
    "a about all almost an another around at both dozens each eight eleven every few fifteen fifty five forty four hundreds many "
    "more most nearly nine no one other over seven several six sixty some ten the thirty those thousands three twelve twenty two "
    "up".split()
)
"""Words that are written large at the beginning of a sentence alone."""


def parties(actor: str | None, target: str | None) -> str:
    """ "police → two men", "by police", "concerns two men"; empty where neither is told."""
    if actor and target:
        return f"{actor} → {_inside(target)}"
    return f"by {_inside(actor)}" if actor else f"concerns {_inside(target)}" if target else ""


def _inside(words: str) -> str:
    """Words as they stand inside a sentence."""
    return words[0].lower() + words[1:] if words.split(" ")[0].lower() in NO_NAME else words


def who(attribution: Attribution) -> str:
    """What to call a source: its name, else the words for it."""
    return attribution.source_name or (attribution.source.text if attribution.source else "unnamed")


def relation_sentence(relation: Relation, a: str, b: str) -> str:
    """How two articles with the titles `a` and `b` are related."""
    sure = f"{relation.score:.0%} sure that one derives from the other"
    if relation.relation not in DERIVED:
        return f"{relation.relation}: {sure}"
    ways = {"a->b": f"“{b}” took from “{a}”", "b->a": f"“{a}” took from “{b}”", "unknown": "who took from whom cannot be told"}
    return f"{relation.relation}: {sure}; {ways[relation.direction]}"


def cut(text: str, most: int) -> str:
    """The text, or its beginning with an ellipsis: `most` characters at the most."""
    return text if len(text) <= most else text[: most - 1].rstrip(" …\n") + "…"
