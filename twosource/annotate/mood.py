"""Which cues on an event word itself bear on whether it happened?

Method: negation, modals, marks of condition, infinitive, tense, hedging and planning modifiers, determiner and preposition,
read off the parse as named cues. The classes of modal follow Palmer (2001), those of adjectives and adverbs FactBank's
guidelines. What reaches the word from its governors is `scope`'s question.

Known failures: conditions without "if" or inversion ("one more strike and they leave"); irony.
"""

from collections.abc import Iterator

from twosource.annotate.predicates import implies
from twosource.annotate.syntax import children, subtree
from twosource.records import Sentence, Token
from twosource.values.names import word_set

Cues = frozenset[str]

MODALS = {
    "can": "can", "ca": "can", "could": "could", "may": "may", "might": "may", "must": "should", "should": "should",
    "ought": "should", "will": "will", "wo": "will", "'ll": "will", "’ll": "will", "shall": "will", "sha": "will",
    "would": "would", "'d": "would", "’d": "would",
}  # fmt: skip
MARKS = {"if": "if", "unless": "if", "lest": "if", "whether": "whether", "until": "until", "till": "until", "than": "instead"}
NEGATIONS = word_set("no never not n't n’t nobody none nothing neither nor hardly barely scarcely rarely seldom")
HEDGES = word_set(
    "allegedly reportedly apparently supposedly possibly probably perhaps presumably purportedly maybe likely potentially "
    "theoretically"
)
MODIFIERS = {
    "alleged": word_set(
        "alleged reported apparent suspected supposed possible purported presumed likely potential would-be attempted feared"
    ),
    "failed": word_set("failed foiled thwarted abortive unsuccessful averted cancelled canceled false fake mock simulated"),
    "planned": word_set(
        "planned upcoming scheduled proposed future forthcoming expected impending next pending eventual intended prospective "
        "anticipated projected imminent"
    ),
    "open": word_set("any further more additional another"),
}
BEHIND = {
    **dict.fromkeys(word_set("after since despite following because due"), "behind a cause"),
    **dict.fromkeys(word_set("in on by during at with amid"), "behind a setting"),
    "for": "behind for",
    "without": "without",
    "instead": "instead",
    "against": "against",
}
RESULTS = word_set("become reach close finish end settle hit total win")
"""Verbs that behind a past verb say what came of it: "rose to reach", "passed them to become"."""
SUBJECTS = ("nsubj", "nsubjpass")


def is_verbal(token: Token) -> bool:
    return token.pos in ("VERB", "AUX") or token.tag.startswith("VB")


def is_infinitive(sentence: Sentence, index: int) -> bool:
    """Whether "to" stands before a verb."""
    return any(sentence.tokens[i].text.lower() == "to" for i in children(sentence, index, "aux"))


def mood(sentence: Sentence, index: int) -> Cues:
    """The cues that hang on word `index`; of a predicate noun or adjective also those on its copula."""
    tokens, token = sentence.tokens, sentence.tokens[index]
    head = tokens[token.head]
    hung = children(sentence, index)
    if token.dep in ("acomp", "attr") and head.lemma in ("be", "become", "remain"):
        hung += [i for i in children(sentence, token.head) if i != index]
    going = token.dep == "xcomp" and head.lemma == "go" and head.tag == "VBG"
    if going:
        hung += children(sentence, token.head, "neg", "mark", "advmod")
    found = {*_negations(sentence, index, hung), *_auxiliaries(sentence, index, hung), *_marks(sentence, index, hung)}
    if going:
        found.add("will")
    if HEDGES & {tokens[i].text.lower() for i in hung}:
        found.add("hedge")
    if token.pos in ("NOUN", "PROPN", "ADJ"):
        found |= set(_nominal(sentence, index, hung))
    if token.dep in ("pobj", "pcomp") and head.text.lower() in BEHIND:
        found.add(BEHIND[head.text.lower()])
    if is_verbal(token) and not found & {*MODALS.values(), "to"}:
        found.add(_tense(token, [tokens[i] for i in hung if tokens[i].dep in ("aux", "auxpass")]))
    return frozenset(found)


def _negations(sentence: Sentence, index: int, hung: list[int]) -> Iterator[str]:
    tokens, token = sentence.tokens, sentence.tokens[index]
    for i in hung:
        word, relation = tokens[i].text.lower(), tokens[i].dep
        if relation == "neg" or (word in NEGATIONS and relation in ("det", "advmod", "preconj", *SUBJECTS, "cc", "mark")):
            yield "not"
        empty = any(tokens[j].text.lower() in ("no", "neither", "none") for j in children(sentence, i, "det")) or _not_one(
            sentence, i
        )
        if empty and relation in SUBJECTS:
            yield "not"
        if relation in ("dobj", "attr") and (empty or word in ("none", "nothing")):
            yield "nothing"  # "gave no reason": some gave, some did not; readers take it for half a denial
    beside = children(sentence, token.head)
    if token.dep == "conj" and tokens[token.head].pos == token.pos and any(tokens[i].text.lower() == "nor" for i in beside):
        yield "not"
    if token.dep == "xcomp" and is_infinitive(sentence, index) and any(tokens[i].text.lower() == "yet" for i in beside):
        yield "not"  # "has yet to sign"


def _not_one(sentence: Sentence, noun: int) -> bool:
    """Whether a noun phrase begins with "not a", "not one": "not a single shot was fired"; not "not a bomb but a boiler"."""
    words = [sentence.tokens[i].text.lower() for i in subtree(sentence, noun)[:2]]
    but = any(sentence.tokens[i].text.lower() == "but" for i in children(sentence, noun, "cc"))
    return len(words) == 2 and words[0] == "not" and words[1] in ("a", "an", "one") and not but


def _auxiliaries(sentence: Sentence, index: int, hung: list[int]) -> Iterator[str]:
    tokens, token = sentence.tokens, sentence.tokens[index]
    head = tokens[token.head]
    words = [tokens[i].text.lower() for i in hung if tokens[i].dep in ("aux", "auxpass")]
    modals = {MODALS[w] for w in words if w in MODALS}
    yield from modals
    if modals & {"could", "would", "should", "may"} and "have" in words:
        yield "unreal past"
    if "to" not in words:
        return
    if token.dep == "xcomp" and head.lemma in ("have", "need"):
        yield "had to" if head.lemma == "have" and head.tag in ("VBD", "VBN") else "should"
    outcome = token.lemma.lower() in RESULTS and head.tag == "VBD" and head.lemma not in ("be", "have")
    if outcome and token.dep in ("advcl", "xcomp") and implies(head) is None:
        yield "result"
    yield "to"
    if token.dep in ("relcl", "acl", "ccomp", "ROOT"):
        yield f"to as {token.dep}"


def _marks(sentence: Sentence, index: int, hung: list[int]) -> Iterator[str]:
    tokens, token = sentence.tokens, sentence.tokens[index]
    for i in hung:
        if tokens[i].dep in ("mark", "advmod") and tokens[i].start < token.start and tokens[i].text.lower() in MARKS:
            yield MARKS[tokens[i].text.lower()]
        inverted = tokens[i].text in ("Had", "Were", "Should") and tokens[i].dep in ("aux", "auxpass")
        if inverted and token.dep == "advcl":  # "Had they known"
            yield "if"
        if tokens[i].dep == "advcl" and any(tokens[j].text.lower() in ("if", "unless") for j in children(sentence, i, "mark")):
            yield "given a condition"


def _nominal(sentence: Sentence, index: int, hung: list[int]) -> Iterator[str]:
    tokens, token = sentence.tokens, sentence.tokens[index]
    words = {tokens[i].text.lower() for i in hung}
    yield from (name for name, cues in MODIFIERS.items() if words & cues)
    if "potential" in words:
        yield "potential"  # may yet come, unlike what is alleged to have been
    determiners = {tokens[i].text.lower() for i in children(sentence, index, "det")}
    if determiners & {"the", "this", "that", "these", "those"}:
        yield "definite"
    elif children(sentence, index, "poss"):
        yield "possessed"
    elif determiners & {"a", "an"}:
        yield "indefinite"
    if token.tag in ("NNS", "NNPS"):
        yield "plural"
    if any(tokens[i].tag == "CD" for i in children(sentence, index, "nummod")):
        yield "counted"
    if token.lemma.lower().endswith("ing"):
        yield "process"


def _tense(token: Token, auxiliaries: list[Token]) -> str:
    if any(t.lemma in ("have", "'ve", "’ve") for t in auxiliaries):
        return "perfect"
    finite = next((t.tag for t in auxiliaries if t.tag in ("VBD", "VBZ", "VBP")), token.tag)
    if finite in ("VBZ", "VBP"):
        return "progressive" if token.tag == "VBG" else "present"
    return {"VBD": "past", "VBN": "participle", "VBG": "gerund"}.get(finite, "bare")
