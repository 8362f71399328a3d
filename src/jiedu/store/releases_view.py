"""Reading a store: releases, and what was read from each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, or_, select

from jiedu.model import Run
from jiedu.store import codec
from jiedu.store.figures import figures_query, not_found
from jiedu.store.newest import counting_reading, newest_version
from jiedu.store.opened import Opened
from jiedu.store.schema import commitments, observations, points, readings, releases, turns

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from sqlalchemy import Table

    from jiedu.model import Commitment, Observation, Point, Release, Turn

_MOST_NAMED = 10_000  # SQLite takes some 32,000 values in one statement


class ReleaseView(Opened):
    """Releases, their versions, and what was read from them."""

    def release(self, release_id: str) -> Release:
        """The newest version of a release.

        Raises:
            NotFoundError: where the store holds none of that id; names near ones.
        """
        query = (
            select(releases)
            .where(releases.c.id == release_id)
            .order_by(releases.c.version.desc())
            .limit(1)
        )
        with self._reading() as connection:
            row = connection.execute(query).mappings().first()
            if row is not None:
                return codec.release_of(row)
            ids = list(connection.execute(select(releases.c.id).distinct()).scalars())
        raise not_found("release", release_id, ids)

    def newest_of(
        self, publishers: Collection[str], as_of: date | None = None, limit: int = 2
    ) -> list[str]:
        """The ids of the newest releases of a publisher, the newest first.

        Args:
            publishers: the names of the publisher, or parts of them.
            as_of: what was published by then; everything where it is not given.
            limit: how many.
        """
        named = or_(*(releases.c.publisher.contains(name, autoescape=True) for name in publishers))
        query = (
            select(releases.c.id)
            .where(newest_version(as_of), named)
            .order_by(releases.c.published.desc(), releases.c.id)
            .limit(limit)
        )
        with self._reading() as connection:
            return list(connection.execute(query).scalars())

    def versions(self, release_id: str) -> list[Release]:
        """Every version of a release, oldest first."""
        query = select(releases).where(releases.c.id == release_id).order_by(releases.c.version)
        with self._reading() as connection:
            return [codec.release_of(row) for row in connection.execute(query).mappings()]

    def count(self) -> tuple[int, int]:
        """How many releases and figures the newest versions hold."""
        held = select(func.count()).select_from(releases).where(newest_version())
        figures = (
            select(func.count())
            .select_from(observations)
            .join(readings, observations.c.reading_key == readings.c.key)
            .join(releases, readings.c.release_key == releases.c.key)
            .where(newest_version(), counting_reading())
        )
        with self._reading() as connection:
            return (
                connection.execute(held).scalar_one(),
                connection.execute(figures).scalar_one(),
            )

    def runs(self) -> list[Run]:
        """Which extractors read what is in the store, the one that read last first."""
        figures = (
            select(observations.c.reading_key, func.count().label("figures"))
            .group_by(observations.c.reading_key)
            .subquery()
        )
        query = (
            select(
                readings.c.extractor,
                func.count(),
                func.coalesce(func.sum(figures.c.figures), 0),
                func.min(readings.c.ingested),
                func.max(readings.c.ingested),
            )
            .outerjoin(figures, figures.c.reading_key == readings.c.key)
            .group_by(readings.c.extractor)
            .order_by(func.max(readings.c.key).desc())
        )
        with self._reading() as connection:
            return [Run(row[0], row[1], int(row[2]), *row[3:]) for row in connection.execute(query)]

    def unread(self, extractor: str) -> list[str]:
        """The ids of the releases whose newest version an extractor has not read."""
        done = select(readings.c.release_key).where(readings.c.extractor == extractor)
        query = (
            select(releases.c.id)
            .where(newest_version(), releases.c.key.not_in(done))
            .order_by(releases.c.key)
        )
        with self._reading() as connection:
            return list(connection.execute(query).scalars())

    def observations(self, release_id: str, run: str | None = None) -> tuple[Observation, ...]:
        """The figures of a release's newest version, in the order of the text.

        Args:
            release_id: the release.
            run: the extractor whose reading it is, or ``assisted``; the grammar's last one else.
        """
        self.release(release_id)
        query = (
            figures_query(run=run)
            .where(releases.c.id == release_id)
            .order_by(observations.c.start, observations.c.key)
        )
        with self._reading() as connection:
            return tuple(codec.observation_of(row) for row in connection.execute(query).mappings())

    def turns(self, release_id: str) -> tuple[Turn, ...]:
        """The stretches of speech of a release's newest version."""
        return tuple(codec.turn_of(row) for row in self._read(turns, release_id))

    def points(self, release_id: str) -> tuple[Point, ...]:
        """The enumerated items of a release's newest version."""
        return tuple(codec.point_of(row) for row in self._read(points, release_id))

    def commitments(self, release_id: str) -> tuple[Commitment, ...]:
        """The measures of a release's newest version."""
        return tuple(codec.commitment_of(row) for row in self._read(commitments, release_id))

    def _read(self, table: Table, release_id: str) -> list[Any]:
        query = (
            select(table)
            .join(readings, table.c.reading_key == readings.c.key)
            .join(releases, readings.c.release_key == releases.c.key)
            .where(releases.c.id == release_id, newest_version(), counting_reading())
            .order_by(table.c.start)
        )
        with self._reading() as connection:
            return list(connection.execute(query).mappings())

    def texts(self, release_ids: set[str], as_of: date | None = None) -> dict[str, str]:
        """The texts of some releases as they stood on a day, for quoting."""
        query = select(releases.c.id, releases.c.text).where(newest_version(as_of))
        found: dict[str, str] = {}
        wanted = sorted(release_ids)
        with self._reading() as connection:
            for start in range(0, len(wanted), _MOST_NAMED):
                some = query.where(releases.c.id.in_(wanted[start : start + _MOST_NAMED]))
                found.update((row.id, row.text) for row in connection.execute(some))
        return found
