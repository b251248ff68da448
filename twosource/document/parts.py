"""Which parts does an article have, and which of its words are not report but credit, link, caption or furniture?

Line by line: labels first (they are sure), then the head of the text, then the form of lines that stand without a stop.
Each line is one part, except that a title, date, credit or dateline is cut off the line it is glued to.
A text whose lines break where the width ends is read by its paragraphs.

Known failures: a summary that a page prints above the text ("Story highlights") is body or title; a text without line
breaks keeps its captions in the body, and a link amid it.
"""

import re
from collections.abc import Callable, Iterator

import msgspec

from twosource.document.credits import AGENCY, LINE, RIGHTS, TAIL, glued_credit, named_credits
from twosource.document.forms import LONGEST_RUN, form, marked_caption, stops_tell
from twosource.document.head import DATE_WORD, DATELINE, DATELINE_DATE, INLINE_BYLINE, looks_like_title, title_at
from twosource.document.lines import Line, lines
from twosource.document.patterns import (
    BARE_NAME,
    BOILERPLATE,
    BRACKETED,
    BYLINE,
    FORM,
    LONGEST_BOILERPLATE,
    NAME_OUTLET,
    RELATED_ALONE,
    RELATED_GLUED,
    RELATED_INLINE,
    RELATED_TAIL,
)
from twosource.document.publication import BARE_DATE, HEADER, iso_date
from twosource.records import Credit, Part, PartKind, PublishedBasis, Span
from twosource.text import trimmed

HEAD_LINES = 6
"""Lines at the top in which a byline, a publication date or a dateline is looked for."""
OPENINGS = 2
"""Paragraphs that may begin with a dateline: the first, or the one below a standfirst."""
FOOT_LINES = 3
"""Lines at the end in which a reporter's name may stand by itself."""
MOST_RELATED = 6
"""Headlines that one label may stand over."""
LONGEST_LINK = 25
"""Words of a linked headline."""
LONGEST_LABEL = 3
"""Words of a section's or an outlet's name above the title."""
LONGEST_CREDIT = 60
"""Words of a line of credits."""


class Findings(msgspec.Struct):
    """What was found so far; filled while the lines are walked through."""

    parts: list[Part]
    credits: list[Credit]
    byline: list[str]
    published: str | None = None
    basis: PublishedBasis | None = None
    bodies: int = 0

    def add(self, kind: PartKind, span: Span) -> None:
        if span.text:
            self.parts.append(Part(kind, span))
            self.bodies += kind == "body"

    def date(self, written: str, basis: PublishedBasis) -> None:
        if self.published is None and (day := iso_date(written)):
            self.published, self.basis = day, basis


def find_parts(text: str, title: str | None) -> Findings:
    """The parts of a text in order, with the credits, bylines and publication date read from them."""
    found = Findings([], [], [])
    rows = lines(text)
    tell = stops_tell(rows)
    labels = [_labelled(line, i, len(rows), found) for i, line in enumerate(rows)]
    loose = [label is None and not line.stopped for label, line in zip(labels, rows, strict=True)]
    titled = False
    links = 0
    for i, line in enumerate(rows):
        start, end = line.span.start, line.span.end

        def add(kind: PartKind, a: int, b: int) -> None:
            found.add(kind, trimmed(text, a, b))

        kind = labels[i]
        if kind in ("credit", "boilerplate"):
            links = 0
            add(kind, start, end)
            if kind == "credit" or RIGHTS.search(line.text):
                found.credits += named_credits(text, start, end)
            continue
        if kind == "related":
            add(kind, start, end)
            links = MOST_RELATED if RELATED_ALONE.match(line.text) else 0
            continue
        if kind is not None:
            add(kind, start, end)
            continue
        if links and not line.stopped and line.words <= LONGEST_LINK:
            links -= 1
            loose[i] = False
            add("related", start, end)
            continue
        links = 0

        if not found.bodies and not titled and (match := DATE_WORD.match(text, start, end)):
            add("dateline", start, match.end())
            found.date(match[0].split()[-1], "dateline")
            start = trimmed(text, match.end(), end).start
            if start >= end:
                continue
        if not titled and not found.bodies:
            cut = title_at(text, start, title)
            if cut is not None and cut <= end:
                loose[i] = False
                add("title", start, cut)
                titled, start = True, trimmed(text, cut, end).start
                if not text[start:end].strip():
                    continue
            elif i < HEAD_LINES and looks_like_title(line, rows[i + 1 : i + 5], title) and not DATELINE.match(text, start, end):
                add("title", start, end)
                titled, loose[i] = True, False
                continue
            elif i < HEAD_LINES and _is_label(rows, labels, i, title):
                add("boilerplate", start, end)
                loose[i] = False
                continue
        if titled and not found.bodies and i < HEAD_LINES and _is_signed(rows, labels, i):
            found.byline += _names(line.text)
            add("credit", start, end)
            loose[i] = False
            continue
        if found.bodies < OPENINGS:
            start = _opening(text, start, end, add, found)
        if start >= end:
            continue
        kind = form(line, _run(loose, i), _introduces(rows, i)) if tell else "body"
        link = RELATED_GLUED.search(text, start, end) if kind == "body" else None
        stop = link.start() if link else end
        if kind == "body" and (tail := TAIL.search(text, start, stop)) and tail.start() > start:
            add("body", start, tail.start())
            add("credit", tail.start(), stop)
            found.credits += named_credits(text, tail.start(), stop)
        else:
            add(kind, start, stop)
        if link:
            add("related", stop, end)
    if not found.bodies:
        found.parts = _with_body(found.parts)
    return found


def _with_body(parts: list[Part]) -> list[Part]:
    """The same with the longest part as body: a text is never furniture alone."""
    if not parts:
        return parts
    longest = max(range(len(parts)), key=lambda i: len(parts[i].span.text))
    if parts[longest].kind not in ("caption", "heading", "related", "boilerplate"):
        return parts
    return [Part("body", p.span) if i == longest else p for i, p in enumerate(parts)]


def _labelled(line: Line, at: int, count: int, found: Findings) -> PartKind | None:
    """The kind that a line's own words give it; bylines and dates that it holds are noted."""
    text = line.text
    near_head = at < HEAD_LINES
    if near_head and (match := HEADER.match(text) or BARE_DATE.match(text)):
        if (word := DATE_WORD.match(text)) and len(re.findall(r"[^\W\d_]{2,}", text[word.end() :])) > 1:
            return None
        found.date(match["date"], "header")
        return "dateline"
    if (near_head or at >= count - FOOT_LINES) and line.words <= 25:
        if match := BYLINE.match(text):
            found.byline += _names(match["names"])
            return "credit"
        if match := NAME_OUTLET.match(text):
            found.byline += _names(match["names"])
            return "credit"
    if BRACKETED.match(text) or (line.words <= LONGEST_LINK and RELATED_TAIL.search(text)):
        return "related"
    if marked_caption(line) and not RIGHTS.match(text):
        return "caption"
    if line.words <= LONGEST_CREDIT and LINE.match(text):
        # An agency's bare name between two paragraphs belongs to a picture that was there.
        bare = line.words <= 3 and text[0].isalpha()
        return "credit" if near_head or at >= count - FOOT_LINES or not bare else "caption"
    if (line.words <= LONGEST_BOILERPLATE and BOILERPLATE.match(text)) or len(FORM.findall(text)) > 1:
        return "boilerplate"
    if line.words <= LONGEST_LINK and (RELATED_ALONE.match(text) or RELATED_INLINE.match(text)):
        return "related"
    return None


def _is_label(rows: list[Line], labels: list[PartKind | None], at: int, title: str | None) -> bool:
    """Whether a line above the title only says where the page stands: a section's or an outlet's name."""
    line = rows[at]
    if line.words > LONGEST_LABEL or line.stopped or not line.title_case:
        return False
    below = (i for i in range(at + 1, min(at + 3, len(rows))) if labels[i] is None)
    return any(rows[i].words > LONGEST_LABEL and looks_like_title(rows[i], rows[i + 1 : i + 5], title) for i in below)


def _is_signed(rows: list[Line], labels: list[PartKind | None], at: int) -> bool:
    """Whether a line holds a reporter's bare name: nothing else, beside a date or a credit."""
    beside = labels[max(0, at - 1) : at] + labels[at + 1 : at + 2]
    return BARE_NAME.match(rows[at].text) is not None and bool({"dateline", "credit"} & set(beside))


def _names(written: str) -> Iterator[str]:
    for name in re.split(r"\s*,\s*|\s+(?:and|AND|&|und|y|et|e)\s+", written):
        person = re.sub(rf"(?:{AGENCY}|Staff Writer|Updated|Published)$", "", name.strip()).strip()
        if person:
            yield person


def _opening(text: str, start: int, end: int, add: Callable[[PartKind, int, int], None], found: Findings) -> int:
    """Where the first sentence begins: a credit glued to it and a dateline are cut off before."""
    if glued := glued_credit(text, start, end):
        cut, credit = glued
        add("credit", start, cut)
        found.credits.append(credit)
        start = cut
    if match := INLINE_BYLINE.match(text, start, end):
        add("credit", start, match.end())
        found.byline += _names(match["names"])
        start = match.end()
    if match := DATELINE.match(text, start, end):
        add("dateline", start, match.end())
        found.credits += named_credits(text, start, match.end())
        if day := DATELINE_DATE.search(match[0]):
            found.date(day[0], "dateline")
        start = match.end()
    return start


def _run(loose: list[bool], at: int) -> int:
    """How many lines without a stop or a label stand together around this one, itself among them; no more are counted than
    tell a list."""
    first = at
    while first > max(0, at - LONGEST_RUN) and loose[first - 1]:
        first -= 1
    last = at
    while last + 1 < min(len(loose), at + LONGEST_RUN + 1) and loose[last + 1]:
        last += 1
    return last - first + 1


def _introduces(rows: list[Line], at: int) -> bool:
    """Whether a paragraph follows, at once or after one more short line."""
    return any(row.sentence or row.text.endswith(":") for row in rows[at + 1 : at + 1 + LONGEST_RUN])
