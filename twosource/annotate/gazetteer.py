"""Which places of the world bear a name?

Method: a binary search of the name's hash in the index of `gazetteer_index`, and the rows it points to.

The data give no coordinates for countries, provinces and districts: theirs are the mean of the cities in them, which is within
100 km or so of the middle for most, and further off where people live in one corner.

Known gaps: villages under 500 people, streets, and all but the best known rivers, seas and mountains are not in the data;
spellings in other scripts are left out. Provinces outside English-speaking countries bear their local names.
"""

import pathlib
from collections.abc import Iterable

import msgspec
import numpy as np

from twosource.annotate.gazetteer_build import ADMIN1, COUNTRY, country_words
from twosource.annotate.gazetteer_index import index
from twosource.annotate.place_names import folded, hashed
from twosource.records import PlacePrecision
from twosource.resources import STATE_WORDS

KINDS: tuple[PlacePrecision, ...] = ("city", "country", "admin1", "city", "region")
"""What a row's `kind` says: a city, a country, a first-order division, a district or county, a continent."""


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


class Gazetteer:
    """The loaded index.

    Args:
        folder: where the index is kept; None for `twosource` in the user's cache folder (XDG_CACHE_HOME, else ~/.cache).
    """

    def __init__(self, folder: pathlib.Path | None = None) -> None:
        self._arrays = index(folder)
        self.adjectives: dict[str, str] = _adjectives()
        self._states = dict(self._state_rows())

    def candidates(self, name: str) -> list[Candidate]:
        """All places of this name, in no order."""
        hashes = self._arrays["hashes"]
        wanted = np.uint64(hashed(folded(name)))
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

    def place(self, row: int) -> Candidate:
        """The place of a row, as one that bears the name asked for."""
        return self._candidate(row, True)

    def name(self, row: int) -> str:
        """The name of a row; '' for -1."""
        if row < 0:
            return ""
        offsets = self._arrays["offsets"]
        return bytes(self._arrays["names"][offsets[row] : offsets[row + 1]]).decode()

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
            country=a["country"][row].decode(),
            admin1=int(a["admin1"][row]),
            main=main,
            capital=bool(a["capital"][row]),
        )


def _adjectives() -> dict[str, str]:
    """Adjectives and names of peoples to ISO codes: Chilean, Chileans -> CL."""
    found = {}
    for code, _, words in country_words():
        for word in words:
            found[word] = code
            if not word.endswith(("ese", "sh", "ch", "men", "man", "ss")):
                found[word + "s"] = code
    return found
