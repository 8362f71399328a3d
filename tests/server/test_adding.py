"""The one write: who may, what is kept, what is written down, and that texts stay texts."""

from __future__ import annotations

import json
import stat
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
from desk import API
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jiedu.model import digest
from jiedu.server.tokens import Scope
from jiedu.store import View

if TYPE_CHECKING:
    from desk import Desk

NEW = {
    "id": "july",
    "title": "通信业平稳运行",
    "published": "2023-07-20",
    "text": "截至6月底，5G基站总数达293.7万个。上半年，电信业务收入同比增长6.2%。",
}


def test_a_text_is_added_and_read(desk: Desk) -> None:
    writer = desk.token(Scope.WRITE)
    with desk.serving(write=True) as client:
        before = client.get(f"{API}/releases?limit=1")
        response = client.post(f"{API}/releases", json=NEW, headers=writer)
        assert response.status_code == 201, response.text
        assert response.json()["saved"] == "new"
        assert response.json()["release"]["observations"] == 2
        assert client.get(response.headers["location"]).json() == response.json()["release"]
        after = client.get(
            f"{API}/releases?limit=1", headers={"If-None-Match": before.headers["etag"]}
        )
        assert after.status_code == 200
        values = client.get(f"{API}/observations?release=july").json()["items"]
        assert [row["value"] for row in values] == ["2937000", "6.2"]
        again = client.post(f"{API}/releases", json=NEW, headers=writer)
        assert (again.status_code, again.json()["saved"]) == (200, "unchanged")
        other = client.post(f"{API}/releases", json=NEW | {"text": "改。"}, headers=writer)
        assert (other.status_code, other.json()["saved"]) == (201, "changed")
        assert len(other.json()["release"]["versions"]) == 2


def test_every_write_is_written_down(desk: Desk) -> None:
    writer = desk.token(Scope.WRITE)
    with desk.serving(write=True) as client:
        client.post(f"{API}/releases", json=NEW, headers=writer)
    lines = desk.audit.read_text("utf-8").splitlines()
    notes = [json.loads(line) for line in lines]
    assert [note["event"] for note in notes] == ["asked", "saved"]
    assert {note["name"] for note in notes} == {"t0"}
    assert {note["release"] for note in notes} == {"july"}
    assert NEW["text"] not in desk.audit.read_text("utf-8")
    assert writer["Authorization"].removeprefix("Bearer ") not in desk.audit.read_text("utf-8")
    assert stat.S_IMODE(desk.audit.stat().st_mode) == 0o600


def test_what_cannot_be_written_down_is_not_done(desk: Desk) -> None:
    writer = desk.token(Scope.WRITE)
    desk.audit.mkdir()
    with desk.serving(write=True) as client:
        assert client.post(f"{API}/releases", json=NEW, headers=writer).status_code == 503
        assert client.get(f"{API}/releases/july").status_code == 404


REFUSED = [
    ({}, {"Authorization": ""}, 401),
    ({}, {"Authorization": "Bearer nonsense"}, 401),
    ({}, {"Content-Type": "text/plain"}, 415),
    ({}, {"Content-Type": "application/x-www-form-urlencoded"}, 415),
    ({}, {"Content-Type": "multipart/form-data; boundary=x"}, 415),
    ({}, {"Origin": "http://example.org"}, 403),
    ({}, {"Origin": "null"}, 403),
    ({}, {"Sec-Fetch-Site": "same-site"}, 403),
    ({"id": ""}, {}, 422),
    ({"id": "a\nb"}, {}, 422),
    ({"text": ""}, {}, 422),
    ({"text": "a\0b"}, {}, 422),
    ({"text": "\ud800"}, {}, 422),
    ({"title": "\udfff"}, {}, 422),
    ({"published": 0}, {}, 422),
    ({"published": "soon"}, {}, 422),
    ({"published": "2023-02-30"}, {}, 422),
    ({"more": 1}, {}, 422),
    ({"text": ["a"]}, {}, 422),
]


@pytest.mark.parametrize(("change", "headers", "status"), REFUSED)
def test_what_is_refused(
    desk: Desk, change: dict[str, Any], headers: dict[str, str], status: int
) -> None:
    sent = {"Content-Type": "application/json", **desk.token(Scope.WRITE), **headers}
    content = json.dumps(NEW | change).encode()
    with desk.serving(write=True) as client:
        response = client.post(
            f"{API}/releases", content=content, headers={k: v for k, v in sent.items() if v}
        )
        assert response.status_code == status, response.text
        assert response.headers["content-type"] == "application/problem+json"
        assert client.get(f"{API}/releases/july").status_code == 404
    assert not desk.audit.exists()


def test_a_reading_token_does_not_write(desk: Desk) -> None:
    reader = desk.token(Scope.READ)
    with desk.serving(write=True) as client:
        assert client.post(f"{API}/releases", json=NEW, headers=reader).status_code == 403


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 422),
        (b"{", 422),
        (b"[]", 422),
        (b"null", 422),
        (b"\xff\xfe", 422),
        (b"[" * 100_000, 400),
    ],
)
def test_what_is_no_object(desk: Desk, body: bytes, status: int) -> None:
    headers = {**desk.token(Scope.WRITE), "Content-Type": "application/json"}
    with desk.serving(write=True) as client:
        response = client.post(f"{API}/releases", content=body, headers=headers)
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"


HOSTILE = [
    "<script>alert(1)</script>5G基站总数达293.7万个。",
    "</textarea><img src=x onerror=alert(1)>增长6.2%。",
    "\u202e\u2066增长6.2%\u2069。",
    '=HYPERLINK("http://example.org","5G")增长6.2%。',
    "{{7*7}}${7*7}<%= 7*7 %>增长6.2%。",
    "'; DROP TABLE releases; --增长6.2%。",
    "\x1b[31m\x07\x08增长6.2%。",
    "增长" + "9" * 5000 + "%。",
    "一" * 100_000,
    "\ufeff\u200b\u2028\u2029增长6.2%。",
]


ID = "<b>/../x?y#z"
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)


def test_any_text_comes_back_as_it_was_sent(desk: Desk) -> None:
    writer = desk.token(Scope.WRITE)
    with desk.serving(write=True) as client:

        @settings(max_examples=60, suppress_health_check=list(HealthCheck))
        @given(TEXTS)
        def sent(text: str) -> None:
            new = NEW | {"id": digest(text), "text": text}
            response = client.post(f"{API}/releases", json=new, headers=writer)
            assert response.status_code in {200, 201}
            shown = client.get(f"{API}/releases/{digest(text)}/text")
            assert shown.headers["content-type"] == "application/json"
            assert shown.json()["text"] == text

        sent()


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_texts_are_inert(desk: Desk, text: str) -> None:
    writer = desk.token(Scope.WRITE)
    with desk.serving(write=True) as client:
        sent = NEW | {"id": ID, "title": "<b>&amp;{{title}}", "text": text}
        response = client.post(f"{API}/releases", json=sent, headers=writer)
        assert response.status_code == 201, response.text[:300]
        told = client.get(response.headers["location"] + "/text")
        assert told.json()["text"] == text
        for path in ("releases", f"observations?release={quote(ID)}", "search?words=增长"):
            answer = client.get(f"{API}/{path}")
            assert answer.headers["content-type"] == "application/json"
            assert answer.headers["x-content-type-options"] == "nosniff"
            assert answer.status_code == 200
    assert View(desk.store).release(ID).text == text
