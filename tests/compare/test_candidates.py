"""Pairs of a pile that are worth comparing."""

from tests.compare.readings import reading
from twosource.compare import candidates as module
from twosource.compare.candidates import candidates, neighbours
from twosource.compare.embed import Embedder
from twosource.compare.nearness import outline

FLOOD = "The river Drava burst its banks near Maribor on Friday. Some 300 people were moved to a sports hall."
FLOOD_AGAIN = "Three hundred residents spent the night in a sports hall after the Drava flooded villages around Maribor."
CHESS = "A fifteen-year-old from Tashkent won the city's chess open without losing a game."


def test_one_event_is_compared_and_another_is_not(embedder: Embedder) -> None:
    pile = [reading(embedder, str(i), text) for i, text in enumerate((FLOOD, CHESS, FLOOD_AGAIN))]
    assert candidates(pile) == ((0, 2),)


def test_an_empty_article_is_compared_with_nothing(embedder: Embedder) -> None:
    assert candidates([reading(embedder, "a", ""), reading(embedder, "b", FLOOD)]) == ()


def test_no_articles() -> None:
    assert candidates([]) == ()


def test_the_order_of_the_articles_changes_nothing(embedder: Embedder) -> None:
    pile = [reading(embedder, name, text) for name, text in (("c", FLOOD), ("b", CHESS), ("a", FLOOD_AGAIN))]
    assert candidates(pile) == candidates(pile[::-1]) == ((0, 2),)


def test_of_many_copies_each_is_compared_with_a_few_and_with_the_earliest(embedder: Embedder) -> None:
    days = [f"2024-03-{day:02}" for day in range(2, 31)]
    pile = [reading(embedder, f"{i:02}", FLOOD, published=day) for i, day in enumerate([*days, "2024-03-01"])]
    found = candidates(pile)
    assert {(i, len(days)) for i in range(len(days))} <= set(found)
    assert len(found) < len(pile) * (module.OF_COPIES + 1)


def test_a_shared_paragraph_makes_a_pair_however_long_the_rest(embedder: Embedder) -> None:
    filler = [" ".join(f"{word} {n} is new in town {n * 7}." for n in range(60)) for word in ("Bread", "Glass")]
    pile = [reading(embedder, str(i), f"{text} {FLOOD}") for i, text in enumerate(filler)]
    assert candidates(pile) == ((0, 1),)


def test_neighbours_of_some(embedder: Embedder) -> None:
    outlines = [outline(reading(embedder, str(i), text)) for i, text in enumerate((FLOOD, CHESS, FLOOD_AGAIN))]
    assert (0, 2) in set(neighbours(outlines))
    assert all(1 in pair for pair in neighbours(outlines, of=[1]))
