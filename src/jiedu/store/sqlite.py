"""A store in a file: a current SQLite and the settings it needs."""

from __future__ import annotations

import os
from contextlib import contextmanager
from stat import S_ISDIR
from typing import TYPE_CHECKING, Any

import pysqlite3
from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event

from jiedu.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_OLDEST_SQLITE = (3, 51, 3)  # earlier ones may corrupt a WAL file
_BUSY_SECONDS = 30
_HINT = "say another place with --store"


def engine_of(path: Path, *, create: bool) -> Engine:
    """An engine over a file, which is made where it may be.

    Raises:
        StoreError: where the file cannot be reached, or there is none.
    """
    _check_sqlite()
    if _exists(path):
        _check_rights(path, create=create)
    elif create:
        _make_folder(path)
    else:
        raise nothing_there(str(path))
    address, pool = _address(path), None
    if not create and not _may_write(path) and not _log(path):
        address, pool = _unchanging(path), NullPool
    engine = create_engine(address, module=pysqlite3.dbapi2, poolclass=pool)
    event.listen(engine, "connect", _configure)
    event.listen(engine, "begin", _begin_writing if create else _begin_reading)
    return engine


@contextmanager
def steady(engine: Engine, path: Path) -> Iterator[None]:
    """Hold that a store does not change while one who may not write it reads it.

    Nothing keeps a writer from taking its log into the file meanwhile; what is read then may be
    of two states of the store.

    Raises:
        StoreError: where it did change.
    """
    if "immutable" not in engine.url.query:
        yield
        return
    before = _stamp(path)
    broken: Exception | None = None
    try:
        yield
    except Exception as error:
        broken = error
    if _stamp(path) != before:
        raise StoreError(
            "the store was written while it was read", document=str(path), hint="try again"
        ) from broken
    if broken is not None:
        raise broken


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size


def nothing_there(place: str) -> StoreError:
    """What to say where nothing was ever saved."""
    return StoreError("there is no store yet", document=place, hint="read something first")


def log_ahead(engine: Engine) -> None:
    """Switch to WAL, which readers and the writer share; it cannot be done in a transaction."""
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        connection.close()


def _address(path: Path) -> URL:
    # absolute, so that no name means something else to SQLite (``:memory:``, ``file:``)
    return URL.create("sqlite+pysqlite", database=str(path.absolute()))


def _unchanging(path: Path) -> URL:
    """The address of a store that its reader may not write.

    A reader in WAL mode makes files beside the store. One who may not write the store may not
    make them, or would make them as his own, which its owner could then not write.
    """
    query = {"uri": "true", "mode": "ro", "immutable": "1"}
    return URL.create("sqlite+pysqlite", database=path.absolute().as_uri(), query=query)


def _check_rights(path: Path, *, create: bool) -> None:
    """Refuse what SQLite would refuse later in fewer words, once it has left files behind.

    Raises:
        StoreError: where the store may not be read, or written.
    """
    if not os.access(path, os.R_OK):
        raise StoreError(
            "the store may not be read", document=str(path), hint="ask its owner for the right"
        )
    if _may_write(path):
        return
    if create:
        raise StoreError(
            "the store may only be read",
            document=str(path),
            hint="its folder and file must be writable; or name another with --store",
        )
    if _log(path) and not os.access(_beside(path, "shm"), os.R_OK):
        raise StoreError(
            "a writer broke off, and what it saved last still lies in a log",
            document=str(path),
            hint="one who may write the store must open it once, as with jiedu runs",
        )


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)


def _log(path: Path) -> bool:
    """Whether a part of the store lies in the log beside it."""
    log = _beside(path, "wal")
    return log.exists() and log.stat().st_size > 0


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(f"{path.name}-{ending}")


def _check_sqlite() -> None:
    if pysqlite3.sqlite_version_info < _OLDEST_SQLITE:
        raise StoreError(
            f"SQLite {pysqlite3.sqlite_version} is too old",
            hint="install pysqlite3 0.6 or newer",
        )


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"the store's folder cannot be made ({error.strerror})", document=str(path), hint=_HINT
        ) from error


def _exists(path: Path) -> bool:
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise StoreError(
            f"the store cannot be reached ({reason})", document=str(path), hint=_HINT
        ) from error
    if S_ISDIR(mode):
        raise StoreError("the store is a folder", document=str(path), hint="name a file in it")
    return True


def _configure(connection: Any, _: object) -> None:
    connection.isolation_level = None  # transactions begin below, for definitions of tables too
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {_BUSY_SECONDS * 1000}")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.close()


def _begin_reading(connection: Connection) -> None:
    """See one state of the store, whatever is written meanwhile."""
    connection.exec_driver_sql("BEGIN")


def _begin_writing(connection: Connection) -> None:
    """Wait for other writers now, so that what is read before writing stays true."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")
