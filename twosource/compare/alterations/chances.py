"""Is something now more or less likely than it was said to be?

Method: adjectives and nouns by which a chance is given ("likely", "almost certain", "a small chance of", "cannot be ruled out"),
on a scale of five steps, with the words for what they are said of. Where both sides give a chance of the same thing, neither
side has the step of the other in any form, modal verbs and adverbs among them, and the steps differ, the hedge was changed. So
it was where "unlikely, but not to be ruled out" lost its first half.

Known failures: a chance against a modal verb alone ("is likely", "may") is left to `hedges`; comparisons ("less likely") are not
placed on the scale.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec

from twosource.annotate.syntax import ancestors, children, negated, stretch, subtree
from twosource.compare.alterations.groups import CONTENT, LIGHT, Group, stem
from twosource.compare.lexicon import bearing
from twosource.records import Alteration, Reading, Sentence, Span

IMPOSSIBLE, UNLIKELY, POSSIBLE, LIKELY, CERTAIN = range(5)
_ADJECTIVES = {
    **dict.fromkeys("certain sure inevitable unavoidable definite".split(), CERTAIN),
    **dict.fromkeys("likely probable".split(), LIKELY),
    **dict.fromkeys("possible conceivable imaginable thinkable".split(), POSSIBLE),
    **dict.fromkeys("unlikely improbable doubtful remote".split(), UNLIKELY),
    **dict.fromkeys("impossible unthinkable inconceivable".split(), IMPOSSIBLE),
}
_NEGATED = {CERTAIN: None, LIKELY: UNLIKELY, POSSIBLE: IMPOSSIBLE, UNLIKELY: None, IMPOSSIBLE: POSSIBLE}
"""What the denial of a step comes to, None if that is open: "not certain" may be likely or not."""
_NOUNS = frozenset("chance chances risk danger possibility likelihood probability prospect odds".split())
_LARGE = frozenset("good strong high great big real considerable serious significant high".split())
_MIDDLING = frozenset("moderate medium certain some fair reasonable".split())
_SMALL = frozenset("small slim slight low little faint remote poor minimal".split())
_OTHER_FORMS = (
    (re.compile(r"\b(?:may|might|could|possibly|perhaps|maybe|potentially|conceivabl[ey]|possib\w+)\b", re.I), POSSIBLE),
    (re.compile(r"\b(?:probabl\w+|likel\w+|presumably|expect\w*|should)\b", re.I), LIKELY),
    (
        re.compile(r"\b(?:certain\w*|sure(?:ly)?|inevitabl\w+|bound to|definitely|undoubtedly|(?:no|little) doubt)\b", re.I),
        CERTAIN,
    ),
    (re.compile(r"\b(?:unlikely|improbabl\w+|hardly|doubt\w*|not (?:likely|expect\w*)|scarcely)\b", re.I), UNLIKELY),
)
"""Any words of a step; where the other side has one, its chance may be told by it."""
_EXCLUDING = frozenset("exclude discount".split())
SHARED = 0.5
"""Share of the words for what a chance is given of that must be those of the other side."""


class Chance(msgspec.Struct, frozen=True):
    """A chance: its step, the lemmas of the words for what it is said of, where it stands, and whether it is ruled out or not."""

    step: int
    of: frozenset[str]
    span: Span
    excludes: bool


def chance_alterations(a: Reading, b: Reading, group: Group) -> Iterator[Alteration]:
    """The chances of one group that became others."""
    left, right = list(_chances(group.a, a)), list(_chances(group.b, b))
    forms = _other_forms(group.a), _other_forms(group.b)
    kept = (set(forms[0]) & set(forms[1])) - _ADJECTIVES.keys()
    steps = [{c.step for c in side} | {f[w] for w in f.keys() - kept} for side, f in ((left, forms[0]), (right, forms[1]))]
    for x in left:
        if x.step in steps[1]:
            continue
        y = next((y for y in right if (y.step not in steps[0] or x.step == UNLIKELY) and _of_one(x.of, y.of)), None)
        if y is not None and {x.step, y.step} == {POSSIBLE, IMPOSSIBLE} and x.excludes and y.excludes:
            yield Alteration("negation-flipped", x.span, y.span, "high", f"“{x.span.text}” became “{y.span.text}”")
        elif y is not None and IMPOSSIBLE not in (x.step, y.step):  # what became impossible is a denial
            yield Alteration("hedge-changed", x.span, y.span, "medium", f"“{x.span.text}” became “{y.span.text}”")


def _other_forms(sentences: Sequence[Sentence]) -> dict[str, int]:
    """The words of some sentences by which a chance may be given, with their steps."""
    return {m[0].lower(): step for pattern, step in _OTHER_FORMS for s in sentences for m in pattern.finditer(s.span.text)}


def _of_one(x: frozenset[str], y: frozenset[str]) -> bool:
    """Whether two chances are given of the same: they share enough of the words of the shorter."""
    shorter, longer = sorted((x, y), key=len)
    met = [w for w in shorter if any(stem(w) == stem(v) or bearing(w, v) in ("same", "near") for v in longer)]
    return bool(met) and len(met) >= SHARED * len(shorter)


def _chances(sentences: Sequence[Sentence], reading: Reading) -> Iterator[Chance]:
    quoted = [q.inner for q in reading.quotations if not q.scare]
    for sentence in sentences:
        for i, token in enumerate(sentence.tokens):
            if any(q.start <= token.start < q.end for q in quoted):
                continue
            excluded = _ruled_out(sentence, i)
            found = _adjective(sentence, i) or _noun(sentence, i) or excluded
            if found is not None and found[1]:
                yield Chance(found[0], _lemmas(sentence, found[1]), found[2], found is excluded)


def _lemmas(sentence: Sentence, indices: Sequence[int]) -> frozenset[str]:
    tokens = [sentence.tokens[i] for i in indices]
    return frozenset(
        t.lemma.lower()
        for t in tokens
        if t.pos in CONTENT
        and t.lemma.lower() not in LIGHT
        and t.lemma.lower() not in _ADJECTIVES
        and t.lemma.lower() not in _NOUNS
    )


def _adjective(sentence: Sentence, index: int) -> tuple[int, list[int], Span] | None:
    """A predicate on the scale ("is likely", "is likely to fall"), with what is said to be so."""
    token = sentence.tokens[index]
    step: int | None = _ADJECTIVES.get(token.text.lower())
    if step is None or token.dep not in ("acomp", "attr", "conj", "oprd", "ccomp") or token.pos not in ("ADJ", "ADV"):
        return None
    if {sentence.tokens[k].text.lower() for k in children(sentence, index, "advmod")} & {"more", "less", "as", "so", "how"}:
        return None  # a comparison of chances
    verb = token.head if token.dep in ("acomp", "attr", "oprd") else index
    above = [verb, *([sentence.tokens[verb].head] if token.dep == "conj" else [])]
    if negated(sentence, index) or negated(sentence, verb):
        step = _NEGATED[step]
    if step is None:
        return None
    parts = [k for v in (*above, index) for k in children(sentence, v, "nsubj", "nsubjpass", "ccomp", "xcomp", "csubj")]
    if token.dep == "conj":
        higher = [sentence.tokens[token.head].head] if sentence.tokens[token.head].dep in ("acomp", "attr") else []
        parts += [k for v in higher for k in children(sentence, v, "nsubj", "nsubjpass", "ccomp")]
    of = sorted({k for p in parts if p != index for k in subtree(sentence, p)} - {index})
    return step, of, stretch(sentence, min(verb, index), max(verb, index))


def _noun(sentence: Sentence, index: int) -> tuple[int, list[int], Span] | None:
    """ "A small chance of rain"; a chance that is not measured is none here."""
    token = sentence.tokens[index]
    if token.lemma.lower() not in _NOUNS or token.pos != "NOUN":
        return None
    beside = children(sentence, index, "amod", "det")
    if token.dep == "nsubj":  # "the risk of spread was high"
        beside += [k for k in children(sentence, token.head, "acomp") if k > index]
    sizes = {sentence.tokens[k].text.lower() for k in beside}
    steps = [step for words, step in ((_LARGE, LIKELY), (_MIDDLING, POSSIBLE), (_SMALL, UNLIKELY)) if sizes & words]
    if len(steps) != 1:
        return None
    of = sorted({k for p in children(sentence, index, "prep", "acl", "relcl") for k in subtree(sentence, p)})
    return steps[0], of, stretch(sentence, min([index, *beside]), max([index, *beside]))


def _ruled_out(sentence: Sentence, index: int) -> tuple[int, list[int], Span] | None:
    """ "Could not be ruled out": possible; "was ruled out": impossible."""
    token = sentence.tokens[index]
    out = [k for k in children(sentence, index, "prt", "advmod") if sentence.tokens[k].text.lower() == "out"]
    if token.pos != "VERB" or not ((token.lemma.lower() == "rule" and out) or token.lemma.lower() in _EXCLUDING):
        return None
    helping = children(sentence, index, "aux", "auxpass", "neg")
    parts = children(sentence, index, "nsubjpass", "dobj", "ccomp")
    if not parts:  # "was unlikely but could not be ruled out"
        above = next((k for k in ancestors(sentence, index)), index)
        parts = children(sentence, above, "nsubj", "nsubjpass")
    of = sorted({k for p in parts for k in subtree(sentence, p)})
    step = POSSIBLE if negated(sentence, index) else IMPOSSIBLE
    return step, of, stretch(sentence, min([index, *helping]), max([index, *out]))
