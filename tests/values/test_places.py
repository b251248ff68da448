"""Distances and sameness of places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.records import Place, PlacePrecision, Span
from twosource.values.places import distance_km, kilometres, same_place


def place(number: int, lat: float, lon: float, country: str, admin1: str | None, precision: PlacePrecision) -> Place:
    return Place(Span(0, 1, "x"), "location", "x", number, lat, lon, country, admin1, precision)


LIMA = place(1, -12.04, -77.03, "PE", "Lima", "city")
CALLAO = place(2, -12.06, -77.15, "PE", "Callao", "city")
CUSCO = place(3, -13.52, -71.97, "PE", "Cusco", "city")
PERU = place(4, -9.2, -75.0, "PE", None, "country")
CUSCO_REGION = place(5, -13.5, -72.0, "PE", "Cusco", "admin1")
CHILE = place(6, -35.0, -71.8, "CL", None, "country")
NOWHERE = Place(Span(0, 1, "x"), "location", "x")


def test_distance() -> None:
    assert distance_km(LIMA, CUSCO) == pytest.approx(572, abs=10)
    assert distance_km(LIMA, NOWHERE) is None


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (LIMA, CALLAO, True),
        (LIMA, CUSCO, False),
        (LIMA, PERU, True),
        (LIMA, CHILE, False),
        (CUSCO, CUSCO_REGION, True),
        (LIMA, CUSCO_REGION, False),
        (LIMA, NOWHERE, None),
    ],
)
def test_places_agree_as_far_as_the_less_exact_one_tells(a: Place, b: Place, same: bool | None) -> None:
    assert same_place(a, b) is same
    assert same_place(b, a) is same


@given(*[st.floats(-90, 90), st.floats(-180, 180)] * 2)
def test_distance_is_symmetric_and_at_most_half_way_round(a: float, b: float, c: float, d: float) -> None:
    assert kilometres(a, b, c, d) == pytest.approx(kilometres(c, d, a, b), abs=1e-6)
    assert 0 <= kilometres(a, b, c, d) <= 20016
