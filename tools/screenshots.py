"""Pictures of every page at the width of a desk and of a phone, to be looked at.

    make screenshots                                  over the samples, into build/screenshots
    make screenshots ARGS="--store FILE --look en.dark.normal"

The server runs for the time of it, over a copy of nothing: it only reads.
"""

from __future__ import annotations

import argparse
import socket
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import httpx2
from playwright.sync_api import ViewportSize

from browser import browsing, program
from jiedu.pipeline.saving import read_into
from jiedu.readers import read_sources
from jiedu.samples import samples_path
from site_places import INTERVIEW, PLACES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

_WIDTHS = {"desk": 1280, "phone": 390}
_TALLEST = 4_000  # pixels of a picture; more is not looked at
_TRIES = 600
_README = Path("docs/images")


def main() -> int:
    """Take the pictures; 1 where there is no browser."""
    asked = _arguments()
    found = program()
    if found is None:
        print("there is no Chromium, and none can be installed", file=sys.stderr)
        return 1
    folder = Path(asked.into)
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as work:
        store = asked.store or _samples(Path(work))
        with _serving(store, Path(work)) as url, browsing(found) as browser:
            if asked.readme:
                _take_for_readme(browser, url)
                return 0
            for look in asked.look:
                _take(browser, url, look, folder)
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--store", help="another store than one of the samples")
    parser.add_argument("--into", default="build/screenshots")
    parser.add_argument("--readme", action="store_true", help="only the two of the README")
    parser.add_argument("--look", nargs="*", default=["zh.light.normal", "en.dark.normal"])
    return parser.parse_args()


def _samples(folder: Path) -> str:
    store = str(folder / "store.db")
    with samples_path() as samples:
        for _ in read_into(store, read_sources([str(samples)])):
            pass
    return store


@contextmanager
def _serving(store: str, folder: Path) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [
        sys.executable, "-m", "jiedu", "--store", store, "serve", "--no-browser",
        "--port", str(port), "--rate", "0", "--token-file", str(folder / "tokens.json"),
    ]  # fmt: skip
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)
    url = f"http://127.0.0.1:{port}"
    try:
        for path in ("/healthz", "/checks", "/ledger"):  # the latter two are made at the start
            _wait(url + path)
        yield url
    finally:
        process.terminate()
        process.wait()


def _wait(url: str) -> None:
    for _ in range(_TRIES):
        try:
            if httpx2.get(url).status_code == 200:
                return
        except httpx2.TransportError:
            pass
        time.sleep(0.1)
    raise TimeoutError(url)


def _take(browser: Browser, url: str, look: str, folder: Path) -> None:
    for name, wide in _WIDTHS.items():
        size = ViewportSize(width=wide, height=900)
        context = browser.new_context(viewport=size, base_url=url, device_scale_factor=1)
        context.add_cookies([{"name": "jiedu-look", "value": look, "url": url}])
        page = context.new_page()
        for place in PLACES:
            page.set_viewport_size(size)
            page.goto(place.path, wait_until="networkidle")
            tall = min(_TALLEST, page.evaluate("document.documentElement.scrollHeight"))
            path = folder / f"{place.name}-{name}-{look}.png"
            page.screenshot(path=path, full_page=True, clip={
                "x": 0, "y": 0, "width": wide, "height": tall,
            })  # fmt: skip
        context.close()


def _take_for_readme(browser: Browser, url: str) -> None:
    """The annotated interview with a figure's card, and an indicator with its chart."""
    _README.mkdir(exist_ok=True)
    size = ViewportSize(width=1280, height=860)
    with closing(browser.new_context(viewport=size, base_url=url)) as context:
        page = context.new_page()
        page.goto(f"/releases/{INTERVIEW}")
        page.locator("a.figure").first.hover()
        page.screenshot(path=_README / "release.png")
        page.goto("/indicators/5g.stations", wait_until="networkidle")
        page.screenshot(path=_README / "indicator.png")


if __name__ == "__main__":
    sys.exit(main())
