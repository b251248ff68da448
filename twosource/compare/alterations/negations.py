"""Which statement lost or gained a negation?

Method: a negation is looked up at the word that it governs; the other text must have that same word (by stem), in like
surroundings, and no negation, nor a word that denies ("failed to", "refused"), anywhere in the aligned sentences. What has not
been so since a time is no denial of the last, or the most, of its kind since then.

Known failures: a denial whose governing word was itself paraphrased is missed.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from twosource.annotate.syntax import ancestors, children, stretch, token_at
from twosource.compare.alterations.answers import ANSWERED_ALONE, answers_both
from twosource.compare.alterations.groups import LIGHT, Group, closeness, content, stem, surroundings
from twosource.compare.alterations.sources import KEPT_BACK
from twosource.compare.lexicon import bearing
from twosource.records import Alteration, Reading, Sentence, Span
from twosource.text import inside

CLOSE = 0.4
"""Surroundings of the governed word that must agree."""
CLOSE_ALONE = 0.6
"""The same where something else is denied in the other text's sentences."""
COMPARED = 6
"""Words before another within which a comparison denies it: "no more likely to"."""
_NEGATIVE = frozenset(
    "not n't no never none nobody nothing without neither nor cannot nowhere hardly barely rarely seldom".split()
)
_REFUSING = frozenset("fail refuse decline forget neglect omit avoid".split())
"""Verbs that say of the verb below them that it was not done (Karttunen 1971)."""
_NEGATING = frozenset(
    """fail deny refuse lack unable reject impossible absence absent dismiss rule stop prevent avoid decline yet only unlikely
    free miss ignore exclude out zero few little too unless until despite contrary missing non prohibit ban forbid halt
    refrain abstain forgo restrain restrict withhold discourage against instead rather unwilling reluctant
    oppose doubt unknown unclear end cease loss lose bar block fewer less""".split()
)

_RAISING = frozenset("believe think expect seem appear suppose want intend".split())
"""Verbs whose denial is that of what stands below them."""
_BOUNDING = frozenset("earliest need require must only once condition".split())
"""Words by which the same bound is told without a denial."""


def denies(words: Iterable[str]) -> bool:
    """Whether one of some lemmas denies by its meaning: failed, refused, without."""
    return any(w in _NEGATING | _REFUSING for w in words)


def negation_alterations(a: Reading, b: Reading, group: Group) -> Iterator[Alteration]:
    """Statements that one side of a group denies and the other makes."""
    yield from _negations(group.a, group.b, a, b, swapped=False)
    yield from _negations(group.b, group.a, b, a, swapped=True)


def _ends(sentence: Sentence, i: int, j: int) -> tuple[int, int]:
    return min(i, j), max(i, j)


def _counterpart(
    sentence: Sentence, head: int, here: Sequence[Sentence], there: Sequence[Sentence], other: Reading, *, alone: bool
) -> Span | None:
    """Where the other text has the same word in like surroundings, outside quotation marks.

    With `alone`, only where nothing in its clause denies.
    """
    token = sentence.tokens[head]
    mine = surroundings(stretch(sentence, head, head), here)
    best: tuple[float, Span] | None = None
    for candidate in there:
        for i, t in enumerate(candidate.tokens):
            if stem(t.lemma) != stem(token.lemma) or t.pos not in ("VERB", "NOUN", "ADJ", "AUX", "PROPN"):
                continue
            if token.pos == "VERB" and t.pos not in ("VERB", "AUX"):
                continue
            if t.dep in ("aux", "auxpass") and token.dep not in ("aux", "auxpass"):
                continue  # "had been" is no counterpart of "was scrapped"
            if _quoted(t.start, other) or (alone and _denied(candidate, i)):
                continue
            near = closeness(mine, surroundings(stretch(candidate, i, i), there))
            if near >= (CLOSE_ALONE if alone else CLOSE) and (best is None or near > best[0]):
                first = min([i, *children(candidate, i, "aux", "auxpass")])
                best = near, stretch(candidate, first, min(len(candidate.tokens) - 1, i + 1))
    return best[1] if best else None


def _of_other_deed(sentence: Sentence, noun: int, found: Span, lacks: Sequence[Sentence]) -> bool:
    """Whether another thing is told of a noun: "not a single van has left", "the vans were at a standstill"."""
    there = next((s for s in lacks if inside(found, s.span)), None)
    at = None if there is None else token_at(there, found.start)
    if there is None or at is None:
        return False
    verbs = [
        next((s.tokens[i] for i in ancestors(s, k) if s.tokens[i].pos in ("VERB", "AUX")), None)
        for s, k in ((sentence, noun), (there, at))
    ]
    one, other = verbs
    if one is None or other is None or stem(one.lemma) == stem(other.lemma):
        return False
    held = any(t.dep == "expl" for t in there.tokens) or other.lemma == "have"
    return not held and bearing(one.lemma.lower(), other.lemma.lower()) not in ("same", "near")


def _synonym(sentence: Sentence, head: int, there: Sentence, reading: Reading, other: Reading) -> Span | None:
    """Where the only sentence that answers has a verb of the same meaning, of the same subject or object, in its place."""
    token = sentence.tokens[head]
    if token.pos != "VERB" or min(answers_both(reading, other, Group((sentence,), (there,)))) < ANSWERED_ALONE:
        return None
    mine = _parties(sentence, head)
    for i, t in enumerate(there.tokens):
        alike = t.pos == "VERB" and t.lemma != token.lemma and bearing(t.lemma.lower(), token.lemma.lower()) == "same"
        if alike and mine & _parties(there, i) and not _quoted(t.start, other) and t.lemma.lower() not in LIGHT:
            first = min([i, *children(there, i, "aux", "auxpass")])
            return stretch(there, first, min(len(there.tokens) - 1, i + 1))
    return None


def _parties(sentence: Sentence, verb: int) -> set[str]:
    """The stems of a verb's subject and object."""
    below = children(sentence, verb, "nsubj", "nsubjpass", "dobj")
    return {stem(t.lemma) for i in below if (t := sentence.tokens[i]).pos in ("NOUN", "PROPN")}


def _denied(sentence: Sentence, index: int) -> bool:
    """Whether a word's clause holds a negation or a word that denies: beside it, or above it with what hangs there."""
    path = [index, *list(ancestors(sentence, index))[:3]]
    near = {k for i in path for k in (i, *children(sentence, i))}
    near |= {k for i in children(sentence, index, "nsubj", "nsubjpass", "dobj", "attr") for k in children(sentence, i, "det")}
    words = {w for i in near for w in (sentence.tokens[i].lemma.lower(), sentence.tokens[i].text.lower())}
    before = [t.text.lower() for t in sentence.tokens[max(0, index - COMPARED) : index]]
    if any(x == "no" and y in ("more", "less", "longer", "better", "closer", "worse") for x, y in pairwise(before)):
        return True  # "is no more likely to catch fire"
    return bool(words & (_NEGATIVE | _NEGATING | _REFUSING))


def _in_phrase(sentence: Sentence, verb: int) -> list[int]:
    """What the subject of "be" is said to be in: "not in use", "not at home"."""
    return [k for i in children(sentence, verb, "prep") if i == verb + 1 for k in children(sentence, i, "pobj")]


def _quoted(offset: int, reading: Reading) -> bool:
    return any(q.inner.start <= offset < q.inner.end and not q.scare for q in reading.quotations)


def _bounded(sentence: Sentence, head: int) -> bool:
    """Whether what is denied is so only up to a time or without a condition."""
    below = {k for i in children(sentence, head) for k in (i, *children(sentence, i, "mark"))}
    return any(sentence.tokens[i].text.lower() in ("before", "until", "till", "unless", "without") for i in below)


def _since(sentence: Sentence) -> bool:
    """Whether something is denied from a time on."""
    return any(t.text.lower() == "since" and t.pos in ("ADP", "SCONJ") for t in sentence.tokens)


def _last(sentence: Sentence) -> bool:
    """Whether a sentence tells of the last of its kind, or of the most or least of it."""
    return any(t.tag in ("JJS", "RBS") or t.text.lower() in ("last", "latest") for t in sentence.tokens)


def _aside(offset: int, sentence: Sentence) -> bool:
    """Whether a word only says that somebody did not want to be named."""
    at = offset - sentence.span.start
    return any(m.start() <= at < m.end() for m in KEPT_BACK.finditer(sentence.span.text))


def _negations(
    has: Sequence[Sentence], lacks: Sequence[Sentence], reading: Reading, other: Reading, *, swapped: bool
) -> Iterator[Alteration]:
    free = [t for s in lacks for t in s.tokens if not _aside(t.start, s)]
    there = {t.lemma.lower() for t in free} | {t.text.lower() for t in free}
    denying = _NEGATING | _REFUSING
    elsewhere = False
    if there & (_NEGATIVE | denying) or any(w.startswith(("un", "in", "im", "dis", "non")) for w in there - content(has)):
        shared = {t.lemma.lower() for s in has for t in s.tokens} | {t.text.lower() for s in has for t in s.tokens}
        loose = there & (_NEGATIVE | denying)
        elsewhere = bool(loose & _NEGATIVE or loose - shared)
    for sentence in has:
        for i, token in enumerate(sentence.tokens):
            below = children(sentence, i, "xcomp", "ccomp") if token.lemma.lower() in _REFUSING else []
            if _aside(token.start, sentence) or (below and token.lemma.lower() in there):
                continue  # "tried to stop it but failed", "failed to stop it"
            if not below and (token.text.lower() not in _NEGATIVE or token.dep not in ("neg", "det")):
                continue
            head = below[0] if below else token.head
            if sentence.tokens[head].lemma in ("be", "have", "do"):
                below = children(sentence, head, "attr", "acomp", "dobj") or _in_phrase(sentence, head)
                head = below[0] if below else head
            found = _counterpart(sentence, head, has, lacks, other, alone=elsewhere)
            if found is None and not elsewhere and len(has) == 1 == len(lacks):
                found = _synonym(sentence, head, lacks[0], reading, other)
            if sentence.tokens[head].lemma in _RAISING and any(t.dep == "neg" for s in lacks for t in s.tokens):
                continue  # "does not think that it will": "thinks that it will not"
            if found is None or sentence.tokens[head].lemma in ("say", "tell"):
                continue
            if sentence.tokens[head].pos in ("NOUN", "PROPN") and _of_other_deed(sentence, head, found, lacks):
                continue
            if _since(sentence) and not _last(sentence) and any(_last(s) for s in lacks):
                continue  # "no murder since 2024": "the last murder was in 2024"
            if _bounded(sentence, head) and there & _BOUNDING:
                continue  # "not before eight" is "at eight at the earliest", "not without a permit" is "needs a permit"
            mine = stretch(sentence, *_ends(sentence, i, head))
            says = f"“{mine.text}” {'came from' if swapped else 'became'} “{found.text}”"
            yield Alteration("negation-flipped", found if swapped else mine, mine if swapped else found, "high", says)
