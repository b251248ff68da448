"""What does each of two articles say itself, and what does it quote?

Method: the words of both in a row, each with a mark whether it is quoted. Beside what stands between quotation marks, and posts
pasted in with their signature (`terms`), a run of words counts as quoted when the other article has it between quotation marks:
a statement that one prints as a quotation and the other as a paragraph of its own is one statement. A sentence is the article's
own when it holds some words outside quotations.

Known failures: a rewrite that turns its original's narration into a quotation hides those words from the comparison.
"""

import itertools
from collections.abc import Sequence

from twosource.compare.terms import FUNCTION_WORDS, Terms, stem, terms
from twosource.records import PartKind, Reading, Span
from twosource.text import WORD, plain

RUN = 4
"""Words of a quoted run; shorter ones are met by chance."""
OWN_WORDS, OWN_SENTENCES = 4, 3
"""Unquoted words that make a sentence the article's own; such sentences without which an article is taken whole."""


TOLD: frozenset[PartKind] = frozenset({"title", "heading", "body"})
"""The parts in which an article tells something; captions come from picture agencies, the rest is furniture."""


class Side:
    """One of two compared articles.

    `words` lower-case in a row, `said` beside them whether each is quoted, `starts` the place of each sentence's first word and,
    last, their number; `own` the indices of the sentences in which the article itself speaks; `stems` of all its words;
    `details` the stems of its names and numbers.
    """

    __slots__ = ("_at", "details", "own", "reading", "said", "sentences", "starts", "stems", "terms", "words")

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        told = [(t, i) for i, (t, s) in enumerate(zip(terms(reading), reading.sentences, strict=True)) if s.part in TOLD]
        self.terms: Sequence[Terms] = [t for t, _ in told]
        self.sentences = [i for _, i in told]
        self.words = [w for t in self.terms for w in t.words]
        self.said = [q for t in self.terms for q in t.quoted]
        self.starts = [0, *itertools.accumulate(len(t.words) for t in self.terms)]
        self.stems = frozenset(stem(w) for w in self.words)
        self.details = frozenset(stem(d) for t in self.terms for d in t.details)
        self.own: list[int] = []
        self._at: list[tuple[int, int]] = []

    def quoted_runs(self) -> set[tuple[str, ...]]:
        """The runs of words that lie in quotations."""
        starts = (i for i in range(len(self.words) - RUN + 1) if all(self.said[i : i + RUN]))
        return {tuple(self.words[i : i + RUN]) for i in starts}

    def quote(self, runs: set[tuple[str, ...]]) -> None:
        """Mark the words that lie in one of these runs as quoted, then find the sentences that are the article's own."""
        if runs:
            for i in range(len(self.words) - RUN + 1):
                if tuple(self.words[i : i + RUN]) in runs:
                    self.said[i : i + RUN] = [True] * RUN
        unquoted = (end - start - sum(self.said[start:end]) for start, end in itertools.pairwise(self.starts))
        own = [i for i, count in enumerate(unquoted) if count >= OWN_WORDS]
        self.own = own if len(own) >= OWN_SENTENCES else list(range(len(self.terms)))

    def content(self, sentence: int | None = None, *, unquoted: bool = True) -> list[str]:
        """The stems of the words that are no function words, of one sentence or all, in order."""
        first, last = (0, len(self.words)) if sentence is None else (self.starts[sentence], self.starts[sentence + 1])
        return [
            stem(self.words[i])
            for i in range(first, last)
            if not (unquoted and self.said[i]) and self.words[i] not in FUNCTION_WORDS
        ]

    def quoted_share(self) -> float:
        """Share of the words that lie in quotations."""
        return sum(self.said) / max(1, len(self.words))

    def span(self, first: int, last: int) -> Span:
        """From the word of index `first` to that of index `last`, inclusive."""
        if not self._at:
            for i in self.sentences:
                s = self.reading.sentences[i]
                found = WORD.finditer(plain(s.span.text))
                self._at += [(s.span.start + m.start(), s.span.start + m.end()) for m in found]
        start, end = self._at[first][0], self._at[last][1]
        return Span(start, end, self.reading.annotation.text[start:end])


def sides(a: Reading, b: Reading) -> tuple[Side, Side]:
    """The two articles as sides of one comparison."""
    first, second = Side(a), Side(b)
    runs_a, runs_b = first.quoted_runs(), second.quoted_runs()
    first.quote(runs_b)
    second.quote(runs_a)
    return first, second
