"""Running the server: one process or several over one store, until it is told to stop."""

from __future__ import annotations

import os
import socket
import webbrowser
from threading import Thread
from time import sleep
from typing import TYPE_CHECKING

import uvicorn

from jiedu.server.connections import TimedProtocol
from jiedu.server.logs import log_config
from jiedu.server.settings import VARIABLE, url_of

if TYPE_CHECKING:
    from jiedu.server.settings import Settings

_TRIES = 100
_PAUSE = 0.1
_STOPPING = 120  # seconds; the longest text is read and saved in less
_HEADERS = 64 * 1024


def run_server(settings: Settings, port: int, workers: int, *, browser: bool) -> None:
    """Serve until a signal ends it; what was accepted is answered first.

    Args:
        settings: how the server behaves.
        port: which port of the address.
        workers: how many processes.
        browser: whether the first page is opened.
    """
    os.environ[VARIABLE] = settings.packed()
    if browser:
        Thread(target=_open, args=(settings.host, port), daemon=True).start()
    uvicorn.run(
        "jiedu.server.app:from_environment",
        factory=True,
        host=settings.host,
        port=port,
        workers=workers,
        http=TimedProtocol,
        ws="none",
        log_config=log_config(),
        access_log=False,
        server_header=False,
        proxy_headers=False,  # anybody can say to be a proxy
        timeout_keep_alive=10,
        timeout_graceful_shutdown=_STOPPING,
        h11_max_incomplete_event_size=_HEADERS,
    )


def _open(host: str, port: int) -> None:
    """Open the first page once the server listens."""
    for _ in range(_TRIES):
        try:
            with socket.create_connection((host, port), timeout=1):
                break
        except OSError:
            sleep(_PAUSE)
    else:
        return
    webbrowser.open(f"{url_of(host, port)}/")
