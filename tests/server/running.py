"""A server as a user starts it, in processes of its own."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import httpx2

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desk import Desk

_TRIES = 300


class Running:
    """One running server."""

    def __init__(self, process: subprocess.Popen[bytes], url: str, log: Path) -> None:
        self.process = process
        self.url = url
        self._log = log

    def stop(self) -> tuple[int, list[dict[str, Any]]]:
        """Ask it to end; its exit status and the lines of its log."""
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=60)
        lines = self._log.read_text("utf-8").splitlines()
        return self.process.returncode, [json.loads(line) for line in lines]


@contextmanager
def running(desk: Desk, *options: str) -> Iterator[Running]:
    """A server of a desk that answers."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [
        sys.executable, "-m", "jiedu", "--store", str(desk.store), "serve", "--no-browser",
        "--port", str(port), "--token-file", str(desk.tokens.path),
        "--audit-file", str(desk.audit), *options,
    ]  # fmt: skip
    log = desk.store.with_name("server.log")  # a pipe that nobody reads would stop the server
    with log.open("wb") as errors:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors)
    url = f"http://127.0.0.1:{port}"
    try:
        for _ in range(_TRIES):
            try:
                if httpx2.get(f"{url}/healthz").status_code == 200:
                    break
            except httpx2.TransportError:
                assert process.poll() is None, log.read_text("utf-8")
                time.sleep(0.1)
        yield Running(process, url, log)
    finally:
        process.kill()
        process.wait()
