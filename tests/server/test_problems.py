"""Whatever is wrong, the answer is a problem after RFC 9457 that tells nothing of the machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from desk import API, INTERVIEW

from jiedu.server.headers import HEADERS
from jiedu.server.logs import JsonLines

if TYPE_CHECKING:
    from desk import Desk
    from starlette.testclient import TestClient

WRONG = [
    ("GET", "/nothing", 404, "not-found"),
    ("GET", f"{API}/releases/nothing", 404, "not-found"),
    ("GET", f"{API}/releases/nothing/text", 404, "not-found"),
    ("GET", f"{API}/series?indicator=没有的指标", 404, "not-found"),
    ("GET", f"{API}/series?indicator=5G基站&region=月球", 404, "nothing-left"),
    ("GET", f"{API}/observations?indicator=没有的指标", 404, "not-found"),
    ("GET", f"{API}/observations?release=nothing", 404, "not-found"),
    ("GET", f"{API}/commitments?release=nothing", 404, "not-found"),
    ("GET", f"{API}/findings?release=nothing", 404, "not-found"),
    ("GET", f"{API}/series", 422, "invalid"),
    ("GET", f"{API}/releases?limit=0", 422, "invalid"),
    ("GET", f"{API}/releases?limit=501", 422, "invalid"),
    ("GET", f"{API}/releases?since=yesterday", 422, "invalid"),
    ("GET", f"{API}/releases?since=20230720", 422, "invalid"),
    ("GET", f"{API}/releases?sicne=2023-07-20", 422, "invalid"),
    ("GET", f"{API}/observations?measure=weight", 422, "invalid"),
    ("GET", f"{API}/observations?sure=2", 422, "invalid"),
    ("GET", f"{API}/search?words=%00", 422, "invalid"),
    ("GET", f"{API}/search?words=。", 422, "unusable"),
    ("GET", f"{API}/releases/{INTERVIEW}/text?start=9&end=3", 422, "no-stretch"),
    ("GET", f"{API}/releases/{INTERVIEW}/text?end=99999999", 422, "no-stretch"),
    ("GET", f"{API}/exports/everything", 422, "invalid"),
    ("GET", f"{API}/exports/findings?format=exe", 422, "invalid"),
    ("DELETE", f"{API}/releases", 405, "method-not-allowed"),
    ("POST", f"{API}/observations", 405, "method-not-allowed"),
    ("PUT", f"{API}/releases/{INTERVIEW}", 405, "method-not-allowed"),
    ("TRACE", f"{API}/series", 405, "method-not-allowed"),
    ("POST", f"{API}/releases", 403, "read-only"),
]


@pytest.mark.parametrize(("method", "path", "status", "kind"), WRONG)
def test_problems(client: TestClient, method: str, path: str, status: int, kind: str) -> None:
    response = client.request(method, path, headers={"Content-Type": "application/json"})
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    problem = response.json()
    assert problem["type"] == f"urn:jiedu:problem:{kind}"
    assert problem["status"] == status
    assert problem["detail"]
    assert problem["instance"].endswith(response.headers["x-request-id"])
    assert "/tmp" not in response.text
    assert "Traceback" not in response.text
    if status == 405:
        assert response.headers["allow"]


@pytest.mark.parametrize(
    "path", ["/healthz", "/nothing", f"{API}/releases", f"{API}/exports/findings"]
)
def test_headers_of_every_response(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert {name: headers[name] for name in HEADERS} == HEADERS
    assert "unsafe" not in headers["content-security-policy"]
    assert "server" not in headers
    assert "access-control-allow-origin" not in headers


CURSORS = ["", "x", "AAAA", "W10", "ＡＡ", "[" * 500, "eyJhIjogMX0", "WyJ4Il0", "%00", "////"]


@pytest.mark.parametrize("cursor", CURSORS)
@pytest.mark.parametrize("noun", ["releases", "observations", "commitments", "findings"])
def test_bad_cursors(client: TestClient, noun: str, cursor: str) -> None:
    response = client.get(f"{API}/{noun}", params={"cursor": cursor})
    assert response.status_code == 400
    assert response.json()["type"] == "urn:jiedu:problem:bad-cursor"


def test_a_cursor_of_another_question(client: TestClient) -> None:
    cursor = client.get(f"{API}/releases?limit=1").json()["next"]
    assert client.get(f"{API}/releases?limit=2&cursor={cursor}").status_code == 200
    for path in (f"releases?title=x&cursor={cursor}", f"observations?cursor={cursor}"):
        assert client.get(f"{API}/{path}").status_code == 400


def test_what_is_wrong_is_named(client: TestClient) -> None:
    faults = client.get(f"{API}/releases?limit=0&since=x").json()["errors"]
    assert {(fault["in"], fault["name"]) for fault in faults} == {
        ("query", "limit"),
        ("query", "since"),
    }


def test_a_bug_is_a_problem_too(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("the words of a text in /etc/secret")

    monkeypatch.setattr("jiedu.server.routes.answers.ask", broken)
    with desk.serving() as client:
        response = client.get(f"{API}/ask?question=5G基站")
    assert response.status_code == 500
    assert response.json()["type"] == "urn:jiedu:problem:bug"
    assert response.headers["x-content-type-options"] == "nosniff"
    assert "secret" not in response.text
    (bug,) = [record for record in caplog.records if record.message == "bug"]
    line = JsonLines().format(bug)
    assert "RuntimeError" in line
    assert "answers.py" in line
    assert "secret" not in line


def test_a_store_that_is_gone(desk: Desk) -> None:
    with desk.serving() as client:
        desk.store.write_bytes(b"no store any more" * 1000)
        response = client.get(f"{API}/releases")
        assert response.status_code == 503
        assert response.headers["retry-after"]
        assert str(desk.store) not in response.text
        assert client.get("/healthz").status_code == 503
