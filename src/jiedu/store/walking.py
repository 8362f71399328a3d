"""Reading a store: every release with its measures, one after the other."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from jiedu.store import codec
from jiedu.store.newest import counting_reading, newest_version
from jiedu.store.opened import Opened
from jiedu.store.schema import commitments, readings, releases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiedu.model import Commitment, Release

_BATCH = 500  # rows that are held at a time


class WalkingView(Opened):
    """The newest versions of all releases, streamed."""

    def walk(self) -> Iterator[tuple[Release, tuple[Commitment, ...]]]:
        """Every release with the measures that were read from it last, as they were saved."""
        held = select(releases).where(newest_version()).order_by(releases.c.key)
        measures = (
            select(commitments, releases.c.key.label("release_key"))
            .join(readings, commitments.c.reading_key == readings.c.key)
            .join(releases, readings.c.release_key == releases.c.key)
            .where(newest_version(), counting_reading())
            .order_by(releases.c.key, commitments.c.start)
        )
        with self._reading() as connection:
            streamed = connection.execution_options(yield_per=_BATCH)
            groups = groupby(streamed.execute(measures).mappings(), _release_key)
            key, rows = next(groups, (None, iter(())))
            for row in streamed.execute(held).mappings():
                found: tuple[Commitment, ...] = ()
                if row["key"] == key:
                    found = tuple(map(codec.commitment_of, rows))
                    key, rows = next(groups, (None, iter(())))
                yield codec.release_of(row), found


def _release_key(row: Any) -> Any:
    return row["release_key"]
