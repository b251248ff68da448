"""Where does the text proper begin: which words at the head are title, date, credit, byline or dateline?"""

import re
import unicodedata

import msgspec

from twosource.document.credits import AGENCY
from twosource.document.lines import TWO_SENTENCES, Line
from twosource.document.publication import DAY_MONTH
from twosource.text import plain, words

LONGEST_TITLE = 24
"""Words."""

DATE_WORD = re.compile(r"(?:date|published|posted)\s*:?\s+\d{4}-\d\d-\d\d(?=\s|$)", re.IGNORECASE)
"""A field of the record that got into the text: "date 2025-07-04 Storm hits coast"."""

_PLACE = r"[A-ZÀ-Þ][\w.'’À-ÿ/-]*(?:\s+(?:(?:de|del|la|al|el|am|an|der|du|upon)\s+)?[A-ZÀ-Þ][\w.'’À-ÿ/-]*){0,3}"
_CAPITALS = r"(?:[A-ZÀ-Þ]{2}[A-ZÀ-Þ.'’/-]*|[A-ZÀ-Þ]\.|ST\.)(?:\s+[A-ZÀ-Þ][A-ZÀ-Þ.'’/-]*){0,2}"
_STATE = r"[A-ZÀ-Þ][\w.'’-]*(?:\s+[A-ZÀ-Þ][\w.'’-]*)?"
_NO_LABEL = (
    r"(?!(?:FILE|BY|UPDATED?|BREAKING|EXCLUSIVE|WATCH|VIDEO|ORIGINAL|STORY|NOTE|CORRECTION|EDITOR|ANALYSIS"
    r"|OPINION|LIVE|PHOTOS?|READ|Q|A|THE|WHAT|WHY|HOW)\b|By\b)"
)
_DASH = r"(?:\s*[-–—―]{1,2}\s+|\s+[-–—―]{1,2}\s*|[–—―])"
_AGENCY = rf"(?:\(\s*(?:{AGENCY})(?:\s*[/,]\s*[\w .]+)?\s*\)|/\s?(?:{AGENCY})\s?/\.?|\((?-i:[A-Z]\w+(?:\s[A-Z]\w+){{0,2}})\))"
_DAY = rf"(?:\s*[,.]\s*{DAY_MONTH}(?:,?\s+\d{{4}})?\.?)"
DATELINE = re.compile(
    rf"(?:{_NO_LABEL}{_CAPITALS}(?:,\s*{_STATE}){{0,2}}{_DAY}?\s*{_AGENCY}?(?:\s*\.?{_DASH}|:\s+)"
    rf"|{_NO_LABEL}{_PLACE}(?:,\s*{_PLACE}){{0,2}}{_DAY}?\s*{_AGENCY}\s*(?:\.?{_DASH}|:\s+|\.-\s*)"
    rf"|{_NO_LABEL}{_PLACE}(?:,\s*{_PLACE}){{0,2}}{_DAY}\s*{_DASH}"
    rf"|{_NO_LABEL}{_PLACE}(?:,\s*{_PLACE}){{0,2}}{_DAY}?[.,]?\s*/\s?(?:{AGENCY})\s?/(?:\.?{_DASH}|\.?\s+)"
    rf"|{_PLACE}(?:,\s*{_PLACE})?,\s*\d{{1,2}}\s+(?:de\s+)?[a-zà-ÿ]{{3,10}}\.?\s*{_AGENCY}\s*(?:\.?{_DASH}|\.-\s*|:\s+)"
    rf"|{_CAPITALS}[.,]\s+{DAY_MONTH}[.,]?\s*(?:{AGENCY}|INTERFAX|(?-i:[A-Z]{{2,5}}))\s*{_DASH}"
    rf"|{_NO_LABEL}{_PLACE}(?:,\s*{_PLACE}){{0,2}},\s*{DAY_MONTH}\s+\d{{2,4}}"
    rf"\s*\([^()]{{2,80}}\)\s*[-–—]{{1,2}}\s+(?:\[[\w ]{{2,20}}\]\s+)?"
    rf"|\((?:{AGENCY})\)\s*(?:{_DASH}|:\s+)?"
    rf"|(?:{AGENCY})\s*[–—-]\s+)(?=[^\W_a-z]|[\"“‘'«(\[])"
)
"""Place, day and agency before a report's first sentence: "KYIV, July 3 (Reuters) - "."""
INLINE_BYLINE = re.compile(
    rf"By\s+(?P<names>[A-ZÀ-Þ][a-zà-ÿ’'-]+(?:\s+[A-ZÀ-Þ][\w.’'-]*?){{1,3}})[.,]?\s+(?={_CAPITALS}[^a-z]{{0,20}}(?:\(|—|–|-))"
)
"""A byline that lost its line break before a dateline."""
DATELINE_DATE = re.compile(rf"{DAY_MONTH},?\s+\d{{4}}", re.IGNORECASE)


class Head(msgspec.Struct, frozen=True):
    """Offsets into the text; `title` is None if no line is one. `line` is the index of the line where the rest begins."""

    title: tuple[int, int] | None
    date: tuple[int, int] | None


def title_at(text: str, start: int, title: str | None) -> int | None:
    """Where the article's known title ends if the text has it at `start`, up to case, kind of quotes and white space."""
    if not title or not (pattern := r"\s+".join(re.escape(w) for w in _folded(title).split())):
        return None
    window = _folded(text[start : start + 2 * len(title) + 20])
    match = re.match(pattern + r"[.:]?(?=\s|$)", window)
    return start + match.end() if match else None


def looks_like_title(line: Line, following: list[Line], title: str | None) -> bool:
    """Whether a first line heads a text: no stop, not long, longer lines with stops below it, and nothing in it that
    belongs to a picture; where the title is known, the line is another form of it and shares a word with it.
    """
    if line.words < 2 or TWO_SENTENCES.search(line.text):
        return False
    if title and not {w for w in words(title) if len(w) > 3} & set(words(line.text)):
        return False
    if line.stopped and not line.text.endswith(("?", "!")):
        return False
    if line.words > LONGEST_TITLE or not following or line.bullet:
        return False
    longest = max(below.words for below in following[:4])
    return longest > line.words and any(below.sentence for below in following[:4])


def _folded(text: str) -> str:
    """Lower case where that keeps the length, plain quotes."""
    return "".join(
        c.lower() if len(c.lower()) == 1 else c for c in plain(unicodedata.normalize("NFC", text) if text.isascii() else text)
    )
