"""Small records for the ledger's tests, about invented events."""

from twosource.records import (
    CONTRACT_VERSION,
    Annotation,
    Attribution,
    Event,
    EventDate,
    EventStatus,
    EventType,
    Origin,
    Party,
    Place,
    Reading,
    SourceKind,
    Span,
    Story,
    Toll,
    Via,
)

WORD = Span(0, 5, "blast")


def said_by(name: str | None, kind: SourceKind = "named", via: tuple[str, ...] = ()) -> Attribution:
    links = tuple(Via(v, "cites", WORD) for v in via)
    return Attribution(WORD if name else None, name, kind, None, "neutral", (WORD,), "indirect", None, links)


def town(name: str, lat: float, lon: float, country: str = "CL") -> Place:
    return Place(WORD, "location", name, abs(hash((lat, lon))) % 10**6, lat, lon, country, None, "city")


def people(low: int | None, best: int | None, high: int | None) -> Toll:
    return Toll(low, best, high, WORD)


def reading(
    article: str,
    *,
    outlet: str | None = None,
    source: Attribution | None = None,
    type: EventType = "ACCIDENT",
    mode: str | None = "explosion",
    date: str | None = "2031-03-04",
    place: Place | None = None,
    killed: Toll | None = None,
    actor: str | None = None,
    status: EventStatus = "asserted",
    single: bool = True,
    text: str = "blast",
    published: str | None = None,
) -> Reading:
    """An article whose first word tells one event; `text` must begin with that word."""
    event = Event(
        id="e1",
        type=type,
        mode=mode,
        trigger=WORD,
        evidence=(WORD,),
        actor=Party(actor, WORD) if actor else None,
        target=None,
        place=0 if place else None,
        date=EventDate(date, "day") if date else None,
        killed=killed,
        injured=None,
        status=status,
        factuality=3.0,
        single=single,
        attribution=0 if source else None,
    )
    annotation = Annotation(
        contract_version=CONTRACT_VERSION,
        id=article,
        path=article,
        title=None,
        outlet=outlet,
        url=None,
        byline=(),
        published=published,
        published_basis=None,
        language="en",
        text=text,
        credits=(),
        parts=(),
        sentences=(WORD,),
        entities=(),
        attributions=(source,) if source else (),
        no_comment=(),
        times=(),
        places=(place,) if place else (),
        events=(event,),
    )
    return Reading(annotation, (), (), ())


def story(readings: list[Reading], *origins: tuple[str, ...]) -> Story:
    """One story; the articles that no origin names are each their own."""
    ids = tuple(r.annotation.id for r in readings)
    grouped = {a for o in origins for a in o}
    listed = [*origins, *((i,) for i in ids if i not in grouped)]
    return Story("s1", "a blast", ids, tuple(Origin(f"o{n}", o, o[0]) for n, o in enumerate(listed)), ())
