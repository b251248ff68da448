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
from twosource.compare.alterations.groups import CONTENT, Group, stem
from twosource.records import Alteration, Reading, Sentence, Span

Sort = Literal["refused", "unanswered"]
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
_ABOUT = re.compile(rf"\b(?:{_ASKED})", re.IGNORECASE)


class Silence(msgspec.Struct, frozen=True):
    """That somebody gave no comment: how, the stems of the words for who, and where it stands."""

    sort: Sort
    who: frozenset[str]
    span: Span


def silence_alterations(a: Reading, b: Reading, group: Group) -> Iterator[Alteration]:
    """The refusals of one group that became silences, and the other way round."""
    left, right = list(_silences(group.a, a)), list(_silences(group.b, b))
    for x in left:
        theirs = [y for y in right if x.who & y.who] or (right if len(left) == 1 == len(right) else [])
        if theirs and all(y.sort != x.sort for y in theirs) and not any(z.sort != x.sort and z.who & x.who for z in left):
            y = theirs[0]
            yield Alteration("action-changed", x.span, y.span, "medium", f"“{x.span.text}” became “{y.span.text}”")


def _silences(sentences: Sequence[Sentence], reading: Reading) -> Iterator[Silence]:
    quoted = [q.inner for q in reading.quotations if not q.scare]
    patterns: tuple[tuple[Sort, re.Pattern[str]], ...] = (("refused", _REFUSED), ("unanswered", _UNANSWERED))
    for sentence in sentences:
        if not _ABOUT.search(sentence.span.text):
            continue
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
