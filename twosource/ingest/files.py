"""Which articles do the given paths hold?

A path is a file, a folder (read through, in the order of names; hidden files and unknown kinds are passed over) or `-` for
standard input. Whatever cannot be read is a `Failure` in its place, and the next input is read.
"""

import io
import itertools
import os
import re
import stat
from collections.abc import Iterator, Sequence
from typing import BinaryIO, Literal

from twosource.errors import TwosourceError
from twosource.ingest.decode import LARGEST, page_of, text_of
from twosource.ingest.html import extract
from twosource.ingest.markdown import read_markdown
from twosource.ingest.records import is_json, pair_articles, raw_records, record_article, too_large, whole
from twosource.ingest.warc import pages
from twosource.records import Article, Failure

SUFFIXES = (".txt", ".md", ".html", ".htm", ".json", ".jsonl", ".warc", ".warc.gz")

Form = Literal["plain", "html", "markdown"]
FORMS: dict[str, Form] = {".html": "html", ".htm": "html", ".md": "markdown"}
"""How the files of a suffix are written that hold one article each; the others are plain text."""

LARGEST_LIST = 200_000_000
"""Bytes of one .json file, which is held in memory whole; .jsonl and .warc are read piece by piece and have no limit."""

_MARKUP = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_WIDE = (b"\xff\xfe", b"\xfe\xff")

Read = Article | TwosourceError


def read(paths: Sequence[str], stdin: BinaryIO | None = None) -> Iterator[Article | Failure]:
    """Every article of the paths in order, or the failure in its place.

    `stdin` is read for the path `-`. An id that an earlier article has is a failure: results could not be told apart.
    """
    seen: dict[str, str] = {}
    for path in paths:
        for item in _inputs(path, stdin):
            if isinstance(item, Article) and item.id in seen:
                where = f"this id is taken by an earlier article (from {seen[item.id]})"
                item = TwosourceError(item.id, "ingest", where)
            if isinstance(item, TwosourceError):
                yield item.failure
                continue
            seen[item.id] = item.path
            yield item


def read_pairs(path: str) -> Iterator[tuple[str, Article, Article] | Failure]:
    """The pairs of a JSONL file of `{"pair_id", "a": record, "b": record}`, in order, or the failure in its place."""
    id = _shown(path)
    found = False
    try:
        with _opened(path) as file:
            for n, line in _lines(file, id):
                found = True
                try:
                    if isinstance(line, TwosourceError):
                        raise line
                    yield pair_articles(line, id, f"{id}#{n}")
                except TwosourceError as error:
                    yield error.failure
        if not found:
            raise TwosourceError(id, "ingest", "is empty: it holds no pairs")
    except TwosourceError as error:
        yield error.failure
    except OSError as error:
        yield _unreadable(id, error).failure


def read_two(a: str, b: str, stdin: BinaryIO | None = None) -> Iterator[tuple[None, Article, Article] | Failure]:
    """The pair of two paths that hold one article each, or what is wrong with them. One of them may be `-`, for `stdin`."""
    found = [list(itertools.islice(read([path], stdin), 2)) for path in (a, b)]
    for path, items in zip((a, b), found, strict=True):
        yield from (x for x in items if isinstance(x, Failure))
        if len(items) > 1:
            yield Failure(_shown(path), "ingest", "holds several articles where one is compared with one")
    firsts = [items[0] for items in found if len(items) == 1 and isinstance(items[0], Article)]
    if len(firsts) == 2:
        yield None, firsts[0], firsts[1]


def _inputs(path: str, stdin: BinaryIO | None) -> Iterator[Read]:
    """What one path of the command line holds."""
    id = _shown(path)
    try:
        if path == "-":
            if stdin is None:
                raise TwosourceError(id, "ingest", "standard input is not to be had here")
            yield from _standard_input(stdin)
        elif os.path.isdir(path):
            found = False
            for item in _folder(path, ()):
                found = True
                yield item
            if not found:
                raise TwosourceError(id, "ingest", f"is a folder without articles ({' '.join(SUFFIXES)})")
        else:
            yield from _file(path)
    except TwosourceError as error:
        yield error
    except OSError as error:
        yield _unreadable(id, error)


def _folder(path: str, above: tuple[str, ...]) -> Iterator[Read]:
    """The files of known kinds in a folder and those below it."""
    here = os.path.realpath(path)
    if here in above:
        yield TwosourceError(_shown(path), "ingest", "is a link back to a folder above it, so it was not followed")
        return
    try:
        names = sorted(os.listdir(path))
    except OSError as error:
        yield _unreadable(_shown(path), error)
        return
    for name in names:
        below = os.path.join(path, name)
        if name.startswith("."):
            continue
        if os.path.isdir(below):
            yield from _folder(below, (*above, here))
        elif _suffix(name):
            yield from _file(below)


def _file(path: str) -> Iterator[Read]:
    """The articles of one file."""
    id = _shown(path)
    suffix = _suffix(path)
    try:
        with _opened(path) as file:
            if suffix is None:
                raise TwosourceError(id, "ingest", f"is of an unknown kind; known are {' '.join(SUFFIXES)}")
            if suffix in (".warc", ".warc.gz"):
                yield from pages(file, id, suffix == ".warc.gz")
            elif suffix == ".jsonl":
                yield from _lined(file, id)
            elif suffix == ".json":
                yield from _recorded(_content(file, id, LARGEST_LIST), id)
            else:
                yield _single(_content(file, id, LARGEST), id, FORMS.get(suffix, "plain"))
    except TwosourceError as error:
        yield error
    except OSError as error:
        yield _unreadable(id, error)


def _standard_input(file: BinaryIO) -> Iterator[Read]:
    """Records if the first line or the whole is JSON, else a page if it begins like one, else plain text."""
    first = file.readline(LARGEST + 1)
    if is_json(first) and not first.lstrip(b"\xef\xbb\xbf \t").startswith(b"["):
        yield from _lined(file, "-", first)
        return
    data = first + file.read(LARGEST_LIST + 1 - len(first))
    if is_json(data):
        yield from _recorded(data, "-")
        return
    if len(data) > LARGEST:
        raise TwosourceError("-", "ingest", too_large(len(data)) + " from standard input")
    if data.startswith((b"WARC/", b"\x1f\x8b")):
        raise TwosourceError("-", "ingest", "looks like a compressed file or an archive; give its path instead")
    yield _single(data, "-", "html" if _MARKUP.match(data[:65536].removeprefix(b"\xef\xbb\xbf")) else "plain")


def _single(data: bytes, id: str, form: Form) -> Article:
    if not data.strip():
        raise TwosourceError(id, "ingest", "is empty: it holds no text")
    if form == "html":
        return whole(extract(page_of(data, id), id, id))
    if form == "markdown":
        return whole(read_markdown(text_of(data, id), id, id))
    return whole(Article(id, id, text_of(data, id)))


def _recorded(data: bytes, id: str) -> Iterator[Read]:
    """The articles of a JSON text."""
    for n, raw in raw_records(data, id):
        try:
            if len(raw) > 2 * LARGEST:
                raise TwosourceError(id if n is None else f"{id}#{n}", "ingest", too_large(len(raw)))
            yield record_article(raw, id, id if n is None else f"{id}#{n}")
        except TwosourceError as error:
            yield error


def _lined(file: BinaryIO, id: str, first: bytes = b"") -> Iterator[Read]:
    """The articles of a stream of JSON lines; a bad line fails alone."""
    found = False
    for n, line in _lines(file, id, first):
        found = True
        try:
            if isinstance(line, TwosourceError):
                raise line
            yield record_article(line, id, f"{id}#{n}")
        except TwosourceError as error:
            yield error
    if not found:
        raise TwosourceError(id, "ingest", "is empty: it holds no text")


def _lines(file: BinaryIO, id: str, first: bytes = b"") -> Iterator[tuple[int, bytes | TwosourceError]]:
    """Numbered lines (from 1) that are not blank; never more than one of the largest in memory."""
    line = first or file.readline(LARGEST + 1)
    if line.startswith(_WIDE):
        file = io.BytesIO(text_of(line + _content(file, id, LARGEST_LIST), id).encode())
        line = file.readline(LARGEST + 1)
    n = 0
    while line:
        n += 1
        size = len(line)
        while size > LARGEST and not line.endswith(b"\n"):
            line = file.readline(LARGEST)
            size += len(line)
            if not line:
                break
        if size > LARGEST:
            yield n, TwosourceError(f"{id}#{n}", "ingest", too_large(size))
        elif line.strip(b"\xef\xbb\xbf \t\r\n"):
            yield n, line
        line = file.readline(LARGEST + 1)


def _opened(path: str) -> BinaryIO:
    """The file, open.

    Raises:
        TwosourceError: it is not there, not a file, or may not be read.
    """
    id = _shown(path)
    try:
        mode = os.stat(path).st_mode
        if not stat.S_ISREG(mode):
            raise TwosourceError(id, "ingest", "is not a regular file")
        return open(path, "rb")
    except OSError as error:
        raise _unreadable(id, error) from error
    except ValueError as error:
        raise TwosourceError(id, "ingest", f"is no path ({error})") from error


def _content(file: BinaryIO, id: str, most: int) -> bytes:
    """All that is left of a file, unless it is over `most` bytes."""
    size = os.fstat(file.fileno()).st_size if isinstance(file, io.BufferedReader) else 0
    if size > most:
        raise TwosourceError(id, "ingest", too_large(size, most))
    data = file.read(most + 1)
    if len(data) > most:
        raise TwosourceError(id, "ingest", too_large(len(data), most))
    return data


def _suffix(path: str) -> str | None:
    return next((s for s in SUFFIXES if path.lower().endswith(s)), None)


def _shown(path: str) -> str:
    """A path as an id: the same, but for bytes of its name that are no characters."""
    return re.sub("[\ud800-\udfff]", "\ufffd", path)


def _unreadable(id: str, error: OSError) -> TwosourceError:
    reason = "there is no such file or folder" if isinstance(error, FileNotFoundError) else f"cannot be read: {error.strerror}"
    return TwosourceError(id, "ingest", reason)
