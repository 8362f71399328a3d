"""Opening a store file: a current SQLite, the settings it needs, and clear refusals."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pysqlite3
from sqlalchemy import Engine, create_engine, event, inspect
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
    if path.is_dir():
        raise StoreError("the store is a folder", document=str(path), hint="name a file in it")
    if not path.exists():
        if not create:
            raise StoreError(
                "there is no store yet", document=str(path), hint="read something first"
            )
        _make_folder(path)
    engine = create_engine(f"sqlite+pysqlite:///{path}", module=pysqlite3.dbapi2)
    event.listen(engine, "connect", _configure)
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


def _configure(connection: Any, _: object) -> None:
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {_BUSY_SECONDS * 1000}")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.close()


def _prepare(engine: Engine, path: Path, *, create: bool) -> None:
    with engine.connect() as connection:
        version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        application = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    tables = inspect(engine).get_table_names()
    if tables and application != _APPLICATION:
        raise StoreError(
            "the file is a database, and no jiedu store", document=str(path), hint="name another"
        )
    if version > VERSION:
        raise StoreError(
            f"the store is of version {version}, and this jiedu knows {VERSION}",
            document=str(path),
            hint="use a newer jiedu",
        )
    if tables or not create:
        return
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA journal_mode = WAL")
        connection.exec_driver_sql(f"PRAGMA application_id = {_APPLICATION}")
    with engine.begin() as connection:
        metadata.create_all(connection)
        connection.exec_driver_sql(f"PRAGMA user_version = {VERSION}")
