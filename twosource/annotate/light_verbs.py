"""Which noun and verb name one event between them: "a blast hit the depot", "imposed a curfew"?

Method: two triggers of one type of which one hangs on the other as its subject or object, or a noun under a verb that says no
more than that it took place.
"""

from collections.abc import Sequence

from twosource.annotate.intents import Trigger
from twosource.annotate.tellings import modes_fit
from twosource.records import Sentence


def light(sentence: Sentence, found: Sequence[Trigger]) -> list[tuple[int, int]]:
    """Noun and verb that name one event between them: "a blast hit ...", "imposed a curfew"."""
    verbs = {t.index: t for t in found if sentence.tokens[t.index].pos in ("VERB", "AUX")}
    pairs: dict[int, int] = {}
    for trigger in found:
        verb = verbs.get(_verb_over(sentence, trigger.index))
        if verb is None or verb.index == trigger.index or verb.type != trigger.type or verb.index in pairs:
            continue
        near = sentence.tokens[trigger.index].dep in ("nsubj", "dobj", "nsubjpass", "pobj")
        if near and modes_fit(verb.mode, trigger.mode):
            pairs[verb.index] = trigger.index
    several = [t for t in verbs.values() if t.type == "PROTEST" and _goes_with(sentence, t.index)]
    for trigger in several:  # "hurled stones and burned cars" is one riot, "marched, chanting slogans" one march
        first = verbs.get(sentence.tokens[trigger.index].head)
        if first is None or first.type != "PROTEST" or not modes_fit(first.mode, trigger.mode):
            continue
        if trigger.index in pairs:
            pairs.setdefault(first.index, pairs[trigger.index])
        else:
            pairs[trigger.index] = first.index
    return [(other, verb) for verb, other in pairs.items()]


def _goes_with(sentence: Sentence, index: int) -> bool:
    """Whether a verb is coordinated with another, or tells as a participle how that is done."""
    token = sentence.tokens[index]
    return token.dep == "conj" or (token.dep in ("advcl", "xcomp") and token.tag == "VBG")


def _verb_over(sentence: Sentence, index: int) -> int:
    """The verb that a noun is subject, object or circumstance of: "killed two in an attack", "burned cars during a protest"."""
    head = sentence.tokens[index].head
    if sentence.tokens[index].dep == "pobj" and sentence.tokens[head].text.lower() in ("in", "during", "by", "at", "for", "on"):
        return sentence.tokens[head].head
    return head
