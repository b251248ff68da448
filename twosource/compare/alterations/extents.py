"""How much of them, and the how-manieth: did "most" become "all", or the third the second?

Method: words that say how much of a set is meant ("all", "most", "half", "some", "none") are compared where they stand before the
same noun, "of them" before the same word, or in like surroundings, if the other side has just one of them; so are ordinals before
the same noun, or before "time" where the verb is that noun's ("the third attack", "attacked for the second time").

Known failures: "not all" and "few but some" are told by the negation alone; a share in figures against one in words is not
compared.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec

from twosource.annotate.syntax import ancestors, children, stretch
from twosource.compare.alterations.groups import Group, closeness, holder, stem, surroundings
from twosource.compare.lexicon import bearing
from twosource.records import Alteration, Reading, Sentence, Span
from twosource.values.numbers import ordinal

CLOSE = 0.5
"""Surroundings of the two words that must agree where their nouns do not."""
_EXTENTS = {
    **dict.fromkeys("all every each both".split(), "all"),
    **dict.fromkeys("most majority".split(), "most"),
    **dict.fromkeys("half".split(), "half"),
    **dict.fromkeys("some several".split(), "some"),
    **dict.fromkeys("few handful".split(), "few"),
    **dict.fromkeys("none neither".split(), "none"),
}
_MORE_OR_LESS = re.compile(r"\b(more|less|fewer|over|under)\s(?:than\s)?$", re.IGNORECASE)
_APART = ({"all", "most"}, {"all", "half"}, {"all", "some"}, {"all", "few"}, {"all", "none"}, {"most", "few"}, {"most", "none"},
          {"most", "some"}, {"half", "few"}, {"half", "none"}, {"some", "none"}, {"most", "half"})  # fmt: skip
"""Extents that are no fair rendering of each other."""

_TIMES = (
    (r"twice|doubl|two", "2"), (r"tripl|trebl|three", "3"), (r"quadrupl|four", "4"), (r"five|quintupl", "5"), (r"ten", "10"),
    (r"halv", "1/2"),
)  # fmt: skip
_FACTOR = re.compile(
    r"\btwice(?=\s(?:as|the|what|that|its|their|his|her)\b)|\b(?:doubl|tripl|trebl|quadrupl|quintupl|halv)(?:es?|ed|ing)\b"
    r"|\bdouble(?=\s(?:the|what|that)\b)|\b(?:two|three|four|five|ten)(?:\stimes(?=\s(?:as|the|what|more|higher|larger)\b)|fold\b)",
    re.IGNORECASE,
)


class Extent(msgspec.Struct, frozen=True):
    """A word of extent or order: its value, the words that it may be told by, what surrounds it, and where it stands."""

    value: str
    of: frozenset[str]
    around: dict[str, float]
    span: Span


def extent_alterations(a: Reading, b: Reading, group: Group) -> Iterator[Alteration]:
    """The extents and ordinals of one group that became others."""
    for find in (_extents, _ordinals, _factors):
        left, right = (list(find(sentences)) for sentences in (group.a, group.b))
        kept = {x.value for x in left} & {y.value for y in right}
        left, right = ([x for x in side if x.value not in kept] for side in (left, right))
        if len(right) != 1:
            continue
        y = right[0]
        for x in left:
            told = _one(x.of, y.of) or (find is _extents and closeness(x.around, y.around) >= CLOSE)
            apart = find is not _extents or {x.value, y.value} in _APART
            if {x.value, y.value} == {"all", "none"} and closeness(x.around, y.around) < CLOSE:
                continue  # "both are against it", "neither likes it"
            if told and apart and _denied(x, group.a) is _denied(y, group.b) and not (_quoted(x.span, a) or _quoted(y.span, b)):
                yield Alteration("number-changed", x.span, y.span, "high", f"“{x.span.text}” became “{y.span.text}”")
                break


def _denied(extent: Extent, sentences: Sequence[Sentence]) -> bool:
    """Whether its sentence denies something: "few were insured", "most were not"."""
    sentence = holder(extent.span, sentences)
    return sentence is not None and any(t.dep == "neg" for t in sentence.tokens)


def _one(x: frozenset[str], y: frozenset[str]) -> bool:
    return any(stem(p) == stem(q) or bearing(p, q) in ("same", "near") for p in x for q in y)


def _extents(sentences: Sequence[Sentence]) -> Iterator[Extent]:
    for sentence in sentences:
        for i, token in enumerate(sentence.tokens):
            value = _EXTENTS.get(token.text.lower())
            whole = [
                k
                for p in children(sentence, i, "prep")
                if sentence.tokens[p].lemma == "of"
                for k in children(sentence, p, "pobj")
            ]
            if value == "half" and (m := _MORE_OR_LESS.search(sentence.span.text, 0, token.start - sentence.span.start)):
                value = "most" if m[1].lower() in ("more", "over") else "part"
            superlative = token.text.lower() == "most" and sentence.tokens[max(0, i - 1)].text.lower() == "the"
            of_all = children(sentence, token.head, "nsubj", "nsubjpass") if token.dep in ("dep", "appos", "advmod") else []
            if value in ("all", "none") and of_all:  # "the dead were all women"
                lemmas = frozenset(sentence.tokens[k].lemma.lower() for k in of_all)
                where = stretch(sentence, i, i)
                yield Extent(value, lemmas, surroundings(where, sentences), where)
                continue
            counting = value == "some" and any(t.tag == "CD" for t in sentence.tokens[i + 1 : i + 2])  # "some 62 percent"
            if value is None or superlative or counting or (not whole and token.dep not in ("det", "amod", "nsubj", "predet")):
                continue
            noun = whole[0] if whole else token.head
            said = [k for k in children(sentence, i) if k > noun and sentence.tokens[k].pos in ("NOUN", "PROPN")] if whole else []
            nouns = {noun, *said} if sentence.tokens[noun].pos != "PRON" else set(said)
            of = frozenset(sentence.tokens[k].lemma.lower() for k in nouns)
            where = stretch(sentence, i, max([noun, *said]))
            yield Extent(value, of, surroundings(where, sentences), where)


def _ordinals(sentences: Sequence[Sentence]) -> Iterator[Extent]:
    for sentence in sentences:
        for i, token in enumerate(sentence.tokens):
            number = ordinal(token.text)
            if number is None or token.dep in ("advmod", "compound"):
                continue
            before = token.dep in ("amod", "nummod")
            noun = sentence.tokens[token.head]
            words = {noun.lemma.lower()} if before else _of(sentence, i)
            if before and noun.lemma == "time":
                above = [sentence.tokens[k] for k in ancestors(sentence, token.head)]
                words = {t.lemma.lower() for t in above if t.pos == "VERB"}
            yield Extent(str(number), frozenset(words), {}, stretch(sentence, i, max(i, token.head) if before else i))


def _factors(sentences: Sequence[Sentence]) -> Iterator[Extent]:
    """By how many times something is more or less: "doubled", "three times as much"; of whatever the sentences tell."""
    for sentence in sentences:
        for m in _FACTOR.finditer(sentence.span.text):
            start = sentence.span.start + m.start()
            value = next(v for pattern, v in _TIMES if re.match(pattern, m[0], re.IGNORECASE))
            yield Extent(value, frozenset({"times"}), {}, Span(start, sentence.span.start + m.end(), m[0]))


def _of(sentence: Sentence, index: int) -> set[str]:
    """What an ordinal without a noun is counted among: "the third in the region"."""
    token = sentence.tokens[index]
    subject = children(sentence, token.head, "nsubj") if token.dep == "attr" else []
    among = [k for p in children(sentence, index, "prep") for k in children(sentence, p, "pobj")]
    return {sentence.tokens[k].lemma.lower() for k in (*subject, *among) if sentence.tokens[k].pos != "PRON"}


def _quoted(where: Span, reading: Reading) -> bool:
    return any(q.inner.start <= where.start < q.inner.end and not q.scare for q in reading.quotations)
