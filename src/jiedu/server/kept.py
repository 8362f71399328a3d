"""What took long to make, kept in files beside the store: for other workers, and the next start.

A file is only taken where it is whole (its digest says so) and was made by this very code of this
very store. It holds data and can run nothing. Where no file can be written, nothing is kept.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import sys
import zlib
from contextlib import contextmanager, nullcontext
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from jiedu.errors import JieduError
from jiedu.exports.locking import hold
from jiedu.exports.replacing import replacing
from jiedu.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import TypeAdapter

T = TypeVar("T")

_log = logging.getLogger("jiedu.server")
_PACKAGE = Path(__file__).parents[1]
_OTHERS = 0o022  # the rights of others to write


class Kept:
    """The files of one store.

    Args:
        folder: where they are; only its owner may look into it.
        store: which store, by its address; files of another are not taken.
        patience: how many seconds one waits for another process that is making the same.
    """

    def __init__(self, folder: Path, store: str, patience: float = 60.0) -> None:
        self._folder = folder
        self._store = hashlib.sha256(store.encode("utf-8", "replace")).hexdigest()
        self._patience = patience

    def load(self, name: str, key: str, adapter: TypeAdapter[T]) -> T | None:
        """What was kept under a name, or ``None`` where it is not of the key, or not whole.

        Args:
            name: of the thing.
            key: what it was made of.
            adapter: its type.
        """
        try:
            self._enter()
            data = self._path(name).read_bytes()
            head, _, body = data.partition(b"\n")
            if json.loads(head) != self._head(name, key, body):
                return None
            return adapter.validate_json(zlib.decompress(body))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, zlib.error, RecursionError) as error:
            _say("not taken", name, error)
            return None

    def save(self, name: str, key: str, thing: T, adapter: TypeAdapter[T]) -> None:
        """Keep a thing in the place of what was kept under its name; it may fail in silence."""
        try:
            body = zlib.compress(adapter.dump_json(thing), 1)
            head = json.dumps(self._head(name, key, body)).encode()
            self._enter()
            with replacing(self._path(name)) as part:
                part.chmod(0o600)
                part.write_bytes(head + b"\n" + body)
        except (OSError, JieduError, ValueError) as error:
            _say("not kept", name, error)

    @contextmanager
    def alone(self, name: str) -> Iterator[None]:
        """Make a thing while no other process makes it, as long as one is ready to wait."""
        try:
            self._enter()
            held = hold(self._path(name).with_suffix(".lock"), self._patience)
        except OSError as error:
            _say("not alone", name, error)
            held = None
        with held or nullcontext():
            yield

    def _enter(self) -> None:
        """Make the folder where there is none.

        Raises:
            OSError: where it cannot be made, or somebody else could put files into it.
        """
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        state = self._folder.stat()
        if sys.platform != "win32" and (state.st_uid != os.geteuid() or state.st_mode & _OTHERS):
            raise PermissionError(f"{self._folder} is not ours alone")

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.made"

    def _head(self, name: str, key: str, body: bytes) -> dict[str, str]:
        digest = hashlib.sha256(body).hexdigest()
        return {"name": name, "store": self._store, "code": _code(), "key": key, "sha256": digest}


@cache
def _code() -> str:
    """What tells this code from any other: the names, sizes and times of all its files."""
    told = hashlib.sha256(VERSION.encode())
    for path in sorted(_PACKAGE.rglob("*")):
        if path.is_file() and path.parent.name != "__pycache__":
            state = path.stat()
            told.update(
                f"{path.relative_to(_PACKAGE)} {state.st_size} {state.st_mtime_ns}".encode()
            )
    return told.hexdigest()


def _say(what: str, name: str, error: Exception) -> None:
    _log.warning(
        "kept", extra={"told": {"what": what, "name": name, "error": type(error).__name__}}
    )
