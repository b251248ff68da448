"""Whose word for it was dropped, exchanged, hardened or put in doubt?

Method: attributions of the two texts are paired by what is attributed (shared content stems). A pair whose cue turned factive
(said, revealed) was strengthened, doubting (said, claimed) weakened; one with two names that cannot be the same was exchanged.
An attribution without a partner whose content the aligned sentences still tell, with no source, cue or quotation mark near, was
dropped. The only indirect statement of a source with a name is compared wherever it stands, if it shares a word. Near-synonyms
of "say" in any force ("noted", "insisted") are left alone: only cues that commit the writer count.

Known failures: an attribution that a digest gives once for several sentences counts as dropped where the sentences lie apart;
a source that became a pronoun is not compared.
"""

import itertools
from collections.abc import Iterator, Sequence

from twosource.annotate.syntax import children, root, stretch
from twosource.compare.alterations.answers import answers_both
from twosource.compare.alterations.edits import Word, edits
from twosource.compare.alterations.groups import CONTENT, LIGHT, Group, content, stem
from twosource.compare.alterations.sources import KEPT_BACK, clause, exchanged, pronoun, whole, withheld
from twosource.compare.alterations.vouched import given, governs, named_in, naming, said_next
from twosource.records import Alteration, AlterationKind, Attribution, Reading, Sentence, Span
from twosource.text import inside, overlaps, words
from twosource.values.names import same_name

SAME = 0.5
"""Share of the shorter content's stems that two attributions must have in common to be of the same statement."""
SAME_SPEAKER = 0.25
"""The same where a person makes this one statement on either side."""
TOLD_ALONE = 0.3
"""The same where the two sentences answer to each other alone."""
TOLD = 0.5
"""Share of the content's stems that an unattributed sentence must have to be a telling of it."""
SHORT_SOURCE = 4
"""Words up to which a source is shown with a cue that turned."""
ANSWERED = 0.35
"""Share of the content words of two sentences that must be answered for their main statements to be one."""
ANSWERED_SURELY = 0.6
"""The same where neither source keeps its name back."""
SAME_SURELY = 0.7
"""Shared content that it takes to say that a statement has another source now."""
_COMMITTING = frozenset("reveal admit confess confirm disclose expose uncover prove concede acknowledge point".split())
_DOUBTING = frozenset("claim allege purport boast pretend".split())
_NEUTRAL = frozenset(
    """say tell add state announce declare report write tweet post accord explain think believe inform testify reply respond
    answer""".split()
)
_TENTATIVE = frozenset("suggest hint imply speculate suspect guess surmise argue contend insist maintain assert".split())
"""Verbs by which the writer leaves the statement to the speaker; only their turn to a committing one counts."""
_FINDING = frozenset("show demonstrate establish prove find conclude confirm".split())
_HINTING = frozenset("suggest hint imply indicate speculate guess surmise".split())
"""What a paper or an inquiry does: between these two the writer chooses how far to trust it."""
_SHOWING = frozenset("show prove demonstrate".split())
"""What nobody does who only argues."""
_ACCUSING = frozenset("accuse allege".split())
"""Verbs by which something bad is said of somebody."""
_STATING = _COMMITTING | _DOUBTING | _NEUTRAL
_REPORTING = _COMMITTING | _DOUBTING | _NEUTRAL | frozenset(
    """cite quote deny warn argue insist mention remark comment describe suggest estimate indicate conclude find identify
    accuse statement announcement count tally estimate reckoning spokesman spokeswoman spokesperson official accusation claim
    allegation source account""".split()
)  # fmt: skip


def attribution_alterations(a: Reading, b: Reading, group: Group) -> Iterator[Alteration]:
    """The attributions of one group that differ."""
    left, right = _of(a, group.a), _of(b, group.b)
    turned = set()
    for x in left:
        mine = _stems(x.content, a)
        rated = [(_agreement(mine, theirs), -len(theirs - mine), y) for y in right if (theirs := _stems(y.content, b))]
        best = max((r for r in rated if r[0]), key=lambda one: one[:2], default=None)
        partner = (best[0], best[2]) if best else (0.0, None)
        dropped = _dropped(x, mine, a, b, group)
        if dropped is not None:
            says = f"“{whole(x, a).text}” is gone; the statement stands as a fact"
            yield Alteration("attribution-dropped", clause(x, a), dropped, "high", says)
        elif partner[1] is not None and partner[0] >= (SAME_SPEAKER if _sole_speaker(x, partner[1], left, right) else SAME):
            for found in _turned(x, partner[1], a, b):
                turned.add(x.cue)
                yield found
            alone = not any(_named_alike(x, y) for y in right) and not any(_named_alike(z, partner[1]) for z in left)
            if partner[0] >= SAME_SURELY and alone:
                yield from exchanged(x, partner[1], a, b)
    both_keep = all(_keeps_back(side) for side in (group.a, group.b))
    for x, y in itertools.product(left, right):
        kept_back = not both_keep and withheld(x, a) is not withheld(y, b)
        sole = not any(_named_alike(x, z) for z in right) and not any(_named_alike(z, y) for z in left)
        if _told_alike(x, y, a, b, group, ANSWERED if kept_back else ANSWERED_SURELY) and (kept_back or sole):
            yield from exchanged(x, y, a, b)
    if len(left) == len(right) == len(group.a) == len(group.b) == 1 and not turned and _one_source(left[0], right[0]):
        for found in _turned(left[0], right[0], a, b):
            turned.add(left[0].cue)
            yield found
    for found in _turned_in_place(a, b, group):
        if not any(cue is not None and found.a is not None and overlaps(cue, found.a) for cue in turned):
            yield found


def retold_alterations(a: Reading, b: Reading) -> Iterator[Alteration]:
    """The turned verb of somebody's only indirect statement in either text, wherever it stands, if it is of the same thing."""
    left, right = _only_statements(a), _only_statements(b)
    for name, x in left.items():
        y = next((y for other, y in right.items() if same_name(name, other)), None)
        if y is not None and _stems(x.content, a) & _stems(y.content, b):
            yield from _turned(x, y, a, b)


def _told_alike(x: Attribution, y: Attribution, a: Reading, b: Reading, group: Group, least: float) -> bool:
    """Whether two statements are the main ones of sentences that answer to each other, whatever their words."""
    for one in group.a:
        for other in group.b:
            if governs(x, one) and governs(y, other):
                return min(answers_both(a, b, Group((one,), (other,)))) >= least
    return False


def _keeps_back(sentences: Sequence[Sentence]) -> bool:
    return any(KEPT_BACK.search(s.span.text) for s in sentences)


def _only_statements(reading: Reading) -> dict[str, Attribution]:
    """The only indirect statement of each source with a name."""
    said: dict[str, list[Attribution]] = {}
    for x in reading.annotation.attributions:
        if (
            x.source_name is not None
            and x.source_kind in ("named", "institution")
            and x.cue
            and x.content
            and x.quoted != "direct"
        ):
            said.setdefault(x.source_name, []).append(x)
    return {name: found[0] for name, found in said.items() if len(found) == 1}


def _one_source(x: Attribution, y: Attribution) -> bool:
    """Whether two sources have one name, or are described in the same words but for the article."""
    described = [[w for w in words(z.source.text) if w not in ("the", "a", "an")] if z.source else [] for z in (x, y)]
    return _named_alike(x, y) or (described[0] == described[1] != [])


def _sole_speaker(x: Attribution, y: Attribution, left: Sequence[Attribution], right: Sequence[Attribution]) -> bool:
    """Whether two statements are those of one person by name, who makes no other on either side."""
    said = [[z for z in side if _named_alike(z, x)] for side in (left, right)]
    return _named_alike(x, y) and [len(side) for side in said] == [1, 1]


def _turned_in_place(a: Reading, b: Reading, group: Group) -> Iterator[Alteration]:
    """A verb of saying that took the place of another, of another force, whether or not its statement could be told."""
    for edit in edits(group).edits:
        if edit.a is None or edit.b is None:
            continue
        kind = _turn(_said(edit.a), _said(edit.b))
        if kind is not None:
            one, other = (stretch(w.sentence, w.index, w.index) for w in (edit.a, edit.b))
            if not any(q.inner.start <= one.start < q.inner.end and not q.scare for q in a.quotations):
                yield Alteration(kind, one, other, "medium", f"“{one.text}” became “{other.text}”")


def _said(word: Word) -> str:
    """The lemma of a verb; in a headline, where every word has a capital, also of what was taken for a name."""
    if word.token.pos == "VERB":
        things = children(word.sentence, word.index, "dobj")
        held = word.lemma in _DOUBTING and things and not children(word.sentence, word.index, "ccomp", "xcomp")
        return "" if held else word.lemma  # the fire claimed lives, a group claimed the attack
    return word.lemma.removesuffix("s") if word.sentence.part in ("title", "heading") else ""


def _turn(before: str, after: str) -> AlterationKind | None:
    if after in _COMMITTING and before in _NEUTRAL | _DOUBTING | _TENTATIVE | _ACCUSING:
        return "attribution-strengthened"
    if after in _FINDING and before in _HINTING:
        return "attribution-strengthened"
    if before in _FINDING and after in _HINTING:
        return "attribution-weakened"
    if after in _SHOWING and before in _TENTATIVE | _DOUBTING:
        return "attribution-strengthened"
    if after in _DOUBTING and before in _NEUTRAL | _COMMITTING | _FINDING:
        return "attribution-weakened"
    return None


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
    if x == y and shared == 1:
        return 1.0  # "they were not beaten", "none of them was beaten"
    return shared / min(len(x), len(y)) if shared >= 2 else 0.0


def _lemma(cue: Span, reading: Reading) -> str:
    """The lemma of the cue's verb, or of its first word; none of two verbs ("began revealing"), which state nothing yet."""
    tokens = [t for s in reading.sentences if inside(cue, s.span) for t in s.tokens if cue.start <= t.start < cue.end]
    verbs = [t.lemma.lower() for t in tokens if t.pos == "VERB"]
    if len(verbs) > 1:
        return ""
    return verbs[0] if verbs else tokens[0].lemma.lower() if tokens else ""


def _cue(x: Attribution, reading: Reading) -> Span:
    """The cue with a short source right beside it; alone where another clause or a long description stands between."""
    joined = whole(x, reading)
    near = x.source is not None and len(x.source.text.split()) <= SHORT_SOURCE and "," not in joined.text
    return joined if near or x.cue is None else x.cue


def _turned(x: Attribution, y: Attribution, a: Reading, b: Reading) -> Iterator[Alteration]:
    if x.cue is None or y.cue is None:
        return
    before, after = _lemma(x.cue, a), _lemma(y.cue, b)
    one, other = x.cue if before in _ACCUSING else _cue(x, a), _cue(y, b)
    says = f"“{x.cue.text}” became “{y.cue.text}”"
    kind = _turn(before, after)
    if kind is not None:
        yield Alteration(kind, one, other, "medium", says)


def _named_alike(x: Attribution, y: Attribution) -> bool:
    return x.source_name is not None and y.source_name is not None and same_name(x.source_name, y.source_name)


def _dropped(x: Attribution, mine: frozenset[str], reading: Reading, other: Reading, group: Group) -> Span | None:
    """Where the other text tells the content with nobody's word for it; None if it does not."""
    alone = len(group.a) == 1 == len(group.b)
    if (
        x.cue is None
        or x.quoted == "direct"
        or len(mine) < (2 if alone else 3)
        or not _states(x, reading)
        or not given(x, reading)
    ):
        return None
    if not any(governs(x, s) for s in group.a):
        return None  # "those who say that" is part of another statement
    joined = whole(x, reading)
    own = {stem(t.lemma) for s in group.a for t in s.tokens if joined.start <= t.start < joined.end}
    names = naming(x, reading)
    for sentence in group.b:
        if x.source is not None and pronoun(x, reading) and _led(sentence, other):
            continue
        if sentence.part != "body" or named_in(x, names, sentence, reading) or _carried(x, mine, names, sentence, reading, other):
            continue
        within = [s for y in other.annotation.attributions if governs(y, sentence) for s in y.content]
        free = [i for i, t in enumerate(sentence.tokens) if not any(s.start <= t.start < s.end for s in within)]
        hits = [i for i in free if stem(sentence.tokens[i].lemma) in mine - own]
        told = len({stem(sentence.tokens[i].lemma) for i in hits})
        if told < 2 or told < (TOLD_ALONE if alone else TOLD) * len(mine - own):
            continue
        if any(governs(y, sentence) for y in other.annotation.attributions) or _reports(sentence, mine):
            continue
        if said_next(x, names, sentence, reading, other):
            continue
        if _best_told(x, sentence, group):
            return stretch(sentence, hits[0], hits[-1])
    return None


def _led(sentence: Sentence, reading: Reading) -> bool:
    """Whether the sentence before is somebody's statement, which may go on."""
    at = next((i for i, s in enumerate(reading.sentences) if s.span.start == sentence.span.start), 0)
    return at > 0 and any(governs(y, reading.sentences[at - 1]) for y in reading.annotation.attributions)


def _carried(x: Attribution, mine: frozenset[str], names: set[str], sentence: Sentence, reading: Reading, other: Reading) -> bool:
    """Whether the sentence before, in the same paragraph, gives the first part of the statement as that source's, or
    the one behind tells of the document that the statement is from."""
    at = next((i for i, s in enumerate(other.sentences) if s.span.start == sentence.span.start), 0)
    behind = other.sentences[at + 1] if at + 1 < len(other.sentences) else None
    if behind is not None and "\n" not in other.annotation.text[sentence.span.end : behind.span.start]:
        main = root(behind)
        subject = [] if main is None else children(behind, main, "nsubj", "nsubjpass")
        if x.source_kind in ("document", "unknown") and names & {stem(behind.tokens[i].lemma) for i in subject}:
            return True  # "The final count was published on Monday."
    if at == 0 or not _led(sentence, other):
        return False
    before = other.sentences[at - 1]
    one_paragraph = "\n" not in other.annotation.text[before.span.end : sentence.span.start]
    return one_paragraph and named_in(x, names, before, reading) and len(mine & content([before])) > 1


def _states(x: Attribution, reading: Reading) -> bool:
    """Whether an attribution gives somebody's statement, a clause with a finite verb, by a verb of saying or "according to"."""
    if x.cue is None:
        return False
    lemma = _lemma(x.cue, reading)
    tags = [
        t.tag
        for s in reading.sentences
        if any(overlaps(s.span, c) for c in x.content)
        for t in s.tokens
        if any(c.start <= t.start < c.end for c in x.content)
    ]
    return lemma in _STATING | _TENTATIVE | {"show", "indicate"} and any(tag in ("VBD", "VBZ", "VBP", "MD") for tag in tags)


def _reports(sentence: Sentence, mine: frozenset[str]) -> bool:
    """Whether a sentence says where its words come from though no attribution was found: by its main verb, by a phrase, or by a
    noun of saying that is no part of the statement."""
    return any(
        t.lemma.lower() in _REPORTING
        and stem(t.lemma) not in mine
        and (
            t.pos == "NOUN"
            or t.dep in ("ROOT", "parataxis")
            or t.lemma == "accord"
            or any(sentence.tokens[k].text.lower() == "what" for k in children(sentence, i, "dobj", "nsubj"))
        )
        for i, t in enumerate(sentence.tokens)
    )


def _best_told(x: Attribution, sentence: Sentence, group: Group) -> bool:
    """Whether no other sentence of the earlier group has more words in common with a later one than that of the statement."""
    theirs = content([sentence])
    shared = {s.span.start: len(content([s]) & theirs) for s in group.a}
    own = [n for s in group.a if (n := shared[s.span.start]) is not None and x.cue is not None and inside(x.cue, s.span)]
    return bool(own) and max(own) == max(shared.values())
