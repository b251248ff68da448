"""What does a person see of a whole pile? One view without markup; the terminal and the HTML report both render it.

The view draws no conclusion: it picks, orders and names what stands in the records, and counts them.
"""

import functools
import itertools
from collections.abc import Sequence

import msgspec

from twosource.records import DERIVED, Annotation, Briefing, Doubt, Failure, LedgerEvent, Origin, Relation, Story
from twosource.report.atlas import AtlasView, atlas
from twosource.report.derived import Block, DerivedRow, blocks, derived_rows
from twosource.report.events import EventView, event_view
from twosource.report.family import Branch, family
from twosource.report.names import Names
from twosource.report.pages import Fact, PageView, page
from twosource.report.timeline import Dated, TimelineView, timeline
from twosource.report.view import SEVERITIES, AlterationLine, ArticleLine, alteration_lines, article_line, cut
from twosource.report.voices import VoiceView

PAIRS = 80_000
"""Characters of the texts of all pairs shown whole: 50 articles stay under a megabyte. Past it the pairs that tell how an origin
hangs together show their altered passages alone, and no further pairs are shown."""


ORDER = "direction: "
"""What the names of those features begin with that tell which of two texts was first."""


SHOWN = 0.05
"""Least that a feature must weigh to be shown: less is 0.0 in print."""


class DerivationView(msgspec.Struct, frozen=True):
    """Two articles of which one derives from the other; `directed` is false where it cannot be told which.

    `reasons` are features with what each adds to the log-odds that one derives from the other, the weightiest first; `order` the
    same for the question which was first, above zero where it speaks for `earlier`.
    The marks of `rows` are indices into `alterations`; `short`: of the rows only those with an alteration are shown.
    """

    anchor: str
    earlier: str
    later: str
    directed: bool
    relation: str
    score: float
    alterations: tuple[AlterationLine, ...]
    reasons: tuple[tuple[str, float], ...]
    order: tuple[tuple[str, float], ...]
    rows: tuple[DerivedRow, ...]
    short: bool = False

    @property
    def derived(self) -> bool:
        """Whether one is held to derive from the other."""
        return self.relation in DERIVED

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The rows as they are shown, those that are the same in both texts put together."""
        return blocks(self.rows, self.short)

    @property
    def altered(self) -> int:
        """Alterations of high and medium severity."""
        return sum(x.severity != "low" for x in self.alterations)


class OriginView(msgspec.Struct, frozen=True):
    """`number` counts the origins of the whole report; `tree` holds the articles from the root down."""

    number: int
    articles: tuple[str, ...]
    root: str | None
    tree: tuple[Branch, ...]


class StoryView(msgspec.Struct, frozen=True):
    """`derivations` tell how each origin hangs together, `others` are the further pairs of which one text derives from the
    other; `unshown` counts those that have no room, `doubts` are pairs that may derive from each other. `events` are in the
    order of their weight."""

    anchor: str
    title: str
    articles: tuple[ArticleLine, ...]
    origins: tuple[OriginView, ...]
    derivations: tuple[DerivationView, ...]
    others: tuple[DerivationView, ...]
    unshown: int
    events: tuple[EventView, ...]
    doubts: tuple[Doubt, ...] = ()

    def doubted(self, article: str) -> list[tuple[str, float]]:
        """The articles of other origins that may be one text with this one, each with the probability."""
        return [(d.b if d.a == article else d.a, d.score) for d in self.doubts if article in (d.a, d.b)]

    @property
    def single(self) -> bool:
        """Whether one article alone tells it and everything in it."""
        return len(self.articles) == 1 and not self.told

    @property
    def told(self) -> tuple[EventView, ...]:
        """The events that several articles tell of."""
        return tuple(e for e in self.events if e.articles > 1)

    @property
    def alone(self) -> dict[str, tuple[EventView, ...]]:
        """The events that one article alone tells of, by its id."""
        ids = dict.fromkeys([*(a.id for a in self.articles), *(id for e in self.events if (id := _only(e)) is not None)])
        return {id: found for id in ids if (found := tuple(e for e in self.events if _only(e) == id))}

    @property
    def shared(self) -> tuple[OriginView, ...]:
        """The origins of which several articles have the text."""
        return tuple(o for o in self.origins if len(o.articles) > 1)

    @property
    def own(self) -> tuple[str, ...]:
        """The articles that share their text with no other."""
        return tuple(id for o in self.origins if len(o.articles) == 1 for id in o.articles)


class BriefingView(msgspec.Struct, frozen=True, dict=True):
    """`altered` counts the alterations of high and medium severity.

    `pages` holds the articles to read, `voices` the sources; `map` and `timeline` are None where no event has a place or a date.
    `least_sources` is the number of independent sources that make an event corroborated.
    """

    articles: int
    origins: int
    events: int
    altered: int
    stories: tuple[StoryView, ...]
    failures: tuple[Failure, ...]
    pages: tuple[PageView, ...]
    voices: tuple[VoiceView, ...]
    map: AtlasView | None
    timeline: TimelineView | None
    least_sources: int
    version: str

    @functools.cached_property
    def by_id(self) -> dict[str, PageView]:
        """The articles by their ids."""
        return {p.id: p for p in self.pages}

    @property
    def first(self) -> tuple[EventView, ...]:
        """The events to see at once: all of several articles, and the weightiest of one as far as `FIRST` reaches."""
        several = tuple(e for e in self.by_anchor.values() if e.articles > 1)
        alone = tuple(e for e in self.by_anchor.values() if e.articles == 1)
        return (*several, *alone[: max(FIRST - len(several), 0)])

    @property
    def rest(self) -> tuple[EventView, ...]:
        """The other events, each of one article alone."""
        first = {e.anchor for e in self.first}
        return tuple(e for e in self.by_anchor.values() if e.anchor not in first)

    @functools.cached_property
    def by_anchor(self) -> dict[str, EventView]:
        """The events by their anchors, those that weigh most first."""
        return {e.anchor: e for e in sorted((e for s in self.stories for e in s.events), key=lambda e: e.number)}


FIRST = 12
"""Events always in sight at the head; those of several articles are so however many they are."""


def _only(event: EventView) -> str | None:
    """The id of the one article that tells of an event; None where several do."""
    return event.evidence[0].article if event.articles == 1 and event.evidence else None


def briefing_view(briefing: Briefing) -> BriefingView:
    """A briefing for people; it must hold its articles whole, not their ids alone."""
    articles = [a for a in briefing.articles if isinstance(a, Annotation)]
    names = Names(briefing, articles)
    ordered = sorted(briefing.stories, key=lambda s: (-len(s.articles), s.title))
    pairs = {s.id: _pairs(s, names) for s in ordered}
    ranked = [r for s in ordered for r in pairs[s.id].told] + [r for s in ordered for r in pairs[s.id].rest]
    whole = _with_room(ranked, names)
    stories = [_story(s, pairs[s.id], whole, [e for e in briefing.events if e.story == s.id], names) for s in ordered]
    shown = {e.anchor: e for s in stories for e in s.events}
    placed = [(names.event[e.id], e) for e in briefing.events if names.event[e.id] in shown]
    return BriefingView(
        articles=len(articles),
        origins=sum(len(s.origins) for s in stories),
        events=len(briefing.events),
        altered=sum(d.altered for s in stories for d in s.derivations),
        stories=tuple(stories),
        failures=briefing.failures,
        pages=tuple(page(a, names.article[a.id], article_line(a).title, _facts(a, names, shown)) for a in articles),
        voices=names.voices,
        map=atlas([(anchor, e.place) for anchor, e in placed]),
        timeline=timeline([_dated(shown[anchor], e) for anchor, e in placed]),
        least_sources=int(briefing.manifest.options.get("least_sources") or 2),
        version=briefing.manifest.version,
    )


def _facts(annotation: Annotation, names: Names, shown: dict[str, EventView]) -> dict[str, Fact]:
    """By the article's own event ids, what its marked words are evidence of."""
    found = {}
    for event in annotation.events:
        view = shown.get(names.event.get(names.told.get((annotation.id, event.id), ""), ""))
        if view is not None:
            found[event.id] = Fact(names.words(annotation.id, event.id), view.number)
    return found


def _dated(view: EventView, event: LedgerEvent) -> Dated:
    label = ", ".join(x for x in (view.headline, view.where, view.when, view.toll) if x)
    actor = event.actor.name if event.actor else ""
    return Dated(view.anchor, label, view.verdict, event.date.value if event.date else None, cut(view.where, 40), cut(actor, 40))


class _Pairs(msgspec.Struct, frozen=True):
    """A story's derived pairs: the trees of its origins, the relations that they need, and the rest."""

    trees: tuple[tuple[Branch, ...], ...]
    told: tuple[Relation, ...]
    rest: tuple[Relation, ...]


def _pairs(story: Story, names: Names) -> _Pairs:
    published = {i: names.by_id[i].published for i in story.articles}
    trees = tuple(family(o, story.reuse, published) for o in story.origins)
    told = tuple(r for o, tree in zip(story.origins, trees, strict=True) for r in _told(o, tree, story.reuse))
    rest = sorted((r for r in story.reuse if r not in told), key=lambda r: -r.score)
    return _Pairs(trees, told, tuple(rest))


def _with_room(ranked: Sequence[Relation], names: Names) -> set[tuple[str, str]]:
    """The pairs, by their articles, that are shown whole: the first of them, as far as `PAIRS` reaches."""
    used = itertools.accumulate(names.length(r) for r in ranked)
    return {(r.a, r.b) for r, so_far in zip(ranked, used, strict=True) if so_far <= PAIRS}


def _story(story: Story, pairs: _Pairs, whole: set[tuple[str, str]], events: Sequence[LedgerEvent], names: Names) -> StoryView:
    """One story; of its pairs those that are `whole`, and of those that tell of an origin the altered passages of the others."""
    others = [r for r in pairs.rest if (r.a, r.b) in whole]
    return StoryView(
        names.story[story.id],
        story.title,
        tuple(article_line(names.by_id[i]) for i in story.articles),
        tuple(OriginView(names.origin[o.id], o.articles, o.root, t) for o, t in zip(story.origins, pairs.trees, strict=True)),
        tuple(msgspec.structs.replace(derivation_view(r, names), short=(r.a, r.b) not in whole) for r in pairs.told),
        tuple(derivation_view(r, names) for r in others),
        len(pairs.rest) - len(others),
        tuple(sorted((event_view(e, names) for e in events), key=lambda e: e.number)),
        story.doubts,
    )


def _told(origin: Origin, tree: Sequence[Branch], reuse: Sequence[Relation]) -> list[Relation]:
    """The relations that tell how an origin's articles hang together: the tree's; for an article outside it, its surest one."""
    chosen = [b.relation for b in tree if b.relation]
    inside = [r for r in reuse if r.relation in DERIVED and r.a in origin.articles and r.b in origin.articles]
    for id in origin.articles:
        if not any(id in (r.a, r.b) for r in chosen):
            chosen += sorted((r for r in inside if id in (r.a, r.b)), key=lambda r: -r.score)[:1]
    return chosen


def derivation_view(relation: Relation, names: Names) -> DerivationView:
    """Two articles of one story side by side, the earlier first where that can be told."""
    turned = relation.direction == "b->a"
    earlier, later = (relation.b, relation.a) if turned else (relation.a, relation.b)
    ordered = tuple(sorted(relation.alterations, key=lambda x: SEVERITIES.index(x.severity)))
    weighed = sorted(((r.feature, r.value * r.weight) for r in relation.reasons if r.value * r.weight), key=lambda r: -abs(r[1]))
    order = [(name.removeprefix(ORDER), -x if turned else x) for name, x in weighed if name.startswith(ORDER) and abs(x) >= SHOWN]
    return DerivationView(
        names.pair(earlier, later),
        earlier,
        later,
        relation.direction != "unknown",
        relation.relation,
        relation.score,
        alteration_lines(relation),
        tuple(r for r in weighed if not r[0].startswith(ORDER)),
        tuple(order),
        derived_rows(relation, names.by_id[earlier], names.by_id[later], ordered),
    )
