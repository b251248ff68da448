"""Does a text still say whose word a statement is: does a sentence, or the next one with its numbers, name the source?

A source is named by its words, by its acronym, or with another office; `attribution` asks it of statements that seem to have lost
theirs.
"""

from twosource.annotate.syntax import children, root
from twosource.compare.alterations.groups import stem
from twosource.compare.terms import MONTHS_AND_DAYS
from twosource.records import Attribution, Reading, Sentence
from twosource.text import inside, words
from twosource.values.names import acronym_of


def said_next(x: Attribution, names: set[str], sentence: Sentence, reading: Reading, other: Reading) -> bool:
    """Whether the sentence behind, in the same paragraph, tells a number of the statement as that source's: one split in two.

    Words alone do not show it: what a source says next may be of the same."""
    at = next((i for i, s in enumerate(other.sentences) if s.span.start == sentence.span.start), 0)
    behind = other.sentences[at + 1] if at + 1 < len(other.sentences) else None
    if behind is None or "\n" in other.annotation.text[sentence.span.end : behind.span.start]:
        return False
    led = any(governs(y, behind) for y in other.annotation.attributions)
    return led and named_in(x, names, behind, reading) and bool(_numbers_in(behind) & _numbers_of(x, reading))


def _numbers_in(sentence: Sentence) -> set[str]:
    return {t.text.lower() for t in sentence.tokens if t.pos == "NUM"}


def _numbers_of(x: Attribution, reading: Reading) -> set[str]:
    return {
        t.text.lower()
        for s in reading.sentences
        for t in s.tokens
        if t.pos == "NUM" and any(c.start <= t.start < c.end for c in x.content)
    }


def given(x: Attribution, reading: Reading) -> bool:
    """Whether somebody is named as the source, be it only "in the documents": a bare "is said to" hedges."""
    if x.source is not None:
        return True
    for sentence in reading.sentences:
        for i, t in enumerate(sentence.tokens):
            if x.cue is not None and x.cue.start <= t.start < x.cue.end and t.pos == "VERB":
                return any(sentence.tokens[k].lemma in ("in", "by") for k in children(sentence, i, "prep", "agent"))
    return False


def named_in(x: Attribution, names: set[str], sentence: Sentence, reading: Reading) -> bool:
    """Whether a sentence names a source: its name as one phrase where it has several words, a person by the last of them."""
    told = {stem(t.lemma) for t in sentence.tokens}
    if x.source is None or len(names) < 2 or x.source_kind == "named":
        return bool(names & told)
    proper = [t for s in reading.sentences for t in s.tokens if t.pos == "PROPN" and x.source.start <= t.start < x.source.end]
    if len(proper) > 1 and all(stem(t.lemma) in told for t in proper):
        return True
    words_of = [w for w in words(x.source.text) if w not in ("the", "a", "an")]
    return _acronym_in(x, sentence) or " ".join(words_of) in " ".join(words(sentence.span.text))


def _acronym_in(x: Attribution, sentence: Sentence) -> bool:
    """Whether a sentence has the acronym of a source's name."""
    return x.source_name is not None and any(acronym_of(t.text, x.source_name) for t in sentence.tokens if t.text.isupper())


def naming(x: Attribution, reading: Reading) -> set[str]:
    """The stems that tell a source: of its names if it has any, else of its last noun."""
    if x.source is None:
        return set()
    tokens = [t for s in reading.sentences for t in s.tokens if x.source.start <= t.start < x.source.end]
    named = [t for t in tokens if t.pos == "PROPN" and t.text[:1].isupper() and t.text.lower() not in MONTHS_AND_DAYS]
    return {stem(t.lemma) for t in named or [t for t in tokens if t.pos == "NOUN"][-1:]}


def governs(x: Attribution, sentence: Sentence) -> bool:
    """Whether an attribution is that of a sentence's main statement, not one made within it."""
    if x.cue is None or not inside(x.cue, sentence.span):
        return False
    main = root(sentence)
    if main is None:
        return False
    at = sentence.tokens[main].start
    return x.cue.start <= at < x.cue.end or any(c.start <= at < c.end for c in x.content)
