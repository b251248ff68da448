"""How far has an undertaking come: is it weighed, hoped for, planned, decided, going to be done, or done?

Method: verbs of intent by step, each with what is intended (the verb or noun below it) and by whom; "will" and "would" are the
step of what is going to be done. Where both sides tell the same undertaking of the same party by steps that differ in fact, and
neither has a word of the other's step, the deed is another one (weighed, now decided), or a hedge was dropped or added (hoped
to, now will). So is what was tried, offered or planned against what was done. Hoping and planning, planning and going to are told
for each other and are none.

Known failures: an undertaking told by a noun alone ("its plan") is not seen; what was decided against what was done is left, for
either is told for the other.
"""

from collections.abc import Iterator, Sequence

import msgspec

from twosource.annotate.syntax import ancestors, children, negated, stretch, subtree
from twosource.compare.alterations.groups import CONTENT, LIGHT, Group, stem
from twosource.compare.lexicon import bearing
from twosource.records import Alteration, AlterationKind, Reading, Sentence, Span

WEIGHED, HOPED, PLANNED, DECIDED, GOING, TRIED, DONE = range(7)
_VERBS = {
    **dict.fromkeys("consider weigh mull ponder contemplate explore discuss debate".split(), WEIGHED),
    **dict.fromkeys("hope expect want wish aim aspire seek".split(), HOPED),
    **dict.fromkeys("try attempt offer threaten volunteer vow promise pledge ask".split(), TRIED),
    **dict.fromkeys("plan intend propose prepare".split(), PLANNED),
    **dict.fromkeys("decide resolve agree".split(), DECIDED),
}
_WORDS = {
    **_VERBS,
    **dict.fromkeys("consideration thought talk talks discussion debate option idea".split(), WEIGHED),
    **dict.fromkeys("expectation target goal keen like ambition if".split(), HOPED),
    **dict.fromkeys("intention proposal preparation".split(), PLANNED),
    **dict.fromkeys("decision agreement deal".split(), DECIDED),
    **dict.fromkeys("threat bid effort would-be".split(), TRIED),
}
"""Words by which a step may be told; a side that has one may mean it by that."""
_APART: dict[frozenset[int], bool] = {
    frozenset((WEIGHED, PLANNED)): False,
    frozenset((WEIGHED, DECIDED)): False,
    frozenset((WEIGHED, GOING)): False,
    frozenset((PLANNED, DECIDED)): False,
    frozenset((HOPED, GOING)): True,
    **{frozenset((step, DONE)): False for step in (WEIGHED, HOPED, PLANNED, TRIED)},
}
"""The pairs of steps that differ in fact, and whether a hedge makes the difference."""
_CARRIED_OUT = frozenset("did done succeeded managed".split())
"""Words that tell that an intent was carried out: "planned to appeal and did so"."""
_WILL = frozenset("will would shall 'll ’ll wo".split())


class Intent(msgspec.Struct, frozen=True):
    """An intent: its step, the lemmas of what is intended, the stems of who intends it, and where it stands."""

    step: int
    deed: frozenset[str]
    who: frozenset[str]
    span: Span


def intent_alterations(a: Reading, b: Reading, group: Group) -> Iterator[Alteration]:
    """The undertakings of one group that are another step on, or back."""
    left, right = list(_intents(group.a, a)), list(_intents(group.b, b))
    known = [{_WORDS[w] for s in side for t in s.tokens if (w := t.lemma.lower()) in _WORDS} for side in (group.a, group.b)]
    sole = len(group.a) == 1 == len(group.b)
    carried_out = any(t.text.lower() in _CARRIED_OUT for s in (*group.a, *group.b) for t in s.tokens)
    for x in left:
        for y in right:
            hedge = _APART.get(frozenset((x.step, y.step)))
            if hedge is None or not _one(x, y, sole=sole):
                continue
            if (x.step not in (GOING, DONE) and x.step in known[1]) or (y.step not in (GOING, DONE) and y.step in known[0]):
                continue
            if carried_out and DONE in (x.step, y.step):
                continue
            if any(_told(z, x) for z in right) or any(_told(z, y) for z in left):
                continue
            kind: AlterationKind = "action-changed"
            if hedge:
                kind = "hedge-dropped" if y.step == GOING else "hedge-added"
            yield Alteration(kind, x.span, y.span, "medium", f"“{x.span.text}” became “{y.span.text}”")
            break


def _told(x: Intent, y: Intent) -> bool:
    return x.step == y.step and _same_deed(x, y)


def _one(x: Intent, y: Intent, *, sole: bool) -> bool:
    return _same_deed(x, y) and (bool(x.who & y.who) or (sole and not (x.who and y.who)))


def _same_deed(x: Intent, y: Intent) -> bool:
    return any(stem(p) == stem(q) or bearing(p, q) == "same" for p in x.deed for q in y.deed)


def _intents(sentences: Sequence[Sentence], reading: Reading) -> Iterator[Intent]:
    quoted = [q.inner for q in reading.quotations if not q.scare]
    for sentence in sentences:
        for i, token in enumerate(sentence.tokens):
            if any(q.start <= token.start < q.end for q in quoted) or negated(sentence, i):
                continue
            step, deed = _undertaking(sentence, i)
            if step is not None and deed:
                first = min([i, *(k for k in children(sentence, i, "aux") if k < i)])
                yield Intent(step, deed, _who(sentence, i), stretch(sentence, first, i))


def _undertaking(sentence: Sentence, index: int) -> tuple[int | None, frozenset[str]]:
    """The step that a word gives, and the lemmas of what is intended; None if it gives none."""
    token = sentence.tokens[index]
    lemma = token.lemma.lower()
    if token.pos == "NOUN" and lemma == "talk" and sentence.tokens[token.head].lemma.lower() == "in":
        return WEIGHED, _deed(sentence, index)
    if token.pos != "VERB" or children(sentence, index, "auxpass"):
        return None, frozenset()
    helping = {sentence.tokens[k].text.lower() for k in children(sentence, index, "aux")}
    step = _VERBS.get(lemma)
    if step is None:
        below = children(sentence, index, "xcomp") if lemma == "go" and token.text.lower() == "going" else []
        if below:
            return GOING, _named(sentence, below)
        if helping & _WILL:
            return GOING, _named(sentence, [index])
        return (DONE, frozenset({lemma})) if _done(sentence, index) else (None, frozenset())
    if step in (HOPED, TRIED) and not any(_to(sentence, k) for k in children(sentence, index, "xcomp")):
        return None, frozenset()  # who expects savings, or seeks talks, does not say what he is going to do
    return step, _deed(sentence, index)


def _done(sentence: Sentence, index: int) -> bool:
    """Whether a verb tells what happened: in the past or perfect, by itself or in a row, under no other verb but of saying."""
    token = sentence.tokens[index]
    perfect = any(sentence.tokens[k].lemma.lower() == "have" for k in children(sentence, index, "aux"))
    modal = any(sentence.tokens[k].tag == "MD" for k in children(sentence, index, "aux"))
    return (
        (token.tag == "VBD" or (token.tag == "VBN" and perfect)) and not modal and token.dep in ("ROOT", "ccomp", "conj", "relcl")
    )


def _to(sentence: Sentence, index: int) -> bool:
    return any(sentence.tokens[k].tag == "TO" for k in children(sentence, index, "aux"))


def _deed(sentence: Sentence, index: int) -> frozenset[str]:
    """The lemmas of what a verb of intent governs: "to sell its keeper", "selling", "a strike", "on a curfew"."""
    below = children(sentence, index, "xcomp", "dobj", "acl", "ccomp")
    phrases = [k for p in children(sentence, index, "prep") if sentence.tokens[p].lemma in ("on", "about", "over")
               for k in children(sentence, p, "pobj", "pcomp")]  # fmt: skip
    return _named(sentence, [*below, *phrases])


def _named(sentence: Sentence, heads: Sequence[int]) -> frozenset[str]:
    own = [*heads, *(k for i in heads for k in children(sentence, i, "dobj"))]
    lemmas = ((sentence.tokens[i].lemma.lower(), sentence.tokens[i].pos) for i in own)
    return frozenset(w for w, pos in lemmas if pos in CONTENT and w not in LIGHT)


def _who(sentence: Sentence, index: int) -> frozenset[str]:
    """The stems of the nouns and names of the subject; of a pronoun, of the subject above it; empty if there is none."""
    for i in (index, *ancestors(sentence, index)):
        below = {k for s in children(sentence, i, "nsubj") for k in subtree(sentence, s)}
        found = {stem(t.lemma) for k in below if (t := sentence.tokens[k]).pos in ("NOUN", "PROPN")}
        if found:
            return frozenset(found)
    return frozenset()
