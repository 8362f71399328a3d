"""A file of official tables → a table of records."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jiedu.catalogue import region_of
from jiedu.errors import InputError, NoDateError
from jiedu.model import Table
from jiedu.readers.dates import published_date
from jiedu.readers.tables.checking import agreed, sure
from jiedu.readers.tables.figures import Body, Source, figures_of
from jiedu.readers.tables.grids import CellError, Grid
from jiedu.readers.tables.opening import Opened, open_tables
from jiedu.readers.tables.plan import plan_of
from jiedu.readers.tables.remarks import read_remarks, with_corner
from jiedu.readers.tables.stacks import tables_of
from jiedu.readers.tables.values import looks_like_value

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from jiedu.model import Record

_SOURCE = re.compile(r"(?:数据来源|资料来源|来源)\s*[:：]\s*([^\s。；;，,|｜]{2,30})")


def read_tables(
    path: Path,
    *,
    published: date | None = None,
    publisher: str | None = None,
    region: str | None = None,
) -> Table:
    """The figures of a file of official tables, or of an export of jiedu's own.

    CSV, XLSX and HTML are told apart by their content. Several tables may stand one below another,
    each with its own header behind an empty line or a title. A figure is scaled into base units, as
    those of texts are. An empty cell, a dash or an ellipsis gives no record, nor does a growth in
    per cent of what is in per cent itself, which may mean points. An export (CSV, XLSX or JSON
    lines with the fields of ``Record``) gives its records as they were.

    Args:
        path: the file; its stem is the table's id.
        published: the day the world could know it, where the file does not say.
        publisher: who published it, which wins over what the file says.
        region: the region of figures that name none, where the title does not say.

    Raises:
        NoDateError: where nobody says when it was published.
        InputError: where the file cannot be read, or a cell cannot be understood; the cell is
            named (``B3``).
    """
    opened = open_tables(path)
    if opened.records is not None:
        return _own_table(path, opened, opened.records, published, publisher)
    grids = [grid for grid in opened.grids if len(opened.grids) == 1 or _holds_figures(grid)]
    tables = [table for grid in grids for table in tables_of(grid)]
    bodies = [body for table in tables if (body := _body(table, str(path))) is not None]
    if not bodies:
        raise InputError(
            "there is no table of figures in it",
            document=str(path),
            hint="a table has headers above and names or times before its figures",
        )
    day = published or _published(path, opened, bodies)
    place = _region(region)
    records: list[Record] = []
    for body in bodies:
        title_region = body.remarks.facets.region
        source = Source(path.stem, day, place or title_region)
        records.extend(_records(body, source, str(path)))
    if not records:
        raise InputError("the table holds no figures", document=str(path), hint="look at its cells")
    return Table(
        id=path.stem,
        title=next((body.remarks.title for body in bodies if body.remarks.title), path.stem),
        published=day,
        sha256=opened.sha256,
        records=sure(records),
        publisher=publisher or _publisher(opened, bodies),
    )


def _own_table(
    path: Path,
    opened: Opened,
    records: tuple[Record, ...],
    published: date | None,
    publisher: str | None,
) -> Table:
    day = published or max((record.published for record in records), default=None)
    if day is None:
        raise _no_date(path)
    return Table(path.stem, path.stem, day, opened.sha256, records, publisher)


def _body(grid: Grid, name: str) -> Body | None:
    """A grid with its parts; ``None`` where it holds words and no table."""
    try:
        plan = plan_of(grid)
    except CellError as error:
        raise _at(grid, error, name) from error
    if plan is None:
        return None
    return Body(grid, plan, with_corner(read_remarks(plan.above, plan.notes), plan.corner))


def _holds_figures(grid: Grid) -> bool:
    """Whether one of several grids is a table of figures, not one of words or links."""
    return any(
        looks_like_value(cell.text) or cell.trouble for row in grid.rows[1:] for cell in row[1:]
    )


def _records(body: Body, source: Source, name: str) -> list[Record]:
    try:
        return agreed(figures_of(body, source), body.grid)
    except CellError as error:
        raise _at(body.grid, error, name) from error


def _at(grid: Grid, error: CellError, name: str) -> InputError:
    place = grid.place(error.row, error.column)
    return InputError(f"{place}: {error.message}", document=name, hint=error.hint)


def _published(path: Path, opened: Opened, bodies: list[Body]) -> date:
    for body in bodies:
        if body.remarks.published is not None:
            return body.remarks.published
    if opened.words:
        try:
            return published_date(opened.words, "")
        except NoDateError:
            pass
    raise _no_date(path)


def _no_date(path: Path) -> NoDateError:
    return NoDateError(
        "the table does not say when it was published",
        document=str(path),
        hint="say it with --published YYYY-MM-DD",
    )


def _publisher(opened: Opened, bodies: list[Body]) -> str | None:
    said = next((body.remarks.source for body in bodies if body.remarks.source), None)
    if said is None and (found := _SOURCE.search(opened.words)):
        return found.group(1)
    return said


def _region(name: str | None) -> str | None:
    """The full name of a region; as it was given where the catalogue does not know it."""
    found = region_of(name) if name else None
    return found.name if found else name
