"""The list of indicators: its order, what narrows it, its pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from desk import Desk
from lines_store import line_store

from jiedu.catalogue import indicators
from jiedu.catalogue.patterns import patterns
from jiedu.model import Language, Told
from jiedu.server.pages.listing import UNLISTED, field_of, fields, following, listed, narrowed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from starlette.testclient import TestClient

ENGLISH = {"jiedu-look": "en.light.normal"}


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client of a server over the store of lines."""
    folder: Path = tmp_path_factory.mktemp("lines")
    line_store(folder / "told.db")
    with Desk(folder, folder / "told.db").serving() as client:
        yield client


def names(text: str) -> list[str]:
    """The rows of a list, in its order."""
    return re.findall(r'<th scope="row"[^>]*><a href="[^"]*"[^>]*>([^<]*)</a>', text)


def told(key: str, figures: int = 1) -> Told:
    known = "." in key
    return Told(key if known else None, key, (key,), figures)


def test_every_indicator_of_the_catalogue_has_a_field() -> None:
    ids = [each.id for each in indicators()] + [each.id for each in patterns()]
    used = {field_of(each) for each in ids}
    assert UNLISTED not in used, "write a row in data/fields.toml"
    assert used == set(fields())


@pytest.mark.parametrize("key", sorted(fields()))
def test_a_field_has_a_name_in_each_language(key: str) -> None:
    zh, en = fields()[key]
    assert zh
    assert en.isascii()


ORDERS = [
    (["小屋", "telecoms.revenue", "5g.stations"], ["telecoms.revenue", "5g.stations", "小屋"]),
    (
        ["5g.stations_new", "5g.stations", "5g.users"],
        ["5g.stations", "5g.stations_new", "5g.users"],
    ),
    (["5g.stations_new"], ["5g.stations_new"]),
]  # fmt: skip


@pytest.mark.parametrize(("given", "expected"), ORDERS)
def test_the_order_is_by_field_and_a_total_stands_before_its_parts(
    given: list[str], expected: list[str]
) -> None:
    assert [row.key for row in listed(map(told, given))] == expected


def test_what_is_told_most_often_comes_first() -> None:
    rows = listed([told("5g.users", 2), told("5g.stations", 9), told("乙", 3), told("甲", 10)])
    assert [row.key for row in rows] == ["5g.stations", "5g.users", "甲", "乙"]


def test_a_part_stands_under_its_total() -> None:
    total, part = listed([told("5g.stations_new"), told("5g.stations")])
    assert (total.parent, part.parent) == ("", "5g.stations")


def test_a_place_outlives_its_row() -> None:
    rows = listed([told("5g.stations", 9), told("5g.users", 5), told("5g.traffic", 2)])
    gone = rows.pop(1)
    assert [row.key for row in following(rows, gone.place)] == ["5g.traffic"]


WORDS = [
    ("5g.stations", "", ["5g.stations"]),
    ("基站", "", ["5g.stations"]),
    ("5G BASE", "", ["5g.stations"]),
    ("建成5G基站", "", ["5g.stations"]),
    ("小屋", "", ["蓝顶小屋"]),
    ("蓝 小", "", ["蓝顶小屋"]),
    ("蓝 基", "", []),
    ("", "5g", ["5g.stations"]),
    ("", UNLISTED, ["蓝顶小屋"]),
    ("小屋", "5g", []),
    ("<script>", "", []),
]


@pytest.mark.parametrize(("words", "field", "expected"), WORDS)
def test_words_and_fields_narrow_the_list(words: str, field: str, expected: list[str]) -> None:
    rows = listed([told("5g.stations"), told("蓝顶小屋")])
    assert [row.key for row in narrowed(rows, words, field)] == expected


@pytest.mark.parametrize("language", Language)
def test_a_name_outside_the_catalogue_is_as_texts_write_it(language: Language) -> None:
    assert listed([told("蓝顶小屋")])[0].named(language) == "蓝顶小屋"


def test_the_page_lists_what_the_store_has(lines: TestClient) -> None:
    text = lines.get("/indicators").text
    assert names(text) == ["规模以上工业增加值", "5G基站", "技能人才", "蓝顶小屋", "技能人才"]
    assert "5 个指标" in text
    assert 'href="/releases/hostile?at=13-18#at">383.7万个</a>' in text
    assert 'class="spark"' in text
    assert "目录之外的名称" in text


def test_a_name_that_the_catalogue_would_take_for_another_is_asked_for_as_written(
    lines: TestClient,
) -> None:
    text = lines.get("/indicators?words=技能人才").text
    assert re.findall(r'href="(/indicators/[^"]*)"', text) == [
        "/indicators/employment.skilled",
        "/indicators/%E6%8A%80%E8%83%BD%E4%BA%BA%E6%89%8D?written=1",
    ]


def test_the_page_speaks_english(lines: TestClient) -> None:
    text = lines.get("/indicators?lang=en").text
    assert "5G base stations" in text
    assert 'lang="zh-CN">蓝顶小屋</a>' in text


def test_the_field_is_shown_again(lines: TestClient) -> None:
    text = lines.get("/indicators", params={"words": '"><b>小屋', "field": "5g"}).text
    assert 'value="&#34;&gt;&lt;b&gt;小屋"' in text
    assert '<option value="5g" selected>' in text
    assert "没有符合条件的内容" in text


def test_a_field_that_is_none_is_refused(lines: TestClient) -> None:
    assert lines.get("/indicators?field=nothing").status_code == 422


def test_pages_follow_one_another(client: TestClient) -> None:
    found: list[str] = []
    address = "/indicators"
    while address:
        text = client.get(address).text
        found += names(text)
        more = re.search(r'class="following"><td[^>]*><a href="([^"]*)"', text)
        address = more[1].replace("&amp;", "&") if more else ""
    count = re.search(r"([\d,]+) 个指标", client.get("/indicators").text)
    assert count is not None
    assert len(found) == int(count[1].replace(",", "")) > 100
    assert len(set(found)) == len(found)


def test_a_script_is_given_rows_alone(client: TestClient) -> None:
    part = client.get("/indicators", headers={"HX-Request": "true"}).text
    assert part.count("<tr>") == 40
    assert "<html" not in part


def test_a_cursor_of_another_question_is_refused(client: TestClient) -> None:
    text = client.get("/indicators").text
    cursor = re.search(r"cursor=([\w-]+)", text)
    assert cursor is not None
    answer = client.get("/indicators", params={"cursor": cursor[1], "words": "5G"})
    assert answer.status_code == 400
