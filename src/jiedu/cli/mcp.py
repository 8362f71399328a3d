"""``jiedu mcp``: the store as tools for an agent of this machine."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import typer

from jiedu.exports import MissingError
from jiedu.store import View

_EXTRA = {"mcp", "mcp_types", "fastapi", "starlette", "pydantic", "anyio"}


def run(ctx: typer.Context) -> None:
    """Answer an agent over standard input and output until it ends; nothing is written."""
    View(ctx.obj).close()  # said before the agent waits for an answer
    _stdio().serve_stdio(ctx.obj)


def _stdio() -> Any:
    try:
        return import_module("jiedu.server.agents.stdio")
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] not in _EXTRA:
            raise
        raise MissingError(
            f"tools for agents need {error.name}, which is not installed",
            hint='pip install "jiedu[mcp]"',
        ) from error
