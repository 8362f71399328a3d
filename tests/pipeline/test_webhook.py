"""A webhook against a real receiver: signed, tried again where that helps, sent nowhere else."""

from __future__ import annotations

import hashlib
import hmac
import json
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest

from jiedu.errors import InputError
from jiedu.pipeline.watching import DeliveryError, Webhook

if TYPE_CHECKING:
    from collections.abc import Iterator

SECRET = "a-long-random-word-of-ours"
OK: tuple[int, dict[str, str]] = (200, {})


@dataclass
class Receiver:
    """What a receiver answers in turn, the last for ever, and what it got."""

    answers: list[tuple[int, dict[str, str]]] = field(default_factory=lambda: [OK])
    got: list[tuple[str, dict[str, str], bytes]] = field(default_factory=list)
    port: int = 0
    waited: list[float] = field(default_factory=list)

    def hook(self, secret: str = SECRET) -> Webhook:
        url = f"http://127.0.0.1:{self.port}/hook?a=1"
        return Webhook(url, secret, self.waited.append, lambda: 1_700_000_000.5)


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    kept = Receiver()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            kept.got.append((self.path, dict(self.headers), body))
            status, headers = kept.answers[0] if len(kept.answers) == 1 else kept.answers.pop(0)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_GET = do_POST  # noqa: N815

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    kept.port = int(server.server_address[1])
    thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield kept
    server.shutdown()
    server.server_close()
    thread.join()


def test_what_is_sent_is_signed(receiver: Receiver) -> None:
    assert receiver.hook().send(['{"id": "1", "told": "5G基站"}', '{"id": "2"}']) == 2
    ((path, headers, body),) = receiver.got
    assert path == "/hook?a=1"
    assert json.loads(body) == {
        "version": 1,
        "notices": [{"id": "1", "told": "5G基站"}, {"id": "2"}],
    }
    mac = hmac.new(SECRET.encode(), b"1700000000." + body, hashlib.sha256).hexdigest()
    assert headers["Jiedu-Signature"] == f"t=1700000000,v1={mac}"
    assert headers["Content-Type"] == "application/json; charset=utf-8"
    assert len(headers["Jiedu-Delivery"]) == 32


def test_two_hundred_at_a_time(receiver: Receiver) -> None:
    assert receiver.hook().send(["{}"] * 201) == 200
    assert len(json.loads(receiver.got[0][2])["notices"]) == 200


AGAIN: list[tuple[list[tuple[int, dict[str, str]]], list[float]]] = [
    ([(500, {}), OK], [1.0]),
    ([(503, {}), (502, {}), (408, {}), (204, {})], [1.0, 4.0, 16.0]),
    ([(429, {"Retry-After": "9"}), OK], [9.0]),
    ([(429, {"Retry-After": "9999"}), OK], [60.0]),
    ([(503, {"Retry-After": "x"}), OK], [1.0]),
]


@pytest.mark.parametrize(("answers", "waited"), AGAIN)
def test_it_is_tried_again_with_pauses_that_grow(
    receiver: Receiver, answers: list[tuple[int, dict[str, str]]], waited: list[float]
) -> None:
    receiver.answers = list(answers)
    assert receiver.hook().send(["{}"]) == 1
    assert receiver.waited == waited
    assert len({headers["Jiedu-Delivery"] for _, headers, _ in receiver.got}) == 1


REFUSED = [(400, 1), (401, 1), (404, 1), (500, 4), (301, 1), (307, 1), (308, 1)]


@pytest.mark.parametrize(("status", "times"), REFUSED)
def test_what_is_not_taken_is_an_error(receiver: Receiver, status: int, times: int) -> None:
    """A redirect too: what is signed for one server is shown to no other."""
    elsewhere = {"Location": f"http://127.0.0.1:{receiver.port}/else"}
    receiver.answers = [(status, elsewhere if status < 400 else {})]
    with pytest.raises(DeliveryError, match=f"answers {status}"):
        receiver.hook().send(["{}"])
    assert [path for path, _, _ in receiver.got] == ["/hook?a=1"] * times


def test_nobody_there(receiver: Receiver) -> None:
    hook = Webhook("http://127.0.0.1:9/", SECRET, receiver.waited.append)
    with pytest.raises(DeliveryError, match="ConnectError"):
        hook.send(["{}"])
    assert receiver.waited == [1.0, 4.0, 16.0]


ADDRESSES = [
    ("http://www.example.cn/", "https"),
    ("http://127.0.0.1.example.cn/", "https"),
    ("http://10.0.0.1/", "https"),
    ("ftp://127.0.0.1/", "https"),
    ("file:///etc/passwd", "no host"),
    ("https://", "no host"),
    ("https://me:word@www.example.cn/", "password"),
    ("nowhere", "no host"),
    ("http://[::1", "none of the web"),
]


@pytest.mark.parametrize(("url", "why"), ADDRESSES)
def test_it_goes_by_https_or_to_this_machine(url: str, why: str) -> None:
    with pytest.raises(InputError, match=why):
        Webhook(url, SECRET)


@pytest.mark.parametrize("secret", ["", "short"])
def test_without_a_key_nothing_is_sent(receiver: Receiver, secret: str) -> None:
    with pytest.raises(InputError, match="JIEDU_WEBHOOK_SECRET"):
        receiver.hook(secret)


@pytest.mark.parametrize(
    "url", ["https://www.example.cn/x", "http://localhost:9/", "http://[::1]:9/"]
)
def test_these_may_be_used(url: str) -> None:
    assert Webhook(url, SECRET).host in url
