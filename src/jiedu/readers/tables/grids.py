"""A table as a grid of cells that know where they stand, whatever file it came in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

CELLS = 2_000_000
"""The most cells a file may have."""


class Area(NamedTuple):
    """A merged area: its first row and column, and the rows and columns behind its last ones."""

    top: int
    left: int
    bottom: int
    right: int


class Cell(NamedTuple):
    """A cell.

    Attributes:
        text: what it shows, as written.
        area: the merged area that it belongs to, if any; each of its cells has the text.
        trouble: why its text is not what the file means, if it is not.
    """

    text: str
    area: Area | None = None
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet, or a table of a page.

    Attributes:
        name: what the place of a cell begins with, ``Sheet1``; empty for a file that is one grid.
        rows: the cells, each row of the same length.
        above: lines that stand over the table, the nearest one first.
        first: which row of the sheet its first row is, counted from nought.
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    above: tuple[str, ...] = ()
    first: int = 0

    @property
    def width(self) -> int:
        """How many columns it has."""
        return len(self.rows[0]) if self.rows else 0

    def place(self, row: int, column: int) -> str:
        """Where a cell stands, as a spreadsheet says it: ``Sheet1!C5``."""
        cell = f"{column_name(column)}{self.first + row + 1}"
        return f"{self.name}!{cell}" if self.name else cell


class CellError(Exception):
    """A cell that cannot be understood; the grid's reader turns it into an ``InputError``."""

    def __init__(self, row: int, column: int, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.row = row
        self.column = column
        self.message = message
        self.hint = hint


def column_name(column: int) -> str:
    """The letters of a column, counted from nought: A, B, … Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def squared(name: str, rows: list[list[Cell]], above: tuple[str, ...] = ()) -> Grid:
    """A grid of rows that are made equally long."""
    width = max(map(len, rows), default=0)
    blank = Cell("")
    return Grid(name, tuple((*row, *[blank] * (width - len(row))) for row in rows), above)
