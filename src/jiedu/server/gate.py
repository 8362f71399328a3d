"""What a request must be before anything of it is looked at."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING
from urllib.parse import quote

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.responses import RedirectResponse

from jiedu.errors import InputError
from jiedu.server.hosts import Hosts, is_own
from jiedu.server.paths import (
    HEALTH,
    is_for_programs,
    is_from_browser,
    is_open,
    is_safe,
    only_reads,
)
from jiedu.server.problems import ProblemError, respond
from jiedu.server.rates import Rates
from jiedu.server.tokens import Scope as TokenScope

if TYPE_CHECKING:
    from starlette.responses import Response
    from starlette.types import ASGIApp, Receive, Scope, Send

    from jiedu.server.settings import Settings
    from jiedu.server.tokens import Token, TokenFile

TOKEN = "jiedu.token"
"""The key of a request's token in its scope."""

COOKIE = "jiedu-token"
"""The cookie in which a browser that signed in keeps its token."""

_CHALLENGE = {"WWW-Authenticate": "Bearer"}


class Gate:
    """Lets through what names this server, comes from no other page, and is not too much.

    Args:
        app: what is behind it.
        settings: of the server.
        tokens: its tokens.
    """

    def __init__(self, app: ASGIApp, settings: Settings, tokens: TokenFile) -> None:
        self._app = app
        self._hosts = Hosts(settings.host, settings.names)
        self._rates = Rates(settings.rate)
        self._private = settings.private
        self._crowd = settings.crowd
        self._inside = 0
        self._tokens = tokens

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with a problem, or hand the request on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        try:
            self._check(scope)
        except ProblemError as problem:
            answer = _signing_in(scope) if problem.status == 401 else None
            await (answer or respond(problem, scope))(scope, receive, send)
            return
        self._inside += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._inside -= 1

    def _check(self, scope: Scope) -> None:
        headers = Headers(scope=scope)
        host = headers.get("host")
        if not self._hosts.takes(host):
            raise ProblemError(421, "other-host", "this server has no such name")
        if not is_own(headers.get("origin"), headers.get("sec-fetch-site"), host or ""):
            raise ProblemError(403, "other-origin", "pages of other origins may not ask")
        if scope["path"] == HEALTH:
            return
        self._check_amount(scope)
        token = self._token(headers) or self._cookie(scope)
        scope[TOKEN] = token
        if self._private and not is_open(scope["path"]):
            require(token, TokenScope.READ if only_reads(scope) else TokenScope.WRITE)

    def _check_amount(self, scope: Scope) -> None:
        client = scope.get("client") or ("unknown", 0)
        wait = self._rates.wait(client[0])
        if wait:
            again = {"Retry-After": str(ceil(wait))}
            raise ProblemError(429, "too-often", "too many requests; wait", headers=again)
        if self._inside >= self._crowd:
            again = {"Retry-After": "1"}
            raise ProblemError(503, "crowded", "too many at a time; wait", headers=again)

    def _cookie(self, scope: Scope) -> Token | None:
        """The token of a browser; programs' writes are never taken on the word of a cookie."""
        if not is_safe(scope) and is_for_programs(scope["path"]):
            return None
        word = HTTPConnection(scope).cookies.get(COOKIE)
        if not word:
            return None
        try:
            return self._tokens.find(word)
        except InputError as error:
            raise ProblemError(503, "tokens", "the tokens cannot be read now") from error

    def _token(self, headers: Headers) -> Token | None:
        kind, _, word = (headers.get("authorization") or "").partition(" ")
        if not kind:
            return None
        try:
            token = self._tokens.find(word.strip()) if kind.lower() == "bearer" else None
        except InputError as error:
            raise ProblemError(503, "tokens", "the tokens cannot be read now") from error
        if token is None:
            raise ProblemError(401, "bad-token", "there is no such token", headers=_CHALLENGE)
        return token


def _signing_in(scope: Scope) -> Response | None:
    """Where a browser without a token is sent; ``None`` for programs."""
    if not is_from_browser(scope) or not is_safe(scope):
        return None
    back = quote(scope["path"])
    query = scope["query_string"].decode("latin-1")
    back = quote(f"{back}?{query}" if query else back, safe="")
    return RedirectResponse(f"/session?back={back}", 303, {"Cache-Control": "no-store"})


def require(token: Token | None, scope: TokenScope) -> Token:
    """A request's token, where it allows what is asked.

    Raises:
        ProblemError: where there is none, or it does not.
    """
    if token is None:
        raise ProblemError(
            401, "no-token", "send a token as Authorization: Bearer …", headers=_CHALLENGE
        )
    if scope not in token.scopes:
        raise ProblemError(403, "scope", f"the token does not allow to {scope}")
    return token
