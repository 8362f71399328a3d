"""What the columns of a table hold, by their headers and by what stands in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from jiedu.readers.tables.facets import NOTHING, Facets, HeaderError, Span, merged
from jiedu.readers.tables.grids import Cell, CellError, Grid
from jiedu.readers.tables.headers import clean, read_header
from jiedu.readers.tables.naming import is_head, is_name, is_whole
from jiedu.readers.tables.times import TimeError, read_time
from jiedu.readers.tables.words import word_kinds

_SLASH = re.compile(r"[\\/|]")  # 地区/时间 in a corner


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


def is_time(text: str) -> bool:
    """Whether a cell is a time, or means to be one."""
    try:
        return read_time(clean(text)) is not None
    except TimeError:
        return True


def column_of(grid: Grid, index: int, top: int, bottom: int, body: list[int]) -> Column | None:
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
    if 2 * sum(map(is_time, found)) > len(found):
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


def corner_of(columns: list[Column]) -> Facets:
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
