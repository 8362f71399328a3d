"""A sheet's rows as charts, for others to draw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.model import (
    Chart,
    ChartKind,
    ChartPoint,
    ChartSeries,
    Language,
    Measure,
    Stretch,
    Timing,
)

if TYPE_CHECKING:
    from jiedu.model import FigureItem, FigureRow, PanelSheet, ProvinceRow, Source

_STRETCHES = {
    Timing.MOMENT: Stretch.MOMENT,
    Timing.MONTH: Stretch.MONTH,
    Timing.QUARTER: Stretch.QUARTER,
    Timing.ACCUMULATED: Stretch.ACCUMULATED,
    Timing.YEAR: Stretch.YEAR,
    Timing.PLAN: Stretch.OTHER,
}


def charts_of(sheet: PanelSheet, language: Language) -> dict[str, Chart]:
    """A chart for each row with a figure that has a time, by the row's key.

    Args:
        sheet: the panel with its rows.
        language: of the titles.
    """
    found = {row.item.key: _over_time(row, language) for row in sheet.figures if _is_dated(row)}
    ranked = {row.item.key: _ranked(row, language) for row in sheet.provinces if row.ranked}
    return found | ranked


def _is_dated(row: FigureRow) -> bool:
    ranks = row.item.measure is Measure.RANK  # a place in a list draws no line
    return not ranks and any(fact.observation.period for fact in row.points)


def _over_time(row: FigureRow, language: Language) -> Chart:
    points = tuple(
        _point(fact, _STRETCHES[row.item.timing]) for fact in row.points if fact.observation.period
    )
    title = _title(row.item, language)
    level = row.item.measure is Measure.LEVEL and row.item.timing is not Timing.MOMENT
    kind = ChartKind.BARS if level else ChartKind.LINE
    return Chart(title, _unit(row.points), kind, (ChartSeries(title, points),), "", language)


def _ranked(row: ProvinceRow, language: Language) -> Chart:
    points = tuple(_point(fact, None, fact.observation.region or "") for fact in row.ranked)
    title = f"{_title(row.item, language)} {row.period or ''}".rstrip()
    series = (ChartSeries(title, points),)
    return Chart(title, _unit(row.ranked), ChartKind.RANKED, series, "", language)


def _point(fact: Source, stretch: Stretch | None, name: str = "") -> ChartPoint:
    found = fact.observation
    return ChartPoint(
        found.value, found.period, name, stretch, found.bound, found.status, fact.release
    )


def _unit(facts: tuple[Source, ...]) -> str:
    return next((fact.observation.unit for fact in reversed(facts) if fact.observation.unit), "")


def _title(item: FigureItem, language: Language) -> str:
    return item.name if language is Language.ZH else item.english
