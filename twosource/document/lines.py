"""What does one line of an article look like, before anybody asks what it is for?"""

import re

import msgspec

from twosource.records import Span
from twosource.text import WORD, trimmed

STOP = re.compile(r"[.!?…。！？।؟۔:;,\-–—][\"'”’»)\]]*$")
SENTENCE_STOP = re.compile(r"[.!?…。！？।؟۔][\"'”’»)\]]*$")
BULLET = re.compile(r"^(?:[•·▪●◦‣*►–—-]|\d{1,2}[.)])\s+")

SMALL_WORDS = frozenset(
    "a an and as at but by for from in into is nor of off on onto or over per so than that the to up upon via vs vs. with yet".split()
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


def lines(text: str) -> list[Line]:
    """The lines that hold anything but white space, in order."""
    found: list[Line] = []
    last = 0
    for match in re.finditer(r"[^\n]+", text):
        inner = trimmed(text, match.start(), match.end())
        if inner.text:
            found.append(Line(inner, len(WORD.findall(inner.text)), text.count("\n", last, inner.start) > 1))
            last = inner.end
    return found
