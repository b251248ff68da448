"""How do two texts of which one derives from the other look side by side, the earlier one first?

The rows are those of `sides`, with the words that were altered cut out as pieces that carry the number of their alteration.
"""

import itertools
from collections.abc import Sequence

import msgspec

from twosource.records import Alignment, Alteration, Annotation, Relation
from twosource.report.marked import Piece, pieces
from twosource.report.sides import Mark, side_by_side


class DerivedRow(msgspec.Struct, frozen=True):
    """Sentences that say the same; a side is empty where the other stands alone. Marks are numbers of alterations."""

    earlier: tuple[Piece, ...]
    later: tuple[Piece, ...]

    @property
    def marked(self) -> bool:
        """Whether an alteration is marked in it."""
        return any(p.marks for p in (*self.earlier, *self.later))

    @property
    def same(self) -> str | None:
        """The text of both sides where they are word for word the same and nothing in them is marked; None elsewhere."""
        left, right = ("".join(p.text for p in side) for side in (self.earlier, self.later))
        return left if left == right and not self.marked else None


class Block(msgspec.Struct, frozen=True):
    """Rows that follow one another: those word for word the same in both texts (`same`: as one text), one that is not, or, where
    only alterations are shown, `hidden` ones without any."""

    same: str | None
    rows: tuple[DerivedRow, ...]
    hidden: int = 0


def blocks(rows: Sequence[DerivedRow], short: bool = False) -> tuple[Block, ...]:
    """The rows with what is the same put together: a reader looks for what is not. `short` hides all without an alteration."""
    found = []
    for alike, group in itertools.groupby(rows, lambda row: not row.marked if short else row.same is not None):
        together = tuple(group)
        if alike and short:
            found.append(Block(None, (), len(together)))
        elif alike:
            found.append(Block(" ".join(row.same or "" for row in together), together))
        else:
            found += [Block(None, (row,)) for row in together]
    return tuple(found)


def derived_rows(
    relation: Relation, earlier: Annotation, later: Annotation, alterations: Sequence[Alteration]
) -> tuple[DerivedRow, ...]:
    """The rows of a derived pair.

    Args:
        relation: the two articles' relation; its side `a` is `earlier` or `later`.
        earlier, later: the two articles.
        alterations: those of the relation, in the order in which they are numbered from 0.
    """
    links, changes = relation.alignments, alterations
    if relation.a != earlier.id:
        links = tuple(Alignment(x.b, x.a, x.score) for x in links)
        changes = [msgspec.structs.replace(x, a=x.b, b=x.a) for x in alterations]
    rows = side_by_side(earlier, later, links, changes)
    return tuple(DerivedRow(_cut(row.a, row.marks_a), _cut(row.b, row.marks_b)) for row in rows)


def _cut(text: str, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    return pieces(text, [(m.start, m.end, str(m.alteration)) for m in marks]) if text else ()
