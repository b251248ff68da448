"""Which place became another one, or a vaguer one?

Method: the resolved places of the aligned sentences are compared as places of the gazetteer, whatever they are called: one that
the other side gives too, under any name, by its people or for its government, is kept. A place that found none is set against one
of the other side that found none: where one took the other's place between common words, stands in the same row, or where they
are the only ones. Another place is a change, one that holds it a blur. A town named beside the province or country that holds it,
which alone is left, and a row of towns that became "other cities" are blurs too, and so is a point of the compass that was taken
from a name. A village or a district whose name alone is gone ("a village" for "the village of X") is a blur; a country named to
tell its capital ("Canada's capital") is none.

Known failures: places that the gazetteer does not know are left to the names; a place that only moved to another sentence is
kept, wherever it stands.
"""

import re
from collections.abc import Iterator, Sequence

from twosource.annotate.syntax import children, stretch, token_at
from twosource.annotate.toponyms import SETTLEMENTS
from twosource.compare.alterations.edits import Edits, edits, facing
from twosource.compare.alterations.groups import Group, closeness, content, holder, surroundings
from twosource.compare.lexicon import bearing
from twosource.records import Alteration, AlterationKind, Place, Reading, Sentence, Span
from twosource.text import span, words
from twosource.values.places import same_place

CLOSE = 0.5
"""Surroundings of two places that must agree where nothing else speaks for them."""
CLOSE_MOVED = 0.7
"""The same where the other text gives one of the two elsewhere."""
ALIKE = 0.5
"""Share of content stems that two sides must have in common for their only places left to answer to each other."""
BESIDE = 5
"""Words at most between a town and the province that it is named with."""
_COMPASS = ("north", "south", "east", "west")
_CAPITAL_AFTER = re.compile(r"(?:['’]s?)?\s(?:\w+\s)?capital\b", re.IGNORECASE)
_CAPITAL_BEFORE = re.compile(r"\bcapital\sof\s(?:the\s)?$", re.IGNORECASE)
_THERE, _NEAR = ("in", "at", "from", "of"), ("near", "outside", "around", "off", "beyond")
_NARROWING = frozenset("Central Inner Greater Upper Lower Middle Mid".split())
LENGTH_OF_SUB = 3
"""Tokens of "sub-Saharan"."""
_PART = frozenset("part region area end side half portion".split())
_MANY = re.compile(
    r"\b(?:other|several|various|many|some|a number of|a string of)\s+(?:\w+\s+){0,2}"
    r"(?:cities|towns|places|countries|nations|states|regions|provinces|areas|villages|parts|locations|ports)\b",
    re.IGNORECASE,
)


def place_alterations(a: Reading, b: Reading, group: Group) -> Iterator[Alteration]:
    """The places of one group that became others."""
    here, there = _of(a, group.a), _of(b, group.b)
    left, right = _unmet(here, b), _unmet(there, a)
    near_left = [p for p in here if not any(_one(p, q) for q in there)]
    near_right = [q for q in there if not any(_one(p, q) for p in here)]
    found = edits(group)
    used: set[int] = set()
    taken: set[int] = set()
    for x in near_left:
        for y in near_right:
            if y.span.start in used or x.span.start in taken or x.sense != y.sense:
                continue
            firm = facing(x.span, y.span, found) or _same_row(x, y, here, there, group)
            fresh = x in left and y in right
            firm = firm or _around(x, y, group) >= CLOSE_MOVED
            by_noun = x in left and y in right and x.precision == y.precision and _of_one_noun(x, y, group)
            firm = firm or by_noun
            rough = "region" in (x.precision, y.precision)
            other = same_place(x, y) is False or (by_noun and x.precision == "city")  # two towns, however near each other
            fresh = fresh or (x.precision == y.precision and _only(near_left, near_right, group))
            if not rough and other and (firm or (fresh and _answer(x, y, near_left, near_right, group))):
                says = f"“{x.span.text}” became “{y.span.text}”"
                people = x.sense == "demonym" and not _describes(x, group.a)
                kind: AlterationKind = "actor-changed" if people else "place-changed"
                yield Alteration(kind, x.span, y.span, "high", says)
            elif as_capital(x, a) or as_capital(y, b):
                continue
            elif _holds(y, x) and ((firm and x in left) or (fresh and _answer(x, y, near_left, near_right, group))):
                says = f"“{x.span.text}” became “{y.span.text}”, which holds it"
                yield Alteration("place-blurred", x.span, y.span, "low", says)
            else:
                continue
            used.add(y.span.start)
            taken.add(x.span.start)
    yield from _lost_beside(left, taken, here, there, a)
    yield from _adjective_for(left, taken, here, there, group)
    yield from _many(left, taken, near_right, a, group)
    yield from _compass(group, found)
    yield from _whole(group, b)
    yield from _nameless(group, b)


def _of(reading: Reading, sentences: Sequence[Sentence]) -> list[Place]:
    """The resolved places outside quotation marks in some sentences."""
    quoted = [q.inner for q in reading.quotations if not q.scare]
    return [
        p
        for p in reading.annotation.places
        if p.precision is not None
        and holder(p.span, sentences) is not None
        and not any(q.start <= p.span.start < q.end for q in quoted)
    ]


def _one(p: Place, q: Place) -> bool:
    """Whether two mentions may mean one place: the same of the gazetteer, one name, or a capital or people for a country."""
    if p.geonames_id == q.geonames_id or p.name == q.name or p.span.text.lower() == q.span.text.lower():
        return True
    shorter, longer = sorted(({*words(x.span.text)} for x in (p, q)), key=len)
    if len(shorter) == 1 and shorter < longer:
        return True
    wide = all(x.precision == "country" or x.sense in ("metonym", "demonym") for x in (p, q))
    return wide and p.country is not None and p.country == q.country


def _unmet(places: Sequence[Place], other: Reading) -> list[Place]:
    """The places that the other text mentions nowhere."""
    return [p for p in places if not any(_one(p, q) for q in other.annotation.places if q.precision is not None)]


def as_capital(place: Place, reading: Reading) -> bool:
    """Whether a country stands there to tell its capital: "Canada's capital", "the capital of Canada", "the Canadian capital"."""
    text, where = reading.annotation.text, place.span
    if place.precision != "country":
        return False
    return bool(_CAPITAL_AFTER.match(text, where.end) or _CAPITAL_BEFORE.search(text, max(0, where.start - 20), where.start))


def _holds(wide: Place, narrow: Place) -> bool:
    """Whether the gazetteer puts the second place within the first, coarser one."""
    if wide.precision == "country":
        return narrow.precision != "country" and wide.country is not None and wide.country == narrow.country
    if wide.precision == "admin1":
        return narrow.precision in ("city", "point") and wide.country == narrow.country and wide.admin1 == narrow.admin1
    return False


def _answer(x: Place, y: Place, left: Sequence[Place], right: Sequence[Place], group: Group) -> bool:
    """Whether two places are of one statement: by their surroundings, or as the only ones left of like sentences."""
    if x.precision == y.precision and _around(x, y, group) >= CLOSE:
        return True
    return _only(left, right, group)


def _only(left: Sequence[Place], right: Sequence[Place], group: Group) -> bool:
    """Whether one place on either side of like sentences found no other."""
    mine, other = content(group.a), content(group.b)
    alike = len(mine & other) >= ALIKE * min(len(mine), len(other))
    return alike and len({p.name for p in left}) == 1 == len({q.name for q in right})


def _around(x: Place, y: Place, group: Group) -> float:
    return closeness(surroundings(x.span, group.a), surroundings(y.span, group.b))


def _same_row(x: Place, y: Place, here: Sequence[Place], there: Sequence[Place], group: Group) -> bool:
    """Whether two places stand in rows that are else the same."""
    rows = [_row(p, side, sentences) for p, side, sentences in ((x, here, group.a), (y, there, group.b))]
    shared = rows[0] & rows[1]
    return len(shared) > 1 and len(rows[0] - shared) == 1 == len(rows[1] - shared)


def _row(p: Place, side: Sequence[Place], sentences: Sequence[Sentence]) -> set[str]:
    """The names in the row that a place stands in."""
    sentence = holder(p.span, sentences)
    at = token_at(sentence, p.span.end - 1) if sentence else None
    if sentence is None or at is None:
        return set()
    first = at
    while sentence.tokens[first].dep == "conj":
        first = sentence.tokens[first].head
    members = {first} | {i for i in range(len(sentence.tokens)) if _heads_row(sentence, i, first)}
    return {q.name for q in side for i in members if q.span.start <= sentence.tokens[i].start < q.span.end}


def _heads_row(sentence: Sentence, index: int, first: int) -> bool:
    while sentence.tokens[index].dep == "conj" and index != first:
        index = sentence.tokens[index].head
    return index == first


def _lost_beside(
    left: Sequence[Place], taken: set[int], here: Sequence[Place], there: Sequence[Place], a: Reading
) -> Iterator[Alteration]:
    """Towns left out where the province or country named beside them is kept."""
    text = a.annotation.text
    for x in left:
        if x.span.start in taken or x.sense != "location":
            continue
        for wide in here:
            apart = text[min(x.span.end, wide.span.end) : max(x.span.start, wide.span.start)]
            if wide.sense != "location" or not _holds(wide, x) or len(apart.split()) > BESIDE or "." in apart:
                continue
            kept = next((q for q in there if q.geonames_id == wide.geonames_id and q.sense == "location"), None)
            if kept is not None:
                taken.add(x.span.start)
                whole = span(text, min(x.span.start, wide.span.start), max(x.span.end, wide.span.end))
                says = f"“{x.span.text}” is gone, “{kept.span.text}” is left"
                yield Alteration("place-blurred", whole, kept.span, "low", says)
                break


def _describes(place: Place, sentences: Sequence[Sentence]) -> bool:
    """Whether an adjective of a country stands in what is said of a name: "Kaldor Steel, a Norwegian rival"."""
    sentence = holder(place.span, sentences)
    at = token_at(sentence, place.span.start) if sentence else None
    if sentence is None or at is None:
        return False
    noun = sentence.tokens[at].head
    if sentence.tokens[at].dep != "amod" or sentence.tokens[noun].dep not in ("appos", "attr"):
        return False
    named = sentence.tokens[noun].head
    heads = [named] if sentence.tokens[noun].dep == "appos" else children(sentence, named, "nsubj")
    return any(sentence.tokens[i].pos == "PROPN" for i in heads)


def _adjective_for(
    left: Sequence[Place], taken: set[int], here: Sequence[Place], there: Sequence[Place], group: Group
) -> Iterator[Alteration]:
    """Towns for which the same noun now has the adjective of their country: "a court in Zurich", "a Swiss court"."""
    for x in left:
        if x.span.start in taken or x.sense != "location" or x.precision not in ("city", "point"):
            continue
        noun = _noun_of(x, group.a)
        known = {_noun_of(p, group.a) for p in here if p.sense == "demonym" and p.country == x.country}
        for y in there:
            told = _noun_of(y, group.b) if y.sense == "demonym" and y.country == x.country is not None else None
            if noun is None or told is None or told in known or bearing(noun[0], told[0]) != "same":
                continue
            taken.add(x.span.start)
            yield Alteration("place-blurred", x.span, y.span, "low", f"“{x.span.text}” became “{y.span.text}”")
            break


def _of_one_noun(x: Place, y: Place, group: Group) -> bool:
    """Whether two places are told of one noun, the only ones of it: "a factory near X", "a plant near Y"."""
    one, other = _noun_of(x, group.a), _noun_of(y, group.b)
    return one is not None and other is not None and one[1] == other[1] and bearing(one[0], other[0]) in ("same", "near")


def _noun_of(place: Place, sentences: Sequence[Sentence]) -> tuple[str, bool] | None:
    """The noun that a place is told of, and whether it lies there or only near it: "a court in Zurich", "the Zurich court", "a
    Swiss court", "a plant near Gary"; None if there is none."""
    sentence = holder(place.span, sentences)
    at = token_at(sentence, place.span.end - 1) if sentence else None
    if sentence is None or at is None:
        return None
    token = sentence.tokens[at]
    above = sentence.tokens[token.head]
    side = above.text.lower()
    noun = above
    if token.dep == "pobj" and side in (*_THERE, *_NEAR):
        before = sentence.tokens[max(0, token.head - 1)]  # whatever the phrase was hung on
        noun = before if before.pos == "NOUN" else sentence.tokens[above.head]
    return (noun.lemma.lower(), side not in _NEAR) if noun.pos == "NOUN" and noun.start != token.start else None


def _whole(group: Group, b: Reading) -> Iterator[Alteration]:
    """Parts of the world or of a town by a word of their name, of which the whole is left: "West Africa", "Africa"."""
    text = b.annotation.text.lower()
    for sentence in group.a:
        for i, token in enumerate(sentence.tokens[1:], 1):
            word = sentence.tokens[i - 1].text
            first = i - 1
            if sentence.tokens[i - 1].text.lower() == "saharan" and i >= LENGTH_OF_SUB:
                word, first = "sub-Saharan", i - LENGTH_OF_SUB
            if token.pos != "PROPN" or not _narrows(word) or _core(word) in text:
                continue
            if not any(n.first <= i < n.last and n.last == i + 1 for n in sentence.names):
                continue
            bare = [(s, k) for s in group.b for k, t in enumerate(s.tokens) if t.text == token.text]
            if len(bare) == 1:
                there, at = bare[0]
                x, y = stretch(sentence, first, i), stretch(there, at, at)
                yield Alteration("place-blurred", x, y, "low", f"“{x.text}” became “{y.text}”")


def _narrows(word: str) -> bool:
    return word == "sub-Saharan" or (word[:1].isupper() and (_direction(word) is not None or word in _NARROWING))


def _core(word: str) -> str:
    """What any telling of such a part has of its word: "south of the Sahara", "London's east end"."""
    return "sahara" if word == "sub-Saharan" else word.lower().removesuffix("ern")


def _many(left: Sequence[Place], taken: set[int], right: Sequence[Place], a: Reading, group: Group) -> Iterator[Alteration]:
    """Several places that became "other cities", or a region that holds them."""
    lost = [p for p in left if p.span.start not in taken and p.sense == "location"]
    if not lost:
        return
    rough = [q.span for q in right if q.precision == "region"]
    for sentence in group.b:
        for m in _MANY.finditer(sentence.span.text) if len(lost) > 1 else ():
            start = sentence.span.start + m.start()
            rough.append(Span(start, sentence.span.start + m.end(), m[0]))
    if len(rough) == 1:
        whole = span(a.annotation.text, lost[0].span.start, lost[-1].span.end)
        yield Alteration("place-blurred", whole, rough[0], "low", f"“{whole.text}” became “{rough[0].text}”")


def _nameless(group: Group, b: Reading) -> Iterator[Alteration]:
    """Settlements and districts whose name the later text lacks, though it has the noun: "a village" for "the village of X"."""
    known = set(words(b.annotation.text))
    bare = [(s, i) for s in group.b for i in _sorts(s) if not any(_name_of(s, i)) and _indefinite(s, i)]
    for sentence in group.a:
        for i in _sorts(sentence):
            name = _name_of(sentence, i)
            told = [(s, k) for s, k in bare if s.tokens[k].lemma.lower() == sentence.tokens[i].lemma.lower()]
            if not name or len(told) != 1 or known & {sentence.tokens[k].text.lower() for k in name}:
                continue
            theirs, k = told[0]
            x = stretch(sentence, min(i, *name), max(i, *name))
            y = stretch(theirs, min([k, *children(theirs, k, "det", "amod")]), k)
            yield Alteration("place-blurred", x, y, "low", f"“{x.text}” became “{y.text}”, without its name")


def _sorts(sentence: Sentence) -> list[int]:
    return [i for i, t in enumerate(sentence.tokens) if t.pos == "NOUN" and t.lemma.lower() in SETTLEMENTS]


def _indefinite(sentence: Sentence, noun: int) -> bool:
    return any(
        sentence.tokens[i].text.lower() in ("a", "an", "one", "another") for i in children(sentence, noun, "det", "nummod")
    )


def _name_of(sentence: Sentence, noun: int) -> list[int]:
    """The proper nouns by which a place is called beside its noun: "the town of X", "X, a town", "a town called X", "X town"."""
    tokens = sentence.tokens
    heads = [k for i in children(sentence, noun, "prep") if tokens[i].text == "of" for k in children(sentence, i, "pobj")]
    heads += children(sentence, noun, "compound", "appos", "nmod")
    called = [i for i in children(sentence, noun, "acl") if tokens[i].lemma.lower() in ("call", "name", "know")]
    heads += [k for i in called for k in children(sentence, i, "oprd", "dobj", "attr", "xcomp")]
    if tokens[noun].dep == "appos":
        heads.append(tokens[noun].head)
    named = [i for i in heads if tokens[i].pos == "PROPN"]
    return sorted({k for i in named for k in (i, *children(sentence, i, "compound")) if tokens[k].pos == "PROPN"})


def _direction(word: str) -> str | None:
    bare = word.lower().removesuffix("ern").replace("-", "")
    return bare if bare in set(_COMPASS) | {n + e for n in _COMPASS[:2] for e in _COMPASS[2:]} else None


def _compass(group: Group, found: Edits) -> Iterator[Alteration]:
    """Points of the compass that differ before the same noun, or are gone: "the southern part", now "the northern part"."""
    sides = [[part for sentence in sentences for part in _parts(sentence)] for sentences in (group.a, group.b)]
    for direction, noun, x in sides[0]:
        others = {(d, where) for d, n, where in sides[1] if n == noun or bearing(n, noun) in ("same", "near")}
        if len(others) == 1:
            d, y = others.pop()
            if d != direction and not any((d, noun) == one[:2] for one in sides[0]):
                yield Alteration("place-changed", x, y, "high", f"“{x.text}” became “{y.text}”")
        elif not sides[1] and (bare := _bare(noun, group.b)) is not None and _cut(x, found) and not _points(direction, group.b):
            yield Alteration("place-blurred", x, bare, "low", f"“{x.text}” became “{bare.text}”")


def _parts(sentence: Sentence) -> Iterator[tuple[str, str, Span]]:
    """Each part by a point of the compass, with the noun: "northern Chile", "the north of Chile", "Chile's north"."""
    for i, t in enumerate(sentence.tokens):
        hyphened = i > 1 and sentence.tokens[i - 1].text == "-" and _direction(sentence.tokens[i - 2].text + t.text) is not None
        direction = _direction(sentence.tokens[i - 2].text + t.text if hyphened else t.text)
        if direction is None or (i + 2 < len(sentence.tokens) and sentence.tokens[i + 1].text == "-"):
            continue  # "north-east" is told at its second half
        if t.head > i and t.dep in ("amod", "compound", "nmod"):
            head = sentence.tokens[t.head]
            if head.pos != "PROPN" or t.text.lower().endswith("ern"):  # "North Korea" is no part of Korea
                yield direction, head.lemma.lower(), stretch(sentence, i, t.head)
        above = sentence.tokens[t.head]
        if (
            t.pos == "NOUN"
            and t.dep == "pobj"
            and above.text.lower() in ("in", "from")
            and sentence.tokens[above.head].pos == "NOUN"
        ):
            yield direction, sentence.tokens[above.head].lemma.lower(), stretch(sentence, above.head, i)
        middle = t.head if t.dep == "amod" and sentence.tokens[t.head].lemma.lower() in _PART else i
        for k, whole in enumerate(sentence.tokens):
            if whole.dep == "poss" and whole.head == middle:
                yield direction, whole.lemma.lower(), stretch(sentence, min(k, i), max(k, i))
            above = sentence.tokens[whole.head]
            if whole.dep == "pobj" and above.text.lower() == "of" and above.head == middle and k > i:
                yield direction, whole.lemma.lower(), stretch(sentence, i, k)


def _points(direction: str, sentences: Sequence[Sentence]) -> bool:
    """Whether some sentences have a point of the compass anywhere: "two provinces in the north"."""
    return any(direction in s.span.text.lower() for s in sentences)


def _bare(noun: str, sentences: Sequence[Sentence]) -> Span | None:
    """The noun where it stands once, with the word before it."""
    at = [(s, i) for s in sentences for i, t in enumerate(s.tokens) if t.lemma.lower() == noun]
    return stretch(at[0][0], max(0, at[0][1] - 1), at[0][1]) if len(at) == 1 else None


def _cut(where: Span, found: Edits) -> bool:
    """Whether words of a stretch were taken out with nothing put in their place."""
    return any(one and not other and any(w.token.start == where.start for w in one) for one, other in found.gaps)
