"""Routes of pages: a page carries a tag, which changes with the store, the day and the look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.server.pages.look import COOKIE
from jiedu.server.pages.rendering import HEADERS
from jiedu.server.tags import TaggedRoute

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response


class PageRoute(TaggedRoute):
    """A route that answers with a page."""

    def told_by(self, request: Request) -> str:
        """What a page depends on beside its address and the store."""
        part = request.headers.get("hx-request", "")
        return f"{request.cookies.get(COOKIE, '')}|{part}|{request.cookies.get('jiedu-token', '')}"

    def unchanged(self, tag: str) -> Response:
        """Not changed, with what a page may do: a browser takes it for the page that it keeps."""
        answer = super().unchanged(tag)
        answer.headers.update(HEADERS)
        return answer
