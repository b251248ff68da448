"""Which articles report one event?

Method: average link. Articles, then groups, are joined from the nearest on (`compare/nearness`), by the mean over all pairs of
the two groups, down to one fixed nearness that is the same for every pile. Two things hold groups apart: keys, names in the
leads of most texts of each that no text of the other has (another arrested player, another ship, another town; the later of two
events of one kind may recall the first, but not the other way round), and pairs that have nothing to do with each other, which
an article that tells of two events would otherwise bring together. Articles that surely derive from each other count as one text
there, and are joined beforehand where they are near.

No matrix of all pairs is made: only near pairs among those that `compare/candidates.neighbours` names are links, and the mean
of two groups is taken over all their pairs once a link joins them. Articles are gone through in the order of their ids, so the
order of the input changes nothing. With `begun`, new articles are added to stories that stand: only links of new articles are
followed, and a story that stands is never taken apart. The result is that of the whole pile in one go, but where a new article
would have drawn an old one away from its story, or where the weights of words have changed by much since.

B-cubed F of the development piles (national news, politics, confusable pairs of events, local shootings), one threshold: .918
.992 .974 .955. All in one pile, at .255: .959, without the keys .940 (and the third pile .883). Tried and dropped: mixing single
link into the average (no gain), keys of persons alone (.916 on the third pile), keys of single articles (-.01 on the fourth).

Known failures: a running affair of many months falls apart into its days; two events of one kind in one town on one day, told in
a few lines each, are joined.
"""

import heapq
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from twosource.compare.candidates import neighbours
from twosource.compare.nearness import Nearness, Outline, outline
from twosource.records import DERIVED, Reading, Relation

NEAR = 0.245
"""Mean nearness from which two groups are one story; set over the four development piles at once: a running affair would have it
lower (.24: .926 and .950 on the first and the fourth pile), local shootings higher (.255: .905 and .958)."""
SURE = 0.9
"""Probability from which articles that derive from each other are joined beforehand."""
STRANGERS = 0.1
"""Pairs of a nearness below this have nothing to do with each other; no groups join while half of their pairs are such."""
KEY, ABSENT = 0.5, 0.05
"""A key stands in the leads of this share of a group's texts; the other group has it in no more than that share of its own."""
KEY_TEXTS = 3
"""Texts in whose leads a key stands at least."""
CLASH = 0.4
"""What the nearness of two groups loses when each has keys that the other lacks."""


def clusters(
    readings: Sequence[Reading],
    relations: Iterable[Relation] = (),
    begun: Iterable[Sequence[int]] = (),
    together: Iterable[tuple[str, str]] = (),
) -> list[list[int]]:
    """Indices of `readings` by story, each index once; stories and their members in order.

    `begun` are groups of indices that were found earlier and are kept together; readings in none of them are new, and with
    any given only new ones are compared with the others. `together` are pairs of ids that somebody has judged to be one story's.

    Raises:
        ValueError: if a reading has no vectors.
    """
    order = sorted(range(len(readings)), key=lambda i: (readings[i].annotation.id, i))
    place = {i: at for at, i in enumerate(order)}
    number = {readings[i].annotation.id: at for at, i in enumerate(order)}
    tied = [(number[r.a], number[r.b]) for r in relations if r.relation in DERIVED and r.score >= SURE]
    outlines = [outline(readings[i]) for i in order]
    standing = [[place[i] for i in group] for group in begun]
    old = {i for group in standing for i in group}
    links = ((i, j) for i, j in neighbours(outlines) if i not in old or j not in old)
    judged = [(number[a], number[b]) for a, b in together if a in number and b in number]
    found = Linking(Nearness(outlines), tied).run(links, [*standing, *judged])
    return sorted(sorted(order[at] for at in group) for group in found)


class Linking:
    """Average link over the articles of a `Nearness`; `tied` pairs derive from one another.

    A group has a number: that of its article, or, once joined of two, a new one.
    """

    def __init__(self, near: Nearness, tied: Iterable[tuple[int, int]] = ()) -> None:
        self._near = near
        self._tied = sorted({(min(pair), max(pair)) for pair in tied})
        self._copies = {j for _, j in self._tied}
        self._members = [[i] for i in range(len(near.outlines))]
        self._alive = set(range(len(self._members)))
        self._home = list(range(len(self._members)))
        self._links: list[dict[int, tuple[float, int]]] = [{} for _ in self._members]  # sum of nearness, strangers; by group
        self._waiting: list[tuple[float, int, int, bool]] = []

    def run(self, links: Iterable[tuple[int, int]], standing: Iterable[Sequence[int]] = ()) -> list[list[int]]:
        """The groups once nothing more is to be joined. `standing` groups are joined from the start, linked or not."""
        for group in standing:
            for i in group[1:]:
                self._unite(group[0], i)
        for i, j in sorted(self._tied, key=lambda pair: -self._near.of(pair[0], [pair[1]])[0]):
            if self._near.of(i, [j])[0] >= NEAR and not self._strange(i, j):
                self._unite(i, j)
        homes = ((self._home[i], self._home[j]) for i, j in self._near_ones(links))
        for first, second in sorted({(min(pair), max(pair)) for pair in homes}):
            if first != second:
                self._link(first, second, self._between(first, second))
        while self._waiting:
            negative, first, second, checked = heapq.heappop(self._waiting)
            if not self._alive.issuperset((first, second)):
                continue  # one of them has become part of another since
            if checked or not self._clash(first, second):
                self._join(first, second)
            elif -negative * (1 - CLASH) >= NEAR:
                heapq.heappush(self._waiting, (negative * (1 - CLASH), first, second, True))
        return [self._members[number] for number in self._alive]

    def _near_ones(self, links: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """The links of nearness `NEAR`; groups of that mean have one at least."""
        seconds: dict[int, list[int]] = {}
        for i, j in links:
            seconds.setdefault(i, []).append(j)
        for i, others in seconds.items():
            yield from ((i, j) for j, near in zip(others, self._near.of(i, others).tolist(), strict=True) if near >= NEAR)

    def _unite(self, i: int, j: int) -> None:
        if self._home[i] != self._home[j]:
            self._join(self._home[i], self._home[j])

    def _strange(self, i: int, j: int) -> bool:
        first, second = self._home[i], self._home[j]
        return 2 * self._between(first, second)[1] >= len(self._members[first]) * len(self._members[second])

    def _join(self, first: int, second: int) -> None:
        number = len(self._members)
        self._members.append(self._members[first] + self._members[second])
        self._links.append({})
        self._alive -= {first, second}
        for i in self._members[number]:
            self._home[i] = number
        for other in sorted((self._links[first].keys() | self._links[second].keys()) & self._alive):
            (near_1, strange_1), (near_2, strange_2) = (
                self._links[part].get(other) or self._between(part, other) for part in (first, second)
            )
            self._link(number, other, (near_1 + near_2, strange_1 + strange_2))
        self._alive.add(number)
        self._links[first] = self._links[second] = {}

    def _link(self, first: int, second: int, between: tuple[float, int]) -> None:
        self._links[first][second] = self._links[second][first] = between
        pairs = len(self._members[first]) * len(self._members[second])
        if between[0] >= NEAR * pairs and 2 * between[1] < pairs:
            heapq.heappush(self._waiting, (-between[0] / pairs, min(first, second), max(first, second), False))

    def _between(self, first: int, second: int) -> tuple[float, int]:
        """The sum of the nearness of all pairs of two groups, and how many of them are strangers."""
        fewer, more = sorted((self._members[first], self._members[second]), key=len)
        rows = [self._near.of(i, more) for i in fewer]
        return float(sum(row.sum() for row in rows)), int(sum((row < STRANGERS).sum() for row in rows))

    def _clash(self, first: int, second: int) -> bool:
        """Whether each of two groups has a key that the other lacks."""
        texts = [[self._near.outlines[i] for i in self._members[g] if i not in self._copies] for g in (first, second)]
        return all(any(_share(key, other) <= ABSENT for key in _keys(own)) for own, other in (texts, texts[::-1]))


def _keys(texts: Sequence[Outline]) -> list[str]:
    """The names in the leads of most texts of a group."""
    held = Counter(name for text in texts for name in text.names)
    return [name for name, n in held.items() if n >= max(KEY_TEXTS, KEY * len(texts))]


def _share(word: str, texts: Sequence[Outline]) -> float:
    """The share of some texts that have a word; 1 if there are none, for nothing can be told."""
    return sum(word in text.vocabulary for text in texts) / len(texts) if texts else 1.0
