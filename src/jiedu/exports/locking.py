"""One program at a time: a file's lock, which the system lets go of when its holder is killed."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

from filelock import FileLock, Timeout

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path


def hold(path: Path, patience: float = 0.0) -> AbstractContextManager[Any] | None:
    """Take a file's lock.

    Args:
        path: the file, which is made where there is none; its folder must be there.
        patience: how many seconds another holder is waited for.

    Returns:
        What lets go of it at the end of its block; ``None`` where another program has it. On a
        disk without locks nobody is kept out.

    Raises:
        OSError: where the file cannot be written.
    """
    lock = FileLock(path, fallback_to_soft=False, preserve_lock_file=True)
    try:
        return lock.acquire(timeout=patience)
    except Timeout:
        return None
    except NotImplementedError:
        return nullcontext()
