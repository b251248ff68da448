"""Which number do these words mean, and do two numbers mean the same?

Method: one pattern finds digits with their thousands marks and scale words, number words ("forty-seven", "two and a half
million"), and words that count without a figure ("dozens", "tens of thousands", "a dozen"); each is turned into bounds and
a best value. Formatting never matters: "1,200", "1200" and "twelve hundred" are equal, "six point two" and "6.2" too.

Known failures: a decimal comma is read as a thousands mark only before three digits and otherwise ends the number; Roman
numerals and fractions such as "3/4" are no numbers here.
"""

import math
import re
from collections.abc import Iterator

import msgspec

from twosource.text import plain

_UNITS = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen""".split()
_TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
_SMALL: dict[str, float] = {word: float(n) for n, word in enumerate(_UNITS)} | {k: float(v) for k, v in _TENS.items()}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_SHORT_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12}
_SIGNS = ("$", "€", "£", "¥", "₹", "₽", "₩", "₺", "₪")
_GROUPS = {"dozen": 12.0}
_VAGUE = {"dozens": (24.0, 99.0), "scores": (40.0, 199.0), "hundreds": (200.0, 999.0), "thousands": (2e3, 9_999.0),
          "millions": (2e6, 9.999e6), "billions": (2e9, 9.999e9)}  # fmt: skip
"""Plural counting words, the least and the most that they are used for; "dozens" is at least two dozen."""
_VAGUE_SCALED = {"tens": (20.0, 99.0), "dozens": (24.0, 99.0), "scores": (40.0, 199.0), "hundreds": (200.0, 999.0)}
_FRACTIONS = {"half": 0.5, "a third": 1 / 3, "one third": 1 / 3, "two thirds": 2 / 3, "a quarter": 0.25, "one quarter": 0.25,
              "three quarters": 0.75, "a fifth": 0.2, "one fifth": 0.2}  # fmt: skip
_ORDINALS = """zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
fifteenth sixteenth seventeenth eighteenth nineteenth""".split()
_ROUND_ORDINALS = {"twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70,
                   "eightieth": 80, "ninetieth": 90, "hundredth": 100, "thousandth": 1000}  # fmt: skip

_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_WORD = "|".join(sorted(_SMALL, key=len, reverse=True))
_SCALE = "|".join(_SCALES)
_PATTERN = re.compile(
    rf"""(?<![\w.,/:])(?:
    (?P<scaled>(?:{"|".join(_VAGUE_SCALED)})\ of\ (?P<by>thousands|millions|billions))
    | (?P<vague>scores(?=\ of\b)|(?:{"|".join(k for k in _VAGUE if k != "scores")}))
    | (?P<several>several|a\ few|a\ couple)\ (?P<times>hundred|thousand|million|billion|dozen)
    | (?P<fraction>half\ an?\ (?P<halved>dozen|{_SCALE})|half(?=\ (?:of|the|a|its|their|all)\b)
        | (?:(?:a|one)[- ](?:third|quarter|fifth)|two[- ]thirds|three[- ]quarters)(?:\ of\ an?\ (?P<parted>{_SCALE}))?)
    | (?P<digits>{_DIGITS})(?:(?:\ |-)?(?P<scale>{_SCALE}|dozen)|(?P<short>bn|mn|tn|m|k))?
    | (?P<words>(?:an?\ (?:{_SCALE}|dozen)|(?:{_WORD}))
        (?:(?:\ and\ a\ half)?(?:[ -](?:and\ )?(?:{_WORD}|{_SCALE}|dozen))*))
        (?:(?<!\bat\ one)\ point(?P<decimals>(?:[ -](?:{"|".join(_UNITS[:10])})\b)+)(?:\ (?P<spoken>{_SCALE}))?)?
    )(?!(?!(?:km|kg|lb|cm|mm|ft|mph|kph|mw|gw)s?\b)\w|[/:]|[.,]\d)""",
    re.VERBOSE | re.IGNORECASE,
)


class Number(msgspec.Struct, frozen=True):
    """A number in a text: offsets of its words, its bounds (None: no bound) and the value meant (None: too vague)."""

    start: int
    end: int
    low: float | None
    best: float | None
    high: float | None

    @property
    def vague(self) -> bool:
        """Whether the words give no figure ("dozens", "several hundred")."""
        return self.best is None


def numbers(text: str) -> Iterator[Number]:
    """The numbers written in a text, in order, offsets into it."""
    for m in _PATTERN.finditer(plain(text)):
        bounds = _bounds(m)
        if bounds is not None:
            yield Number(m.start(), m.end("digits") if _metres(m) else m.end(), *bounds)


def value(text: str) -> float | None:
    """The number that a text is, as a whole; None if it is anything else, or too vague to be one figure."""
    found = list(numbers(text.strip()))
    if len(found) == 1 and (found[0].start, found[0].end) == (0, len(text.strip())):
        return found[0].best
    return None


def ordinal(text: str) -> int | None:
    """The place in a row that a word gives: 3 for "third" and "3rd", 21 for "twenty-first"; None for other words."""
    word = plain(text).strip().lower()
    if m := re.fullmatch(r"(\d+)(?:st|nd|rd|th)", word):
        return int(m[1])
    tens, _, rest = word.rpartition("-")
    if rest in _ORDINALS:
        if not tens:
            return _ORDINALS.index(rest)
        return _TENS[tens] + _ORDINALS.index(rest) if tens in _TENS and _ORDINALS.index(rest) < 10 else None
    return _ROUND_ORDINALS.get(word)


def same(a: float | None, b: float | None) -> bool:
    """Whether two values are equal as numbers; an unknown one equals nothing."""
    return a is not None and b is not None and math.isclose(a, b, rel_tol=1e-9)


def rounds(exact: float, rough: float) -> bool:
    """Whether `rough` is `exact` given in fewer significant figures ("1,197" as "1,200")."""
    if rough == 0 or same(exact, rough):
        return same(exact, rough)
    step = 10.0 ** math.floor(math.log10(abs(rough)))
    while step >= 1 and not same(rough / step, round(rough / step)):
        step /= 10
    return step > 1 and abs(exact - rough) <= step / 2


def _metres(m: re.Match[str]) -> bool:
    """Whether the letter behind the digits is no scale: "40m" is a length unless a currency sign stands before it."""
    return (m["short"] or "").lower() in ("m", "k") and m.string[m.start() - 1 : m.start()] not in _SIGNS


def _bounds(m: re.Match[str]) -> tuple[float | None, float | None, float | None] | None:
    if m["scaled"]:
        low, high = _VAGUE_SCALED[m["scaled"].split()[0].lower()]
        by = _SCALES[m["by"].lower().removesuffix("s")]
        return low * by, None, high * by
    if m["vague"]:
        low, high = _VAGUE[m["vague"].lower()]
        return low, None, high
    if m["several"]:
        by = _SCALES.get(m["times"].lower(), 12.0)
        return 2 * by, None, 9 * by
    if m["fraction"]:
        words = m["fraction"].lower().partition(" of ")[0].replace("-", " ")
        share = 0.5 if m["halved"] else _FRACTIONS.get(words, 0.5)
        whole = m["halved"] or m["parted"]
        exact = share * (_SCALES.get(whole.lower(), 12.0) if whole else 1.0)
        return exact, exact, exact
    if m["digits"]:
        scaled = m["scale"] or (None if _metres(m) else m["short"]) or ""
        scale = (_SCALES | _GROUPS | _SHORT_SCALES).get(scaled.lower(), 1.0)
        exact = round(float(m["digits"].replace(",", "")) * scale, 6)
        return exact, exact, exact
    spelt = _spelt(m["words"].lower())
    if spelt is not None and m["decimals"]:
        behind = "".join(str(_UNITS.index(word)) for word in m["decimals"].lower().replace("-", " ").split())
        spelt = round(float(f"{spelt:.0f}.{behind}") * _SCALES.get((m["spoken"] or "").lower(), 1.0), 6)
    return None if spelt is None else (spelt, spelt, spelt)


def _spelt(phrase: str) -> float | None:
    """The value of number words; None where they do not make one number ("two three")."""
    total = current = 0.0
    last = math.inf
    for word in phrase.replace(" and a half", " +half").replace("-", " ").split():
        if word in ("a", "an"):
            current, last = 1.0, 1.0
        elif word == "+half":
            current += 0.5
        elif word in _SMALL:
            fits = last >= 100 or (last in _TENS.values() and 0 < _SMALL[word] < 10)
            if not fits:
                return None
            current += _SMALL[word]
            last = _SMALL[word]
        elif word == "hundred":
            current, last = (current or 1.0) * 100, 100.0
        elif word in _GROUPS:
            current, last = (current or 1.0) * _GROUPS[word], 1.0
        elif word in _SCALES:
            total, current, last = total + (current or 1.0) * _SCALES[word], 0.0, _SCALES[word]
    return total + current
