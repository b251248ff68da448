"""What speaks for one event, and what for two, in one story and across stories."""

from typing import Any

import msgspec
import pytest

from tests.ledger.records import WORD, people, reading, said_by, story, town
from twosource.annotate.parse import Parser
from twosource.document import document
from twosource.ledger import ledger
from twosource.ledger.across import _tied
from twosource.ledger.another import another
from twosource.ledger.disagree import disagreements
from twosource.ledger.gather import Telling, is_guess, tellings
from twosource.ledger.same import features, groups, likeness
from twosource.ledger.weights import THRESHOLD
from twosource.records import (
    CONTRACT_VERSION,
    Alignment,
    Article,
    Event,
    EventDate,
    Party,
    Place,
    Reading,
    Relation,
    Sentence,
    Span,
    Token,
    Toll,
)

ARICA = town("Arica", -18.48, -70.31)
LIMA = town("Lima", -12.05, -77.04, "PE")


def two(first: dict[str, Any], second: dict[str, Any], **both: Any) -> tuple[Telling, Telling]:
    """The reports of two articles of one story; values that are no arguments of `reading` are set on the report afterwards."""
    made = []
    for name, own in (("a", first), ("b", second)):
        given = {**both, **own}
        later = {k: given.pop(k) for k in list(given) if k in Telling.__struct_fields__ and k != "place"}
        article = reading(name, **given)
        made.append(msgspec.structs.replace(tellings(story([article]), {name: article})[0], story="s1", **later))
    return made[0], made[1]


def test_two_men_arrested_in_one_town_are_two_arrests() -> None:
    arrest = {"type": "COERCE", "mode": "arrest", "place": ARICA, "date": None}
    luis, omar = ({"target": name} for name in ("Luis Soto", "Omar Paz"))
    assert likeness(*two(luis, luis, **arrest)) >= THRESHOLD
    assert "persons-apart" in features(*with_targets(luis, omar, **arrest))


def with_targets(first: dict[str, Any], second: dict[str, Any], **both: Any) -> tuple[Telling, Telling]:
    """The same with parties of these names."""
    told = two(first, second, **both)
    parties = [msgspec.structs.replace(t.event, target=Party(str(t.target), WORD)) for t in told]
    return tuple(msgspec.structs.replace(t, event=e) for t, e in zip(told, parties, strict=True))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("technician", "Two technicians", "target"),
        ("Two cooks", "Two technicians", "parties-apart"),
        ("Two men", "Three men", None),
    ],
)
def test_people_counted_here_and_not_there_are_the_same(one: str, other: str, found: str | None) -> None:
    told = with_targets({"target": one}, {"target": other}, type="COERCE", mode="arrest")
    unnamed = (msgspec.structs.replace(t, target=None) for t in told)
    assert {"target", "parties-apart"} & features(*unnamed).keys() == ({found} if found else set())


def test_a_description_may_be_the_person_named_there() -> None:
    named, called = two({"target": "Afi Mensah", "target_role": frozenset({"president"})}, {}, type="COERCE", mode="arrest")
    named = msgspec.structs.replace(named, event=msgspec.structs.replace(named.event, target=Party("Afi Mensah", WORD)))
    called = msgspec.structs.replace(called, event=msgspec.structs.replace(called.event, target=Party("the president", WORD)))
    assert "target" in features(named, called)
    assert "parties-apart" in features(msgspec.structs.replace(named, target_role=frozenset({"minister"})), called)


def test_another_one_is_another_one() -> None:
    first, second = two({}, {"another": True, "main": True}, place=ARICA, main=True, date="2031-03-04")
    assert likeness(first, second) < likeness(first, msgspec.structs.replace(second, another=False))
    assert "another-apart" not in features(second, second)


@pytest.mark.parametrize(
    ("sentence", "trigger", "apart"),
    [
        ("A second gallery collapsed in the mine on Wednesday.", "collapsed", True),
        ("Another blast shook the harbour on Friday.", "blast", True),
        ("A third man was arrested in Luque on Sunday.", "arrested", True),
        ("A second miner died in hospital on Friday.", "died", False),
        ("Another 12 people were killed in the flood.", "flood", False),
        ("The blast shook the harbour on Friday.", "blast", False),
    ],
)
def test_words_that_set_an_event_beside_another(parser: Parser, sentence: str, trigger: str, apart: bool) -> None:
    at = sentence.index(trigger)
    (parsed,) = _parsed(parser, sentence)
    index = next(i for i, t in enumerate(parsed.tokens) if t.start == at)
    assert another(_event(Span(at, at + len(trigger), trigger)), parsed, index) is apart


def _parsed(parser: Parser, text: str) -> tuple[Sentence, ...]:
    return parser.parse(document(Article("a", "a", text)), (Sentence(Span(0, len(text), text), "body", (), ()),))


def _event(trigger: Span) -> Event:
    return msgspec.structs.replace(reading("a").annotation.events[0], trigger=trigger)


@pytest.mark.parametrize(
    ("one", "other", "possible"),
    [
        (("ACCIDENT", "explosion"), ("ASSAULT", "explosives"), True),
        (("ACCIDENT", "crash"), ("ACCIDENT", "drowning"), True),
        (("ACCIDENT", "explosion"), ("ASSAULT", "firearms"), False),
        (("ACCIDENT", "crash"), ("ACCIDENT", "spill"), False),
    ],
)
def test_types_that_may_be_one_events(one: tuple[str, str], other: tuple[str, str], possible: bool) -> None:
    told = two({"type": one[0], "mode": one[1]}, {"type": other[0], "mode": other[1]})
    assert bool(features(*told)) is possible


def test_the_second_day_of_a_strike_is_no_other_strike() -> None:
    days = ({"date": "2031-10-13"}, {"date": "2031-10-14"})
    assert not any(name.startswith("da") for name in features(*two(*days, type="PROTEST", mode="strike")))
    assert "day-off-by-one" in features(*two(*days, type="ASSAULT", mode="explosives"))


def test_people_in_common_make_an_odd_day_doubtful() -> None:
    days = ({"date": "2031-03-04"}, {"date": "2031-06-11"})
    assert features(*two(*days))["date-apart"] == 3.0
    assert "date-doubtful-apart" in features(*two(*days, people=frozenset({"ana rojas"})))


def test_an_article_keeps_its_own_events_apart() -> None:
    told = two({}, {}, place=ARICA)
    twin = msgspec.structs.replace(told[0], report=msgspec.structs.replace(told[0].report, event="e2"))
    assert not any({"e1", "e2"} <= {t.report.event for t in g if t.report.article == "a"} for g in groups([*told, twin]))


def test_an_article_that_brings_both_sides_tells_one_event() -> None:
    told = two({}, {}, place=ARICA)
    denial = msgspec.structs.replace(told[0].event, id="e2", status="denied")
    twin = msgspec.structs.replace(told[0], report=msgspec.structs.replace(told[0].report, event="e2"), event=denial)
    assert [len(g) for g in groups([*told, twin])] == [3]
    assert len(groups([*told, msgspec.structs.replace(twin, another=True)])) == 2, "a second blast is denied"


def in_two_stories(*readings: Reading) -> list[set[str]]:
    stories = [msgspec.structs.replace(story([r]), id=f"s{n}") for n, r in enumerate(readings)]
    return sorted(({r.article for r in e.reports} for e in ledger(stories, readings)), key=sorted)


def test_an_event_of_two_stories_is_one_row_where_town_and_day_tie_it() -> None:
    a, b = (reading(name, type="ASSAULT", mode="explosives", place=ARICA, outlet=name) for name in "ab")
    assert in_two_stories(a, b) == [{"a", "b"}]
    assert in_two_stories(a, reading("b", type="ASSAULT", mode="explosives", place=LIMA, outlet="b")) == [{"a"}, {"b"}]


def test_a_denial_made_twice_by_one_person_is_one_row() -> None:
    minister = said_by("Awa Doumbia")
    a, b = (reading(n, type="PROTEST", mode="riot", date=None, status="denied", source=minister, text="blast it") for n in "ab")
    assert in_two_stories(a, b) == [{"a", "b"}]


def test_days_of_other_precision_fit() -> None:
    a, b = two({}, {})
    month = msgspec.structs.replace(b.event, date=EventDate("2031-03", "month"))
    assert "date-within" in features(a, msgspec.structs.replace(b, event=month))


def test_the_day_of_a_hearing_is_doubted_where_both_tell_their_main_event() -> None:
    days = ({"date": "2031-03-04"}, {"date": "2031-06-11", "published": "2031-06-12"})
    assert features(*two(*days, main=True))["date-apart"] == 3.0
    deed, court = two(*days, main=True)
    assert "date-doubtful-apart" in features(deed, msgspec.structs.replace(court, aftermath=True))
    assert features(deed, msgspec.structs.replace(court, aftermath=True, main=False))["date-apart"] == 3.0


def test_a_town_nearby_or_named_with_an_accent_is_no_strange_one() -> None:
    # "Azapa" lies 45 km from Arica here; "Poconchile" 160 km, and neither article names the other's town
    near, far = town("Azapa", -18.5, -69.88), town("Poconchile", -18.45, -68.8)
    assert "place-apart" in features(*two({"place": ARICA}, {"place": near}))
    assert "place-strange" in features(*two({"place": ARICA}, {"place": far}))
    accented = town("Áricá", -17.0, -68.8)
    assert "place-apart" in features(*two({"place": ARICA}, {"place": accented}))


def test_one_crime_may_be_told_by_two_means_at_hand() -> None:
    shot, stabbed, shelled = ({"mode": mode} for mode in ("firearms", "primitive", "heavy-weapons"))
    assert "hand-apart" in features(*two(shot, stabbed, type="ASSAULT", main=True))
    assert "mode-apart" in features(*two(shot, shelled, type="ASSAULT", main=True))
    assert not features(*two(shot, stabbed, type="ASSAULT", main=False))


def told_at(name: str, thing: str, date: str) -> Reading:
    strike = reading(name, type="ASSAULT", mode="drone", place=ARICA, date=date, outlet=name)
    (event,) = strike.annotation.events
    annotation = msgspec.structs.replace(strike.annotation, events=(msgspec.structs.replace(event, target=Party(thing, WORD)),))
    return msgspec.structs.replace(strike, annotation=annotation)


def test_days_that_one_article_keeps_apart_are_apart_in_its_story() -> None:
    a, b, both = (told_at(n, "fuel depot", d) for n, d in (("a", "2031-03-04"), ("b", "2031-03-05"), ("c", "2031-03-04")))
    (event,) = both.annotation.events
    later = msgspec.structs.replace(event, id="e2", date=EventDate("2031-03-05", "day"))
    both = msgspec.structs.replace(both, annotation=msgspec.structs.replace(both.annotation, events=(event, later)))
    by_name = {r.annotation.id: r for r in (a, b, both)}
    alone = {t.report.article: t for t in tellings(story([a, b]), by_name)}
    assert "day-off-by-one" in features(alone["a"], alone["b"])
    told = {t.key: t for t in tellings(story([a, b, both]), by_name)}
    assert features(told["a", "e1"], told["b", "e1"])["date-apart"] == 1.0


def test_two_buildings_cannot_be_one() -> None:
    things = (("a", "fuel depot"), ("b", "grain store"), ("c", "the building"))
    by_name = {n: told_at(n, thing, "2031-03-04") for n, thing in things}
    told = {t.report.article: t for t in tellings(story(list(by_name.values())), by_name)}
    assert "things-apart" in features(told["a"], told["b"])
    assert "things-apart" not in features(told["a"], told["c"])


def test_a_day_alone_ties_no_two_stories() -> None:
    # "Azapa" and "Lluta" are on no map, so that nothing says whether they are one place
    unknown = {"geonames_id": None, "lat": None, "lon": None, "country": None, "precision": None}
    azapa, lluta = (msgspec.structs.replace(town(n, 0, 0), **unknown) for n in ("Azapa", "Lluta"))
    a, b = (reading(n, type="ASSAULT", mode="firearms", place=p, outlet=n) for n, p in (("a", azapa), ("b", lluta)))
    assert in_two_stories(a, b) == [{"a"}, {"b"}]
    assert in_two_stories(a, reading("b", type="ASSAULT", mode="firearms", place=azapa, outlet="b")) == [{"a", "b"}]


def test_as_many_hurt_in_one_town_tie_two_stories_though_a_victim_has_died_since() -> None:
    five_hurt, one_dead = people(5, 5, 5), people(1, 1, 1)
    first = reading("a", type="ASSAULT", mode="firearms", place=ARICA, outlet="a")
    later = reading("b", type="ASSAULT", mode="firearms", place=ARICA, outlet="b", date="2031-03-10", killed=one_dead)

    def hurt(article: Reading, injured: Toll) -> Reading:
        events = tuple(msgspec.structs.replace(e, injured=injured) for e in article.annotation.events)
        return msgspec.structs.replace(article, annotation=msgspec.structs.replace(article.annotation, events=events))

    told = [tellings(story([r]), {r.annotation.id: r})[0] for r in (hurt(first, five_hurt), hurt(later, people(4, 4, 4)))]
    other = tellings(story([later]), {"b": hurt(later, people(2, 2, 2))})[0]
    assert _tied(told[0], told[1])
    assert not _tied(told[0], other)


def test_a_town_that_the_event_does_not_name_itself_is_less_strange() -> None:
    told, guessed = two({"place": ARICA, "sited": True}, {"place": LIMA, "sited": False})
    assert "place-guessed-apart" in features(told, guessed)
    assert "place-strange" in features(told, msgspec.structs.replace(guessed, sited=True))


def test_one_curfew_of_a_week_in_a_town_is_one() -> None:
    curfew = {"type": "COERCE", "mode": "curfew", "place": ARICA}
    assert "lasting" in features(*two({"date": "2031-03-04"}, {"date": "2031-03-06"}, **curfew))
    assert "lasting" not in features(*two({"date": "2031-03-04"}, {"date": "2031-05-06"}, **curfew))
    assert "lasting" not in features(*two({}, {}, place=ARICA))


def test_who_denies_it_knows_the_day() -> None:
    said, denied = {"date": "2031-03-04"}, {"date": "2031-03-05", "status": "denied"}
    assert features(*two(said, denied))["date-apart"] == 1.0
    assert "day-off-by-one" in features(*two(said, {**denied, "status": "asserted"}))


def test_to_take_one_away_and_to_kill_others_are_two_deeds() -> None:
    killed, taken = {"mode": None, "killed": people(26, 26, 26)}, {"mode": "abduct"}
    assert "hand-apart" in features(*two(killed, taken, type="ASSAULT"))
    assert "hand-apart" not in features(*two({"mode": None}, taken, type="ASSAULT"))


def test_two_villages_with_the_day_tie_two_stories() -> None:
    villages = frozenset({"tamsa", "lorgo"})
    assert _tied(*two({}, {}, type="ASSAULT", place=None, marked=villages, mode="mob", date="2031-03-02"))
    one, other = two({"mode": "mob"}, {"mode": None}, type="ASSAULT", marked=villages)
    assert _tied(one, other)
    assert not _tied(one, msgspec.structs.replace(other, marked=frozenset({"tamsa"})))


def test_people_are_known_again_with_a_letter_or_a_middle_name_more() -> None:
    names = ({"people": frozenset({"karl ewans", "ana rojas"})}, {"people": frozenset({"karll ewans", "ana maria rojas"})})
    assert features(*two(*names))["people"] == 2
    assert "people" not in features(*two({"people": frozenset({"ana rojas"})}, {"people": frozenset({"ana vega"})}))


def test_a_guessed_day_contradicts_nobody() -> None:
    told, guess = two({"date": "2031-03-01"}, {"published": "2031-03-05"}, place=ARICA)
    event = msgspec.structs.replace(guess.event, date=EventDate("2031-03-04/2031-03-05", "range"))
    guess = msgspec.structs.replace(guess, event=event, origin="other")
    assert is_guess(guess)
    assert disagreements([told, guess]) == ()
    assert [d.field for d in disagreements([told, msgspec.structs.replace(guess, published="2031-04-01")])] == ["date"]


def test_troops_are_no_group_of_that_name() -> None:
    def blamed(name: str, article: str) -> Telling:
        made = reading(article, type="ASSAULT", mode="firearms", actor=name, source=said_by(article.upper()))
        return tellings(story([made]), {article: made})[0]

    soldiers, front = blamed("soldiers", "a"), blamed("Ansar al-Bad", "b")
    told = [soldiers, msgspec.structs.replace(front, origin="other")]
    assert [d.field for d in disagreements(told)] == ["actor"]
    guard = msgspec.structs.replace(blamed("National Guard", "b"), origin="other")
    assert disagreements([soldiers, guard]) == ()


def test_two_stories_about_one_event_tell_its_arrest_once() -> None:
    def told(name: str, town: Place) -> Reading:
        attack = reading(name, type="ASSAULT", mode="firearms", place=town, outlet=name)
        (deed,) = attack.annotation.events
        suspect = Party("man", WORD)
        arrest = msgspec.structs.replace(
            deed,
            id="e2",
            type="COERCE",
            mode="arrest",
            date=None,
            place=None,
            killed=None,
            actor=Party("police", WORD),
            target=suspect,
        )
        annotation = msgspec.structs.replace(attack.annotation, events=(deed, arrest))
        return msgspec.structs.replace(attack, annotation=annotation)

    assert in_two_stories(told("a", ARICA), told("b", ARICA)) == [{"a", "b"}, {"a", "b"}]
    assert in_two_stories(told("a", ARICA), told("b", LIMA)) == [{"a"}, {"a"}, {"b"}, {"b"}]


def test_a_sentence_and_what_was_made_of_it_tell_one_event() -> None:
    readings = {name: reading(name, text="blast in town") for name in ("a", "b")}
    sentence = Sentence(WORD, "body", (Token(0, 5, "blast", "blast", "NOUN", "NN", "ROOT", 0),), ())
    readings = {n: msgspec.structs.replace(r, sentences=(sentence,)) for n, r in readings.items()}
    relation = Relation(CONTRACT_VERSION, "a", "b", "rewrite", "a->b", 0.9, (), (Alignment((WORD,), (WORD,), 0.8),), ())
    one = story(list(readings.values()), ("a", "b"))
    assert "retold" in features(*tellings(msgspec.structs.replace(one, reuse=(relation,)), readings))
    assert "retold" not in features(*tellings(one, readings))
    apart = msgspec.structs.replace(relation, relation="same-story")
    assert "retold" not in features(*tellings(msgspec.structs.replace(one, reuse=(apart,)), readings))
