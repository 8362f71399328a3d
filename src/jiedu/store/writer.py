"""The one writer: adds versions of releases with their figures, changes nothing."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import func, insert, select

from jiedu.store.codec import observation_row
from jiedu.store.engine import explained, open_engine
from jiedu.store.saved import Saved
from jiedu.store.schema import observations, releases

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from sqlalchemy import Connection

    from jiedu.model import Reading


class Writer:
    """A store open for writing; use it as a context manager.

    Args:
        path: the store file; it is made where there is none.

    Raises:
        StoreError: where it cannot be opened or written.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._engine = open_engine(path, create=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._engine.dispose()

    def save(self, reading: Reading) -> Saved:
        """Add a reading; once this returns it is in the file, whole, and no kill undoes it.

        The same text under the same id changes nothing; another text under it is a new
        version, and the old one is kept.
        """
        with explained(self.path), self._engine.begin() as connection:
            return _add(connection, reading)


def _add(connection: Connection, reading: Reading) -> Saved:
    release = reading.release
    same_id = releases.c.id == release.id
    known = connection.execute(
        select(releases.c.key).where(same_id, releases.c.sha256 == release.sha256)
    ).first()
    if known is not None:
        return Saved.UNCHANGED
    last = connection.execute(select(func.max(releases.c.version)).where(same_id)).scalar()
    key = connection.execute(
        insert(releases).values(
            id=release.id,
            version=(last or 0) + 1,
            sha256=release.sha256,
            title=release.title,
            published=release.published,
            ingested=datetime.now(UTC).replace(tzinfo=None),
            publisher=release.publisher,
            region=release.region,
            url=release.url,
            text=release.text,
        )
    ).inserted_primary_key
    assert key is not None
    rows = [observation_row(found, key[0]) for found in reading.observations]
    if rows:
        connection.execute(insert(observations), rows)
    return Saved.CHANGED if last else Saved.NEW
