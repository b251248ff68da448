"""How many people does a sentence say were killed, injured, or hit without a word on whether they lived?

Method: words of death and injury ("killed", "died", "dead", "wounded", "deaths") are found, then on the parse the words for
their victims; the number comes from the `Quantity` that counts those, from "a"/"an"/a name (one), or from what is coordinated
("a man and his son": two). A part of a number ("including two children") is not a number of its own.
Known failures: victims named one by one over several sentences are not added up; ages and house numbers that the parse
takes for counts.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec

from twosource.annotate.persons import FEMALE, MALE, ORDINALS, Harm, Hurt, described, is_years_old
from twosource.annotate.quantities import PERSON_NOUNS
from twosource.annotate.roles import conjuncts, is_passive, lemma, name_label, patient, prepositional, subject
from twosource.annotate.syntax import ancestors, children
from twosource.annotate.triggers import is_person_word
from twosource.records import Quantity, Sentence, Span, Toll
from twosource.text import overlaps

VERBS: dict[str, Harm] = dict.fromkeys(
    "kill murder slay assassinate execute massacre slaughter behead lynch".split(), "killed"
) | dict.fromkeys("wound injure hurt hospitalize hospitalise maim".split(), "injured")  # type: ignore[assignment]
"""Verbs whose object is the victim."""
PERISH = frozenset({"die", "perish", "succumb", "drown"})
"""Verbs whose subject is the dead."""
RECOVER = frozenset({"recover", "survive"})
"""Verbs whose subject was hurt: "is recovering", "is expected to survive"."""
STATES: dict[str, Harm] = {"dead": "killed", "deceased": "killed", "wounded": "injured", "injured": "injured", "hurt": "injured"}
STATE_RELATIONS = frozenset("acomp oprd amod ROOT acl conj ccomp attr advmod dobj pobj".split())
NOUNS: dict[str, Harm] = {
    "death": "killed", "fatality": "killed", "dead": "killed", "injury": "injured", "wounded": "injured", "injured": "injured",
    "victim": "hit", "casualty": "hit",
}  # fmt: skip
"""Nouns whose number is a number of people who came to harm."""
DEATHS = frozenset({"death", "killing", "murder", "slaying", "assassination", "homicide", "execution", "massacre"})
ATTACKS = frozenset({"shooting", "stabbing", "beating", "wounding"})
"""Nouns with "of" before those who were hit."""
FATAL = frozenset({"fatally", "mortally", "fatal", "deadly"})
MULTIPLES = {"double": 2, "triple": 3, "quadruple": 4, "quintuple": 5}
SHOT = frozenset({"shoot", "stab", "beat", "gun", "hack", "burn", "trample", "crush", "run", "strike", "hit", "wound", "injure"})
"""Verbs that kill with "dead", "fatally" or "to death"."""
STRUCK = frozenset({"hit", "strike", "graze", "pierce"})
"""Verbs that hurt where a missile is named, or a part of the body."""
MISSILES = frozenset("bullet gunfire shot gunshot round fire shrapnel debris fragment shooter gunman rocket shell blast".split())
BODY = frozenset(
    "head neck chest back arm leg foot hand face shoulder stomach abdomen torso thigh hip knee ankle buttock".split()
)
ADJACENT = 2
"""Words within which "fatally" is said of a verb, not of some of its victims ("four were shot, one fatally")."""
PART = frozenset({"include", "including", "among"})
SUFFER = frozenset({"suffer", "sustain", "receive"})
WOUNDS = frozenset({"injury", "wound", "burn", "gunshot", "fracture"})
GRAVE = frozenset("critical serious stable grave fair guarded satisfactory good critically".split())
CARRY = frozenset("take transport rush airlift hospitalize hospitalise treat fly drive bring send admit carry".split())
ANIMALS = frozenset(
    "animal cow sheep goat pig chicken bird horse dog cat cattle fish whale dolphin elephant duck hen deer bear wolf".split()
)
WISHES = frozenset("let want hope try threaten fear wish intend plan vow attempt refuse".split())
"""Verbs under which a harm has not come about."""
NOBODY = frozenset({"no", "none", "nobody", "neither"})
NUMBERLESS_UNITS = frozenset({None, "person"})


_BETWEEN = re.compile(r"\s+(?:[\w-]+\s+){1,3}?(?:was|were|are|is|been|have|has)\s+(?:\w+ly\s+)?", re.IGNORECASE)
"""A counted noun and an auxiliary: what stands between a number of people and the participle, whatever the parse."""


class Casualties(msgspec.Struct, frozen=True):
    """Word `cue` says that people came to harm; `victims` are the words for them.

    `hurt.harm` is "hit" for people shot, stabbed or taken to a hospital of whom the sentence does not say whether they lived.
    """

    cue: int
    hurt: Hurt
    victims: tuple[int, ...]


def casualties(sentence: Sentence, quantities: Sequence[Quantity]) -> tuple[Casualties, ...]:
    """The deaths and injuries of a parsed sentence, in text order."""
    found: list[Casualties] = []
    for index, token in enumerate(sentence.tokens):
        for harm, victims in _cues(sentence, index):
            if any(_is_part(sentence, v) or _is_nobody(sentence, v) for v in victims) or _denied(sentence, index):
                continue
            toll = _multiple(sentence, index) or _toll(sentence, victims, quantities)
            if toll is None and token.dep != "amod":
                toll = _number_before(sentence, index, quantities)
            if toll is None and not victims:
                continue
            found.append(Casualties(index, _hurt(sentence, harm, victims, toll), tuple(victims)))
    return tuple(_one_of_many(sentence, c, found) for c in found)


def _one_of_many(sentence: Sentence, harm: Casualties, all_of_them: Sequence[Casualties]) -> Casualties:
    """ "One of five people hurt has died": the five were hit, not all of them live."""
    dead = {v for c in all_of_them if c.hurt.harm == "killed" for v in c.victims}
    governors = {
        sentence.tokens[sentence.tokens[v].head].head for v in harm.victims if lemma(sentence, sentence.tokens[v].head) == "of"
    }
    if harm.hurt.harm != "injured" or not governors & dead:
        return harm
    return msgspec.structs.replace(harm, hurt=msgspec.structs.replace(harm.hurt, harm="hit"))


def _hurt(sentence: Sentence, harm: Harm, victims: Sequence[int], toll: Toll | None) -> Hurt:
    single = bool(victims) and all(_is_one_person(sentence, v) for v in victims)
    if single and toll is not None and toll.best == len(victims):
        return Hurt(sentence.span.start, harm, toll, tuple(described(sentence, v) for v in victims), False)
    words = {w for v in victims for i in (v, *children(sentence, v)) for w in (lemma(sentence, i),)}
    return Hurt(sentence.span.start, harm, toll, (), bool(words & {"other", "another", "more", "additional"}))


def _cues(sentence: Sentence, index: int) -> Iterator[tuple[Harm, list[int]]]:
    """What the word says of people's harm, and the words for them: as a rule nothing."""
    token = sentence.tokens[index]
    if token.pos in ("VERB", "AUX") or (token.tag == "VBN" and token.dep != "amod"):
        found = _of_verb(sentence, index)
        if found is not None:
            yield found
            return
    word = lemma(sentence, index)
    text = token.text.lower()
    if text in STATES and token.dep in STATE_RELATIONS:
        yield STATES[text], _people(sentence, _state_of(sentence, index))
    elif text in FATAL and token.pos == "ADV" and (one := _one_of_them(sentence, index)) is not None:
        yield "killed", [one]
    elif token.pos in ("NOUN", "PROPN"):
        found = _of_noun(sentence, index, word)
        if found is not None:
            yield found


def _of_verb(sentence: Sentence, index: int) -> tuple[Harm, list[int]] | None:
    token = sentence.tokens[index]
    word = lemma(sentence, index)
    transitive = is_passive(sentence, index) or bool(children(sentence, index, "dobj"))
    whom = patient(sentence, index) if transitive else None
    objects = children(sentence, index, "dobj")
    if word in SHOT and _to_death(sentence, index):
        return "killed", _people(sentence, whom if whom is not None else subject(sentence, index))
    if word in VERBS and (another := _another(sentence, index)) is not None:
        return VERBS[word], [another]
    if word in VERBS:
        if whom is None and token.tag in ("VBN", "VBD") and not objects:
            whom = subject(sentence, index)  # headline: "Two wounded in ..."
        return VERBS[word], _people(sentence, whom)
    if word in PERISH or (word == "pass" and any(lemma(sentence, i) == "away" for i in children(sentence, index))):
        return "killed", _people(sentence, subject(sentence, index))
    if word in ("shoot", "stab"):
        if whom is None and token.tag == "VBN" and token.dep == "ROOT":
            whom = subject(sentence, index)  # headline: "Teen shot in ..."
        return ("hit", _people(sentence, whom)) if whom is not None else None
    if word in STRUCK and (_by_missile(sentence, index) or _simply_hit(sentence, index, whom)):
        return ("hit", _people(sentence, whom)) if whom is not None else None
    if word in SUFFER and any(lemma(sentence, i) in WOUNDS for i in objects):
        return "injured", _people(sentence, subject(sentence, index))
    lives = [i for i in objects if lemma(sentence, i) == "life"]
    if lives and word in ("lose", "claim", "take", "cost"):
        of = next(prepositional(sentence, lives[0], frozenset({"of"})), None)
        own = bool(children(sentence, lives[0], "poss"))
        return "killed", _people(sentence, subject(sentence, index) if word == "lose" or (own and of is None) else of or lives[0])
    if word == "commit" and any(lemma(sentence, i) == "suicide" for i in objects):
        return "killed", _people(sentence, subject(sentence, index))
    if word == "leave" and any(_in_condition(sentence, i) for i in _preps_of_object(sentence, index)):
        return "injured", _people(sentence, whom)
    if any(_in_condition(sentence, i) for i in _preps_of_object(sentence, index)):
        return "injured", _people(sentence, whom if transitive and word in CARRY else subject(sentence, index))
    if word in CARRY and whom is not None and any(t.lemma.lower() in ("hospital", "hospitals") for t in sentence.tokens):
        return "hit", _people(sentence, whom)
    if word in RECOVER and (children(sentence, index, "aux") or token.tag in ("VBG", "VBD")):
        return "injured", _people(sentence, subject(sentence, index))
    return None


def _another(sentence: Sentence, index: int) -> int | None:
    """The subject in "one was killed and another injured", where the parser makes it a determiner of the verb."""
    return next((i for i in children(sentence, index, "det") if sentence.tokens[i].text.lower() == "another"), None)


def _of_noun(sentence: Sentence, index: int, word: str) -> tuple[Harm, list[int]] | None:
    if sentence.tokens[index].text.lower() == "shot" and _to_death(sentence, index):  # headline: "Teen found shot to death"
        verb = sentence.tokens[index].head
        return "killed", _people(sentence, patient(sentence, verb) if is_passive(sentence, verb) else subject(sentence, verb))
    fatal = any(sentence.tokens[i].text.lower() in FATAL for i in children(sentence, index, "amod"))
    if word in NOUNS and children(sentence, index, "nummod"):
        return NOUNS[word], [index]
    if _multiple(sentence, index) is not None:
        return ("killed" if word in DEATHS or fatal else "hit"), []
    of = next(prepositional(sentence, index, frozenset({"of"})), None)
    if of is not None and (word in DEATHS or word in ATTACKS):
        return ("killed" if word in DEATHS or fatal else "hit"), [v for v in _people(sentence, of) if _may_be_person(sentence, v)]
    if word in WOUNDS and (holder := _holder(sentence, index)) is not None:
        return "injured", _people(sentence, holder)
    if _counts_the_dead(sentence, index, word):
        verb = next(ancestors(sentence, index), index)
        numbers = [*prepositional(sentence, verb, frozenset({"to", "at", "of"})), *children(sentence, verb, "attr", "dobj")]
        return "killed", numbers[:1]
    return None


def _counts_the_dead(sentence: Sentence, index: int, word: str) -> bool:
    """ "The death toll", "the number of dead"."""
    if word == "toll":
        return any(lemma(sentence, i) == "death" for i in children(sentence, index, "compound"))
    of = prepositional(sentence, index, frozenset({"of"}))
    return word == "number" and any(lemma(sentence, i) in ("dead", "death", "fatality") for i in of)


def _holder(sentence: Sentence, index: int) -> int | None:
    """The person "with a gunshot wound", or the one who is taken away "with serious injuries"."""
    preposition = sentence.tokens[index].head
    if lemma(sentence, preposition) not in ("with", "from") or sentence.tokens[index].dep != "pobj":
        return None
    governor = sentence.tokens[preposition].head
    if sentence.tokens[governor].pos not in ("VERB", "AUX"):
        return governor if _may_be_person(sentence, governor) else None
    if is_passive(sentence, governor) or children(sentence, governor, "dobj"):
        return patient(sentence, governor)
    return subject(sentence, governor) if lemma(sentence, governor) in SUFFER | {"recover", "remain", "be", "arrive"} else None


def _may_be_person(sentence: Sentence, index: int) -> bool:
    word = sentence.tokens[index]
    number = bool(children(sentence, index, "nummod"))
    return (
        _is_one_person(sentence, index)
        or word.pos == "NUM"
        or (is_person_word(word.lemma.lower()) or word.lemma.lower() in PERSON_NOUNS or (number and word.pos == "NOUN"))
    )


def _by_missile(sentence: Sentence, index: int) -> bool:
    """Whether a verb of striking has a bullet or the like for its agent, or names the part of the body."""
    doers = [*children(sentence, index, "nsubj"), *prepositional(sentence, index, frozenset({"by", "with"}))]
    parts = prepositional(sentence, index, frozenset({"in", "on"}))
    governor = sentence.tokens[index].head
    if sentence.tokens[index].dep in ("advcl", "conj", "xcomp"):  # "shots were fired ..., hitting four people"
        doers += children(sentence, governor, "nsubj", "nsubjpass", "dobj")
    doers += [j for i in doers for j in prepositional(sentence, i, frozenset({"of"}))]
    return any(lemma(sentence, i) in MISSILES for i in doers) or any(lemma(sentence, i) in BODY for i in parts)


def _simply_hit(sentence: Sentence, index: int, whom: int | None) -> bool:
    """Whether people "were hit", it is not said by what; "residents were hit by a new tax" is another matter."""
    doers = children(sentence, index, "agent") + list(prepositional(sentence, index, frozenset({"by"})))
    return whom is not None and is_passive(sentence, index) and not doers and _may_be_person(sentence, whom)


def _one_of_them(sentence: Sentence, index: int) -> int | None:
    """The number that "fatally" follows without a verb: "six were shot, two fatally"."""
    for near in (index - 1, sentence.tokens[index].head):
        if 0 <= near < len(sentence.tokens) and sentence.tokens[near].pos == "NUM":
            return near
    return None


def _multiple(sentence: Sentence, index: int) -> Toll | None:
    """The number in "a triple shooting", "a double homicide"."""
    if lemma(sentence, index) not in DEATHS | ATTACKS:
        return None
    for i in children(sentence, index, "amod", "compound", "nummod"):
        token = sentence.tokens[i]
        if (number := MULTIPLES.get(token.text.lower())) is not None:
            return Toll(number, number, number, Span(token.start, token.end, token.text))
    return None


def _denied(sentence: Sentence, index: int) -> bool:
    """Whether the harm did not come about, or not here: "nobody was hurt", "could have been killed", "the third to be killed"."""
    hung = children(sentence, index)
    token = sentence.tokens[index]
    if token.dep in ("relcl", "acl") and any(sentence.tokens[i].text.lower() == "to" for i in hung):
        return True
    if any(sentence.tokens[i].dep == "neg" or sentence.tokens[i].text.lower() in NOBODY for i in hung):
        return True
    governor = sentence.tokens[token.head]
    if token.dep in ("xcomp", "ccomp") and governor.lemma.lower() in WISHES and token.head != index:
        return True
    modals = {"could", "would", "might", "may", "should", "can", "will"}
    return any(sentence.tokens[i].dep == "aux" and sentence.tokens[i].text.lower() in modals for i in hung)


def _is_nobody(sentence: Sentence, index: int) -> bool:
    words = {sentence.tokens[i].text.lower() for i in (index, *children(sentence, index, "det"))}
    return bool(words & (NOBODY | {"nobody"}))


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
        text = sentence.tokens[i].text.lower()
        if text == "dead" or (text in ("fatally", "mortally") and abs(i - index) <= ADJACENT):
            return True
        if text == "to" and any(lemma(sentence, j) == "death" for j in children(sentence, i, "pobj")):
            return True
    return False


def _people(sentence: Sentence, index: int | None) -> list[int]:
    """A word and those coordinated with it, up to a dash or colon, behind which they are named again."""
    if index is None:
        return []
    found = conjuncts(sentence, index)
    if children(sentence, index, "det") and not children(sentence, index, "nummod"):  # "an editor and columnist" is one person
        found = [i for i in found if i == index or sentence.tokens[i].tag != "NN" or _stands_alone(sentence, i)]
    if len(found) == 1 and _is_one_person(sentence, index):
        found += _listed(sentence, index)
    stop = next((i for i in range(index, max(found)) if sentence.tokens[i].text in (":", "–", "—", "--")), max(found))
    return [_self(sentence, i) for i in found if i <= stop]


def _self(sentence: Sentence, index: int) -> int:
    """For "himself" the one who does it to himself; another word itself."""
    if sentence.tokens[index].text.lower() not in ("himself", "herself"):
        return index
    verb = next((i for i in ancestors(sentence, index) if sentence.tokens[i].pos == "VERB"), None)
    doer = None if verb is None else subject(sentence, verb)
    return index if doer is None else doer


def _listed(sentence: Sentence, index: int) -> list[int]:
    """The further members of a list that the parser takes for names of its first: "his wife Ann, her son and a neighbour"."""
    for second in children(sentence, index, "appos"):
        rest = conjuncts(sentence, second)[1:]
        if rest and all(_stands_alone(sentence, i) for i in (second, *rest)):
            return [second, *rest]
    return []


def _stands_alone(sentence: Sentence, index: int) -> bool:
    """Whether a word names somebody anew: a pronoun, a name, or a noun with a determiner, a number or an age of its own."""
    return sentence.tokens[index].pos in ("PRON", "PROPN") or bool(children(sentence, index, "det", "poss", "nummod", "amod"))


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
                and not (quantity.best is not None and quantity.best < 1)  # "a third" of three guards
                and quantity.unit not in ANIMALS
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
    if children(sentence, index, "nummod") and not children(sentence, index, "case"):
        numbers = {sentence.tokens[i].text.lower() for i in children(sentence, index, "nummod")}
        if not numbers <= {"one"} and not any(n.isdigit() and name_label(sentence, index) for n in numbers):
            return False
    if name_label(sentence, index) == "PERSON":
        return True
    if is_years_old(sentence, index) and token.tag not in ("NNS", "NNPS"):
        return True
    if any(lemma(sentence, i) in ANIMALS for i in prepositional(sentence, index, frozenset({"of"}))):
        return False
    if token.text.lower() in ORDINALS and any(
        sentence.tokens[i].text.lower() in ("a", "an") for i in children(sentence, index, "det")
    ):
        return True
    if token.text.lower() in ("one", "another") and token.pos in ("NUM", "PRON", "DET", "NOUN"):
        return True
    if token.tag == "NNP" and name_label(sentence, index) in (None, "ORG") and not children(sentence, index, "compound", "det"):
        return True  # a surname that the parser does not know for one
    plural = word in ("people", "family", "police", "crew", "couple", "crowd", "personnel", "staff", "troop", "major")
    return token.tag == "NN" and (is_person_word(word) or word in MALE | FEMALE | PERSON_NOUNS) and not plural


def _number_before(sentence: Sentence, index: int, quantities: Sequence[Quantity]) -> Toll | None:
    """A bare number of people right before the word ("47 wounded", "at least 3 were hurt")."""
    start = sentence.tokens[index].start
    for quantity in quantities:
        if quantity.best is not None and quantity.best < 1:
            continue
        if quantity.unit in NUMBERLESS_UNITS and quantity.number.end <= start and overlaps(quantity.span, sentence.span):
            between = sentence.span.text[quantity.number.end - sentence.span.start : start - sentence.span.start]
            if re.fullmatch(r"\s*(?:(?:other|more|people|persons|others|were|was|are|is|have|been|also|are|left)\s+)*", between):
                return _as_toll(quantity)
            if quantity.unit == "person" and _BETWEEN.fullmatch(between):
                return _as_toll(quantity)
    return None


def _as_toll(quantity: Quantity) -> Toll:
    def whole(value: float | None) -> int | None:
        return None if value is None else int(value)

    return Toll(whole(quantity.low), whole(quantity.best), whole(quantity.high), quantity.span)
