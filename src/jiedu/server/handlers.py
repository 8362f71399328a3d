"""What of jiedu's and the framework's errors becomes which problem."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from jiedu.errors import InputError, JieduError, NotFoundError
from jiedu.server.pages.failing import problem_page
from jiedu.server.paths import is_from_browser
from jiedu.server.problems import BUG, ProblemError, respond

if TYPE_CHECKING:
    from fastapi import FastAPI
    from starlette.requests import Request
    from starlette.responses import Response

_log = logging.getLogger("jiedu.server")
_KINDS = {400: "bad-body", 404: "not-found", 405: "method-not-allowed"}
_DETAILS = {
    400: "the body cannot be read as JSON",
    404: "there is nothing here; /api/v1/openapi.json says what there is",
    405: "this is not read or written so; see the header Allow",
}


def install(app: FastAPI) -> None:
    """Let an app answer with problems only."""
    app.add_exception_handler(ProblemError, _problem)
    app.add_exception_handler(JieduError, _explained)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _bug)


def as_problem(error: JieduError) -> ProblemError:
    """An error of jiedu's as a problem; where a store lies is nobody's business."""
    detail = f"{error.message}; {error.hint}" if error.hint else error.message
    if isinstance(error, NotFoundError):
        return ProblemError(404, "not-found", detail)
    if isinstance(error, InputError):
        return ProblemError(422, "unusable", detail)
    return ProblemError(503, "store", "the store cannot be used now", headers={"Retry-After": "5"})


def _answer(problem: ProblemError, request: Request) -> Response:
    """A page for a person with a browser, a problem for a program."""
    if is_from_browser(request.scope):
        return problem_page(request, problem)
    return respond(problem, request.scope)


async def _problem(request: Request, error: Exception) -> Response:
    assert isinstance(error, ProblemError)
    return _answer(error, request)


async def _explained(request: Request, error: Exception) -> Response:
    assert isinstance(error, JieduError)
    problem = as_problem(error)
    if problem.status >= 500:
        _log.error("store", extra={"told": {"problem": type(error).__name__}})
    return _answer(problem, request)


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    errors = [
        {
            "in": str(item["loc"][0]),
            "name": ".".join(map(str, item["loc"][1:])),
            "detail": item["msg"],
        }
        for item in error.errors()
    ]
    problem = ProblemError(
        422, "invalid", "a part of the request is not as the description says", errors=errors
    )
    return _answer(problem, request)


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    status = error.status_code
    problem = ProblemError(
        status,
        _KINDS.get(status, "refused"),
        _DETAILS.get(status, "the request was refused"),
        headers=error.headers,
    )
    return _answer(problem, request)


async def _bug(request: Request, _: Exception) -> Response:
    return _answer(BUG, request)
