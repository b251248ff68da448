"""Who says what stands behind a colon, without quotation marks, in the next lines?

Method: a sentence of running text that ends with a colon and holds a cue with no content of its own announces what follows:
the rest of its paragraph, else the paragraph below. Where that opens with a quotation mark, the quotations themselves are
given their speaker.

Known failures: a list of several paragraphs is cut after the first.
"""

import itertools

from twosource.annotate import cues
from twosource.annotate.findings import Finding
from twosource.annotate.nominal import according_source
from twosource.annotate.parties import speaker_of, verb_finding
from twosource.records import Sentence, Span
from twosource.text import trimmed
from twosource.values.names import word_set

_POINTERS = word_set("following this these that it statistic point thing statement message question")
"""Objects that stand for the lines to come: "posted the following:"."""


def blocks(text: str, sentences: tuple[Sentence, ...], found: list[Finding], quoted: tuple[Span, ...]) -> list[Finding]:
    """The findings with those of announced lines put in the place of what their cues held before."""
    findings = list(found)
    for number, sentence in enumerate(sentences[:-1]):
        if sentence.part != "body" or not sentence.span.text.rstrip().endswith(":"):
            continue
        block = _below(text, sentences, number)
        if block is None or any(q.start < block.end and block.start < q.end and q.start <= block.start + 1 for q in quoted):
            continue
        new = _announced(sentence, number, block, findings, quoted)
        if new is not None:
            findings = [f for f in findings if f.sentence != number or f.verb != new.verb]
            findings.append(new)
    return findings


def _announced(sentence: Sentence, number: int, block: Span, found: list[Finding], quoted: tuple[Span, ...]) -> Finding | None:
    tokens = sentence.tokens
    for verb in range(len(tokens) - 1, -1, -1):
        token = tokens[verb]
        if any(q.start <= token.start < q.end for q in quoted):
            continue
        if token.text.lower() == "according":
            return according_source(sentence, number, verb, (block,))
        if token.pos == "VERB" and token.lemma in cues.SAYING and speaker_of(sentence, verb) is not None:
            held = [f for f in found if f.sentence == number and f.verb == verb]
            said = [t for f in held for c in f.content for t in tokens if c.start <= t.start < c.end and t.pos != "DET"]
            if not held or any(t.lemma.lower() in _POINTERS for t in said[-3:]):
                return verb_finding(sentence, number, verb, (block,))
            return None
    return None


def _below(text: str, sentences: tuple[Sentence, ...], number: int) -> Span | None:
    """The rest of a sentence's paragraph, else the paragraph below; None if there is neither in running text."""
    here = sentences[number]
    following = sentences[number + 1 :]
    if following[0].part != "body":
        return None
    end = following[0].span.end
    for before, after in itertools.pairwise(following):
        if "\n" in text[before.span.end : after.span.start]:
            break
        end = after.span.end
    return trimmed(text, following[0].span.start, end) if following[0].span.start >= here.span.end else None
