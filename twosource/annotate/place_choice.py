"""In which of the towns that an article names did what it tells of happen?

Method: as for days (`day_choice`). A place name in the sentence of the event word is the event's as a rule, but a report names
more towns than one: where the hurt are from or were brought, the next city, the county whose sheriff speaks; and a quarter of the
town may bear the name of a city far away. So for the occurrence that an article is about all towns and counties that it names
are weighed, each by where it is named, what it is named for and how it lies to the others: what an article tells of
lies near its dateline and near the police who came. The weights (`place_weights`) are set by `bench/fit_setting.py`.

Known failures: quarters and suburbs that have no spot of their own; two scenes under one number.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from twosource.annotate.outlet_home import home_of
from twosource.annotate.place_weights import INTERCEPT, WEIGHTS
from twosource.annotate.setting import DEEDS, of_other_act
from twosource.annotate.setting_place import AWAY, is_home, locates, of_somebody, on_the_way, seats_in
from twosource.annotate.syntax import ancestors, head_of
from twosource.annotate.tellings import Mention
from twosource.annotate.whereabouts import named_after
from twosource.records import Document, Place, Sentence
from twosource.text import inside
from twosource.values.places import distance_km

SKIPPED = frozenset({"related", "boilerplate", "credit"})
"""Parts whose places are not the article's own."""
TOP = 3
"""Sentences of the body that make the head of an article."""
CLOSE = 2
"""Sentences from an event's own within which a town is told of the same thing as often as not."""
NEAR_KM, FAR_KM = 40.0, 120.0
"""How near a town and its suburbs and county lie, and how far what a local report tells does not."""
LEAST = 0.05
"""Chance below which a town is not even that of what the article is about."""
LEAST_BESIDE = 0.5
"""The same for what else it tells of."""
MARGIN = 1.0
"""Log-odds by which another town must be likelier than the one in the event's own sentences; 0 finds .005 fewer right towns in
world news, 2 and 3 find .01 fewer in local papers."""
PARTS = frozenset(
    "part section side area neighborhood neighbourhood quarter district suburb outskirt center centre heart north south east "
    "west northeast northwest southeast southwest downtown street town city village block mile kilometer kilometre".split()
)
"""Nouns before "of" and the name of a town, for a part of it or the land around it."""
_FINER = frozenset({"in the dateline", "in a sentence of the event"})
"""What is told with a town that is meant rather than the county around it, whose sheriff came."""
HEAD = frozenset({"in the dateline", "in a title", "in the first sentence", "at the top"})
"""Where an article says what it is about."""
ASIDE = frozenset({"far from the event", "named once", "alone in its country"})
TIED = frozenset(
    {"near another town", "near the dateline", "near the authorities", "whose authorities came", "in the name of the outlet"}
)
"""What ties a town to the rest of what an article tells."""
_DISTRICT = re.compile(r"\b(?:County|Parish|Borough|District|Province|Prefecture|Municipality|Regency|Governorate)\b")
_LISTED = re.compile(r",\s[A-Z][\w.]*")
"""A state or country written after a town."""


def named_towns(document: Document, sentences: Sequence[Sentence], places: Sequence[Place]) -> dict[int, frozenset[str]]:
    """The names of towns and counties in an article, by their numbers in `places`, and what is told with each."""
    datelines = [p.span for p in document.parts if p.kind == "dateline"]
    skipped = [p.span for p in document.parts if p.kind in SKIPPED]
    seats = set(seats_in(document.text, places))
    body = [s for s in sentences if s.part == "body"]
    found = {}
    for number, place in enumerate(places):
        if place.lat is None or place.precision not in ("city", "point") or place.sense == "demonym":
            continue
        if any(inside(place.span, s) for s in skipped):
            continue
        told = set()
        if number in seats:
            told.add("whose authorities came")
        if any(inside(place.span, d) for d in datelines):
            told.add("in the dateline")
        if _LISTED.match(document.text[place.span.end : place.span.end + 20]):
            told.add("its state written after it")
        sentence = next((s for s in sentences if inside(place.span, s.span)), None)
        if sentence is not None:
            told |= set(_standing(sentence, body))
            token = head_of(sentence, place.span)
            if token is not None and on_the_way(sentence, token):
                continue
            told |= set() if token is None else set(_role(sentence, token, place))
        found[number] = frozenset(told)
    return found


def _standing(sentence: Sentence, body: Sequence[Sentence]) -> Iterator[str]:
    if sentence.part in ("title", "heading"):
        yield "in a title"
    elif body and sentence is body[0]:
        yield "in the first sentence"
    elif any(sentence is s for s in body[:TOP]):
        yield "at the top"


def _role(sentence: Sentence, token: int, place: Place) -> Iterator[str]:
    """What a name is there for in its sentence."""
    if place.sense != "location":
        yield "for its people"
    elif is_home(sentence, token):
        yield "somebody's home"
    elif not locates(sentence, token):
        yield "not as a place"
    elif of_other_act(sentence, token, -1, AWAY):
        yield "of an arrest or a flight"
    else:
        yield "as a place"
    up = next(ancestors(sentence, token), None)
    if up is not None and sentence.tokens[up].pos == "ADP":
        noun = sentence.tokens[sentence.tokens[up].head].lemma.lower()
        if noun in PARTS:
            yield "part of it"
        elif of_somebody(sentence, up):
            yield "of somebody or a hospital"
        elif sentence.tokens[up].text.lower() == "in":
            yield "after in"
    elif up is not None and sentence.tokens[up].lemma.lower() in DEEDS:
        yield "the deed called after it"


def features(
    event: Mention,
    towns: Mapping[int, frozenset[str]],
    document: Document,
    sentences: Sequence[Sentence],
    places: Sequence[Place],
) -> dict[int, dict[str, float]]:
    """What speaks for and against each town's being the event's: by the number of its best mention, the features that hold."""
    groups: defaultdict[tuple[float | None, float | None], list[int]] = defaultdict(list)
    for number in towns:
        groups[places[number].lat, places[number].lon].append(number)
    own = {event.sentence, *event.later}
    where = {number: next((n for n, s in enumerate(sentences) if inside(places[number].span, s.span)), None) for number in towns}
    known = None if event.place is None else places[event.place]
    home = home_of(document.outlet, document.url, document.title)
    most = max((len(g) for g in groups.values()), default=0)
    lead = [g[0] for g in groups.values() if any("in the dateline" in towns[i] for i in g)]
    seats = Counter(g[0] for g in groups.values() for i in g if "whose authorities came" in towns[i])
    chief = max(seats, key=lambda i: (seats[i], -i), default=None)
    beside = {g[0] for g in groups.values() if any(where[i] in own and "as a place" in towns[i] for i in g)}
    found = {}
    for group in groups.values():
        place = places[group[0]]
        holds = {name for i in group for name in towns[i]}
        stands = [where[i] for i in group if where[i] is not None]
        gaps = [min(abs(n - o) for o in own) for n in stands if n is not None]
        if gaps and min(gaps) == 0:
            holds.add("in a sentence of the event")
        elif gaps and min(gaps) <= CLOSE:
            holds.add("close to a sentence of the event")
        elif not holds & HEAD:
            holds.add("far from the event")
        if event.sentence in stands:
            holds.add("in the event's first sentence")
        if known is not None and (known.lat, known.lon) == (place.lat, place.lon):
            holds.add("beside the event word")
            if "after in" in holds:
                holds.add("after in, beside the event word")
        if "in the dateline" in holds and group[0] not in beside and beside:
            holds.add("in the dateline, others beside the event")
        if _is_district(place):
            holds.add("a county")
        if len(group) == 1:
            holds.add("named once")
        if len(group) == most:
            holds.add("named most often")
        if len(groups) == 1:
            holds.add("the only town")
        if group[0] == min(towns):
            holds.add("named first")
        if group[0] == chief:
            holds.add("whose authorities are named most often")
        if home.letters and named_after(place.name, home):
            holds.add("in the name of the outlet")
        others = [places[g[0]] for g in groups.values() if g[0] != group[0]]
        holds |= set(_lie(place, others, "another town"))
        elsewhere = [p for p in places if p.sense != "demonym" and p.country and p.geonames_id != place.geonames_id]
        if elsewhere and all(p.country != place.country for p in elsewhere):
            holds.add("alone in its country")
        if any(p.country == place.country and p.admin1 == place.admin1 and place.admin1 for p in elsewhere):
            holds.add("others in its province")
        holds |= set(_lie(place, [places[i] for i in lead if i != group[0]], "the dateline"))
        holds |= set(_lie(place, [places[i] for i in seats if i != group[0]], "the authorities"))
        found[max(group, key=lambda i: ("as a place" in towns[i], where[i] in own, -i))] = dict.fromkeys(holds, 1.0)
    return found


def _is_district(place: Place) -> bool:
    return bool(_DISTRICT.search(place.name) or _DISTRICT.search(place.span.text))


def _is_aside(holds: Mapping[str, float]) -> bool:
    """Whether a town of another country is named once, far from the event: "her son works in Dubai"."""
    return holds.keys() >= ASIDE and not holds.keys() & TIED


def _near(a: Place, b: Place) -> bool:
    apart = distance_km(a, b)
    return apart is not None and apart <= NEAR_KM


def _lie(place: Place, others: Sequence[Place], named: str) -> Iterator[str]:
    """How a place lies to the nearest of others."""
    apart = [km for other in others if (km := distance_km(place, other)) is not None]
    if apart and min(apart) <= NEAR_KM:
        yield f"near {named}"
    elif apart and min(apart) > FAR_KM:
        yield f"far from {named}"


def odds(holds: Mapping[str, float]) -> float:
    """The log-odds that a town with these features is the event's."""
    return INTERCEPT + sum(WEIGHTS.get(name, 0.0) * value for name, value in holds.items())


def likeliest_town(
    event: Mention,
    towns: Mapping[int, frozenset[str]],
    document: Document,
    sentences: Sequence[Sentence],
    places: Sequence[Place],
    least: float,
) -> int | None:
    """The number of the likeliest town of an event among those that its article names; None if none has a chance of `least`.

    The town that its own sentences name stands unless another is likelier by `MARGIN`.
    """
    told = {i: holds for i, holds in features(event, towns, document, sentences, places).items() if not _is_aside(holds)}
    weighed = {i: odds(holds) for i, holds in told.items()}
    best = max(weighed, key=lambda i: (weighed[i], -i), default=None)
    if best is None or weighed[best] < math.log(least / (1 - least)):
        return None
    finer = [i for i in weighed if _FINER & told[i].keys() and not _is_district(places[i])]
    if _is_district(places[best]) and (near := [i for i in finer if _near(places[best], places[i])]):
        return max(near, key=lambda i: (weighed[i], -i))  # a town in the county
    known = None if event.place is None else places[event.place]
    own = [o for i, o in weighed.items() if known is not None and (places[i].lat, places[i].lon) == (known.lat, known.lon)]
    return event.place if own and weighed[best] - own[0] < MARGIN else best
