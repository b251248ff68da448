"""How many people did one occurrence kill and hurt, when an article counts them here and names them one by one there?

Method: every sentence about the occurrence gives numbers ("four people were shot") and single persons ("a man, 34", "she", "a
second victim"). Single persons are held against those told before by name, age, sex and the words that mark another one, so
that each is counted once, with the worst that is said of them. A stated number wins over a count of persons, the larger of
two stated ones over the smaller (a total stands beside its parts, a later toll above the earlier); "others" add to those told
just before. Of people shot or taken to hospital, those who did not die are injured; who died later is no longer among the
injured.
Tried and dropped: whoever is shot or hurt after somebody was killed is another person (both numbers right .699 -> .695 on 600
reports of shootings: reports go back to how the dead were found). Held to those of whom it is said that they were injured, and
who are not told as somebody told before ("the man"), it makes .742 to .752.
Known failures: two unnamed people of one sex and no stated age are one.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from twosource.annotate.roles import lemma, prepositional
from twosource.annotate.syntax import children, stretch
from twosource.records import Sentence, Span, Toll
from twosource.values.names import same_name

Harm = Literal["killed", "injured", "hit"]
GRAVITY: dict[Harm, int] = {"hit": 0, "injured": 1, "killed": 2}
APART = {"killed", "injured"}
"""What one sentence says of two persons."""
MALE = frozenset(
    """man boy he him himself gentleman father dad son brother husband uncle nephew grandfather grandson boyfriend policeman
    businessman fisherman fireman serviceman male stepson stepfather groom king priest""".split()
)
FEMALE = frozenset(
    """woman girl she her herself lady mother mom mum daughter sister wife aunt niece grandmother granddaughter girlfriend
    policewoman businesswoman female stepdaughter stepmother bride nun queen""".split()
)
KIN = (MALE | FEMALE | {"neighbor", "neighbour", "sibling", "stepchild", "cousin"}) - frozenset(
    "man boy he him himself gentleman woman girl she her herself lady male female policeman policewoman king queen".split()
)
"""Words for what one person is to another: two different ones stand for two people."""
SUSPECTS = frozenset("suspect gunman shooter attacker assailant bomber robber intruder".split())
OFFICERS = frozenset("officer policeman policewoman deputy trooper constable".split())
"""Nobody is both of these."""
ORDINALS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10}
NEW = frozenset({"another", "other"})
HURT = frozenset({"injured", "wounded", "survivor", "hurt"})
"""Who is one of these and dies is one more among the dead."""
BACK = frozenset({"he", "she", "him", "her", "who", "the", "this", "that", "his", "their"})
"""Words for a person told before."""
JUST_BEFORE = 250
"""Characters before "others" in which those stand whom they are others than."""
_AGE_BEFORE = re.compile(r"\b(\d{1,3})[\s-]*(?:year|month|day|week)s?[\s-]*old\b", re.IGNORECASE)
_AGE_AFTER = re.compile(r"\W{0,2}\s*[,(]\s*(?:aged?\s|who was\s)?(\d{1,3})\s*(?:[,.;)]|$|and\b)")


class Person(msgspec.Struct, frozen=True):
    """One person as a sentence describes them.

    `order` is 2 for "a second victim"; `late` "one of the injured"; `kin` what they are to another; `other` one beside those told
    before, `back` one of them.
    """

    name: str | None
    age: int | None
    sex: Literal["m", "f"] | None
    kin: str | None
    other: bool
    back: bool
    order: int | None
    late: bool
    span: Span


class Hurt(msgspec.Struct, frozen=True):
    """Some people who came to harm in the sentence that begins at offset `sentence`: single persons, or a number of them.

    `others`: beside those told just before; `same`: all those told just before, by a pronoun ("they died at the scene").
    """

    sentence: int
    harm: Harm
    toll: Toll | None
    persons: tuple[Person, ...]
    others: bool
    same: bool = False


class _Claim(msgspec.Struct, frozen=True):
    """A number of people that a sentence states."""

    sentence: int
    harm: Harm
    toll: Toll


def described(sentence: Sentence, index: int) -> Person:
    """What the sentence says of the person that word `index` stands for."""
    token = sentence.tokens[index]
    name = next((n for n in sentence.names if n.first <= index < n.last and n.label == "PERSON"), None)
    last = index if name is None else max(index, name.last - 1)
    hung = [i for i in children(sentence, index) if i < index]
    first = min([index, *hung, *([name.first] if name else [])])
    offset = sentence.span.start
    text = sentence.span.text
    before = _AGE_BEFORE.search(text[sentence.tokens[first].start - offset : sentence.tokens[last].end - offset])
    after = _AGE_AFTER.match(text[sentence.tokens[last].end - offset :])
    age = before or after
    words = {sentence.tokens[i].text.lower() for i in (*hung, index)}
    own = {lemma(sentence, index), token.text.lower()} | {w for w in words if w in ("male", "female")}
    order = next((ORDINALS[w] for w in words if w in ORDINALS), None)
    of = prepositional(sentence, index, frozenset({"of"}))
    late = any({lemma(sentence, i), sentence.tokens[i].text.lower()} & HURT for i in of)
    return Person(
        name=None if name is None else stretch(sentence, name.first, name.last - 1).text,
        age=int(age[1]) if age else None,
        kin="suspect" if own & SUSPECTS else "officer" if own & OFFICERS else next(iter(own & KIN), None),
        sex="m" if own & MALE else "f" if own & FEMALE else None,
        other=bool(words & NEW) or order is not None or late,
        back=bool(words & BACK) and not words & NEW,
        order=order,
        late=late,
        span=Span(token.start, token.end, token.text),
    )


def is_years_old(sentence: Sentence, index: int) -> bool:
    """Whether the word ends "a 17-year-old", one person."""
    token = sentence.tokens[index]
    return (token.text.lower() == "old" and token.pos in ("NOUN", "ADJ")) or bool(re.fullmatch(r"\d+-year-old", token.text))


def counted(hurts: Iterable[Hurt]) -> tuple[Toll | None, Toll | None]:
    """Killed and injured over all the sentences about one occurrence, in text order."""
    people: list[tuple[Person, Harm]] = []
    claims: list[_Claim] = []
    for hurt in hurts:
        if hurt.persons:
            here: list[int] = []
            for person in hurt.persons:
                here.append(_meet(people, person, hurt, here))
                if person.order is not None:  # "a third victim": so many were hurt at least
                    claims.append(_Claim(hurt.sentence, "hit", _exactly(person.order, person.span)))
        elif hurt.same and hurt.harm == "killed" and claims and claims[-1].harm == "hit":
            claims.append(_Claim(hurt.sentence, "killed", claims[-1].toll))
        elif hurt.toll is not None:
            claims.append(_with_those_before(hurt, hurt.toll, people, claims))
    stated = _largest([c for c in claims if c.harm == "killed"])
    dead = [p for p, h in people if h == "killed"]
    killed = stated.toll if stated else _exactly(len(dead), dead[0].span) if dead else None
    if stated is not None:
        late = sum(p.late and p.span.start > stated.toll.span.start for p in dead)
        killed = _minus(stated.toll, -late, bounded=True)
    return killed, _injured(killed, people, claims)


def strangers(told: Sequence[Hurt], further: Sequence[Hurt]) -> bool:
    """Whether all the single persons of `further` are others than those told, and no number leaves room for them."""
    known = [p for h in told for p in h.persons]
    new = [p for h in further for p in h.persons]
    if not known or not new or any(p.other for p in new) or any(h.toll is not None and not h.persons for h in told):
        return False
    return all(_differ(a, b) for a in known for b in new)


def _meet(people: list[tuple[Person, Harm]], person: Person, hurt: Hurt, taken: Sequence[int]) -> int:
    """Where among `people` the person stands, put there if new; one who is known comes to the graver harm."""
    harm = hurt.harm
    ranked = []
    for i, (known, worst) in enumerate(people):
        same = known.span == person.span or _alike(known, person)
        beside = known.span.start >= hurt.sentence  # in one sentence
        apart = beside and ({worst, harm} == APART or (known.kin != person.kin and not person.back))
        if {worst, harm} == APART and not same and not person.back:
            continue  # who was hurt is not said to be the one who died
        if i not in taken and not _differ(known, person) and (same or not apart) and (same or not person.other):
            ranked.append((not same, (worst == "killed") != (harm == "killed"), -i if person.back else i))
    if ranked:
        i = abs(min(ranked)[2])
        known, worst = people[i]
        people[i] = (_together(known, person), max(worst, harm, key=GRAVITY.__getitem__))
        return i
    people.append((person, harm))
    return len(people) - 1


def _differ(a: Person, b: Person) -> bool:
    if a.name and b.name:
        return not same_name(a.name, b.name)
    if a.kin and b.kin and a.kin != b.kin and "suspect" in (a.kin, b.kin):
        return True
    return bool((a.age is not None and b.age is not None and a.age != b.age) or (a.sex and b.sex and a.sex != b.sex))


def _alike(a: Person, b: Person) -> bool:
    """Whether name, age or relation say that two persons who do not differ are one."""
    return bool(a.name and b.name) or (a.age is not None and a.age == b.age) or (a.kin is not None and a.kin == b.kin)


def _together(a: Person, b: Person) -> Person:
    return msgspec.structs.replace(
        a, kin=a.kin or b.kin, name=a.name or b.name, age=a.age if a.age is not None else b.age, sex=a.sex or b.sex
    )


def _exactly(number: int, span: Span) -> Toll:
    return Toll(number, number, number, span)


def _with_those_before(hurt: Hurt, toll: Toll, people: Sequence[tuple[Person, Harm]], claims: Sequence[_Claim]) -> _Claim:
    """ "Two others were wounded": two more than those told just before, who came to the same harm; other than the dead, alive."""

    def just_before(span: Span) -> bool:
        return 0 <= toll.span.start - span.start <= JUST_BEFORE

    if not hurt.others:
        return _Claim(hurt.sentence, hurt.harm, toll)
    dead = any(c.harm == "killed" and just_before(c.toll.span) for c in claims)
    dead = dead or any(h == "killed" and just_before(p.span) for p, h in people)
    harm: Harm = "injured" if hurt.harm == "hit" and dead else hurt.harm
    alike = {"killed"} if harm == "killed" else {"hit", "injured"}
    told = any(c.harm in alike for c in claims)
    before = 0 if told else sum(h in alike and just_before(p.span) for p, h in people)
    more = [None if n is None else n + before for n in (toll.low, toll.best, toll.high)]
    return _Claim(hurt.sentence, harm, Toll(more[0], more[1], more[2], toll.span))


def _largest(claims: Sequence[_Claim]) -> _Claim | None:
    """The largest number; of equal ones the first."""
    return max(claims, key=lambda c: _size(c.toll), default=None)


def _size(toll: Toll | None) -> int:
    return 0 if toll is None else toll.best or toll.low or 0


def _injured(killed: Toll | None, people: Sequence[tuple[Person, Harm]], claims: Sequence[_Claim]) -> Toll | None:
    """The injured: as stated, or those hit of whom it is not said that they died."""
    dead = _size(killed)
    known = [_less_the_dead(c, dead, people, claims) for c in claims if c.harm == "injured"]
    hit = _largest([c for c in claims if c.harm == "hit"])
    if hit is not None and _size(hit.toll) > dead:
        known.append(_minus(hit.toll, dead, bounded=killed is None or killed.high is not None))
    if known:
        return max(known, key=_size)
    hurt = [p for p, h in people if h == "injured"]
    unsure = [p for p, h in people if h == "hit"] if hit is None else []
    alive = [*hurt, *unsure[: max(0, len(unsure) - max(0, dead - sum(h == "killed" for _, h in people)))]]
    return _exactly(len(alive), alive[0].span) if alive else None


def _less_the_dead(claim: _Claim, dead: int, people: Sequence[tuple[Person, Harm]], claims: Sequence[_Claim]) -> Toll:
    """A number of injured, without those who have died since: "one dead, three hurt" became two dead and two hurt."""
    stated = _largest([c for c in claims if c.harm == "killed" and c.sentence == claim.sentence])
    named = sum(h == "killed" and claim.sentence <= p.span.start < claim.toll.span.end for p, h in people)
    beside = _size(stated.toll) if stated else named
    if not beside or beside >= dead or claim.toll.best is None:
        return claim.toll
    return _minus(claim.toll, min(claim.toll.best, dead - beside), bounded=True)


def _minus(toll: Toll, number: int, *, bounded: bool) -> Toll:
    least = None if toll.low is None else max(0, toll.low - number)
    most = None if toll.high is None or not bounded else toll.high - number
    return Toll(least, None if toll.best is None else toll.best - number, most, toll.span)
