"""Adding a text: the one thing that writes."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Body, Depends, Request, Response

from jiedu.model import Release, digest
from jiedu.server.gate import TOKEN, require
from jiedu.server.problems import ProblemError
from jiedu.server.routes.releases import detail_of
from jiedu.server.routes.store import OpenView
from jiedu.server.saving import save
from jiedu.server.settings import Settings
from jiedu.server.shapes.releases import Added, NewRelease
from jiedu.server.tokens import Scope, Token
from jiedu.store import Saved

router = APIRouter(tags=["releases"])

_ALLOWED = "application/json"


async def _writer(request: Request) -> Token:
    """Who writes; a form of another page can send neither this type nor a token."""
    settings: Settings = request.app.state.settings
    if not settings.write:
        raise ProblemError(403, "read-only", "this server only reads; see jiedu serve --write")
    token = require(request.scope.get(TOKEN), Scope.WRITE)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != _ALLOWED:
        raise ProblemError(415, "no-json", f"send {_ALLOWED}")
    return token


@router.post(
    "/releases",
    summary="Add a text",
    status_code=201,
    responses={200: {"model": Added, "description": "The store held it already."}},
)
def add_release(
    request: Request,
    response: Response,
    view: OpenView,
    token: Annotated[Token, Depends(_writer)],
    new: Annotated[NewRelease, Body()],
) -> Added:
    """Read a text and save it; once this answers, it is in the store."""
    release = Release(**new.model_dump(), sha256=digest(new.text))
    saved = save(request, release, token)
    if saved is Saved.UNCHANGED:
        response.status_code = 200
    response.headers["Location"] = f"/api/v1/releases/{quote(release.id, safe='')}"
    return Added(release=detail_of(view, release.id), saved=saved)
