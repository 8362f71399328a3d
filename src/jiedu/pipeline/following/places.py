"""Where it is written down what was followed: beside the store, and by one program at a time."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_data_path

from jiedu.errors import StoreError
from jiedu.exports.locking import hold
from jiedu.store.place import place_of

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
        held = hold(path.with_name(f"{path.name}.lock"))
    except OSError as error:
        raise StoreError(
            f"it cannot be written ({error.strerror})",
            document=str(path),
            hint="name a store in a folder that can be, with --store",
        ) from error
    if held is None:
        raise StoreError(
            "another jiedu follows sources into this store",
            document=str(path),
            hint="wait until it has ended, or end it",
        )
    with held:
        yield
