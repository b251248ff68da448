"""Do two articles of one story tell of one real event?

Method: a sum of named, weighted features against a threshold, as in `features`; what cannot be one event (another type, a mode
that does not fit, but in the main assaults of two articles) is shut out. Reports are then grouped, the surest pairs first; a
group holds at most one event of each article, since an article has already told its own events apart, or one that somebody in it
affirms and somebody else denies. What a person has ruled comes first. A town that the other article never names sets two reports
further apart than one that it names somewhere: of the towns of an article the wrong one is easily taken for the event's. Weights:
`bench/fit_same.py`.
Two different persons in one role speak against one event, other words for a party hardly: "man" may be anybody. Where reports
share people whom nobody quotes, or both tolls, or the later one leads with an arrest or a hearing of those days, days apart count
once only: of follow-ups the day of the hearing is easily taken for that of the deed.
Measured on the pile of shootings, the events reached by two articles' main reports: CoNLL .968 (.932 before towns of one region,
means at hand, main events first and the hearing's day), LEA .951 (.899), singles kept .992 (.992); on the reported mentions of
ECB+ CoNLL .787 (.765; one cluster for each head lemma: .762).
Tried: days that no report names (those of the news) as doubtful only (two shootings more taken for one); main events only among
those that an article leads with (CoNLL .955 there); towns of one province set apart from towns of others, likeness in meaning of
the sentences or of the articles' openings, days between publication, one speaker of both reports, an event being its article's
only one of its type (no gain beside the others); two reports of one article taken as one because a third article joins them (two
strikes on one day become one).
Known failures: two like events on one day in one town; a date or place read wrongly keeps reports of one event apart.
"""

import functools
import math
import re
from collections.abc import Mapping, Sequence

import msgspec

from twosource.annotate.lexicon import lexicon
from twosource.annotate.place_names import folded
from twosource.annotate.tellings import modes_fit, places_fit
from twosource.ledger.gather import WEEK, Telling, lasts
from twosource.ledger.kin import kin
from twosource.ledger.weights import THRESHOLD, WEIGHTS
from twosource.records import NOT_RULED, Event, EventType, Link, Place, Ruled, SameReason, Toll
from twosource.text import words
from twosource.values.dates import days_apart, precision
from twosource.values.names import name_words, same_name, spelt_alike
from twosource.values.places import distance_km

NEAR_KM = 25.0
"""Two points nearer than this can be one place told as two names: the usual reach of a town and its suburbs."""
REGION_KM = 60.0
"""Two towns this near are of one region: of a crime in the country one report names the county's seat, one the village."""
MONTH = 31
"""Days between two dates past which they are thrice as far apart, past a week twice: a report's day may be that of a death or
an arrest, but seldom weeks after the deed."""
MANY_HURT = 1.8
"""Weights of both tolls together from which they tell one event from others of its kind: six dead and hurt, as `_toll` counts."""
JUST = 7
"""Days before publication within which what police and courts did is news."""
PEOPLE = 3
"""Persons whom both articles name that count, at most."""
TOGETHER = 0.6
"""Share of the threshold that the mean of all pairs of two groups must reach; .4 and .6 count the same on the pile of shootings,
.9 leaves an event more apart there and .02 of CoNLL less on ECB+."""
MAINS_FIRST = 1.0
"""By how much the main events of two articles come earlier when reports are grouped: an article that tells its main event in two
records is to be joined by the main one. With 0 one in a hundred shootings more falls apart, with 2 as many are one wrongly."""
HARMFUL = ("ASSAULT", "DISASTER", "ACCIDENT")
OUTCOMES: tuple[set[str | None], ...] = ({"crash", "drowning"}, {"collapse", "drowning"}, {"collapse", "explosion"})
"""Modes of accidents by which one article tells what happened and another what came of it: a ferry sank, people drowned."""
KINDRED: tuple[frozenset[tuple[EventType, str | None]], ...] = (
    frozenset({("ACCIDENT", "explosion"), ("ASSAULT", "explosives"), ("ASSAULT", "suicide-attack"), ("ASSAULT", "grenade")}),
    frozenset({("ACCIDENT", "fire"), ("ASSAULT", "destroy"), ("ASSAULT", "primitive")}),
    frozenset({("DISASTER", "flood"), ("ACCIDENT", "drowning")}),
    frozenset({("DISASTER", "wildfire"), ("ACCIDENT", "fire")}),
    frozenset({("DISASTER", "landslide"), ("ACCIDENT", "collapse")}),
)
"""Types and modes that may be one event's: a blast is an accident until somebody speaks of a bomb."""
AT_HAND: frozenset[str | None] = frozenset(
    {"firearms", "primitive", "beat", "targeted", "clash", "mob", "abduct", "sexual", "torture", "crowd-control"}
)
"""Modes of what people do to people close by: of one crime two articles may name two of them (stabbed and shot)."""
OF_WORDS = ("AGREE", "CONSULT", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN")
"""Types of what people do with words: one person praises or meets another many times in one story."""
ANY_BUILDING = frozenset("building house home property block flat apartment complex facility centre center car".split())
ANYBODY = frozenset("people persons men women victims individuals others residents civilians".split())
"""Words for people at the end of a party's name that tell them from nobody."""
COUNTS = frozenset("no one two three four five six seven eight nine ten eleven twelve several some many dozens".split())
STOP = frozenset(
    "the a an of in on at to and or by for with from that was were is are has have had be been it its said as who".split()
)


def features(a: Telling, b: Telling) -> dict[str, float]:
    """The named features of two reports that hold, each with its value; empty if they cannot be one event."""
    one, other = a.event, b.event
    found: dict[str, float] = {}
    if one.type != other.type:
        if not _kindred(one, other):
            return {}
        found["type-apart"] = 1.0
    elif not modes_fit(one.mode, other.mode) and {one.mode, other.mode} not in OUTCOMES:
        if not (one.type == "ASSAULT" and a.main and b.main):
            return {}
        found["hand-apart" if {one.mode, other.mode} <= AT_HAND else "mode-apart"] = 1.0
    elif "abduct" in (one.mode, other.mode) and any(e.mode is None and e.killed for e in (one, other)):
        found["hand-apart"] = 1.0
    if (one.status == "planned") != (other.status == "planned"):
        return {}
    if one.mode is not None and one.mode == other.mode:
        found["mode"] = 1.0
    if a.place and b.place:
        found |= _place(a, b, a.place, b.place)
    found |= _parties(a, b)
    if people := min(_known(a.people, b.people), _known(b.people, a.people)):
        found["people"] = min(PEOPLE, people)
    for field, mine, yours in (("killed", one.killed, other.killed), ("injured", one.injured, other.injured)):
        if mine and yours:
            found |= _toll(field, mine, yours)
    found |= _date(a, b, _sure(found))
    if "place" in found and one.mode == other.mode and lasts(one) and not {"date-apart", "date-doubtful-apart"} & found.keys():
        found["lasting"] = 1.0
    words_a, words_b = (" ".join(s.text for s in event.evidence) for event in (one, other))
    found["wording"] = _shared(_content(words_a), _content(words_b))
    if names := _shared(_names(words_a), _names(words_b)):
        found["names"] = names
    if a.word == b.word:
        found["trigger"] = 1.0
    elif kin(a.word, b.word):
        found["trigger-kin"] = 1.0
    if a.another != b.another:
        found["another-apart"] = 1.0
    if a.lead and b.lead:
        found["lead"] = 1.0
    if one.status == other.status == "denied":
        by_one = _speaker(a) and same_name(_speaker(a), _speaker(b))
        if by_one or (a.story == b.story and {"mode", "place"} <= found.keys()):  # one rumour of a kind in one town
            found["denial"] = 1.0
    if one.type in OF_WORDS:
        found["of-words"] = 1.0
    if a.main and b.main:
        found["main"] = 1.0
    elif a.main or b.main:
        found["main-and-other"] = 1.0
    if a.origin == b.origin:
        found["origin"] = 1.0
    if one.mode == other.mode and any((b.report.article, at) in a.retold for at in b.at):
        found["retold"] = 1.0
    if a.topic != b.topic or (one.type in HARMFUL and a.story != b.story):
        found["other-story"] = 1.0
    return found


def _known(people: frozenset[str], others: frozenset[str]) -> int:
    """How many of the people are among the others, if only without a middle name or with a letter more."""
    return sum(any(same_name(name, other) or spelt_alike(name, other) for other in others) for name in people)


def _kindred(one: Event, other: Event) -> bool:
    """Whether two types may be one event's, before and after it was known that somebody meant it, or by cause and outcome."""
    kinds = {(one.type, one.mode), (other.type, other.mode)}
    return any(kinds <= kindred for kindred in KINDRED)


def _speaker(telling: Telling) -> str:
    """The person or institution that a report is attributed to by name; empty if there is none."""
    said = telling.attribution
    return said.source_name or "" if said is not None and said.source_kind in ("named", "institution") else ""


def _parties(a: Telling, b: Telling) -> dict[str, float]:
    """Who did it, and to whom: by the full names of persons where both give them, else by the words."""
    found: dict[str, float] = {}
    if _crossed(a, b):
        b = msgspec.structs.replace(
            b,
            event=msgspec.structs.replace(b.event, actor=b.event.target, target=b.event.actor),
            actor=b.target,
            target=b.actor,
            actor_role=b.target_role,
            target_role=b.actor_role,
        )
    for field, left, right, mine, yours, roles in (
        ("actor", a.event.actor, b.event.actor, a.actor, b.actor, a.actor_role | b.actor_role),
        ("target", a.event.target, b.event.target, a.target, b.target, a.target_role | b.target_role),
    ):
        if mine and yours:
            found |= {f"{field}-person": 1.0} if same_name(mine, yours) else {"persons-apart": 1.0}
        elif left and right:
            called = set(name_words(right.name if mine else left.name)) if mine or yours else set()
            alike = same_name(left.name, right.name) or bool(called and called <= roles) or _so_many(left.name, right.name)
            if alike or not (_anybody(left.name) and _anybody(right.name)):
                found[field if alike else "things-apart" if _two_things(left.name, right.name) else "parties-apart"] = 1.0
    return found


def _crossed(a: Telling, b: Telling) -> bool:
    """Whether of two who meet, call or agree with each other the one report names first whom the other names last."""
    if a.event.type != b.event.type or a.event.type not in ("CONSULT", "AGREE"):
        return False
    first, last = ((t.actor or (t.event.actor.name if t.event.actor else "")) for t in (a, b))
    whom = [t.target or (t.event.target.name if t.event.target else "") for t in (a, b)]
    crossed = (first, whom[1]), (whom[0], last)
    return not same_name(first, last) and any(one and other and same_name(one, other) for one, other in crossed)


def _two_things(a: str, b: str) -> bool:
    """Whether two parties are buildings or other things that cannot be one: "fuel depot", "grain store"."""
    one, other = name_words(a), name_words(b)
    if not one or not other or set(one) & set(other):
        return False
    things = lexicon().sets["@thing"] - ANY_BUILDING
    return one[-1] in things and other[-1] in things and (not kin(one[-1], other[-1]) or min(len(one), len(other)) > 1)


def _so_many(a: str, b: str) -> bool:
    """Whether two parties are the same people or things but for a number: "no technician", "two technicians"."""
    one, other = (tuple(w for w in name_words(name) if not w.isdigit() and w not in COUNTS) for name in (a, b))
    if not one or not other or _anybody(one[-1]) or len(one) != len(other):
        return False
    return one[:-1] == other[:-1] and one[-1].removesuffix("s") == other[-1].removesuffix("s")


def _anybody(name: str) -> bool:
    """Whether words for a party say no more than that it is people: "two men", "the victims"."""
    return set(name.casefold().split()[-1:]) <= ANYBODY


def likeness(a: Telling, b: Telling) -> float:
    """The weighted sum of the features; minus infinity where two reports cannot be one event."""
    found = features(a, b)
    return sum(WEIGHTS[name] * value for name, value in found.items()) if found else -math.inf


def groups(told: Sequence[Telling], ruled: Ruled = NOT_RULED) -> list[list[Telling]]:
    """The reports of each event, each group and the list sorted; whatever the order they come in.

    Reports that `ruled` calls the same are together, and those it calls different apart, whatever the program thinks.
    """
    told = sorted(told, key=lambda t: t.key)
    scored = {
        (i, j): _score(told[i], told[j], ruled)
        for i in range(len(told))
        for j in range(i + 1, len(told))
        if told[i].report.article != told[j].report.article
        or frozenset((told[i].key, told[j].key)) in ruled.same
        or both_sides(told[i], told[j])
    }
    member = {i: [i] for i in range(len(told))}
    where = list(range(len(told)))
    able = [(score, pair) for pair, score in scored.items() if score >= THRESHOLD]
    for score, (i, j) in sorted(able, key=lambda item: (-item[0] - MAINS_FIRST * _both_main(told, item[1]), item[1])):
        if where[i] == where[j]:
            continue
        left, right = member[where[i]], member[where[j]]
        if score < math.inf and not _meet(left, right, scored):
            continue
        left += right
        keep, gone = where[i], where[j]
        for k in right:
            where[k] = keep
        del member[gone]
    return [[told[k] for k in sorted(ks)] for _, ks in sorted(member.items())]


def _both_main(told: Sequence[Telling], pair: tuple[int, int]) -> bool:
    return all(told[i].main for i in pair)


def both_sides(a: Telling, b: Telling) -> bool:
    """Whether one report affirms what the other, maybe of the same article, denies in a word of the same family."""
    statuses = {a.event.status, b.event.status}
    whom = [t.event.target for t in (a, b) if t.event.target is not None]
    if a.report.article == b.report.article and len(whom) == 2 and not _alike(whom[0].name, whom[1].name):
        return False  # the girls were released, no prisoners were
    return "denied" in statuses and len(statuses) == 2 and a.another == b.another and (a.word == b.word or kin(a.word, b.word))


def _alike(a: str, b: str) -> bool:
    """Whether two parties may be one: by their words, or because one of them may be anybody."""
    return bool(set(name_words(a)) & set(name_words(b))) or _anybody(a) or _anybody(b)


def _meet(left: Sequence[int], right: Sequence[int], scored: Mapping[tuple[int, int], float]) -> bool:
    """Whether two groups as a whole are alike; one article's two events, or two towns, must not meet over a chain."""
    across = [scored.get((min(p, q), max(p, q)), -math.inf) for p in left for q in right]
    return min(across) > -math.inf and (math.inf in across or sum(across) / len(across) >= TOGETHER * THRESHOLD)


def _score(a: Telling, b: Telling, ruled: Ruled) -> float:
    pair = frozenset((a.key, b.key))
    if pair in ruled.same:
        return math.inf
    return -math.inf if pair in ruled.different else likeness(a, b)


def links(told: Sequence[Telling], ruled: Ruled = NOT_RULED) -> tuple[Link, ...]:
    """Why the reports of one event are one: each but the first, with the earlier one that it is most like."""
    found = []
    for j, later in enumerate(told[1:], 1):
        score, _, first = max((_score(t, later, ruled), -i, t) for i, t in enumerate(told[:j]))
        ruling = ruled.same.get(frozenset((first.key, later.key)))
        reasons = () if ruling is not None else _reasons(first, later)
        found.append(Link(first.report, later.report, _probability(score), reasons, ruling))
    return tuple(found)


def _reasons(a: Telling, b: Telling) -> tuple[SameReason, ...]:
    return tuple(SameReason(name, round(value, 3), WEIGHTS[name]) for name, value in features(a, b).items())


def _probability(score: float) -> float:
    """The sum of the features' weights on the scale of a probability, one half at the threshold."""
    return round(1 / (1 + math.exp(max(-50.0, min(50.0, THRESHOLD - score)))), 4)


def _place(told_a: Telling, told_b: Telling, a: Place, b: Place) -> dict[str, float]:
    apart = distance_km(a, b)
    exact = apart is not None and a.precision in ("point", "city") and b.precision in ("point", "city")
    fits = apart <= NEAR_KM if exact and apart is not None else places_fit(a, b)
    if fits is None:
        return {}
    if fits:
        same = exact or (folded(a.name) == folded(b.name) and a.precision == b.precision)
        return {"place" if same else "place-within": 1.0}
    known = folded(a.name) in told_b.named or folded(b.name) in told_a.named
    near = exact and apart is not None and apart <= REGION_KM
    sited = told_a.sited and told_b.sited
    return {"place-apart" if known or near else "place-strange" if sited else "place-guessed-apart": 1.0}


def _sure(found: Mapping[str, float]) -> bool:
    """Whether two reports have more in common than two like events would: people whom nobody quotes, or both tolls."""
    tolls = found.get("killed", 0.0) and found.get("injured", 0.0)
    return "people" in found or "target-person" in found or bool(tolls and found["killed"] + found["injured"] >= MANY_HURT)


def _date(told_a: Telling, told_b: Telling, sure: bool) -> dict[str, float]:
    one, other = told_a.event, told_b.event
    if one.date is None or other.date is None:
        return {}
    a, b = one.date.value, other.date.value
    gap = days_apart(a, b)
    if gap is None:
        return {}
    if gap == 0:
        return {"day" if precision(a) == precision(b) == "day" else "date-within": 1.0}
    if lasts(one) and lasts(other) and gap <= WEEK:
        return {}
    denied = (one.status == "denied") != (other.status == "denied")  # who denies it knows the day of which others speak
    if gap == 1 and not denied and not {a, b} <= told_a.series | told_b.series:
        return {"day-off-by-one": 1.0} if told_a.topic == told_b.topic else {}
    later = told_a if a > b else told_b
    if sure or (told_a.main and told_b.main and _of_the_news(later)):
        return {"date-doubtful-apart": 1.0}
    return {"date-apart": 1.0 + (gap > WEEK) + (gap > MONTH)}


def _of_the_news(telling: Telling) -> bool:
    """Whether the day given may be that of an arrest or a hearing: the article leads with one, and came out just then."""
    if not telling.aftermath or telling.event.date is None or telling.published is None:
        return False
    since = days_apart(telling.event.date.value, telling.published)
    return since is not None and since <= JUST


def _toll(field: str, a: Toll, b: Toll) -> dict[str, float]:
    if a.best is not None and a.best == b.best:
        return {field: min(2.0, 0.6 + a.best / 10)}
    small, large = sorted((a.best or a.low or 0, b.best or b.low or 0))
    return {"toll-apart": 1.0} if large > 2 * small + 3 else {}


@functools.lru_cache(maxsize=4096)
def _content(text: str) -> frozenset[str]:
    return frozenset(w for w in words(text) if w not in STOP and len(w) > 2)


@functools.lru_cache(maxsize=4096)
def _names(text: str) -> frozenset[str]:
    """Capitalised words that do not begin the text: most of them belong to names."""
    return frozenset(w.casefold() for w in re.findall(r"(?<!^)\b[^\W\d_]\w{2,}", text) if w[0].isupper()) - STOP


def _shared(a: frozenset[str], b: frozenset[str]) -> float:
    """The share of the smaller set that stands in the other."""
    return len(a & b) / max(1, min(len(a), len(b)))
