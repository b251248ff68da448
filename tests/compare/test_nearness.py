"""How near articles are as wholes."""

import math

import numpy as np
import pytest

from tests.compare.readings import reading
from twosource.compare.embed import Embedder
from twosource.compare.nearness import Bags, Nearness, outline, rarity, share_at_large

FERRY = "A ferry ran aground off Piran on Saturday with 80 people aboard. Captain Jure Kos was questioned."
FERRY_AGAIN = "Captain Jure Kos said fog hid the reef off Piran that his ferry struck with 80 passengers."
OPERA = "The opera of Ljubljana found a new conductor after a search of two years."


def test_the_same_event_is_nearer(embedder: Embedder) -> None:
    outlines = [outline(reading(embedder, str(i), text)) for i, text in enumerate((FERRY, FERRY_AGAIN, OPERA))]
    near = Nearness(outlines)
    first, second = near.of(0, [1, 2])
    assert first > 2 * second
    assert near.of(0, [0])[0] == pytest.approx(1.0, abs=1e-6)
    assert near.of(1, [0])[0] == pytest.approx(first)


def test_days_between_publication_count(embedder: Embedder) -> None:
    days = ("2024-05-04", "2024-05-04", "2024-12-30", None)
    outlines = [outline(reading(embedder, str(i), FERRY, published=day)) for i, day in enumerate(days)]
    same_day, half, unknown = Nearness(outlines).of(0, [1, 2, 3])
    assert half == pytest.approx(same_day / 2)
    assert unknown == same_day


def test_cosines_of_bags() -> None:
    bags = [{"ferry": 1, "reef": 1}, {"ferry": 1}, {"opera": 1}, {}]
    weight = rarity(bags)
    expected = weight["ferry"] / math.hypot(weight["ferry"], weight["reef"])
    assert Bags(bags).cosines(0, np.array([1, 2, 3, 0])).tolist() == pytest.approx([expected, 0.0, 0.0, 1.0])
    assert Bags(bags).cosines(1, np.array([], dtype=np.intp)).tolist() == []


def test_a_small_pile_does_not_make_its_words_worthless() -> None:
    weight = rarity([{"explosion": 1, "the": 1}] * 5)
    assert weight["explosion"] > 4 * weight["the"]


def test_shares_at_large_follow_the_vocabulary() -> None:
    assert share_at_large("the") > share_at_large("week") > share_at_large("harbour") > share_at_large("xylotomy") > 0
