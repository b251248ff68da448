"""Whose text does an article carry as a whole, an agency's or a press-release service's?

Method: a credit in the dateline ("LONDON (AP) -"), in the copyright line, or alone on its line stands for the whole text. "The
Associated Press contributed to this report", "with material from Reuters" stand for a part of it, and a photographer's credit
for none: two papers that both took a paragraph from one agency have still written their own reports.

Known failures: an agency's text under a dateline and byline of the paper's own is not seen.
"""

import msgspec

from twosource.document.credits import named_credits
from twosource.records import Credit, Reading

WHOLE = ("dateline", "boilerplate")
"""Parts in which a credit speaks for the whole text."""
ALONE = 12
"""Characters that a credit line may hold beside the agency's name: brackets, "Source:", "By the"."""


class Wire(msgspec.Struct, frozen=True):
    """The agencies and services whose text an article is; `own` where the article is one's own publication."""

    names: frozenset[str] = frozenset()
    own: bool = False

    def shared(self, other: "Wire") -> bool:
        """Whether both are one agency's text."""
        return bool(self.names & other.names)

    @property
    def foreign(self) -> bool:
        """Whether the text is an agency's on another's page."""
        return bool(self.names) and not self.own


NONE = Wire()


def wire(reading: Reading) -> Wire:
    """What an article says of whose text it is."""
    names = frozenset(c.name for c in reading.annotation.credits if c.kind != "outlet" and _whole(reading, c))
    outlet = reading.annotation.outlet or ""
    return Wire(names, any(c.name in names for c in named_credits(outlet, 0, len(outlet))))


def _whole(reading: Reading, credit: Credit) -> bool:
    part = next((p for p in reading.annotation.parts if p.span.start <= credit.span.start < p.span.end), None)
    if part is None:
        return False
    return part.kind in WHOLE or (part.kind == "credit" and len(part.span.text) - len(credit.span.text) <= ALONE)
