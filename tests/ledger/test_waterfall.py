"""The count is told step by step, and what is missing is said."""

from tests.ledger.records import people, reading, said_by, story, town
from twosource.ledger import ledger
from twosource.records import LedgerEvent, Reading

ARICA = town("Arica", -18.48, -70.31)


def only(readings: list[Reading], *origins: tuple[str, ...], least: int = 2) -> LedgerEvent:
    (event,) = ledger([story(readings, *origins)], readings, least)
    return event


def test_five_articles_three_origins_two_sources() -> None:
    mayor, nurse = said_by("Ana Rojas"), said_by("Luis Soto")
    said = dict(zip("abcde", (mayor, mayor, mayor, nurse, nurse), strict=True))
    readings = [reading(i, outlet=f"Paper {i}", source=source, place=ARICA) for i, source in said.items()]
    event = only(readings, ("a", "b"), ("d", "e"))
    assert [(s.unit, s.count) for s in event.steps] == [("articles", 5), ("origins", 3), ("independent sources", 2)]
    assert [j.articles for j in event.steps[1].because] == [("a", "b"), ("d", "e")]
    (joined,) = event.steps[2].because
    assert joined.articles == ("a", "b", "c")
    assert "Ana Rojas" in joined.why
    assert (event.verdict, event.missing) == ("corroborated", None)


def test_what_cannot_be_told_is_named_and_what_is_missing_said() -> None:
    readings = [
        reading("a", outlet="Faro", place=ARICA),
        reading("b", outlet="Norte", place=ARICA, source=said_by(None, "anonymous")),
    ]
    event = only(readings)
    (left_out,) = event.steps[2].because
    assert left_out.articles == ("b",)
    assert "not counted" in left_out.why
    assert event.missing is not None
    assert event.missing.startswith("1 more independent source who says")
    assert "1 report rests on a source that the text does not tell" in event.missing
    assert "2 more independent sources who say" in str(only(readings, least=3).missing)


def test_a_rewrites_altered_number_is_no_disagreement_and_hides_none() -> None:
    readings = [
        reading("a", outlet="Faro", place=ARICA, killed=people(3, 3, 3), published="2031-03-04"),
        reading("b", outlet="Farm", place=ARICA, killed=people(5, 5, 5), published="2031-03-05"),
        reading("c", outlet="Norte", place=ARICA, killed=people(5, 5, 5), published="2031-03-06T10:00:00"),
    ]
    assert only(readings[:2], ("a", "b")).disagreements == ()
    assert only(readings[:2], ("a", "b")).killed is not None
    event = only(readings, ("a", "b"))
    (differ,) = event.disagreements
    assert [(v.value, [r.article for r in v.reports], v.since) for v in differ.values] == [
        (3, ["a"], "2031-03-04"),
        (5, ["c"], "2031-03-06"),
    ]
    assert event.killed is not None
    assert (event.killed.low, event.killed.high) == (3, 5)


def test_every_report_but_the_first_says_why_it_is_of_this_event() -> None:
    readings = [reading(i, outlet=f"Paper {i}", place=ARICA) for i in "abc"]
    event = only(readings)
    assert [(link.b.article, link.ruling) for link in event.links] == [("b", None), ("c", None)]
    for link in event.links:
        assert link.score >= 0.5
        assert {"place", "day"} <= {r.feature for r in link.reasons}
