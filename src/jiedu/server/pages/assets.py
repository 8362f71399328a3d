"""Styles and scripts, each under a name that changes with what is in it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from fastapi import APIRouter
from starlette.responses import Response

from jiedu.server.problems import ProblemError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

PREFIX = "/assets"
router = APIRouter(include_in_schema=False)

_MEDIA = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
}
_FOREVER = "public, max-age=31536000, immutable"
_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Asset:
    """A file for browsers.

    Attributes:
        body: its bytes.
        media: its media type.
        tag: what its bytes are known by.
    """

    body: bytes
    media: str
    tag: str


@cache
def all_assets() -> dict[str, Asset]:
    """Every asset by its path."""
    return dict(_assets(files(__package__) / "assets", ""))


@cache
def asset_url(path: str) -> str:
    """Where a browser finds an asset.

    Raises:
        KeyError: where there is none of that path.
    """
    return f"{PREFIX}/{all_assets()[path].tag}/{path}"


@router.get(PREFIX + "/{tag}/{path:path}")
def read_asset(tag: str, path: str) -> Response:
    """An asset, which a browser never needs to ask for again."""
    asset = all_assets().get(path)
    if asset is None or asset.tag != tag:
        raise ProblemError(404, "not-found", "there is no such file")
    return Response(asset.body, media_type=asset.media, headers={"Cache-Control": _FOREVER})


def _assets(folder: Traversable, path: str) -> list[tuple[str, Asset]]:
    found: list[tuple[str, Asset]] = []
    for entry in folder.iterdir():
        if entry.is_dir():
            found += _assets(entry, f"{path}{entry.name}/")
        elif (ending := entry.name.rpartition(".")[2]) in _MEDIA:
            body = entry.read_bytes()
            tag = hashlib.sha256(body).hexdigest()[:_DIGITS]
            found.append((path + entry.name, Asset(body, _MEDIA[ending], tag)))
    return found
