"""What is an article made of: its parts, credits, bylines, publication date and language?"""

from twosource.document.language import language
from twosource.document.parts import Findings, find_parts
from twosource.document.publication import iso_date, name_date
from twosource.records import Article, Credit, Document, PublishedBasis


def document(article: Article) -> Document:
    """The article with its parts told apart.

    What the metadata gives is kept; outlet, title, byline and date are read from the text only where it gives none, and
    the outlet only from a credit that names it.
    """
    found = find_parts(article.text, article.title)
    credits = tuple(sorted(_distinct(found.credits), key=lambda c: c.span.start))
    published, basis = _publication(article, found)
    titles = [p.span.text for p in found.parts if p.kind == "title"]
    outlets = [c.name for c in credits if c.kind == "outlet"]
    body = "\n".join(p.span.text for p in found.parts if p.kind == "body")
    return Document(
        id=article.id,
        path=article.path,
        title=article.title or (titles[0] if titles else None),
        outlet=article.outlet or (outlets[0] if outlets else None),
        url=article.url,
        byline=article.byline or tuple(dict.fromkeys(found.byline)),
        published=published,
        published_basis=basis,
        language=language(body or article.text),
        text=article.text,
        credits=credits,
        parts=tuple(found.parts),
        triggers=article.triggers,
    )


def _publication(article: Article, found: Findings) -> tuple[str | None, PublishedBasis | None]:
    if article.published and (day := iso_date(article.published)):
        return day, "metadata"
    if found.published:
        return found.published, found.basis
    if day := name_date(article.path):
        return day, "filename"
    return None, None


def _distinct(credits: list[Credit]) -> list[Credit]:
    """Each name once, where it stands first."""
    first: dict[str, Credit] = {}
    for credit in credits:
        first.setdefault(credit.name, credit)
    return list(first.values())
