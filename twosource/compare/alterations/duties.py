"""Must something be done now that only should, or may, be done?

Method: modal verbs and the like by how far they bind: free to, ought to, bound to; with the verb below them. Where both sides
have the same verb, or one of like meaning, under words of another force, and neither side has the other's force at all, the hedge
was changed. "Should" against "will" is a hedge that was dropped or added. What is denied ("must not") is left to `negations`.

Known failures: "may" and "should" for a chance, where nobody is bound to anything; a duty told by a noun ("an obligation").
"""

from collections.abc import Iterator, Sequence

import msgspec

from twosource.annotate.syntax import children, stretch
from twosource.compare.alterations.answers import answer_alone
from twosource.compare.alterations.groups import Group, stem
from twosource.compare.lexicon import bearing
from twosource.records import Alteration, AlterationKind, Reading, Sentence, Span

FREE, OUGHT, BOUND, WILL = range(4)
_MODALS = {
    "must": BOUND, "shall": BOUND, "should": OUGHT, "may": FREE, "can": FREE, "will": WILL, "'ll": WILL, "’ll": WILL, "wo": WILL,
    "could": FREE,
}  # fmt: skip
_PASSIVE = {
    **dict.fromkeys("require oblige compel force order".split(), BOUND),
    **dict.fromkeys("allow permit entitle".split(), FREE),
    **dict.fromkeys("suppose advise urge encourage".split(), OUGHT),
}
_BEFORE_TO = {"have": BOUND, "need": BOUND, "ought": OUGHT, "free": FREE, "bound": BOUND}
_RIVALS = (frozenset((FREE, BOUND)), frozenset((OUGHT, BOUND)), frozenset((OUGHT, WILL)))


class Duty(msgspec.Struct, frozen=True):
    """How far something binds, the lemma of what is to be done, and where it stands."""

    force: int
    deed: str
    span: Span


def duty_alterations(a: Reading, b: Reading, group: Group) -> Iterator[Alteration]:
    """What binds in one group to another degree than it did."""
    left, right = list(_duties(group.a, a)), list(_duties(group.b, b))
    forces = [{x.force for x in side} for side in (left, right)]
    alone = len(left) == 1 == len(right) and answer_alone(a, b, group)
    for x in left:
        for y in right:
            pair = frozenset((x.force, y.force))
            if pair not in _RIVALS or x.force in forces[1] or y.force in forces[0]:
                continue
            if not (stem(x.deed) == stem(y.deed) or bearing(x.deed, y.deed) == "same" or (alone and WILL not in pair)):
                continue
            kind: AlterationKind = "hedge-changed"
            if WILL in pair:
                kind = "hedge-dropped" if y.force == WILL else "hedge-added"
            yield Alteration(
                kind,
                x.span,
                y.span,
                "low" if pair == frozenset((OUGHT, BOUND)) else "medium",
                f"“{x.span.text}” became “{y.span.text}”",
            )
            return


def _duties(sentences: Sequence[Sentence], reading: Reading) -> Iterator[Duty]:
    quoted = [q.inner for q in reading.quotations if not q.scare]
    for sentence in sentences:
        tokens = sentence.tokens
        for i, token in enumerate(tokens):
            if any(q.start <= token.start < q.end for q in quoted) or children(sentence, i, "neg"):
                continue
            if token.tag == "MD" and token.dep == "aux" and token.text.lower() in _MODALS:
                if not children(sentence, token.head, "neg"):
                    yield Duty(
                        _MODALS[token.text.lower()], tokens[token.head].lemma.lower(), stretch(sentence, *_ends(i, token.head))
                    )
                continue
            below = [k for k in children(sentence, i, "xcomp", "acl", "ccomp") if _to(sentence, k)]
            lemma = token.lemma.lower()
            passive = bool(children(sentence, i, "auxpass"))
            force = _PASSIVE.get(lemma) if passive else _BEFORE_TO.get(lemma)
            if below and force is not None:
                yield Duty(force, tokens[below[0]].lemma.lower(), stretch(sentence, i, max(i, below[0])))


def _to(sentence: Sentence, index: int) -> bool:
    return any(sentence.tokens[k].tag == "TO" for k in children(sentence, index, "aux"))


def _ends(i: int, j: int) -> tuple[int, int]:
    return min(i, j), max(i, j)
