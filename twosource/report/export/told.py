"""What do all exports ask of a briefing? Its whole articles, who tells of an event, names that never change, days."""

import datetime
import hashlib
import re

import msgspec

from twosource.records import Annotation, Attribution, Briefing, Event, LedgerEvent
from twosource.values.dates import Days, interval

HAPPENED = ("asserted", "alleged")
"""Statuses of events that a table of what happened may hold; a plan, a denial and a hypothesis are none."""


_LONE = re.compile("[\ud800-\udfff]")


class Telling(msgspec.Struct, frozen=True):
    """One article's report of an event of the ledger."""

    article: Annotation
    event: Event
    attribution: Attribution | None

    @property
    def words(self) -> str:
        """The article's own words for it."""
        return " … ".join(s.text for s in self.event.evidence) or self.event.trigger.text


def articles(briefing: Briefing) -> tuple[Annotation, ...]:
    """The articles of a briefing.

    Raises:
        ValueError: if it holds ids alone.
    """
    found = tuple(a for a in briefing.articles if isinstance(a, Annotation))
    if len(found) < len(briefing.articles):
        raise ValueError("a briefing of ids alone (--refs) cannot be exported")
    return found


def tellings(briefing: Briefing) -> list[tuple[LedgerEvent, tuple[Telling, ...]]]:
    """Each event with the reports of it, in the briefing's order."""
    by_id = {a.id: a for a in articles(briefing)}
    found = []
    for row in briefing.events:
        told = []
        for report in row.reports:
            article = by_id[report.article]
            event = next(e for e in article.events if e.id == report.event)
            told.append(Telling(article, event, None if event.attribution is None else article.attributions[event.attribution]))
        found.append((row, tuple(told)))
    return found


def days_of(event: LedgerEvent) -> Days | None:
    """The first and last day on which it may have happened; None where that is not known."""
    return interval(event.date.value) if event.date else None


def one_day(event: LedgerEvent) -> datetime.date | None:
    """The day on which it happened; None where that is not known to the day."""
    days = days_of(event)
    return days[0] if days and days[0] == days[1] else None


def article_iri(article: Annotation) -> str:
    """Its address, else a name made from its id and text."""
    if article.url and article.url.startswith(("http://", "https://")):
        return article.url
    return f"urn:twosource:article:{digest(article.id, article.text)}"


def event_iri(event: LedgerEvent) -> str:
    """A name for an event."""
    return f"urn:twosource:event:{digest(event.id)}"


def whole(text: str) -> str:
    """Text that UTF-8 can hold: a lone surrogate becomes U+FFFD."""
    return _LONE.sub("\ufffd", text)


def as_utf8(text: str) -> bytes:
    """The text as UTF-8."""
    return whole(text).encode()


def digest(*parts: str) -> str:
    """Sixteen hexadecimal digits that stand for some words."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
