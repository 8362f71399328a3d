"""The app: the API behind its walls, from the outside in."""

from __future__ import annotations

import os
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import anyio
import anyio.to_thread
from fastapi import APIRouter, FastAPI, Request
from starlette.responses import JSONResponse

from jiedu.errors import JieduError
from jiedu.server import pages
from jiedu.server.agents.optional import install_agents
from jiedu.server.audit import Audit
from jiedu.server.bodies import Bodies
from jiedu.server.deadlines import Deadlines
from jiedu.server.gate import Gate
from jiedu.server.handlers import install
from jiedu.server.headers import Secured
from jiedu.server.heads import Heads
from jiedu.server.held import Held
from jiedu.server.logs import Logged
from jiedu.server.openapi import describe
from jiedu.server.pages import Arranged, Briefs, Comparisons, Lines, Sheets, Shelf
from jiedu.server.paths import HEALTH
from jiedu.server.problems import ProblemError
from jiedu.server.routes import PREFIX, router
from jiedu.server.routes.store import OpenView, today
from jiedu.server.settings import VARIABLE, Settings, unpacked
from jiedu.server.shapes.answers import Health
from jiedu.server.tokens import TokenFile
from jiedu.version import VERSION

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.types import ASGIApp

_THREADS = 12  # fewer than the connections that the store lends out

_DOCUMENT = f"{PREFIX}/openapi.json"

_health = APIRouter()


def create_app(settings: Settings) -> ASGIApp:
    """The app of one server.

    Args:
        settings: how it behaves.

    Raises:
        StoreError: where there is no store, or it cannot be read.
        InputError: where others may read the tokens.
    """
    inner = FastAPI(docs_url=None, redoc_url=None, openapi_url=None, lifespan=_lifespan)
    inner.state.settings = settings
    inner.state.held = Held(settings.store)
    inner.state.audit = Audit(Path(settings.audit))
    inner.state.shelf = Shelf()
    inner.state.sheets = Sheets(inner.state.held.view)
    inner.state.lines = Lines(inner.state.held.view)
    inner.state.arranged = Arranged(inner.state.held)
    inner.state.briefs = Briefs(inner.state.held.view)
    inner.state.comparisons = Comparisons(inner.state.held.view)
    inner.include_router(_health)
    inner.include_router(router)
    inner.include_router(pages.router)
    inner.add_api_route(_DOCUMENT, partial(_document, inner), include_in_schema=False)
    inner.state.agents = install_agents(inner, inner.state.held, settings.largest)
    install(inner)
    tokens = inner.state.tokens = TokenFile(Path(settings.tokens))
    tokens.tokens()  # a bad file is better told now than to every client
    app: ASGIApp = Deadlines(inner, settings.seconds)
    app = Heads(app)
    app = Bodies(app, settings.largest, settings.seconds)
    app = Gate(app, settings, tokens)
    return Logged(Secured(app))


def from_environment() -> ASGIApp:
    """The app of a worker, which finds its settings in the environment."""
    return create_app(unpacked(os.environ[VARIABLE]))


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    anyio.to_thread.current_default_thread_limiter().total_tokens = _THREADS
    app.state.health = anyio.CapacityLimiter(1)  # it answers while all others work
    held: Held = app.state.held
    if app.state.settings.warm:
        Thread(target=partial(_warm, app), daemon=True).start()
    async with app.state.agents():
        yield
    held.close()


def _warm(app: FastAPI) -> None:
    """Make what takes long before somebody asks for it: what most ask for first."""
    try:
        app.state.sheets.every(today())
        app.state.lines.every()
        app.state.held.warm(today())
    except (JieduError, ProblemError):
        return  # whoever asks is told


@_health.get(HEALTH, tags=["server"], summary="Whether the server can answer")
async def health(request: Request, view: OpenView) -> Health:
    """Says `ok` where the store can be read."""
    await anyio.to_thread.run_sync(view.state, limiter=request.app.state.health)
    return Health(status="ok", version=VERSION)


def _document(app: FastAPI) -> JSONResponse:
    if app.openapi_schema is None:
        app.openapi_schema = describe(app)
    return JSONResponse(app.openapi_schema)
