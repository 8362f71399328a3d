"""What is fetched, and what is refused, of a real server on this machine."""

from __future__ import annotations

import gzip
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from page_server import OVER, PAGE, playing, rules

from jiedu.errors import MissingError
from jiedu.readers.web import FetchError, Rules, fetch
from jiedu.readers.web import links as links_module

if TYPE_CHECKING:
    from collections.abc import Callable

    from page_server import Handler

HOST = "www.example.cn"


def put(handler: Handler) -> None:
    handler.put(PAGE, kind="text/html; charset=GB2312")


def test_a_page_comes_as_it_was_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with playing(put) as server:
        found = fetch(f"http://{HOST}:{server.port}/a/b.html?x=1#part", rules(server))
    assert found.data == PAGE
    assert (found.media_type, found.charset) == ("text/html", "gb2312")
    assert found.url == f"http://{HOST}:{server.port}/a/b.html?x=1"
    ((path, headers),) = server.got
    assert path == "/a/b.html?x=1"
    assert headers["Host"] == f"{HOST}:{server.port}"
    assert headers["User-Agent"].startswith("jiedu/")
    assert "Cookie" not in headers
    assert "Authorization" not in headers


def test_the_certificate_is_that_of_the_name() -> None:
    with playing(put, [HOST]) as server:
        found = fetch(f"https://{HOST}:{server.port}/", rules(server))
        assert found.data == PAGE
        with pytest.raises(FetchError, match=r"certificate of other\.example\.cn is not trusted"):
            fetch(f"https://other.example.cn:{server.port}/", rules(server))
        with pytest.raises(FetchError, match=r"certificate of .* is not trusted"):
            fetch(f"https://{HOST}:{server.port}/", replace(rules(server), trust=None))
    assert len(server.got) == 1


def test_an_address_is_looked_up_once_and_asked_at_once() -> None:
    """A name that leads elsewhere a moment later leads nowhere: nobody asks it again."""
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])
    asked: list[str] = []

    def resolve(host: str, port: int) -> list[str]:
        asked.append(host)
        return next(answers)

    with playing(put) as server:
        url = f"http://{HOST}:{server.port}/"
        changing = replace(rules(server), resolve=resolve)
        assert fetch(url, changing).data == PAGE
        assert asked == [HOST]
        with pytest.raises(FetchError, match="private"):
            fetch(url, changing)
    assert asked == [HOST, HOST]
    assert len(server.got) == 1


def test_the_answer_to_the_redirect_is_judged_again() -> None:
    """The same name, which leads inside the second time."""
    answers = iter([["127.0.0.1"], ["169.254.169.254"]])
    with playing(lambda handler: handler.send("/again")) as server:
        changing = replace(rules(server), resolve=lambda host, port: next(answers))
        with pytest.raises(FetchError, match="local link"):
            fetch(f"http://{HOST}:{server.port}/", changing)
    assert len(server.got) == 1


@pytest.mark.parametrize(
    "addresses",
    [["10.0.0.1"], ["8.8.8.8", "10.0.0.1"], ["::1"], ["::ffff:127.0.0.1"], ["fe80::1%eth0"], ["a"]],
)
def test_a_name_that_leads_inside_is_not_asked(addresses: list[str]) -> None:
    with playing(put) as server:
        inner = replace(rules(server), resolve=lambda host, port: addresses)
        with pytest.raises(FetchError, match="only public ones are read") as raised:
            fetch(f"http://{HOST}:{server.port}/", inner)
    assert not server.got
    assert all(address not in str(raised.value) for address in addresses if len(address) > 1)


def test_by_the_rules_of_the_product_this_machine_is_not_asked() -> None:
    with playing(put) as server:
        for host in ("127.0.0.1", "localhost"):
            strict = Rules(ports=frozenset({server.port}))
            with pytest.raises(FetchError, match="of this machine"):
                fetch(f"http://{host}:{server.port}/", strict)
        with pytest.raises(FetchError, match="port"):
            fetch(f"http://{HOST}:{server.port}/")
    assert not server.got


INSIDE = [
    ("http://10.0.0.1/", "private"),
    ("http://169.254.169.254/latest/meta-data/", "local link"),
    ("http://[::1]/", "this machine"),
    ("http://[::ffff:127.0.0.1]/", "one of IPv4"),
    ("http://[64:ff9b::7f00:1]/", "one of IPv4"),
    ("http://2130706433/", "spelling"),
    ("http://user:word@www.example.cn/", "name or a password"),
    ("http://www.example.cn:22/", "port 22"),
    ("file:///etc/passwd", "only http and https"),
    ("ftp://www.example.cn/", "only http and https"),
    ("http:\\\\127.0.0.1/", "backslash"),
]


@pytest.mark.parametrize(("target", "why"), INSIDE)
@pytest.mark.parametrize("status", [301, 308])
def test_a_redirect_leads_nowhere_else_than_an_address_does(
    target: str, why: str, status: int
) -> None:
    with (
        playing(lambda handler: handler.send(target, status)) as server,
        pytest.raises(FetchError, match=why),
    ):
        fetch(f"http://{HOST}:{server.port}/", rules(server))
    assert len(server.got) == 1


def test_five_redirects_are_followed_and_no_more() -> None:
    def count_down(handler: Handler) -> None:
        left = int(handler.path.strip("/"))
        put(handler) if left == 0 else handler.send(f"/{left - 1}")

    with playing(count_down) as server:
        base = f"http://{HOST}:{server.port}"
        assert fetch(f"{base}/5", rules(server)).url == f"{base}/0"
        with pytest.raises(FetchError, match="more than 5 times"):
            fetch(f"{base}/6", rules(server))


def test_the_next_address_is_asked_where_one_does_not_answer() -> None:
    with playing(put) as server:
        two = replace(
            rules(server),
            resolve=lambda host, port: ["127.0.0.3", "127.0.0.1"],
            refuse=lambda address: None,
        )
        assert fetch(f"http://{HOST}:{server.port}/", two).data == PAGE


def drip(handler: Handler) -> None:
    handler.head(Content_Length="1000000")
    while not OVER.wait(0.05):
        handler.wfile.write(b"a")


def drip_head(handler: Handler) -> None:
    while not OVER.wait(0.05):
        handler.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\n")


def say_nothing(handler: Handler) -> None:
    OVER.wait()


def endless(handler: Handler) -> None:
    handler.head(Transfer_Encoding="chunked")
    while not OVER.is_set():
        handler.wfile.write(b"10000\r\n" + b"a" * 65_536 + b"\r\n")


def long_head(handler: Handler) -> None:
    headers: dict[str, Any] = {f"X_{number}": "a" * 1000 for number in range(70)}
    handler.put(PAGE, **headers)


def endless_head(handler: Handler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
    while not OVER.is_set():
        handler.wfile.write(b"a" * 65_536)


def film(handler: Handler) -> None:
    handler.head(kind="video/mp4")
    drip(handler)


def cut_short(handler: Handler) -> None:
    handler.head(Content_Length="99")
    handler.wfile.write(b"a")


def no_http(handler: Handler) -> None:
    handler.wfile.write(b"SSH-2.0\r\n")


def packed(body: bytes, coding: str = "gzip") -> Callable[[Handler], None]:
    return lambda handler: handler.put(body, Content_Encoding=coding)


BOMB = gzip.compress(b"\0" * 100_000_000)
WRONG: dict[str, tuple[Callable[[Handler], None], str, dict[str, Any]]] = {
    "a slow drip": (drip, "within 0.5 seconds", {"seconds": 0.5}),
    "a slow drip of heads": (drip_head, "within 0.5 seconds", {"seconds": 0.5}),
    "nothing": (say_nothing, "within 0.5 seconds", {"seconds": 0.5}),
    "an endless body": (endless, "more than 1,000,000 bytes", {"size": 1_000_000}),
    "a long body": (
        lambda handler: handler.put(b"a" * 2000),
        "more than 1,000 bytes",
        {"size": 1000},
    ),
    "a long plain body": (
        lambda handler: handler.put(b"a" * 2000),
        "when it is unpacked",
        {"unpacked": 1000},
    ),
    "a bomb": (packed(BOMB), "more than 67,108,864 bytes when it is unpacked", {}),
    "a bomb in a bomb": (packed(gzip.compress(BOMB), "gzip, gzip"), "not asked for", {}),
    "a packing not asked for": (packed(PAGE, "br"), "not asked for", {}),
    "packed and cut short": (packed(gzip.compress(PAGE)[:-9]), "packed and broken", {}),
    "packed twice in a row": (packed(gzip.compress(PAGE) * 2), "packed and broken", {}),
    "not packed at all": (packed(PAGE), "packed and broken", {}),
    "not packed at all, either way": (packed(PAGE, "deflate"), "packed and broken", {}),
    "long headers": (long_head, "headers of the page", {}),
    "endless headers": (endless_head, "broke off", {}),
    "a picture": (
        lambda handler: handler.put(b"\x89PNG", kind="image/png"),
        "type image/png, which is not read",
        {},
    ),
    "a film without an end": (
        film,
        "type video/mp4",
        {},
    ),
    "not found": (lambda handler: handler.put(PAGE, 404), "answers 404.*browser", {}),
    "forbidden": (lambda handler: handler.put(PAGE, 403), "answers 403.*browser", {}),
    "busy": (lambda handler: handler.put(PAGE, 503), "answers 503.*later", {}),
    "a part": (lambda handler: handler.put(PAGE, 206), "answers 206", {}),
    "a redirect to nowhere": (lambda handler: handler.put(b"", 302), "answers 302", {}),
    "cut short": (
        cut_short,
        "broke off",
        {},
    ),
    "no HTTP": (no_http, "broke off", {}),
}


@pytest.mark.parametrize(("play", "why", "limits"), WRONG.values(), ids=WRONG)
def test_what_comes_wrong_is_refused(
    play: Callable[[Handler], None], why: str, limits: dict[str, Any]
) -> None:
    with playing(play) as server:
        url = f"http://{HOST}:{server.port}/a"
        with pytest.raises(FetchError, match=why) as raised:
            fetch(url, rules(server, **limits))
    assert raised.value.document == url
    assert raised.value.hint


RIGHT: dict[str, Callable[[Handler], None]] = {
    "gzip": packed(gzip.compress(PAGE)),
    "deflate": packed(zlib.compress(PAGE), "deflate"),
    "raw deflate": packed(zlib.compress(PAGE, wbits=-15), "deflate"),
    "identity": packed(PAGE, "identity"),
    "without a type": lambda handler: handler.put(PAGE, kind=""),
    "as bytes": lambda handler: handler.put(PAGE, kind="Application/Octet-Stream"),
}


@pytest.mark.parametrize("play", RIGHT.values(), ids=RIGHT)
def test_what_comes_right_is_unpacked(play: Callable[[Handler], None]) -> None:
    with playing(play) as server:
        assert fetch(f"http://{HOST}:{server.port}/", rules(server)).data == PAGE


def test_a_host_that_does_not_answer_is_named() -> None:
    with playing(put) as server:
        gone = rules(server)
        url = f"http://{HOST}:{server.port}/"
    with pytest.raises(FetchError, match=rf"{HOST} cannot be reached"):
        fetch(url, gone)
    unknown = replace(gone, resolve=lambda host, port: [])
    with pytest.raises(FetchError, match=f"there is no host {HOST}"):
        fetch(url, unknown)


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> object:
        raise ImportError(name)

    monkeypatch.setattr(links_module, "import_module", missing)
    with pytest.raises(MissingError, match=r"jiedu\[web\]"):
        fetch("http://www.example.cn/")
