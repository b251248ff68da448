"""Where did an event happen, by the place names around its trigger?

Method: of the places in the trigger's sentence the nearest on the parse wins: one that hangs on the trigger before one in the
same clause, before one elsewhere in the sentence. A place inside the reporting clause, or one that only names a party ("the Lima
government", "a Lima man"), counts last or not at all.
Known failures: two events in one sentence with one place between them both get it.
"""

import re
from collections.abc import Sequence

from twosource.annotate.lexicon import lexicon
from twosource.annotate.roles import name_label
from twosource.annotate.setting import DEEDS, ELSEWHERE, FAR, distance, of_other_act, reports, verb_over
from twosource.annotate.syntax import ancestors, children, head_of
from twosource.annotate.triggers import is_person_word
from twosource.records import Place, Sentence
from twosource.text import inside

UNRESOLVED = 5
"""Steps that a name without coordinates (a street, a school) stands back behind a town in the same sentence."""
LOCATIVE = frozenset(("in at near on of outside around across over inside within from off to through throughout along").split())
FINENESS = {"point": 0, "city": 0, "admin1": 2, "region": 3, "country": 3, None: 2}
_AUTHORITY = re.compile(
    r"(?:['’]s)?\s(?:(?:metropolitan|metro|city|county|municipal|town|state)\s){0,2}"
    r"(?:police|sheriff|fire (?:department|service|brigade)|fire-?fighters|officers|deputies|pd\b|coroner|prosecutor|prosecutors|"
    r"authorities|mayor|detectives)",
    re.IGNORECASE,
)
"""Whose authorities look into an event, there it happened as a rule."""
_COUNTED = re.compile(r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+) $", re.IGNORECASE)
"""Officers who are counted have come to harm as a rule: "five Arica officers were shot"."""
_SERVICES = frozenset({"express", "flight", "service", "locomotive", "airliner", "convoy"})
_TRAVELS = frozenset("travel drive come fly arrive sail run head return go walk ride commute journey".split())
AWAY = frozenset("arrest capture extradite surrender appear speak flee live reside work study host".split())
"""Verbs whose place is not the event's."""
PERSONAL = frozenset({"from", "of"})
"""Prepositions that give a person's home: "a man from Arica"."""
CARE = frozenset("hospital clinic medical trauma infirmary morgue university court jail prison detention".split())
"""Where people are brought, or work, after the event."""


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
        ranked.append((min(distance(sentence, index, token), FAR) + FINENESS[place.precision] + vague, place.span.start, number))
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
        return preposition > 0 and sentence.tokens[preposition - 1].lemma.lower() in CARE  # "died in hospital in Arica"
    words = {
        sentence.tokens[noun].lemma.lower(),
        *(sentence.tokens[i].lemma.lower() for i in children(sentence, noun, "compound")),
    }
    if words & CARE:
        return True
    personal = sentence.tokens[preposition].lemma.lower() in PERSONAL
    return personal and (is_person_word(sentence.tokens[noun].lemma.lower()) or name_label(sentence, noun) == "PERSON")
