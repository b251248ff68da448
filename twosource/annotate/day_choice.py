"""On which of the days that an article names did what it tells of happen?

Method: a weekday in the sentence of the event word is the event's as a rule, but a report names more days than one: of the
death, the arrest, the hearing, the vigil, an earlier case, the next broadcast. So for the occurrence that an article is about all
days that it names are weighed, each by where it is named, what is told with it (the deed or the alarm, somebody speaking,
what police and courts did after) and how it lies among the other days: what is told of afterwards comes after. The weights
of these features (`day_weights`) are set by `bench/fit_setting.py` on reports of shootings, and cross-validated there.

Held out, .73 of the reports that came out days after the first one of their shooting have its day (.81 name it), of fresh
ones .90.
Tried and dropped: the same features apart for sentences of the event and others; the age of a day up to two weeks; the times
that it is named: none finds a day more.
Known failures: reports of a series of events, of which the first is taken; the day of a body's finding.
"""

import datetime
import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from twosource.annotate.day_weights import INTERCEPT, WEIGHTS
from twosource.annotate.harms import PERISH
from twosource.annotate.setting import AFTERWARDS, ALARM, DEEDS, FINDING, HARM, came_after, reports, verb_over
from twosource.annotate.setting_day import VICTIMS, after_deed, dates_in, of_deed
from twosource.annotate.syntax import ancestors, children
from twosource.annotate.tellings import Mention
from twosource.records import Document, EventDate, Sentence, Time
from twosource.values.dates import compatible, day_of, interval

SKIPPED = frozenset({"related", "boilerplate", "credit", "dateline"})
"""Parts whose days are not the article's own."""
LATER = AFTERWARDS | frozenset(
    "court judge jury juror lawsuit sue plead convict conviction sentence indict indictment arraign testify verdict appeal "
    "parole anniversary mourn remember mourner bury ago recall history".split()
)
"""Words of what comes weeks after an event, or of long ago: news with them is not of an event of the day."""
COURT = frozenset("arrest charge accuse accused plea attorney lawyer prosecutor courtroom guilty indictment extradite".split())
"""Words of an arrest or a trial, with which news begins that is not of the deed itself."""
_STILL_TO_DO = frozenset("will 'll ’ll would may might can could should must".split())
_CLOCK = re.compile(r"T\d\d:\d\d")
_NOT_BEFORE = re.compile(r"\b(?:since|until|till|after|by|through)(?: the)? $", re.IGNORECASE)
NEAR = 3
"""Sentences from an event's own beyond which a day is told of something else as often as not."""
TOP = 3
"""Sentences of the body that make the head of an article."""
NEWS_DAYS = 14
"""Days before publication in which what a report tells is likely to have happened."""
MONTH = 30
"""Days before publication from which a month or a year told with a deed is surely its own."""
OLD_DAYS = 60
"""Days before publication from which a day is background."""
LEAST = 0.03
"""Chance below which a day is not even that of what the article is about."""
LEAST_BESIDE = 1 / 3
"""The same for what else it tells of: of the days given in reports of terrorism .90 are right then, as before; with .03 .89."""


MARGIN = 1.0
"""Log-odds by which another day must be likelier than the one beside the event word; 2 finds .005 fewer right days."""
OUTSIDE = "outside the date given"
"""Of a day that cannot be the event's: its own sentences give a month or a year, and nothing of a deed is told of the day; or
they tell of both, as in "who was shot last month was pronounced dead on Monday"."""
OF_DEED = frozenset({"of the deed itself", "the deed", "harm", "the alarm", "a death", "finding victims"})
AFTER = "in news of what came after"
"""Of every day of a report that begins with an arrest, a charge or a trial."""
FRESH = ("the only day", "earliest of the news", "latest of the news", "beside the event word", "named first")
"""What tells the day of fresh news, and something else where the news is of what came after."""


class NamedDay(msgspec.Struct, frozen=True):
    """A day named in a sentence, and what that sentence tells with it."""

    sentence: int
    value: str
    told: frozenset[str]


def named_days(document: Document, sentences: Sequence[Sentence], times: Sequence[Time]) -> list[NamedDay]:
    """The days that an article names, once for each time it does, in text order."""
    found = []
    after = {AFTER} if _aftermath(sentences) else set()
    body = 0
    for number, sentence in enumerate(sentences):
        body += sentence.part == "body"
        if not sentence.tokens or sentence.part in SKIPPED:
            continue
        for time, token, value, exactness in dates_in(sentence, times, document.published, document.text):
            if exactness == "day":
                told = {*after, *_saying(sentence, token, time, document.text), *_standing(sentence, body)}
                if _CLOCK.search(time.value) or any(t is not time and _CLOCK.match(t.value) for t in times_in(sentence, times)):
                    told.add("clock")
                elif "T" in time.value:
                    told.add("part of the day")
                found.append(NamedDay(number, value, frozenset(told)))
    return found


def _aftermath(sentences: Sequence[Sentence]) -> bool:
    """Whether an article begins with what comes days or weeks after an event: an arrest, a charge, a trial."""
    body = [s for s in sentences if s.part == "body" and s.tokens][:2]
    heads = [*body, *(s for s in sentences if s.part == "title")]
    return any(
        t.lemma.lower() in LATER | COURT and not {s.tokens[i].lemma.lower() for i in children(s, n, "nsubj")} & DEEDS
        for s in heads
        for n, t in enumerate(s.tokens)
    )


def times_in(sentence: Sentence, times: Sequence[Time]) -> Iterator[Time]:
    return (t for t in times if sentence.span.start <= t.span.start < sentence.span.end)


def _saying(sentence: Sentence, token: int, time: Time, text: str) -> Iterator[str]:
    """What is told with a day, by the noun or verb that it hangs on."""
    verb = verb_over(sentence, token)
    word = "" if verb is None else sentence.tokens[verb].lemma.lower()
    if of_deed(sentence, token):
        yield "of the deed itself"
    elif after_deed(sentence, token):
        yield "the deed"
    elif verb is not None and reports(sentence, verb):
        yield "speaking"
    elif (verb is not None and came_after(sentence, verb)) or any(
        sentence.tokens[i].lemma.lower() in AFTERWARDS for i in ancestors(sentence, token)
    ):
        yield "what came after"
    elif word in PERISH:
        yield "a death"
    elif word in FINDING:
        yield "finding victims" if {t.lemma.lower() for t in sentence.tokens} & VICTIMS else "finding something"
    elif word in HARM:
        yield "harm"
    elif word in ALARM:
        yield "the alarm"
    elif verb is None:
        yield "no verb"
    elif sentence.tokens[verb].pos == "AUX":
        yield "a state"
    if verb is not None:
        helpers = {sentence.tokens[i].text.lower() for i in children(sentence, verb, "aux")}
        if helpers & _STILL_TO_DO or (sentence.tokens[verb].tag == "VB" and "to" in helpers):
            yield "something to come"
    if _NOT_BEFORE.search(text[max(0, time.span.start - 12) : time.span.start]):
        yield "since or until"


def _standing(sentence: Sentence, body: int) -> Iterator[str]:
    """Where in the article a sentence stands."""
    if sentence.part in ("title", "heading"):
        yield "in a title"
    elif sentence.part == "body" and body == 1:
        yield "in the first sentence"
    elif sentence.part == "body" and body <= TOP:
        yield "at the top"


def features(event: Mention, days: Sequence[NamedDay], published: str | None) -> dict[str, dict[str, float]]:
    """What speaks for and against each day's being the event's: by day, the features that hold, each 1."""
    by_day: defaultdict[str, list[NamedDay]] = defaultdict(list)
    for day in days:
        by_day[day.value].append(day)
    own = {event.sentence, *event.later}
    last_day = day_of(published)
    ages = {value: (last_day - datetime.date.fromisoformat(value)).days for value in by_day} if last_day else {}
    news = [age for age in ages.values() if 0 <= age <= NEWS_DAYS]
    found = {}
    for value, named in by_day.items():
        holds = {name for day in named for name in day.told}
        gaps = [min(abs(day.sentence - o) for o in own) for day in named]
        if min(gaps) == 0:
            holds.add("in a sentence of the event")
        if min(gaps) > NEAR:
            holds.add("far from the event")
        if any(day.sentence == event.sentence for day in named):
            holds.add("in the event's first sentence")
        if named[0] is days[0]:
            holds.add("named first")
        if len(by_day) == 1:
            holds.add("the only day")
        if event.date is not None and event.date.value == value:
            holds.add("beside the event word")
        elif event.date is not None and event.date.precision != "day":
            beside = all(day.sentence in own and not day.told & OF_DEED for day in named)
            if compatible(event.date.value, value) and not beside:
                holds.add("inside the date given")
            elif beside or _is_old(event.date, last_day) or not holds & OF_DEED:
                holds.add(OUTSIDE)
        if (age := ages.get(value)) is not None:
            holds |= set(_age(age, news))
            if age > NEWS_DAYS:
                holds |= {f"old, {name}" for name in ("beside the event word", "of the deed itself") if name in holds}
        if AFTER in holds:
            holds |= {f"{name}, {AFTER}" for name in FRESH if name in holds}
        found[value] = dict.fromkeys(holds, 1.0)
    return found


def _is_old(date: EventDate, published: datetime.date | None) -> bool:
    """Whether a date ended a month or more before publication."""
    days = interval(date.value)
    return days is not None and published is not None and (published - days[1]).days > MONTH


def _age(age: int, news: Sequence[int]) -> Iterator[str]:
    """How a day lies to publication and to the other days of the two weeks before it."""
    if age < 0:
        yield "after publication"
    elif age > OLD_DAYS:
        yield "months old"
    elif age > NEWS_DAYS:
        yield "weeks old"
    if age in news and age == max(news):
        yield "earliest of the news"
    if age in news and age == min(news):
        yield "latest of the news"


def odds(holds: Mapping[str, float]) -> float:
    """The log-odds that a day with these features is the event's."""
    return INTERCEPT + sum(WEIGHTS.get(name, 0.0) * value for name, value in holds.items())


def fresh(event: Mention, sentences: Sequence[Sentence], times: Sequence[Time], document: Document) -> EventDate | None:
    """The day of publication or the one before, for news that gives no day; None if it is no such news.

    It is if the event is told at the top, no time that stands for days is, and no word there is of what comes weeks after.
    """
    published = day_of(document.published)
    body = [n for n, s in enumerate(sentences) if s.part == "body" and s.tokens][:TOP]
    top = [n for n, s in enumerate(sentences) if s.part == "title" or n in body]
    if published is None or event.sentence not in top:
        return None
    if any(t.lemma.lower() in LATER for n in top for t in sentences[n].tokens):
        return None
    if any(True for n in top for _ in dates_in(sentences[n], times, document.published, document.text)):
        return None
    return EventDate(f"{published - datetime.timedelta(days=1)}/{published}", "range")


def likeliest_day(event: Mention, days: Sequence[NamedDay], published: str | None, least: float) -> EventDate | None:
    """The likeliest day of an event among those that its article names; None if none has a chance of `least`."""
    weighed = {value: odds(holds) for value, holds in features(event, days, published).items() if OUTSIDE not in holds}
    best = max(weighed, key=lambda value: (weighed[value], value), default=None)
    if best is None or weighed[best] < math.log(least / (1 - least)):
        return None
    own = event.date.value if event.date is not None else ""
    if own in weighed and weighed[best] - weighed[own] < MARGIN:
        return event.date
    return EventDate(best, "day")
