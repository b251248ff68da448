"""Whom does a word stand for: one person, several, nobody?

Method: word lists, the number of the noun, names; coordinated words are followed, also where the parser takes the members of a
list for names of its first.
Known failures: a surname that is also a body's name ("Ford was hurt") counts as one person.
"""

from twosource.annotate.lexicon import lexicon
from twosource.annotate.persons import FEMALE, MALE, ORDINALS, is_years_old
from twosource.annotate.quantities import PERSON_NOUNS
from twosource.annotate.roles import conjuncts, lemma, name_label, prepositional, subject
from twosource.annotate.syntax import ancestors, children
from twosource.annotate.triggers import is_person_word
from twosource.records import Sentence

ANIMALS = frozenset(
    "animal cow sheep goat pig chicken bird horse dog cat cattle fish whale dolphin elephant duck hen deer bear wolf".split()
)
TOGETHER = frozenset(
    "family crew party group gang platoon class team crowd congregation band troop staff population herd flock garrison couple "
    "audience household community village town total number maximum minimum average toll queue caravan clan tribe posse".split()
)
"""Words for several, behind whose "of" their number stands."""
YOUNGEST, OLDEST = 10, 110
"""Ages that stand so: "a boy of six" is counted by its noun."""
PLAIN = MALE | FEMALE | {"child", "baby", "infant", "toddler", "teen", "teenager"}
"""Words for a person that are nobody's second calling: "the mother and child"."""
MANY = frozenset("multiple several many numerous dozens scores hundreds thousands".split())
"""Words of a headline, written like a name, for an unknown number."""
NOBODY = frozenset({"no", "none", "nobody", "neither"})


def people(sentence: Sentence, index: int | None) -> list[int]:
    """A word and those coordinated with it, up to a dash or colon, behind which they are named again."""
    if index is None:
        return []
    found = conjuncts(sentence, index)
    if children(sentence, index, "det") and not children(sentence, index, "nummod"):  # "an editor and columnist" is one person
        found = [
            i
            for i in found
            if i == index or sentence.tokens[i].tag != "NN" or _stands_alone(sentence, i) or lemma(sentence, i) in PLAIN
        ]
    found += [j for i in _further_subjects(sentence, index) for j in conjuncts(sentence, i)]
    if len(found) == 1 and is_one_person(sentence, index):
        found += _listed(sentence, index)
    stop = next((i for i in range(index, max(found)) if sentence.tokens[i].text in (":", "–", "—", "--")), max(found))
    return [_self(sentence, i) for i in found if i <= stop]


def _further_subjects(sentence: Sentence, index: int) -> list[int]:
    """The further members of a list before a verb, each taken for its subject: "the driver, two passengers and a guard were"."""
    token = sentence.tokens[index]
    if token.dep not in ("nsubj", "nsubjpass"):
        return []
    further = [i for i in children(sentence, token.head, token.dep) if index < i < token.head]
    return [i for i in further if any(t.text == "," for t in sentence.tokens[index + 1 : i]) and _stands_alone(sentence, i)]


def _self(sentence: Sentence, index: int) -> int:
    """For "himself" the one who does it to himself; another word itself."""
    if sentence.tokens[index].text.lower() not in ("himself", "herself"):
        return index
    verb = next((i for i in ancestors(sentence, index) if sentence.tokens[i].pos == "VERB"), None)
    doer = None if verb is None else subject(sentence, verb)
    return index if doer is None else doer


def _listed(sentence: Sentence, index: int) -> list[int]:
    """The further members of a list that the parser takes for names of its first: "his wife Ann, her son and a neighbour"."""
    for second in children(sentence, index, "appos"):
        rest = conjuncts(sentence, second)[1:]
        if rest and all(_stands_alone(sentence, i) for i in (second, *rest)):
            return [second, *rest]
    return []


def _stands_alone(sentence: Sentence, index: int) -> bool:
    """Whether a word names somebody anew: a pronoun, a name, or a noun with a determiner, a number or an age of its own."""
    described = bool(children(sentence, index, "amod")) and sentence.tokens[index].tag in ("NNS", "NNPS")
    named = sentence.tokens[index].pos in ("PRON", "PROPN")
    return named or described or bool(children(sentence, index, "det", "poss", "nummod"))


def is_one_person(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    word = token.lemma.lower()
    if token.text.lower() in ("he", "she", "him", "her", "himself", "herself", "someone", "somebody"):
        return True
    if children(sentence, index, "nummod") and not children(sentence, index, "case"):
        numbers = {sentence.tokens[i].text.lower() for i in children(sentence, index, "nummod")}
        if not numbers <= {"one"} and not any(n.isdigit() and name_label(sentence, index) for n in numbers):
            return False
    if name_label(sentence, index) == "PERSON":
        return True
    if is_years_old(sentence, index) and token.tag not in ("NNS", "NNPS"):
        return True
    if any(lemma(sentence, i) in ANIMALS for i in prepositional(sentence, index, frozenset({"of"}))):
        return False
    if token.text.lower() in ORDINALS and any(
        sentence.tokens[i].text.lower() in ("a", "an") for i in children(sentence, index, "det")
    ):
        return True
    if token.text.lower() in ("one", "another") and token.pos in ("NUM", "PRON", "DET", "NOUN"):
        return True
    if token.tag == "NNP" and name_label(sentence, index) in (None, "ORG") and not children(sentence, index, "compound", "det"):
        return token.text.lower() not in MANY  # a surname that the parser does not know for one
    if token.tag == "NN" and word not in TOGETHER | lexicon().sets["@body"] and _has_age_behind(sentence, index):
        return True
    plural = word in ("people", "family", "police", "crew", "couple", "crowd", "personnel", "staff", "troop", "major")
    return token.tag == "NN" and (is_person_word(word) or word in MALE | FEMALE | PERSON_NOUNS) and not plural


def _has_age_behind(sentence: Sentence, index: int) -> bool:
    """Whether an age stands behind a word, "a cook of 40": not the size of a group, "a platoon of 40"."""
    ages = [sentence.tokens[i].text for i in prepositional(sentence, index, frozenset({"of"}))]
    return any(a.isdigit() and YOUNGEST <= int(a) <= OLDEST for a in ages) and bool(children(sentence, index, "det"))


def may_be_person(sentence: Sentence, index: int) -> bool:
    word = sentence.tokens[index]
    number = bool(children(sentence, index, "nummod"))
    return (
        is_one_person(sentence, index)
        or word.pos == "NUM"
        or (is_person_word(word.lemma.lower()) or word.lemma.lower() in PERSON_NOUNS or (number and word.pos == "NOUN"))
    )


def is_nobody(sentence: Sentence, index: int) -> bool:
    words = {sentence.tokens[i].text.lower() for i in (index, *children(sentence, index, "det"))}
    return bool(words & (NOBODY | {"nobody"}))
