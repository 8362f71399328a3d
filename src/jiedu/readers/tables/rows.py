"""What the cells before a row's figures, and the headings above it, say of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from jiedu.readers.tables.beside import read_beside
from jiedu.readers.tables.columns import NAMING, Column, Role
from jiedu.readers.tables.facets import NOTHING, Facets, HeaderError, merged
from jiedu.readers.tables.grids import CellError, Grid
from jiedu.readers.tables.headers import clean, read_header
from jiedu.readers.tables.naming import Heading
from jiedu.readers.tables.times import Time, TimeError, read_time, settled
from jiedu.readers.tables.values import is_missing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiedu.readers.tables.plan import Plan


class Row(NamedTuple):
    """A row of figures.

    Attributes:
        at: which row of the grid.
        words: what stands before its figures, as written.
        facets: what that and the headings above it say.
        name: the column of its name, for errors.
    """

    at: int
    words: tuple[str, ...]
    facets: Facets
    name: int


@dataclass(slots=True)
class _Above:
    """What the rows above leave for the ones below.

    ``lasting`` is the time and the region of headings, which hold until others come; ``group``
    is the rest of the last heading.
    """

    heading: Heading
    lasting: Facets = NOTHING
    group: Facets = NOTHING
    time: Time | None = None


class _Cell(NamedTuple):
    row: int
    column: Column
    text: str


def rows_of(grid: Grid, plan: Plan, title: str) -> Iterator[Row]:
    """The rows of figures of a grid, in order.

    Args:
        grid: the grid.
        plan: where its parts stand.
        title: its heading, under which bare names may stand.

    Raises:
        CellError: where a cell before the figures cannot be understood.
    """
    above = _Above(Heading(title))
    naming, values = plan.of(*NAMING), plan.of(Role.VALUE)
    months = _months_of_dates(grid, plan)
    last: dict[int, str] = {}
    for index in plan.body:
        if _repeats_header(grid, plan, index):
            continue
        if _is_heading(grid, index, naming, values):
            _pass_heading(_first(grid, index, naming), above)
            continue
        cells = list(_cells(grid, plan, index, last))
        yield _row(index, cells, above, months)


def _repeats_header(grid: Grid, plan: Plan, index: int) -> bool:
    row = grid.rows[index]
    said = [(row[column.index].text.strip(), column.words) for column in plan.columns]
    return all(text in words if text else not words for text, words in said) and any(
        text for text, _ in said
    )


def _is_heading(grid: Grid, index: int, naming: list[Column], values: list[Column]) -> bool:
    """Whether a row has a name and no figures, not even missing ones."""
    row = grid.rows[index]
    if not naming or not any(row[column.index].text.strip() for column in naming):
        return False
    area = row[naming[0].index].area
    return all(
        not (row[column.index].text.strip() or row[column.index].trouble)
        or (area is not None and row[column.index].area == area)
        for column in values
    )


def _first(grid: Grid, index: int, naming: list[Column]) -> _Cell:
    column = next(column for column in naming if grid.rows[index][column.index].text.strip())
    return _Cell(index, column, grid.rows[index][column.index].text.strip())


def _pass_heading(cell: _Cell, above: _Above) -> None:
    """Keep what a heading says for the rows below it."""
    try:
        said = _said(cell, above) if cell.column.role is Role.TIME else read_header(cell.text)
    except (TimeError, HeaderError):
        return  # words that divide the table and say nothing of its figures
    lasting = Facets(time=said.time, region=said.region, national=said.national)
    if said.time is not None or said.region is not None or said.national:
        above.lasting = replace(
            above.lasting,
            time=said.time or above.lasting.time,
            region=lasting.region if said.region or said.national else above.lasting.region,
            national=said.national or (above.lasting.national and not said.region),
        )
        above.time = said.time or above.time
    if said.names or said.change or said.measure or said.index:
        above.group = replace(said, names=(), time=None, region=None, national=False)
    for name in said.names:
        above.heading.pass_by(name, group=True)


def _cells(grid: Grid, plan: Plan, index: int, last: dict[int, str]) -> Iterator[_Cell]:
    """The cells before the figures; an empty one beside a name is that of the row above."""
    naming = plan.of(*NAMING)
    row = grid.rows[index]
    named = any(row[column.index].text.strip() for column in naming)
    for column in plan.of(*NAMING, Role.UNIT, Role.KIND):
        text = row[column.index].text.rstrip()  # the space before a name marks it as a part
        if row[column.index].trouble:
            raise CellError(index, column.index, row[column.index].trouble)
        if column.role in NAMING:
            if not text.strip() and named:
                text = last.get(column.index, "")
            if not text.strip():
                raise CellError(
                    index, column.index, "is empty beside figures", "say what the row is about"
                )
            last[column.index] = text
        if not is_missing(text):
            yield _Cell(index, column, text)


def _row(index: int, cells: list[_Cell], above: _Above, months: frozenset[Time]) -> Row:
    facets = NOTHING
    name = 0
    for cell in cells:
        try:
            said = _said(cell, above)
            if said.time in months and said.time is not None:
                said = replace(said, time=replace(said.time, day=None))
            facets = merged(facets, said)
        except (TimeError, HeaderError) as error:
            raise CellError(index, cell.column.index, str(error)) from error
        name = cell.column.index if cell.column.role is Role.INDICATOR else name
    facets = _under_heading(facets, above, cells)
    try:
        facets = _inherited(facets, above)
    except HeaderError as error:
        raise CellError(index, name, str(error)) from error
    return Row(index, tuple(cell.text for cell in cells), facets, name)


def _said(cell: _Cell, above: _Above) -> Facets:
    said = read_beside(cell.text, cell.column.role, above.time)
    if cell.column.role is Role.TIME:
        above.time = said.time
    return said


def _under_heading(facets: Facets, above: _Above, cells: list[_Cell]) -> Facets:
    """The row with its bare name completed by what stands above it."""
    if len(facets.names) != 1 or not any(cell.column.role is Role.INDICATOR for cell in cells):
        return facets
    name = facets.names[0]
    cell = next(cell for cell in cells if cell.column.role is Role.INDICATOR)
    full = above.heading.over(name, cell.text)
    above.heading.pass_by(name, group=False)
    return replace(facets, names=(full,))


def _inherited(facets: Facets, above: _Above) -> Facets:
    """The row with what the headings above add where it says nothing itself."""
    lasting, group = above.lasting, above.group
    if facets.region or facets.national:
        lasting = replace(lasting, region=None, national=False)
    if facets.time is not None and facets.time.year is not None:
        lasting = replace(lasting, time=None)
    if facets.units or facets.change or facets.measure:
        group = replace(group, units=())
    if facets.change or facets.measure:
        group = replace(group, change=None, basis=None, measure=None, change_units=(), real=False)
    if facets.index:
        group = replace(group, index=None)
    if facets.span:
        group = replace(group, span=None)
    return merged(lasting, merged(group, facets))


def _months_of_dates(grid: Grid, plan: Plan) -> frozenset[Time]:
    """The dates in the columns of times that stand for their months."""
    found: set[Time] = set()
    for column in plan.of(Role.TIME):
        dates = {}
        for index in plan.body:
            try:
                time = read_time(clean(grid.rows[index][column.index].text))
            except TimeError:
                continue
            if time is not None and time.bare and time.day:
                dates[time] = index
        try:
            after = settled(list(dates))
        except TimeError as error:
            raise CellError(min(dates.values()), column.index, str(error)) from error
        found |= {time for time, month in zip(dates, after, strict=True) if month.day is None}
    return frozenset(found)
