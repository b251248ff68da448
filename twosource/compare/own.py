"""What does each of two articles say itself, and what does it quote?

Method: the words of both in a row, each with a mark whether it is quoted. Beside what stands between quotation marks, and posts
pasted in with their signature (`terms`), a run of words counts as quoted when the other article has it between quotation marks:
a statement that one prints as a quotation and the other as a paragraph of its own is one statement. A sentence is the article's
own when it holds some words outside quotations. Captions and furniture are left out.

Known failures: a rewrite that turns its original's narration into a quotation hides those words from the comparison.
"""

import itertools
from collections.abc import Sequence

import msgspec

from twosource.compare.terms import FUNCTION_WORDS, Terms, once_per_reading, stem, terms
from twosource.records import PartKind, Reading, Span
from twosource.text import WORD, plain

RUN = 4
"""Words of a quoted run; shorter ones are met by chance."""
OWN_WORDS, OWN_SENTENCES = 4, 3
"""Unquoted words that make a sentence the article's own; such sentences without which an article is taken whole."""
TOLD: frozenset[PartKind] = frozenset({"title", "heading", "body"})
"""The parts in which an article tells something; captions come from picture agencies, the rest is furniture."""
NAMED = frozenset({"PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART"})
"""Labels of the recogniser that are names, not numbers or days."""


class Telling(msgspec.Struct, frozen=True):
    """An article by itself.

    `words` lower-case in a row, with their offsets and stems; `said` beside them whether each is quoted; `sentences` the indices
    of the reading's sentences that tell something, `terms` theirs, `starts` the place of each one's first word and, last, the
    number of words. `details` the stems of its names and numbers, `names` those of the names that the recogniser saw, `sources`
    of those it cites, `amounts` the values of its numbers; `quoted_runs` the runs of words in quotations.
    """

    words: tuple[str, ...]
    offsets: tuple[tuple[int, int], ...]
    stems: tuple[str, ...]
    said: tuple[bool, ...]
    sentences: tuple[int, ...]
    terms: tuple[Terms, ...]
    starts: tuple[int, ...]
    details: frozenset[str]
    names: frozenset[str]
    sources: frozenset[str]
    amounts: frozenset[float]
    quoted_runs: frozenset[tuple[str, ...]]


@once_per_reading
def telling(reading: Reading) -> Telling:
    """What an article tells, by itself."""
    told = [(i, t) for i, (t, s) in enumerate(zip(terms(reading), reading.sentences, strict=True)) if s.part in TOLD]
    words = tuple(w for _, t in told for w in t.words)
    said = tuple(q for _, t in told for q in t.quoted)
    names = (
        _last(s.tokens[n.last - 1].text) for s in reading.sentences for n in s.names if n.label in NAMED and n.last > n.first
    )
    return Telling(
        words=words,
        offsets=tuple(
            (s.span.start + m.start(), s.span.start + m.end())
            for s in (reading.sentences[i] for i, _ in told)
            for m in WORD.finditer(plain(s.span.text))
        ),
        stems=tuple(map(stem, words)),
        said=said,
        sentences=tuple(i for i, _ in told),
        terms=tuple(t for _, t in told),
        starts=(0, *itertools.accumulate(len(t.words) for _, t in told)),
        details=frozenset(stem(d) for _, t in told for d in t.details),
        names=frozenset(names),
        sources=frozenset(_last(x.source_name) for x in reading.annotation.attributions if x.source_name),
        amounts=frozenset(q.best for q in reading.quantities if q.best is not None),
        quoted_runs=frozenset(words[i : i + RUN] for i in range(len(words) - RUN + 1) if all(said[i : i + RUN])),
    )


def _last(name: str) -> str:
    """The stem of a name's last word."""
    return stem(name.split()[-1].lower().removesuffix("'s"))


class Side:
    """One of two compared articles: its telling, with what the other quotes marked as quoted.

    `said` as in the telling; `own` the indices, into the telling's sentences, of those in which the article itself speaks;
    `stems` the different stems of all its words; `has_content` beside the words whether each is no function word.
    """

    __slots__ = (
        "details",
        "has_content",
        "own",
        "reading",
        "said",
        "sentences",
        "starts",
        "stems",
        "telling",
        "terms",
        "words",
    )

    def __init__(self, reading: Reading, elsewhere: frozenset[tuple[str, ...]]) -> None:
        self.reading, self.telling = reading, telling(reading)
        self.words, self.starts, self.sentences = self.telling.words, self.telling.starts, self.telling.sentences
        self.terms: Sequence[Terms] = self.telling.terms
        self.details, self.stems = self.telling.details, frozenset(self.telling.stems)
        self.said = list(self.telling.said)
        if elsewhere:
            for i in range(len(self.words) - RUN + 1):
                if self.words[i : i + RUN] in elsewhere:
                    self.said[i : i + RUN] = [True] * RUN
        unquoted = (end - start - sum(self.said[start:end]) for start, end in itertools.pairwise(self.starts))
        own = [i for i, count in enumerate(unquoted) if count >= OWN_WORDS]
        self.own = own if len(own) >= OWN_SENTENCES else list(range(len(self.terms)))
        self.has_content = [w not in FUNCTION_WORDS for w in self.words]

    def content(self, sentence: int | None = None, *, unquoted: bool = True) -> list[str]:
        """The stems of the words that are no function words, of one sentence or all, in order."""
        first, last = (0, len(self.words)) if sentence is None else (self.starts[sentence], self.starts[sentence + 1])
        stems, content, said = self.telling.stems, self.has_content, self.said
        return [stems[i] for i in range(first, last) if content[i] and not (unquoted and said[i])]

    def quoted_share(self) -> float:
        """Share of the words that lie in quotations."""
        return sum(self.said) / max(1, len(self.words))

    def span(self, first: int, last: int) -> Span:
        """From the word of index `first` to that of index `last`, inclusive."""
        start, end = self.telling.offsets[first][0], self.telling.offsets[last][1]
        return Span(start, end, self.reading.annotation.text[start:end])


def sides(a: Reading, b: Reading) -> tuple[Side, Side]:
    """The two articles as sides of one comparison."""
    return Side(a, telling(b).quoted_runs), Side(b, telling(a).quoted_runs)
