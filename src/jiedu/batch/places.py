"""Where the input is: the disk, or object storage through fsspec."""

from __future__ import annotations

import io
import os
import re
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, cast
from urllib.parse import unquote, urlsplit

from jiedu.errors import InputError, MissingError
from jiedu.readers.sources import paths_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

_ADDRESS = re.compile(r"([a-z][a-z0-9+.-]*)://", re.I)
_STORAGES = frozenset(
    {"memory", "s3", "s3a", "gs", "gcs", "az", "abfs", "abfss", "adl", "hdfs", "oss", "oci", "obs"}
)
_BLOCK = 4 * 1024 * 1024  # bytes that are fetched at once


class File(NamedTuple):
    """A file of the input.

    Attributes:
        name: its whole path, or its address.
        size: in bytes.
        mark: what differs once it is changed.
    """

    name: str
    size: int
    mark: str


def files_of(source: str, wanted: frozenset[str]) -> list[File]:
    """The files that a source is: itself, or those in the folder that it is.

    Args:
        source: a path, or an address of object storage.
        wanted: the endings of the files that count in a folder.

    Raises:
        InputError: where there is nothing, or it is not read.
        MissingError: where the library for its storage is not installed.
    """
    path = _local(source)
    if path is None:
        return list(_stored(source, wanted))
    found = paths_in(path, wanted) if path.is_dir() else [path]
    return [_file(item) for item in found]


def opened(name: str) -> BinaryIO:
    """A file of the input, open for reading and seeking.

    Raises:
        InputError: where it cannot be read.
    """
    try:
        if not _ADDRESS.match(name):
            return Path(name).open("rb")
        storage, path = _storage(name)
        stream = storage.open(path, "rb", block_size=_BLOCK)
        return cast("BinaryIO", io.BufferedReader(stream))
    except OSError as error:
        raise _unreadable(name, error) from error


def _local(source: str) -> Path | None:
    """The whole path of a source on the disk; ``None`` for one in object storage.

    Raises:
        InputError: where it is an address that is not read.
    """
    address = _ADDRESS.match(source)
    if address is None:
        return Path(os.path.abspath(source))  # noqa: PTH100 - a link stays what it was called
    scheme = address[1].lower()
    if scheme == "file":
        return Path(unquote(urlsplit(source).path))
    if scheme in {"http", "https"}:
        raise InputError(
            "a batch reads no address of the web",
            document=source,
            hint="jiedu read takes it, within limits; or save it first and name the file",
        )
    if scheme not in _STORAGES or "::" in source:
        raise InputError(
            f"there is no reading from {scheme}://",
            document=source,
            hint=f"name a file, a folder, or an address of {', '.join(sorted(_STORAGES))}",
        )
    return None


def _file(path: Path) -> File:
    try:
        state = path.stat()
    except (OSError, ValueError) as error:
        raise _unreadable(str(path), error) from error
    return File(str(path), state.st_size, f"{state.st_size}-{state.st_mtime_ns}")


def _stored(source: str, wanted: frozenset[str]) -> Iterator[File]:
    storage, path = _storage(source)
    try:
        names = sorted(_listed(storage.find(path), path, wanted)) or [path]
        for name in names:
            state = storage.info(name)
            yield File(storage.unstrip_protocol(name), int(state["size"]), storage.ukey(name))
    except (OSError, KeyError, TypeError) as error:
        raise _unreadable(source, error) from error


def _listed(names: Iterable[str], folder: str, wanted: frozenset[str]) -> Iterator[str]:
    """The names below a folder that count; the one that was asked for always does."""
    for name in names:
        below = name.removeprefix(folder).strip("/").split("/")
        hidden = any(part.startswith((".", "~$")) for part in below)
        if name == folder or (not hidden and Path(name).suffix.lower() in wanted):
            yield name


def _storage(name: str) -> tuple[Any, str]:
    try:
        storage, path = import_module("fsspec.core").url_to_fs(name)
    except ImportError as error:
        raise MissingError(
            f"reading it needs a library that is not installed ({error})",
            document=name,
            hint="pip install 'jiedu[objects]', and what it names",
        ) from error
    except ValueError as error:
        raise InputError(f"it cannot be read ({error})", document=name) from error
    return storage, path


def _unreadable(name: str, error: Exception) -> InputError:
    if isinstance(error, FileNotFoundError):
        return InputError("there is no such file", document=name, hint="check the path")
    reason = (isinstance(error, OSError) and error.strerror) or str(error) or type(error).__name__
    return InputError(f"it cannot be read ({reason})", document=name)
