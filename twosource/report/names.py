"""What is everything called inside the report? Short names that are the same in every place that points to it."""

from collections.abc import Sequence

from twosource.records import Annotation, Briefing, Relation
from twosource.report.voices import voices


class Names:
    """The anchors of a report's articles, events, stories and sources, and the numbers of its origins."""

    def __init__(self, briefing: Briefing, articles: Sequence[Annotation]) -> None:
        self.by_id = {a.id: a for a in articles}
        self.article = {a.id: f"a{n}" for n, a in enumerate(articles, 1)}
        self.event = {e.id: f"e{n}" for n, e in enumerate(briefing.events, 1)}
        self.story = {s.id: f"t{n}" for n, s in enumerate(briefing.stories, 1)}
        self.origin = {o.id: n for n, o in enumerate((o for s in briefing.stories for o in s.origins), 1)}
        self.origin_of = {a: self.origin[o.id] for s in briefing.stories for o in s.origins for a in o.articles}
        self.voices, self.voice = voices(articles)
        self.told = {(r.article, r.event): e.id for e in briefing.events for r in e.reports}

    def words(self, article: str, event: str) -> str:
        """What the words are called that are an article's evidence of an event."""
        return f"{self.article[article]}-{self.event[self.told[article, event]]}-{event}"

    def pair(self, earlier: str, later: str) -> str:
        """What the pair of two articles is called."""
        return f"p-{self.article[earlier]}-{self.article[later]}"

    def length(self, relation: Relation) -> int:
        """The characters of a pair's two texts."""
        return len(self.by_id[relation.a].text) + len(self.by_id[relation.b].text)
