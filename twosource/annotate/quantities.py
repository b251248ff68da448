"""Which numbers does the text give, of what, and how exactly?

Method: the numbers come from `values.numbers`; the words around them say whether they are money, a percentage, a range or
only a bound ("at least"); the parse says which noun is counted. A number that belongs to a date, a time of day, a score, a
name or a row of places is left out: dates are `annotate.times`' business. Nouns for people are all the unit "person", and so
is a bare number that is killed, hurt, held or saved ("12 were injured").

Known failures: "one" is taken as a number only before a noun it counts; a person noun outside the list keeps its own lemma.
"""

import re
from collections.abc import Iterator

from twosource.annotate.syntax import children, token_at
from twosource.records import Quantity, Sentence, Span
from twosource.text import plain
from twosource.values.numbers import Number, numbers

PERSON_NOUNS = frozenset(
    """people person man woman child boy girl baby infant teenager adult civilian soldier troop officer policeman policewoman
    worker employee staff resident villager passenger driver pilot migrant refugee victim casualty protester demonstrator
    student pupil teacher suspect gunman militant rebel fighter insurgent terrorist attacker bomber prisoner inmate detainee
    hostage patient doctor nurse journalist reporter activist official lawmaker senator deputy voter tourist visitor pilgrim
    worshipper miner fisherman sailor crew firefighter rescuer medic peacekeeper guard bystander pedestrian cyclist player
    fan spectator supporter member citizen national foreigner native survivor fatality wounded dead injured missing other
    individual human youth toddler farmer shopper guest customer commuter motorist farmhand striker candidate delegate
    minister lawyer judge expert scientist engineer trader seafarer evacuee recruit conscript veteran policeman trooper
    commander mourner marcher rioter arrest death injury teen juvenile marine cop kid sibling brother sister son daughter
    parent mother father cousin friend relative trooper partygoer reveler reveller grandchild neighbour neighbor""".split()
)
"""Nouns of people whose number is a number of persons; "death" and "injury" count them as well."""
PERSON_VERBS = frozenset(
    """kill die injure wound hurt arrest detain hospitalize hospitalise rescue evacuate drown execute abduct kidnap shoot stab
    displace trap behead massacre slaughter murder perish burn jail imprison deport sicken infect treat charge""".split()
)
CURRENCIES = {
    "$": "USD", "us$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₺": "TRY", "₪": "ILS",
    "a$": "AUD", "c$": "CAD", "nz$": "NZD", "hk$": "HKD", "s$": "SGD", "r$": "BRL", "rs": "INR", "usd": "USD", "eur": "EUR",
    "gbp": "GBP", "jpy": "JPY", "chf": "CHF", "dollar": "USD", "euro": "EUR", "pound": "GBP", "yen": "JPY", "yuan": "CNY",
    "rouble": "RUB", "ruble": "RUB", "rupee": "INR", "shekel": "ILS", "franc": "CHF", "won": "KRW", "naira": "NGN",
    "rand": "ZAR", "lira": "TRY", "peso": "peso", "krona": "SEK", "zloty": "PLN", "hryvnia": "UAH", "riyal": "SAR",
    "dirham": "AED", "cent": "cent", "rupiah": "IDR", "shilling": "shilling", "lari": "GEL", "baht": "THB", "ringgit": "MYR",
    "taka": "BDT", "dinar": "dinar", "cedi": "GHS", "kwacha": "kwacha", "birr": "ETB", "forint": "HUF", "koruna": "CZK",
    "krone": "krone", "tenge": "KZT", "guarani": "PYG", "boliviano": "BOB", "quetzal": "GTQ", "kyat": "MMK", "afghani": "AFN",
}  # fmt: skip
"""Signs, codes and nouns to ISO 4217; a noun that several countries use is that of the largest economy, those of none that is
largest by far ("peso", "dinar") are left open."""
OF_COUNTRIES = {
    "canadian": "CAD", "australian": "AUD", "new zealand": "NZD", "hong kong": "HKD", "singapore": "SGD", "egyptian": "EGP",
    "sudanese": "SDG", "syrian": "SYP", "lebanese": "LBP", "pakistani": "PKR", "sri lankan": "LKR", "swiss": "CHF",
}  # fmt: skip
"""The currency of a country that shares its noun with a larger one, by the adjective before it."""
UNITS = {
    "km": "kilometre", "kilometer": "kilometre", "kilometre": "kilometre", "mile": "mile", "m": "metre", "meter": "metre",
    "metre": "metre", "cm": "centimetre", "centimeter": "centimetre", "centimetre": "centimetre", "mm": "millimetre",
    "millimeter": "millimetre", "millimetre": "millimetre", "foot": "foot", "ft": "foot", "inch": "inch", "kg": "kilogram",
    "kilo": "kilogram", "kilogram": "kilogram", "kilogramme": "kilogram", "ton": "tonne", "tonne": "tonne", "mph": "mile/h",
    "kph": "kilometre/h", "km/h": "kilometre/h", "liter": "litre", "litre": "litre", "lb": "pound-weight", "mw": "megawatt",
    "gw": "gigawatt", "hectare": "hectare", "acre": "acre", "barrel": "barrel",
}  # fmt: skip
_TIME_UNITS = "second minute hour day week month year decade century".split()
_FLOOR = "at least|no fewer than|no less than|not less than|a minimum of|upwards of"
_ABOVE = "more than|over|above|greater than|in excess of|well over|exceeding"
_CEILING = "up to|as (?:many|much|high|long|deep) as|at most|no more than|not more than|a maximum of"
_BELOW = "fewer than|less than|under|below"
_NEAR = (
    "about|around|roughly|approximately|some|an estimated|estimated|close to|nearly|almost|just over|just under|"
    "a little over|circa|more or less|slightly more than|slightly less than|as few as"
)
_MODIFIER = re.compile(
    rf"\b(?:(?P<near>{_NEAR})|(?P<floor>{_FLOOR})|(?P<above>{_ABOVE})|(?P<ceiling>{_CEILING})|(?P<below>{_BELOW}))"
    r"(?:\ (?:the|another|a|an|us))?\s*(?:us|[acsr]|nz|hk)?[$€£¥₹₽₩₺₪]?$",
    re.IGNORECASE,
)
_AFTER_MODIFIER = re.compile(r"\s+(or more|or so|or fewer|or less|at least)\b", re.IGNORECASE)
_SIGN = re.compile(r"(?:\b(?:us|a|c|nz|hk|s|r))?[$€£¥₹₽₩₺₪]\s?$|\b(?:usd|eur|gbp|jpy|chf|rs\.?)\s?$", re.IGNORECASE)
_UNIT_AFTER = re.compile(
    r"(?:-plus)?(?:(?P<percent>\s?%|[\s-]per\s?cent(?:age points?)?\b|\spercentage points?\b)|"
    r"(?P<age>[\s-]years?[\s-]old\b|\s?y/?o\b|\s?yrs?\.?\s?old\b|\s(?:or|and)\s(?:younger|older|under)\b)"
    rf"|[\s-]?(?P<unit>{'|'.join(sorted(map(re.escape, UNITS), key=len, reverse=True))})(?:s|es)?\b"
    rf"|[\s-](?P<time>{'|'.join(_TIME_UNITS)})s?\b"
    rf"|\s(?:(?:u\.?s\.?|american|(?P<country>{'|'.join(OF_COUNTRIES)}))\s)?"
    rf"(?P<money>{'|'.join(k for k in CURRENCIES if len(k) > 2)})s?\b)",
    re.IGNORECASE,
)
_RANGE = re.compile(r"(?:\s(?:to|or)\s|\s?-\s?)(?:(?:us)?[$€£])?", re.IGNORECASE)
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|tember|ober)?\.?"
_MONTH_BEFORE = re.compile(rf"\b{_MONTH}\s(?:the\s)?$|\b{_MONTH}\s\d\d?(?:st|nd|rd|th)?,?\s$", re.IGNORECASE)
_MONTH_AFTER = re.compile(rf"(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}(?:\W|$)|-\d\d?-\d", re.IGNORECASE)
_HOUR = re.compile(r"[0-2]?\d[.:][0-5]\d")
_OPENS = re.compile(r"\s+[A-Z]")
"""What opens a sentence behind the hour of an entry."""
_CLOCK_AFTER = re.compile(r"\s?(?:[ap]\.?\s?m\b|o'clock|hours?\s(?:gmt|local|utc)|gmt\b|utc\b)", re.IGNORECASE)
_YEAR = re.compile(r"(?:1[6-9]|20)\d\d$")
_NAMING = frozenset("PERSON ORG GPE LOC FAC PRODUCT LAW WORK_OF_ART EVENT NORP".split())


def quantities(sentences: tuple[Sentence, ...]) -> tuple[Quantity, ...]:
    """The numbers of parsed sentences, in text order."""
    return tuple(q for s in sentences if s.tokens for q in _of_sentence(s))


_TOLL_BEFORE = re.compile(
    r"\b(?:toll|number|count|tally|total)\b.*\b(?:at|to|is|was|now|reached|reaches|hit|topped|passed|exceeded)\s$", re.IGNORECASE
)
"""What stands ahead of a count that is told without what it counts."""


def _of_sentence(sentence: Sentence) -> Iterator[Quantity]:
    text = plain(sentence.span.text)
    found = [n for n in numbers(text) if not _other(sentence, text, n)]
    done = -1
    for i, number in enumerate(found):
        if i <= done:
            continue
        last = number
        between = text[number.end : found[i + 1].start] if i + 1 < len(found) else ""
        if between and _is_range(text, number, found[i + 1], between):
            last, done = found[i + 1], i + 1
        yield _quantity(sentence, text, number, last)


def _is_range(text: str, first: Number, second: Number, between: str) -> bool:
    bounded = first.best is not None and second.best is not None
    if not bounded:
        return False
    if re.search(r"\bfrom\s(?:[$€£])?$", text[: first.start], re.IGNORECASE):
        return False  # "rose from 10 to 12" gives two numbers
    if between.lower().strip() == "and":
        return bool(re.search(r"\bbetween\s(?:us)?[$€£]?$", text[: first.start], re.IGNORECASE))
    return bool(_RANGE.fullmatch(between)) and first.best < second.best  # type: ignore[operator]


def _other(sentence: Sentence, text: str, n: Number) -> bool:
    """Whether the number is no count: part of a date, a clock time, a score, a name, or the pronoun "one"."""
    before, after, words = text[: n.start], text[n.end :], text[n.start : n.end]
    if not before.strip() and _HOUR.fullmatch(words) and _OPENS.match(after):
        return True  # the entry of a running page: "17.05 At least seven people were killed"
    if _MONTH_BEFORE.search(before) or _MONTH_AFTER.match(after) or _CLOCK_AFTER.match(after):
        return True
    if re.search(r"(?:\bNo\.?|#|\bnumber|\barticle|\bsection|\bchapter|\bpage|\broute|\bgate|\bunit)\s?$", before, re.IGNORECASE):
        return True
    index = token_at(sentence, sentence.span.start + n.start)
    if index is None:
        return True
    token = sentence.tokens[index]
    if words.lower() in ("one", "zero") and (token.tag != "CD" or token.dep not in ("nummod", "quantmod", "compound", "nmod")):
        return not _UNIT_AFTER.match(after)
    if _YEAR.match(words) and not _SIGN.search(before):
        match = _UNIT_AFTER.match(after)
        counted = token.dep == "nummod" and sentence.tokens[token.head].tag in ("NNS", "NNPS")
        if not match and not counted:
            return True
    name = next((name for name in sentence.names if name.first <= index < name.last), None)
    label = None if name is None else name.label
    if name is not None and name.last - name.first == 1 and _TOLL_BEFORE.search(before):
        return False  # "the toll stands at 52, she said": an age for the recogniser
    if label in ("DATE", "TIME"):
        return not _UNIT_AFTER.match(after) and not (token.dep == "nummod" and sentence.tokens[token.head].lemma in _TIME_UNITS)
    if label in _NAMING and words[:1].isdigit():
        return True
    if re.match(r"-\d", after) and not re.search(r"\b(?:between|about|some)\s$", before):
        return not _UNIT_AFTER.match(re.sub(r"^-\d+", "", after))
    return bool(re.search(r"\d-$", before)) or bool(re.match(r"(?:-?[A-Z]|[a-z]\d)", after) and words[:1].isdigit())


def _quantity(sentence: Sentence, text: str, first: Number, last: Number) -> Quantity:
    start, end = first.start, last.end
    low, best, high = first.low, first.best, last.high
    if last is not first and first.best is not None and last.best is not None:
        best = (first.best + last.best) / 2
    modifier = None
    if sign := _SIGN.search(text[:start]):
        start = sign.start()
    if m := _MODIFIER.search(text[: first.start]):
        start = min(start, m.start())
        group = str(m.lastgroup)
        modifier = m[group].lower()
        if group in ("floor", "above"):
            high = None
        elif group in ("ceiling", "below"):
            low = None
    elif best is None:
        modifier = text[first.start : first.end].lower()
    unit, unit_end = _unit(sentence, text, first, last, sign[0] if sign else None)
    end = max(end, unit_end)
    if m := _AFTER_MODIFIER.match(text[end:]):
        modifier = modifier or m[1].lower()
        end += m.end()
        if "more" in m[1].lower() or "least" in m[1].lower():
            high = None
        elif "so" not in m[1].lower():
            low = None
    if modifier in ("just over", "just under"):
        low, high = first.low, last.high
    offset = sentence.span.start

    def cut(i: int, j: int) -> Span:
        return Span(offset + i, offset + j, sentence.span.text[i:j])

    return Quantity(cut(start, end), cut(first.start, last.end), low, best, high, unit, modifier)


def _unit(sentence: Sentence, text: str, first: Number, last: Number, sign: str | None) -> tuple[str | None, int]:
    """The unit and where its symbol ends; a counted noun is no symbol, and ends nothing."""
    if sign:
        return CURRENCIES.get(sign.strip().rstrip(".").lower(), CURRENCIES["$"] if "$" in sign else None), last.end
    if m := _UNIT_AFTER.match(text[last.end :]):
        end = last.end + m.end()
        if m["percent"]:
            return "percent", end
        if m["age"]:
            return "year-old", end
        if m["unit"]:
            return UNITS[m["unit"].lower()], end
        if m["time"]:
            return m["time"].lower(), end
        return OF_COUNTRIES.get((m["country"] or "").lower(), CURRENCIES[m["money"].lower()]), end
    offset = sentence.span.start
    index = token_at(sentence, offset + last.end - 1)
    return (None if index is None else _counted(sentence, index)), last.end


def _counted(sentence: Sentence, index: int) -> str | None:
    """What the number word at `index` counts, read off the tree."""
    tokens = sentence.tokens
    top = index
    while tokens[top].head != top and tokens[top].dep in ("nummod", "quantmod", "compound", "nmod", "advmod", "npadvmod"):
        top = tokens[top].head
        if tokens[top].pos in ("NOUN", "PROPN") and tokens[top].lemma not in _VAGUE_LEMMAS:
            return _noun(tokens[top].lemma)
    for preposition in children(sentence, top, "prep"):
        if tokens[preposition].lemma == "of":
            for noun in children(sentence, preposition, "pobj"):
                return _noun(tokens[noun].lemma) if tokens[noun].pos in ("NOUN", "PROPN") else None
    if top + 1 < len(tokens) and tokens[top + 1].lemma in ("dead", "injured", "wounded", "missing", "other", "more"):
        return "person"
    head = tokens[tokens[top].head]
    if tokens[top].dep in ("nsubj", "nsubjpass", "dobj", "conj") and head.lemma in PERSON_VERBS:
        return "person"
    return None


_VAGUE_LEMMAS = frozenset("dozen score hundred thousand million billion ten".split())


def _noun(lemma: str) -> str:
    return "person" if lemma.lower() in PERSON_NOUNS else lemma.lower()
