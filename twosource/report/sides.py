"""Which passages of two articles stand side by side, and where in them does each alteration stand?

Method: alignments that share a sentence make one row; a row holds the sentences of each side in text order, joined by a space.
Rows are in the order of `a`; what only `b` has comes behind the row of the sentence that stands before it in `b`. An alteration
is marked in every row that its span reaches into, by offsets into that row's own text.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from twosource.records import Alignment, Alteration, Annotation, Span

RowKind = Literal["same", "reworded", "only-a", "only-b"]


class Mark(msgspec.Struct, frozen=True):
    """A stretch of a row's text, half-open, and the number of the alteration that stands there, from 0."""

    start: int
    end: int
    alteration: int


class Row(msgspec.Struct, frozen=True):
    """Passages that tell the same, with what is marked in them, in text order; one is empty where the other stands alone."""

    kind: RowKind
    a: str
    b: str
    marks_a: tuple[Mark, ...]
    marks_b: tuple[Mark, ...]


def side_by_side(
    a: Annotation, b: Annotation, alignments: Sequence[Alignment], alterations: Sequence[Alteration]
) -> tuple[Row, ...]:
    """The whole of two articles, sentence by sentence; a mark's number is the alteration's place in `alterations`."""
    rows = []
    for left, right in _in_order(_joined(alignments), a.sentences, b.sentences):
        text_a, marks_a = _marked(left, [x.a for x in alterations])
        text_b, marks_b = _marked(right, [x.b for x in alterations])
        rows.append(Row(_kind(text_a, text_b), text_a, text_b, marks_a, marks_b))
    return tuple(rows)


def _kind(a: str, b: str) -> RowKind:
    if not a or not b:
        return "only-a" if a else "only-b"
    return "same" if a.split() == b.split() else "reworded"


def _joined(alignments: Sequence[Alignment]) -> list[tuple[set[int], set[int]]]:
    """The starts of the sentences that hang together, those of `a` and those of `b`."""
    joined: list[tuple[set[int], set[int]]] = []
    for alignment in alignments:
        left, right = {s.start for s in alignment.a}, {s.start for s in alignment.b}
        apart = []
        for other in joined:
            if other[0] & left or other[1] & right:
                left, right = left | other[0], right | other[1]
            else:
                apart.append(other)
        joined = [*apart, (left, right)]
    return joined


def _in_order(
    joined: Sequence[tuple[set[int], set[int]]], left: Sequence[Span], right: Sequence[Span]
) -> Iterator[tuple[list[Span], list[Span]]]:
    group_a = {start: n for n, (starts, _) in enumerate(joined) for start in starts}
    group_b = {start: n for n, (_, starts) in enumerate(joined) for start in starts}
    behind: dict[int | None, list[Span]] = {}
    last: int | None = None
    for s in right:  # what only `b` has, by the group of the sentence before it
        last = group_b.get(s.start, last)
        if s.start not in group_b:
            behind.setdefault(last, []).append(s)
    yield from (([], [s]) for s in behind.get(None, ()))
    shown: set[int] = set()
    for s in left:
        number = group_a.get(s.start)
        if number is None:
            yield [s], []
        elif number not in shown:
            shown.add(number)
            yield [x for x in left if x.start in joined[number][0]], [y for y in right if y.start in joined[number][1]]
            yield from (([], [y]) for y in behind.get(number, ()))
    for number in range(len(joined)):
        if number not in shown:  # an alignment whose sentences of `a` are none of the article's
            yield [], [y for y in right if y.start in joined[number][1]]
            yield from (([], [y]) for y in behind.get(number, ()))


def _marked(sentences: Sequence[Span], spans: Sequence[Span | None]) -> tuple[str, tuple[Mark, ...]]:
    """Sentences as one text, and its parts that spans of the article cover, one for each sentence that a span reaches into."""
    text, marks = "", list[Mark]()
    for sentence in sentences:
        text += " " if text else ""
        for number, span in enumerate(spans):
            if span is None or span.start >= sentence.end or span.end <= sentence.start:
                continue
            start = len(text) + max(0, span.start - sentence.start)
            end = len(text) + min(span.end, sentence.end) - sentence.start
            marks.append(Mark(start, end, number))
        text += sentence.text
    return text, tuple(sorted(marks, key=lambda m: (m.start, m.end, m.alteration)))
