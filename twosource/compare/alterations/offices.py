"""Did a person's office or age become another one?

Method: the description that stands with a name, before it or set off by commas, is taken from the parse on both sides. Where one
person is described by the same noun ("director"), the words that rank or bound the office are compared: the regional director is
not the national one, the deputy minister not the minister, the former mayor not the mayor, the minister of finance not that of
health. People told by one noun with another of its kind before it ("truck drivers", "bus drivers") are others, too.

Known failures: offices in other nouns ("chairman", "head of the board") are not compared, for they may be one; a description that
stands in another sentence than the name is not seen.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec

from twosource.annotate.syntax import children, stretch, subtree
from twosource.compare.alterations.bodies import portfolio, portfolios
from twosource.compare.alterations.groups import Group, stem
from twosource.compare.lexicon import bearing, below, breadth, fields
from twosource.records import Alteration, Reading, Sentence, Span

_RANKS = {
    "deputy": "deputy", "vice": "deputy", "former": "former", "ex": "former", "retired": "former", "acting": "acting",
    "interim": "acting", "caretaker": "acting", "assistant": "assistant", "associate": "assistant", "outgoing": "outgoing",
    "incoming": "incoming", "shadow": "shadow",
}  # fmt: skip
"""Words that make an office another one when they are put in or left out; those of one sense are one."""
ONCE = 3
"""Words before an office within which "once" makes it a former one."""
_SCOPES = (
    frozenset("local municipal city town district county".split()),
    frozenset("regional provincial state departmental".split()),
    frozenset("national federal country central".split()),
    frozenset("international global world".split()),
)
"""How far an office reaches; words of one line may stand for each other."""


_DOMAINS = frozenset(
    """political military medical technical commercial legal financial scientific artistic spiritual religious sporting editorial
    naval police fire union""".split()
)
"""What somebody in office is in charge of, told by an adjective or noun before it."""
_COURTESY = frozenset("mr mrs ms miss dr prof sir dame lord lady".split())
_BELOW = frozenset(("deputy", "assistant", "acting"))
"""Ranks that no other noun tells."""
_ANY = frozenset(
    """boss chief head leader manager chair chairman chairwoman chairperson president director official spokesman spokeswoman
    spokesperson executive founder owner member man woman person resident local native star veteran expert author figure
    politician opponent rival critic ally partner colleague victim suspect defendant witness eyewitness bystander survivor player
    worker employee""".split()
)
"""Nouns that may be said of one person beside any other."""
BROAD = 30
"""Kinds directly below a noun in WordNet from which it is too general to contradict another."""
TITLE = 5
"""Words to either side of "minister" that are shown with it."""
_PRONOUNS = frozenset("he she they his her their its my our who whose".split())
_KIN = {
    **dict.fromkeys("wife widow".split(), "wife"),
    **dict.fromkeys("husband widower".split(), "husband"),
    **{
        noun: noun
        for noun in """spouse partner fiancee fiancée fiance fiancé girlfriend boyfriend mother father parent son daughter child
        brother sister sibling uncle aunt cousin nephew niece grandmother grandfather grandson granddaughter grandchild
        stepmother stepfather stepson stepdaughter stepbrother stepsister godfather godmother brother-in-law
        sister-in-law father-in-law mother-in-law son-in-law daughter-in-law""".split()
    },
}
"""Kin, those who are one in news told by one word."""
_WIDER = (
    {"wife", "spouse"}, {"husband", "spouse"}, {"wife", "partner"}, {"husband", "partner"}, {"spouse", "partner"},
    {"mother", "parent"}, {"father", "parent"}, {"son", "child"}, {"daughter", "child"}, {"brother", "sibling"},
    {"sister", "sibling"}, {"girlfriend", "partner"}, {"boyfriend", "partner"}, {"grandson", "grandchild"},
    {"granddaughter", "grandchild"}, {"fiancee", "fiancée"}, {"fiance", "fiancé"}, {"fiancée", "partner"}, {"fiancé", "partner"},
)  # fmt: skip
"""Kin of whom one word is only less exact than the other."""
_AGE_AFTER = re.compile(r"(?:, (?:aged |an? |the )?| \(| aged )(\d{1,3})(?:-year-old\b|(?=[,.;)]))")
_AGE_BEFORE = re.compile(r"\b(\d{1,3})-year-old (?:[\w-]+ ){0,3}")


class Office(msgspec.Struct, frozen=True):
    """Whose office it is (the last word of the name), its noun, the words before the noun, and where it stands."""

    holder: str
    noun: str
    words: frozenset[str]
    span: Span


def office_alterations(a: Reading, b: Reading, group: Group) -> Iterator[Alteration]:
    """The offices of one group that became others, and are given so nowhere else in the other text."""
    right = list(offices(group.b))
    yield from _other_work(list(offices(group.a)), list(offices(b.sentences)), a, b)
    for x in offices(group.a):
        y = next((y for y in right if (y.holder, y.noun) == (x.holder, x.noun)), None)
        if y is not None and not _known(x, b) and not _known(y, a):
            yield Alteration("actor-changed", x.span, y.span, "medium", f"“{x.span.text}” became “{y.span.text}”")
    yield from _trades(group)
    yield from _ministers(group, a, b)
    yield from _kin(group, a, b)
    ages = list(_ages(b.sentences))
    for holder, age, where in _ages(group.a):
        others = [(theirs, there) for who, theirs, there in ages if who == holder]
        if others and all(theirs != age for theirs, _ in others):
            there = others[0][1]
            yield Alteration("number-changed", where, there, "high", f"The age “{where.text}” became “{there.text}”")


def _other_work(left: Sequence[Office], right: Sequence[Office], a: Reading, b: Reading) -> Iterator[Alteration]:
    """People by name, described by one noun of people here and by another of its class there, which the other text lacks."""
    told = [{t.lemma.lower() for s in r.sentences for t in s.tokens} for r in (a, b)]
    for x in left:
        theirs = {y.noun: y for y in right if y.holder == x.holder}
        mine = {y.noun for y in left if y.holder == x.holder}
        if len(theirs) != 1 or len(mine) != 1:
            continue
        noun, y = theirs.popitem()
        both = {x.noun, noun}
        ranks = [{_RANKS[w] for w in office.words if w in _RANKS} & _BELOW for office in (x, y)]
        if x.noun != noun and ranks[0] != ranks[1]:
            yield Alteration("actor-changed", x.span, y.span, "medium", f"“{x.span.text}” became “{y.span.text}”")
            continue
        if both & (_KIN.keys() | _ANY) or not all("person" in fields(w, 1) and breadth(w) < BROAD for w in both):
            continue
        if below(x.noun, noun) or below(noun, x.noun):
            continue  # a seismologist is a scientist
        if bearing(x.noun, noun) in ("sibling", "apart") and noun not in told[0] and x.noun not in told[1]:
            yield Alteration("actor-changed", x.span, y.span, "medium", f"“{x.span.text}” became “{y.span.text}”")


def _ministers(group: Group, a: Reading, b: Reading) -> Iterator[Alteration]:
    """The only ministers or ministries of a portfolio that the other text knows nothing of: of labour, of the economy."""
    sides = [[x for s in sentences for x in _portfolios(s)] for sentences in (group.a, group.b)]
    known = [{f for s in r.sentences for fields, _ in _portfolios(s) for f in fields} for r in (a, b)]
    left, right = ([x for x in side if not x[0] & other] for side, other in zip(sides, reversed(known), strict=True))
    if len(left) == 1 == len(right):
        x, y = left[0][1], right[0][1]
        yield Alteration("actor-changed", x, y, "high", f"“{x.text}” became “{y.text}”")


def _portfolios(sentence: Sentence) -> Iterator[tuple[frozenset[str], Span]]:
    for i in range(len(sentence.tokens)):
        fields = portfolio(sentence, i)
        if fields:
            below = [k for k in subtree(sentence, i) if abs(k - i) <= TITLE]
            yield fields, stretch(sentence, min(below), max(below))


def _kin(group: Group, a: Reading, b: Reading) -> Iterator[Alteration]:
    """The only relative of one side, by whose or by name, of whom the other side makes another relative."""
    left, right = ([x for s in sentences for x in _relatives(s)] for sentences in (group.a, group.b))
    sole = len(group.a) == 1 == len(group.b)
    told = [{_kin_noun(s, i) for s in r.sentences for i in range(len(s.tokens))} for r in (a, b)]
    new = [[x for x in side if x[0] not in other] for side, other in zip((left, right), reversed(told), strict=True)]
    sole = sole or [len(side) for side in new] == [1, 1]
    for noun, keys, x in left:
        others = [(n, y) for n, theirs, y in right if _same_kin(keys, theirs) and (sole or (keys | theirs) - _PRONOUNS)]
        if len(others) == 1 and noun not in told[1] and others[0][0] not in told[0] and _KIN[noun] != _KIN[others[0][0]]:
            y = others[0][1]
            if {_KIN[noun], _KIN[others[0][0]]} not in _WIDER:
                yield Alteration("actor-changed", x, y, "high", f"“{x.text}” became “{y.text}”")


def _kin_noun(sentence: Sentence, index: int) -> str:
    """The lemma of a word, with "in-law" behind it."""
    behind = [t.text.lower() for t in sentence.tokens[index + 1 : index + 5]]
    return sentence.tokens[index].lemma.lower() + ("-in-law" if behind == ["-", "in", "-", "law"] else "")


def _same_kin(x: frozenset[str], y: frozenset[str]) -> bool:
    """Whether two relatives are those of one person: by a name, or by pronouns that may stand for one."""
    return bool(x & y) or (x <= _PRONOUNS and y <= _PRONOUNS)


def _relatives(sentence: Sentence) -> Iterator[tuple[str, frozenset[str], Span]]:
    """Nouns of kin, with the stems of those whose they are and of their own names, and where they stand."""
    for i, token in enumerate(sentence.tokens):
        noun = _kin_noun(sentence, i)
        if noun not in _KIN or token.pos != "NOUN" or token.tag == "NNS":
            continue
        of = [k for p in children(sentence, i, "prep") if sentence.tokens[p].text == "of" for k in children(sentence, p, "pobj")]
        row = token.head if token.dep == "conj" else i  # "her husband and brother"
        whose = [*(children(sentence, i, "poss") or children(sentence, row, "poss")), *of]
        named = [*children(sentence, i, "appos"), *([token.head] if token.dep in ("appos", "compound", "nmod") else [])]
        held = [sentence.tokens[k] for k in (*whose, *named)]
        keys = frozenset(stem(t.lemma) for t in held if t.pos in ("PROPN", "NOUN", "PRON") or t.text.lower() == "whose")
        if keys:
            first = min([i, *(k for k in whose if k < i)])
            yield noun, keys, stretch(sentence, first, i)


def _trades(group: Group) -> Iterator[Alteration]:
    """People told by one noun with another of its kind before it: truck drivers, bus drivers."""
    sides = [[x for s in sentences for x in _trade(s)] for sentences in (group.a, group.b)]
    for noun, trade, x in sides[0]:
        others = [(t, y) for n, t, y in sides[1] if n == noun]
        here = [t for n, t, _ in sides[0] if n == noun]
        if len(others) == 1 == len(here) and others[0][0] != trade and bearing(trade, others[0][0]) == "sibling":
            y = others[0][1]
            yield Alteration("actor-changed", x, y, "medium", f"“{x.text}” became “{y.text}”")


def _trade(sentence: Sentence) -> Iterator[tuple[str, str, Span]]:
    for i, token in enumerate(sentence.tokens):
        if token.pos == "NOUN" and i and "person" in fields(token.lemma.lower(), 1):
            before = sentence.tokens[i - 1]
            if before.pos == "NOUN" and before.head == i:
                yield token.lemma.lower(), before.lemma.lower(), stretch(sentence, i - 1, i)


def _known(office: Office, other: Reading) -> bool:
    same = [z for z in offices(other.sentences) if (z.holder, z.noun) == (office.holder, office.noun)]
    return any(not _other(office.words, z.words) for z in same)


def _other(x: frozenset[str], y: frozenset[str]) -> bool:
    reach = [{i for i, scope in enumerate(_SCOPES) if words & scope} for words in (x, y)]
    ranks = [{_RANKS[word] for word in words if word in _RANKS} for words in (x, y)]
    fields = portfolios(x), portfolios(y)
    if all(fields) and not fields[0] & fields[1]:
        return True
    domains = x & _DOMAINS, y & _DOMAINS
    if all(domains) and not domains[0] & domains[1]:
        return True
    return ranks[0] != ranks[1] or (bool(reach[0]) and bool(reach[1]) and not reach[0] & reach[1])


def offices(sentences: Sequence[Sentence]) -> Iterator[Office]:
    for sentence in sentences:
        for name in sentence.names:
            if name.label != "PERSON":
                continue
            inside = range(name.first, name.last)
            head = next((i for i in inside if sentence.tokens[i].head not in inside), name.last - 1)
            nouns = [*children(sentence, head, "appos"), *_titled(sentence, name.first, head)]
            if sentence.tokens[head].dep == "appos":
                nouns.append(_described(sentence, sentence.tokens[head].head))
            for noun in nouns:
                if sentence.tokens[noun].text.lower().strip(".") in _COURTESY:
                    continue
                if noun not in inside and sentence.tokens[noun].pos in ("NOUN", "PROPN"):
                    yield _office(sentence, sentence.tokens[name.last - 1].text, noun, head)


def _described(sentence: Sentence, head: int) -> int:
    """The noun that a name set off by commas stands with; in "the minister of X, Y" the parser may take X for it."""
    token = sentence.tokens[head]
    above = sentence.tokens[token.head]
    return above.head if token.pos == "PROPN" and token.dep == "pobj" and above.text == "of" else head


def _titled(sentence: Sentence, first: int, head: int) -> list[int]:
    """The last word of a title right before a name: "Deputy Finance Minister Ana Ruiz"."""
    before = first - 1
    token = sentence.tokens[before] if first else None
    return [before] if token is not None and token.dep in ("compound", "nmod") and token.head == head else []


def _office(sentence: Sentence, holder: str, noun: int, head: int) -> Office:
    beside = [noun, *children(sentence, noun, "amod", "compound", "nmod")]
    if sentence.tokens[noun].head == head and sentence.tokens[noun].dep in ("compound", "nmod"):
        beside += [i for i in children(sentence, head, "amod", "compound", "nmod") if i < noun]
    first = min(i for i in beside if i <= noun)
    words = {part for i in beside if i <= noun for part in sentence.tokens[i].text.lower().split("-")}
    if any(t.text.lower() == "once" for t in sentence.tokens[max(0, first - ONCE) : first]):  # "once the town's mayor"
        words.add("former")
    if [t.text.lower() for t in sentence.tokens[max(0, noun - 2) : noun]] == ["ex", "-"]:  # whatever it was parsed as
        words.add("former")
    return Office(
        holder.lower(),
        sentence.tokens[noun].lemma.lower().rpartition("-")[2],
        frozenset(words),
        stretch(sentence, first, noun),
    )


def _ages(sentences: Sequence[Sentence]) -> Iterator[tuple[str, int, Span]]:
    """Whose age is given, by the last word of the name, the age, and where it stands."""
    for sentence in sentences:
        text, start = sentence.span.text, sentence.span.start
        for name in sentence.names:
            if name.label != "PERSON":
                continue
            first, last = sentence.tokens[name.first].start - start, sentence.tokens[name.last - 1].end - start
            before = (m for m in _AGE_BEFORE.finditer(text, 0, first) if m.end() == first)
            found = _AGE_AFTER.match(text, last) or next(before, None)
            if found:
                where = Span(start + found.start(1), start + found.end(1), found[1])
                yield sentence.tokens[name.last - 1].text.lower(), int(found[1]), where
