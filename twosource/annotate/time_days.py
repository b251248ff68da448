"""Which day does an expression mean?

Method: functions from the match of a rule and its `Context` to a type and a TIMEX3 value. What is told relative to a day is
counted from the day of publication, or from the day named last ("two days later", "the same day"); a bare weekday or date is
the last such day up to publication, or the next where its clause speaks of the future. Without a day to count from, the value
keeps the part that is known (`XXXX-WXX-1` for Monday): no day is made up.
"""

import datetime
import re
from typing import Literal

import msgspec

from twosource.annotate.time_words import DAY_PARTS, LAST, MONTHS, NEXT, NUMBERS, WEEKDAYS, number
from twosource.records import TimeType
from twosource.values.dates import day_of

Tense = Literal["past", "present", "future"]
Found = tuple[TimeType, str] | None

REACH_OF_PAST = 2
"""A month or day without a year lies at most so many months ahead in a clause of the past: what is later was last year.
Set by reason: of a day ten months back a writer says so, and the verb near a date is often that of saying."""
FIXED_FEASTS = {
    "christmas day": "12-25",
    "christmas eve": "12-24",
    "christmas": "12-25",
    "new year's day": "01-01",
    "new year's eve": "12-31",
    "halloween": "10-31",
    "valentine's day": "02-14",
    "may day": "05-01",
    "boxing day": "12-26",
    "independence day": "07-04",
    "the fourth of july": "07-04",
    "bastille day": "07-14",
    "veterans day": "11-11",
    "armistice day": "11-11",
    "st. patrick's day": "03-17",
    "international women's day": "03-08",
}
MOVING_FEASTS = {
    "thanksgiving": (11, 4, 4), "thanksgiving day": (11, 4, 4), "labor day": (9, 1, 1), "memorial day": (5, 1, -1),
    "presidents day": (2, 1, 3), "martin luther king jr. day": (1, 1, 3), "columbus day": (10, 1, 2), "mother's day": (5, 7, 2),
    "father's day": (6, 7, 3), "election day": (11, 2, 0),
}  # fmt: skip
"""Feasts on a weekday of a month: month, weekday (1 Monday), the how-manieth (-1 the last; 0: after the first Monday). As kept in
the United States, whose newsrooms name them without a country."""
ELSEWHERE_TOO = frozenset({"election day", "independence day"})
"""Days that other countries keep on days of their own: news far from the American one means another's."""
ABOUT = 60
"""Days before and after it in which news may mean that one."""


class Context(msgspec.Struct):
    """What a value rests on: the day of publication, the clause's tense and the dates named before, the latest last."""

    published: datetime.date | None
    tense: Tense | None
    before: tuple[str, ...]
    same_sentence: tuple[str, ...]


def iso(day: datetime.date) -> str:
    return day.isoformat()


def shift(day: datetime.date, days: int) -> datetime.date:
    return day + datetime.timedelta(days=days)


def last_day(context: Context) -> datetime.date | None:
    """The day named last, if what was named last is a day."""
    named = next(reversed(context.same_sentence or context.before), "")
    return _date(named[:10]) if re.match(r"\d{4}-\d\d-\d\d", named) else None


def year_of(month: int, day: int | None, context: Context) -> str:
    """The year that a month or a day without a year means: by tense, and where that tells nothing the nearest."""
    now = context.published
    if now is None:
        return "XXXX"
    ahead = (month - now.month) + ((day or now.day) - now.day) / 31
    reach = {"past": REACH_OF_PAST, "future": 12 - REACH_OF_PAST}.get(context.tense or "", 6)
    return str(now.year + (1 if ahead < reach - 12 else -1 if ahead > reach else 0))


def month_of(m: re.Match[str]) -> int:
    return MONTHS[m["month"][:3].lower()]


def month_day(m: re.Match[str], context: Context) -> Found:
    """`July 3`, `last Oct. 23`, `June 3-5, 2025`."""
    month, day, now = month_of(m), int(m["day"]), context.published
    which = (m["which"] or "").lower()
    year = m["year"] or year_of(month, day, context)
    if not m["year"] and now and which in LAST | NEXT:
        passed = (month, day) < (now.month, now.day)
        year = str(now.year + (passed - 1 if which in LAST else int(passed)))
    first = _full(year, month, day)
    if first is None or not m["until"]:
        return first
    last = _full(year, month, int(m["until"]))
    return ("DATE", f"{first[1]}/{last[1]}") if last and first[1] < last[1] else first


def day_month(m: re.Match[str], context: Context) -> Found:
    month, day = month_of(m), int(m["day"])
    return _full(m["year"] or year_of(month, day, context), month, day)


def numeric(m: re.Match[str], _: Context) -> Found:
    first, second, year = int(m["first"]), int(m["second"]), m["year"]
    year = year if len(year) == 4 else ("20" if int(year) < 70 else "19") + year
    if m["mark"] == "." or first > 12:  # dots are a European habit; month 13 is none
        first, second = second, first
    return _full(year, first, second) if 1 <= first <= 12 else None


def iso_day(m: re.Match[str], _: Context) -> Found:
    return _full(m["year"], int(m["number_of_month"]), int(m["day"]))


def day_of_month(m: re.Match[str], context: Context) -> Found:
    """`the 23rd`: of the month named, else the last one up to publication or the next, by tense."""
    day, now, of = int(m["day"]), context.published, (m["of"] or "").lower()
    if now is None:
        return "DATE", f"XXXX-XX-{day:02d}"
    step = {"last": -1, "next": 1}.get(of, 0)
    if not of:
        step = 1 if context.tense == "future" and day < now.day else -1 if context.tense != "future" and day > now.day else 0
    total = now.year * 12 + now.month - 1 + step
    return _full(str(total // 12), total % 12 + 1, day)


def weekday(m: re.Match[str], context: Context) -> Found:
    wanted, now = WEEKDAYS[m["weekday"][:3].lower()], context.published
    named = last_day(context)
    which, part = (m["which"] or "").lower(), (m["part"] or "").lower()
    if now is None:
        day = f"XXXX-WXX-{wanted}"
    else:
        back, ahead = (now.isoweekday() - wanted) % 7, (wanted - now.isoweekday()) % 7
        if which == "following" and named is not None:  # after the day named last
            by = (named - now).days + ((wanted - named.isoweekday()) % 7 or 7)
        elif which in LAST:
            by = -(back or 7)
        elif which in NEXT:
            by = ahead or 7
        elif which in ("this", "current"):
            by = -back if context.tense == "past" else ahead
        else:
            by = ahead if context.tense == "future" else -back
        day = iso(shift(now, by))
    return ("TIME", f"{day}T{DAY_PARTS[part]}") if part else ("DATE", day)


def weekday_ago(m: re.Match[str], context: Context) -> Found:
    """`a week ago Sunday`: so many weeks before the last Sunday."""
    weeks, now, wanted = number(m["number"]), context.published, WEEKDAYS[m["weekday"][:3].lower()]
    if now is None or weeks is None:
        return "DATE", f"XXXX-WXX-{wanted}"
    return "DATE", iso(shift(now, -((now.isoweekday() - wanted) % 7) - round(7 * weeks)))


def weekday_of_week(m: re.Match[str], context: Context) -> Found:
    """`Monday last week`, `Friday night of next week`: the day of that week; `Thursday week`: a week after the coming one."""
    wanted, now, week = WEEKDAYS[m["weekday"][:3].lower()], context.published, m["week"].lower()
    part = (m.groupdict().get("part") or "").lower()
    if now is None:
        day = f"XXXX-WXX-{wanted}"
    elif week == "week":
        day = iso(shift(now, ((wanted - now.isoweekday()) % 7 or 7) + 7))
    else:
        day = iso(shift(now, wanted - now.isoweekday() + 7 * ((week in NEXT) - (week in LAST))))
    return ("TIME", f"{day}T{DAY_PARTS[part]}") if part else ("DATE", day)


def near_day(m: re.Match[str], context: Context) -> Found:
    word, part, now = m["word"].lower(), (m["part"] or "").lower(), context.published
    by = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    if now is None:
        vague = {"yesterday": "PAST_REF", "tomorrow": "FUTURE_REF"}.get(word, "PRESENT_REF")
        return ("TIME" if part else "DATE"), vague
    if "day before" in word or "day after" in word:
        by = -2 if "before" in word else 2
    day = iso(shift(now, by))
    return ("TIME", f"{day}T{DAY_PARTS[part]}") if part else ("DATE", day)


def near_part(m: re.Match[str], context: Context) -> Found:
    """`tonight`, `this morning`, `last night`; overnight is the night that has just ended."""
    words, now = m[0].lower(), context.published
    part = "NI" if words.endswith(("tonight", "overnight")) else DAY_PARTS[words.split()[-1]]
    before = words.endswith("overnight") or "last " in words or "the previous " in words
    if now is None:
        return "TIME", f"XXXX-XX-XXT{part}"
    return "TIME", f"{iso(shift(now, -1 if before else 0))}T{part}"


def same_day(m: re.Match[str], context: Context) -> Found:
    """`the same day`, `later in the day`, `the next day`: counted from the day named last."""
    words = m[0].lower()
    by = -1 if re.search(r"previous|before", words) else 1 if re.search(r"next|following|after", words) else 0
    day = last_day(context)
    if day is None and by == 0 and "same" not in words and "that" not in words:
        day = context.published
    return "DATE", "XXXX-XX-XX" if day is None else iso(shift(day, by))


def feast(m: re.Match[str], context: Context) -> Found:
    name = m["holiday"].lower().replace("’", "'")
    found = _feast(m, name, context)
    day = None if found is None else day_of(found[1])
    if name in ELSEWHERE_TOO and day is not None and context.published is not None:
        return found if abs((day - context.published).days) <= ABOUT else None
    return found


def _feast(m: re.Match[str], name: str, context: Context) -> Found:
    if name in FIXED_FEASTS:
        month, day = (int(x) for x in FIXED_FEASTS[name].split("-"))
        return _full(m["year"] or year_of(month, day, context), month, day)
    month, wanted, turn = MOVING_FEASTS[name]
    year = m["year"] or year_of(month, {0: 5, -1: 28}.get(turn, 7 * turn - 3), context)
    if not year.isdigit():
        return "DATE", f"XXXX-{month:02d}"
    if turn < 0:
        end = datetime.date(int(year), month, 31)
        return "DATE", iso(shift(end, -((end.isoweekday() - wanted) % 7)))
    start = datetime.date(int(year), month, 1 if turn else 2)  # election day is never the first
    return "DATE", iso(shift(start, (wanted - start.isoweekday()) % 7 + 7 * max(turn - 1, 0)))


def clock(m: re.Match[str], context: Context) -> Found:
    words = m["hour"].lower()
    hour, minute = NUMBERS[words] if words in NUMBERS else int(words), int(m["minute"] or 0)
    groups = m.groupdict()
    half = (groups.get("half") or "").replace(".", "").lower()
    part = (groups.get("part") or "").lower()
    if (half or part) and not 1 <= hour <= 12:
        return None
    late = half == "pm" or part in ("afternoon", "evening") or (part == "night" and hour >= 6)
    if half or part:
        hour = hour % 12 + 12 if late else hour % 12
    if hour > 23 or minute > 59:
        return None
    day = next((v[:10] for v in reversed(context.same_sentence) if re.match(r"[\dX]{4}-[\dX]{2}-[\dX]{2}", v)), "")
    if not day and context.tense == "past" and (named := last_day(context)):
        day = iso(named)
    return "TIME", f"{day}T{hour:02d}:{minute:02d}{'Z' if groups.get('zone') else ''}"


def _full(year: str, month: int, day: int) -> Found:
    if not 1 <= month <= 12 or _date(f"{int(year) if year.isdigit() else 2000:04d}-{month:02d}-{day:02d}") is None:
        return None
    return "DATE", f"{year}-{month:02d}-{day:02d}"


def _date(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:  # no such day in this year
        return None
