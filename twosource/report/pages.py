"""How does an article look with the words marked that the findings rest on?

Every word that an event's evidence or a source's name covers is marked; the whole text is there, unaltered.
"""

import msgspec

from twosource.records import Annotation
from twosource.report.marked import Piece, pieces


class Fact(msgspec.Struct, frozen=True):
    """What marked words are evidence of: the event's number and what it is. `anchor` names the words."""

    anchor: str
    event: int
    label: str


class PageView(msgspec.Struct, frozen=True):
    """An article to read. Marks of `pieces`: an anchor in `facts`, or "who" for the words that name a source."""

    anchor: str
    id: str
    title: str
    outlet: str | None
    published: str | None
    byline: tuple[str, ...]
    language: str
    credits: tuple[str, ...]
    pieces: tuple[Piece, ...]
    facts: dict[str, Fact]


def page(annotation: Annotation, anchor: str, title: str, facts: dict[str, Fact]) -> PageView:
    """An article with its evidence marked.

    Args:
        annotation: the article.
        anchor: its name in the report.
        title: what it is called.
        facts: by the article's own event ids, those events that the report tells of.
    """
    marks = [(s.start, s.end, facts[e.id].anchor) for e in annotation.events if e.id in facts for s in e.evidence or (e.trigger,)]
    marks += [(a.source.start, a.source.end, "who") for a in annotation.attributions if a.source]
    return PageView(
        anchor,
        annotation.id,
        title,
        annotation.outlet,
        annotation.published,
        annotation.byline,
        annotation.language,
        tuple(dict.fromkeys(f"{c.name} ({c.kind})" for c in annotation.credits)),
        pieces(annotation.text, marks),
        {fact.anchor: fact for fact in facts.values()},
    )
