"""Did before become after, inside outside, in front behind?

Method: words of one of two opposite sides of a time or place ("before", "ahead of", "after", "outside", "inside"), each with the
noun or verb that it is counted from. Where both sides of a group name that noun, one with the word and the other with its
opposite only, the date or the place was changed.

Known failures: the same told from the other end ("the vote came after the ruling", "the ruling came before the vote") is silent
only because the nouns differ; a day counted from a pronoun is not seen.
"""

from collections.abc import Iterator, Sequence

import msgspec

from twosource.annotate.syntax import children, stretch
from twosource.compare.alterations.groups import LIGHT, Group, stem
from twosource.records import Alteration, AlterationKind, Reading, Sentence, Span

_TIMES: dict[str, str] = {"before": "before", "ahead": "before", "prior": "before", "after": "after", "following": "after"}
_PLACES: dict[str, str] = {
    "inside": "in", "within": "in", "outside": "out", "behind": "behind", "upstream": "up", "downstream": "down",
    "above": "above", "below": "below", "beneath": "below", "over": "above", "under": "below", "beside": "beside",
}  # fmt: skip
_OPPOSED = ({"before", "after"}, {"in", "out"}, {"up", "down"}, {"above", "below"})


class Side(msgspec.Struct, frozen=True):
    """A side: which, of what (a stem), whether of a time, and where it stands."""

    side: str
    of: str
    time: bool
    span: Span


def order_alterations(a: Reading, b: Reading, group: Group) -> Iterator[Alteration]:
    """The sides of one group that became their opposites."""
    left, right = list(_sides(group.a, a)), list(_sides(group.b, b))
    for x in left:
        theirs = [y for y in right if y.of == x.of and y.time is x.time]
        mine = [z for z in left if z.of == x.of and z.time is x.time]
        if len(theirs) == 1 == len(mine) and {x.side, theirs[0].side} in _OPPOSED:
            kind: AlterationKind = "date-changed" if x.time else "place-changed"
            y = theirs[0].span
            yield Alteration(kind, x.span, y, "high", f"“{x.span.text}” became “{y.text}”")


def _sides(sentences: Sequence[Sentence], reading: Reading) -> Iterator[Side]:
    quoted = [q.inner for q in reading.quotations if not q.scare]
    for sentence in sentences:
        for i, token in enumerate(sentence.tokens):
            word = token.text.lower()
            table = _TIMES if word in _TIMES else _PLACES if word in _PLACES else None
            if table is None or any(q.start <= token.start < q.end for q in quoted):
                continue
            at = _counted_from(sentence, i)
            if at is None or sentence.tokens[at].lemma.lower() in LIGHT:
                continue
            if table is _PLACES and sentence.tokens[at].pos == "NUM":
                continue  # "above 40", "under ten"
            first = min(i, *(k for k in children(sentence, i, "npadvmod", "advmod") if k < i), i)
            yield Side(table[word], stem(sentence.tokens[at].lemma), table is _TIMES, stretch(sentence, first, max(i, at)))


def _counted_from(sentence: Sentence, index: int) -> int | None:
    """The noun below a preposition (and a second one, "ahead of the vote"), or the verb that a conjunction introduces."""
    token = sentence.tokens[index]
    if token.dep == "mark":
        return token.head if sentence.tokens[token.head].pos == "VERB" else None
    below = children(sentence, index, "pobj", "pcomp")
    second = [k for p in children(sentence, index, "prep") for k in children(sentence, p, "pobj")]
    found = [k for k in (*below, *second) if sentence.tokens[k].pos in ("NOUN", "PROPN", "VERB")]
    return found[0] if found else None
