"""What did one source say, across all articles?

A source is one where the articles give it one name, titles and case aside; those without a name stand together, each under the
words that its article has for it. What an article writes small ("the company", "authorities") is no name: it is a source of that
article alone. Nothing is joined beyond that: the ledger decides which sources an event has.
"""

from collections.abc import Callable, Mapping, Sequence

import msgspec

from twosource.records import Annotation, Attribution, SourceKind
from twosource.values.names import name_words

NAMELESS: tuple[SourceKind, ...] = ("anonymous", "unknown")


class Said(msgspec.Struct, frozen=True):
    """One statement: in which article (its id), under which words for the source, with which cue, and what; `at` names the
    place in the report where those words stand. `again` holds the other places where it stands word for word, each with its
    article."""

    article: str
    at: str
    called: str
    cue: str
    words: str
    again: tuple[tuple[str, str], ...]


class VoiceView(msgspec.Struct, frozen=True):
    """A source and everything it said, `statements` in all; `name` is None for those without one."""

    anchor: str
    name: str | None
    kind: SourceKind
    articles: int
    statements: int
    said: tuple[Said, ...]


Key = tuple[str, ...] | None
"""What makes two statements one source's; None for a source without a name."""


def voices(
    articles: Sequence[Annotation], at: Callable[[str, Attribution], str]
) -> tuple[tuple[VoiceView, ...], Mapping[tuple[str, int], str]]:
    """The sources, those heard in the most articles first and the nameless last; and the anchor of each statement's source by its
    article's id and its index there.

    Args:
        articles: all articles.
        at: what the place of a statement is called, by the article's id and the attribution.
    """
    stated = [(article, n, said) for article in articles for n, said in enumerate(article.attributions)]
    small = {_named(said) for _, _, said in stated if _written_small(said)}
    heard: dict[Key, list[tuple[Annotation, Attribution]]] = {}
    keys: dict[tuple[str, int], Key] = {}
    for article, n, said in stated:
        name = _named(said)
        key = (*name, article.id) if name is not None and name in small else name
        keys[article.id, n] = key
        heard.setdefault(key, []).append((article, said))

    def rank(key: Key) -> tuple[bool, int, int, tuple[str, ...]]:
        return key is None, -len({a.id for a, _ in heard[key]}), -len(heard[key]), key or ()

    anchors = {key: f"s{number}" for number, key in enumerate(sorted(heard, key=rank), 1)}
    found = tuple(_voice(anchor, key, heard[key], at) for key, anchor in anchors.items())
    return found, {statement: anchors[key] for statement, key in keys.items()}


def _named(attribution: Attribution) -> Key:
    if not attribution.source_name or attribution.source_kind in NAMELESS:
        return None
    return name_words(attribution.source_name) or (attribution.source_name,)


def _written_small(attribution: Attribution) -> bool:
    """Whether an article writes a source's name without capitals, as what it is and not what it is called."""
    name, words = attribution.source_name or "", attribution.source.text if attribution.source else ""
    return name.islower() or (name.lower() != name and name.lower() in words)


def _voice(
    anchor: str,
    key: Key,
    heard: list[tuple[Annotation, Attribution]],
    at: Callable[[str, Attribution], str],
) -> VoiceView:
    names = sorted({a.source_name for _, a in heard if a.source_name}, key=lambda name: (-len(name), name))
    return VoiceView(
        anchor,
        names[0] if key is not None else None,
        heard[0][1].source_kind if key is not None else "unknown",
        len({article.id for article, _ in heard}),
        len(heard),
        _said(heard, at),
    )


def _said(heard: Sequence[tuple[Annotation, Attribution]], at: Callable[[str, Attribution], str]) -> tuple[Said, ...]:
    """The statements; one that several articles have word for word stands once."""
    places: dict[str, list[tuple[Annotation, Attribution]]] = {}
    for article, attribution in heard:
        words = " … ".join(s.text for s in attribution.content)
        places.setdefault(words, []).append((article, attribution))
    found = []
    for words, ((article, first), *rest) in places.items():
        again = dict.fromkeys((other.id, at(other.id, said)) for other, said in rest if other.id != article.id)
        called = first.source.text if first.source else first.source_name or "not named"
        cue = first.cue.text if first.cue else ""
        found.append(Said(article.id, at(article.id, first), called, cue, words, tuple(again)))
    return tuple(found)
