"""When did an event happen, by the time expressions around its trigger?

Method: of the times in the trigger's sentence the nearest on the parse wins, as for places (`setting_place`). Not those of what
came after ("was arrested on Monday for the attack"), of the reporting, of a plan, of a text ("a June 3 story") or of an end
("closed until May"). A deed that is only what something else came after has no day of its own there ("walked out on Monday after
a fire").
Known failures: two events in one sentence with one time between them both get it.
"""

import itertools
import re
from collections.abc import Iterator, Sequence

from twosource.annotate.setting import (
    AFTERWARDS,
    ALARM,
    AT_ONCE,
    DEEDS,
    ELSEWHERE,
    FINDING,
    RUN,
    came_after,
    distance,
    of_other_act,
    reports,
    runs_on,
    verb_over,
)
from twosource.annotate.syntax import ancestors, children, subtree, token_at
from twosource.annotate.time_words import DAY_PARTS, is_stamp
from twosource.records import DatePrecision, EventDate, Sentence, Time
from twosource.text import inside
from twosource.values.dates import interval, precision

CLOSE = 5
"""Steps within which a date that is no day must stand: "last year" is told of much else in a sentence."""
VICTIMS = frozenset("dead body wound wounded injure injured injury shoot victim unresponsive hospital kill die survivor".split())
"""Words beside which something found is what the event left behind."""
HAPPEN = frozenset({"happen", "occur", "erupt", "unfold"})
UNNAMED = frozenset({"incident", "it", "this", "violence", "gunfire", "crime"})
_CLOCK = re.compile(r"T\d\d:\d\d")
_IN_THE_DAY = re.compile(r"(?:earlier|later) in the day", re.IGNORECASE)
_SINCE, _AFTER = frozenset({"since"}), frozenset({"after", "following"})
_OF_ONE_DAY = AT_ONCE | {"be", "say"}
"""Verbs of what is done on the day of a deed: "was treated on Tuesday after a crash"."""
ANSWERS = frozenset(
    "reject dismiss condemn criticize criticise denounce deplore welcome praise hail blame accuse dispute contest challenge "
    "annul invalidate confirm accept concede recognize recognise oppose mourn commemorate".split()
)
"""Verbs of words about another event: the day of that is not theirs."""
_TO_COME = frozenset({"will", "would", "shall", "'ll", "’ll", "wo", "may", "might", "could"})
OPENERS = frozenset({"in", "during", "at", "amid"})
TEXTS = frozenset("story article report editorial column dispatch letter statement edition issue memo release".split())
"""Nouns for what is written, whose day is not that of what it tells."""


def when(sentence: Sentence, index: int, times: Sequence[Time], published: str | None, text: str) -> EventDate | None:
    """The date that the sentence gives for word `index`; None if it gives none that stands for days.

    A full day needs a publication date, or its year written in the text: else it would be made up.
    """
    backdrop = is_backdrop(sentence, index)
    ranked = []
    for time, token, value, exactness in dates_in(sentence, times, published, text):
        if _names(sentence, time, index):
            return EventDate(value, exactness)
        if (
            not _of_report(sentence, token, index)
            and not _is_end(sentence, token)
            and not _of_plan(sentence, token, index)
            and not (sentence.tokens[index].lemma.lower() in ANSWERS and _of_answered(sentence, token, index))
            and not of_other_act(sentence, token, index, ELSEWHERE)
            and not _of_time_since(sentence, token, index)
            and (
                exactness == "day"
                or distance(sentence, index, token) <= CLOSE
                or of_deed(sentence, token)
                or _opens(sentence, token)
            )
            and (not backdrop or index in ancestors(sentence, token) or runs_on(sentence, index, token, commas=False))
            and not (sentence.tokens[index].lemma.lower() in ELSEWHERE and _names_deed(sentence, token))
        ):
            ranked.append((distance(sentence, index, token), time.span.start, value, exactness))
    if not ranked:
        return None
    _, _, value, exactness = min(ranked)
    return EventDate(value, exactness)


def _names(sentence: Sentence, time: Time, index: int) -> bool:
    """Whether a time stands right before the word for a deed, as in "the January shooting" or "Friday's deadly blast"."""
    before = [i for i, t in enumerate(sentence.tokens) if time.span.end <= t.start and i < index and t.text not in ("'s", "’s")]
    return (
        _is_deed(sentence, index)
        and time.span.end <= sentence.tokens[index].start
        and all(sentence.tokens[i].pos in ("ADJ", "NOUN", "PROPN") for i in before)
        and len(before) <= 2
    )


def _of_time_since(sentence: Sentence, token: int, index: int) -> bool:
    """Whether a time is told of what came before: "met for the first time since the truce broke down in September"."""
    below = token
    for up in ancestors(sentence, token):
        if index in subtree(sentence, up):
            return False
        marked = any(sentence.tokens[i].text.lower() == "since" for i in children(sentence, up, "mark"))
        if marked or (sentence.tokens[up].text.lower() == "since" and sentence.tokens[below].pos == "NOUN" and below != token):
            return True
        below = up
    return False


def _opens(sentence: Sentence, token: int) -> bool:
    """Whether a time stands in the phrase that opens a sentence: "In the council polls of 2023, two died in a shooting"."""
    words = sentence.tokens
    comma = next((i for i, t in enumerate(words) if t.text == ","), 0)
    opening = words[:comma]
    return (
        token < comma
        and words[0].text.lower() in OPENERS
        and not any(t.pos in ("VERB", "AUX") or t.lemma.lower() in TEXTS for t in opening)
    )


def _is_deed(sentence: Sentence, index: int) -> bool:
    """Whether a word is a noun for what kills, whatever the parse makes of it."""
    return bool({sentence.tokens[index].lemma.lower(), sentence.tokens[index].text.lower()} & DEEDS)


def _before_deed(sentence: Sentence, token: int) -> bool:
    """Whether one of the next two words is a noun for what kills: "the 2015 earthquake"."""
    return any(_is_deed(sentence, i) for i in range(token + 1, min(token + 3, len(sentence.tokens))))


def _names_deed(sentence: Sentence, token: int) -> bool:
    """Whether a time is part of the name of a deed, as in "was sentenced for last year's bombing"."""
    for up in ancestors(sentence, token):
        if sentence.tokens[up].pos not in ("NOUN", "PROPN", "PART"):
            return False
        if sentence.tokens[up].lemma.lower() in DEEDS and token < up:
            return True
    return False


def is_backdrop(sentence: Sentence, index: int) -> bool:
    """Whether a deed is only what something else came after: "the first rally since the bombing", "resigned after the killing".

    The day told there is that of the other act. After what harms, finds or takes away the hurt it is the deed's own all the same
    ("died on Tuesday after a crash").
    """
    for up in (index, *ancestors(sentence, index)):
        token = sentence.tokens[up]
        if token.pos in ("VERB", "AUX") and token.dep != "amod":
            marks = {sentence.tokens[i].text.lower() for i in children(sentence, up, "mark", "prep")}
            if up != index or token.dep != "advcl" or not marks & (_SINCE | _AFTER):
                return False
            return bool(marks & _SINCE) or sentence.tokens[token.head].lemma.lower() not in _OF_ONE_DAY
        if token.dep in ("prep", "pcomp") and token.text.lower() in _SINCE | _AFTER:
            verb = verb_over(sentence, up)
            if token.text.lower() in _SINCE:
                return True
            return verb is not None and sentence.tokens[verb].lemma.lower() not in _OF_ONE_DAY
    return False


def day_in(sentence: Sentence, times: Sequence[Time], published: str | None, text: str, *, alarm: bool) -> EventDate | None:
    """The day that a sentence gives without naming the event as such; with `alarm` only where it tells of the deed or the alarm.

    The alarm: somebody was called, came or was found; an hour is told with the day; or the day stands behind a noun for the deed.
    """
    for time, token, value, exactness in dates_in(sentence, times, published, text):
        if exactness != "day":
            continue
        verb = verb_over(sentence, token)
        word = "" if verb is None else sentence.tokens[verb].lemma.lower()
        deed = after_deed(sentence, token)
        after = any(sentence.tokens[i].lemma.lower() in AFTERWARDS for i in ancestors(sentence, token))
        foreign = after or (verb is not None and (came_after(sentence, verb) or reports(sentence, verb)))
        if word in FINDING and not {t.lemma.lower() for t in sentence.tokens} & VICTIMS:
            continue  # a suspect, a weapon
        if deed or (not foreign and (not alarm or word in ALARM or _CLOCK.search(time.value))):
            return EventDate(value, exactness)
    return None


def dates_in(
    sentence: Sentence, times: Sequence[Time], published: str | None, text: str
) -> Iterator[tuple[Time, int, str, DatePrecision]]:
    """The time expressions of a sentence that stand for days: each with its first word, its value without hours and precision."""
    for time in times:
        if not inside(time.span, sentence.span) or time.type not in ("DATE", "TIME"):
            continue
        value = time.value.split("T")[0] if time.type == "TIME" or "T" in time.value else time.value
        exactness, days = precision(value), interval(value)
        token = token_at(sentence, time.span.start)
        if exactness is None or days is None or token is None:
            continue
        number = exactness == "year" and sentence.tokens[token].dep in ("nummod", "compound", "appos", "ROOT")
        if number and not _before_deed(sentence, token):
            continue  # a house number, a title's year
        if published is None and exactness == "day" and value[:4] not in text:
            continue
        if is_stamp(text, time.span.start) or _of_text(sentence, token):
            continue
        if _IN_THE_DAY.match(time.span.text) and published is not None and value == published[:10]:
            continue  # no day was named before: that of publication is a guess
        yield time, token, value, exactness


def _of_text(sentence: Sentence, token: int) -> bool:
    """Whether a day is that of a text: "a June 3 story", or with the noun lost "in a June 3 about a fire"."""
    before = sentence.tokens[token - 1].text.lower() if token else ""
    up = sentence.tokens[sentence.tokens[token].head]
    noun = up.pos in ("NOUN", "PROPN") and sentence.tokens[token].dep in ("compound", "nmod", "amod", "npadvmod", "poss")
    return (before in ("a", "an") and up.text.lower() == "in") or (noun and up.lemma.lower() in TEXTS)


def of_deed(sentence: Sentence, token: int) -> bool:
    """Whether a time is told of the deed itself: "the April 27 shooting", "Friday's attack", "the blast happened on Monday"."""
    for up in ancestors(sentence, token):
        word = sentence.tokens[up]
        if word.pos in ("VERB", "AUX"):
            subjects = {sentence.tokens[i].lemma.lower() for i in children(sentence, up, "nsubj", "nsubjpass")}
            return word.lemma.lower() in HAPPEN and bool(subjects & (DEEDS | UNNAMED))
        if word.lemma.lower() in DEEDS and token < up:
            return True
        if word.pos == "ADP" and up < token and sentence.tokens[word.head].pos == "NOUN":
            return sentence.tokens[word.head].lemma.lower() in DEEDS
    return False


def after_deed(sentence: Sentence, token: int) -> bool:
    """Whether a time hangs on a noun for the deed ("Friday's shooting") or follows one with no verb between."""
    for up in ancestors(sentence, token):
        if sentence.tokens[up].pos in ("VERB", "AUX"):
            break
        if {sentence.tokens[i].lemma.lower() for i in (up, *children(sentence, up, "compound"))} & DEEDS:
            return True
    for before in range(token - 1, max(-1, token - RUN - 1), -1):
        if sentence.tokens[before].pos in ("VERB", "AUX"):
            return False
        if sentence.tokens[before].lemma.lower() in DEEDS:
            return True
    return False


def _of_report(sentence: Sentence, token: int, index: int) -> bool:
    """Whether a time says when somebody spoke of it, as in "police said on Tuesday"."""
    verb = verb_over(sentence, token)
    if verb is None or verb == index or not reports(sentence, verb):
        return False
    speakers = children(sentence, verb, "nsubj")
    return not (speakers and index < token < min(subtree(sentence, speakers[0])))  # "they met, on Monday, the ministry said"


def _of_plan(sentence: Sentence, token: int, index: int) -> bool:
    """Whether a time belongs to a clause about what is to come that the event word is no part of: "would follow next Tuesday"."""
    verb = verb_over(sentence, token)
    if verb is None or verb in (index, *ancestors(sentence, index)):
        return False
    return any(sentence.tokens[i].text.lower() in _TO_COME for i in children(sentence, verb, "aux"))


def _is_end(sentence: Sentence, token: int) -> bool:
    """Whether a time says how long something goes on: "closed until the end of May"."""
    above = itertools.takewhile(lambda i: sentence.tokens[i].pos not in ("VERB", "AUX"), ancestors(sentence, token))
    return any(sentence.tokens[i].text.lower() in ("until", "till") for i in above)


def _of_answered(sentence: Sentence, token: int, index: int) -> bool:
    """Whether a time only says which thing was answered: "rejected the result of Monday's election"."""
    chain = [token, *ancestors(sentence, token)]
    if index not in chain:
        return False
    below = [i for i in chain[: chain.index(index)] if sentence.tokens[sentence.tokens[i].head].lemma.lower() not in DAY_PARTS]
    return any(sentence.tokens[i].dep in ("poss", "compound", "amod", "nmod", "nummod") for i in below)
