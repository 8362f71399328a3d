"""A line of an indicator as a chart: figures of several regions or names are lines of their own."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from jiedu.briefings import (
    chart_of,
    chart_words,
    day_words,
    publisher_name,
    region_name,
    source_line,
    with_gaps_told,
)
from jiedu.server.pages.plotting import Plot, Told, plot_of
from jiedu.server.pages.points import thing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jiedu.model import Chart, ChartPoint, Language, Series
    from jiedu.server.pages.points import Line, PointRow, Saying

_MOST = 6  # lines that eyes keep apart
_LEAST = 2  # figures that make a picture


def drawn(line: Line, language: Language) -> Plot | None:
    """A picture of a line, ``None`` where there are not two figures with a period.

    Args:
        line: what is drawn.
        language: of the words around it.
    """
    things: dict[tuple[str | None, str], list[PointRow]] = defaultdict(list)
    for row in line.rows:
        if row.newest.observation.period:
            things[thing(row.newest.vintage)].append(row)
    kept = sorted(things.values(), key=len, reverse=True)[:_MOST]
    if sum(map(len, kept)) < _LEAST:
        return None
    chart, points = _chart(line, kept, language)
    if len(things) > len(kept):
        left = chart_words(language)["rank_left"].format(count=len(things) - len(kept))
        chart = _noted(chart, left)
    return plot_of(chart, {id(point): _told(row.newest, language) for point, row in points})


def _chart(
    line: Line, things: Sequence[Sequence[PointRow]], language: Language
) -> tuple[Chart, list[tuple[ChartPoint, PointRow]]]:
    """The chart of some things, and which row each of its points is."""
    releases = [release for release, _ in line.sources]
    whole = chart_of(_only(line.series, things[0]), releases, language)
    every = [whole] + [chart_of(_only(line.series, mine), (), language) for mine in things[1:]]
    points = [
        pair
        for chart, mine in zip(every, things, strict=True)
        for pair in zip(chart.series[0].points, mine, strict=True)
    ]
    if len(every) == 1:
        return whole, points
    several = len({mine[0].newest.observation.region for mine in things}) > 1
    series = tuple(
        replace(chart.series[0], name=_name(mine[0], chart.series[0].name, language, several))
        for chart, mine in zip(every, things, strict=True)
    )
    used = {row.newest.release.id for mine in things for row in mine}
    source = source_line([each for each in releases if each.id in used], language)
    return with_gaps_told(replace(whole, series=series, source=source)), points


def _only(series: Series, mine: Sequence[PointRow]) -> Series:
    return replace(series, vintages=tuple(row.newest.vintage for row in mine))


def _name(row: PointRow, name: str, language: Language, several: bool) -> str:
    """What the legend calls a thing: its region where they differ in that, else its name."""
    found = row.newest.observation
    if several:
        return region_name(found.region, language) or name
    return found.indicator


def _noted(chart: Chart, note: str) -> Chart:
    form = chart_words(chart.language)["noted"]
    return replace(chart, source=form.format(source=chart.source, note=note))


def _told(saying: Saying, language: Language) -> Told:
    release = saying.release
    named = (publisher_name(release.publisher, language), day_words(release.published, language))
    return Told(saying.observation, release.id, saying.sentence, "  ".join(filter(None, named)))
