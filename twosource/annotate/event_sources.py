"""On whose word does an event rest that its own clause gives to nobody?

Method: four cases alone; in any other the article itself says so. A denial is the word of whoever denies ("the army dismissed
reports of a raid"), not of the reports. A title is short for the text below: what it tells without
a source is the word of whoever says most of the first sentence. And an act of speech ("Ruiz rejected the result") rests on
the speaker's own words where the next sentence quotes that person: the outlet saw nothing but them. And what the next sentence
goes on about with "they", "he" or "she" on somebody's word ("Two men were arrested. They were taken from a boat, Ruiz said")
comes from there.

Known failures: a title that tells something else than the first sentence, and that the text does not tell again.
"""

from collections.abc import Sequence

import msgspec

from twosource.records import Attribution, Event, Sentence, Span
from twosource.text import inside, overlaps, word_spans
from twosource.values.names import same_name

GOES_ON = frozenset({"they", "he", "she"})
"""Words that open a sentence which goes on about the people of the one before."""
MOST = 0.5
"""Share of the first sentence's words from which its statement is what the sentence says."""


def with_sources(
    text: str, events: Sequence[Event], sentences: Sequence[Sentence], attributions: Sequence[Attribution]
) -> tuple[Event, ...]:
    """The events, those without an attribution given the one on which they rest, if there is one."""
    body = [s for s in sentences if s.part == "body"]
    lead = _main_statement(body[0], attributions) if body else None
    found = []
    for event in events:
        if event.status == "denied" and (event.attribution is None or attributions[event.attribution].source_kind == "unknown"):
            event = msgspec.structs.replace(event, attribution=_denier(event.trigger, attributions, event.attribution))
        if event.attribution is None:
            title = any(s.part == "title" and inside(event.trigger, s.span) for s in sentences)
            number = _own_words(event.trigger, body, attributions)
            if number is None and (event.target is not None or event.actor is not None):
                number = _gone_on(text, event.trigger, body, attributions)
            if number is None and title and len(event.evidence) == 1:
                number = lead
            event = msgspec.structs.replace(event, attribution=number)
        found.append(event)
    return tuple(found)


def _gone_on(text: str, trigger: Span, body: Sequence[Sentence], attributions: Sequence[Attribution]) -> int | None:
    """The statement that the sentence behind an event opens, if it begins with "they", "he" or "she" in its paragraph."""
    at = next((i for i, s in enumerate(body[:-1]) if inside(trigger, s.span)), None)
    if at is None:
        return None
    here, after = body[at], body[at + 1]
    told = any(overlaps(c, here.span) for a in attributions if not a.attitude for c in a.content)
    opens = next((t for t in after.tokens if t.pos not in ("PUNCT", "SPACE")), None)
    if told or opens is None or opens.text.lower() not in GOES_ON:
        return None
    if "\n" in text[here.span.end : after.span.start]:
        return None
    return next(
        (
            number
            for number, a in enumerate(attributions)
            if a.cue is not None and not a.attitude and any(c.start <= opens.start < c.end for c in a.content)
        ),
        None,
    )


def _denier(trigger: Span, attributions: Sequence[Attribution], known: int | None) -> int | None:
    """The narrowest statement about a denied event whose source can be told, be it an attitude; `known` if there is none."""
    told = [
        (content.end - content.start, number)
        for number, a in enumerate(attributions)
        for content in a.content
        if a.source_kind != "unknown" and inside(trigger, content)
    ]
    return min(told)[1] if told else known


def _main_statement(sentence: Sentence, attributions: Sequence[Attribution]) -> int | None:
    """The statement that covers most of a sentence; None if there is none."""
    words = list(word_spans(sentence.span.text))
    shares = []
    for number, attribution in enumerate(attributions):
        if attribution.attitude or attribution.cue is None or not inside(attribution.cue, sentence.span):
            continue
        held = sum(any(c.start <= sentence.span.start + w.start < c.end for c in attribution.content) for w in words)
        shares.append((held, -number))
    best = max(shares, default=(0, 0))
    return -best[1] if words and best[0] >= MOST * len(words) else None


def _own_words(act: Span, body: Sequence[Sentence], attributions: Sequence[Attribution]) -> int | None:
    """The quotation in the sentence behind an act of speech, if it is of the person whose act it is."""
    at = next((i for i, s in enumerate(body[:-1]) if inside(act, s.span)), None)
    if at is None or not any(t.start == act.start and t.dep == "ROOT" for t in body[at].tokens):
        return None  # told in passing: "Ruiz, who rejects the result, left"
    speakers = [a for a in attributions if a.attitude and a.cue is not None and overlaps(a.cue, act) and a.source_kind == "named"]
    for number, said in enumerate(attributions):
        begins = any(body[at + 1].span.start <= c.start < body[at + 1].span.end for c in said.content)
        quoted = begins and said.quoted != "indirect" and said.source_kind == "named" and not said.attitude
        if quoted and any(same_name(a.source_name or "", said.source_name or "") for a in speakers):
            return number
    return None
