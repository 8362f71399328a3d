"""Reading a store: what it holds at a moment, so that what was made of it can be renewed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from jiedu.model import ReadVersion, Standing
from jiedu.store.newest import counting_reading
from jiedu.store.opened import Opened
from jiedu.store.schema import names, observations, readings, reference_tables, releases

if TYPE_CHECKING:
    from collections.abc import Collection

_BATCH = 500  # releases that are named in one statement
_VERSIONS = select(
    releases.c.key, releases.c.id, releases.c.version, releases.c.published, releases.c.sha256
)
_READINGS = select(readings.c.release_key, readings.c.key, readings.c.ingested).where(
    counting_reading()
)
_UNREAD = (None, None)
_TABLES = select(func.max(reference_tables.c.key), func.count()).select_from(reference_tables)


class StandingView(Opened):
    """Which versions and readings there are."""

    def standing(self) -> Standing:
        """Every version of every release with the reading that counts, and the tables."""
        with self._reading() as connection:
            read = {row[0]: (row[1], row[2]) for row in connection.execute(_READINGS)}
            versions = {
                row[0]: ReadVersion(row[1], row[2], row[3], row[4], *read.get(row[0], _UNREAD))
                for row in connection.execute(_VERSIONS)
            }
            newest, count = connection.execute(_TABLES).one()
        return Standing(versions, (newest, count))

    def slots_of(self, release_ids: Collection[str]) -> set[tuple[str | None, str, str]]:
        """What the figures of some releases are of, whichever version and reading counts.

        Args:
            release_ids: the releases.

        Returns:
            The indicator's id, the plain name and the period of each figure that has a period.
        """
        query = (
            select(observations.c.indicator_id, names.c.plain, observations.c.period)
            .distinct()
            .join(names, observations.c.name_key == names.c.key)
            .join(readings, observations.c.reading_key == readings.c.key)
            .join(releases, readings.c.release_key == releases.c.key)
            .where(observations.c.period.is_not(None))
        )
        wanted = sorted(release_ids)
        found: set[tuple[str | None, str, str]] = set()
        with self._reading() as connection:
            for start in range(0, len(wanted), _BATCH):
                some = query.where(releases.c.id.in_(wanted[start : start + _BATCH]))
                found.update((row[0], row[1], row[2]) for row in connection.execute(some))
        return found
