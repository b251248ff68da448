"""Which words of a sentence carry its content, and how rare is each in the two articles at hand?

Method: words cut to a stem of five letters without function words, digits kept whole; rarity is the inverse share of the
sentences of both articles that hold the stem, so no table of a language is needed. A detail is a name or a number: a
capitalised word that does not open its sentence, or a word with a digit.

Known failures: five letters throw "president" and "presiding" together and keep "said" and "says" apart; the first word of a
sentence is never taken for a name; German capitalises every noun, so every noun is a detail there.
"""

import functools
import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from twosource.records import Reading, Sentence, Span
from twosource.resources import VOCABULARY
from twosource.text import WORD, overlaps, plain

KEPT = 2_000
"""Articles whose words are kept in memory."""
STEM = 5
COMMONEST, RAREST = 2_200, 30_000
"""Places in the vocabulary; before the first stand signs, letters and the two hundred commonest words."""
SIGNATURE = re.compile(r"(?:[-–—]\s*)?[^()\n]{2,40}\(@\w{2,}\)")
"""How a pasted post is signed: a name, then the handle in brackets."""
POST_WORDS = 5
"""A signature with fewer words before it in its paragraph signs the paragraph above."""
FUNCTION_WORDS = frozenset(
    """a about after again all also am an and any are as at be been before being but by can could did do does for from had has
    have he her him his how i if in into is it its it's me more most my no not now of on one or other our out over own said say
    says she should so some such than that the their them then there these they this those to too up was we were what when where
    which while who whom whose why will with would you your""".split()
)
MONTHS_AND_DAYS = frozenset(
    """january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept
    oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun""".split()
)


Result = TypeVar("Result")


class Terms:
    """The words of one sentence: `words` lower-case in order with `quoted` beside them, `stems` counted, `own` those
    outside quotations, `details` as a set."""

    __slots__ = ("details", "own", "quoted", "stems", "words")

    def __init__(self, sentence: Sentence, quoted: Sequence[Span]) -> None:
        said = [q for q in quoted if overlaps(q, sentence.span)]
        self.words: list[str] = []
        self.quoted: list[bool] = []
        details = set()
        for number, m in enumerate(WORD.finditer(plain(sentence.span.text))):
            word, at = m[0].lower(), sentence.span.start + m.start()
            word = word.removesuffix("'s")
            inside = any(q.start <= at < q.end for q in said)
            self.words.append(word)
            self.quoted.append(inside)
            if any(c.isdigit() for c in word) or (number and m[0][0].isupper() and word not in FUNCTION_WORDS | MONTHS_AND_DAYS):
                details.add(word)
        self.details = frozenset(details)
        self.stems = Counter(stem(w) for w in self.words if w not in FUNCTION_WORDS)
        self.own = Counter(
            stem(w) for w, quoted in zip(self.words, self.quoted, strict=True) if not quoted and w not in FUNCTION_WORDS
        )


class _Same:
    """A reading as a key: two are the same when they hold the very same sentences, which no other reading can."""

    __slots__ = ("reading",)

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    def __hash__(self) -> int:
        return id(self.reading.sentences)

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, _Same)
            and self.reading.sentences is other.reading.sentences
            and self.reading.quotations is other.reading.quotations
        )


def once_per_reading(function: Callable[[Reading], Result]) -> Callable[[Reading], Result]:
    """The function, keeping its results: an article of a pile is compared with some tens of others."""
    kept = functools.lru_cache(maxsize=KEPT)(lambda key: function(key.reading))

    @functools.wraps(function)
    def known(reading: Reading) -> Result:
        return kept(_Same(reading))

    return known


@once_per_reading
def terms(reading: Reading) -> tuple[Terms, ...]:
    """The words of each sentence of a reading, in order; those of a pasted post count as quoted."""
    said = [q.span for q in reading.quotations if not q.scare] + _posts(reading)
    return tuple(Terms(s, said) for s in reading.sentences)


def _posts(reading: Reading) -> list[Span]:
    """The paragraphs of posts that were pasted in with their signature, which carry no quotation marks."""
    if "(@" not in reading.annotation.text:
        return []
    body = [p.span for p in reading.annotation.parts if p.kind == "body"]
    found = []
    for number, paragraph in enumerate(body):
        for m in SIGNATURE.finditer(paragraph.text):
            alone = len(paragraph.text[: m.start()].split()) < POST_WORDS
            found += body[max(0, number - 1) : number + 1] if alone else [paragraph]
    return found


@functools.lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A word cut to its first letters; a word with a digit stays whole."""
    return word if any(c.isdigit() for c in word) else word[:STEM]


def rarity(*articles: Sequence[Terms]) -> dict[str, float]:
    """What a stem weighs: log of 1 + sentences / sentences that hold it, over all the articles given."""
    sentences = [t for article in articles for t in article]
    seen = Counter(s for t in sentences for s in t.stems)
    return {s: math.log(1 + len(sentences) / n) for s, n in seen.items()}


@functools.cache
def _ranks() -> dict[str, int]:
    """Each stem's place in the embedding model's vocabulary, which is ordered by frequency; of its most frequent word."""
    found: dict[str, int] = {}
    for rank, word in enumerate(VOCABULARY.path.read_text("utf8").splitlines()):
        if word.isalpha():
            found.setdefault(stem(word), rank)
    return found


def uncommonness(stems: Iterable[str]) -> dict[str, float]:
    """What each stem weighs in English at large, from 0 (the commonest words) to 1 (names and rare words), by log of rank."""
    ranks = _ranks()
    first, last = math.log(COMMONEST), math.log(RAREST)
    return {s: min(1.0, max(0.05, (math.log(ranks.get(s, RAREST)) - first) / (last - first))) for s in stems}


def lexical(a: Sequence[Terms], b: Sequence[Terms], weight: dict[str, float], *, unquoted: bool = False) -> NDArray[np.float64]:
    """Cosine of the weighted stems of each sentence of `a` with each of `b`: shape (len(a), len(b)), in [0, 1].

    With `unquoted`, only of the stems outside quotations.
    """
    column = {s: i for i, s in enumerate(weight)}

    def rows(article: Sequence[Terms]) -> NDArray[np.float64]:
        matrix = np.zeros((len(article), len(column)))
        for i, terms in enumerate(article):
            for s, n in (terms.own if unquoted else terms.stems).items():
                matrix[i, column[s]] = n * weight[s]
        lengths: NDArray[np.float64] = np.sqrt((matrix**2).sum(axis=1, keepdims=True))
        scaled: NDArray[np.float64] = matrix / np.where(lengths > 0, lengths, 1.0)
        return scaled

    found: NDArray[np.float64] = np.matmul(rows(a), rows(b).T)
    return found
