"""Does an article tell several matters under headings of their own, and which sentences tell each?

Method: a round-up ("AROUND THE COUNTY", "FROM THE WIRES") opens its paragraphs with labels in capitals ("TALCA. Two men …",
"PERU - The canal …"). Where two such labels or more, each another one, open paragraphs, each begins a matter, and what stands
above the first is one too. A label with a colon is none: so transcripts name who speaks. A chronicle's labels are days
("TUESDAY, NOON. The …"). An article that calls itself a round-up in its title or first line has a matter under each heading.
A live page has one for each hour that opens a line.

Known failures: round-ups without labels that do not call themselves so; a matter of several paragraphs ends only where the next
label begins.
"""

import datetime
import re
from collections.abc import Sequence

from twosource.annotate.sentences import DAY_LABEL
from twosource.records import Document, EventDate, Sentence, Span
from twosource.values.dates import day_of

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LEAST = 2
"""Labels that make a round-up of an article; one may be a dateline."""
LEAST_HOURS = 3
"""Entries with an hour that make a live page."""
_HOUR = re.compile(r"\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s+[A-Z]{2,4}T?)?\s*(?:[-–—|:]\s*)?\s(?=\S)", re.IGNORECASE)
_ROUND_UP = re.compile(
    r"\b(?:round-?up|in brief|briefs|(?:news|crime|evening|morning|weekly|daily) digest"
    r"|(?:police|crime|court) (?:log|blotter|beat)"
    r"|around the (?:county|region|province|state|country|world))\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"([A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’., -]{1,38}[A-ZÀ-ÖØ-Þ])(?:\.|\s[-–—])\s(?=\S*[a-z]|\S+\s\S*[a-z])")
"""Capitals, then a full stop or a dash, then words that are not in capitals."""


def labels(document: Document, sentences: Sequence[Sentence]) -> list[tuple[int, Span]]:
    """The labels in capitals of a round-up, each with the number of the sentence that it opens; none of any other article."""
    datelines = {part.span.start for part in document.parts if part.kind == "dateline"}
    found: dict[str, tuple[int, Span]] = {}
    for number, sentence in enumerate(sentences):
        line = document.text.rfind("\n", 0, sentence.span.start) + 1
        opens = _opens_line(document.text, sentence) or line in datelines
        label = _LABEL.match(document.text, line) if opens and sentence.part == "body" else None
        if label is not None:
            found.setdefault(label[1].casefold(), (number, Span(label.start(1), label.end(1), label[1])))
    return list(found.values()) if len(found) >= LEAST else []


def matters(document: Document, sentences: Sequence[Sentence]) -> list[range]:
    """The numbers of the sentences that tell each matter, in text order; one range of all where the article is no round-up."""
    headings = [n for n, s in enumerate(sentences) if s.part == "heading"] if _is_round_up(document) else []
    opened = {number for number, _ in labels(document, sentences)} | days(document, sentences).keys()
    hours = [n for n, s in enumerate(sentences) if _HOUR.match(document.text, s.span.start) and _opens_line(document.text, s)]
    opened |= set(headings if len(headings) >= LEAST else ()) | set(hours if len(hours) >= LEAST_HOURS else ())
    begins = sorted({0, *opened})
    return [range(first, stop) for first, stop in zip(begins, [*begins[1:], len(sentences)], strict=True)]


def _opens_line(text: str, sentence: Sentence) -> bool:
    return not text[text.rfind("\n", 0, sentence.span.start) + 1 : sentence.span.start].strip()


def _is_round_up(document: Document) -> bool:
    return any(_ROUND_UP.search(line) for line in (document.title or "", document.text.lstrip().partition("\n")[0]))


def days(document: Document, sentences: Sequence[Sentence]) -> dict[int, EventDate]:
    """The last such day before publication for each sentence that is a label of a chronicle; none of any other article."""
    named = {n: label for n, s in enumerate(sentences) if s.part == "body" and (label := DAY_LABEL.match(s.span.text + " X"))}
    published = day_of(document.published)
    if len(named) < LEAST or published is None:
        return {}
    back = {n: (published.weekday() - WEEKDAYS.index(label["day"].lower()[:3])) % 7 for n, label in named.items()}
    return {n: EventDate((published - datetime.timedelta(days=past)).isoformat(), "day") for n, past in back.items()}
