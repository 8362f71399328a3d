"""Figures, one by one."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from jiedu.exports.rows import record_row
from jiedu.model import Measure, Status
from jiedu.server.cursors import read_cursor, write_cursor
from jiedu.server.routes.store import OpenView
from jiedu.server.shapes import kinds
from jiedu.server.shapes.figures import Observation
from jiedu.server.shapes.kinds import Cursor, Day, Limit, Page, Words
from jiedu.server.tags import TaggedRoute
from jiedu.store import FigurePlace, WantedFigures

router = APIRouter(route_class=TaggedRoute, tags=["figures"])


class ObservationsQuery(kinds.Query):
    """Which figures are listed."""

    indicator: Words | None = Field(
        None, description="An id, a name or an alias of an indicator.", examples=["5G基站"]
    )
    release: Words | None = Field(
        None, description="One release.", examples=["sample-2023h1-miit-interview"]
    )
    measure: Measure | None = Field(None, description="One kind of statement.", examples=["growth"])
    basis: Words | None = Field(None, description="One basis.", examples=["yoy"])
    status: Status | None = Field(
        None, description="Facts, goals or expectations.", examples=["actual"]
    )
    region: Words | None = Field(
        None,
        description="The region, under any of its names; 全国 for the country's own.",
        examples=["广东"],
    )
    period: Words | None = Field(
        None, description="One period in ISO 8601.", examples=["2023-01/2023-06"]
    )
    since: Day | None = Field(
        None, description="The first day of publication.", examples=["2023-01-01"]
    )
    until: Day | None = Field(None, description="The last day.", examples=["2023-12-31"])
    sure: float = Field(
        0.0,
        ge=0,
        le=1,
        description="Only figures at least so likely to be right.",
        examples=[0.9],
    )
    as_of: Day | None = Field(
        None, description="What was known on this day.", examples=["2023-07-31"]
    )
    limit: Limit = 50
    cursor: Cursor = None


@router.get("/observations", summary="List figures, release by release, oldest first")
def list_observations(
    view: OpenView, query: Annotated[ObservationsQuery, Query()]
) -> Page[Observation]:
    """The figures that count: of the newest versions, as they were read last."""
    found = read_cursor(query.cursor, query, (date, int, int, int))
    if query.release is not None:
        view.release(query.release)  # names near ones where there is none
    wanted = WantedFigures(**query.model_dump(exclude={"limit", "cursor"}))
    after = FigurePlace(*found) if found else None
    held = view.list_figures(wanted, after, query.limit + 1)
    shown = held[: query.limit]
    return Page(
        items=[Observation(**record_row(record)) for _, record in shown],
        next=write_cursor(shown[-1][0], query) if len(held) > query.limit else None,
    )
