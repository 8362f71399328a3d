"""Figures as SDMX-CSV 2.0, the exchange format of statistical offices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.exports.lines import csv_line
from jiedu.exports.sdmx import COLUMNS, observation

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from jiedu.model import Record


def write_file(records: Iterable[Record], path: Path) -> int:
    """Write the figures that have a period, and return how many they were."""
    written = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(csv_line(COLUMNS))
        for record in records:
            if (row := observation(record)) is not None:
                file.write(csv_line(row))
                written += 1
    return written
