"""Periods before a period, and their spellings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiedu.checks.periods import (
    based_on,
    days,
    month_before,
    quarter_before,
    same,
    spellings,
    wanted_periods,
    year_before,
)

YEARS = [
    ("2024", "2023"),
    ("2024-03", "2023-03"),
    ("2024-01/2024-06", "2023-01/2023-06"),
    ("2024-06-30", "2023-06-30"),
    ("2024-02-29", "2023-02-28"),
    ("2025-02-28", "2024-02-29"),  # the last day stays the last day
    ("2024-02-28", "2023-02-28"),
    ("2021/2025", "2020/2024"),
    ("2024-10-01/2024-10-07", "2023-10-01/2023-10-07"),
    ("2024-02-29/2024-03", "2023-02-28/2023-03"),
]
MONTHS = [
    ("2024-05", "2024-04"),
    ("2024-01", "2023-12"),
    ("2024-01/2024-05", "2024-01/2024-04"),
    ("2024-01/2024-02", None),  # statistics of January alone are not published
    ("2024-03/2024-05", None),
    ("2023-11/2024-05", None),
    ("2024-03-31", "2024-02-29"),
    ("2024-01-31", "2023-12-31"),
    ("2024", None),
    ("2023/2024", None),
    ("2024-10-01/2024-10-07", None),
]
QUARTERS = [
    ("2024-04/2024-06", "2024-01/2024-03"),
    ("2024-01/2024-03", "2023-10/2023-12"),
    ("2024-01/2024-06", None),
    ("2024-06", None),
    ("2023-12/2024-02", None),
    ("2024", None),
]
BASES = [
    ("2024-06", "yoy", "2023-06"),
    ("2024-06", "mom", "2024-05"),
    ("2024-04/2024-06", "qoq", "2024-01/2024-03"),
    ("2024-06-30", "ytd", "2023-12-31"),
    ("2024-06", "2022-01/2022-06", "2022-01/2022-06"),
    ("2024-06", "vs:全国", None),
    ("2024-06", "cagr", None),
    ("2024-06", None, None),
    (None, "yoy", None),
]


@pytest.mark.parametrize(("period", "expected"), YEARS)
def test_the_year_before(period: str, expected: str) -> None:
    assert year_before(period) == expected


@pytest.mark.parametrize(("period", "expected"), MONTHS)
def test_the_month_before(period: str, expected: str | None) -> None:
    assert month_before(period) == expected


@pytest.mark.parametrize(("period", "expected"), QUARTERS)
def test_the_quarter_before(period: str, expected: str | None) -> None:
    assert quarter_before(period) == expected


@pytest.mark.parametrize(("period", "basis", "expected"), BASES)
def test_what_a_change_is_against(
    period: str | None, basis: str | None, expected: str | None
) -> None:
    assert based_on(period, basis) == expected


def test_periods_of_the_same_days_are_one() -> None:
    assert same("2024", "2024-01/2024-12")
    assert not same("2024", "2024-12-31")
    assert same("2024", "2024-12-31", moment=True)
    assert not same("2024-06", "2024-01/2024-06")
    assert same("2024-06", "2024-01/2024-06", moment=True)
    assert not same(None, None)
    assert not same("2024", None)


def test_every_spelling_of_a_moment() -> None:
    assert {"2024", "2024-12", "2024-12-31", "2024-01/2024-12", "2024-10/2024-12"} <= spellings(
        "2024-12-31"
    )
    assert spellings("2024-05-20") == {"2024-05-20"}


def test_what_a_half_year_is_made_of() -> None:
    wanted = wanted_periods("2024-01/2024-06", "yoy")
    assert {"2023-01/2023-06", "2024-01/2024-03", "2024-04/2024-06", "2024-06", "2023"} <= wanted
    assert wanted_periods(None, "yoy") == set()


days_ = st.dates().filter(lambda day: day.year > 1).map(str)
parts = st.one_of(days_, days_.map(lambda day: day[:7]), days_.map(lambda day: day[:4]))
odd = st.one_of(parts, st.tuples(parts, parts).map("/".join))


@given(odd, st.sampled_from(["yoy", "mom", "qoq", "ytd", "cagr", "vs:经济", "2019", None]))
def test_no_period_is_too_odd(period: str, basis: str | None) -> None:
    """Spans of a day to a year, backwards, with a leap day: all are answered."""
    wanted = wanted_periods(period, basis)
    assert period in wanted
    for form in wanted:
        assert len(days(form)) == 2
        assert same(form, form)
        assert isinstance(year_before(form), str)


@given(parts)
def test_every_spelling_ends_on_one_day(period: str) -> None:
    assert {days(form)[1] for form in spellings(period)} == {days(period)[1]}
