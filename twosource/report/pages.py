"""How does an article look with the words marked that the findings rest on?

Every word that an event's evidence or a source's name covers is marked; the whole text is there, unaltered.
"""

import itertools
from collections.abc import Mapping, Sequence

import msgspec

from twosource.records import Annotation
from twosource.report.marked import Piece, pieces


class Fact(msgspec.Struct, frozen=True):
    """What marked words are evidence of: the event's number. `anchor` names the words."""

    anchor: str
    event: int


class Stretch(msgspec.Struct, frozen=True):
    """Words of an article that are evidence of the same facts, or of none.

    `of` names the facts (their anchors), `begins` those whose first words these are, `ends` those after whose words a reader is
    led to their event. `runs` cut the text where words for a source begin or end: each with the name of that place (empty
    where it was given before), None elsewhere.
    """

    of: tuple[str, ...]
    begins: tuple[str, ...]
    ends: tuple[str, ...]
    runs: tuple[tuple[str, str | None], ...]


class PageView(msgspec.Struct, frozen=True):
    """An article to read; the texts of all runs of `stretches` together are its text."""

    anchor: str
    id: str
    title: str
    outlet: str | None
    published: str | None
    byline: tuple[str, ...]
    language: str
    credits: tuple[str, ...]
    stretches: tuple[Stretch, ...]
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
    sources = {(a.source.start, a.source.end) for a in annotation.attributions if a.source}
    marks += [(start, end, f"{anchor}-{start}") for start, end in sorted(sources)]
    told = {fact.anchor: fact for fact in facts.values()}
    return PageView(
        anchor,
        annotation.id,
        title,
        annotation.outlet,
        annotation.published,
        annotation.byline,
        annotation.language,
        tuple(dict.fromkeys(f"{c.name} ({c.kind})" for c in annotation.credits)),
        _stretches(pieces(annotation.text, marks), told),
        told,
    )


def _stretches(cut: Sequence[Piece], facts: Mapping[str, Fact]) -> tuple[Stretch, ...]:
    """Pieces of the same facts put together; a fact begins and ends once, however often its words are interrupted."""
    groups = [(of, list(found)) for of, found in itertools.groupby(cut, lambda p: tuple(m for m in p.marks if m in facts))]
    named: set[str] = set()
    begun: set[str] = set()
    ended: set[str] = set()
    done = []
    for (of, found), (after, _) in itertools.zip_longest(groups, groups[1:], fillvalue=((), [])):
        runs = []
        for piece in found:
            sources = [m for m in piece.marks if m not in facts]
            name = next((m for m in sources if m not in named), "") if sources else None
            named |= {name} if name else set()
            runs.append((piece.text, name))
        ends = tuple(f for f in of if f not in ended and f not in after)
        done.append(Stretch(of, tuple(f for f in of if f not in begun), ends, tuple(runs)))
        begun |= set(of)
        ended |= set(ends)
    return tuple(done)
