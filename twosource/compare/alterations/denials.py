"""Was it left out that somebody denies what is said of him?

Method: short sentences of the earlier text whose verb is one of denying ("It denied that the brakes had failed", "The ministry
disputes the figure"). The later text tells one if it has a word of contradiction, or a plain denial, in a sentence that shares a
word with it; of one that denies by a general noun alone ("the charge"), in a sentence that shares a word with the sentence before
as well. None of this, and the denial is gone, however many of its other words stand in what it denies.

Known failures: a denial within a longer sentence; one told by words of assurance alone ("the brakes worked").
"""

from collections.abc import Iterator

from twosource.annotate.syntax import children, root
from twosource.compare.alterations.groups import content, stem
from twosource.records import Alteration, Reading, Sentence

_DENYING = frozenset("deny dispute reject contest refute rebut dismiss disavow repudiate".split())
_CONTRADICTING = _DENYING | frozenset(
    """denial rejection rebuttal challenge counter disagree disagreement insist maintain defend false falsely wrong untrue
    nonsense baseless unfounded groundless fabricated innocent innocence protest object shrug brush wave none contradict question
    disputed lie doubt decline refuse would admit confess concede acknowledge confirm""".split()
)
_PLAINLY = frozenset("not n't no never nothing without neither nor none".split())
_OF_CLAIMS = frozenset("reject dismiss contest disavow repudiate".split())
"""Those that deny only where what they have for their object was said: an offer, or a worker, is dismissed, too."""
_SAID = {
    stem(w)
    for w in """accusation allegation charge claim criticism figure number finding report suggestion assertion account version
    conclusion estimate statement complaint rumour rumor""".split()
}
_GENERAL = _SAID | {stem(w) for w in "government company ministry".split()}
"""Nouns by which a denial points at what was said before."""
LONGEST = 20
"""Tokens of a denial that says no more than that."""
LEAST_MEANT = 1
"""Words that it takes for a sentence of the later text to be about the same."""


def denial_alterations(a: Reading, b: Reading) -> Iterator[Alteration]:
    """The denials of the earlier text that the later one does not tell."""
    for at, sentence in enumerate(a.sentences):
        if sentence.part == "body" and len(sentence.tokens) <= LONGEST and _denies(sentence):
            before = content([a.sentences[at - 1]]) if at else set()
            if not any(_tells(s, sentence, before) for s in b.sentences):
                yield Alteration("claim-dropped", sentence.span, None, "medium", "The later text leaves this denial out")


def _denies(sentence: Sentence) -> bool:
    main = root(sentence)
    if main is None or sentence.tokens[main].lemma.lower() not in _DENYING or children(sentence, main, "conj", "advcl", "neg"):
        return False
    denied = children(sentence, main, "dobj", "ccomp", "xcomp")
    if sentence.tokens[main].lemma.lower() in _OF_CLAIMS:
        denied = [i for i in denied if stem(sentence.tokens[i].lemma) in _SAID]
    return bool(children(sentence, main, "nsubj")) and any(sentence.tokens[i].pos != "PRON" for i in denied)


def _tells(there: Sentence, denial: Sentence, before: set[str]) -> bool:
    words = {w for t in there.tokens for w in (t.lemma.lower(), t.text.lower())}
    own = content([denial]) - {stem(w) for w in _DENYING}
    meant, theirs = own - _GENERAL, content([there])
    if words & _CONTRADICTING:
        return len((own | before) & theirs) >= LEAST_MEANT
    return bool(words & _PLAINLY) and len(meant & theirs) >= LEAST_MEANT
