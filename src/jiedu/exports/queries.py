"""SQL over a snapshot, with DuckDB locked so that a query can reach nothing else.

A query is one SELECT. It sees the table ``figures`` (the columns of ``to_arrow``) and
``as_of(day)``: of every series and period, the newest figure that was published by that day. It
sees no files, no network, no extensions and no settings, and it may use only so much memory and
time.

The limits of memory and time are those of DuckDB, which looks at them between its steps: one
call that makes a text or a list of gigabytes (``repeat('a', 2000000000)``) passes both by far
before it is stopped. For the SQL of strangers there is `jiedu.exports.apart`, where the system
itself holds a process to its limits.
"""

from __future__ import annotations

import os
from contextlib import closing, contextmanager
from functools import cache
from importlib.resources import files
from threading import Timer
from time import monotonic
from typing import TYPE_CHECKING

import duckdb
import pyarrow as pa
from pyarrow import dataset

from jiedu.exports.cells import encodable
from jiedu.exports.failures import ExportError, QueryError
from jiedu.exports.snapshot import read_snapshot

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ROWS = 10_000
SECONDS = 30.0
MORE = b"jiedu.more"
"""The key in a result's schema metadata that says that further rows were left out."""

_MEMORY = "1GB"
_THREADS = 4
_BATCH = 2_048
_LOCKS = (
    "SET temp_directory = ''",
    "SET python_enable_replacements = false",
    "SET allow_community_extensions = false",
    "SET autoinstall_known_extensions = false",
    "SET autoload_known_extensions = false",
    "SET enable_external_access = false",
    "SET lock_configuration = true",  # last: nothing can be set after it
)
_INTERRUPTED = "INTERRUPT Error"
_UNREADABLE = "registered as 'figures' failed"
_ONE = "write one SELECT over the table figures, or over as_of(DATE '2024-06-30')"
SLOW = "ask for less: fewer columns, a shorter span of published, a smaller join"
_HINTS: tuple[tuple[type[duckdb.Error], str], ...] = (
    (duckdb.PermissionException, "a query sees the table figures and nothing else"),
    (duckdb.CatalogException, "the table is figures; its columns are the fields of a record"),
    (duckdb.BinderException, "the columns are the fields of a record, and value_text"),
    (duckdb.OutOfMemoryException, SLOW),
    (duckdb.ParserException, _ONE),
)


def query(folder: Path, sql: str, limit: int = ROWS, *, seconds: float = SECONDS) -> pa.Table:
    """Run one SELECT over a snapshot.

    Args:
        folder: the folder of the snapshot.
        sql: the query, in the SQL of DuckDB.
        limit: how many rows to return at most.
        seconds: how long it may take.

    Returns:
        The rows; where there are more, the schema's metadata has the key ``jiedu.more``.

    Raises:
        ExportError: where there is no snapshot, or it is damaged.
        QueryError: where the SQL is wrong, does something but select, or takes too much.
    """
    if limit < 0:
        raise QueryError(f"a limit of {limit} rows makes no sense", hint="give a whole number")
    path = folder / read_snapshot(folder).file
    with closing(_connect(path)) as connection, _explained(path, seconds):
        statement = _statement(connection, sql)
        with _stopped(connection, seconds):
            return _rows(connection, statement, limit, monotonic() + seconds)


@cache
def _as_of() -> str:
    return (files(__package__) / "data" / "as_of.sql").read_text("utf-8")


def _connect(path: Path) -> duckdb.DuckDBPyConnection:
    threads = min(_THREADS, os.cpu_count() or 1)
    connection = duckdb.connect(config={"memory_limit": _MEMORY, "threads": threads})
    # Arrow reads the file, so that DuckDB needs no right to it, not even to write it
    connection.register("figures", _dataset(path))
    connection.execute(_as_of())
    for lock in _LOCKS:
        connection.execute(lock)
    return connection


def _dataset(path: Path) -> dataset.Dataset:
    try:
        return dataset.dataset(path, format="parquet")
    except (OSError, pa.ArrowException) as error:
        raise _damaged(path) from error


def _statement(connection: duckdb.DuckDBPyConnection, sql: str) -> duckdb.Statement:
    if encodable(sql) != sql:
        raise QueryError("it holds half a surrogate pair", hint="write it in UTF-8")
    statements = connection.extract_statements(sql)
    if len(statements) != 1:
        said = f"{len(statements)} statements" if statements else "no statement"
        raise QueryError(f"there is {said} in it", hint=_ONE)
    if statements[0].type is not duckdb.StatementType.SELECT:
        raise QueryError(f"{statements[0].type.name} is not allowed", hint=_ONE)
    return statements[0]


def _rows(
    connection: duckdb.DuckDBPyConnection,
    statement: duckdb.Statement,
    limit: int,
    deadline: float,
) -> pa.Table:
    """The first rows; the rest is never reckoned where the query can stream."""
    reader = connection.sql(statement).to_arrow_reader(_BATCH)
    taken, count = [], 0
    for batch in reader:
        if monotonic() > deadline:
            raise duckdb.InterruptException(_INTERRUPTED)
        taken.append(batch)
        count += batch.num_rows
        if count > limit:
            break
    table = pa.Table.from_batches(taken, reader.schema)
    return table.slice(0, limit).replace_schema_metadata({MORE: b"1"}) if count > limit else table


@contextmanager
def _stopped(connection: duckdb.DuckDBPyConnection, seconds: float) -> Iterator[None]:
    """Interrupt what runs on a connection when its time is over."""
    timer = Timer(seconds, connection.interrupt)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


@contextmanager
def _explained(path: Path, seconds: float) -> Iterator[None]:
    """Turn the database's errors into what the user can do about them.

    Where an answer breaks off midway, Arrow hands the database's words on as an error of its own.
    """
    try:
        yield
    except (duckdb.Error, pa.ArrowException, OSError) as error:
        words = _words(error)
        if words.startswith(_INTERRUPTED):
            raise QueryError(f"it took longer than {seconds:g} seconds", hint=SLOW) from error
        if _UNREADABLE in words:
            raise _damaged(path) from error
        hint = next((hint for kind, hint in _HINTS if isinstance(error, kind)), _ONE)
        raise QueryError(words, hint=hint) from error


def _damaged(path: Path) -> ExportError:
    return ExportError("is damaged", document=str(path), hint="write the snapshot anew")


def _words(error: Exception) -> str:
    """What went wrong, without the drawing of where."""
    return " ".join(str(error).partition("LINE ")[0].split())
