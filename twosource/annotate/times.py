"""Which words of an article tell a time, and which?

Method: the rules of `time_rules` are tried over each sentence; of those that overlap the one that begins first
and then the longest stands. A day and a time of day side by side become one expression. A bare weekday, month or date
means the last such day up to publication, or the next where its clause speaks of the future; the clause's verb comes from
the parse.

Figures on 311 articles (TimeBank, AQUAINT, MEANTIME): relaxed F1 .94, value F1 .806, days .922; HeidelTime 2 has .92, .789, .892.

Known failures: events told in the past tense of a day still to come ("was due on Friday" is caught, "was hoping for Friday"
is not); expressions in direct quotes are counted from the day of publication, not of the speech; feasts
that follow the moon.
"""

import re

import msgspec

from twosource.annotate.syntax import ancestors, children, token_at
from twosource.annotate.time_days import Context, Tense
from twosource.annotate.time_rules import RULES, Rule
from twosource.annotate.time_words import DAY_PARTS, is_stamp
from twosource.records import Document, Sentence, Span, Time
from twosource.text import plain
from twosource.values.dates import day_of

_JOIN = re.compile(r",? (?:(?:at|on|around|about|shortly after|shortly before|just after|just before) ?){0,2}$")
"""What stands between a day and a time of day that are one expression."""

_PART_OF = re.compile(
    r"\b(?:the )?(?:(?:(?:early|late) )?(?P<part>morning|afternoon|evening|night)(?: hours)?"
    r"|(?:early|small|pre-?dawn|(?P<late>late)) hours) of $",
    re.IGNORECASE,
)
"""A part of the day told before its day: "the night of 3 May"."""
_HOUSES = re.compile(r"[- ]blocks?\b")
"""What follows a house number: "the 1900 block of Elm Street"."""
_OF_SOMEBODY = re.compile(r"\b(?:his|her|their|my|our|your|whose)\s$")
"""What stands before the years of an age: "in his late 20s"."""
_FULL_DAY = r"[\dX]{4}-(?:[\dX]{2}|WXX)-[\dX]{1,2}"

_FUTURE_MODALS = frozenset({"will", "'ll", "shall", "would", "may", "might", "can", "could", "should", "must", "wo", "'d"})
_PLANS = frozenset("plan intend hope aim vow promise agree prepare want threaten pledge propose ready poise".split())
"""Lemmas whose infinitive tells what is still to come."""
_SET_FOR = frozenset("expect schedule set slate due likely plan".split())
"""Participles and adjectives that put a date on what is still to come."""
_APPOINTS = frozenset("set schedule fix reschedule postpone adjourn delay slate".split())
"""Verbs that put off their object to a day told with "for", "until" or "to"."""
_MADE = frozenset({"free", "ablaze", "alight", "aflame", "up", "off", "on", "back", "aside"})
_TIMETABLE = frozenset("be open close begin start resume meet vote end expire".split())
"""Verbs whose present tense with a day tells what is still to come, but in headlines."""
_AWAIT = frozenset("plan schedule expect await anticipate postpone".split())
"""Verbs whose objects lie ahead."""


def times(document: Document, sentences: tuple[Sentence, ...]) -> tuple[Time, ...]:
    """The time expressions of a document in text order, with TIMEX3 types and values.

    Values are told relative to `document.published`; without it relative expressions keep unknown parts (X).
    """
    published = day_of(document.published)
    found: list[Time] = []
    datelines = [Sentence(p.span, p.kind, (), ()) for p in document.parts if p.kind == "dateline"]
    for sentence in sorted((*datelines, *sentences), key=lambda s: s.span.start):
        before = tuple(t.value for t in found if t.type in ("DATE", "TIME") and not is_stamp(document.text, t.span.start))
        found += _in_sentence(sentence, Context(published, None, before, ()))
    return tuple(found)


def _in_sentence(sentence: Sentence, context: Context) -> list[Time]:
    text = plain(sentence.span.text).replace("\n", " ")
    chosen: list[Time] = []
    end = 0
    for start, match, rule in _candidates(text):
        if start < end or _excluded(sentence, match, rule):
            continue
        here = tuple(t.value for t in chosen if t.type in ("DATE", "TIME"))
        known = msgspec.structs.replace(
            context, tense=_tense(sentence, sentence.span.start + match.end() - 1), same_sentence=here
        )
        value = rule.value(match, known)
        if value is None:
            continue
        last = len(match[0].rstrip()) + start
        chosen.append(Time(_part(sentence, start, last), value[0], value[1]))
        end = last
    return _joined(sentence, text, chosen)


def _candidates(text: str) -> list[tuple[int, re.Match[str], Rule]]:
    """Every match of every rule, the earliest first, of those the longest, of those the rule that stands first."""
    matches = [(m.start(), -m.end(), i, m, rule) for i, rule in enumerate(RULES) for m in rule.pattern.finditer(text)]
    return [(start, m, rule) for start, _, _, m, rule in sorted(matches, key=lambda x: x[:3])]


def _part(sentence: Sentence, start: int, end: int) -> Span:
    offset = sentence.span.start
    return Span(offset + start, offset + end, sentence.span.text[start:end])


def _joined(sentence: Sentence, text: str, chosen: list[Time]) -> list[Time]:
    """Days and times of day side by side made one: `9 p.m. Monday`, `Monday at 9 p.m.`"""
    offset = sentence.span.start
    result: list[Time] = []
    for time in chosen:
        last = result[-1] if result else None
        if last and _JOIN.match(text[last.span.end - offset : time.span.start - offset]):
            day, clock = (last, time) if time.type == "TIME" else (time, last)
            if clock.type == "TIME" and day.type == "DATE" and re.fullmatch(_FULL_DAY, day.value):
                value = day.value + "T" + clock.value.partition("T")[2]
                result[-1] = Time(_part(sentence, last.span.start - offset, time.span.end - offset), "TIME", value)
                continue
        part = _PART_OF.search(text[: time.span.start - offset])
        if part and time.type == "DATE" and re.fullmatch(_FULL_DAY, time.value):
            while result and result[-1].span.end > offset + part.start():  # "hours", read as a length
                result.pop()
            named = (part["part"] or "").lower()
            value = f"{time.value}T{DAY_PARTS[named] if named else 'NI' if part['late'] else 'MO'}"
            time = Time(_part(sentence, part.start(), time.span.end - offset), "TIME", value)
        result.append(time)
    return result


def _excluded(sentence: Sentence, match: re.Match[str], rule: Rule) -> bool:
    """Whether the words mean something else: a person called May, a count of 2,000 people, the verb "second"."""
    offset = sentence.span.start
    index = token_at(sentence, offset + match.end() - 1)
    if index is None:
        return False
    token = sentence.tokens[index]
    if rule.name == "month" and match["year"] is None:
        named = any(n.first <= index < n.last and n.label in ("PERSON", "ORG", "FAC", "PRODUCT") for n in sentence.names)
        return token.tag in ("MD", "VB", "VBP") or (named and token.text in ("May", "March", "April", "June", "August"))
    if rule.name == "year":
        counted = token.dep == "nummod" and sentence.tokens[token.head].tag == "NNS" and token.head > index
        told = index > 0 and sentence.tokens[index - 1].text.lower() in ("the", "in", "a", "of", "since", "by")
        return (counted and not told) or bool(_HOUSES.match(sentence.span.text, match.end()))
    if rule.name == "decade" and match["short"]:
        return bool(_OF_SOMEBODY.search(sentence.span.text[: match.start()]))
    if rule.name in ("length", "unknown length") and re.search(r"\b(?:aged?|age of) $", sentence.span.text[: match.start()]):
        return True
    if rule.name in ("length", "unknown length", "ago") and "second" in match["unit"].lower():
        return token.pos != "NOUN"
    return False


def _is_made(sentence: Sentence, index: int) -> bool:
    """Whether a "set" puts no date on anything: "were set free", "was set ablaze", "was set up"."""
    hung = {sentence.tokens[i].text.lower() for i in children(sentence, index, "oprd", "acomp", "advmod", "prt", "prep")}
    return sentence.tokens[index].lemma.lower() == "set" and bool(hung & _MADE)


def _is_set_for(sentence: Sentence, index: int, verb: int) -> bool:
    """Whether a verb puts something off to a day: "set the trial for March 11", not "set a fire on Monday"."""
    chain = [index, *ancestors(sentence, index)]
    below = chain[: chain.index(verb)] if verb in chain else []
    appoints = sentence.tokens[verb].lemma.lower() in _APPOINTS and bool(children(sentence, verb, "dobj"))
    return appoints and any(sentence.tokens[i].text.lower() in ("for", "until", "till", "to") for i in below)


def _tense(sentence: Sentence, offset: int) -> Tense | None:
    """The tense of the clause that the word at a text offset stands in; None if nothing tells it."""
    index = token_at(sentence, offset)
    if index is None:
        return None
    if sentence.tokens[sentence.tokens[index].head].text in (
        "until",
        "till",
    ):  # "closed until Friday", not "Until Friday, it was"
        return "future"
    for i in (index, *ancestors(sentence, index)):
        token = sentence.tokens[i]
        if token.tag in ("VBN", "JJ") and token.lemma.lower() in _SET_FOR and not _is_made(sentence, i):
            return "future"
        if token.pos not in ("VERB", "AUX"):
            continue
        planned = token.lemma.lower() in _AWAIT and not children(sentence, i, "ccomp")
        if planned and (token.tag != "VBD" or i < index):
            return "future"
        governor = sentence.tokens[token.head].lemma.lower()
        if token.tag == "VB" and token.head == i and any(sentence.tokens[c].text == "to" for c in children(sentence, i, "aux")):
            return "future"  # headline: "Ministers to meet on Friday"
        if token.tag == "VB" and token.head == i and not children(sentence, i, "aux", "nsubj"):
            return "future"  # "Watch our news on Sunday"
        if token.tag == "VB" and children(sentence, i, "aux") and governor in _PLANS | _SET_FOR:
            return "future"
        helpers = [sentence.tokens[c] for c in children(sentence, i, "aux", "auxpass")]
        perfect = any(h.lemma == "have" for h in helpers)
        if any(plain(h.text).lower() in _FUTURE_MODALS for h in helpers):
            return "past" if perfect else "future"
        if _is_set_for(sentence, index, i):
            return "future"
        if perfect or token.tag == "VBD" or any(h.tag == "VBD" for h in helpers):
            return "past"
        if token.tag == "VBG" and any(h.tag in ("VBZ", "VBP") for h in helpers):
            return "future"
        if token.tag == "VBN":
            return "past"
        if token.tag in ("VBZ", "VBP"):
            fixed = token.lemma.lower() in _TIMETABLE and sentence.part != "title"
            return "future" if fixed else "present"
    return None
