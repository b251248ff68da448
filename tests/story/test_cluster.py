"""Articles gathered into stories."""

from collections import Counter
from collections.abc import Sequence
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from tests.compare.readings import reading
from twosource.compare.embed import Embedder
from twosource.compare.nearness import Nearness, Outline
from twosource.records import Reading
from twosource.story.cluster import Linking, clusters


class Given(Nearness):
    """A nearness that is given as a matrix; `names` are those of each article's lead, and its whole vocabulary."""

    def __init__(self, near: Sequence[Sequence[float]], names: Sequence[str] = ()) -> None:
        self.matrix = np.array(near)
        held = [frozenset(n.split()) for n in names] or [frozenset[str]() for _ in near]
        self.outlines = [
            Outline(np.zeros(1, np.float32), Counter(), Counter(), h, h, frozenset(), frozenset(), frozenset(), None)
            for h in held
        ]

    def of(self, i: int, others: Sequence[int]) -> NDArray[np.float64]:
        return np.asarray(self.matrix[i, list(others)])


def linked(near: Nearness, tied: Sequence[tuple[int, int]] = (), standing: Sequence[Sequence[int]] = ()) -> list[list[int]]:
    pairs = [(i, j) for i in range(len(near.outlines)) for j in range(i)]
    return sorted(sorted(group) for group in Linking(near, tied).run(pairs, standing))


def test_groups_join_by_their_mean() -> None:
    near = [[1, 0.9, 0.3, 0.1], [0.9, 1, 0.22, 0.1], [0.3, 0.22, 1, 0.1], [0.1, 0.1, 0.1, 1]]
    assert linked(Given(near)) == [[0, 1, 2], [3]]
    near[1][2] = near[2][1] = 0.15
    assert linked(Given(near)) == [[0, 1], [2], [3]]


def test_one_article_on_two_events_does_not_make_them_one() -> None:
    near = [[1, 0.8, 0.02], [0.8, 1, 0.7], [0.02, 0.7, 1]]
    assert linked(Given(near)) == [[0, 1], [2]]
    assert linked(Given(near), tied=[(0, 1), (1, 2)]) == [[0, 1], [2]]


def test_derived_articles_are_joined_first_unless_they_are_strangers() -> None:
    near = [[1, 0.9, 0.26, 0.0], [0.9, 1, 0.1, 0.0], [0.26, 0.1, 1, 0.0], [0.0, 0.0, 0.0, 1]]
    assert linked(Given(near)) == [[0, 1], [2], [3]]
    assert linked(Given(near), tied=[(0, 2), (0, 3)]) == [[0, 1, 2], [3]]


@pytest.mark.parametrize(
    ("names", "stories"),
    [
        (["Osorno mayor"] * 3 + ["Calama mayor"] * 3, 2),
        (["Osorno mayor"] * 3 + ["Calama mayor Osorno"] * 3, 1),  # the later event recalls the first: no clash on this side
        (["Osorno mayor"] * 2 + ["mayor"] + ["mayor"] * 3, 1),  # the second group has no key of its own
    ],
)
def test_keys_of_two_events_hold_them_apart(names: list[str], stories: int) -> None:
    near = np.where(np.arange(6)[:, None] // 3 == np.arange(6) // 3, 0.6, 0.4)
    assert len(linked(Given(near.tolist(), names))) == stories


def test_copies_count_as_one_text_when_keys_are_looked_for() -> None:
    near = np.where(np.arange(6)[:, None] // 3 == np.arange(6) // 3, 0.9, 0.4)
    names = ["Osorno mayor"] * 3 + ["Calama mayor"] * 3
    assert len(linked(Given(near.tolist(), names), tied=[(0, 1), (0, 2)])) == 1


@given(st.integers(1, 9), st.randoms(use_true_random=False))
def test_every_article_is_in_one_story(size: int, random: Random) -> None:
    near = np.array([[random.random() / 2 for _ in range(size)] for _ in range(size)])
    groups = linked(Given(((near + near.T) / 2).tolist()))
    assert sorted(i for group in groups for i in group) == list(range(size))


FIRE = (
    "A fire destroyed the tram depot of Linz on Sunday. Nobody was hurt, fire chief Edith Pranger said. Twelve trams burned.",
    "Twelve trams were lost when the depot in Linz burned down. Edith Pranger, who leads the firemen, said no one was injured.",
    "The morning after: Linz looks at the ruin of its tram depot. Buses run instead of the twelve trams that burned on Sunday.",
)
STRIKE = (
    "Teachers in Poznań walked out on Monday over pay. The union leader Zofia Wrona said 4,000 had stopped work.",
    "Zofia Wrona, leader of the teachers' union in Poznań, said 4,000 of its members were on strike for higher pay.",
    "Schools in Poznań stayed shut as teachers struck over pay. Parents brought their children to grandparents.",
)


@pytest.fixture(scope="module")
def pile(embedder: Embedder) -> list[Reading]:
    return [reading(embedder, f"{i}", text) for i, text in enumerate(FIRE + STRIKE)]


def test_the_order_of_the_articles_changes_nothing(pile: list[Reading]) -> None:
    assert clusters(pile) == [[0, 1, 2], [3, 4, 5]]
    for seed in range(5):
        order = Random(seed).sample(range(6), 6)
        found = clusters([pile[i] for i in order])
        assert sorted(sorted(order[i] for i in group) for group in found) == [[0, 1, 2], [3, 4, 5]]


def test_adding_articles_one_by_one_gives_the_same_stories(pile: list[Reading]) -> None:
    for seed in range(5):
        order = Random(seed).sample(range(6), 6)
        begun: list[list[int]] = []
        for size in range(1, 7):
            begun = clusters([pile[i] for i in order[:size]], begun=begun)
        assert sorted(sorted(order[i] for i in group) for group in begun) == [[0, 1, 2], [3, 4, 5]]


def test_a_story_that_stands_is_not_taken_apart(pile: list[Reading]) -> None:
    assert clusters(pile, begun=[[0, 3]])[0][:1] == [0]
    assert any({0, 3} <= set(group) for group in clusters(pile, begun=[[0, 3]]))


def test_no_articles() -> None:
    assert clusters([]) == []


def test_vectors_are_needed() -> None:
    with pytest.raises(ValueError, match="no vectors"):
        clusters([reading(None, "a", FIRE[0])])
