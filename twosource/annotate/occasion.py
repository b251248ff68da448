"""Where and when did an event happen that does not say so in its own sentence?

Method: an event of force or harm takes the day from the next sentences if they tell nothing else, and the town that the
sentences around it name.
Known failures: a town named only where the article tells of something else.
"""

from collections.abc import Sequence

import msgspec

from twosource.annotate.setting import nearby, when
from twosource.annotate.syntax import root
from twosource.annotate.tellings import HARMFUL, Mention
from twosource.records import Document, Place, Sentence, Time

NEXT = 2
"""Sentences in which the date of a killing may follow its first mention."""


def settled(
    told: Sequence[Mention], document: Document, sentences: Sequence[Sentence], times: Sequence[Time], places: Sequence[Place]
) -> list[Mention]:
    """The occurrences of one article, those without a date or a town given the one that the sentences about them name."""
    taken = frozenset(m.sentence for m in told)
    return [_placed(_dated_by_next(m, sentences, taken, times, document), sentences, places) for m in told]


def _placed(m: Mention, sentences: Sequence[Sentence], places: Sequence[Place]) -> Mention:
    """An event of force or harm that names no place of its own happened where the sentences about it are set."""
    resolved = m.place is not None and places[m.place].lat is not None
    if resolved or m.type not in (*HARMFUL, "PROTEST") or m.status not in ("asserted", "alleged"):
        return m
    town = nearby(sentences, m.sentence, places)
    return m if town is None else msgspec.structs.replace(m, place=town)


def _dated_by_next(
    m: Mention, sentences: Sequence[Sentence], taken: frozenset[int], times: Sequence[Time], document: Document
) -> Mention:
    """A killing told without a date happened on the day that the next two sentences name, if they tell nothing else."""
    if m.date is not None or m.type not in HARMFUL or not m.single or m.status not in ("asserted", "alleged"):
        return m
    for number in range(m.sentence + 1, min(m.sentence + 1 + NEXT, len(sentences))):
        sentence = sentences[number]
        top = None if number in taken else root(sentence)
        date = None if top is None else when(sentence, top, times, document.published, document.text)
        if date is not None and date.precision == "day":
            return msgspec.structs.replace(m, date=date)
    return m
