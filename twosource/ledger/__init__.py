"""Across the pile, which real events happened, each once, and who says so?"""

from collections.abc import Sequence

from twosource.ledger.gather import tellings
from twosource.ledger.merge import merged
from twosource.ledger.same import groups
from twosource.records import NOT_RULED, LedgerEvent, Reading, Ruled, Story


def ledger(
    stories: Sequence[Story], readings: Sequence[Reading], least_sources: int = 2, ruled: Ruled = NOT_RULED
) -> tuple[LedgerEvent, ...]:
    """The events of a pile, each once: in the order of the stories, the most reported first.

    Args:
        stories: the stories of the pile; events are never joined across two of them.
        readings: the articles; one that no story names is left out.
        least_sources: how many independent sources corroborate an event.
        ruled: what people have judged, which outranks the program.
    """
    by_id = {r.annotation.id: r for r in readings}
    found: list[LedgerEvent] = []
    for story in stories:
        rows = [merged(story, group, least_sources, ruled) for group in groups(tellings(story, by_id), ruled)]
        found += sorted(rows, key=lambda e: (-e.articles, e.reports[0].article, _number(e.reports[0].event), e.id))
    return tuple(found)


def _number(event: str) -> tuple[int, str]:
    """The id of an event as it is sorted: e2 before e10."""
    return len(event), event
