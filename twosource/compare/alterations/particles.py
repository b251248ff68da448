"""Which statement lost or gained a hedge or a negation?

Method: both are small words that hang on a verb, noun or adjective. One that a text has is looked up at the word it governs;
the other text must have that same word (by stem), in like surroundings, and no such small word anywhere in the aligned
sentences. So a hedge put in other words of the closed list, or moved, is silence.

Known failures: a hedge whose governing word was itself paraphrased is missed; "could" for mere ability is taken for a hedge.
"""

from collections.abc import Iterator, Sequence

from twosource.annotate.syntax import children, stretch
from twosource.compare.alterations.groups import Group, closeness, content, stem, surroundings
from twosource.records import Alteration, AlterationKind, Reading, Sentence, Severity, Span
from twosource.text import inside

CLOSE = 0.4
"""Surroundings of the governed word that must agree."""

_STRENGTH = {
    **dict.fromkeys("allegedly alleged reportedly purportedly purported purport supposedly rumoured rumored".split(), "hearsay"),
    **dict.fromkeys("may might could possibly perhaps potentially maybe".split(), "possible"),
    **dict.fromkeys("likely probably presumably".split(), "probable"),
    **dict.fromkeys("apparently apparent seemingly appear seem".split(), "apparent"),
    **dict.fromkeys("suspected suspect".split(), "suspected"),
}  # fmt: skip
_DEGREES = ("possible", "probable")
_PASSIVE = frozenset("think believe say expect suspect allege rumour rumor suppose presume understand report estimate".split())
"""Verbs that hedge in the passive with an infinitive: is thought to own."""
_SOFT = frozenset(
    """can would should if whether claim claimed potential possible possibility chance risk fear feared suggest indicate
    accuse accused accusation allegation allege believe think suspicion suspect expect expected unclear unconfirmed doubt
    perhaps aim plan look seem would-be so-called about roughly assume presumed speculation rumour rumor threaten threat
    according set due hope bound say said report reported possibly tell estimate warn predict forecast""".split()
)
"""Words that leave a statement open in other ways; where the other text has one near, a hedge may just have changed its form."""
_GOVERNING = ("VERB", "NOUN", "ADJ", "AUX", "PROPN")
_NEGATIVE = frozenset(
    "not n't no never none nobody nothing without neither nor cannot nowhere hardly barely rarely seldom".split()
)
_NEGATING = frozenset(
    """fail deny refuse lack unable reject impossible absence absent dismiss rule stop prevent avoid decline yet only unlikely
    free miss ignore exclude out zero few little too unless until despite contrary missing non prohibit ban forbid halt
    refrain abstain forgo restrain restrict withhold discourage against instead rather unwilling reluctant
    oppose doubt unknown unclear end cease loss lose bar block fewer less""".split()
)


def hedge_alterations(a: Reading, b: Reading, group: Group) -> Iterator[Alteration]:
    """Hedges that one side of a group has and the other lacks."""
    yield from _hedges("hedge-dropped", "medium", group.a, group.b, a, b, swapped=False)
    yield from _hedges("hedge-added", "medium", group.b, group.a, b, a, swapped=True)


def hedge_changes(a: Reading, b: Reading, group: Group) -> Iterator[Alteration]:
    """Possible that became probable, or the other way round, on the same word."""
    told: set[int] = set()
    for one in group.a:
        for i in range(len(one.tokens)):
            before, head = _strength(one, i), _hedged(one, i)
            if before not in _DEGREES or head is None or negated_near(one, head):
                continue
            for other in group.b:
                for j in range(len(other.tokens)):
                    after, same = _strength(other, j), _hedged(other, j)
                    if after not in _DEGREES or after == before or same is None:
                        continue
                    if stem(one.tokens[head].lemma) != stem(other.tokens[same].lemma):
                        continue
                    x, y = stretch(one, *_ends(one, i, head)), stretch(other, *_ends(other, j, same))
                    if y.start not in told and not _quoted(x.start, a) and not _quoted(y.start, b):
                        told.add(y.start)
                        yield Alteration("hedge-changed", x, y, "medium", f"“{x.text}” became “{y.text}”")


def negation_alterations(a: Reading, b: Reading, group: Group) -> Iterator[Alteration]:
    """Statements that one side of a group denies and the other makes."""
    yield from _negations(group.a, group.b, a, b, swapped=False)
    yield from _negations(group.b, group.a, b, a, swapped=True)


def _hedges(
    kind: AlterationKind,
    weight: Severity,
    has: Sequence[Sentence],
    lacks: Sequence[Sentence],
    reading: Reading,
    other: Reading,
    *,
    swapped: bool,
) -> Iterator[Alteration]:
    for sentence in has:
        for i, token in enumerate(sentence.tokens):
            if not _strength(sentence, i):
                continue
            head = _hedged(sentence, i)
            if head is None or negated_near(sentence, head):
                continue
            found = _counterpart(sentence, head, has, lacks, other)
            if found is None or _open(found, lacks) - _unhedging(sentence, i):
                continue
            mine = stretch(sentence, *_ends(sentence, i, head))
            says = f"“{token.text}” {'was put in' if swapped else 'is gone'}: “{mine.text}”, elsewhere “{found.text}”"
            yield Alteration(kind, found if swapped else mine, mine if swapped else found, weight, says)


def _open(found: Span, sentences: Sequence[Sentence]) -> set[str]:
    """The words of the sentence around a span that leave its statement open."""
    there = next((s for s in sentences if inside(found, s.span)), None)
    if there is None:
        return set()
    words = {t.lemma.lower() for t in there.tokens} | {t.text.lower() for t in there.tokens}
    return (words & _SOFT) | {t.text.lower() for i, t in enumerate(there.tokens) if _strength(there, i)}


def _unhedging(sentence: Sentence, index: int) -> set[str]:
    """Soft words that both sides have and that therefore replace nothing."""
    return {t.lemma.lower() for i, t in enumerate(sentence.tokens) if i != index} | {
        t.text.lower() for i, t in enumerate(sentence.tokens) if i != index
    }


def _strength(sentence: Sentence, index: int) -> str | None:
    token = sentence.tokens[index]
    word = token.text.lower()
    if word in ("may", "might", "could"):
        return "possible" if token.tag == "MD" else None
    if word in ("alleged", "suspected", "suspect", "appear", "seem") and token.dep != "amod":
        return "apparent" if token.lemma in ("appear", "seem") and children(sentence, index, "xcomp") else None
    if word == "likely" and any(sentence.tokens[i].text.lower() in ("more", "less", "most") for i in children(sentence, index)):
        return None
    if word in _STRENGTH:
        return _STRENGTH[word]
    if token.lemma in ("appear", "seem", "purport") and children(sentence, index, "xcomp"):
        return "apparent"
    if token.lemma in _PASSIVE and children(sentence, index, "auxpass") and children(sentence, index, "xcomp"):
        return "hearsay"
    return None


def _hedged(sentence: Sentence, index: int) -> int | None:
    """The word that a hedge leaves open."""
    token = sentence.tokens[index]
    if below := children(sentence, index, "xcomp"):
        return below[0]
    return (
        token.head if token.head != index and sentence.tokens[token.head].pos in ("VERB", "NOUN", "ADJ", "AUX", "PROPN") else None
    )


def negated_near(sentence: Sentence, index: int) -> bool:
    """Whether a word or what it depends on is negated: "could not be reached" is no hedge."""
    return bool(children(sentence, index, "neg"))


def _ends(sentence: Sentence, i: int, j: int) -> tuple[int, int]:
    return min(i, j), max(i, j)


def _counterpart(
    sentence: Sentence, head: int, here: Sequence[Sentence], there: Sequence[Sentence], other: Reading
) -> Span | None:
    """Where the other text has the same word in like surroundings, outside quotation marks."""
    token = sentence.tokens[head]
    mine = surroundings(stretch(sentence, head, head), here)
    best: tuple[float, Span] | None = None
    for candidate in there:
        for i, t in enumerate(candidate.tokens):
            if stem(t.lemma) != stem(token.lemma) or t.pos not in ("VERB", "NOUN", "ADJ", "AUX", "PROPN"):
                continue
            if _quoted(t.start, other):
                continue
            near = closeness(mine, surroundings(stretch(candidate, i, i), there))
            if near >= CLOSE and (best is None or near > best[0]):
                first = min([i, *children(candidate, i, "aux", "auxpass")])
                best = near, stretch(candidate, first, min(len(candidate.tokens) - 1, i + 1))
    return best[1] if best else None


def _quoted(offset: int, reading: Reading) -> bool:
    return any(q.inner.start <= offset < q.inner.end and not q.scare for q in reading.quotations)


def _negations(
    has: Sequence[Sentence], lacks: Sequence[Sentence], reading: Reading, other: Reading, *, swapped: bool
) -> Iterator[Alteration]:
    there = {t.lemma.lower() for s in lacks for t in s.tokens} | {t.text.lower() for s in lacks for t in s.tokens}
    if there & (_NEGATIVE | _NEGATING) or any(w.startswith(("un", "in", "im", "dis", "non")) for w in there - content(has)):
        shared = {t.lemma.lower() for s in has for t in s.tokens} | {t.text.lower() for s in has for t in s.tokens}
        loose = {w for w in there if w in _NEGATIVE | _NEGATING}
        if loose & _NEGATIVE or loose - shared:
            return
    for sentence in has:
        for i, token in enumerate(sentence.tokens):
            if token.text.lower() not in _NEGATIVE or token.dep not in ("neg", "det"):
                continue
            head = token.head
            if sentence.tokens[head].lemma in ("be", "have", "do"):
                below = children(sentence, head, "attr", "acomp", "dobj")
                head = below[0] if below else head
            found = _counterpart(sentence, head, has, lacks, other)
            if found is None:
                continue
            mine = stretch(sentence, *_ends(sentence, i, head))
            says = f"“{mine.text}” {'came from' if swapped else 'became'} “{found.text}”"
            yield Alteration("negation-flipped", found if swapped else mine, mine if swapped else found, "high", says)
