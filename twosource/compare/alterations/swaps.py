"""Does a statement now come from another whom either text knows for somebody else: the union for the company, the president for
his spokesman?

Method: statements of a group are paired by their content, each the other's best, and their sources compared by all that either
text calls them: names, offices, pronouns resolved. Sources that share no word and are of different sorts (`bodies`) are two,
wherever else the texts let either speak; and so are a spokesman and the one in office for whom he speaks. A count that is said to
be somebody's ("by the mayor's count") is a statement, too.

Known failures: sources of no sort; a body and the man who heads it, where no text says that he does.
"""

from collections.abc import Iterator, Sequence

import msgspec

from twosource.annotate.syntax import children, head_of, stretch, subtree
from twosource.compare.alterations.answers import answers_both
from twosource.compare.alterations.bodies import one_government, sort_of
from twosource.compare.alterations.groups import CONTENT, LIGHT, Group, stem
from twosource.compare.alterations.offices import offices
from twosource.compare.alterations.sources import clause
from twosource.compare.lexicon import bearing
from twosource.records import Alteration, Attribution, Reading, Sentence
from twosource.text import inside, words
from twosource.values.names import same_name

LEAST_SHARED, SHARED = 2, 0.5
"""Content words of two statements that must answer to each other, and the share of the shorter's."""
ANSWERED = 0.4
"""Share of the content words of both sentences that must be answered where a count is somebody else's."""
_SPEAKERS = frozenset("spokesman spokeswoman spokesperson".split())
_IN_OFFICE = frozenset(
    "president minister premier chancellor mayor governor king queen ambassador secretary senator pope".split()
)
_COUNTS = frozenset("count tally estimate reckoning figure account telling version".split())
_GENERAL = frozenset(
    "the a an official officials statement former senior local regional national provincial state of for".split()
)


class Told(msgspec.Struct, frozen=True):
    """A statement: the attribution, the lemmas of its content, and all that its source is called."""

    said: Attribution
    content: frozenset[str]
    called: frozenset[str]
    sorts: frozenset[str]


def swap_alterations(a: Reading, b: Reading, group: Group) -> Iterator[Alteration]:
    """The statements of one group that are another source's now."""
    left, right = list(_told(a, group.a, b)), list(_told(b, group.b, a))
    for x in left:
        y = _best(x, right)
        if y is None or _best(y, left) is not x or x.said.attitude or y.said.attitude:
            continue
        if _two(x, y) or _spoken_for(x, y, a, b) or _spoken_for(y, x, b, a):
            says = "The statement is now that of another, whom the texts tell apart"
            yield Alteration("attribution-changed", clause(x.said, a), clause(y.said, b), "high", says)
    yield from _counted(left, a, b, group)


def _best(x: Told, others: Sequence[Told]) -> Told | None:
    rated = [(_shared(x.content, y.content), -n, y) for n, y in enumerate(others)]
    best = max(rated, key=lambda one: one[:2], default=None)
    if best is None or best[0] < max(LEAST_SHARED, SHARED * min(len(x.content), len(best[2].content))):
        return None
    return best[2]


def _shared(x: frozenset[str], y: frozenset[str]) -> int:
    """How many words of one answer to some of the other."""
    return sum(any(stem(p) == stem(q) or bearing(p, q) == "same" for q in y) for p in x)


def _two(x: Told, y: Told) -> bool:
    if not x.sorts or not y.sorts or x.sorts & y.sorts:
        return False
    return not x.called & y.called and not one_government(x.called, y.called)


def _spoken_for(x: Told, y: Told, reading: Reading, other: Reading) -> bool:
    """Whether the first is a spokesman of somebody in office, and the second that one."""
    head, theirs = _head(x.said, reading), _head(y.said, other)
    if head is None or theirs is None or head[0].tokens[head[1]].lemma.lower() not in _SPEAKERS:
        return False
    office = theirs[0].tokens[theirs[1]].lemma.lower()
    if office not in _IN_OFFICE or x.called & _SPEAKERS <= y.called & _SPEAKERS:
        return False
    sentence, at = head
    of = [
        k
        for p in children(sentence, at, "prep")
        if sentence.tokens[p].text in ("of", "for")
        for k in children(sentence, p, "pobj")
    ]
    whose = [sentence.tokens[k] for k in (*children(sentence, at, "poss", "compound"), *of)]
    if any(t.pos == "PRON" or t.lemma.lower() == office for t in whose):
        return True
    return not whose and any(office in s.span.text.lower() for s in reading.sentences if inside(x.said.source or s.span, s.span))


def _counted(left: Sequence[Told], a: Reading, b: Reading, group: Group) -> Iterator[Alteration]:
    """Statements whose figures are said to be by another's count now."""
    for sentence in group.b:
        for i, token in enumerate(sentence.tokens):
            whose = children(sentence, i, "poss")
            if token.lemma.lower() not in _COUNTS or not whose or token.dep != "pobj":
                continue
            if not _by_count(sentence, i):
                continue
            by, owner = token.head, stem(sentence.tokens[whose[0]].lemma)
            for x in left:
                one = next((s for s in group.a if x.said.cue is not None and inside(x.said.cue, s.span)), None)
                if one is None or not x.called or owner in {stem(w) for w in x.called} or sentence.tokens[whose[0]].pos == "PRON":
                    continue
                sort = sort_of(sentence, whose[0])
                if sort in x.sorts or min(answers_both(a, b, Group((one,), (sentence,)))) < ANSWERED:
                    continue
                there = stretch(sentence, by, max(i, *subtree(sentence, i)))
                says = f"The figure is now “{there.text}”"
                yield Alteration("attribution-changed", clause(x.said, a), there, "high", says)
                return


def _by_count(sentence: Sentence, index: int) -> bool:
    """Whether a noun of counting stands in a phrase that says whose word something is: "by his count", "in her account"."""
    above = sentence.tokens[sentence.tokens[index].head]
    word = above.text.lower()
    return word in ("by", "in") or (word == "to" and sentence.tokens[above.head].lemma.lower() == "accord")


def _told(reading: Reading, sentences: Sequence[Sentence], other: Reading) -> Iterator[Told]:
    for x in reading.annotation.attributions:
        if x.cue is None or not x.content or x.source is None or not any(inside(x.cue, s.span) for s in sentences):
            continue
        if words(x.source.text)[-1:] in (["he"], ["she"]):
            continue  # whom a text meant by that is less sure than the change would be
        called, sorts = _called(x, reading, other)
        held = [t for s in reading.sentences for t in s.tokens if any(c.start <= t.start < c.end for c in x.content)]
        yield Told(
            x,
            frozenset(t.lemma.lower() for t in held if t.pos in (*CONTENT, "NUM") and t.lemma.lower() not in LIGHT),
            called,
            sorts,
        )


def _called(x: Attribution, reading: Reading, other: Reading) -> tuple[frozenset[str], frozenset[str]]:
    """The words that either text has for a source, and the sorts that they make it."""
    called: set[str] = set()
    sorts: set[str] = set()
    for r in (reading, other):
        for y in r.annotation.attributions:
            if y is not x and not (x.source_name and y.source_name and same_name(x.source_name, y.source_name)):
                continue
            if y.source is None:
                continue
            called |= {w for w in words(y.source.text) if w not in _GENERAL}
            placed = _head(y, r)
            if placed is not None and (sort := sort_of(*placed)) is not None:
                sorts.add(sort)
        if x.source_name is None:
            continue
        called |= {w for w in words(x.source_name) if w not in _GENERAL}
        for office in offices(r.sentences):
            if office.holder == words(x.source_name)[-1:][0] if words(x.source_name) else False:
                called |= {office.noun, *office.words}
                found = next((s for s in r.sentences if inside(office.span, s.span)), None)
                at = None if found is None else head_of(found, office.span)
                if found is not None and at is not None and (sort := sort_of(found, at)) is not None:
                    sorts.add(sort)
    return frozenset(called), frozenset(sorts)


def _head(x: Attribution, reading: Reading) -> tuple[Sentence, int] | None:
    if x.source is None:
        return None
    sentence = next((s for s in reading.sentences if inside(x.source, s.span)), None)
    at = None if sentence is None else head_of(sentence, x.source)
    return None if sentence is None or at is None else (sentence, at)
