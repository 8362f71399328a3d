"""The version of a store's schema: made new, brought up to date, or refused."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from jiedu.errors import StoreError
from jiedu.store.index import make_index
from jiedu.store.postgres import lock_writers
from jiedu.store.schema import REVISION, metadata
from jiedu.store.sqlite import nothing_there

if TYPE_CHECKING:
    from sqlalchemy import Engine

_APPLICATION = 0x6A69_6564  # "jied", in the header of the file
_FIRST = "0001"
_TABLE = "alembic_version"


def prepare(engine: Engine, place: str, *, create: bool) -> None:
    """Check that a place holds a store of the present schema, or make it so.

    All tables come at once or none; an older store is brought up to date in one transaction.

    Args:
        engine: an engine over the place.
        place: its name, for errors.
        create: make a store where there is none.

    Raises:
        StoreError: where it is no store, of a newer version, or empty and ``create`` is not set.
    """
    with engine.connect() as connection, connection.begin():
        held = _revision(connection)
        if held == REVISION:
            return
        _refuse_foreign(connection, place, held)
        if held is None and not create:
            raise nothing_there(place)
    with engine.connect() as connection, connection.begin():
        if connection.dialect.name == "postgresql" and not create:
            lock_writers(connection)
        held = _revision(connection)  # again: another program may have been quicker
        if held is None:
            _make(connection)
        elif held != REVISION:
            migrate(connection)


def migrate(connection: Connection, to: str = REVISION) -> None:
    """Take the steps from a store's version to another, in the connection's transaction."""
    config = _scripts()
    config.attributes["connection"] = connection
    if not inspect(connection).has_table(_TABLE) and inspect(connection).has_table("releases"):
        command.stamp(config, _FIRST)  # made before steps were counted
    command.upgrade(config, to)


def _make(connection: Connection) -> None:
    metadata.create_all(connection)
    make_index(connection)
    connection.execute(text(f"CREATE TABLE {_TABLE} (version_num VARCHAR(32) NOT NULL)"))
    connection.execute(text(f"INSERT INTO {_TABLE} VALUES ('{REVISION}')"))
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {_APPLICATION}")


def _revision(connection: Connection) -> str | None:
    """The version of a store, the first where it does not say, ``None`` where there is none."""
    found = inspect(connection)
    if found.has_table(_TABLE):
        return connection.execute(text(f"SELECT version_num FROM {_TABLE}")).scalar()
    return _FIRST if found.has_table("releases") and found.has_table("observations") else None


def _refuse_foreign(connection: Connection, place: str, held: str | None) -> None:
    marked = held is not None
    if connection.dialect.name == "sqlite":
        marked = connection.exec_driver_sql("PRAGMA application_id").scalar_one() == _APPLICATION
    if not marked and inspect(connection).get_table_names():
        raise StoreError(
            "the database is no jiedu store", document=place, hint="name another, or an empty one"
        )
    known = {step.revision for step in ScriptDirectory.from_config(_scripts()).walk_revisions()}
    if held is not None and held not in known:
        raise StoreError(
            f"the store is of version {held}, and this jiedu knows {REVISION}",
            document=place,
            hint="use a newer jiedu",
        )


def _scripts() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")))
    return config
