"""A real server on this machine that plays sites of the web: good, slow, endless and hostile."""

from __future__ import annotations

import ssl
import threading
from contextlib import contextmanager, suppress
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import trustme

from jiedu.readers.web import Limits, Rules
from jiedu.readers.web.addresses import refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from jiedu.readers.web.addresses import Address

    Play = Callable[["Handler"], None]

AUTHORITY = trustme.CA()
OVER = threading.Event()
"""Set where no server has anything left to play, so that none drips for ever."""
PAGE = (
    "<html><title>通信业</title><body><p>上半年，电信业务收入增长6.2%。</p></body></html>".encode()
)


class Handler(BaseHTTPRequestHandler):
    """One request: its path and headers kept, then answered as the play says."""

    server: Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.server.got.append((self.path, dict(self.headers)))
        self.close_connection = True
        with suppress(OSError):
            self.server.play(self)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the library's name
        """Say nothing."""

    def put(self, body: bytes, status: int = 200, kind: str = "text/html", **headers: str) -> None:
        """Answer with a status, a type, more headers and a body."""
        self.head(status, kind, Content_Length=str(len(body)), **headers)
        self.wfile.write(body)

    def head(self, status: int = 200, kind: str = "text/html", **headers: str) -> None:
        """Send the head of an answer."""
        self.send_response(status)
        if kind:
            self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def send(self, target: str, status: int = 302) -> None:
        """Send elsewhere."""
        self.put(b"", status, Location=target)


class Server(ThreadingHTTPServer):
    """Plays, and keeps what it was asked."""

    daemon_threads = True

    def __init__(self, play: Play) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.play = play
        self.got: list[tuple[str, dict[str, str]]] = []

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self.server_address[1])


@contextmanager
def playing(play: Play, names: Sequence[str] = ()) -> Iterator[Server]:
    """A server for as long as the block lasts, over TLS where it has names to show."""
    server = Server(play)
    if names:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        AUTHORITY.issue_cert(*names).configure_cert(context)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    OVER.clear()
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        OVER.set()
        server.shutdown()
        server.server_close()
        thread.join()


def here(address: Address) -> str | None:
    """The product's own judgement, but for this machine's first address, where the server is."""
    return None if str(address) == "127.0.0.1" else refusal(address)


def rules(server: Server, **limits: Any) -> Rules:
    """The product's own rules, but for where the server is and whom it shows itself as."""
    context = ssl.create_default_context()
    AUTHORITY.configure_trust(context)
    return replace(
        Rules(),
        limits=replace(Limits(seconds=5), **limits),
        ports=frozenset({server.port, 80, 443}),
        refuse=here,
        resolve=lambda host, port: ["127.0.0.1"],
        trust=context,
    )
