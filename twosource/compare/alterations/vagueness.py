"""Is a place that had a name told by a region, a point of the compass, or "a town" now, whatever the rest of the sentence became?

Method: a place of the earlier sentences of which the later text has no word anywhere, and a phrase of the later ones for some
place without a name ("in the north of the country", "a coastal town", "abroad") that the earlier ones do not have. Where the
sentences answer to each other and each side has just one, the place was blurred.

Known failures: a place that was left out beside another that was blurred; "the city" for a name, which may be the capital.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from twosource.annotate.syntax import children, stretch, token_at
from twosource.compare.alterations.answers import answers_both
from twosource.compare.alterations.groups import Group
from twosource.compare.alterations.places import as_capital
from twosource.compare.terms import MONTHS_AND_DAYS
from twosource.records import Alteration, Reading, Sentence, Span
from twosource.text import overlaps, words

_WHERE = "in|from|across|to|near|at|of|outside|into|around|throughout"
_SIDE = r"(?:far |deep )?(?:(?:north|south)[- ]?(?:east|west)|north|south|east|west)"
_WIDE = "country|province|region|state|island|capital|territory|nation"
_VAGUE = re.compile(
    rf"\b(?:(?:{_WHERE})\s(?:the\s)?(?:(?:{_WIDE})['’]s\s)?(?:{_SIDE}|centre|center|interior|coast|heart)(?:ern (?:part|half))?"
    rf"(?:\sof\s(?:the\s)?(?:{_WIDE}))?(?=\s?[,.;:]|\s(?!(?:of|side|wind|coast|bank|gate|wing|wall)\b)|$)"
    r"|(?:an?|another|one) (?:[\w-]+ ){0,2}?(?:city|town|village|district|province|region|port|suburb|neighbou?rhood|municipality"
    r"|settlement|hamlet|resort)\b"
    r"|(?:in|from|to) (?:a |another )(?:[\w-]+ )?(?:country|part of the (?:country|region|province|city))"
    r"|abroad|overseas|downtown|elsewhere(?: in the (?:country|region|province))?|in the (?:provinces|countryside))",
    re.IGNORECASE,
)
_BEFORE = frozenset("in at near outside from to of around off on between".split())
_PLACES = frozenset(("GPE", "LOC", "FAC"))
APART = 12
"""Characters between two names that were lost together: "between X and Y"."""
ANSWERED = 0.3
"""Share of the content words of either side that must be answered for both to tell the same."""


def vague_alterations(a: Reading, b: Reading, group: Group) -> Iterator[Alteration]:
    """The only place of a group that lost its name to a vague phrase."""
    if len(group.a) > 1 or len(group.b) > 1 or max(answers_both(a, b, group)) < ANSWERED:
        return
    known = {w for s in b.sentences for w in words(s.span.text)}
    known |= {w.removesuffix("'s").removesuffix("’s") for w in known}
    lost = list(_lost(a, group.a, known))
    vague = list(_phrases(b, group.b, " ".join(s.span.text.lower() for s in group.a)))
    if lost and len(vague) == 1 and all(p.end + APART > q.start for p, q in pairwise(lost)):
        x = lost[0]
        yield Alteration("place-blurred", x, vague[0], "low", f"“{x.text}” became “{vague[0].text}”")


def _lost(reading: Reading, sentences: Sequence[Sentence], known: set[str]) -> Iterator[Span]:
    """The named places of some sentences of which the other text knows no word."""
    quoted = [q.inner for q in reading.quotations if not q.scare]
    places = [p for p in reading.annotation.places if p.sense == "location" and not as_capital(p, reading)]
    for sentence in sentences:
        taken = -1
        for i, token in enumerate(sentence.tokens):
            if i <= taken or token.pos != "PROPN" or any(q.start <= token.start < q.end for q in quoted):
                continue
            label = next((n.label for n in sentence.names if n.first <= i < n.last), None)
            where = stretch(sentence, i, i)
            placed = label in _PLACES or any(overlaps(p.span, where) for p in places)
            head = sentence.tokens[token.head]
            unknown = label != "PERSON" and token.dep == "pobj" and head.text.lower() in _BEFORE
            last = max([i, *(n.last - 1 for n in sentence.names if n.first <= i < n.last)])
            own = [t for t in sentence.tokens[i : last + 1] if t.pos == "PROPN"]
            if not (placed or unknown) or any(t.text.lower() in known | MONTHS_AND_DAYS or not t.text[:1].isupper() for t in own):
                continue
            if not placed and head.text.lower() == "of":
                continue
            taken = last
            first = min([i, *(k for k in children(sentence, i, "compound", "amod") if k < i)])
            yield stretch(sentence, first, last)


def _phrases(reading: Reading, sentences: Sequence[Sentence], told: str) -> Iterator[Span]:
    """The vague phrases of some sentences that the other side does not have."""
    quoted = [q.inner for q in reading.quotations if not q.scare]
    for sentence in sentences:
        for m in _VAGUE.finditer(sentence.span.text):
            start, end = sentence.span.start + m.start(), sentence.span.start + m.end()
            first, last = token_at(sentence, start), token_at(sentence, end - 1)
            if m[0].lower() in told or any(q.start <= start < q.end for q in quoted) or first is None or last is None:
                continue
            behind = sentence.tokens[last + 1 : last + 4]
            if any(t.pos == "PROPN" for t in behind[:2]) or (behind and behind[0].lemma in ("call", "name")):
                continue  # "a town called Koro", "the village of Koro"
            yield stretch(sentence, first, last)
