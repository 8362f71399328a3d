"""Problems as pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.server.pages.look import look_of
from jiedu.server.pages.rendering import page
from jiedu.server.pages.wording import word
from jiedu.server.problems import REQUEST

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from jiedu.server.problems import ProblemError

_HEADINGS = {404: "not_found", 422: "unusable", 400: "unusable", 503: "later", 429: "later"}


def problem_page(request: Request, problem: ProblemError) -> Response:
    """What failed, and what to do, with the status of the problem.

    Args:
        request: what was asked.
        problem: what came of it.
    """
    bug = problem.status >= 500 and problem.status != 503
    key = "bug" if bug else _HEADINGS.get(problem.status, "refused")
    answer = page(
        request,
        "_problem.html" if request.headers.get("hx-request") else "problem.html",
        problem.status,
        heading=word(f"problem.{key}", look_of(request).language),
        detail=problem.detail,
        errors=problem.errors,
        again=problem.status == 503,
        number=str(request.scope.get(REQUEST, "")),
    )
    answer.headers.update({"Cache-Control": "no-store", **problem.headers})
    return answer
