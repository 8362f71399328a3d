"""What a request must be before anything of it is looked at."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from starlette.datastructures import Headers

from jiedu.errors import InputError
from jiedu.server.hosts import Hosts, is_own
from jiedu.server.paths import only_reads
from jiedu.server.problems import ProblemError, respond
from jiedu.server.rates import Rates
from jiedu.server.tokens import Scope as TokenScope

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

    from jiedu.server.settings import Settings
    from jiedu.server.tokens import Token, TokenFile

TOKEN = "jiedu.token"
"""The key of a request's token in its scope."""

HEALTH = "/healthz"
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
            await respond(problem, scope)(scope, receive, send)
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
        token = self._token(headers)
        scope[TOKEN] = token
        needed = TokenScope.READ if only_reads(scope) else TokenScope.WRITE
        if self._private:
            require(token, needed)

    def _check_amount(self, scope: Scope) -> None:
        client = scope.get("client") or ("unknown", 0)
        wait = self._rates.wait(client[0])
        if wait:
            again = {"Retry-After": str(ceil(wait))}
            raise ProblemError(429, "too-often", "too many requests; wait", headers=again)
        if self._inside >= self._crowd:
            again = {"Retry-After": "1"}
            raise ProblemError(503, "crowded", "too many at a time; wait", headers=again)

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
