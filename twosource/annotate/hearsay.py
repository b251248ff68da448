"""Is an event told only as a tale that somebody calls false: "reports that a boiler had exploded were untrue"?

Method: the nouns for what goes round (reports, rumours, claims, talk) with the clause or the "of" that says what, under a verb
that denies or dismisses them, beside a predicate that calls them false, or behind "no truth in"; and the clause that is itself
called false or not true ("it is not true that ...", "called it a lie that ..."); and what something else was mistaken for. A tale
may be called false by the sentence behind it ("There is a story about a raid. It is untrue").
Known failures: what is told as a fact and called false in another sentence ("He has resigned, they say. He has not."); irony.
"""

from collections.abc import Sequence

from twosource.annotate.syntax import children, subtree
from twosource.records import Sentence, Span
from twosource.values.names import word_set

TALES = word_set("report rumour rumor claim talk story allegation news account accusation speculation")
FALSE = word_set(
    "false untrue wrong incorrect unfounded baseless groundless fabricated invented nonsense lie invention fabrication fiction "
    "rubbish hoax fake untruth fantasy myth"
)
DENYING = word_set("deny dismiss reject refute rebut dispute repudiate contradict disprove")
CALLING = word_set("call describe brand label denounce dismiss reject")
MISTAKING = frozenset({"mistake", "take"})
"""Verbs with a "for" behind which stands what it was not."""
CLAUSES = ("acl", "ccomp", "relcl", "appos")
LIGHT = word_set("be make take hold carry happen occur stage open")
"""Verbs that say of an event noun only that it took place: "that arrests had been made"."""
KNOWN = word_set("the this that these those")


def called_false(sentence: Sentence, index: int) -> bool:
    """Whether word `index` names an event of a tale that its sentence calls false."""
    tokens = sentence.tokens
    noun, index = index, _carried(sentence, index)
    if noun != index and _denied_clause(sentence, index):
        return True
    token, over = tokens[index], tokens[tokens[index].head]
    if token.dep == "pobj" and over.text.lower() == "for" and tokens[over.head].lemma.lower() in MISTAKING:
        return True  # "what people took for a blast was a tyre"
    if token.dep == "pobj" and over.text.lower() in ("of", "about"):
        tale = _tale_of(sentence, index)
        return tale is not None and (_refused(sentence, tale) or _is_called(sentence, tale))
    while token.dep in ("xcomp", "conj") and tokens[token.head].pos in ("VERB", "AUX"):
        index = token.head
        token = tokens[index]
    marks = {tokens[i].text.lower() for i in children(sentence, index, "mark")}
    up = token.head
    if tokens[up].lemma.lower() == "be" and token.dep in ("ccomp", "csubj"):
        subjects = {tokens[i].text.lower() for i in children(sentence, up, "nsubj", "expl")}
        return "that" in marks and subjects <= {"it"} and _is_false(sentence, up)
    clause = token.dep in CLAUSES and bool(children(sentence, index, "nsubj", "nsubjpass"))
    if not clause or tokens[up].pos not in ("NOUN", "PROPN"):
        return False
    word = tokens[up].lemma.lower()
    return (word in TALES and _refused(sentence, up)) or (word in FALSE | TALES and _is_called(sentence, up))


def is_tale(sentence: Sentence, index: int) -> bool:
    """Whether word `index` names an event of a tale: "a story about a raid", "the rumour that a boiler had burst"."""
    tokens = sentence.tokens
    clause = tokens[index].dep in CLAUSES and tokens[tokens[index].head].lemma.lower() in TALES
    return clause or _tale_of(sentence, index) is not None


def _tale_of(sentence: Sentence, index: int) -> int | None:
    """The noun behind which word `index` says what is told: "claims on social media of a raid"."""
    tokens = sentence.tokens
    if tokens[index].dep != "pobj" or tokens[tokens[index].head].text.lower() not in ("of", "about"):
        return None
    tale = tokens[tokens[index].head].head
    while tokens[tale].lemma.lower() not in TALES and tokens[tale].dep == "pobj":
        tale = tokens[tokens[tale].head].head
    return tale if tokens[tale].lemma.lower() in TALES else None


def refutation(text: str, sentences: Sequence[Sentence], number: int) -> Span | None:
    """The verb by which the next sentence of the paragraph calls false what sentence `number` tells; None if it does not.

    "The story is false", "The army denied it", "It is not true, the mayor said".
    """
    if number + 1 == len(sentences):
        return None
    after = sentences[number + 1]
    if "\n" in text[sentences[number].span.end : after.span.start]:
        return None
    for verb, token in enumerate(after.tokens):
        if token.pos not in ("VERB", "AUX"):
            continue
        about = [i for i in children(after, verb, "nsubj", "nsubjpass", "dobj") if _takes_up(after, i)]
        denies = token.lemma.lower() in DENYING and not children(after, verb, "neg") and token.tag != "VB"
        if about and (denies or (token.lemma.lower() == "be" and _is_false(after, verb))):
            return Span(token.start, token.end, token.text)
    return None


def _takes_up(after: Sentence, index: int) -> bool:
    """Whether a word stands for a tale just told: "it", "this", "the report"."""
    token = after.tokens[index]
    if token.text.lower() in ("it", "this", "that"):
        return True
    return token.lemma.lower() in TALES and bool({after.tokens[i].text.lower() for i in children(after, index, "det")} & KNOWN)


def _carried(sentence: Sentence, index: int) -> int:
    """The verb that says of an event noun that it took place; another word itself."""
    token = sentence.tokens[index]
    if token.pos not in ("NOUN", "PROPN") or token.dep not in ("nsubj", "nsubjpass", "dobj", "attr"):
        return index
    known = {sentence.tokens[i].text.lower() for i in children(sentence, index, "det")} & KNOWN
    light = sentence.tokens[token.head].lemma.lower() in LIGHT
    return token.head if light and not known and not children(sentence, index, "poss") else index


def _denied_clause(sentence: Sentence, verb: int) -> bool:
    """Whether somebody denies the clause in which an event noun took place: "denied that there had been a shooting"."""
    token, over = sentence.tokens[verb], sentence.tokens[sentence.tokens[verb].head]
    if token.dep != "ccomp" or over.lemma.lower() not in DENYING or over.tag == "VB":
        return False
    return not children(sentence, verb, "neg") and not children(sentence, token.head, "neg")


def tales_under(sentence: Sentence, verb: int) -> set[int]:
    """The words of the tales that a verb denies: of "a strike" in "dismissed reports of a strike"; empty for another verb."""
    if sentence.tokens[verb].lemma.lower() not in DENYING:
        return set()
    objects = children(sentence, verb, "dobj", "nsubjpass")
    behind = [j for i in children(sentence, verb, "prep") for j in children(sentence, i, "pobj")]
    told = [i for i in (*objects, *behind) if sentence.tokens[i].lemma.lower() in TALES]
    return {j for i in told for j in subtree(sentence, i)} - set(told)


def _refused(sentence: Sentence, tale: int) -> bool:
    """Whether a tale is denied, or said to be false: as object of the verb, as subject of the predicate, behind "no truth in"."""
    tokens, token = sentence.tokens, sentence.tokens[tale]
    over = tokens[token.head]
    negated = bool(children(sentence, token.head, "neg")) or over.tag == "VB"  # "declined to confirm or deny"
    if token.dep in ("dobj", "nsubjpass") and over.lemma.lower() in DENYING:
        return not negated
    if token.dep == "dobj" and over.lemma.lower() in CALLING and _called(sentence, token.head):
        return not negated
    if token.dep == "nsubj" and over.lemma.lower() == "be":
        return _is_false(sentence, token.head)
    truth = tokens[over.head]
    return token.dep == "pobj" and truth.lemma.lower() in ("truth", "substance") and "no" in _before(sentence, over.head)


def _is_called(sentence: Sentence, noun: int) -> bool:
    """Whether a noun is what something is called: "dismissed as a rumour that", "called it a lie that"."""
    token, over = sentence.tokens[noun], sentence.tokens[sentence.tokens[noun].head]
    if token.dep == "pobj" and over.text.lower() == "as":
        return sentence.tokens[over.head].lemma.lower() in CALLING
    return token.dep == "oprd" and over.lemma.lower() in CALLING and token.lemma.lower() in FALSE


def _called(sentence: Sentence, verb: int) -> bool:
    """Whether a verb of naming calls its object false: "called the reports nonsense"."""
    named = children(sentence, verb, "oprd") + [
        j for i in children(sentence, verb, "prep") if sentence.tokens[i].text.lower() == "as" for j in children(sentence, i)
    ]
    return any(sentence.tokens[i].lemma.lower() in FALSE for i in named)


def _is_false(sentence: Sentence, verb: int) -> bool:
    """Whether a "be" says of its subject that it is false, or not true."""
    said = {sentence.tokens[i].lemma.lower() for i in children(sentence, verb, "acomp", "attr")}
    negated = bool(children(sentence, verb, "neg"))
    return bool(said & FALSE) != negated if said & FALSE else negated and bool(said & {"true", "correct"})


def _before(sentence: Sentence, noun: int) -> set[str]:
    return {sentence.tokens[i].text.lower() for i in children(sentence, noun, "det")}
