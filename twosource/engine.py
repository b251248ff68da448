"""In which order do the rooms work, and what becomes of an article that one of them cannot take?

The only module that joins rooms: ingest, document, annotate, compare, story, ledger. Models are loaded when first needed.
"""

import functools
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from twosource.annotate.parse import Parser
from twosource.annotate.stages import Stage, annotate, table
from twosource.compare.candidates import candidates
from twosource.compare.embed import Embedder
from twosource.compare.verdict import relate
from twosource.document import document
from twosource.errors import TwosourceError
from twosource.options import Options
from twosource.records import Article, Failure, Reading, Relation, Story
from twosource.story import stories


class Engine:
    """The loaded program."""

    def __init__(self, options: Options | None = None) -> None:
        self.options = options or Options()

    @functools.cached_property
    def _stages(self) -> tuple[Stage, ...]:
        return table(Parser(self.options.pipeline))

    @functools.cached_property
    def _embedder(self) -> Embedder:
        return Embedder()

    def read(self, article: Article) -> Reading:
        """One article, annotated.

        Raises:
            TwosourceError: naming the stage that failed.
        """
        return annotate(document(article), self._stages)

    def read_all(self, articles: Iterable[Article | Failure]) -> Iterator[Reading | Failure]:
        """Each article annotated, in order, or its failure."""
        for article in articles:
            if isinstance(article, Failure):
                yield article
                continue
            try:
                yield self.read(article)
            except TwosourceError as error:
                yield error.failure

    def with_vectors(self, reading: Reading) -> Reading:
        """The same reading with a vector for each sentence."""
        if reading.vectors is not None:
            return reading
        return msgspec.structs.replace(reading, vectors=self._embedder.vectors([s.span.text for s in reading.sentences]))

    def compare(self, a: Reading, b: Reading) -> Relation:
        """How two articles are related."""
        return relate(self.with_vectors(a), self.with_vectors(b))

    def stories(self, readings: Sequence[Reading]) -> tuple[Story, ...]:
        """The stories of a pile: which articles report one event, and who took from whom."""
        ready = [self.with_vectors(r) for r in readings]
        relations = [relate(ready[i], ready[j]) for i, j in candidates(ready)]
        return stories(ready, relations)
