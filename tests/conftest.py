"""How the property tests draw their cases, and the stores that tests write to.

The gate must say the same of the same commit twice, so cases are drawn from each test's own
name. To hunt for new ones, draw at random: `pytest --hypothesis-profile=default`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from hypothesis import settings

import chinese_font
from database_server import programs, running

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from database_server import Server
    from jiedu.briefings.fonts import Font

pytest_plugins = ["desk_fixtures", "browser_fixtures"]

settings.register_profile("gate", derandomize=True, deadline=None)
settings.load_profile("gate")


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A server that this session starts, without a database."""
    found = programs()
    if found is None:
        pytest.skip("no PostgreSQL server is installed, and none can be")
    with running(found, safe=False) as started:
        yield started


@pytest.fixture
def database(server: Server) -> str:
    """The address of an empty database."""
    return server.database(f"t{uuid4().hex}")


@pytest.fixture(params=["file", "server"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Path | str:
    """Where a store may be: a file, or a database."""
    if request.param == "file":
        return tmp_path / "store.db"
    address: str = request.getfixturevalue("database")
    return address


@pytest.fixture(scope="session")
def font() -> Font:
    """A font with Chinese characters."""
    found = chinese_font.font()
    if found is None:
        pytest.skip("no font with Chinese characters is installed, and none can be")
    return found
