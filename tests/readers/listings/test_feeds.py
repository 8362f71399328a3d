from __future__ import annotations

from datetime import date

import pytest

from jiedu.errors import InputError
from jiedu.readers.listings import is_feed, read_feed

URL = "http://www.example.cn/rss/index.xml"
ATOM = '<feed xmlns="http://www.w3.org/2005/Atom">{}</feed>'
RSS = '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>{}</channel></rss>'
CASES: list[tuple[str, list[tuple[str, str, str | None]]]] = [
    (RSS.format("<item><title>甲</title><link>/a.html</link></item>"), [("/a.html", "甲", None)]),
    (
        RSS.format(
            "<title>频道</title><link>http://www.example.cn/</link>"
            "<item><title><![CDATA[工业<b>运行</b>&nbsp;情况]]></title><link> /a.html </link>"
            "<pubDate>Thu, 20 Jul 2023 10:00:00 +0800</pubDate></item>"
        ),
        [("/a.html", "工业运行 情况", "2023-07-20")],
    ),
    # told in universal time, it was the next day in China
    (
        RSS.format(
            "<item><link>/a.html</link><pubDate>Wed, 19 Jul 2023 23:00:00 GMT</pubDate></item>"
        ),
        [("/a.html", "", "2023-07-20")],
    ),
    (
        RSS.format("<item><guid>http://www.example.cn/b.html#x</guid></item>"),
        [("/b.html", "", None)],
    ),
    (
        '<rdf:RDF xmlns:rdf="r" xmlns:dc="d"><item><title>甲</title><link>/a.html</link>'
        "<dc:date>2023-07-20</dc:date></item></rdf:RDF>",
        [("/a.html", "甲", "2023-07-20")],
    ),
    (
        ATOM.format(
            '<entry><title type="html">A &lt;i&gt;b&lt;/i&gt;</title><link rel="self" href="/x"/>'
            '<link rel="alternate" href="/y.html"/><updated>2023-07-19T18:00:00Z</updated></entry>'
        ),
        [("/y.html", "A b", "2023-07-20")],
    ),
    # the day of publication before that of a change; each address once
    (
        ATOM.format(
            '<entry><link href="/y.html"/><updated>2023-08-01</updated>'
            '<published>2023-07-20</published></entry><entry><link href="/y.html"/></entry>'
        ),
        [("/y.html", "", "2023-07-20")],
    ),
    # what leads nowhere, and to other places than the web
    (
        RSS.format(
            "<item><title>甲</title></item><item><link>javascript:x()</link></item>"
            "<item><link>http://[</link></item><item><link>/a.html</link></item>"
        ),
        [("/a.html", "", None)],
    ),
    # names of signs that XML does not know; a feed that breaks off
    (
        RSS.format("<item><title>甲&middot;乙</title><link>/a.html?b=1&amp;c=2</link></item>"),
        [("/a.html?b=1&c=2", "甲·乙", None)],
    ),
    ("<rss><channel><item><link>/a.html</link></item><item><li", [("/a.html", "", None)]),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_a_feed_lists_its_entries(text: str, wanted: list[tuple[str, str, str | None]]) -> None:
    assert is_feed(text.encode())
    found = [
        (item.url.removeprefix("http://www.example.cn"), item.title, item.published)
        for item in read_feed(text.encode(), URL).entries
    ]
    assert found == [(url, title, day and date.fromisoformat(day)) for url, title, day in wanted]


def test_a_feed_in_gb18030_says_gb2312() -> None:
    text = RSS.replace("utf-8", "gb2312").format(
        "<item><title>镕基同志的工业运行情况</title><link>/a.html</link></item>"
    )
    (entry,) = read_feed(text.encode("gb18030"), URL).entries
    assert entry.title == "镕基同志的工业运行情况"


WRONG = [
    ('<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss>&b;</rss>', "document type"),
    ('<!DOCTYPE rss SYSTEM "file:///etc/passwd"><rss/>', "document type"),
    ("<rss><channel>", "broken XML"),
    ("<rss>" + " " * (8 * 1024 * 1024), "more than 8 MB"),
]


@pytest.mark.parametrize(("text", "why"), WRONG)
def test_what_is_dangerous_or_broken_is_refused(text: str, why: str) -> None:
    with pytest.raises(InputError, match=why):
        read_feed(text.encode(), URL)


def test_depth_and_length_are_no_matter() -> None:
    deep = RSS.format("<a>" * 50_000 + "</a>" * 50_000 + "<item><link>/a.html</link></item>")
    assert len(read_feed(deep.encode(), URL).entries) == 1
    long = RSS.format("".join(f"<item><link>/{n}.html</link></item>" for n in range(5_000)))
    assert len(read_feed(long.encode(), URL).entries) == 2_000


@pytest.mark.parametrize("text", ["<html><title>rss</title>", "", "上半年", "<feeder>", "{}"])
def test_other_things_are_no_feeds(text: str) -> None:
    assert not is_feed(text.encode())
