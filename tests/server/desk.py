"""A server over the samples, asked in this process."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from starlette.testclient import TestClient

from jiedu.pipeline.saving import read_into
from jiedu.readers import read_sources
from jiedu.samples import samples_path
from jiedu.server.app import create_app
from jiedu.server.settings import Settings
from jiedu.server.tokens import Scope, TokenFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Any

API = "/api/v1"
INTERVIEW = "sample-2023h1-miit-interview"


def sample_store(place: Path | str) -> None:
    """Read the sample releases into a store."""
    with samples_path() as samples:
        for _ in read_into(place, read_sources([str(samples)])):
            pass


class Desk:
    """One store with its tokens, for which servers are made."""

    def __init__(self, folder: Path, samples: Path) -> None:
        self.store = folder / "store.db"
        shutil.copy(samples, self.store)
        self.tokens = TokenFile(folder / "tokens.json")
        self.audit = folder / "audit.jsonl"
        self.settings = Settings(
            str(self.store), str(self.tokens.path), str(self.audit), warm=False, rate=0
        )

    def token(self, *scopes: Scope) -> dict[str, str]:
        """The header of a new token."""
        name = f"t{len(self.tokens.tokens())}"
        return {"Authorization": f"Bearer {self.tokens.make(name, scopes)}"}

    @contextmanager
    def serving(self, **settings: Any) -> Iterator[TestClient]:
        """A client of a server with some settings."""
        app = create_app(replace(self.settings, **settings))
        with TestClient(app, base_url="http://localhost:8765") as client:
            yield client
