"""A small briefing for the report's tests: two articles, one taken from the other, one event. All of it is invented."""

import re

import msgspec

from twosource.records import (
    Alignment,
    Alteration,
    Annotation,
    Attribution,
    Briefing,
    Descent,
    Disagreement,
    Event,
    EventDate,
    Failure,
    LedgerEvent,
    Manifest,
    MergedToll,
    Origin,
    Part,
    Party,
    Place,
    Reason,
    Relation,
    Report,
    ReportedValue,
    Source,
    Span,
    Story,
    Toll,
    Via,
)

TEXT = "Four dockers were hurt in Valdivia on Monday, the harbour master said."
HOSTILE = "</style></script><script>alert(1)</script><img src=x onerror=alert(2)>\u202e[bold]"


def span(text: str, words: str) -> Span:
    """The first place of some words in a text."""
    start = text.index(words)
    return Span(start, start + len(words), words)


def annotation(id: str, title: str, text: str = TEXT, name: str = "Rosa Milla") -> Annotation:
    """An article whose one sentence tells of the accident, on the harbour master's word."""
    whole = Span(0, len(text), text)
    valdivia = Place(span(text, "Valdivia"), "location", "Valdivia", 3868707, -39.81, -73.25, "CL", "Los Ríos", "city")
    source = span(text, "the harbour master")
    said = Attribution(
        source, name, "named", span(text, "said"), "neutral", (Span(0, source.start - 2, text[: source.start - 2]),), "indirect",
        None, (Via("Radio Calle-Calle", "cites", source),),
    )  # fmt: skip
    event = Event(
        "e1", "ACCIDENT", "explosion", span(text, "hurt"), (whole,), None, Party("dockers", span(text, "dockers")), 0,
        EventDate("2031-05-05", "day"), None, Toll(4, 4, 4, Span(0, 4, text[:4])), "asserted", 3.0, True, 0,
    )  # fmt: skip
    return Annotation(
        1, id, id, title, "Port Gazette", None, ("Ana Roca",), "2031-05-06", "metadata", "en", text, (), (Part("body", whole),),
        (whole,), (), (said,), (), (), (valdivia,), (event,),
    )  # fmt: skip


def briefing(title: str = "Blast at the quay", name: str = "Rosa Milla", tail: str = "") -> Briefing:
    """The briefing. `tail` is put behind both texts; `b.txt` was taken from `a.txt`."""
    a, b = annotation("a.txt", title, TEXT + tail, name), annotation("b.txt", title, TEXT.replace("Four", "Five") + tail, name)
    changed = Alteration("number-changed", span(b.text, "Five"), span(a.text, "Four"), "high", "“Four” became “Five”")
    pairs = (Alignment(b.sentences, a.sentences, 0.9),)
    reasons = (Reason("phrases kept", 0.9, 3.0, None, None), Reason("length ratio", 1.0, -0.2, None, None))
    relation = Relation(1, "b.txt", "a.txt", "rewrite", "b->a", 0.97, reasons, pairs, (changed,))
    reports = (Report("a.txt", "e1"), Report("b.txt", "e1"))
    event = LedgerEvent(
        "E1", "s1", "ACCIDENT", "explosion", None, Party("dockers", span(a.text, "dockers")), a.places[0],
        EventDate("2031-05-05", "day"), None, MergedToll(4, 4, 5), "asserted", reports, 2, 1, 1,
        (Source(name, "named", ("a.txt", "b.txt")),), "single-origin",
        (Disagreement("injured", (ReportedValue(4, reports[:1]), ReportedValue(5, reports[1:]))),),
    )  # fmt: skip
    origin = Origin("o1", ("a.txt", "b.txt"), "a.txt", (Descent("a.txt", "b.txt", 0.97),))
    story = Story("s1", title, ("a.txt", "b.txt"), (origin,), (relation,))
    manifest = Manifest("0.1", {"least_sources": 2}, (), ())
    return Briefing(1, (a, b), (Failure("c.bin", "ingest", "not text"),), (story,), (event,), manifest)


def grown(pile: Briefing, times: int) -> Briefing:
    """The pile several times over, its articles, stories and events under other names: every part grows with them."""
    parts = []
    for n in range(times):
        text = msgspec.json.encode(pile).decode().replace("examples/pile/", f"pile-{n}/")
        parts.append(msgspec.json.decode(re.sub(r'"(id|story)":"(ev-)?([0-9a-f]{12,16})"', rf'"\1":"\2\g<3>-{n}"', text)))
    whole = {**parts[0], **{key: [x for part in parts for x in part[key]] for key in ("stories", "events")}}
    articles = tuple(msgspec.convert(a, type=Annotation) for part in parts for a in part["articles"])
    return msgspec.structs.replace(msgspec.convert({**whole, "articles": []}, type=Briefing), articles=articles)
