"""Paths that are more than a route: which requests only read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.types import Scope

AGENTS = "/mcp"
"""Where agents call tools: their questions are sent, yet nothing is written."""

_SAFE = {"GET", "HEAD", "OPTIONS"}


def only_reads(scope: Scope) -> bool:
    """Whether a request can write nothing."""
    return scope["method"] in _SAFE or scope["path"] == AGENTS
