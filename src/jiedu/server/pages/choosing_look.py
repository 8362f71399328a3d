"""Choosing the language, the theme and the size of type."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import RedirectResponse

from jiedu.model import Language
from jiedu.server.pages.look import COOKIE, Look, Size, Theme, look_of
from jiedu.server.pages.places import own_place

router = APIRouter(include_in_schema=False)

_YEAR = 365 * 24 * 3600


@router.get("/look")
def choose(
    request: Request,
    language: Language | None = None,
    theme: Theme | None = None,
    size: Size | None = None,
    back: Annotated[str, Query(max_length=4000)] = "/",
) -> RedirectResponse:
    """Remember what was chosen in a cookie, and go back to where it was."""
    now = look_of(request)
    look = Look(language or now.language, theme or now.theme, size or now.size)
    answer = RedirectResponse(own_place(back), 303)
    answer.set_cookie(COOKIE, look.packed(), max_age=_YEAR, httponly=True, samesite="lax")
    return answer
