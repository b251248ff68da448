"""Was a state turned into its opposite by a phrase, where no word was negated: in danger, now out of danger?

Method: a table of lines, each with the phrases of two poles ("consistent with", "at odds with"). A negation before a phrase in
its clause puts it on the other pole. Where both sides of a group have phrases of a line, each side on one pole only, and the two
poles differ, the statement was flipped, if the sentences answer to each other alone or share the subject of the phrase. "In" and
"out of" the same (danger, office, service) are such a line for each noun, and so is what was done "without" a thing that the
other text says, denying nothing, was there. What stays on its pole by a denial ("far", "not close") is no change in other eyes.

Known failures: phrases of no line; two things of one line in one sentence.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec

from twosource.annotate.syntax import ancestors, children, stretch, subtree, token_at
from twosource.compare.alterations.groups import CONTENT, LIGHT, Group, content, stem
from twosource.compare.alterations.negations import denies
from twosource.records import Alteration, Reading, Sentence, Span

_LINES = tuple(
    (name, tuple(re.compile(rf"\b(?:{phrases})\b", re.IGNORECASE) for phrases in poles))
    for name, poles in {
        "agreement": (
            r"consistent with|in (?:line|keeping|agreement|accord) with|matched|tall(?:y|ied|ies) with|squares? with"
            r"|squared with|accord(?:ed|s) with|corroborat(?:ed?|es)|bears? out|bore out|borne out|agree[sd]? with",
            r"at (?:odds|variance) with|inconsistent with|contradict(?:ed|s)?|out of line with|in conflict with"
            r"|(?:conflict|clash)(?:ed|s|es)? with|differ(?:ed|s)? (?:widely |sharply )?from|incompatible with|belie[sd]?",
        ),
        "control": (
            r"under control|brought to heel|in hand",
            r"out of control|beyond (?:their |its )?control|uncontrolled|uncontrollable|out of hand",
        ),
        "nearness": (
            r"close to|on the (?:verge|brink) of|within reach of|nearing|near to|not far (?:from|off)",
            r"far (?:from|off|away from)|a long way (?:from|off)|nowhere near|no closer to|miles (?:from|away from)",
        ),
        "freedom": (
            r"free (?:of|from)|untainted by|unmarred by|unaffected by|spared",
            r"marred by|riddled with|plagued by|tainted by|full of|overshadowed by|marked by|hit by|affected by|beset by",
        ),
        "finding": (
            r"confirm(?:s|ed)?|point(?:s|ed)? to|found evidence of|established|detected",
            r"rul(?:es|ed?|ing) out|exclud(?:ed?|es)|discounted|found no (?:evidence|trace|sign)s? of|eliminated",
        ),
        "compliance": (
            r"compl(?:y|ies|ied) with|obey(?:s|ed)?|abid(?:es?|ed) by|abode by|heed(?:s|ed)?|adher(?:es?|ed) to"
            r"|in compliance with",
            r"ignor(?:es?|ed)|flout(?:s|ed)?|def(?:y|ies|ied)|disregard(?:s|ed)?|breached|violated|in breach of",
        ),
        "knowledge": (
            r"aware of|knew (?:of|about|that)|informed of|told of|in the know",
            r"unaware of|in the dark about|oblivious (?:to|of)|ignorant of|without knowing",
        ),
        "law": (
            r"legal|lawful|legitimate|constitutional|within the law",
            r"illegal|unlawful|illegitimate|unconstitutional|against the law|outside the law",
        ),
        "time": (
            r"on (?:time|schedule)|as (?:planned|scheduled)|to schedule",
            r"behind schedule|overdue|too late|late(?= by| in| again)",
        ),
        "enough": (
            r"enough|sufficient(?:ly)?|adequate(?:ly)?|ample",
            r"insufficient(?:ly)?|inadequate(?:ly)?|too (?:few|little)|short of(?! breath)",
        ),
        "presence": (
            r"attended|in attendance|present at|took part in|joined in",
            r"stayed away|absent from|missed|boycotted|skipped",
        ),
        "health": (
            r"unhurt|unharmed|uninjured|unscathed|safe and (?:well|sound)|without (?:injury|a scratch)",
            r"(?:were|was|been|badly|seriously|slightly) (?:hurt|injured|wounded)",
        ),
        "wholeness": (r"intact|undamaged|unscathed|in one piece", r"damaged|wrecked|destroyed|in pieces|in ruins"),
        "kinship": (
            r"linked to|connected (?:to|with)|related to|tied to",
            r"unrelated to|unconnected (?:to|with)|nothing to do with",
        ),
    }.items()
)
_STATES = re.compile(
    r"\b(?P<way>in|out of)\s(?:(?:any|immediate|mortal|grave|serious|full|active|regular|great|acute)\s)?"
    r"(?P<noun>danger|operation|service|use|office|power|stock|business|step|touch|work|hospital|jail|prison|custody|action|season"
    r"|contention|sync)\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:not|never|no longer|neither|none|nobody|no one|hardly|cannot|nor|without being|refus\w+|declin\w+|fail\w*|unable"
    r"|avoid\w*|rather than|instead of)\b|n['’]t\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;:–—]|\b(?:but|although|though|while|whereas|because|and that)\b", re.IGNORECASE)
_LITTLE = frozenset("is was are were be been being has have had not n't n’t never still yet no longer does do did".split())
_BOUND = frozenset("need require must only necessary condition obtain await".split())
"""Words by which a thing is said to be wanted, not to be there: "needs a permit"."""
NEAR = 45
"""Characters before a phrase, in its clause, within which a negation turns it."""
NOUN = 4
"""Words of a noun phrase that is shown whole."""
LEAST_SHARED = 2
"""Content stems, phrases left out, that two sentences of a wider group must share."""


class Pole(msgspec.Struct, frozen=True):
    """A phrase of a line: which, on which pole, in which sentence and where."""

    line: str
    positive: bool
    sentence: Sentence
    span: Span


def pole_alterations(a: Reading, b: Reading, group: Group) -> Iterator[Alteration]:
    """The states of one group that turned into their opposites."""
    left, right = list(_poles(group.a, a)), list(_poles(group.b, b))
    for line in dict.fromkeys(x.line for x in left):
        mine, theirs = ([x for x in side if x.line == line] for side in (left, right))
        if not theirs or len({x.positive for x in mine}) != 1 or len({y.positive for y in theirs}) != 1:
            continue
        x, y = mine[0], theirs[0]
        if x.positive is not y.positive and _of_one(x, y, group):
            yield Alteration("negation-flipped", x.span, y.span, "high", f"“{x.span.text}” became “{y.span.text}”")
    yield from _without(group.a, group.b, a, b, swapped=False)
    yield from _without(group.b, group.a, b, a, swapped=True)


def kept_poles(a: Reading, b: Reading, group: Group) -> list[tuple[Span, Span]]:
    """The phrases by which both sides of a group put something on the same pole, whatever is denied: "far", "not close"."""
    left, right = list(_poles(group.a, a)), list(_poles(group.b, b))
    lines = {x.line for x in left} & {y.line for y in right}
    return [
        (x.span, y.span)
        for line in sorted(lines)
        for x in left
        for y in right
        if x.line == y.line == line
        and x.positive is y.positive
        and {z.positive for z in (*left, *right) if z.line == line} == {x.positive}
    ]


def _of_one(x: Pole, y: Pole, group: Group) -> bool:
    if len(group.a) == 1 == len(group.b):
        return bool(content(group.a) & content(group.b))
    return len(content([x.sentence]) & content([y.sentence])) >= LEAST_SHARED


def _poles(sentences: Sequence[Sentence], reading: Reading) -> Iterator[Pole]:
    quoted = [q.inner for q in reading.quotations if not q.scare]
    for sentence in sentences:
        text = sentence.span.text
        hits = [
            (name, side == 0, m) for name, poles in _LINES for side, pattern in enumerate(poles) for m in pattern.finditer(text)
        ]
        hits += [(m["noun"].lower(), m["way"].lower() == "in", m) for m in _STATES.finditer(text)]
        for name, positive, m in hits:
            start = sentence.span.start + m.start()
            if any(q.start <= start < q.end for q in quoted):
                continue
            before = _CLAUSE.split(text[: m.start()])[-1][-NEAR:]
            turned = len(_NOT.findall(before)) % 2 == 1
            yield Pole(name, positive is not turned, sentence, _shown(sentence, start, start + len(m[0])))


def _shown(sentence: Sentence, start: int, end: int) -> Span:
    """A phrase with the auxiliaries and negations right before it, and a "yet" behind it."""
    first, last = token_at(sentence, start), token_at(sentence, end - 1)
    if first is None or last is None:
        return Span(start, end, sentence.span.text[start - sentence.span.start : end - sentence.span.start])
    while first > 0 and sentence.tokens[first - 1].text.lower() in _LITTLE:
        first -= 1
    if last + 1 < len(sentence.tokens) and sentence.tokens[last + 1].text.lower() == "yet":
        last += 1
    return stretch(sentence, first, last)


def _without(
    has: Sequence[Sentence], lacks: Sequence[Sentence], reading: Reading, other: Reading, *, swapped: bool
) -> Iterator[Alteration]:
    """What was done without a thing that the other side, which denies nothing, has."""
    if len(has) != 1 or len(lacks) != 1:
        return
    sentence, there = has[0], lacks[0]
    words = [w for t in there.tokens for w in (t.lemma.lower(), t.text.lower())]
    if denies(words) or _BOUND.intersection(words) or _NOT.search(there.span.text) or any(w in ("no", "without") for w in words):
        return
    quoted = [q.inner for r in (reading, other) for q in r.quotations if not q.scare]
    for i, token in enumerate(sentence.tokens):
        if token.text.lower() != "without" or any(q.start <= token.start < q.end for q in quoted):
            continue
        for k in children(sentence, i, "pobj"):
            noun = stem(sentence.tokens[k].lemma)
            at = [n for n, t in enumerate(there.tokens) if stem(t.lemma) == noun and t.pos in CONTENT]
            verbs = [sentence.tokens[n].lemma.lower() for n in ancestors(sentence, i) if sentence.tokens[n].pos == "VERB"]
            same = any(stem(t.lemma) == stem(v) for t in there.tokens for v in verbs[:1] if v not in LIGHT)
            if len(at) == 1 and same and sentence.tokens[k].pos == "NOUN":
                mine = stretch(sentence, i, max(k, max(subtree(sentence, k)) if len(subtree(sentence, k)) <= NOUN else k))
                theirs = stretch(there, max(0, at[0] - 2), at[0])
                says = f"“{mine.text}” {'came from' if swapped else 'became'} “{theirs.text}”"
                yield Alteration("negation-flipped", theirs if swapped else mine, mine if swapped else theirs, "high", says)
