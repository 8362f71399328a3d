"""One run at a time over one folder."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from jiedu.batch.checkpoints import unwritable
from jiedu.batch.failures import BatchError
from jiedu.exports.locking import hold

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
        held = hold(folder / _NAME)
    except OSError as error:
        raise unwritable(folder, error) from error
    if held is None:
        raise BatchError(
            "another run is writing to it",
            document=str(folder),
            hint="wait for it, or name another folder",
        )
    with held:
        yield
