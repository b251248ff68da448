"""Which text do these bytes hold?

UTF-8 first, because text in another encoding is hardly ever valid UTF-8 by chance; byte order marks before that; then what
a web page declares; then charset-normalizer's detection. A wrong letter in a name is worse than no article, so bytes that
are UTF-8 but for a few are reported as damaged, not read as something else.

charset-normalizer takes French in Windows-1252 for Windows-1250 (`è` becomes `č`) and Polish for Western European: the
single-byte Latin encodings differ in few letters, and a wrong one passes for text. Among them the alphabets decide: the
first encoding in which every letter beyond ASCII belongs to one language and no sign stands in a word. Detection is left to
tell the other scripts apart, given enough of them.

Known failures: UTF-16 without a byte order mark counts as binary; a Central European name alone in an English text is read as
Western; names of several languages mixed in a short text that is not UTF-8 are refused.
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

LEAST_EVIDENCE = 30
"""Bytes beyond ASCII that detection wants: with ten, Russian in Windows-1251 came out as DOS text."""

FEW_FOREIGN = 0.02
"""Share of signs beyond ASCII under which a text is Western with loan words (French has 3 to 4 %, Polish about 7 %)."""

SAMPLE = 200_000
"""Characters, around the first beyond ASCII, by which single-byte encodings are told (each is a character a byte)."""

MOST_FOREIGN = 0.2
"""Share of signs beyond ASCII over which a text is in another script, whatever the letters look like."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE
)
_HEAD = 4096
_SIGN = "[\u00a1-\u00a6\u00a8\u00ac\u00b1-\u00b4\u00b6\u00b8\u00b9\u00bc-\u00bf×÷†‡‰ˆ˜\u02c7\u02d8-\u02dd]"
_SIGN_AT_LETTER = re.compile(rf"[^\W\d_]{_SIGN}|(?![¡¿]){_SIGN}[^\W\d_]|[^\W\d_][„‚‹°][^\W\d_]")
_TYPOGRAPHIC = "¡¿“”‘’„‚‹›«»–—…•\u00a0€§°©®™"
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_OTHER_SCRIPTS = [
    "cp1251", "cp1253", "cp1255", "cp1256", "cp866", "cp874", "cp932", "cp949", "big5", "big5hkscs", "euc_jp", "euc_kr",
    "gb18030", "iso8859_5", "iso8859_6", "iso8859_7", "iso8859_8", "koi8_r", "koi8_u", "mac_cyrillic", "shift_jis",
]  # fmt: skip
_WESTERN = (
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
_CENTRAL = (
    "ąćęłńóśźż",  # Polish
    "áčďéěíňóřšťúůýž",  # Czech
    "áäčďéíĺľňóôŕšťúýž",  # Slovak
    "áéíóöőúüű",  # Hungarian
    "ăâîșțşţ",  # Romanian
    "čćđšž",  # Croatian, Slovene
)
_LATIN = tuple(
    (codec, tuple(frozenset(letters + letters.upper()) for letters in alphabets))
    for codec, alphabets in (
        ("cp1252", _WESTERN),
        ("cp1250", _CENTRAL),
        ("iso8859-2", _CENTRAL),
        ("cp1254", ("çğıöşüâîûİ",)),  # Turkish
        ("cp1257", ("ąčęėįšųūž", "āčēģīķļņšūž", "äöõüšž")),  # Lithuanian, Latvian, Estonian
    )
)
"""Codecs in the order they are tried, each with the letters beyond ASCII of the languages written in it."""


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
    latin = _latin(data)
    if latin is not None:
        return latin
    best = from_bytes(data, cp_isolation=_OTHER_SCRIPTS).best() if _foreign(data) else None
    if best is None or not _decodes(data, best.encoding):
        raise TwosourceError(id, "ingest", "cannot be decoded: neither UTF-8 nor another encoding that can be told")
    return data.decode(best.encoding)


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


def _latin(data: bytes) -> str | None:
    """The bytes as text of one language in Latin letters, or of English with a few foreign names; None if they are not."""
    for codec, alphabets in _LATIN:
        if not _decodes(data, codec):
            continue
        text = data.decode(codec)
        first = _BEYOND_ASCII.search(data)
        sample = text[max(0, first.start() - SAMPLE // 2) :][:SAMPLE] if first else text[:SAMPLE]
        foreign = {c for c in sample if c.isalpha() and not c.isascii()}
        signs = sum(not c.isascii() and c not in _TYPOGRAPHIC for c in sample)
        share = signs / max(1, sum(c.isalpha() for c in sample))
        if share > MOST_FOREIGN or _CONTROL.search(text) or _SIGN_AT_LETTER.search(sample):
            continue
        if any(foreign <= alphabet for alphabet in alphabets) or (codec == "cp1252" and share < FEW_FOREIGN):
            return text
    return None


def _foreign(data: bytes) -> bool:
    """Whether there is enough of another script to tell which: many bytes beyond ASCII, and not strewn among Latin letters."""
    first = _BEYOND_ASCII.search(data)
    data = data[max(0, first.start() - SAMPLE // 2) :][:SAMPLE] if first else b""
    beyond = len(_BEYOND_ASCII.findall(data))
    return beyond >= LEAST_EVIDENCE and beyond > MOST_FOREIGN * sum(chr(b).isalpha() for b in data)


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
