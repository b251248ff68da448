"""Is a short line between paragraphs a section's heading, a picture's caption, or a paragraph?

No model: the parts must be known before anything is parsed. A heading introduces what follows: it has no full stop, is
written in title case or is short, and a paragraph stands under it. A caption describes what is seen: it has no full stop
either, but is longer and in sentence case, and holds a full name with its verb, a thing with a participle, or a date at
its end. What is neither stays body text, because a paragraph lost costs more than a heading kept.

Known failures: a sentence-case heading of more than `LONGEST_HEADING` words; a caption written as a full sentence with a
stop and no picture credit; headings of a page whose paragraphs end without stops.
"""

import re
from collections.abc import Sequence
from typing import Literal

from twosource.document.lines import TWO_SENTENCES, Line
from twosource.document.patterns import (
    CAPTION_CREDIT,
    CAPTION_MARKED,
    DATE_AT_END,
    EXPECTED,
    LONGEST_CAPTION,
    LONGEST_MARKED,
    PICTURED,
    POSTED,
    THING,
)

LONGEST_HEADING = 9
"""Words of a heading in sentence case."""
LONGEST_TITLE_CASE = 14
"""Words of a heading in title case."""
LONGEST_UNSTOPPED = 40
"""Words of a caption that nothing but its form gives away; a longer line has lost its stop."""
LEAST_STOPPED = 0.5
"""Share of lines that must end as sentences do before the lack of a stop says anything; below it the text is a list, a
transcript or hard-wrapped."""
LEAST_STOPPED_OF_FEW = 0.75
"""The same share in a text of few and short paragraphs."""
LONGEST_RUN = 2
"""Short lines in a row; more are a list or a table."""

NO_WORDS = re.compile(r"[\W\d_]*$")
AGED = re.compile(r"(?:,|\()\s*\d{1,3}\)?$")
"""A name with an age or a score behind it: an entry of a list."""

Form = Literal["heading", "caption", "body"]


def stops_tell(lines: Sequence[Line]) -> bool:
    """Whether the paragraphs of this text end with stops, so that a line without one stands out."""
    long = [line for line in lines if line.words > LONGEST_TITLE_CASE]
    if len(long) >= 2:
        return sum(line.sentence for line in long) >= LEAST_STOPPED * len(long)
    middling = [line for line in lines if line.words >= LONGEST_HEADING]
    return len(middling) >= 3 and sum(line.sentence for line in middling) >= LEAST_STOPPED_OF_FEW * len(middling)


def marked_caption(line: Line) -> bool:
    """Whether a line says itself that it belongs to a picture."""
    if CAPTION_MARKED.search(line.text):
        return line.words <= LONGEST_MARKED
    return line.words <= LONGEST_CAPTION and line.text[0] not in '"“„«' and CAPTION_CREDIT.search(line.text) is not None


def form(line: Line, run: int, introduces: bool) -> Form:
    """What a line without a label of its own is, in a text whose paragraphs end with stops.

    Args:
        run: how many lines without a stop stand together here, this one among them.
        introduces: whether a paragraph follows.
    """
    question = line.text.endswith("?") and line.words <= LONGEST_HEADING and introduces and line.gap and not _quoted(line)
    if question and line.text.split()[0].lower() in {"what", "who", "why", "how", "where", "when", "which", "is", "are", "will"}:
        return "heading"
    if line.stopped or line.bullet or _quoted(line) or line.text[0].islower() or run > LONGEST_RUN:
        return "body"
    if POSTED.search(line.text) or NO_WORDS.match(line.text) or AGED.search(line.text) or TWO_SENTENCES.search(line.text):
        return "body"
    if line.title_case and line.words <= LONGEST_TITLE_CASE:
        return "heading" if introduces else "body"
    if LONGEST_UNSTOPPED >= line.words >= 5 and _describes(line):
        return "caption"
    return "heading" if introduces and line.words <= LONGEST_HEADING else "body"


def _quoted(line: Line) -> bool:
    return line.text[0] in '"“«„' or line.text[-1] in '"”»'


def _describes(line: Line) -> bool:
    """Whether a line in sentence case tells what a picture shows."""
    if PICTURED.search(line.text) or (DATE_AT_END.search(line.text) and line.words >= 7):
        return True
    return line.words > LONGEST_HEADING and bool(EXPECTED.search(line.text) or THING.match(line.text))
