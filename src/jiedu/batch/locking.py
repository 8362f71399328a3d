"""One run at a time over one folder."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from jiedu.batch.checkpoints import unwritable
from jiedu.batch.failures import BatchError

try:
    import fcntl
except ImportError:  # where the system has no such locks, nobody is kept out
    fcntl = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_NAME = ".lock"


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold a folder, which is made where there is none; the system lets go if we are killed.

    Raises:
        BatchError: where another run holds it, or it cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = (folder / _NAME).open("w")
    except OSError as error:
        raise unwritable(folder, error) from error
    with file:
        _hold(file.fileno(), folder)
        yield


def _hold(handle: int, folder: Path) -> None:
    if fcntl is None:
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise BatchError(
            "another run is writing to it",
            document=str(folder),
            hint="wait for it, or name another folder",
        ) from error
    except OSError:
        return  # a shared disk without locks
