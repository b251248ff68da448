"""Which stretches of the two texts tell the same, and which of their words answer to each other?

Method: alignments that share a sentence are joined, so that a value which moved from one sentence into its neighbour is still
found on the other side; every detector looks at one such group. Items (numbers, dates, places) of the two sides are paired by
the words around them: nearby content lemmas, the governing verb and noun counting twice.

Known failures: where a rewrite merged a whole paragraph the group is wide and items of the same kind compete.
"""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from twosource.annotate.syntax import ancestors
from twosource.records import Alignment, Reading, Sentence, Span
from twosource.text import inside

ALIKE = 0.5
"""Share of content stems that two sentences must have in common to be taken for one statement."""
WINDOW = 7
"""Tokens to either side of an item that count as its surroundings."""
CONTENT = frozenset(("NOUN", "VERB", "ADJ", "PROPN", "ADV"))
LIGHT = frozenset("be have do say tell get go take make other more also new mr ms mrs".split())


class Group(msgspec.Struct, frozen=True, eq=False):
    """Sentences of the two texts that answer to each other, in text order.

    A group is equal to itself alone, so that what was found of it can be kept.
    """

    a: tuple[Sentence, ...]
    b: tuple[Sentence, ...]


def groups(a: Reading, b: Reading, alignments: Sequence[Alignment]) -> Iterator[Group]:
    """The groups of aligned sentences, in the order of `a`; sentences that are the same word for word are among them."""
    by_start_a = {s.span.start: s for s in a.sentences}
    by_start_b = {s.span.start: s for s in b.sentences}
    joined: list[tuple[set[int], set[int]]] = []
    for alignment in alignments:
        left, right = {s.start for s in alignment.a}, {s.start for s in alignment.b}
        apart = []
        for other in joined:
            if other[0] & left or other[1] & right:
                left, right = left | other[0], right | other[1]
            else:
                apart.append(other)
        joined = [*apart, (left, right)]
    for left, right in sorted(joined, key=lambda pair: min(pair[0], default=0)):
        yield Group(
            tuple(by_start_a[start] for start in sorted(left) if start in by_start_a),
            tuple(by_start_b[start] for start in sorted(right) if start in by_start_b),
        )


def alike(group: Group, least: float = ALIKE) -> bool:
    """Whether the sentences of the two sides share so much of the content stems of the side that has fewer."""
    mine, theirs = content(group.a), content(group.b)
    return bool(mine and theirs) and len(mine & theirs) >= least * min(len(mine), len(theirs))


def within(spans: Iterable[Span], sentences: Sequence[Sentence]) -> list[Span]:
    """The spans that lie in one of the sentences."""
    return [span for span in spans if holder(span, sentences) is not None]


def holder(span: Span, sentences: Sequence[Sentence]) -> Sentence | None:
    """The sentence that a span lies in."""
    return next((s for s in sentences if inside(span, s.span)), None)


def content(sentences: Sequence[Sentence]) -> set[str]:
    """The lemmas of the content words, lower case."""
    return {stem(t.lemma) for s in sentences for t in s.tokens if t.pos in CONTENT and t.lemma.lower() not in LIGHT}


def stem(lemma: str) -> str:
    """A rough stem, so that "explosion" and "explosive" meet: the first six letters."""
    return lemma.lower()[:6]


def surroundings(span: Span, sentences: Sequence[Sentence]) -> dict[str, float]:
    """Stems of the content words near a span and above it in the tree, with their weights; its own words left out."""
    sentence = holder(span, sentences)
    if sentence is None:
        return {}
    tokens = sentence.tokens
    own = [i for i, t in enumerate(tokens) if t.start < span.end and t.end > span.start]
    if not own:
        return {}
    found: dict[str, float] = {}
    for i in range(max(0, own[0] - WINDOW), min(len(tokens), own[-1] + WINDOW + 1)):
        if i not in own and tokens[i].pos in CONTENT and tokens[i].lemma.lower() not in LIGHT:
            found[stem(tokens[i].lemma)] = 1.0
    for above in [i for first in own for i in ancestors(sentence, first) if i not in own][:3]:
        if tokens[above].pos in CONTENT and tokens[above].lemma.lower() not in LIGHT:
            found[stem(tokens[above].lemma)] = 2.0
    return found


def closeness(a: dict[str, float], b: dict[str, float]) -> float:
    """How far two surroundings agree, in [0, 1]: shared weight over the weight of the lighter one."""
    least = min(sum(a.values()), sum(b.values()))
    return sum(min(w, b[k]) for k, w in a.items() if k in b) / least if least else 0.0


def telling(sentence: Sentence, first: int, last: int, text: str) -> Span:
    """The stretch of a text from token `first` to token `last` of a sentence, both inclusive."""
    start, end = sentence.tokens[first].start, sentence.tokens[last].end
    return Span(start, end, text[start:end])
