"""Which steps are only asked for, promised, refused or threatened, and so belong to the word that says so?

Method: after CAMEO, whose cue categories code the outer act alone ("demanded the withdrawal of troops" is a demand). An event
word that is the direct complement of such an act is dropped; the act takes its mode, and later its target, from it. A helpful
step announced for the future or offered is AGREE, as in CAMEO 03; a hostile one announced under a condition ("unless ...",
"ready to ...") is THREATEN, as in CAMEO 13; a helpful one that will not come is REJECT. Another hostile step that is announced
stays what it is, planned. What one side says that another must do is a demand. Where somebody denies that a thing
happened, or dismisses reports of it, it is told as denied, and the denial is no step of its own.
Known failures: complements that a relative clause or a second sentence holds.
"""

from collections.abc import Iterator

import msgspec

from twosource.annotate.hearsay import tales_under
from twosource.annotate.lexicon import lexicon
from twosource.annotate.publics import is_legal_name, is_public
from twosource.annotate.roles import agent, lemma, name_label, phrase_words, prepositional
from twosource.annotate.syntax import ancestors, children, subtree
from twosource.records import EventType, Sentence

OUTER: frozenset[EventType] = frozenset({"REQUEST", "REJECT", "AGREE", "THREATEN"})
"""Acts of speech about another step."""
HELPFUL: frozenset[EventType] = frozenset({"AID", "COOPERATE", "SUPPORT", "CONCEDE", "RETREAT"})
HOSTILE: frozenset[EventType] = frozenset({"SANCTION", "COERCE", "ASSAULT", "PROTEST", "MOBILIZE", "RETREAT"})
HARM: frozenset[EventType] = frozenset({"ASSAULT", "DISASTER", "ACCIDENT"})
FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo", "would"})
OPEN = frozenset({"may", "might", "could", "can"})
OFFERS = frozenset("offer ready willing pledge promise agree volunteer commit plan intend decide prepare prepared aim".split())
VOWS = frozenset("vow pledge promise ready willing prepared swear determined".split())
"""Words of promise that may as well promise harm."""
ORDERS = frozenset({"order", "direct", "command", "instruct"})
ORDERED: frozenset[EventType] = frozenset({"MOBILIZE", "COERCE", "RETREAT", "ASSAULT", "SANCTION", "AID", "CONCEDE"})
"""Acts that a superior's order sets going."""
ENDS = frozenset({"discontinue"})
"""Modes of acts that end what their object names: "cancelled the talks" tells of no talks."""
OBLIGES = frozenset({"must", "should", "ought"})
VOICES: frozenset[EventType] = frozenset({"REQUEST", "REJECT", "ACCUSE"})
"""Acts of words that protesters do by protesting."""
WISHES = frozenset(
    "demand call appeal request plea proposal threat pledge promise offer plan arrangement preparation order warrant".split()
)
"""Nouns whose clause or "for" names a step that is not taken."""
CONDITIONS = frozenset({"unless", "if", "until"})
MENACES = frozenset({"threaten", "prepared", "ready", "warn"})
ARTICLES = frozenset({"the", "this", "that", "these", "those"})
REQUEST_MODES: dict[str, frozenset[str]] = {
    "meet": frozenset(
        (
            "talk negotiation negotiate meeting meet mediation mediate dialogue summit visit discuss consult audience "
            "appointment face-to-face parley see receive invitation"
        ).split()
    ),
    "yield": frozenset(
        (
            "ceasefire cease-fire truce withdraw withdrawal pullout disarm stop end halt cease surrender release free lift leave "
            "retreat evacuate hand spare unblock pull-out lay"
        ).split()
    ),
    "change": frozenset(
        (
            "reform change resign resignation election dissolution dissolve amend amendment law right dismissal removal probe "
            "overhaul repeal scrap abolish sack replace bill constitution referendum statement resolution quota"
        ).split()
    ),
    "assist": frozenset(
        (
            "aid help assistance support money fund troop weapon arm loan assist relief asylum supply information food water "
            "medicine blanket tent shelter doctor rescue rescuer team bailout donation fuel grain vaccine ammunition jet missile"
        ).split()
    ),
}
"""What is asked for or refused, by words among the complement."""
TYPE_MODES: dict[EventType, str] = {
    "CONSULT": "meet",
    "AID": "assist",
    "COOPERATE": "assist",
    "RETREAT": "yield",
    "CONCEDE": "change",
}
THREAT_MODES: dict[EventType, str] = {
    "ASSAULT": "violence", "MOBILIZE": "violence", "COERCE": "restrict", "SANCTION": "relations", "RETREAT": "relations",
}  # fmt: skip
THREAT_WORDS: tuple[tuple[str, frozenset[str]], ...] = (
    ("relations", frozenset("sanction embargo tariff tie relation ambassador treaty talk negotiation aid boycott trade".split())),
    ("restrict", frozenset("ban curfew close closure restrict restriction blockade block limit shut emergency lockdown".split())),
    ("arrest", frozenset("arrest jail imprison detain prosecute prosecution cell custody".split())),
    ("expel", frozenset("expel deport expulsion deportation removal".split())),
    ("territory", frozenset("annex annexation reclaim recapture reconquer".split())),
)
VIOLENCE = frozenset(
    "kill attack death bomb war force fight destroy crush retaliate retaliation shoot blow violence murder".split()
)


class Trigger(msgspec.Struct, frozen=True):
    """Word `index` of a sentence names an event.

    `done` if the act is one of words and so done by being told, whatever its tense. `ordered` is the word of the order that sets
    it going, which says whether it is told as a fact. `doer` and `whom` are the words for the
    parties where the parse of the word itself does not lead to them.
    """

    index: int
    type: EventType
    mode: str | None
    done: bool = False
    ordered: int | None = None
    doer: int | None = None
    whom: int | None = None


def told(sentence: Sentence, found: tuple[Trigger, ...]) -> tuple[Trigger, ...]:
    """The event words without those that another one asks for, promises, refuses or threatens; announced steps retyped."""
    found = tuple(t for t in found if not is_legal_name(sentence, t.index) and not _unspecific(sentence, t))
    found = tuple(t for t in found if not _wished(sentence, t.index))
    kept = sorted((*(_announced(sentence, t) for t in found), *_obligations(sentence, found)), key=lambda t: t.index)
    inner: dict[int, list[Trigger]] = {}
    dropped: set[int] = set()
    orders: dict[int, int] = {}
    for outer in kept:
        if outer.type in OUTER:
            below = set(_complements(sentence, outer.index))
            if outer.doer is not None:
                below = {sentence.tokens[outer.index].head, *children(sentence, sentence.tokens[outer.index].head, "dobj")}
            if lemma(sentence, outer.index) in ORDERS and any(t.index in below and t.type in ORDERED for t in kept):
                dropped.add(outer.index)  # "ordered the deployment of troops" is told of as the deployment
                orders |= {t.index: outer.index for t in kept if t.index in below and t.type in ORDERED - {"ASSAULT"}}
                continue
            if any(t.index in tales_under(sentence, outer.index) for t in kept):
                dropped.add(outer.index)
                continue
            if lemma(sentence, outer.index) == "deny":
                clauses = set(children(sentence, outer.index, "ccomp", "xcomp"))
                clauses |= {j for i in clauses for j in children(sentence, i, "nsubj", "nsubjpass")}
                if any(t.index in clauses for t in kept):
                    dropped.add(outer.index)  # what is denied is an event of the status "denied", and the denial no second one
                continue
            inner[outer.index] = [t for t in kept if t.index in below and not _known(sentence, t)]
            dropped |= {t.index for t in inner[outer.index]}
            if outer.done:
                dropped |= {t.index for t in kept if t.index in _condition(sentence, outer.index)}
        elif outer.mode in ENDS and sentence.tokens[outer.index].pos == "VERB":
            ended = set(children(sentence, outer.index, "dobj", "nsubjpass"))
            ended |= {j for i in children(sentence, outer.index, "prep") for j in subtree(sentence, i)}
            dropped |= {t.index for t in kept if t.index in ended and t.type in ("CONSULT", "AID", "COOPERATE", "SUPPORT")}
        elif outer.type == "PROTEST":
            dropped |= {t.index for t in kept if t.type in VOICES and _voiced_by(sentence, t.index, outer.index)}
    told_of = (_finished(sentence, t, inner.get(t.index, [])) for t in kept if t.index not in dropped)
    told_of = (msgspec.structs.replace(t, ordered=orders[t.index]) if t.index in orders else t for t in told_of)
    return tuple(t for t in told_of if t.mode == "violence" or is_public(sentence, t.type, t.index, t.doer, t.whom))


def _finished(sentence: Sentence, trigger: Trigger, inner: list[Trigger]) -> Trigger:
    """An act of speech with the mode of what it is about; a vow to do harm is a threat."""
    if trigger.type not in OUTER:
        return trigger
    if trigger.type == "AGREE" and lemma(sentence, trigger.index) in VOWS:
        about = [t.type for t in inner if t.type in HOSTILE and t.mode != "release"]
        verbs = {lemma(sentence, i) for i in children(sentence, trigger.index, "xcomp", "ccomp")}
        if verbs & lexicon().sets["@hostile"] or (about and about[0] != "RETREAT"):
            trigger = msgspec.structs.replace(trigger, type="THREATEN")
    return msgspec.structs.replace(trigger, mode=_mode(sentence, trigger, inner))


def _voiced_by(sentence: Sentence, index: int, protest: int) -> bool:
    """Whether a demand is what a protest is for: "marched to demand ...", "a rally calling for ...", "protesters demanded"."""
    if protest in ancestors(sentence, index):
        return True
    return bool(phrase_words(sentence, agent(sentence, index)) & lexicon().sets["@protest"])


def _condition(sentence: Sentence, index: int, marks: frozenset[str] = CONDITIONS) -> set[int]:
    """The words of the conditions that hang on a verb: "unless the embargo is lifted"."""
    found: set[int] = set()
    for clause in children(sentence, index, "advcl"):
        if {sentence.tokens[i].text.lower() for i in children(sentence, clause, "mark")} & marks:
            found |= set(subtree(sentence, clause))
    return found


def _wished(sentence: Sentence, index: int) -> bool:
    """Whether a step is only what a demand, an offer or a plan is about: "amid calls for the minister to resign"."""
    token = sentence.tokens[index]
    for up in ancestors(sentence, index):
        if token.dep not in ("acl", "ccomp", "pcomp", "pobj", "prep", "relcl", "conj", "dobj"):
            return False
        if token.dep in ("acl", "ccomp", "prep") and sentence.tokens[up].pos == "NOUN" and lemma(sentence, up) in WISHES:
            return not (token.dep == "prep" and token.text.lower() not in ("for", "of"))
        if token.dep == "relcl" or sentence.tokens[up].pos in ("VERB", "AUX"):
            return False
        token = sentence.tokens[up]
    return False


def _unspecific(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a noun means no particular occasion: "any peace talks must ...", "such attacks"."""
    if sentence.tokens[trigger.index].pos != "NOUN":
        return False
    words = {sentence.tokens[i].text.lower() for i in children(sentence, trigger.index, "det", "amod", "predet")}
    return bool(words & {"any", "either", "every", "such", "future"}) and "a" not in words


def _known(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a noun speaks of something that has happened: "the killing of ...", not "the withdrawal of ..."."""
    index = trigger.index
    if sentence.tokens[index].pos not in ("NOUN", "PROPN"):
        return False
    if trigger.type in HARM and children(sentence, index, "det", "poss", "nummod"):
        return True
    definite = any(sentence.tokens[i].text.lower() in ARTICLES for i in children(sentence, index, "det"))
    return definite and not list(prepositional(sentence, index, frozenset({"of", "from"})))


def _complements(sentence: Sentence, index: int) -> Iterator[int]:
    """The words that name what an act of speech is about: its clause, its object, and the objects of these."""
    near = children(sentence, index, "xcomp", "ccomp", "dobj", "oprd", "acl")
    near += [i for i in children(sentence, index, "advcl") if sentence.tokens[i].tag == "VB"]  # "called for him to resign"
    near += list(prepositional(sentence, index, frozenset({"to", "for", "on", "against", "of"})))
    for preposition in children(sentence, index, "prep"):
        near += children(sentence, preposition, "pcomp")
    for i in near:
        yield i
        yield from children(sentence, i, "conj")
        further = children(sentence, i, "xcomp", "dobj", "oprd", "acl", "ccomp", "nsubjpass")
        further += list(prepositional(sentence, i, frozenset({"to", "for", "of", "in"})))
        yield from further
        for j in further:
            yield from children(sentence, j, "xcomp", "dobj", "conj", "acl")


def _announced(sentence: Sentence, trigger: Trigger) -> Trigger:
    """A step that is announced or offered, retyped; another as it is."""
    index = trigger.index
    if trigger.mode == "resign":
        return trigger
    verb = _light_verb(sentence, index)
    if verb is None:
        return trigger
    while sentence.tokens[verb].dep == "conj" and sentence.tokens[sentence.tokens[verb].head].pos == "VERB":
        if children(sentence, verb, "nsubj", "nsubjpass", "aux"):
            break
        verb = sentence.tokens[verb].head
    auxiliaries = {sentence.tokens[i].text.lower() for i in children(sentence, verb, "aux")}
    governor = next((lemma(sentence, i) for i in ancestors(sentence, index)), "")
    future = bool(auxiliaries & FUTURE)
    over = [verb, sentence.tokens[verb].head] if sentence.tokens[verb].dep == "ccomp" else [verb]
    unless = set().union(*(_condition(sentence, i, frozenset({"unless"})) for i in over))
    condition = set().union(*(_condition(sentence, i) for i in over))
    threatened = bool(auxiliaries & (FUTURE | OPEN)) and bool(unless if trigger.type in HELPFUL else condition)
    announced = trigger.type == "SANCTION" and future and "would" not in auxiliaries and not children(sentence, verb, "neg")
    if trigger.type in HOSTILE and (threatened or announced or (sentence.tokens[index].dep == "xcomp" and governor in MENACES)):
        mode = "arrest" if trigger.mode == "arrest" else THREAT_MODES.get(trigger.type)
        return Trigger(index, "THREATEN", mode, done=True)
    if trigger.type == "CONSULT" and future and children(sentence, verb, "neg"):
        return Trigger(index, "REJECT", "meet", done=True)
    if trigger.type in HELPFUL and (future or (sentence.tokens[index].dep == "xcomp" and governor in OFFERS)):
        denied = bool(children(sentence, verb, "neg"))
        conditional = "would" in auxiliaries and not _reported(sentence, verb)
        if not conditional:
            return Trigger(index, "REJECT" if denied else "AGREE", None, done=True)
    return trigger


def _obligations(sentence: Sentence, found: tuple[Trigger, ...]) -> Iterator[Trigger]:
    """What one side says another must do is a demand: "the minister said that Chad must free the engineers"."""
    taken = {t.index for t in found if t.type in OUTER and t.type != "AGREE"}
    for index, token in enumerate(sentence.tokens):
        if token.text.lower() not in OBLIGES or token.dep != "aux" or token.head in taken:
            continue
        verb = token.head
        whom = next(iter(children(sentence, verb, "nsubj", "nsubjpass")), None)
        said = next((i for i in ancestors(sentence, verb) if sentence.tokens[i].pos == "VERB"), None)
        if whom is None or said is None or sentence.tokens[verb].dep not in ("ccomp", "acl", "relcl"):
            continue
        doer = next(iter(children(sentence, said, "nsubj")), None)
        given = next(prepositional(sentence, said, frozenset({"to"})), whom)
        whom = given if sentence.tokens[whom].pos == "PRON" else whom
        if doer is None or not _of_politics(sentence, doer) or not _of_politics(sentence, whom):
            continue
        yield Trigger(index, "REQUEST", None, done=True, doer=doer, whom=whom)


def _of_politics(sentence: Sentence, index: int) -> bool:
    named = name_label(sentence, index) in ("GPE", "NORP", "ORG", "PERSON")
    return named or bool(phrase_words(sentence, index) & lexicon().sets["@political"])


def _light_verb(sentence: Sentence, index: int) -> int | None:
    """The verb that carries the tense of an event word: itself, or the one it is object of ("go on strike")."""
    token = sentence.tokens[index]
    if token.pos in ("VERB", "AUX"):
        return index
    up = sentence.tokens[token.head]
    if token.dep == "pobj" and up.text.lower() == "on" and sentence.tokens[up.head].pos == "VERB":
        return up.head
    return token.head if token.dep == "dobj" and up.pos == "VERB" else None


def _reported(sentence: Sentence, verb: int) -> bool:
    """Whether a clause with "would" is what somebody announced."""
    up = sentence.tokens[verb]
    return up.dep == "ccomp" and lemma(sentence, up.head) in (
        "say",
        "announce",
        "declare",
        "tell",
        "pledge",
        "promise",
        "confirm",
    )


def _mode(sentence: Sentence, outer: Trigger, inner: list[Trigger]) -> str | None:
    """What is asked for, refused or threatened, where the closed list has a mode for it."""
    if outer.type == "AGREE":
        return "settle" if any(t.mode == "ceasefire" for t in inner) else outer.mode
    if outer.mode is not None:
        return outer.mode
    start = outer.index if outer.doer is None else sentence.tokens[outer.index].head
    words = {lemma(sentence, i) for i in subtree(sentence, start)[:40]}
    if sentence.tokens[start].dep == "dobj":  # "used its veto to sink the statement"
        words |= {
            lemma(sentence, j) for i in children(sentence, sentence.tokens[start].head, "xcomp") for j in subtree(sentence, i)
        }
    if outer.type == "THREATEN":
        known = next((THREAT_MODES[t.type] for t in inner if t.type in THREAT_MODES), None)
        named = next((mode for mode, threatened in THREAT_WORDS if words & threatened), None)
        return known or ("violence" if words & VIOLENCE else named)
    known = next((TYPE_MODES[t.type] for t in inner if t.type in TYPE_MODES), None)
    return known or next((mode for mode, asked in REQUEST_MODES.items() if words & asked), None)
