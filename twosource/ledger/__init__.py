"""Across the pile, which real events happened, each once, and who says so?"""

from collections import Counter, defaultdict
from collections.abc import Sequence

import msgspec

from twosource.ledger.across import joined, linked
from twosource.ledger.gather import Telling, tellings
from twosource.ledger.merge import merged
from twosource.ledger.same import groups
from twosource.records import NOT_RULED, LedgerEvent, Reading, Ruled, Story


def ledger(
    stories: Sequence[Story], readings: Sequence[Reading], least_sources: int = 2, ruled: Ruled = NOT_RULED
) -> tuple[LedgerEvent, ...]:
    """The events of a pile, each once: in the order of the stories, the most reported first.

    Args:
        stories: the stories of the pile. An event told in several is in the row of the one with the most of its reports.
        readings: the articles; one that no story names is left out.
        least_sources: how many independent sources corroborate an event.
        ruled: what people have judged, which outranks the program.
    """
    by_id = {r.annotation.id: r for r in readings}
    told = _grouped([t for story in stories for t in tellings(story, by_id)], ruled)
    reuse = {story.id: story.reuse for story in stories}
    rows: dict[str, list[LedgerEvent]] = {story.id: [] for story in stories}
    for group in told:
        homes = Counter(t.story for t in group)
        home = max(homes, key=lambda name: (homes[name], name))
        found = [relation for s in rows if homes[s] for relation in reuse[s]]
        rows[home].append(merged(home, group, found, least_sources, ruled))
    return tuple(
        event
        for events in rows.values()
        for event in sorted(events, key=lambda e: (-e.articles, e.reports[0].article, _number(e.reports[0].event), e.id))
    )


def _grouped(told: Sequence[Telling], ruled: Ruled) -> list[list[Telling]]:
    """The reports of each event: those of one story first, then across stories; once more where stories are about one event."""
    by_topic: defaultdict[str, list[Telling]] = defaultdict(list)
    for telling in told:
        by_topic[telling.topic].append(telling)
    found = joined([group for some in by_topic.values() for group in groups(some, ruled)], ruled)
    topics = linked(found)
    if all(topics[t.topic] == t.topic for t in told):
        return found
    return _grouped([msgspec.structs.replace(t, topic=topics[t.topic]) for t in told], ruled)


def _number(event: str) -> tuple[int, str]:
    """The id of an event as it is sorted: e2 before e10."""
    return len(event), event
