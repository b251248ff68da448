"""What does a web page say, and what does it tell about itself?

trafilatura finds the article among menus and advertisements; each paragraph becomes a line. Title, outlet, address, authors
and date come from the page's own metadata. The date is taken only from metadata and address, never from dates that stand
somewhere in the text (htmldate's extensive search): those are guesses.

Known failures: very short notices are not told from the furniture around them and count as "no article text"; of the
publication time only the day is kept.
"""

import logging
import re

from trafilatura import bare_extraction
from trafilatura.settings import Document as Page

from twosource.errors import TwosourceError
from twosource.records import Article

_DATES = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01", "outputformat": "%Y-%m-%d"}
"""A fixed latest date, because htmldate would ask the clock for one."""

LARGEST_PAGE = 10_000_000
"""Characters of markup at most: trafilatura's time grows with the square (1 MB 0.7 s, 5 MB 9 s, 19 MB 146 s)."""

LEAST_TEXT = 40
"""Characters of an article at least: from a page without one, trafilatura falls back on what a menu says ("Home")."""

DEEPEST = 2_000
"""Open elements at most. Written pages nest some dozens deep; more only costs memory and the parser's stack."""

_TAG = re.compile(r"<(/?)(?:div|span|ul|ol|table|section|blockquote|font|b|i|a)\b[^>]*>", re.IGNORECASE)

for _name in ("trafilatura", "htmldate", "justext", "charset_normalizer"):
    logging.getLogger(_name).addHandler(logging.NullHandler())  # what they would print stands in the failure


def extract(markup: str, id: str, path: str) -> Article:
    """The article of a page.

    Raises:
        TwosourceError: it holds no article text, or cannot be parsed.
    """
    if len(markup) > LARGEST_PAGE:
        raise TwosourceError(
            id, "ingest", f"is too large: {len(markup) / 1e6:.1f} MB of HTML, at most {LARGEST_PAGE / 1e6:.0f} MB are read"
        )
    if _depth(markup) > DEEPEST:
        raise TwosourceError(id, "ingest", f"is nested too deeply (over {DEEPEST} open elements)")
    try:
        page = bare_extraction(markup, with_metadata=True, include_comments=False, date_extraction_params=dict(_DATES))
    except Exception as error:  # the parsers below raise whatever hostile markup drives them to
        raise TwosourceError(id, "ingest", f"cannot be parsed as HTML ({type(error).__name__}: {error})") from error
    text = page.text if isinstance(page, Page) else None
    if not isinstance(page, Page) or not text or len(text.strip()) < LEAST_TEXT:
        raise TwosourceError(id, "ingest", "holds no article text that could be extracted from its HTML")
    authors = tuple(a.strip() for a in (page.author or "").split(";") if a.strip())
    return Article(id, path, text, page.title or None, page.sitename or None, page.url or None, authors, page.date or None)


def _depth(markup: str) -> int:
    """The largest number of common elements open at once; those that HTML closes by itself (p, li, td) are left out."""
    deepest = depth = 0
    for tag in _TAG.finditer(markup):
        depth = max(0, depth - 1) if tag[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest
