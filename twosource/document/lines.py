"""What does one line of an article look like, before anybody asks what it is for?"""

import re
from itertools import pairwise

import msgspec

from twosource.records import Span
from twosource.text import WORD, span, trimmed

STOP = re.compile(r"[.!?…。！？।؟۔:;,\-–—][\"'”’»)\]]*$")
SENTENCE_STOP = re.compile(r"[.!?…。！？।؟۔][\"'”’»)\]]*$")
BULLET = re.compile(r"^(?:[•·▪●◦‣*►+>»–—-]|\d{1,2}[.)])\s+")

TWO_SENTENCES = re.compile(r"[a-zà-ÿ]{3}[.!?][\"'”’)]*\s+[\"'“‘(]?[A-ZÀ-Þ]")
"""A stop inside a line."""

SMALL_WORDS = frozenset(
    "a an and as at but by for from in into is nor of off on onto or over per so than that the to up upon via vs vs. with "
    "yet".split()
)
"""Words that title case leaves in lower case."""


class Line(msgspec.Struct, frozen=True):
    """A line without white space at its ends. `words` counts its words; `gap`: whether a blank line stands above it."""

    span: Span
    words: int
    gap: bool

    @property
    def text(self) -> str:
        return self.span.text

    @property
    def stopped(self) -> bool:
        """Whether it ends as a sentence does, or with a mark that promises more."""
        return STOP.search(self.text) is not None

    @property
    def sentence(self) -> bool:
        """Whether it ends as a sentence does."""
        return SENTENCE_STOP.search(self.text) is not None

    @property
    def bullet(self) -> bool:
        return BULLET.match(self.text) is not None

    @property
    def title_case(self) -> bool:
        """Whether every word but the small ones begins with a capital or a figure; false in scripts without case."""
        long = [w for w in re.findall(r"[^\s\-–—/]+", self.text) if w[:1].isalnum() and w.lower() not in SMALL_WORDS]
        cased = [w for w in long if w[0].isalpha()]
        return bool(cased) and all(w[0].isupper() for w in cased)


WRAPPED_SHARE = 0.6
"""Share of lines followed at once by another that must lack a stop for a text to be hard-wrapped."""
RUNNING_SHARE = 0.3
"""Share of them that must be followed by a small letter: a wrap falls inside a sentence, a paragraph's end does not."""
WRAPPED_WIDTH = (45, 100)
"""Characters between which the longer half of a hard-wrapped text's lines end."""


def lines(text: str) -> list[Line]:
    """The lines that hold anything but white space, in order; the lines of a hard-wrapped paragraph are one."""
    found: list[Line] = []
    last = 0
    for match in re.finditer(r"[^\n]+", text):
        inner = trimmed(text, match.start(), match.end())
        if inner.text:
            found.append(Line(inner, len(WORD.findall(inner.text)), text.count("\n", last, inner.start) > 1))
            last = inner.end
    return _joined(text, found) if _wrapped(found) else found


def _wrapped(found: list[Line]) -> bool:
    """Whether lines break where the width ends, as in old wires and mail, and not where paragraphs do."""
    inner = [line for line, below in pairwise(found) if not below.gap]
    if len(inner) < 3:
        return False
    lengths = sorted(len(line.text) for line in inner)
    middle, longest = lengths[len(lengths) // 2], lengths[-1]
    unstopped = sum(not line.sentence for line in inner) / len(inner)
    running = sum(below.text[0].islower() for above, below in pairwise(found) if not below.gap) / len(inner)
    return running >= RUNNING_SHARE and unstopped >= WRAPPED_SHARE and WRAPPED_WIDTH[0] <= middle and longest <= WRAPPED_WIDTH[1]


def _joined(text: str, found: list[Line]) -> list[Line]:
    """Lines put together up to a blank line, or to a stop at the end of a line that could have held more."""
    width = max(len(line.text) for line in found)
    groups = [[found[0]]]
    for above, below in pairwise(found):
        ended = above.sentence and len(above.text) + len(below.text.split()[0]) + 1 < 0.9 * width
        if below.gap or ended:
            groups.append([below])
        else:
            groups[-1].append(below)
    return [Line(span(text, g[0].span.start, g[-1].span.end), sum(line.words for line in g), g[0].gap) for g in groups]
