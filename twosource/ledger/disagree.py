"""On what do independent origins contradict each other?

Method: field by field, each origin has the values that the text it goes back to gives, or, where that cannot be told, those of
all its reports. Two origins disagree if none of the one's values can be true together with any of the other's ("at least 10" and
12 can; 10 and 12 cannot). Who is named first of two who met or exchanged is no disagreement. A toll that the same source has
raised on a later day is an old one, and contradicts nobody. Different values inside one origin are alterations, which `compare`
tells, and no disagreement.
"""

from collections.abc import Callable, Sequence

from twosource.annotate.lexicon import lexicon
from twosource.annotate.place_names import folded
from twosource.annotate.tellings import places_fit
from twosource.ledger.corroborate import shared
from twosource.ledger.gather import WEEK, Telling, is_guess, lasts, speaking
from twosource.records import Disagreement, Place, ReportedValue, Toll
from twosource.text import inside
from twosource.values.dates import compatible, days_apart
from twosource.values.names import same_name

TOLLS = ("killed", "injured")
SMALL = frozenset("of the for and al el de la du des".split())
"""Small words in names."""
MUTUAL = frozenset({"exchange", "swap", "trade"})
"""Words for what two do to each other."""
THE_STATE = "the state"
SIDES = {
    THE_STATE: frozenset("army soldier troop police policeman officer guard navy military gendarme".split()),
    "rebels": frozenset("rebel guerrilla insurgent separatist secessionist jihadist islamist".split()),
    "a crowd": frozenset("striker worker miner student protester demonstrator participant rioter picket crowd supporter".split()),
    "criminals": frozenset("gang cartel bandit robber smuggler trafficker extortioner hooligan vandal".split()),
}
"""Who may be blamed for a deed by a common noun: one side is not the other."""
Fits = Callable[[Telling, Telling], bool]
Value = Callable[[Telling], str | int | None]


def disagreements(told: Sequence[Telling]) -> tuple[Disagreement, ...]:
    """The fields on which origins contradict each other, with every value and who reports it."""
    fields: tuple[tuple[str, Value, Fits], ...] = (
        ("killed", lambda t: _best(t.event.killed), lambda a, b: tolls_fit(a.event.killed, b.event.killed)),
        ("injured", lambda t: _best(t.event.injured), lambda a, b: tolls_fit(a.event.injured, b.event.injured)),
        ("date", lambda t: t.event.date.value if t.event.date and not is_guess(t) else None, _dates_fit),
        ("place", lambda t: t.place.name if t.place else None, _same_place),
        ("actor", _actor, _actors_fit),
        ("status", lambda t: "denied" if t.event.status == "denied" else "happened", _statuses_fit),
    )
    found = (_on_field(name, value, fits, told) for name, value, fits in fields)
    return tuple(d for d in found if d is not None)


def tolls_fit(a: Toll | None, b: Toll | None) -> bool:
    """Whether two numbers of people can both be true."""
    if a is None or b is None:
        return True
    low_a, low_b = a.low if a.low is not None else 0, b.low if b.low is not None else 0
    return (a.high is None or low_b <= a.high) and (b.high is None or low_a <= b.high)


def _on_field(name: str, value: Value, fits: Fits, told: Sequence[Telling]) -> Disagreement | None:
    by_origin: dict[str, list[Telling]] = {}
    giving = [t for t in sorted(told, key=lambda t: t.key) if value(t) is not None]
    for telling in speaking([t for t in giving if name not in TOLLS or not _superseded(t, giving, value)]):
        by_origin.setdefault(telling.origin, []).append(telling)
    origins = list(by_origin.values())
    somehow = all if name == "status" else any  # a text that lets one affirm and another deny has both, and settles nothing
    apart = any(
        not somehow(fits(a, b) for a in first for b in second) for i, first in enumerate(origins) for second in origins[i + 1 :]
    )
    if not apart:
        return None
    values: dict[str | int, list[Telling]] = {}
    for telling in (t for group in origins for t in group):
        given = value(telling)
        if given is not None:
            values.setdefault(given, []).append(telling)
    ordered = sorted(values.items(), key=lambda item: (isinstance(item[0], str), item[0]))
    return Disagreement(name, tuple(ReportedValue(v, tuple(t.report for t in told), _since(told)) for v, told in ordered))


def _superseded(telling: Telling, told: Sequence[Telling], value: Value) -> bool:
    """Whether somebody that a report rests on has given a larger number on a later day: the toll has grown, nobody disagrees."""
    number, day = value(telling), telling.published
    return any(
        isinstance(later := value(t), int)
        and isinstance(number, int)
        and later > number
        and day is not None
        and t.published is not None
        and t.published[:10] > day[:10]
        and bool(shared(telling, t))
        for t in told
    )


def _since(told: Sequence[Telling]) -> str | None:
    return min((t.published[:10] for t in told if t.published), default=None)


def _best(toll: Toll | None) -> int | None:
    return None if toll is None else (toll.best if toll.best is not None else toll.low)


def _dates_fit(a: Telling, b: Telling) -> bool:
    one, other = a.event.date, b.event.date
    if one is None or other is None or compatible(one.value, other.value) is not False:
        return True
    return lasts(a.event) and lasts(b.event) and (days_apart(one.value, other.value) or 0) <= WEEK


def _same_place(a: Telling, b: Telling) -> bool:
    if a.place is None or b.place is None or not (_beside(a, a.place) and _beside(b, b.place)):
        return True
    if folded(a.place.name) in b.named or folded(b.place.name) in a.named:
        return True  # of the towns of an article the wrong one is easily taken for the event's
    return places_fit(a.place, b.place) is not False


def _beside(telling: Telling, place: Place) -> bool:
    """Whether the sentences that tell the event name its place themselves."""
    return any(inside(place.span, told) for told in telling.event.evidence)


def _actor(telling: Telling) -> str | None:
    """The actor where the report says who holds it responsible: by a proper name, a nation, or as one of `SIDES`."""
    actor = telling.event.actor
    if actor is None or telling.attribution is None:
        return None
    opens = " " not in actor.name and any(actor.span.start == s.start for s in telling.event.evidence)  # "Strangers set fire to"
    named = all(w != w.lower() or w in SMALL for w in actor.name.split()) and actor.name != actor.name.lower() and not opens
    return actor.name if named or telling.nation or _side(actor.name) is not None else None


def _side(name: str) -> str | None:
    """Which side of a conflict a common noun stands for; None if it may be anybody's, as "gunmen" may."""
    head = name.casefold().split()[-1]
    return next((side for side, words in SIDES.items() if head in words or head.removesuffix("s") in words), None)


def _actors_fit(a: Telling, b: Telling) -> bool:
    one, other = _actor(a), _actor(b)
    if a.event.type == b.event.type == "CONSULT" or {a.word, b.word} & MUTUAL:
        return True  # of two who meet or exchange each report names the one first who is nearer to it
    if one is None or other is None or same_name(one, other) or one[:4].casefold() == other[:4].casefold():
        return True
    if a.nation and b.nation:
        return a.nation == b.nation
    sides = _side(one), _side(other)
    if sides == (None, None):
        return False
    if None in sides:  # a group by its name, and troops
        group = a if sides[0] is None else b
        return THE_STATE not in sides or not _is_group(group)
    return sides[0] == sides[1]


def _is_group(telling: Telling) -> bool:
    """Whether the actor of a report is a body with a name that is neither a person nor a force of a state."""
    actor = telling.event.actor
    if actor is None or telling.actor is not None or len(actor.name.split()) == 1:
        return False
    return not {w.removesuffix("s") for w in actor.name.casefold().split()} & (lexicon().sets["@state-force"] | {"force"})


def _statuses_fit(a: Telling, b: Telling) -> bool:
    return (a.event.status == "denied") == (b.event.status == "denied")
