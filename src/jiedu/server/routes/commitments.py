"""The ledger: measures and what became of them."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from itertools import islice
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from jiedu.exports.rows import entry_row
from jiedu.model import State
from jiedu.server.cursors import read_cursor, write_cursor
from jiedu.server.held import place_of
from jiedu.server.routes.store import HeldStore, today
from jiedu.server.shapes import kinds
from jiedu.server.shapes.kinds import Cursor, Day, Limit, Page, Words
from jiedu.server.shapes.ledger import Entry
from jiedu.server.tags import TaggedRoute
from jiedu.tracking import FieldName, WantedMeasures

router = APIRouter(route_class=TaggedRoute, tags=["ledger"])


class CommitmentsQuery(kinds.Query):
    """Which measures are listed."""

    release: Words | None = Field(
        None, description="Of one release.", examples=["sample-2023h1-miit-interview"]
    )
    owner: Words | None = Field(
        None, description="Who does it, or a part of the name.", examples=["工业和信息化部"]
    )
    speaker: Words | None = Field(None, description="Who said it.", examples=["新闻发言人"])
    instrument: Words | None = Field(
        None, description="The programme or document, or a part.", examples=["十四五"]
    )
    field: FieldName | None = Field(None, description="One of the watched fields.")
    status: State | None = Field(None, description="What became of it.", examples=["achieved"])
    due: Day | None = Field(None, description="Due by this day.", examples=["2025-12-31"])
    region: Words | None = Field(
        None, description="Of one region; 全国 for the country's own.", examples=["全国"]
    )
    targets: bool = Field(False, description="Only measures with a figure to reach.")
    as_of: Day | None = Field(
        None, description="The ledger as it stood on this day.", examples=["2023-12-31"]
    )
    limit: Limit = 50
    cursor: Cursor = None


@router.get("/commitments", summary="List measures with what became of each")
def list_commitments(held: HeldStore, query: Annotated[CommitmentsQuery, Query()]) -> Page[Entry]:
    """Measures in the order of their releases, each with its outcomes and their evidence."""
    after = read_cursor(query.cursor, query, (date, str, int))
    if query.release is not None:
        held.view.release(query.release)  # names near ones where there is none
    entries = held.ledger(query.as_of, today())
    asked = query.model_dump(exclude={"limit", "cursor", "as_of"})
    wanted = WantedMeasures(**asked)
    begin = 0 if after is None else bisect_right(entries, after, key=place_of)
    found = list(islice(filter(wanted.takes, entries[begin:]), query.limit + 1))
    shown = found[: query.limit]
    return Page(
        items=[Entry(**entry_row(entry)) for entry in shown],
        next=write_cursor(place_of(shown[-1]), query) if len(found) > query.limit else None,
    )
