"""Whatever is asked of a page, it answers with a page that says what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from jiedu.server.pages.policy import PAGE_POLICY
from site_places import INTERVIEW, PLACES

if TYPE_CHECKING:
    from starlette.testclient import TestClient

    from site_places import Place

PAGE = {"Accept": "text/html"}
PARAMETERS = (
    "a", "as_of", "at", "b", "basis", "by", "cursor", "due", "field", "group", "instrument", "lang",
    "later", "measure", "order", "owner", "page", "part", "publisher", "question", "region",
    "release", "rule", "since", "span", "speaker", "status", "targets", "title", "until", "verdict",
    "words", "written",
)  # fmt: skip
VALUES = ("", "0", "-1", "zzz", "\x00", "%", "'", "<b>", "\u202e", "9" * 400, "算" * 300)
PATHS = (
    "/", "/panels/five_g", "/panels/provinces", "/releases", f"/releases/{INTERVIEW}",
    "/indicators", "/indicators/5g.stations", "/checks", "/ledger", "/ledger/timeline", "/compare",
    "/ask", "/search", "/add", "/session",
)  # fmt: skip
NAMES = ("none", "\x00", "..", "a/../b", "<script>", "%2e%2e", "x" * 600, " ", "/", "\u202e")


@pytest.mark.parametrize("path", PATHS)
def test_no_parameter_breaks_a_page(client: TestClient, path: str) -> None:
    for at, name in enumerate(PARAMETERS):
        for value in ("9999-99-99", VALUES[at % len(VALUES)], VALUES[(5 * at + 3) % len(VALUES)]):
            answer = client.get(path, params={name: value}, headers=PAGE)
            assert answer.status_code in {200, 202, 400, 404, 422}, (path, name)
            assert answer.headers["content-type"].startswith("text/html"), (path, name)


@pytest.mark.parametrize("folder", ["/panels", "/releases", "/indicators", "/nothing"])
@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_no_name_breaks_a_page(client: TestClient, folder: str, name: str) -> None:
    answer = client.get(f"{folder}/{quote(name, safe='')}", headers=PAGE)
    assert answer.status_code in {200, 404, 422}
    assert answer.headers["content-type"].startswith("text/html")


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_every_page_may_run_only_what_this_server_sends(client: TestClient, place: Place) -> None:
    answer = client.get(place.path.partition("#")[0], headers=PAGE)
    assert answer.headers["content-security-policy"] == PAGE_POLICY
    assert "unsafe" not in PAGE_POLICY
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["x-frame-options"] == "DENY"
