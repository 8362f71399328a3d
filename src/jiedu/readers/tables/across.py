"""The columns of figures, completed by the corner, by their neighbours and by each other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jiedu.readers.tables.columns import NAMING, Column, Role
from jiedu.readers.tables.facets import HeaderError, merged
from jiedu.readers.tables.grids import CellError
from jiedu.readers.tables.times import Time, TimeError, settled

if TYPE_CHECKING:
    from jiedu.readers.tables.plan import Plan


def value_columns(plan: Plan) -> list[Column]:
    """The columns of figures, each with all that the headers say of it.

    Raises:
        CellError: where a header contradicts another one.
    """
    columns = _settled(_under_corner(plan))
    return columns if plan.of(Role.INDICATOR) else _beside_their_levels(columns)


def _under_corner(plan: Plan) -> list[Column]:
    """The columns of figures with what the corner says of all of them."""
    corner = replace(plan.corner, names=(), units=())
    columns = plan.of(Role.VALUE)
    try:
        return [replace(one, facets=merged(corner, one.facets)) for one in columns]
    except HeaderError as error:
        first = plan.columns[0]
        raise CellError(first.row, first.index, f"cannot be a header: {error}") from error


def _settled(columns: list[Column]) -> list[Column]:
    """The columns with the months that dates in their headers stand for, and years from the left.

    A month without a year beside one that has one (2023年1月, 2月) is of the same year.
    """
    dated = [column for column in columns if column.facets.time is not None]
    times = [column.facets.time for column in dated if column.facets.time]
    try:
        times = settled(times)
    except TimeError as error:
        raise CellError(dated[0].row, dated[0].index, str(error)) from error
    filled = {}
    before: Time | None = None
    for column, time in zip(dated, times, strict=True):
        if time.year is None and before is not None and before.year is not None:
            if time.last and before.last and time.last < before.last:
                raise CellError(column.row, column.index, "comes after a later month: say its year")
            time = replace(time, year=before.year)
        before = time
        filled[column.index] = replace(column, facets=replace(column.facets, time=time))
    return [filled.get(column.index, column) for column in columns]


def _beside_their_levels(columns: list[Column]) -> list[Column]:
    """The columns with the changes that stand right behind their indicator, each behind its own.

    地区, GDP（亿元）, 同比增长（%）: where every indicator has its change so, the change is its.
    """
    named = [column for column in columns if column.facets.names]
    bare = [column for column in columns if not column.facets.names and column.facets.change]
    if len(named) != len(bare) or len(named) + len(bare) != len(columns):
        return columns
    pairs = list(zip(columns[::2], columns[1::2], strict=True))
    if not all(level.facets.names and not change.facets.names for level, change in pairs):
        return columns
    if any(level.facets.change for level, _ in pairs):
        return columns
    return [
        column
        for level, change in pairs
        for column in (
            level,
            replace(change, facets=replace(change.facets, names=level.facets.names)),
        )
    ]


def layout_of(plan: Plan, columns: list[Column]) -> str:
    """What stands before the rows and above the columns: ``table:indicator-by-time``."""
    beside = [column.role.value for column in plan.of(*NAMING)]
    rows = next((role for role in ("region", "indicator", "time") if role in beside), "time")
    said = [column.facets for column in columns]
    if len(columns) == 1 and said[0].time is None and not said[0].names and len(beside) > 1:
        return "table:long"
    if any(facets.time for facets in said):
        return f"table:{rows}-by-time"
    if any(facets.names for facets in said):
        return f"table:{rows}-by-indicator"
    across = "region" if any(facets.region or facets.national for facets in said) else "kind"
    return f"table:{rows}-by-{across}"
