"""Who took from whom? The articles of an origin as a tree, drawn from the one that the others go back to.

Which article explains which is `story.lineage`'s verdict; here it is only drawn. An article with several parents hangs on the
strongest and names the others. Where it cannot be told who took from whom, articles stand side by side.
"""

from collections.abc import Mapping, Sequence

import msgspec

from twosource.records import Descent, Origin, Relation


class Branch(msgspec.Struct, frozen=True):
    """An article in the tree.

    article, parent: ids; `parent` is None at the top.
    relation: the relation to the parent, None at the top.
    others: ids of further articles that it took from.
    rails: for each level left of it, whether a line goes on downwards there; the last entry is its own level.
    """

    article: str
    parent: str | None
    relation: Relation | None
    others: tuple[str, ...]
    rails: tuple[bool, ...]


def family(origin: Origin, reuse: Sequence[Relation], published: Mapping[str, str | None]) -> tuple[Branch, ...]:
    """The articles of an origin from the top down, each child below its parent, the earlier published first."""
    relations = {frozenset((r.a, r.b)): r for r in reuse}
    members = sorted(origin.articles, key=lambda id: (id != origin.root, published.get(id) or "9999", id))
    by_child: dict[str, list[Descent]] = {}
    for edge in origin.descents:
        by_child.setdefault(edge.child, []).append(edge)
    parent = {child: next((e for e in found if e.parent in members), None) for child, found in by_child.items()}
    children: dict[str, list[str]] = {}
    for id in members:
        taken = parent.get(id)
        if taken is not None:
            children.setdefault(taken.parent, []).append(id)
    done: list[Branch] = []
    placed: set[str] = set()

    def place(id: str, rails: tuple[bool, ...], top: bool) -> None:
        if id in placed:
            return
        placed.add(id)
        edge = None if top else parent.get(id)
        others = tuple(e.parent for e in by_child.get(id, ()) if edge is None or e.parent != edge.parent)
        relation = relations[frozenset((edge.parent, id))] if edge else None
        done.append(Branch(id, edge.parent if edge else None, relation, others, rails))
        below = [c for c in children.get(id, ()) if c not in placed]
        for n, child in enumerate(below, 1):
            place(child, (*rails, n < len(below)), False)

    tops = [id for id in members if parent.get(id) is None]
    for id in [*tops, *members]:  # the members once more: a ring of articles that all took from each other has no top
        place(id, (), True)
    return tuple(done)
