"""How many articles a second does the attribution of statements read, with and without coreference?

    python -m bench.speed_annotate PILE.jsonl [--articles 100]

One process on one core with one thread, the models loaded before the clock starts. Three figures: the parse alone; parse and
attributions without coreference (no entities: "he" and "the aide" stay unresolved); both with coreference, as the product
runs them. Known limits: a cold first article is read before the clock starts and counts in none; on a busy machine the
figures say little, so the load is printed beside them.
"""

import argparse
import json
import os
import pathlib
import sys
import time
from collections.abc import Callable, Sequence

from bench.jsonl import records
from twosource.annotate.entities import entities
from twosource.annotate.parse import Parser
from twosource.annotate.quotes import quotations
from twosource.annotate.refusals import no_comment
from twosource.annotate.sentences import sentences
from twosource.annotate.sources import attributions
from twosource.document import document
from twosource.records import Article, Document, Entity, Sentence

Reader = Callable[[Document, tuple[Sentence, ...]], int]
"""What is timed after the parse: a document with its parsed sentences -> how many records were found."""


def without_coreference(doc: Document, parsed: tuple[Sentence, ...]) -> int:
    """Sources, cues and contents, nobody resolved."""
    return _attributed(doc, parsed, ())


def with_coreference(doc: Document, parsed: tuple[Sentence, ...]) -> int:
    """The same with entities, and every source resolved."""
    return _attributed(doc, parsed, entities(doc, parsed, ()))


def _attributed(doc: Document, parsed: tuple[Sentence, ...], who: tuple[Entity, ...]) -> int:
    found = attributions(doc, parsed, quotations(doc), who)
    return len(found) + len(no_comment(doc, parsed, who))


def measure(articles: Sequence[Article], parser: Parser) -> dict[str, float]:
    """Seconds that each step takes over all articles but the first, by its name.

    Raises:
        ValueError: if there are fewer than two articles.
    """
    if len(articles) < 2:
        raise ValueError("give two articles at least: the first one only warms up")
    seconds = dict.fromkeys(("parse", "attributions", "attributions and coreference"), 0.0)
    steps: dict[str, Reader] = {"attributions": without_coreference, "attributions and coreference": with_coreference}
    for number, article in enumerate(articles):
        start = time.perf_counter()
        doc = document(article)
        parsed = parser.parse(doc, sentences(doc))
        took = {"parse": time.perf_counter() - start}
        for name, step in steps.items():
            start = time.perf_counter()
            step(doc, parsed)
            took[name] = time.perf_counter() - start
        if number:
            seconds = {name: seconds[name] + took[name] for name in seconds}
    return seconds


def main(given: Sequence[str] | None = None) -> int:
    """Measure one pile and print a JSON object of figures."""
    asked = argparse.ArgumentParser(
        prog="bench.speed_annotate", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("pile", type=pathlib.Path, help="JSONL, one article a line")
    asked.add_argument("--articles", type=int, help="the first N of them")
    options = asked.parse_args(given)
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    given_records = enumerate(records(options.pile)[: options.articles])
    articles = [Article(str(r.get("id", n)), "", r["text"], title=r.get("title")) for n, r in given_records if r.get("text")]
    seconds = measure(articles, Parser())
    count, words = len(articles) - 1, sum(len(a.text.split()) for a in articles[1:])
    plain, full = (seconds["parse"] + seconds[name] for name in ("attributions", "attributions and coreference"))
    figures = {
        "articles": count,
        "words": words,
        "parse alone, articles/s": round(count / seconds["parse"], 2),
        "without coreference, articles/s": round(count / plain, 2),
        "with coreference, articles/s": round(count / full, 2),
        "attributions alone, articles/s": round(count / seconds["attributions"], 1),
        "attributions and coreference alone, articles/s": round(count / seconds["attributions and coreference"], 1),
        "load before": round(os.getloadavg()[1], 2),
    }
    print(json.dumps(figures, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
