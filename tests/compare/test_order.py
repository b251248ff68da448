"""Whether sentences answer each other one by one, and in order."""

import numpy as np
import pytest

from tests.compare.readings import reading
from twosource.compare.embed import Embedder
from twosource.compare.order import Order, chain, order, preference
from twosource.compare.own import sides
from twosource.compare.terms import uncommonness

TOLD = (
    "A car plant near Zwickau stopped its lines on Tuesday after a fire in the paint shop.\n"
    "Two hundred workers were led out, and three of them were taken to hospital with burns.\n"
    "Firemen needed four hours because the roof was covered with solar panels.\n"
    "The company expects to lose a week of production of its electric saloon.\n"
    "The union has asked for years that the sprinklers be renewed."
)
RETOLD = (
    "A blaze in its paint workshop brought an automobile factory outside Zwickau to a halt on Tuesday.\n"
    "Some 200 employees had to leave the building; three went to a clinic with burn injuries.\n"
    "Because solar modules cover the roof, it took the fire brigade four hours to put out the flames.\n"
    "Output of the electric sedan will be down for about a week, the firm believes.\n"
    "For years the trade union had been demanding new sprinklers."
)
ELSEWHERE = (
    "Zwickau woke to black smoke on Tuesday, and schools kept the children indoors.\n"
    "Anna Lehmann, who runs a bakery across from the gate, gave coffee to the men who stood outside.\n"
    "The interior minister of Saxony, Paul Krause, flew over the plant at noon.\n"
    "Investigators from Dresden will look for the cause, which a spokesman did not want to guess at.\n"
    "The carmaker built its first engine here in 1904."
)


def compared(embedder: Embedder, first: str, second: str) -> Order:
    a, b = sides(reading(embedder, "a", first), reading(embedder, "b", second))
    return order(a, b, uncommonness(a.stems | b.stems))


def test_a_rewrite_answers_sentence_by_sentence(embedder: Embedder) -> None:
    rewrite, independent = compared(embedder, TOLD, RETOLD), compared(embedder, TOLD, ELSEWHERE)
    assert rewrite.partnered > 0.8 > 0.4 > independent.partnered
    assert rewrite.chained > 3.5
    assert rewrite.told_a == rewrite.told_b
    assert len(rewrite.told_a) >= 4
    assert rewrite.forwards > independent.forwards


def test_the_order_of_sentences_is_told_from_their_likeness(embedder: Embedder) -> None:
    backwards = "\n".join(reversed(RETOLD.split("\n")))
    straight, turned = compared(embedder, TOLD, RETOLD), compared(embedder, TOLD, backwards)
    assert turned.partnered == pytest.approx(straight.partnered)
    assert turned.forwards == pytest.approx(-straight.forwards)
    assert straight.places > 0 > turned.places


def test_it_is_the_same_from_either_side(embedder: Embedder) -> None:
    one, other = compared(embedder, TOLD, ELSEWHERE), compared(embedder, ELSEWHERE, TOLD)
    assert (one.partnered, one.chained, one.forwards) == pytest.approx((other.partnered, other.chained, other.forwards))


def test_nothing_to_compare(embedder: Embedder) -> None:
    assert compared(embedder, TOLD, "") == Order(0.0, 0.0, 0.0, 0.0, (), (), None, None)


def test_vectors_are_needed() -> None:
    a, b = sides(reading(None, "a", TOLD), reading(None, "b", RETOLD))
    with pytest.raises(ValueError, match="vectors"):
        order(a, b, uncommonness(a.stems | b.stems))


def test_chain() -> None:
    assert chain(np.array([[1.0, 0.0], [0.0, 1.0]])) == 2.0
    assert chain(np.array([[0.0, 1.0], [1.0, 0.0]])) == 1.0


def test_who_is_liked_by_several_is_nobodys_partner() -> None:
    shared, single = np.array([[0.8, 0.1], [0.8, 0.1]]), np.array([[0.8, 0.1], [0.1, 0.1]])
    assert preference(shared, 0.05)[0, 0] < 0.6 < 0.9 < preference(single, 0.05)[0, 0]
