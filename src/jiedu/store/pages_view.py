"""Reading a store page by page, from the place where the last page ended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select, tuple_

from jiedu.model import record_of
from jiedu.store import codec
from jiedu.store.figures import counting, figures_query, is_of, sentence
from jiedu.store.listed import (
    FigurePlace,
    WantedFigures,
    WantedReleases,
    of_days,
    of_figure,
    of_release,
)
from jiedu.store.newest import newest_version
from jiedu.store.opened import Opened
from jiedu.store.places import Place
from jiedu.store.schema import (
    judgements,
    observations,
    readings,
    reference_tables,
    releases,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection, RowMapping, Select

    from jiedu.model import Record, Release

_BATCH = 64  # releases that are looked through at a time
_ORDER = releases.c.published, releases.c.key, observations.c.start, observations.c.key
_STATE = (
    select(func.max(releases.c.key), func.count()).select_from(releases),
    # a dropped run gives its keys free again, never its moment
    select(func.max(readings.c.key), func.count(), func.max(readings.c.ingested)),
    select(func.max(judgements.c.key), func.count()),
    select(func.max(reference_tables.c.key), func.count()),
)


_ALL_RELEASES = WantedReleases()
_ALL_FIGURES = WantedFigures()


class PagesView(Opened):
    """Releases and figures a page at a time, and whether anything was written meanwhile."""

    def state(self) -> str:
        """A word that differs after every write that changes what a reader sees."""
        with self._reading() as connection:
            rows = [connection.execute(query).one() for query in _STATE]
        return "|".join(",".join(map(str, row)) for row in rows)

    def list_releases(
        self, wanted: WantedReleases = _ALL_RELEASES, after: Place | None = None, limit: int = 50
    ) -> list[tuple[Place, Release]]:
        """Releases with their places, newest first.

        Args:
            wanted: which ones.
            after: the place of the last one of the page before.
            limit: how many.
        """
        order = releases.c.published, releases.c.key
        query = select(releases).where(newest_version(wanted.as_of), *of_release(wanted))
        if after is not None:
            query = query.where(tuple_(*order) < tuple_(*after))
        query = query.order_by(*(column.desc() for column in order)).limit(limit)
        with self._reading() as connection:
            rows = connection.execute(query).mappings().all()
        return [(Place(row["published"], row["key"]), codec.release_of(row)) for row in rows]

    def list_figures(
        self,
        wanted: WantedFigures = _ALL_FIGURES,
        after: FigurePlace | None = None,
        limit: int = 50,
    ) -> list[tuple[FigurePlace, Record]]:
        """Figures that count with their places, release by release, oldest first.

        Args:
            wanted: which ones.
            after: the place of the last one of the page before.
            limit: how many.

        Raises:
            NotFoundError: where no indicator is called so; names near ones.
        """
        query = figures_query(wanted.as_of).where(*of_figure(wanted))
        query = query.add_columns(
            sentence(), releases.c.key.label("release_key"), observations.c.key
        )
        if after is not None:
            query = query.where(tuple_(*_ORDER) > tuple_(*after))
        query = query.order_by(*_ORDER)
        with self._reading() as connection:
            if wanted.indicator is not None:
                query = query.where(is_of(connection, wanted.indicator, observations))
            if wanted.indicator is not None or wanted.period is not None:
                rows = list(connection.execute(query.limit(limit)).mappings())
            else:
                rows = _walked(connection, query, _readings(wanted), after, limit)
        return [(_place_of(row), _record_of(row)) for row in rows]


def _readings(wanted: WantedFigures) -> Select[Any]:
    """The readings that may hold such figures, in the order of pages."""
    query = (
        select(releases.c.published, releases.c.key, readings.c.key.label("reading"))
        .join(readings, readings.c.release_key == releases.c.key)
        .where(counting(wanted.as_of, None), *of_days(wanted.since, wanted.until))
        .order_by(releases.c.published, releases.c.key)
        .limit(_BATCH)
    )
    return query if wanted.release is None else query.where(releases.c.id == wanted.release)


def _walked(
    connection: Connection,
    figures: Select[Any],
    held: Select[Any],
    after: FigurePlace | None,
    limit: int,
) -> list[RowMapping]:
    """The first figures, some releases at a time: no database sorts all of them for one page."""
    found: list[RowMapping] = []
    place = releases.c.published, releases.c.key
    some = held if after is None else held.where(tuple_(*place) >= tuple_(*after[:2]))
    while len(found) < limit and (batch := connection.execute(some).all()):
        mine = observations.c.reading_key.in_([row.reading for row in batch])
        query = figures.where(mine).limit(limit - len(found))
        found += connection.execute(query).mappings()
        some = held.where(tuple_(*place) > tuple_(*batch[-1][:2]))
    return found


def _place_of(row: RowMapping) -> FigurePlace:
    return FigurePlace(row["published"], row["release_key"], row["start"], row["key"])


def _record_of(row: RowMapping) -> Record:
    item = codec.vintage_of(row)
    return record_of(item.observation, item.release, item.published, row["sentence"])
