"""Which words tell a time?

Method: a table of rules, each a regular expression over one sentence and a function from the match to a type and a TIMEX3
value; the functions are in `time_days`, `time_periods` and `time_lengths`. TimeML 1.2.1 annotation guidelines give the values
(Saurí et al. 2006).

Known failures: seasons, parts of the day and years that are only pointed at ("spring shows", "in the morning").
"""

# ruff: noqa: E501 (a rule is one line of the table)

import re
from collections.abc import Callable

import msgspec

from twosource.annotate import time_days as days
from twosource.annotate import time_lengths as lengths
from twosource.annotate import time_periods as periods
from twosource.annotate.time_days import FIXED_FEASTS, MOVING_FEASTS, Context, Found
from twosource.annotate.time_lengths import fixed
from twosource.annotate.time_words import (
    DAY,
    EDGE,
    MONTH,
    NO_AGE,
    NUMBER,
    ORDINAL,
    PART,
    SPELT,
    SPELT_YEAR,
    TENS,
    UNIT,
    WEEKDAY,
    WEEKDAY_BEFORE,
    WEEKDAY_NAME,
    WHICH,
    YEAR,
)


class Rule(msgspec.Struct, frozen=True):
    name: str
    pattern: re.Pattern[str]
    value: Callable[[re.Match[str], Context], Found]


def _rule(name: str, pattern: str, value: Callable[[re.Match[str], Context], Found], *, cased: bool = False) -> Rule:
    return Rule(name, re.compile(rf"(?<![\w$€£#]){pattern}", 0 if cased else re.IGNORECASE), value)


_FEASTS = "|".join(re.escape(name) for name in sorted((*FIXED_FEASTS, *MOVING_FEASTS), key=len, reverse=True))
_ZONE = r"(?: (?:(?P<zone>GMT|UTC)|(?-i:[A-Z]{1,3}T)|local time|hours)\b)"
"""A time zone in capitals: "Oct" and "Sept" behind an hour are months."""
_SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"
_NO_YEAR = r"(?P<year>(?!))?"
_NO_WHICH = r"(?P<which>(?!))?"
_RUNNING = r"(?P<unit>day|week|weekend|month|quarter|year)"

RULES = (
    # explicit
    _rule("iso day", r"(?P<year>\d{4})([-/])(?P<number_of_month>\d\d)\2(?P<day>\d\d)(?!\d)", days.iso_day),
    _rule("numeric day", r"(?P<first>\d\d?)(?P<mark>[/.])(?P<second>\d\d?)(?P=mark)(?P<year>(?:19|20)\d\d|\d\d)(?![\d/.]\d|\d|/)", days.numeric),
    _rule("month day", rf"{WEEKDAY_BEFORE}(?:(?i:{WHICH}) )?{MONTH} {DAY}(?:(?:-| to | through )(?P<until>[12]?\d|3[01])(?![\d:%]))?(?:,? {YEAR})?", days.month_day, cased=True),
    _rule("day month", rf"{WEEKDAY_BEFORE}(?:the )?{DAY}(?: of)? {MONTH}(?:,? {YEAR})?", days.day_month, cased=True),
    _rule("day of month", rf"{WEEKDAY_BEFORE}(?:(?<=on )|(?<=by )|(?<=until )|(?<=since )|(?<=of )|(?<=day ))(?:the )?(?P<day>[1-9]|[12]\d|3[01])(?:st|nd|rd|th)(?: of (?P<of>this|last|next|the) month\b)?(?=[.,;:)!?]|$| (?:and|at|but|when|after|before|around|about)\b)", days.day_of_month, cased=True),
    _rule("month", rf"(?:{EDGE}(?:(?i:{WHICH}) )?){MONTH}(?:(?:,| of)? {YEAR}|(?: of)? (?P<of>last|this|next) year\b)?(?! \d)", periods.month, cased=True),
    _rule("feast", rf"(?P<holiday>{_FEASTS})\b(?:,? {YEAR})?", days.feast),
    _rule("year", rf"{EDGE}(?:(?:fiscal|calendar)(?: year)? |the year )?{YEAR}(?!s|'s? [a-z]*s\b)", periods.year),
    _rule("year in words", rf"(?:{EDGE}(?:the year )?){SPELT_YEAR}\b(?! \w+s\b)", periods.year_in_words),
    _rule("decade", rf"(?:the )?(?:(?:early|mid|late)[- ]?(?:to[- ]late )?(?:the )?)?(?:(?P<full>1[5-9]\d0|20\d0)'?s|'?(?P<short>\d0)'?s|(?<=the )(?P<words>{'|'.join(TENS)}))\b", periods.decade),
    _rule("century", r"(?:the )?(?:(?:early|mid|late)[- ]?)?(?P<century>1\d|2[01])(?:th|st)[- ]century\b", periods.century),
    _rule("quarter", rf"{EDGE}(?:the )?(?:fiscal )?(?:{WHICH} year's )?(?P<ordinal>first|second|third|fourth|final|last(?= quarter of| half of)|1st|2nd|3rd|4th)[- ](?:fiscal )?(?P<kind>quarter|half)\b(?:(?: of)?(?: the)?(?: (?P<which_2>last|this|next) year| (?:fiscal )?{YEAR}))?", periods.quarter),
    _rule("season", rf"{EDGE}(?:the )?(?:{WHICH} ){_SEASON}\b(?:(?: of)? {YEAR})?", periods.season),
    _rule("season of a year", rf"{EDGE}(?:the )?{_NO_WHICH}{_SEASON}(?: of)? (?:{YEAR}|{SPELT_YEAR})", periods.season),
    _rule("in a season", rf"(?:(?<=in )|(?<=over )|(?<=during )|(?<=until )|(?<=by )|(?<=since ))(?:{EDGE}(?:the )?){_NO_WHICH}{_SEASON}\b{_NO_YEAR}(?! (?:of|\w+ing)\b)", periods.season),
    # relative to the day of publication
    _rule("weekday", rf"(?<!Black )(?<!Good )(?<!Ash )(?<!Palm )(?<!Easter )(?<!Super )(?<!Bloody )(?<!Cyber )(?<!Giving )(?:(?i:{EDGE}))(?:(?i:the )?(?i:{WHICH}) )?{WEEKDAY}(?: {PART}\b)?", days.weekday, cased=True),
    _rule("weekday of a week", rf"{WEEKDAY}(?: {PART}\b)? (?:of |in )?(?:the )?(?P<week>last|this|next|previous|coming|following) week\b", days.weekday_of_week, cased=True),
    _rule("weekday week", rf"(?:(?<=on )|(?<=until )|(?<=for )|(?<=by )|(?<=from )){WEEKDAY} (?P<week>week)(?=[.,;]| (?:at|in|and|when)\b|$)", days.weekday_of_week, cased=True),
    _rule("weeks ago on", rf"{NUMBER} weeks? ago (?:on )?{WEEKDAY}", days.weekday_ago),
    _rule("near day", rf"(?:(?:earlier|later|late|early) )?(?P<word>the day before yesterday|the day after tomorrow|today|yesterday|tomorrow)\b(?!'s world)(?: {PART}\b)?", days.near_day),
    _rule("near part", r"(?:late |early )?(?:tonight|overnight|(?:this|last|the previous) (?:morning|afternoon|evening|night))\b", days.near_part),
    _rule("same day", r"(?:(?:earlier|later|early|late) )?(?:(?:in |on )?(?:the|that) (?:very )?same day|(?:in|on) (?:that|the) day(?=[.,;]| when\b)|that day|the (?:next|following|previous) day|the day (?:before|after)(?=[.,;]|$))\b", days.same_day),
    _rule("end the day", r"(?:(?<=end )|(?<=ended )|(?<=ending )|(?<=finish )|(?<=finished )|(?<=later in )|(?<=earlier in )|(?<=closed ))the day\b", days.same_day),
    _rule("which unit", rf"{EDGE}(?:the )?{WHICH} (?:fiscal |calendar )?(?P<unit>week|weekend|month|quarter|year)\b(?!-|s)", periods.which_unit),
    _rule("that unit", r"that (?P<unit>week|month|quarter|year)\b(?!-|s)", periods.that_unit),
    _rule("edge of the unit", rf"(?:(?:the )?(?:very )?(?:beginning|start|middle|end|rest|remainder|course) of the (?:fiscal |calendar |financial )?|(?:later|earlier|early|late) (?:in )?the ){_RUNNING}\b(?!-| of\b)", periods.current_unit),
    _rule("end of year", r"(?P<unit>year)[- ]end\b", periods.current_unit),
    _rule("for the year", r"(?<=for )the (?:full |whole |entire )?(?P<unit>year)(?=[.,;]| of\b| were\b| was\b| ended\b)", periods.current_unit),
    _rule("its fourth year", rf"(?:(?<=in )|(?<=into )|(?<=entered )|(?<=entering )|(?<=enters )|(?<=for ))(?:its|their|his|her|a|the) {ORDINAL} {_RUNNING}\b(?! of\b|-)(?: (?:running|in a row))?", periods.current_unit),
    _rule("running week", rf"(?:(?:its|their|a|the) )?{ORDINAL}[- ](?:straight|consecutive|successive) {_RUNNING}\b", periods.current_unit),
    _rule("weekend", r"(?:over |at |during )?the weekend\b", periods.weekend),
    _rule("period before", r"(?:the )?(?:same|corresponding|comparable) (?:period|quarter|month)(?: of| in)? (?:the )?(?:last|previous|prior) year\b|(?:the )?(?:same|corresponding|comparable) (?:period|quarter|month) (?:a|one) year (?:ago|earlier|before)\b", periods.year_before),
    _rule("ago", rf"(?:(?:about|nearly|almost|more than|just|over|some|only) )?{NUMBER} {UNIT}s? (?:or (?:so|two) )?(?:ago)", lengths.ago),
    _rule("later", rf"(?:(?:about|nearly|almost|more than|just|over|only) )?{NUMBER} {UNIT}s? (?P<way>later|earlier|afterwards|previously|(?:before|after)(?=[.,;]))\b", lengths.from_named),
    _rule("the quarter", r"(?:the (?P<latest>latest )?quarter|the (?P<latest_2>latest) period)\b(?!-to-)", periods.same_quarter),
    _rule("a year before", r"(?:(?:the|a) )?(?:comparable |same |corresponding )?year-(?:ago|earlier)\b(?: (?:quarter|period))?", periods.year_before),
    _rule("decade long", r"(?:the )?(?:past|last|coming|next) decade\b", fixed("DURATION", "P10Y")),
    # lengths and repetitions
    _rule("four digits", rf"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d){_ZONE}", days.clock, cased=True),
    _rule("length", rf"(?:(?:the|these|those|this|its|his|her|their) )?(?:(?:past|last|next|first|final|coming|previous|latest|recent|full) )?(?:(?:about|nearly|almost|more than|less than|at least|up to|over|another|some|only) )*(?<!\bas ){NUMBER}[- ](?:(?:more|full|whole|straight|consecutive|long|or so) )?{UNIT}s?\b{NO_AGE}(?!-ago|-earlier)(?:-long)?", lengths.length),
    _rule("unknown length", rf"(?:(?:the )?(?:recent|past|last|coming|next|many) )?(?<!-)(?<!as many ){UNIT}s\b{NO_AGE}(?! ago)(?: ?- ?long)?", lengths.unknown_length),
    _rule("single unit", rf"(?:an? )?(?:additional|single)[- ]{UNIT}\b", lengths.one_unit),
    _rule("set", rf"(?:every|each|per) (?:single )?{UNIT}\b", lengths.repeated),
    _rule("so often", rf"(?:once|twice|(?:{SPELT}|\d+|several|many) (?:times|flights|shows|trips|visits)) (?:a|an|every|each|per) {UNIT}\b", lengths.repeated),
    _rule("weekdays", rf"(?:on |every |each )?(?P<weekday>{WEEKDAY_NAME})(?:s\b| {PART}s\b)", lengths.every_weekday, cased=True),
    _rule("every weekday", rf"(?:every|each) (?P<weekday>{WEEKDAY_NAME})\b", lengths.every_weekday),
    _rule("daily", r"daily\b", fixed("SET", "P1D")),
    _rule("weekly", r"weekly\b", fixed("SET", "P1W")),
    _rule("monthly", r"monthly\b", fixed("SET", "P1M")),
    _rule("quarterly", r"quarterly\b(?= ?[.,;)]|$)", fixed("SET", "P3M")),
    _rule("yearly", r"(?:annually|yearly)\b", fixed("SET", "P1Y")),
    # clock
    _rule("clock", rf"(?P<hour>\d\d?)(?:[:.](?P<minute>\d\d))? ?(?P<half>[ap]\.? ?m\b\.?){_ZONE}?", days.clock),
    _rule("clock of 24 hours", rf"(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?![\d:]){_ZONE}?", days.clock, cased=True),
    _rule("o'clock", rf"(?P<hour>\d\d?|{SPELT})(?:[:.](?P<minute>\d\d))? (?:(?:o'clock )?(?:in the|at) {PART}\b|o'clock\b)", days.clock),
    _rule("noon", r"(?:noon|midday)\b", fixed("TIME", "T12:00")),
    _rule("after midnight", r"(?:(?:shortly|just|soon) )?after midnight\b", fixed("TIME", "T00:00")),
    _rule("midnight", r"midnight\b", fixed("TIME", "T24:00")),
    # vague
    _rule("now", r"(?:right now|now|currently|nowadays|at present|at the moment|these days|presently|the present(?= day|,|\.| and)|current|the time being)\b", fixed("DATE", "PRESENT_REF")),
    _rule("past", r"(?:more |most )?(?:recently|lately|recent)\b|(?:the )?(?:recent |distant )?past(?=[.,;]| and\b)", fixed("DATE", "PAST_REF")),
    _rule("future", r"(?:the )?(?:near |foreseeable |immediate |near-term )?future(?=[.,;)]| and\b| of\b| to\b|$)|(?<!as )soon(?! after| as)\b", fixed("DATE", "FUTURE_REF")),
)  # fmt: skip
