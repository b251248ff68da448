"""Where on the map are the places that an article names?

Method: `toponyms` and `datelines` find the names, `place_lookup` what each can mean, `whereabouts` chooses among those, all names
of the article together. What is written right after a name decides before anything else ("Alton, Illinois"), and one name is
one place all through an article unless a state follows it. Two candidates about as good, far apart, leave the place unresolved.

A place's precision says what its spot is the middle of: "city" means in or about a town, so a suburb of Kyiv or a road near
it has Kyiv's spot and that precision, never "point"; "the Kharkiv region" is the province, "northern Mali" the country.

Figures, local papers (LGL) and world news (GeoWebNews): names F1 .86 and .91, of those found .85 and .90 within 161 km of the
right spot, both together F1 .79 and .86. A first guess for each name by itself, bettered in two further rounds, had .78 and
.88 within 161 km.

A name called a quarter of a town that is named beside it ("the Tacora section of Arica") lies near that town, or is that town.

Tried and dropped: no spot for a name before a state that has no such place: villages are often beside one of their name.
Known failures: villages that the gazetteer lacks and that share a name with a town; streets and venues have no spot.
"""

import re
from collections.abc import Iterator

from twosource.annotate.datelines import dateline_names
from twosource.annotate.gazetteer import KINDS, Candidate, Gazetteer
from twosource.annotate.gazetteer_build import ADMIN1, ADMIN2, CITY, COUNTRY
from twosource.annotate.lexicon import lexicon
from twosource.annotate.outlet_home import Home, home_of, provinces_of, towns_of
from twosource.annotate.place_lookup import places_of
from twosource.annotate.place_names import folded
from twosource.annotate.toponyms import WHERE, Toponym, inside_names, named_again, toponyms
from twosource.annotate.whereabouts import APART_KM, choose, prior
from twosource.records import Document, Place, Sentence
from twosource.text import overlaps
from twosource.values.numbers import value
from twosource.values.places import kilometres

QUARTERS = frozenset("section neighborhood neighbourhood quarter area part suburb community district".split())
"""Nouns behind the name of a part of a town."""
SURE_QUARTERS = frozenset("neighborhood neighbourhood quarter subdivision".split())
"""Those of them that are part of a town always."""
KM_OF_MILE, LEEWAY_KM = 1.609, 15.0
SMALL, OTHERS = 200_000, 2
"""People of a town that may be a namesake; places of another country from which an article is on that."""
_APART = re.compile(
    r",?\s+(?:\w+\s+){0,3}?(?P<number>\d+|[a-z]+(?:-[a-z]+)?)[\s-](?P<unit>kilomet(?:re|er)s?|km|miles?)\s+(?:\([^)]*\)\s+)?"
    r"(?:(?:to\s+the\s+)?(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west)\s+)?(?:of|from|outside)\s+",
    re.IGNORECASE,
)
"""How far from another place one lies, as its name is followed by it."""
QUARTER_KM = 40.0
"""How far from the middle of a town a part of it may lie."""


def places(gazetteer: Gazetteer, document: Document, sentences: tuple[Sentence, ...]) -> tuple[Place, ...]:
    """The places that a document names, in text order, each with its sense and, where it can be told, its spot on the map."""
    surnames = frozenset(_surnames(sentences))
    found = [t for s in sentences if s.tokens for t in toponyms(gazetteer, s) if not _of_person(t, surnames)]
    found = [t for t in found if not _beside_somebody(t) or places_of(gazetteer, t)]
    heads = [t for t in dateline_names(document, sentences) if places_of(gazetteer, t)]
    found = [f for f in found if not any(overlaps(f.span, t.span) for t in heads)] + heads
    alone = {t.span.text for t in found if t.sense != "demonym"}
    again = [t for s in sentences for t in named_again(s, alone) if not any(overlaps(t.span, f.span) for f in found)]
    found += [t for t in again if not _of_person(t, surnames)]
    inside = [t for s in sentences for t in inside_names(gazetteer, s, alone) if not any(overlaps(t.span, f.span) for f in found)]
    found = sorted(found + inside, key=lambda t: t.span.start)
    options = [places_of(gazetteer, t) for t in found]
    options = [_in_town(found, options, i) for i in range(len(found))]
    held = [_holder(gazetteer, found, options, i) for i in range(len(found))]
    home = home_of(document.outlet, document.url, document.title)
    chosen = _chosen(found, options, held, home, towns_of(gazetteer, home), provinces_of(gazetteer, home))
    chosen = [None if _strays(t, c, chosen) else c for t, c in zip(found, chosen, strict=True)]
    belied = {folded(t.span.text) for t in _belied(document.text, found, chosen)} | set(_namesakes(found, chosen))
    chosen = [None if folded(t.span.text) in belied else c for t, c in zip(found, chosen, strict=True)]
    return tuple(_place(gazetteer, t, c) for t, c in zip(found, chosen, strict=True))


def _surnames(sentences: tuple[Sentence, ...]) -> Iterator[str]:
    """The last names of the people whom the recogniser sees with a first name."""
    for sentence in sentences:
        for name in sentence.names:
            words = [t.text for t in sentence.tokens[name.first : name.last] if t.tag != "POS"]
            if name.label == "PERSON" and len(words) > 1:
                yield words[-1]


def _of_person(toponym: Toponym, surnames: frozenset[str]) -> bool:
    """Whether a name is a person's of the article, "in Pantazi's words": not where it stands as a place's, "in Pantazi"."""
    tokens = toponym.sentence.tokens
    if toponym.last - toponym.first > 1 or tokens[toponym.first].text not in surnames:
        return False
    owns = toponym.last < len(tokens) and tokens[toponym.last].tag == "POS"
    before = tokens[toponym.first - 1].text.lower() if toponym.first else ""
    return owns or before not in WHERE | {"of"}


def _beside_somebody(toponym: Toponym) -> bool:
    """Whether a name says who somebody is: "a driver, Emeka Obi," names no place that the gazetteer lacks."""
    tokens = toponym.sentence.tokens
    last = tokens[toponym.last - 1]
    beside = last.dep == "appos" and toponym.first > 0 and tokens[toponym.first - 1].text == ","
    return beside and tokens[last.head].lemma.lower() in lexicon().sets["@person"]


def _strays(toponym: Toponym, candidate: Candidate | None, chosen: list[Candidate | None]) -> bool:
    """Whether what is called a quarter would lie far from every town of the article: it is a namesake."""
    tokens = toponym.sentence.tokens
    if candidate is None or toponym.last >= len(tokens) or tokens[toponym.last].text.lower() not in SURE_QUARTERS:
        return False
    towns = [c for c in chosen if c is not None and c.row != candidate.row and c.kind in (CITY, ADMIN2)]
    return bool(towns) and all(kilometres(candidate.lat, candidate.lon, c.lat, c.lon) > APART_KM for c in towns)


def _belied(text: str, found: list[Toponym], chosen: list[Candidate | None]) -> Iterator[Toponym]:
    """The names whose spot is not where the text says it is: "Sarva, 30 kilometres west of Arica"."""
    at = {t.span.start: c for t, c in zip(found, chosen, strict=True)}
    for toponym, candidate in zip(found, chosen, strict=True):
        told = _APART.match(text, toponym.span.end)
        other = None if told is None else at.get(told.end())
        if told is None or candidate is None or other is None or (number := value(told["number"])) is None:
            continue
        km = number * (KM_OF_MILE if told["unit"].lower().startswith("mi") else 1)
        if kilometres(candidate.lat, candidate.lon, other.lat, other.lon) > 2 * km + LEEWAY_KM:
            yield toponym


def _namesakes(found: list[Toponym], chosen: list[Candidate | None]) -> Iterator[str]:
    """Names for which only a small place of a country of which nothing else is told has them as another spelling.

    That of an article on one other country is more likely a village that the gazetteer lacks.
    """
    for toponym, candidate in zip(found, chosen, strict=True):
        if candidate is None or candidate.main or candidate.kind != CITY or candidate.population > SMALL:
            continue
        others = {c.row: c.country for c in chosen if c is not None and c.row != candidate.row}
        if len(others) >= OTHERS and len(set(others.values())) == 1 and candidate.country not in others.values():
            yield folded(toponym.span.text)


def _in_town(found: list[Toponym], options: list[list[Candidate]], index: int) -> list[Candidate]:
    """What a name can mean; of a quarter, places near the town it is said to be in, else that: "the Tacora section of Arica"."""
    here = found[index]
    tokens = here.sentence.tokens
    if here.last >= len(tokens) or tokens[here.last].text.lower() not in QUARTERS:
        return options[index]
    towns = [
        o
        for t, o in zip(found, options, strict=True)
        if t.sentence is here.sentence
        and (
            (t.first == here.last + 2 and tokens[here.last + 1].text.lower() == "of")
            or (t.last == here.first - 1 and tokens[t.last].tag == "POS")
        )
    ]
    town = [c for c in towns[0] if c.kind == CITY] if towns else []
    if not town:
        return options[index]
    near = [c for c in options[index] if any(kilometres(c.lat, c.lon, t.lat, t.lon) < QUARTER_KM for t in town)]
    return near or town


def _holder(gazetteer: Gazetteer, found: list[Toponym], options: list[list[Candidate]], index: int) -> Candidate | None:
    """The state, province or country written right after a name; None if none is."""
    here, after = found[index], index + 1
    if after >= len(found) or found[after].sentence is not here.sentence or found[after].sense == "demonym":
        return None
    between = here.sentence.tokens[here.last : found[after].first]
    if [t.text.lower() for t in between] not in ([","], ["in"], ["("], [",", "in"]):
        return None
    wide = [c for c in options[after] if c.kind in (COUNTRY, ADMIN1, ADMIN2)]
    return next((w for w in sorted(wide, key=prior, reverse=True) if any(_within(c, w) for c in options[index])), None)


def _within(candidate: Candidate, holder: Candidate) -> bool:
    if candidate.row == holder.row:
        return False
    if holder.kind == COUNTRY:
        return candidate.country == holder.country and candidate.kind != COUNTRY
    if holder.kind == ADMIN1:
        return candidate.admin1 == holder.row
    near = kilometres(candidate.lat, candidate.lon, holder.lat, holder.lon) < APART_KM
    return near and candidate.admin1 == holder.admin1


def _chosen(
    found: list[Toponym],
    options: list[list[Candidate]],
    held: list[Candidate | None],
    home: Home,
    towns: list[Candidate],
    provinces: frozenset[int],
) -> list[Candidate | None]:
    """The place of each name: one all through the article, unless a state is written after it."""
    settled: dict[int, Candidate] = {}
    said: dict[str, Candidate] = {}
    for i, holder in enumerate(held):
        inside = [] if holder is None else [c for c in options[i] if _within(c, holder)]
        if inside:
            settled[i] = max(inside, key=lambda c: (prior(c, home), -c.row))
            said.setdefault(folded(found[i].span.text), settled[i])
    distinct: dict[tuple[int, ...], int] = {}
    asked: list[list[Candidate]] = []
    for i, candidates in enumerate(options):
        key = tuple(sorted(c.row for c in candidates))
        if i not in settled and candidates and key not in distinct and folded(found[i].span.text) not in said:
            distinct[key] = len(asked)
            asked.append(candidates)
    given = list({c.row: c for c in settled.values()}.values())
    answers = choose(asked, given, home, towns, provinces)
    chosen: list[Candidate | None] = []
    for i, candidates in enumerate(options):
        known = settled.get(i) or (said.get(folded(found[i].span.text)) if candidates else None)
        number = distinct.get(tuple(sorted(c.row for c in candidates)))
        chosen.append(known or (None if number is None else answers[number]))
    return chosen


def _place(gazetteer: Gazetteer, toponym: Toponym, candidate: Candidate | None) -> Place:
    if candidate is None:
        return Place(toponym.span, toponym.sense, toponym.span.text)
    return Place(
        span=toponym.span,
        sense=toponym.sense,
        name=candidate.name,
        geonames_id=candidate.geonames_id or None,
        lat=round(candidate.lat, 5),
        lon=round(candidate.lon, 5),
        country=candidate.country or None,
        admin1=gazetteer.name(candidate.admin1) or None,
        precision=KINDS[candidate.kind],
    )
