"""Is an event of one story told in another, too?

Method: stories are put together by what articles are about as wholes, so that a follow-up of months later, or a report of which
an event is only a part, may be in another story. Events of two stories that share a key are weighed by the features of `same`,
where being told in another story speaks against one event (`other-story`): the two reports that are most alike decide, where
the rest is not far below, and only if they have in common what few events share. Keys: a person whom nobody quotes, beside the
event or anywhere in an article that leads with it; the day with type and mode, of main events with the type alone; the town of a
harm with its day or month or with its dead and hurt; the place of a strike, curfew or flood; who denies an event of the same
type. Two events of one story, which were kept apart there, never meet in a third. Stories with a main event in common are one
story for what else they tell: the arrest, the call, the march (`linked`).

In 168 made-up piles of copies the origins of an event are right in .923, in the pile of 500 shootings singles are kept as such in
.983. Tried: the town of a harm alone as a key (13 false joins in that pile); words of names so rare that two articles with one of
them may speak of one street or school (origins .875, but three false joins for one true one there: hospitals, other media); all
pairs of two events as alike as the threshold instead of one pair, and the rest not far below it (origins .857).

Known failures: a follow-up that names nobody and gives neither town nor day stays apart; two harms in one town on one day that
the stories tell apart are joined where the words are alike.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from twosource.annotate.place_names import folded
from twosource.ledger.gather import Telling, lasts
from twosource.ledger.same import HARMFUL, TOGETHER, features, likeness
from twosource.ledger.weights import THRESHOLD
from twosource.records import Ruled
from twosource.values.dates import precision
from twosource.values.names import name_words

MANY = 12
"""Events that share a key up to which it says anything; a person in more of them is one of public life."""
TELLING = 3
"""Dead and hurt together from which their number is a key: one dead and one hurt are many a shooting's."""
MANY_HURT = 5
"""The same, from which with the town it ties two reports whose days differ."""

MARKED = 2
"""Words of names in the sentences of two reports from which with the day they tie them: two villages, a street."""

Group = list[Telling]


def joined(groups: Sequence[Group], ruled: Ruled) -> list[Group]:
    """The groups of reports of all stories, those of one event put together, sorted; whatever the order they come in."""
    groups = sorted(groups, key=lambda group: group[0].key)
    found: dict[int, Group] = dict(enumerate(groups))
    homes = {n: {t.topic for t in group} for n, group in found.items()}
    near: dict[int, set[int]] = defaultdict(set)
    for i, j in _candidates(groups):
        near[i].add(j)
        near[j].add(i)
    scored = {(i, j): _likeness(found[i], found[j], ruled) for i in near for j in near[i] if i < j and not homes[i] & homes[j]}
    while scored:
        (first, second), score = max(scored.items(), key=lambda item: (item[1], -item[0][0], -item[0][1]))
        if score < THRESHOLD:
            break
        found[first] = found[first] + found.pop(second)
        homes[first] |= homes.pop(second)
        near[first] = {k for k in near[first] | near.pop(second) if k in found and k != first}
        scored = {pair: s for pair, s in scored.items() if not {first, second} & set(pair)}
        for k in near[first]:
            near[k] = near[k] - {second} | {first}
            if not homes[k] & homes[first]:
                pair = (min(k, first), max(k, first))
                scored[pair] = _likeness(found[pair[0]], found[pair[1]], ruled)
    return sorted((sorted(group, key=lambda t: t.key) for group in found.values()), key=lambda group: group[0].key)


def linked(groups: Sequence[Group]) -> dict[str, str]:
    """The stories that are about one event, each with the first of them: what else they tell, but of harm, is told in one story.

    An event links two stories if an article of each has it for its main event. Not of harm: too many that ECB+
    tells in two such stories are alike (CoNLL .782 for .786; in the pile of shootings .964 for .961).
    """
    first: dict[str, str] = {t.topic: t.topic for group in groups for t in group}
    for group in groups:
        about = sorted({first[t.topic] for t in group if t.main})
        first = {story: about[0] if one in about else one for story, one in first.items()} if about else first
    return first


def _likeness(a: Group, b: Group, ruled: Ruled) -> float:
    """The likeness of the two reports of two groups that are most alike, of those that are tied.

    Minus infinity if none are, the mean of all pairs is far below the threshold, one pair cannot be one event, or is ruled apart.
    """
    if any(frozenset((x.key, y.key)) in ruled.different for x in a for y in b):
        return float("-inf")
    scores = [likeness(x, y) for x in a for y in b]
    if sum(scores) / len(scores) < TOGETHER * THRESHOLD:
        return float("-inf")
    return max(
        (score for score, tied in zip(scores, (_tied(x, y) for x in a for y in b), strict=True) if tied), default=float("-inf")
    )


def _tied(a: Telling, b: Telling) -> bool:
    """Whether two reports have in common what few events share: people, both tolls, a denial, many hurt in one town, the day.

    The day ties them only if the place or a party is the same, too, or the mode where one gives no place; or if the other article
    names the mine or school that no map knows and the one gives for the place.
    """
    found = features(a, b).keys()
    if {"people", "target-person", "actor-person", "denial"} & found or {"killed", "injured"} <= found:
        return True
    if "place" in found and _hurt(a) == _hurt(b) >= MANY_HURT:
        return True
    if "day" in found and len(a.marked & b.marked) >= MARKED:
        return True
    nowhere = a.place is None or b.place is None
    more = bool({"place", "place-within", "target", "actor"} & found) or (nowhere and "mode" in found) or _one_site(a, b)
    if "place" in found and lasts(a.event) and lasts(b.event) and not {"date-apart", "date-doubtful-apart"} & found:
        return True
    return more and bool({"day", "date-within"} & found)


def _one_site(a: Telling, b: Telling) -> bool:
    """Whether one report's place is none that a map knows, and the other's article names it: a mine, a school, a camp."""
    return any(
        one.place is not None and one.place.lat is None and folded(one.place.name) in other.named
        for one, other in ((a, b), (b, a))
    )


def _hurt(telling: Telling) -> int:
    """Dead and hurt together: some of the hurt may have died since."""
    return sum((toll.best or 0) if toll else 0 for toll in (telling.event.killed, telling.event.injured))


def _candidates(groups: Sequence[Group]) -> list[tuple[int, int]]:
    """Pairs of numbers of groups that share a key."""
    by_key: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for number, group in enumerate(groups):
        for telling in group:
            for key in _keys(telling):
                by_key[key].add(number)
    return sorted({pair for some in by_key.values() if len(some) <= MANY for pair in combinations(sorted(some), 2)})


def _keys(telling: Telling) -> Iterator[tuple[str, ...]]:
    event, place = telling.event, telling.place
    for person in telling.people if telling.main or telling.lead else telling.here:
        yield ("person", person)
    town = place.name.casefold() if place is not None and place.precision in ("point", "city", None) else None
    if event.date and precision(event.date.value) == "day":
        yield ("day", event.date.value, event.type, event.mode or "")
        if telling.main:
            yield ("main event's day", event.date.value, event.type)
    if event.type in HARMFUL and town and event.date and precision(event.date.value) in ("day", "month"):
        yield ("town and month", town, event.date.value[:7], event.type)
    if event.type in HARMFUL and town and _hurt(telling) >= TELLING:
        yield ("town and toll", town, str(_hurt(telling)), event.type)
    if lasts(event) and place is not None:
        yield ("lasts", place.name.casefold(), event.mode or "")
    if event.status == "denied" and telling.attribution is not None and telling.attribution.source_name:
        yield ("denies", *name_words(telling.attribution.source_name)[-1:], event.type)
