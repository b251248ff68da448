"""What is everything called inside the report? Short names that are the same in every place that points to it.

Events are numbered by what they weigh, so that the numbers say what to read first: those that are only denied or supposed come
last; before them more independent sources come first, then more killed, more injured, more articles, a larger story. What weighs
the same stands in the order of the ledger.
"""

from collections.abc import Sequence

from twosource.records import Annotation, Attribution, Briefing, EventStatus, LedgerEvent, MergedToll, Relation, Story
from twosource.report.voices import voices

NEVER: tuple[EventStatus, ...] = ("denied", "hypothetical")
"""What did not happen, as far as anybody says."""


class Names:
    """The anchors of a report's articles, events, stories and sources, and the numbers of its origins."""

    def __init__(self, briefing: Briefing, articles: Sequence[Annotation]) -> None:
        self.by_id = {a.id: a for a in articles}
        self.article = {a.id: f"a{n}" for n, a in enumerate(articles, 1)}
        self.event = {e.id: f"e{n}" for n, e in enumerate(weightiest(briefing.events, briefing.stories), 1)}
        self.story = {s.id: f"t{n}" for n, s in enumerate(briefing.stories, 1)}
        self.origin = {o.id: n for n, o in enumerate((o for s in briefing.stories for o in s.origins), 1)}
        self.origin_of = {a: self.origin[o.id] for s in briefing.stories for o in s.origins for a in o.articles}
        self.voices, self.voice = voices(articles, self.said_at)
        self.told = {(r.article, r.event): e.id for e in briefing.events for r in e.reports}
        self._words = {key: f"w{n}" for n, key in enumerate(self.told, 1)}

    def words(self, article: str, event: str) -> str:
        """What the words are called that are an article's evidence of an event."""
        return self._words[article, event]

    def said_at(self, article: str, attribution: Attribution) -> str:
        """Where in the report the words for a statement's source stand; the article as a whole where there are none."""
        at = self.article[article]
        return f"{at}-{attribution.source.start}" if attribution.source else at

    def pair(self, earlier: str, later: str) -> str:
        """What the pair of two articles is called."""
        return f"p{self.article[earlier][1:]}-{self.article[later][1:]}"

    def length(self, relation: Relation) -> int:
        """The characters of a pair's two texts."""
        return len(self.by_id[relation.a].text) + len(self.by_id[relation.b].text)


def weightiest(events: Sequence[LedgerEvent], stories: Sequence[Story]) -> list[LedgerEvent]:
    """The events, those that matter most first."""
    size = {s.id: len(s.articles) for s in stories}

    def weight(event: LedgerEvent) -> tuple[bool, int, int, int, int, int]:
        return (
            event.status in NEVER,
            -event.independent_sources,
            -_people(event.killed),
            -_people(event.injured),
            -event.articles,
            -size.get(event.story, 0),
        )

    return sorted(events, key=weight)


def _people(toll: MergedToll | None) -> int:
    """As many as a toll speaks of, the least where it gives a range; 0 where it gives none."""
    return next((n for n in (toll.best, toll.low, toll.high) if n is not None), 0) if toll else 0
