"""Where in a text do marks begin and end? The text cut into pieces, each with the marks that lie on it.

The pieces put together are the text, whatever overlaps.
"""

import itertools
from collections.abc import Iterable

import msgspec

Mark = tuple[int, int, str]
"""Where a mark begins and ends (half-open, code points into the text) and what it is called."""


class Piece(msgspec.Struct, frozen=True):
    """A stretch of text and the names of all marks on it, in the order in which they were given."""

    text: str
    marks: tuple[str, ...]


def pieces(text: str, marks: Iterable[Mark], start: int = 0, end: int | None = None) -> tuple[Piece, ...]:
    """The text from `start` to `end`, cut where a mark begins or ends; marks outside it are left out."""
    stop = len(text) if end is None else end
    inside = [(max(first, start), min(last, stop), name) for first, last, name in marks if first < stop and last > start]
    cuts = sorted({start, stop, *(at for first, last, _ in inside for at in (first, last))})
    return tuple(
        Piece(text[here:there], tuple(dict.fromkeys(name for first, last, name in inside if first <= here and there <= last)))
        for here, there in itertools.pairwise(cuts)
    )
