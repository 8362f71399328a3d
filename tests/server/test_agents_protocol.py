"""The tools as a client of the protocol's SDK has them, over both of its ways."""

from __future__ import annotations

import hashlib
import sys
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import anyio
import httpx2
import pytest
from desk import INTERVIEW
from mcp import MCPError, StdioServerParameters
from mcp.client import Client
from mcp.client.stdio import stdio_client
from mcp.client.streamable_http import streamable_http_client
from running import running
from tool_calls import BAD, GOOD, filled, validate

from jiedu.server.agents import optional
from jiedu.server.agents.schemas import NOTICE
from jiedu.server.tokens import Scope

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from desk import Desk

HEADERS = {
    "Content-Type": "application/json",
    "Accept": "application/json, text/event-stream",
}
LIST = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}


def over_stdio(store: Path, mode: str = "auto") -> Client:
    command = ["-m", "jiedu", "--store", str(store), "mcp"]
    return Client(
        stdio_client(StdioServerParameters(command=sys.executable, args=command)), mode=mode
    )


@asynccontextmanager
async def over_http(
    url: str, headers: dict[str, str] | None = None, mode: str = "auto"
) -> AsyncIterator[Client]:
    async with (
        httpx2.AsyncClient(headers=headers, timeout=60) as http,
        Client(streamable_http_client(f"{url}/mcp", http_client=http), mode=mode) as client,
    ):
        yield client


async def ask_everything(client: Client) -> None:
    """Every good and bad call; the client validates what it gets as well."""
    tools = {tool.name: tool for tool in (await client.list_tools()).tools}
    assert set(tools) == {name for name, _ in GOOD}
    for tool in tools.values():
        assert tool.annotations is not None
        assert tool.annotations.read_only_hint
        assert tool.annotations.idempotent_hint
        assert tool.annotations.open_world_hint is False
        assert NOTICE in (tool.description or "")
    listed = await client.call_tool("search_releases", {})
    other = next(one["id"] for one in listed.structured_content["items"] if one["id"] != INTERVIEW)
    for name, arguments in GOOD:
        result = await client.call_tool(name, filled(arguments, other))
        assert not result.is_error, result.content
        validate(result.structured_content, tools[name].output_schema or {})
    for name, arguments, words in BAD:
        result = await client.call_tool(name, arguments)
        assert result.is_error
        assert words in result.content[0].text  # type: ignore[union-attr]
    with pytest.raises(MCPError, match="there are ask, search_releases"):
        await client.call_tool("drop_store", {})


@pytest.mark.parametrize("mode", ["auto", "legacy"])
def test_over_standard_input_and_output(desk: Desk, mode: str) -> None:
    async def talk() -> None:
        async with over_stdio(desk.store, mode) as client:
            assert client.server_info is not None
            assert client.server_info.name == "jiedu"
            assert NOTICE in (client.instructions or "")
            await ask_everything(client)

    before = hashlib.sha256(desk.store.read_bytes()).digest()
    anyio.run(talk)
    assert hashlib.sha256(desk.store.read_bytes()).digest() == before


@pytest.mark.parametrize("mode", ["auto", "legacy"])
def test_over_http(desk: Desk, mode: str) -> None:
    async def talk(url: str) -> None:
        async with over_http(url, mode=mode) as client:
            await ask_everything(client)

    before = hashlib.sha256(desk.store.read_bytes()).digest()
    with running(desk, "--rate", "0") as server:
        anyio.run(talk, server.url)
        _, log = server.stop()
    assert hashlib.sha256(desk.store.read_bytes()).digest() == before
    called = [line["tool"] for line in log if line["event"] == "tool"]
    assert len(called) == len(GOOD) + len(BAD) + 1
    assert "没有这个指标" not in str(log)  # what is asked is nobody's business


def test_a_token_to_read_is_enough_where_one_is_needed(desk: Desk) -> None:
    reader, writer = desk.token(Scope.READ), desk.token(Scope.WRITE)

    async def talk(url: str) -> None:
        async with over_http(url, reader) as client:
            result = await client.call_tool("ask", {"question": "5G基站有多少？"})
            assert not result.is_error

    with running(desk, "--private") as server:
        anyio.run(talk, server.url)
        for headers, status in (({}, 401), ({"Authorization": "Bearer x"}, 401), (writer, 403)):
            answer = httpx2.post(f"{server.url}/mcp", json=LIST, headers=HEADERS | headers)
            assert answer.status_code == status
            assert answer.json()["type"].startswith("urn:jiedu:problem:")


WALLS: list[tuple[str, dict[str, str], Any, int]] = [
    ("POST", {"Host": "rebound.example"}, LIST, 421),
    ("POST", {"Origin": "http://example.org"}, LIST, 403),
    ("POST", {"Sec-Fetch-Site": "cross-site"}, LIST, 403),
    ("POST", {"Content-Type": "text/plain"}, LIST, 400),
    ("POST", {"Accept": "text/html"}, LIST, 406),
    ("POST", {}, "no json", 400),
    ("POST", {}, [LIST], 400),
    ("POST", {}, {"jsonrpc": "2.0"}, 400),
    ("POST", {"Mcp-Protocol-Version": "1999-01-01"}, LIST, 400),
    ("GET", {}, None, 405),
    ("DELETE", {}, None, 405),
    ("PUT", {}, LIST, 405),
]


@pytest.mark.parametrize(("method", "headers", "body", "status"), WALLS)
def test_the_walls_hold(
    desk: Desk, method: str, headers: dict[str, str], body: Any, status: int
) -> None:
    with desk.serving() as client:
        answer = client.request(method, "/mcp", json=body, headers=HEADERS | headers)
        assert answer.status_code == status, answer.text
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "content",
    [
        b"[" * 200_000,
        b'{"jsonrpc":"2.0","id":1,"method":"tools/call","params":' + b'{"a":' * 50_000,
    ],
)
def test_deep_bodies_are_refused(desk: Desk, content: bytes) -> None:
    with desk.serving() as client:
        assert client.post("/mcp", content=content, headers=HEADERS).status_code == 400


def test_large_bodies_and_many_requests_are_refused(desk: Desk) -> None:
    with desk.serving(largest=1000, rate=12) as client:
        large = client.post("/mcp", content=b"x" * 1001, headers=HEADERS)
        assert large.status_code == 413
        told = [client.post("/mcp", json=LIST, headers=HEADERS).status_code for _ in range(4)]
        assert 429 in told


def test_slow_tools_are_told_to_come_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    call: dict[str, Any] = {
        "jsonrpc": "2.0", "id": 1, "method": "tools/call",
        "params": {"name": "list_findings", "arguments": {}},
    }  # fmt: skip
    with desk.serving(seconds=0.0) as client:
        answer = client.post("/mcp", json=call, headers=HEADERS)
        assert answer.status_code == 503
        assert answer.headers["Retry-After"]


def test_the_api_needs_no_sdk(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: str) -> None:
        raise ModuleNotFoundError(name="mcp")

    monkeypatch.setattr(optional, "import_module", missing)
    with desk.serving() as client:
        assert client.get("/healthz").status_code == 200
        assert client.post("/mcp", json=LIST, headers=HEADERS).status_code == 404


def test_other_modules_must_be_there(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: str) -> None:
        raise ModuleNotFoundError(name="jiedu.missing")

    monkeypatch.setattr(optional, "import_module", missing)
    with pytest.raises(ModuleNotFoundError), desk.serving():
        pass
