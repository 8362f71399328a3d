"""Where it is written down what was followed: beside the store, and by one program at a time."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_data_path

from jiedu.errors import StoreError
from jiedu.store.place import place_of

try:
    import fcntl
except ImportError:  # a system without it; two programs may then write over each other there
    fcntl = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from collections.abc import Iterator


def beside(store: Path | str, name: str) -> Path:
    """A file that belongs to a store: beside its file, or in the user's folder for a server's.

    Args:
        store: the store's file, or a database's address.
        name: what it is, as ``follow``.
    """
    place = place_of(store)
    if isinstance(place, Path):
        return place.with_name(f"{place.name}.{name}.json")
    mark = hashlib.sha256(str(store).encode()).hexdigest()[:12]
    return user_data_path("jiedu") / f"{mark}.{name}.json"


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Keep other programs from a file for as long as the block lasts.

    Raises:
        StoreError: where another has it, or its folder cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = path.with_name(f"{path.name}.lock").open("a")
    except OSError as error:
        raise StoreError(f"it cannot be written ({error.strerror})", document=str(path)) from error
    with lock:
        if fcntl is not None:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                raise StoreError(
                    "another jiedu follows sources into this store",
                    document=str(path),
                    hint="wait until it has ended, or end it",
                ) from error
        yield
