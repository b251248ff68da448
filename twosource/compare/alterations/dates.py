"""Which days differ, became vague, or shifted under another publication date?

Method: time expressions with a value (TIMEX3, resolved against each text's own publication date) are compared as stretches of
days. Those that can mean the same day are paired first. What is left is paired by surroundings: no common day is a change,
a longer stretch around the earlier one is a blur. A deictic word ("Friday", "last week") that both texts use for the same
statement, and that resolves to other days because the later text carries a later date, has shifted.

Known failures: an unresolved expression ("later that year") is not compared; clock times are not either.
"""

import re
from collections.abc import Iterator, Sequence

from twosource.compare.alterations.groups import Group, closeness, content, surroundings, within
from twosource.records import Alteration, Reading, Sentence, Span, Time
from twosource.text import words
from twosource.values.dates import Days, interval, precision

CLOSE = 0.4
"""Surroundings that must agree for two dates to be of the same statement."""
CLOSE_MOVED = 0.75
"""The same where one of the two days also stands elsewhere in the other text."""
ALIKE = 0.5
"""Share of content stems that two sentences must have in common for their only dates to answer to each other."""
_DEICTIC = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tonight|yesterday|tomorrow|(?:this|last|next|past|coming|recent)\b)",
    re.IGNORECASE,
)
_ANAPHORIC = re.compile(r"\b(?:previous|following|later|earlier|same|that|before|after)\b", re.IGNORECASE)
"""Words that count from another date of the text, which is not resolved."""
_ABSOLUTE = re.compile(r"\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE)


def date_alterations(a: Reading, b: Reading, group: Group) -> Iterator[Alteration]:
    """The dates of one group that differ."""
    left, right = _of(a, group.a), _of(b, group.b)
    for x in list(left):
        twins = [y for y in right if words(y.span.text) == words(x.span.text)]
        twin = max(twins, key=lambda y: _near(x, y, group), default=None)
        if twin is None:
            continue
        left.remove(x)
        right.remove(twin)
        if not _common(_days(x), _days(twin)) and _deictic(x):
            says = f"“{x.span.text}” is {x.value} in the earlier text and {twin.value} in the later one"
            yield Alteration("date-shifted", x.span, twin.span, "medium", says)
    for x in list(left):
        same = [y for y in right if _common(_days(x), _days(y)) and not _coarser(_days(x), _days(y))]
        if same:
            left.remove(x)
            right.remove(same[0])
    near = {(i, j): _near(x, y, group) for i, x in enumerate(left) for j, y in enumerate(right)}
    if len(near) == 1 and _alike(group) and _comparable(left[0], right[0]):
        near[0, 0] = max(near[0, 0], CLOSE)
    rated = sorted((-score, i, j) for (i, j), score in near.items() if score >= CLOSE)
    used: set[tuple[str, int]] = set()
    for score, i, j in rated:
        if ("a", i) in used or ("b", j) in used:
            continue
        used |= {("a", i), ("b", j)}
        x, y = left[i], right[j]
        says = f"“{x.span.text}” became “{y.span.text}”"
        if _common(_days(x), _days(y)):
            yield Alteration("date-blurred", x.span, y.span, "low", says)
        elif -score >= CLOSE_MOVED or not (_elsewhere(x, b) or _elsewhere(y, a)):
            yield Alteration("date-changed", x.span, y.span, "high", says)


def _comparable(x: Time, y: Time) -> bool:
    """Whether two dates are equally exact, or the later one holds the earlier one."""
    return precision(x.value) == precision(y.value) or _common(_days(x), _days(y))


def _alike(group: Group) -> bool:
    mine, other = content(group.a), content(group.b)
    return len(group.a) + len(group.b) <= 3 and len(mine & other) >= ALIKE * min(len(mine), len(other))


def _of(reading: Reading, sentences: Sequence[Sentence]) -> list[Time]:
    """The dates outside quotation marks, with their days known, in some sentences."""
    spans = set(within((t.span for t in reading.annotation.times), sentences))
    quoted = [q.inner for q in reading.quotations if not q.scare]
    return [t for t in reading.annotation.times if t.span in spans and _dated(t) and not _inside(t, quoted)]


def _dated(time: Time) -> bool:
    return interval(time.value) is not None and not _ANAPHORIC.search(time.span.text.removeprefix("earlier this"))


def _inside(time: Time, stretches: Sequence[Span]) -> bool:
    return any(x.start <= time.span.start < x.end for x in stretches)


def _days(time: Time) -> Days:
    days = interval(time.value)
    if days is None:
        raise ValueError(f"{time.value} has no days")
    return days


def _common(x: Days, y: Days) -> bool:
    return x[0] <= y[1] and y[0] <= x[1]


def _coarser(x: Days, y: Days) -> bool:
    """Whether the second stretch is longer by much: a month for a day, a year for a month."""
    return (y[1] - y[0]).days > 3 * ((x[1] - x[0]).days + 1)


def _deictic(time: Time) -> bool:
    return bool(_DEICTIC.search(time.span.text)) and not _ABSOLUTE.search(time.span.text)


def _near(x: Time, y: Time, group: Group) -> float:
    return closeness(surroundings(x.span, group.a), surroundings(y.span, group.b))


def _elsewhere(time: Time, reading: Reading) -> bool:
    """Whether a text gives the very same date at some place."""
    return any(t.value == time.value for t in reading.annotation.times)
