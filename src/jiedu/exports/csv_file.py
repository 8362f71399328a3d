"""Rows as comma-separated values, for spreadsheets and for programs.

UTF-8, a line of names first, lines ended by a line feed. An empty cell is a missing value.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from jiedu.exports.layouts import FIGURES
from jiedu.exports.lines import csv_line

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from jiedu.exports.layouts import Layout, Row


def write_file(
    rows: Iterable[Row], path: Path, layout: Layout = FIGURES, *, bom: bool = False
) -> int:
    """Write rows and return how many they were.

    Args:
        rows: the figures, or what the layout is of.
        path: the file.
        layout: the columns.
        bom: begin with a byte order mark, by which Excel knows UTF-8.
    """
    values = attrgetter(*layout.fields)
    written = 0
    with path.open("w", encoding="utf-8-sig" if bom else "utf-8", newline="") as file:
        file.write(csv_line(layout.fields))
        for row in rows:
            file.write(csv_line(values(row)))
            written += 1
    return written
