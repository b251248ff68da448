"""How do two texts of which one derives from the other look side by side?

Sentences that say the same stand in one row, in the order of the earlier text; what the later text adds stands where it comes in
there. The words that were altered carry the number of their alteration.
"""

import itertools

import msgspec

from twosource.records import Alteration, Annotation, Relation, Span
from twosource.report.marked import Mark, Piece, pieces


class Row(msgspec.Struct, frozen=True):
    """Sentences that say the same; a side is empty where the other stands alone. Marks are numbers of alterations."""

    earlier: tuple[Piece, ...]
    later: tuple[Piece, ...]

    @property
    def same(self) -> str | None:
        """The text of both sides where they are word for word the same and nothing in them is marked; None elsewhere."""
        left, right = ("".join(p.text for p in side) for side in (self.earlier, self.later))
        unmarked = not any(p.marks for p in (*self.earlier, *self.later))
        return left if left == right and unmarked else None


def side_by_side(
    relation: Relation, earlier: Annotation, later: Annotation, alterations: tuple[Alteration, ...]
) -> tuple[Row, ...]:
    """The rows of a derived pair.

    Args:
        relation: the two articles' relation; its side `a` is `earlier` or `later`.
        earlier, later: the two articles.
        alterations: those of the relation, in the order in which they are numbered from 0.
    """
    turned = relation.a != earlier.id
    links = [(x.b, x.a) if turned else (x.a, x.b) for x in relation.alignments]
    marks: tuple[list[Mark], list[Mark]] = ([], [])
    for number, alteration in enumerate(alterations):
        given = (alteration.b, alteration.a) if turned else (alteration.a, alteration.b)
        for side, span in zip(marks, given, strict=True):
            if span is not None:
                side.append((span.start, span.end, str(number)))
    return tuple(
        Row(_cut(earlier.text, left, marks[0]), _cut(later.text, right, marks[1])) for left, right in _rows(links, earlier, later)
    )


def _rows(
    links: list[tuple[tuple[Span, ...], tuple[Span, ...]]], earlier: Annotation, later: Annotation
) -> list[tuple[tuple[Span, ...], tuple[Span, ...]]]:
    """Which sentences stand in one row; every sentence of both texts stands in exactly one."""
    left = {s.start: s for s in earlier.sentences}
    right = {s.start: s for s in later.sentences}
    rows: list[tuple[tuple[Span, ...], tuple[Span, ...]]] = []
    for a, b in sorted(links, key=lambda link: min((s.start for s in link[0]), default=0)):
        ours = tuple(left.pop(s.start) for s in a if s.start in left)
        theirs = tuple(right.pop(s.start) for s in b if s.start in right)
        if ours or theirs:
            rows.append((ours, theirs))
    for span in left.values():
        rows.insert(_behind(rows, 0, span), ((span,), ()))
    for span in right.values():
        rows.insert(_behind(rows, 1, span), ((), (span,)))
    return rows


def _behind(rows: list[tuple[tuple[Span, ...], tuple[Span, ...]]], side: int, span: Span) -> int:
    """The place behind the row with the nearest sentence before this one on its side; what is left out before what is new."""
    before = [(row[side][-1].start, n) for n, row in enumerate(rows) if row[side] and row[side][-1].start < span.start]
    at = max(before)[1] + 1 if before else 0
    while side == 1 and at < len(rows) and not rows[at][1]:
        at += 1
    return at


def _cut(text: str, sentences: tuple[Span, ...], marks: list[Mark]) -> tuple[Piece, ...]:
    return tuple(
        itertools.chain.from_iterable(
            ((Piece(" ", ()),) if number else ()) + pieces(text, marks, s.start, s.end) for number, s in enumerate(sentences)
        )
    )
