"""The records of one grid."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Context
from typing import TYPE_CHECKING, NamedTuple

from jiedu.lexicon import closing_day
from jiedu.model import Bound, Measure, Record, Status
from jiedu.readers.tables.across import layout_of, value_columns
from jiedu.readers.tables.facets import Facets, HeaderError, Span, merged
from jiedu.readers.tables.grids import CellError, Grid
from jiedu.readers.tables.indices import base_of, check_index, named
from jiedu.readers.tables.kinds import NO_UNIT, Statement, statement_of
from jiedu.readers.tables.naming import Subject, composed, is_name, is_whole, subject_of
from jiedu.readers.tables.plan import Plan
from jiedu.readers.tables.remarks import Remarks
from jiedu.readers.tables.rows import Row, rows_of
from jiedu.readers.tables.times import Time, TimeError
from jiedu.readers.tables.values import Value, ValueTextError, is_missing, read_value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiedu.readers.tables.columns import Column

_EXACT = Context(prec=200)
_QUARTER = 3


class Source(NamedTuple):
    """What the records of a file have in common.

    Attributes:
        id: the table's id.
        published: when it was published.
        region: the region of figures that name none.
    """

    id: str
    published: date
    region: str | None


class Figure(NamedTuple):
    """A record and the cell it comes from."""

    record: Record
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Body:
    """A grid that has been planned.

    Attributes:
        grid: the grid.
        plan: where its parts stand.
        remarks: what it says of all its figures.
    """

    grid: Grid
    plan: Plan
    remarks: Remarks


def figures_of(body: Body, source: Source) -> Iterator[Figure]:
    """The figures of a grid, row by row.

    Raises:
        CellError: where one of them cannot be understood.
    """
    columns = value_columns(body.plan)
    if not columns:
        named = body.plan.columns[-1]
        raise CellError(named.row, named.index, "no column holds figures", "name one 数值")
    layout = layout_of(body.plan, columns)
    for row in rows_of(body.grid, body.plan, body.remarks.title):
        for column in columns:
            figure = _figure(body, source, row, column, layout)
            if figure is not None:
                yield Figure(figure, row.at, column.index)


def _figure(body: Body, source: Source, row: Row, column: Column, layout: str) -> Record | None:
    cell = body.grid.rows[row.at][column.index]
    if cell.trouble:
        raise CellError(row.at, column.index, cell.trouble)
    if is_missing(cell.text):
        return None
    if cell.area is not None:
        raise CellError(
            row.at, column.index, "is merged over several figures", "give each its own cell"
        )
    try:
        value = read_value(cell.text, accounting=body.remarks.accounting)
    except ValueTextError as error:
        raise CellError(
            row.at, column.index, str(error), "leave the cell empty or write a number"
        ) from error
    try:
        return value and _record(body, source, row, column, value, layout)
    except (TimeError, HeaderError) as error:
        raise CellError(row.at, column.index, str(error)) from error


def _record(
    body: Body, source: Source, row: Row, column: Column, value: Value, layout: str
) -> Record | None:
    remarks = body.remarks
    said = merged(row.facets, column.facets)
    if all(map(is_whole, said.names)):
        said = merged(_indicator(remarks, said), said)
    name = composed(tuple(name for name in said.names if not is_whole(name)))
    if not name:
        raise HeaderError("nothing says what is measured: write 指标：… above the table")
    if not is_name(name):
        raise HeaderError(f"{name!r} is no indicator")
    bare = not remarks.units and value.unit is None
    base = base_of(said, remarks.indices, bare=bare)
    time = _time(said, remarks)
    if base is not None:
        check_index(said, base, value.unit, time)
        name = named(name, base, remarks.indicator.names)
    if base is not None and said.change is None and said.measure is None:
        statement: Statement | None = Statement(Measure.LEVEL, NO_UNIT)
    else:
        statement = statement_of(said, name, remarks.units, remarks.facets, value.unit)
    if statement is None:
        return None
    region = None if said.national else said.region or source.region
    subject = subject_of(name, statement.unit.name, statement.measure, region, real=said.real)
    if statement.measure is Measure.RANK and value.number != value.number.to_integral_value():
        raise HeaderError(f"{value.number} is no rank")
    number = _EXACT.multiply(value.number, statement.unit.scale)
    cell = body.grid.rows[row.at][column.index]
    return Record(
        release=source.id,
        published=source.published,
        start=None,
        end=None,
        indicator=subject.name,
        indicator_id=subject.id,
        measure=statement.measure,
        value=number,
        unit=statement.unit.name,
        bound=Bound.EXACT,
        period=_period(time, said, subject),
        basis=_basis(statement, time),
        status=said.status or Status.ACTUAL,
        region=region or subject.region,
        speaker=None,
        confidence=None,
        rule=layout,
        text=cell.text.strip(),
        sentence=_place(body, row, column),
    )


def _indicator(remarks: Remarks, said: Facets) -> Facets:
    """The indicator of the whole table, without what the headers of the figure say better."""
    whole = replace(remarks.indicator, time=None, region=None, national=False)
    if said.change or said.measure:
        whole = replace(whole, change=None, basis=None, change_units=(), measure=None)
    return replace(whole, units=()) if said.units else whole


def _time(said: Facets, remarks: Remarks) -> Time:
    """The time of a figure, what its headers leave open taken from the title.

    Raises:
        HeaderError: where neither says it.
    """
    title = remarks.facets.time
    time = said.time
    if time is None:
        if title is None or title.several:
            raise HeaderError("nothing says of which time it is: write it in the header or title")
        return title
    if time.year is None:
        if title is None:
            raise HeaderError("nothing says of which year it is: write 2023年6月 in the header")
        return replace(time, year=title.year)
    if time.first is None and title is not None and title.first and not title.several:
        raise HeaderError(f"of {time.year}, the whole year or the title's months: write them")
    return time


def _period(time: Time, said: Facets, subject: Subject) -> str | None:
    if said.span is Span.ACCUMULATED:
        time = time.accumulated()
    period = time.period
    if period is None:
        return None
    closing = said.span is Span.CLOSING or time.closing or subject.is_stock
    return closing_day(period) if closing else period


def _basis(statement: Statement, time: Time) -> str | None:
    """The basis; on the quarter before for figures of a quarter, and a year as its months."""
    basis = statement.basis
    if basis == "mom" and time.first and time.last and time.last - time.first == _QUARTER - 1:
        return "qoq"
    if basis and basis.isdigit() and time.year and time.period:
        return time.period.replace(str(time.year), basis)
    return basis


def _place(body: Body, row: Row, column: Column) -> str:
    """Where the figure stands, with the words beside and above it."""
    place = body.grid.place(row.at, column.index)
    title = (body.remarks.title,) if body.remarks.title and not _is_dated(row, column) else ()
    texts = [" ".join(word.split()) for word in (*title, *row.words, *column.words)]
    return " · ".join([place, *dict.fromkeys(text for text in texts if text)])


def _is_dated(row: Row, column: Column) -> bool:
    """Whether the words beside a figure say both what it is and when."""
    time = column.facets.time or row.facets.time
    return (
        time is not None and time.year is not None and bool(row.facets.names or column.facets.names)
    )
