"""Does a word tell of one occasion, or of a running total or a pattern over time?

Method: words of repetition on the word ("nightly raids"), a span of weeks or longer or "since ..." on its clause, bare plurals
without a day ("bombings are part of it"), and numbers of dead over a year ("344 people were killed last year"). A superlative
makes one occasion of it ("the deadliest attack in years").
Known failures: a campaign told like an event ("they shelled the town for three days").
"""

import re
from collections.abc import Sequence

from twosource.annotate.syntax import ancestors, children, token_at
from twosource.records import Sentence, Time, Toll
from twosource.text import inside
from twosource.values.dates import Days, interval, precision

PATTERN_NOUNS = frozenset(
    "attacks strikes airstrikes raids killings bombings shootings protests arrests clashes attempts murders homicides slayings "
    "stabbings assaults crashes accidents".split()
)
PATTERN_WORDS = frozenset(
    (
        "recent repeated numerous frequent daily regular nightly past series wave spate string decade decades years "
        "repeatedly frequently often regularly routinely usually constantly periodically"
    ).split()
)
AHEAD = frozenset({"will", "would", "shall", "'ll", "’ll"})
SINCE = frozenset({"since"})
WIDELY = frozenset({"across", "throughout"})
"""Prepositions that spread a plural over many places: "in shootings across the city"."""
ONCE = frozenset("explode blow collapse crash sink capsize derail detonate overturn burst cave".split())
"""What comes about at once: "a cylinder had blown up in 2029, killing two" is no year's toll."""
LASTING = frozenset(
    "strike curfew lockdown siege blockade custody detention occupation sit-in hold detain imprison jail besiege occupy block "
    "picket stoppage walkout close shut seal suspend halt bar ban".split()
)
"""Deeds that last: "on strike since Monday" tells of one that began then."""
CUSTODY = frozenset({"custody", "detention", "cell", "jail", "prison", "bar", "arrest"})
"""Where somebody is who "has been in a cell since Monday"."""
TOTAL = frozenset({"total", "toll"})
MONTH = 27
"""Days from the first to the last of the shortest month."""
YEAR = 364
YEAR_WRITTEN, MANY = 4, 10
"""Characters of a year; dead or hurt of a month from which they are no one occasion's ("80 were killed in May")."""
_WHOLE = re.compile(r"\b(?:[Ii]n|[Oo]ver|[Dd]uring) (?:all|the whole) of (?:\d{4}|last|this|the (?:year|month|decade))\b")
"""How a sum of a year is told: "in all of 2035, states expelled 27 diplomats"."""
FEW = frozenset({"two", "three", "2", "3", "both"})
SUPERLATIVE = frozenset({"first", "second", "third", "latest", "worst", "last"})


def is_single(sentence: Sentence, index: int, times: Sequence[Time], toll: Toll | None) -> bool:
    """False for a running total or a pattern over time; `toll` is the number that the word's clause gives, if any."""
    token = sentence.tokens[index]
    hung = {sentence.tokens[i].lemma.lower() for i in children(sentence, index)}
    if hung & SUPERLATIVE or any(sentence.tokens[i].tag == "JJS" for i in children(sentence, index)):
        return True
    if _statistic(sentence, index, times) or _WHOLE.search(sentence.span.text):
        return False
    if hung & PATTERN_WORDS or _over_time(sentence, index, times) or _of_a_year(sentence, index, times, toll):
        return False
    if token.text.lower() in PATTERN_NOUNS and any(sentence.tokens[i].text.lower() in WIDELY for i in children(sentence, index)):
        return False
    return token.text.lower() not in PATTERN_NOUNS or _dated(sentence, times) or _counted(sentence, index)


def _statistic(sentence: Sentence, index: int, times: Sequence[Time]) -> bool:
    """Whether deeds are those of a month or longer: "19 shootings between May and July", "in crashes last year".

    A few with a number or an article may be one occasion of a month ("the two air strikes in May killed 30").
    """
    head = sentence.tokens[index].head if sentence.tokens[index].dep in ("compound", "amod", "nmod") else index
    noun = sentence.tokens[head]
    spans = [days for t in times if t.type == "DATE" and inside(t.span, sentence.span) and (days := interval(t.value))]
    if noun.pos != "NOUN" or noun.tag != "NNS" or not spans or min(map(_length, spans)) < MONTH:
        return False
    words = [sentence.tokens[i] for i in children(sentence, head)]
    if any(t.dep in ("det", "poss") for t in words):
        return False
    few = any(t.text.lower() in FEW for t in words)
    return not few or max(map(_length, spans)) >= YEAR


def _length(days: Days) -> int:
    return (days[1] - days[0]).days


def _long(value: str) -> bool:
    """Whether a date covers a month or more."""
    days = interval(value)
    return days is not None and _length(days) >= MONTH


def _counted(sentence: Sentence, index: int) -> bool:
    """Whether casualties, a number or a determiner tie a plural to one occasion ("the clashes", "two blasts")."""
    return bool(children(sentence, index, "det", "nummod", "poss")) or sentence.tokens[index].dep in ("pobj", "dobj")


def _dated(sentence: Sentence, times: Sequence[Time]) -> bool:
    return any(t.type in ("DATE", "TIME") and inside(t.span, sentence.span) for t in times)


def _is_state(sentence: Sentence, index: int) -> bool:
    """Whether a word is for one deed that lasts: "have been on strike", "has closed the border", not "have held 40 people"."""
    token = sentence.tokens[index]
    objects = children(sentence, index, "dobj") if token.pos == "VERB" else []
    done_to_many = any(children(sentence, i, "nummod") or sentence.tokens[i].tag in ("NNS", "NNPS") for i in objects)
    held = [j for i in children(sentence, index, "prep") for j in children(sentence, i, "pobj")]
    if token.pos in ("VERB", "AUX") and any(sentence.tokens[j].lemma.lower() in CUSTODY for j in held):
        return True
    return token.lemma.lower() in LASTING and token.tag not in ("NNS", "NNPS") and not done_to_many


def _over_time(sentence: Sentence, index: int, times: Sequence[Time]) -> bool:
    """Whether a span of weeks or longer, a repetition or "since ..." hangs on the word or its clause."""
    reach = {index, *ancestors(sentence, index)}
    perfect = any(sentence.tokens[j].lemma == "have" for i in reach for j in children(sentence, i, "aux"))
    for time in times:
        first = token_at(sentence, time.span.start)
        if first is None:
            continue
        chain = [first, *ancestors(sentence, first)]
        words = {sentence.tokens[i].text.lower() for i in chain[:4]}
        if any(sentence.tokens[i].text.lower() in AHEAD for verb in chain[:4] for i in children(sentence, verb, "aux")):
            continue  # "said that it would be looked at in a week"
        if words & SINCE and perfect:
            return not (_is_state(sentence, index) and precision(time.value.split("T")[0]) == "day")
        vague = {sentence.tokens[i].lemma.lower() for i in (first, *children(sentence, chain[0]))} & {"recent", "past"}
        long_duration = time.type == "DURATION" and not time.value.startswith("PT") and time.value[-1:] in "WMYX"
        if (vague or long_duration) and reach & set(chain) and "in" in words | {"over", "during"} & words:
            return True
        if time.type == "SET" and index in chain:
            return True
    return False


def _of_a_year(sentence: Sentence, index: int, times: Sequence[Time], toll: Toll | None) -> bool:
    """Whether several dead or hurt are those of a month or a year, with no occasion named: "344 people were killed last year"."""
    if toll is None or (toll.best or toll.low or 0) < 2 or sentence.tokens[index].pos not in ("VERB", "AUX", "ADJ"):
        return False
    if sentence.tokens[index].lemma.lower() in ONCE:
        return False
    for time in times:
        if (
            time.type != "DATE"
            or not _long(time.value)
            or (len(time.value) > YEAR_WRITTEN and (toll.best or toll.low or 0) < MANY)
        ):
            continue
        first = token_at(sentence, time.span.start)
        if first is not None and index in ancestors(sentence, first):
            return not any(
                t.tag == "NN" and t.pos == "NOUN" and t.dep != "compound" and t.lemma.lower() + "s" in PATTERN_NOUNS
                for t in sentence.tokens
            )
    return False
