"""Which words name units of time, months, days and numbers, and how many do they say?

Fragments of regular expressions that the rules of `time_rules` are put together from, and the tables that tell what a word
counts as. A duration is written as TIMEX3 wants it: `P3W`, `PT30M`, `PXY` for an unknown number of years.
"""

import re

MONTH_NAMES = "january february march april may june july august september october november december".split()
MONTHS = {name[:3]: i for i, name in enumerate(MONTH_NAMES, 1)}
DAY_NAMES = "monday tuesday wednesday thursday friday saturday sunday".split()
WEEKDAYS = {name[:3]: i for i, name in enumerate(DAY_NAMES, 1)}
NUMBERS = {
    name: i
    for i, name in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split()
    )
} | {name: 10 * i for i, name in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
TENS = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8, "nineties": 9}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
DAY_PARTS = {"morning": "MO", "midday": "MI", "noon": "MI", "afternoon": "AF", "evening": "EV", "night": "NI"}
UNITS = {
    "second": ("T", "S", 1), "minute": ("T", "M", 1), "hour": ("T", "H", 1), "day": ("", "D", 1), "night": ("", "D", 1),
    "week": ("", "W", 1), "weekend": ("", "W", 1), "month": ("", "M", 1), "quarter": ("", "Q", 1), "year": ("", "Y", 1),
    "decade": ("", "Y", 10), "century": ("", "Y", 100), "centurie": ("", "Y", 100),
}  # fmt: skip
"""A unit's place and letter in a TIMEX3 duration, and how many of that letter it is."""
LAST = frozenset({"last", "past", "this past", "previous"})
NEXT = frozenset({"next", "coming", "this coming", "following"})

MONTH = r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.|(?= \d))|Apr(?:il|\.)|May|June|Jun(?:\.|(?= \d))|July|Jul(?:\.|(?= \d))|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?|(?:january|february|april|june|july|august|september|october|november|december))(?![a-z])"  # fmt: skip # noqa: E501
"""A month; in small letters only where no other word is spelt so."""
WEEKDAY_NAME = r"(?:[Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur|[Ss]un)day"
_SHORT_WEEKDAY = r"(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\."
WEEKDAY = rf"(?P<weekday>{WEEKDAY_NAME}|{_SHORT_WEEKDAY})(?![a-z])"
WEEKDAY_BEFORE = rf"(?:(?:{WEEKDAY_NAME}|{_SHORT_WEEKDAY}),? (?:the )?)?"
DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d.]\d|\d|%|,\d{3})"
YEAR = r"(?P<year>1[0-9]\d\d|20\d\d)(?![\d-]|[.,]\d)"
_TENS = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?"
_TEENS = r"ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_ONES = r"one|two|three|four|five|six|seven|eight|nine"
SPELT = rf"(?:{_TENS}|{_TEENS}|{_ONES})"
SPELT_YEAR = rf"(?P<spelt>nineteen (?:hundred|{_TENS}|{_TEENS})|two thousand(?: (?:and )?{SPELT})?|twenty (?:{_TENS}|{_TEENS}))"
NUMBER = (
    rf"(?P<number>\d{{1,4}} 1/2|\d{{1,4}}(?:\.\d)?|{SPELT}(?: and a half)?|(?:a )?couple(?: of)?|an?|several|a few|few|many|some|"
    r"dozens of|hundreds of|half an?)"
)
UNIT = r"(?P<unit>second|minute|hour|day|night|week|weekend|month|quarter|year|decade|century|centurie)"
EDGE = (
    r"(?:(?:the )?(?:very )?(?:beginning|start|middle|end|close|rest|remainder|course) of (?:the )?"
    r"|(?:mid|early|late)-?(?: in)? ?(?:the )?"
    r"|(?:earlier|later)(?: in| on)? (?:the )?)?"
)
PART = r"(?P<part>morning|midday|noon|afternoon|evening|night)"
WHICH = r"(?P<which>last|this past|past|previous|this coming|this|current|next|coming|following|same)"
_STAMP = re.compile(
    r"(?:\b(?:posted|updated|published|modified)(?:\s(?:on|at))?:?|\(@\w+\))\s*$",
    re.IGNORECASE,
)
NO_AGE = r"(?![- ]olds?\b| of age\b| younger\b| older\b)"
ORDINAL = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,3}(?:st|nd|rd|th))"


def is_stamp(text: str, start: int) -> bool:
    """Whether a time that begins at `start` is that of the page or of a post in it, not of anything told: "Updated: 3 May"."""
    return _STAMP.search(text[max(0, start - 30) : start]) is not None


def number(words: str) -> float | None:
    """The number that words or digits tell; None for `several` and the like."""
    words = words.lower()
    if words in ("a", "an"):
        return 1
    if words.startswith("half"):
        return 0.5
    if "couple" in words:
        return 2
    if words.endswith((" 1/2", " and a half")):
        whole = number(re.split(r" 1/2| and a half", words)[0])
        return None if whole is None else whole + 0.5
    if words[0].isdigit():
        return float(words)
    parts = re.split(r"[- ]", words)
    return sum(NUMBERS[p] for p in parts) if all(p in NUMBERS for p in parts) else None


def spelt_year(words: str) -> str | None:
    """`nineteen ninety-four` -> 1994, `two thousand and ten` -> 2010; None where the words make no year."""
    head, _, rest = words.lower().partition(" ")
    if head == "two":
        rest = rest.removeprefix("thousand").strip().removeprefix("and ").strip()
        return str(2000 + int((number(rest) if rest else None) or 0))
    last = 0.0 if rest == "hundred" else number(rest)
    return None if last is None or last < 10 else f"{NUMBERS[head]}{int(last):02d}" if last else None


def duration(amount: float | None, unit: str) -> str:
    """The TIMEX3 duration of so many units, X for an unknown number."""
    place, letter, factor = UNITS[unit.lower()]
    if amount is None:
        return f"P{place}X{'E' if factor == 10 else 'C' if factor == 100 else letter}"
    if factor == 1 and amount % 1 == 0.5 and letter in "YH":
        whole, half = int(amount), {"Y": "6M", "H": "30M"}[letter]
        return f"P{place}{f'{whole}{letter}' if whole else ''}{half}"
    total = amount * factor
    return f"P{place}{total:g}{letter}"
