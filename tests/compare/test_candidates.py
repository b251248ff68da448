"""Pairs of a pile that are worth comparing."""

from tests.compare.readings import reading
from twosource.compare.candidates import candidates
from twosource.compare.embed import Embedder

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
