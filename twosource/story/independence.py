"""How many origins has a story, and which articles share one?

Method: two articles share an origin when one derives from the other, or both from a third. Groups are joined from the surest
relation on, and only while the relations between their members, taken together, speak for it: a group is not drawn into
another by one article that borrowed from both. Two articles that credit one agency and have much of their words in common
share an origin as well, for the agency's text stands behind both though it may not be in the pile.

The root is the one article of a group from which, by the directed relations, all others descend; None where it cannot be told.

Known failures: an article put together from two agencies' texts is counted with the one it has more of.
"""

import hashlib
from collections.abc import Iterable, Sequence

from twosource.records import DERIVED, Origin, Relation
from twosource.story.lineage import Descent, descents

TOGETHER = 0.5
"""Mean score between two groups' members from which they are one origin; pairs that were never compared count as 0."""
AGENCY_WORDS = 0.3
"""Share of the better covered article's words that stand verbatim in the other, that makes one agency's credit one text."""


def origins(articles: Sequence[str], relations: Iterable[Relation]) -> tuple[Origin, ...]:
    """The origins of one story's articles (ids), each article in exactly one, in the order of their first articles."""
    here = set(articles)
    inside = [r for r in relations if r.a in here and r.b in here]
    strength = {frozenset((r.a, r.b)): _strength(r) for r in inside if r.a != r.b}
    groups = [[article] for article in articles]
    for pair, score in sorted(strength.items(), key=lambda item: (-item[1], sorted(item[0]))):
        if not score:
            break
        first, second = (next(g for g in groups if member in g) for member in sorted(pair))
        if first is not second and _mean(first, second, strength) >= TOGETHER:
            groups.remove(second)
            first += second
    edges = descents(inside)
    ordered = sorted((sorted(g, key=articles.index) for g in groups), key=lambda g: articles.index(g[0]))
    return tuple(Origin(_id(g), tuple(g), root(g, edges)) for g in ordered)


def root(group: Sequence[str], edges: Iterable[Descent]) -> str | None:
    """The one article from which all others of the group descend; None if there is none. An article alone is its own root."""
    if len(group) == 1:
        return group[0]
    inside = [e for e in edges if e.parent in group and e.child in group]
    orphans = set(group) - {e.child for e in inside}
    return orphans.pop() if len(orphans) == 1 else None


def _strength(relation: Relation) -> float:
    """How much a relation speaks for one origin; 0 where it does not."""
    if relation.relation in DERIVED:
        return relation.score
    value = {r.feature: r.value for r in relation.reasons}
    if value.get("same agency credited") and value["verbatim, better covered side"] >= AGENCY_WORDS:
        return 1.0
    return 0.0


def _mean(first: Sequence[str], second: Sequence[str], strength: dict[frozenset[str], float]) -> float:
    scores = [strength.get(frozenset((a, b)), 0.0) for a in first for b in second]
    return sum(scores) / len(scores)


def _id(articles: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(sorted(articles)).encode()).hexdigest()[:16]
