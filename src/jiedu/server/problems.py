"""Errors as RFC 9457 problems; none tells a path, a traceback or what was sent."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from starlette.responses import Response

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from starlette.types import Scope

MEDIA = "application/problem+json"
REQUEST = "jiedu.request"
"""The key of a request's id in its scope."""


class ProblemError(Exception):
    """What ends a request with a problem.

    Args:
        status: of the response.
        kind: a word for programs, which the problem's type ends in.
        detail: what failed, and what to do.
        headers: of the response, beside the usual ones.
        errors: what is wrong with each part of the request.
    """

    def __init__(
        self,
        status: int,
        kind: str,
        detail: str,
        *,
        headers: Mapping[str, str] | None = None,
        errors: Sequence[Mapping[str, str]] = (),
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.kind = kind
        self.detail = detail
        self.headers = dict(headers or {})
        self.errors = list(errors)


BUG = ProblemError(500, "bug", "this is a mistake of the server's own")


def respond(problem: ProblemError, scope: Scope) -> Response:
    """A problem as the response to a request."""
    body: dict[str, Any] = {
        "type": f"urn:jiedu:problem:{problem.kind}",
        "title": HTTPStatus(problem.status).phrase,
        "status": problem.status,
        "detail": problem.detail,
        "instance": f"urn:jiedu:request:{scope.get(REQUEST, 'unknown')}",
    }
    if problem.errors:
        body["errors"] = problem.errors
    content = json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")
    headers = {"Cache-Control": "no-store", **problem.headers}
    return Response(content, problem.status, headers, media_type=MEDIA)
