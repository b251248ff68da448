"""Which people, organisations, groups and places does an article name, and which mentions name one and the same?

Method: the recogniser's names, one kind after another. A person's shorter names join the longest one that they fit (surname,
title and surname; `values.names`), the nearest before the mention where two fit. An organisation's acronym joins its full
name. A one-word organisation or place that is a person's surname in this article is that person. Toponyms that the places
stage found are places.

Known failures: first names alone stay apart from full names; two people of one surname named without titles can swap.
"""

import collections
import hashlib
import re

import msgspec

from twosource.annotate.source_kinds import INSTITUTION_NOUNS, UNNAMED
from twosource.annotate.syntax import stretch
from twosource.records import Document, Entity, EntityKind, Name, Place, Sentence, Span
from twosource.text import inside, overlaps, span
from twosource.values.names import TITLES, bare_name, name_words, same_name

_KINDS: dict[str, EntityKind] = {
    "PERSON": "person", "ORG": "organization", "NORP": "group", "GPE": "place", "LOC": "place", "FAC": "place",
}  # fmt: skip
_EDGE = re.compile(r"^[\"“‘'(\[\s]+|(?:['’]s?|[\"”)\].,;:\s])+$")


NAME_WORDS = 3
"""Words of a person's name, at most, where only its place tells that it is one."""


class _Mention(msgspec.Struct, frozen=True):
    span: Span
    kind: EntityKind
    name: str


def entities(document: Document, sentences: tuple[Sentence, ...], places: tuple[Place, ...]) -> tuple[Entity, ...]:
    """The entities in the order of their first mention."""
    mentions = _mentions(document, sentences, places)
    people = {name_words(m.name)[-1] for m in mentions if m.kind == "person" and len(name_words(m.name)) > 1}
    votes = collections.Counter((name_words(m.name), m.kind) for m in mentions)
    groups: dict[EntityKind, list[_Mention]] = {}
    for m in mentions:
        words = name_words(m.name)
        toponym = any(overlaps(m.span, p.span) for p in places)
        surname = len(words) == 1 and (words[0] in people or votes[words, "person"] > votes[words, m.kind])
        kind: EntityKind = "person" if m.kind in ("organization", "place") and surname and not toponym else m.kind
        groups.setdefault(kind, []).append(m)
    found = [_entity(document, kind, cluster) for kind, ms in groups.items() for cluster in _clusters(ms)]
    return tuple(sorted(found, key=lambda e: (e.mentions[0].start, e.id)))


def _mentions(document: Document, sentences: tuple[Sentence, ...], places: tuple[Place, ...]) -> list[_Mention]:
    bodies = _bodies(document, sentences, places)
    found = [
        _Mention(p.span, "place", p.name) for p in places if p.sense != "demonym" and not any(inside(p.span, b) for b in bodies)
    ]
    places = tuple(p for p in places if not any(inside(p.span, b) for b in bodies))
    for s in sentences:
        for name in s.names:
            if name.label not in _KINDS:
                continue
            mention = _trimmed(document, s.tokens[name.first].start, s.tokens[_last_word(s, name)].end)
            if "\n" in mention.text or not name_words(mention.text) or any(overlaps(mention, p.span) for p in places):
                continue
            if any(inside(mention, b) and mention != b for b in bodies):
                continue  # the place in a body's name
            kind = "person" if _behind_role(s, name.first, name.last, name.label) else _KINDS[name.label]
            shown = bare_name(mention.text) if kind == "person" else re.sub(r"^[Tt]he\s+", "", mention.text)
            found.append(_Mention(mention, kind, shown))
        found += _unrecognised(document, s, [*(m.span for m in found), *(p.span for p in places)])
    return sorted(found, key=lambda m: (m.span.start, -m.span.end))


def _behind_role(sentence: Sentence, first: int, last: int, label: str) -> bool:
    """Whether a name that the recogniser took for something else stands right behind what a person is: "captain Ana Lorca"."""
    if label not in ("ORG", "GPE", "NORP") or not 2 <= last - first <= NAME_WORDS or first == 0:
        return False
    role = sentence.tokens[first - 1]
    return role.pos == "NOUN" and role.lemma.lower() in UNNAMED | TITLES and sentence.tokens[first].text[0].isupper()


def _unrecognised(document: Document, sentence: Sentence, taken: list[Span]) -> list[_Mention]:
    """People whom the recogniser overlooks: capitalised words behind a role, before an age, or that say something."""
    tokens, found, i = sentence.tokens, [], 0
    while i < len(tokens):
        last = i
        while (
            last < len(tokens) and tokens[last].pos == "PROPN" and tokens[last].text[:1].isupper() and tokens[last].text.isalpha()
        ):
            last += 1
        if 2 <= last - i <= NAME_WORDS and not any(overlaps(stretch(sentence, i, last - 1), s) for s in taken):
            role = tokens[i - 1].pos == "NOUN" and tokens[i - 1].lemma.lower() in UNNAMED | TITLES if i else False
            age = [t.text for t in tokens[last : last + 3]]
            aged = len(age) == 3 and age[0] == "," and age[1].isdigit() and len(age[1]) == 2 and age[2] in (",", ".")
            head = next((t for t in tokens[i:last] if t.dep == "nsubj"), None)
            says = head is not None and tokens[head.head].lemma in ("say", "tell", "add") and tokens[head.head].pos == "VERB"
            if role or aged or says:
                mention = _trimmed(document, tokens[i].start, tokens[last - 1].end)
                found.append(_Mention(mention, "person", bare_name(mention.text)))
        i = max(last, i + 1)
    return found


def _trimmed(document: Document, start: int, end: int) -> Span:
    """A recogniser's name without the marks and the possessive at its edges."""
    raw = document.text[start:end]
    left = _EDGE.match(raw)
    start += left.end() if left and left.end() < len(raw) and not raw[0].isalnum() else 0
    tail = re.search(r"(?:['’]s?|[\"”)\],;:\s])+$", document.text[start:end])
    return span(document.text, start, end - (len(tail[0]) if tail else 0))


def _last_word(sentence: Sentence, name: Name) -> int:
    """The last word of a name, with the place that a body is of: "Supreme Court" and "of Ghana"."""
    last = name.last - 1
    body = name.label == "ORG" and sentence.tokens[last].text.lower() in INSTITUTION_NOUNS
    for other in sentence.names:
        if body and other.label == "GPE" and other.first == last + 2 and sentence.tokens[last + 1].text == "of":
            return other.last - 1
    return last


def _bodies(document: Document, sentences: tuple[Sentence, ...], places: tuple[Place, ...]) -> tuple[Span, ...]:
    """The organisations whose names hold a place's and more: "Security Service of Ukraine", "Jupiter Police Department"."""
    found = []
    for s in sentences:
        for name in s.names:
            if name.label == "ORG":
                mention = _trimmed(document, s.tokens[name.first].start, s.tokens[_last_word(s, name)].end)
                held = [p for p in places if inside(p.span, mention)]
                rest = [w for w in name_words(mention.text) if not any(w in name_words(p.span.text) for p in held)]
                if held and rest and "\n" not in mention.text:
                    found.append(mention)
    return tuple(found)


def _clusters(mentions: list[_Mention]) -> list[list[_Mention]]:
    clusters: list[list[_Mention]] = []
    for m in sorted(mentions, key=lambda m: (-len(name_words(m.name)), m.span.start)):
        fitting = [c for c in clusters if _fits(m, c[0])] or _by_first_name(m, clusters)
        if not fitting:
            clusters.append([m])
            continue
        before = [(max((x.span.start for x in c if x.span.start <= m.span.start), default=-1), n) for n, c in enumerate(fitting)]
        fitting[max(before)[1]].append(m)
    return [sorted(c, key=lambda m: m.span.start) for c in clusters]


def _by_first_name(m: _Mention, clusters: list[list[_Mention]]) -> list[list[_Mention]]:
    """The only person whose name begins with the one word of a mention: "Colonel Getachew" of Getachew Birhanu."""
    words = name_words(m.name)
    if m.kind != "person" or len(words) != 1:
        return []
    people = ((c, name_words(c[0].name)) for c in clusters if c[0].kind == "person")
    called = [c for c, name in people if len(name) > 1 and name[0] == words[0]]
    return called if len(called) == 1 else []


def _fits(m: _Mention, longest: _Mention) -> bool:
    if m.kind == "person" or longest.kind == "person":
        return same_name(m.name, longest.name)
    a, b = name_words(m.name), name_words(longest.name)
    return a == b or (m.kind == "organization" and len(a) == 1 and same_name(m.name, longest.name) and a[-1] != b[-1])


def _entity(document: Document, kind: EntityKind, mentions: list[_Mention]) -> Entity:
    longest = max(mentions, key=lambda m: (len(name_words(m.name)), -m.span.start))
    key = hashlib.sha256(f"{kind}\0{' '.join(name_words(longest.name))}".encode()).hexdigest()[:12]
    spans = {(m.span.start, m.span.end): m.span for m in mentions}
    return Entity(f"{kind}-{key}", kind, longest.name, tuple(spans[k] for k in sorted(spans)))


def titled(text: str, mention: Span) -> str | None:
    """The title in front of a mention ("Mr", "President"), lower case, if there is one."""
    before = text[max(0, mention.start - 20) : mention.start].split()
    word = before[-1].strip(".,").casefold() if before else ""
    return word if word in TITLES else None
