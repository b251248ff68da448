"""Names that are one, and names that only look so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.values.names import acronym_of, bare_name, name_words, same_name, spelt_alike

NAMES = st.lists(st.sampled_from(["Ana", "Vera", "Müller", "of", "Union", "Mr", "J.", "Keita"]), max_size=4).map(" ".join)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Mr Keita", "Ibrahim Keita", True),
        ("President Ibrahim Boubacar Keita", "Keita", True),
        ("Keita", "Keita campaign", False),
        ("J. Müller", "Jana Muller", True),
        ("Ana Müller", "Jana Müller", False),
        ("Jean-Luc Petit", "Jean Luc Petit", True),
        ("Ana", "Ana Vera", False),
        ("UN", "the United Nations", True),
        ("OSCE", "Organization for Security and Co-operation in Europe", False),
        ("WHO", "World Health Organization", True),
        ("Lima police", "Police", True),
        ("", "Keita", False),
    ],
)
def test_same_name(a: str, b: str, same: bool) -> None:
    assert same_name(a, b) is same


def test_surname_first() -> None:
    assert same_name("Zhao", "Zhao Lihua", surname_first=True)
    assert not same_name("Zhao", "Zhao Lihua")


def test_parts() -> None:
    assert bare_name("the President Ana Vera's") == "Ana Vera"
    assert name_words("Gen. José Álvarez-Núñez Jr.") == ("jose", "alvarez", "nunez")
    assert acronym_of("U.N.", "United Nations")
    assert not acronym_of("Unit", "United Nations")


@given(NAMES, NAMES)
def test_symmetric(a: str, b: str) -> None:
    assert same_name(a, b) == same_name(b, a)


@pytest.mark.parametrize(
    ("a", "b", "alike"),
    [
        ("Karl Ewans", "Karll Ewans", True),
        ("Dr Omar Lind", "Omar Lindh", True),
        ("Omar Lind", "Omar Lind", True),
        ("Ann Roth", "Anna Roth", False),
        ("Omar Lind", "Oscar Lind", False),
        ("Karl Ewans", "Karll Ewens", False),
        ("Ewans", "Ewens", False),
    ],
)
def test_names_that_newsrooms_spell_in_two_ways(a: str, b: str, alike: bool) -> None:
    assert spelt_alike(a, b) is alike
    assert spelt_alike(b, a) is alike
