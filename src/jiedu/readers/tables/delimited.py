"""Comma-separated values → a grid; the separator is the one that makes columns."""

from __future__ import annotations

import csv
import io
from collections import Counter

from jiedu.errors import InputError
from jiedu.readers.tables.grids import CELLS, Cell, Grid, squared

_SEPARATORS = "\t;,"
_LOOKED_AT = 200


def read_delimited(text: str, name: str) -> Grid:
    """The grid of a text with commas, semicolons or tabs.

    Args:
        text: the text.
        name: the document, for errors.

    Raises:
        InputError: where it cannot be taken apart.
    """
    try:
        separator = max(_SEPARATORS, key=lambda sign: _columns(text, sign))
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error as error:
        raise InputError(
            f"it is no CSV file ({error})", document=name, hint="save it as CSV in UTF-8"
        ) from error
    if sum(map(len, rows)) > CELLS:
        raise InputError(f"the table has more than {CELLS:,} cells", document=name, hint="split it")
    return squared("", [[Cell(cell) for cell in row] for row in rows])


def _columns(text: str, separator: str) -> int:
    """How many lines have the usual number of cells, where that is more than one."""
    sample = io.StringIO(text, newline="")
    widths: Counter[int] = Counter()
    for number, row in enumerate(csv.reader(sample, delimiter=separator)):
        if number >= _LOOKED_AT:
            break
        if len(row) > 1:
            widths[len(row)] += 1
    return max(widths.values(), default=0)
