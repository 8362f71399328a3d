"""Opening a store file: a current SQLite, the settings it needs, and clear refusals."""

from __future__ import annotations

from contextlib import contextmanager
from stat import S_ISDIR
from typing import TYPE_CHECKING, Any

import pysqlite3
from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect
from sqlalchemy.exc import SQLAlchemyError

from jiedu.errors import StoreError
from jiedu.store.schema import VERSION, metadata

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_OLDEST_SQLITE = (3, 51, 3)  # earlier ones may corrupt a WAL file
_APPLICATION = 0x6A69_6564  # "jied"
_BUSY_SECONDS = 30


def open_engine(path: Path, *, create: bool) -> Engine:
    """An engine over a store file.

    Args:
        path: the file.
        create: make the file, and the folder it stands in, where there is none.

    Raises:
        StoreError: where the file cannot be opened, is no store, or is of a newer version.
    """
    _check_sqlite()
    if not _exists(path):
        if not create:
            raise _nothing_there(path)
        _make_folder(path)
    # absolute, so that no name means something else to SQLite (``:memory:``, ``file:``)
    url = URL.create("sqlite+pysqlite", database=str(path.absolute()))
    engine = create_engine(url, module=pysqlite3.dbapi2)
    event.listen(engine, "connect", _configure)
    event.listen(engine, "begin", _begin_writing if create else _begin_reading)
    with explained(path):
        _prepare(engine, path, create=create)
    return engine


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn the database's errors into what the user can do about them."""
    try:
        yield
    except SQLAlchemyError as error:
        cause = getattr(error, "orig", None) or error
        raise StoreError(
            f"the store cannot be used ({cause})", document=str(path), hint=_advice(str(cause))
        ) from error


def _advice(cause: str) -> str:
    advice = {
        "readonly": "its folder and file must be writable",
        "unable to open": "its folder must exist and be writable",
        "not a database": "name another file, or move this one away",
        "malformed": "the file is damaged; restore it from a copy, or read the sources anew",
        "locked": "another program is writing to it; try again",
        "full": "the disk is full; make room and try again",
    }
    return next((words for key, words in advice.items() if key in cause), "nothing was saved")


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
            f"the store's folder cannot be made ({error.strerror})",
            document=str(path),
            hint="say another place with --store",
        ) from error


def _exists(path: Path) -> bool:
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise StoreError(
            f"the store cannot be reached ({reason})",
            document=str(path),
            hint="say another place with --store",
        ) from error
    if S_ISDIR(mode):
        raise StoreError("the store is a folder", document=str(path), hint="name a file in it")
    return True


def _nothing_there(path: Path) -> StoreError:
    return StoreError("there is no store yet", document=str(path), hint="read something first")


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


def _prepare(engine: Engine, path: Path, *, create: bool) -> None:
    """Check that the file is a store, or make it one; all tables at once or none."""
    with engine.begin() as connection:
        _check(connection, path)
        if not inspect(connection).get_table_names():
            if not create:
                raise _nothing_there(path)
            metadata.create_all(connection)
            connection.exec_driver_sql(f"PRAGMA application_id = {_APPLICATION}")
            connection.exec_driver_sql(f"PRAGMA user_version = {VERSION}")
    if create:
        _log_ahead(engine)


def _check(connection: Connection, path: Path) -> None:
    version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    application = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    if application != _APPLICATION and inspect(connection).get_table_names():
        raise StoreError(
            "the file is a database, and no jiedu store", document=str(path), hint="name another"
        )
    if version > VERSION:
        raise StoreError(
            f"the store is of version {version}, and this jiedu knows {VERSION}",
            document=str(path),
            hint="use a newer jiedu",
        )


def _log_ahead(engine: Engine) -> None:
    """Switch to WAL, which readers and the writer share; it cannot be done in a transaction."""
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        connection.close()
