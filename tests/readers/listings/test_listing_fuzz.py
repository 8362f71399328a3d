"""Whatever a site sends as a feed, a list or robots.txt: an answer or an error, and soon."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from jiedu.errors import InputError
from jiedu.readers.listings import is_feed, looks_listed, read_feed, read_list
from jiedu.readers.listings.robots import read_robots

URL = "https://www.example.cn/a/index.html"
PIECES = st.sampled_from(
    [
        "<rss>", "<feed>", "<item>", "</item>", "<entry>", "</entry>", "<title>", "</title>",
        "<link>", "</link>", '<link href="/a.html"/>', "<pubDate>", "</pubDate>", "&nbsp;", "&x;",
        "&#0;", "<![CDATA[", "]]>", "<?xml version='1.0' encoding='utf-16'?>", "<!--", "-->",
        "<!DOCTYPE rss>", "<li>", "</li>", "<a href='/t20230720_1.html'>", "<a href='http://['>",
        "<a href='//[::1/'>", "</a>", "上半年工业运行情况", "2023-07-20", "9999-99-99",
        "<base href='x:'>",
        "<div class='nav'>", "</div>", "下一页", 'createPageHTML(9,0,"a","b")', "<record><![CDATA[",
        "]]></record>", "\0", "\ud800", "http://a\u2100b.cn/", "User-agent: *\n", "Disallow: ",
        "/*$*", "%zz", "Crawl-delay: 1e999\n", "\n",
    ]
)  # fmt: skip
SENT = st.lists(PIECES | st.text(max_size=5), max_size=40).map("".join)


@settings(max_examples=400)
@given(SENT, st.sampled_from(["utf-8", "gb18030", "utf-16"]), st.sampled_from(["", "gbk", "x"]))
def test_anything_is_an_answer_or_an_error(text: str, encoding: str, charset: str) -> None:
    data = text.encode(encoding, "surrogatepass" if encoding != "gb18030" else "replace")
    is_feed(data)
    for read in (read_feed, read_list):
        with suppress(InputError):
            found = read(data, URL, charset)
            assert all(entry.url.startswith(("http://", "https://")) for entry in found.entries)
            assert 0.0 <= found.share <= 1.0
            looks_listed(found, URL)
    robots = read_robots(data, "jiedu")
    assert 0.0 <= robots.delay <= 600
    robots.allows(f"https://www.example.cn/{text[:50].replace(chr(0xD800), '')}")
