"""What have people judged of the articles and reports of a pile, and what of it holds?

Method: a ruling names articles by the hash of their text and reports by the words that told the event, so that it is found again
in a later run, under other names and with events numbered anew. The newest ruling comes first; an older one that contradicts
what newer ones say together is passed over. An article that has changed is another article, and no ruling holds for it.
"""

import hashlib
from collections.abc import Iterable, Sequence
from typing import TypeVar

from twosource.errors import TwosourceError
from twosource.records import Anchor, Annotation, Briefing, Reading, Ruled, Ruling

Report = tuple[str, str]
Thing = TypeVar("Thing", str, Report)


def resolve(rulings: Iterable[Ruling], readings: Sequence[Reading]) -> Ruled:
    """The rulings that hold in a pile.

    Args:
        rulings: those that stand, withdrawn ones left out, in any order.
        readings: the articles of the pile.
    """
    by_hash: dict[str, list[Reading]] = {}
    for reading in readings:
        by_hash.setdefault(text_hash(reading.annotation.text), []).append(reading)
    ruled = Ruled({}, {}, {}, {})
    for ruling in sorted(rulings, key=lambda r: -r.number):
        if ruling.verdict in ("copy", "independent"):
            first, second = _articles(ruling.a, by_hash), _articles(ruling.b, by_hash)
            _take(ruling.number, ruling.verdict == "copy", first, second, ruled.copies, ruled.independent)
        else:
            one, other = _reports(ruling.a, by_hash), _reports(ruling.b, by_hash)
            _take(ruling.number, ruling.verdict == "same", one, other, ruled.same, ruled.different)
    return ruled


def anchors(briefing: Briefing, subject: str) -> tuple[Anchor, ...]:
    """What a person means by a name in a briefing: an event of the ledger (all its reports), `ARTICLE#EVENT`, or an article.

    Raises:
        TwosourceError: if nothing in the briefing is called so, or the briefing holds its articles as ids alone.
    """
    articles = {a.id: a for a in briefing.articles if isinstance(a, Annotation)}
    if len(articles) < len(briefing.articles):
        raise TwosourceError(subject, "judgements", "the briefing holds ids of articles alone; make it without --refs")
    for event in briefing.events:
        if event.id == subject:
            return tuple(_anchor(articles[r.article], r.event) for r in event.reports)
    if subject in articles:
        return (Anchor(subject, text_hash(articles[subject].text)),)
    article, _, event_id = subject.rpartition("#")
    if article in articles and any(e.id == event_id for e in articles[article].events):
        return (_anchor(articles[article], event_id),)
    raise TwosourceError(subject, "judgements", "the briefing holds no event, report (ARTICLE#EVENT) or article of this name")


def _anchor(article: Annotation, event_id: str) -> Anchor:
    trigger = next(e.trigger for e in article.events if e.id == event_id)
    return Anchor(article.id, text_hash(article.text), trigger.start, trigger.end)


def text_hash(text: str) -> str:
    """SHA-256 of an article's text, as in the manifest."""
    return hashlib.sha256(text.encode()).hexdigest()


def _articles(anchors: Sequence[Anchor], by_hash: dict[str, list[Reading]]) -> list[str]:
    return sorted({r.annotation.id for anchor in anchors for r in _meant(anchor, by_hash)})


def _reports(anchors: Sequence[Anchor], by_hash: dict[str, list[Reading]]) -> list[Report]:
    return sorted(
        {
            (reading.annotation.id, event.id)
            for anchor in anchors
            if anchor.start is not None and anchor.end is not None
            for reading in _meant(anchor, by_hash)
            for event in reading.annotation.events
            if event.trigger.start < anchor.end and anchor.start < event.trigger.end
        }
    )


def _meant(anchor: Anchor, by_hash: dict[str, list[Reading]]) -> list[Reading]:
    """The article of an anchor: of several with the same text, the one of the same name if there is one."""
    same = by_hash.get(anchor.sha256, [])
    return [r for r in same if r.annotation.id == anchor.article] or same


def _take(
    number: int,
    together: bool,
    a: Sequence[Thing],
    b: Sequence[Thing],
    joined: dict[frozenset[Thing], int],
    apart: dict[frozenset[Thing], int],
) -> None:
    """Add the pairs of one ruling unless newer ones contradict it."""
    pairs = {frozenset((x, y)) for x in a for y in b if x != y}
    if together:
        members = _reach(a, joined) | _reach(b, joined)
        if not any(pair <= members for pair in apart):
            joined.update((pair, number) for pair in pairs if pair not in joined)
    elif not _reach(a, joined) & set(b):
        apart.update((pair, number) for pair in pairs if pair not in apart)


def _reach(start: Sequence[Thing], joined: dict[frozenset[Thing], int]) -> set[Thing]:
    """Everything that the joined pairs bring together with `start`."""
    found, todo = set(start), list(start)
    while todo:
        here = todo.pop()
        for pair in joined:
            if here in pair:
                todo += pair - found
                found |= pair
    return found
