"""A PostgreSQL server for tests and measurements, in a folder of its own that goes with it."""

from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, NamedTuple

from installing import install

if TYPE_CHECKING:
    from collections.abc import Iterator

USER = "jiedu"


class Server(NamedTuple):
    """A server that runs.

    Attributes:
        folder: where its socket is.
        programs: the folder of its programs.
    """

    folder: Path
    programs: Path

    def database(self, name: str) -> str:
        """Make an empty database and say its address."""
        command = [str(self.programs / "createdb"), "-h", str(self.folder), "-U", USER, name]
        subprocess.run(command, check=True, capture_output=True)
        return f"postgresql://{USER}@/{name}?host={self.folder}"


def programs() -> Path | None:
    """The folder of the server's programs; they are installed where that can be done."""
    found = _installed()
    if found is None and install("postgresql"):
        found = _installed()
    return found


def _installed() -> Path | None:
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    in_path = shutil.which("initdb")
    if in_path:
        folders.append(Path(in_path).parent)
    return next((folder for folder in folders if (folder / "initdb").exists()), None)


def _is_superuser() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


@contextmanager
def running(found: Path, *, safe: bool = True) -> Iterator[Server]:
    """A server with its usual settings, without a database; stopped and removed at the end.

    Args:
        found: the folder of its programs.
        safe: wait for the disk at the end of each transaction, as servers do.
    """
    folder = Path(mkdtemp(prefix="jiedu-pg-"))
    user = None
    if _is_superuser():
        user = "nobody"  # the server does not run as a superuser
        shutil.chown(folder, user)
    data = folder / "data"

    def call(*command: str) -> None:
        environment = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8"}
        subprocess.run(
            command, check=True, capture_output=True, user=user, cwd=folder, env=environment
        )

    call(str(found / "initdb"), "-D", str(data), "-U", USER, "-A", "trust", "-E", "UTF8")
    settings = f"-k {folder} -h '' -c fsync={'on' if safe else 'off'}"
    control = str(found / "pg_ctl")
    log = str(folder / "log")
    call(control, "-D", str(data), "-w", "-l", log, "-o", settings, "start")
    try:
        yield Server(folder, found)
    finally:
        call(control, "-D", str(data), "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)
