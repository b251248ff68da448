"""Which days does a TIMEX3 value stand for, and can two values mean the same day?

A value is what `annotate.times` gives: a day (`2025-07-03`, perhaps with a time of day, `2025-07-03T21:00`, `2025-07-03TNI`),
a week (`2025-W27`), a weekend (`2025-W27-WE`), a month, a quarter (`2025-Q3`), a half-year (`2025-H1`), a season (`2025-SU`),
a year, a decade (`199`), a century (`19`), or a range of two of them (`2025-06-01/2025-06-10`). A value with an unknown part
(`XXXX-06`), a duration (`P3W`) or a vague reference (`PAST_REF`) has no days: every function answers None for it.

A season is taken as of the northern half of the world, by whole months, as TIMEX3 leaves it open; the winter of a year runs
from its December into the next year. A night runs into the next morning, so it covers two days.
"""

import calendar
import datetime
import re

from twosource.records import DatePrecision

Days = tuple[datetime.date, datetime.date]
"""First and last day, both inclusive."""

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(.*))?$")
_PUBLISHED = re.compile(r"\s*(\d{4})-(\d\d)-(\d\d)(?!\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?$")
_PARTS = {
    "Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12),
    "SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14),
}  # fmt: skip
"""First and last month of the parts of a year; 14 is the February of the next."""


def day_of(published: str | None) -> datetime.date | None:
    """The day of a publication date in ISO form, with or without a time; None if it gives no full day."""
    m = _PUBLISHED.match(published or "")
    return _day(int(m[1]), int(m[2]), int(m[3])) if m else None


def precision(value: str) -> DatePrecision | None:
    """How exactly a value tells the day; None where it tells no days."""
    if interval(value) is None:
        return None
    if _DAY.match(value):
        return "day"
    if _WEEK.match(value) and not value.endswith("WE"):
        return "week"
    if re.fullmatch(r"\d{4}-\d\d", value):
        return "month"
    return "year" if re.fullmatch(r"\d{4}", value) else "range"


def interval(value: str) -> Days | None:
    """The first and the last day that a value covers; None where it tells no days or is no date."""
    if "/" in value:
        first, _, last = value.partition("/")
        start, end = interval(first), interval(last)
        return (start[0], end[1]) if start and end and start[0] <= end[1] else None
    if m := _DAY.match(value):
        day = _day(int(m[1]), int(m[2]), int(m[3]))
        if day is None:
            return None
        return (day, _plus(day, 1)) if m[4] == "NI" else (day, day)
    if m := _WEEK.match(value):
        return _week(int(m[1]), int(m[2]), weekend=m[3] is not None)
    if m := re.fullmatch(r"(\d{4})-(\d\d)", value):
        return _months(int(m[1]), int(m[2]), int(m[2])) if 1 <= int(m[2]) <= 12 else None
    if (m := re.fullmatch(r"(\d{4})-([QHSFW][1-4PUAI])", value)) and m[2] in _PARTS:
        return _months(int(m[1]), *_PARTS[m[2]])
    if re.fullmatch(r"\d{2,4}", value):
        missing = 4 - len(value)
        return _years(int(value + "0" * missing), int(value + "9" * missing))
    return None


def compatible(a: str, b: str) -> bool | None:
    """Whether two values share a day, or are durations of one length; None where either tells neither."""
    if a.startswith("P") and b.startswith("P"):
        lengths = [_hours(value) for value in (a, b)]
        return None if None in lengths else lengths[0] == lengths[1]
    first, second = interval(a), interval(b)
    if first is None or second is None:
        return None
    return first[0] <= second[1] and second[0] <= first[1]


def _hours(duration: str) -> float | None:
    """The hours of a plain duration ("P2D", "PT48H"); None of one in months or years, which have no fixed length, or open."""
    m = re.fullmatch(r"P(?:T(\d+)(H|M)|(\d+)(D|W))", duration)
    if m is None:
        return None
    return int(m[1]) / (1 if m[2] == "H" else 60) if m[1] else int(m[3]) * (24 if m[4] == "D" else 168)


def days_apart(a: str, b: str) -> int | None:
    """Days from one value to the other, 0 where they share a day; None where either tells no days."""
    first, second = interval(a), interval(b)
    if first is None or second is None:
        return None
    return max(0, (first[0] - second[1]).days, (second[0] - first[1]).days)


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:  # the thirtieth of February, month 13: no such day
        return None


def _plus(day: datetime.date, days: int) -> datetime.date:
    return datetime.date.fromordinal(min(day.toordinal() + days, datetime.date.max.toordinal()))


def _week(year: int, week: int, weekend: bool) -> Days | None:
    try:
        monday = datetime.date.fromisocalendar(year, week, 1)
    except ValueError:  # a year has 52 or 53 weeks
        return None
    return (_plus(monday, 5 if weekend else 0), _plus(monday, 6))


def _months(year: int, first: int, last: int) -> Days | None:
    if not 1 <= year < 9999:
        return None
    end_year, end = year + (last - 1) // 12, (last - 1) % 12 + 1
    return datetime.date(year, first, 1), datetime.date(end_year, end, calendar.monthrange(end_year, end)[1])


def _years(first: int, last: int) -> Days | None:
    return (datetime.date(first, 1, 1), datetime.date(last, 12, 31)) if 1 <= first <= last else None
