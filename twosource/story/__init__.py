"""Many articles and how they are related, made into stories: one for each event reported, with its origins."""

import hashlib
from collections.abc import Sequence

from twosource.compare.verdict import published_day
from twosource.records import DERIVED, NOT_RULED, Doubt, Reading, Relation, Ruled, Story
from twosource.story.cluster import clusters
from twosource.story.independence import origins
from twosource.story.wires import wire

DOUBTED_AT = 0.35
"""Probability from which two articles of two origins may be one text after all. Of the rewrites in
`bench/reuse_sets` 10 in 100 lie between it and what is called derived, of independent reports there 2 in 100, of local reports
of one shooting 5."""


def stories(readings: Sequence[Reading], relations: Sequence[Relation], ruled: Ruled = NOT_RULED) -> tuple[Story, ...]:
    """The stories of a pile, in the order of their first articles; an article that shares its event with none is one alone.

    `relations` are those of the compared pairs. A story's title is that of its earliest article, `reuse` the relations in it
    where one article derives from another, `doubts` the pairs of two origins that may be one text. What people have `ruled`
    comes first: articles that tell one event, or copy one another, are in one story, and copies are of one origin, independent
    articles of two.

    Raises:
        ValueError: if a reading has no vectors.
    """
    together = [*ruled.copies, *(frozenset(article for article, _ in pair) for pair in ruled.same)]
    groups = clusters(readings, relations, together=[(min(pair), max(pair)) for pair in together])
    home = {readings[i].annotation.id: number for number, group in enumerate(groups) for i in group}
    inside: list[list[Relation]] = [[] for _ in groups]
    for relation in relations:
        if home[relation.a] == home[relation.b] and frozenset((relation.a, relation.b)) not in ruled.independent:
            inside[home[relation.a]].append(relation)
    return tuple(_story([readings[i] for i in group], found, ruled) for group, found in zip(groups, inside, strict=True))


def _story(readings: Sequence[Reading], relations: Sequence[Relation], ruled: Ruled) -> Story:
    ids = tuple(r.annotation.id for r in readings)
    found = origins(ids, relations, {r.annotation.id: wire(r) for r in readings}, ruled)
    home = {article: origin.id for origin in found for article in origin.articles}
    return Story(
        id=hashlib.sha256("\n".join(sorted(ids)).encode()).hexdigest()[:16],
        title=_title(readings),
        articles=ids,
        origins=found,
        reuse=tuple(r for r in relations if r.relation in DERIVED),
        doubts=tuple(Doubt(r.a, r.b, r.score) for r in relations if r.score >= DOUBTED_AT and home[r.a] != home[r.b]),
    )


def _title(readings: Sequence[Reading]) -> str:
    """The title of the earliest article that has one, else the first sentence of the earliest article that has any."""
    ordered = sorted(readings, key=lambda r: str(published_day(r) or "9999"))
    titles = [r.annotation.title for r in ordered if r.annotation.title]
    leads = [r.sentences[0].span.text for r in ordered if r.sentences]
    return next(iter(titles + leads), "")
