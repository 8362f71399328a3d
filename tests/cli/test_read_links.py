"""``jiedu read`` with an address of the web, and what is kept beside a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from page_server import playing, rules
from shell import Shell

from jiedu.pipeline.saving import Kept, read_into
from jiedu.readers import read_sources

if TYPE_CHECKING:
    from pathlib import Path

    from page_server import Handler

HTML = (
    "<title>通信业情况</title><h1>通信业情况</h1><p>2023-07-20 10:00 来源：某部网站</p>"
    "<p>上半年，电信业务收入累计完成8688亿元，同比增长6.2%。</p>"
).encode("gb18030")


def site(handler: Handler) -> None:
    handler.put(HTML)


def test_the_bytes_of_a_page_can_be_had_again(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    with playing(site) as server:
        url = f"http://www.example.cn:{server.port}/t1.html"
        (kept,) = read_into(shell.store, read_sources([url], rules=rules(server)))
    assert isinstance(kept, Kept)
    assert [found.text for found in kept.reading.observations] == ["8688亿元", "6.2%"]
    out, errors = shell("show", kept.reading.release.id, "--original", "t1.html")
    assert url in out
    assert "text/html" in errors
    assert (tmp_path / "t1.html").read_bytes() == HTML


def test_what_is_inside_is_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    shell.write("a.txt", "发布时间：2023-07-20\n上半年，电信业务收入增长6.2%。")
    out, errors = shell("read", "http://127.0.0.1/", "http://localhost/", "a.txt", code=1)
    assert "2 of 3 could not be read" in errors
    assert errors.count("only public ones are read") == 4  # at once, and again at the end
    assert "6.2" in out


def test_a_text_has_no_original(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    shell("read", shell.write("a.txt", "发布时间：2023-07-20\n增长3%。"))
    _, errors = shell("show", "a", "--original", "b", code=1)
    assert "holds no original" in errors
