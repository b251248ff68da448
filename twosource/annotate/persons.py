"""How many people did one occurrence kill and hurt, when an article counts them here and names them one by one there?

Method: every sentence about the occurrence gives numbers ("four people were shot") and single persons ("a man, 34", "she", "a
second victim"). Single persons are held against those told before by name, age, sex and the words that mark another one, so that
each is counted once, with the worst that is said of them. A stated number wins over a count of persons, the larger of two stated
ones over the smaller (a total stands beside its parts, a later toll above the earlier); "others" add to those told just before.
Of people shot or taken to hospital, those who did not die are injured.
Known failures: two unnamed people of one sex and no stated age are one; the dead who were first among the injured stay in a stated
number of injured.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from twosource.annotate.roles import lemma
from twosource.annotate.syntax import children, stretch
from twosource.records import Sentence, Span, Toll
from twosource.values.names import same_name

Harm = Literal["killed", "injured", "hit"]
GRAVITY: dict[Harm, int] = {"hit": 0, "injured": 1, "killed": 2}
MALE = frozenset(
    """man boy he him himself gentleman father dad son brother husband uncle nephew grandfather grandson boyfriend policeman
    businessman fisherman fireman serviceman male stepson stepfather groom king priest""".split()
)
FEMALE = frozenset(
    """woman girl she her herself lady mother mom mum daughter sister wife aunt niece grandmother granddaughter girlfriend
    policewoman businesswoman female stepdaughter stepmother bride nun queen""".split()
)
ORDINALS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10}
NEW = frozenset({"another", "other"})
BACK = frozenset({"he", "she", "him", "her", "who", "himself", "herself", "the", "this", "that", "his", "their", "one"})
"""Words for a person told before."""
JUST_BEFORE = 250
"""Characters before "others" in which those stand whom they are others than."""
_AGE_BEFORE = re.compile(r"\b(\d{1,3})[\s-]*(?:year|month|day|week)s?[\s-]*old\b", re.IGNORECASE)
_AGE_AFTER = re.compile(r"\W{0,2}\s*[,(]\s*(?:aged?\s|who was\s)?(\d{1,3})\s*(?:[,.;)]|$|and\b)")


class Person(msgspec.Struct, frozen=True):
    """One person as a sentence describes them: `order` is 2 for "a second victim"; `back` if the words point to one told before."""

    name: str | None
    age: int | None
    sex: Literal["m", "f"] | None
    other: bool
    back: bool
    order: int | None
    span: Span


class Hurt(msgspec.Struct, frozen=True):
    """Some people who came to harm in one sentence: single persons, or a number of them; `others` if beside those told before."""

    harm: Harm
    toll: Toll | None
    persons: tuple[Person, ...]
    others: bool


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
    return Person(
        name=None if name is None else stretch(sentence, name.first, name.last - 1).text,
        age=int(age[1]) if age else None,
        sex="m" if own & MALE else "f" if own & FEMALE else None,
        other=bool(words & NEW) or order is not None,
        back=bool(words & BACK) and not words & NEW,
        order=order,
        span=Span(token.start, token.end, token.text),
    )


def is_years_old(sentence: Sentence, index: int) -> bool:
    """Whether the word ends "a 17-year-old", one person."""
    token = sentence.tokens[index]
    return (token.text.lower() == "old" and token.pos in ("NOUN", "ADJ")) or bool(re.fullmatch(r"\d+-year-old", token.text))


def counted(hurts: Iterable[Hurt]) -> tuple[Toll | None, Toll | None]:
    """Killed and injured over all the sentences about one occurrence, in text order."""
    people: list[tuple[Person, Harm]] = []
    claims: dict[Harm, list[Toll]] = {"killed": [], "injured": [], "hit": []}
    for hurt in hurts:
        if hurt.persons:
            here: list[int] = []
            for person in hurt.persons:
                here.append(_meet(people, person, hurt.harm, here))
                if person.order is not None:  # "a third victim": so many were hurt at least
                    claims["hit"].append(_exactly(person.order, person.span))
        elif hurt.toll is not None and hurt.others:
            harm, toll = _with_those_before(hurt.harm, hurt.toll, people, claims)
            claims[harm].append(toll)
        elif hurt.toll is not None:
            claims[hurt.harm].append(hurt.toll)
    killed = _number("killed", people, claims)
    return killed, _survivors(killed, people, claims)


def strangers(told: Sequence[Hurt], further: Sequence[Hurt]) -> bool:
    """Whether all the single persons of `further` are others than those told, and no number leaves room for them."""
    known = [p for h in told for p in h.persons]
    new = [p for h in further for p in h.persons]
    if not known or not new or any(p.other for p in new) or any(h.toll is not None and not h.persons for h in told):
        return False
    return all(_differ(a, b) for a in known for b in new)


def _meet(people: list[tuple[Person, Harm]], person: Person, harm: Harm, taken: Sequence[int]) -> int:
    """Where among `people` the person stands, put there if new; one who is known comes to the graver harm."""
    fits = [i for i, (known, _) in enumerate(people) if i not in taken and not _differ(known, person)]
    named = [i for i in fits if _alike(people[i][0], person)]
    if named or (fits and not person.other):
        i = (named or fits)[-1 if person.back and not named else 0]
        known, worst = people[i]
        people[i] = (_together(known, person), max(worst, harm, key=GRAVITY.__getitem__))
        return i
    people.append((person, harm))
    return len(people) - 1


def _differ(a: Person, b: Person) -> bool:
    if a.name and b.name:
        return not same_name(a.name, b.name)
    return bool((a.age is not None and b.age is not None and a.age != b.age) or (a.sex and b.sex and a.sex != b.sex))


def _alike(a: Person, b: Person) -> bool:
    """Whether name or age say that two persons are one."""
    return bool(a.name and b.name) or (a.age is not None and a.age == b.age)


def _together(a: Person, b: Person) -> Person:
    return msgspec.structs.replace(a, name=a.name or b.name, age=a.age if a.age is not None else b.age, sex=a.sex or b.sex)


def _exactly(number: int, span: Span) -> Toll:
    return Toll(number, number, number, span)


def _with_those_before(
    harm: Harm, toll: Toll, people: Sequence[tuple[Person, Harm]], claims: dict[Harm, list[Toll]]
) -> tuple[Harm, Toll]:
    """ "Two others were wounded": two more than those told just before, who came to the same harm; other than the dead, alive."""

    def just_before(span: Span) -> bool:
        return 0 <= toll.span.start - span.start <= JUST_BEFORE

    dead = any(just_before(t.span) for t in claims["killed"]) or any(h == "killed" and just_before(p.span) for p, h in people)
    if harm == "hit" and dead:
        harm = "injured"
    alike = {"killed"} if harm == "killed" else {"hit", "injured"}
    before = 0 if any(claims[h] for h in GRAVITY if h in alike) else sum(h in alike and just_before(p.span) for p, h in people)
    more = [None if n is None else n + before for n in (toll.low, toll.best, toll.high)]
    return harm, Toll(more[0], more[1], more[2], toll.span)


def _largest(tolls: Sequence[Toll]) -> Toll | None:
    """The largest number; of equal ones the first."""
    return max(tolls, key=lambda t: t.best or t.low or 0, default=None)


def _number(harm: Harm, people: Sequence[tuple[Person, Harm]], claims: dict[Harm, list[Toll]]) -> Toll | None:
    single = [p for p, h in people if h == harm]
    return _largest(claims[harm]) or (_exactly(len(single), single[0].span) if single else None)


def _survivors(killed: Toll | None, people: Sequence[tuple[Person, Harm]], claims: dict[Harm, list[Toll]]) -> Toll | None:
    """The injured: as stated, or those hit of whom it is not said that they died."""
    stated = _largest(claims["injured"])
    hit = _largest(claims["hit"])
    dead = 0 if killed is None else killed.best or killed.low or 0
    left = None
    if hit is not None and hit.best is not None and hit.best > dead:
        least = None if hit.low is None else max(0, hit.low - dead)
        most = None if hit.high is None or (killed is not None and killed.high is None) else hit.high - dead
        left = Toll(least, hit.best - dead, most, hit.span)
    if stated is not None or left is not None:
        return _largest([t for t in (stated, left) if t is not None])
    if hit is not None:
        return None
    hurt = [p for p, h in people if h == "injured"]
    named_dead = sum(h == "killed" for _, h in people)
    unsure = [p for p, h in people if h == "hit"]
    unsure = unsure[: max(0, len(unsure) - max(0, dead - named_dead))]
    alive = [*hurt, *unsure]
    return _exactly(len(alive), alive[0].span) if alive else None
