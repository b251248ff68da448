"""Who was asked and gave no comment?

Method: the formulas of newsrooms as patterns on the sentence's text ("did not immediately respond to a request for comment",
"had no comment", "calls to the plant were not returned", "there was no comment from"), the one who was asked by the parse:
the subject of the formula, or who stands behind "to" or "from" where the request is the subject. Such a refusal is never a
statement.

Known failures: a refusal told over two sentences ("We asked the ministry. It stayed silent.").
"""

import re

from twosource.annotate.parties import source_span
from twosource.annotate.speakers import Speakers
from twosource.annotate.syntax import children
from twosource.records import Document, Entity, NoComment, Sentence, Span

_NOT = r"(?:did|do|does|has|have|had|would|could|was|were|is)\s*(?:not|n['’]t)\s+(?:\w+ly\s+|yet\s+|return\s+)?"
_ASKED = (
    r"(?:comments?|calls?|(?:text\s+|voice\s+)?messages?|e-?mails?|requests?|inquir(?:y|ies)|enquir(?:y|ies)|"
    r"questions?|interviews?)"
)
_BY_SUBJECT = re.compile(
    rf"{_NOT}(?:respond|reply|return|available|reachable)\w*\b[^.;\"”]*?\b{_ASKED}\b|"
    rf"(?:did|had|has|have|would)\s*(?:not|n['’]t)\s+(?:\w+ly\s+|yet\s+)?answer\w*\b[^.;\"”]*?\b{_ASKED}\b|"
    rf"{_NOT}(?:comment\b|be(?:\s+\w+ly)?\s+reached\b)|"
    r"\b(?:declin|refus)\w+\s+(?:an?\s+|\w+\s+)?(?:requests?\s+(?:to|for)\s+|to\s+)?(?:\w+ly\s+|further\s+)?"
    r"(?:comment|elaborate|be\s+interviewed|(?:an?\s+)?interview|be\s+quoted)\w*\b|"
    r"\b(?:had|has|have)\s+no\s+(?:immediate\s+|further\s+)?comment\b|"
    r"\b(?:was|were|is|are)\s+(?:\w+ly\s+)?(?:unavailable|unreachable)(?:\s+for\s+(?:an?\s+)?(?:comment|interview))?\b|"
    r"\b(?:could|can)not(?:\s+\w+ly)?\s+be(?:\s+\w+ly)?\s+reached\b",
    re.IGNORECASE,
)
_BY_REQUEST = re.compile(
    rf"\b{_ASKED}\b[^.;\"”]*?\b(?:{_NOT}(?:returned|answered)|went\s+unanswered|(?:was|were)\s+unanswered)\b", re.IGNORECASE
)
_NONE_FROM = re.compile(r"\bno\s+(?:immediate\s+|official\s+)?(?:comment|response|reaction)\s+from\b", re.IGNORECASE)


def no_comment(document: Document, sentences: tuple[Sentence, ...], entities: tuple[Entity, ...]) -> tuple[NoComment, ...]:
    """Who was asked and did not answer, in text order; `span` is the refusal with who refused, `who` the resolved name."""
    speakers = Speakers(document, sentences, entities)
    return tuple(NoComment(speakers.called(who), span) for who, span in refusals(sentences))


def refusals(sentences: tuple[Sentence, ...]) -> list[tuple[Span, Span]]:
    """Each refusal to comment as (who refused, the whole refusal), in text order."""
    found: list[tuple[Span, Span]] = []
    for s in sentences:
        for match in (*_BY_REQUEST.finditer(s.span.text), *_BY_SUBJECT.finditer(s.span.text), *_NONE_FROM.finditer(s.span.text)):
            start, end = s.span.start + match.start(), s.span.start + match.end()
            if any(span.start < end and start < span.end for _, span in found):
                continue
            who = _addressed(s, start, end) if match.re is _BY_REQUEST else None
            who = who or (_behind(s, end) if match.re is _NONE_FROM else _subject(s, start, end))
            if who is not None:
                tail = re.match(r"[^.,;\"”]*", s.span.text[match.end() :])
                stop = max(end + (len(tail[0].rstrip()) if tail else 0), who.end)
                begin = min(start, who.start)
                found.append((who, Span(begin, stop, s.span.text[begin - s.span.start : stop - s.span.start])))
    return sorted(found, key=lambda pair: pair[1].start)


def _subject(sentence: Sentence, start: int, end: int) -> Span | None:
    """The subject of the verb of a formula, or the one that it takes from the verb above ("declined and did not return
    calls")."""
    tokens = sentence.tokens
    for verb in (i for i, t in enumerate(tokens) if start <= t.start < end and t.pos in ("VERB", "AUX")):
        above: int | None = verb
        while above is not None:
            for i in children(sentence, above, "nsubj", "nsubjpass"):
                if tokens[i].start < start:
                    head = tokens[above].head if tokens[i].tag in ("WP", "WDT") and tokens[above].dep == "relcl" else i
                    return source_span(sentence, head, above)
            above = tokens[above].head if tokens[above].dep in ("conj", "xcomp") else None
    return None


def _addressed(sentence: Sentence, start: int, end: int) -> Span | None:
    """To whom the request went: "a message to the mayor's office was not returned"."""
    for i, token in enumerate(sentence.tokens):
        if start <= token.start < end and token.text.lower() in ("to", "from", "with"):
            for p in children(sentence, i, "pobj"):
                return source_span(sentence, p, None)
    return None


def _behind(sentence: Sentence, end: int) -> Span | None:
    """Who stands behind "no comment from"."""
    for i, token in enumerate(sentence.tokens):
        if token.end == end:
            for p in children(sentence, i, "pobj"):
                return source_span(sentence, p, None)
    return None
