"""How does a result look on a terminal? Plain lines of 80 columns; colour only where the terminal has it."""

from collections.abc import Sequence
from itertools import pairwise

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from twosource.report.briefing import BriefingView, StoryView
from twosource.report.events import EventView
from twosource.report.sides import Mark, Row
from twosource.report.view import SEVERITIES, AlterationLine, AnnotationView, ComparisonView, cut

COLOURS = {"high": "red", "medium": "yellow", "low": "dim"}
VERDICTS = {"corroborated": "green", "disputed": "red", "denied": "red"}


def print_briefing(view: BriefingView, console: Console) -> None:
    """The whole pile: figures, then story by story its origins, alterations and events."""
    console.print(
        f"[bold]{view.articles}[/] articles · [bold]{view.origins}[/] origins · "
        f"[bold]{view.events}[/] events · [bold]{view.altered}[/] altered facts"
    )
    for story in view.stories:
        _story(story, console)
    for failure in view.failures:
        console.print(Text(f"could not read {failure.id}: {failure.stage}: {failure.error}", style="red"))


def print_comparison(view: ComparisonView, console: Console) -> None:
    """Two articles: how they are related, why, what was altered, and both texts side by side with every alteration marked.

    A mark looks the same with and without colour: ‹words› and the alteration's number. A passage that stands alone has a minus
    before it where the later text lacks it, a plus where the earlier one does.
    """
    console.print(Text(view.sentence, style="bold"))
    for feature, value, weight in view.reasons[:8]:
        console.print(Text(f"  {value * weight:+.2f}  {feature} = {value:.2f}", style="dim"))
    if view.alterations:
        console.print(f"\n[bold]What changed[/] ({len(view.alterations)})")
        for number, line in enumerate(view.alterations):
            _alteration(line, console, number + 1)
    table = Table(box=None, expand=True, padding=(0, 1), show_lines=False)
    table.add_column(Text(view.a.title), ratio=1)
    table.add_column(Text(view.b.title), ratio=1)
    for row in view.rows:
        table.add_row(*_row(row, view))
        table.add_row("", "")
    console.print()
    console.print(table)


def _row(row: Row, view: ComparisonView) -> tuple[Text, Text]:
    signs = {"only-a": "−", "only-b": "+"} if not view.turned else {"only-a": "+", "only-b": "−"}
    sign = signs.get(row.kind, "")
    style = "dim" if row.kind == "same" else ""
    return (
        _passage(row.a, row.marks_a, view, sign if row.a else "", style),
        _passage(row.b, row.marks_b, view, sign if row.b else "", style),
    )


def _passage(text: str, marks: Sequence[Mark], view: ComparisonView, sign: str, style: str) -> Text:
    """One side of a row, its marks drawn in. Marks may lie within one another; each opens and closes where it stands."""
    shown = Text(f"{sign} " if sign else "", style="bold" if sign else style)
    edges = sorted({0, len(text), *(m.start for m in marks), *(m.end for m in marks)})
    for start, end in pairwise(edges):
        opened = "".join("‹" for m in marks if m.start == start)
        here = [m for m in marks if m.start <= start and end <= m.end]
        closed = "".join(f"›{m.alteration + 1}" for m in reversed(marks) if m.end == end)
        worst = min((SEVERITIES.index(view.alterations[m.alteration].severity) for m in here), default=None)
        shown.append(opened + text[start:end] + closed, style=style if worst is None else COLOURS[SEVERITIES[worst]])
    return shown


def print_annotation(view: AnnotationView, console: Console) -> None:
    """One article: what it is, who says what, what happened."""
    article = view.article
    console.print(Text(article.title, style="bold"))
    about = [article.outlet, article.published, view.language, *view.credits]
    console.print(Text("  " + " · ".join(x for x in about if x), style="dim"))
    for who, cue, content in view.statements:
        console.print(Padding(Text.assemble((who, "bold"), f" {cue}: " if cue else ": ", content), (0, 0, 0, 2)))
    for who in view.no_comment:
        console.print(Text(f"  {who}: no comment", style="dim"))
    for row in view.events:
        console.print(Text("  • " + ", ".join(x for x in row if x)))
    console.print()


def _story(story: StoryView, console: Console) -> None:
    console.print(f"\n[bold]{escape(story.title)}[/]")
    names = {a.id: a for a in story.articles}
    for number, origin in enumerate(story.origins, 1):
        console.print(
            Text(f"  origin {number}" + (" · one text in several articles" if len(origin.articles) > 1 else ""), style="cyan")
        )
        for id in origin.articles:
            about = " · ".join(x for x in (names[id].outlet, names[id].published) if x)
            root = " (the root)" if id == origin.root and len(origin.articles) > 1 else ""
            console.print(Text(f"    {id}{root}" + (f"  {about}" if about else ""), style="dim"))
    for derived in story.derivations:
        arrow = "→" if derived.directed else "–"
        console.print(Text(f"  {derived.earlier} {arrow} {derived.later}: {derived.relation}, {derived.score:.0%} sure"))
        for line in derived.alterations:
            _alteration(line, console)
    for event in story.events:
        _event(event, console)


def _alteration(line: AlterationLine, console: Console, number: int | None = None) -> None:
    head = Text(f"{number} {line.kind}: " if number else f"{line.kind}: ", style=COLOURS[line.severity])
    alone = line.before or line.after if not (line.before and line.after) else None
    words = f": “{cut(alone, 160)}”" if alone and alone not in line.explanation else ""
    console.print(Padding(Text.assemble(head, line.explanation, words), (0, 0, 0, 4)))


def _event(event: EventView, console: Console) -> None:
    told = ", ".join(x for x in (event.headline, event.where, event.when, event.toll) if x)
    verdict = Text(f"  ● {event.verdict}", style=VERDICTS.get(event.verdict, ""))
    counts = (
        f" — {_count(event.articles, 'article')}, {_count(event.origins, 'origin')}, "
        f"{_count(event.independent_sources, 'independent source')}"
    )
    console.print(Text.assemble(verdict, (f" {told}", "bold"), counts))
    for articles, why in event.because if event.articles > 1 else ():
        console.print(Padding(Text(f"{', '.join(articles)}: {why}"), (0, 0, 0, 4)))
    if event.missing and event.articles > 1:
        console.print(Padding(Text(f"to be corroborated it lacks {event.missing}"), (0, 0, 0, 4)))
    for disagreement in event.disagreements:
        console.print(Padding(Text(f"they disagree on {disagreement}", style="red"), (0, 0, 0, 4)))
    for evidence in event.evidence:
        whose = f" (says {evidence.source})" if evidence.source else ""
        console.print(Padding(Text(f"{evidence.article}{whose}: “{evidence.words}”", style="dim"), (0, 0, 0, 4)))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
