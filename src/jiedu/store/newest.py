"""Which versions and readings count: the newest that were known on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, exists, not_

from jiedu.model import ASSISTED
from jiedu.store.schema import readings, reference_tables, releases

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import ColumnElement

_later_release = releases.alias()
_later_reading = readings.alias()
_later_table = reference_tables.alias()


def newest_version(as_of: date | None = None) -> ColumnElement[bool]:
    """What tells a release's newest version, of those published by a day."""
    return _newest(releases, _later_release, as_of)


def newest_table(as_of: date | None = None) -> ColumnElement[bool]:
    """What tells an imported table's newest version, of those published by a day."""
    return _newest(reference_tables, _later_table, as_of)


def _newest(table: Any, later: Any, as_of: date | None) -> ColumnElement[bool]:
    newer = and_(later.c.id == table.c.id, later.c.version > table.c.version)
    if as_of is None:
        return ~exists().where(newer)
    return and_(table.c.published <= as_of, ~exists().where(newer, later.c.published <= as_of))


def counting_reading(run: str | None = None) -> ColumnElement[bool]:
    """What tells a release's newest reading by the grammar alone, or the one of a run.

    Args:
        run: an extractor; ``assisted`` for the newest reading, be it with the help of a model.
    """
    if run == ASSISTED:
        return ~exists().where(*_later())
    if run is not None:
        return readings.c.extractor == run
    return and_(_unassisted(readings), ~exists().where(*_later(), _unassisted(_later_reading)))


def _later() -> tuple[ColumnElement[bool], ...]:
    return (
        _later_reading.c.release_key == readings.c.release_key,
        _later_reading.c.key > readings.c.key,
    )


def _unassisted(table: Any) -> ColumnElement[bool]:
    assisted: ColumnElement[bool] = table.c.extractor.startswith(f"{ASSISTED}/")
    return not_(assisted)
