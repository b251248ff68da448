"""What do all reports of one event together say of it?

Method: the most specific value that the most origins give. A number of people counts once for each origin, as the text gives it
that the origin goes back to: `low` is the lowest that any gives, `high` the highest, `best` the one that most origins give (the
larger of equals: tolls rise). Statuses:
what any report asserts is asserted; a denial stands only where nobody affirms.
"""

import hashlib
from collections import Counter
from collections.abc import Sequence
from typing import Literal

from twosource.ledger.corroborate import corroborate
from twosource.ledger.disagree import disagreements
from twosource.ledger.gather import Telling, speaking
from twosource.ledger.same import links
from twosource.ledger.waterfall import missing, steps
from twosource.records import (
    NOT_RULED,
    EventDate,
    EventStatus,
    EventType,
    LedgerEvent,
    MergedToll,
    Party,
    Place,
    Relation,
    Ruled,
)

PLACES = ("point", "city", "admin1", "country", "region", None)
DATES = ("day", "range", "week", "month", "year")
STATUSES: tuple[EventStatus, ...] = ("asserted", "alleged", "planned", "denied", "hypothetical")


def merged(
    story: str, told: Sequence[Telling], reuse: Sequence[Relation], least_sources: int, ruled: Ruled = NOT_RULED
) -> LedgerEvent:
    """One event of the ledger from its reports (at least one); `story` is the id of its story, `reuse` how articles derive."""
    told = sorted(told, key=lambda t: t.key)
    heard = speaking(told)
    differ = disagreements(told)
    support = corroborate(told, least_sources, any(d.field == "actor" for d in differ))
    reports = tuple(t.report for t in told)
    name = "\n".join([story, *(f"{r.article}\t{r.event}" for r in reports)])
    return LedgerEvent(
        id="ev-" + hashlib.sha256(name.encode()).hexdigest()[:12],
        story=story,
        type=_type(heard),
        mode=_most_told([t.event.mode for t in heard if t.event.type == _type(heard)]),
        actor=_party([t.event.actor for t in told]),
        target=_party([t.event.target for t in told]),
        place=_place(told),
        date=_date(told),
        killed=_toll([t for t in told if t.event.killed], "killed"),
        injured=_toll([t for t in told if t.event.injured], "injured"),
        status=min((t.event.status for t in told), key=STATUSES.index),
        reports=reports,
        articles=len({t.report.article for t in told}),
        origins=len({t.origin for t in told}),
        independent_sources=support.independent,
        sources=support.sources,
        verdict=support.verdict,
        disagreements=differ,
        steps=steps(told, reuse, ruled),
        missing=missing(told, support, least_sources),
        links=links(told, ruled),
    )


def _type(told: Sequence[Telling]) -> EventType:
    """The type that most reports give; they differ only where a person has joined them."""
    counts = Counter(t.event.type for t in told)
    return min(counts, key=lambda kind: (-counts[kind], kind))


def _most_told(values: Sequence[str | None]) -> str | None:
    counts = Counter(v for v in values if v is not None)
    return min(counts, key=lambda v: (-counts[v], v)) if counts else None


def _party(parties: Sequence[Party | None]) -> Party | None:
    """The party that most reports name; a proper name before a description, the longer form of equals."""
    known = [p for p in parties if p is not None]
    counts = Counter(p.name for p in known)
    return (
        min(known, key=lambda p: (not p.name[:1].isupper(), -counts[p.name], -len(p.name), p.name, p.span.start))
        if known
        else None
    )


def _place(told: Sequence[Telling]) -> Place | None:
    known = [t.place for t in told if t.place is not None]
    counts = Counter(p.name for p in known)
    return min(known, key=lambda p: (PLACES.index(p.precision), -counts[p.name], p.name, p.span.start)) if known else None


def _date(told: Sequence[Telling]) -> EventDate | None:
    known = [t.event.date for t in told if t.event.date is not None]
    counts = Counter(d.value for d in known)
    return min(known, key=lambda d: (DATES.index(d.precision), -counts[d.value], d.value)) if known else None


def _toll(told: Sequence[Telling], field: Literal["killed", "injured"]) -> MergedToll | None:
    tolls = [(t.origin, t.event.killed if field == "killed" else t.event.injured) for t in speaking(told)]
    given = {(origin, toll.low, toll.best, toll.high) for origin, toll in tolls if toll is not None}
    if not given:
        return None
    lows = [low for _, low, _, _ in given if low is not None]
    highs = [high for _, _, _, high in given if high is not None]
    counts = Counter(best for _, _, best, _ in given if best is not None)
    best = max(counts, key=lambda n: (counts[n], n)) if counts else None
    high = max([*highs, *([best] if best is not None else [])]) if highs else None
    low = min([*lows, *([best] if best is not None else [])]) if lows else None
    return MergedToll(low, best, high)
