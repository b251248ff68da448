"""Which article does each article of a story come from?

Method: copying is directed, and an article has at most the parents that explain it: of all the articles it may derive from,
only the strongest, and those that bring content the strongest does not (their share of aligned sentences is new); so a text
fused from two originals has two parents. No chain of weak edges is ever closed: whether two articles go together is decided by
their own relation. Two papers that carry one agency's text both come from the agency, whichever printed it first; unless the
agency's own page is in the pile, neither has a parent.

Known failures: of several copies of a text that is not in the pile and that none of them credits, the earliest passes for the
parent of the others.
"""

from collections.abc import Iterable, Mapping, Sequence

from twosource.records import DERIVED, Descent, Relation, Span
from twosource.story.wires import NONE, Wire

NEW = 0.25
"""Share of a further parent's aligned words that no stronger parent accounts for."""


def descents(relations: Iterable[Relation], wires: Mapping[str, Wire] | None = None) -> tuple[Descent, ...]:
    """The edges that explain each article, by child, the strongest parent first; relations without a direction give none.

    `wires` says of articles, by id, whose text they carry.
    """
    wires = wires or {}
    by_child: dict[str, list[tuple[str, Relation]]] = {}
    for relation in relations:
        if relation.relation in DERIVED and relation.direction != "unknown":
            parent, child = (relation.a, relation.b) if relation.direction == "a->b" else (relation.b, relation.a)
            source = wires.get(parent, NONE)
            if not (source.foreign and source.shared(wires.get(child, NONE))):
                by_child.setdefault(child, []).append((parent, relation))
    return tuple(edge for child in sorted(by_child) for edge in _explaining(child, by_child[child]))


def _explaining(child: str, parents: Sequence[tuple[str, Relation]]) -> list[Descent]:
    """The strongest parent, and each further one that accounts for words of the child which none before it does."""
    kept: list[Descent] = []
    told: set[int] = set()
    weighed = [(relation.score, _places(child, relation), parent) for parent, relation in parents]
    for score, places, parent in sorted(weighed, key=lambda p: (-p[0] - len(p[1]) / 1e6, p[2])):
        if not kept or (places and len(places - told) >= NEW * len(places)):
            kept.append(Descent(parent, child, score))
            told |= places
    return kept


def _places(child: str, relation: Relation) -> set[int]:
    """The characters of the child that align with the parent."""
    spans: list[Span] = []
    for alignment in relation.alignments:
        spans += alignment.a if relation.a == child else alignment.b
    return {at for s in spans for at in range(s.start, s.end)}
