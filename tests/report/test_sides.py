"""Two articles side by side: every sentence once, every alteration marked where it stands."""

import io

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from tests.report.made import span
from twosource.records import Alignment, Alteration, Annotation, Part, Relation, Span
from twosource.report.sides import side_by_side
from twosource.report.terminal import print_comparison
from twosource.report.view import comparison_view

BEFORE = "Police arrested two men in Graz. The mayor spoke. It rained on Monday."
AFTER = "Rain fell. Police detained two men. The bridge is shut."


def article(id: str, text: str) -> Annotation:
    found, start = [], 0
    for sentence in text.split(". "):
        end = start + len(sentence) + (0 if sentence.endswith(".") else 1)
        found.append(Span(start, end, text[start:end]))
        start = end + 1
    whole = Part("body", Span(0, len(text), text))
    return Annotation(
        1, id, id, id, None, None, (), None, None, "en", text, (), (whole,), tuple(found), (), (), (), (), (), ()
    )  # fmt: skip


def test_rows_follow_the_first_text_and_marks_lie_where_the_words_are() -> None:
    a, b = article("a", BEFORE), article("b", AFTER)
    links = (Alignment((a.sentences[0],), (b.sentences[1],), 0.8), Alignment((a.sentences[2],), (b.sentences[0],), 0.6))
    changed = (
        Alteration("action-changed", span(BEFORE, "arrested"), span(AFTER, "detained"), "high", "…"),
        Alteration("claim-added", None, span(AFTER, "The bridge is shut."), "medium", "…"),
    )
    rows = side_by_side(a, b, links, changed)
    assert [r.kind for r in rows] == ["reworded", "only-b", "only-a", "reworded"]
    first, added = rows[0], rows[1]
    assert [first.a[m.start : m.end] for m in first.marks_a] == ["arrested"]
    assert [first.b[m.start : m.end] for m in first.marks_b] == ["detained"]
    assert [(added.b[m.start : m.end], m.alteration) for m in added.marks_b] == [("The bridge is shut.", 1)]


def test_the_terminal_marks_both_sides_and_numbers_them() -> None:
    a, b = article("a", BEFORE), article("b", AFTER)
    changed = Alteration(
        "action-changed", span(BEFORE, "arrested"), span(AFTER, "detained"), "high", "“arrested” became “detained”"
    )
    link = Alignment((a.sentences[0],), (b.sentences[1],), 0.8)
    relation = Relation(1, "a", "b", "rewrite", "a->b", 0.9, (), (link,), (changed,))
    console = Console(file=io.StringIO(), width=100, highlight=False)
    print_comparison(comparison_view(relation, a, b), console)
    assert isinstance(console.file, io.StringIO)
    shown = console.file.getvalue()
    for words in (
        "1 action-changed: “arrested” became “detained”",
        "‹arrested›1",
        "‹detained›1",
        "− The mayor spoke.",
        "+ Rain fell.",
    ):
        assert words in shown


@given(st.data())
def test_every_sentence_once_and_every_mark_cut_from_its_span(data: st.DataObject) -> None:
    a, b = article("a", BEFORE), article("b", AFTER)
    pick = st.lists(st.integers(0, 2), min_size=1, max_size=2, unique=True)
    links = tuple(
        Alignment(tuple(a.sentences[i] for i in data.draw(pick)), tuple(b.sentences[j] for j in data.draw(pick)), 0.5)
        for _ in range(data.draw(st.integers(0, 3)))
    )
    cuts = [sorted(data.draw(st.tuples(st.integers(0, len(t)), st.integers(0, len(t))))) for t in (BEFORE, AFTER)]
    spans = [Span(i, j, t[i:j]) for (i, j), t in zip(cuts, (BEFORE, AFTER), strict=True)]
    rows = side_by_side(a, b, links, (Alteration("number-changed", spans[0], spans[1], "low", "…"),))
    for side, text, where in (("a", BEFORE, spans[0]), ("b", AFTER, spans[1])):
        told = " ".join(getattr(r, side) for r in rows if getattr(r, side))
        assert sorted(told.split()) == sorted(text.split())
        for row in rows:
            for mark in getattr(row, f"marks_{side}"):
                assert getattr(row, side)[mark.start : mark.end].strip() in where.text
