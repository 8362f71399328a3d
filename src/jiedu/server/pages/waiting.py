"""The page that stands where something is still being made; it looks again by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.server.pages.rendering import page

if TYPE_CHECKING:
    from fastapi import Request
    from starlette.responses import HTMLResponse

SECONDS = 3


def waiting(request: Request, what: str) -> HTMLResponse:
    """Say that something is being made; 202, so that nobody keeps it as the page.

    Args:
        request: what asks for it.
        what: the row of the words that name it, in the table ``waiting``.
    """
    answer = page(request, "waiting.html", status=202, what=what, seconds=SECONDS)
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["Retry-After"] = str(SECONDS)
    return answer
