"""How much of one article stands word for word in the other, outside quotations?

Method: runs of words that both articles have, whatever the case and punctuation. A word is covered when it lies in a shared run
of four. Words that either article quotes are left out on both sides (`own`): two newsrooms at one press conference print the
same words. A run of function words alone counts for nothing.

Known failures: boilerplate that the document stage did not tell apart (a subscription notice) is counted as text; lists and names
of several words that every report must print.
"""

from collections import defaultdict

import msgspec

from twosource.compare.own import Side
from twosource.compare.terms import FUNCTION_WORDS
from twosource.records import Span

RUN = 4
"""Words of a run; with three, set phrases of news ("according to the police") already match."""
LONG = 12
"""Words of a run that nobody writes twice by chance."""
FEW_RUNS = 5
"""Added to the number of an article's runs, so that two short ones do not share half of theirs by one phrase."""

Runs = dict[tuple[str, ...], list[int]]


class Verbatim(msgspec.Struct, frozen=True):
    """`a` and `b`: share of each article's unquoted words that stand in the other. `longest`: words of the longest run.
    `long_words`: words in runs of `LONG` and more, of the article that has fewer. `covered_a`, `covered_b`: which of each
    article's words lie in a shared run."""

    a: float
    b: float
    longest: int
    long_words: int
    span_a: Span | None
    span_b: Span | None
    covered_a: frozenset[int]
    covered_b: frozenset[int]


def verbatim(a: Side, b: Side) -> Verbatim:
    """What the two articles have word for word."""
    runs_a, runs_b = runs(a, RUN), runs(b, RUN)
    shared = runs_a.keys() & runs_b.keys()
    length, i, j = _longest(a, b, [(i, j) for run in shared for i in runs_a[run] for j in runs_b[run]])
    covered_a, covered_b = _covered(runs_a, shared), _covered(runs_b, shared)
    return Verbatim(
        len(covered_a) / max(1, a.said.count(False)),
        len(covered_b) / max(1, b.said.count(False)),
        length,
        min(_in_long_stretches(covered_a), _in_long_stretches(covered_b)),
        a.span(i, i + length - 1) if length else None,
        b.span(j, j + length - 1) if length else None,
        covered_a,
        covered_b,
    )


def runs(side: Side, length: int) -> Runs:
    """Where each run of so many unquoted words begins; runs of function words alone are left out."""
    found = defaultdict(list)
    for i in range(len(side.words) - length + 1):
        if any(side.said[i : i + length]):
            continue
        run = tuple(side.words[i : i + length])
        if not FUNCTION_WORDS.issuperset(run):
            found[run].append(i)
    return dict(found)


class RunsKept(msgspec.Struct, frozen=True):
    """Different runs that both articles have: `least` their share of the runs of the article with more, `count` their number."""

    least: float
    count: int


def runs_kept(a: Side, b: Side, length: int) -> RunsKept:
    """The runs of so many unquoted words that both articles have."""
    first, second = runs(a, length).keys(), runs(b, length).keys()
    count = len(first & second)
    return RunsKept(count / (max(len(first), len(second)) + FEW_RUNS), count)


def _covered(found: Runs, shared: set[tuple[str, ...]]) -> frozenset[int]:
    return frozenset(i + k for run in shared for i in found[run] for k in range(RUN))


def _in_long_stretches(covered: frozenset[int]) -> int:
    total = 0
    for i in covered:
        if i - 1 not in covered:
            length = 1
            while i + length in covered:
                length += 1
            total += length if length >= LONG else 0
    return total


def _longest(a: Side, b: Side, starts: list[tuple[int, int]]) -> tuple[int, int, int]:
    """Length of the longest run of unquoted words that both have, and where it begins in each."""
    known, best = set(starts), (0, 0, 0)
    for i, j in starts:
        if (i - 1, j - 1) in known:
            continue
        length = 0
        while (
            i + length < len(a.words)
            and j + length < len(b.words)
            and a.words[i + length] == b.words[j + length]
            and not (a.said[i + length] or b.said[j + length])
        ):
            length += 1
        best = max(best, (length, i, j))
    return best
