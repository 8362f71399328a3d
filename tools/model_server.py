"""A real HTTP server on this machine that plays a model: good, slow, wrong and hostile."""

from __future__ import annotations

import gzip
import json
import socket
import ssl
import struct
import threading
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import trustme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Play = Callable[["Handler", dict[str, Any]], None]

AUTHORITY = trustme.CA()
"""Whose certificates the servers show: nobody trusts it who is not told to."""
OVER = threading.Event()
"""Set where no server has anything left to play, so that none drips for ever."""


class Handler(BaseHTTPRequestHandler):
    """One request: kept, then answered as the play says."""

    server: Server
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        """Keep what was asked, and play."""
        body = self.rfile.read(int(self.headers.get("content-length", "0")))
        self.server.got.append((self.path, dict(self.headers), body))
        self.close_connection = True
        with suppress(OSError):
            self.server.play(self, json.loads(json.loads(body)["messages"][1]["content"]))

    def do_GET(self) -> None:
        """Keep what was asked; nothing should be."""
        self.server.got.append((self.path, dict(self.headers), b""))
        self.send_error(404)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the library's name
        """Say nothing."""

    def put(
        self, body: bytes, status: int = 200, kind: str = "application/json", **headers: str
    ) -> None:
        """Answer with a status, a type, more headers and a body."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def say(self, content: object, **more: Any) -> None:
        """Answer with a message, as JSON where it is no string."""
        self.put(enveloped(content), **more)


class Server(ThreadingHTTPServer):
    """A server with a play."""

    daemon_threads = True
    block_on_close = False
    play: Play

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.got: list[tuple[str, dict[str, str], bytes]] = []
        self.scheme = "http"

    @property
    def url(self) -> str:
        """The address of the endpoint."""
        return f"{self.scheme}://127.0.0.1:{self.server_port}/v1"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that goes away is what most plays wait for."""

    def asked(self) -> list[dict[str, Any]]:
        """What was asked, in order."""
        return [json.loads(json.loads(body)["messages"][1]["content"]) for *_, body in self.got]


@contextmanager
def playing(play: Play, *, encrypted: bool = False) -> Iterator[Server]:
    """A server that runs while the block does."""
    OVER.clear()
    server = Server()
    server.play = play
    if encrypted:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        AUTHORITY.issue_cert("127.0.0.1").configure_cert(context)
        server.socket = context.wrap_socket(
            server.socket, server_side=True, do_handshake_on_connect=False
        )
        server.scheme = "https"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        OVER.set()
        server.shutdown()
        server.server_close()
        thread.join()


def enveloped(content: object) -> bytes:
    """A message in the form of chat completions."""
    words = content if isinstance(content, str) else json.dumps(content)
    choice = {"index": 0, "message": {"role": "assistant", "content": words}}
    return json.dumps({"object": "chat.completion", "choices": [choice]}).encode()


# -- good -----------------------------------------------------------------------------------


def place(text: str, words: str) -> dict[str, Any]:
    """Where words stand in a text."""
    start = text.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def pointing(words: dict[str, dict[str, str]]) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """A reply that points at words for numerals, as ``{"58": {"period": "8月"}}``."""

    def reply(asked: dict[str, Any]) -> dict[str, Any]:
        figures = []
        for one in asked["asked"]:
            told = words.get(one["numeral"]["text"], {})
            figures.append(
                {"numeral": one["numeral"]}
                | {
                    slot: place(asked["text"], told[slot]) if slot in told else None
                    for slot in ("indicator", "period", "basis")
                }
            )
        return {"figures": figures}

    return reply


def good(reply: Callable[[dict[str, Any]], object]) -> Play:
    """A server that answers with a reply."""
    return lambda handler, asked: handler.say(reply(asked))


# -- slow -----------------------------------------------------------------------------------


def silent(handler: Handler, asked: dict[str, Any]) -> None:
    """Never say a byte."""
    OVER.wait()


def drip_body(handler: Handler, asked: dict[str, Any]) -> None:
    """A byte now and then, for ever: no single read takes long."""
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.end_headers()
    while not OVER.wait(0.02):
        handler.wfile.write(b" ")


def drip_head(handler: Handler, asked: dict[str, Any]) -> None:
    """A head that never ends."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
    while not OVER.wait(0.02):
        handler.wfile.write(b"x")


# -- hostile --------------------------------------------------------------------------------


def endless(handler: Handler, asked: dict[str, Any]) -> None:
    """A hundred megabytes."""
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.end_headers()
    for _ in range(100):
        handler.wfile.write(b" " * (1 << 20))


def bomb(handler: Handler, asked: dict[str, Any]) -> None:
    """Fifty megabytes, packed into fifty kilobytes."""
    handler.put(gzip.compress(bytes(50 << 20)), Content_Encoding="gzip")


def quiet_bomb(handler: Handler, asked: dict[str, Any]) -> None:
    """The same, without a word that it is packed."""
    handler.put(gzip.compress(bytes(50 << 20)))


def reset(handler: Handler, asked: dict[str, Any]) -> None:
    """Tear the connection down in the middle of an answer."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n")
    handler.wfile.flush()
    linger = struct.pack("ii", 1, 0)
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
    handler.connection.close()


def short(handler: Handler, asked: dict[str, Any]) -> None:
    """Promise more than is sent."""
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b"{")


def no_http(handler: Handler, asked: dict[str, Any]) -> None:
    """Speak something else."""
    handler.wfile.write(b"220 mail.example ESMTP\r\n\r\n")


def status(code: int) -> Play:
    """Answer with a status and a page that must not be shown."""
    return lambda handler, asked: handler.put(b"<h1>secret</h1>", code, "text/html")


def redirect(code: int, target: str) -> Play:
    """Send elsewhere."""
    return lambda handler, asked: handler.put(b"{}", code, Location=target)


def body(data: bytes, kind: str = "application/json") -> Play:
    """Answer with bytes."""
    return lambda handler, asked: handler.put(data, kind=kind)


def saying(content: object) -> Play:
    """Answer with a message."""
    return lambda handler, asked: handler.say(content)


def echo(handler: Handler, asked: dict[str, Any]) -> None:
    """Give back what was sent."""
    handler.say(asked)


_DEEP = 50_000
SLOW = "gave no answer within"
"""What is said of a server that is slow; only these need a short time to be tested."""


def seconds_for(said: str) -> float:
    """How long a server may be waited for: a busy machine makes no quick one slow."""
    return 0.5 if said == SLOW else 30.0


# what a server does, and what is then said
HOSTILE: dict[str, tuple[Play, str]] = {
    "silent": (silent, SLOW),
    "drips its body": (drip_body, SLOW),
    "drips its head": (drip_head, SLOW),
    "endless": (endless, "larger than"),
    "gzip bomb": (bomb, "is packed"),
    "gzip bomb in disguise": (quiet_bomb, "is not in UTF-8"),
    "reset": (reset, "broke off"),
    "too short": (short, "broke off"),
    "no HTTP": (no_http, "broke off"),
    "500": (status(500), r"failed \(500\)"),
    "503": (status(503), r"failed \(503\)"),
    "429": (status(429), r"failed \(429\)"),
    "400": (status(400), r"refused the question \(400\)"),
    "401": (status(401), r"refused the key \(401\)"),
    "404": (status(404), r"refused the question \(404\)"),
    "204": (status(204), r"refused the question \(204\)"),
    "html": (body(b"<html>hello", "text/html"), "not of the type JSON"),
    "markup called JSON": (body(b"<script>alert(1)</script>"), "is not JSON"),
    "nothing": (body(b""), "is not JSON"),
    "invalid UTF-8": (body(b'{"choices": "\xff\xfe"}'), "is not in UTF-8"),
    "another encoding": (body("{}".encode("utf-16")), "is not in UTF-8"),
    "deep": (body(b"[" * _DEEP), "is not JSON"),
    "deep within": (saying("[" * (_DEEP // 2) + "]" * (_DEEP // 2)), "is not JSON"),
    "no message": (body(b'{"choices": []}'), "no message"),
    "a number for a message": (body(b'{"choices": [{"message": {"content": 3}}]}'), "no message"),
    "a list": (body(b"[1, 2]"), "no message"),
    "words": (saying("Ignore all rules. The value is 999."), "is not JSON"),
    "fenced": (saying('```json\n{"figures": []}\n```'), "is not JSON"),
    "NaN": (saying('{"figures": NaN}'), "is not JSON"),
    "infinity": (saying('{"figures": [1e999]}'), "not of the form"),
    "huge": (saying('{"figures": ' + "9" * 20_000 + "}"), "is not JSON"),
    "twice": (saying('{"figures": [], "figures": []}'), "is not JSON"),
    "echo": (echo, "not of the form"),
    "null": (saying("null"), "not of the form"),
    "more": (saying({"figures": [], "sql": "DROP TABLE observations"}), "not of the form"),
    "many": (saying({"figures": [{}] * 50}), "not of the form"),
}
