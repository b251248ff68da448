"""In which order do the rooms work, and what becomes of an article that one of them cannot take?

The only module that joins rooms. Models are loaded when first needed. Work on many articles is spread over processes, each
with its own models; the result is the same, and in the same order, as in one process.
"""

import functools
import importlib.metadata
import itertools
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

import msgspec

from twosource.annotate.gazetteer import Gazetteer
from twosource.annotate.parse import Parser
from twosource.annotate.stages import Stage, annotate, table
from twosource.compare.candidates import candidates
from twosource.compare.embed import Embedder
from twosource.compare.verdict import relate
from twosource.document import document
from twosource.errors import TwosourceError
from twosource.ledger import ledger
from twosource.ledger.rulings import resolve, text_hash
from twosource.options import Options
from twosource.records import (
    CONTRACT_VERSION,
    Annotation,
    Article,
    Briefing,
    Failure,
    InputRecord,
    Manifest,
    Reading,
    Relation,
    Ruled,
    Ruling,
)
from twosource.story import stories

POOL_FROM = 16
"""Fewer articles than this are read in this process: starting another costs as long as reading some ten articles."""
COMPARED_IN_POOL_FROM = 100
"""Fewer articles with something to be compared with than this are compared in this process, for the same reason."""
AT_ONCE = 256
"""Articles handed to the processes at a time, so that an archive is never in memory as a whole."""

Pair = tuple[str | None, Article, Article]
"""A pair to compare, with its `pair_id` if it has one."""
Task = TypeVar("Task")
Result = TypeVar("Result")


class Comparison(msgspec.Struct, frozen=True):
    """A relation with the two articles that it is about."""

    relation: Relation
    a: Annotation
    b: Annotation


class Engine:
    """The loaded program."""

    def __init__(self, options: Options | None = None) -> None:
        self.options = options or Options()

    @functools.cached_property
    def _parser(self) -> Parser:
        return Parser(self.options.pipeline)

    @functools.cached_property
    def _stages(self) -> tuple[Stage, ...]:
        return table(self._parser, Gazetteer())

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
        """Each article annotated, in order, or its failure in its place."""
        return self._spread(_read, articles)

    def read_for_comparing(self, articles: Iterable[Article | Failure]) -> Iterator[Reading | Failure]:
        """The same with sentence vectors, which comparing needs."""
        return self._spread(_read_with_vectors, articles)

    def compare(self, a: Article, b: Article) -> Comparison:
        """How two articles are related, and what was altered if one derives from the other.

        Raises:
            TwosourceError: naming the stage that failed.
        """
        first, second = (self._with_vectors(self.read(x)) for x in (a, b))
        return Comparison(self._relate(first, second), first.annotation, second.annotation)

    def compare_all(self, pairs: Iterable[Pair | Failure]) -> Iterator[Comparison | Failure]:
        """Each pair compared, in order, or its failure in its place."""
        return self._spread(_compare, pairs)

    def brief(
        self,
        articles: Iterable[Article | Failure],
        progress: Callable[[str, int, int], None] = lambda *_: None,
        rulings: Iterable[Ruling] = (),
    ) -> Briefing:
        """The whole pile: stories, origins, reuse, events.

        `progress` is told the name of the step, how much of it is done and of how much, in articles or pairs. `rulings` are
        people's judgements that stand; they outrank the program's.
        """
        readings, failures, relations = self.pile(articles, progress)
        ruled = resolve(rulings, readings)
        told = stories(readings, relations, ruled)
        return Briefing(
            CONTRACT_VERSION,
            tuple(r.annotation for r in readings),
            tuple(failures),
            told,
            ledger(told, readings, self.options.least_sources, ruled),
            self._manifest(readings, ruled),
        )

    def pile(
        self, articles: Iterable[Article | Failure], progress: Callable[[str, int, int], None] = lambda *_: None
    ) -> tuple[list[Reading], list[Failure], list[Relation]]:
        """What `brief` is made from: the articles read, what failed, and how the pairs worth comparing are related."""
        given = list(articles)
        read: list[Reading | Failure] = []
        for result in self.read_for_comparing(given):
            read.append(result)
            progress("reading", len(read), len(given))
        readings = [r for r in read if isinstance(r, Reading)]
        failures = [r for r in read if isinstance(r, Failure)]
        pairs = candidates(readings)
        related: list[Relation | Failure] = []
        by_first = itertools.groupby(pairs, key=lambda pair: pair[0])
        tasks = ((readings[i], tuple(readings[j] for _, j in others)) for i, others in by_first)
        for found in self._spread(_relate_to_each, tasks, COMPARED_IN_POOL_FROM):
            related += [found] if isinstance(found, Failure) else found
            progress("comparing", len(related), len(pairs))
        relations = [r for r in related if isinstance(r, Relation)]
        failures += [r for r in related if isinstance(r, Failure)]
        return readings, failures, relations

    def _relate(self, a: Reading, b: Reading) -> Relation:
        try:
            return relate(a, b)
        except Exception as error:  # the boundary of one pair: the run goes on, the failure is reported
            pair = f"{a.annotation.id} + {b.annotation.id}"
            raise TwosourceError(pair, "compare", f"{type(error).__name__}: {error}") from error

    def _with_vectors(self, reading: Reading) -> Reading:
        return msgspec.structs.replace(reading, vectors=self._embedder.vectors([s.span.text for s in reading.sentences]))

    def _manifest(self, readings: Sequence[Reading], ruled: Ruled) -> Manifest:
        return Manifest(
            importlib.metadata.version("twosource"),
            msgspec.structs.asdict(self.options),
            tuple(InputRecord(r.annotation.id, text_hash(r.annotation.text)) for r in readings),
            (self._parser.model, self._embedder.model),
            tuple(sorted({n for kind in (ruled.copies, ruled.independent, ruled.same, ruled.different) for n in kind.values()})),
        )

    def _spread(
        self, work: Callable[["Engine", Task], Result], tasks: Iterable[Task | Failure], least: int = POOL_FROM
    ) -> Iterator[Result | Failure]:
        """The result of each task, or its failure, in order; by several processes where there are `least` tasks."""
        waiting = iter(tasks)
        first = list(itertools.islice(waiting, least))
        workers = self.options.workers or os.cpu_count() or 1
        if workers == 1 or len(first) < least:
            for task in itertools.chain(first, waiting):
                yield _attempt(self, work, task)
            return
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(workers, context, initializer=_start, initargs=(self.options,)) as pool:
            batch = first
            while batch:
                yield from pool.map(functools.partial(_attempt_in_worker, work), batch, chunksize=4)
                batch = list(itertools.islice(waiting, AT_ONCE))


def _read(engine: Engine, article: Article) -> Reading:
    return engine.read(article)


def _read_with_vectors(engine: Engine, article: Article) -> Reading:
    return engine._with_vectors(engine.read(article))


def _relate_to_each(engine: Engine, task: tuple[Reading, Sequence[Reading]]) -> list[Relation | Failure]:
    one, others = task
    found: list[Relation | Failure] = []
    for other in others:
        try:
            found.append(engine._relate(one, other))
        except TwosourceError as error:
            found.append(error.failure)
    return found


def _compare(engine: Engine, pair: Pair) -> Comparison:
    pair_id, a, b = pair
    found = engine.compare(a, b)
    if pair_id is None:
        return found
    return msgspec.structs.replace(found, relation=msgspec.structs.replace(found.relation, pair_id=pair_id))


def _attempt(engine: Engine, work: Callable[[Engine, Task], Result], task: Task | Failure) -> Result | Failure:
    if isinstance(task, Failure):
        return task
    try:
        return work(engine, task)
    except TwosourceError as error:
        return error.failure


_engine_of_this_worker: Engine


def _start(options: Options) -> None:
    global _engine_of_this_worker
    _engine_of_this_worker = Engine(options)


def _attempt_in_worker(work: Callable[[Engine, Task], Result], task: Task | Failure) -> Result | Failure:
    return _attempt(_engine_of_this_worker, work, task)
