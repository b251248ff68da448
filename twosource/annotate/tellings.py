"""Which mentions in one article tell of one occurrence?

Method: in text order each mention joins the best earlier event that nothing speaks against (type, mode, date, place, parties,
tolls, status) and something speaks for: a shared party, place, date or toll, a definite noun ("the blast"), a death told
right after. What the first mention leaves open, later ones fill in; a mention in the body lends its words before a caption's
or a heading's.
Known failures: two like events on one day in one town become one; a retelling with another verb and no shared fact stays apart.
"""

from collections.abc import Sequence

import msgspec

from twosource.records import EventDate, EventStatus, EventType, PartKind, Party, Place, Span, Toll
from twosource.values.dates import compatible
from twosource.values.names import same_name

SURE = 1.0
"""Weight of evidence from which two mentions are one; one shared party, place, date or toll is enough."""
FIT: tuple[frozenset[str], ...] = (
    frozenset({"firearms", "targeted", "clash"}),
    frozenset({"targeted", "explosives", "primitive", "beat"}),
    frozenset({"suicide-attack", "explosives"}),
    frozenset({"aerial", "drone"}),
    frozenset({"aerial", "heavy-weapons"}),
    frozenset({"demo", "dispersed", "riot"}),
    frozenset({"demo", "strike"}),
    frozenset({"crash", "fire"}),
    frozenset({"explosion", "fire", "collapse"}),
    frozenset({"earthquake", "landslide"}),
    frozenset({"flood", "storm", "landslide"}),
    frozenset({"retake", "overrun", "clash"}),
)
"""Modes that two mentions of one occurrence may well name."""
REAL = frozenset({"asserted", "alleged"})


class Mention(msgspec.Struct, frozen=True):
    """One trigger with what its sentence says; `more` are the sentences of later mentions of the same occurrence."""

    sentence: int
    part: PartKind
    type: EventType
    mode: str | None
    trigger: Span
    evidence: Span
    definite: bool
    indefinite: bool
    noun: bool
    follows: bool
    actor: Party | None
    target: Party | None
    place: int | None
    date: EventDate | None
    killed: Toll | None
    injured: Toll | None
    hit: Toll | None
    status: EventStatus
    factuality: float
    single: bool
    attribution: int | None
    more: tuple[Span, ...] = ()


def told_once(mentions: Sequence[Mention], places: Sequence[Place]) -> list[Mention]:
    """One mention for each occurrence, with what all its mentions tell, in the order of the first ones."""
    found: list[Mention] = []
    for mention in mentions:
        scores = [(_likeness(event, mention, places), i) for i, event in enumerate(found)]
        score, best = max(scores, default=(0.0, -1))
        if score >= SURE:
            found[best] = joined(found[best], mention, places)
        else:
            found.append(mention)
    return found


def _likeness(event: Mention, mention: Mention, places: Sequence[Place]) -> float:
    """The evidence that two mentions are one occurrence; minus infinity if something speaks against it."""
    never = float("-inf")
    if event.type != mention.type or event.single != mention.single or not modes_fit(event.mode, mention.mode):
        return never
    if event.status != mention.status and not {event.status, mention.status} <= REAL:
        return never
    score = 0.0
    if event.date and mention.date:
        if compatible(event.date.value, mention.date.value) is False:
            return never
        score += 0.5
    if event.place is not None and mention.place is not None:
        fits = places_fit(places[event.place], places[mention.place])
        if fits is False:
            return never
        exact = places[event.place].name.casefold() == places[mention.place].name.casefold()
        score += 0.9 if exact else 0.4 if fits else 0.0
    for one, other in ((event.killed, mention.killed), (event.injured, mention.injured)):
        if one and other and one.best and other.best:
            if one.best == other.best:
                score += 0.7
            elif max(one.best, other.best) > 3:
                score -= 0.7
    sides = [
        same_name(one.name, other.name) if one and other else None
        for one, other in ((event.actor, mention.actor), (event.target, mention.target))
    ]
    crossed = bool(event.actor and mention.target and same_name(event.actor.name, mention.target.name))
    score += 0.5 * sides.count(True) + (0.5 if crossed and event.type == "CONSULT" else 0.0)
    if mention.type not in ("ASSAULT", "DISASTER", "ACCIDENT", "PROTEST"):
        score -= 0.5 * sides.count(False)
    gap = mention.sentence - event.sentence - len(event.more)
    if mention.follows:
        score += 1.2
    elif mention.definite and mention.noun:
        score += 0.8
    elif mention.indefinite and event.part not in ("title", "heading"):
        score -= 0.6  # "a missile attack" brings up something new
    if event.type in ("ASSAULT", "DISASTER", "ACCIDENT") and (
        event.mode == mention.mode or event.mode is None or mention.mode is None
    ):
        score += 0.5
    if event.part in ("title", "heading"):  # a caption may show another event of the same war
        score += 0.4
    return score - 0.01 * max(0, gap)


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
    if "country" in (a.precision, b.precision):
        return True
    if a.admin1 and b.admin1 and a.admin1 != b.admin1:
        return False
    return True if "admin1" in (a.precision, b.precision) else None


def joined(event: Mention, mention: Mention, places: Sequence[Place]) -> Mention:
    """An event with what a further mention of it adds."""
    first, second = event, mention
    if event.part in ("title", "heading", "caption") and mention.part == "body":
        first = msgspec.structs.replace(mention, more=(event.evidence, *event.more))
        second = event
    more = first.more
    if second.evidence not in (first.evidence, *more):
        more = (*more, second.evidence)
    return msgspec.structs.replace(
        first,
        mode=_finer_mode(first.mode, second.mode),
        actor=first.actor or second.actor,
        target=first.target or second.target,
        place=_finer_place(first.place, second.place, places),
        date=_finer_date(first.date, second.date),
        killed=_larger(first.killed, second.killed),
        injured=_larger(first.injured, second.injured),
        hit=_larger(first.hit, second.hit),
        status="alleged" if "alleged" in (first.status, second.status) else first.status,  # a hedge once made stands
        factuality=min(first.factuality, second.factuality),
        attribution=first.attribution if first.attribution is not None else second.attribution,
        more=tuple(span for span in more if span != first.evidence),
    )


def _finer_mode(a: str | None, b: str | None) -> str | None:
    if a is None or b is None:
        return a or b
    return a if a != "targeted" or b == "beat" else b


def _finer_place(a: int | None, b: int | None, places: Sequence[Place]) -> int | None:
    if a is None or b is None:
        return b if a is None else a
    order = ("point", "city", "admin1", "country", "region", None)
    return b if order.index(places[b].precision) < order.index(places[a].precision) else a


def _finer_date(a: EventDate | None, b: EventDate | None) -> EventDate | None:
    if a is None or b is None:
        return a or b
    order = ("day", "range", "week", "month", "year")
    return b if order.index(b.precision) < order.index(a.precision) else a


def _larger(a: Toll | None, b: Toll | None) -> Toll | None:
    """The larger number: parts come beside their total."""
    if a is None or b is None:
        return a or b
    return b if (b.best or b.low or 0) > (a.best or a.low or 0) else a
