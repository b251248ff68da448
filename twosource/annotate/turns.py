"""Who speaks in a transcript: "Sumagka: Two nights.", "Q: And the wounded?", "A: Twenty-two."?

Method: an article with lines that begin with "Q:" and "A:", or with two names and a colon twice each, is a transcript. What
stands behind the label, to the end of the line, is that person's own words. An answer ("A:") is the word of the last person
labelled by name who is not the one asking. Questions, and what the medium itself says, are nobody's statement.

Known failures: interviews that set questions and answers apart by type alone.
"""

import re
from collections import Counter

from twosource.annotate.findings import Finding
from twosource.annotate.syntax import token_at
from twosource.records import Document, Sentence
from twosource.text import overlaps, span, trimmed

AGAIN = 2
"""Times that a name heads a line from which it is a speaker's: once may be a heading's, or a form's ("Name: ...")."""
_LABEL = re.compile(
    r"^(?P<who>[QA]|[A-ZÀ-Þ][\w.'’-]*(?: (?:[A-ZÀ-Þ][\w.'’-]*|de|del|la|van|von|bin|al)){0,4})"
    r"(?: \([^)\n]{1,40}\))?: (?=\S)",
    re.MULTILINE,
)
_ASKING = frozenset("q question host interviewer moderator presenter anchor reporter journalist".split())
"""Labels of those who ask."""
_NO_SPEAKER = frozenset(
    "note update correction caption photo picture image source sources contact editor watch read related weather traffic "
    "also more subject date time place to from re tel phone address listen sport sports politics oil calendar rates".split()
)
"""First words of labels that head a line without anybody speaking."""


def turns(document: Document, sentences: tuple[Sentence, ...]) -> list[Finding]:
    """A finding for each turn of a named speaker; none if the article is no transcript."""
    text = document.text
    labels = [m for m in _LABEL.finditer(text) if m["who"].split()[0].lower() not in _NO_SPEAKER]
    times = Counter(m["who"] for m in labels)
    if not (times["Q"] and times["A"]) and sum(n >= AGAIN for n in times.values()) < 2:
        return []
    outlet = (document.outlet or "").casefold()
    found: list[Finding] = []
    named: re.Match[str] | None = None
    for m in labels:
        who = m["who"]
        asks = who.split()[0].lower() in _ASKING or (len(who) > 1 and who.casefold() in outlet)
        if asks:
            continue
        if who != "A":
            named = m
        if named is None:
            continue
        end = text.find("\n", m.end())
        said = trimmed(text, m.end(), len(text) if end < 0 else end)
        source = span(text, named.start("who"), named.end("who"))
        number = next((i for i, s in enumerate(sentences) if overlaps(s.span, source)), None)
        speaker = None if number is None else token_at(sentences[number], source.start + source.text.rfind(" ") + 1)
        if number is not None and speaker is not None and said.text:
            found.append(Finding(number, None, speaker, source, None, None, (said,), verbatim=True))
    return found
