"""The view counts and orders what stands in the records; terminal and HTML show it and never let an article's text act."""

import html.parser
import io

import pytest
from rich.console import Console

from twosource.records import (
    Alteration,
    Annotation,
    Briefing,
    Disagreement,
    Event,
    EventDate,
    Failure,
    LedgerEvent,
    Manifest,
    MergedToll,
    Origin,
    Part,
    Place,
    Relation,
    Report,
    ReportedValue,
    Source,
    Span,
    Story,
    Toll,
)
from twosource.report.briefing import BriefingView, briefing_view
from twosource.report.html import briefing_html
from twosource.report.terminal import print_briefing, print_comparison
from twosource.report.view import comparison_view, toll

TEXT = "Four dockers were hurt in Valdivia on Monday."
HOSTILE = "</style><script>alert(1)</script><img src=x onerror=alert(2)>\u202e[bold]"


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), words)


def annotation(id: str, title: str, text: str = TEXT) -> Annotation:
    whole = Span(0, len(text), text)
    event = Event(
        "e1", "ACCIDENT", "explosion", span(text, "hurt"), (whole,), None, None, None, None, None,
        Toll(4, 4, 4, Span(0, 4, text[:4])), "asserted", 3.0, True, None,
    )  # fmt: skip
    return Annotation(
        1, id, id, title, "Port Gazette", None, (), "2031-05-06", "metadata", "en", text, (), (Part("body", whole),),
        (whole,), (), (), (), (), (), (event,),
    )  # fmt: skip


def briefing(title: str = "Blast at the quay") -> Briefing:
    a, b = annotation("a.txt", title), annotation("b.txt", title, TEXT.replace("Four", "Five"))
    changed = Alteration("number-changed", span(a.text, "Four"), span(b.text, "Five"), "high", "“Four” became “Five”")
    relation = Relation(1, "b.txt", "a.txt", "rewrite", "b->a", 0.97, (), (), (changed,))
    reports = (Report("a.txt", "e1"), Report("b.txt", "e1"))
    event = LedgerEvent(
        "E1", "s1", "ACCIDENT", "explosion", None, None, Place(span(a.text, "Valdivia"), "location", "Valdivia"),
        EventDate("2031-05-05", "day"), None, MergedToll(4, 4, 5), "asserted", reports, 2, 1, 1,
        (Source("Port Gazette", "media", ("a.txt",)),), "single-origin",
        (Disagreement("injured", (ReportedValue(4, reports[:1]), ReportedValue(5, reports[1:]))),),
    )  # fmt: skip
    story = Story("s1", title, ("a.txt", "b.txt"), (Origin("o1", ("a.txt", "b.txt"), "b.txt"),), (relation,))
    return Briefing(1, (a, b), (Failure("c.bin", "ingest", "not text"),), (story,), (event,), Manifest("0", {}, (), ()))


def on_terminal(view: BriefingView, width: int = 80) -> str:
    console = Console(file=io.StringIO(), width=width, highlight=False)
    print_briefing(view, console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_the_view_counts_what_stands_in_the_records() -> None:
    view = briefing_view(briefing())
    assert (view.articles, view.origins, view.events, view.altered) == (2, 1, 1, 1)
    derived = view.stories[0].derivations[0]
    assert (derived.earlier, derived.later) == ("a.txt", "b.txt"), "b->a of (b, a) means that a.txt came first"
    assert derived.alterations[0].before == "Five", "the side a of the relation is the later text here"


def test_the_terminal_shows_verdict_evidence_alteration_and_failure() -> None:
    shown = on_terminal(briefing_view(briefing()))
    for words in ("single-origin", "Valdivia", "1 independent source", "number-changed", "c.bin", "they disagree on injured"):
        assert words in shown
    assert all(len(line) <= 80 for line in shown.splitlines())


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [(2, 2, "2 killed"), (2, None, "at least 2 killed"), (10, 12, "10–12 killed"), (None, 5, "up to 5 killed")],
)
def test_a_toll_says_how_exact_it_is(low: int | None, high: int | None, words: str) -> None:
    assert toll(MergedToll(low, low, high), None) == words


def test_hostile_text_never_becomes_markup() -> None:
    class Tags(html.parser.HTMLParser):
        found: tuple[str, ...] = ()

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            self.found += (tag, *(name for name, _ in attrs if name.startswith("on")))

    page = briefing_html(briefing_view(briefing(HOSTILE)))
    tags = Tags()
    tags.feed(page)
    assert not {"script", "img", "onerror"} & set(tags.found)
    assert "default-src 'none'" in page
    assert "http://" not in page
    assert "https://" not in page
    assert "[bold]" in on_terminal(briefing_view(briefing(HOSTILE)), 200), "markup of the terminal library is text too"


def test_a_comparison_sets_the_texts_side_by_side() -> None:
    both = briefing()
    a, b = (x for x in both.articles if isinstance(x, Annotation))
    view = comparison_view(both.stories[0].reuse[0], b, a)
    assert view.rows == ((b.sentences[0].text, ""), ("", a.sentences[0].text)), "nothing is aligned, so each stands alone"
    console = Console(file=io.StringIO(), width=80)
    print_comparison(view, console)
    assert isinstance(console.file, io.StringIO)
    assert "rewrite: 97% sure" in console.file.getvalue()
