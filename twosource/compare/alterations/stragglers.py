"""Which sentences that answer to none of the other text tell a part of one of its sentences after all?

Method: a rewriter who writes short sentences splits one into three, of which alignment finds one or two. Each sentence left over
is set beside the one sentence of the other text that answers to most of its content words, numbers by value, if that is enough of
them; a very short one may just go on about what the sentence before it tells. Such a pair tells the same in part only, so nothing
that either lacks is left out; what both have is compared.

Tried and dropped: the same pairs within groups of several sentences, for rules that want one against one; no more was found (F1
on six unread pairs .721 to .710 with numbers, .715 without).

Known failures: a sentence whose every word was exchanged; one that tells parts of two.
"""

from collections.abc import Iterator, Sequence

from twosource.compare.alterations.answers import content_words
from twosource.compare.alterations.groups import Group, stem
from twosource.compare.lexicon import bearing
from twosource.records import Reading, Sentence
from twosource.values.numbers import value

SHORT = 3
"""Content words of a sentence that may just go on about what the one before it tells."""
LEAST, SHARE = 2, 0.4
"""Content words that must be answered, and the share of all of the sentence left over."""


def stragglers(a: Reading, b: Reading, loose: Group, aligned: Sequence[Group]) -> Iterator[Group]:
    """Pairs of a sentence left over and the one of the other text that it tells a part of, in the order of the texts."""
    for sentence in loose.b:
        there = _nearest(sentence, [s for s in a.sentences if s.part == "body"]) or _gone_on(sentence, b, aligned)
        if there is not None:
            yield Group((there,), (sentence,))
    for sentence in loose.a:
        there = _nearest(sentence, [s for s in b.sentences if s.part == "body"])
        if there is not None:
            yield Group((sentence,), (there,))


def _gone_on(sentence: Sentence, reading: Reading, aligned: Sequence[Group]) -> Sentence | None:
    """The sentence of the earlier text that the one before answers to, if a short sentence goes on about it in a word of it."""
    words = _words(sentence)
    at = next(i for i, s in enumerate(reading.sentences) if s.span.start == sentence.span.start)
    before = reading.sentences[at - 1].span if at else None
    group = next((g for g in aligned if any(s.span == before for s in g.b)), None)
    if group is None or len(group.a) != 1 or len(words) > SHORT:
        return None
    subjects = {t.lemma.lower() for t in sentence.tokens if t.dep in ("nsubj", "nsubjpass")}  # who does it may do more
    return group.a[0] if any(_same(w, v) for w in words if w not in subjects for v in _words(group.a[0])) else None


def _nearest(sentence: Sentence, others: Sequence[Sentence]) -> Sentence | None:
    words = _words(sentence)
    best: tuple[int, Sentence] | None = None
    for other in others:
        theirs = _words(other)
        hits = sum(any(_same(w, v) for v in theirs) for w in words)
        if best is None or hits > best[0]:
            best = hits, other
    return best[1] if best is not None and best[0] >= max(LEAST, SHARE * len(words)) else None


def _words(sentence: Sentence) -> list[str]:
    """The lemmas of the content words, number words as their figures."""
    lemmas = (sentence.tokens[i].lemma.lower() for i in content_words(sentence))
    return [f"{n:g}" if (n := value(w)) is not None else w for w in lemmas]


def _same(x: str, y: str) -> bool:
    return stem(x) == stem(y) or (not x[:1].isdigit() and not y[:1].isdigit() and bearing(x, y) == "same")
