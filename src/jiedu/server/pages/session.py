"""Signing in with a token: the browser keeps it in a cookie that no script reads."""

from __future__ import annotations

from hashlib import sha256
from hmac import compare_digest
from hmac import new as hmac
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import RedirectResponse, Response

from jiedu.server.gate import COOKIE
from jiedu.server.pages.look import look_of
from jiedu.server.pages.places import own_place
from jiedu.server.pages.rendering import page
from jiedu.server.pages.wording import word
from jiedu.server.problems import ProblemError
from jiedu.server.tokens import TokenFile

router = APIRouter(include_in_schema=False)

_HOURS = 12
_PURPOSE = b"jiedu form"


@router.get("/session")
def session_page(request: Request, back: Annotated[str, Query(max_length=4000)] = "/") -> Response:
    """The form that asks for a token, or to sign out."""
    return page(request, "session.html", back=own_place(back), error="", signed=_signed(request))


@router.post("/session")
def sign_in(
    request: Request,
    token: Annotated[str, Form(max_length=200)] = "",
    back: Annotated[str, Form(max_length=4000)] = "/",
) -> Response:
    """Keep a token that holds in a cookie, and go back."""
    tokens: TokenFile = request.app.state.tokens
    if tokens.find(token.strip()) is None:
        error = word("session.unknown", look_of(request).language)
        return page(request, "session.html", 401, back=own_place(back), error=error, signed=False)
    answer = RedirectResponse(own_place(back), 303)
    answer.set_cookie(
        COOKIE,
        token.strip(),
        max_age=_HOURS * 3600,
        httponly=True,
        samesite="strict",
        secure=_is_over_tls(request),
    )
    return answer


@router.post("/session/end")
def sign_out(request: Request) -> Response:
    """Forget the token."""
    answer = RedirectResponse("/", 303)
    answer.delete_cookie(COOKIE, httponly=True, samesite="strict")
    return answer


def form_word(request: Request) -> str:
    """What a form must send back: made from the cookie's token, which no other page knows."""
    token = request.cookies.get(COOKIE, "")
    return hmac(token.encode("utf-8", "replace"), _PURPOSE, sha256).hexdigest() if token else ""


def check_form(request: Request, sent: str) -> None:
    """See that a form that writes is one of ours.

    Raises:
        ProblemError: where it does not send back what it was given.
    """
    wanted = form_word(request)
    if not wanted or not compare_digest(wanted.encode(), sent.encode("utf-8", "replace")):
        raise ProblemError(403, "form", "the form is not of this session; load the page again")


def _is_over_tls(request: Request) -> bool:
    """Whether the browser speaks TLS, with this server or with a proxy in front of it."""
    return request.headers.get("origin", "").startswith("https://")


def _signed(request: Request) -> bool:
    tokens: TokenFile = request.app.state.tokens
    return tokens.find(request.cookies.get(COOKIE, "")) is not None
