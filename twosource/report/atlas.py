"""Where did the events happen? The map's outlines, its spots and their labels, in the units of one drawing.

Projection: degrees, with those of longitude shortened as they are in the middle of the map, so that shapes and circles are
right where the events are. Outlines come ready as SVG paths (`resources.WORLD`); countries with a spot are fine, the others
coarse. d3-geo with a topology in the page was weighed and dropped: it draws nothing without script, and needs 400 kB; these paths
need 70 to 130 kB and print.

A place is drawn as exactly as it is known: a town is a dot in a circle of the kilometres that it may reach, a district a circle
without a dot, a country its outline. Labels are set so that none touches another; a spot without room keeps its number.
"""

import functools
import math
from collections.abc import Callable, Sequence

import msgspec

from twosource.records import Place, PlacePrecision
from twosource.resources import WORLD
from twosource.values.places import REACH_KM

WIDTH, HEIGHT = 720, 460
LEAST_DEGREES = 5.0
"""The map is never nearer than this many degrees of latitude: single towns want their country around them."""
MARGIN = 0.18
"""Share of the extent that is left free on each side of the spots."""
FINE = 40_000
"""Characters of fine outlines at the most, the smallest countries first: a page of 50 articles stays under a megabyte."""
AROUND = 1.0
"""Widths and heights of the drawing around it of which the outlines are in the page; the script zooms out no further."""
KM_A_DEGREE = 111.2
DOT = 6.0
LETTER, LINE = 7.0, 15.0
"""Width of a letter and height of a line, in the size of the labels and the units of the drawing; wide rather than narrow."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom; of an outline west, south, east, north."""
At = Callable[[float, float], tuple[float, float]]
"""From longitude and latitude to the drawing."""


class Outline(msgspec.Struct, frozen=True):
    scale: str
    code: str
    name: str
    lon: float
    lat: float
    box: Box
    path: str


class Site(msgspec.Struct, frozen=True):
    """A place that has coordinates."""

    name: str
    lon: float
    lat: float
    precision: PlacePrecision
    country: str | None
    geonames_id: int | None


class Spot(msgspec.Struct, frozen=True):
    """A place with its events. `reach` is the radius in which it lies, in units of the drawing; `label` is where its name stands,
    None where there is no room. `exact` is false for what is larger than a town; `code` names a country whose outline it is."""

    number: int
    name: str
    precision: PlacePrecision
    x: float
    y: float
    reach: float
    dot: float
    exact: bool
    code: str | None
    label: tuple[float, float, str] | None
    events: tuple[str, ...]


class AtlasView(msgspec.Struct, frozen=True):
    """`matrix` carries the outlines (hundredths of a degree) into the drawing; `names` are those of countries that have room."""

    matrix: str
    outlines: tuple[Outline, ...]
    names: tuple[tuple[float, float, str], ...]
    spots: tuple[Spot, ...]
    unplaced: int


def atlas(places: Sequence[tuple[str, Place | None]]) -> AtlasView | None:
    """The map of events.

    Args:
        places: each event's anchor and place; one without coordinates is counted, not drawn.

    Returns:
        None where no place has coordinates.
    """
    grouped: dict[object, tuple[Site, list[str]]] = {}
    for anchor, place in places:
        site = _site(place) if place else None
        if site:
            grouped.setdefault(site.geonames_id or (site.lon, site.lat), (site, []))[1].append(anchor)
    if not grouped:
        return None
    found = sorted(grouped.values(), key=lambda item: (-len(item[1]), item[0].name))
    scale, shrink, dx, dy = _frame([site for site, _ in found])

    def at(lon: float, lat: float) -> tuple[float, float]:
        return round(lon * shrink * scale + dx, 1), round(-lat * scale + dy, 1)

    spots = [_spot(n, site, tuple(events), at, scale) for n, (site, events) in enumerate(found, 1)]
    taken: list[Box] = [(s.x - s.dot, s.y - s.dot, s.x + s.dot, s.y + s.dot) for s in spots]
    spots = [msgspec.structs.replace(s, label=_room(s, taken)) for s in spots]
    outlines = _outlines([site for site, _ in found], at)
    named = {s.code for s in spots if s.label}
    return AtlasView(
        f"matrix({scale * shrink / 100:.5f} 0 0 {scale / 100:.5f} {dx:.2f} {dy:.2f})",
        outlines,
        _names([o for o in outlines if not o.code or o.code not in named], at, taken),
        tuple(spots),
        len(places) - sum(len(events) for _, events in found),
    )


@functools.cache
def world() -> tuple[Outline, ...]:
    """All outlines, of both scales."""
    rows = (line.split("\t") for line in WORLD.path.read_text("utf-8").splitlines())
    return tuple(
        Outline(scale, code, name, float(lon), float(lat), (float(w), float(s), float(e), float(n)), path)
        for scale, code, name, lon, lat, w, s, e, n, path in rows
    )


def _site(place: Place) -> Site | None:
    if place.lon is None or place.lat is None or place.precision is None:
        return None
    return Site(place.name, place.lon, place.lat, place.precision, place.country, place.geonames_id)


def _frame(sites: Sequence[Site]) -> tuple[float, float, float, float]:
    """Units a degree of latitude, what a degree of longitude is shortened by, and the shift of the origin."""
    lons, lats = [s.lon for s in sites], [s.lat for s in sites]
    least = max([LEAST_DEGREES, *(2 * REACH_KM[s.precision] / KM_A_DEGREE for s in sites if s.precision != "region")])
    middle = (min(lats) + max(lats)) / 2
    shrink = max(math.cos(math.radians(middle)), 0.2)
    wide = max((max(lons) - min(lons)) * shrink, least * WIDTH / HEIGHT)
    high = max(max(lats) - min(lats), least)
    scale = min(WIDTH / wide, HEIGHT / high) * (1 - 2 * MARGIN)
    return scale, shrink, WIDTH / 2 - (min(lons) + max(lons)) / 2 * shrink * scale, HEIGHT / 2 + middle * scale


def _spot(number: int, site: Site, events: tuple[str, ...], at: At, scale: float) -> Spot:
    x, y = at(site.lon, site.lat)
    return Spot(
        number,
        site.name,
        site.precision,
        x,
        y,
        round(REACH_KM[site.precision] / KM_A_DEGREE * scale, 1),
        DOT + min(len(events), 6),
        site.precision in ("point", "city"),
        site.country if site.precision == "country" else None,
        None,
        events,
    )


def _room(spot: Spot, taken: list[Box]) -> tuple[float, float, str] | None:
    """Where a spot's name finds room: right of it, left, below, above; what is taken grows by it."""
    wide, gap = len(spot.name) * LETTER, spot.dot + 4
    for x, y, anchor in (
        (spot.x + gap, spot.y + 4, "start"),
        (spot.x - gap, spot.y + 4, "end"),
        (spot.x, spot.y + gap + LINE - 3, "middle"),
        (spot.x, spot.y - gap - 3, "middle"),
    ):
        if _free(x, y, wide, anchor, taken):
            return round(x, 1), round(y, 1), anchor
    return None


def _free(x: float, y: float, wide: float, anchor: str, taken: list[Box]) -> bool:
    """Whether a line of text finds room there; if so, its room is taken."""
    left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
    box = (left, y - LINE + 3, left + wide, y + 3)
    inside = box[0] >= 2 and box[1] >= 2 and box[2] <= WIDTH - 2 and box[3] <= HEIGHT - 2
    if not inside or any(box[0] < t[2] and t[0] < box[2] and box[1] < t[3] and t[1] < box[3] for t in taken):
        return False
    taken.append(box)
    return True


def _outlines(sites: Sequence[Site], at: At) -> tuple[Outline, ...]:
    """Every country in and around the drawing once: fine where a spot lies in or near it, coarse elsewhere."""
    fine = {}
    room = FINE
    for outline in sorted((o for o in world() if o.scale == "50"), key=lambda o: len(o.path)):
        west, south, east, north = outline.box
        near = any(west - 2 <= s.lon <= east + 2 and south - 2 <= s.lat <= north + 2 for s in sites)
        if near and len(outline.path) <= room:
            fine[outline.name] = outline
            room -= len(outline.path)
    coarse = [o for o in world() if o.scale == "110" and o.name not in fine and _around(o, at)]
    return (*coarse, *fine.values())


def _around(outline: Outline, at: At) -> bool:
    """Whether a country reaches into the drawing or the margin around it that a reader can zoom out to."""
    west, south, east, north = outline.box
    (left, top), (right, bottom) = at(west, north), at(east, south)
    return right > -AROUND * WIDTH and left < (1 + AROUND) * WIDTH and bottom > -AROUND * HEIGHT and top < (1 + AROUND) * HEIGHT


def _names(outlines: Sequence[Outline], at: At, taken: list[Box]) -> tuple[tuple[float, float, str], ...]:
    """The names of countries into which they fit, the larger countries first; spots and their names came before them."""
    found = []
    for outline in sorted(outlines, key=lambda o: -(o.box[2] - o.box[0]) * (o.box[3] - o.box[1])):
        x, y = at(outline.lon, outline.lat)
        country, name = at(outline.box[2], 0)[0] - at(outline.box[0], 0)[0], len(outline.name) * LETTER
        if name <= country and _free(x, y, name, "middle", taken):
            found.append((x, y, outline.name))
    return tuple(found)
