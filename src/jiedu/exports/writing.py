"""Writing figures into a file of any form."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from jiedu.exports.forms import ExportFormat
from jiedu.exports.replacing import replacing

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from jiedu.model import Record

# each writer loads with the library it needs when its form is asked for
_WRITERS = {
    ExportFormat.CSV: "csv_file",
    ExportFormat.JSONL: "jsonl_file",
    ExportFormat.XLSX: "xlsx_file",
    ExportFormat.PARQUET: "parquet_file",
    ExportFormat.SDMX_CSV: "sdmx_file",
}


class _Writer(Protocol):
    def write_file(self, records: Iterable[Record], path: Path, **options: bool) -> int: ...


def write(records: Iterable[Record], path: Path, form: ExportFormat, *, bom: bool = False) -> int:
    """Write figures into a file, which is there whole or not at all.

    They are written as they come: memory does not grow with their number.

    Args:
        records: the figures.
        path: the file; one that is there is replaced.
        form: the form of the file.
        bom: begin a CSV file with a byte order mark, by which Excel knows UTF-8; other forms
            have none.

    Returns:
        How many figures were written. SDMX-CSV leaves out figures without a period.

    Raises:
        ExportError: where the file cannot be written, or its form cannot hold so many figures.
    """
    writer = cast("_Writer", import_module(f"jiedu.exports.{_WRITERS[form]}"))
    options = {"bom": bom} if form is ExportFormat.CSV else {}
    with replacing(path) as part:
        return writer.write_file(records, part, **options)
