"""A person's judgement outlives a re-run and outranks the program; nothing is ever lost from the file."""

import pathlib
import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ledger.records import WORD, reading, story, town
from twosource.errors import TwosourceError
from twosource.ledger import ledger
from twosource.ledger.rulings import resolve, text_hash
from twosource.ledger.store import history, record, standing, withdraw
from twosource.records import Anchor, Reading, Ruling, RulingVerdict

ARICA = town("Arica", -18.48, -70.31)
TEMUCO = town("Temuco", -38.74, -72.59)
AT = "2031-03-09T08:00:00+00:00"


def anchor(told: Reading, whole: bool = False) -> tuple[Anchor, ...]:
    article = told.annotation
    where = (None, None) if whole else (WORD.start, WORD.end)
    return (Anchor(article.id, text_hash(article.text), *where),)


def ruling(number: int, verdict: RulingVerdict, a: Reading, b: Reading) -> Ruling:
    whole = verdict in ("copy", "independent")
    return Ruling(number, AT, "anna", verdict, anchor(a, whole), anchor(b, whole), "seen on the spot")


def rows(readings: list[Reading], *rulings: Ruling) -> list[set[str]]:
    found = ledger([story(readings)], readings, ruled=resolve(rulings, readings))
    return sorted(({r.article for r in e.reports} for e in found), key=sorted)


def test_a_ruling_joins_what_the_program_keeps_apart_and_says_so() -> None:
    a, b = reading("a", place=ARICA), reading("b", place=TEMUCO)
    assert rows([a, b]) == [{"a"}, {"b"}]
    assert rows([a, b], ruling(4, "same", a, b)) == [{"a", "b"}]
    (event,) = ledger([story([a, b])], [a, b], ruled=resolve([ruling(4, "same", a, b)], [a, b]))
    assert [link.ruling for link in event.links] == [4]


def test_a_ruling_parts_what_the_program_joins() -> None:
    a, b = reading("a", place=ARICA), reading("b", place=ARICA)
    assert rows([a, b]) == [{"a", "b"}]
    assert rows([a, b], ruling(1, "different", a, b)) == [{"a"}, {"b"}]


def test_no_third_report_brings_together_what_a_ruling_parts() -> None:
    a, b, c = (reading(i, place=ARICA) for i in "abc")
    found = rows([a, b, c], ruling(1, "different", a, b))
    assert not any({"a", "b"} <= row for row in found)


def test_the_newest_ruling_counts() -> None:
    a, b = reading("a", place=ARICA), reading("b", place=ARICA)
    first, second = ruling(1, "same", a, b), ruling(2, "different", a, b)
    assert rows([a, b], first, second) == [{"a"}, {"b"}]
    assert rows([a, b], second, first) == [{"a"}, {"b"}], "whatever the order they come in"


def test_a_chain_of_newer_rulings_outranks_an_older_one() -> None:
    a, b, c = (reading(i, place=p) for i, p in zip("abc", (ARICA, TEMUCO, ARICA), strict=True))
    rulings = [ruling(1, "different", a, c), ruling(2, "same", a, b), ruling(3, "same", b, c)]
    assert rows([a, b, c], *rulings) == [{"a", "b", "c"}]


def test_a_ruling_finds_its_article_under_another_name_and_lets_a_changed_one_go() -> None:
    told = reading("a", place=ARICA, text="blast in the tannery")
    other = reading("b", place=ARICA, text="blast at noon")
    named_anew = reading("archive/a", place=ARICA, text="blast in the tannery")
    changed = reading("a", place=ARICA, text="blast in the old tannery")
    apart = ruling(1, "different", told, other)
    assert rows([named_anew, other], apart) == [{"archive/a"}, {"b"}]
    assert rows([changed, other], apart) == [{"a", "b"}]


RULINGS = st.lists(
    st.tuples(st.sampled_from(["same", "different"]), st.integers(0, 4), st.integers(0, 4)).filter(lambda r: r[1] != r[2]),
    max_size=8,
)


@given(RULINGS)
def test_what_holds_never_contradicts_itself_and_is_obeyed(given_rulings) -> None:  # type: ignore[no-untyped-def]
    readings = [reading(i, place=ARICA if i in "ab" else TEMUCO, text=f"blast {i}") for i in "abcde"]
    rulings = [ruling(n, v, readings[i], readings[j]) for n, (v, i, j) in enumerate(given_rulings, 1)]
    ruled = resolve(rulings, readings)
    found = rows(readings, *rulings)
    for pair in ruled.same:
        assert any({article for article, _ in pair} <= row for row in found)
    for pair in ruled.different:
        assert not any({article for article, _ in pair} <= row for row in found)
    if rulings:
        assert rulings[-1].number in {*ruled.same.values(), *ruled.different.values()}, "the newest always holds"


def test_the_store_only_grows(tmp_path: pathlib.Path) -> None:
    file = tmp_path / "ours.sqlite"
    a, b = anchor(reading("a")), anchor(reading("b"))
    assert record(file, AT, "anna", "same", a, b, "one blast") == 1
    assert record(file, AT, "ben", "copy", a, b, "same typing error") == 2
    withdraw(file, 1, AT, "anna", "wrong day")
    made, withdrawn = history(file)
    assert [(r.number, r.by, r.verdict, r.a, r.b) for r in made] == [(1, "anna", "same", a, b), (2, "ben", "copy", a, b)]
    assert [(w.ruling, w.by, w.reason) for w in withdrawn] == [(1, "anna", "wrong day")]
    assert [r.number for r in standing(file)] == [2]


def test_what_is_no_store_is_refused_and_left_alone(tmp_path: pathlib.Path) -> None:
    a, b = anchor(reading("a")), anchor(reading("b"))
    with pytest.raises(TwosourceError, match="there is no such file"):
        standing(tmp_path / "none.sqlite")
    assert not (tmp_path / "none.sqlite").exists()
    text = tmp_path / "notes.txt"
    text.write_text("not a database at all, but notes of a meeting\n" * 40, "utf8")
    with pytest.raises(TwosourceError, match="cannot be read"):
        record(text, AT, "anna", "same", a, b, "one blast")
    foreign = tmp_path / "other.sqlite"
    with sqlite3.connect(foreign) as other:
        other.execute("create table bird (name text)")
    with pytest.raises(TwosourceError, match="no store of judgements"):
        record(foreign, AT, "anna", "same", a, b, "one blast")
    file = tmp_path / "ours.sqlite"
    record(file, AT, "anna", "same", a, b, "one blast")
    with pytest.raises(TwosourceError, match="no judgement 7"):
        withdraw(file, 7, AT, "anna", "gone")
    withdraw(file, 1, AT, "anna", "gone")
    with pytest.raises(TwosourceError, match="withdrawn before"):
        withdraw(file, 1, AT, "anna", "gone")
