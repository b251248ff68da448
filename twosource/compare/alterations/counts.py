"""Which counts do two sides give in another form: how often, per what, as a share, in other units?

Method: "twice" and "a year-long" are numbers though no numeral stands there; "two in three" is a share, "between 90 and 100" a
range, whose parts are taken out where the other side has it whole; a unit is told in the other side's word for it (lives are
people). A bound may stand in an adjective ("older than 75") or behind what is counted ("300 sheep or more"); "over the 12-foot
fence" is none.

Known failures: a share of which one part is in another sentence is not seen.
"""

import itertools
import math
import re
from collections.abc import Iterator, Sequence

import msgspec

from twosource.annotate.quantities import CURRENCIES, UNITS
from twosource.compare.lexicon import bearing
from twosource.records import Quantity, Reading, Sentence, Span
from twosource.values.numbers import same, value

MEASURES = frozenset(UNITS.values()) | frozenset(CURRENCIES.values())
_LONG = re.compile(r"\ban?\s(second|minute|hour|day|week|month|year|decade|century)[- ]long\b", re.IGNORECASE)
_OVER = re.compile(
    r"\b(more than|over|nearly|almost|less than|under|about|around)\san?\s(hour|day|week|month|year|decade|century)\b",
    re.IGNORECASE,
)
_RATE = re.compile(r"\b(?:an?|per|each|every)\s(hour|day|week|month|year)\b|\b(dai|week|month|year|annual)ly\b", re.IGNORECASE)
_RATES = {"dai": "day", "annual": "year"}
RATE_REACH = 4
"""Words behind a number within which it is said per what."""
_ALIKE_UNITS = ({"time", "occasion"}, {"house", "home"})
"""Nouns that count the same though WordNet has them only near each other."""
_LIVES = frozenset(("life", "soul"))
"""What people are counted as where they died: "the fire claimed nine lives"."""
_TIMES = re.compile(
    r"\b(?:(at least|more than|no fewer than|up to|at most|no more than)\s)?(twice|thrice)\b"
    r"(?!\s(?:as|the|that|more|this|its|his|their)\b)",
    re.IGNORECASE,
)
"""How often something happened, in one word; "twice as many" is a measure."""
_SHARE = re.compile(r"(?:\s\w+)?\s(?:in|out\sof)\s(?:every\s)?|\sof\s(?:every\s)?", re.IGNORECASE)
_ONE_IN = re.compile(r"\bone\s(?:in|out\sof)\s(?:every\s)?$", re.IGNORECASE)
ONE_IN = 20
"""Characters before a number in which "one out of every" stands."""
_THAN = re.compile(
    r"\b(?:(?P<more>older|higher|larger|greater|bigger|stronger|heavier|longer|taller|deeper|hotter|warmer|faster|wider|later|richer)"
    r"|(?P<less>younger|lower|smaller|weaker|lighter|shorter|shallower|colder|cooler|slower|narrower|earlier|cheaper))"
    r"\sthan\s(?:an?\s)?$",
    re.IGNORECASE,
)
"""A bound in an adjective's own words: "older than 75" is over 75."""
_LABEL = re.compile(r"\b(?:day|week|month|year)\s$", re.IGNORECASE)
LABEL = 10
"""Characters before a number in which the unit stands that it tells the place of."""
_MOVED = re.compile(
    r"\b(?:go|goes|going|went|gone|rise|rises|rose|risen|climb|climbed|mov(?:e|ed)|jump|jumped|shoot|shot)\s$", re.IGNORECASE
)
_SPREAD = re.compile(
    r"(?:\b(?:spread|paid|payable|phased|staggered|invest\w*|euros?|pounds|dollars|francs|[mb]illion|percent|years?)"
    r"|\d ?(?:m|bn|%))\s$",
    re.IGNORECASE,
)
"""A sum, or a verb, before "over seven years": in the course of them."""
_ABOUT = re.compile(
    r"\b(?:think|thinks|thinking|thought|talk|talks|talking|talked|concerns?|worr(?:y|ied)|complain\w*|debate|questions?)\s$",
    re.IGNORECASE,
)
_FEWER_BY = re.compile(r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))\s$", re.IGNORECASE)
"""A number before "fewer than four years ago": it compares, and bounds nothing."""
_FROM_TO = re.compile(r"([\w.,-]+)\s(?:to|and)\s([\w.,-]+(?:\s[mb]illion)?)")
_CHANGED = re.compile(
    r"\b(?:rais|ris|rose|increas|cut|reduc|fall|fell|drop|grow|grew|lower|declin|climb|jump|chang|go|went)\w*\b[^.;]*\bfrom\s$",
    re.I,
)
CHANGED = 80
"""Characters before two numbers in which a verb of change and "from" stand."""
_AND = re.compile(r",?\s(?:and\s)?")
THOUSAND = 1000.0
_LOOSELY = tuple(
    (re.compile(rf"\b(?:{words})\s[$€£¥]?$", re.IGNORECASE), modifier)
    for words, modifier in (
        (
            "something like|somewhere (?:around|near)|in the (?:region|neighbou?rhood|order|vicinity) of|on the order of"
            "|getting on for|(?:close|nigh|hard) on|not quite|(?:just |only |a little )?(?:short|shy) of"
            "|(?:a (?:shade|touch|fraction|bit|little)|slightly|just) (?:under|over|below|above|more than|less than|fewer than)",
            "about",
        ),
        ("north of|better than|not just|well above", "more than"),
        ("not (?:fewer|less) than|a good|a full", "at least"),
        (r"south of|(?:not|n['’]t|without|never|hardly)\b[^.,;]{0,16}\beven|not even|well (?:below|under)", "fewer than"),
    )
)
"""Bounds and approximations in the words of freer writers, and the modifier that they stand for."""
_PLUS = re.compile(r"(?:\s?\+|[- ]plus\b|,? and counting\b)", re.IGNORECASE)
_ODD = re.compile(r"-odd\b|,? or (?:so|thereabouts)\b|(?: \w+)? or (?:so|thereabouts)\b|, give or take\b", re.IGNORECASE)
_COURSE = re.compile(
    r"\b(?:for|last\w*|took|takes?|taken|spen[dt]\w*|wait\w*|was|were|is|are|be|been|a|after|in|within|of|by)\s$", re.I
)
_COURSE_AFTER = re.compile(r"\s(?:ago|late|later|earlier|after|before|old|long|away|behind|ahead)\b", re.IGNORECASE)
"""Beside "over" and a length of time where it bounds that: "lasted over two hours"; elsewhere it may be the course of it."""
_STREWN = re.compile(
    r"\b(?:spread|scatter\w*|strung(?: out)?|distribut\w*|stretch\w*|dotted|divid\w*|shar\w*|split|extend\w*|strewn|dispers\w*"
    r"|cover\w*|rang\w*)\s$",
    re.IGNORECASE,
)
_STEP = re.compile(
    r"\b(by|to)\s(?:just |only |a |some |about |around |nearly |almost |roughly |more than |at least )*$", re.IGNORECASE
)
_MOVING = re.compile(
    r"\b(?:rais|ris|rose|increas|cut|reduc|fall|fell|drop|grow|grew|lower|declin|climb|jump|chang|went|down|up|slash|shr[aiu]nk"
    r"|plung|slump|soar|surg|expand|boost|lift|trim|swell|swoll)\w*\b[^.;:]*$",
    re.IGNORECASE,
)
STEP = 60
"""Characters before a number within which a verb of change stands, with "by" or "to"."""
_NAUTICAL = re.compile(r"\s?nautical\b", re.IGNORECASE)
_AMONG = re.compile(
    r"\b(?:including|among (?:them|whom|the dead|the wounded|the injured|those)|amongst them|counting)\s(?:[\w-]+\s)?$", re.I
)
_AMONG_AFTER = re.compile(r"\s(?:\w+\s)?(?:of (?:whom|them|those)|among them)\b", re.IGNORECASE)
_BESIDES = re.compile(
    r"(?:\band|\bplus|\bas well as|\balong with|\bin addition to|\btogether with|\bbesides|\bas were|\bas was)\s(?:another\s)?$",
    re.I,
)
_COUNTED_IN = re.compile(r"\b(?:includ\w+|among|amongst|of (?:whom|them|those)|counting)\b", re.IGNORECASE)
_ACROSS = re.compile(r"(?:over|above|under|below)\s(?:the|an?)\s", re.IGNORECASE)
"""Where something is or moves, no bound: "over the 12-foot fence"."""
_OR_MORE = re.compile(r"(?:[ -]\w+){1,4}\s(or (?:more|fewer|less))\b")
"""A bound behind what is counted: "1,200 kilograms of gold or more"."""
SHARE_REACH = 1.5
"""How many times a share in words a percentage may be to be told by it: 67 percent is more than half."""
LOOSE = 40
"""Characters before a number in which such words stand."""
THAN = 20
"""Characters before a number in which such a bound stands."""
DAYS = {
    "second": 1 / 86400, "minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25,
    "decade": 3652.5, "century": 36525.0,
}  # fmt: skip
SPANS = frozenset(DAYS)
"""Units of time."""


def _scaled(q: Quantity) -> Quantity:
    """A number with its currency, a range with the scale of its second end at both: "28 to 40 euros", "30 to 40 million"."""
    if q.unit in CURRENCIES:  # the first of "28 to 40 euros"
        q = msgspec.structs.replace(q, unit=CURRENCIES[q.unit])
    if q.low and q.high and q.high / q.low >= THOUSAND:
        scale = THOUSAND ** int(math.log(q.high / q.low, THOUSAND))
        return msgspec.structs.replace(q, low=q.low * scale, best=(q.low * scale + q.high) / 2)
    return q


def _apart(q: Quantity, text: str) -> list[Quantity]:
    """The two numbers between which something moved, as what they are: "raised from 28 to 40 euros"."""
    m = _FROM_TO.fullmatch(q.number.text)
    if m is None or q.low is None or q.high is None or not _CHANGED.search(text, max(0, q.span.start - CHANGED), q.span.start):
        return [q]
    start, middle = q.number.start, q.number.start + m.end(1)
    first, last = (start, middle), (q.number.start + m.start(2), q.number.end)
    ends = [Span(i, j, text[i:j]) for i, j in (first, last)]
    wide = Span(last[0], q.span.end, text[last[0] : q.span.end])
    values = sorted((q.low, q.high), reverse=_larger(m[1], m[2]))
    return [
        Quantity(ends[0], ends[0], values[0], values[0], values[0], q.unit, None),
        Quantity(wide, ends[1], values[1], values[1], values[1], q.unit, None),
    ]


def _larger(x: str, y: str) -> bool:
    one, other = value(x), value(y)
    return one is not None and other is not None and one > other


def _joined(found: Sequence[Quantity], text: str) -> list[Quantity]:
    """The numbers, lengths of time in two units as one: "five years and four months"."""
    joined: list[Quantity] = []
    for y in found:
        x = joined[-1] if joined else None
        lasting = x is not None and x.unit in SPANS and y.unit in SPANS and x.best is not None and y.best is not None
        if (
            x is not None
            and lasting
            and _AND.fullmatch(text, x.span.end, y.span.start)
            and DAYS[x.unit or ""] > DAYS[y.unit or ""]
        ):
            whole = Span(x.span.start, y.span.end, text[x.span.start : y.span.end])
            number = Span(x.number.start, y.number.end, text[x.number.start : y.number.end])
            long = round(in_unit_of(x, y), 0 if y.unit == "month" else 2) + (y.best or 0.0)
            joined[-1] = Quantity(whole, number, long, long, long, y.unit, x.modifier)
        else:
            joined.append(y)
    return joined


def in_unit_of(x: Quantity, y: Quantity) -> float:
    """The first number in the unit of the second, if both are lengths of time; 0 where it has no single value."""
    best = x.best or 0.0
    if x.unit is None or y.unit is None or x.unit == y.unit:
        return best
    return best * DAYS.get(x.unit, 1.0) / DAYS.get(y.unit, 1.0)


def counted_alike(q: Quantity, others: Sequence[Quantity]) -> Quantity:
    """A quantity, its unit in the other side's word where that has another word for it: homes are houses, occasions times."""
    units = {p.unit for p in others if p.unit is not None}
    if {q.unit, *units} >= {"person"} and (q.unit in _LIVES or (q.unit == "person" and units & _LIVES and "person" not in units)):
        return msgspec.structs.replace(q, unit="person" if q.unit in _LIVES else min(units & _LIVES))
    if q.unit is None or q.unit in units | MEASURES | SPANS or q.unit == "person":
        return q
    alike = [u for u in sorted(units - MEASURES - SPANS) if bearing(u, q.unit) == "same" or {u, q.unit} in _ALIKE_UNITS]
    return msgspec.structs.replace(q, unit=alike[0]) if alike else q


def bounded(q: Quantity, text: str) -> Quantity:
    """A quantity with the bound that an adjective before it gives ("hotter than 35"), without one that tells where it lies."""
    if q.modifier is None and (m := _THAN.search(text, max(0, q.span.start - THAN), q.span.start)):
        where = Span(m.start(), q.span.end, text[m.start() : q.span.end])
        return msgspec.structs.replace(q, span=where, modifier="more than" if m["more"] else "less than")
    if q.modifier is None and (m := _OR_MORE.match(text, q.span.end)):
        return msgspec.structs.replace(q, modifier=m[1].lower())
    if q.modifier in (None, "over", "under", "fewer than", "less than", "more than"):
        near = max(0, q.number.start - LOOSE)
        for pattern, modifier in _LOOSELY:
            if m := pattern.search(text, near, q.number.start):
                where = Span(m.start(), q.span.end, text[m.start() : q.span.end])
                return msgspec.structs.replace(q, span=where, modifier=modifier)
    if q.modifier is None and q.unit not in ("percent", "year-old"):
        if _PLUS.match(text, q.number.end):
            return msgspec.structs.replace(q, modifier="more than")
        if _ODD.match(text, q.number.end):
            return msgspec.structs.replace(q, modifier="about")
    before = max(0, q.span.start - THAN)
    if q.modifier == "over" and _STREWN.search(text, before, q.span.start):  # "spread over four villages"
        return msgspec.structs.replace(q, span=Span(q.number.start, q.span.end, text[q.number.start : q.span.end]), modifier=None)
    if q.modifier == "up to" and _MOVED.search(text, before, q.span.start):  # "had to go up to 40"
        where = Span(q.number.start, q.span.end, text[q.number.start : q.span.end])
        return msgspec.structs.replace(q, span=where, modifier=None, low=q.high, best=q.high)
    if q.modifier == "over" and q.unit in SPANS and _SPREAD.search(text, before, q.span.start):  # "pays over seven years"
        return msgspec.structs.replace(q, span=Span(q.number.start, q.span.end, text[q.number.start : q.span.end]), modifier=None)
    if q.modifier == "about" and _ABOUT.search(text, before, q.span.start):  # "thinking about a fund of 3 million"
        return msgspec.structs.replace(q, span=Span(q.number.start, q.span.end, text[q.number.start : q.span.end]), modifier=None)
    if q.modifier in ("fewer than", "less than", "more than") and _FEWER_BY.search(text, before, q.span.start):
        return msgspec.structs.replace(q, span=Span(q.number.start, q.span.end, text[q.number.start : q.span.end]), modifier=None)
    if q.modifier is not None and (m := _ACROSS.match(q.span.text)):
        start = q.span.start + m.end()
        if start <= q.number.start:
            where = Span(start, q.span.end, text[start : q.span.end])
            return msgspec.structs.replace(q, span=where, modifier=None)
    return q


def in_course(q: Quantity, text: str) -> bool:
    """Whether "over" before a length of time may mean the course of it, and bound nothing: "in flames over eleven days"."""
    if q.modifier != "over" or q.unit not in SPANS or _COURSE_AFTER.match(text, q.span.end):
        return False
    return _COURSE.search(text, max(0, q.span.start - THAN), q.span.start) is None


def step(q: Quantity, text: str) -> str | None:
    """Whether something moved by a number or to it; None if the text does not say."""
    m = _STEP.search(text, max(0, q.span.start - STEP), q.span.start)
    return m[1].lower() if m and moving(text[: m.start()]) else None


def moving(before: str) -> bool:
    """Whether the words before a place in a text tell that something rose, fell or was changed."""
    return _MOVING.search(before, max(0, len(before) - STEP)) is not None


def nautical(q: Quantity, text: str) -> bool:
    """Whether a number counts sea miles."""
    return _NAUTICAL.match(text, q.number.end) is not None


def counted_in(q: Quantity, text: str) -> bool:
    """Whether a number is told as a part of one before it: "17 people, including five soldiers"."""
    return bool(_AMONG.search(text, max(0, q.span.start - STEP), q.span.start) or _AMONG_AFTER.match(text, q.number.end))


def counted_beside(q: Quantity, text: str, sentence: Span) -> bool:
    """Whether a number is told behind another, and nothing in the sentence counts it in: "17 people and five soldiers"."""
    return bool(_BESIDES.search(text, max(sentence.start, q.span.start - STEP), q.span.start)) and not _COUNTED_IN.search(
        sentence.text
    )


def in_percent(q: Quantity, others: Sequence[Quantity]) -> Quantity:
    """A share in words as a percentage, where the other side gives one: "more than half", "a majority"."""
    if "percent" not in {p.unit for p in others} or q.unit in MEASURES | SPANS:
        return q
    if q.number.text.lower() == "majority":
        return msgspec.structs.replace(q, unit="percent", low=50.0, best=None, high=100.0, modifier=None)
    if q.best is None or not 0 < q.best < 1 or not q.number.text[:1].isalpha():
        return q
    bounds = (None if x is None else 100 * x for x in (q.low, q.high))
    told = msgspec.structs.replace(q, unit="percent", best=100 * q.best, **dict(zip(("low", "high"), bounds, strict=True)))
    return told if any(p.unit == "percent" and p.best and 1 <= p.best / (told.best or 1) <= SHARE_REACH for p in others) else q


def drop_ranges(left: list[Quantity], right: list[Quantity]) -> None:
    """Take out a range of one side whose two ends the other side gives apart: "90 to 100" and "between 90 and 100"."""
    for x in list(left):
        if x.low is None or x.high is None or same(x.low, x.high) or x.best is None:
            continue
        ends = [next((q for q in right if same(q.best, end)), None) for end in (x.low, x.high)]
        if ends[0] is not None and ends[1] is not None:
            left.remove(x)
            right.remove(ends[0])
            right.remove(ends[1])


def drop_shares(left: list[Quantity], right: list[Quantity], text: str) -> None:
    """Take out two numbers of one side that give a share which the other side has in one: "two in three" and "two thirds"."""
    pairs = [(x, y) for x, y in itertools.pairwise(left) if _SHARE.fullmatch(text, x.span.end, y.span.start)]
    shares: list[tuple[tuple[Quantity, ...], float]] = [((x, y), x.best / y.best) for x, y in pairs if x.best and y.best]
    shares += [((y,), 1 / y.best) for y in left if y.best and _ONE_IN.search(text, y.span.start - ONE_IN, y.span.start)]
    for parts, share in shares:
        whole = next((q for q in right if share < 1 and _is_share(q, share)), None)
        if whole is not None and all(q in left for q in parts):
            left[:] = [q for q in left if q not in parts]
            right.remove(whole)


def _is_share(q: Quantity, share: float) -> bool:
    return q.best is not None and same(q.best if q.unit != "percent" else q.best / 100, share)


def times(sentences: Sequence[Sentence], reading: Reading) -> Iterator[Quantity]:
    """ "At least twice": two times."""
    quoted = [q.inner for q in reading.quotations if not q.scare]
    for sentence in sentences:
        for m in _TIMES.finditer(sentence.span.text):
            start, end = (sentence.span.start + at for at in m.span(2))
            if not any(q.start <= start < q.end for q in quoted):
                often = 2.0 if m[2].lower() == "twice" else 3.0
                where = Span(sentence.span.start + m.start(), end, m[0])
                yield Quantity(where, Span(start, end, m[2]), often, often, often, "time", m[1].lower() if m[1] else None)


def lengths(sentences: Sequence[Sentence]) -> Iterator[Quantity]:
    """ "A year-long inquiry": one year, though no number stands there."""
    for sentence in sentences:
        for m in _LONG.finditer(sentence.span.text):
            start = sentence.span.start + m.start(1)
            where = Span(start, sentence.span.start + m.end(), sentence.span.text[m.start(1) : m.end()])
            yield Quantity(where, where, 1.0, 1.0, 1.0, m[1].lower(), None)
        for m in _OVER.finditer(sentence.span.text):
            where = Span(sentence.span.start + m.start(), sentence.span.start + m.end(), m[0])
            yield Quantity(where, where, None, 1.0, None, m[2].lower(), m[1].lower())


def rate(q: Quantity, reading: Reading) -> str | None:
    """Per what a number is: "640 cars a day"; None if it is not said."""
    behind = re.split(r"[.;:,]", reading.annotation.text[q.span.end : q.span.end + 60])[0].split()[:RATE_REACH]
    m = _RATE.search(" ".join(behind))
    return None if m is None else (m[1] or _RATES.get(m[2].lower(), m[2])).lower()


def unquoted(reading: Reading) -> list[Quantity]:
    """The quantities outside quotation marks, without those by which a day is counted ("on day nine")."""
    quoted = [q.inner for q in reading.quotations if not q.scare]
    text = reading.annotation.text
    return [
        q
        for q in _joined([p for q in reading.quantities for p in _apart(_scaled(q), text)], text)
        if not any(i.start <= q.number.start < i.end for i in quoted)
        and not (q.unit in SPANS and _LABEL.search(text, max(0, q.span.start - LABEL), q.span.start))
    ]
