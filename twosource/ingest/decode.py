"""Which text do these bytes hold?

UTF-8 first, because text in another encoding is hardly ever valid UTF-8 by chance; byte order marks before that; then what
a web page declares; then charset-normalizer's detection. A wrong letter in a name is worse than no article, so bytes that
are UTF-8 but for a few are reported as damaged, not read as something else.

charset-normalizer takes French in Windows-1252 for Windows-1250 (`è` becomes `č`) and a single `é` for Arabic: the two
readings differ in few letters and it has little text to judge by. Bytes are therefore read as Windows-1252 first when that
gives the letters of one Western language, or hardly any letters beyond ASCII at all.

Known failures: UTF-16 without a byte order mark counts as binary; Western and Central European text of a few words, mixed
from several languages, can still be confused.
"""

import codecs
import re

from charset_normalizer import from_bytes

from twosource.errors import TwosourceError

LARGEST = 20_000_000
"""Bytes of one article at most. A newspaper's longest articles are a hundredth of it; more is a dump or a mistake."""

VALID_PER_BROKEN = 4
"""Well-formed UTF-8 sequences for each malformed one that make it damaged UTF-8. Other encodings form one by chance less
often than they fail to (Shift-JIS and GBK stay under 1)."""

MOST_CONTROLS = 0.01
"""Share of control characters above which decoded bytes are no text."""

FEW_FOREIGN = 0.02
"""Share of letters beyond ASCII under which a text is Western with loan words (French has 3 to 4 %, Polish about 7 %)."""

MOST_FOREIGN = 0.2
"""Share of letters beyond ASCII over which a text is in another script, whatever the letters look like."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE
)
_HEAD = 4096
_SIGN_IN_WORD = re.compile(r"[^\W\d_][\u00a1-\u00a9\u00ab-\u00b1\u00b4\u00b6\u00b8-\u00b9\u00bb-\u00bf×÷‚„†‡‰‹ˆ˜][^\W\d_]")
_WESTERN = tuple(
    frozenset(letters + letters.upper())
    for letters in (
        "àâæçéèêëîïôœùûüÿ",  # French
        "äöüßéàè",  # German
        "áéíñóúü",  # Spanish
        "àáâãçéêíóôõúü",  # Portuguese
        "àèéìíîòóùú",  # Italian
        "àçéèíïóòúü",  # Catalan
        "åäöéüæøàóòôêè",  # Danish, Norwegian, Swedish, Finnish
        "áðéíóúýþæö",  # Icelandic
        "áéëïíóöúüèê",  # Dutch
    )
)


def text_of(data: bytes, id: str) -> str:
    """The bytes as text: byte order mark removed, `\\r\\n` made `\\n`, nothing else changed.

    Raises:
        TwosourceError: the bytes are binary, damaged, or in no encoding that can be told.
    """
    return _checked(_decoded(data, id), id).replace("\r\n", "\n")


def page_of(data: bytes, id: str, declared: str | None = None) -> str:
    """A web page's bytes as markup. `declared` is the charset of its HTTP header, if it had one.

    A damaged byte becomes U+FFFD, as in a browser: a page is more than its article.

    Raises:
        TwosourceError: the bytes are binary or in no encoding that can be told.
    """
    try:
        return _checked(_marked(data, id) or data.decode("utf-8"), id)
    except UnicodeDecodeError:
        pass
    meta = _DECLARED.search(data[:_HEAD])
    for label in (declared, meta[1].decode("ascii") if meta else None):
        codec = _codec(label)
        if codec and not (codec == "utf-8" and not _damaged(data)):
            return _checked(data.decode(codec, "replace"), id)
    return _checked(data.decode("utf-8", "replace") if _damaged(data) else _decoded(data, id), id)


def _decoded(data: bytes, id: str) -> str:
    marked = _marked(data, id)
    if marked is not None:
        return marked
    if b"\0" in data:
        raise TwosourceError(id, "ingest", "is binary, not text (it holds NUL bytes)")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _damaged(data):
            raise TwosourceError(id, "ingest", f"is damaged UTF-8 at byte {error.start} ({error.reason})") from error
    western = _western(data)
    if western is not None:
        return western
    best = from_bytes(data).best()
    if best is None:
        raise TwosourceError(id, "ingest", "cannot be decoded: neither UTF-8 nor another encoding that can be told")
    return data.decode(best.encoding, "strict") if _decodes(data, best.encoding) else str(best)


def _marked(data: bytes, id: str) -> str | None:
    """The text after a byte order mark; None without one."""
    for mark, codec in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(codec)
            except UnicodeDecodeError as error:
                raise TwosourceError(
                    id, "ingest", f"is damaged {codec.upper()} at byte {error.start} ({error.reason})"
                ) from error
    return None


def _damaged(data: bytes) -> bool:
    """Whether bytes that are not valid UTF-8 are so but for a few."""
    whole = len(_SEQUENCE.findall(data))
    broken = data.decode("utf-8", "replace").count("\ufffd")
    return whole >= VALID_PER_BROKEN * broken


def _western(data: bytes) -> str | None:
    """The bytes as Windows-1252, if that gives the letters of one Western language or next to none beyond ASCII."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    letters = [c for c in text if c.isalpha()]
    foreign = {c for c in letters if not c.isascii()}
    share = sum(not c.isascii() for c in letters) / len(letters) if letters else 1.0
    if share > MOST_FOREIGN or _CONTROL.search(text) or _SIGN_IN_WORD.search(text):
        return None
    if share < FEW_FOREIGN or any(foreign <= alphabet for alphabet in _WESTERN):
        return text
    return None


def _codec(label: str | None) -> str | None:
    """Python's name of a declared charset; Latin-1 and ASCII stand for Windows-1252, as browsers have it."""
    if not label:
        return None
    try:
        info = codecs.lookup(label)
        b"".decode(info.name)
    except (LookupError, ValueError):
        return None
    return "cp1252" if info.name in ("iso8859-1", "ascii") else info.name


def _decodes(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except UnicodeDecodeError:
        return False
    return True


def _checked(text: str, id: str) -> str:
    if "\0" in text:
        raise TwosourceError(id, "ingest", "is binary, not text (it holds NUL characters)")
    if len(_CONTROL.findall(text)) > MOST_CONTROLS * len(text):
        raise TwosourceError(id, "ingest", "is binary, not text (it holds control characters)")
    return text
