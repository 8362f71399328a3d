"""A series of the store as a chart: its title, its kind, its source."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from jiedu.briefings.series_chart import chart_of
from jiedu.briefings.sources import source_line
from jiedu.model import (
    Bound,
    ChartKind,
    Language,
    Measure,
    Observation,
    Release,
    Series,
    Span,
    Status,
    Vintage,
)


def release(id_: str, day: str, publisher: str | None = "国家统计局") -> Release:
    return Release(id_, "标题", date.fromisoformat(day), "文", "0", publisher)


def series(*periods: str | None, measure: Measure = Measure.GROWTH, name: str = "铅笔") -> Series:
    level = measure is Measure.LEVEL
    told = [
        Vintage(
            Observation(
                Span(0, 1), "铅笔", measure, Decimal(1), "个" if level else "%", Bound.EXACT,
                period, None if level else "yoy", Status.ACTUAL, "1", Span(0, 1),
            ),
            "a", date(2023, 8, 1), datetime(2023, 8, 2, tzinfo=UTC),
        )
        for period in periods
    ]  # fmt: skip
    basis = None if level else "yoy"
    return Series(name, measure, "个" if level else "%", None, basis, tuple(told))


@pytest.mark.parametrize(
    ("told", "language", "wanted"),
    [
        (series("2023-05"), Language.ZH, "铅笔：同比增速"),
        (series("2023-05"), Language.EN, "铅笔: growth year on year"),
        (series("2023-05", measure=Measure.LEVEL), Language.ZH, "铅笔"),
        (series("2023-05", name="telecom.5g.base_stations"), Language.EN, None),
    ],
)
def test_the_title(told: Series, language: Language, wanted: str | None) -> None:
    title = chart_of(told, [release("a", "2023-08-01")], language).title
    assert title == wanted if wanted else "growth year on year" in title


@pytest.mark.parametrize(
    ("periods", "wanted"),
    [
        (("2023-05", "2023-06", "2023-07"), ChartKind.LINE),
        (("2023-01", "2023-06", "2024-07"), ChartKind.BARS),
        (("2023-01/2023-11", "2023", "2024-01/2024-02", "2024-01/2024-03"), ChartKind.LINE),
        (("2023-05",), ChartKind.BARS),
    ],
)
def test_a_line_only_where_most_figures_follow_one_another(
    periods: tuple[str, ...], wanted: ChartKind
) -> None:
    assert chart_of(series(*periods), [], Language.ZH).kind is wanted


def test_figures_without_a_period_are_left_out() -> None:
    told = chart_of(series("2023-05", None), [release("a", "2023-08-01")], Language.ZH)
    assert [point.period for point in told.series[0].points] == ["2023-05"]
    assert told.source == "来源：国家统计局，1 篇发布，2023-08-01"


@pytest.mark.parametrize(
    ("releases", "language", "wanted"),
    [
        ([], Language.ZH, ""),
        (
            [
                release("a", "2023-08-01"),
                release("b", "2023-09-01", "甲"),
                release("c", "2023-07-01"),
            ],
            Language.ZH,
            "来源：国家统计局、甲，3 篇发布，2023-07-01 至 2023-09-01",
        ),
        ([release("a", "2023-08-01", None)], Language.ZH, "来源：1 篇发布，2023-08-01"),
        (
            [release("a", "2023-08-01")],
            Language.EN,
            "Source: National Bureau of Statistics, 1 release, 2023-08-01",
        ),
        (
            [release(name, "2023-08-01", name) for name in "甲乙丙丁"],
            Language.ZH,
            "来源：甲、乙、丙等，4 篇发布，2023-08-01",
        ),
    ],
)
def test_the_source_line(releases: list[Release], language: Language, wanted: str) -> None:
    assert source_line(releases, language) == wanted
