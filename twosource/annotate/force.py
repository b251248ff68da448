"""Is an attack one of force or one of words: "rebels attacked the town" or "the senator attacked the budget"?

Method: a sum of named features of the sentence, each with a weight; the reasons are what is returned. Below zero it is words, and
the event is an accusation. The weights are small whole numbers set by hand: force is the first sense of every one of these words,
so that it takes evidence to leave it.
Known failures: a war of words told in the words of war alone ("the minister's ambush of his rival").
"""

from twosource.annotate.lexicon import lexicon, words_of
from twosource.annotate.roles import agent, lemma, name_label, patient, phrase_words, prepositional
from twosource.annotate.syntax import children
from twosource.records import EventType, Sentence

DOUBTFUL = frozenset({"attack", "assault", "fight", "battle", "target", "ambush", "bombard", "clash"})
"""Words of force that are often used of words."""
FORCEFUL = frozenset({"armed", "deadly", "bloody", "lethal"})
WEIGHTS: dict[str, float] = {
    "force is the first sense": 1.0,
    "somebody is hurt": 3.0,
    "a weapon or an armed side is named": 2.0,
    "a thing or a place is hit": 1.0,
    "called armed, deadly or bloody": 3.0,
    "an idea is attacked": -3.0,
    "said in a speech, a campaign or a post": -2.0,
    "the attacker holds or seeks an office": -2.0,
}
HURT = "kill|wound|injure|die|dead|death|injury|casualty|victim|hospital|body|blood|survivor|toll|hurt|murder|damage|destroy|burn"
ARMED = (
    "@rebel|@army|@arms|armed|gunfire|drone|warplane|airstrike|bomber|attacker|assailant|military|artillery|terror|mob|stab|"
    "police"
)
IDEA = (
    "democracy|policy|record|freedom|right|credibility|character|law|bill|budget|plan|idea|institution|judiciary|integrity|value|"
    "patent|theory|argument|ruling|verdict|reform|tax|reputation|legacy|decision|media|press|legitimacy|h "
    "onesty|proposal|position|corruption|poverty|inflation|disease|problem|crime"
)
HOPES = "hope|chance|deal|talk|momentum|dream|project|demand|appetite|growth|rumour|rumor|effort|amendment|legislation|motion"
SPEECH = (
    "speech|tweet|twitter|ad|advert|advertisement|campaign|editorial|rhetoric|debate|remark|interview|cri "
    "tic|criticism|verbal|verbally|"
    "criticize|criticise|comment|blog|column|article|letter|book|candidate|nominee|rival|primary|respond|response|accuse"
)
OFFICE = "@official|candidate|politician|democrat|republican|party|opponent|critic|nominee|columnist|conservative|liberal"


ORGANS = frozenset("heart cardiac asthma kidney liver respiratory natural".split())
ILLNESSES = frozenset("cancer stroke illness disease pneumonia age complication infection leukemia diabetes dementia".split())
KILLS_BY_CHANCE = frozenset(
    (
        "accident crash collide collision derail capsize sink overturn plunge collapse fall drown blaze smoke spill "
        "leak stampede "
        "avalanche bus train ferry lorry boat scaffold balcony roof gas electrocute poisoning"
    ).split()
)
KILLS_BY_NATURE = frozenset(
    (
        "earthquake quake tremor tsunami flood flooding storm hurricane typhoon cyclone tornado landslide mudslide "
        "eruption volcano drought "
        "epidemic outbreak virus cholera ebola measles heatwave wildfire monsoon lightning rain rainfall"
    ).split()
)
KILLS_BY_HAND = frozenset(
    (
        "shoot shot gunshot shooting gun gunman gunfire bullet stab stabbing knife attack bomb bombing blast grenade rocket "
        "missile shell shelling airstrike drone raid clash fighting battle ambush massacre riot mob militant rebel insurgent "
        "terrorist soldier army police militia violence war conflict execute murder assassinate behead strike sniper assailant "
        "attacker hostage kidnap"
    ).split()
)


def is_idea(sentence: Sentence, index: int) -> bool:
    """Whether a word is for what is killed in a figure of speech only: "killed hopes of a deal"."""
    return lemma(sentence, index) in words_of(f"{IDEA}|{HOPES}")


def of_illness(sentence: Sentence, index: int) -> bool:
    """Whether a word of death names an illness or age as the cause: who "died of a heart attack" was killed by nobody."""
    causes = list(prepositional(sentence, index, frozenset({"of", "from"})))
    return any(lemma(sentence, i) in ILLNESSES or _of_body(sentence, i) for i in causes)


def _of_body(sentence: Sentence, index: int) -> bool:
    """Whether a noun is said of a part of the body: "heart attack", "kidney failure", "natural causes"."""
    return any(lemma(sentence, i) in ORGANS for i in children(sentence, index, "compound", "amod"))


def cause_of_death(sentence: Sentence) -> EventType | None:
    """What killed where a sentence names no doer: force, an accident or nature; None if it does not say."""
    words = {lemma(sentence, i) for i in range(len(sentence.tokens)) if not _of_body(sentence, i)}
    scores: dict[EventType, int] = {
        "ASSAULT": len(words & KILLS_BY_HAND),
        "ACCIDENT": len(words & KILLS_BY_CHANCE),
        "DISASTER": len(words & KILLS_BY_NATURE),
    }
    best = max(scores, key=lambda kind: scores[kind])
    return best if scores[best] else None


def of_force(sentence: Sentence, index: int) -> bool:
    """Whether a word of force is meant as one; true of every word that is not often used of words."""
    return lemma(sentence, index) not in DOUBTFUL or sum(w for _, w in reasons(sentence, index)) >= 0


def reasons(sentence: Sentence, index: int) -> tuple[tuple[str, float], ...]:
    """The features that a sentence has, with their weights: positive for force, negative for words."""
    words = {lemma(sentence, i) for i in range(len(sentence.tokens)) if i != index}
    doer, whom = agent(sentence, index), patient(sentence, index)
    by, on = phrase_words(sentence, doer), phrase_words(sentence, whom)
    sets = lexicon().sets
    office = bool(by & words_of(OFFICE)) or (doer is not None and name_label(sentence, doer) == "PERSON")
    found = {
        "force is the first sense": True,
        "somebody is hurt": bool(words & words_of(HURT)),
        "a weapon or an armed side is named": bool(words & words_of(ARMED)),
        "a thing or a place is hit": bool(on & (sets["@thing"] | sets["@region"])),
        "called armed, deadly or bloody": bool({lemma(sentence, i) for i in children(sentence, index, "amod")} & FORCEFUL),
        "an idea is attacked": bool(on & words_of(IDEA)),
        "said in a speech, a campaign or a post": bool(words & words_of(SPEECH)),
        "the attacker holds or seeks an office": office,
    }
    return tuple((name, WEIGHTS[name]) for name, holds in found.items() if holds)
