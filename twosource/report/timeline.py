"""When did the events happen, in which place or by whose hand? Lanes over one scale of days.

A day is a dot; a week, a month or a range is a bar over all its days, so that a vague date never looks exact. Events without
a date stand in no lane and are counted.
"""

import datetime
from collections.abc import Callable, Sequence

import msgspec

from twosource.report.wording import MONTHS
from twosource.values.dates import Days, interval

LANES = 12
"""Lanes shown at the most; the events of the rest stand together, and last those of which it is not told."""
APART = 5.0
"""Nearest that two marks in one row come, in per cent of the width: a finger's width on a phone."""
FENCE = 3
"""Dates further from the middle half of the events than so many times its length (Tukey's outer fence) do not stretch the scale;
their marks lie at its edge."""
LEAST = datetime.timedelta(days=30)
"""Dates within so many days of the middle half are always on the scale."""


class Dated(msgspec.Struct, frozen=True):
    """What the timeline needs of an event."""

    anchor: str
    label: str
    verdict: str
    value: str | None
    place: str
    actor: str


class Mark(msgspec.Struct, frozen=True):
    """From `left` to `right`, in per cent of the width; equal for a day. `row` counts from 0 at the lane's top."""

    anchor: str
    label: str
    verdict: str
    left: float
    right: float
    row: int


class Lane(msgspec.Struct, frozen=True):
    name: str
    rows: int
    marks: tuple[Mark, ...]


class TimelineView(msgspec.Struct, frozen=True):
    """`ticks`: what is written at which per cent of the width; `outside` counts events whose dates lie beyond the scale."""

    ticks: tuple[tuple[float, str], ...]
    by_place: tuple[Lane, ...]
    by_actor: tuple[Lane, ...]
    undated: int
    outside: int


def timeline(events: Sequence[Dated]) -> TimelineView | None:
    """The timeline of all events with a date; None where there is none."""
    dated = [(e, days) for e in events if e.value and (days := interval(e.value))]
    if not dated:
        return None
    first, last = _bounds([days for _, days in dated])
    span = max((last - first).days, 1)

    def at(day: datetime.date) -> float:
        return round(min(max(2 + 96 * (day - first).days / span, 0.0), 100.0), 2)

    def lanes(name: Callable[[Dated], str], blank: str) -> tuple[Lane, ...]:
        named: dict[str, list[tuple[Dated, Days]]] = {}
        for event, days in dated:
            named.setdefault(name(event) or blank, []).append((event, days))
        untold = [(blank, named.pop(blank))] if blank in named else []
        told = sorted(named.items(), key=lambda item: (-len(item[1]), item[0]))
        most = LANES - len(untold)
        if len(told) > most:
            rest = told[most - 1 :]
            told = [*told[: most - 1], (f"{len(rest)} others", [x for _, found in rest for x in found])]
        return tuple(_lane(label, found, at) for label, found in (*told, *untold))

    return TimelineView(
        _ticks(first, last, at),
        lanes(lambda e: e.place, "place not told"),
        lanes(lambda e: e.actor, "actor not told"),
        len(events) - len(dated),
        sum(days[1] < first or days[0] > last for _, days in dated),
    )


def _bounds(all_days: Sequence[Days]) -> Days:
    """The first and the last day of the scale: all events, but for those far from the middle half."""
    starts = sorted(days[0] for days in all_days)
    early, late = starts[len(starts) // 4], starts[len(starts) * 3 // 4]
    reach = max(LEAST, FENCE * (late - early))
    near = [(first, last) for first, last in all_days if early - first <= reach and last - late <= reach]
    days = near or list(all_days)
    return min(d[0] for d in days), max(d[1] for d in days)


def _lane(name: str, found: Sequence[tuple[Dated, Days]], at: Callable[[datetime.date], float]) -> Lane:
    """The marks of a lane, each in the first row in which it touches no other."""
    ends: list[float] = []
    marks = []
    for event, days in sorted(found, key=lambda item: (item[1], item[0].anchor)):
        left, right = at(days[0]), at(days[1])
        row = next((n for n, end in enumerate(ends) if left - end >= APART), len(ends))
        ends[row:] = [right, *ends[row + 1 :]]
        marks.append(Mark(event.anchor, event.label, event.verdict, left, right, row))
    return Lane(name, len(ends), tuple(marks))


def _ticks(first: datetime.date, last: datetime.date, at: Callable[[datetime.date], float]) -> tuple[tuple[float, str], ...]:
    """Up to five days, evenly apart, with the year at the first and where it changes."""
    span = (last - first).days
    count = min(span, 4)
    days = [first + datetime.timedelta(days=round(span * n / count)) for n in range(count + 1)] if count else [first]
    ticks = []
    for n, day in enumerate(days):
        year = f" {day.year}" if n == 0 or day.year != days[n - 1].year else ""
        ticks.append((at(day), f"{day.day} {MONTHS[day.month - 1][:3]}{year}"))
    return tuple(ticks)
