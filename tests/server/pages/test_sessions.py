from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from desk import API, INTERVIEW

from jiedu.server.gate import COOKIE
from jiedu.server.tokens import Scope

if TYPE_CHECKING:
    from desk import Desk
    from starlette.testclient import TestClient

OWN = {"Accept": "text/html", "Origin": "http://localhost:8765"}
TEXT = {"text": "上半年，规模以上工业增加值同比增长3.8%。", "published": "2023-07-20", "id": "new"}


def sign_in(client: TestClient, desk: Desk, *scopes: Scope) -> None:
    word = desk.token(*scopes)["Authorization"].removeprefix("Bearer ")
    answer = client.post("/session", data={"token": word}, headers=OWN, follow_redirects=False)
    assert answer.status_code == 303
    told = answer.headers["set-cookie"]
    assert "HttpOnly" in told
    assert "SameSite=strict" in told


def form_word(page: str) -> str:
    found = re.search(r'name="csrf" value="([0-9a-f]+)"', page)
    assert found is not None
    return found[1]


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_the_cookie_stays_on_tls_where_the_browser_speaks_it(desk: Desk, scheme: str) -> None:
    word = desk.token(Scope.READ)["Authorization"].removeprefix("Bearer ")
    headers = {**OWN, "Origin": f"{scheme}://localhost:8765"}
    with desk.serving() as client:
        answer = client.post(
            "/session", data={"token": word}, headers=headers, follow_redirects=False
        )
    assert ("Secure" in answer.headers["set-cookie"]) is (scheme == "https")


def test_a_browser_without_a_token_is_asked_for_one(desk: Desk) -> None:
    with desk.serving(private=True) as client:
        for path in ("/", "/releases?title=工业", f"/releases/{INTERVIEW}"):
            answer = client.get(path, headers=OWN, follow_redirects=False)
            assert answer.status_code == 303
            assert answer.headers["location"].startswith("/session?back=%2F")
        assert client.get("/session", headers=OWN).status_code == 200
        assert client.get(f"{API}/releases", headers=OWN).status_code == 401
        assert client.post("/add", data=TEXT, headers=OWN).status_code == 401


def test_a_browser_that_signed_in_reads(desk: Desk) -> None:
    with desk.serving(private=True) as client:
        sign_in(client, desk, Scope.READ)
        assert client.get("/releases", headers=OWN).status_code == 200
        assert client.get(f"{API}/releases").status_code == 200
        assert client.post("/session/end", headers=OWN, follow_redirects=False).status_code == 303
        answer = client.get("/releases", headers=OWN, follow_redirects=False)
        assert answer.status_code == 303


@pytest.mark.parametrize("word", ["", "nonsense", "jiedu_0_x", "x" * 200])
def test_no_token_is_no_session(desk: Desk, word: str) -> None:
    with desk.serving(private=True) as client:
        answer = client.post("/session", data={"token": word}, headers=OWN)
        assert answer.status_code == 401
        assert COOKIE not in client.cookies


def test_a_cookie_writes_nothing_through_the_api(desk: Desk) -> None:
    new = {**TEXT, "title": "新"}
    with desk.serving(write=True) as client:
        sign_in(client, desk, Scope.READ, Scope.WRITE)
        answer = client.post(f"{API}/releases", json=new, headers=OWN)
        assert answer.status_code == 401


def test_a_form_of_this_session_saves(desk: Desk) -> None:
    with desk.serving(write=True) as client:
        sign_in(client, desk, Scope.READ, Scope.WRITE)
        draft = client.post("/add", data=TEXT, headers=OWN)
        sent = {**TEXT, "keep": "1", "csrf": form_word(draft.text)}
        answer = client.post("/add", data=sent, headers=OWN, follow_redirects=False)
        assert answer.headers["location"] == "/releases/new"
        assert client.get(f"{API}/releases/new").json()["observations"] == 1
    lines = [json.loads(line) for line in desk.audit.read_text("utf-8").splitlines()]
    assert [line["event"] for line in lines] == ["asked", "saved"]


@pytest.mark.parametrize(
    ("write", "scopes", "word", "origin", "status"),
    [
        (False, [Scope.READ, Scope.WRITE], None, OWN["Origin"], 403),  # it only reads
        (True, [Scope.READ], None, OWN["Origin"], 403),  # the token may not write
        (True, [], None, OWN["Origin"], 401),  # nobody signed in
        (True, [Scope.READ, Scope.WRITE], "", OWN["Origin"], 403),  # no word of the form
        (True, [Scope.READ, Scope.WRITE], "0" * 64, OWN["Origin"], 403),  # another one
        (True, [Scope.READ, Scope.WRITE], None, "http://evil.example", 403),
        (True, [Scope.READ, Scope.WRITE], None, "null", 403),
    ],
)
def test_no_other_form_saves(
    desk: Desk, write: bool, scopes: list[Scope], word: str | None, origin: str, status: int
) -> None:
    with desk.serving(write=write) as client:
        csrf = word or ""
        if scopes:
            sign_in(client, desk, *scopes)
        if word is None and write and Scope.WRITE in scopes:
            csrf = form_word(client.post("/add", data=TEXT, headers=OWN).text)
        sent = {**TEXT, "keep": "1", "csrf": csrf}
        answer = client.post("/add", data=sent, headers={**OWN, "Origin": origin})
        assert answer.status_code == status
        assert client.get(f"{API}/releases/new").status_code == 404
    assert not desk.audit.exists()


@pytest.mark.parametrize(
    ("back", "to"),
    [
        ("/releases?title=a", "/releases?title=a"),
        ("//evil.example", "/"),
        ("/\\evil.example", "/"),
        ("https://evil.example", "/"),
        ("javascript:alert(1)", "/"),
        ("/a\r\nSet-Cookie: x=y", "/"),
        ("", "/"),
    ],
)
def test_nobody_is_sent_elsewhere(client: TestClient, back: str, to: str) -> None:
    answer = client.get("/look", params={"theme": "dark", "back": back}, follow_redirects=False)
    assert answer.headers["location"] == to
