"""Values of dates: what they cover and when two can be the same day."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.values.dates import compatible, day_of, interval, precision

D = datetime.date


@pytest.mark.parametrize(
    ("value", "first", "last", "exact"),
    [
        ("2025-07-03", D(2025, 7, 3), D(2025, 7, 3), "day"),
        ("2025-07-03T21:00", D(2025, 7, 3), D(2025, 7, 3), "day"),
        ("2025-07-03TNI", D(2025, 7, 3), D(2025, 7, 4), "day"),
        ("2025-W27", D(2025, 6, 30), D(2025, 7, 6), "week"),
        ("2025-W27-WE", D(2025, 7, 5), D(2025, 7, 6), "range"),
        ("2024-02", D(2024, 2, 1), D(2024, 2, 29), "month"),
        ("2025-Q4", D(2025, 10, 1), D(2025, 12, 31), "range"),
        ("2023-WI", D(2023, 12, 1), D(2024, 2, 29), "range"),
        ("2025", D(2025, 1, 1), D(2025, 12, 31), "year"),
        ("199", D(1990, 1, 1), D(1999, 12, 31), "range"),
        ("2025-06-01/2025-06-10", D(2025, 6, 1), D(2025, 6, 10), "range"),
    ],
)
def test_what_a_value_covers(value: str, first: datetime.date, last: datetime.date, exact: str) -> None:
    assert interval(value) == (first, last)
    assert precision(value) == exact


@pytest.mark.parametrize("value", ["XXXX-06", "XXXX-WXX-1", "P3W", "PAST_REF", "2025-02-30", "2025-13", "2025-W60", "T21:00", ""])
def test_a_value_without_days_has_no_precision(value: str) -> None:
    assert interval(value) is None
    assert precision(value) is None
    assert compatible(value, "2025") is None


def test_a_publication_date_may_hold_a_time_and_must_hold_a_day() -> None:
    assert day_of("2025-07-04T10:00:00+02:00") == D(2025, 7, 4)
    assert day_of("2025-07") is None
    assert day_of(None) is None


@given(st.dates(min_value=D(1500, 1, 1), max_value=D(2200, 1, 1)), st.dates(min_value=D(1500, 1, 1), max_value=D(2200, 1, 1)))
def test_days_agree_with_themselves_their_month_and_their_year_only(a: datetime.date, b: datetime.date) -> None:
    year, week, _ = a.isocalendar()
    for wider in (a.isoformat(), f"{a:%Y-%m}", f"{a:%Y}", f"{year}-W{week:02d}", f"{a:%Y}"[:3]):
        assert compatible(a.isoformat(), wider)
    assert compatible(a.isoformat(), b.isoformat()) is (a == b)
