"""Who met or spoke, where the word for the meeting does not say: "during the talks", "a call between the leaders"?

Method: a meeting during or at which somebody asked, told or showed another something was these two's: subject and object of the
clauses that it hangs on, the first named first. "The leaders", "the two presidents" are the persons named earlier in the
sentence, "the two countries" its states and bodies.
Known failures: a third side that both of them went to see; leaders whom only another sentence names.
"""

from collections.abc import Iterator

from twosource.annotate.publics import is_political
from twosource.annotate.roles import lemma, name_label, prepositional, speaker_for, subject
from twosource.annotate.syntax import ancestors, children
from twosource.records import Sentence

PRESENT = frozenset({"during", "at"})
"""Prepositions that say that who acts was there."""
PERSONS = frozenset("leader president minister premier chancellor man woman pair they counterpart two both".split())
"""Words for the sides of a meeting that stand for persons named before."""
STATES = frozenset("side country government nation party delegation neighbour neighbor state".split())
"""Those that stand for states and bodies named before."""
ENVOYS = frozenset({"diplomat", "envoy", "negotiator", "delegate", "delegation", "representative", "official", "ambassador"})
SINGLE = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative"})
"""Relations in which a title stands for somebody and not before their name."""
CLAUSES = 3
"""Clauses up from the meeting in which its sides may stand."""


def those_present(sentence: Sentence, index: int) -> list[int]:
    """The words for those between whom something passed at the meeting that noun `index` names; fewer than two: not known."""
    token = sentence.tokens[index]
    if token.dep != "pobj" or sentence.tokens[token.head].text.lower() not in PRESENT:
        return []
    verbs = [i for i in ancestors(sentence, index) if sentence.tokens[i].pos == "VERB"][:CLAUSES]
    found = {i for verb in verbs for i in _around(sentence, verb) if is_political(sentence, i)}
    return [_sent_by(sentence, i) for i in sorted(found)[:2]]


def stood_for(sentence: Sentence, index: int, word: int) -> list[int]:
    """The words that "the leaders", "the two countries" at `word` stand for: those named before the event at `index`."""
    if lemma(sentence, word) in STATES:
        named = [n.last - 1 for n in sentence.names if n.label in ("GPE", "NORP", "ORG") and n.last <= min(index, word)]
    elif lemma(sentence, word) in PERSONS:
        named = [n.last - 1 for n in sentence.names if n.label == "PERSON" and n.last <= min(index, word)]
        alike = {
            "counterpart",
            lemma(sentence, word),
        }  # "the minister told his counterpart … after a call between the two ministers"
        before = (i for i in range(min(index, word)) if lemma(sentence, i) in alike and sentence.tokens[i].dep in SINGLE)
        named += [i for i in before if sentence.tokens[i].tag in ("NN", "NNP")]
    else:
        return []
    return sorted(named)[:2]


def _sent_by(sentence: Sentence, index: int) -> int:
    """The state whose envoys met, which they stand for; another word itself."""
    if lemma(sentence, index) not in ENVOYS:
        return index
    states = (
        i for i in children(sentence, index, "amod", "compound", "poss") if name_label(sentence, i) in ("GPE", "NORP", "ORG")
    )
    return next(states, index)


def _around(sentence: Sentence, verb: int) -> Iterator[int]:
    doer = speaker_for(sentence, subject(sentence, verb))
    near = [] if doer is None else [doer]
    near += children(sentence, verb, "dobj", "dative")
    near += list(prepositional(sentence, verb, frozenset({"to", "with"})))
    yield from (i for i in near if sentence.tokens[i].pos in ("NOUN", "PROPN") or name_label(sentence, i) is not None)
