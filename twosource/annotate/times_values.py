"""Which words tell a time, and which TIMEX3 value do they have?

Method: a table of rules, each a regular expression over one sentence and a function from the match to a type and a value.
Values are worked out from the day of publication and, for `two days later`, from the day named last. Without a day of
publication a relative expression keeps the part that is known (`XXXX-WXX-1` for Monday, `XXXX-06` for June): no year and no
day is made up. TimeML 1.2.1 annotation guidelines give the values (Saurí et al. 2006).

Which of several days a bare weekday, month or date means follows the tense of its clause: see `annotate.times`.
"""

# ruff: noqa: E501 (a rule is one line of the table)

import datetime
import re
from collections.abc import Callable
from typing import Literal

import msgspec

from twosource.records import TimeType
from twosource.values.dates import interval

Tense = Literal["past", "present", "future"]
Found = tuple[TimeType, str] | None


class Context(msgspec.Struct):
    """What a value rests on: the day of publication, the clause's tense and the dates named before, the latest last."""

    published: datetime.date | None
    tense: Tense | None
    before: tuple[str, ...]
    same_sentence: tuple[str, ...]


class Rule(msgspec.Struct, frozen=True):
    name: str
    pattern: re.Pattern[str]
    value: Callable[[re.Match[str], Context], Found]


MONTH_NAMES = "january february march april may june july august september october november december".split()
MONTHS = {name[:3]: i for i, name in enumerate(MONTH_NAMES, 1)}
DAY_NAMES = "monday tuesday wednesday thursday friday saturday sunday".split()
WEEKDAYS = {name[:3]: i for i, name in enumerate(DAY_NAMES, 1)}
NUMBERS = {
    name: i
    for i, name in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
        "nineteen".split()
    )
} | {name: 10 * i for i, name in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
DAY_PARTS = {"morning": "MO", "midday": "MI", "noon": "MI", "afternoon": "AF", "evening": "EV", "night": "NI"}
UNITS = {
    "second": ("T", "S", 1), "minute": ("T", "M", 1), "hour": ("T", "H", 1), "day": ("", "D", 1), "night": ("", "D", 1),
    "week": ("", "W", 1), "weekend": ("", "W", 1), "month": ("", "M", 1), "quarter": ("", "M", 3), "year": ("", "Y", 1),
    "decade": ("", "Y", 10), "century": ("", "Y", 100), "centurie": ("", "Y", 100),
}  # fmt: skip
"""A unit's place and letter in a TIMEX3 duration, and how many of that letter it is."""
HOLIDAYS = {
    "christmas day": "12-25", "christmas eve": "12-24", "christmas": "12-25", "new year's day": "01-01", "new year's eve": "12-31",
    "halloween": "10-31", "valentine's day": "02-14", "may day": "05-01", "boxing day": "12-26",
}  # fmt: skip
"""Feasts with a fixed day."""

_MONTH = r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)|Apr(?:il|\.)|May|June|Jun\.|July|Jul\.|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![a-z])"  # fmt: skip
_WEEKDAY = r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\.)(?![a-z])"
_WEEKDAY_2 = r"(?:(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\.),? (?:the )?)?"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d.]\d|\d|%|,\d{3})"
_YEAR = r"(?P<year>1[0-9]\d\d|20\d\d)(?![\d-]|[.,]\d)"
_NUMBER = (
    r"(?P<number>\d{1,4}(?:\.\d)?|(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|"
    r"eight|nine))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
    r"nineteen)|a couple(?: of)?|an?|several|a few|few|many|some|dozens of|hundreds of|half an?)"
)
_UNIT = r"(?P<unit>second|minute|hour|day|night|week|weekend|month|quarter|year|decade|century|centurie)"
_EDGE = (
    r"(?:(?:the )?(?:very )?(?:beginning|start|middle|end|close|rest|remainder|course) of (?:the )?|(?:mid|early|late)-?(?: in)? ?(?:the )?"
    r"|(?:earlier|later)(?: in| on)? (?:the )?)?"
)
_PART = r"(?P<part>morning|midday|noon|afternoon|evening|night)"
_WHICH = r"(?P<which>last|this past|past|previous|this coming|this|current|next|coming|following|same)"
_AGE = r"(?![- ]olds?\b| of age\b| younger\b| older\b)"


REACH_OF_PAST = 2
"""A month or day without a year lies at most so many months ahead in a clause of the past: what is further ahead was last year.
Set by reason: of a day ten months back a writer says so, and the verb near a date is often that of saying."""


def number(words: str) -> float | None:
    """The number that words or digits tell; None for `several` and the like."""
    words = words.lower()
    if words in ("a", "an"):
        return 1
    if words.startswith("half"):
        return 0.5
    if words.startswith("a couple"):
        return 2
    if words[0].isdigit():
        return float(words)
    parts = re.split(r"[- ]", words)
    return sum(NUMBERS[p] for p in parts) if all(p in NUMBERS for p in parts) else None


def duration(amount: float | None, unit: str) -> str:
    """The TIMEX3 duration of so many units, X for an unknown number."""
    place, letter, factor = UNITS[unit.lower()]
    if amount is None:
        return f"P{place}X{'E' if factor == 10 else 'C' if factor == 100 else letter}"
    if amount == 0.5 and letter in "YH":
        return {"Y": "P6M", "H": "PT30M"}[letter] if factor == 1 else f"P{int(factor / 2)}Y"
    total = amount * factor
    return f"P{place}{total:g}{letter}"


# ------------------------------------------------------------------------------------------------ values of calendar words


def _iso(day: datetime.date) -> str:
    return day.isoformat()


def _shift(day: datetime.date, days: int) -> datetime.date:
    return day + datetime.timedelta(days=days)


def _shift_months(year: int, month: int, by: int) -> tuple[int, int]:
    total = year * 12 + month - 1 + by
    return total // 12, total % 12 + 1


def _week(day: datetime.date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def _real(year: int, month: int, day: int) -> bool:
    try:
        datetime.date(year, month, day)
    except ValueError:  # no such day in this year
        return False
    return True


def _year_of(month: int, day: int | None, context: Context) -> str:
    """The year that a month or a day without a year means: by tense, and where that tells nothing the nearest."""
    now = context.published
    if now is None:
        return "XXXX"
    ahead = (month - now.month) + ((day or now.day) - now.day) / 31
    reach = {"past": REACH_OF_PAST, "future": 12 - REACH_OF_PAST}.get(context.tense or "", 6)
    return str(now.year + (1 if ahead < reach - 12 else -1 if ahead > reach else 0))


def _full(year: str, month: int, day: int) -> Found:
    if not _real(int(year) if year.isdigit() else 2000, month, day):
        return None
    return "DATE", f"{year}-{month:02d}-{day:02d}"


def _month_of(m: re.Match[str]) -> int:
    return MONTHS[m["month"][:3].lower()]


def _month_day(m: re.Match[str], context: Context) -> Found:
    month, day = _month_of(m), int(m["day"])
    year = m["year"] or _year_of(month, day, context)
    first = _full(year, month, day)
    if first is None or not m["until"]:
        return first
    last = _full(year, month, int(m["until"]))
    return ("DATE", f"{first[1]}/{last[1]}") if last and first[1] < last[1] else first


def _day_month(m: re.Match[str], context: Context) -> Found:
    month, day = _month_of(m), int(m["day"])
    return _full(m["year"] or _year_of(month, day, context), month, day)


def _numeric(m: re.Match[str], _: Context) -> Found:
    first, second, year = int(m["first"]), int(m["second"]), m["year"]
    year = year if len(year) == 4 else ("20" if int(year) < 70 else "19") + year
    if m["mark"] == "." or first > 12:  # dots are a European habit; month 13 is none
        first, second = second, first
    return _full(year, first, second) if 1 <= first <= 12 else None


def _iso_day(m: re.Match[str], _: Context) -> Found:
    return _full(m["year"], int(m["number_of_month"]), int(m["day"]))


def _month(m: re.Match[str], context: Context) -> Found:
    month, now = _month_of(m), context.published
    if m["year"]:
        return "DATE", f"{m['year']}-{month:02d}"
    which = (m["which"] or "").lower()
    if now and m["of"]:
        return "DATE", f"{now.year + {'last': -1, 'this': 0, 'next': 1}[m['of']]}-{month:02d}"
    if now and which in ("last", "this past", "past", "previous"):
        return "DATE", f"{now.year if month < now.month else now.year - 1}-{month:02d}"
    if now and which in ("next", "coming", "this coming"):
        return "DATE", f"{now.year if month > now.month else now.year + 1}-{month:02d}"
    if now and which in ("this", "current"):
        return "DATE", f"{now.year}-{month:02d}"
    return "DATE", f"{_year_of(month, None, context)}-{month:02d}"


def _weekday(m: re.Match[str], context: Context) -> Found:
    wanted, now = WEEKDAYS[m["weekday"][:3].lower()], context.published
    which, part = (m["which"] or "").lower(), (m["part"] or "").lower()
    if now is None:
        day = f"XXXX-WXX-{wanted}"
    else:
        back, ahead = (now.isoweekday() - wanted) % 7, (wanted - now.isoweekday()) % 7
        if which in ("last", "past", "this past", "previous"):
            shift = -(back or 7)
        elif which in ("next", "coming", "this coming", "following"):
            shift = ahead or 7
        elif which in ("this", "current"):
            shift = -back if context.tense == "past" else ahead
        else:
            shift = ahead if context.tense == "future" else -back
        day = _iso(_shift(now, shift))
    return ("TIME", f"{day}T{DAY_PARTS[part]}") if part else ("DATE", day)


def _near_day(m: re.Match[str], context: Context) -> Found:
    word, part, now = m["word"].lower(), (m["part"] or "").lower(), context.published
    shift = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    if now is None:
        vague = {"yesterday": "PAST_REF", "tomorrow": "FUTURE_REF"}.get(word, "PRESENT_REF")
        return ("TIME" if part else "DATE"), vague
    if "day before" in word or "day after" in word:
        shift = -2 if "before" in word else 2
    day = _iso(_shift(now, shift))
    return ("TIME", f"{day}T{DAY_PARTS[part]}") if part else ("DATE", day)


def _near_part(m: re.Match[str], context: Context) -> Found:
    words, now = m[0].lower(), context.published
    part = "NI" if words in ("tonight", "overnight") else DAY_PARTS[words.split()[-1]]
    before = words == "overnight" or words.startswith(("last", "the previous"))  # overnight: the night that has just ended
    if now is None:
        return "TIME", f"XXXX-XX-XXT{part}"
    return "TIME", f"{_iso(_shift(now, -1 if before else 0))}T{part}"


def _which_unit(m: re.Match[str], context: Context) -> Found:
    unit, which, now = m["unit"].lower(), m["which"].lower(), context.published
    step = {
        "last": -1,
        "past": -1,
        "this past": -1,
        "previous": -1,
        "next": 1,
        "coming": 1,
        "this coming": 1,
        "following": 1,
    }.get(which, 0)
    if now is None or which == "same":
        vague = {"week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX", "year": "XXXX"}
        return "DATE", vague[unit]
    if unit in ("week", "weekend"):
        if which == "this past" or (unit == "weekend" and which in ("last", "past")):
            step = -1
        return "DATE", _week(_shift(now, 7 * step)) + ("-WE" if unit == "weekend" else "")
    if unit == "year":
        return "DATE", f"{now.year + step:04d}"
    if unit == "quarter":
        year, month = _shift_months(now.year, now.month, 3 * step)
        return "DATE", f"{year}-Q{(month + 2) // 3}"
    year, month = _shift_months(now.year, now.month, step)
    return "DATE", f"{year}-{month:02d}"


def _weekend(_: re.Match[str], context: Context) -> Found:
    now = context.published
    if now is None:
        return "DATE", "XXXX-WXX-WE"
    late = now.isoweekday() >= 6 or context.tense == "future"
    return "DATE", _week(now if late else _shift(now, -7)) + "-WE"


def _year_word(m: re.Match[str], context: Context) -> str:
    """The year that stands with a quarter or a season; '' if none does."""
    if m["year"]:
        return m["year"]
    which, now = (m["which"] or m.groupdict().get("which_2") or "").lower(), context.published
    if not which or now is None:
        return ""
    return str(now.year + (-1 if which in ("last", "past", "previous", "this past") else 1 if which in ("next", "coming") else 0))


def _quarter(m: re.Match[str], context: Context) -> Found:
    half, now = m["kind"].lower() == "half", context.published
    digit = ORDINALS.get(m["ordinal"].lower(), 2 if half else 4)
    if half and digit > 2:
        return None
    year = _year_word(m, context)
    if not year and now:  # the last one that has begun, or the next for a plan
        current = (now.month - 1) // (6 if half else 3) + 1
        year = str(now.year if digit <= current or context.tense == "future" else now.year - 1)
    return "DATE", f"{year or 'XXXX'}-{'H' if half else 'Q'}{digit}"


def _same_quarter(m: re.Match[str], context: Context) -> Found:
    named = next((v for v in reversed(context.before + context.same_sentence) if re.fullmatch(r".{4}-Q\d", v)), None)
    if named:
        return "DATE", named
    if not m["latest"]:
        return None
    if context.published is None:
        return "DATE", "XXXX-QX"
    year, month = _shift_months(context.published.year, context.published.month, -3)
    return "DATE", f"{year}-Q{(month + 2) // 3}"


def _season(m: re.Match[str], context: Context) -> Found:
    name, now, which = SEASONS[m["season"].lower()], context.published, (m["which"] or "").lower()
    if m["year"]:
        return "DATE", f"{m['year']}-{name}"
    if now is None:
        return "DATE", f"XXXX-{name}"
    start = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[name]
    running = (now.year if now.month >= start else now.year - 1) if name == "WI" or start > now.month else now.year
    ended = now.month > start + 2 if name != "WI" else 3 <= now.month < 12
    if which in ("last", "past", "previous", "this past"):
        year = running if ended or running < now.year else running - 1
    elif which in ("next", "coming", "this coming", "this") or context.tense == "future":
        year = now.year if which == "this" or now.month < start else now.year + 1
    else:
        year = running
    return "DATE", f"{year}-{name}"


def _year(m: re.Match[str], _: Context) -> Found:
    return "DATE", m["year"]


def _decade(m: re.Match[str], _: Context) -> Found:
    return "DATE", (m["full"] or f"19{m['short']}")[:3]


def _century(m: re.Match[str], _: Context) -> Found:
    return "DATE", f"{int(m['century']) - 1:02d}"


def _holiday(m: re.Match[str], context: Context) -> Found:
    name = m["holiday"].lower()
    if name.startswith("thanksgiving"):
        year = m["year"] or _year_of(11, None, context)
        if not year.isdigit():
            return "DATE", "XXXX-11"
        return _full(year, 11, 22 + (3 - datetime.date(int(year), 11, 22).weekday()) % 7)  # the fourth Thursday
    month, day = (int(x) for x in HOLIDAYS[name].split("-"))
    return _full(m["year"] or _year_of(month, day, context), month, day)


def _ago(m: re.Match[str], context: Context) -> Found:
    return _shifted(m, context, -1, context.published)


def _from_named(m: re.Match[str], context: Context) -> Found:
    """`two days later`: counted from the date named last, where it is a day (for days) or at least known."""
    sign = 1 if m["way"].lower() in ("later", "after", "afterwards") else -1
    unit = m["unit"].lower()
    named = next(reversed(context.same_sentence or context.before), None)
    if named and unit == "year" and re.fullmatch(r"\d{4}-(?:Q\d|\d\d)", named) and number(m["number"]) is not None:
        return "DATE", f"{int(named[:4]) + sign * int(number(m['number']) or 0)}{named[4:]}"
    known = interval(named) if named else None
    exact = known and (known[0] == known[1] or unit == "year" or (unit == "month" and (known[1] - known[0]).days < 31))
    return _shifted(m, context, sign, known[0] if known and exact else None)


def _shifted(m: re.Match[str], context: Context, sign: int, start: datetime.date | None) -> Found:
    amount, unit = number(m["number"]), m["unit"].lower()
    vague = "PAST_REF" if sign < 0 else "FUTURE_REF"
    if UNITS[unit][0] == "T":
        return "TIME", vague
    if amount is None or start is None:
        unknown = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX"}[UNITS[unit][1]]
        if amount is not None:
            return "DATE", unknown
        return "DATE", "PAST_REF" if m.re.pattern.endswith("ago)") else unknown
    amount *= UNITS[unit][2] * sign
    letter = UNITS[unit][1]
    if letter == "D":
        return "DATE", _iso(_shift(start, round(amount)))
    if letter == "W":
        return "DATE", _week(_shift(start, round(7 * amount)))
    if letter == "M" or amount != int(amount):
        year, month = _shift_months(start.year, start.month, round(amount * (1 if letter == "M" else 12)))
        return "DATE", f"{year:04d}-{month:02d}"
    year = start.year + int(amount)
    return ("DATE", f"{year:04d}"[: 4 if UNITS[unit][2] == 1 else 3]) if year > 0 else None


def _duration(m: re.Match[str], _: Context) -> Found:
    if m["unit"].lower() == "quarter" and (m["number"].lower() == "a" or "-" in m[0]):
        return None  # three-quarters, a quarter of: a fraction
    return "DURATION", duration(number(m["number"]), m["unit"])


def _unknown_duration(m: re.Match[str], _: Context) -> Found:
    return "DURATION", duration(None, m["unit"])


def _set(m: re.Match[str], _: Context) -> Found:
    return "SET", duration(1, m["unit"])


def _weekday_set(m: re.Match[str], _: Context) -> Found:
    return "SET", f"XXXX-WXX-{WEEKDAYS[m['weekday'][:3].lower()]}"


def _clock(m: re.Match[str], context: Context) -> Found:
    hour, minute = int(m["hour"]), int(m["minute"] or 0)
    half = (m["half"] or "").replace(".", "").lower()
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + 12 if half == "pm" else hour % 12 if half == "am" else hour
    if hour > 23 or minute > 59:
        return None
    day = next((v[:10] for v in reversed(context.same_sentence) if re.match(r"[\dX]{4}-[\dX]{2}-[\dX]{2}", v)), "")
    zone = "Z" if m["zone"] else ""
    return "TIME", f"{day}T{hour:02d}:{minute:02d}{zone}"


def _fixed(kind: TimeType, value: str) -> Callable[[re.Match[str], Context], Found]:
    def give(_: re.Match[str], __: Context) -> Found:
        return kind, value

    return give


def _rule(name: str, pattern: str, value: Callable[[re.Match[str], Context], Found], *, cased: bool = False) -> Rule:
    return Rule(name, re.compile(rf"(?<![\w$€£#]){pattern}", 0 if cased else re.IGNORECASE), value)


RULES = (
    # explicit
    _rule("iso day", r"(?P<year>\d{4})-(?P<number_of_month>\d\d)-(?P<day>\d\d)(?!\d)", _iso_day),
    _rule("numeric day", r"(?P<first>\d\d?)(?P<mark>[/.])(?P<second>\d\d?)(?P=mark)(?P<year>(?:19|20)\d\d|\d\d)(?![\d/.]\d|\d|/)", _numeric),
    _rule("month day", rf"{_WEEKDAY_2}{_MONTH} {_DAY}(?:(?:-| to | through )(?P<until>[12]?\d|3[01])(?![\d:%]))?(?:,? {_YEAR})?", _month_day, cased=True),
    _rule("day month", rf"{_WEEKDAY_2}{_DAY}(?: of)? {_MONTH}(?:,? {_YEAR})?", _day_month, cased=True),
    _rule("month", rf"(?:{_EDGE}(?:(?i:{_WHICH}) )?){_MONTH}(?:(?:,| of)? {_YEAR}|(?: of)? (?P<of>last|this|next) year\b)?(?! \d)", _month, cased=True),
    _rule("feast", rf"(?P<holiday>thanksgiving(?: day)?|{'|'.join(sorted(HOLIDAYS, key=len, reverse=True))})\b(?:,? {_YEAR})?", _holiday),
    _rule("year", rf"{_EDGE}(?:(?:fiscal|calendar)(?: year)? |the year )?{_YEAR}(?!s|'s? [a-z]*s\b)", _year),
    _rule("decade", r"(?:the )?(?:(?:early|mid|late)[- ]?(?:to[- ]late )?(?:the )?)?(?:(?P<full>1[5-9]\d0|20\d0)|'(?P<short>\d0))'?s\b", _decade),
    _rule("century", r"(?:the )?(?:(?:early|mid|late)[- ]?)?(?P<century>1\d|2[01])(?:th|st)[- ]century\b", _century),
    _rule("quarter", rf"{_EDGE}(?:the )?(?:fiscal )?(?:{_WHICH} year's )?(?P<ordinal>first|second|third|fourth|final|last(?= quarter of| half of)|1st|2nd|3rd|4th)[- ](?:fiscal )?(?P<kind>quarter|half)\b(?:(?: of)?(?: the)?(?: (?P<which_2>last|this|next) year| (?:fiscal )?{_YEAR}))?", _quarter),
    _rule("season", rf"{_EDGE}(?:the )?(?:{_WHICH} )(?P<season>spring|summer|autumn|fall|winter)\b(?:(?: of)? {_YEAR})?", _season),
    _rule("season of a year", rf"{_EDGE}(?:the )?(?P<which>(?!))?(?P<season>spring|summer|autumn|fall|winter)(?: of)? {_YEAR}", _season),
    _rule("in a season", rf"(?<=in )(?:{_EDGE}the )(?P<which>(?!))?(?P<season>spring|summer|autumn|fall|winter)\b(?P<year>(?!))?", _season),
    # relative to the day of publication
    _rule("weekday", rf"(?:(?i:{_EDGE}))(?:(?i:the )?(?i:{_WHICH}) )?{_WEEKDAY}(?: {_PART}\b)?", _weekday, cased=True),
    _rule("near day", rf"(?:(?:earlier|later|late|early) )?(?P<word>the day before yesterday|the day after tomorrow|today|yesterday|tomorrow)\b(?!'s world)(?: {_PART}\b)?", _near_day),
    _rule("near part", r"(?:late |early )?(?:tonight|overnight|(?:this|last|the previous) (?:morning|afternoon|evening|night))\b", _near_part),
    _rule("which unit", rf"{_EDGE}(?:the )?{_WHICH} (?:fiscal |calendar )?(?P<unit>week|weekend|month|quarter|year)\b(?!-|s)", _which_unit),
    _rule("weekend", r"(?:over |at |during )?the weekend\b", _weekend),
    _rule("ago", rf"(?:(?:about|nearly|almost|more than|just|over|some|only) )?{_NUMBER} {_UNIT}s? (?:ago)", _ago),
    _rule("later", rf"(?:(?:about|nearly|almost|more than|just|over|only) )?{_NUMBER} {_UNIT}s? (?P<way>later|earlier|afterwards|previously|(?:before|after)(?=[.,;]))\b", _from_named),
    _rule("the quarter", r"the (?P<latest>latest )?quarter\b", _same_quarter),
    _rule("decade long", r"(?:the )?(?:past|last|coming|next) decade\b", _fixed("DURATION", "P10Y")),
    # lengths and repetitions
    _rule("length", rf"(?:(?:the|these|those|this|its|his|her|their) )?(?:(?:past|last|next|first|final|coming|previous|latest|recent|full) )?(?:(?:about|nearly|almost|more than|less than|at least|up to|over|another|some|only) )*{_NUMBER}[- ](?:(?:more|full|whole|straight|consecutive|long|or so) )?{_UNIT}s?\b{_AGE}(?!-ago|-earlier)(?:-long)?", _duration),
    _rule("unknown length", rf"(?:(?:the )?(?:recent|past|last|coming|next|many) )?(?<!-){_UNIT}s\b{_AGE}(?! ago)(?: ?- ?long)?", _unknown_duration),
    _rule("set", rf"(?:every|each|per) (?:single )?{_UNIT}\b", _set),
    _rule("so often", rf"(?:once|twice|\w+ times) (?:a|an|every|each|per) {_UNIT}\b", _set),
    _rule("weekdays", r"(?:on |every |each )?(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)s\b", _weekday_set, cased=True),
    _rule("every weekday", r"(?:every|each) (?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b", _weekday_set),
    _rule("daily", r"daily\b", _fixed("SET", "P1D")),
    _rule("weekly", r"weekly\b", _fixed("SET", "P1W")),
    _rule("monthly", r"monthly\b", _fixed("SET", "P1M")),
    _rule("quarterly", r"quarterly\b", _fixed("SET", "P3M")),
    _rule("yearly", r"(?:annual(?:ly)?|yearly)\b", _fixed("SET", "P1Y")),
    # clock
    _rule("clock", r"(?P<hour>\d\d?)(?:[:.](?P<minute>\d\d))? ?(?P<half>[ap]\.?m\b\.?)(?: (?:[A-Z]{1,3}T|(?P<zone>GMT|UTC)|local time)\b)?", _clock),
    _rule("clock of 24 hours", r"(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?P<half>(?!))?(?![\d:])(?: (?:[A-Z]{1,3}T|(?P<zone>GMT|UTC)|local time|hours)\b)?", _clock, cased=True),
    _rule("noon", r"(?:noon|midday)\b", _fixed("TIME", "T12:00")),
    _rule("midnight", r"midnight\b", _fixed("TIME", "T24:00")),
    # vague
    _rule("now", r"(?:right now|now|currently|nowadays|at present|at the moment|these days|presently|the present(?= day|,|\.| and)|current)\b", _fixed("DATE", "PRESENT_REF")),
    _rule("past", r"(?:more |most )?(?:recently|lately|recent)\b|(?:the )?(?:recent |distant )?past(?=[.,;]| and\b)", _fixed("DATE", "PAST_REF")),
    _rule("future", r"(?:the )?(?:near |foreseeable |immediate )?future(?=[.,;)]| and\b| of\b| to\b|$)|soon(?! after)\b", _fixed("DATE", "FUTURE_REF")),
)  # fmt: skip
