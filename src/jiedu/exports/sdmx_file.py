"""Figures as SDMX-CSV 2.0, the exchange format of statistical offices."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from jiedu.exports.failures import ExportError
from jiedu.exports.layouts import FIGURES
from jiedu.exports.lines import csv_line
from jiedu.exports.sdmx import COLUMNS, observation

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from jiedu.exports.layouts import Layout, Row
    from jiedu.model import Record


def write_file(rows: Iterable[Row], path: Path, layout: Layout = FIGURES) -> int:
    """Write the figures that have a period, and return how many they were.

    Raises:
        ExportError: where the rows are no figures.
    """
    if layout is not FIGURES:
        raise ExportError(f"SDMX holds figures, not {layout.noun}", hint="write them as csv")
    written = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(csv_line(COLUMNS))
        for record in cast("Iterable[Record]", rows):
            if (row := observation(record)) is not None:
                file.write(csv_line(row))
                written += 1
    return written
