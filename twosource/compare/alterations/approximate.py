"""Did a word go that kept a statement from being wholly so: "nearly all", "almost as large", "mostly", "in principle"?

Method: approximating adverbs, with the word that they stand before or bear on. Where the aligned sentences have that word, and
none of the words by which anything is told as not wholly so, the hedge was dropped; the other way round, it was added. Numbers
are compared with their own modifiers by `numbers`.

Known failures: a word that was itself reworded; two approximations of one group, of which one went.
"""

import re
from collections.abc import Iterator, Sequence

from twosource.annotate.syntax import stretch
from twosource.compare.alterations.groups import CONTENT, LIGHT, Group, stem
from twosource.compare.lexicon import bearing
from twosource.records import Alteration, Quantity, Reading, Sentence
from twosource.text import overlaps

_NEARLY = frozenset("almost nearly virtually practically mostly largely mainly partly partially primarily".split())
_WHOLE = frozenset("all every no none nobody everyone everybody nothing everything entire whole as always never any".split())
"""Words of extent that an approximation bears on as they stand."""
_PRINCIPLE = re.compile(r"\bin (?:principle|part|theory)\b", re.IGNORECASE)
_NOT_WHOLLY = re.compile(
    r"\b(?:almost|near(?:ly|ing)?|virtual(?:ly)?|practically|mostly|largely|main(?:ly)?|partly|partial(?:ly)?|primar(?:y|ily)|most"
    r"|majority|bulk|lion's share|part|parts|some|few|hardly|barely|scarcely|close|about|around|approximately|roughly|just|bar"
    r"|but|except|apart|little|short|principle|theory|overwhelming(?:ly)?|chief(?:ly)?|predominantly|in the main|as good as|verge"
    r"|brink|not (?:quite|all|every|entirely|wholly))\b",
    re.IGNORECASE,
)


def approximate_alterations(a: Reading, b: Reading, group: Group) -> Iterator[Alteration]:
    """The approximations of one group that are gone."""
    mine, theirs = ({m[0].lower() for s in side for m in _NOT_WHOLLY.finditer(s.span.text)} for side in (group.a, group.b))
    if theirs - mine or theirs & _NEARLY:
        return
    for sentence in group.a:
        for first, last, word in _approximations(sentence, a.quantities):
            if any(q.inner.start <= sentence.tokens[first].start < q.inner.end and not q.scare for q in a.quotations):
                continue
            there = next((spot for s in group.b if (spot := _again(sentence, word, s)) is not None), None)
            if there is not None:
                x, y = stretch(sentence, first, last), stretch(there[0], there[1], there[1])
                says = f"“{x.text}” became “{y.text}” without the word that made it less than whole"
                yield Alteration("hedge-dropped", x, y, "medium", says)


def _approximations(sentence: Sentence, quantities: Sequence[Quantity]) -> Iterator[tuple[int, int, int]]:
    """Each approximating word with the word that it bears on: the first and last token of both, and the word."""
    for i, token in enumerate(sentence.tokens[:-1]):
        if token.text.lower() not in _NEARLY or any(overlaps(q.span, stretch(sentence, i, i + 1)) for q in quantities):
            continue
        if sentence.tokens[i + 1].text.lower() in _WHOLE:
            yield i, i + 1, i + 1
        elif token.dep == "advmod" and token.head > i and sentence.tokens[token.head].pos in CONTENT:
            yield i, token.head, token.head
    m = _PRINCIPLE.search(sentence.span.text)
    if m is not None:
        start = sentence.span.start + m.start()
        at = next((i for i, t in enumerate(sentence.tokens) if t.start == start), None)
        if at is not None and at > 0 and sentence.tokens[sentence.tokens[at].head].pos == "VERB":
            verb = sentence.tokens[at].head
            yield min(verb, at), max(verb, at + 1), verb


def _again(sentence: Sentence, index: int, there: Sentence) -> tuple[Sentence, int] | None:
    """Where another sentence has the same word, or a verb or noun of its meaning."""
    token = sentence.tokens[index]
    word = token.lemma.lower()
    for i, t in enumerate(there.tokens):
        if t.text.lower() == token.text.lower() or (t.pos == token.pos and stem(t.lemma) == stem(word) and word not in LIGHT):
            return there, i
    if token.pos not in ("VERB", "NOUN", "ADJ") or word in LIGHT:
        return None
    alike = (i for i, t in enumerate(there.tokens) if t.pos == token.pos and bearing(t.lemma.lower(), word) == "same")
    return next(((there, i) for i in alike), None)
