from __future__ import annotations

import hashlib
import re
import tomllib
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest

import jiedu.server.pages as pages
from jiedu.server.pages.assets import all_assets, asset_url

if TYPE_CHECKING:
    from starlette.testclient import TestClient

FOLDER = files(pages)
VENDOR = FOLDER / "assets" / "vendor"
VERSIONS = tomllib.loads((VENDOR / "versions.toml").read_text("utf-8"))
TEMPLATES = {each.name: each.read_text("utf-8") for each in (FOLDER / "templates").iterdir()}


@pytest.mark.parametrize("told", VERSIONS.values(), ids=VERSIONS)
def test_what_is_not_ours_is_as_it_was_published(told: dict[str, Any]) -> None:
    body = (VENDOR / told["file"]).read_bytes()
    assert hashlib.sha256(body).hexdigest() == told["sha256"]
    assert (VENDOR / told["file"].replace(".js", ".LICENSE")).is_file()


def test_everything_of_others_is_told_of() -> None:
    scripts = {entry.name for entry in VENDOR.iterdir() if entry.name.endswith(".js")}
    assert scripts == {told["file"] for told in VERSIONS.values()}


def test_an_asset_is_kept_for_ever(client: TestClient) -> None:
    response = client.get(asset_url("jiedu.css"))
    assert response.status_code == 200
    assert "immutable" in response.headers["cache-control"]
    assert response.headers["content-type"].startswith("text/css")


@pytest.mark.parametrize(
    "path",
    [
        "/assets/000000000000/jiedu.css",
        f"/assets/{all_assets()['jiedu.css'].tag}/none.css",
        "/assets/x/../../wording.py",
        "/assets/x/%2e%2e/%2e%2e/wording.py",
        f"/assets/{all_assets()['jiedu.css'].tag}/vendor/versions.toml",
    ],
)
def test_nothing_else_is_given(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_no_template_needs_an_unsafe_policy(name: str) -> None:
    body = TEMPLATES[name]
    assert re.search(r"\sstyle=|\son\w+=|javascript:|\|\s*safe\b", body) is None
    assert re.search(r"<script(?![^>]*\bsrc=)", body) is None
    assert re.search(r"""(?:src|href)=["']https?:""", body) is None
