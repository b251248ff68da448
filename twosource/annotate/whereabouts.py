"""Which of the places that bear a name does an article mean?

Method: all names of the article are weighed together. Each candidate of each name has a prior: people living there, being a
capital or bearing the name as its own, and what the outlet tells (the country of its address; a paper named after a town is
not the paper of that town's great namesake abroad). From the priors each name's candidates get chances; from the chances of
the other names each candidate gets support: the share of them in its country and in its province, and how many lie near it.
This is repeated until it settles, so that a handful of villages and counties of one corner outweigh one famous namesake.

Weights were set by hand in steps of a half on half of the articles, local papers and world news alike, and hold on the other
half (within 161 km .868 and .836 in local papers, .880 and .909 in world news).

Known failures: a local paper of a town that names nothing else; names that the gazetteer lacks and a town elsewhere has.
"""

import difflib
import math
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from twosource.annotate.gazetteer import Candidate
from twosource.annotate.gazetteer_build import ADMIN1, ADMIN2, CITY, COUNTRY, REGION
from twosource.annotate.outlet_home import Home
from twosource.annotate.place_names import folded
from twosource.values.places import EARTH_KM, kilometres

WEIGHTS = {
    "people": 1.0,
    "country": 2.5,
    "district": -1.5,
    "continent": 9.0,
    "sea or landscape": 6.0,
    "US state": 0.5,
    "other spelling": -1.5,
    "other spelling beside a larger place": -2.0,
    "former name beside a place of that name": -1.0,
    "capital": 3.0,
    "others in the country": 2.5,
    "others in the province": 4.0,
    "another near": 2.0,
    "another in the region": 1.0,
    "more near": 0.5,
    "country of the outlet": 1.0,
    "namesake of the outlet's town": -4.0,
    "province of the outlet": 2.0,
}
NEAR_KM, REGION_KM = 80.0, 250.0
"""How far a neighbour may be; 50 and 120 km for the nearer change end to end F1 by less than .005."""
ROUNDS = 5
"""Of weighing; 3 and 8 lose .005 on one half of the articles or the other."""
SHARPNESS = 1.5
"""Chances are proportional to exp of the score times this."""
MARGIN = 0.2
"""Two candidates whose scores differ by less are equally good; 0.05 loses .005 of end to end F1, 0.4 nothing and some recall."""
APART_KM = 100.0
"""Equally good candidates this near are one place to a reader: a city and the district named after it."""
SEAT = 0.1
"""Share of a province's people from which a town of its name is what the name means."""
ALIKE = 0.7
"""Share of the letters that two spellings of one name have in common, in order."""
MOST = 30
"""Candidates of a name that are weighed, the likeliest by their priors."""
IN_ALL = 1_500
"""Candidates of all names together, since each is held against each: of an article with many names fewer of each are weighed."""


def prior(candidate: Candidate, home: Home | None = None) -> float:
    """How likely a name means this place when nothing else in the article is known."""
    w = WEIGHTS
    score = w["people"] * math.log10(candidate.population + 10)
    score += {COUNTRY: w["country"], ADMIN2: w["district"]}.get(candidate.kind, 0.0)
    if candidate.kind == REGION:
        score += w["continent"] if candidate.geonames_id else w["sea or landscape"]
    if candidate.kind == ADMIN1 and candidate.country == "US":
        score += w["US state"]  # papers name states as others name countries
    score += w["other spelling"] if not candidate.main else w["capital"] if candidate.capital else 0.0
    if home is None or candidate.kind in (COUNTRY, REGION):
        return score
    if home.country is not None and candidate.country == home.country:
        score += w["country of the outlet"]
    if home.letters and named_after(candidate.name, home):
        abroad = candidate.country != (home.country or "US")
        score += w["namesake of the outlet's town"] if abroad else 0.0
    return score


def named_after(name: str, home: Home) -> bool:
    letters = folded(name).replace(" ", "")
    return len(letters) >= 5 and letters in home.letters


def choose(
    options: Sequence[Sequence[Candidate]],
    given: Sequence[Candidate],
    home: Home,
    towns: Sequence[Candidate],
    provinces: frozenset[int],
) -> list[Candidate | None]:
    """For each name its place; None where it has no candidate or two as good far apart.

    Args:
        options: the candidates of each distinct name.
        given: places that the article settles by itself ("Alton, Illinois"), which support but are not weighed.
        home: what the outlet's name and address tell.
        towns: the towns that the outlet may be named after, which support like one name more.
        provinces: those that it may be named after, by their rows in the gazetteer.
    """
    most = min(MOST, max(2, IN_ALL // max(1, len(options))))
    ranked = [sorted(o, key=lambda c: (-prior(c, home), c.row))[:most] for o in options]
    first = [list(_priors(group, home)) for group in ranked] + [[prior(c, home)] for c in given]
    groups = [*ranked, *([c] for c in given)]
    if towns:
        groups.append(list(towns)[:most])
        first.append([0.0] * len(groups[-1]))  # small towns have papers too: their namesakes all start alike
    first = [
        [score + (WEIGHTS["province of the outlet"] if c.admin1 in provinces else 0.0) for c, score in zip(g, f, strict=True)]
        for g, f in zip(groups, first, strict=True)
    ]
    flat = [c for group in groups for c in group]
    if not flat:
        return [None] * len(options)
    numbers = np.repeat(np.arange(len(groups)), [len(g) for g in groups])
    scores = _settled(flat, np.array([score for group in first for score in group]), numbers)
    found: list[Candidate | None] = []
    at = 0
    for group in ranked:
        found.append(_best(group, scores[at : at + len(group)].tolist()))
        at += len(group)
    return found


def _priors(group: Sequence[Candidate], home: Home) -> Iterator[float]:
    """The priors of one name's candidates."""
    larger = max((c.population for c in group if c.main), default=-1)
    bearer = next((c.name for c in group if c.main), None)
    for c in group:
        score = prior(c, home)
        if not c.main and c.population < larger:
            score += WEIGHTS["other spelling beside a larger place"]
        elif not c.main and bearer is not None and not _spelt_alike(c.name, bearer):
            score += WEIGHTS["former name beside a place of that name"]  # New Amsterdam in Guyana; New York was once
        yield score


def _spelt_alike(name: str, other: str) -> bool:
    """Whether two names are spellings of one (Odesa, Odessa)."""
    return difflib.SequenceMatcher(None, folded(name), folded(other)).ratio() >= ALIKE


def _settled(flat: list[Candidate], first: NDArray[np.float64], group: NDArray[Any]) -> NDArray[np.float64]:
    """The scores of all candidates after the last round."""
    w = WEIGHTS
    wide = np.array([c.kind in (COUNTRY, REGION) for c in flat])
    same_group = group[:, None] == group[None, :]
    country = np.array([c.country for c in flat])
    province = np.array([c.admin1 for c in flat])
    others = ~same_group
    in_country = (country[:, None] == country[None, :]) & others & (country != "")[:, None]
    in_province = (province[:, None] == province[None, :]) & others & (province >= 0)[:, None]
    radians = np.radians(np.array([(c.lat, c.lon) for c in flat], dtype=np.float64))
    lat, lon = radians[:, 0], radians[:, 1]
    spot = np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)
    closeness = spot @ spot.T
    pointed = others & ~wide[:, None] & ~wide[None, :]
    near = (closeness > math.cos(NEAR_KM / EARTH_KM)) & pointed
    region = (closeness > math.cos(REGION_KM / EARTH_KM)) & pointed
    scores = first
    local = (province >= 0).astype(float)
    for _ in range(ROUNDS):
        chance = _chances(scores, group)
        names = max(1.0, chance.sum() - 1.0)
        locals_ = np.maximum(1.0, (chance * local).sum() - 1.0)
        near_by, around = near @ chance, region @ chance
        scores = first + w["others in the country"] * (in_country @ chance) / names
        scores = scores + w["others in the province"] * (in_province @ chance) / locals_
        scores = scores + w["another near"] * np.minimum(1.0, near_by) + w["another in the region"] * np.minimum(1.0, around)
        scores = scores + w["more near"] * np.log1p(near_by)
    return scores


def _chances(scores: NDArray[np.float64], group: NDArray[Any]) -> NDArray[np.float64]:
    """A softmax within each group."""
    size = int(group[-1]) + 1
    top = np.full(size, -np.inf)
    np.maximum.at(top, group, scores)
    weight = np.exp(SHARPNESS * (scores - top[group]))
    return np.asarray(weight / np.bincount(group, weight, size)[group])


def _seat(chosen: Candidate, group: Sequence[Candidate]) -> Candidate:
    """A province that is named after its chief town is meant only where its name says so: else the town."""
    if chosen.kind != ADMIN1:
        return chosen
    towns = [c for c in group if c.kind == CITY and c.admin1 == chosen.row and (c.main or chosen.country != "US")]
    town = max(towns, key=lambda c: c.population, default=None)
    return chosen if town is None or town.population < SEAT * chosen.population else town


def _best(group: Sequence[Candidate], scores: Sequence[float]) -> Candidate | None:
    order = sorted(range(len(group)), key=lambda i: (-scores[i], group[i].row))
    if not order:
        return None
    best = _seat(group[order[0]], group)
    for i in order[1:]:
        if scores[order[0]] - scores[i] >= MARGIN:
            break
        if kilometres(best.lat, best.lon, group[i].lat, group[i].lon) > APART_KM:
            return None
    return best
