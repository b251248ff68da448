"""Which places does a dateline name: "MEMPHIS, Tenn. (AP) —", "KYIV, Ukraine -"?

Method: the words before the agency, the date or the dash, cut at commas; what stands between two commas is one name. A
dateline is no sentence, so it is not parsed: its words are handed on as proper nouns.
Known failures: datelines with two towns ("LONDON/PARIS").
"""

import re
from collections.abc import Iterator, Sequence

from twosource.annotate.digest import labels
from twosource.annotate.toponyms import Toponym
from twosource.records import Document, Sentence, Span, Token
from twosource.text import inside

_WORD = re.compile(r"[^\W\d_][\w.'’-]*|,")
_END = re.compile(r"[(\[–—:|/]|\s-|-\s|--|\d")
_NO_PLACE = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)", re.IGNORECASE)


def dateline_names(document: Document, sentences: Sequence[Sentence]) -> Iterator[Toponym]:
    """The names in the datelines of a document, and in the labels of a round-up, each as a location."""
    heads = [part.span for part in document.parts if part.kind == "dateline"]
    heads += [label for _, label in labels(document, sentences) if not any(inside(label, head) for head in heads)]
    for head in heads:
        end = _END.search(head.text)
        words = list(_WORD.finditer(head.text[: end.start() if end else None]))
        tokens = tuple(_token(head, m, i) for i, m in enumerate(words))
        sentence = Sentence(head, "dateline", tokens, ())
        first = 0
        for last in range(len(tokens) + 1):
            if last < len(tokens) and tokens[last].text != ",":
                continue
            if last > first and not _NO_PLACE.match(tokens[first].text):
                start, stop = tokens[first].start - head.start, tokens[last - 1].end - head.start
                span = Span(tokens[first].start, tokens[last - 1].end, head.text[start:stop])
                yield Toponym(sentence, first, last, span, "location")
            first = last + 1


def _token(span: Span, match: re.Match[str], index: int) -> Token:
    text = match[0]
    tag = "," if text == "," else "NNP"
    return Token(
        span.start + match.start(), span.start + match.end(), text, text, "PUNCT" if tag == "," else "PROPN", tag, "dep", index
    )
