"""What does a person see of one event? Who says so, in which article, in whose words, and why it counts as so many sources."""

import msgspec

from twosource.records import Annotation, Event, EventStatus, LedgerEvent, Verdict
from twosource.report.names import Names
from twosource.report.view import parties, toll, who
from twosource.report.wording import what, when


class Evidence(msgspec.Struct, frozen=True):
    """What one article says of an event, in its own words, and whose word that is.

    `words_at` names the marked words in the article, `voice` the source's part of the report (None: the article's own word).
    `origin` is the number of the article's origin.
    """

    article: str
    words: str
    source: str | None
    toll: str
    words_at: str
    voice: str | None
    via: tuple[str, ...]
    origin: int
    status: str


class Telling(msgspec.Struct, frozen=True):
    """What one article says, and those of the same origin that say it in the same words, whoever they quote."""

    first: Evidence
    again: tuple[Evidence, ...]


class Text(msgspec.Struct, frozen=True):
    """What the articles of one origin say of an event."""

    origin: int
    articles: int
    tellings: tuple[Telling, ...]


class Differing(msgspec.Struct, frozen=True):
    """A field on which origins contradict each other: each value with the articles that give it."""

    field: str
    values: tuple[tuple[str, tuple[str, ...]], ...]


class EventView(msgspec.Struct, frozen=True):
    """One event.

    `number` says how much it weighs, 1 the most (`names`); `headline` is its type and mode in plain words. `counted` are the
    steps from articles to independent sources, each with what it takes away and what is left; `because` the articles
    that they fold or leave out, with the reason. `missing` is what the event lacks to be corroborated, None if nothing.
    """

    anchor: str
    number: int
    headline: str
    where: str
    when: str
    toll: str
    who: str
    status: EventStatus
    articles: int
    origins: int
    independent_sources: int
    verdict: Verdict
    sources: tuple[str, ...]
    disagreements: tuple[str, ...]
    differing: tuple[Differing, ...]
    evidence: tuple[Evidence, ...]
    counted: tuple[tuple[str, int, int], ...]
    because: tuple[tuple[tuple[str, ...], str], ...]
    missing: str | None

    @property
    def texts(self) -> tuple[Text, ...]:
        """The evidence by origin, what is said in the same words put together."""
        by_origin: dict[int, dict[str, list[Evidence]]] = {}
        for e in self.evidence:
            by_origin.setdefault(e.origin, {}).setdefault(e.words, []).append(e)
        return tuple(
            Text(
                origin,
                len({e.article for alike in groups.values() for e in alike}),
                tuple(Telling(alike[0], tuple(alike[1:])) for alike in groups.values()),
            )
            for origin, groups in by_origin.items()
        )


def event_view(event: LedgerEvent, names: Names) -> EventView:
    """An event of the ledger for people."""
    told = [(names.by_id[r.article], e) for r in event.reports for e in names.by_id[r.article].events if e.id == r.event]
    anchor = names.event[event.id]
    return EventView(
        anchor=anchor,
        number=int(anchor[1:]),
        headline=what(event.type, event.mode),
        where=event.place.name if event.place else "",
        when=when(event.date),
        toll=toll(event.killed, event.injured),
        who=parties(event.actor.name if event.actor else None, event.target.name if event.target else None),
        status=event.status,
        articles=event.articles,
        origins=event.origins,
        independent_sources=event.independent_sources,
        verdict=event.verdict,
        sources=tuple(s.name for s in event.sources),
        disagreements=tuple(
            f"{d.field}: " + " against ".join(f"{v.value} ({', '.join(r.article for r in v.reports)})" for v in d.values)
            for d in event.disagreements
        ),
        differing=tuple(
            Differing(d.field, tuple((str(v.value), tuple(dict.fromkeys(r.article for r in v.reports))) for v in d.values))
            for d in event.disagreements
        ),
        evidence=tuple(_evidence(a, e, names) for a, e in told),
        counted=_counted(event),
        because=tuple((j.articles, j.why) for step in event.steps for j in step.because),
        missing=event.missing,
    )


def _counted(event: LedgerEvent) -> tuple[tuple[str, int, int], ...]:
    """From articles over origins to independent sources, all three as the ledger has them."""
    return (
        ("articles tell of it", event.articles, event.articles),
        ("share their text with another article", event.origins - event.articles, event.origins),
        (
            "rest on a source that another has too, or name none that can be told",
            event.independent_sources - event.origins,
            event.independent_sources,
        ),
    )


def _evidence(annotation: Annotation, event: Event, names: Names) -> Evidence:
    words = " … ".join(s.text for s in event.evidence) or event.trigger.text
    attribution = annotation.attributions[event.attribution] if event.attribution is not None else None
    return Evidence(
        article=annotation.id,
        words=words,
        source=who(attribution) if attribution else None,
        toll=toll(event.killed, event.injured),
        words_at=names.words(annotation.id, event.id),
        voice=names.voice[annotation.id, event.attribution] if event.attribution is not None else None,
        via=tuple(link.name for link in attribution.via) if attribution else (),
        origin=names.origin_of[annotation.id],
        status=event.status,
    )
