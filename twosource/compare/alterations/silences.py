"""Did one way of giving no comment become another: one who declined, one who did not answer or could not be reached?

Method: the phrases by which reports say so, in two sorts: refused, and no answer. A phrase of one sort that the later text tells
of the same party, or as the only one in the aligned sentences, by the other sort, has changed, unless it has the first as well.

Known failures: whether nobody was reached or nobody wrote back is not told apart; nor is "declined to say how many", which
refuses a detail.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from twosource.annotate.syntax import ancestors, children, stretch, subtree, token_at
from twosource.compare.alterations.groups import CONTENT, Group, content, stem
from twosource.records import Alteration, Reading, Sentence, Span

Sort = Literal["refused", "unanswered", "denied", "confirmed", "unknown"]
_ASKED = r"comment|request|question|call|message|e-?mail|letter|inquir|enquir|approach|asked|reach|contact|repl|respon|answer"
_ALREADY = r"(?:yet |immediately |so far |directly |further )?"
_REFUSED = re.compile(
    r"\b(?:(?:declin|refus)(?:ed?|es|ing) (?:further )?(?:to (?:comment|discuss|speak|talk|answer|respond"
    r"|be (?:drawn|interviewed)|say (?:any|more)\w*|give (?:any|an? )?(?:comment|statement|interview))|comment\b|all comment)"
    r"|(?:would|will) not (?:comment|discuss|be drawn|answer (?:any )?questions)"
    r"|(?:made|had|has|have|offered|gave|with) no (?:further )?comment\b"
    r"|(?:do|does|did) not (?:want to |wish to )?comment\b|without comment)",
    re.IGNORECASE,
)
_UNANSWERED = re.compile(
    rf"\b(?:(?:do|does|did|has|have|had)(?: not|n['’]t) {_ALREADY}(?:respond|repl(?:y|ied)|answer|return|react)\w*"
    rf"|(?:could|can)(?: not|n['’]t) {_ALREADY}be (?:reached|contacted)"
    rf"|(?:was|were|is|are)(?: not|n['’]t) {_ALREADY}(?:available|reachable)"
    r"|(?:was|were|is|are) (?:unavailable|unreachable)"
    r"|(?:went|left|remained) unanswered"
    r"|fail(?:ed|s) to (?:respond|reply|answer|return)"
    r"|ignor(?:ed|es) (?:\w+ ){0,3}(?:calls?|requests?|questions?|messages?|e-?mails?|letters?)"
    r"|(?:there was|received|got) no (?:immediate )?(?:reply|response|answer)"
    r"|neither\b[^,;.]{3,60} (?:responded|replied|answered|returned))",
    re.IGNORECASE,
)
_WHAT = r"(?= (?:if|whether|how|what|when|where|who|why|that|which|it|the|a|an|any|his|her|its|their|such|to)\b)"
_REFUSED_TO_SAY = re.compile(
    r"\b(?:(?:would|will|did)(?: not|n['’]t)|(?:declin|refus)(?:ed|es|ing) to|would neither|wo(?: not|n['’]t)) (?:say|confirm"
    rf"|disclose|reveal|tell|specify|identify|name|give|provide){_WHAT}",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(
    r"\b(?:(?:could|can)(?: ?not|n['’]t) (?:yet |immediately )?(?:say|confirm|tell|verify)"
    rf"|(?:was|were|is|are) unable to (?:say|confirm|tell|verify)|(?:did|do|does)(?: not|n['’]t) (?:yet )?know){_WHAT}",
    re.IGNORECASE,
)
_DENIED = re.compile(rf"\b(?:den(?:y|ies|ied)|disput(?:es?|ed)|refut(?:es?|ed)){_WHAT}", re.IGNORECASE)
_CONFIRMED = re.compile(rf"\b(?:confirm(?:s|ed)|acknowledge[sd]?|admit(?:s|ted)|conced(?:es?|ed)){_WHAT}", re.IGNORECASE)
_SPOKEN: tuple[tuple[Sort, re.Pattern[str]], ...] = (
    ("refused", _REFUSED_TO_SAY), ("unknown", _UNKNOWN), ("denied", _DENIED), ("confirmed", _CONFIRMED),
)  # fmt: skip
SHARED = 1
"""Content stems besides who answers that two answers must have in common."""
_ABOUT = re.compile(rf"\b(?:{_ASKED})", re.IGNORECASE)


class Silence(msgspec.Struct, frozen=True):
    """That somebody gave no comment: how, the stems of the words for who, and where it stands."""

    sort: Sort
    who: frozenset[str]
    span: Span


def silence_alterations(a: Reading, b: Reading, group: Group) -> Iterator[Alteration]:
    """The refusals of one group that became silences, and the other way round."""
    yield from _answers(group, a, b)
    left, right = list(_silences(group.a, a)), list(_silences(group.b, b))
    for x in left:
        theirs = [y for y in right if x.who & y.who] or (right if len(left) == 1 == len(right) else [])
        if theirs and all(y.sort != x.sort for y in theirs) and not any(z.sort != x.sort and z.who & x.who for z in left):
            y = theirs[0]
            yield Alteration("action-changed", x.span, y.span, "medium", f"“{x.span.text}” became “{y.span.text}”")


def _answers(group: Group, a: Reading, b: Reading) -> Iterator[Alteration]:
    """What was denied or confirmed and is not answered now, or not known, and the other way round."""
    left, right = (list(_found(sentences, r, _SPOKEN)) for sentences, r in ((group.a, a), (group.b, b)))
    sole = len(group.a) == 1 == len(group.b)
    for x in left:
        for y in right:
            if x.sort == y.sort or {x.sort, y.sort} == {"denied", "confirmed"}:
                continue  # those two are a family of `actions`
            if x.sort in {z.sort for z in right} or y.sort in {z.sort for z in left}:
                continue
            if not (x.who & y.who or sole) or len((content(group.a) & content(group.b)) - x.who) < SHARED:
                continue
            yield Alteration("action-changed", x.span, y.span, "high", f"“{x.span.text}” became “{y.span.text}”")
            return


def _silences(sentences: Sequence[Sentence], reading: Reading) -> Iterator[Silence]:
    patterns: tuple[tuple[Sort, re.Pattern[str]], ...] = (("refused", _REFUSED), ("unanswered", _UNANSWERED))
    yield from _found([s for s in sentences if _ABOUT.search(s.span.text)], reading, patterns)


def _found(
    sentences: Sequence[Sentence], reading: Reading, patterns: Sequence[tuple[Sort, re.Pattern[str]]]
) -> Iterator[Silence]:
    quoted = [q.inner for q in reading.quotations if not q.scare]
    for sentence in sentences:
        for sort, pattern in patterns:
            for m in pattern.finditer(sentence.span.text):
                first, last = (token_at(sentence, sentence.span.start + at) for at in (m.start(), m.end() - 1))
                if first is None or last is None or any(q.start <= sentence.tokens[first].start < q.end for q in quoted):
                    continue
                yield Silence(sort, _who(sentence, last), stretch(sentence, first, last))


def _who(sentence: Sentence, index: int) -> frozenset[str]:
    """The stems of the nouns and names of the subject next above a word."""
    for i in (index, *ancestors(sentence, index)):
        below = {k for s in children(sentence, i, "nsubj", "nsubjpass") for k in subtree(sentence, s)}
        found = {stem(t.lemma) for k in below if (t := sentence.tokens[k]).pos in CONTENT}
        if found:
            return frozenset(found)
    return frozenset()
