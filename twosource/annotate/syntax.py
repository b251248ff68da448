"""What does a parsed sentence say about its words? Questions on the dependency tree, all by token index."""

from collections.abc import Iterator

from twosource.records import Sentence, Span


def children(sentence: Sentence, index: int, *relations: str) -> list[int]:
    """The words that depend on a word, in text order; of these relations only, if any is named."""
    return [i for i, t in enumerate(sentence.tokens) if t.head == index and i != index and (not relations or t.dep in relations)]


def subtree(sentence: Sentence, index: int) -> list[int]:
    """A word and all that hangs on it, directly or not, in text order."""
    found, waiting = {index}, [index]
    while waiting:
        new = children(sentence, waiting.pop())
        waiting += [i for i in new if i not in found]
        found.update(new)
    return sorted(found)


def ancestors(sentence: Sentence, index: int) -> Iterator[int]:
    """The governors of a word, the nearest first, up to the root."""
    while sentence.tokens[index].head != index:
        index = sentence.tokens[index].head
        yield index


def root(sentence: Sentence) -> int | None:
    """The word that nothing governs; None in a sentence without tokens."""
    return next((i for i, t in enumerate(sentence.tokens) if t.head == i), None)


def stretch(sentence: Sentence, first: int, last: int) -> Span:
    """The span from token `first` to token `last`, both inclusive."""
    start, end = sentence.tokens[first].start, sentence.tokens[last].end
    offset = sentence.span.start
    return Span(start, end, sentence.span.text[start - offset : end - offset])


def subtree_span(sentence: Sentence, index: int) -> Span:
    """The span from the first to the last word of a subtree."""
    whole = subtree(sentence, index)
    return stretch(sentence, whole[0], whole[-1])


def token_at(sentence: Sentence, offset: int) -> int | None:
    """The index of the token that covers a text offset; None if none does."""
    return next((i for i, t in enumerate(sentence.tokens) if t.start <= offset < t.end), None)


def head_of(sentence: Sentence, span: Span) -> int | None:
    """The word of a span that governs its other words; None if no word of the sentence lies in it."""
    within = [i for i, t in enumerate(sentence.tokens) if t.start < span.end and span.start < t.end]
    return next((i for i in within if sentence.tokens[i].head not in within or sentence.tokens[i].head == i), None)


def negated(sentence: Sentence, index: int) -> bool:
    """Whether a negation hangs on the word itself."""
    return bool(children(sentence, index, "neg"))
