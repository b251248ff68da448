"""Which week, month, quarter, season or year does an expression mean?

Method: as in `time_days`, functions from the match of a rule and its `Context` to a type and a TIMEX3 value. A quarter, a week
or a year that is only pointed at ("the quarter", "that week", "a year ago" in a company's report) is told from the one named
last.
"""

import datetime
import re

from twosource.annotate.time_days import Context, Found, last_day, month_of, shift, year_of
from twosource.annotate.time_words import LAST, NEXT, ORDINALS, SEASONS, TENS, spelt_year

_COMPARED = re.compile(
    r"\b(?:from|compared (?:with|to)|against|versus|than)\b.*[\d%$£€]|\b[a-z]+ (?:from|compared with|compared to|than) $"
)
"""A comparison of figures."""
VAGUE = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "year": "XXXX",
}


def step_of(which: str) -> int:
    return -1 if which in LAST else 1 if which in NEXT else 0


def months_on(year: int, month: int, by: int) -> tuple[int, int]:
    total = year * 12 + month - 1 + by
    return total // 12, total % 12 + 1


def week(day: datetime.date) -> str:
    year, number, _ = day.isocalendar()
    return f"{year}-W{number:02d}"


def unit_around(day: datetime.date, unit: str, step: int = 0) -> str:
    """The week, month, quarter or year that a day lies in, or one so many steps on."""
    if unit == "day":
        return shift(day, step).isoformat()
    if unit in ("week", "weekend"):
        return week(shift(day, 7 * step)) + ("-WE" if unit == "weekend" else "")
    if unit == "year":
        return f"{day.year + step:04d}"
    year, month = months_on(day.year, day.month, step * (3 if unit == "quarter" else 1))
    return f"{year}-Q{(month + 2) // 3}" if unit == "quarter" else f"{year}-{month:02d}"


def named_quarter(context: Context) -> str | None:
    """The quarter named last."""
    named = context.before + context.same_sentence
    return next((v for v in reversed(named) if re.fullmatch(r"\d{4}-Q\d", v)), None)


def reported(context: Context) -> str | None:
    """The quarter that a company's report is about: the latest one named that had begun by the day of publication."""
    now = "9999" if context.published is None else unit_around(context.published, "quarter")
    named = context.before + context.same_sentence
    return max((v for v in named if re.fullmatch(r"\d{4}-Q\d", v) and v <= now), default=None)


def year_back(value: str) -> str:
    return f"{int(value[:4]) - 1}{value[4:]}"


def compares(m: re.Match[str]) -> bool:
    """Whether figures stand before the words: `up from $3 million a year ago`."""
    return _COMPARED.search(m.string, 0, m.start()) is not None


def month(m: re.Match[str], context: Context) -> Found:
    number, now = month_of(m), context.published
    if m["year"]:
        return "DATE", f"{m['year']}-{number:02d}"
    which = (m["which"] or "").lower()
    if now and m["of"]:
        return "DATE", f"{now.year + {'last': -1, 'this': 0, 'next': 1}[m['of']]}-{number:02d}"
    if now and which in LAST:
        return "DATE", f"{now.year if number < now.month else now.year - 1}-{number:02d}"
    if now and which in NEXT:
        return "DATE", f"{now.year if number > now.month else now.year + 1}-{number:02d}"
    if now and which in ("this", "current"):
        return "DATE", f"{now.year}-{number:02d}"
    return "DATE", f"{year_of(number, None, context)}-{number:02d}"


def which_unit(m: re.Match[str], context: Context) -> Found:
    unit, which, now = m["unit"].lower(), m["which"].lower(), context.published
    if which == "same":
        now = last_day(context)
    if now is None:
        return "DATE", VAGUE[unit]
    step = step_of(which)
    if unit == "year" and step < 0 and compares(m) and (told := reported(context)):
        return "DATE", year_back(told)
    if unit == "quarter" and step == 0 and which == "same":
        return "DATE", named_quarter(context) or VAGUE[unit]
    return "DATE", unit_around(now, unit, step)


def that_unit(m: re.Match[str], context: Context) -> Found:
    """`that week`, `that year`: around the day named last."""
    unit, day = m["unit"].lower(), last_day(context)
    if unit == "quarter" and (named := named_quarter(context)):
        return "DATE", named
    if day is not None:
        return "DATE", unit_around(day, unit)
    named_last = next(reversed(context.same_sentence or context.before), "")
    if unit == "year" and re.match(r"\d{4}", named_last):
        return "DATE", named_last[:4]
    return "DATE", named_last if unit == "month" and re.fullmatch(r"\d{4}-\d\d", named_last) else VAGUE[unit]


def current_unit(m: re.Match[str], context: Context) -> Found:
    """`by the end of the year`, `later in the week`, `now into its fourth year`: the one that runs."""
    unit = m["unit"].lower()
    day = last_day(context) if unit == "day" and context.same_sentence else None
    day = day or context.published
    return "DATE", VAGUE[unit] if day is None else unit_around(day, unit)


def weekend(_: re.Match[str], context: Context) -> Found:
    now = context.published
    if now is None:
        return "DATE", "XXXX-WXX-WE"
    late = now.isoweekday() >= 6 or context.tense == "future"
    return "DATE", week(now if late else shift(now, -7)) + "-WE"


def quarter(m: re.Match[str], context: Context) -> Found:
    half, now = m["kind"].lower() == "half", context.published
    digit = ORDINALS.get(m["ordinal"].lower(), 2 if half else 4)
    if half and digit > 2:
        return None
    year = _year_beside(m, context)
    if not year and now:  # the last one that has begun, or the next for a plan
        current = (now.month - 1) // (6 if half else 3) + 1
        year = str(now.year if digit <= current or context.tense == "future" else now.year - 1)
    return "DATE", f"{year or 'XXXX'}-{'H' if half else 'Q'}{digit}"


def same_quarter(m: re.Match[str], context: Context) -> Found:
    """`the quarter`, `the latest quarter`, `the latest period` of a company's report."""
    latest = m["latest"] or m["latest_2"]
    if named := (reported(context) if latest else named_quarter(context)):
        return "DATE", named
    if not m["latest"]:
        return None
    if context.published is None:
        return "DATE", "XXXX-QX"
    return "DATE", unit_around(context.published, "quarter", -1)


def year_before(m: re.Match[str], context: Context) -> Found:
    """`the year-ago quarter`, `the same period last year`: of a report's quarter, else of the month named last."""
    if told := reported(context):
        return "DATE", year_back(told)
    named = next(reversed(context.before + context.same_sentence), "")
    if re.fullmatch(r"\d{4}-\d\d", named):
        return "DATE", year_back(named)
    return "DATE", "XXXX" if context.published is None else f"{context.published.year - 1}"


def season(m: re.Match[str], context: Context) -> Found:
    name, now, which = SEASONS[m["season"].lower()], context.published, (m["which"] or "").lower()
    year = m["year"] or (m.groupdict().get("spelt") and spelt_year(m["spelt"]))
    if year:
        return "DATE", f"{year}-{name}"
    if now is None:
        return "DATE", f"XXXX-{name}"
    start = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[name]
    running = (now.year if now.month >= start else now.year - 1) if name == "WI" or start > now.month else now.year
    ended = now.month > start + 2 if name != "WI" else 3 <= now.month < 12
    if which in LAST:
        told = running if ended or running < now.year else running - 1
    elif which in NEXT or which == "this" or context.tense == "future":
        told = now.year if which == "this" or now.month < start else now.year + 1
    else:
        told = running
    return "DATE", f"{told}-{name}"


def year(m: re.Match[str], _: Context) -> Found:
    return "DATE", m["year"]


def year_in_words(m: re.Match[str], _: Context) -> Found:
    told = spelt_year(m["spelt"])
    return ("DATE", told) if told else None


def decade(m: re.Match[str], _: Context) -> Found:
    if m["words"]:
        return "DATE", f"19{TENS[m['words'].lower()]}"
    return "DATE", (m["full"] or f"19{m['short']}")[:3]


def century(m: re.Match[str], _: Context) -> Found:
    return "DATE", f"{int(m['century']) - 1:02d}"


def _year_beside(m: re.Match[str], context: Context) -> str:
    """The year that stands with a quarter; '' if none does."""
    if m["year"]:
        return m["year"]
    which, now = (m["which"] or m["which_2"] or "").lower(), context.published
    return str(now.year + step_of(which)) if which and now is not None else ""
