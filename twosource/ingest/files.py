"""Which articles do the given paths hold?"""

import pathlib
from collections.abc import Iterator, Sequence

import msgspec

from twosource.records import Article, Failure, Span


class Record(msgspec.Struct):
    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    triggers: tuple[Span, ...] | None = None


def read(paths: Sequence[str]) -> Iterator[Article | Failure]:
    """Every article of the paths in order, or the failure in its place."""
    for path in paths:
        if path.endswith(".jsonl"):
            for line in pathlib.Path(path).read_bytes().splitlines():
                r = msgspec.json.decode(line, type=Record)
                yield Article(r.id, path, r.text, r.title, r.outlet, r.url, (), r.published, r.triggers)
        else:
            yield Article(path, path, pathlib.Path(path).read_text("utf-8-sig"))
