from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from docx import Document

from jiedu.model import Release, digest
from jiedu.readers.web import FetchError
from jiedu.server.pages import adding

if TYPE_CHECKING:
    from starlette.testclient import TestClient

PAGE = {"Accept": "text/html", "Origin": "http://localhost:8765"}
TEXT = "2023年上半年，规模以上工业增加值同比增长3.8%。到2025年建成5G基站超过360万个。"


def docx() -> bytes:
    document, stream = Document(), BytesIO()
    document.add_paragraph("2023年7月20日")
    document.add_paragraph(TEXT)
    document.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", f"2023年7月20日\n{TEXT}".encode()),
        ("a.txt", f"2023年7月20日\n{TEXT}".encode("gb18030")),
        ("../../a.txt", f"2023年7月20日\n{TEXT}".encode()),
        ("C:\\texts\\a.docx", docx()),
        ("a.html", f"<h1>发布</h1><p>2023年7月20日</p><p>{TEXT}</p>".encode()),
    ],
)
def test_a_file_is_read(client: TestClient, name: str, data: bytes) -> None:
    answer = client.post("/add", files={"file": (name, data)}, headers=PAGE)
    assert answer.status_code == 200
    assert 'class="figure actual' in answer.text
    assert 'class="figure target' in answer.text
    assert "2023年7月20日" in answer.text


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"text": ""}, "empty"),
        ({"text": "没有日期。"}, "公布日期"),
        ({"text": TEXT, "published": "2023-13-01"}, "is no day"),
        ({"link": "http://127.0.0.1:8765/"}, "127.0.0.1"),
        ({"link": "http://[::1]/"}, "::1"),
        ({"link": "http://169.254.169.254/latest/meta-data"}, "169.254.169.254"),
        ({"link": "http://2130706433/"}, "2130706433"),
        ({"link": "file:///etc/passwd"}, "http"),
        ({"link": "ftp://example.org/a"}, "http"),
        ({"link": "http://user:word@example.org/"}, "example.org"),
    ],
)
def test_what_cannot_be_read_is_said_in_the_form(
    client: TestClient, sent: dict[str, str], said: str
) -> None:
    answer = client.post("/add", data=sent, headers=PAGE)
    assert answer.status_code == 422
    error = answer.text.partition('class="error"')[2].partition("</p>")[0]
    assert said in error
    for value in sent.values():
        assert value in answer.text  # nothing that was typed is lost


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.pdf", b"%PDF-1.7 broken"), ("a.docx", b"PK\x03\x04no"), ("a.png", b"\x89PNG\r\n")],
)
def test_a_broken_file_is_refused_by_its_own_name(
    client: TestClient, name: str, data: bytes
) -> None:
    answer = client.post("/add", files={"file": (name, data)}, headers=PAGE)
    assert answer.status_code == 422
    assert name in answer.text.partition('class="error"')[2].partition("</p>")[0]


def test_an_address_is_read(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def fetch(link: str, _: date | None) -> Release:
        return Release("a", "发布", date(2023, 7, 20), TEXT, digest(TEXT), "工信部", None, link)

    monkeypatch.setattr(adding, "fetch_release", fetch)
    answer = client.post("/add", data={"link": "https://example.org/a"}, headers=PAGE)
    assert answer.status_code == 200
    assert 'class="figure actual' in answer.text
    assert 'href="https://example.org/a"' in answer.text


def test_an_address_that_does_not_answer(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fetch(link: str, _: date | None) -> Release:
        raise FetchError("it does not answer", document=link)

    monkeypatch.setattr(adding, "fetch_release", fetch)
    answer = client.post("/add", data={"link": "https://example.org/a"}, headers=PAGE)
    assert answer.status_code == 422
    assert "it does not answer" in answer.text


def test_a_long_text_is_refused(client: TestClient) -> None:
    text = "增" * 1_000_001
    answer = client.post("/add", data={"text": text, "published": "2023-07-20"}, headers=PAGE)
    assert answer.status_code in {413, 422}
