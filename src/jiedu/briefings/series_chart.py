"""A series of the store as a chart."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from jiedu.briefings.data_files import read_words
from jiedu.briefings.naming import indicator_name, series_name
from jiedu.briefings.parts import has_gaps
from jiedu.briefings.sources import source_line
from jiedu.briefings.stretches import STEPS, begins_anew, follows, stretches_of
from jiedu.catalogue import indicator
from jiedu.model import Chart, ChartKind, ChartPoint, ChartSeries, Kind, Measure, Stretch

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from jiedu.model import Language, Release, Series, Vintage

_JOINED = 0.6  # of the figures have to follow one another for a line to say more than bars


def chart_of(
    series: Series,
    releases: Collection[Release],
    language: Language,
    kind: ChartKind | None = None,
) -> Chart:
    """A series as a chart over time.

    Args:
        series: its figures; those without a period are left out.
        releases: those that the figures stand in, for the source line.
        language: of the words around it.
        kind: a line or bars; where it is ``None``, a line where most figures follow one another
            or are of a stock, else bars, which bridge no gaps.
    """
    points = tuple(_point(item) for item in series.vintages if item.observation.period)
    name = _name(series, language)
    used = {point.release for point in points}
    chart = Chart(
        series_name(name, series.measure, series.basis, series.region, language),
        series.unit,
        kind or kind_of(series.indicator, series.measure, points),
        (ChartSeries(name, points),),
        source_line([item for item in releases if item.id in used], language),
        language,
    )
    return with_gaps_told(chart)


def with_gaps_told(chart: Chart) -> Chart:
    """A chart whose source line says what a gap means, where it has some."""
    if not has_gaps(chart):
        return chart
    words = read_words("charts", chart.language)
    return replace(chart, source=words["noted"].format(source=chart.source, note=words["missing"]))


def _name(series: Series, language: Language) -> str:
    known = indicator(series.indicator)
    return indicator_name(series.indicator, known.name if known else series.indicator, language)


def _point(item: Vintage) -> ChartPoint:
    found = item.observation
    return ChartPoint(
        found.value, found.period, "", None, found.bound, found.status, item.release, item.revises
    )


def kind_of(name: str, measure: Measure, points: Sequence[ChartPoint]) -> ChartKind:
    """A line where most figures follow one another or are of a stock, else bars.

    Args:
        name: the id of the indicator, or another name.
        measure: the kind of statement.
        points: with a period each.
    """
    known = indicator(name)
    if known is not None and known.kind is Kind.STOCK and measure is Measure.LEVEL:
        return ChartKind.LINE
    stretches = stretches_of(points)
    joined = total = 0
    for stretch in STEPS:
        mine = [point.period or "" for point, own in zip(points, stretches, strict=True)
                if own is stretch]  # fmt: skip
        total += max(0, len(mine) - 1)
        joined += sum(
            follows(before, after, stretch)
            or (stretch is Stretch.ACCUMULATED and begins_anew(before, after))
            for before, after in pairwise(mine)
        )
    return ChartKind.LINE if total and joined / total >= _JOINED else ChartKind.BARS
