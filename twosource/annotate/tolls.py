"""How many people does a sentence say were killed, injured, or hit without a word on whether they lived?

Method: words of death and injury ("killed", "died", "dead", "wounded", "deaths") are found, then on the parse the words for
their victims; the number comes from the `Quantity` that counts those, from "a"/"an"/a name (one), or from what is coordinated
("a man and his son": two). A part of a number ("including two children") is not a number of its own.
Known failures: victims named one by one over several sentences are not added up; ages and house numbers that the parse
takes for counts.
"""

import re
from collections.abc import Sequence
from typing import Literal

import msgspec

from twosource.annotate.roles import conjuncts, is_passive, lemma, name_label, patient, prepositional, subject
from twosource.annotate.syntax import ancestors, children
from twosource.annotate.triggers import is_person_word
from twosource.records import Quantity, Sentence, Toll
from twosource.text import overlaps

Harm = Literal["killed", "injured", "hit"]

VERBS: dict[str, Harm] = dict.fromkeys(
    "kill murder slay assassinate execute massacre slaughter behead lynch shoot-dead".split(), "killed"
) | dict.fromkeys("wound injure hurt hospitalize hospitalise maim".split(), "injured")  # type: ignore[assignment]
"""Verbs whose object is the victim."""
PERISH = frozenset({"die", "perish", "succumb", "drown"})
"""Verbs whose subject is the dead."""
STATES: dict[str, Harm] = {"dead": "killed", "deceased": "killed", "wounded": "injured", "injured": "injured", "hurt": "injured"}
NOUNS: dict[str, Harm] = {
    "death": "killed", "fatality": "killed", "dead": "killed", "injury": "injured", "wounded": "injured", "injured": "injured",
}  # fmt: skip
SHOT = frozenset({"shoot", "stab", "beat", "gun", "hack", "burn", "trample", "crush", "run"})
"""Verbs that kill with "dead" or "to death", and otherwise injure where they take a number of victims."""
PART = frozenset({"include", "including", "among"})
SUFFER = frozenset({"suffer", "sustain", "receive"})
WOUNDS = frozenset({"injury", "wound", "burn", "gunshot", "fracture"})
GRAVE = frozenset({"critical", "serious", "stable", "grave", "fair", "guarded"})
CARRY = frozenset({"take", "transport", "rush", "airlift", "hospitalize", "hospitalise", "treat"})
NUMBERLESS_UNITS = frozenset({None, "person"})


class Casualties(msgspec.Struct, frozen=True):
    """Word `cue` says that `toll` people came to harm; `victims` are the words for them. `toll` is None if not numbered.

    `harm` is "hit" for people shot, stabbed or taken to a hospital of whom the sentence does not say whether they lived.
    """

    cue: int
    harm: Harm
    toll: Toll | None
    victims: tuple[int, ...]


def casualties(sentence: Sentence, quantities: Sequence[Quantity]) -> tuple[Casualties, ...]:
    """The deaths and injuries of a parsed sentence, in text order."""
    found = []
    for index, token in enumerate(sentence.tokens):
        harm, victims = _cue(sentence, index)
        if harm is None or any(_is_part(sentence, v) for v in victims):
            continue
        toll = _toll(sentence, victims, quantities)
        if toll is None and token.dep != "amod":
            toll = _number_before(sentence, index, quantities)
        if toll is not None or victims:
            found.append(Casualties(index, harm, toll, tuple(victims)))
    return tuple(found)


def _cue(sentence: Sentence, index: int) -> tuple[Harm | None, list[int]]:
    token = sentence.tokens[index]
    word = lemma(sentence, index)
    if token.pos in ("VERB", "AUX") or (token.tag == "VBN" and token.dep != "amod"):
        if word in VERBS:
            whom = patient(sentence, index) if (is_passive(sentence, index) or children(sentence, index, "dobj")) else None
            if whom is None and token.tag in ("VBN", "VBD") and not children(sentence, index, "dobj"):
                whom = subject(sentence, index)  # headline: "Two wounded in ..."
            return VERBS[word], _people(sentence, whom)
        if word in PERISH:
            return "killed", _people(sentence, subject(sentence, index))
        if word in SHOT and _to_death(sentence, index):
            return "killed", _people(sentence, patient(sentence, index))
        if word in ("shoot", "stab"):
            whom = patient(sentence, index) if (is_passive(sentence, index) or children(sentence, index, "dobj")) else None
            return ("hit", _people(sentence, whom)) if whom is not None else (None, [])
        if word in SUFFER and any(lemma(sentence, i) in WOUNDS for i in children(sentence, index, "dobj")):
            return "injured", _people(sentence, subject(sentence, index))
        if word == "lose" and any(lemma(sentence, i) == "life" for i in children(sentence, index, "dobj")):
            return "killed", _people(sentence, subject(sentence, index))
        if word in ("claim", "take", "cost") and any(lemma(sentence, i) == "life" for i in children(sentence, index, "dobj")):
            lives = [i for i in children(sentence, index, "dobj") if lemma(sentence, i) == "life"]
            return "killed", _people(sentence, next(prepositional(sentence, lives[0], frozenset({"of"})), lives[0]))
        if word == "leave" and any(_in_condition(sentence, i) for i in _preps_of_object(sentence, index)):
            return "injured", _people(sentence, patient(sentence, index))
        if word == "be" and any(_in_condition(sentence, i) for i in children(sentence, index, "prep")):
            return "injured", _people(sentence, subject(sentence, index))
        if word in CARRY and any(t.lemma.lower() == "hospital" for t in sentence.tokens) and is_passive(sentence, index):
            return "hit", _people(sentence, subject(sentence, index))
    text = token.text.lower()
    if text in STATES and token.dep in (
        "acomp",
        "oprd",
        "amod",
        "ROOT",
        "acl",
        "conj",
        "ccomp",
        "attr",
        "advmod",
        "dobj",
        "pobj",
    ):
        return STATES[text], _people(sentence, _state_of(sentence, index))
    if token.pos == "NOUN" and word in NOUNS and children(sentence, index, "nummod"):
        return NOUNS[word], [index]
    if token.pos == "NOUN" and word in ("death", "killing") and (of := list(prepositional(sentence, index, frozenset({"of"})))):
        return "killed", _people(sentence, of[0])
    if word == "toll" and any(lemma(sentence, i) == "death" for i in children(sentence, index, "compound")):
        verb = next(ancestors(sentence, index), index)
        return "killed", [
            *prepositional(sentence, verb, frozenset({"to", "at", "of"})),
            *children(sentence, verb, "attr", "dobj"),
        ][:1]
    return None, []


def _preps_of_object(sentence: Sentence, index: int) -> list[int]:
    """The prepositions on a verb or on its object: parsers put "in critical condition" on either."""
    return [j for i in (index, *children(sentence, index, "dobj")) for j in children(sentence, i, "prep")]


def _in_condition(sentence: Sentence, index: int) -> bool:
    """ "in critical condition" and the like."""
    return lemma(sentence, index) == "in" and any(
        lemma(sentence, i) == "condition" and any(lemma(sentence, j) in GRAVE for j in children(sentence, i, "amod"))
        for i in children(sentence, index, "pobj")
    )


def _state_of(sentence: Sentence, index: int) -> int | None:
    """Of whom "dead" or "wounded" is said."""
    token = sentence.tokens[index]
    if token.dep == "amod":
        return token.head
    governor = token.head
    if token.dep in ("acomp", "oprd", "attr", "advmod"):
        if sentence.tokens[governor].lemma == "leave" and (found := children(sentence, governor, "dobj")):
            return found[0]
        return subject(sentence, governor)
    own = children(sentence, index, "nsubj", "nsubjpass", "nummod")
    if own:
        return own[0]
    if token.dep == "conj" and (
        number := [i for i in children(sentence, governor, "conj") if i < index and sentence.tokens[i].pos == "NUM"]
    ):
        return number[-1]
    if token.dep in ("acl",) or (token.dep == "conj" and sentence.tokens[governor].text.lower() in STATES):
        return _state_of(sentence, governor) if token.dep == "conj" else governor
    return index if token.dep in ("dobj", "pobj") else None


def _to_death(sentence: Sentence, index: int) -> bool:
    for i in children(sentence, index):
        token = sentence.tokens[i]
        if token.text.lower() in ("dead", "fatally"):
            return True
        if token.text.lower() == "to" and any(lemma(sentence, j) == "death" for j in children(sentence, i, "pobj")):
            return True
    return False


def _people(sentence: Sentence, index: int | None) -> list[int]:
    return [] if index is None else conjuncts(sentence, index)


def _is_part(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    return token.dep == "pobj" and sentence.tokens[token.head].lemma.lower() in PART


def _toll(sentence: Sentence, victims: Sequence[int], quantities: Sequence[Quantity]) -> Toll | None:
    """The number of the victims, coordinated ones added up; None if one of them is not numbered."""
    tolls = [_one_toll(sentence, v, quantities) for v in victims]
    known = [t for t in tolls if t is not None]
    if not known or len(known) < len(tolls):
        return known[0] if known and tolls[0] is not None else None
    if len(known) == 1:
        return known[0]
    low = sum(t.low for t in known if t.low is not None)
    best = sum(t.best for t in known if t.best is not None) if all(t.best is not None for t in known) else None
    high = sum(t.high for t in known if t.high is not None) if all(t.high is not None for t in known) else None
    start, end = min(t.span.start for t in known), max(t.span.end for t in known)
    offset = sentence.span.start
    span = msgspec.structs.replace(known[0].span, start=start, end=end, text=sentence.span.text[start - offset : end - offset])
    return Toll(low, best, high, span)


def _one_toll(sentence: Sentence, index: int, quantities: Sequence[Quantity]) -> Toll | None:
    token = sentence.tokens[index]
    if any(sentence.tokens[i].text.lower() == "their" for i in children(sentence, index, "poss")):
        return None  # "men in their twenties"
    places = [index, *children(sentence, index, "nummod", "amod", "quantmod")]
    if token.lemma.lower() in ("one", "two", "three", "number", "dozen", "score", "hundred", "thousand", "total"):
        places += list(prepositional(sentence, index, frozenset({"of"})))
    for place in places:
        word = sentence.tokens[place]
        for quantity in quantities:
            if (
                quantity.unit not in ("percent", "year-old")
                and not (quantity.unit or "").isupper()
                and quantity.number.start <= word.start < quantity.number.end
            ):
                return _as_toll(quantity)
    if token.lemma.lower() == "other" or token.tag in ("NNS", "NNPS"):
        return None
    if _is_one_person(sentence, index):
        from_span = msgspec.structs.replace(sentence.span, start=token.start, end=token.end, text=token.text)
        return Toll(1, 1, 1, from_span)
    return None


def _is_one_person(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    word = token.lemma.lower()
    if token.text.lower() in ("he", "she", "him", "her", "himself", "herself", "someone", "somebody"):
        return True
    if name_label(sentence, index) == "PERSON":
        return True
    if token.text.lower() in ("one", "another") and token.pos in ("NUM", "PRON", "DET", "NOUN"):
        return True
    plural = word in ("people", "family", "police", "crew", "couple", "crowd", "personnel", "staff", "troop", "major")
    return token.tag == "NN" and is_person_word(word) and not plural


def _number_before(sentence: Sentence, index: int, quantities: Sequence[Quantity]) -> Toll | None:
    """A bare number of people right before the word ("47 wounded", "at least 3 were hurt")."""
    start = sentence.tokens[index].start
    for quantity in quantities:
        if quantity.unit in NUMBERLESS_UNITS and quantity.number.end <= start and overlaps(quantity.span, sentence.span):
            between = sentence.span.text[quantity.number.end - sentence.span.start : start - sentence.span.start]
            if re.fullmatch(r"\s*(?:(?:other|more|people|persons|others|were|was|are|is|have|been|also|are|left)\s+)*", between):
                return _as_toll(quantity)
    return None


def _as_toll(quantity: Quantity) -> Toll:
    def whole(value: float | None) -> int | None:
        return None if value is None else int(value)

    return Toll(whole(quantity.low), whole(quantity.best), whole(quantity.high), quantity.span)


def survivors(hit: Toll | None, killed: Toll | None) -> Toll | None:
    """Those hit who are not among the dead: of six people shot, two of whom died, four are injured."""
    if hit is None or killed is None:
        return hit
    if hit.best is None or killed.best is None or killed.high is None or hit.best <= killed.best:
        return None
    left = hit.best - killed.best
    return Toll(left, left, None if hit.high is None else hit.high - killed.best, hit.span)
