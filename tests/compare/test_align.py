"""Sentences of two articles, aligned."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from tests.compare.readings import reading
from twosource.compare.align import align, links, stars
from twosource.compare.embed import Embedder

ORIGINAL = (
    "A ferry with 43 people aboard sank off Batangas on Tuesday night, the coast guard said.\n"
    "Rescuers pulled 31 survivors from the water, and four bodies were found at dawn. The captain is missing.\n"
    "The vessel had been cleared to sail two hours before the storm."
)
SPLIT = (
    "The ship had received clearance to leave two hours ahead of the storm.\n"
    "A passenger ferry has gone down near Batangas, with 43 people on board, coast guard officials said.\n"
    "Thirty-one survivors were pulled from the water by rescuers. Four bodies were found at dawn."
)


def pairs(embedder: Embedder, first: str, second: str) -> set[tuple[int, int]]:
    a, b = reading(embedder, "a", first), reading(embedder, "b", second)
    order_a, order_b = [s.span for s in a.sentences], [s.span for s in b.sentences]
    return {(order_a.index(x), order_b.index(y)) for found in align(a, b) for x in found.a for y in found.b}


def test_reordered_and_split(embedder: Embedder) -> None:
    assert {(0, 1), (1, 2), (1, 3), (3, 0)} <= pairs(embedder, ORIGINAL, SPLIT)
    assert not any(i == 2 for i, _ in pairs(embedder, ORIGINAL, SPLIT)), "nobody else tells of the captain"


def test_another_event_of_the_same_kind(embedder: Embedder) -> None:
    other = "The city council of Graz voted to close two swimming pools. The budget is short by three million euros."
    assert pairs(embedder, ORIGINAL, other) == set()


def test_text_with_itself(embedder: Embedder) -> None:
    found = align(reading(embedder, "a", ORIGINAL), reading(embedder, "b", ORIGINAL))
    assert [(x.a[0].text, x.score) for x in found] == [(x.b[0].text, 1.0) for x in found]
    assert len(found) == 4


def test_needs_vectors(embedder: Embedder) -> None:
    bare = reading(None, "a", ORIGINAL)
    with pytest.raises(ValueError, match="vectors"):
        align(bare, bare)


@given(arrays(float, st.tuples(st.integers(1, 6), st.integers(1, 6)), elements=st.floats(0, 1)))
def test_stars_hold_every_link_once(score: np.ndarray) -> None:
    found = links(score)
    gathered = [(i, j) for left, right in stars(found) for i in left for j in right]
    assert sorted(gathered) == sorted(found)
