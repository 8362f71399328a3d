"""The desks and clients that tests of the server share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from desk import Desk, sample_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from starlette.testclient import TestClient


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the samples, which nobody writes to."""
    path = tmp_path_factory.mktemp("samples") / "store.db"
    sample_store(path)
    return path


@pytest.fixture
def desk(tmp_path: Path, samples: Path) -> Desk:
    """A store of its own."""
    return Desk(tmp_path, samples)


@pytest.fixture(scope="session")
def client(tmp_path_factory: pytest.TempPathFactory, samples: Path) -> Iterator[TestClient]:
    """A client of a server that only reads."""
    with Desk(tmp_path_factory.mktemp("reading"), samples).serving() as client:
        yield client
