"""The tools over standard input and output, for an agent on this machine."""

from __future__ import annotations

import anyio
from mcp.server.stdio import stdio_server

from jiedu.server.agents.protocol import protocol_server
from jiedu.server.held import Held


def serve_stdio(store: str) -> None:
    """Answer until the standard input ends; nothing else may be printed meanwhile.

    Args:
        store: the store's file, or its address.

    Raises:
        StoreError: where there is no store, or it cannot be read.
    """
    held = Held(store)
    try:
        anyio.run(_serve, held)
    finally:
        held.close()


async def _serve(held: Held) -> None:
    server = protocol_server(held)
    async with stdio_server() as (reading, writing):
        await server.run(reading, writing, server.create_initialization_options())
