"""How near are two articles as wholes, and do they report one event?

Method: the mean of three cosines, of what the titles and leads mean (sentence vectors), of all the words (counted twice) and of
the names and numbers alone. Words weigh by rarity: their share of the articles of the pile, smoothed by their share in English
at large, as if `AT_LARGE` other articles lay in the pile; so twelve reports of one explosion do not make "explosion" worthless,
and in a pile of five hundred shootings "shot" still tells nothing. Then what speaks for one event or against: a day that both
speak of, a town that both name first, no day of one near a day of the other, provinces that differ, the time between their
publication.

English at large is the order of the embedding model's vocabulary, which is that of frequency, read by Zipf's law (a word of rank
r is one in 10 r words). A table of true frequencies (wordfreq: 60 MB, share-alike data) was not taken for that.

Measured by B-cubed F of the stories, mean of four development piles and their union, at the threshold of `story/cluster`: all
.959; without the shared day .952, without days apart .943, without provinces .955. The shared town changes nothing there, but in
piles of a dozen. Tried and left out: cosines of titles, of leads, of pairs of words, of persons (each within .003), a bonus for
a common name that is salient in both (+.001), a logistic regression over the same values (-.02 to -.05 on a pile that it was not
fitted on).

Known failures: reports that give no day and no place have their words alone to tell apart two events of one kind.
"""

import datetime
import functools
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from twosource.compare.terms import stem, terms
from twosource.compare.verdict import published_day
from twosource.records import Reading
from twosource.resources import VOCABULARY

LEAD = 5
"""Sentences that say what an article is about, its title among them."""
MEANING, WORDS, DETAILS = 0.25, 0.5, 0.25
"""What each cosine counts."""
AT_LARGE = 300
"""Articles of other matters by which the counts of the pile are smoothed; 100 to 1,000 differ by half a point of F."""
LENGTH = 300
"""Words of an article, for the share of articles that hold a word of a given frequency."""
UNKNOWN_SHARE = 0.0005
"""Share of articles at large that hold a word which the vocabulary does not have: a name, mostly."""
SHARED_DAY, SHARED_TOWN = 0.05, 0.05
"""What a day that both articles speak of adds, and a town that both name first; less for one that many of the pile have."""
DAY_AT_LARGE = 0.005
"""Share of articles at large that speak of a given day."""
FIRST_TOWNS = 2
DAYS_APART, APART = 2, 0.33
"""Articles whose days all lie more than these days apart are less near by this share."""
OTHER_PROVINCE = 0.08
"""Articles whose first places lie in other provinces are less near by this share."""
FIRST_PLACES = 4
HALVED = 240.0
"""Days between the publication of two articles that halve their nearness."""


class Outline(msgspec.Struct, frozen=True):
    """What of an article its nearness to others is measured by.

    `lead` is a unit vector of float32; `days` are ordinals of calendar days; `names` the names in title and lead, in lower case;
    `vocabulary` all words.
    """

    lead: NDArray[np.float32]
    stems: Mapping[str, int]
    details: Mapping[str, int]
    names: frozenset[str]
    vocabulary: frozenset[str]
    days: frozenset[int]
    towns: frozenset[str]
    provinces: frozenset[tuple[str, str]]
    published: int | None


def outline(reading: Reading) -> Outline:
    """The outline of one article, which depends on no other.

    Raises:
        ValueError: if the reading has no vectors.
    """
    if reading.vectors is None:
        raise ValueError(f"article {reading.annotation.id} has no vectors")
    found = terms(reading)
    lead = np.asarray(reading.vectors, dtype=np.float32)[:LEAD].sum(axis=0)
    places = [p for p in reading.annotation.places if p.sense == "location"]
    published = published_day(reading)
    return Outline(
        lead / (np.linalg.norm(lead) or 1.0),
        Counter(s for t in found for s in t.stems.elements()),
        Counter(d for t in found for d in t.details),
        frozenset(d for t in found[:LEAD] for d in t.details if not any(c.isdigit() for c in d)),
        frozenset(w for t in found for w in t.words),
        frozenset(_days(reading)),
        frozenset(p.name.lower() for p in [p for p in places if p.precision in ("city", "point")][:FIRST_TOWNS]),
        frozenset((p.country, p.admin1) for p in places[:FIRST_PLACES] if p.country and p.admin1),
        published.toordinal() if published else None,
    )


def leads(outlines: Sequence[Outline]) -> NDArray[np.float32]:
    """The vectors of the leads as the rows of a matrix."""
    return np.array([o.lead for o in outlines]) if outlines else np.zeros((0, 0), dtype=np.float32)


def _days(reading: Reading) -> Iterable[int]:
    for time in reading.annotation.times:
        m = re.match(r"\d{4}-\d\d-\d\d(?!\d)", time.value) if time.type in ("DATE", "TIME") else None
        if m:
            try:
                yield datetime.date.fromisoformat(m[0]).toordinal()
            except ValueError:  # a thirtieth of February is no day
                continue


class Nearness:
    """The nearness of any two of some articles; without a matrix of all pairs, so that a pile may be large."""

    def __init__(self, outlines: Sequence[Outline]) -> None:
        self.outlines = outlines
        self._leads = leads(outlines)
        self._words = Bags([o.stems for o in outlines])
        self._details = Bags([o.details for o in outlines])
        most = math.log(1 + (len(outlines) + AT_LARGE) / 2)
        days = Counter(day for o in outlines for day in o.days)
        self._days = {d: _rarity(len(outlines), n, DAY_AT_LARGE) / most for d, n in days.items()}
        self._towns = {t: r / most for t, r in rarity([dict.fromkeys(o.towns, 1) for o in outlines]).items()}
        self._published = np.array([o.published or 0 for o in outlines], dtype=float)

    def of(self, i: int, others: Sequence[int]) -> NDArray[np.float64]:
        """How near article `i` is to each of the others, in their order; at most 1 + `SHARED_DAY` + `SHARED_TOWN`."""
        chosen = np.asarray(others, dtype=np.intp)
        near: NDArray[np.float64] = MEANING * np.clip(self._leads[chosen] @ self._leads[i], 0, 1).astype(float)
        near += WORDS * self._words.cosines(i, chosen) + DETAILS * self._details.cosines(i, chosen)
        near *= self._against(i, others)
        near += self._shared(i, others)
        if self.outlines[i].published is not None:
            gap = np.abs(self._published[chosen] - self._published[i])
            near /= 1 + np.where(self._published[chosen] > 0, gap, 0.0) / HALVED
        return near

    def _against(self, i: int, others: Sequence[int]) -> NDArray[np.float64]:
        own, factors = self.outlines[i], np.ones(len(others))
        for at, j in enumerate(others):
            other = self.outlines[j]
            if own.provinces and other.provinces and not own.provinces & other.provinces:
                factors[at] -= OTHER_PROVINCE
            if min((abs(a - b) for a in own.days for b in other.days), default=0) > DAYS_APART:
                factors[at] *= 1 - APART
        return factors

    def _shared(self, i: int, others: Sequence[int]) -> NDArray[np.float64]:
        own = self.outlines[i]
        days = [max((self._days[d] for d in own.days & self.outlines[j].days), default=0.0) for j in others]
        towns = [max((self._towns[t] for t in own.towns & self.outlines[j].towns), default=0.0) for j in others]
        return np.asarray(SHARED_DAY * np.array(days) + SHARED_TOWN * np.array(towns))


class Bags:
    """Bags of words as the rows of a sparse matrix: damped by log, weighed by rarity, of length one."""

    def __init__(self, bags: Sequence[Mapping[str, int]]) -> None:
        weight = rarity(bags)
        column = {word: at for at, word in enumerate(weight)}
        rows = []
        for bag in bags:
            values = np.array([(1 + math.log(n)) * weight[w] for w, n in bag.items()], dtype=np.float32)
            rows.append((np.array([column[w] for w in bag], dtype=np.int32), values / (np.linalg.norm(values) or 1.0)))
        self._starts = np.cumsum([0, *(len(columns) for columns, _ in rows)])
        self._columns = np.concatenate([columns for columns, _ in rows]) if rows else np.zeros(0, dtype=np.int32)
        self._values = np.concatenate([values for _, values in rows]) if rows else np.zeros(0, dtype=np.float32)
        self._dense = np.zeros(len(weight), dtype=np.float32)

    def cosines(self, i: int, others: NDArray[np.intp]) -> NDArray[np.float64]:
        """The cosine of bag `i` with each of the others, in their order."""
        own = slice(self._starts[i], self._starts[i + 1])
        self._dense[self._columns[own]] = self._values[own]
        sizes = self._starts[others + 1] - self._starts[others]
        ends = np.cumsum(sizes)
        cells = np.arange(ends[-1] if len(ends) else 0) + np.repeat(self._starts[others] - ends + sizes, sizes)
        sums = np.concatenate(([0.0], np.cumsum(self._dense[self._columns[cells]] * self._values[cells], dtype=float)))
        self._dense[self._columns[own]] = 0.0
        found: NDArray[np.float64] = sums[ends] - sums[ends - sizes]
        return found


def rarity(bags: Sequence[Mapping[str, int]]) -> dict[str, float]:
    """What each word of some bags weighs: log of 1 + articles / articles that hold it, those at large among them."""
    held = Counter(word for bag in bags for word in bag)
    return {word: _rarity(len(bags), n, share_at_large(word)) for word, n in sorted(held.items())}


def _rarity(articles: int, holders: int, at_large: float) -> float:
    return math.log(1 + (articles + AT_LARGE) / (holders + AT_LARGE * at_large))


def share_at_large(word: str) -> float:
    """The share of articles in English at large that hold a word or stem, in (0, 1)."""
    rank = _ranks().get(stem(word))
    return UNKNOWN_SHARE if rank is None else 1 - math.exp(-LENGTH / (10 * rank))


@functools.cache
def _ranks() -> dict[str, int]:
    """The rank of each stem's most frequent word, from 1."""
    words = VOCABULARY.path.read_text("utf8").splitlines()
    found: dict[str, int] = {}
    for rank, word in enumerate(words[words.index("the") :], 1):
        if word.isalpha():
            found.setdefault(stem(word), rank)
    return found
