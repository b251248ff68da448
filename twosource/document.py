"""Which parts does an article have?"""

import re

from twosource.records import Article, Document, Part
from twosource.text import trimmed


def document(article: Article) -> Document:
    """The article with its parts told apart."""
    spans = (trimmed(article.text, m.start(), m.end()) for m in re.finditer(r"[^\n]+", article.text))
    parts = tuple(Part("body", s) for s in spans if s.text)
    return Document(
        article.id,
        article.path,
        article.title,
        article.outlet,
        article.url,
        article.byline,
        article.published,
        "metadata" if article.published else None,
        "en",
        article.text,
        (),
        parts,
        article.triggers,
    )
