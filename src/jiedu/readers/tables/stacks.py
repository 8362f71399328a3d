"""Tables that stand one below another in a grid → a grid each, whose cells keep their places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jiedu.readers.tables.columns import is_time
from jiedu.readers.tables.grids import Area, Cell, Grid
from jiedu.readers.tables.headers import clean
from jiedu.readers.tables.plan import texts
from jiedu.readers.tables.remarks import is_label, is_note
from jiedu.readers.tables.values import looks_like_value
from jiedu.readers.tables.words import word_kinds

if TYPE_CHECKING:
    from collections.abc import Iterator

_GOES_ON = re.compile(r"^\s*[(（]?续")  # 续表


def tables_of(grid: Grid) -> list[Grid]:
    """The tables of a grid, from the top; the grid itself where it is one.

    A further table begins where, below figures and behind an empty line or a title of its own,
    a row has words instead of figures in their columns. A header that is only repeated, as at the
    top of a page, begins none.
    """
    starts = list(_starts(grid)) if grid.width > 1 else []
    if not starts:
        return [grid]
    ends = [*starts, len(grid.rows)]
    return [_part(grid, start, end) for start, end in zip([0, *starts], ends, strict=True)]


def _starts(grid: Grid) -> Iterator[int]:
    """The rows in which the tables below the first one begin, with their titles."""
    header: tuple[str, ...] | None = None
    figures: set[int] = set()  # the columns in which the table so far has figures
    for index, row in enumerate(grid.rows):
        if len(texts(row)) > 1 and figures and _heads(row, figures):
            start, titles = _opening(grid, index)
            words = _words(row)
            goes_on = words == header and all(map(_GOES_ON.search, titles))
            if start < index and not goes_on:
                header, figures = words, set()
                yield start
                continue
        if len(texts(row)) > 1 and header is None:
            header = _words(row)
        if index and not _heads_by_times(row):
            figures |= {at for at, cell in enumerate(row) if at and _is_figure(cell)}


def _words(row: tuple[Cell, ...]) -> tuple[str, ...]:
    return tuple(clean(cell.text) for cell in row)


def _is_figure(cell: Cell) -> bool:
    return bool(cell.trouble) or looks_like_value(cell.text)


def _heads(row: tuple[Cell, ...], figures: set[int]) -> bool:
    """Whether a row has words in the columns of figures, and no figures."""
    if _heads_by_times(row):
        return True
    said = [cell for at, cell in enumerate(row) if at and cell.text.strip()]
    above = any(row[at].text.strip() for at in figures)
    return above and not any(_is_figure(cell) for cell in said)


def _heads_by_times(row: tuple[Cell, ...]) -> bool:
    """Whether a row names its first column, and has times (2022, 2023) behind it."""
    first, *others = row
    said = [cell.text for cell in others if cell.text.strip()]
    named = not first.text.strip() or clean(first.text) in word_kinds("roles")
    return named and bool(said) and all(map(is_time, said))


def _opening(grid: Grid, header: int) -> tuple[int, list[str]]:
    """Where the table of a header begins, and the title and lines of its own."""
    start = header
    titles: list[str] = []
    while start:
        said = texts(grid.rows[start - 1])
        lone = len(said) == 1 and not looks_like_value(said[0])
        if said and (any(map(is_note, said)) or not (lone or all(map(is_label, said)))):
            break
        titles += said
        start -= 1
    return start, titles


def _part(grid: Grid, start: int, end: int) -> Grid:
    rows = tuple(
        tuple(_moved(cell, start, end) if cell.area else cell for cell in row)
        for row in grid.rows[start:end]
    )
    return Grid(grid.name, rows, grid.above if not start else (), grid.first + start)


def _moved(cell: Cell, start: int, end: int) -> Cell:
    """A merged cell whose area is counted from the first row of its table."""
    area = cell.area
    if area is None:
        return cell
    top, bottom = max(area.top, start) - start, min(area.bottom, end) - start
    return cell._replace(area=Area(top, area.left, bottom, area.right))
