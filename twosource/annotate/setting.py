"""Where and when did an event happen, by the place and time expressions around its trigger?

Method: of the expressions in the trigger's sentence the nearest on the parse wins: one that hangs on the trigger before one in
the same clause, before one elsewhere in the sentence. A place or time inside the reporting clause, or one that only names a
party ("the Lima government"), counts last or not at all; nor does one that tells of the time after ("was arrested in Lima on
Monday for the attack", "is still in hospital").
A deed that is only what something else came after has no day of its own there ("walked out on Monday after a fire").
Known failures: two events in one sentence with one place between them both get it.
"""

import itertools
import re
from collections.abc import Iterator, Sequence

from twosource.annotate.harms import PERISH
from twosource.annotate.lexicon import lexicon
from twosource.annotate.roles import name_label
from twosource.annotate.syntax import ancestors, children, head_of, subtree, token_at
from twosource.annotate.time_words import DAY_PARTS, is_stamp
from twosource.annotate.triggers import is_person_word
from twosource.records import DatePrecision, EventDate, Place, Sentence, Time
from twosource.text import inside
from twosource.values.dates import interval, precision

CLAUSE = frozenset({"relcl", "advcl", "ccomp", "acl", "ROOT", "conj", "parataxis"})
FAR = 99
CLOSE = 5
"""Steps within which a date that is no day must stand: "last year" is told of much else in a sentence."""
RUN = 12
"""Words after a trigger within which, no verb between, a place or time is its own whatever the parse says."""
UNRESOLVED = 5
"""Steps that a name without coordinates (a street, a school) stands back behind a town in the same sentence."""
LOCATIVE = frozenset(("in at near on of outside around across over inside within from off to through throughout along").split())
FINENESS = {"point": 0, "city": 0, "admin1": 2, "region": 3, "country": 3, None: 2}
ELSEWHERE = frozenset(
    "arrest charge appear arraign plead convict sentence indict identify name release investigate search seek hunt face book "
    "jail hold extradite surrender turn remember mourn bury gather vow interview recover pronounce wait expect ask schedule "
    "serve set accuse detain issue plan meet visit speak talk learn hear try resume return deny remain continue".split()
)
"""Verbs of what comes after an event: their day is not the event's ("was charged on Monday with the killing")."""
ALARM = frozenset(
    "call respond dispatch arrive find discover happen occur rush hear receive begin start erupt break unfold strike hit open "
    "fire shoot kill die wound injure attack explode leave take transport".split()
)
"""Verbs of an event's coming about, of the alarm and of its victims' being found: their day is the event's."""
FINDING = frozenset({"find", "discover", "take", "leave", "transport"})
VICTIMS = frozenset("dead body wound wounded injure injured injury shoot victim unresponsive hospital kill die survivor".split())
"""Words beside which something found is what the event left behind."""
DEEDS = frozenset(
    "shooting killing murder homicide slaying stabbing attack raid strike airstrike blast explosion bombing clash battle "
    "gunbattle shootout spree massacre assault earthquake quake crash collapse fire accident flood landslide poisoning ambush "
    "kidnapping abduction stampede derailment".split()
)
"""Nouns for what kills."""
HAPPEN = frozenset({"happen", "occur", "erupt", "unfold"})
UNNAMED = frozenset({"incident", "it", "this", "violence", "gunfire", "crime"})
AFTERWARDS = frozenset(
    "hearing conference vigil funeral trial briefing interview autopsy appearance memorial arraignment".split()
)
"""Nouns for what comes after an event."""
_CLOCK = re.compile(r"T\d\d:\d\d")
_AUTHORITY = re.compile(
    r"(?:['’]s)?\s(?:(?:metropolitan|metro|city|county|municipal|town|state)\s){0,2}"
    r"(?:police|sheriff|fire (?:department|service|brigade)|fire-?fighters|officers|deputies|pd\b|coroner|prosecutor|prosecutors|"
    r"authorities|mayor|detectives)",
    re.IGNORECASE,
)
"""Whose authorities look into an event, there it happened as a rule."""
_IN_THE_DAY = re.compile(r"(?:earlier|later) in the day", re.IGNORECASE)
_COUNTED = re.compile(r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+) $", re.IGNORECASE)
"""Officers who are counted have come to harm as a rule: "five Arica officers were shot"."""
HARM = frozenset(
    "kill shoot stab wound injure hit strike murder slay attack explode crash collide collapse erupt burn bomb rob beat hurt "
    "shake flood sink derail".split()
)
"""Verbs of what does harm."""
_SINCE, _AFTER = frozenset({"since"}), frozenset({"after", "following"})
_AT_ONCE = HARM | PERISH | ALARM | FINDING | frozenset("hospitalize hospitalise rescue evacuate treat rush flee".split())
_OF_ONE_DAY = _AT_ONCE | {"be", "say"}
"""Verbs of what is done on the day of a deed: "was treated on Tuesday after a crash"."""
ANSWERS = frozenset(
    "reject dismiss condemn criticize criticise denounce deplore welcome praise hail blame accuse dispute contest challenge "
    "annul invalidate confirm accept concede recognize recognise oppose mourn commemorate".split()
)
"""Verbs of words about another event: the day of that is not theirs."""
_TO_COME = frozenset({"will", "would", "shall", "'ll", "’ll", "wo", "may", "might", "could"})
_SERVICES = frozenset({"express", "flight", "service", "locomotive", "airliner", "convoy"})
_TRAVELS = frozenset("travel drive come fly arrive sail run head return go walk ride commute journey".split())
AWAY = frozenset("arrest capture extradite surrender appear speak flee live reside work study host".split())
"""Verbs whose place is not the event's."""
PERSONAL = frozenset({"from", "of"})
"""Prepositions that give a person's home: "a man from Arica"."""
STANDS = frozenset("condition hospital custody court courtroom bars way".split())
"""Nouns by which it is told how somebody or something stands afterwards."""
CARE = frozenset("hospital clinic medical trauma infirmary morgue university court jail prison detention".split())
"""Where people are brought, or work, after the event."""
TEXTS = frozenset("story article report editorial column dispatch letter statement edition issue memo release".split())
"""Nouns for what is written, whose day is not that of what it tells."""
REPORTING = frozenset(
    "say tell report announce add confirm state note post update publish write release identify file reveal discuss describe "
    "detail explain warn insist recall remark stress argue testify".split()
)


def where(sentence: Sentence, index: int, places: Sequence[Place]) -> int | None:
    """The index into `places` of the place where word `index` happened; None if its sentence names none."""
    ranked = []
    for number, place in enumerate(places):
        if place.sense != "location" or not inside(place.span, sentence.span):
            continue
        token = head_of(sentence, place.span)
        if token is None or not locates(sentence, token) or of_other_act(sentence, token, index, AWAY):
            continue
        if _of_speaker(sentence, token, index) or (place.lat is None and _of_firm(sentence, token)):
            continue
        if sentence.tokens[index].lemma.lower() in ELSEWHERE and _of_named_deed(sentence, token, index):
            continue
        # a town and its country in one phrase: the finer of two that are equally near
        vague = UNRESOLVED if place.lat is None else 0
        ranked.append((min(_distance(sentence, index, token), FAR) + FINENESS[place.precision] + vague, place.span.start, number))
    return min(ranked)[2] if ranked else None


def _of_speaker(sentence: Sentence, token: int, index: int) -> bool:
    """Whether a place is the speaker's: "he said in London", "said Lind, who lives in Arica"."""
    verb = verb_over(sentence, token)
    if verb is None or verb == index:
        return False
    chain = [token, *ancestors(sentence, token)]
    below = chain[: chain.index(verb)]
    if reports(sentence, verb):
        apart = any(t.text == "," for t in sentence.tokens[verb:token])  # "was shot, police said, in Arica"
        return verb < token and not apart
    clause = sentence.tokens[verb]
    if clause.dep != "relcl" or sentence.tokens[below[-1]].head != verb:
        return False
    whose = sentence.tokens[clause.head]
    return whose.dep == "nsubj" and reports(sentence, whose.head) and index not in chain


def _of_firm(sentence: Sentence, token: int) -> bool:
    """Whether a name is a part of a body's: "at Lepe Motors"."""
    return any(n.first <= token < n.last and n.label == "ORG" and n.last - n.first > 1 for n in sentence.names)


def _of_named_deed(sentence: Sentence, token: int, index: int) -> bool:
    """Whether a place is that of a deed for which something was done: "was arrested over the crash at Arica"."""
    for up in ancestors(sentence, token):
        if up == index:
            return False
        if sentence.tokens[up].lemma.lower() in DEEDS:
            return True
    return False


def nearby(sentences: Sequence[Sentence], number: int, places: Sequence[Place]) -> int | None:
    """The town named last in the two sentences before sentence `number`, else first in the one after; None if there is none."""
    before = sentences[max(0, number - 2) : number]
    after = sentences[number + 1 : number + 2]
    for some, pick in ((before, -1), (after, 0)):
        near = [s for s in some if s.part not in ("caption", "heading")]  # these tell of something else as often as not
        towns = [i for s in near for i in towns_in(s, places)]
        if towns:
            return towns[pick]
    return None


def towns_in(sentence: Sentence, places: Sequence[Place]) -> list[int]:
    """The towns where a sentence says that something is: not those that people are from or are brought to."""
    found = []
    for number, place in enumerate(places):
        if place.sense != "location" or place.precision not in ("city", "point") or not inside(place.span, sentence.span):
            continue
        token = head_of(sentence, place.span)
        if token is None or (locates(sentence, token) and not of_other_act(sentence, token, -1, AWAY)):
            found.append(number)
    return found


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
            and (exactness == "day" or _distance(sentence, index, token) <= CLOSE or of_deed(sentence, token))
            and (not backdrop or index in ancestors(sentence, token) or _runs_on(sentence, index, token, commas=False))
            and not (sentence.tokens[index].lemma.lower() in ELSEWHERE and _names_deed(sentence, token))
        ):
            ranked.append((_distance(sentence, index, token), time.span.start, value, exactness))
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
        foreign = after or word in ELSEWHERE or (verb is not None and reports(sentence, verb))
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
    """Whether a day is that of a text: "a May 16 story", or with the noun lost "in a May 16 about a fire"."""
    before = sentence.tokens[token - 1].text.lower() if token else ""
    up = sentence.tokens[sentence.tokens[token].head]
    noun = up.pos in ("NOUN", "PROPN") and sentence.tokens[token].dep in ("compound", "nmod", "amod", "npadvmod", "poss")
    return (before in ("a", "an") and up.text.lower() == "in") or (noun and up.lemma.lower() in TEXTS)


def verb_over(sentence: Sentence, index: int) -> int | None:
    """The verb that a word hangs on, directly or not; None if none."""
    return next((i for i in ancestors(sentence, index) if sentence.tokens[i].pos in ("VERB", "AUX")), None)


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


def seats_in(text: str, places: Sequence[Place]) -> list[int]:
    """The towns and counties whose police or other authorities the article names, one entry for each time it does."""
    return [
        i
        for i, p in enumerate(places)
        if p.precision in ("city", "point")
        and _AUTHORITY.match(text[p.span.end : p.span.end + 40])
        and not _COUNTED.search(text[max(0, p.span.start - 12) : p.span.start])
    ]


def seat(text: str, places: Sequence[Place]) -> int | None:
    """The town or county whose authorities the article names most often, the first of equals; None if it names none."""
    towns = seats_in(text, places)
    counts = {i: sum(places[j].geonames_id == places[i].geonames_id for j in towns) for i in towns}
    return max(towns, key=lambda i: (counts[i], -i), default=None)


def _of_report(sentence: Sentence, token: int, index: int) -> bool:
    """Whether a time says when somebody spoke of it, as in "police said on Tuesday"."""
    verb = verb_over(sentence, token)
    if verb is None or verb == index or not reports(sentence, verb):
        return False
    speakers = children(sentence, verb, "nsubj")
    return not (speakers and index < token < min(subtree(sentence, speakers[0])))  # "they met, on Monday, the ministry said"


def reports(sentence: Sentence, verb: int) -> bool:
    """Whether a verb says that somebody spoke at a time told with it: not "says" nor "called to report a fire"."""
    token = sentence.tokens[verb]
    return token.lemma.lower() in REPORTING and token.tag not in ("VBZ", "VBP", "VB")


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


def _runs_on(sentence: Sentence, index: int, token: int, *, commas: bool = True) -> bool:
    """Whether a time or place follows a word closely, no verb between and, unless `commas`, no comma."""
    between = sentence.tokens[index + 1 : token]
    return index < token <= index + RUN and not any(t.pos in ("VERB", "AUX") or (t.text == "," and not commas) for t in between)


def of_other_act(sentence: Sentence, token: int, index: int, acts: frozenset[str]) -> bool:
    """Whether a time or place belongs to what was done about the event, as in "was arrested in Lima on Monday for the attack"."""
    if _runs_on(sentence, index, token):
        return False
    above = set() if index < 0 else set(ancestors(sentence, index))
    for up in ancestors(sentence, token):
        if up == index:
            return False
        if acts is ELSEWHERE and sentence.tokens[up].lemma.lower() in AFTERWARDS:
            return True
        if sentence.tokens[up].pos in ("NOUN", "PROPN") and up in above:
            return False  # "charged in the January shooting deaths"
        if acts is ELSEWHERE and sentence.tokens[up].pos in ("VERB", "AUX") and _tells_of_doer(sentence, up, index):
            return True
        if sentence.tokens[up].pos == "VERB":
            return sentence.tokens[up].lemma.lower() in acts
        if sentence.tokens[up].pos == "AUX" and _tells_how_it_stands(sentence, up):
            return acts is ELSEWHERE
    return False


def _tells_of_doer(sentence: Sentence, verb: int, index: int) -> bool:
    """Whether a deed only says who the subject of a verb is: "the suspect in the killing filed a motion on Thursday".

    Of what befalls or is done at once to those whom it harmed it may be the day.
    """
    if sentence.tokens[verb].lemma.lower() in _AT_ONCE:
        return False
    path = [index, *ancestors(sentence, index)]
    below = path[path.index(verb) - 1] if verb in path[1:] else index
    subject = sentence.tokens[below]
    return below != index and subject.dep in ("nsubj", "nsubjpass") and subject.lemma.lower() not in DEEDS


def _tells_how_it_stands(sentence: Sentence, verb: int) -> bool:
    """Whether a "be" tells how somebody is afterwards, or what is done: "was in hospital", "a search is underway Monday for"."""
    hung = children(sentence, verb)
    states = [j for i in hung if sentence.tokens[i].dep == "prep" for j in children(sentence, i, "pobj")]
    return any(sentence.tokens[i].lemma.lower() in ("still", "underway", "ongoing") for i in hung) or any(
        sentence.tokens[i].lemma.lower() in STANDS for i in states
    )


def locates(sentence: Sentence, index: int) -> bool:
    """Whether a place name stands where places stand: after a locative preposition, or as "<place> attack".

    Not where it tells whose home it is: "a Lima man was shot".
    """
    if on_the_way(sentence, index) or is_home(sentence, index):
        return False
    top = index
    for up in ancestors(sentence, index):
        if sentence.tokens[up].pos not in ("PROPN", "NOUN", "ADP", "PUNCT"):
            break
        if sentence.tokens[up].pos == "ADP":
            return sentence.tokens[up].lemma.lower() in LOCATIVE and not of_somebody(sentence, up)
        top = up
    return sentence.tokens[top].dep not in ("nsubj", "agent") or top != index


def is_home(sentence: Sentence, index: int) -> bool:
    """Whether a place name before a noun for a person tells where that person lives: "a Lima man", not "Lima officers"."""
    token = sentence.tokens[index]
    noun, sets = sentence.tokens[token.head].lemma.lower(), lexicon().sets
    posted = sets["@police"] | sets["@official"] | sets["@rank"] | sets["@rescuer"]
    return token.dep in ("compound", "amod", "nmod") and is_person_word(noun) and noun not in posted


def on_the_way(sentence: Sentence, index: int) -> bool:
    """Whether a place name only tells whence or whereto something went: "an express from Lima", "a bus travelling to Arica"."""
    for up in ancestors(sentence, index):
        if sentence.tokens[up].pos not in ("PROPN", "NOUN", "ADP", "PUNCT"):
            return False
        if sentence.tokens[up].pos != "ADP":
            continue
        word, head = sentence.tokens[up].text.lower(), sentence.tokens[sentence.tokens[up].head]
        if head.pos in ("ADV", "ADP"):  # "drove down from Lima"
            head = sentence.tokens[head.head]
        if word not in ("from", "to", "for"):
            return False
        if head.pos in ("NOUN", "PROPN"):
            return head.lemma.lower() in lexicon().sets["@vehicle"] | _SERVICES
        return head.lemma.lower() in _TRAVELS and (word == "from" or head.tag == "VBG")
    return False


def of_somebody(sentence: Sentence, preposition: int) -> bool:
    """Whether a preposition with a place only says where a person is from or whereto the hurt were brought."""
    noun = sentence.tokens[preposition].head
    if sentence.tokens[noun].pos not in ("NOUN", "PROPN"):
        return False
    words = {
        sentence.tokens[noun].lemma.lower(),
        *(sentence.tokens[i].lemma.lower() for i in children(sentence, noun, "compound")),
    }
    if words & CARE:
        return True
    personal = sentence.tokens[preposition].lemma.lower() in PERSONAL
    return personal and (is_person_word(sentence.tokens[noun].lemma.lower()) or name_label(sentence, noun) == "PERSON")


def _distance(sentence: Sentence, index: int, other: int) -> int:
    """How far apart two words are on the tree; a clause border counts three steps more.

    What hangs on the word itself is nearer than anything else as far away: each two steps down count as one.
    """
    first = [index, *ancestors(sentence, index)]
    second = [other, *ancestors(sentence, other)]
    common = next((i for i in first if i in second), None)
    if common is None:
        return FAR
    up, down = first[: first.index(common)], second[: second.index(common)]
    borders = sum(sentence.tokens[i].dep in CLAUSE for i in up[:-1] + down)
    run = sentence.tokens[index + 1 : other] if index < other <= index + RUN else ()
    if run and not any(t.pos in ("VERB", "AUX") for t in run):
        return 2  # "an attack last week near a depot in <town>": parsers hang such a tail on the verb before as often as not
    steps = len(down) // 2 if not up else len(up) + len(down)
    return steps + 3 * borders + (abs(index - other) > 25)
