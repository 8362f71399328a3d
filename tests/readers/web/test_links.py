from __future__ import annotations

import pytest

from jiedu.readers.web import FetchError
from jiedu.readers.web.links import is_link, parse_link

PORTS = frozenset({80, 443})
TAKEN = [
    ("http://www.example.cn/a/b.html?x=1#part", ("http", "www.example.cn", 80, b"/a/b.html?x=1")),
    ("HTTPS://WWW.Example.CN.", ("https", "www.example.cn", 443, b"/")),
    ("https://www.example.cn:443/a", ("https", "www.example.cn", 443, b"/a")),
    ("http://www.example.cn:443/", ("http", "www.example.cn", 443, b"/")),
    ("http://例子.中国/路", ("http", "xn--fsqu00a.xn--fiqs8s", 80, b"/%E8%B7%AF")),
    ("http://8.8.8.8/", ("http", "8.8.8.8", 80, b"/")),
    ("http://[2400:3200::1]/", ("http", "2400:3200::1", 80, b"/")),
]
REFUSED = [
    ("ftp://www.example.cn/", "only http and https"),
    ("file:///etc/passwd", "only http and https"),
    ("javascript:alert(1)", "only http and https"),
    ("//www.example.cn/", "only http and https"),
    ("www.example.cn", "only http and https"),
    ("http:///a", "names no host"),
    ("http://user:word@www.example.cn/", "name or a password"),
    ("http://user@www.example.cn/", "name or a password"),
    ("http://www.example.cn\\@127.0.0.1/", "backslash"),
    ("http://www.example.cn /", "space"),
    ("http://www.example.cn/\r\nHost: a", "unseen"),
    ("http://www.\u200bexample.cn/", "unseen"),
    ("http://2130706433/", "spelling"),
    ("http://0x7f000001/", "spelling"),
    ("http://0x7f.0.0.1/", "spelling"),
    ("http://0177.0.0.1/", "none of the web"),
    ("http://127.1/", "spelling"),
    ("http://1.2.3/", "spelling"),
    ("http://example.0x1/", "spelling"),
    ("http://①②⑦.0.0.1/", "none of the web"),
    ("http://127%2e0.0.1/", "spelling"),
    ("http://local%68ost/", "no name of the web"),
    ("http://[fe80::1%25eth0]/", "no name of the web"),
    ("http://[::1", "none of the web"),
    ("http://xn--/", "no name of the web"),
    ("http://-a.cn/", "no name of the web"),
    (f"http://{'a' * 64}.cn/", "no name of the web"),
    ("http://www.example.cn:22/", "port 22"),
    ("http://www.example.cn:0/", "port 0"),
    ("http://www.example.cn:99999/", "port 99999"),
    (f"http://www.example.cn/{'a' * 2048}", "more than 2048"),
]


@pytest.mark.parametrize(("words", "parts"), TAKEN)
def test_an_address_is_taken_apart(words: str, parts: tuple[str, str, int, bytes]) -> None:
    link = parse_link(words, PORTS)
    assert (link.scheme, link.host, link.port, link.target) == parts
    assert "#" not in link.url


@pytest.mark.parametrize(("words", "why"), REFUSED)
def test_what_is_not_to_be_asked_is_refused(words: str, why: str) -> None:
    with pytest.raises(FetchError, match=why) as raised:
        parse_link(words, PORTS)
    assert raised.value.hint


@pytest.mark.parametrize(
    ("target", "url"),
    [
        ("/b", "https://www.example.cn/b"),
        ("b.html", "https://www.example.cn/a/b.html"),
        ("//other.example.cn/", "https://other.example.cn/"),
        ("http://other.example.cn/", "http://other.example.cn/"),
        ("?page=2", "https://www.example.cn/a/x?page=2"),
    ],
)
def test_a_redirect_may_be_relative(target: str, url: str) -> None:
    assert parse_link(target, PORTS, base="https://www.example.cn/a/x").url == url


@pytest.mark.parametrize(
    ("words", "authority"),
    [
        ("http://www.example.cn/", "www.example.cn"),
        ("http://www.example.cn:443/", "www.example.cn:443"),
        ("http://[2400:3200::1]/", "[2400:3200::1]"),
    ],
)
def test_the_host_as_it_is_sent(words: str, authority: str) -> None:
    assert parse_link(words, PORTS).authority == authority


@pytest.mark.parametrize(
    ("source", "so"),
    [("http://a", True), ("HTTPS://a", True), ("a.txt", False), ("ftp://a", False), ("-", False)],
)
def test_a_source_that_is_meant_to_be_of_the_web(source: str, so: bool) -> None:
    assert is_link(source) is so
