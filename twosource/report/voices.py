"""What did one source say, across all articles?

A source is one where the articles give it one name, titles and case aside; those without a name stand together, each under the
words that its article has for it. Nothing is joined beyond that: the ledger decides which sources an event has.
"""

from collections.abc import Mapping, Sequence

import msgspec

from twosource.records import Annotation, Attribution, SourceKind
from twosource.values.names import name_words

NAMELESS: tuple[SourceKind, ...] = ("anonymous", "unknown")


class Said(msgspec.Struct, frozen=True):
    """One statement: in which article (its id), under which words for the source, with which cue, and what."""

    article: str
    called: str
    cue: str
    words: str


class VoiceView(msgspec.Struct, frozen=True):
    """A source and everything it said; `name` is None for those without one."""

    anchor: str
    name: str | None
    kind: SourceKind
    articles: int
    said: tuple[Said, ...]


def voice_key(attribution: Attribution) -> tuple[str, ...] | None:
    """What makes two statements one source's; None for a source without a name."""
    if not attribution.source_name or attribution.source_kind in NAMELESS:
        return None
    return name_words(attribution.source_name) or (attribution.source_name,)


def voices(articles: Sequence[Annotation]) -> tuple[tuple[VoiceView, ...], Mapping[tuple[str, ...] | None, str]]:
    """The sources, those heard in the most articles first and the nameless last; and the anchor of each by its key."""
    heard: dict[tuple[str, ...] | None, list[tuple[Annotation, Attribution]]] = {}
    for article in articles:
        for attribution in article.attributions:
            heard.setdefault(voice_key(attribution), []).append((article, attribution))

    def rank(key: tuple[str, ...] | None) -> tuple[bool, int, int, tuple[str, ...]]:
        return key is None, -len({a.id for a, _ in heard[key]}), -len(heard[key]), key or ()

    anchors = {key: f"s{number}" for number, key in enumerate(sorted(heard, key=rank), 1)}
    return tuple(_voice(anchor, key, heard[key]) for key, anchor in anchors.items()), anchors


def _voice(anchor: str, key: tuple[str, ...] | None, heard: list[tuple[Annotation, Attribution]]) -> VoiceView:
    names = sorted({a.source_name for _, a in heard if a.source_name}, key=lambda name: (-len(name), name))
    return VoiceView(
        anchor,
        names[0] if key is not None else None,
        heard[0][1].source_kind if key is not None else "unknown",
        len({article.id for article, _ in heard}),
        tuple(_said(article, attribution) for article, attribution in heard),
    )


def _said(article: Annotation, attribution: Attribution) -> Said:
    return Said(
        article.id,
        attribution.source.text if attribution.source else attribution.source_name or "not named",
        attribution.cue.text if attribution.cue else "",
        " … ".join(s.text for s in attribution.content),
    )
