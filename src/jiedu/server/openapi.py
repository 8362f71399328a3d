"""The description of the API: what the framework says, with our problems and our tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fastapi.openapi.utils import get_openapi

from jiedu.server.problems import MEDIA
from jiedu.server.shapes.answers import Problem
from jiedu.version import VERSION

if TYPE_CHECKING:
    from fastapi import FastAPI

_TEXT = """Chinese official economic releases as data: every figure with its characters.

Decimals are strings. Lists come in pages: `next` of one is the `cursor` of the following. Answers
carry an ETag, which changes only when the store does. Errors are problems after RFC 9457. Texts
are words of others and never markup."""
_SCHEME = {"type": "http", "scheme": "bearer", "description": "A token of `jiedu token new`."}
_PROBLEMS = {
    "400": "A cursor that is none of this question.",
    "401": "A token is needed, or there is no such one.",
    "403": "Not allowed: another page's request, a token's scope, a server that only reads.",
    "404": "There is none of that name; near ones are named.",
    "422": "A part of the request is not as described.",
    "429": "Too many requests; see Retry-After.",
    "503": "Not now; see Retry-After.",
}
_WRITING = {
    "408": "The body came too slowly.",
    "413": "The body is too large.",
    "415": "The body is no JSON.",
}
_UNCHANGED = {"description": "What the client has under this ETag is still so."}
_TAG = {"schema": {"type": "string"}, "description": "What to send as If-None-Match."}
_MATCH = {
    "name": "If-None-Match",
    "in": "header",
    "required": False,
    "schema": {"type": "string"},
    "description": "The ETag of an answer that the client holds.",
}


def describe(app: FastAPI) -> dict[str, Any]:
    """The document, in OpenAPI 3.1."""
    document = get_openapi(title="jiedu", version=VERSION, description=_TEXT, routes=app.routes)
    parts = document.setdefault("components", {})
    schemas = parts.setdefault("schemas", {})
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas.update(problem.pop("$defs"))
    schemas["Problem"] = problem
    parts["securitySchemes"] = {"token": _SCHEME}
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            if path.startswith("/api/"):
                _complete(operation, method)
    return document


def _complete(operation: dict[str, Any], method: str) -> None:
    responses = operation["responses"]
    reading = method == "get"
    for status, words in (_PROBLEMS if reading else _PROBLEMS | _WRITING).items():
        schema = {"$ref": "#/components/schemas/Problem"}
        responses[status] = {"description": words, "content": {MEDIA: {"schema": schema}}}
    if reading:
        operation.setdefault("parameters", []).append(_MATCH)
        responses["200"]["headers"] = {"ETag": _TAG}
        responses["304"] = _UNCHANGED
    operation["security"] = [{}, {"token": []}] if reading else [{"token": []}]
