"""A store open for reading: the connection that all views share."""

from __future__ import annotations

from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from jiedu.store.engine import explained, open_engine
from jiedu.store.place import place_of
from jiedu.store.sqlite import steady

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection


class Opened:
    """A store open for reading.

    Args:
        place: the store's file, or the address of a PostgreSQL database.

    Raises:
        StoreError: where there is none, or it cannot be read.
    """

    def __init__(self, place: Path | str) -> None:
        self.place = place_of(place)
        self._engine = open_engine(self.place, create=False)

    def close(self) -> None:
        """Let go of the store."""
        self._engine.dispose()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the store; its errors are explained."""
        with (
            explained(self.place),
            steady(self._engine, self.place) if isinstance(self.place, Path) else nullcontext(),
            self._engine.connect() as connection,
        ):
            yield connection
