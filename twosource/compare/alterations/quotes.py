"""What became of the words between quotation marks?

Method: quoted words are compared over the whole texts, not sentence by sentence, for a rewrite splits, joins and moves
quotations. A quotation of the later text that is a run of words quoted in the earlier one is faithful, whole or in part; one that
mostly is has changed; one whose words stood there unquoted was made. A quotation of the earlier text that no later one takes up,
and whose words the aligned sentences tell without marks, was unmarked; within a statement that is else kept, words of like
meaning are enough. Every word counts; punctuation, case, British or American spelling and figures for number words do not.

Known failures: a translation of a quotation (another text in another language) is not compared; a quote that was wholly rephrased
and still stands in marks passes for another quote unless the aligned sentences hold just one each.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

import msgspec

from twosource.annotate.syntax import stretch
from twosource.compare.alterations.answers import content_words
from twosource.compare.alterations.groups import Group, stem
from twosource.compare.alterations.voices import voiced
from twosource.compare.lexicon import bearing
from twosource.records import Alteration, Quotation, Reading, Sentence, Severity, Span
from twosource.text import inside, plain, span, trimmed
from twosource.values.numbers import value

_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|\w+(?:['’]\w+)*", re.UNICODE)
_AMERICAN = tuple(
    (re.compile(british), american)
    for british, american in (
        (r"(?<=[a-z]{3})is(e|es|ed|ing|ation|ations|er|ers)$", r"iz\1"),
        (r"(?<=[a-z]{3})ys(e|es|ed|ing)$", r"yz\1"),
        (r"(?<=[a-z]{2})our(s|ed|ing|ite|able|hood|ly|less|ers?)?$", r"or\1"),
        (r"(?<=[a-z]{2})([^aeiou])re(s|d)?$", r"\1er\2"),
        (r"(?<=[a-z]{2})ll(ed|ing|er|ers)$", r"l\1"),
        (r"(?<=[a-z]{2})ence(s)?$", r"ense\1"),
        (r"ogue(s)?$", r"og\1"),
        (r"amme(s)?$", r"am\1"),
        (r"^grey", "gray"),
        (r"^cheque", "check"),
        (r"^tyre", "tire"),
        (r"wards$", "ward"),
    )
)
"""Endings in which British and American spelling differ; applied to both sides, so a wrong hit on a word does no harm."""
STOP = frozenset(
    """a an the and or but of to in on at by for with from as is are was were be been it its this that these those he she they
    we i you his her their our my your have has had do does did will would not so if than then there""".split()
)

CHANGED = 0.5
"""Share of a later quotation's words that an earlier one must have, in order, for it to be that one changed."""
TOLD = 0.5
"""Share of a quotation's content words that unquoted words must have to be a telling of it."""
SHORT = 3
"""Words of a term; longer quotations are statements."""
APART = 40
"""Characters at most between two sentences that were told in a row."""


LEAST_RETOLD, RETOLD = 2, 0.75
"""Content words within a quotation, and the share of them that words of like meaning must answer to, for it to be retold."""
LEAST_OWN, KEPT = 2, 0.5
"""The same of the words of its sentence that stand outside: they show that both sentences make one statement."""
CUT = 150
"""Characters at most between two quotations that may be one statement, cut by who says it."""
JOINED = 0.2
"""Share of the later quotation's words that the second of two must add for both to be taken."""


class Word(msgspec.Struct, frozen=True):
    """A word as it is compared, and where it stands."""

    form: str
    start: int
    end: int


def words(text: str, start: int, end: int) -> list[Word]:
    """The words between two offsets, in the form in which they are compared."""
    return [Word(_form(m[0]), m.start(), m.end()) for m in _WORD.finditer(text, start, end)]


def _form(word: str) -> str:
    form = plain(word).lower().replace(".", "")
    if len(form) > 2 and (number := value(form)) is not None:
        return f"{number:g}"
    for pattern, american in _AMERICAN:
        form = pattern.sub(american, form)
    return form


def quote_alterations(a: Reading, b: Reading, groups: Sequence[Group]) -> Iterator[Alteration]:
    """The quotations that were changed, made or lost their marks."""
    text_a, text_b = a.annotation.text, b.annotation.text
    quoted_a = [(q, words(text_a, q.inner.start, q.inner.end)) for q in _outermost(a.quotations)]
    quoted_b = [(q, words(text_b, q.inner.start, q.inner.end)) for q in _outermost(b.quotations)]
    quoted_a, quoted_b = [x for x in quoted_a if x[1]], [x for x in quoted_b if x[1]]
    all_a, all_b = [[w for _, ws in side for w in ws] for side in (quoted_a, quoted_b)]
    taken: set[int] = set()
    for quote, said in quoted_b:
        if _holds(all_a, said) or _pieces_held(text_b, quote, all_a):
            continue
        best, share = _nearest(said, quoted_a)
        if best and share >= CHANGED and len(said) > 1:
            taken.update(best)
            before = [w for i in best for w in quoted_a[i][1]]
            where = span(text_a, quoted_a[best[0]][0].span.start, quoted_a[best[-1]][0].span.end)
            yield Alteration("quote-changed", where, quote.span, _weight(before, said), _difference(before, said))
            continue
        group = next((g for g in groups if any(_touches(quote.span, s.span) for s in g.b)), None)
        if group is None:
            beside = [g for g in groups if any(s.span.start in _next_to(quote, b) for s in g.b)]
            indirect = next((x for g in beside if (x := voiced(quote, a, b, g)) is not None), None)
            if indirect is not None:
                yield _made(quote, indirect)
            continue
        made = _told(text_a, group.a, said, a.quotations)
        if made is not None and _titled(quote.inner.text):
            continue
        if made is not None:
            yield Alteration("quote-made", made, quote.span, "medium", f"{_cite(quote.inner)} was not in quotation marks before")
            continue
        near = [w for q, ws in quoted_b if _within(q, group.b) for w in ws]
        rivals_a = [i for i, (q, ws) in enumerate(quoted_a) if _within(q, group.a) and not _holds(_near(ws, near, all_b), ws)]
        rivals_b = [q for q, ws in quoted_b if _within(q, group.b) and not _holds(all_a, ws)]
        if len(rivals_a) == 1 and len(rivals_b) == 1 and _rivals(quoted_a[rivals_a[0]][1], said):
            taken.add(rivals_a[0])
            rival, before = quoted_a[rivals_a[0]]
            yield Alteration("quote-changed", rival.span, quote.span, "medium", _difference(before, said))
        elif not rivals_a and (indirect := voiced(quote, a, b, group)) is not None:
            yield _made(quote, indirect)
    for i, (quote, said) in enumerate(quoted_a):
        if i not in taken and not _holds(all_b, said):
            yield from _unmarked(quote, a, b, groups, quoted_b)


def _made(quote: Quotation, indirect: Span) -> Alteration:
    return Alteration("quote-made", indirect, quote.span, "high", f"{_cite(quote.inner)} was told without a quotation before")


def _next_to(quote: Quotation, reading: Reading) -> set[int]:
    """Where the sentences start that stand before and behind that of a quotation."""
    at = next((i for i, s in enumerate(reading.sentences) if _touches(quote.span, s.span)), None)
    return set() if at is None else {s.span.start for s in reading.sentences[max(0, at - 1) : at + 2]}


def _unmarked(
    quote: Quotation, a: Reading, b: Reading, groups: Sequence[Group], quoted_b: Sequence[tuple[Quotation, list[Word]]]
) -> Iterator[Alteration]:
    """A quotation, or sentences of it, that no later quotation takes up and the later text tells without marks."""
    told: list[tuple[int, Span, Span, bool]] = []
    pieces = _sentences(quote, a.annotation.text)
    for number, where in enumerate(pieces):
        said = words(a.annotation.text, where.start, where.end)
        group = next((g for g in groups if any(_touches(where, s.span) for s in g.a)), None)
        if not said or group is None or not group.b or _partly_held(said, quoted_b) or _titled(where.text):
            continue
        if any(_holds(ws, said) for _, ws in quoted_b):
            continue
        found = _told(b.annotation.text, group.b, said, b.quotations) or _retold(where, group, b)
        if found is None:
            continue
        exact = _exact(words(b.annotation.text, found.start, found.end), said)
        if exact or not (len(said) <= SHORT and quote.scare):
            told.append((number, where, found, exact))
    for run in _in_a_row(told):
        start = quote.span.start if run[0][0] == 0 else run[0][1].start
        end = quote.span.end if run[-1][0] == len(pieces) - 1 else run[-1][1].end
        here = span(a.annotation.text, start, end)
        ends = sorted(x for _, _, found, _ in run for x in (found.start, found.end))
        there = span(b.annotation.text, ends[0], ends[-1])
        exact = all(e for *_, e in run)
        how = "lost its quotation marks" if exact else "is told in other words, without quotation marks"
        weight: Severity = "medium" if exact and len(here.text.split()) > 1 else "low"
        yield Alteration("quote-unmarked", here, there, weight, f"{_cite(here)} {how}")


def _in_a_row(told: Sequence[tuple[int, Span, Span, bool]]) -> list[list[tuple[int, Span, Span, bool]]]:
    """Sentences of a quotation that follow one another here and, nearly, there."""
    runs: list[list[tuple[int, Span, Span, bool]]] = []
    for one in told:
        last = runs[-1][-1] if runs else None
        if last is not None and one[0] == last[0] + 1 and 0 <= one[2].start - last[2].end <= APART:
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs


def _sentences(quote: Quotation, text: str) -> list[Span]:
    """The sentences between the marks."""
    inner = quote.inner
    cuts = [inner.start, *(inner.start + m.end() for m in re.finditer(r"[.!?]\s+(?=[A-Z])", inner.text)), inner.end]
    return [trimmed(text, i, j) for i, j in pairwise(cuts) if text[i:j].strip()]


def _titled(text: str) -> bool:
    """Whether words between marks are a name or a title: every word of weight has a capital."""
    weighty = [w for w in re.findall(r"\w+", text) if w.lower() not in STOP]
    return bool(weighty) and all(w[:1].isupper() or w[:1].isdigit() for w in weighty)


def _outermost(quotations: Sequence[Quotation]) -> list[Quotation]:
    return [q for q in quotations if not any(q is not other and inside(q.span, other.inner) for other in quotations)]


def _touches(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _within(quote: Quotation, sentences: Sequence[object]) -> bool:
    return any(_touches(quote.span, s.span) for s in sentences)  # type: ignore[attr-defined]


def _forms(said: Sequence[Word]) -> list[str]:
    return [w.form for w in said]


def _holds(longer: Sequence[Word], shorter: Sequence[Word]) -> bool:
    """Whether the words stand in a row in the longer run."""
    needle = f" {' '.join(_forms(shorter))} "
    return needle in f" {' '.join(_forms(longer))} "


def _pieces_held(text: str, quote: Quotation, longer: Sequence[Word]) -> bool:
    """Whether a quotation with an ellipsis or an insertion in brackets holds nothing but runs of the other's words."""
    cuts = [m.span() for m in re.finditer(r"\.\.\.|…|\. \. \.|\[[^\]]*\]|\(\.\.\.\)", text[quote.inner.start : quote.inner.end])]
    if not cuts:
        return False
    edges = [0, *(x for cut in cuts for x in cut), quote.inner.end - quote.inner.start]
    pieces = [words(text, quote.inner.start + i, quote.inner.start + j) for i, j in list(pairwise(edges))[::2]]
    return all(_holds(longer, piece) for piece in pieces if piece)


def _partly_held(said: Sequence[Word], others: Sequence[tuple[Quotation, list[Word]]]) -> bool:
    """Whether a later quotation takes up a part of this one: quoting less is fair."""
    return any(_holds(said, ws) and any(w.form not in STOP for w in ws) for _, ws in others)


def _nearest(said: Sequence[Word], others: Sequence[tuple[Quotation, list[Word]]]) -> tuple[tuple[int, ...], float]:
    """The other side's quotation that has most of the words in order, or the two that do together, and the share that it has.

    Two, for a rewrite joins what its original cut with "she said"; none where none has a word of weight.
    """
    best: tuple[int, ...] = ()
    most = 0.0
    beside = [(i, i + 1) for i in range(len(others) - 1) if others[i + 1][0].span.start - others[i][0].span.end <= CUT]
    for chosen in [*((i,) for i in range(len(others))), *beside]:
        ws = [w for i in chosen for w in others[i][1]]
        blocks = SequenceMatcher(None, _forms(ws), _forms(said), autojunk=False).get_matching_blocks()
        if not any(w.form not in STOP for m in blocks for w in ws[m.a : m.a + m.size]):
            continue
        share = sum(m.size for m in blocks) / len(said)
        if share >= most + (JOINED if len(chosen) > 1 else 1e-9):
            best, most = chosen, share
    return best, most


def _told(text: str, sentences: Sequence[object], said: Sequence[Word], quotations: Sequence[Quotation]) -> Span | None:
    """The unquoted stretch of some sentences that has the words of a quotation, or most of its content words."""
    wanted = {w.form for w in said if w.form not in STOP}
    best: tuple[float, Span] | None = None
    for sentence in sentences:
        whole: Span = sentence.span  # type: ignore[attr-defined]
        free = [
            w for w in words(text, whole.start, whole.end) if not any(q.inner.start <= w.start < q.inner.end for q in quotations)
        ]
        forms = _forms(free)
        blocks = [m for m in SequenceMatcher(None, forms, _forms(said), autojunk=False).get_matching_blocks() if m.size]
        hit = [i for i, w in enumerate(free) if w.form in wanted]
        if not hit or not blocks or not wanted:
            continue
        share = len({free[i].form for i in hit}) / len(wanted)
        longest = max(blocks, key=lambda m: m.size)
        if longest.size == len(said):
            return span(text, free[longest.a].start, free[longest.a + longest.size - 1].end)
        if len(said) > SHORT and share >= TOLD and (best is None or share > best[0]):
            first, last = _stretch(hit, len(said))
            best = share, span(text, free[first].start, free[last].end)
    return best[1] if best else None


def _retold(where: Span, group: Group, b: Reading) -> Span | None:
    """Where a sentence tells in words of like meaning what was quoted within another, whose own words it has too."""
    holder = next((s for s in group.a if inside(where, s.span)), None)
    if holder is None:
        return None
    said, own = (
        [i for i in content_words(holder, light=True) if inside(stretch(holder, i, i), where) is quoted]
        for quoted in (True, False)
    )
    best: tuple[float, Span] | None = None
    for theirs in group.b:
        if len(said) < LEAST_RETOLD or len(own) < LEAST_OWN or any(_touches(q.span, theirs.span) for q in b.quotations):
            continue
        kept, hits = _answers(holder, own, theirs), _answers(holder, said, theirs)
        share = len(hits) / len(said)
        if len(kept) >= KEPT * len(own) and share >= RETOLD and (best is None or share > best[0]):
            best = share, stretch(theirs, min(hits), max(hits))
    return best[1] if best else None


def _answers(mine: Sentence, wanted: Sequence[int], theirs: Sentence) -> list[int]:
    """The words of a sentence that are the same as, or like, some words of another, each for one of them."""
    free = content_words(theirs, light=True)
    found = []
    for i in wanted:
        word = mine.tokens[i].lemma.lower()
        alike = [k for k in free if stem(theirs.tokens[k].lemma) == stem(word)]
        alike = alike or [k for k in free if bearing(word, theirs.tokens[k].lemma.lower()) in ("same", "near")]
        if alike:
            free.remove(alike[0])
            found.append(alike[0])
    return found


def _stretch(hits: Sequence[int], length: int) -> tuple[int, int]:
    """The run of at most 1.5 times `length` words that has most of the hits."""
    runs = [[j for j in hits if i <= j < i + max(4, int(length * 1.5))] for i in hits]
    most = max(runs, key=len)
    return most[0], most[-1]


def _exact(a: Sequence[Word], b: Sequence[Word]) -> bool:
    return _forms(a) == _forms(b)


def _near(said: Sequence[Word], beside: Sequence[Word], everywhere: Sequence[Word]) -> Sequence[Word]:
    """Where words are looked for: a term in the aligned sentences alone, for it may be part of another term elsewhere."""
    return beside if len(said) <= SHORT else everywhere


def _rivals(before: Sequence[Word], after: Sequence[Word]) -> bool:
    """Whether two quotations may be one in other words: of like length, with a word of one sense in both."""
    if max(len(before), len(after)) > 2 * min(len(before), len(after)):
        return False
    senses = [{f for f in _forms(ws) if f not in STOP} | {f"{x}_{y}" for x, y in pairwise(_forms(ws))} for ws in (before, after)]
    return any(bearing(x, y) in ("same", "near") for x in senses[0] for y in senses[1])


def _changes(before: Sequence[Word], after: Sequence[Word]) -> list[tuple[list[str], list[str]]]:
    """What was taken out and put in, the ends that the later quotation just does not quote left out."""
    matcher = SequenceMatcher(None, _forms(before), _forms(after), autojunk=False)
    found = []
    for tag, i, j, k, n in matcher.get_opcodes():
        trimmed_end = tag == "delete" and (i == 0 or j == len(before))
        if tag != "equal" and not trimmed_end:
            found.append((_forms(before[i:j]), _forms(after[k:n])))
    return found


_TURNING = frozenset("not no never none nothing may might could can must should would will if only probably possibly all".split())


def _weight(before: Sequence[Word], after: Sequence[Word]) -> Severity:
    """High where a word that turns the sense is gone or new, low where only little words are, else medium."""
    changed = {w for out, new in _changes(before, after) for w in (*out, *new)}
    if changed & _TURNING or any(w[:1].isdigit() or w.endswith("n't") for w in changed):
        return "high"
    return "low" if changed <= STOP else "medium"


def _difference(before: Sequence[Word], after: Sequence[Word]) -> str:
    parts = []
    for out, new in _changes(before, after)[:2]:
        if out and new:
            parts.append(f"“{' '.join(out)}” became “{' '.join(new)}”")
        else:
            parts.append(f"“{' '.join(out or new)}” was {'left out' if out else 'put in'}")
    return f"Inside the quotation marks {' and '.join(parts)}" if parts else "Other words stand between the quotation marks"


def _cite(inner: Span) -> str:
    return f"“{inner.text.strip()}”" if len(inner.text) <= 60 else f"“{inner.text[:50].strip()} …”"
