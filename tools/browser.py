"""A browser for tests of pages and for pictures of them: the system's Chromium."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

import chinese_font
from installing import install

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_OPTIONS = (
    "--no-sandbox",  # a superuser's Chromium starts no other way, and sees our own pages alone
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def program() -> str | None:
    """The browser's program; it is installed where it is not there and that can be done."""
    found = _installed()
    if found is None and install("chromium"):
        found = _installed()
    return found


@contextmanager
def browsing(found: str) -> Iterator[Browser]:
    """A browser without a window, with a font for Chinese where one can be had.

    Args:
        found: its program.
    """
    chinese_font.font()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(_OPTIONS))
        yield browser
        browser.close()


def _installed() -> str | None:
    return next((path for name in _NAMES if (path := shutil.which(name))), None)
