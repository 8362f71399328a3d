"""An indicator over time."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from jiedu.errors import InputError
from jiedu.exports.rows import observation_row
from jiedu.model import Measure, Status, Vintage
from jiedu.server.problems import ProblemError
from jiedu.server.routes.store import OpenView
from jiedu.server.shapes import kinds
from jiedu.server.shapes.figures import Aside, Point, Series
from jiedu.server.shapes.kinds import Day, Words
from jiedu.server.tags import TaggedRoute
from jiedu.store import PeriodSpan, View, Wanted

router = APIRouter(route_class=TaggedRoute, tags=["figures"])


class SeriesQuery(kinds.Query):
    """Which line of an indicator is wanted; the commonest where a part is not said."""

    indicator: Words = Field(
        description="An id, a name or an alias of an indicator.", examples=["5G基站"]
    )
    measure: Measure | None = Field(None, description="One kind of statement.", examples=["level"])
    basis: Words | None = Field(None, description="One basis.", examples=["yoy"])
    region: Words | None = Field(None, description="One region.", examples=["广东"])
    status: Status | None = Field(
        None, description="Facts, goals or expectations.", examples=["actual"]
    )
    span: PeriodSpan | None = Field(
        None, description="How long the periods are.", examples=["accumulated"]
    )
    as_of: Day | None = Field(
        None, description="What was known on this day.", examples=["2023-07-31"]
    )
    vintages: bool = Field(
        False, description="All that was said, revisions marked, not one a period."
    )
    sure: float = Field(
        0.0, ge=0, le=1, description="Only figures at least so likely to be right.", examples=[0.9]
    )


@router.get("/series", summary="Read an indicator over time")
def read_series(view: OpenView, query: Annotated[SeriesQuery, Query()]) -> Series:
    """One line of an indicator, oldest period first, each point with its sentence."""
    wanted = Wanted(query.measure, query.basis, query.region, query.status)
    try:
        series = view.series(
            query.indicator,
            wanted,
            span=query.span,
            as_of=query.as_of,
            every=query.vintages,
            sure=query.sure,
        )
    except InputError as error:
        raise ProblemError(404, "nothing-left", f"{error.message}; {error.hint}") from error
    return Series(
        indicator=series.indicator,
        measure=series.measure,
        unit=series.unit,
        region=series.region,
        basis=series.basis,
        points=_points(view, query, series.vintages),
        asides=[Aside(**aside._asdict()) for aside in series.asides],
    )


def _points(view: View, query: SeriesQuery, vintages: tuple[Vintage, ...]) -> list[Point]:
    texts = view.texts({item.release for item in vintages}, query.as_of)
    return [
        Point(
            **observation_row(item.observation, item.release, item.published, texts[item.release]),
            revises=item.revises,
        )
        for item in vintages
    ]
