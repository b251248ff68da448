"""Which mentions in one article tell of one occurrence?

Method: in text order each mention joins the earlier event that it is most like. Of force and harm most articles tell one
occurrence, so that two mentions are one unless something sets them apart: another type, kind of means, status, day, a town
far off, other things hit, a larger toll, "another", a second indefinite noun, or an old date beside the news. Of other events
something must speak for it: shared parties, place or date, a definite noun. All events are compared once more when all is
told. What the first mention leaves open, later ones fill in; a mention in the body lends its words before a caption's or a
heading's.
The weights are set by hand, in steps of a tenth, on 600 reports of shootings and 200 on terrorism in Latin America, which
pull in opposite directions: a higher start for mentions of harm (1.4) gave a day within one more often (.76 for .75), but
lost .02 of the matched F on terrorism.
Known failures: two like events on one day in one town become one; a retelling with a larger number of hurt stays apart.
"""

import datetime
from collections.abc import Sequence

import msgspec

from twosource.annotate.givenness import Givenness
from twosource.annotate.lexicon import lexicon
from twosource.annotate.persons import Hurt, counted, strangers
from twosource.records import EventDate, EventStatus, EventType, PartKind, Party, Place, Span, Toll
from twosource.values.dates import compatible, day_of, interval
from twosource.values.names import same_name
from twosource.values.places import distance_km

ELSEWHERE = -1.5
"""What two places apart take off: not all, since names are resolved wrong at times."""
NEAR_KM = 15.0
"""Two towns this near may be a town and its suburb."""
APART_KM = 60.0
"""Two towns this far apart are not one event's."""
SURE = 1.0
"""Weight of evidence from which two mentions are one; one shared party, place, date or toll is enough."""
LIKELY = 0.4
"""The same where an article has two occurrences of harm in all."""
FADING = 0.01
"""What each sentence between two mentions takes off."""
TOP = 3
"""Sentences behind a headline that tell the same as it does."""
MEMORY = 30
"""Sentences after which a mention is no further away."""
RECENT = 30
"""Days before publication up to which an event is news."""
FIT: tuple[frozenset[str], ...] = (
    frozenset({"firearms", "targeted", "clash"}),
    frozenset({"targeted", "explosives", "primitive", "beat"}),
    frozenset({"suicide-attack", "explosives"}),
    frozenset({"aerial", "drone"}),
    frozenset({"aerial", "heavy-weapons"}),
    frozenset({"demo", "dispersed", "riot"}),
    frozenset({"demo", "strike"}),
    frozenset({"crash", "fire"}),
    frozenset({"crash", "drowning"}),
    frozenset({"collapse", "drowning"}),
    frozenset({"explosion", "fire", "collapse"}),
    frozenset({"earthquake", "landslide"}),
    frozenset({"flood", "storm", "landslide"}),
    frozenset({"retake", "overrun", "clash"}),
)
"""Modes that two mentions of one occurrence may well name."""
REAL = frozenset({"asserted", "alleged"})
AHEAD = frozenset({"planned", "hypothetical"})
"""What may come: one report plans what another sentence hopes for."""
WILLING = frozenset({"ready", "willing", "prepared"})
CALL = "phone"
"""Mode of a meeting that takes place nowhere."""
HARMFUL = frozenset({"ASSAULT", "DISASTER", "ACCIDENT"})
"""Types whose events kill."""


SOON = 3
"""Sentences within which "he" or "the man" is he to whom it was done before."""
TO_SOMEBODY = frozenset({"arrest", "convict", "deport", "release", "abduct"})
"""Modes of what is done to persons, once to each."""
TAKEN = -0.5
"""What an abduction and a deed without a mode that killed have in common."""
AGAIN = 1.2
"""What it weighs that a mention has the same done to somebody known: one shared party more."""
BESIDE = 0.8
"""What speaks for the deed that the sentence before tells: the dead of an old attack are not those of the news."""
OTHER_HAND = 1.5
"""Taken off where police or troops did the one and somebody else the other: shots at a crowd are not the crowd's arson."""


class Mention(msgspec.Struct, frozen=True):
    """One trigger with what its sentence says; `more` and `later` are the sentences of further ones.

    `known`: whether the target is told of as somebody known by now ("he", "the man"). `beside`: whether dead and hurt stand right
    behind a deed in its paragraph.
    """

    sentence: int
    part: PartKind
    type: EventType
    mode: str | None
    trigger: Span
    evidence: Span
    given: Givenness | None
    noun: bool
    follows: bool
    actor: Party | None
    target: Party | None
    place: int | None
    date: EventDate | None
    killed: Toll | None
    injured: Toll | None
    hurts: tuple[Hurt, ...]
    status: EventStatus
    factuality: float
    single: bool
    attribution: int | None
    known: bool = False
    beside: bool = False
    more: tuple[Span, ...] = ()
    later: tuple[int, ...] = ()


def told_once(mentions: Sequence[Mention], places: Sequence[Place], published: str | None) -> list[Mention]:
    """One mention for each occurrence, with what all its mentions tell, in the order of the first ones."""
    day = day_of(published)
    found: list[Mention] = []
    for mention in mentions:
        _take_up(found, mention, places, day)
    again: list[Mention] = []
    for event in found:  # what later mentions have told may speak for two that stood apart
        _take_up(again, event, places, day)
    return _of_two(again, places, day)


def _of_two(events: list[Mention], places: Sequence[Place], published: datetime.date | None) -> list[Mention]:
    """Where an article tells of two occurrences of harm, only little speaks for two: most articles tell of one."""
    harm = [i for i, m in enumerate(events) if m.type in HARMFUL and m.single and m.status in REAL]
    if len(harm) != 2:
        return events
    first, second = (events[i] for i in harm)
    if second.given == "other" or _likeness(first, second, places, published) < LIKELY:
        return events
    return [joined(first, second, places) if i == harm[0] else m for i, m in enumerate(events) if i != harm[1]]


def _take_up(events: list[Mention], mention: Mention, places: Sequence[Place], published: datetime.date | None) -> None:
    """A mention joined to the event that it fits best, or put behind the others as a new one."""

    def gap(event: Mention) -> int:
        return min(MEMORY, max(0, mention.sentence - max((event.sentence, *event.later))))

    scores = [(_likeness(event, mention, places, published) - FADING * gap(event), -i) for i, event in enumerate(events)]
    score, best = max(scores, default=(0.0, 0))
    if score >= SURE:
        events[-best] = joined(events[-best], mention, places)
    else:
        events.append(mention)


def _likeness(event: Mention, mention: Mention, places: Sequence[Place], published: datetime.date | None) -> float:
    """The evidence that two mentions are one occurrence; minus infinity if something speaks against it."""
    never = float("-inf")
    if event.type != mention.type or event.single != mention.single or not modes_fit(event.mode, mention.mode):
        return never
    both = {event.status, mention.status}
    if len(both) > 1 and not (both <= REAL or both <= AHEAD or _presupposed(event, mention)):
        return never
    mention = _turned(event, mention)
    score = _of_when(event, mention, published) + _of_where(event, mention, places) + _of_whom(event, mention)
    if event.follows and not mention.follows:
        score += 0.6  # the dead were told first, their cause after
    if mention.follows:
        score += 1.2 + (BESIDE if mention.beside and mention.sentence == max((event.sentence, *event.later)) + 1 else 0.0)
    elif mention.given == "given" and mention.noun:
        once_more = event.type == "PROTEST" and mention.trigger.text.lower() == event.trigger.text.lower()
        score += 0.8 + (0.3 if once_more else 0.0)  # "a rally filled the square … called the rally"
    elif mention.given == "new" and event.part not in ("title", "heading"):
        score -= 0.8 if event.noun else 0.3  # "a missile attack" brings up something new
    elif mention.given == "other":
        score -= 1.0
    if event.type in HARMFUL:
        score += _of_means(event, mention)
    elif event.type == "CONSULT" and event.mode is not None and event.mode == mention.mode:
        score += 0.3
    elif event.mode == mention.mode == "convict":
        score += 0.5  # "convicted him and sentenced him to six years"
    if both == {"denied"} and event.mode == mention.mode and mention.sentence - max((event.sentence, *event.later)) <= 1:
        score += AGAIN  # "She has not resigned, and she did not resign on Tuesday"
    if event.part in ("title", "heading"):  # a caption may show another event of the same war
        score += 0.4
        if event.type not in HARMFUL and event.mode == mention.mode and 0 < mention.sentence - event.sentence <= TOP:
            score += 0.3  # a headline tells what the report begins with
    return score


def _turned(event: Mention, mention: Mention) -> Mention:
    """A further mention of a meeting with its two equal sides in the order of the first."""
    if event.type != "CONSULT":
        return mention
    pairs = ((event.actor, mention.target), (event.target, mention.actor))
    crossed = any(a and b and same_name(a.name, b.name) for a, b in pairs)
    alike = any(a and b and same_name(a.name, b.name) for a, b in ((event.actor, mention.actor), (event.target, mention.target)))
    if not crossed or alike:
        return mention
    return msgspec.structs.replace(mention, actor=mention.target, target=mention.actor)


def _presupposed(event: Mention, mention: Mention) -> bool:
    """Whether a word takes an event for granted whatever is said around it: "would not say what led to the shooting"."""
    return event.status in REAL and event.type in HARMFUL and mention.noun and mention.given == "given"


def _of_when(event: Mention, mention: Mention, published: datetime.date | None) -> float:
    if event.date and mention.date:
        if compatible(event.date.value, mention.date.value) is False:
            return float("-inf")
        return 0.5 if event.date.precision == mention.date.precision else 0.1
    dated = event.date or mention.date
    days = interval(dated.value) if dated else None
    if days is not None and published is not None and (published - days[1]).days > RECENT:
        return -0.8  # what has no date is the news, what has an old one its background
    return 0.0


def _of_where(event: Mention, mention: Mention, places: Sequence[Place]) -> float:
    if event.place is None or mention.place is None or CALL in (event.mode, mention.mode):
        return 0.0
    fits = places_fit(places[event.place], places[mention.place])
    if fits is False:
        return ELSEWHERE
    exact = places[event.place].name.casefold() == places[mention.place].name.casefold()
    wide = {places[m.place].precision for m in (event, mention) if m.place is not None} & {"country", "region"}
    return (0.3 if wide else 0.9) if exact else 0.0 if wide or not fits else 0.4


def _of_whom(event: Mention, mention: Mention) -> float:
    score = 0.0
    single = all(hurt.persons for hurt in mention.hurts)
    for one, other in ((event.killed, mention.killed), (event.injured, mention.injured)):
        if one and other and one.best and other.best:
            if one.best == other.best:
                score += 0.7
            elif one.best < other.best and other.best > 3:
                score -= 0.7
    things = [m.target for m in (event, mention) if m.target and not (m.killed or m.injured)]
    again = _takes_up(event, mention)
    if len(things) == 2 and not again and not same_name(things[0].name, things[1].name):
        score -= 0.5  # a bus here, a town hall there
    if single and strangers(event.hurts, mention.hurts) and mention.sentence - event.sentence - len(event.later) > 1:
        score -= 0.4
    sides = [
        same_name(one.name, other.name) if one and other and not (_described(one) or _described(other)) else None
        for one, other in ((event.actor, mention.actor), (event.target, mention.target))
    ]
    score += 0.5 * sides.count(True)
    if sides[1] and event.mode == mention.mode and event.mode in TO_SOMEBODY:
        score += 0.5  # nobody is arrested twice in one report
    if sides == [True, True] and event.type not in HARMFUL:
        score += 0.3 if event.type == "CONSULT" and event.status in AHEAD else 0.1  # two who are to meet have one meeting ahead
    if sides[0] and event.trigger.text.lower() in WILLING and mention.trigger.text.lower() in WILLING:
        score += 0.6  # one's readiness, told again
    if again:
        score += AGAIN
    elif mention.type not in (*HARMFUL, "PROTEST"):
        score -= 0.5 * sides.count(False)
    if mention.type == "ASSAULT" and event.actor and mention.actor and _of_state(event.actor) != _of_state(mention.actor):
        score -= OTHER_HAND
    return score


def _takes_up(event: Mention, mention: Mention) -> bool:
    """Whether a mention tells once more what was just done to somebody: "a driver was arrested … the man was held at home"."""
    near = mention.sentence - max((event.sentence, *event.later)) <= SOON
    return mention.known and near and event.target is not None and event.mode == mention.mode and event.mode in TO_SOMEBODY


def _of_means(event: Mention, mention: Mention) -> float:
    """What the modes of two mentions of harm weigh; to take somebody away and to kill others are two deeds as a rule."""
    modes = (event.mode, mention.mode)
    if event.mode == mention.mode:
        return 1.2
    if "abduct" in modes and any(m.killed for m in (event, mention) if m.mode is None):
        return TAKEN
    return 1.1 if None in modes else 0.6


def _of_state(actor: Party) -> bool:
    """Whether a party is police or troops, by a word of its name."""
    force = lexicon().sets["@state-force"]
    return any(word in force or word.removesuffix("s") in force for word in actor.name.lower().split())


def modes_fit(a: str | None, b: str | None) -> bool:
    """Whether two modes can be those of one occurrence."""
    return a == b or a is None or b is None or any(a in fit and b in fit for fit in FIT)


def places_fit(a: Place, b: Place) -> bool | None:
    """Whether two places can be one event's: the same, or one within the other; None if that cannot be told."""
    if a.name.casefold() == b.name.casefold() or (a.geonames_id is not None and a.geonames_id == b.geonames_id):
        return True
    if a.country is None or b.country is None:
        return None
    if a.country != b.country:
        return False
    towns = {a.precision, b.precision} <= {"city", "point"}
    if towns and (apart := distance_km(a, b)) is not None:
        return True if apart <= NEAR_KM else False if apart > APART_KM else None
    if "country" in (a.precision, b.precision):
        return True
    if a.admin1 and b.admin1 and a.admin1 != b.admin1:
        return False
    return True if "admin1" in (a.precision, b.precision) else None


def joined(event: Mention, mention: Mention, places: Sequence[Place]) -> Mention:
    """An event with what a further mention of it adds."""
    first, second = event, _turned(event, mention)
    if event.part in ("title", "heading", "caption") and mention.part == "body":
        first = msgspec.structs.replace(mention, more=(event.evidence, *event.more))
        first, second = first, _turned(first, event)
    hurts = (*event.hurts, *mention.hurts)
    killed, injured = counted(hurts)
    more = first.more
    if second.evidence not in (first.evidence, *more):
        more = (*more, second.evidence)
    return msgspec.structs.replace(
        first,
        mode=_finer_mode(first.mode, second.mode),
        noun=event.noun or mention.noun,
        follows=event.follows and mention.follows,
        actor=first.actor or second.actor,
        target=_named(first.target, second.target),
        place=None if CALL in (first.mode, second.mode) else _finer_place(first.place, second.place, places),
        date=_date_of(first, second),
        killed=killed,
        injured=injured,
        hurts=hurts,
        status=_status_of(event, mention),
        factuality=min(event.factuality, mention.factuality),
        attribution=first.attribution if first.attribution is not None else second.attribution,
        more=tuple(span for span in more if span != first.evidence),
        later=tuple(sorted({*event.later, mention.sentence, event.sentence, *mention.later} - {first.sentence})),
    )


def _status_of(event: Mention, mention: Mention) -> EventStatus:
    """The status of an event told twice: a hedge once made stands, and what is planned here may be hoped for there."""
    both = (event.status, mention.status)
    return "alleged" if "alleged" in both else "planned" if set(both) == AHEAD else event.status


def _named(a: Party | None, b: Party | None) -> Party | None:
    """The first of two parties that is named: "his counterpart" may be named by another mention."""
    if a is None or b is None:
        return a or b
    return b if _described(a) else a


def _described(party: Party) -> bool:
    """Whether words only say what somebody is to another: "his Chadian counterpart"."""
    return party.span.text.lower().endswith("counterpart")


def _finer_mode(a: str | None, b: str | None) -> str | None:
    if a is None or b is None:
        return a or b
    if {a, b} == {"firearms", "clash"}:
        return "clash"  # gunmen whom guards drove back
    return a if a != "targeted" or b == "beat" else b


def _finer_place(a: int | None, b: int | None, places: Sequence[Place]) -> int | None:
    if a is None or b is None:
        return b if a is None else a
    order = ("point", "city", "admin1", "country", "region", None)
    return b if order.index(places[b].precision) < order.index(places[a].precision) else a


def _date_of(first: Mention, second: Mention) -> EventDate | None:
    """The date of an event told twice; where only one tells of more than the dead and hurt, the other's date may be theirs."""
    if first.follows != second.follows:
        first, second = (second, first) if first.follows else (first, second)
        return first.date or second.date
    return _finer_date(first.date, second.date)


def _finer_date(a: EventDate | None, b: EventDate | None) -> EventDate | None:
    if a is None or b is None:
        return a or b
    order = ("day", "range", "week", "month", "year")
    return b if order.index(b.precision) < order.index(a.precision) else a
