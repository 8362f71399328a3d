"""Whole files: every figure, measure or finding."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path
from tempfile import mkstemp
from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi import Path as PathPart
from pydantic import Field
from starlette.background import BackgroundTask
from starlette.responses import FileResponse

from jiedu.exports import FIGURES, FINDINGS, MEASURES, ExportFormat, write
from jiedu.model import FindingRow, LedgerRow, Record, finding_row_of, ledger_rows
from jiedu.server.held import Held
from jiedu.server.routes.store import HeldStore, today
from jiedu.server.shapes import kinds
from jiedu.server.shapes.kinds import Day
from jiedu.server.tags import TaggedRoute

router = APIRouter(route_class=TaggedRoute, tags=["exports"])

_MEDIA = {"csv": "text/csv; charset=utf-8", "jsonl": "application/jsonl"}
_LAYOUTS = {"observations": FIGURES, "commitments": MEASURES, "findings": FINDINGS}
_TEXT = {"schema": {"type": "string", "description": "One row a line."}}


class What(StrEnum):
    """What is exported."""

    OBSERVATIONS = "observations"
    COMMITMENTS = "commitments"
    FINDINGS = "findings"


class Form(StrEnum):
    """The form of the file."""

    CSV = "csv"
    JSONL = "jsonl"


class ExportQuery(kinds.Query):
    """How a file is wanted."""

    form: Form = Field(
        Form.CSV, description="Lines of CSV, or of JSON with decimals as strings.", alias="format"
    )
    as_of: Day | None = Field(
        None,
        description="What was known on this day; findings are always of today.",
        examples=["2023-07-31"],
    )


@router.get(
    "/exports/{what}",
    summary="Download all figures, measures or findings",
    response_class=FileResponse,
    responses={
        200: {
            "description": "The file.",
            "content": {"text/csv": _TEXT, "application/jsonl": _TEXT},
        }
    },
)
def export(
    held: HeldStore,
    what: Annotated[What, PathPart(description="What is exported.", examples=["observations"])],
    query: Annotated[ExportQuery, Query()],
) -> Any:
    """A file of one row a figure, an outcome or a finding, as `jiedu export` writes it."""
    rows = _rows(held, what, query.as_of)
    name = f"{what.value}.{query.form.value}"
    path = _empty()
    try:
        # whole before the first byte is sent, so that a slow client holds no reader of the store
        write(rows, path, ExportFormat(query.form.value), _LAYOUTS[what.value])
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return FileResponse(
        path,
        media_type=_MEDIA[query.form.value],
        filename=name,
        background=BackgroundTask(path.unlink, missing_ok=True),
    )


def _empty() -> Path:
    number, name = mkstemp(prefix="jiedu-export-")
    os.close(number)
    return Path(name)


def _rows(
    held: Held, what: What, as_of: date | None
) -> Iterator[Record] | Iterator[LedgerRow] | Iterator[FindingRow]:
    if what is What.OBSERVATIONS:
        return held.view.records(None, as_of)
    if what is What.COMMITMENTS:
        entries = held.ledger(as_of, today())
        return (row for entry in entries for row in ledger_rows(entry))
    return (finding_row_of(item.finding) for item in held.findings(later=False))
