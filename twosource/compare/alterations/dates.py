"""Which days differ, became vague, or shifted under another publication date?

Method: time expressions are compared as stretches of days where their value (TIMEX3, resolved against each text's own publication
date) gives any, and by their grain (hour, day, week, month …) where it does not. Those that can mean the same day are paired
first. What is left is paired where one took the other's place between words that both texts have, or by surroundings: no common
day is a change; a longer stretch around the earlier one, a coarser grain, or a word like "recently" is a blur. A deictic word
("Friday", "last week", "recent weeks") that both texts use for the same statement, and that means other days because the later
text carries a later date, has shifted. A weekday, "last Tuesday" too, may be that of either week, so two that are a week apart
are one, unless the day came round between the two publications.

Known failures: an expression that counts from another date ("later that year") is not compared; a date that was left out is none
of this module's business.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from twosource.compare.alterations.answers import answer_alone
from twosource.compare.alterations.counts import DAYS
from twosource.compare.alterations.edits import Edits, edits, facing
from twosource.compare.alterations.groups import Group, alike, closeness, content, holder, surroundings
from twosource.compare.alterations.moments import ANAPHORIC, GRAINS, Moment, clock, moments
from twosource.records import Alteration, Reading
from twosource.text import span, words
from twosource.values.dates import day_of
from twosource.values.numbers import ordinal, value

CLOSE = 0.4
"""Surroundings that must agree for two dates to be of the same statement."""
CLOSE_MOVED = 0.75
"""The same where one of the two days also stands elsewhere in the other text."""
WEEK, NIGHT = 7, 1
"""Days from one Tuesday to the next; between the evening and the morning of a night."""
LEAST_SHARED = 3
"""Content stems that two sentences that were not aligned must share for the same words to be of the same day."""
_DEICTIC = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tonight|yesterday|tomorrow|(?:this|last|next|past|coming|recent)\b)",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_WHICH_WEEK = re.compile(r"\b(?:this|past|coming|previous|following|week|weeks)\b", re.IGNORECASE)
"""Words that tell which week is meant; "last Tuesday" and "next Tuesday" do not, so close to it."""
_ABSOLUTE = re.compile(r"\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE)
_PART = re.compile(r"\b(?:early|late|mid|middle|beginning|start|end|close|opening)\b|\bmid-", re.IGNORECASE)
"""Words that narrow a month or a year down."""
_PART_BEFORE = re.compile(
    r"\b(?:(?:first|second|third|fourth|last|final|early|opening|closing) (?:week|half|days|weekend|fortnight|third|quarter"
    r"|months)|beginning|start|end|middle) of (?:the )?$",
    re.IGNORECASE,
)
_PARTS = re.compile(
    r"\b(?:weeks?|half|weekend|fortnight|beginning|start|end|middle|early|late|mid|opening|closing)\b", re.IGNORECASE
)
_SIDE = re.compile(r"\b(before|after)\s(?:the\s)?$", re.IGNORECASE)
_ROUGHLY = re.compile(
    r"\b(?:about|around|approximately|roughly|nearly|shortly (?:before|after)|just (?:before|after))\s[\d:.]+", re.I
)
_AGO = re.compile(r"([\w-]+)\s(day|week|month|year|decade|century)s?\sago", re.IGNORECASE)
SAME_LENGTH = 0.03
"""By how much two lengths of time may differ for being told in months or in years."""
_PART_OF = re.compile(
    r"\b(spring|summer|autumn|fall|winter|jan\w*|feb\w*|march|april|may|june|july|aug\w*|sept\w*|oct\w*|nov\w*|dec\w*)\sof\s$",
    re.I,
)
_YEAR_START = re.compile(r"\b(?:start|beginning) of (?:(?:the|this|last|next) )?(?:year|\d{4})", re.IGNORECASE)
_IS_OUT = re.compile(r"\s(?:(?:is|was) (?:out|over)|ends|ended|closes)\b", re.IGNORECASE)
_THIS_YEAR = re.compile(r"(?:(?:so far|already|to date) )?this year(?: (?:so far|alone|to date))?", re.IGNORECASE)
_DAY_OF = re.compile(r"\b([\w-]+)\sof\s$")
_BEFORE = "before "
_RECENT = re.compile(r"\b(?:recent|past few|last few|coming|next few)\s+(day|week|month)s\b", re.IGNORECASE)
_SHIFTING = {"day": 2, "week": 14, "month": 60}
"""Days between two publication dates from which "recent days" and the like mean another time."""


def date_alterations(a: Reading, b: Reading, group: Group) -> Iterator[Alteration]:
    """The dates of one group that differ."""
    left, right = moments(a, group.a), moments(b, group.b)
    found = edits(group)
    for x in list(left):
        twins = [y for y in right if _said(y) == _said(x)]
        twin = max(twins, key=lambda y: _near(x, y, group), default=None)
        if twin is None:
            continue
        left.remove(x)
        right.remove(twin)
        if {_side(x, a), _side(twin, b)} == {"before", "after"}:
            says = f"{_side(x, a)} “{x.span.text}” became {_side(twin, b)} “{twin.span.text}”"
            yield Alteration("date-changed", x.span, twin.span, "high", says)
        elif _shifted(x, twin, a, b):
            says = f"“{x.span.text}” means another time in the later text, which carries another date"
            if x.days and twin.days:
                says = f"“{x.span.text}” is {x.value} in the earlier text and {twin.value} in the later one"
            yield Alteration("date-shifted", x.span, twin.span, "medium", says)
        elif (
            (part := _part_before(x, a))
            and x.grain is not None
            and x.grain >= GRAINS.index("month")
            and not any(_PARTS.search(s.span.text) for s in group.b)
        ):
            where = span(a.annotation.text, x.span.start - len(part), x.span.end)
            yield Alteration("date-blurred", where, twin.span, "low", f"“{where.text}” became “{twin.span.text}”")
    for x in [m for m in left if m.clock]:
        y = next((y for y in right if y.clock == x.clock), None)
        if y is None:
            y = next((y for y in right if y.clock and (facing(x.span, y.span, found) or _near(x, y, group) >= CLOSE_MOVED)), None)
            if y is None or _elsewhere_clock(x, b) or _elsewhere_clock(y, a):
                continue
            yield Alteration("date-changed", x.span, y.span, "high", f"“{x.span.text}” became “{y.span.text}”")
        elif {_side(x, a), _side(y, b)} == {"before", "after"}:
            says = f"{_side(x, a)} “{x.span.text}” became {_side(y, b)} “{y.span.text}”"
            yield Alteration("date-changed", x.span, y.span, "high", says)
        elif _roughly(x, a) and not _roughly(y, b):
            yield Alteration("hedge-dropped", x.span, y.span, "low", f"“{x.span.text}” is no longer approximate: “{y.span.text}”")
        left.remove(x)
        right.remove(y)
    for x in list(left):
        same = [y for y in right if (_common(x, y) and not _coarser(x, y)) or _a_week_apart(x, y)]
        if same:
            twin = max(same, key=lambda y: _near(x, y, group))
            left.remove(x)
            right.remove(twin)
            from_new_year = _YEAR_START.search(x.span.text) and _THIS_YEAR.fullmatch(twin.span.text)
            out = _IS_OUT.match(b.annotation.text, twin.span.end) is not None  # "before next year is out"
            narrowed = (
                not (from_new_year or out)
                and _PART.search(x.span.text)
                and not _PART.search(twin.span.text)
                and x.value == twin.value
            )
            if narrowed and x.grain is not None and x.grain >= GRAINS.index("month"):
                says = f"“{x.span.text}” became “{twin.span.text}”"
                yield Alteration("date-blurred", x.span, twin.span, "low", says)
    yield from _paired(left, right, a, b, group, found)


def far_date_alterations(a: Reading, b: Reading) -> Iterator[Alteration]:
    """The relative days that either text gives once, in the same words, for the same thing, and that mean another day now."""
    sides = [(r, tuple(s for s in r.sentences if s.part == "body")) for r in (a, b)]
    left, right = ([m for m in moments(r, sentences) if m.days and _WEEKDAY.search(m.span.text)] for r, sentences in sides)
    for x in left:
        twins = [y for y in right if _said(y) == _said(x)]
        if len(twins) != 1 or [_said(z) for z in left].count(_said(x)) != 1 or not _shifted(x, twins[0], a, b):
            continue
        one, other = holder(x.span, sides[0][1]), holder(twins[0].span, sides[1][1])
        if one is not None and other is not None and len(content([one]) & content([other])) >= LEAST_SHARED:
            says = f"“{x.span.text}” is {x.value} in the earlier text and {twins[0].value} in the later one"
            yield Alteration("date-shifted", x.span, twins[0].span, "medium", says)


def _paired(
    left: Sequence[Moment], right: Sequence[Moment], a: Reading, b: Reading, group: Group, found: Edits
) -> Iterator[Alteration]:
    """The times that answer to each other though they do not agree."""
    rated = []
    alone = answer_alone(a, b, group)
    dated = [[m for m in side if m.days] for side in (left, right)]
    for i, x in enumerate(left):
        for j, y in enumerate(right):
            faces = facing(x.span, y.span, found)
            near = _near(x, y, group)
            if x.days and y.days:
                only = len(dated[0]) == 1 == len(dated[1]) and (
                    ((_alike(group) or alone) and (x.grain == y.grain or _common(x, y))) or _cut_down(x, y)
                )
                moved = not _common(x, y) and (_elsewhere(x, b) or _elsewhere(y, a))
                stands = faces or near >= (CLOSE_MOVED if moved else CLOSE) or (only and not moved)
            else:
                stands = faces or (alone and x.days is not None and y.vague and len(left) == 1 == len(right))
            if stands:
                rated.append((not faces, -near, i, j))
    used: set[tuple[str, int]] = set()
    for _, _, i, j in sorted(rated):
        if ("a", i) in used or ("b", j) in used:
            continue
        used |= {("a", i), ("b", j)}
        if not (
            _named_before(left[i], right[j], b)
            or _one_length(left[i], right[j])
            or _until(left[i], right[j], b)
            or _until(right[j], left[i], a)
        ):
            yield from _difference(left[i], right[j])


def _part_before(moment: Moment, reading: Reading) -> str:
    """The words before a month or a year that tell which part of it is meant: "first week of"; empty if there are none."""
    m = _PART_BEFORE.search(reading.annotation.text, max(0, moment.span.start - 30), moment.span.start)
    return m[0] if m else ""


def _said(moment: Moment) -> list[str]:
    """The words of a time, without the article before a season or a day."""
    return [w for w in words(moment.span.text) if w != "the"]


def _side(moment: Moment, reading: Reading) -> str | None:
    """Whether the word before a time is "before" or "after"."""
    m = _SIDE.search(reading.annotation.text, 0, moment.span.start)
    return m[1].lower() if m else None


def _roughly(moment: Moment, reading: Reading) -> bool:
    """Whether a word before a time, or at its beginning, makes it inexact."""
    return _ROUGHLY.search(reading.annotation.text, max(0, moment.span.start - 20), moment.span.end) is not None


def _named_before(x: Moment, y: Moment, reading: Reading) -> bool:
    """Whether the season or month of one time stands right before the other: "last spring", "the spring of last year"."""
    m = _PART_OF.search(reading.annotation.text, max(0, y.span.start - 20), y.span.start)
    if _YEAR_START.search(y.span.text) and x.days and x.days[0].month == 1:
        return True  # "since January", "since the start of the year"
    day = _DAY_OF.search(reading.annotation.text, max(0, y.span.start - 20), y.span.start)
    if day is not None and x.days and ordinal(day[1]) == x.days[0].day:
        return True  # "the fourth of May"
    return m is not None and m[1].lower()[:3] in {w[:3] for w in words(x.span.text)}


def _one_length(x: Moment, y: Moment) -> bool:
    """Whether two times lie equally far back in other units: "ten years ago", "a decade ago"."""
    far = []
    for moment in (x, y):
        m = _AGO.fullmatch(moment.span.text)
        many = (1.0 if m[1].lower() in ("a", "an") else value(m[1])) if m else None
        if m is None or many is None:
            return False
        far.append(many * DAYS[m[2].lower()])
    return abs(far[0] - far[1]) <= SAME_LENGTH * max(far)


def _until(x: Moment, y: Moment, reading: Reading) -> bool:
    """Whether one is the end of a stretch and the other what follows it: "by the end of 2027", "before 2028"."""
    before = reading.annotation.text[max(0, y.span.start - len(_BEFORE)) : y.span.start].lower().endswith(_BEFORE)
    return bool(before and x.days and y.days and (y.days[0] - x.days[1]).days == 1)


def _difference(x: Moment, y: Moment) -> Iterator[Alteration]:
    says = f"“{x.span.text}” became “{y.span.text}”"
    if y.vague:
        if not x.vague and not ANAPHORIC.search(x.span.text) and x.span.text.lower() not in ("current", "currently", "now"):
            yield Alteration("date-blurred", x.span, y.span, "low", says)
    elif x.days and y.days:
        kind = "date-blurred" if _common(x, y) else "date-changed"
        if kind == "date-changed" or _coarser(x, y):
            yield Alteration(kind, x.span, y.span, "high" if kind == "date-changed" else "low", says)  # type: ignore[arg-type]
    elif x.grain is not None and y.grain is not None and not x.vague:
        if y.grain > x.grain:
            yield Alteration("date-blurred", x.span, y.span, "low", says)
        elif y.grain == x.grain and "X" in x.value and "X" in y.value and x.value != y.value:
            yield Alteration("date-changed", x.span, y.span, "high", says)


def _alike(group: Group) -> bool:
    return len(group.a) + len(group.b) <= 3 and alike(group)


def _elsewhere_clock(moment: Moment, reading: Reading) -> bool:
    return any(clock(t.span, t.value, reading) == moment.clock for t in reading.annotation.times)


def _common(x: Moment, y: Moment) -> bool:
    return bool(x.days and y.days and x.days[0] <= y.days[1] and y.days[0] <= x.days[1])


def _a_week_apart(x: Moment, y: Moment) -> bool:
    """Whether two times are the same day of two weeks, and one names just the weekday: it may be that of either week."""
    if not (x.days and y.days) or any((m.days[1] - m.days[0]).days > NIGHT for m in (x, y) if m.days):
        return False
    bare = any(_WEEKDAY.search(m.span.text) and not (_WHICH_WEEK.search(m.span.text) or _ABSOLUTE.search(m.span.text))
               for m in (x, y))  # fmt: skip
    return bare and abs((x.days[0] - y.days[0]).days) == WEEK


def _cut_down(x: Moment, y: Moment) -> bool:
    """Whether the second is the first without its day, or without day and month: "4 August", "August"."""
    left = set(words(y.span.text))
    return _common(x, y) and _coarser(x, y) and bool(left) and left < set(words(x.span.text))


def _coarser(x: Moment, y: Moment) -> bool:
    """Whether the second stretch is longer by much: a month for a day, a year for a month."""
    if not (x.days and y.days):
        return False
    return (y.days[1] - y.days[0]).days > 3 * ((x.days[1] - x.days[0]).days + 1)


def _shifted(x: Moment, y: Moment, a: Reading, b: Reading) -> bool:
    """Whether the same words mean other days in the two texts."""
    if x.days and y.days:
        if _a_week_apart(x, y) and not _passed(x, a, b):
            return False
        return not _common(x, y) and bool(_DEICTIC.search(x.span.text)) and not _ABSOLUTE.search(x.span.text)
    first, second = day_of(a.annotation.published), day_of(b.annotation.published)
    m = _RECENT.search(x.span.text)
    return bool(m and first and second and abs((second - first).days) >= _SHIFTING[m[1].lower()])


def _passed(x: Moment, a: Reading, b: Reading) -> bool:
    """Whether the day of the week of a time came round between the two publications, so that its name may mean another."""
    first, second = day_of(a.annotation.published), day_of(b.annotation.published)
    if first is None or second is None or x.days is None:
        return True
    return (second - first).days >= WEEK or any(
        (first + timedelta(days=n)).weekday() == x.days[0].weekday() for n in range((second - first).days + 1)
    )


def _near(x: Moment, y: Moment, group: Group) -> float:
    return closeness(surroundings(x.span, group.a), surroundings(y.span, group.b))


def _elsewhere(time: Moment, reading: Reading) -> bool:
    """Whether a text gives the very same date at some place."""
    return any(t.value == time.value for t in reading.annotation.times)
