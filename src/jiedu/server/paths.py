"""Paths that are more than a route: who asks there, and what asking does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.datastructures import Headers

if TYPE_CHECKING:
    from starlette.types import Scope

AGENTS = "/mcp"
"""Where agents call tools: their questions are sent, yet nothing is written."""

HEALTH = "/healthz"
"""Where a machine asks whether the server can answer."""

_OPEN = ("/assets/", "/session", "/look")  # what a person needs to sign in
_PROGRAMS = ("/api/", AGENTS, HEALTH)  # what asks here brings its token in a header
_SAFE = {"GET", "HEAD", "OPTIONS"}


def only_reads(scope: Scope) -> bool:
    """Whether a request needs no more than the right to read.

    A page whose form reads a text, and saves it where it is told to, looks itself whether it may.
    """
    path = scope["path"]
    return is_safe(scope) or path == AGENTS or not is_for_programs(path)


def is_safe(scope: Scope) -> bool:
    """Whether a request is of a kind that changes nothing."""
    return scope["method"] in _SAFE


def is_open(path: str) -> bool:
    """Whether a private server answers there without a token too."""
    return path.startswith(_OPEN)


def is_from_browser(scope: Scope) -> bool:
    """Whether a person asks with a browser, who is answered with a page."""
    headers = Headers(scope=scope)
    wanted = "text/html" in headers.get("accept", "") or "hx-request" in headers
    return wanted and not is_for_programs(scope["path"])


def is_for_programs(path: str) -> bool:
    """Whether programs ask there, and not people with a browser."""
    return path.startswith(_PROGRAMS)
