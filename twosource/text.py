"""How is text compared without losing the offsets of the original?

Every function here either keeps the length of its input or returns positions into it.
"""

import re
from collections.abc import Iterator

from twosource.records import Span

WORD = re.compile(r"\w+(?:['’]\w+)*", re.UNICODE)

_SAME_LENGTH = str.maketrans(
    dict.fromkeys("“”„‟«»", '"')
    | dict.fromkeys("‘’‚‛", "'")
    | dict.fromkeys("–—‑−", "-")
    | dict.fromkeys("\u00a0\u2009\u202f", " ")
)


def span(text: str, start: int, end: int) -> Span:
    """The span of `text` from code point `start` to `end` (half-open).

    Raises:
        ValueError: if it does not lie inside the text.
    """
    if not 0 <= start <= end <= len(text):
        raise ValueError(f"span {start}:{end} lies outside a text of {len(text)} characters")
    return Span(start, end, text[start:end])


def trimmed(text: str, start: int, end: int) -> Span:
    """The same without white space at either end; empty (at `start`) if there is nothing else."""
    inner = text[start:end]
    left = len(inner) - len(inner.lstrip())
    return span(text, start + left, start + left + len(inner.strip()))


def plain(text: str) -> str:
    """Typographic quotes, dashes and spaces made plain; of the same length as `text`."""
    return text.translate(_SAME_LENGTH)


def words(text: str) -> list[str]:
    """Lower-case words, in order."""
    return [m[0].lower().replace("’", "'") for m in WORD.finditer(text)]


def word_spans(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """The words between two offsets, in order."""
    for m in WORD.finditer(text, start, len(text) if end is None else end):
        yield Span(m.start(), m.end(), m[0])


def shingles(tokens: list[str], size: int) -> list[tuple[str, ...]]:
    """Runs of `size` tokens, in order; a shorter list is one run of its own (none if empty)."""
    if len(tokens) < size:
        return [tuple(tokens)] if tokens else []
    return [tuple(tokens[i : i + size]) for i in range(len(tokens) - size + 1)]


def overlaps(a: Span, b: Span) -> bool:
    """Whether two spans of one text share a character."""
    return a.start < b.end and b.start < a.end


def inside(inner: Span, outer: Span) -> bool:
    """Whether one span of a text lies within another."""
    return outer.start <= inner.start and inner.end <= outer.end
