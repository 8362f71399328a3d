"""Pages in the shapes of official and news sites, read into the text a person would copy."""

from __future__ import annotations

import tomllib
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiedu.errors import EncodingError, InputError, NoTextError
from jiedu.model import original_of
from jiedu.readers.documents import read_document
from jiedu.readers.pages.reading import read_page
from jiedu.readers.pages.words import words
from jiedu.readers.raised import raised

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))
EXPECTED = tomllib.loads((Path(__file__).parent / "pages" / "expected.toml").read_text("utf-8"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_gives_its_text_title_date_and_publisher(path: Path) -> None:
    data = path.read_bytes()
    found = read_document(data, path.name)
    expected = EXPECTED[path.stem]
    assert found.text == path.with_suffix(".txt").read_text("utf-8").rstrip("\n")
    assert found.original == original_of(data, "text/html")
    assert found.title == expected["title"]
    assert found.published == expected.get("published")
    assert found.publisher == expected.get("publisher")


def test_every_page_has_what_is_expected_of_it() -> None:
    assert {path.stem for path in PAGES} == set(EXPECTED)
    assert len(PAGES) > 10


PROSE = "上半年，电信业务收入增长6.2%，其中云计算收入增长较快。"
HTML = f"<html><head>{{head}}</head><body><h1>通信业情况</h1><p>{PROSE}</p></body></html>"


def page(charset: str) -> str:
    return HTML.format(head=f'<meta charset="{charset}">')


ENCODED = {
    "GB18030 called GB2312": (page("gb2312").encode("gb18030"), ""),
    "UTF-8 called GB2312": (page("gb2312").encode(), ""),
    "UTF-8 called GB2312 in the header": (page("utf-8").encode(), "gb2312"),
    "GB18030 called UTF-8": (page("utf-8").encode("gb18030"), "utf-8"),
    "GB18030 called ISO 8859-1": (page("iso-8859-1").encode("gb18030"), "iso-8859-1"),
    "GB18030 called nothing": (HTML.format(head="").encode("gb18030"), ""),
    "GB18030 called what there is not": (page("utf8mb4").encode("gb18030"), "none"),
    "GB18030 called a packing": (page("zip").encode("gb18030"), "hex"),
    "UTF-8 with a mark": (b"\xef\xbb\xbf" + page("gbk").encode(), "gbk"),
    "UTF-16 with a mark": (page("gbk").encode("utf-16"), "gbk"),
}


@pytest.mark.parametrize(("data", "charset"), ENCODED.values(), ids=ENCODED)
def test_what_a_label_says_is_not_believed(data: bytes, charset: str) -> None:
    assert read_page(data, "a.html", charset).text == f"通信业情况\n{PROSE}"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_page_with_a_broken_byte_is_read(encoding: str) -> None:
    """A <meta> that a template cut in the middle of a character spoils no page."""
    whole = page(encoding).encode(encoding) + ("<p>" + PROSE).encode(encoding) * 40
    cut = whole.replace(b"<h1>", b'<i title="\xe5\xbd">' + b"</i><h1>")
    assert read_page(cut, "a.html").text.startswith(f"通信业情况\n{PROSE}")


def test_a_page_in_no_encoding_is_refused() -> None:
    with pytest.raises(EncodingError, match=r"a\.html: the page is in no known encoding"):
        read_page(b"<p>" + b"\xff\xff\xfe\x81 " * 50, "a.html")


BODIES = [
    # what is not shown is no text
    ("<p>{}</p><p hidden>增长20%，见图。</p>", ""),
    ("<p>{}</p><p style='DISPLAY : none'>增长20%，见图。</p>", ""),
    ("<p>{}</p><script>document.write('增长20%，见图。')</script>", ""),
    ("<p>{}</p><textarea>增长20%，见图。</textarea>", ""),
    ("<p>{}</p><!-- 增长20%，见图。 -->", ""),
    # a line of the source is no line of the page
    ("<p>{}</p><p>增长\n\t较快</p>", "增长较快"),
    ("<p>{}</p><p>China\nUnicom</p>", "China Unicom"),
    ("<p>{}</p><p>&nbsp;&nbsp;增长&nbsp;3%\u3000</p>", "增长 3%"),
    ("<p>{}</p><pre>甲\n乙</pre>", "甲\n乙"),
    ("<p>{}</p>甲<br>乙<div>丙</div>丁", "甲\n乙\n丙\n丁"),
    ("<p>{}</p><p>增<b>长</b><i>3</i>.<i>8</i>%</p>", "增长3.8%"),
    # what people add behind a text
    ("<p>{}</p><p>（责任编辑：张三）</p>", ""),
    ("<p>{}</p><p>编辑：张三 审核：李四</p>", ""),
    ("<p>{}</p><p>【打印】 【关闭】</p>", ""),
    ("<p>{}</p><p>字号：[大] [中] [小]</p>", ""),
    ("<p>{}</p><p>分享到：微信 微博</p>", ""),
    ("<p>{}</p><p>上一篇：出口增长3%</p><p>下一篇：进口增长4%</p>", ""),
    ("<p>{}</p><p>扫一扫在手机打开当前页</p>", ""),
    ("<p>{}</p><p>相关新闻</p><p>出口增长3%</p>", ""),
    ("<p>{}</p><p>附件：</p><p>1.主要指标表</p>", "1.主要指标表"),
    ("<p>{}</p><p>附件：<a href=a>1.主要指标.xlsx</a></p>", ""),
    ("<p>{}</p><p>[1] [2] 下一页 尾页 共3页</p>", ""),
    ("<p>{}</p><p>本文来源：某报 作者：张三</p>", ""),
    # and what only looks like it
    ("<p>{}</p><p>2023</p><p>1260582</p><p>12 34</p>", "2023\n1260582\n12 34"),
    ("<p>{}</p><p>编辑部认为，出口增长。</p>", "编辑部认为，出口增长。"),
    ("<p>{}</p><p>下一步，推动出口增长。</p>", "下一步，推动出口增长。"),
    ("<p>{}</p><p>相关企业出口增长。</p><p>{}</p>", "相关企业出口增长。\n{}"),
    ("<p>{}</p><p>打印设备产量增长3%。</p>", "打印设备产量增长3%。"),
    ("<p>{}</p><p>某局</p><p>2023年7月20日</p>", "某局\n2023年7月20日"),
    # tables
    (
        "<p>{}</p><table><tr><td>指标</td><td>增速</td></tr><tr><td>出口</td><td>3%</td></tr></table>",
        "指标\t增速\n出口\t3%",
    ),
    (
        "<p>{}</p><table><tr><th colspan=2>表1</th></tr><tr><td>出口</td><td>3%</td></tr>"
        "<tr><td>进口</td><td></td></tr><tr><td></td><td>4%</td></tr></table>",
        "表1\n出口\t3%\n进口\n\t4%",
    ),
    ("<table><tr><td><p>{}</p></td></tr><tr><td>某局</td></tr></table>", "某局"),
]


@pytest.mark.parametrize(("body", "more"), BODIES)
def test_what_of_a_body_is_kept(body: str, more: str) -> None:
    html = f"<h1>通信业情况</h1>{body.replace('{}', PROSE)}"
    lines = ["通信业情况", PROSE, *([more.replace("{}", PROSE)] if more else [])]
    assert read_page(html.encode(), "a.html").text == "\n".join(lines)


@pytest.mark.parametrize(
    ("text", "before", "expected"),
    [
        ("2", "186km", "²"),
        ("3", "立方m", "³"),
        ("2", "186 m", "²"),
        ("5", "3.2×10", "⁵"),
        ("-3", "3.2×10", "⁻³"),
        ("1", "总产值", "[1]"),
        ("[1]", "总产值", "[1]"),
        ("①", "总产值", "①"),
        ("*", "总产值", "[*]"),
        ("2", "form", "[2]"),
    ],
)
def test_a_raised_number_joins_no_figure(text: str, before: str, expected: str) -> None:
    assert raised(text, before) == expected


FIGURES = "".join(f"<tr><td>指标{n}</td><td>{n}.5</td></tr>" for n in range(30))
APART = [
    # a long table beside a short text is as much of it
    f"<div><p>{PROSE}</p></div><div><table>{FIGURES}</table></div>",
    f"<div><table>{FIGURES}</table></div><div><p>{PROSE}</p></div>",
    f"<div><p>{PROSE}</p><div><div><table>{FIGURES}</table></div></div></div>",
    f"<div class=nav><p>{PROSE}</p><table>{FIGURES}</table></div>",
    f"<div id=zoom><p>{PROSE}</p></div><table>{FIGURES}</table>",
]


@pytest.mark.parametrize("body", APART)
def test_a_table_is_kept_beside_the_text_it_stands_apart_from(body: str) -> None:
    links = "<ul><li><a href=x>出口增长3%，进口增长4%</a></li></ul>"
    lines = read_page(f"{links}<h1>通信业情况</h1>{body}".encode(), "a.html").text.split("\n")
    assert sorted(lines) == sorted(
        ["通信业情况", PROSE, *(f"指标{number}\t{number}.5" for number in range(30))]
    )


TITLES = [
    ("<title>出口增长情况_某部</title><h1>出口增长情况</h1>", "出口增长情况"),
    ("<title>某部-出口增长情况</title>", "出口增长情况"),
    ("<title>某部</title><h1>某部门户网站</h1><h2>出口增长情况</h2>", "某部门户网站"),
    (
        '<meta name="ArticleTitle" content="出口增长情况"><h1>某部门户网站</h1>'
        "<h2>出口增长情况</h2>",
        "出口增长情况",
    ),
    ("<title>出口增长情况</title><h1>出口增长情况<sup>[1]</sup></h1>", "出口增长情况"),
    ("<p>出口增长情况</p><p>2023-07-20</p>", "出口增长情况"),
]


@pytest.mark.parametrize(("head", "title"), TITLES)
def test_the_title(head: str, title: str) -> None:
    assert read_page(f"{head}<p>{PROSE}</p>".encode(), "a.html").title == title


DATES = [
    ("<p>发布时间：2023-07-20 10:00</p>", "2023-07-20"),
    ("<p>成文日期：2023-07-01</p><p>发布日期：2023-07-20</p>", "2023-07-20"),
    ("<table><tr><td>发布日期</td><td>2023年7月20日</td></tr></table>", "2023-07-20"),
    ('<meta name="PubDate" content="2023-07-20 10:00"><p>时间：2023-07-21</p>', "2023-07-21"),
    ('<meta name="PubDate" content="20230720">', "2023-07-20"),
    ('<meta property="article:published_time" content="2023-07-20T10:00:00Z">', "2023-07-20"),
    ('<meta name="lastmodifiedtime" content="2023-07-20">', None),
    ("<p>2023年07月20日08:35 | 来源：某网</p>", "2023-07-20"),
    ("<p>2023-07-20 某处 10:00</p>", None),
    ("<p>某处 2023-07-20 10:00 发表</p>", "2023-07-20"),
    ("<p>会议定于2023-07-20 10:00召开</p>", None),
    (
        '<script type="application/ld+json">{"datePublished": "2023-07-20"}</script>',
        "2023-07-20",
    ),
    ('<script type="application/ld+json">{"datePublished": </script>', None),
    ('<script type="application/ld+json">[1, {"datePublished": 7}]</script>', None),
    ("", None),
]


@pytest.mark.parametrize(("head", "day"), DATES)
def test_the_date(head: str, day: str | None) -> None:
    html = f"<h1>通信业情况</h1>{head}<p>{PROSE}</p><p>2020年1月1日公布的是上年数。</p>"
    found = read_page(html.encode(), "a.html").published
    assert (found.isoformat() if found else None) == day


PUBLISHERS = [
    ("<p>来源：工业和信息化部网站</p>", "工业和信息化部"),
    ("<p>2023-07-20 10:00 来源: 某局 作者：张三 字号：大</p>", "某局"),
    ("<p>信息来源：运行处　浏览次数：30</p>", "运行处"),
    ("<p>来源：某局2023-07-20</p>", "某局"),
    ("<p>数据来源：海关</p>", None),
    ('<meta name="ContentSource" content="某局">', "某局"),
    ('<meta name="source" content="来源：某日报">', "某日报"),
    ('<meta property="og:site_name" content="某部门户网站"><p>来源：</p>', "某部"),
    ('<meta name="author" content="张三">', None),
]


@pytest.mark.parametrize(("head", "publisher"), PUBLISHERS)
def test_the_publisher(head: str, publisher: str | None) -> None:
    html = f"<h1>通信业情况</h1>{head}<p>{PROSE}</p>"
    assert read_page(html.encode(), "a.html").publisher == publisher


@pytest.mark.parametrize(
    "html",
    [
        "<html></html>",
        "<script>增长3%，很快。</script>",
        "<h1>通信业情况</h1><div id=app></div>",
        "<p> </p>",
    ],
)
def test_a_page_without_a_text_is_refused(html: str) -> None:
    with pytest.raises(NoTextError, match=r"a\.html: the page holds no text"):
        read_page(html.encode(), "a.html")


def test_a_page_that_nests_without_end_is_refused() -> None:
    with pytest.raises(InputError, match="nest too deeply"):
        read_page(b"<div>" * 50_000 + PROSE.encode(), "a.html")


SEEDS = [path.read_bytes() for path in PAGES]


@given(st.sampled_from(SEEDS), st.floats(0, 1), st.binary(min_size=1, max_size=60), st.booleans())
def test_no_damage_is_a_crash(data: bytes, share: float, noise: bytes, cut: bool) -> None:
    at = int(share * len(data))
    with suppress(InputError):
        found = read_page(data[:at] + noise + (b"" if cut else data[at:]), "a.html")
        assert found.text.strip()
        assert all(line.strip() for line in found.text.split("\n"))


TAGS = ["div", "p", "table", "tr", "td rowspan=9 colspan=9", "a href=x", "sup", "br", "/div", "/p"]
PARTS = st.sampled_from(
    [*(f"<{tag}>" for tag in TAGS), PROSE, "【打印】", "2023-07-20", "来源：某局", "5"]
)


@given(st.lists(PARTS, max_size=60))
def test_no_order_of_parts_is_a_crash(parts: list[str]) -> None:
    with suppress(InputError):
        assert read_page("".join(parts).encode(), "a.html").text.strip()


def test_every_row_of_the_words_is_used() -> None:
    """A name that is written with a sign or a capital could never be found."""
    assert all(name.isascii() and name.islower() for name in words().furniture)
    assert all(name == name.lower() for names in words().meta.values() for name in names)
    assert all(tag == tag.lower() for tag in words().unseen)
