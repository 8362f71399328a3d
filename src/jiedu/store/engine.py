"""Opening a store, and clear words where that fails."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError

from jiedu.errors import StoreError
from jiedu.store import postgres, sqlite
from jiedu.store.place import shown
from jiedu.store.versions import prepare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import URL, Engine

_ADVICE = {
    "readonly": "its folder and file must be writable",
    "read-only": "its folder and file must be writable",
    "unable to open": "its folder must exist and be writable",
    "not a database": "name another file, or move this one away",
    "malformed": "the file is damaged; restore it from a copy, or read the sources anew",
    "locked": "another program is writing to it; try again",
    "no space left": "the server's disk is full; make room and try again",
    "full": "the disk is full; make room and try again",
    "disk i/o": "the disk may be full or failing; make room and try again",
    "nul (0x00)": "no server keeps a NUL character; leave it out",
    "connection refused": "start the server, or name another",
    "does not exist": "make it with createdb, or name another",
    "authentication failed": "look at the user and the password of the address",
    "permission denied": "ask the server's keeper for the right to make and write tables",
}

_ELSE = "nothing was changed in it; try again, or name another with --store"


def open_engine(place: Path | URL, *, create: bool) -> Engine:
    """An engine over a store of the present schema.

    Args:
        place: its file, or its address.
        create: make it where there is none, and let the engine write.

    Raises:
        StoreError: where it cannot be opened, is no store, or is of a newer version.
    """
    if isinstance(place, Path):
        engine = sqlite.engine_of(place, create=create)
    else:
        engine = postgres.engine_of(place, create=create)
    with explained(place):
        prepare(engine, shown(place), create=create)
        if isinstance(place, Path) and create:
            sqlite.log_ahead(engine)
    return engine


@contextmanager
def explained(place: Path | URL) -> Iterator[None]:
    """Turn the database's errors into what the user can do about them."""
    try:
        yield
    except SQLAlchemyError as error:
        cause = " ".join(str(getattr(error, "orig", None) or error).split())
        said = cause.lower()
        advice = next((words for key, words in _ADVICE.items() if key in said), _ELSE)
        raise StoreError(
            f"the store cannot be used ({cause})", document=shown(place), hint=advice
        ) from error
