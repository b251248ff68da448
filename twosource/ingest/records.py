"""Which article does a JSON record hold?

A record is an object with "text" or "html" and, each optional, "id", "title", "outlet", "url", "byline", "published" and
"triggers"; other fields are left alone, so that this program's own output can be read again. The text is taken as it
stands: line ends stay, because a trigger's offsets count them.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from twosource.errors import TwosourceError
from twosource.ingest.decode import LARGEST, text_of
from twosource.ingest.html import extract
from twosource.records import Article, Span


class Record(msgspec.Struct):
    """One record as it may be written; an empty string is as good as none."""

    id: str | int | None = None
    text: str | None = None
    html: str | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    byline: tuple[str, ...] | str | None = None
    published: str | None = None
    triggers: tuple[Span, ...] | None = None


class _Named(msgspec.Struct):
    id: Any = None
    pair_id: Any = None


class _Pair(msgspec.Struct):
    pair_id: str | int
    a: msgspec.Raw
    b: msgspec.Raw


class _Articles(msgspec.Struct):
    articles: list[msgspec.Raw] | None = None
    text: Any = None
    html: Any = None


def record_article(raw: bytes | Mapping[str, Any], path: str, fallback_id: str) -> Article:
    """The article of one record, given as JSON or as the mapping it stands for.

    Raises:
        TwosourceError: with the record's id where it has a usable one, else `fallback_id`.
    """
    data = _utf8(raw, fallback_id) if isinstance(raw, bytes) else raw
    id = _id(data, "id") or fallback_id
    record = _decode(data, Record, id)
    if record.text is None and record.html is None:
        raise TwosourceError(id, "ingest", 'has neither "text" nor "html"')
    if record.text is not None:
        byline = (record.byline,) if isinstance(record.byline, str) else record.byline or ()
        article = Article(id, path, record.text, byline=tuple(b for b in byline if b.strip()))
    else:
        article = extract(record.html or "", id, path)
    return whole(
        msgspec.structs.replace(
            article,
            title=record.title or article.title,
            outlet=record.outlet or article.outlet,
            url=record.url or article.url,
            published=record.published or article.published,
            triggers=record.triggers,
        )
    )


def pair_articles(raw: bytes, path: str, fallback_id: str) -> tuple[str, Article, Article]:
    """The pair id and both articles of `{"pair_id", "a": record, "b": record}`.

    Raises:
        TwosourceError: with the pair's id.
    """
    data = _utf8(raw, fallback_id)
    id = _id(data, "pair_id") or fallback_id
    pair = _decode(data, _Pair, id)
    sides = []
    for side, record in (("a", pair.a), ("b", pair.b)):
        try:
            sides.append(record_article(bytes(record), path, f"{id}/{side}"))
        except TwosourceError as error:
            raise TwosourceError(id, "ingest", f"side {side}: {error.reason}") from error
    return id, sides[0], sides[1]


def raw_records(data: bytes, id: str) -> Iterator[tuple[int | None, bytes]]:
    """The records of a JSON text, each with its number from 1, or None if the text is one record.

    It is one record, a list of records, an object with "articles", or records on a line each.

    Raises:
        TwosourceError: it is not JSON.
    """
    data = _utf8(data, id)
    try:
        if data.lstrip()[:1] == b"[":
            raws = _decode(data, list[msgspec.Raw], id)
        else:
            holder = _decode(data, _Articles, _id(data, "id") or id)
            if holder.articles is None or holder.text is not None or holder.html is not None:
                yield None, data
                return
            raws = holder.articles
    except TwosourceError:
        lines = data.strip().splitlines()
        if len(lines) < 2 or not is_json(lines[0]):
            raise
        yield from ((n, line) for n, line in enumerate(lines, 1) if line.strip())
        return
    if not raws:
        raise TwosourceError(id, "ingest", "holds no records: its list is empty")
    yield from ((n, bytes(raw)) for n, raw in enumerate(raws, 1))


def is_json(data: bytes) -> bool:
    """Whether the bytes are one whole JSON object or list."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] not in (b"{", b"["):
        return False
    try:
        _decode(_utf8(data, "-"), msgspec.Raw, "-")
    except TwosourceError:
        return False
    return True


def whole(article: Article) -> Article:
    """The article itself, if it can go on its way.

    Raises:
        TwosourceError: its text is blank, too large or not Unicode, or a trigger does not lie where it says.
    """
    if not article.text.strip():
        raise TwosourceError(article.id, "ingest", "is empty: it holds no text")
    try:
        size = len(article.text.encode())
    except UnicodeEncodeError as error:
        raise TwosourceError(article.id, "ingest", f"holds half a character (a lone surrogate) at {error.start}") from error
    if size > LARGEST:
        raise TwosourceError(article.id, "ingest", too_large(size))
    for t in article.triggers or ():
        if not 0 <= t.start <= t.end or article.text[t.start : t.end] != t.text:
            raise TwosourceError(article.id, "ingest", f"trigger {t.start}:{t.end} does not hold {t.text!r} in the text")
    return article


def too_large(size: int, most: int = LARGEST) -> str:
    """The sentence for an input of `size` bytes where `most` are taken."""
    return f"is too large: {size / 1e6:.1f} MB, at most {most / 1e6:.0f} MB are read"


def _utf8(data: bytes, id: str) -> bytes:
    """JSON as UTF-8 without byte order mark, whatever it was written in."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return text_of(data, id).encode()
    return data.removeprefix(b"\xef\xbb\xbf")


def _id(data: bytes | Mapping[str, Any], field: str) -> str | None:
    """The id of a record that may be bad otherwise."""
    try:
        named = msgspec.json.decode(data, type=_Named) if isinstance(data, bytes) else msgspec.convert(data, _Named)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None
    value = getattr(named, field)
    return str(value) if isinstance(value, (str, int)) and not isinstance(value, bool) and str(value).strip() else None


def _decode(data: bytes | Mapping[str, Any], kind: Any, id: str) -> Any:
    try:
        return msgspec.json.decode(data, type=kind) if isinstance(data, bytes) else msgspec.convert(data, kind)
    except msgspec.ValidationError as error:
        raise TwosourceError(id, "ingest", f"is not the record expected: {error}") from error
    except msgspec.DecodeError as error:
        if not isinstance(data, bytes) or not data.strip():
            raise TwosourceError(id, "ingest", "is empty: it holds no text") from error
        raise TwosourceError(id, "ingest", f"is not valid JSON: {error}") from error
    except RecursionError as error:
        raise TwosourceError(id, "ingest", "is nested too deeply to be a record") from error
    except UnicodeDecodeError as error:
        raise TwosourceError(id, "ingest", f"is not valid UTF-8 at byte {error.start}") from error
