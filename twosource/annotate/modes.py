"""By what means was force used, and what became of a protest?

Method: named rules in a fixed order, the most specific mode of the closed list first. Their evidence is the word's own phrase
(weapons named on it, on its agent, or in "with ...", "in ...", "using ..."), the classes of the two sides (armed group, troops,
police, crowd), and for a few words that have no other sense (nerve gas, a suicide bomber) the whole sentence.
Known failures: sides that only their proper names tell; weapons named in another sentence.
"""

from itertools import pairwise

from twosource.annotate.lexicon import lexicon
from twosource.annotate.roles import agent, is_opposed, launched_from, lemma, name_label, patient, phrase_words, prepositional
from twosource.annotate.syntax import children, subtree
from twosource.records import Sentence

WEAPONS: tuple[tuple[str, frozenset[str]], ...] = (
    ("suicide-attack", frozenset({"suicide", "kamikaze"})),
    (
        "unconventional",
        frozenset({"chemical", "sarin", "chlorine", "radiological", "biological", "nerve", "poison", "poisonous"}),
    ),
    ("drone", frozenset({"drone", "uav", "unmanned", "uncrewed", "quadcopter", "loitering"})),
    (
        "heavy-weapons",
        frozenset("missile rocket artillery mortar shell tank ballistic shelling howitzer bazooka cannon anti-tank".split()),
    ),
    (
        "aerial",
        frozenset({"air", "aerial", "airstrike", "helicopter", "warplane", "plane", "jet", "aircraft", "airforce", "gunship"}),
    ),
    ("grenade", frozenset({"grenade"})),
    ("explosives", frozenset("bomb ied landmine mine explosive car-bomb dynamite bombing roadside device booby-trap".split())),
    (
        "firearms",
        frozenset(
            "gun firearm rifle pistol handgun shooting gunman bullet shotgun sniper gunfire revolver machinegun ak-47".split()
        ),
    ),
    (
        "primitive",
        frozenset(
            "knife machete sword axe stabbing hammer stone arson acid vehicle-ramming blade spear arrow hatchet cleaver "
            "knifeman swordsman axeman cutlass panga dagger scissors".split()
        ),
    ),
)
"""Words that give an ASSAULT its mode, the most specific first."""

VAGUE = frozenset({None, "targeted", "explosives", "firearms", "aerial"})
"""Modes that a weapon named beside the word makes more exact."""
OPEN = frozenset({None, "firearms"})
"""Modes that the two sides make more exact."""
GASES = frozenset({"sarin", "chlorine", "novichok", "mustard-gas", "vx"})
POISON = frozenset({"poison", "poisonous", "toxic", "nerve", "chemical", "mustard"})
VIOLENT = frozenset(
    (
        "violent violence clash scuffle molotov loot ransack torch hurl pelt riot rioter rampage brawl "
        "firebomb firecracker stone-throwing arson"
    ).split()
)
"""Words of protesters' violence, anywhere in the sentence."""
THROWN = frozenset({"stone", "rock", "bottle", "brick", "petrol", "firework", "missile", "fence", "flare", "projectile"})
THROW = frozenset({"throw", "hurl", "lob", "pelt", "toss", "fling"})
BURN = frozenset({"burn", "set", "torch"})
CALM = frozenset({"peaceful", "peacefully", "tranquil", "calm", "nonviolent", "non-violent", "quietly"})
BREAK_UP = frozenset(
    (
        "disperse suppress quell crush detain arrest block prevent intervene remove drag haul evict clear stop halt cordon "
        "dislodge scatter"
    ).split()
)
EXECUTE = frozenset({"execute", "put", "hang", "behead", "decapitate"})
"""Words of a death that is meant as a penalty, by sword or rope alike."""
OF_STATE = frozenset("national republican presidential border civil prison palace coast revolutionary police army".split())
"""Words before "guard" with which it is a force of the state."""
SUPPLIES = frozenset({"gas", "teargas", "cannon", "baton"})


def mode_of(sentence: Sentence, index: int, kind: str, mode: str | None) -> str | None:
    """The mode of an event word of type `kind`, given the mode that its row in the lexicon names (None: no mode)."""
    if kind == "ASSAULT":
        return _of_force(sentence, index, mode)
    if kind == "PROTEST" and mode == "demo":
        return _of_protest(sentence, index)
    return mode


def _of_force(sentence: Sentence, index: int, mode: str | None) -> str | None:
    words = [t.lemma.lower() for t in sentence.tokens]
    if mode in VAGUE - {"aerial"} and _is_poison(words):
        return "unconventional"
    doer, whom = agent(sentence, index), patient(sentence, index)
    sets = lexicon().sets
    by = phrase_words(sentence, doer)
    if "guard" in by and not by & OF_STATE:
        by = by - {"guard", "security", "officer"}  # a company's guards are no police
    on = phrase_words(sentence, whom)
    if mode in VAGUE:
        beside = by | {lemma(sentence, i) for i in (*_means(sentence, index), *_carried(sentence, doer))}
        if beside & {"murder", "homicide"}:
            beside -= {"suicide"}  # who kills himself after a murder is no weapon
        if "suicide" in beside or _dies_in_it(sentence, index, by):
            return "suicide-attack"
        if doer is not None and name_label(sentence, doer) == "ORG":
            beside -= dict(WEAPONS)["primitive"]  # "the Red Spear Front"
        named = next((name for name, weapons in WEAPONS if weapons & beside), None)
        executed = lemma(sentence, index) in EXECUTE
        if mode == "targeted" and (executed or named in ("firearms", "explosives")) and not by & {"bomber"}:
            named = None  # an assassination remains one, whatever it was done with
        if mode == "explosives" and (named in ("aerial", "firearms", "primitive") and "car" in beside):
            named = None
        mode = named or mode
    if mode in ("heavy-weapons", "explosives"):
        flown = next((name for name in ("drone", "aerial") if dict(WEAPONS)[name] & by), None)
        mode = flown or _platform(sentence, index if doer is None else doer) or mode
    if mode in OPEN and sets["@state-force"] & by and sets["@protest"] & (on | _aim(sentence, index)):
        return "crowd-control"
    if mode in OPEN and sets["@armed"] & on and (sets["@rebel"] | sets["@army"]) & by:
        return "clash"
    if mode is None and lemma(sentence, index) == "kill" and sets["@rebel"] & by and sets["@civilian"] & on:
        return "targeted"
    if mode in (None, "beat") and {"mob", "crowd", "villager", "rioter"} & by:
        return "mob"
    return mode


def _platform(sentence: Sentence, weapon: int) -> str | None:
    """The mode of what a missile or bomb came from: "missiles fired from an army drone", "a bomb dropped by a plane"."""
    came = {lemma(sentence, i) for i in launched_from(sentence, weapon)}
    return next((mode for mode in ("drone", "aerial") if dict(WEAPONS)[mode] & came), None)


def _dies_in_it(sentence: Sentence, index: int, by: set[str]) -> bool:
    """Whether the attacker goes up with the charge: "blew himself up", "the bomber detonated his vest"."""
    objects = {lemma(sentence, i) for i in children(sentence, index, "dobj")}
    if lemma(sentence, index) in ("blow", "detonate", "explode") and objects & {
        "himself",
        "herself",
        "themselves",
        "vest",
        "belt",
    }:
        return True
    return bool(by & {"bomber"}) and any(lemma(sentence, i) in ("vest", "belt") for i in range(len(sentence.tokens)))


def _is_poison(words: list[str]) -> bool:
    """Whether a sentence speaks of poison used as a weapon; tear gas is none."""
    if GASES & set(words):
        return True
    return any(a in POISON and b in ("gas", "agent", "weapon", "attack", "warfare") for a, b in pairwise(words))


def _aim(sentence: Sentence, index: int) -> set[str]:
    """The words of whom shots are fired to scatter: "opened fire to disperse the crowd"."""
    return {lemma(sentence, j) for i in children(sentence, index, "xcomp", "advcl") for j in subtree(sentence, i)}


def _of_protest(sentence: Sentence, index: int) -> str:
    words = {
        lemma(sentence, i) for i in range(len(sentence.tokens)) if not (is_opposed(sentence, i) or _marched_against(sentence, i))
    }
    crowd = lexicon().sets["@protest"] | {"supporter", "student"}
    for i, token in enumerate(sentence.tokens):
        word = token.lemma.lower()
        if token.pos != "VERB" or i == index:
            continue
        if word in THROW and THROWN & {lemma(sentence, j) for j in subtree(sentence, i)}:
            return "riot"
        if word in BURN and crowd & phrase_words(sentence, agent(sentence, i)):
            return "riot"
    if VIOLENT & words and not CALM & words:
        return "riot"
    for i, token in enumerate(sentence.tokens):
        if token.pos == "VERB" and token.lemma.lower() in BREAK_UP:
            against = phrase_words(sentence, patient(sentence, i)) & lexicon().sets["@crowd"]
            if against and phrase_words(sentence, agent(sentence, i)) & lexicon().sets["@state-force"]:
                return "dispersed"
        if _sent_packing(sentence, i) and phrase_words(sentence, agent(sentence, i)) & lexicon().sets["@police"]:
            return "dispersed"
    return "demo"


def _sent_packing(sentence: Sentence, index: int) -> bool:
    """Whether a verb is that of "sent them packing" or "moved them on"."""
    words = [t.text.lower() for t in sentence.tokens[index + 1 : index + 6]]
    return (lemma(sentence, index) == "send" and "packing" in words) or (lemma(sentence, index) == "move" and "on" in words[:3])


def _marched_against(sentence: Sentence, index: int) -> bool:
    """Whether a word is what protesters want to see no more: "against gang violence", "a campaign without violence"."""
    over = sentence.tokens[sentence.tokens[index].head]
    if sentence.tokens[index].dep != "pobj" or over.pos not in ("ADP", "SCONJ"):
        return False
    noun = sentence.tokens[over.head].lemma.lower()
    return over.text.lower() in ("against", "without", "over") or (
        over.text.lower() in ("to", "of", "from") and noun in ("end", "stop", "halt", "victim", "freedom", "protection")
    )


def _means(sentence: Sentence, index: int) -> list[int]:
    """The words that may name what an act was done with: modifiers, "with ...", "in ...", "using ..."."""
    found = modifiers(sentence, index)
    for i in prepositional(sentence, index, frozenset({"with", "in", "from", "by", "using"})):
        found += [i, *children(sentence, i, "compound", "amod")]
    for i in children(sentence, index, "advcl", "acl", "xcomp"):
        if lemma(sentence, i) in ("use", "fire", "wield", "carry", "drop", "throw", "arm", "detonate"):
            found += [k for j in children(sentence, i, "dobj", "prep") for k in subtree(sentence, j)]
    for i in children(sentence, index, "dobj", "nsubjpass"):
        found += [i, *children(sentence, i, "compound", "amod")]
    return found


def _carried(sentence: Sentence, doer: int | None) -> list[int]:
    """What the attackers bring with them: "attackers with machetes", "men armed with knives"."""
    if doer is None:
        return []
    armed = [i for i in children(sentence, doer, "acl", "amod") if lemma(sentence, i) in ("arm", "armed", "wield", "carry")]
    held = [j for i in (doer, *armed) for j in prepositional(sentence, i, frozenset({"with"}))]
    return held + [j for i in armed for j in children(sentence, i, "dobj")]


def modifiers(sentence: Sentence, index: int) -> list[int]:
    """Compounds, adjectives and possessors of a word, one level of theirs, and its "of" and "by" phrases."""
    found = children(sentence, index, "compound", "amod", "nmod", "poss")
    found += [j for i in found for j in children(sentence, i, "compound", "amod", "nmod")]
    for i in prepositional(sentence, index, frozenset({"of", "by"})):
        found += [i, *children(sentence, i, "compound", "amod")]
    return found
