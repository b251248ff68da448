"""How much of one article stands word for word in the other, outside quotations?

Method: runs of four words that both articles have, whatever the case and punctuation; a word is covered when it lies in one.
Words between quotation marks are left out of the count on both sides: two newsrooms at one press conference print the same
words. A run of function words alone counts for nothing.

Known failures: boilerplate that the document stage did not tell apart (a subscription notice) is counted as text.
"""

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from twosource.compare.terms import FUNCTION_WORDS, Terms
from twosource.records import Reading, Span
from twosource.text import WORD, plain, span

RUN = 4
"""Words of a run; with three, set phrases of news ("according to the police") already match."""


class Verbatim(msgspec.Struct, frozen=True):
    """`a` and `b`: share of each article's unquoted words that stand in the other. `longest`: words of the longest run."""

    a: float
    b: float
    longest: int
    span_a: Span | None
    span_b: Span | None


class _Stream:
    """The words of an article's sentences in one row, with their offsets."""

    def __init__(self, reading: Reading, terms: Sequence[Terms]) -> None:
        self.words = [w for t in terms for w in t.words]
        self.quoted = [q for t in terms for q in t.quoted]
        self.at = [
            (s.span.start + m.start(), s.span.start + m.end())
            for s in reading.sentences
            for m in WORD.finditer(plain(s.span.text))
        ]

    def runs(self) -> dict[tuple[str, ...], list[int]]:
        found = defaultdict(list)
        for i in range(len(self.words) - RUN + 1):
            run = tuple(self.words[i : i + RUN])
            if not FUNCTION_WORDS.issuperset(run):
                found[run].append(i)
        return dict(found)


def verbatim(a: Reading, b: Reading, terms_a: Sequence[Terms], terms_b: Sequence[Terms]) -> Verbatim:
    """What the two articles have word for word; `terms_a`, `terms_b` are those of their sentences."""
    first, second = _Stream(a, terms_a), _Stream(b, terms_b)
    runs_a, runs_b = first.runs(), second.runs()
    shared = runs_a.keys() & runs_b.keys()
    length, i, j = _longest(first, second, [(i, j) for run in shared for i in runs_a[run] for j in runs_b[run]])
    span_a = span_b = None
    if length:
        span_a = span(a.annotation.text, first.at[i][0], first.at[i + length - 1][1])
        span_b = span(b.annotation.text, second.at[j][0], second.at[j + length - 1][1])
    return Verbatim(_covered(first, runs_a, shared), _covered(second, runs_b, shared), length, span_a, span_b)


def _covered(stream: _Stream, runs: dict[tuple[str, ...], list[int]], shared: set[tuple[str, ...]]) -> float:
    hit = {i + k for run in shared for i in runs[run] for k in range(RUN)}
    own = [i for i, quoted in enumerate(stream.quoted) if not quoted]
    return sum(i in hit for i in own) / len(own) if own else 0.0


def _longest(a: _Stream, b: _Stream, starts: list[tuple[int, int]]) -> tuple[int, int, int]:
    """Length of the longest run of unquoted words that both have, and where it begins in each."""
    known, best = set(starts), (0, 0, 0)
    for i, j in starts:
        if (i - 1, j - 1) in known and not (a.quoted[i - 1] or b.quoted[j - 1]):
            continue
        length = 0
        while (
            i + length < len(a.words)
            and j + length < len(b.words)
            and a.words[i + length] == b.words[j + length]
            and not (a.quoted[i + length] or b.quoted[j + length])
        ):
            length += 1
        best = max(best, (length, i, j))
    return best
