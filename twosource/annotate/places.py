"""Where on the map are the places that an article names?

Method: each name's candidates in the gazetteer are scored by named features: people living there, being a capital or bearing
the name as its own, what is written right after it ("Alton, Illinois"), the countries and provinces that the rest of the
article is about, and how near other places of the article lie. One name is one place all through an article, unless a state
follows it. Two candidates about as good, far apart, leave the place unresolved. Datelines count like sentences; a street
bears no town.

Weights were set by hand on articles of local papers and world news, in steps of a half; no fit. Of the places found, .77 in
local papers and .87 in world news lie within 161 km of the right spot. Tried without gain (within .005): more weight on
provinces or countries, less on country names, more on US states, a heavier fine on other spellings.

Known failures: the home town of a local paper that never names its state; villages that the gazetteer lacks and that share a
name with a town.
"""

import math
from collections import Counter, defaultdict

import msgspec

from twosource.annotate.datelines import dateline_names
from twosource.annotate.gazetteer import KINDS, Candidate, Gazetteer
from twosource.annotate.gazetteer_index import ADMIN1, ADMIN2, COUNTRY, REGION
from twosource.annotate.place_names import folded
from twosource.annotate.toponyms import CONTINENTAL, Toponym, in_street, inside_names, lookup_forms, toponyms
from twosource.records import Document, Place, Sentence
from twosource.text import overlaps
from twosource.values.places import kilometres

MARGIN = 0.2
"""Two candidates whose scores differ by less are equally good."""
APART_KM = 100.0
"""Equally good candidates this near are one place to a reader: a city and the district named after it."""
_KIND_WEIGHT = {COUNTRY: 2.5, ADMIN1: 0.0, ADMIN2: -1.5, REGION: 9.0}
_DIVISION_WORDS = frozenset("region oblast province state governorate department prefecture district county".split())


class Surroundings(msgspec.Struct):
    """What the rest of the article speaks of: shares of its resolved places by country and by province, and their coordinates."""

    countries: dict[str, float]
    provinces: dict[int, float]
    points: list[tuple[int, float, float]]


def places(gazetteer: Gazetteer, document: Document, sentences: tuple[Sentence, ...]) -> tuple[Place, ...]:
    """The places that a document names, in text order, each with its sense and, where it can be told, its spot on the map."""
    found = [t for s in sentences if s.tokens for t in toponyms(gazetteer, s)]
    found += [t for t in dateline_names(document) if _options(gazetteer, t)]
    alone = {t.span.text for t in found if t.sense != "demonym"}
    inside = [t for s in sentences for t in inside_names(gazetteer, s, alone) if not any(overlaps(t.span, f.span) for f in found)]
    found = sorted(found + inside, key=lambda t: t.span.start)
    options = [_options(gazetteer, t) for t in found]
    held = [_holder(gazetteer, found, options, i) for i in range(len(found))]
    chosen: list[Candidate | None] = [None] * len(found)
    for _ in range(3):  # the first round has only what stands alone; each later one knows the surroundings from the one before
        surroundings = _surroundings(chosen)
        chosen = _round(found, options, held, surroundings)
    return tuple(_place(gazetteer, t, c) for t, c in zip(found, chosen, strict=True))


def _options(gazetteer: Gazetteer, toponym: Toponym) -> list[Candidate]:
    """The places that a name can mean."""
    text = " ".join(toponym.span.text.split())
    if text in CONTINENTAL:
        return [c for c in gazetteer.candidates(CONTINENTAL[text]) if c.kind == REGION]
    if toponym.sense == "demonym":
        country = gazetteer.country(gazetteer.adjectives[text])
        return [country] if country else []
    tokens = toponym.sentence.tokens
    if in_street(toponym.sentence, toponym.first, toponym.last):
        return []
    after_comma = toponym.first > 0 and tokens[toponym.first - 1].text == ","
    if (state := gazetteer.state(text)) and (after_comma or "." in text or not gazetteer.candidates(text)):
        return [state]
    found = gazetteer.candidates(text)
    for form in lookup_forms(text):
        found = found or [c for c in gazetteer.candidates(form) if c.kind != REGION]
    following = tokens[toponym.last].text.lower() if toponym.last < len(tokens) else ""
    if following in _DIVISION_WORDS:
        divisions = [c for c in [*found, *gazetteer.candidates(f"{text} {following}")] if c.kind in (ADMIN1, ADMIN2)]
        return list({c.row: c for c in divisions}.values()) or found
    return found


def _holder(gazetteer: Gazetteer, found: list[Toponym], options: list[list[Candidate]], index: int) -> Candidate | None:
    """The state, province or country written right after a name; None if none is."""
    here, after = found[index], index + 1
    if after >= len(found) or found[after].sentence is not here.sentence or found[after].sense == "demonym":
        return None
    between = here.sentence.tokens[here.last : found[after].first]
    if [t.text.lower() for t in between] not in ([","], ["in"], ["("], [",", "in"]):
        return None
    wide = [c for c in options[after] if c.kind in (COUNTRY, ADMIN1, ADMIN2)]
    return next((w for w in sorted(wide, key=_weight, reverse=True) if any(_within(c, w) for c in options[index])), None)


def _within(candidate: Candidate, holder: Candidate) -> bool:
    if candidate.row == holder.row:
        return False
    if holder.kind == COUNTRY:
        return candidate.country == holder.country and candidate.kind != COUNTRY
    if holder.kind == ADMIN1:
        return candidate.admin1 == holder.row
    near = kilometres(candidate.lat, candidate.lon, holder.lat, holder.lon) < APART_KM
    return near and candidate.admin1 == holder.admin1


def _weight(candidate: Candidate) -> float:
    """How likely a name means this place when nothing else is known."""
    score = math.log10(candidate.population + 10) + _KIND_WEIGHT.get(candidate.kind, 0.0)
    score += 1.5 if candidate.kind == ADMIN1 and candidate.country == "US" else 0.0  # papers name states as others name countries
    return score + (-1.5 if not candidate.main else 2.0 if candidate.capital else 0.0)


def _score(candidate: Candidate, around: Surroundings) -> float:
    score = _weight(candidate)
    score += 2.5 * around.countries.get(candidate.country, 0.0)
    score += 4.0 * around.provinces.get(candidate.admin1, 0.0) if candidate.admin1 >= 0 else 0.0
    if candidate.kind in (COUNTRY, REGION):
        return score
    nearest = min(
        (kilometres(candidate.lat, candidate.lon, lat, lon) for row, lat, lon in around.points if row != candidate.row),
        default=math.inf,
    )
    return score + (2.5 if nearest < 80 else 1.5 if nearest < 250 else 0.0)


def _round(
    found: list[Toponym], options: list[list[Candidate]], held: list[Candidate | None], around: Surroundings
) -> list[Candidate | None]:
    said: dict[str, Candidate] = {}
    chosen: list[Candidate | None] = []
    for toponym, candidates, holder in zip(found, options, held, strict=True):
        if holder:
            best = _best([c for c in candidates if _within(c, holder)], around)
            if best:
                said.setdefault(folded(toponym.span.text), best)
            chosen.append(best)
        else:
            chosen.append(None)
    for i, toponym in enumerate(found):
        if chosen[i] is None:
            chosen[i] = said.get(folded(toponym.span.text)) or _best(options[i], around)
    return chosen


def _best(candidates: list[Candidate], around: Surroundings) -> Candidate | None:
    """The best candidate; None if there is none or another one elsewhere is about as good."""
    ranked = sorted(((_score(c, around), -c.row, c) for c in candidates), key=lambda x: x[:2], reverse=True)
    if not ranked:
        return None
    top, _, best = ranked[0]
    for score, _, other in ranked[1:]:
        if top - score >= MARGIN:
            break
        if kilometres(best.lat, best.lon, other.lat, other.lon) > APART_KM:
            return None
    return best


def _surroundings(chosen: list[Candidate | None]) -> Surroundings:
    """Each place counts once, however often it is named."""
    distinct = {c.row: c for c in chosen if c and c.kind != REGION}.values()
    countries = Counter(c.country for c in distinct)
    provinces: defaultdict[int, int] = defaultdict(int)
    for c in distinct:
        if c.admin1 >= 0:
            provinces[c.admin1] += 1
    total, local = max(1, sum(countries.values())), max(1, sum(provinces.values()))
    return Surroundings(
        countries={k: n / total for k, n in countries.items()},
        provinces={k: n / local for k, n in provinces.items()},
        points=[(c.row, c.lat, c.lon) for c in distinct if c.kind != COUNTRY],
    )


def _place(gazetteer: Gazetteer, toponym: Toponym, candidate: Candidate | None) -> Place:
    if candidate is None:
        return Place(toponym.span, toponym.sense, toponym.span.text)
    return Place(
        span=toponym.span,
        sense=toponym.sense,
        name=candidate.name,
        geonames_id=candidate.geonames_id,
        lat=round(candidate.lat, 5),
        lon=round(candidate.lon, 5),
        country=candidate.country or None,
        admin1=gazetteer.name(candidate.admin1) or None,
        precision=KINDS[candidate.kind],
    )
