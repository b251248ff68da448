"""Does an event word take up what was told before, or bring up something new?

Method: the determiner ("the blast" is given, "a blast" is new) and the words that set an event beside others ("another
shooting", "a separate attack", "an earlier raid", "in a similar case": other). A report of an event takes it up whatever its
article is ("officers were called to a shooting", "reports of an explosion").
Known failures: "the second blast" of two that were told together is another one, its dead stand apart.
"""

from typing import Literal

from twosource.annotate.syntax import ancestors, children
from twosource.records import Sentence

Givenness = Literal["given", "new", "other"]

DEFINITE = frozenset({"the", "this", "that", "these", "those"})
INDEFINITE = frozenset({"a", "an"})
OTHER = frozenset(
    "another other second third fourth fifth separate similar unrelated different previous earlier further more additional "
    "new fresh subsequent prior old past last latter".split()
)
"""Modifiers that set an event beside one already told."""
BACK = frozenset({"earlier", "previous", "prior", "new", "latest"})
"""Those of them that with "the" point back: "the earlier strike"."""
APART = frozenset({"separately", "elsewhere", "meanwhile", "previously", "likewise", "additionally"})
"""Adverbs that open a sentence on something else."""
ASIDE = frozenset({"another", "separate", "unrelated"})
OPENING = 4
"""Words at the head of a sentence in which `ASIDE` sets all of it apart: "In a separate incident, ..."."""
DENIALS = frozenset({"deny", "dispute", "reject", "dismiss"})
BESIDES = frozenset({"also", "too", "likewise", "equally"})
"""Adverbs by which what is denied is another thing than what was denied before."""
CALLED = frozenset("call respond dispatch report receive alert investigate hear summon rush send".split())
"""Verbs under which an event with "a" is the one that the article is about."""
TAKEN_UP = frozenset({"he", "she", "they", "him", "her", "them", "both"})
SOMEBODY = frozenset("man woman boy girl teenager youth suspect person driver pair couple two three".split())
"""Nouns that with "the" take up somebody who has been told of with other words."""
REPORTS = frozenset({"report", "call", "investigation", "reference", "connection", "scene", "alert", "tip", "respect"})
"""Nouns under which it is so, too."""


def givenness(sentence: Sentence, index: int) -> Givenness | None:
    """Whether word `index` takes up an event ("given"), brings one up ("new"), or another one ("other"); None: cannot be told."""
    hung = {sentence.tokens[i].text.lower() for i in children(sentence, index, "det", "poss", "amod", "nummod")}
    verb = index
    for verb in (index, *ancestors(sentence, index)):
        if sentence.tokens[verb].pos in ("VERB", "AUX"):
            break
    adverbs = {sentence.tokens[i].text.lower() for i in children(sentence, verb, "advmod")}
    token = sentence.tokens[index]
    if token.dep == "attr" and any(
        sentence.tokens[i].text.lower() in ("it", "this", "that") for i in children(sentence, token.head, "nsubj")
    ):
        return "given"  # "it was the third killing this month"
    opening = [t.text.lower() for t in sentence.tokens[:OPENING]]
    others = hung & (OTHER - BACK if hung & DEFINITE else OTHER)
    if others or adverbs & APART or _denied_too(sentence, index) or opening[0] in APART or ASIDE & set(opening):
        return "other"
    if hung & DEFINITE:
        return "given"
    if hung & INDEFINITE:
        return None if _reported(sentence, index) else "new"
    return None


def _denied_too(sentence: Sentence, index: int) -> bool:
    """Whether the word is what somebody denied besides: "he also denied that ...", "denied, too, ..."."""
    over = [i for i in ancestors(sentence, index) if sentence.tokens[i].lemma.lower() in DENIALS]
    return any(sentence.tokens[j].text.lower() in BESIDES for i in over for j in children(sentence, i, "advmod"))


def _reported(sentence: Sentence, index: int) -> bool:
    """Whether the word is what somebody was called to, heard of or looks into."""
    for up in ancestors(sentence, index):
        token = sentence.tokens[up]
        if token.pos == "ADP":
            continue
        return token.lemma.lower() in (CALLED if token.pos in ("VERB", "AUX") else REPORTS)
    return False


def is_known(sentence: Sentence, index: int | None) -> bool:
    """Whether a word for somebody takes up one told before without a name: "he", "the man", "the two suspects"."""
    if index is None:
        return False
    token = sentence.tokens[index]
    if token.pos == "PRON":
        return token.text.lower() in TAKEN_UP
    return token.lemma.lower() in SOMEBODY and bool(
        {sentence.tokens[i].text.lower() for i in children(sentence, index, "det")} & DEFINITE
    )
