"""Adding a text: the one thing that writes."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Body, Depends, Request, Response

from jiedu.errors import JieduError
from jiedu.model import Release, digest
from jiedu.pipeline.saving import read_into
from jiedu.server.audit import Audit
from jiedu.server.gate import TOKEN, require
from jiedu.server.problems import REQUEST, ProblemError
from jiedu.server.routes.releases import detail_of
from jiedu.server.routes.store import HeldStore, today
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
    held: HeldStore,
    token: Annotated[Token, Depends(_writer)],
    new: Annotated[NewRelease, Body()],
) -> Added:
    """Read a text and save it; once this answers, it is in the store."""
    audit: Audit = request.app.state.audit
    settings: Settings = request.app.state.settings
    release = Release(**new.model_dump(), sha256=digest(new.text))
    told = {
        "request": request.scope[REQUEST],
        "token": token.id,
        "name": token.name,
        "client": request.client.host if request.client else None,
        "release": release.id,
        "sha256": release.sha256,
    }
    audit.note("asked", **told)
    saved = _save(settings.store, release, audit, told)
    audit.note("saved", **told, saved=saved.value)
    if saved is Saved.UNCHANGED:
        response.status_code = 200
    elif settings.warm:
        held.renew(today())
    response.headers["Location"] = f"/api/v1/releases/{quote(release.id, safe='')}"
    return Added(release=detail_of(held.view, release.id), saved=saved)


def _save(store: str, release: Release, audit: Audit, told: dict[str, object]) -> Saved:
    try:
        (kept,) = read_into(store, [release])
    except Exception as error:
        audit.note("failed", **told, error=type(error).__name__)
        raise
    if isinstance(kept, JieduError):
        audit.note("refused", **told)
        raise kept
    return kept.saved
