from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from desk import INTERVIEW

from jiedu.errors import MissingError
from jiedu.server.pages import briefs

if TYPE_CHECKING:
    from pathlib import Path

    from desk import Desk
    from starlette.testclient import TestClient

    from jiedu.model import Briefing

OLD, NEW = "sample-2022q3-telecom", "sample-2023-telecom"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("brief.html", "293.7万个"),
        ("brief.html?lang=en", "2.937 million"),
    ],
)
def test_a_briefing_is_a_file_to_keep(client: TestClient, asked: str, said: str) -> None:
    response = client.get(f"/releases/{INTERVIEW}/{asked}")
    assert response.status_code == 200
    assert response.headers["content-type"].startswith("text/html")
    assert response.headers["content-disposition"] == (
        f"attachment; filename*=UTF-8''{INTERVIEW}.html"
    )
    assert said in response.text


def test_markdown_comes_with_its_charts(client: TestClient) -> None:
    response = client.get(f"/releases/{INTERVIEW}/brief.md")
    names = zipfile.ZipFile(BytesIO(response.content)).namelist()
    assert "brief.md" in names
    assert response.headers["content-disposition"].endswith(".zip")


def test_a_briefing_is_held_against_the_release_that_is_named(client: TestClient) -> None:
    text = client.get(f"/releases/{NEW}/brief.html", params={"against": OLD}).text
    assert "2022年11月1日" in text


@pytest.mark.parametrize(
    ("place", "status"),
    [
        (f"{INTERVIEW}/brief.exe", 422),
        ("nothing/brief.html", 404),
        (f"{OLD}/brief.html?against={NEW}", 422),
        (f"{OLD}/brief.html?against={OLD}", 422),
        (f"{OLD}/brief.html?against=%00", 422),
        (f"{quote('../../etc', safe='')}/brief.html", 404),
    ],
)
def test_what_is_no_briefing(client: TestClient, place: str, status: int) -> None:
    assert client.get(f"/releases/{place}").status_code == status


def test_a_missing_library_is_named(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: Briefing, __: Path) -> list[Path]:
        raise MissingError("typst is not installed", hint='pip install "jiedu[brief]"')

    monkeypatch.setattr(briefs, "write_briefing", missing)
    with desk.serving() as client:
        response = client.get(f"/releases/{INTERVIEW}/brief.pdf")
    assert response.status_code == 501
    assert "jiedu[brief]" in response.json()["detail"]
