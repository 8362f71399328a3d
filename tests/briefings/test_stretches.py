"""Which figures may share a line, and where a line may lead on."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jiedu.briefings.stretches import follows, is_pair, stretch_of, stretches_of
from jiedu.model import ChartPoint, Stretch

ALONE = {
    "2023-06-30": Stretch.MOMENT,
    "2023-06": Stretch.MONTH,
    "2023-01/2023-06": Stretch.ACCUMULATED,
    "2023-04/2023-06": Stretch.QUARTER,
    "2023-07/2023-12": Stretch.HALF,
    "2023": Stretch.YEAR,
    "2021/2025": Stretch.OTHER,
    "2023-05/2023-06": Stretch.OTHER,
    "2022-11/2023-02": Stretch.OTHER,
}
TOGETHER = {
    ("2023-01/2023-05", "2023-01/2023-06", "2023"): [Stretch.ACCUMULATED] * 3,
    ("2022", "2023"): [Stretch.YEAR] * 2,
    ("2023-01/2023-03", "2023-04/2023-06"): [Stretch.QUARTER] * 2,
    ("2023-01/2023-06", "2023-07/2023-12"): [Stretch.HALF] * 2,
    ("2023-01/2023-03", "2023-01/2023-05", "2023-04/2023-06"): [
        Stretch.ACCUMULATED,
        Stretch.ACCUMULATED,
        Stretch.QUARTER,
    ],
}
FOLLOWING = [
    ("2023-05", "2023-06", Stretch.MONTH, True),
    ("2023-05", "2023-07", Stretch.MONTH, False),
    ("2023-12", "2024-01", Stretch.MONTH, True),
    ("2023-01/2023-05", "2023-01/2023-06", Stretch.ACCUMULATED, True),
    ("2023-01/2023-03", "2023-01/2023-06", Stretch.ACCUMULATED, False),
    ("2023", "2024-01/2024-02", Stretch.ACCUMULATED, False),
    ("2022", "2023", Stretch.YEAR, True),
    ("2022", "2024", Stretch.YEAR, False),
    ("2023-04/2023-06", "2023-07/2023-09", Stretch.QUARTER, True),
    ("2023-05-31", "2023-06-30", Stretch.MOMENT, True),
    ("2023-04-30", "2023-06-30", Stretch.MOMENT, False),
    ("2020/2022", "2021/2023", Stretch.OTHER, False),
]


@pytest.mark.parametrize(("period", "wanted"), ALONE.items())
def test_the_length_of_a_period(period: str, wanted: Stretch) -> None:
    assert stretch_of(period) is wanted


@pytest.mark.parametrize(("periods", "wanted"), TOGETHER.items())
def test_periods_are_seen_beside_the_others(
    periods: tuple[str, ...], wanted: list[Stretch]
) -> None:
    assert stretches_of([ChartPoint(Decimal(1), period) for period in periods]) == wanted


def test_a_stretch_that_is_given_counts() -> None:
    given = ChartPoint(Decimal(1), "2023", stretch=Stretch.OTHER)
    assert stretches_of([given]) == [Stretch.OTHER]


@pytest.mark.parametrize(("before", "after", "stretch", "wanted"), FOLLOWING)
def test_a_line_leads_on_where_nothing_is_missing(
    before: str, after: str, stretch: Stretch, wanted: bool
) -> None:
    assert follows(before, after, stretch) is wanted


@pytest.mark.parametrize(
    ("period", "wanted"),
    [("2023-01/2023-02", True), ("2023-01/2023-03", False), ("2023-02", False), ("2023", False)],
)
def test_january_and_february_as_one(period: str, wanted: bool) -> None:
    assert is_pair(period) is wanted
