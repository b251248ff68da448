"""Who says the words between quotation marks?

Method: a quotation belongs to the clause that holds it where `reported` found one; the clause is then stretched over the
whole quotation, however many sentences that has. Else the cue is sought in the same sentence, right behind the closing mark
('"…," X said') before right in front of the opening one ('X said: "…"'), then in a sentence before that ends with a colon.
A quotation without a cue of its own goes on with the speaker of the quotation before it in the paragraph, or in the
paragraph above where that one ended with its quotation.

Known failures: a change of speaker in a dialogue without cues goes unseen.
"""

import msgspec

from twosource.annotate import cues
from twosource.annotate.findings import VEHICLES, Finding
from twosource.annotate.parties import verb_finding
from twosource.annotate.syntax import ancestors
from twosource.records import Quotation, Sentence, Span
from twosource.text import overlaps, trimmed, word_spans

REACH = 14
"""Tokens between a quotation and its cue: a subject with an apposition; farther off it is another clause's verb."""


def with_quotations(
    text: str, sentences: tuple[Sentence, ...], quotations: tuple[Quotation, ...], found: list[Finding]
) -> list[Finding]:
    """The findings with every quotation that has a speaker; what goes on with another's cue has no cue of its own."""
    outer = [
        q
        for q in quotations
        if not any(o is not q and o.inner.start <= q.span.start and q.span.end <= o.inner.end for o in quotations)
    ]
    findings = list(found)
    last: int | None = None  # the finding of the quotation before
    before: Quotation | None = None
    for q in outer:
        holder = _holder(findings, q)
        if holder is None and not q.scare:
            new = _own_cue(sentences, q, outer)
            if new is not None:
                same = next((i for i, f in enumerate(findings) if f.sentence == new.sentence and f.verb == new.verb), None)
                if same is None:
                    findings.append(new)
                    holder = len(findings) - 1
                else:
                    holder = same
            elif last is not None and before is not None and (follows := _goes_on(text, before, q, findings[last])):
                holder = last if follows == "paragraph" else _continued(findings, last, q)
            elif (above := _just_said(text, sentences, found, q)) is not None:
                holder = _continued(
                    findings, next(i for i, f in enumerate(findings) if f.verb == above.verb and f.sentence == above.sentence), q
                )
        if holder is not None:
            findings[holder] = _stretched(text, findings[holder], q)
            if not q.scare:
                last, before = holder, q
    return findings


def _continued(findings: list[Finding], former: int, q: Quotation) -> int:
    """The finding that takes a quotation of the next paragraph: one of its own, to stand behind the one that it goes on with.

    Where another stands between the two in text order the reader could not tell whom it goes on with: then it joins the former.
    """
    begins = min(c.start for c in findings[former].content)
    between = any(
        begins < min((c.start for c in f.content), default=-1) < q.span.start for i, f in enumerate(findings) if i != former
    )
    if between:
        return former
    f = findings[former]
    findings.append(Finding(f.sentence, f.verb, f.speaker, None, None, None, (q.span,), continues=True))
    return len(findings) - 1


def _holder(findings: list[Finding], q: Quotation) -> int | None:
    """The finding whose content shares the most words with the quotation; ties go to the shortest content."""
    shared = [(_shared(f, q.inner), -sum(c.end - c.start for c in f.content), i) for i, f in enumerate(findings)]
    best = max(shared, default=(0, 0, 0))
    return best[2] if best[0] > 0 else None


def _just_said(text: str, sentences: tuple[Sentence, ...], found: list[Finding], q: Quotation) -> Finding | None:
    """The finding of the sentence right before a quotation that is a sentence of its own, or a paragraph of its own."""
    first = next((i for i, s in enumerate(sentences) if overlaps(s.span, q.span)), 0)
    if first == 0 or q.span.start > sentences[first].span.start:
        return None
    if "\n" in text[sentences[first - 1].span.end : q.span.start] and not _whole_paragraph(text, q):
        return None
    tail = text[q.span.end : sentences[first].span.end] if q.span.end < sentences[first].span.end else ""
    if len(tail) > 3:
        return None
    above = [f for f in found if f.sentence == first - 1 and f.verb is not None and f.source is not None]
    return above[0] if above else None


def _whole_paragraph(text: str, q: Quotation) -> bool:
    line_end = text.find("\n", q.span.end)
    rest = text[q.span.end : line_end if line_end >= 0 else len(text)]
    return not text[text.rfind("\n", 0, q.span.start) + 1 : q.span.start].strip() and not rest.strip(" .")


def _shared(finding: Finding, span: Span) -> int:
    return sum(max(0, min(c.end, span.end) - max(c.start, span.start)) for c in finding.content)


def _stretched(text: str, finding: Finding, q: Quotation) -> Finding:
    """The finding with the whole quotation in its content, and nothing of it outside but words of the same clause."""
    pieces = []
    start, end = q.span.start, q.span.end
    for c in finding.content:
        if overlaps(c, q.span) or c.end == start or c.start == end:
            trailing = finding.cue is not None and finding.cue.start >= q.span.end
            frame = text[c.start : q.span.start].rstrip().endswith(",") and not q.inner.text[:1].islower()
            if not q.scare and trailing and frame:
                c = Span(
                    q.span.start, max(c.end, q.span.start), text[q.span.start : max(c.end, q.span.start)]
                )  # a frame before it
            start, end = min(start, c.start), max(end, c.end)
        else:
            pieces.append(c)
    whole = [*pieces, Span(start, end, text[start:end])]
    return msgspec.structs.replace(finding, content=tuple(sorted(whole, key=lambda s: s.start)))


def _own_cue(sentences: tuple[Sentence, ...], q: Quotation, outer: list[Quotation]) -> Finding | None:
    holding = [i for i, s in enumerate(sentences) if overlaps(s.span, q.span)]
    if not holding:
        return None
    first, last = holding[0], holding[-1]
    if (verb := _verb_after(sentences[last], q, outer)) is not None:
        return verb_finding(sentences[last], last, verb, (q.span,))
    if (verb := _verb_before(sentences[first], q, outer)) is not None:
        return verb_finding(sentences[first], first, verb, (q.span,))
    starts = not sentences[first].span.text[: max(0, q.span.start - sentences[first].span.start)].strip()
    if starts and first > 0 and sentences[first - 1].span.text.rstrip().endswith(":"):
        above = sentences[first - 1]
        verbs = [i for i, t in enumerate(above.tokens) if _is_cue(above, i) and not _inside(t.start, outer)]
        if verbs:
            return verb_finding(above, first - 1, verbs[-1], (q.span,))
    return None


def _is_cue(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    return token.pos == "VERB" and token.lemma in cues.SAYING | cues.WITH_QUOTE_ONLY


def _inside(offset: int, outer: list[Quotation]) -> bool:
    return any(o.span.start <= offset < o.span.end for o in outer)


def _verb_after(sentence: Sentence, q: Quotation, outer: list[Quotation]) -> int | None:
    behind = [i for i, t in enumerate(sentence.tokens) if t.start >= q.span.end and not _in_relative(sentence, i)]
    for i in behind[:REACH]:
        if _inside(sentence.tokens[i].start, outer) or sentence.tokens[i].text in (";", ":"):
            return None
        token = sentence.tokens[i]
        text_reads = token.lemma == "read" and sentence.tokens[token.head].lemma in VEHICLES  # "a statement by the union read"
        if _is_cue(sentence, i) and (token.dep != "acl" or text_reads):
            return i
    return None


def _in_relative(sentence: Sentence, index: int) -> bool:
    """Whether a word is part of a relative clause: '"…," a statement by the spokesman, who calls himself Ali, read'."""
    return any(sentence.tokens[i].dep == "relcl" for i in (index, *ancestors(sentence, index)))


def _verb_before(sentence: Sentence, q: Quotation, outer: list[Quotation]) -> int | None:
    ahead = [i for i, t in enumerate(sentence.tokens) if t.end <= q.span.start]
    for i in reversed(ahead[-REACH:]):
        if _inside(sentence.tokens[i].start, outer) or sentence.tokens[i].text == ";":
            return None
        if _is_cue(sentence, i):
            return i
    return None


def _goes_on(text: str, before: Quotation, q: Quotation, former: Finding) -> str:
    """How a quotation without a cue goes on: within the "paragraph", in the "next" one, or not at all ("")."""
    between = text[before.span.end : q.span.start]
    if "\n" not in between:
        if former.cue is None and former.continues:
            return "" if between.strip() else "paragraph"
        ends = between.rstrip()[-1:] if between.strip() else "."
        return "paragraph" if ends in ".,!?:-–—" and len(between) <= 200 and between.count(". ") <= 1 else ""
    line_end = text.find("\n", q.span.end)
    rest = text[q.span.end : line_end if line_end >= 0 else len(text)]
    opens_line = not text[text.rfind("\n", 0, q.span.start) + 1 : q.span.start].strip()
    head = between[: between.index("\n")]
    if opens_line and not before.closed:
        return "next"
    return "next" if opens_line and not rest.strip(" .") and len(head) <= 120 and not between.strip(head + "\n ") else ""


def quoted_as(content: tuple[Span, ...], quotations: tuple[Quotation, ...]) -> float:
    """The share of the contents' words that stand between quotation marks."""
    marks = [q.inner for q in quotations]
    words = [w for c in content for w in word_spans(c.text)]
    starts = [c.start + w.start for c in content for w in word_spans(c.text)]
    held = sum(any(m.start <= at < m.end for m in marks) for at in starts)
    return held / len(words) if words else 0.0


def clipped(text: str, content: tuple[Span, ...], cut: tuple[Span, ...]) -> tuple[Span, ...]:
    """The contents without the spans `cut` that lie in them (a cue that interrupts its own content)."""
    pieces = [(c.start, c.end) for c in content]
    for hole in cut:
        pieces = [p for a, b in pieces for p in ((a, min(b, hole.start)), (max(a, hole.end), b)) if p[0] < p[1]]
    spans = (trimmed(text, a, b) for a, b in pieces)
    return tuple(s for s in spans if any(c.isalnum() for c in s.text))
