"""Writing rows into a file of any form."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from jiedu.exports.forms import ExportFormat
from jiedu.exports.layouts import FIGURES
from jiedu.exports.replacing import replacing

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from jiedu.exports.layouts import Layout, Row

# each writer loads with the library it needs when its form is asked for
_WRITERS = {
    ExportFormat.CSV: "csv_file",
    ExportFormat.JSONL: "jsonl_file",
    ExportFormat.XLSX: "xlsx_file",
    ExportFormat.PARQUET: "parquet_file",
    ExportFormat.SDMX_CSV: "sdmx_file",
}


class _Writer(Protocol):
    def write_file(
        self, rows: Iterable[Row], path: Path, layout: Layout, **options: bool
    ) -> int: ...


def write(
    rows: Iterable[Row],
    path: Path,
    form: ExportFormat,
    layout: Layout = FIGURES,
    *,
    bom: bool = False,
) -> int:
    """Write rows into a file, which is there whole or not at all.

    They are written as they come: memory does not grow with their number.

    Args:
        rows: the figures; or the rows of another layout.
        path: the file; one that is there is replaced.
        form: the form of the file.
        layout: the columns.
        bom: begin a CSV file with a byte order mark, by which Excel knows UTF-8; other forms
            have none.

    Returns:
        How many rows were written. SDMX-CSV leaves out figures without a period.

    Raises:
        ExportError: where the file cannot be written, or its form cannot hold so many rows, or rows
            of this kind.
    """
    writer = cast("_Writer", import_module(f"jiedu.exports.{_WRITERS[form]}"))
    options = {"bom": bom} if form is ExportFormat.CSV else {}
    with replacing(path) as part:
        return writer.write_file(rows, part, layout, **options)
