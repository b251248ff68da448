"""Which article does each article of a story come from?

Method: copying is directed, and an article has at most the parents that explain it: of all the articles it may derive from,
only the strongest, and those that bring content the strongest does not (their share of aligned sentences is new). No chain of
weak edges is ever closed: whether two articles go together is decided by their own relation.

Known failures: of several copies of one agency text that is not in the pile, the earliest passes for the parent of the others.
"""

from collections.abc import Iterable, Sequence

import msgspec

from twosource.records import DERIVED, Relation, Span

NEW = 0.25
"""Share of a further parent's aligned words that no stronger parent accounts for."""


class Descent(msgspec.Struct, frozen=True):
    """One article derives from another, as `relation` shows."""

    parent: str
    child: str
    relation: Relation


def descents(relations: Iterable[Relation]) -> tuple[Descent, ...]:
    """The edges that explain each article, by child; relations without a direction give none."""
    by_child: dict[str, list[Descent]] = {}
    for relation in relations:
        if relation.relation in DERIVED and relation.direction != "unknown":
            parent, child = (relation.a, relation.b) if relation.direction == "a->b" else (relation.b, relation.a)
            by_child.setdefault(child, []).append(Descent(parent, child, relation))
    return tuple(edge for child in sorted(by_child) for edge in _explaining(by_child[child]))


def _explaining(edges: Sequence[Descent]) -> list[Descent]:
    """The strongest parent, and each further one that accounts for words of the child which none before it does."""
    kept: list[Descent] = []
    told: set[int] = set()
    for edge in sorted(edges, key=lambda e: (-_weight(e), e.parent)):
        places = _places(edge)
        if not kept or (places and len(places - told) >= NEW * len(places)):
            kept.append(edge)
            told |= places
    return kept


def _weight(edge: Descent) -> float:
    return edge.relation.score + len(_places(edge)) / 1e6


def _places(edge: Descent) -> set[int]:
    """The characters of the child that align with the parent."""
    spans: list[Span] = []
    for alignment in edge.relation.alignments:
        spans += alignment.a if edge.relation.a == edge.child else alignment.b
    return {at for s in spans for at in range(s.start, s.end)}
