"""Where the parts of a table stand: lines above it, header, body, and what its columns hold."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from jiedu.readers.tables.facets import (
    NOTHING,
    Facets,
    HeaderError,
    Span,
    clean,
    merged,
    read_header,
)
from jiedu.readers.tables.grids import Cell, CellError, Grid
from jiedu.readers.tables.naming import is_head, is_name, is_whole
from jiedu.readers.tables.remarks import is_label, is_note
from jiedu.readers.tables.times import TimeError, read_time
from jiedu.readers.tables.values import looks_like_value
from jiedu.readers.tables.words import word_kinds


class Role(StrEnum):
    """What the cells of a column are."""

    INDICATOR = "indicator"
    TIME = "time"
    YEAR = "year"
    MONTH = "month"
    REGION = "region"
    UNIT = "unit"
    KIND = "kind"
    VALUE = "value"
    IGNORED = "ignored"


NAMING = frozenset({Role.INDICATOR, Role.TIME, Role.YEAR, Role.MONTH, Role.REGION})
"""The roles whose cells say what a row is about."""


_SLASH = re.compile(r"[\\/|]")  # 地区/时间 in a corner


@dataclass(frozen=True, slots=True)
class Column:
    """A column.

    Attributes:
        index: which one it is.
        row: the row of its lowest header, for errors.
        role: what its cells are.
        words: its headers as written, from the top.
        facets: what they say together.
    """

    index: int
    row: int
    role: Role
    words: tuple[str, ...]
    facets: Facets = NOTHING


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
    columns = [_column(grid, index, top, bottom, body) for index in range(grid.width)]
    above = [*reversed(grid.above), *_lines(grid, range(top))]
    kept = [column for column in columns if column]
    return Plan(above, kept, _corner(kept), body, notes)


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
        if len(said) > 1 or _heads_a_column(grid, index):
            return index
    return None


def _heads_a_column(grid: Grid, index: int) -> bool:
    """Whether a lone text is the header of a column behind the first one."""
    row = grid.rows[index]
    column = next(at for at, cell in enumerate(row) if cell.text.strip())
    if not column:
        return False
    below = next((below for below in grid.rows[index + 1 :] if texts(below)), None)
    if below is None or row[column].area is not None:
        return False
    text = below[column].text
    return bool(below[0].text.strip()) and looks_like_value(text) and not _is_time(text)


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
    return not any(looks_like_value(text) for text in said) or all(_is_time(text) for text in said)


def _is_time(text: str) -> bool:
    try:
        return read_time(clean(text)) is not None
    except TimeError:
        return True


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


def _column(grid: Grid, index: int, top: int, bottom: int, body: list[int]) -> Column | None:
    """A column; ``None`` where it is empty."""
    words, row = _header_words(grid, index, top, bottom)
    filled = [at for at in body if grid.rows[at][index].text.strip()]
    if not filled and not words:
        return None
    role = _named_role(words)
    if index == 0 and role in {None, Role.VALUE}:
        role = _seen_role([grid.rows[at][0] for at in filled])
        return Column(index, row, role, words)
    if role is not None:
        return Column(index, row, role, words)
    if not words:
        if all(grid.rows[at][index].area for at in filled):
            return None
        raise CellError(
            row,
            index,
            "is empty above figures",
            "give the column a time or an indicator; in CSV, 1,234 needs quotation marks",
        )
    return Column(index, row, Role.VALUE, words, _together(words, row, index))


def _header_words(grid: Grid, index: int, top: int, bottom: int) -> tuple[tuple[str, ...], int]:
    """The headers of a column from the top, and the row of the lowest one."""
    words: list[str] = []
    lowest = top
    for row in range(top, bottom):
        text = grid.rows[row][index].text.strip() or _from_left(grid, row, index, bottom)
        if text:
            lowest = row
            if not words or words[-1] != text:
                words.append(text)
    return tuple(words), lowest


def _from_left(grid: Grid, row: int, index: int, bottom: int) -> str:
    """The upper header that an empty cell belongs to, in a file that keeps no merged cells."""
    below = range(row + 1, bottom)
    if not index or any(cell.area for cell in grid.rows[row]):
        return ""
    if not any(grid.rows[at][index].text.strip() for at in below):
        return ""
    for left in range(index - 1, 0, -1):
        if text := grid.rows[row][left].text.strip():
            return text if any(grid.rows[at][left].text.strip() for at in below) else ""
        if not any(grid.rows[at][left].text.strip() for at in below):
            return ""
    return ""


def _named_role(words: tuple[str, ...]) -> Role | None:
    """The role that the header names, if one does."""
    named = {word_kinds("roles").get(clean(word).strip("#")) for word in words}
    return Role(kind) if len(named) == 1 and (kind := named.pop()) else None


def _seen_role(cells: list[Cell]) -> Role:
    """What the first column holds, by what most of its cells are."""
    found = [cell.text for cell in cells]
    if 2 * sum(map(_is_time, found)) > len(found):
        return Role.TIME
    regions = [text for text in found if _is_region(text)]
    return Role.REGION if 2 * len(regions) > len(found) else Role.INDICATOR


def _is_region(text: str) -> bool:
    try:
        said = read_header(text)
    except (TimeError, HeaderError):
        return False
    if said.names:
        return is_whole(said.names[0])
    return bool(said.region or said.national)


def _corner(columns: list[Column]) -> Facets:
    """What the header of the first column says of all figures, where it names no role."""
    first = columns[0] if columns else None
    if first is None or first.index or _named_role(first.words) not in {None, Role.VALUE}:
        return NOTHING
    said = [_read(word, first.row, 0) for word in first.words if not _names_roles(word)]
    facets = said[-1] if said else NOTHING
    return facets if all(map(is_head, facets.names)) else replace(facets, names=())


def _names_roles(word: str) -> bool:
    kinds = word_kinds("roles")
    return all(part in kinds for part in _SLASH.split(clean(word)))


def _read(word: str, row: int, index: int) -> Facets:
    try:
        return read_header(word)
    except (TimeError, HeaderError) as error:
        raise CellError(row, index, f"cannot be a header: {error}") from error


def _together(words: tuple[str, ...], row: int, index: int) -> Facets:
    """What the headers of a column say together."""
    facets = NOTHING
    for word in words:
        role = word_kinds("roles").get(clean(word))
        if role not in {None, Role.VALUE, Role.INDICATOR}:
            raise CellError(row, index, f"{word[:60]!r} does not go with {words[-1][:60]!r}")
        said = Facets(span=Span.LEVEL) if role else _read(word, row, index)
        try:
            facets = merged(facets, said)
        except HeaderError as error:
            raise CellError(row, index, f"cannot be a header: {error}") from error
    if facets == NOTHING or not all(map(is_name, facets.names)):
        raise CellError(
            row,
            index,
            f"{words[-1][:60]!r} is no time and no indicator",
            "give the column a time such as 2023年6月, or the name of an indicator",
        )
    return facets
