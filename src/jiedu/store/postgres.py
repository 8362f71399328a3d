"""A team's store: a database of a PostgreSQL server."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from sqlalchemy import create_engine, event, text

from jiedu.errors import StoreError
from jiedu.store.place import shown

if TYPE_CHECKING:
    from sqlalchemy import URL, Connection, Engine

_LOCK = 0x6A69_6564  # "jied"


def engine_of(address: URL, *, create: bool) -> Engine:
    """An engine over a database.

    Raises:
        StoreError: where the driver is not installed.
    """
    if find_spec("psycopg") is None:
        raise StoreError(
            "PostgreSQL needs its driver",
            document=shown(address),
            hint='pip install "jiedu[postgres]"',
        )
    # what one transaction reads is one state of the store, as in a file
    level = "READ COMMITTED" if create else "REPEATABLE READ"
    engine = create_engine(address, isolation_level=level, pool_pre_ping=True)
    if create:
        event.listen(engine, "begin", lock_writers)
    return engine


def lock_writers(connection: Connection) -> None:
    """Wait for other writers until the transaction ends; readers do not wait."""
    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
