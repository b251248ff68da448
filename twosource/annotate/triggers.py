"""Which words of a sentence name an event of the closed list, and of which type and mode?

Method: a lexicon of verbs and nouns (`data/triggers.tsv`, after the PLOVER manual, the CAMEO verb classes and the ACLED
codebook); each row has conditions on the parse, and the first row that holds wins. The mode of a force word is then read from
the weapon named on it ("drone attack", "shot dead with a rifle").
Known failures: metaphors that meet every condition ("the coalition attacked the budget"); verbs outside the lexicon.
"""

import functools

import msgspec

from twosource.annotate.roles import agent, is_passive, lemma, name_label, patient, prepositional, subject
from twosource.annotate.syntax import children, subtree
from twosource.records import EventType, Sentence
from twosource.resources import DATA

WEAPONS: tuple[tuple[str, frozenset[str]], ...] = (
    ("suicide-attack", frozenset({"suicide"})),
    ("unconventional", frozenset({"chemical", "sarin", "chlorine", "radiological", "biological", "nerve"})),
    ("drone", frozenset({"drone", "uav", "unmanned", "quadcopter"})),
    ("heavy-weapons", frozenset({"missile", "rocket", "artillery", "mortar", "shell", "tank", "ballistic", "shelling"})),
    ("aerial", frozenset({"air", "aerial", "airstrike", "helicopter", "warplane", "jet", "aircraft"})),
    ("grenade", frozenset({"grenade"})),
    ("explosives", frozenset({"bomb", "ied", "landmine", "mine", "explosive", "car-bomb"})),
    ("firearms", frozenset({"gun", "firearm", "rifle", "pistol", "handgun", "shooting", "gunman", "bullet", "shotgun"})),
    (
        "primitive",
        frozenset({"knife", "machete", "sword", "axe", "stabbing", "hammer", "stone", "arson", "acid", "vehicle-ramming"}),
    ),
)
"""Words that give an ASSAULT its mode, the most specific first."""

VAGUE = frozenset({None, "targeted", "explosives", "firearms", "aerial"})
"""Modes that a weapon named beside the word makes more exact."""


class Row(msgspec.Struct, frozen=True):
    pos: str
    type: EventType
    mode: str | None
    conditions: tuple[str, ...]


class Trigger(msgspec.Struct, frozen=True):
    """Word `index` of a sentence names an event."""

    index: int
    type: EventType
    mode: str | None


class Lexicon(msgspec.Struct, frozen=True):
    rows: dict[str, tuple[Row, ...]]
    sets: dict[str, frozenset[str]]


@functools.cache
def lexicon() -> Lexicon:
    """The bundled lexicon.

    Raises:
        ValueError: if a row is malformed.
    """
    rows: dict[str, tuple[Row, ...]] = {}
    sets: dict[str, frozenset[str]] = {}
    for number, line in enumerate((DATA / "triggers.tsv").read_text(encoding="utf-8").splitlines(), 1):
        fields = line.split("\t")
        if not line or line.startswith("#"):
            continue
        if line.startswith("@"):
            sets[fields[0]] = frozenset(fields[1].split())
            continue
        if len(fields) != 5:
            raise ValueError(f"line {number} of the trigger lexicon has {len(fields)} fields, not 5")
        conditions = () if fields[4] == "-" else tuple(fields[4].split())
        row = Row(fields[1], msgspec.convert(fields[2], EventType), None if fields[3] == "-" else fields[3], conditions)
        for word in fields[0].split():
            rows[word] = (*rows.get(word, ()), row)
    return Lexicon(rows, sets)


def triggers(sentence: Sentence) -> tuple[Trigger, ...]:
    """The event words of a parsed sentence, in text order; a noun under a light verb and its verb are one, the noun."""
    found = []
    for index, token in enumerate(sentence.tokens):
        pos = _part_of_speech(sentence, index)
        if pos is None:
            continue
        for row in lexicon().rows.get(token.lemma.lower(), ()):
            if row.pos == pos and all(_holds(sentence, index, c) for c in row.conditions):
                found.append(Trigger(index, row.type, _mode(sentence, index, row)))
                break
    return tuple(found)


def is_person_word(word: str) -> bool:
    """Whether a lower-case singular noun is for a person."""
    return word in lexicon().sets["@person"] or (len(word) > 5 and word.endswith(("man", "woman", "ist", "eer", "ian")))


def is_side(sentence: Sentence, index: int | None) -> bool:
    """Whether a word stands for somebody who can act: a name, people, a body."""
    if index is None:
        return False
    word = lemma(sentence, index)
    sets = lexicon().sets
    return (
        name_label(sentence, index) is not None
        or sentence.tokens[index].pos == "PROPN"
        or word in sets["@person"]
        or word in sets["@group"]
        or word in ("he", "she", "they", "we")
    )


def _part_of_speech(sentence: Sentence, index: int) -> str | None:
    token = sentence.tokens[index]
    if token.pos in ("VERB", "AUX"):
        return "V"
    if token.pos in ("NOUN", "PROPN") and token.dep != "compound":
        return "N"
    return "V" if token.tag == "VBN" else None


def _mode(sentence: Sentence, index: int, row: Row) -> str | None:
    if row.type != "ASSAULT" or row.mode not in VAGUE:
        return row.mode
    beside = {lemma(sentence, i) for i in _modifiers(sentence, index)}
    doer = agent(sentence, index)
    if doer is not None:
        beside |= {lemma(sentence, i) for i in (doer, *children(sentence, doer, "compound", "amod"))}
    beside |= {lemma(sentence, i) for i in prepositional(sentence, index, frozenset({"with", "in", "from"}))}
    named = next((mode for mode, words in WEAPONS if words & beside), None)
    if named is None or (row.mode == "targeted" and named == "firearms"):
        return row.mode
    return row.mode if row.mode == "explosives" and named in ("aerial", "firearms", "primitive") and "car" in beside else named


def _modifiers(sentence: Sentence, index: int) -> list[int]:
    found = children(sentence, index, "compound", "amod", "nmod", "poss")
    found += [j for i in found for j in children(sentence, i, "compound", "amod", "nmod")]
    for i in prepositional(sentence, index, frozenset({"of", "by"})):
        found += [i, *children(sentence, i, "compound", "amod")]
    return found


def _objects(sentence: Sentence, index: int) -> list[int]:
    if sentence.tokens[index].pos not in ("VERB", "AUX") and sentence.tokens[index].tag != "VBN":
        return []
    if is_passive(sentence, index):
        whom = subject(sentence, index)
        found = [] if whom is None else [whom]
    else:
        found = children(sentence, index, "dobj")
    nouns = [j for i in found for j in (i, *children(sentence, i, "conj"))]
    nouns += [j for i in nouns for j in prepositional(sentence, i, frozenset({"of"}))]  # "a number of shipments"
    return nouns


def _holds(sentence: Sentence, index: int, condition: str) -> bool:
    if condition.startswith("!"):
        return not _holds(sentence, index, condition[1:])
    kind, _, argument = condition.partition(":")
    words = lexicon().sets[argument] if argument.startswith("@") else frozenset(argument.split("|"))
    if kind == "obj":
        found = _objects(sentence, index)
        return bool(found) if not argument else any(_among(sentence, i, argument, words) for i in found)
    if kind == "subj":
        doer = subject(sentence, index)
        return doer is not None and _among(sentence, doer, argument, words)
    if kind == "mod":
        return any(_among(sentence, i, argument, words) for i in _modifiers(sentence, index))
    if kind == "prep":
        return any(sentence.tokens[i].text.lower() in words for i in children(sentence, index, "prep", "agent", "dative"))
    if kind == "prt":
        return any(lemma(sentence, i) in words for i in children(sentence, index, "prt", "advmod"))
    if kind == "xcomp":
        return bool(children(sentence, index, "xcomp", "ccomp"))
    if kind == "passive":
        return is_passive(sentence, index)
    if kind == "near":
        return any(t.lemma.lower() in words for i, t in enumerate(sentence.tokens) if i != index)
    sides = (is_side(sentence, agent(sentence, index)), is_side(sentence, patient(sentence, index)))
    if kind == "party":
        return any(sides)
    if kind == "two":
        return all(sides) or _plural_side(sentence, index)
    raise ValueError(f"no such condition in the trigger lexicon: {condition}")


def _plural_side(sentence: Sentence, index: int) -> bool:
    """Two coordinated names, or leaders in the plural, who do something with each other."""
    doer = agent(sentence, index)
    if doer is None:
        return False
    return any(is_side(sentence, i) for i in children(sentence, doer, "conj")) and is_side(sentence, doer)


def _among(sentence: Sentence, index: int, argument: str, words: frozenset[str]) -> bool:
    word = lemma(sentence, index)
    if word in words:
        return True
    if argument == "@person":
        return name_label(sentence, index) == "PERSON" or is_person_word(word) or word in ("he", "she", "they")
    return sentence.tokens[index].pos == "PROPN" and any(lemma(sentence, i) in words for i in subtree(sentence, index)[:4])
