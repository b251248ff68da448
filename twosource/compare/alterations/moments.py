"""Which times do some sentences of a text give, and how exactly?

Method: the time expressions outside quotation marks, each with its days where its value (TIMEX3) gives any, its grain where it
does not, the hour if it is one alone, and whether it leaves open which time it means; words like "recently" beside them. A day
and the year behind it ("August 3 last year") are one.

Known failures: an expression that counts from another date ("later that year") has neither days nor grain.
"""

import re
from collections.abc import Sequence

import msgspec

from twosource.compare.alterations.groups import within
from twosource.records import Reading, Sentence, Span
from twosource.text import overlaps, span
from twosource.values.dates import Days, interval

ANAPHORIC = re.compile(r"\b(?:previous|following|later|earlier|same|that|before|after)\b", re.IGNORECASE)
"""Words that count from another date of the text, which is not resolved."""
_VAGUE = re.compile(
    r"\b(?:recent(?:ly)?|earlier|shortly|soon|later|lately|previous(?:ly)?|former(?:ly)?|once|eventually|some time|"
    r"a while|in the past|long ago|(?:years|months|weeks|days|decades) ago)\b",
    re.IGNORECASE,
)
"""Words that put something before or after, and leave open when (Quirk et al. 1985, 8.51 and following)."""
_HOUR = re.compile(
    r"(?:about |around |at )?\d{1,2}(?:[:.]\d\d)?"
    r"(?:\s?[ap]\.?\s?m\.?|\so['’]clock(?:\s(?:in the (?:morning|afternoon|evening)|at night))?)?",
    re.IGNORECASE,
)
"""A time of day with nothing else."""
_ZONE = re.compile(r"\b(?:GMT|UTC|[ECMP][SD]?T|B?ST|CES?T)\b|\blocal\b")
_OFFSET = re.compile(
    r"\b(?:an?|one|two|three|four|five|six|\d+)\s(?:hour|day|week|month|year)s?\s(?:earlier|before|later|after)\b", re.I
)
"""So long before or after another time: as exact as that."""
GRAINS = ("second", "minute", "hour", "part of a day", "day", "week", "month", "season", "year", "decade", "century")
_GRAIN = (
    (re.compile(r"PT.*H|PTXH"), "hour"), (re.compile(r"PT"), "minute"),
    (re.compile(r".*T(?:MO|AF|EV|NI)$"), "part of a day"), (re.compile(r".*T\d\d"), "hour"),
    (re.compile(r".*-WXX-\d|.*-W\d\d-\d|[\dX]{4}-[\dX]{2}-\d\d$|PRESENT_REF|P[\dX]*D"), "day"),
    (re.compile(r".*-W[\dX]{2}(?:-WE)?$|P[\dX]*W"), "week"), (re.compile(r"[\dX]{4}-(?:SP|SU|FA|WI|Q\d|H\d)"), "season"),
    (re.compile(r"[\dX]{4}-[\dX]{2}$|P[\dX]*M"), "month"), (re.compile(r"[\dX]{4}$|P[\dX]*Y"), "year"),
    (re.compile(r"\d{3}$|P[\dX]*E|P[\dX]*DE"), "decade"), (re.compile(r"\d\d$"), "century"),
)  # fmt: skip
"""The grain of a TIMEX3 value; the first that fits."""
_YEAR_BEHIND = re.compile(r"(?:last|this|next) year", re.IGNORECASE)


class Moment(msgspec.Struct, frozen=True):
    """A time in a text.

    Its days, None if unknown; its grain, None if unknown; whether it leaves open which one it means; the hour and minute if it is
    a time of day alone, in no named zone.
    """

    span: Span
    value: str
    days: Days | None
    grain: int | None
    vague: bool
    clock: str | None = None


def moments(reading: Reading, sentences: Sequence[Sentence]) -> list[Moment]:
    """The times outside quotation marks in some sentences, those with a value and the vague words besides."""
    spans = set(within((t.span for t in reading.annotation.times), sentences))
    quoted = [q.inner for q in reading.quotations if not q.scare]
    found = []
    for time in reading.annotation.times:
        if time.span in spans and (time.type != "SET") and not inside_any(time.span, quoted):
            counted = bool(ANAPHORIC.search(time.span.text.removeprefix("earlier this")))
            days = None if counted else interval(time.value)
            vague = (
                bool(_VAGUE.search(time.span.text)) and days is None and not _OFFSET.search(time.span.text)
            ) or time.value in ("PAST_REF", "FUTURE_REF")
            if time.type != "DURATION" or "X" in time.value:
                open_ended = time.type == "DURATION" and (vague or re.fullmatch(r"P(?:X[MWYDE]|XDE)", time.value) is not None)
                grain = None if counted else _grain(time.value)
                found.append(
                    Moment(time.span, time.value, days, grain, vague or open_ended, clock(time.span, time.value, reading))
                )
    text = reading.annotation.text
    found = _joined(found, text)
    for sentence in sentences:
        for m in _VAGUE.finditer(sentence.span.text):
            where = span(text, sentence.span.start + m.start(), sentence.span.start + m.end())
            if not any(overlaps(where, f.span) for f in found) and not inside_any(where, quoted):
                found.append(Moment(where, "", None, None, True))
    return found


def _joined(found: Sequence[Moment], text: str) -> list[Moment]:
    """The times, those joined that make one: "August 3 last year"."""
    joined: list[Moment] = []
    for y in sorted(found, key=lambda m: m.span.start):
        x = joined[-1] if joined else None
        dated = x is not None and re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?", x.value)
        if x is not None and dated and _YEAR_BEHIND.fullmatch(y.span.text) and text[x.span.end : y.span.start].strip(", ") == "":
            day = y.value[:4] + x.value[4:]
            joined[-1] = Moment(span(text, x.span.start, y.span.end), day, interval(day), _grain(day), False)
        else:
            joined.append(y)
    return joined


def clock(where: Span, value: str, reading: Reading) -> str | None:
    """The hour, and the minute if it is not zero, of a time of day that stands alone and in no named zone; None of others."""
    m = re.search(r"T(\d\d(?::\d\d)?)", value)
    if m is None or not _HOUR.fullmatch(where.text) or _ZONE.search(reading.annotation.text, where.start, where.end + 24):
        return None
    return m[1].removesuffix(":00")


def _grain(value: str) -> int | None:
    name = next((name for pattern, name in _GRAIN if pattern.match(value)), None)
    return GRAINS.index(name) if name else None


def inside_any(where: Span, stretches: Sequence[Span]) -> bool:
    """Whether a stretch begins within any of the others."""
    return any(x.start <= where.start < x.end for x in stretches)
