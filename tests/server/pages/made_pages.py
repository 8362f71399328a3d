"""Pages that may have to be made first, asked for until they are there."""

from __future__ import annotations

from contextlib import contextmanager
from time import sleep
from typing import TYPE_CHECKING

from desk import Desk
from hostile_store import hostile_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from httpx2 import Response
    from starlette.testclient import TestClient

PAGE = {"Accept": "text/html"}
_TRIES = 1200


def made(client: TestClient, path: str, look: str = "zh.light.normal") -> Response:
    """A page once it is made."""
    headers = {**PAGE, "Cookie": f"jiedu-look={look}"}
    for _ in range(_TRIES):
        response = client.get(path, headers=headers)
        if response.status_code != 202:
            return response
        sleep(0.05)
    raise AssertionError(f"{path} is never made")


def shown(client: TestClient, path: str, look: str = "zh.light.normal") -> str:
    """The text of a page that is there."""
    response = made(client, path, look)
    assert response.status_code == 200, response.text
    return response.text


@contextmanager
def hostile_client(folder: Path) -> Iterator[TestClient]:
    """A client of a server over the texts that try to act on the page, and no others."""
    source = folder / "hostile.db"
    hostile_store(source, folder)
    with Desk(folder, source).serving() as client:
        yield client
