"""Which events do the articles of a story report, and on whose word?

An event with `single` false (a running total, a pattern) is no one event, and a hypothetical one did not happen: both are left
out of the ledger.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
import numpy as np

from twosource.records import Attribution, Event, Place, Reading, Report, Story


class Telling(msgspec.Struct, frozen=True):
    """One article's report of an event.

    `root`: whether its article is the text that its origin goes back to, or one of those that may be (nobody can tell);
    `main`: whether it is the article's event with the most casualties; `alone`: whether the article tells no other event of
    its type. `named`: the names of all places in its article, in small letters. `vector`: what the words of the report mean, a
    unit vector (numpy, float), None where nobody asked for it.
    """

    report: Report
    event: Event
    place: Place | None
    origin: str
    root: bool
    outlet: str | None
    attribution: Attribution | None
    published: str | None
    main: bool
    alone: bool
    named: frozenset[str]
    vector: Any = None

    @property
    def key(self) -> tuple[str, str]:
        """What tellings are sorted by, so that the order of the input changes nothing."""
        return self.report.article, self.report.event


def tellings(story: Story, readings: Mapping[str, Reading]) -> list[Telling]:
    """The countable events of a story's articles, sorted by article and event."""
    origin_of = {article: origin.id for origin in story.origins for article in origin.articles}
    root_of = {article: origin.root for origin in story.origins for article in origin.articles}
    found = []
    for name in story.articles:
        if name not in readings:
            continue
        article = readings[name].annotation
        usable = [e for e in article.events if e.single and e.status != "hypothetical"]
        main, types = _main(usable), Counter(e.type for e in usable)
        named = frozenset(p.name.casefold() for p in article.places)
        for event in usable:
            found.append(
                Telling(
                    report=Report(name, event.id),
                    event=event,
                    place=None if event.place is None else article.places[event.place],
                    origin=origin_of.get(name, f"{story.id}:{name}"),
                    root=root_of.get(name) in (None, name),
                    outlet=article.outlet,
                    attribution=None if event.attribution is None else article.attributions[event.attribution],
                    published=article.published,
                    main=event.id == main,
                    alone=types[event.type] == 1,
                    named=named,
                    vector=_meaning(readings[name], event),
                )
            )
    return sorted(found, key=lambda t: t.key)


def speaking(told: Sequence[Telling]) -> list[Telling]:
    """The reports that speak for their origins: those of its root where that tells the event, else all of the origin.

    What a copy or a rewrite says otherwise is an alteration, and no word of an independent witness.
    """
    with_root = {t.origin for t in told if t.root}
    return [t for t in told if t.root or t.origin not in with_root]


def _meaning(reading: Reading, event: Event) -> Any:
    """The mean of the vectors of the sentences that tell the event, of length one."""
    if reading.vectors is None:
        return None
    starts = {span.start for span in event.evidence}
    told = [vector for s, vector in zip(reading.sentences, reading.vectors, strict=True) if s.span.start in starts]
    if not told:
        return None
    mean = np.asarray(told, dtype=float).mean(axis=0)
    return mean / (np.linalg.norm(mean) or 1.0)


def _main(events: Sequence[Event]) -> str | None:
    """The event with the most casualties among those that kill, the first of equals."""
    harmful = [e for e in events if e.type in ("ASSAULT", "DISASTER", "ACCIDENT") and e.status in ("asserted", "alleged")]

    def weight(event: Event) -> int:
        return sum((toll.best or toll.low or 0) for toll in (event.killed, event.injured) if toll)

    return max(harmful, key=weight).id if harmful else None
