"""Addresses of the web among the sources."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from page_server import playing, rules

from jiedu.errors import InputError, MissingError, NoDateError
from jiedu.model import Release, original_of
from jiedu.pipeline.fetching import fetch_release
from jiedu.readers import read_sources
from jiedu.readers.documents import link_id
from jiedu.readers.web import FetchError
from jiedu.readers.web import links as links_module

if TYPE_CHECKING:
    from page_server import Handler

HOST = "www.example.cn"
HTML = (
    "<title>通信业情况_某部</title><h1>通信业情况</h1><p>{}来源：某部网站</p>"
    "<p>上半年，电信业务收入增长6.2%，其中云计算收入增长较快。</p><p>【打印】</p>"
)
TEXT = "通信业情况\n上半年，电信业务收入增长6.2%，其中云计算收入增长较快。"


def site(handler: Handler) -> None:
    """A page with a date, one without, a file, and what is none of them."""
    path = handler.path.partition("?")[0]
    if path == "/old":
        handler.send("/art/t1.html")
    elif path == "/art/t1.html":
        page = HTML.format("2023-07-20 10:00 ").encode("gb18030")
        handler.put(page, kind="text/html; charset=gb2312")
    elif path.startswith("/20230720/"):
        handler.put(HTML.format("").encode(), kind="text/html; charset=utf-8")
    elif path == "/undated.html":
        handler.put(HTML.format("").encode())
    elif path == "/a.txt":
        handler.put("发布时间：2023-07-20\n增长3%。".encode("gbk"), kind="text/plain")
    else:
        handler.put(b"", 404)


def test_a_page_becomes_a_release_with_its_bytes_beside() -> None:
    with playing(site) as server:
        base = f"http://{HOST}:{server.port}"
        found = fetch_release(f"{base}/old", rules=rules(server))
    assert (found.title, found.publisher, found.text) == ("通信业情况", "某部", TEXT)
    assert found.published == date(2023, 7, 20)
    assert found.url == f"{base}/art/t1.html"
    assert found.id == link_id(found.url)
    page = HTML.format("2023-07-20 10:00 ").encode("gb18030")
    assert found.original == original_of(page, "text/html")


def test_the_date_is_the_page_s_the_caller_s_or_the_address_s() -> None:
    with playing(site) as server:
        base, mine = f"http://{HOST}:{server.port}", rules(server)
        given = date(2023, 7, 25)
        assert fetch_release(f"{base}/art/t1.html", given, mine).published == given
        assert fetch_release(f"{base}/undated.html", given, mine).published == given
        assert fetch_release(f"{base}/20230720/c.html", rules=mine).published == date(2023, 7, 20)
        with pytest.raises(NoDateError, match=r"undated\.html: .*--published"):
            fetch_release(f"{base}/undated.html", rules=mine)


def test_addresses_stand_among_other_sources() -> None:
    with playing(site) as server:
        base = f"http://{HOST}:{server.port}"
        sources = [f"{base}/a.txt", f"{base}/gone", "missing.txt", "http://10.0.0.1/", base]
        found = list(read_sources(sources, rules=rules(server)))
    first, gone, missing, inner, bare = found
    assert isinstance(first, Release)
    assert first.text == "发布时间：2023-07-20\n增长3%。"
    assert first.original is not None
    assert isinstance(gone, FetchError)
    assert "404" in str(gone)
    assert isinstance(missing, InputError)
    assert isinstance(inner, FetchError)
    assert "private" in str(inner)
    assert isinstance(bare, FetchError)


def test_without_the_library_the_other_sources_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> object:
        raise ImportError(name)

    monkeypatch.setattr(links_module, "import_module", missing)
    (error,) = read_sources(["http://www.example.cn/"])
    assert isinstance(error, MissingError)


IDS = [
    ("https://www.example.cn/art/t20230720_1.html", "example.cn-t20230720_1"),
    ("https://www.example.cn/", "example.cn"),
    ("https://www.example.cn/a/%E8%B7%AF%20x.html?id=3", "example.cn-路_x"),
    ("http://example.cn:8080/a/..%2f..%2fetc", "example.cn-etc"),
    (f"https://example.cn/{'a' * 500}.html", f"example.cn-{'a' * 80}"),
]


@pytest.mark.parametrize(("url", "words"), IDS)
def test_the_id_says_where_a_page_stands(url: str, words: str) -> None:
    found = link_id(url)
    assert found.startswith(f"{words}-")
    assert len(found) == len(words) + 7
    assert found == link_id(url)


def test_pages_of_one_name_have_ids_of_their_own() -> None:
    urls = [f"https://example.cn/{n}/index.html?id={m}" for n in range(9) for m in range(9)]
    assert len({link_id(url) for url in urls}) == len(urls)
    assert link_id("https://example.cn/a") == link_id("http://example.cn/a")
