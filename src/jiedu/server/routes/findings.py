"""What recomputing the claims of the releases showed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from jiedu.exports.finding_rows import finding_row
from jiedu.model import Verdict
from jiedu.server.cursors import read_cursor, write_cursor
from jiedu.server.held import Checked
from jiedu.server.routes.store import HeldStore
from jiedu.server.shapes import kinds
from jiedu.server.shapes.answers import Finding
from jiedu.server.shapes.kinds import Cursor, Limit, Page, Words
from jiedu.server.tags import TaggedRoute

router = APIRouter(route_class=TaggedRoute, tags=["checks"])


class FindingsQuery(kinds.Query):
    """Which findings are listed."""

    release: Words | None = Field(
        None, description="Claims of one release.", examples=["sample-2023h1-miit-interview"]
    )
    rule: Words | None = Field(None, description="One check.", examples=["growth_difference"])
    verdict: Verdict | None = Field(None, description="One verdict.", examples=["off"])
    later: bool = Field(False, description="Held against later releases too.")
    limit: Limit = 50
    cursor: Cursor = None


@router.get("/findings", summary="List checked claims")
def list_findings(held: HeldStore, query: Annotated[FindingsQuery, Query()]) -> Page[Finding]:
    """Claims in the order of their releases, each with its evidence, its verdict and the sum."""
    after = read_cursor(query.cursor, query, (date, str, int))
    if query.release is None:
        checked = held.findings(later=query.later)
    else:
        checked = held.findings_of(query.release, later=query.later)
    begin = 0 if after is None else bisect_right(checked, after, key=_place)
    found = list(islice(_wanted(checked[begin:], query), query.limit + 1))
    shown = found[: query.limit]
    return Page(
        items=[Finding(**finding_row(item.finding)) for item in shown],
        next=write_cursor(shown[-1].place, query) if len(found) > query.limit else None,
    )


def _place(item: Checked) -> tuple[date, str, int]:
    return item.place


def _wanted(checked: list[Checked], query: FindingsQuery) -> Iterator[Checked]:
    for item in checked:
        finding = item.finding
        if query.rule is not None and finding.rule != query.rule:
            continue
        if query.verdict is None or finding.verdict is query.verdict:
            yield item
