"""The tools where the SDK of the protocol is installed, which is an extra of its own."""

from __future__ import annotations

from contextlib import nullcontext
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager

    from starlette.applications import Starlette

    from jiedu.server.held import Held

_SDK = {"mcp", "mcp_types"}


def install_agents(
    app: Starlette, held: Held, largest: int
) -> Callable[[], AbstractAsyncContextManager[Any, bool | None]]:
    """Let an app answer agents, where it can.

    Args:
        app: the app.
        held: the store.
        largest: the most bytes of a request's body.

    Returns:
        What must be entered each time that the app starts.
    """
    try:
        module = import_module("jiedu.server.agents.over_http")
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _SDK:
            raise
        return nullcontext
    running: Callable[[], AbstractAsyncContextManager[Any, bool | None]]
    running = module.install(app, held, largest)
    return running
