"""A thousand hostile texts are shown as what they are, and do nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

import pytest
from browser_fixtures import Walk
from desk import Desk
from hostile import COUNT, PAYLOADS, hostile_releases, megabyte
from running import running
from selectolax.lexbor import LexborHTMLParser
from starlette.testclient import TestClient

from jiedu.pipeline.saving import read_into
from jiedu.server.app import create_app
from jiedu.server.pages.seen import seen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

PAGE = {"Accept": "text/html"}
RELEASES = hostile_releases()
OWN = {
    "a", "article", "aside", "b", "body", "button", "caption", "code", "details", "div", "footer",
    "form", "h1", "h2", "h3", "head", "header", "html", "input", "label", "li", "link", "main",
    "meta", "nav", "ol", "output", "p", "script", "section", "span", "strong", "summary", "sup",
    "table", "tbody", "td", "template", "th", "thead", "time", "title", "tr", "ul",
}  # fmt: skip


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A store of hostile texts."""
    folder = tmp_path_factory.mktemp("hostile")
    empty = folder / "empty.db"
    for kept in read_into(empty, [*RELEASES, megabyte()]):
        assert not isinstance(kept, Exception)
    return Desk(folder, empty)


@pytest.fixture(scope="module")
def asked(hostile: Desk) -> Iterator[TestClient]:
    with TestClient(create_app(hostile.settings), base_url="http://localhost:8765") as client:
        yield client


def test_each_is_inert(asked: TestClient) -> None:
    for release in RELEASES:
        answer = asked.get(f"/releases/{release.id}", headers=PAGE)
        assert answer.status_code == 200, release.id
        page = LexborHTMLParser(answer.text)
        _check(page, release.id)
        for node in page.css("#text p[data-o] .pin, #text p[data-o] sup"):
            node.decompose()
        shown = [node.text() for node in page.css("#text p[data-o]")]
        lines = [seen(line) for line in release.text.split("\n") if line.strip()]
        assert shown == lines, release.id
    assert len(RELEASES) == COUNT


@pytest.mark.parametrize("path", ["/", "/releases", "/add", "/panels/industrial_economy"])
def test_lists_are_inert(asked: TestClient, path: str) -> None:
    answer = asked.get(path, headers=PAGE)
    assert answer.status_code == 200
    _check(LexborHTMLParser(answer.text), path)


@pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
def test_what_is_asked_is_inert(asked: TestClient, payload: str) -> None:
    asked_for = payload[:150]
    sent = {"title": asked_for, "publisher": asked_for, "region": asked_for}
    answer = asked.get("/releases", params=sent, headers=PAGE)
    _check(LexborHTMLParser(answer.text), payload)
    answer = asked.post("/add", data={"text": payload, "title": asked_for}, headers=PAGE)
    _check(LexborHTMLParser(answer.text), payload, "textarea", "progress")
    answer = asked.get(f"/releases/{quote(asked_for, safe='')}", headers=PAGE)
    _check(LexborHTMLParser(answer.text), payload)


def _check(page: LexborHTMLParser, name: str, *more: str) -> None:
    """No element, script, handler or address but the templates' own."""
    for node in page.css("*"):
        assert node.tag in {*OWN, *more, "textarea", "progress", "svg", "path", "circle", "q",
                            "meter", "pre"}, (name, node.tag)  # fmt: skip
        for attribute, value in node.attributes.items():
            assert not attribute.startswith("on"), (name, attribute)
            assert attribute != "style", name
            if attribute in {"href", "src", "action"}:
                parts = urlsplit(value or "")
                assert parts.scheme in {"", "http", "https"}, (name, value)
                assert node.tag == "a" or (parts.scheme, parts.netloc) == ("", ""), (name, value)
        if node.tag == "script":
            assert (node.attributes.get("src") or "").startswith("/assets/"), name
            assert not node.text().strip(), name


def test_a_real_browser_sees_nothing_happen(chromium: Browser, hostile: Desk) -> None:
    with running(hostile, "--rate", "0") as server:
        walk = Walk(chromium, server.url)
        for number in range(0, COUNT, 29):
            with walk.page() as page:
                page.goto(f"/releases/h{number}")
                page.locator("#text p").first.hover()
                figures = page.locator("a.figure")
                if figures.count():
                    figures.first.focus()
                assert page.evaluate("window.hacked") is None
                assert page.url.startswith(server.url)


def test_a_line_of_a_megabyte_is_shown(chromium: Browser, hostile: Desk) -> None:
    with running(hostile, "--rate", "0") as server, Walk(chromium, server.url).page() as page:
        page.goto("/releases/mega")
        assert page.locator("#text p[data-o]").count() == 1
        assert page.locator("#text a.figure").count() > 2_000
        assert page.locator("nav.parts a").count() == 1
        assert page.evaluate("document.documentElement.scrollWidth") <= 1280
