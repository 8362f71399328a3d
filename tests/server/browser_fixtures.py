"""A real browser on a server as a user starts it; what it complains of fails the test."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import httpx2
import pytest
from desk import Desk
from playwright.sync_api import expect
from running import running

import browser as browsers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, ConsoleMessage, Page, Request

LOOK = "jiedu-look"
_TRIES = 600
_PATIENCE = 20_000  # milliseconds that a test waits for what a page shows, on a busy machine too
_REFUSED = "Failed to load resource: the server responded with a status of 4"


class Walk:
    """A person at one server.

    Args:
        browser: what they use.
        url: the server's address.
    """

    def __init__(self, browser: Browser, url: str) -> None:
        self._browser = browser
        self.url = url

    @contextmanager
    def page(
        self,
        *,
        look: str = "zh.light.normal",
        wide: int = 1280,
        scripts: bool = True,
        refusals: bool = False,
    ) -> Iterator[Page]:
        """A window; at its end nothing may have gone wrong in it.

        Args:
            look: the language, the theme and the size of type.
            wide: its width in pixels.
            scripts: whether scripts may run.
            refusals: whether the server may refuse what is asked.
        """
        context = self._browser.new_context(
            viewport={"width": wide, "height": 900},
            base_url=self.url,
            java_script_enabled=scripts,
            permissions=["clipboard-read", "clipboard-write"],
        )
        context.add_cookies([{"name": LOOK, "value": look, "url": self.url}])
        complaints: list[str] = []
        own = urlsplit(self.url).netloc

        def told(message: ConsoleMessage) -> None:
            refused = message.text.startswith(_REFUSED)  # what a test of a refusal asks for
            if message.type in {"error", "warning"} and not (refused and refusals):
                complaints.append(f"console: {message.text}")

        def asked(request: Request) -> None:
            parts = urlsplit(request.url)
            if parts.scheme != "data" and parts.netloc != own:
                complaints.append(f"a request off the machine: {request.url}")

        page = context.new_page()
        page.on("console", told)
        page.on("pageerror", lambda error: complaints.append(f"script: {error}"))
        page.on("request", asked)
        yield page
        context.close()
        assert not complaints


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """The system's browser; while it is open its event loop runs, which other tests cannot have."""
    found = browsers.program()
    if found is None:
        pytest.skip("no Chromium is installed, and none can be")
    expect.set_options(timeout=_PATIENCE)
    with browsers.browsing(found) as started:
        yield started


@pytest.fixture(scope="module")
def walk(
    chromium: Browser, tmp_path_factory: pytest.TempPathFactory, samples: Path
) -> Iterator[Walk]:
    """A person at a server over the samples that only reads."""
    desk = Desk(tmp_path_factory.mktemp("walked"), samples)
    with running(desk, "--rate", "0") as server:
        for path in ("/checks", "/ledger", "/ledger/timeline"):
            _wait(server.url + path)
        yield Walk(chromium, server.url)


def _wait(url: str) -> None:
    """Wait for what is made once: a page that says so would load again under a test."""
    for _ in range(_TRIES):
        if httpx2.get(url, headers={"Accept": "text/html"}, timeout=60).status_code == 200:
            return
        time.sleep(0.1)
    raise TimeoutError(url)
