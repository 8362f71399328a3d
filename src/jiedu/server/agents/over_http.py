"""The tools over HTTP, behind the walls of the server.

Each request stands for itself: no session is kept, so that any worker answers any request.
"""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from mcp.server.streamable_http_manager import StreamableHTTPSessionManager
from starlette.routing import Route

from jiedu.server.agents.protocol import protocol_server
from jiedu.server.paths import AGENTS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from contextlib import AbstractAsyncContextManager

    from starlette.applications import Starlette
    from starlette.types import Receive, Scope, Send

    from jiedu.server.held import Held


class _Endpoint:
    def __init__(self, held: Held, largest: int) -> None:
        self._held = held
        self._largest = largest
        self._manager: StreamableHTTPSessionManager | None = None

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        self._manager = StreamableHTTPSessionManager(
            protocol_server(self._held),
            json_response=True,
            stateless=True,
            max_request_body_size=self._largest,
        )
        async with self._manager.run():
            yield

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        assert self._manager is not None
        await self._manager.handle_request(scope, receive, send)


def install(
    app: Starlette, held: Held, largest: int
) -> Callable[[], AbstractAsyncContextManager[None]]:
    """Let an app answer agents; what is returned must be entered each time that it starts.

    Args:
        app: the app.
        held: the store.
        largest: the most bytes of a request's body.
    """
    endpoint = _Endpoint(held, largest)
    app.router.routes.append(Route(AGENTS, endpoint=endpoint, methods=["POST"]))
    return endpoint.running
