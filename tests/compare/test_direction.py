"""Which of two articles was first."""

import msgspec
import pytest

from tests.compare.readings import reading
from twosource.compare.direction import direction
from twosource.compare.own import sides
from twosource.records import Credit, Direction, Reading

PLAIN = (
    "I was at the polling station in Accra (the one by the market) when they shut the doors -- an hour early!\n"
    "\"You can't vote, we're done,\" a man told us. We stayed. By nine some 300 of us stood in the yard; nobody came."
)
POLISHED = (
    "Polling station officials in Accra reportedly closed the premises considerably earlier than scheduled.\n"
    "However, approximately three hundred prospective voters remained outside throughout the evening.\n"
    "Nevertheless, representatives of the electoral commission subsequently declined to participate in discussions."
)


def told(a: Reading, b: Reading, *, reworded: bool = True) -> Direction:
    return direction(*sides(a, b), reworded=reworded)[0]


def on(day: str | None, text: str = PLAIN) -> Reading:
    return reading(None, "a", text, day)


def test_who_smooths_came_later() -> None:
    assert told(on(None), on(None, POLISHED)) == "a->b"
    assert told(on(None, POLISHED), on(None)) == "b->a"


def test_of_a_copy_style_tells_nothing() -> None:
    assert told(on(None), on(None, POLISHED), reworded=False) == "unknown"
    assert told(on(None), on(None)) == "unknown"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("2031-03-02", "2031-03-03", "a->b"),
        ("2031-03-03T01:00:00", "2031-03-02", "b->a"),
        ("2031-03-02", "2031-03-02", "unknown"),
        ("2031-03-02T08:00:00", "2031-03-02T11:30:00", "a->b"),
        ("2031-03-02T11:30:00Z", "2031-03-02T08:00:00Z", "b->a"),
        ("2031-03-02T08:00:00", "2031-03-02T08:30:00", "unknown"),
        ("2031-03-02T08:00:00", "2031-03-02T00:00:00", "unknown"),  # midnight stands for no hour
        ("2031-03-02T08:00:00+05:00", "2031-03-02T11:30:00", "unknown"),
        ("2031-13-02", "2031-03-03", "unknown"),
    ],
)
def test_days_and_hours(first: str, second: str, expected: Direction) -> None:
    assert told(on(first), on(second)) == expected


def test_the_day_outweighs_the_style() -> None:
    assert told(on("2031-03-03"), on("2031-03-02", POLISHED), reworded=False) == "b->a"


def test_who_credits_the_others_outlet_came_later() -> None:
    a, b = on(None), on(None, POLISHED)
    outlet = msgspec.structs.replace(a, annotation=msgspec.structs.replace(a.annotation, outlet="Accra Courier"))
    credit = Credit("accra courier", "outlet", b.annotation.sentences[0])
    crediting = msgspec.structs.replace(b, annotation=msgspec.structs.replace(b.annotation, credits=(credit,)))
    way, reasons = direction(*sides(outlet, crediting), reworded=False)
    assert way == "a->b"
    assert [(r.feature, r.b) for r in reasons] == [("direction: credited by the other", credit.span)]
    assert told(crediting, outlet, reworded=False) == "b->a"


def test_reasons_point_at_the_marks() -> None:
    _, reasons = direction(*sides(on(None), on(None, POLISHED)), reworded=True)
    marks = {r.feature: (r.a and r.a.text, r.b and r.b.text) for r in reasons}
    assert marks["direction: brackets"] == ("(", None)
    assert marks["direction: connectives"] == (None, "However")
