"""The measures that a page of the ledger lists, as files to take along."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from tempfile import mkstemp
from typing import TYPE_CHECKING

from fastapi import APIRouter, Request
from starlette.background import BackgroundTask
from starlette.responses import FileResponse, Response

from jiedu.briefings import write_calendar
from jiedu.exports import MEASURES, ExportFormat, write
from jiedu.model import ledger_rows
from jiedu.server.pages.ledger_query import AskedLedger
from jiedu.server.pages.routing import PageRoute
from jiedu.server.pages.waiting import waiting

if TYPE_CHECKING:
    from collections.abc import Callable

router = APIRouter(route_class=PageRoute, include_in_schema=False)


@router.get("/ledger/measures.csv")
def measures_file(request: Request, asked: AskedLedger) -> Response:
    """One row an outcome, as ``jiedu track --format csv`` writes it."""
    book = asked.book(request)
    if book is None:
        return waiting(request, "ledger")
    rows = (row for entry in asked.listed(book).entries for row in ledger_rows(entry))
    return _sent(
        "measures.csv",
        "text/csv; charset=utf-8",
        lambda path: write(rows, path, ExportFormat.CSV, MEASURES),
    )


@router.get("/ledger/deadlines.ics")
def deadlines_file(request: Request, asked: AskedLedger) -> Response:
    """The open deadlines, as ``jiedu track --ics`` writes them."""
    book = asked.book(request)
    if book is None:
        return waiting(request, "ledger")
    entries = asked.listed(book).entries
    return _sent(
        "deadlines.ics",
        "text/calendar; charset=utf-8",
        lambda path: write_calendar(entries, path, datetime.now(UTC)),
    )


def _sent(name: str, media: str, fill: Callable[[Path], object]) -> FileResponse:
    """A file that is whole before its first byte is sent, and gone after its last."""
    number, place = mkstemp(prefix="jiedu-ledger-")
    os.close(number)
    path = Path(place)
    try:
        fill(path)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    gone = BackgroundTask(path.unlink, missing_ok=True)
    return FileResponse(path, media_type=media, filename=name, background=gone)
