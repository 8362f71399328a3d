"""Figures one by one, and an indicator over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from jiedu.server.agents.sizes import fitted, sliced
from jiedu.server.agents.tool import Tool
from jiedu.server.routes.observations import ObservationsQuery, list_observations
from jiedu.server.routes.series import SeriesQuery, read_series
from jiedu.server.shapes.figures import Observation, Series
from jiedu.server.shapes.kinds import Cursor, Page

if TYPE_CHECKING:
    from jiedu.server.held import Held


class ListObservations(ObservationsQuery):
    """Which figures are listed."""

    limit: int = Field(20, ge=1, le=100, description="How many figures a page has at most.")


class GetSeries(SeriesQuery):
    """Which line of an indicator is wanted; the commonest where a part is not said."""

    limit: int = Field(40, ge=1, le=200, description="How many points a page has at most.")
    cursor: Cursor = None


class SeriesPage(Series):
    """One line of an indicator: the newest points, oldest of them first."""

    points_found: int = Field(description="How many points the whole line has.")
    next: str | None = Field(
        description="The cursor of the page of earlier points; null where this is the earliest."
    )


def _list(held: Held, query: ListObservations) -> Page[Observation]:
    return fitted(lambda asked: list_observations(held.view, asked), query)


def _series(held: Held, query: GetSeries) -> SeriesPage:
    series = read_series(held.view, query)
    shown, next_ = sliced(series.points[::-1], query)
    slots = {name: getattr(series, name) for name in Series.model_fields}
    slots["points"] = shown[::-1]
    return SeriesPage(**slots, points_found=len(series.points), next=next_)


LIST_OBSERVATIONS = Tool(
    "list_observations",
    "List figures",
    "Figures as official releases state them, one by one, oldest release first: indicator, kind "
    "of statement, value, unit, period, basis, region, with the sentence they were read from, its "
    "release, day and offsets. `value` is a decimal string in base units (万, 亿 multiplied out; "
    "growth in per cent, differences of percentages in `pp`); `text` is the numeral as written.",
    ListObservations,
    Page[Observation],
    _list,
)
GET_SERIES = Tool(
    "get_series",
    "Read an indicator over time",
    "One indicator over time, one figure a period, each with its sentence. Where the kind of "
    "statement, basis or region is not said, the commonest line is given, and `asides` says what "
    "else there is. `as_of` gives what was known on a day; `vintages` all that was said, with "
    "revisions. Take figures from here, and compute with `value`.",
    GetSeries,
    SeriesPage,
    _series,
)
