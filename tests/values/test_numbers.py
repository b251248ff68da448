"""Are numbers read right, in whatever form?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.values.numbers import numbers, ordinal, rounds, same, value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("forty-seven", 47),
        ("1,200", 1200),
        ("2.5 million", 2.5e6),
        ("3bn", 3e9),
        ("a dozen", 12),
        ("two dozen", 24),
        ("half a million", 5e5),
        ("two and a half million", 2.5e6),
        ("one hundred and twenty", 120),
        ("twelve hundred", 1200),
        ("twenty thousand five hundred", 20500),
        ("dozens", None),
        ("two three", None),
        ("miners", None),
    ],
)
def test_value(text: str, expected: float | None) -> None:
    assert value(text) == expected


@given(st.integers(0, 10**9))
def test_thousands_marks_change_nothing(number: int) -> None:
    assert same(value(f"{number:,}"), value(str(number)))


@given(st.text(alphabet="0123456789,. -amdozenhuric", max_size=40))
def test_offsets_lie_in_the_text_and_in_order(text: str) -> None:
    end = 0
    for number in numbers(text):
        assert end <= number.start < number.end <= len(text)
        end = number.end


def test_letters_behind_digits_are_a_scale_only_after_a_currency_sign() -> None:
    assert [(n.best, "the $40m pier"[n.start : n.end]) for n in numbers("the $40m pier")] == [(4e7, "40m")]
    assert [(n.best, "the 40m pier"[n.start : n.end]) for n in numbers("the 40m pier")] == [(40, "40")]


@pytest.mark.parametrize(
    ("word", "expected"), [("third", 3), ("3rd", 3), ("twenty-first", 21), ("thirtieth", 30), ("three", None)]
)
def test_ordinal(word: str, expected: int | None) -> None:
    assert ordinal(word) == expected


@pytest.mark.parametrize(("exact", "rough", "expected"), [(1197, 1200, True), (47, 50, True), (12, 20, False), (41, 14, False)])
def test_rounds(exact: float, rough: float, expected: bool) -> None:
    assert rounds(exact, rough) is expected
