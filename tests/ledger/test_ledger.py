"""One event is one row; sources are independent only where nothing joins them."""

import itertools

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ledger.records import people, reading, said_by, story, town
from twosource.ledger import ledger
from twosource.ledger.corroborate import heard, independent, names_of
from twosource.ledger.disagree import disagreements
from twosource.ledger.gather import tellings
from twosource.records import Attribution, Doubt, LedgerEvent, Reading

ARICA = town("Arica", -18.48, -70.31)
TEMUCO = town("Temuco", -38.74, -72.59)


def only(readings: list[Reading], *origins: tuple[str, ...]) -> LedgerEvent:
    (event,) = ledger([story(readings, *origins)], readings)
    return event


def test_two_reports_of_one_event_are_one_row() -> None:
    event = only([reading("a", outlet="Faro", place=ARICA), reading("b", outlet="Norte", place=ARICA)])
    assert event.articles == 2
    assert event.origins == 2


def test_other_town_is_another_event() -> None:
    readings = [reading("a", outlet="Faro", place=ARICA), reading("b", outlet="Norte", place=TEMUCO)]
    assert len(ledger([story(readings)], readings)) == 2


def test_other_day_is_another_event() -> None:
    readings = [reading("a", place=ARICA), reading("b", place=ARICA, date="2031-05-20")]
    assert len(ledger([story(readings)], readings)) == 2


def test_running_totals_and_suppositions_are_not_counted() -> None:
    readings = [reading("a", single=False), reading("b", status="hypothetical")]
    assert ledger([story(readings)], readings) == ()


@pytest.mark.parametrize(
    ("sources", "outlets", "origins", "count", "verdict"),
    [
        ((None, None), ("Faro", "Norte"), (), 2, "corroborated"),
        ((None, None), ("Faro", "Norte"), (("a", "b"),), 1, "single-origin"),
        ((said_by("Ana Rojas"), said_by("Rojas")), ("Faro", "Norte"), (), 1, "single-source"),
        ((said_by("Ana Rojas"), said_by("Luis Soto", via=("Ana Rojas",))), ("Faro", "Norte"), (), 1, "single-source"),
        ((said_by("Norte", "media"), None), ("Faro", "Norte"), (), 1, "single-source"),
        ((said_by("an official", "anonymous"), said_by("an official", "anonymous")), ("Faro", "Norte"), (), 0, "undetermined"),
        ((None, said_by("an official", "anonymous")), ("Faro", "Norte"), (), 1, "undetermined"),
        ((None, None), ("Faro", None), (), 1, "undetermined"),
        ((said_by("an official", "anonymous"), None), ("Faro", "Norte"), (("a", "b"),), 1, "single-origin"),
    ],
)
def test_corroboration(
    sources: tuple[Attribution | None, Attribution | None],
    outlets: tuple[str | None, str | None],
    origins: tuple[tuple[str, ...], ...],
    count: int,
    verdict: str,
) -> None:
    readings = [
        reading(i, outlet=outlet, source=source, place=ARICA) for i, outlet, source in zip("ab", outlets, sources, strict=True)
    ]
    event = only(readings, *origins)
    assert (event.independent_sources, event.verdict) == (count, verdict)


def test_an_institution_and_its_officer_are_one_source() -> None:
    navy = reading("a", outlet="Faro", place=ARICA, source=said_by("Navy", "institution"))
    officer = reading("b", outlet="Norte", place=ARICA, source=said_by("Doru Enache"))
    told = [t for r in (navy, officer) for t in tellings(story([r]), {r.annotation.id: r})]
    one, other = (msgspec.structs.replace(t, origin=t.report.article) for t in told)
    assert len(independent([one, other])) == 2
    (group,) = independent([one, msgspec.structs.replace(other, role=frozenset({"navy", "spokesman", "captain"}))])
    assert len(group) == 2


def test_the_voice_that_an_article_names_for_a_body_speaks_for_it() -> None:
    firm = reading("a", outlet="Faro", place=ARICA, source=said_by("Ferro Andes", "institution"))
    voice = reading("b", outlet="Norte", place=ARICA, source=said_by("Doru Enache"))
    told = [t for r in (firm, voice) for t in tellings(story([r]), {r.annotation.id: r})]
    one, other = (msgspec.structs.replace(t, origin=t.report.article) for t in told)
    (group,) = independent([msgspec.structs.replace(one, voices=frozenset({"Doru Enache"})), other])
    assert len(group) == 2
    assert len(independent([msgspec.structs.replace(one, voices=frozenset({"Ana Rojas"})), other])) == 2


def test_a_paper_without_a_name_rests_on_whom_it_cites() -> None:
    paper = reading("a", outlet="Faro", place=ARICA, source=said_by(None, "media", ("Home Ministry",)))
    ministry = reading("b", outlet="Norte", place=ARICA, source=said_by("Home Ministry", "institution"))
    assert only([paper, ministry]).independent_sources == 1


def test_a_paper_that_has_it_from_others_is_no_source_beside_them() -> None:
    own = reading("a", outlet="Arica Faro", place=ARICA, source=said_by("Faro", "media", ("two officials",)))
    others = reading("b", outlet="Norte", place=ARICA, source=said_by("Faro", "media", ("two officials",)))
    named = reading("c", outlet="Arica Faro", place=ARICA, source=said_by("Faro", "media", ("Doru Enache",)))
    (one,), (other,), (third,) = (tellings(story([r]), {r.annotation.id: r}) for r in (own, others, named))
    assert names_of(one) is None
    assert names_of(other) == frozenset({"Faro"})
    assert names_of(third) == frozenset({"Doru Enache"})


def test_police_speak_by_a_detective() -> None:
    force = reading("a", outlet="Faro", place=ARICA, source=said_by("Arica Police", "institution"))
    officer = reading("b", outlet="Norte", place=ARICA, source=said_by("Doru Enache"))
    told = [t for r in (force, officer) for t in tellings(story([r]), {r.annotation.id: r})]
    one, other = (msgspec.structs.replace(t, origin=t.report.article) for t in told)
    assert len(independent([one, msgspec.structs.replace(other, role=frozenset({"detective", "inspector"}))])) == 1
    assert len(independent([one, msgspec.structs.replace(other, role=frozenset({"school", "inspector"}))])) == 2


def test_a_rumour_told_to_be_denied_affirms_nothing() -> None:
    rumour = reading("a", outlet="Faro", place=ARICA, status="alleged", source=said_by(None, "document"))
    denial = reading("a", outlet="Faro", place=ARICA, status="denied", source=said_by("Doru Enache"))
    (told,), (denied,) = (tellings(story([r]), {"a": r}) for r in (rumour, denial))
    assert heard([told, denied]) == [denied]
    elsewhere = msgspec.structs.replace(told, report=msgspec.structs.replace(told.report, article="b"))
    assert heard([elsewhere, denied]) == [elsewhere, denied]


def test_who_takes_an_event_for_granted_is_no_witness_of_it() -> None:
    witness = reading("a", outlet="Faro", place=ARICA, source=said_by("Doru Enache"))
    passing = reading("b", outlet="Norte", place=ARICA)
    told = [t for r in (witness, passing) for t in tellings(story([r]), {r.annotation.id: r})]
    one, other = (msgspec.structs.replace(t, origin=t.report.article) for t in told)
    assert len(independent([one, other])) == 2
    assert len(independent([one, msgspec.structs.replace(other, granted=True)])) == 1
    assert len(independent([msgspec.structs.replace(other, granted=True)])) == 1


def test_texts_that_may_be_one_do_not_corroborate() -> None:
    readings = [reading("a", outlet="Faro", place=ARICA), reading("b", outlet="Norte", place=ARICA)]
    doubtful = msgspec.structs.replace(story(readings), doubts=(Doubt("a", "b", 0.5),))
    (event,) = ledger([doubtful], readings)
    assert (event.origins, event.independent_sources, event.verdict) == (2, 1, "undetermined")
    assert "may be one text" in event.steps[2].because[0].why
    third = reading("c", outlet="Sur", place=ARICA)
    doubtful = msgspec.structs.replace(story([*readings, third]), doubts=(Doubt("a", "b", 0.5),))
    (event,) = ledger([doubtful], [*readings, third])
    assert (event.independent_sources, event.verdict) == (2, "corroborated")


def test_what_only_somebody_unnamed_affirms_and_a_named_one_denies_is_open() -> None:
    readings = [
        reading("a", outlet="Faro", place=ARICA, source=said_by("a relative", "anonymous")),
        reading("b", outlet="Norte", place=ARICA, source=said_by("Julio Cabral"), status="denied"),
    ]
    event = only(readings)
    assert (event.independent_sources, event.verdict) == (1, "undetermined")


def test_a_toll_that_its_source_has_raised_contradicts_nobody() -> None:
    def told(article: str, killed: int, day: str, source: str) -> Reading:
        toll = people(killed, killed, killed)
        return reading(article, outlet=article, place=ARICA, killed=toll, published=day, source=said_by(source))

    collector = [told("a", 4, "2031-03-04", "Anjali Bora"), told("b", 11, "2031-03-06", "Anjali Bora")]
    assert only([*collector, told("c", 11, "2031-03-07", "Bhaben Doley")]).disagreements == ()
    assert [d.field for d in only([collector[0], told("c", 11, "2031-03-07", "Bhaben Doley")]).disagreements] == ["killed"]


def test_one_report_is_a_single_source_even_if_anonymous() -> None:
    assert only([reading("a", source=said_by("an official", "anonymous"))]).verdict == "single-source"


def test_a_lone_denial() -> None:
    assert only([reading("a", outlet="Faro", status="denied")]).verdict == "denied"


def test_an_independent_denial_disputes() -> None:
    readings = [reading("a", outlet="Faro", place=ARICA), reading("b", outlet="Norte", place=ARICA, status="denied")]
    event = only(readings)
    assert event.verdict == "disputed"
    assert [d.field for d in event.disagreements] == ["status"]


def test_a_denial_disputes_although_one_article_brings_both_sides() -> None:
    police, union, doctor = said_by("Irina Lupu"), said_by("Mihai Dobre"), said_by("Doina Rusu")
    readings = [
        reading("a", outlet="Faro", source=union, place=ARICA),
        reading("b", outlet="Norte", source=police, place=ARICA, status="denied"),
        reading("c", outlet="Sur", source=doctor, place=ARICA),
    ]
    assert only(readings, ("a", "b")).verdict == "disputed", "the doctor and the police meet in no article"
    assert only(readings[:2], ("a", "b")).verdict == "single-origin", "one text tells both"


def test_a_hedge_with_nobody_behind_it_affirms_nothing() -> None:
    readings = [reading("a", outlet="Faro", place=ARICA), reading("b", outlet="Norte", place=ARICA, status="alleged")]
    assert only(readings).verdict == "single-source"


def test_numbers_of_independent_origins_stand_side_by_side() -> None:
    readings = [
        reading("a", outlet="Faro", place=ARICA, killed=people(10, 10, 10)),
        reading("b", outlet="Norte", place=ARICA, killed=people(12, 12, 12)),
    ]
    event = only(readings)
    assert event.verdict == "corroborated"
    assert [(d.field, [v.value for v in d.values]) for d in event.disagreements] == [("killed", [10, 12])]
    assert event.killed is not None
    assert (event.killed.low, event.killed.high) == (10, 12)


def test_at_least_ten_does_not_contradict_twelve() -> None:
    readings = [
        reading("a", outlet="Faro", place=ARICA, killed=people(10, 10, None)),
        reading("b", outlet="Norte", place=ARICA, killed=people(12, 12, 12)),
    ]
    assert only(readings).disagreements == ()


def test_numbers_inside_one_origin_are_no_disagreement() -> None:
    readings = [
        reading("a", outlet="Faro", place=ARICA, killed=people(10, 10, 10)),
        reading("b", outlet="Norte", place=ARICA, killed=people(12, 12, 12)),
    ]
    assert only(readings, ("a", "b")).disagreements == ()


REPORTS = st.lists(
    st.tuples(
        st.sampled_from([None, "Faro", "Norte", "Sur"]),
        st.sampled_from([None, said_by("Ana Rojas"), said_by("Luis Soto"), said_by("an aide", "anonymous")]),
        st.sampled_from([None, ARICA, TEMUCO]),
        st.sampled_from([None, "2031-03-04", "2031-03-05", "2031-05-20"]),
        st.integers(1, 40),
        st.sampled_from(["asserted", "alleged", "denied"]),
    ),
    min_size=1,
    max_size=6,
)


@given(REPORTS, st.randoms(use_true_random=False))
def test_the_order_of_reports_does_not_matter_and_counts_hold(rows, random) -> None:  # type: ignore[no-untyped-def]
    readings = [
        reading(f"a{i}", outlet=o, source=s, place=p, date=d, killed=people(k, k, k), status=t)
        for i, (o, s, p, d, k, t) in enumerate(rows)
    ]
    first = ledger([story(readings)], readings)
    mixed = list(readings)
    random.shuffle(mixed)
    again = {r.annotation.id: r for r in mixed}
    told = story(readings)
    assert ledger([told], list(again.values())) == first
    reports = list(itertools.chain.from_iterable(e.reports for e in first))
    assert sorted(r.article for r in reports) == sorted(r.annotation.id for r in readings)
    for event in first:
        assert event.independent_sources <= event.origins <= event.articles <= len(event.reports)
        if event.killed is not None and event.killed.best is not None:
            assert event.killed.low is not None
            assert event.killed.low <= event.killed.best
            assert event.killed.high is None or event.killed.best <= event.killed.high


def test_one_text_with_both_sides_against_another_that_affirms_disagrees_on_whether_it_happened() -> None:
    told = [
        t
        for r in (
            reading("a", outlet="Faro", source=said_by("Ana Rojas")),
            reading("b", outlet="Sur", source=said_by("Luis Soto")),
        )
        for t in tellings(story([r]), {r.annotation.id: r})
    ]
    first, second = (msgspec.structs.replace(t, origin=t.report.article) for t in told)
    denial = msgspec.structs.replace(first, event=msgspec.structs.replace(first.event, id="e2", status="denied"))
    assert [d.field for d in disagreements([first, denial, second])] == ["status"]
    assert disagreements([first, denial]) == ()


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("Strikers", "company guards", True),
        ("guerrillas", "gang", True),
        ("Islamic Brigade", "Baloch Front", True),
        ("soldiers", "police", False),
        ("gunmen", "rebels", False),
        ("Islamic Brigade", "rebels", False),
    ],
)
def test_who_did_it_by_name_or_by_side(one: str, other: str, apart: bool) -> None:
    blamed = ((one, said_by("Ana Rojas")), (other, said_by("Luis Soto")))
    readings = [
        reading(n, type="ASSAULT", mode=None, outlet=n, place=ARICA, actor=actor, source=source)
        for n, (actor, source) in zip("ab", blamed, strict=True)
    ]
    event = only(readings)
    assert [d.field for d in event.disagreements] == (["actor"] if apart else [])
    assert event.verdict == ("disputed" if apart else "corroborated")


def test_of_two_who_met_either_may_be_named_first() -> None:
    calls = [
        reading(n, type="CONSULT", mode="phone", outlet=n, actor=actor, source=said_by(source))
        for n, actor, source in (("a", "Ana Ruiz", "Luis Vera"), ("b", "Jan Kohl", "Mara Lind"))
    ]
    (event,) = ledger([story(calls)], calls)
    assert (event.verdict, event.disagreements) == ("corroborated", ())


def test_an_outlet_that_names_a_source_anywhere_is_no_second_source() -> None:
    unnamed = reading("a", outlet="Faro", source=said_by("an official", "anonymous"), place=ARICA)
    title = msgspec.structs.replace(unnamed.annotation.events[0], id="e2", attribution=None)
    both = msgspec.structs.replace(unnamed.annotation, events=(*unnamed.annotation.events, title))
    told = tellings(story([unnamed]), {"a": msgspec.structs.replace(unnamed, annotation=both)})
    assert [t.attribution is None for t in told] == [False, True]
    assert independent(told) == []


def test_somebody_unnamed_whom_two_papers_cite_joins_them_no_more_than_a_source_would() -> None:
    cited = [said_by(paper, "media", via=("two officials",)) for paper in ("Faro", "Norte")]
    event = only([reading(i, outlet="Sol", source=source, place=ARICA) for i, source in zip("ab", cited, strict=True)])
    assert event.independent_sources == 2
    assert {s.kind for s in event.sources if s.name == "two officials"} == {"anonymous"}
