"""Writing a file so that it is there whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
from contextlib import contextmanager
from secrets import token_hex
from typing import TYPE_CHECKING

from jiedu.exports.failures import ExportError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_HINTS = {
    errno.EACCES: "its folder must be writable",
    errno.EPERM: "its folder must be writable",
    errno.EROFS: "its folder must be writable",
    errno.ENOENT: "make its folder first",
    errno.EEXIST: "a file stands in its way; name another place",
    errno.ENOTDIR: "a part of its path is a file, not a folder",
    errno.ENOSPC: "make room on the disk and try again",
    errno.EDQUOT: "make room on the disk and try again",
    errno.EFBIG: "the disk takes no file so large; write it to another",
    errno.ENAMETOOLONG: "give it a shorter name",
}


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """An empty file beside ``path`` that takes its place once the block has ended well.

    Where the block fails, the file is removed and what stood at ``path`` stays as it was.

    Raises:
        ExportError: where the folder cannot be written to, the disk is full, or ``path`` is
            something other than a file.
    """
    with explained(path):
        target = path.resolve()  # a link stays a link: what it leads to is replaced
        _check(target, path)
        part = target.with_name(f".jiedu-{token_hex(8)}.part")
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
        try:
            yield part
            _settle(part, target)
        finally:
            part.unlink(missing_ok=True)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn errors of the file system into what the user can do about them."""
    try:
        yield
    except OSError as error:
        words = os.strerror(error.errno) if error.errno else str(error)
        hint = _HINTS.get(error.errno or 0, "")
        raise ExportError(f"cannot be written: {words}", document=str(path), hint=hint) from error
    except ValueError as error:
        if "\0" not in str(path):
            raise
        raise ExportError("is no name of a file", document=repr(str(path))) from error


def _check(target: Path, path: Path) -> None:
    if target.is_dir():
        raise ExportError("is a folder", document=str(path), hint="name a file in it")
    if target.exists() and not target.is_file():
        raise ExportError("is a device or a pipe, not a file", document=str(path))
    if target.exists() and not os.access(target, os.W_OK):
        raise ExportError("may only be read", document=str(path), hint="name another file")


def _settle(part: Path, target: Path) -> None:
    """Put the finished file in its place, on the disk before its name is."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    if target.exists():
        shutil.copymode(target, part)
    part.replace(target)
