"""The tools under the Model Context Protocol."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import anyio.to_thread
from mcp.server.lowlevel import Server
from mcp.shared.exceptions import MCPError
from mcp_types import (
    INVALID_PARAMS,
    CallToolRequestParams,
    CallToolResult,
    ListToolsResult,
    PaginatedRequestParams,
    TextContent,
    Tool,
    ToolAnnotations,
)

from jiedu.server.agents.calling import call
from jiedu.server.agents.schemas import NOTICE, answer_of, arguments_of
from jiedu.server.agents.tools import TOOLS
from jiedu.version import VERSION

if TYPE_CHECKING:
    from mcp.server.context import ServerRequestContext

    from jiedu.server.held import Held

_INSTRUCTIONS = f"""jiedu reads Chinese official economic releases into typed figures, each tied \
to the exact characters it was read from.

Names of indicators, programmes and regions work best in Chinese, as the releases write them \
(规模以上工业增加值, 5G基站). Values are decimal strings in base units; never round or rescale one \
without saying so. Cite each figure with its release, day and sentence, all of which every answer \
holds. Lists come in pages: `next` is the `cursor` of the following one, with the same arguments. \
Nothing can be written.

{NOTICE}"""


def protocol_server(held: Held) -> Server[Any]:
    """A server of the protocol over one store.

    Args:
        held: the store.
    """
    return Server(
        "jiedu",
        version=VERSION,
        title="jiedu 解读",
        instructions=_INSTRUCTIONS,
        get_tool_input_schema=_arguments,
        on_list_tools=_list,
        on_call_tool=partial(_call, held),
    )


_DESCRIBED = [
    Tool(
        name=tool.name,
        title=tool.title,
        description=f"{tool.description} {NOTICE}",
        input_schema=arguments_of(tool.asks),
        output_schema=answer_of(tool.tells),
        annotations=ToolAnnotations(
            title=tool.title,
            read_only_hint=True,
            destructive_hint=False,
            idempotent_hint=True,
            open_world_hint=False,
        ),
    )
    for tool in TOOLS.values()
]


def _arguments(name: str) -> dict[str, Any] | None:
    return next((tool.input_schema for tool in _DESCRIBED if tool.name == name), None)


async def _list(_: ServerRequestContext[Any], __: PaginatedRequestParams | None) -> ListToolsResult:
    return ListToolsResult(tools=_DESCRIBED)


async def _call(
    held: Held, _: ServerRequestContext[Any], params: CallToolRequestParams
) -> CallToolResult:
    tool = TOOLS.get(params.name)
    if tool is None:
        raise MCPError(INVALID_PARAMS, f"there is no such tool; there are {', '.join(TOOLS)}")
    told = await anyio.to_thread.run_sync(call, tool, held, params.arguments or {})
    return CallToolResult(
        content=[TextContent(type="text", text=told.words)],
        structured_content=told.answer,
        is_error=told.answer is None,
    )
