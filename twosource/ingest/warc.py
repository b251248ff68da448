"""Which pages does a web archive hold?

FastWARC reads the records; every response with a 2xx status and an HTML type is a page, whose id is its address. An archive
that breaks off, as crawls do, gives the pages before the break and then says so.

Known failures: revisits (records that point at an earlier capture) and "resource" records are passed over.
"""

import gzip
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecordType

from twosource.errors import TwosourceError
from twosource.ingest.decode import LARGEST, page_of
from twosource.ingest.html import extract
from twosource.ingest.records import too_large, whole
from twosource.records import Article

_HTML = ("text/html", "application/xhtml+xml")
_BROKEN = (EOFError, OSError, zlib.error)


class _Stream:
    """Bytes of an archive, decompressed, that end at the first damage; `damage` then says what it was.

    An exception in the midst of a read would take along the sound pages read ahead.
    """

    def __init__(self, file: BinaryIO, compressed: bool) -> None:
        self._file = gzip.GzipFile(fileobj=file) if compressed else file
        self._given = 0
        self.damage: str | None = None

    def tell(self) -> int:
        """How many bytes were given; FastWARC takes a record's position from it."""
        return self._given

    def read(self, size: int = -1) -> bytes:
        if self.damage is not None:
            return b""
        try:
            data = self._file.read1(size) if isinstance(self._file, gzip.GzipFile) else self._file.read(size)
        except _BROKEN as error:
            self.damage = str(error)
            return b""
        self._given += len(data)
        return data


def pages(file: BinaryIO, path: str, compressed: bool) -> Iterator[Article | TwosourceError]:
    """Each page's article in order, or the error in its place; an error of the archive itself has `path` for its id."""
    stream = _Stream(file, compressed)
    found = 0
    torn: str | None = None
    source: Any = stream
    records = ArchiveIterator(source, record_types=WarcRecordType.response, parse_http=False, stream_detect=False)
    while True:
        try:
            record = next(records, None)
            if record is None:
                break
            address = record.headers.get("WARC-Target-URI")
            body = _page(record, str(address or f"{path}#{record.stream_pos}"))
        except TwosourceError as error:
            found += 1
            yield error
            continue
        except Exception as error:  # the archive's bytes may drive the reader to anything; nothing after them can be read
            torn = str(error)
            break
        if body is None:
            continue
        if isinstance(body, str):
            torn = body
            break
        found += 1
        yield _article(*body, path)
    torn = stream.damage or torn
    if torn is not None:
        yield TwosourceError(path, "ingest", f"is truncated or damaged after {found} pages ({torn})")
    elif not found:
        yield TwosourceError(path, "ingest", "holds no HTML page")


def _page(record: Any, id: str) -> tuple[str, bytes, str | None] | str | None:
    """Id, content and declared charset of an HTML response; None for another record, a sentence for one that breaks off.

    Raises:
        TwosourceError: the page is too large.
    """
    length = record.content_length
    if length <= LARGEST:
        record.freeze()
        if record.content_length < length or not length:
            return f"the record of {id} breaks off"
    record.parse_http(auto_decode="all")
    headers = record.http_headers
    if headers is None or not 200 <= (headers.status_code or 0) < 300 or record.http_content_type not in _HTML:
        return None
    content = record.reader.read(LARGEST + 1) if length <= LARGEST else b""
    if max(len(content), length) > LARGEST:
        raise TwosourceError(id, "ingest", too_large(max(len(content), length)))
    return id, content, record.http_charset


def _article(id: str, content: bytes, charset: str | None, path: str) -> Article | TwosourceError:
    try:
        return whole(extract(page_of(content, id, charset), id, path))
    except TwosourceError as error:
        return error
