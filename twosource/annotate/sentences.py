"""Where does each sentence begin and end?"""

import itertools
import re

from twosource.records import Document, Sentence
from twosource.text import trimmed

END = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])")
SAID = ("title", "heading", "body", "caption")


def sentences(document: Document) -> tuple[Sentence, ...]:
    """The sentences of the parts that hold text, in order, without tokens."""
    found = []
    for part in document.parts:
        if part.kind in SAID:
            cuts = [
                part.span.start,
                *(m.end() for m in END.finditer(document.text, part.span.start, part.span.end)),
                part.span.end,
            ]
            for start, end in itertools.pairwise(cuts):
                span = trimmed(document.text, start, end)
                if span.text:
                    found.append(Sentence(span, part.kind, (), ()))
    return tuple(found)
