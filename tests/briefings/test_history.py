"""The figure of last time: of the same length of period, near, and told by no ambiguous words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from made_material import release

from jiedu.briefings.composing.history import History
from jiedu.model import Bound, Measure, Observation, Source, Span, Status

HOME = release("home", "2023-07-20", "标题")


def figure(
    period: str, value: str = "1", measure: Measure = Measure.GROWTH, unit: str = "%"
) -> Observation:
    basis = "yoy" if measure is Measure.GROWTH else None
    return Observation(
        Span(0, 1), "甲", measure, Decimal(value), unit, Bound.EXACT, period, basis,
        Status.ACTUAL, value, Span(0, 9), indicator_id="industry.value_added",
    )  # fmt: skip


def told(found: Observation, name: str = "old", day: str = "2023-05-01") -> Source:
    return Source(name, date.fromisoformat(day), found, "句子")


LAST = [
    (figure("2023-01/2023-06"), ["2023-01/2023-05", "2023-01/2023-03"], "2023-01/2023-05"),
    (figure("2023-01/2023-06"), ["2023-05", "2022"], "2022"),
    (figure("2023-01/2023-06"), ["2023-05"], None),
    (figure("2023-01/2023-06"), ["2021"], None),
    (figure("2023-06"), ["2023-01/2023-05", "2023-04"], "2023-04"),
    (figure("2023-06"), ["2023-07"], None),
    (figure("2023-06-30"), ["2023-06-20", "2023-05-31"], "2023-05-31"),
    (figure("2023"), ["2022", "2022-01/2022-06"], "2022"),
    (figure("2021/2025"), ["2016/2020"], None),
]


@pytest.mark.parametrize(("found", "periods", "wanted"), LAST)
def test_the_period_of_last_time(
    found: Observation, periods: list[str], wanted: str | None
) -> None:
    history = History([told(figure(period)) for period in periods])
    before = history.before(found, HOME)
    assert (before.observation.period if before else None) == wanted


def test_amounts_that_accumulate_are_held_against_the_year_before() -> None:
    def amount(period: str) -> Observation:
        return figure(period, "5", Measure.LEVEL, "元")

    history = History([told(amount("2023-01/2023-05")), told(amount("2022-01/2022-06"))])
    before = history.before(amount("2023-01/2023-06"), HOME)
    assert before is not None
    assert before.observation.period == "2022-01/2022-06"


def test_the_newest_vintage_until_the_day_counts() -> None:
    history = History(
        [
            told(figure("2023-05", "1"), "a", "2023-06-01"),
            told(figure("2023-05", "2"), "b", "2023-07-01"),
            told(figure("2023-05", "3"), "c", "2023-08-01"),
            told(figure("2023-05", "4"), "home", "2023-07-20"),
        ]
    )
    before = history.before(figure("2023-06"), HOME)
    assert before is not None
    assert before.observation.value == 2


def test_two_values_for_one_thing_leave_open_which_is_meant() -> None:
    history = History([told(figure("2023-05", "97")), told(figure("2023-05", "86"))])
    assert history.before(figure("2023-06"), HOME) is None


def test_what_is_said_of_now_leaves_a_line_that_has_days_enough() -> None:
    days = ["2023-01-31", "2023-02-28", "2023-03-31", "2023-04-30"]
    dated = [told(figure(day)) for day in days]
    now = told(figure("2023-05-01"))
    line = History([*dated, now]).line(figure("2023-06-30"), date(2023, 7, 20))
    assert sorted(item.observation.period or "" for item in line) == days
    line = History([*dated[:2], now]).line(figure("2023-06-30"), date(2023, 7, 20))
    assert len(line) == 3
