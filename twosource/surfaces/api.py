"""What does a program call? Three functions with typed results, and a briefing that a notebook can show.

An argument is a path (a file or a folder, as on the command line) or an `Article`. The models are loaded by the first call and
kept.
"""

import datetime
import functools
import html
import itertools
import os
import pathlib
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from twosource.engine import Engine
from twosource.errors import TwosourceError
from twosource.ingest.files import read
from twosource.options import Options
from twosource.records import Annotation, Article, Failure, Relation
from twosource.records import Briefing as BriefingRecord
from twosource.report.briefing import briefing_view
from twosource.report.export import EXPORTERS
from twosource.report.export.tables import tables
from twosource.report.html import briefing_html

__all__ = ["Annotation", "Article", "Briefing", "Options", "Relation", "TwosourceError", "annotate", "brief", "compare"]

Source = str | os.PathLike[str] | Article
"""Where an article comes from."""


class Briefing(BriefingRecord, frozen=True):
    """What `twosource brief` prints, and in which other forms it can be had."""

    def html(self) -> str:
        """The report: one page that loads nothing."""
        return briefing_html(briefing_view(self))

    def export(self, to: str, folder: str | os.PathLike[str]) -> list[pathlib.Path]:
        """Writes the files of `twosource export --to` into a folder, made if it is not there, and returns their paths.

        Raises:
            KeyError: if there is no such form.
            ModuleNotFoundError: if the form needs a package that is not installed.
        """
        made = datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        files = EXPORTERS[to](self, made)
        into = pathlib.Path(folder)
        into.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (into / name).write_bytes(content)
        return [into / name for name in files]

    def to_pandas(self) -> dict[str, Any]:
        """A pandas data frame for each table (articles, origins, events, reports, attributions, alterations).

        Raises:
            ModuleNotFoundError: without pandas (the extra `twosource[pandas]`).
        """
        import pandas

        kinds = {"text": "string", "whole": "Int64", "number": "Float64", "truth": "boolean", "list": "object"}
        return {
            t.name: pandas.DataFrame(
                {
                    name: pandas.Series([row[n] for row in t.rows], dtype=kinds[kind])
                    for n, (name, kind) in enumerate(t.columns.items())
                }
            )
            for t in tables(self)
        }

    def to_polars(self) -> dict[str, Any]:
        """A polars data frame for each table.

        Raises:
            ModuleNotFoundError: without polars (the extra `twosource[polars]`).
        """
        import polars

        kinds: dict[str, Any] = {
            "text": polars.String, "whole": polars.Int64, "number": polars.Float64, "truth": polars.Boolean,
            "list": polars.List(polars.String),
        }  # fmt: skip
        return {
            t.name: polars.DataFrame(
                [list(row) for row in t.rows], schema={name: kinds[kind] for name, kind in t.columns.items()}, orient="row"
            )
            for t in tables(self)
        }

    def _repr_html_(self) -> str:
        """The report in a notebook: in a frame of its own, so that neither touches the other's style or script."""
        page = html.escape(self.html(), quote=True)
        return (
            f'<iframe srcdoc="{page}" sandbox="allow-scripts" title="twosource briefing" width="100%" height="720" '
            'style="border: 1px solid #8888"></iframe>'
        )


def annotate(source: Source) -> Annotation:
    """What one article says: parts, attributions, times, places, events.

    Raises:
        TwosourceError: if it cannot be read, or holds more than one article; it names the stage that failed.
    """
    return _engine(Options(workers=1)).read(_one(source)).annotation


def compare(a: Source, b: Source) -> Relation:
    """Whether one of two articles derives from the other, and what was altered.

    Raises:
        TwosourceError: if one cannot be read, or holds more than one article; it names the stage that failed.
    """
    return _engine(Options(workers=1)).compare(_one(a), _one(b)).relation


def brief(*sources: Source, options: Options | None = None) -> Briefing:
    """The briefing on a pile: stories, origins, reuse, and each event once with its independent sources.

    Bad input raises nothing: it stands in the briefing's `failures`. Without options one process does the work; with
    `Options(workers=0)` one for each processor, for which the caller's script must keep its start under
    `if __name__ == "__main__"`.
    """
    found = _engine(options or Options(workers=1)).brief(_all(sources))
    return Briefing(**msgspec.structs.asdict(found))


@functools.cache
def _engine(options: Options) -> Engine:
    return Engine(options)


def _all(sources: Iterable[Source]) -> Iterator[Article | Failure]:
    """Every article in order; one whose id an earlier one has is a failure, as on the command line."""
    seen: set[str] = set()
    for _, group in itertools.groupby(sources, lambda source: isinstance(source, Article)):
        given = list(group)
        paths = [os.fspath(source) for source in given if not isinstance(source, Article)]
        for item in read(paths) if paths else given:
            if isinstance(item, Article) and item.id in seen:
                yield Failure(item.id, "ingest", "this id is taken by an earlier article")
            elif isinstance(item, Article | Failure):
                seen.add(item.id)
                yield item


def _one(source: Source) -> Article:
    found = list(_all([source]))
    if len(found) == 1 and isinstance(found[0], Article):
        return found[0]
    failure = next((x for x in found if isinstance(x, Failure)), None)
    if failure:
        raise TwosourceError(failure.id, failure.stage, failure.error)
    raise TwosourceError(str(source), "ingest", f"holds {len(found)} articles, not one")
