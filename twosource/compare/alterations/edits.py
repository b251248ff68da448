"""Where two sentences run alike, which words were exchanged, put in or taken out, and how do those bear on each other?

Method: the lemmas of the aligned sentences are laid over each other (longest common runs). Content words and negations outside
the common runs are paired with what became of them: first the same word elsewhere (it moved), then a synonym or a neighbour in
the lexicon, in the same gap before any other; what is left in one gap is paired as an exchange, the rest was put in or taken out.

Known failures: words that a rewrite moved and exchanged at once count as taken out and put in.
"""

import functools
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Literal

import msgspec

from twosource.compare.alterations.groups import Group
from twosource.compare.lexicon import Bearing, bearing, negated
from twosource.records import Sentence, Span, Token
from twosource.values.numbers import value

LONGEST = 400
"""Tokens of one side that are laid over the other; the time grows with their product."""
SMALL = 7
"""Words of a gap's side up to which what stands in it is taken to answer to what stands in the other."""
CONTENT = frozenset(("NOUN", "VERB", "ADJ", "ADV", "PROPN", "NUM"))
NEGATIONS = frozenset("not no n't n’t never none neither nor without cannot nobody nothing".split())
_LINKS = frozenset(
    """also as well such like however thus hence therefore moreover furthermore additionally meanwhile besides then so too
    respectively instead otherwise nonetheless nevertheless""".split()
)
"""Words that only link: "and" is "as well as", "like" is "such as"."""
STEM = 5
"""Letters that two words share at the beginning to be forms of one word."""

Sort = Literal["number", "name", "negation", "noun", "verb", "adjective", "adverb", "mixed"]
_SORTS: dict[str, Sort] = {
    "NUM": "number", "PROPN": "name", "NOUN": "noun", "VERB": "verb", "ADJ": "adjective", "ADV": "adverb",
}  # fmt: skip


class Word(msgspec.Struct, frozen=True, eq=False):
    """A word of an aligned sentence: `token` is number `index` of its tokens.

    `lemma` in lower case, without the dots of an abbreviation; a number as its figure.
    """

    sentence: Sentence
    index: int
    token: Token
    lemma: str
    sort: Sort


class Edit(msgspec.Struct, frozen=True):
    """A word of the earlier text and what stands in its place in the later one; None where one side has nothing.

    `bearing` is `apart` where one side has nothing, `gap` the number of the gap that the word of the earlier text, else of the
    later one, stands in. Words that only moved are no edits.
    """

    a: Word | None
    b: Word | None
    bearing: Bearing
    gap: int

    @property
    def sort(self) -> Sort:
        """What the words are; "mixed" where the two are of different sorts, unless one is a number or a name."""
        sorts = {w.sort for w in (self.a, self.b) if w is not None}
        if len(sorts) == 1:
            return sorts.pop()
        telling: tuple[Sort, ...] = ("number", "name", "negation")
        return next((s for s in telling if s in sorts), "mixed")


class Edits(msgspec.Struct, frozen=True):
    """The edits between two sides, the gaps between their common runs with all words of both sides, and the share of the longer
    side's words that stand unmoved. `renamed`: a name took the place of a pronoun, or a pronoun that of a name; no edit is made
    of it."""

    edits: tuple[Edit, ...]
    gaps: tuple[tuple[tuple[Word, ...], tuple[Word, ...]], ...]
    kept: float
    renamed: bool


def facing(x: Span, y: Span, found: Edits) -> bool:
    """Whether two stretches stand in one small gap, so that the second took the place of the first."""
    return any(
        0 < len(one) <= SMALL >= len(other) > 0
        and any(w.token.start < x.end and x.start < w.token.end for w in one)
        and any(w.token.start < y.end and y.start < w.token.end for w in other)
        for one, other in found.gaps
    )


@functools.lru_cache(maxsize=4)
def edits(group: Group) -> Edits:
    """The edits between the sentences of a group, in the order of the earlier text, then what was put in."""
    left, right = _words(group.a), _words(group.b)
    if not left or not right or max(len(left), len(right)) > LONGEST:
        return Edits((), (), 0.0, False)
    matcher = SequenceMatcher(None, [w.lemma for w in left], [w.lemma for w in right], autojunk=False)
    gaps = tuple((tuple(left[i:j]), tuple(right[k:n])) for tag, i, j, k, n in matcher.get_opcodes() if tag != "equal")
    kept = sum(m.size for m in matcher.get_matching_blocks()) / max(len(left), len(right))
    renamed = any((_pronoun(x) and _named(y)) or (_named(x) and _pronoun(y)) for x, y in gaps)
    return Edits(tuple(_paired(gaps)), gaps, kept, renamed)


def _words(sentences: Sequence[Sentence]) -> list[Word]:
    return [_word(s, i) for s in sentences for i, t in enumerate(s.tokens) if t.pos not in ("PUNCT", "SPACE")]


def _word(sentence: Sentence, index: int) -> Word:
    token = sentence.tokens[index]
    form = token.lemma.lower()
    bare = form.replace(".", "") if any(c.isalpha() for c in form) else form
    figure = value(bare) if token.pos == "NUM" else None
    lemma = f"{figure:g}" if figure is not None else bare
    return Word(sentence, index, token, lemma, "negation" if lemma in NEGATIONS else _SORTS.get(token.pos, "mixed"))


def _pronoun(words: Sequence[Word]) -> bool:
    return any(w.token.pos == "PRON" for w in words)


def _named(words: Sequence[Word]) -> bool:
    return any(w.sort == "name" for w in words)


def _tells(word: Word) -> bool:
    return (word.token.pos in CONTENT and word.lemma not in _LINKS) or word.lemma in NEGATIONS


def _paired(gaps: Sequence[tuple[Sequence[Word], Sequence[Word]]]) -> list[Edit]:
    found: list[Edit] = []
    left = [[w for w in one if _tells(w)] for one, _ in gaps]
    right = [[w for w in other if _tells(w)] for _, other in gaps]
    for tier in ("moved", "same", "near"):
        for here in (True, False):
            for i, one in enumerate(left):
                for word in list(one):
                    partner = next(
                        ((j, w) for j, o in enumerate(right) if (i == j) is here for w in o if _meets(word, w, tier)), None
                    )
                    if partner is None:
                        continue
                    one.remove(word)
                    right[partner[0]].remove(partner[1])
                    if tier != "moved":
                        found.append(Edit(word, partner[1], "same" if tier == "same" else "near", i))
    for i, (one, other) in enumerate(zip(left, right, strict=True)):
        for side, facing_side in ((one, gaps[i][1]), (other, gaps[i][0])):  # a name for "she", or "she" for a name
            if _pronoun(facing_side):
                side[:] = [w for w in side if w.sort != "name"]
        while one and other:
            x, y = min(((x, y) for x in one for y in other), key=lambda pair: _unlikeness(*pair))
            one.remove(x)
            other.remove(y)
            opposed = negated(x.token.text.lower(), y.token.text.lower())  # "specified", "unspecified": one lemma is a verb's
            found.append(Edit(x, y, "opposite" if opposed else bearing(x.lemma, y.lemma), i))
        found += [Edit(x, None, "apart", i) for x in one] + [Edit(None, y, "apart", i) for y in other]
    return sorted(found, key=lambda e: (e.a.token.start if e.a else 1 << 40, e.b.token.start if e.b else 0))


def _meets(x: Word, y: Word, tier: str) -> bool:
    if tier == "moved":
        return x.lemma == y.lemma
    if "negation" in (x.sort, y.sort) or "number" in (x.sort, y.sort):
        return False
    if tier == "same" and x.lemma[:STEM] == y.lemma[:STEM] and len(min(x.lemma, y.lemma, key=len)) >= STEM:
        return bearing(x.lemma, y.lemma) != "opposite"
    return bearing(x.lemma, y.lemma) == tier


def _unlikeness(x: Word, y: Word) -> tuple[bool, bool, bool, int, int]:
    bears = bearing(x.lemma, y.lemma)
    return bears != "opposite", bears != "sibling", x.sort != y.sort, x.index, y.index
