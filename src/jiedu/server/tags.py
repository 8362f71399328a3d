"""Entity tags: an answer is known by what was asked and by the state of the store.

So an answer that did not change is never made a second time.
"""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from fastapi.routing import APIRoute
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from jiedu.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from starlette.requests import Request

_TAG = re.compile(r'(?:W/)?("[^"]*")')
_CACHE = "private, no-cache"


class TaggedRoute(APIRoute):
    """A route whose answers carry a tag, and which says so where the client has them already."""

    def get_route_handler(self) -> Callable[[Any], Coroutine[Any, Any, Response]]:
        """The handler of a request."""
        answer = super().get_route_handler()

        async def tagged(request: Request) -> Response:
            if request.method != "GET":
                return await answer(request)
            wanted = request.headers.get("if-none-match", "")
            tag = await run_in_threadpool(_tag, request, self.told_by(request))
            if tag in _TAG.findall(wanted):
                return self.unchanged(tag)
            kept = self.kept(request, tag)
            response = await answer(request) if kept is None else kept
            if response.status_code == 200:
                if wanted.strip() == "*":
                    return self.unchanged(tag)
                response.headers["ETag"] = tag
                response.headers["Cache-Control"] = _CACHE
                self.keep(request, tag, response)
            return response

        return tagged

    def told_by(self, request: Request) -> str:
        """What an answer depends on beside its address and the store; nothing here."""
        return ""

    def kept(self, request: Request, tag: str) -> Response | None:
        """The answer of a tag, where it is kept; none is here."""

    def keep(self, request: Request, tag: str, response: Response) -> None:
        """Keep an answer for whoever asks the same; not here, where answers are many."""

    def unchanged(self, tag: str) -> Response:
        """The answer to a client that has the newest one; its headers replace those it has."""
        return Response(status_code=304, headers={"ETag": tag, "Cache-Control": _CACHE})


def _tag(request: Request, beside: str) -> str:
    today = datetime.now(UTC).date()  # what is overdue depends on it
    state = request.app.state.held.view.state()
    known = f"{VERSION}|{state}|{today}|{request.url.path}?{request.url.query}|{beside}"
    return f'"{hashlib.sha256(known.encode("utf-8", "replace")).hexdigest()[:32]}"'
