"""How the property tests draw their cases, and the stores that tests write to.

The gate must say the same of the same commit twice, so cases are drawn from each test's own
name. To hunt for new ones, draw at random: `pytest --hypothesis-profile=default`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Iterator

settings.register_profile("gate", derandomize=True, deadline=None)
settings.load_profile("gate")


def _programs() -> Path | None:
    """The folder of the server's programs; they are installed where that can be done."""
    found = _installed()
    if found is None and hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        command = ["apt-get", "install", "--yes", "--no-install-recommends", "postgresql"]
        subprocess.run(command, capture_output=True, check=False, timeout=300)
        found = _installed()
    return found


def _installed() -> Path | None:
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    in_path = shutil.which("initdb")
    if in_path:
        folders.append(Path(in_path).parent)
    return next((folder for folder in folders if (folder / "initdb").exists()), None)


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a server that this session starts, without a database."""
    programs = _programs()
    if programs is None:
        pytest.skip("no PostgreSQL server is installed, and none can be")
    folder = Path(mkdtemp(prefix="jiedu-pg-"))
    user = None
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        user = "nobody"  # the server does not run as a superuser
        shutil.chown(folder, user)
    data = folder / "data"

    def call(*command: str) -> None:
        environment = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8"}
        subprocess.run(
            command, check=True, capture_output=True, user=user, cwd=folder, env=environment
        )

    call(str(programs / "initdb"), "-D", str(data), "-U", "jiedu", "-A", "trust", "-E", "UTF8")
    settings = f"-k {folder} -h '' -c fsync=off"
    log = str(folder / "log")
    control = str(programs / "pg_ctl")
    call(control, "-D", str(data), "-w", "-l", log, "-o", settings, "start")
    try:
        yield f"host={folder}"
    finally:
        call(control, "-D", str(data), "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def database(server: str) -> str:
    """The address of an empty database."""
    name = f"t{uuid4().hex}"
    folder = server.removeprefix("host=")
    command = ["createdb", "-h", folder, "-U", "jiedu", name]
    programs = _installed()
    assert programs is not None
    command[0] = str(programs / "createdb")
    subprocess.run(command, check=True, capture_output=True)
    return f"postgresql://jiedu@/{name}?host={folder}"


@pytest.fixture(params=["file", "server"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Path | str:
    """Where a store may be: a file, or a database."""
    if request.param == "file":
        return tmp_path / "store.db"
    address: str = request.getfixturevalue("database")
    return address
