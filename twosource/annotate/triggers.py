"""Which words of a sentence name an event of the closed list, and of which type and mode?

Method: a lexicon of verbs and nouns (`lexicon`, after the PLOVER manual, the CAMEO verb classes and the ACLED codebook); each row
has conditions on the parse, and the first row that holds wins, so that "strike" is an air strike, a labour strike or neither by
what stands around it. The mode is then read from the means and the sides (`modes`). Words under a word of asking, promising,
refusing or threatening are no events of their own (`intents`).
An idiom is a word with the wording that stands behind it ("put ... under martial law"), whatever the parser makes of the rest.
Known failures: metaphors that meet every condition ("the coalition attacked the budget"); verbs and idioms outside the lexicon:
of sentences in uncommon wordings that were never read, a third name no event to us (.29 of 122; before the idioms .49).
"""

from twosource.annotate.force import of_force
from twosource.annotate.intents import FUTURE, Trigger, told
from twosource.annotate.lexicon import Row, is_party_word, lexicon, words_of
from twosource.annotate.modes import mode_of, modifiers
from twosource.annotate.party_names import AMOUNTS
from twosource.annotate.roles import (
    agent,
    is_opposed,
    is_passive,
    lemma,
    name_label,
    nameable,
    patient,
    phrase_words,
    prepositional,
    shared_objects,
    speaker_for,
    subject,
)
from twosource.annotate.syntax import children, negated, subtree
from twosource.records import Sentence

SEVERAL = frozenset({"two", "both", "three", "four"})
"""Words before a plural of which each is a side of its own."""
PRONOUNS = frozenset({"he", "she", "they", "we", "who"})
WHOLES = frozenset(
    (
        "program programme effort package mission campaign activity process plan measure part series type "
        "kind bit access service supply line"
    ).split()
)
"""Nouns that say little without the noun before them: "halted a mediation effort"."""

REACH = 9
"""How many words from an event word the rest of an idiom may stand: "put eleven townships in the hills under martial law"."""
HYPHENS = frozenset({"-", "–"})


def triggers(sentence: Sentence) -> tuple[Trigger, ...]:
    """The event words of a parsed sentence, in text order."""
    found = []
    for index in range(len(sentence.tokens)):
        pos = _part_of_speech(sentence, index)
        if pos is None or _is_month(sentence, index):
            continue
        shooter = _shooter(sentence, index)
        pos = "N" if shooter is not None else pos
        row = next((r for word in _stems(sentence, index) if (r := _row(sentence, index, word, pos)) is not None), None)
        if row is None:
            continue
        if row.type == "ASSAULT" and row.mode in (None, "clash") and not of_force(sentence, index):
            found.append(Trigger(index, "ACCUSE", "disapprove"))
        else:
            found.append(Trigger(index, row.type, mode_of(sentence, index, row.type, row.mode), doer=shooter))
    return told(sentence, tuple(found))


def _is_month(sentence: Sentence, index: int) -> bool:
    """Whether a word is the month of March: "on the evening of March 5"."""
    if sentence.tokens[index].text != "March":
        return False
    beside = sentence.tokens[max(0, index - 1) : index + 2 : 2] if index else sentence.tokens[1:2]
    dated = any(n.first <= index < n.last and n.label == "DATE" for n in sentence.names)
    return dated or any(t.pos == "NUM" or t.text[:1].isdigit() for t in beside)


def is_person_word(word: str) -> bool:
    """Whether a lower-case singular noun is for a person."""
    return word in lexicon().sets["@person"] or (len(word) > 5 and word.endswith(("man", "woman", "ist", "eer", "ian")))


def is_side(sentence: Sentence, index: int | None) -> bool:
    """Whether a word stands for somebody who can act: a name, people, a body."""
    if index is None:
        return False
    word = lemma(sentence, index)
    if not nameable(sentence, index):
        return False
    if word == "head" and (headed := next(prepositional(sentence, index, frozenset({"of"})), None)) is not None:
        return is_side(sentence, headed)
    return (
        name_label(sentence, index) is not None
        or sentence.tokens[index].pos == "PROPN"
        or is_party_word(word)
        or word in PRONOUNS
        or is_person_word(word)
    )


def _row(sentence: Sentence, index: int, word: str, pos: str) -> Row | None:
    rows = lexicon().rows.get(word, ())
    return next((r for r in rows if r.pos == pos and all(_holds(sentence, index, c) for c in r.conditions)), None)


def _stems(sentence: Sentence, index: int) -> tuple[str, ...]:
    """What a word may be a form of, the parser's lemma first; of rarer verbs it makes "wad" of "waded" and "can" of "caned"."""
    text = sentence.tokens[index].text.lower()
    forms = [lemma(sentence, index), text]
    if sentence.tokens[index].tag in ("VBD", "VBN") and text.endswith("ed"):
        forms += [text[:-1], text[:-2], *([text[:-3]] if text[-4:-3] == text[-3:-2] else [])]
    elif sentence.tokens[index].tag == "VBG" and text.endswith("ing"):
        forms += [text[:-3] + "e", text[:-3]]
    return tuple(dict.fromkeys(forms))


def _shooter(sentence: Sentence, index: int) -> int | None:
    """Who shot, in "died in police firing", of which the parser makes a verb; None for any other word."""
    token, before = sentence.tokens[index], sentence.tokens[index - 1]
    if token.text.lower() != "firing" or token.tag != "VBG" or index == 0 or before.dep != "pobj":
        return None
    return index - 1 if lemma(sentence, index - 1) in lexicon().sets["@state-force"] else None


def _part_of_speech(sentence: Sentence, index: int) -> str | None:
    token = sentence.tokens[index]
    if token.pos in ("VERB", "AUX"):
        return "V"
    if token.pos in ("NOUN", "PROPN") and token.dep != "compound":
        return "N"
    if token.tag == "VBN":
        return "V"
    return "A" if token.pos == "ADJ" and token.dep in ("acomp", "oprd", "conj") else None


def _objects(sentence: Sentence, index: int) -> list[int]:
    if sentence.tokens[index].pos not in ("VERB", "AUX") and sentence.tokens[index].tag != "VBN":
        return []
    if is_passive(sentence, index):
        whom = subject(sentence, index)
        found = [] if whom is None else [whom]
    else:
        found = children(sentence, index, "dobj") or children(sentence, index, "intj")  # "said no to the plan"
        found = found or shared_objects(sentence, index)
        # The parser takes some objects for measures, or, behind a particle, for predicates: "called home its envoy".
        if not found:
            found = [i for i in children(sentence, index, "npadvmod", "oprd") if nameable(sentence, i)]
    nouns = [j for i in found for j in (i, *children(sentence, i, "conj"))]
    counts = [i for i in nouns if lemma(sentence, i) in AMOUNTS | WHOLES or sentence.tokens[i].tag == "CD"]
    nouns += [j for i in counts for j in prepositional(sentence, i, frozenset({"of"}))]  # "a number of shipments"
    nouns += [j for i in nouns if lemma(sentence, i) in WHOLES for j in children(sentence, i, "compound", "amod")]
    return nouns


def _holds(sentence: Sentence, index: int, condition: str) -> bool:
    if condition.startswith("!"):
        return not _holds(sentence, index, condition[1:])
    kind, _, argument = condition.partition(":")
    words = words_of(argument) if argument else frozenset()
    people = "@person" in argument
    if kind == "obj":
        found = _objects(sentence, index)
        return bool(found) if not argument else any(_among(sentence, i, people, words) for i in found)
    if kind == "subj":
        doer = subject(sentence, index)
        return doer is not None and _among(sentence, doer, people, words)
    if kind in ("doer", "whom"):
        side = speaker_for(sentence, agent(sentence, index)) if kind == "doer" else patient(sentence, index)
        return side is not None and _in_phrase(sentence, side, argument, words)
    if kind == "mod":
        return any(_among(sentence, i, people, words) for i in modifiers(sentence, index))
    if kind == "pobj":
        below = [j for i in children(sentence, index, "prep", "agent", "dative", "prt", "advmod") for j in subtree(sentence, i)]
        return any(lemma(sentence, i) in words for i in below)
    if kind == "gov":
        token = sentence.tokens[index]
        return token.dep in ("dobj", "nsubjpass", "pobj", "conj", "attr") and _governor(sentence, index) in words
    if kind == "prep":
        held = [i for i in children(sentence, index, "prep", "agent", "dative") if sentence.tokens[i].text.lower() in words]
        return any(all(nameable(sentence, j) for j in children(sentence, i, "pobj")) for i in held)  # not "on Sunday"
    if kind == "prt":
        return any(lemma(sentence, i) in words for i in children(sentence, index, "prt", "advmod", "prep"))
    if kind == "xcomp":
        clauses = children(sentence, index, "xcomp", "ccomp")
        return any(lemma(sentence, i) in words for i in clauses) if argument else bool(clauses)
    if kind == "bare":
        token = sentence.tokens[index]
        return (
            token.dep == "pobj" and lemma(sentence, token.head) in words and not children(sentence, index, "det", "amod", "poss")
        )
    if kind == "inf":
        clauses = children(sentence, index, "xcomp", "ccomp", "advcl", "acl", "oprd")
        clauses += [j for i in children(sentence, index, "dobj", "nsubjpass") for j in children(sentence, i, "acl", "relcl")]
        return any(sentence.tokens[j].text.lower() == "to" for i in clauses for j in children(sentence, i, "aux"))
    if kind == "ccomp":
        return any(children(sentence, i, "nsubj", "nsubjpass") for i in children(sentence, index, "xcomp", "ccomp"))
    if kind == "neg":
        return negated(sentence, index)
    if kind == "future":
        return any(sentence.tokens[i].text.lower() in FUTURE for i in children(sentence, index, "aux"))
    if kind == "passive":
        return is_passive(sentence, index)
    if kind in ("after", "before"):
        return _phrased(sentence, index, words, after=kind == "after")
    if kind == "near":
        near = [i for i in range(len(sentence.tokens)) if i != index and lemma(sentence, i) in words]
        return any(not is_opposed(sentence, i) for i in near)
    if kind == "actor":
        return is_side(sentence, agent(sentence, index)) or is_side(sentence, speaker_for(sentence, agent(sentence, index)))
    sides = (is_side(sentence, agent(sentence, index)), is_side(sentence, patient(sentence, index)))
    if kind == "party":
        return any(sides)
    if kind == "two":
        return all(sides) or _plural_side(sentence, index)
    raise ValueError(f"no such condition in the trigger lexicon: {condition}")


def _phrased(sentence: Sentence, index: int, phrases: frozenset[str], after: bool) -> bool:
    """Whether one of the wordings, words joined by "_", stands close behind a word, or close before it; hyphens do not count."""
    words = [i for i, t in enumerate(sentence.tokens) if i == index or t.text not in HYPHENS]
    at = words.index(index)
    near = words[at + 1 : at + 1 + REACH] if after else words[max(0, at - REACH) : at]
    return any(
        all(w in (sentence.tokens[i].text.lower(), lemma(sentence, i)) for w, i in zip(wording, near[start:], strict=False))
        for wording in (tuple(phrase.split("_")) for phrase in phrases)
        for start in range(len(near) - len(wording) + 1)
    )


def _governor(sentence: Sentence, index: int) -> str:
    """The lemma of the verb that a noun hangs on, over a preposition or a coordinated noun."""
    up = sentence.tokens[index].head
    for _ in range(2):
        if sentence.tokens[up].pos not in ("VERB", "AUX"):
            up = sentence.tokens[up].head
    return lemma(sentence, up)


def _in_phrase(sentence: Sentence, side: int, argument: str, words: frozenset[str]) -> bool:
    """Whether a side is of a class: by a word of its phrase, or, for a country and the bodies that act for it, by its name."""
    if words & phrase_words(sentence, side):
        return True
    if ("country" in words or "@polity" in argument) and name_label(sentence, side) in ("GPE", "ORG", "NORP"):
        return True
    if "@official" in argument and name_label(sentence, side) == "PERSON":
        return True
    return "@person" in argument and _among(sentence, side, True, words)


def _plural_side(sentence: Sentence, index: int) -> bool:
    """Two who do something with each other: coordinated, counted ("the two ministers"), or of two ("the kings of X and Y")."""
    doer = agent(sentence, index)
    if doer is None:
        return False
    if not is_side(sentence, doer):
        return False
    named = [doer]
    if sentence.tokens[doer].tag in ("NNS", "NNPS"):
        if {lemma(sentence, i) for i in children(sentence, doer, "nummod", "det")} & SEVERAL:
            return True
        named += [*children(sentence, doer, "appos"), *prepositional(sentence, doer, frozenset({"of"}))]
    return any(is_side(sentence, j) for i in named for j in children(sentence, i, "conj"))


def _among(sentence: Sentence, index: int, people: bool, words: frozenset[str]) -> bool:
    word = lemma(sentence, index)
    if word in words:
        return True
    if word in AMOUNTS and words & phrase_words(sentence, index):
        return True
    if people:
        several = sentence.tokens[index].tag == "NNPS" and name_label(sentence, index) == "NORP"  # "expelled 200 Chadians"
        return (
            several or name_label(sentence, index) == "PERSON" or is_party_word(word) or is_person_word(word) or word in PRONOUNS
        )
    return sentence.tokens[index].pos == "PROPN" and any(lemma(sentence, i) in words for i in subtree(sentence, index)[:4])
