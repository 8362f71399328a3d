"""How fast the API answers while many ask at once: ``make bench-serve ARGS="--store FILE"``.

The server runs in processes of its own; each client asks one question after the other, over one
connection, of the kinds below in turn. No answer is taken from a tag.
"""

from __future__ import annotations

import argparse
import signal
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle, islice
from statistics import quantiles

import httpx2

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


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--store", required=True)
    parser.add_argument("--clients", type=int, default=20)
    parser.add_argument("--requests", type=int, default=90, help="of each client")
    parser.add_argument("--workers", type=int, default=2)
    asked = parser.parse_args()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [
        sys.executable, "-m", "jiedu", "--store", asked.store, "serve", "--no-browser",
        "--port", str(port), "--rate", "0", "--workers", str(asked.workers),
    ]  # fmt: skip
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _measure(f"http://127.0.0.1:{port}", asked.clients, asked.requests, asked.workers)
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait()


def _measure(url: str, clients: int, requests: int, workers: int) -> None:
    started = time.perf_counter()
    _warm(url, workers)
    print(f"warm after {time.perf_counter() - started:.1f} s")
    begun = time.perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        told = pool.map(lambda number: _ask(url, number, requests), range(clients))
        took = [pair for some in told for pair in some]
    seconds = time.perf_counter() - begun
    print(f"{clients} clients, {workers} workers: {len(took) / seconds:.0f} requests a second")
    _print("all", [ms for _, ms in took])
    for path in PATHS:
        _print(path, [ms for other, ms in took if other == path])


def _warm(url: str, workers: int) -> None:
    """Wait until every process has its ledger and its findings."""
    while True:
        try:
            httpx2.get(f"{url}/healthz", timeout=5)
            break
        except httpx2.TransportError:
            time.sleep(0.2)
    for _ in range(workers * 8):  # each over a connection of its own, which any process may take
        for path in (f"{API}/commitments", f"{API}/findings"):
            while httpx2.get(url + path, timeout=120).status_code != 200:
                time.sleep(0.5)


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
