from __future__ import annotations

import re
from datetime import date
from html import unescape
from typing import TYPE_CHECKING

import pytest
from desk import INTERVIEW

from jiedu.comparison import Moves, Parts
from jiedu.pipeline.saving import read_into
from jiedu.readers import read_sources
from jiedu.server.pages.sections import listed
from jiedu.server.pages.wording import all_words

if TYPE_CHECKING:
    from pathlib import Path

    from desk import Desk
    from starlette.testclient import TestClient

OLD, NEW = "sample-2022q3-telecom", "sample-2023-telecom"
_PLACE = re.compile(r'<a class="cite" href="/releases/([^?"]+)\?at=(\d+)-(\d+)#at"[^>]*>([^<]*)<')
_COUNT = re.compile(r'<h3 id="(\w+)">[^<]*<span class="count">(\d+)</span>')


def shown(client: TestClient, **asked: str) -> str:
    """The page of a comparison."""
    response = client.get("/compare", params=asked)
    assert response.status_code == 200
    return response.text


def test_every_row_leads_to_characters_of_its_release(client: TestClient) -> None:
    text = shown(client, a=OLD, b=NEW)
    places = _PLACE.findall(text)
    texts = {
        each: client.get(f"/api/v1/releases/{each}/text").json()["text"] for each in (OLD, NEW)
    }
    assert {place[0] for place in places} == {OLD, NEW}
    for release, start, end, _ in places:
        assert texts[release][int(start) : int(end)].strip()
    for part in re.findall(r'<ul class="list sentences">.*?</ul>', text, re.S):
        for release, start, end, words in _PLACE.findall(part):
            told = unescape(words)
            if not told.endswith("的原文"):
                assert texts[release][int(start) : int(end)].replace("\n", " ") == told


def test_counts_are_those_of_the_lists(client: TestClient) -> None:
    text = shown(client, a=OLD, b=NEW)
    counts = {key: int(count) for key, count in _COUNT.findall(text)}
    assert {"figures_moved", "measures_new", "sentences_added"} <= set(counts)
    for key, count in counts.items():
        part = shown(client, a=OLD, b=NEW, part=key)
        rows = part.partition('id="rows">')[2].partition("</main>")[0]
        assert len(re.findall(r"<(?:tr|li)>", rows)) == count, key
        assert f"共 {count} 条" in part


def test_a_figure_that_moved_is_shown_with_its_difference(client: TestClient) -> None:
    text = shown(client, a=OLD, b=NEW)
    rows = re.findall(r'<tr><th scope="row"[^>]*>5G基站</th>.*?</tr>', text, re.S)
    assert len(rows) == 1
    assert re.search(r"222万.*337\.7万.*\+115\.7万个", rows[0], re.S)


def test_the_older_release_comes_first_however_they_are_given(client: TestClient) -> None:
    text = shown(client, a=NEW, b=OLD)
    assert "先后排列" in text
    assert text.index(f'href="/releases/{OLD}"') < text.index(f'href="/releases/{NEW}"')
    assert "先后排列" not in shown(client, a=OLD, b=NEW)


def test_a_title_names_a_release_or_offers_several(client: TestClient) -> None:
    assert "有变化的数字" in shown(client, a="前三季度通信业", b="信息通信业发展成绩单")
    text = shown(client, a="通信业", b=NEW)
    assert f"a={OLD}&amp;b={NEW}" in text
    assert "有变化的数字" not in text


def test_the_previous_release_of_the_kind_is_offered(client: TestClient) -> None:
    text = shown(client, b="sample-2026-04-telecom")
    assert "上一篇同类发布" in text
    assert re.search(r"/compare\?a=sample-[\w-]+telecom&amp;b=sample-2026-04-telecom", text)
    assert "没有更早的同类发布" in shown(client, b=OLD)


def test_every_list_and_group_has_words() -> None:
    words = all_words()
    empty = Moves((), (), (), ())
    for group, lists in listed(Parts(empty, empty, *((),) * 10)):
        assert f"changed.{group}" in words
        assert [key for key in lists if f"compare.{key}" not in words] == []


@pytest.mark.parametrize(
    ("asked", "status", "said"),
    [
        ({}, 200, "从最新发布选起"),
        ({"a": "no-such-thing", "b": NEW}, 200, "没有编号或标题是“no-such-thing”"),
        ({"a": NEW, "b": NEW}, 422, "文本相同"),
        ({"a": "<script>x</script>"}, 200, "&lt;script&gt;"),
        ({"a": "x\u202ey"}, 200, "x\ufffdy"),
        ({"a": "\x00"}, 422, ""),
        ({"a": OLD, "b": NEW, "part": "nothing"}, 404, ""),
        ({"a": OLD, "b": NEW, "part": "figures_new", "seen": "-1"}, 422, ""),
        ({"a": OLD, "b": NEW, "part": "figures_new", "seen": "999999"}, 200, "新出现的数字"),
    ],
)
def test_what_is_said_of_bad_choices(
    client: TestClient, asked: dict[str, str], status: int, said: str
) -> None:
    response = client.get("/compare", params=asked)
    assert response.status_code == status
    assert said in response.text
    assert "<script>x" not in response.text


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"side": "b", "b": "通信业", "a": OLD}, f"/compare?a={OLD}&amp;b=sample-"),
        ({"side": "a", "a": "没有这个标题"}, "没有编号或标题"),
        ({"side": "a", "a": "<b>"}, "&lt;b&gt;"),
    ],
)
def test_what_is_offered_while_typing(client: TestClient, asked: dict[str, str], said: str) -> None:
    response = client.get("/compare/choices", params=asked)
    assert response.status_code == 200
    assert said in response.text
    assert "<html" not in response.text
    assert "<b>" not in response.text


def test_nothing_typed_offers_nothing(client: TestClient) -> None:
    response = client.get("/compare/choices", params={"side": "a", "a": " "})
    assert response.text.strip() == ""
    assert client.get("/compare/choices", params={"side": "c"}).status_code == 422


def test_the_comparison_speaks_english(client: TestClient) -> None:
    text = shown(client, a=OLD, b=NEW, lang="en")
    assert "Figures that moved" in text
    assert "+1.157 million" in text


def test_a_reworded_measure_says_what_was_taken_out(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "two"
    folder.mkdir()
    for name, verb in (("old", "稳步推进"), ("new", "加快推进")):
        text = f"下一步，将{verb}工业互联网平台建设，培育智能制造示范工厂100家。\n<i>其他</i>。"
        (folder / f"{name}.txt").write_text(text, "utf-8")
    for name, day in (("old", "2023-01-05"), ("new", "2024-01-05")):
        _read(desk, folder / f"{name}.txt", day)
    with desk.serving() as client:
        text = shown(client, a="old", b="new")
    marks = re.compile(r"<(del|ins)><span[^>]*>([^<]*)</span>([^<]*)</")
    assert ("del", "[删去] ", "稳步") in marks.findall(text)
    assert ("ins", "[加入] ", "加快") in marks.findall(text)
    assert "▲ 语气加强" in text
    assert "<i>" not in text


def test_the_interview_has_no_earlier_kin(client: TestClient) -> None:
    assert "没有更早的同类发布" in shown(client, b=INTERVIEW)


def _read(desk: Desk, path: Path, day: str) -> None:
    for _ in read_into(desk.store, read_sources([str(path)], published=date.fromisoformat(day))):
        pass
