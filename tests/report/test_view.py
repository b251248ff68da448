"""The view counts and orders what stands in the records, and the terminal shows it."""

import io
import re

import msgspec
import pytest
from rich.console import Console

from tests.report.made import HOSTILE, briefing
from twosource.records import Annotation, Briefing, MergedToll
from twosource.report.briefing import BriefingView, briefing_view
from twosource.report.terminal import print_briefing, print_comparison
from twosource.report.view import comparison_view, parties, toll


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
    assert (derived.alterations[0].before, derived.alterations[0].after) == ("Four", "Five"), "side a is the later text here"


def test_the_terminal_shows_verdict_evidence_alteration_and_failure() -> None:
    shown = on_terminal(briefing_view(briefing()))
    for words in ("single-origin", "Valdivia", "1 independent source", "number-changed", "c.bin", "they disagree on injured"):
        assert words in shown
    assert all(len(line) <= 80 for line in shown.splitlines())


@pytest.mark.parametrize(("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_colour_only_where_it_is_wanted(environment: dict[str, str], coloured: bool) -> None:
    console = Console(file=io.StringIO(), width=80, force_terminal=True, color_system="standard", _environ=environment)
    print_briefing(briefing_view(briefing()), console)
    assert isinstance(console.file, io.StringIO)
    assert (re.search(r"\x1b\[(\d;)?3\d", console.file.getvalue()) is not None) is coloured
    assert "\x1b" not in on_terminal(briefing_view(briefing())), "a pipe gets plain text"


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [(2, 2, "2 killed"), (2, None, "at least 2 killed"), (10, 12, "10–12 killed"), (None, 5, "up to 5 killed")],
)
def test_a_toll_says_how_exact_it_is(low: int | None, high: int | None, words: str) -> None:
    assert toll(MergedToll(low, low, high), None) == words


def test_parties_are_told_in_a_few_words() -> None:
    assert parties("police", "Two men") == "police → two men"
    assert (parties("Rosa Milla", None), parties(None, "At least three men")) == ("by Rosa Milla", "concerns at least three men")
    assert parties(None, None) == ""


def test_the_terminal_names_an_article_once_and_ends_no_line_in_blanks(pile: Briefing) -> None:
    shown = on_terminal(briefing_view(pile))
    lines = shown.splitlines()
    assert all(len(line) <= 80 and line == line.rstrip() for line in lines)
    assert shown.count("examples/pile/01-kvarner-agency.txt") == 1
    assert "[1] → [2]" in shown
    first, second = (next(n for n, line in enumerate(lines) if words in line) for words in ("2 independent sources", "Blast at"))
    assert first < second, "what weighs most comes first"


def test_markup_of_the_terminal_library_is_text_too() -> None:
    assert "[bold]" in on_terminal(briefing_view(briefing(HOSTILE)), 200)


def test_a_comparison_sets_the_texts_side_by_side() -> None:
    both = briefing()
    a, b = (x for x in both.articles if isinstance(x, Annotation))
    apart = msgspec.structs.replace(both.stories[0].reuse[0], alignments=())
    view = comparison_view(apart, b, a)
    alone = [(r.kind, r.a, r.b) for r in view.rows]
    assert alone == [("only-b", "", a.sentences[0].text), ("only-a", b.sentences[0].text, "")], "nothing is aligned"
    console = Console(file=io.StringIO(), width=80)
    print_comparison(view, console)
    assert isinstance(console.file, io.StringIO)
    assert "rewrite: 97% sure" in console.file.getvalue()
