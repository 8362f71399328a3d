"""Whether the figures of a table agree with each other, and what they are sure to be."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jiedu.readers.tables.grids import CellError

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from jiedu.model import Record
    from jiedu.readers.tables.figures import Figure
    from jiedu.readers.tables.grids import Grid


def agreed(figures: Iterable[Figure], grid: Grid) -> list[Record]:
    """The records of a grid, each figure once.

    Raises:
        CellError: where one figure is given with two values.
    """
    first: dict[Hashable, Figure] = {}
    for figure in figures:
        known = first.setdefault(_said(figure.record, figure.record.indicator), figure)
        if known.record.value != figure.record.value:
            raise CellError(
                figure.row,
                figure.column,
                f"gives {figure.record.text} for what {grid.place(known.row, known.column)} gives "
                f"as {known.record.text}: {figure.record.indicator}, {figure.record.period}",
                "say in the headers what sets the two apart",
            )
    return [figure.record for figure in first.values()]


def sure(records: list[Record]) -> tuple[Record, ...]:
    """The records without the ids that two names share whose figures differ."""
    first: dict[Hashable, Record] = {}
    doubtful: set[str] = set()
    for record in records:
        if record.indicator_id is not None:
            known = first.setdefault(_said(record, record.indicator_id), record)
            if known.value != record.value:
                doubtful.add(record.indicator_id)
    return tuple(
        replace(record, indicator_id=None) if record.indicator_id in doubtful else record
        for record in records
    )


def _said(record: Record, indicator: str) -> Hashable:
    """What a figure is about, so that two of one kind must be the same."""
    return (
        indicator,
        record.region,
        record.measure,
        record.basis,
        record.period,
        record.status,
        record.unit,
    )
