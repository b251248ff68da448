"""How does a result look on a terminal? Plain lines of 80 columns; colour only where the terminal has it."""

from collections.abc import Sequence
from itertools import pairwise

from rich.console import Console
from rich.table import Table
from rich.text import Text

from twosource.records import Verdict
from twosource.report.briefing import BriefingView, StoryView
from twosource.report.events import EventView, Evidence
from twosource.report.pages import PageView
from twosource.report.sides import Mark, Row
from twosource.report.view import SEVERITIES, AlterationLine, AnnotationView, ComparisonView, cut
from twosource.report.wording import STATUSES, day

COLOURS = {"high": "red", "medium": "yellow", "low": "dim"}
VERDICTS = {"corroborated": "green", "disputed": "red", "denied": "red"}
SIGNS: dict[Verdict, str] = {
    "corroborated": "●", "single-origin": "◐", "single-source": "○", "disputed": "≠", "denied": "✕", "undetermined": "?",
}  # fmt: skip


def print_briefing(view: BriefingView, console: Console) -> None:
    """The whole pile: figures, the events that weigh most, then each story: who took from whom, what was altered, what happened.

    An article is named once with a number in brackets and then called by it.
    """
    figures = ((view.articles, "article"), (view.origins, "origin"), (view.events, "event"), (view.altered, "altered fact"))
    console.print(Text(" · ").join(Text.assemble((str(n), "bold"), _count(n, noun)[len(str(n)) :]) for n, noun in figures))
    for event in view.first:
        _line(event, console)
    if view.rest:
        _print(console, Text(f"{_count(len(view.rest), 'more event')}, each told by one article alone, in its story", "dim"), 4)
    for story in view.stories:
        _story(story, view, console)
    for failure in view.failures:
        _print(console, Text(f"could not read {failure.id}: {failure.stage}: {failure.error}", style="red"), 0)


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
        _print(console, Text.assemble((who, "bold"), f" {cue}: " if cue else ": ", content), 2, hang=2)
    for who in view.no_comment:
        console.print(Text(f"  {who}: no comment", style="dim"))
    for row in view.events:
        _print(console, Text("• " + ", ".join(x for x in row if x)), 2, hang=2)
    console.print()


def _story(story: StoryView, view: BriefingView, console: Console) -> None:
    console.print()
    _print(console, Text(story.title, style="bold"), 0)
    for origin in story.shared:
        first = "" if origin.root else "; which came first cannot be told"
        _print(console, Text(f"one text in {len(origin.articles)} articles{first}", style="cyan"), 2)
        for branch in origin.tree:
            how = f" — {branch.relation.relation}, {branch.relation.score:.0%} sure" if branch.relation else ""
            _article(view.by_id[branch.article], how, console, 4 + 2 * len(branch.rails))
    if story.own and not story.single:
        _print(console, Text("a text of its own" if len(story.own) == 1 else "each a text of its own", style="cyan"), 2)
    for id in story.own:
        _article(view.by_id[id], "", console, 4)
    for doubt in story.doubts:
        pair = " and ".join(_number(view.by_id[id]) for id in (doubt.a, doubt.b))
        _print(console, Text(f"{pair} may be one text, more or less reworded: {doubt.score:.0%} likely"), 4)
    if story.derivations:
        _print(console, Text("altered on the way", style="cyan"), 2)
    for derived in story.derivations:
        earlier, later = (_number(view.by_id[id]) for id in (derived.earlier, derived.later))
        pair = f"{earlier} → {later}" if derived.directed else f"{earlier} and {later}"
        altered = "" if derived.alterations else ", nothing altered"
        _print(console, Text(f"{pair}: {derived.relation}, {derived.score:.0%} sure{altered}"), 4)
        for line in derived.alterations:
            _alteration(line, console)
    if story.told:
        _print(console, Text("what happened, and who says so", style="cyan"), 2)
    for event in story.told:
        _event(event, view, console)
    for id, events in story.alone.items():
        _print(console, Text(f"told by {_number(view.by_id[id])} alone", style="cyan"), 2)
        for event in events:
            _line(event, console)
            for e in event.evidence:
                _said(e, (), view, console, 120)


def _number(page: PageView) -> str:
    """What an article is called after it was named once: "[3]"."""
    return f"[{page.anchor[1:]}]"


def _article(page: PageView, how: str, console: Console, indent: int) -> None:
    _print(console, Text.assemble(f"{_number(page)} {cut(page.title, 160)}", how), indent, hang=4)
    about = " · ".join(x for x in (page.id, page.outlet, day(page.published) if page.published else None) if x)
    _print(console, Text(about, style="dim"), indent + 4)


def _alteration(line: AlterationLine, console: Console, number: int | None = None) -> None:
    head = Text(f"{number} {line.kind}: " if number else f"{line.kind}: ", style=COLOURS[line.severity])
    alone = line.before or line.after if not (line.before and line.after) else None
    words = f": “{cut(alone, 160)}”" if alone and alone not in line.explanation else ""
    _print(console, Text.assemble(head, line.explanation, words), 6, hang=2)


def _line(event: EventView, console: Console) -> None:
    """An event in one sentence."""
    told = ", ".join(x for x in (event.headline, event.where, event.when, event.toll) if x)
    status = "" if event.status == "asserted" else f" ({STATUSES[event.status]})"
    who = f" — {event.who}" if event.who else ""
    several = f", {_count(event.independent_sources, 'independent source')} in {event.articles} articles"
    verdict = Text(f"{SIGNS[event.verdict]} {event.verdict}", style=VERDICTS.get(event.verdict, ""))
    sentence = Text.assemble(
        (f"{event.number:3} ", "dim"), verdict, several if event.articles > 1 else "", ": ", (told, "bold"), status, who
    )
    _print(console, sentence, 0, hang=4)


def _event(event: EventView, view: BriefingView, console: Console) -> None:
    """An event with why it has so many sources, and what each origin says, in the words of its first article."""
    _line(event, console)
    for articles, why in event.because:
        _print(console, Text(f"{' '.join(_number(view.by_id[id]) for id in articles)} {why}"), 4, hang=2)
    if event.missing:
        _print(console, Text(f"to be corroborated it lacks {event.missing}"), 4, hang=2)
    for found in event.differing:
        values = " against ".join(
            f"{day(value)} {' '.join(_number(view.by_id[id]) for id in articles)}" for value, articles in found.values
        )
        _print(console, Text(f"they disagree on {found.field}: {values}", style="red"), 4, hang=2)
    for text in event.texts:
        e, *others = (e for telling in text.tellings for e in (telling.first, *telling.again))
        _said(e, [x.article for x in others], view, console, 240)


def _said(e: Evidence, others: Sequence[str], view: BriefingView, console: Console, most: int) -> None:
    whose = f" {e.source}:" if e.source else ""
    alike = f" (likewise {' '.join(_number(view.by_id[id]) for id in others)})" if others else ""
    _print(console, Text(f"{_number(view.by_id[e.article])}{whose} “{cut(e.words, most)}”{alike}", style="dim"), 4, hang=2)


def _print(console: Console, text: Text, indent: int, hang: int = 0) -> None:
    """A paragraph, its lines indented, those after the first by `hang` more; no line ends in blanks."""
    for n, line in enumerate(text.wrap(console, max(console.width - indent - hang, 20))):
        line.rstrip()
        console.print(Text(" " * (indent + (hang if n else 0))) + line, soft_wrap=True)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
