"""How long, how often, and how long before or after?

Method: as in `time_days`. A length ("three weeks") is a DURATION, a repetition ("every Monday") a SET, and a length with "ago",
"later" or "earlier" a date, counted from publication or from the day named last where that is known well enough for the
unit: `two days later` needs a day, `two years later` a year.
"""

import datetime
import re
from collections.abc import Callable

from twosource.annotate.time_days import Context, Found, iso, shift
from twosource.annotate.time_periods import VAGUE, compares, months_on, reported, week, year_back
from twosource.annotate.time_words import DAY_PARTS, UNITS, WEEKDAYS, duration, number
from twosource.records import TimeType
from twosource.values.dates import interval


def ago(m: re.Match[str], context: Context) -> Found:
    if m["unit"].lower() == "year" and number(m["number"]) == 1 and compares(m) and (told := reported(context)):
        return "DATE", year_back(told)
    return _shifted(m, context.published, -1, spoken=True)


def from_named(m: re.Match[str], context: Context) -> Found:
    """`two days later`: counted from the date named last, where it is a day (for days) or at least known."""
    sign = 1 if m["way"].lower() in ("later", "after", "afterwards") else -1
    unit, amount = m["unit"].lower(), number(m["number"])
    if unit == "year" and amount == 1 and sign < 0 and compares(m) and (told := reported(context)):
        return "DATE", year_back(told)
    named = next(reversed(context.same_sentence or context.before), None)
    if named and unit == "year" and re.fullmatch(r"\d{4}-(?:Q\d|\d\d)", named) and amount is not None:
        return "DATE", f"{int(named[:4]) + sign * int(amount)}{named[4:]}"
    known = interval(named) if named else None
    exact = known and (known[0] == known[1] or unit == "year" or (unit == "month" and (known[1] - known[0]).days < 31))
    return _shifted(m, known[0] if known and exact else None, sign, spoken=False)


def length(m: re.Match[str], _: Context) -> Found:
    if m["unit"].lower() == "quarter" and (m["number"].lower() == "a" or "-" in m[0]):
        return None  # three-quarters, a quarter of: a fraction
    return "DURATION", duration(number(m["number"]), m["unit"])


def one_unit(m: re.Match[str], _: Context) -> Found:
    return "DURATION", duration(1, m["unit"])


def unknown_length(m: re.Match[str], _: Context) -> Found:
    return "DURATION", duration(None, m["unit"])


def repeated(m: re.Match[str], _: Context) -> Found:
    return "SET", duration(1, m["unit"])


def every_weekday(m: re.Match[str], _: Context) -> Found:
    part = m.groupdict().get("part")
    return "SET", f"XXXX-WXX-{WEEKDAYS[m['weekday'][:3].lower()]}" + (f"T{DAY_PARTS[part.lower()]}" if part else "")


def fixed(kind: TimeType, value: str) -> Callable[[re.Match[str], Context], Found]:
    """A rule whose words always mean the same."""

    def give(_: re.Match[str], __: Context) -> Found:
        return kind, value

    return give


def _shifted(m: re.Match[str], start: datetime.date | None, sign: int, *, spoken: bool) -> Found:
    """So many units before or after a day; `spoken`: counted from the day of speech, so that a vague number is just the past."""
    amount, unit = number(m["number"]), m["unit"].lower()
    place, letter, factor = UNITS[unit]
    if place == "T":
        return "TIME", "PAST_REF" if sign < 0 else "FUTURE_REF"
    if amount is None or start is None:
        unknown = VAGUE[{"D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year"}[letter]]
        return "DATE", "PAST_REF" if amount is None and spoken else unknown
    amount *= factor * sign
    if letter == "D":
        return "DATE", iso(shift(start, round(amount)))
    if letter == "W":
        return "DATE", week(shift(start, round(7 * amount)))
    if letter in "MQ" or amount != int(amount):
        year, month = months_on(start.year, start.month, round(amount * {"M": 1, "Q": 3}.get(letter, 12)))
        return "DATE", f"{year:04d}-{month:02d}"
    year = start.year + int(amount)
    return ("DATE", f"{year:04d}"[: 4 if factor == 1 else 3]) if year > 0 else None
