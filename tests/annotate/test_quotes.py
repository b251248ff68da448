"""Quotation marks of every sort, on raw text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.annotate.quotes import quotations
from twosource.document import document
from twosource.records import Article, Quotation


def read(text: str) -> tuple[Quotation, ...]:
    return quotations(document(Article("x", "x", text)))


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('"The bridge is closed," the mayor said.', ["The bridge is closed,"]),
        ("“The bridge is closed,” the mayor said.", ["The bridge is closed,"]),
        ("„Die Brücke ist gesperrt“, sagte sie.", ["Die Brücke ist gesperrt"]),
        ("« Le pont est fermé », dit-elle.", ["Le pont est fermé"]),
        ("»Die Brücke ist gesperrt«, sagte sie.", ["Die Brücke ist gesperrt"]),
        ("'The bridge isn't safe,' the mayor said.", ["The bridge isn't safe,"]),
        ("The dockers' strike isn't over, James' brother said.", []),
        ("It was the fashion of the '90s, said Ana's aunt.", []),
        ("\"He told me 'leave now' and left,\" she said.", ["He told me 'leave now' and left,", "leave now"]),
        ('"We left," she said. "It was late."', ["We left,", "It was late."]),
        ("''We left,'' she said. ``It was late.''", ["We left,", "It was late."]),
        ("“We left,” she said.\n\n“It was late.”", ["We left,", "It was late."]),
    ],
)
def test_marks(text: str, inner: list[str]) -> None:
    assert [q.inner.text for q in read(text)] == inner


def test_runs_on_to_the_next_paragraph() -> None:
    first, second = read("She said: “We left at noon.\n\n“We came back at six.”")
    assert (first.inner.text, first.closed) == ("We left at noon.", False)
    assert (second.inner.text, second.closed) == ("We came back at six.", True)


@pytest.mark.parametrize(
    ("text", "scare"),
    [
        ('The so-called "peace train" left Lima.', True),
        ('She starred in "The Long Way Home" in 1998.', True),
        ('"No," the minister said.', False),
        ('The crowd chanted "no more lies" outside.', False),
        ('He called it "a shameful betrayal of all workers" in Lima.', False),
    ],
)
def test_scare_quotes_and_titles(text: str, scare: bool) -> None:
    assert [q.scare for q in read(text)] == [scare]


@given(st.text(alphabet="ab .,\n\"'“”‘’«»„`s", max_size=60))
def test_spans_hold_and_stay_in_their_paragraph(text: str) -> None:
    for q in read(text):
        assert text[q.span.start : q.span.end] == q.span.text
        assert text[q.inner.start : q.inner.end] == q.inner.text
        assert q.span.start <= q.inner.start <= q.inner.end <= q.span.end
        assert "\n\n" not in q.span.text
