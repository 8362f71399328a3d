"""Routes of pages: a page carries a tag, which changes with the store, the day and the look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import HTMLResponse, Response

from jiedu.panels import users_stamp
from jiedu.server.pages.look import COOKIE
from jiedu.server.pages.rendering import HEADERS
from jiedu.server.pages.shelf import Kept
from jiedu.server.tags import TaggedRoute

if TYPE_CHECKING:
    from starlette.requests import Request

    from jiedu.server.pages.shelf import Shelf


class PageRoute(TaggedRoute):
    """A route that answers with a page."""

    def told_by(self, request: Request) -> str:
        """What a page depends on beside its address and the store."""
        part = request.headers.get("hx-request", "")
        return f"{request.cookies.get(COOKIE, '')}|{part}|{users_stamp()}"

    def kept(self, request: Request, tag: str) -> Response | None:
        """The page of a tag, where it was made before."""
        shelf: Shelf = request.app.state.shelf
        found = shelf.find(tag)
        return None if found is None else Response(found.body, headers=found.headers)

    def keep(self, request: Request, tag: str, response: Response) -> None:
        """Keep a page for whoever asks for the same."""
        if not isinstance(response, HTMLResponse):
            return  # a file
        shelf: Shelf = request.app.state.shelf
        shelf.keep(tag, Kept(bytes(response.body), dict(response.headers)))

    def unchanged(self, tag: str) -> Response:
        """Not changed, with what a page may do: a browser takes it for the page that it keeps."""
        answer = super().unchanged(tag)
        answer.headers.update(HEADERS)
        return answer
