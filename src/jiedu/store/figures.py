"""Statements about figures: what an indicator is, which rows are its own, what counts."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, or_, select

from jiedu.catalogue import indicator_of, named_in_english
from jiedu.errors import NotFoundError
from jiedu.model import Measure, Status
from jiedu.store.lines import Kinds
from jiedu.store.names import plain_name
from jiedu.store.newest import counting_reading, newest_table, newest_version
from jiedu.store.schema import (
    names,
    observations,
    readings,
    reference_records,
    reference_tables,
    releases,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

    from sqlalchemy import ColumnElement, Connection, Select, Table

    from jiedu.model import Indicator

_MOST = 500  # names that hold the wanted one
_NEAR = 20_000  # names that are looked through for near ones
_COLUMNS = [column for column in observations.c if column.name not in {"key", "name_key"}]


def known_as(name: str) -> Indicator | None:
    """The catalogue's indicator of an id, a Chinese name or alias, or its whole English name."""
    known = indicator_of(name)
    if known is not None:
        return known
    found = named_in_english(name)
    return found[0] if len(found) == 1 else None


def is_of(
    connection: Connection, wanted: str, table: Table, *, written: bool = False
) -> ColumnElement[bool]:
    """What tells the rows of an indicator: its id where rows have it, else its name.

    Args:
        connection: to the store.
        wanted: an id, a name or an alias; else a name as the texts write it; where none is the
            same, names holding it.
        table: the observations, or the records of imported tables.
        written: only rows without an id whose name is the wanted one.

    Raises:
        NotFoundError: where no figure is called so; names near ones.
    """
    known = None if written else known_as(wanted)
    if known is not None:
        of_id = table.c.indicator_id == known.id
        if connection.execute(select(table.c.key).where(of_id).limit(1)).first():
            return of_id
    plain = plain_name(wanted)
    same = list(connection.execute(select(names.c.key).where(names.c.plain == plain)).scalars())
    if not same and plain and not written:
        holding = names.c.plain.contains(plain, autoescape=True)
        same = list(connection.execute(select(names.c.key).where(holding).limit(_MOST)).scalars())
    if not same:
        raise not_found("indicator", wanted, connection.execute(_some_names()).scalars())
    mine = table.c.name_key.in_(same)
    return mine & table.c.indicator_id.is_(None) if written else mine


def named(
    connection: Connection, ids: Collection[str], words: Collection[str], table: Table
) -> list[ColumnElement[bool]]:
    """What tells figures by the ids of their indicators, and by names without one.

    The two are apart, for a database finds each by its own index and their union by none.

    Args:
        connection: to the store.
        ids: of indicators.
        words: names as texts write them.
        table: the observations, or the records of imported tables.
    """
    plain = sorted({plain_name(word) for word in words})
    keys: list[int] = []
    for start in range(0, len(plain), _MOST):
        some = select(names.c.key).where(names.c.plain.in_(plain[start : start + _MOST]))
        keys += connection.execute(some).scalars()
    found: list[ColumnElement[bool]] = []
    if ids:
        found.append(table.c.indicator_id.in_(sorted(ids)))
    if keys:
        found.append(and_(table.c.indicator_id.is_(None), table.c.name_key.in_(sorted(keys))))
    return found


def of_time_and_place(
    table: Table, periods: Collection[str], regions: Collection[str]
) -> ColumnElement[bool]:
    """What tells figures of some periods, of some regions or of the country.

    Args:
        table: the observations, or the records of imported tables.
        periods: as they are written.
        regions: beside the country.
    """
    region = table.c.region
    return and_(
        table.c.measure.in_(list(Measure)),  # all of them: it stands before the period in indices
        table.c.period.in_(sorted(periods)),
        or_(region.is_(None), region.in_(sorted(regions))) if regions else region.is_(None),
    )


def _some_names() -> Select[Any]:
    return select(names.c.name).limit(_NEAR)


def not_found(kind: str, wanted: str, known: Iterable[str]) -> NotFoundError:
    """What to say where the store holds none of a name."""
    near = get_close_matches(wanted, list(known), n=3, cutoff=0.4)
    hint = f"near ones: {'; '.join(near)}" if near else "the store holds none like it"
    return NotFoundError(f"the store holds no {kind} {wanted!r}", hint=hint)


def counting(as_of: date | None, run: str | None) -> ColumnElement[bool]:
    """What tells the figures that count: of the newest versions, as they were read last."""
    return newest_version(as_of) & counting_reading(run)


def figures_query(as_of: date | None = None, run: str | None = None) -> Select[Any]:
    """The figures that count, with their names and releases, for `codec.vintage_of`."""
    return (
        select(
            *_COLUMNS,
            names.c.name,
            releases.c.id.label("release"),
            releases.c.published,
            releases.c.ingested,
        )
        .join(readings, observations.c.reading_key == readings.c.key)
        .join(releases, readings.c.release_key == releases.c.key)
        .join(names, observations.c.name_key == names.c.key)
        .where(counting(as_of, run))
    )


def kinds_of(
    connection: Connection, mine: ColumnElement[bool], as_of: date | None, run: str | None
) -> list[Kinds]:
    """The kinds of figures that are told of an indicator, the commonest first."""
    slots = (
        observations.c.measure,
        observations.c.basis,
        observations.c.unit,
        observations.c.status,
        observations.c.region,
    )
    query = (
        select(*slots, func.count(observations.c.period.distinct()).label("figures"))
        .join(readings, observations.c.reading_key == readings.c.key)
        .join(releases, readings.c.release_key == releases.c.key)
        .where(mine, counting(as_of, run))
        .group_by(*slots)
        .order_by(func.count().desc(), *slots)
    )
    return [
        Kinds(
            Measure(row.measure), row.basis, row.unit, Status(row.status), row.region, row.figures
        )
        for row in connection.execute(query)
    ]


def records_query(as_of: date | None = None) -> Select[Any]:
    """The records of the newest imported tables, with their names, for `codec.record_of_row`."""
    return (
        select(reference_records, names.c.name)
        .join(reference_tables, reference_records.c.table_key == reference_tables.c.key)
        .join(names, reference_records.c.name_key == names.c.key)
        .where(newest_table(as_of))
    )


def sentence() -> Any:
    """The characters of a figure's sentence; databases count code points from 1."""
    start, end = observations.c.sentence_start, observations.c.sentence_end
    return func.substr(releases.c.text, start + 1, end - start).label("sentence")
