"""Whose word for it was dropped, exchanged, hardened or put in doubt?

Method: attributions of the two texts are paired by what is attributed (shared content stems). A pair whose cue turned factive
(said, revealed) was strengthened, doubting (said, claimed) weakened; one with two names that cannot be the same was exchanged.
An attribution without a partner whose content the aligned sentences still tell, with no source, cue or quotation mark near, was
dropped. Near-synonyms of "say" in any force ("noted", "insisted") are left alone: only cues that commit the writer count.

Known failures: an attribution that a digest gives once for several sentences counts as dropped where the sentences lie apart;
a source that became a pronoun is not compared.
"""

from collections.abc import Iterator, Sequence

from twosource.annotate.syntax import stretch
from twosource.compare.alterations.groups import CONTENT, LIGHT, Group, stem
from twosource.records import Alteration, Attribution, Reading, Sentence, Span
from twosource.text import inside, overlaps, span, words
from twosource.values.names import acronym_of, same_name

SAME = 0.5
"""Share of the shorter content's stems that two attributions must have in common to be of the same statement."""
TOLD = 0.6
"""Share of the content's stems that an unattributed sentence must have to be a telling of it."""
LONGEST = 8
"""Words up to which source and cue are shown together; between them may stand another clause."""
SAME_SURELY = 0.7
"""Shared content that it takes to say that a statement has another source now."""
_COMMITTING = frozenset("reveal admit confess confirm disclose expose uncover prove concede acknowledge point".split())
_DOUBTING = frozenset("claim allege purport boast pretend".split())
_NEUTRAL = frozenset(
    "say tell add state announce declare report write tweet post accord explain note think believe inform testify".split()
)
_STATING = _COMMITTING | _DOUBTING | _NEUTRAL
_REPORTING = _COMMITTING | _DOUBTING | _NEUTRAL | frozenset(
    """cite quote deny warn argue insist mention remark comment describe suggest estimate indicate conclude find identify
    accuse statement spokesman spokeswoman spokesperson official accusation claim allegation source show""".split()
)  # fmt: skip


def attribution_alterations(a: Reading, b: Reading, group: Group) -> Iterator[Alteration]:
    """The attributions of one group that differ."""
    left, right = _of(a, group.a), _of(b, group.b)
    for x in left:
        mine = _stems(x.content, a)
        rated = [(shared, y) for y in right if (shared := _agreement(mine, _stems(y.content, b)))]
        partner = max(rated, key=lambda pair: pair[0], default=(0.0, None))
        if partner[1] is not None and partner[0] >= SAME:
            yield from _turned(x, partner[1], a, b)
            alone = not any(_named_alike(x, y) for y in right) and not any(_named_alike(z, partner[1]) for z in left)
            if partner[0] >= SAME_SURELY and alone:
                yield from _exchanged(x, partner[1], a, b)
        elif (told := _dropped(x, mine, _lemma(x.cue, a) if x.cue else "", b, group)) is not None:
            where = _whole(x, a)
            yield Alteration(
                "attribution-dropped", where, told, "high", f"“{where.text}” is gone; the statement stands as a fact"
            )


def _of(reading: Reading, sentences: Sequence[Sentence]) -> list[Attribution]:
    return [
        x
        for x in reading.annotation.attributions
        if x.cue is not None and x.content and any(inside(x.cue, s.span) for s in sentences)
    ]


def _stems(spans: Sequence[Span], reading: Reading) -> frozenset[str]:
    """The stems of the content words in some stretches."""
    return frozenset(
        stem(t.lemma)
        for s in reading.sentences
        if any(overlaps(s.span, x) for x in spans)
        for t in s.tokens
        if t.pos in (*CONTENT, "NUM") and t.lemma.lower() not in LIGHT and any(x.start <= t.start < x.end for x in spans)
    )


def _agreement(x: frozenset[str], y: frozenset[str]) -> float:
    shared = len(x & y)
    return shared / min(len(x), len(y)) if shared >= 2 else 0.0


def _lemma(cue: Span, reading: Reading) -> str:
    """The lemma of the cue's verb, or of its first word; none of two verbs ("began revealing"), which state nothing yet."""
    tokens = [t for s in reading.sentences if inside(cue, s.span) for t in s.tokens if cue.start <= t.start < cue.end]
    verbs = [t.lemma.lower() for t in tokens if t.pos == "VERB"]
    if len(verbs) > 1:
        return ""
    return verbs[0] if verbs else tokens[0].lemma.lower() if tokens else ""


def _whole(x: Attribution, reading: Reading) -> Span:
    """Source and cue together."""
    spans = [s for s in (x.source, x.cue) if s is not None]
    joined = span(reading.annotation.text, min(s.start for s in spans), max(s.end for s in spans))
    return joined if len(joined.text.split()) <= LONGEST or x.cue is None else x.cue


def _turned(x: Attribution, y: Attribution, a: Reading, b: Reading) -> Iterator[Alteration]:
    if x.cue is None or y.cue is None:
        return
    before, after = _lemma(x.cue, a), _lemma(y.cue, b)
    one, other = _whole(x, a), _whole(y, b)
    says = f"“{x.cue.text}” became “{y.cue.text}”"
    if after in _COMMITTING and before in _NEUTRAL | _DOUBTING:
        yield Alteration("attribution-strengthened", one, other, "medium", says)
    elif after in _DOUBTING and before in _NEUTRAL | _COMMITTING:
        yield Alteration("attribution-weakened", one, other, "medium", says)


def _exchanged(x: Attribution, y: Attribution, a: Reading, b: Reading) -> Iterator[Alteration]:
    if x.source_name is None or y.source_name is None or x.source_kind != y.source_kind:
        return
    place = any(x.source and overlaps(p.span, x.source) for p in a.annotation.places)
    if not place and not _may_be_one(x.source_name, y.source_name, a, b):
        says = f"The statement of {x.source_name} is now that of {y.source_name}"
        yield Alteration("attribution-changed", _whole(x, a), _whole(y, b), "high", says)


def _named_alike(x: Attribution, y: Attribution) -> bool:
    return x.source_name is not None and y.source_name is not None and same_name(x.source_name, y.source_name)


def _may_be_one(x: str, y: str, a: Reading, b: Reading) -> bool:
    """Whether two source names can mean one source: shared words, an acronym, or either known to the other text too."""
    if same_name(x, y) or acronym_of(x, y) or acronym_of(y, x) or set(words(x)) & set(words(y)):
        return True
    named = any(c.isupper() for c in x) and any(c.isupper() for c in y)
    known_x = set(words(x)) <= set(words(b.annotation.text))
    known_y = set(words(y)) <= set(words(a.annotation.text))
    return not named or known_x or known_y


def _dropped(x: Attribution, mine: frozenset[str], lemma: str, other: Reading, group: Group) -> Span | None:
    """Where the other text tells the content with nobody's word for it; None if it does not."""
    if x.source is None or x.cue is None or x.quoted == "direct" or len(mine) < 3 or lemma not in _STATING:
        return None
    held = {stem(w) for w in words(x.source.text) if len(w) > 3}
    for sentence in group.b:
        hits = [i for i, t in enumerate(sentence.tokens) if stem(t.lemma) in mine]
        if len({stem(sentence.tokens[i].lemma) for i in hits}) < TOLD * len(mine):
            continue
        if any(t.lemma.lower() in _REPORTING and t.pos == "VERB" for t in sentence.tokens) or held & {
            stem(t.lemma) for t in sentence.tokens
        }:
            continue
        attributed = [s for y in other.annotation.attributions for s in (*y.content, y.cue, y.source) if s is not None]
        quoted = [q.span for q in other.quotations if not q.scare]
        told = stretch(sentence, hits[0], hits[-1])
        if not any(overlaps(s, told) for s in (*attributed, *quoted)):
            return told
    return None
