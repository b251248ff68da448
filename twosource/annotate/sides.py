"""Who are the two sides of an event, as its sentence tells it, and is one of them nobody?

Method: what the parse gives (`roles`), set right by the type of the event: what happens by chance has no doer, a meeting has two
equal sides, a protest is against whom it makes its demand of, an attack hits a thing or people rather than a town, and what only
names the deed ("a state of emergency"), the actor's own ("its troops") or no one in particular ("both sides") is no target.
Known failures: sides that another sentence names.
"""

from collections.abc import Sequence

from twosource.annotate.further import beyond, demanded_of
from twosource.annotate.intents import Trigger
from twosource.annotate.lexicon import lexicon
from twosource.annotate.meetings import PERSONS, STATES, stood_for, those_present
from twosource.annotate.party_names import AMOUNTS
from twosource.annotate.roles import agent, launched_from, lemma, name_label, patient, prepositional, speaker_for, subject
from twosource.annotate.syntax import children, subtree
from twosource.annotate.targets import is_place_word, thing_hit
from twosource.annotate.triggers import is_side
from twosource.records import Place, Sentence

CHANCE = frozenset({"DISASTER", "ACCIDENT"})
"""Types that nobody does."""
HARMFUL = CHANCE | {"ASSAULT"}
OFFICES = frozenset("president minister premier chancellor country government nation party delegation state woman".split())
"""Words that leave the sides of a meeting unnamed in the plural alone: "the two presidents"."""
OF_A_GROUP = frozenset(
    "guerrilla fighter militant rebel gunman insurgent terrorist extremist commando militiaman gang group faction militia wing "
    "cell column squad band".split()
)
"""Words for armed people that a group's name stands behind."""
GROUPS = frozenset("group movement militia organisation organization faction gang cartel front network".split())
"""Words for armed groups that their name stands behind: "fighters of the rebel group Ansar"."""
FLYING = frozenset("drone warplane jet gunship quadcopter airstrike shelling".split())
"""Weapons, beside vehicles and arms, that whoever is named on them uses."""
REGIONAL = frozenset("county province city municipality town canton district region".split())
"""Places at large that stand for their authorities where they act: "the county fined the works"."""
SPOTS = frozenset({"in", "at", "near", "outside", "through", "throughout", "across", "along"})
"""Prepositions behind which a place is only where."""
_BEFORE_COURT = frozenset({"appear", "come", "go"})
"""Verbs of the accused: "appeared in court charged with fraud"."""
HELD = frozenset({"be", "sit", "remain"})
"""Verbs of somebody's being in custody, whose subject is the one to whom it was done."""
RECIPROCAL = frozenset({"CONSULT", "AGREE", "SUPPORT", "COOPERATE"})
"""Types whose coordinated subjects may be the two sides."""


def sides(
    sentence: Sentence, trigger: Trigger, victims: Sequence[int], places: Sequence[Place]
) -> tuple[int | None, int | None, bool]:
    """The words for the actor and the target, None where none is named, and whether one of them is "nobody".

    Args:
        sentence: the parsed sentence that holds the event word.
        trigger: the event word.
        victims: the words for those whom the sentence says the event killed or hurt.
        places: the article's places, to tell "the Arica attack" from "the Chilean attack".
    """
    index = trigger.index
    doer, whom = trigger.doer, trigger.whom
    if doer is None:
        doer, whom = agent(sentence, index), patient(sentence, index)
    if whom is None and trigger.type == "ACCUSE" and lemma(sentence, index) == "call":
        whom = next(prepositional(sentence, index, frozenset({"in"})), None)  # "called in the envoy"
    if trigger.type == "COERCE" and lemma(sentence, index) in HELD:
        doer, whom = None, subject(sentence, index)
    if trigger.type == "ACCUSE" and lemma(sentence, index) in _BEFORE_COURT:
        doer, whom = None, subject(sentence, index)
    if trigger.mode == "arrest" and (held := _held(sentence, index)) is not None:
        whom = held
    if trigger.mode == "phone" and whom is not None and lemma(sentence, whom) in lexicon().sets["@phone"]:
        whom = None  # "had a talk on the telephone"
    if doer is None and trigger.type == "ASSAULT":
        doer = _behind(sentence, index)
    doer = _rather(sentence, speaker_for(sentence, doer))
    verbal = sentence.tokens[index].pos in ("VERB", "AUX")
    nobody = _nobody(sentence, doer, whom or (subject(sentence, index) if verbal else None))  # "not one shot was fired"
    if trigger.type in HARMFUL and doer is not None and _is_scene(sentence, index, doer, places):
        doer = None
    if trigger.type in RECIPROCAL and not is_side(sentence, whom) and doer is not None:
        whom = next(iter(children(sentence, doer, "conj")), whom)  # "the two presidents spoke to each other"
    pronoun = doer is not None and sentence.tokens[doer].pos == "PRON"
    if trigger.type == "CONSULT" and not pronoun:
        doer, whom = _met(sentence, index, doer, whom)
    if trigger.type in RECIPROCAL:
        doer = None if _unnamed(sentence, doer) else doer
        whom = None if _unnamed(sentence, whom) else whom
    if trigger.mode == "strike" and whom is not None and not is_side(sentence, whom):
        whom = None  # "laid down tools"
    if trigger.type == "PROTEST" and (whom is None or is_place_word(sentence, whom)):
        whom = demanded_of(sentence, index) or whom
    taken = trigger.mode in ("seize", "weapons") and whom is not None and not is_place_word(sentence, whom)
    if trigger.type not in HARMFUL and not taken and _is_of_others(sentence, whom):
        further = beyond(sentence, index, whom, doer)
        apart = (
            trigger.mode in ("weapons", "seize")
            or (trigger.mode == "demo" and verbal)
            or (trigger.type == "CONSULT" and trigger.mode != "visit")
        )
        if further is not None and apart and _is_venue(sentence, further):
            further = None  # "the talks in Doha" are not held with Doha
        whom = further or whom
        whom = None if trigger.type in RECIPROCAL and _unnamed(sentence, whom) else whom
    if trigger.type in CHANCE and (not is_side(sentence, whom) or _is_venue(sentence, whom)):
        whom = None  # "a bus plunged into a ravine", "the crash at Arica"
    if trigger.type == "ASSAULT" and (whom is None or is_place_word(sentence, whom)):
        whom = next((i for i in (thing_hit(sentence, index), *victims[:1]) if i is not None), whom)
    whom = None if _is_deed(sentence, whom) else whom
    if whom is None and victims:
        whom = victims[0]
    return None if trigger.type in CHANCE else _actor(sentence, doer), whom, nobody


def _held(sentence: Sentence, index: int) -> int | None:
    """Who "has been under house arrest", "is in detention"; None for any other noun."""
    token = sentence.tokens[index]
    preposition = sentence.tokens[token.head]
    if token.pos != "NOUN" or token.dep != "pobj" or preposition.text.lower() not in ("under", "in"):
        return None
    return subject(sentence, preposition.head) if lemma(sentence, preposition.head) in HELD | {"place", "put"} else None


def _rather(sentence: Sentence, doer: int | None) -> int | None:
    """Who is said to have done it where another is said not to: "the rebels, not the army,", "not the army but rebels"."""
    if doer is None:
        return None
    token, first = sentence.tokens[doer], min(subtree(sentence, doer))
    denied = "not" in {sentence.tokens[i].text.lower() for i in (first, max(0, first - 1))}
    if denied and token.dep in ("appos", "conj") and sentence.tokens[token.head].pos in ("NOUN", "PROPN"):
        return token.head
    if denied and any(sentence.tokens[i].text.lower() == "but" for i in children(sentence, doer, "cc")):
        return next(iter(children(sentence, doer, "conj")), doer)
    return doer


def _behind(sentence: Sentence, index: int) -> int | None:
    """Who is said to be behind a deed: "the army was behind the raid"; None for any other noun."""
    token = sentence.tokens[index]
    preposition = sentence.tokens[token.head]
    if token.dep != "pobj" or preposition.text.lower() != "behind" or lemma(sentence, preposition.head) != "be":
        return None
    return subject(sentence, preposition.head)


def _met(sentence: Sentence, index: int, doer: int | None, whom: int | None) -> tuple[int | None, int | None]:
    """The two sides of a meeting, those that its words leave unnamed looked for in its sentence."""
    unnamed = next((i for i in (doer, whom) if i is not None and _unnamed(sentence, i)), None)
    if unnamed is not None:
        first, second = (*stood_for(sentence, index, unnamed), None, None)[:2]
        if first is not None:
            return first, second
    elif doer is None and (whom is None or _is_venue(sentence, whom)):
        both = those_present(sentence, index)
        if len(both) == 2:
            return both[0], both[1]
    return doer, whom


def _is_venue(sentence: Sentence, index: int | None) -> bool:
    """Whether a name only says where: "in Doha", "through the city of Arica"."""
    if index is None:
        return False
    token = sentence.tokens[index]
    if token.dep != "pobj" or not is_place_word(sentence, index):
        return False
    preposition = sentence.tokens[token.head]
    noun = sentence.tokens[preposition.head]
    if preposition.text.lower() == "of" and noun.dep == "pobj":
        preposition = sentence.tokens[noun.head]
    return preposition.text.lower() in SPOTS


def are_people(sentence: Sentence, victims: Sequence[int]) -> bool:
    """Whether those who came to harm can be people: not the drones shot down, nor the film that was shot."""
    things = lexicon().sets["@lifeless"]
    return not victims or any(lemma(sentence, i) not in things or is_side(sentence, i) for i in victims)


def _nobody(sentence: Sentence, doer: int | None, whom: int | None) -> bool:
    """Whether a side is nobody: "no group claimed the attack", "not a single man has been arrested"."""
    for i in (doer, whom):
        if i is None or (sentence.tokens[i].dep == "pobj" and lemma(sentence, sentence.tokens[i].head) == "with"):
            continue  # "collapsed with nobody on it"
        if sentence.tokens[i].text.lower() in ("nobody", "none", "no-one", "nothing"):
            return True
        before = [sentence.tokens[j].text.lower() for j in children(sentence, i, "det", "neg", "preconj", "predet", "advmod")]
        first = min([i, *children(sentence, i)])
        if "no" in before or "neither" in before or (first > 0 and sentence.tokens[first - 1].text.lower() == "not"):
            return True
    return False


def carrier(sentence: Sentence, index: int) -> int:
    """The word that carries tense and negation for an event word: the verb of an adjective ("is not prepared to ...")."""
    token = sentence.tokens[index]
    return token.head if token.pos == "ADJ" and token.dep in ("acomp", "oprd") else index


def _unnamed(sentence: Sentence, index: int | None) -> bool:
    """Whether a word only says that there were sides: "the two leaders", "both sides"; who they are is told elsewhere."""
    if index is None or lemma(sentence, index) not in PERSONS | STATES:
        return False
    if lemma(sentence, index) in OFFICES:
        several = sentence.tokens[index].tag in ("NNS", "NNPS") and bool(children(sentence, index, "det", "nummod"))
        if not several or children(sentence, index, "prep"):
            return False  # "ministers from nine states"
    return not any(
        sentence.tokens[i].pos in ("PROPN", "NOUN", "ADJ") for i in children(sentence, index, "amod", "compound", "poss")
    )


def _actor(sentence: Sentence, doer: int | None) -> int | None:
    """The word for the actor: for a thing, an event or a weapon ("the Chadian jets hit ...") the people or body named on it."""
    if doer is not None and lemma(sentence, doer) in OF_A_GROUP:
        return _group_of(sentence, doer) or doer
    if doer is None or is_side(sentence, doer) or sentence.tokens[doer].pos == "PRON":
        return doer
    if lemma(sentence, doer) in AMOUNTS | REGIONAL or sentence.tokens[doer].tag == "CD":
        return doer
    named = children(sentence, doer, "amod", "compound", "poss", "nmod")
    name = next((i for i in named if name_label(sentence, i) in ("NORP", "GPE", "ORG", "PERSON")), None)
    if name is not None or lemma(sentence, doer) not in FLYING | lexicon().sets["@vehicle"] | lexicon().sets["@arms"]:
        return name
    owners = (*named, *prepositional(sentence, doer, frozenset({"of"})))  # "an army drone", "planes of the air force"
    behind = (_actor(sentence, i) for i in launched_from(sentence, doer))
    return next((i for i in (*owners, *behind) if is_side(sentence, i)), None)


def _group_of(sentence: Sentence, doer: int) -> int | None:
    """The name of the group that fighters are of: "guerrillas of the Andean Column", "a gang called Los Pedregales"."""
    whole = [doer, *prepositional(sentence, doer, frozenset({"of"}))]
    called = [i for w in whole for i in children(sentence, w, "acl") if lemma(sentence, i) in ("call", "name", "know")]
    named = [i for verb in called for i in children(sentence, verb, "oprd")]
    of = [i for i in prepositional(sentence, doer, frozenset({"of", "from"})) if children(sentence, i, "det")]
    of += [
        j
        for i in of
        if lemma(sentence, i) in GROUPS
        for j in (*children(sentence, doer, "appos"), *children(sentence, i, "appos"))
    ]
    names = [i for i in named + of if sentence.tokens[i].pos == "PROPN" and name_label(sentence, i) != "GPE"]
    return next(iter(names), None)


def _is_own(sentence: Sentence, index: int | None) -> bool:
    """Whether an object is the actor's own: "withdrew its troops from Chad" is done to Chad."""
    return index is not None and any(sentence.tokens[i].tag == "PRP$" for i in children(sentence, index, "poss"))


def _is_of_others(sentence: Sentence, whom: int | None) -> bool:
    """Whether an object is no side itself, but may lead to one: a deed, the actor's own, a thing."""
    if whom is not None and lemma(sentence, whom) == "counterpart":
        return False
    return _is_deed(sentence, whom) or _is_own(sentence, whom) or not is_side(sentence, whom)


def _is_deed(sentence: Sentence, index: int | None) -> bool:
    """Whether an object only names the deed itself: "declared a state of emergency"."""
    if index is None or lemma(sentence, index) not in lexicon().sets["@deed"]:
        return False
    return name_label(sentence, index) is None


def _is_scene(sentence: Sentence, index: int, doer: int, places: Sequence[Place]) -> bool:
    """Whether the name before a noun only says where: "the Arica attack", unlike "the Chilean attack"."""
    token = sentence.tokens[doer]
    gerund = token.dep == "nsubj" and sentence.tokens[index].tag == "VBG" and doer == index - 1  # "Arica stabbing: man held"
    if token.head != index or not (gerund or token.dep in ("compound", "nmod", "amod")):
        return False
    here = [p for p in places if p.span.start <= token.start < p.span.end]
    return any(p.sense != "demonym" and p.precision in ("point", "city", "admin1") for p in here)
