"""Does a step of words concern the public: is one of its sides a state, a body, an office or an organised group?

PLOVER's verbal types are about politics. "They met her uncle", "he agreed" or "police asked neighbours for help" meet every other
condition of a meeting, a consent or an appeal, and belong in no list of events.
Method: the words of the two sides against the sets of the lexicon, and the kinds of their names.
Known failures: a private person's full name counts as public when it acts on another name ("Smith rejected Jones's account").
"""

from twosource.annotate.further import beyond
from twosource.annotate.lexicon import lexicon
from twosource.annotate.roles import agent, lemma, name_label, patient, phrase_words, speaker_for
from twosource.annotate.syntax import ancestors, children
from twosource.records import EventType, Sentence

VERBAL: frozenset[EventType] = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "REQUEST", "REJECT", "THREATEN"})
"""Types that need a public side. Crime has the others too: an arrest, a charge, a sentence, a release."""
LOCAL = frozenset("police sheriff officer deputy detective investigator department trooper school hospital club".split())
"""Words of bodies that deal with private persons as a matter of routine."""
MANY = frozenset(
    "inhabitant villager resident voter peasant settler prisoner inmate refugee demonstrator protester parent".split()
)
"""People who count as a public side in the plural."""
LAW = frozenset("count charge suspicion accuse accused convict conviction guilty felony misdemeanor indict acquit plead".split())

KNOWN = frozenset({"the", "this", "that", "these", "those", "last"})
GRANTING = frozenset({"in", "over", "after", "following", "from"})
"""Prepositions between a charge and the deed that it is about."""


def is_public(sentence: Sentence, kind: EventType, index: int, doer: int | None, whom: int | None) -> bool:
    """Whether an event word of type `kind` tells of something public; `doer`, `whom`: given where its parse has them not."""
    if kind not in VERBAL or (kind == "REJECT" and _is_plea(sentence, index)):
        return True
    doer = speaker_for(sentence, agent(sentence, index) if doer is None else doer)
    whom = patient(sentence, index) if whom is None else whom
    if doer is None and whom is None:
        return True  # "peace talks": whether it is told at all is settled where the facts are known
    ranks = [_rank(sentence, i) for i in (doer, whom) if i is not None]
    if ranks == [0] or (whom is not None and ranks[-1] == 0):
        further = beyond(sentence, index, whom, doer)
        ranks += [] if further is None or name_label(sentence, further) is None else [_rank(sentence, further)]
    return 2 in ranks or (ranks.count(1) > 0 and (doer is None or _rank(sentence, doer) == 1))


def _is_plea(sentence: Sentence, index: int) -> bool:
    """Whether a word tells of a plea, which is made to a court, whoever makes it."""
    return "plea" in {lemma(sentence, i) for i in children(sentence, index, "dobj")} or lemma(sentence, index) == "plead"


def is_legal_name(sentence: Sentence, index: int) -> bool:
    """Whether a noun names a crime in a charge ("two counts of robbery") rather than an event.

    "Charged in the killings" takes the killings for granted, whoever did them; "charged with murder" does not.
    """
    if sentence.tokens[index].pos not in ("NOUN", "PROPN"):
        return False
    path = [index, *ancestors(sentence, index)][:4]
    law = next((n for n, i in enumerate(path) if n and lemma(sentence, i) in LAW), None)
    if law is None:
        return False
    known = any(sentence.tokens[i].text.lower() in KNOWN for i in children(sentence, index, "det", "poss"))
    return not (known and sentence.tokens[path[law - 1]].text.lower() in GRANTING)


def is_political(sentence: Sentence, index: int) -> bool:
    """Whether a word stands for a state, a body, an office or an organised group."""
    return _rank(sentence, index) == 2


def _rank(sentence: Sentence, index: int) -> int:
    """2 for a state, a body, an office, an organised group; 1 for another name; 0 for private persons and things."""
    words = phrase_words(sentence, index)
    label = name_label(sentence, index)
    local = bool(words & LOCAL)
    if label in ("GPE", "NORP", "ORG"):
        return 1 if local else 2
    of_a_people = [i for i in children(sentence, index, "amod", "compound") if name_label(sentence, i) == "NORP"]
    if of_a_people and not local:
        return 2
    sets = lexicon().sets
    if sentence.tokens[index].tag == "NNS" and words & (sets["@labour"] | MANY):
        return 2
    if words & (sets["@political"] | sets["@body"]) and not local:
        return 2
    return 1 if label == "PERSON" else 0
