"""Events read off invented reports: type, parties, casualties, status, and each occurrence once."""

from pathlib import Path

import pytest

from twosource.annotate.events import events
from twosource.annotate.factuality import judgements
from twosource.annotate.parse import Parser
from twosource.annotate.quantities import quantities
from twosource.annotate.sentences import sentences as split
from twosource.annotate.times import times
from twosource.document import document
from twosource.records import Article, Event, Party, Place, Span, Toll
from twosource.text import inside


def read(parser: Parser, text: str, published: str | None = None, places: tuple[Place, ...] = ()) -> tuple[Event, ...]:
    given = document(Article("a", "a", text, published=published))
    assert given.language == "en"
    parsed = parser.parse(given, split(given))
    return events(given, parsed, times(given, parsed), places, quantities(parsed), (), ())


def toll(value: Toll | None) -> tuple[int | None, int | None, int | None] | None:
    return None if value is None else (value.low, value.best, value.high)


@pytest.mark.parametrize(
    ("text", "kind", "mode", "killed", "injured"),
    [
        (
            "Two people were killed and 47 wounded in an airstrike on the port of Arica, doctors said.",
            "ASSAULT",
            "aerial",
            (2, 2, 2),
            (47, 47, 47),
        ),
        (
            "A missile attack near Temuco killed a brigade commander, the army said on its website.",
            "ASSAULT",
            "heavy-weapons",
            (1, 1, 1),
            None,
        ),
        (
            "At least 10 people, including two children, died when a bus crashed into a ravine near Cusco.",
            "ACCIDENT",
            "crash",
            (10, 10, None),
            None,
        ),
        (
            "An earthquake in the north of Chile left three people dead and five injured on the coast.",
            "DISASTER",
            "earthquake",
            (3, 3, 3),
            (5, 5, 5),
        ),
        ("Thousands of teachers protested in the streets of Lima against the new law on schools.", "PROTEST", "demo", None, None),
        ("Police arrested 30 people in the town of Arica after a football match late at night.", "COERCE", "arrest", None, None),
    ],
)
def test_what_happened(
    parser: Parser, text: str, kind: str, mode: str, killed: tuple[int, ...] | None, injured: tuple[int, ...] | None
) -> None:
    found = [e for e in read(parser, text) if e.type == kind]
    assert len(found) == 1
    assert (found[0].mode, toll(found[0].killed), toll(found[0].injured)) == (mode, killed, injured)
    assert all(inside(e.trigger, s) for e in found for s in e.evidence[:1])


def test_of_those_shot_the_dead_are_not_also_injured(parser: Parser) -> None:
    (event,) = [
        e
        for e in read(parser, "Six people were shot outside a bar in Arica on the coast. Two of the victims died in hospital.")
        if e.type == "ASSAULT"
    ]
    assert (toll(event.killed), toll(event.injured)) == ((2, 2, 2), (4, 4, 4))


def test_an_attack_told_twice_is_one_event(parser: Parser) -> None:
    text = "A drone attack hit a fuel depot on the edge of the town. The attack left three people dead and five injured."
    (event,) = [e for e in read(parser, text) if e.type == "ASSAULT"]
    assert event.mode == "drone"
    assert toll(event.killed) == (3, 3, 3)
    assert len(event.evidence) == 2


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The army attacked the village of Putre in the north of the country before dawn.", "asserted"),
        ("The army did not attack the village of Putre in the north of the country.", "denied"),
        ("The army will attack the village of Putre in the north of the country.", "planned"),
        ("The army might attack the village of Putre in the north of the country.", "hypothetical"),
        ("The army allegedly attacked the village of Putre in the north of the country.", "alleged"),
        ("The army plans to attack the village of Putre in the north of the country.", "planned"),
        ("If the army attacked the village of Putre, the people would leave the country.", "hypothetical"),
    ],
)
def test_whether_it_happened(parser: Parser, text: str, status: str) -> None:
    (event,) = [e for e in read(parser, text) if e.type == "ASSAULT"]
    assert event.status == status


def test_a_running_total_is_no_single_event(parser: Parser) -> None:
    text = "More than 300 people have been killed in repeated raids since 2024, the ministry said in a report."
    assert [e.single for e in read(parser, text, "2025-06-03") if e.type == "ASSAULT"] == [False]


def test_no_day_is_made_up(parser: Parser) -> None:
    text = "Gunmen attacked a police station in Arica on Tuesday, killing two officers and a driver."
    assert [e.date for e in read(parser, text)] == [None]
    (event,) = read(parser, text, "2031-03-06")
    assert event.date is not None
    assert (event.date.value, event.date.precision) == ("2031-03-04", "day")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("President Ana Ruiz met her colleague from Peru, Luis Paz, on Monday, the spokeswoman said on Tuesday.", "2031-03-03"),
        ("Police have seized 12 rifles in a barn near Arica, an official said. The search was on Monday.", "2031-03-03"),
        ("Police have seized 12 rifles in a barn near Arica, an official said. The trial was on Monday.", None),
        ("Police have seized 12 rifles in a barn near Arica, an official said. The search will be on Monday.", None),
        ("Thousands have been on strike in Arica since Monday last week, the union of the dockers said.", "2031-02-24"),
    ],
)
def test_the_day_of_an_act_without_force(parser: Parser, text: str, day: str | None) -> None:
    (event,) = read(parser, text, "2031-03-06")
    assert (event.date and event.date.value) == day


def test_place_of_the_event_not_of_the_speaker(parser: Parser) -> None:
    text = "A bomb attack in Arica killed four people, a spokesman in Lima told reporters on the phone."
    arica, lima = (
        Place(Span(text.index(n), text.index(n) + len(n), n), "location", n, 1, 0.0, 0.0, "CL", None, "city")
        for n in ("Arica", "Lima")
    )
    (event,) = read(parser, text, places=(arica, lima))
    assert event.place == 0


def test_marked_words_are_judged_in_order(parser: Parser) -> None:
    text = "The rebels did not attack the convoy, but they will attack the camp, the army said in a statement."
    marks = tuple(Span(i, i + 6, "attack") for i in (text.index("attack"), text.rindex("attack")))
    given = document(Article("a", "a", text, triggers=marks))
    found = judgements(given, parser.parse(given, split(given)), ())
    assert [j.trigger for j in found] == list(marks)
    assert [j.status for j in found] == ["denied", "planned"]
    assert found[0].factuality < 0 < found[1].factuality


LINES = (Path(__file__).parent / "events.tsv").read_text(encoding="utf8").splitlines()
CASES = [line.split("\t") for line in LINES if line and not line.startswith("#")]


def _fits(party: Party | None, wanted: str) -> bool:
    if wanted == "*":
        return True
    return party is None if wanted == "-" else party is not None and wanted.lower() in party.name.lower()


def test_a_call_told_from_both_ends_is_one_with_its_sides_in_the_order_of_the_first(parser: Parser) -> None:
    text = (
        "President Maria Costa told her Sudanese counterpart that Malta would keep talking, the palace said after a call between "
        "the leaders. The talks on fishing rights have dragged on for two years. The issue of grain did not come up during the "
        "Silva-Costa phone call, the palace said."
    )
    (call,) = [e for e in read(parser, text) if e.type == "CONSULT" and e.mode == "phone"]
    assert (call.actor and call.actor.name, call.target and call.target.name) == ("President Maria Costa", "Silva")
    assert call.place is None


def test_what_is_planned_here_and_hoped_for_there_is_one_meeting(parser: Parser) -> None:
    text = (
        "Potential talks between Haddad and Lind\n\nPresident Omar Haddad and Chancellor Petra Lind plan to meet on Friday. "
        "Lind told reporters she hopes to speak to Haddad about the dam."
    )
    (meeting,) = [e for e in read(parser, text) if e.type == "CONSULT"]
    assert meeting.status == "planned"
    assert len(meeting.evidence) == 2


def test_a_blast_in_the_headline_above_a_bomb_is_the_bomb(parser: Parser) -> None:
    text = "Eleven die in Sukkur blast\n\nEleven people were killed when a bomb exploded in a market on Friday, a doctor said."
    (event,) = read(parser, text)
    assert (event.type, event.mode, toll(event.killed)) == ("ASSAULT", "explosives", (11, 11, 11))


def test_gunshot_wounds_are_not_the_crash_told_just_before(parser: Parser) -> None:
    text = "A van crashed into a wall in Lomo on Friday. Officers found that two victims of gunshot wounds were in the back."
    found = {e.type: toll(e.injured) for e in read(parser, text)}
    assert found == {"ACCIDENT": None, "ASSAULT": (2, 2, 2)}


@pytest.mark.parametrize(("text", "wanted"), [(c[0], c[1:]) for c in CASES], ids=[c[0][:50] for c in CASES])
def test_a_sentence_tells_these_events(parser: Parser, text: str, wanted: list[str]) -> None:
    found = sorted(read(parser, text), key=lambda e: e.trigger.start)
    said = [(e.type, e.mode, e.actor and e.actor.name, e.target and e.target.name, e.status) for e in found]
    if wanted == ["none"]:
        assert said == []
        return
    assert len(said) == len(wanted), said
    for event, line in zip(found, wanted, strict=True):
        kind, mode, actor, target, *status = line.split(" | ")
        assert event.type == kind, said
        assert mode in ("*", event.mode or "-"), said
        assert _fits(event.actor, actor), said
        assert _fits(event.target, target), said
        assert event.status == (status[0] if status else "asserted"), said


TYPED = [
    line.split("\t")
    for line in (Path(__file__).parent / "event_types.tsv").read_text(encoding="utf8").splitlines()
    if line and not line.startswith("#")
]
KNOWN = pytest.mark.xfail(strict=True, reason='a known failure, marked "!" in event_types.tsv')


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        pytest.param(  # "!": a known failure, told as such; strict, so that whoever mends it is told to take the mark away
            kind.removeprefix("!"), text, id=text[:50], marks=[KNOWN] if kind.startswith("!") else []
        )
        for kind, text in TYPED
    ],
)
def test_what_kind_of_event_it_is(parser: Parser, wanted: str, text: str) -> None:
    found = {(e.type, e.mode or "-") for e in read(parser, text)}
    if wanted == "none":
        assert found == set()
        return
    kind, _, mode = wanted.partition(":")
    assert any(t == kind and mode in ("", m) for t, m in found), found
