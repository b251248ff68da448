"""How do two words bear on each other in WordNet?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.compare.lexicon import Bearing, bearing, breadth, entry, fields, negated

WORDS = "increase decrease rise buy sell explosion detain quickly unlikely likely harbour minister hope hopeless zzyzx".split()


@pytest.mark.parametrize(
    ("x", "y", "how"),
    [
        ("buy", "purchase", "same"),
        ("destroy", "destruction", "same"),
        ("increase", "decrease", "opposite"),
        ("possible", "impossible", "opposite"),
        ("hot", "chilly", "opposite"),
        ("harbour", "port", "near"),
        ("dog", "table", "apart"),
        ("zzyzx", "table", "unknown"),
    ],
)
def test_bearing(x: str, y: str, how: Bearing) -> None:
    assert bearing(x, y) == how


@given(st.sampled_from(WORDS), st.sampled_from(WORDS))
def test_bearing_is_symmetric_and_a_word_is_itself(x: str, y: str) -> None:
    assert bearing(x, y) == bearing(y, x)
    assert bearing(x, x) == "same"


def test_a_prefix_negates_only_what_it_can() -> None:
    assert negated("unarmed", "armed")
    assert negated("useless", "useful")
    assert not negated("import", "port"), "of two letters, only adjectives are negated"


def test_what_a_noun_is() -> None:
    assert "person" in fields("minister")
    assert fields("zzyzx") == set()
    assert breadth("worker") > breadth("firefighter")


def test_senses_stand_in_order_of_frequency() -> None:
    found = entry("bank")
    assert found is not None
    assert set(found.senses) == {"n", "v"}
    assert entry("zzyzx") is None
