"""How fast the API answers while many ask at once: ``make bench-serve ARGS="--store FILE"``.

The server runs in processes of its own over a copy of the store; each client asks one question
after the other, over one connection, of the kinds below in turn. No answer is taken from a tag.
Then a text is added, and the server started again, to see how long the ledger and the findings
are waited for.
"""

from __future__ import annotations

import argparse
import shutil
import signal
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import cycle, islice
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import httpx2

from jiedu.server.settings import beside
from jiedu.server.tokens import Scope, TokenFile

if TYPE_CHECKING:
    from collections.abc import Iterator

API = "/api/v1"
INDICATORS = ("5G基站", "规模以上工业增加值", "社会消费品零售总额", "固定资产投资", "CPI")
PATHS = (
    *(f"{API}/series?indicator={name}" for name in INDICATORS),
    f"{API}/releases?limit=50",
    f"{API}/releases?publisher=工业和信息化部",
    f"{API}/observations?limit=50",
    f"{API}/observations?indicator=5G基站",
    f"{API}/observations?region=全国&measure=growth",
    f"{API}/commitments?limit=50",
    f"{API}/commitments?status=achieved&limit=50",
    f"{API}/findings?limit=50",
    f"{API}/findings?verdict=holds&limit=50",
    f"{API}/ask?question=5G基站有多少",
    f"{API}/ask?question=2023年上半年规模以上工业增加值增长多少",
    f"{API}/search?words=5G",
    f"{API}/search?words=制造业 增长",
)

PAGES = (
    "/",
    "/panels/five_g",
    "/panels/industrial_economy",
    "/panels/provinces",
    "/releases",
    "/indicators",
    "/indicators/5g.stations",
    "/indicators/industry.value_added",
    "/checks",
    "/ledger",
    "/ledger/timeline",
    "/ask?question=2023年6月末5G基站有多少",
    "/search?words=5G",
    "/search?words=制造业 增长",
)
"""Pages, beside those of single releases, which the store names."""

MADE = (f"{API}/commitments?limit=1", f"{API}/findings?limit=1")
_PERSON = {"Accept": "text/html"}
TEXT = (
    "各地要加快建设5G网络，到2030年5G基站达到600万个。上半年，规模以上工业增加值同比增长3.8%，"
    "增速比一季度加快0.8个百分点。一季度，规模以上工业增加值同比增长3.0%。"
)


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--store", required=True, help="a file; it is copied")
    parser.add_argument("--clients", type=int, default=20)
    parser.add_argument("--requests", type=int, default=90, help="of each client")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--pages", action="store_true", help="the pages, and not the API")
    asked = parser.parse_args()
    with TemporaryDirectory() as folder:
        store = Path(folder, "store.db")
        shutil.copy(asked.store, store)
        token = TokenFile(beside(str(store), "tokens.json")).make("bench", [Scope.WRITE])
        with _serving(store, asked.workers) as url:
            _waited("from nothing", url, asked.workers)
            if asked.pages:
                _measure_pages(url, asked)
                return
            _measure(url, asked.clients, asked.requests, asked.workers)
            _write(url, token)
        with _serving(store, asked.workers) as url:
            _waited("started again", url, asked.workers)


@contextmanager
def _serving(store: Path, workers: int) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [
        sys.executable, "-m", "jiedu", "--store", str(store), "serve", "--no-browser", "--write",
        "--port", str(port), "--rate", "0", "--workers", str(workers),
    ]  # fmt: skip
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        url = f"http://127.0.0.1:{port}"
        _until_open(url)
        yield url
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait()


def _until_open(url: str) -> None:
    while True:
        try:
            _get(f"{url}/healthz")
            break
        except httpx2.TransportError:
            time.sleep(0.1)


def _measure_pages(url: str, asked: argparse.Namespace) -> None:
    """The pages as most people meet them, which were asked for before; then each made anew."""
    listed = httpx2.get(f"{url}{API}/releases?limit=10").json()["items"]
    pages = (*PAGES, *(f"/releases/{item['id']}" for item in listed))
    for path in pages * 2 * asked.workers:
        while httpx2.get(url + path, headers=_PERSON, timeout=300).status_code != 200:
            time.sleep(0.5)
    for name, anew in (("kept", False), ("made anew", True)):
        with ThreadPoolExecutor(asked.clients) as pool:
            told = pool.map(
                lambda number, anew=anew: _walk(url, number, asked.requests, pages, anew=anew),
                range(asked.clients),
            )
            took = [pair for some in told for pair in some]
        print(f"pages {name}: {asked.clients} clients, {asked.workers} workers")
        _print("all", [ms for _, ms in took])
        for path in PAGES:
            _print(path, [ms for other, ms in took if other == path])
        _print("/releases/…", [ms for other, ms in took if other not in PAGES])


def _walk(
    url: str, number: int, requests: int, pages: tuple[str, ...], *, anew: bool
) -> list[tuple[str, float]]:
    took = []
    with httpx2.Client(base_url=url, timeout=60, headers=_PERSON) as client:
        for at, path in enumerate(islice(cycle(pages), number, number + requests)):
            sign = "&" if "?" in path else "?"
            asked = f"{path}{sign}x={number}.{at}" if anew else path
            begun = time.perf_counter()
            response = client.get(asked)
            took.append((path, (time.perf_counter() - begun) * 1000))
            assert response.status_code == 200, (asked, response.status_code)
    return took


def _measure(url: str, clients: int, requests: int, workers: int) -> None:
    begun = time.perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        told = pool.map(lambda number: _ask(url, number, requests), range(clients))
        took = [pair for some in told for pair in some]
    seconds = time.perf_counter() - begun
    print(f"{clients} clients, {workers} workers: {len(took) / seconds:.0f} requests a second")
    _print("all", [ms for _, ms in took])
    for path in PATHS:
        _print(path, [ms for other, ms in took if other == path])


def _write(url: str, token: str) -> None:
    """Add a text of today, and wait until each kind of list holds what was read from it."""
    day = datetime.now(UTC).date().isoformat()
    new = {"id": "bench", "title": "新", "published": day, "text": TEXT}
    begun = time.perf_counter()
    headers = {"Authorization": f"Bearer {token}"}
    httpx2.post(f"{url}{API}/releases", json=new, headers=headers, timeout=60).raise_for_status()
    print(f"{time.perf_counter() - begun:6.2f} s  a text of {len(TEXT)} characters added")
    for path in MADE:
        begun = time.perf_counter()
        while _get(url + path) != 200:
            time.sleep(0.1)
        print(f"{time.perf_counter() - begun:6.2f} s  {path} right after it")


def _waited(what: str, url: str, workers: int) -> None:
    """Wait until every process has its ledger and its findings."""
    begun = time.perf_counter()
    for _ in range(workers * 8):  # each over a connection of its own, which any process may take
        for path in MADE:
            while _get(url + path) != 200:
                time.sleep(0.1)
    print(f"{time.perf_counter() - begun:6.2f} s  until all have ledger and findings, {what}")


def _get(address: str) -> int:
    with httpx2.Client(timeout=120, verify=False) as client:
        return client.get(address).status_code


def _ask(url: str, number: int, requests: int) -> list[tuple[str, float]]:
    took = []
    with httpx2.Client(timeout=60) as client:
        for path in islice(cycle(PATHS), number, number + requests):
            begun = time.perf_counter()
            response = client.get(url + path)
            took.append((path, (time.perf_counter() - begun) * 1000))
            if response.status_code != 200:
                raise SystemExit(f"{path}: {response.status_code} {response.text}")
    return took


def _print(name: str, took: list[float]) -> None:
    half, most = quantiles(took, n=20, method="inclusive")[9::9]
    print(f"{half:8.1f} ms median {most:8.1f} ms p95  {name}")


if __name__ == "__main__":
    main()
