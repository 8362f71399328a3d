from __future__ import annotations

import re

import pytest

from jiedu.errors import InputError
from jiedu.readers.listings import looks_listed, read_list
from jiedu.readers.listings.words import words

URL = "https://www.example.cn/gzdt/index.html"
TITLE = "上半年工业运行情况"
# what stands in a page → what of it is a release: address, title, day
CASES: list[tuple[str, list[tuple[str, str, str]]]] = [
    (
        f'<li><a href="./202307/t20230720_1.html">{TITLE}</a><span>[2023-07-19]</span></li>',
        [("/gzdt/202307/t20230720_1.html", TITLE, "2023-07-19")],
    ),
    # the whole title, where it is cut; the day in the address, where none is beside it
    (
        f'<li><a href="/t20230720_1.html" title="{TITLE}的通报">{TITLE[:6]}…</a></li>',
        [("/t20230720_1.html", f"{TITLE}的通报", "2023-07-20")],
    ),
    # a day within the link; rows of a table; a day in Chinese
    (
        f'<p><a href="a.html"><b>{TITLE}</b> 2023年7月20日</a></p>',
        [("/gzdt/a.html", TITLE, "2023-07-20")],
    ),
    (
        f'<table><tr><td>1</td><td><a href="view.jsp?id=7">{TITLE}</a></td>'
        "<td>2023/7/20</td></tr></table>",
        [("/gzdt/view.jsp?id=7", TITLE, "2023-07-20")],
    ),
    # the day of a neighbour is not taken
    (
        f'<div><a href="/content_10001.html">{TITLE}</a> 2023-07-20 '
        f'<a href="/content_10002.html">{TITLE}二</a></div>',
        [("/content_10001.html", TITLE, ""), ("/content_10002.html", f"{TITLE}二", "")],
    ),
    # a picture and a title of one release
    (
        '<li><a href="/t20230720_1.html"><img src="x"></a>'
        f'<a href="/t20230720_1.html">{TITLE}</a></li>',
        [("/t20230720_1.html", TITLE, "2023-07-20")],
    ),
    # rows that a script holds, and a day in the folders of an address
    (
        '<script type="text/xml"><datastore><record><![CDATA['
        f'<li><a href="/art/2023/7/5/art_1_2.html">{TITLE}</a><b>07-05</b></li>'
        "]]></record></datastore></script>",
        [("/art/2023/7/5/art_1_2.html", TITLE, "2023-07-05")],
    ),
    (
        f'<a href="/art/2023/13/5/art_1_2.html">{TITLE}</a>',
        [("/art/2023/13/5/art_1_2.html", TITLE, "")],
    ),
    # none: other hosts, menus, other lists, short words, pictures, things without a day
    (f'<li><a href="https://other.cn/t20230720_1.html">{TITLE}</a>2023-07-20</li>', []),
    (f'<div class="topNav"><a href="/t20230720_1.html">{TITLE}</a></div>', []),
    (f'<footer><p><a href="/t20230720_1.html">{TITLE}</a></p></footer>', []),
    (f'<li><a href="/xwfb/">{TITLE}</a>2023-07-20</li>', []),
    (f'<li><a href="/xwfb/index_2.html">{TITLE}</a>2023-07-20</li>', []),
    ('<li><a href="/t20230720_1.html">更多</a>2023-07-20</li>', []),
    (f'<li><a href="/t20230720_1.jpg">{TITLE}</a>2023-07-20</li>', []),
    (f'<li><a href="/about.html">{TITLE}</a></li>', []),
    (f'<li><a href="javascript:go(1)">{TITLE}</a>2023-07-20</li>', []),
    (f'<li><a href="http://[">{TITLE}</a>2023-07-20</li>', []),
    (f'<li><a href="#top">{TITLE}</a>2023-07-20</li>', []),
    ("", []),
]


@pytest.mark.parametrize(("inner", "wanted"), CASES)
def test_the_releases_of_a_list(inner: str, wanted: list[tuple[str, str, str]]) -> None:
    page = f"<html><body>{inner}</body></html>".encode()
    found = [
        (
            entry.url.removeprefix("https://www.example.cn"),
            entry.title,
            str(entry.published or ""),
        )
        for entry in read_list(page, URL).entries
    ]
    assert found == wanted


def test_a_pattern_says_what_is_wanted() -> None:
    page = f'<a href="/about.html">{TITLE}</a><a href="/b.html">其他的一条消息</a>'.encode()
    assert [e.url[-11:] for e in read_list(page, URL, match=re.compile("工业")).entries] == [
        "/about.html"
    ]
    assert [e.title for e in read_list(page, URL, match=re.compile(r"/b\.")).entries] == [
        "其他的一条消息"
    ]


NEXT = [
    ('<a href="index_2.html">下一页</a>', "index_2.html"),
    ('<a href="?p=2"> 下一页 &gt; </a>', "index.html?p=2"),
    ('<a href="p2">»</a>', "p2"),
    ('<link rel="next" href="p2">', "p2"),
    ('<script>createPageHTML(25, 0, "index", "html");</script>', "index_1.html"),
    ("<script>createPageHTML('25','3','list','shtml')</script>", "list_4.shtml"),
    ('<script>createPageHTML(4, 3, "index", "html");</script>', ""),
    ('<a href="index.html">下一页</a>', ""),
    ('<a href="https://other.cn/2">下一页</a>', ""),
    ('<a href="a.html">下一页的工作安排</a>', ""),
]


@pytest.mark.parametrize(("inner", "wanted"), NEXT)
def test_where_a_list_goes_on(inner: str, wanted: str) -> None:
    found = read_list(f"<html><body>{inner}</body></html>".encode(), URL).following
    assert found == (f"https://www.example.cn/gzdt/{wanted}" if wanted else "")


def test_a_release_beside_which_others_are_listed_is_no_list() -> None:
    rows = "".join(
        f'<li><a href="/t2023072{n}_{n}.html">{TITLE}{n}</a>2023-07-2{n}</li>' for n in range(6)
    )
    text = "<p>" + "上半年，规模以上工业增加值同比增长3.8%，较一季度加快0.8个百分点。" * 8 + "</p>"
    release = read_list(f"<body>{text}<ul>{rows}</ul></body>".encode(), f"{URL}/t20230720_9.html")
    assert len(release.entries) == 6
    assert not looks_listed(release, "https://www.example.cn/t20230720_9.html")
    alone = read_list(f"<body><ul>{rows}</ul></body>".encode(), URL)
    assert looks_listed(alone, URL)
    assert looks_listed(alone, "https://www.example.cn/t20230720_9.html")


def test_a_page_that_is_too_much_is_refused() -> None:
    with pytest.raises(InputError, match="deeper"):
        read_list(b"<div>" * 5_000, URL)
    with pytest.raises(InputError, match="larger"):
        read_list(b"<p>" + b"a" * (5 * 1024 * 1024), URL)


HOSTILE = [
    "".join(f'<div><a href="/t20230720_{n}.html">{TITLE}</a>{"字" * 600}' for n in range(1_900)),
    "<div>" * 8 + f'<a href="/t20230720_1.html">{TITLE}</a>' * 3_000 + "字" * 900_000,
    f'<a href="/t20230720_1.html">{TITLE}{"[（( " * 500_000}</a>',
    f'<a href="/t20230720_1.html">{TITLE}{"2023年" * 300_000}</a>',
]


@pytest.mark.parametrize("inner", HOSTILE, ids=["nested", "wide", "brackets", "years"])
def test_what_would_take_the_square_of_its_length_is_read(inner: str) -> None:
    """These held the reader for minutes once."""
    assert read_list(inner.encode(), URL).entries


def test_every_row_is_read() -> None:
    rows = words()
    assert all(word == word.lower() and word for word in rows.furniture | rows.following)
    assert all({"pages", "this", "name", "ending"} <= set(each.groupindex) for each in rows.scripts)
    assert all(each == "" or each.startswith(".") for each in rows.releases)
