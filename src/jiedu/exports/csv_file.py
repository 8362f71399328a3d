"""Figures as comma-separated values, for spreadsheets and for programs.

UTF-8, a line of names first, lines ended by a line feed. An empty cell is a missing value.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from jiedu.exports.lines import csv_line
from jiedu.model import FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from jiedu.model import Record

_values = attrgetter(*FIELDS)


def write_file(records: Iterable[Record], path: Path, *, bom: bool = False) -> int:
    """Write figures and return how many they were.

    Args:
        records: the figures.
        path: the file.
        bom: begin with a byte order mark, by which Excel knows UTF-8.
    """
    written = 0
    with path.open("w", encoding="utf-8-sig" if bom else "utf-8", newline="") as file:
        file.write(csv_line(FIELDS))
        for record in records:
            file.write(csv_line(_values(record)))
            written += 1
    return written
