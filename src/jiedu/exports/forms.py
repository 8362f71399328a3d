"""The forms that figures are written in."""

from __future__ import annotations

from enum import StrEnum


class ExportFormat(StrEnum):
    """A form of file; its value is the name that users write."""

    CSV = "csv"
    JSONL = "jsonl"
    XLSX = "xlsx"
    PARQUET = "parquet"
    SDMX_CSV = "sdmx-csv"
