"""Where the parts of a table stand: lines above it, header, body and notes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jiedu.readers.tables.columns import Column, Role, column_of, corner_of, is_time
from jiedu.readers.tables.facets import Facets
from jiedu.readers.tables.headers import clean
from jiedu.readers.tables.remarks import is_label, is_note
from jiedu.readers.tables.values import looks_like_value

if TYPE_CHECKING:
    from jiedu.readers.tables.grids import Cell, Grid


@dataclass(frozen=True, slots=True)
class Plan:
    """The parts of a grid.

    Attributes:
        above: the lines above the header.
        columns: the columns.
        corner: what the header of the first column says of all figures.
        body: the rows of figures and of headings between them.
        notes: the lines that explain.
    """

    above: list[str]
    columns: list[Column]
    corner: Facets
    body: list[int]
    notes: list[str]

    def of(self, *roles: Role) -> list[Column]:
        """The columns of some roles."""
        return [column for column in self.columns if column.role in roles]


def plan_of(grid: Grid) -> Plan | None:
    """The parts of a grid, ``None`` where it is words and no table.

    Raises:
        CellError: where a header cannot be understood.
    """
    top = _header_row(grid)
    if top is None or grid.width < 2:
        return None
    bottom = _body_row(grid, top)
    body, notes = _body(grid, bottom)
    columns = [column_of(grid, index, top, bottom, body) for index in range(grid.width)]
    above = [*reversed(grid.above), *_lines(grid, range(top))]
    kept = [column for column in columns if column]
    return Plan(above, kept, corner_of(kept), body, notes)


def texts(row: tuple[Cell, ...]) -> list[str]:
    """The texts of a row, each merged one once."""
    found: list[str] = []
    seen = set()
    for cell in row:
        if cell.text.strip() and (cell.area is None or cell.area not in seen):
            found.append(cell.text.strip())
        seen.add(cell.area)
    return found


def _lines(grid: Grid, rows: range) -> list[str]:
    return [text for row in rows for text in texts(grid.rows[row])]


def _header_row(grid: Grid) -> int | None:
    """The first row that is no line of words above a table."""
    for index, row in enumerate(grid.rows):
        said = texts(row)
        if not said or all(is_label(text) or is_note(text) for text in said):
            continue
        if len(said) > 1 or _heads_acolumn_of(grid, index):
            return index
    return None


def _heads_acolumn_of(grid: Grid, index: int) -> bool:
    """Whether a lone text is the header of a column behind the first one."""
    row = grid.rows[index]
    column = next(at for at, cell in enumerate(row) if cell.text.strip())
    if not column:
        return False
    below = next((below for below in grid.rows[index + 1 :] if texts(below)), None)
    if below is None or row[column].area is not None:
        return False
    text = below[column].text
    return bool(below[0].text.strip()) and looks_like_value(text) and not is_time(text)


def _body_row(grid: Grid, top: int) -> int:
    """The first row below the header."""
    for index in range(top + 1, len(grid.rows)):
        if not _is_header(grid, top, index):
            return index
    return len(grid.rows)


def _is_header(grid: Grid, top: int, index: int) -> bool:
    """Whether a row goes on with the header: it names no row of its own and has no figures."""
    first, *others = grid.rows[index]
    area = first.area
    named = first.text.strip() and not (area and area.top < index)
    if named and clean(first.text) != clean(grid.rows[top][0].text):
        return False
    said = [cell.text for cell in others if cell.text.strip()]
    if not said:
        return bool(named)
    return not any(looks_like_value(text) for text in said) or all(is_time(text) for text in said)


def _body(grid: Grid, bottom: int) -> tuple[list[int], list[str]]:
    """The rows of the body, and the notes in and below it."""
    rows: list[int] = []
    notes: list[str] = []
    for index in range(bottom, len(grid.rows)):
        said = texts(grid.rows[index])
        if not said:
            continue
        lone = len(said) == 1
        if lone and (is_note(said[0]) or is_label(said[0]) or notes):
            notes.append(said[0])
        elif said and all(is_note(text) or is_label(text) for text in said):
            notes.extend(said)
        else:
            rows.append(index)
    return rows, notes
