"""Who may speak to the server, under which name, from which page, and how often."""

from __future__ import annotations

import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from desk import API

from jiedu.errors import NotFoundError
from jiedu.server.bodies import Bodies
from jiedu.server.hosts import Hosts, is_exposed, is_own
from jiedu.server.rates import Rates
from jiedu.server.tokens import Scope

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desk import Desk
    from starlette.testclient import TestClient
    from starlette.types import Message, Receive, Send
    from starlette.types import Scope as Asked

HOSTS = [
    ("127.0.0.1", (), "localhost:8765", True),
    ("127.0.0.1", (), "127.0.0.1:8765", True),
    ("127.0.0.1", (), "LOCALHOST", True),
    ("127.0.0.1", (), "[::1]:8765", True),
    ("127.0.0.1", (), "rebound.example:8765", False),
    ("127.0.0.1", (), "localhost.example", False),
    ("127.0.0.1", (), "localhost@example.org", False),
    ("127.0.0.1", (), "localhost:99999999", False),
    ("127.0.0.1", (), "192.168.0.9", False),
    ("127.0.0.1", (), "", False),
    ("127.0.0.1", (), None, False),
    ("192.168.0.9", (), "192.168.0.9:8765", True),
    ("192.168.0.9", (), "192.168.0.8", False),
    ("0.0.0.0", (), "192.168.0.8", True),
    ("::", (), "[fd00::1]:80", True),
    ("0.0.0.0", (), "rebound.example", False),
    ("127.0.0.1", ("jiedu.example",), "jiedu.example", True),
]


@pytest.mark.parametrize(("bound", "names", "host", "taken"), HOSTS)
def test_hosts(bound: str, names: tuple[str, ...], host: str | None, taken: bool) -> None:
    assert Hosts(bound, names).takes(host) is taken


OWN = [
    (None, None, True),
    (None, "none", True),
    (None, "same-origin", True),
    (None, "same-site", False),
    (None, "cross-site", False),
    ("http://localhost:8765", "same-origin", True),
    ("https://localhost:8765", None, True),
    ("http://localhost:9999", None, False),
    ("http://localhost:8765.example", None, False),
    ("http://example.org", None, False),
    ("null", None, False),
    ("", None, False),
]


@pytest.mark.parametrize(("origin", "site", "own"), OWN)
def test_origins(origin: str | None, site: str | None, own: bool) -> None:
    assert is_own(origin, site, "localhost:8765") is own


@pytest.mark.parametrize(
    ("host", "names", "exposed"),
    [
        ("127.0.0.1", (), False),
        ("127.8.8.8", (), False),
        ("::1", (), False),
        ("localhost", (), False),
        ("0.0.0.0", (), True),
        ("::", (), True),
        ("10.0.0.1", (), True),
        ("a.machine", (), True),
        ("127.0.0.1", ("jiedu.example",), True),
    ],
)
def test_what_is_exposed(host: str, names: tuple[str, ...], exposed: bool) -> None:
    assert is_exposed(host, names) is exposed


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Host": "rebound.example"}, 421),
        ({"Origin": "http://example.org"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Origin": "http://localhost:8765"}, 200),
    ],
)
def test_other_pages_are_refused(client: TestClient, headers: dict[str, str], status: int) -> None:
    for path in ("/healthz", f"{API}/releases?limit=1"):
        assert client.get(path, headers=headers).status_code == status


def test_a_private_server(desk: Desk) -> None:
    reader, writer = desk.token(Scope.READ), desk.token(Scope.WRITE)
    table = [
        ({}, 401),
        (reader, 200),
        (writer, 403),
        ({"Authorization": "Bearer nonsense"}, 401),
        ({"Authorization": "Basic eDp5"}, 401),
        ({"Authorization": reader["Authorization"] + "x"}, 401),
    ]
    with desk.serving(private=True) as client:
        for headers, status in table:
            for path in (f"{API}/releases", f"{API}/openapi.json", "/nothing"):
                expected = 404 if (status, path) == (200, "/nothing") else status
                response = client.get(path, headers=headers)
                assert response.status_code == expected
                assert ("www-authenticate" in response.headers) is (status == 401)
        assert client.get("/healthz").status_code == 200


def test_a_revoked_token_opens_nothing(desk: Desk) -> None:
    reader = desk.token(Scope.READ)
    with desk.serving(private=True) as client:
        assert client.get(f"{API}/releases", headers=reader).status_code == 200
        desk.tokens.revoke("t0")
        assert client.get(f"{API}/releases", headers=reader).status_code == 401


def test_a_bucket_fills_again() -> None:
    now = [0.0]
    rates = Rates(60, lambda: now[0])
    assert [rates.wait("a") for _ in range(10)] == [0.0] * 10
    assert rates.wait("a") == pytest.approx(1.0)
    assert rates.wait("b") == 0.0
    now[0] = 1.5
    assert rates.wait("a") == 0.0
    assert rates.wait("a") > 0
    assert Rates(0).wait("a") == 0.0


def test_too_many_requests(desk: Desk) -> None:
    with desk.serving(rate=6) as client:
        assert client.get(f"{API}/releases").status_code == 200
        response = client.get(f"{API}/releases")
        assert response.status_code == 429
        assert int(response.headers["retry-after"]) >= 1
        assert client.get("/healthz").status_code == 200


def test_a_body_that_is_too_large(desk: Desk) -> None:
    def parts() -> Iterator[bytes]:
        for _ in range(20):
            yield b"x" * 100

    with desk.serving(largest=1000) as client:
        for content in (b"x" * 1001, parts()):
            response = client.post(f"{API}/releases", content=content)
            assert response.status_code == 413
            assert response.json()["type"] == "urn:jiedu:problem:too-large"
        assert client.post(f"{API}/releases", content=b"x" * 1000).status_code == 403


def test_a_body_that_comes_too_slowly() -> None:
    sent: list[Message] = []

    async def never() -> Message:
        await asyncio.sleep(60)
        raise AssertionError

    async def send(message: Message) -> None:
        sent.append(message)

    async def app(scope: Asked, receive: Receive, send: Send) -> None:
        raise AssertionError

    scope: Asked = {"type": "http", "method": "POST", "headers": []}
    asyncio.run(Bodies(app, 1000, 0.05)(scope, never, send))
    assert sent[0]["status"] == 408
    assert (b"connection", b"close") in sent[0]["headers"]


def test_too_many_at_a_time(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    begun = threading.Event()
    may_end = threading.Event()

    def slow(*_: object) -> None:
        begun.set()
        may_end.wait(30)
        raise NotFoundError("nothing")

    monkeypatch.setattr("jiedu.server.routes.answers.ask", slow)
    with desk.serving(crowd=1) as client, ThreadPoolExecutor() as pool:
        first = pool.submit(client.get, f"{API}/ask?question=5G基站")
        assert begun.wait(30)
        response = client.get(f"{API}/releases")
        may_end.set()
        assert (response.status_code, first.result().status_code) == (503, 404)
        assert response.json()["type"] == "urn:jiedu:problem:crowded"
        assert client.get(f"{API}/releases").status_code == 200


def test_what_takes_too_long(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(*_: object) -> None:
        time.sleep(0.5)

    monkeypatch.setattr("jiedu.server.routes.answers.ask", slow)
    with desk.serving(seconds=0.1) as client:
        response = client.get(f"{API}/ask?question=5G基站")
    assert response.status_code == 503
    assert response.json()["type"] == "urn:jiedu:problem:late"
    assert response.headers["retry-after"]
