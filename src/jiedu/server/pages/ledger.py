"""The ledger: measures with what became of each, as a table and as files."""

from __future__ import annotations

from bisect import bisect_right

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from jiedu.briefings import STATES
from jiedu.server.cursors import read_cursor, write_cursor
from jiedu.server.pages.book import PLACE, Group
from jiedu.server.pages.filters import Cursor
from jiedu.server.pages.ledger_query import AskedLedger
from jiedu.server.pages.look import look_of
from jiedu.server.pages.measures import STATE_MARKS, rows_of
from jiedu.server.pages.rendering import page
from jiedu.server.pages.routing import PageRoute
from jiedu.server.pages.waiting import waiting
from jiedu.tracking import field_names

router = APIRouter(route_class=PageRoute, include_in_schema=False)

_PAGE = 40


@router.get("/ledger")
def ledger_page(request: Request, asked: AskedLedger, cursor: Cursor = None) -> HTMLResponse:
    """Measures, the newest first, narrowed by what is asked."""
    query = asked.query
    after = read_cursor(cursor, query, PLACE)
    book = asked.book(request)
    if book is None:
        return waiting(request, "ledger")
    listed = asked.listed(book)
    begin = 0 if after is None else bisect_right(listed.lines, after, key=lambda each: each.place)
    part = listed.lines[begin : begin + _PAGE]
    more = len(listed.lines) > begin + _PAGE
    return page(
        request,
        "_ledger.html" if request.headers.get("hx-request") else "ledger.html",
        rows=rows_of(part, book, look_of(request).language, grouped=query.group is not None),
        listed=listed,
        asked=asked.fields,
        query=query,
        as_of=book.as_of,
        states=tuple(STATES),
        marks=STATE_MARKS,
        fields=field_names(),
        groups=tuple(Group),
        next=write_cursor(part[-1].place, query) if more else None,
    )
