from __future__ import annotations

import re
from datetime import date
from html import unescape
from typing import TYPE_CHECKING

import pytest
from desk import INTERVIEW

from jiedu.model import Found, Hit, Release, Span, digest
from jiedu.server.pages.excerpts import result_of

if TYPE_CHECKING:
    from starlette.testclient import TestClient

_MARK = re.compile(r'<a href="/releases/([^?"]+)\?at=(\d+)-(\d+)#at"><mark>([^<]*)</mark>')


def test_every_place_leads_to_its_very_characters(client: TestClient) -> None:
    marks = _MARK.findall(client.get("/search", params={"words": "5G 基站"}).text)
    assert len(marks) > 10
    for release, start, end, words in marks:
        text = client.get(f"/api/v1/releases/{release}/text").json()["text"]
        assert text[int(start) : int(end)] == unescape(words)
        assert words in {"5G", "基站", "5G基站"}


@pytest.mark.parametrize(
    ("asked", "here"),
    [
        ({"words": "5G工厂"}, True),
        ({"words": "5G工厂", "publisher": "工业和信息化部"}, True),
        ({"words": "5G工厂", "publisher": "海关总署"}, False),
        ({"words": "5G工厂", "since": "2023-07-20", "until": "2023-07-20"}, True),
        ({"words": "5G工厂", "since": "2024-01-01"}, False),
        ({"words": "5G工厂", "until": "2023-07-19"}, False),
        ({"words": "5G工厂", "region": "安徽"}, False),
        ({"words": "没有人说过的话"}, False),
    ],
)
def test_what_a_search_is_narrowed_to(
    client: TestClient, asked: dict[str, str], here: bool
) -> None:
    text = client.get("/search", params=asked).text
    assert (f"/releases/{INTERVIEW}?at=" in text) is here
    for value in asked.values():
        assert f'value="{value}"' in text


def test_pages_follow_one_another_without_a_release_twice(client: TestClient) -> None:
    seen: list[str] = []
    place = "/search?words=%E5%B9%B4"
    while place:
        text = client.get(place).text
        seen += re.findall(r'<h2><a href="/releases/([^"]+)"', text)
        further = re.search(r'class="following"><a href="([^"]+)"', text)
        place = unescape(further[1]) if further else ""
        assert ("后面还有" in text) is bool(further)
    assert len(seen) == len(set(seen)) > 20
    assert f"共 {len(seen)} 篇" in text


@pytest.mark.parametrize(
    ("asked", "status", "said"),
    [
        ({"words": "！！"}, 422, "没有可以检索的词"),
        ({"words": "5G", "since": "soon"}, 422, "2023-07-31"),
        ({"words": "没有人说过的话"}, 200, "没有一篇发布"),
        ({"words": ""}, 200, "缩小范围"),
        ({"words": "<script>x</script>"}, 200, "&lt;script&gt;"),
        ({"words": "5G\u202e"}, 200, "5G\ufffd"),
    ],
)
def test_what_is_said_of_bad_words(
    client: TestClient, asked: dict[str, str], status: int, said: str
) -> None:
    response = client.get("/search", params=asked)
    assert response.status_code == status
    assert said in response.text
    assert "<script>x" not in response.text


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({"words": "a\x00"}, 422),
        ({"words": "字" * 201}, 422),
        ({"words": "5G", "cursor": "x"}, 400),
    ],
)
def test_what_is_no_search_is_refused(
    client: TestClient, asked: dict[str, str], status: int
) -> None:
    assert client.get("/search", params=asked).status_code == status


def test_the_page_of_hits_speaks_english(client: TestClient) -> None:
    asked = {"words": "5G工厂", "until": "2023-07-20", "lang": "en"}
    text = client.get("/search", params=asked).text
    assert "1 release, 1 place" in text


def _found(text: str, *hits: tuple[int, int, int, int], more: bool = False) -> Found:
    release = Release("r", "题", date(2023, 7, 20), text, digest(text))
    places = (Hit(Span(a, b), Span(c, d), None) for a, b, c, d in hits)
    return Found(release, tuple(places), more)


@pytest.mark.parametrize(
    ("text", "hits", "shown", "places"),
    [
        ("甲乙丙丁", [(1, 2, 0, 4)], ["甲[乙]丙丁"], 1),
        ("甲乙丙丁", [(1, 2, 0, 4), (2, 3, 0, 4)], ["甲[乙丙]丁"], 1),
        ("甲乙丙丁", [(0, 1, 0, 3), (2, 3, 1, 4)], ["[甲]乙[丙]丁"], 2),
        ("甲乙丙丁", [(0, 3, 0, 4), (1, 2, 0, 4)], ["[甲乙丙]丁"], 1),
        ("甲。乙。", [(0, 1, 0, 2), (2, 3, 2, 4)], ["[甲]。", "[乙]。"], 2),
        ("甲乙丙丁戊", [(2, 3, 1, 4)], ["…乙[丙]丁…"], 1),
    ],
)
def test_hits_in_their_surroundings(
    text: str, hits: list[tuple[int, int, int, int]], shown: list[str], places: int
) -> None:
    result = result_of(_found(text, *hits))
    lines = [
        ("" if each.begins else "…")
        + "".join(f"[{one.text}]" if one.found else one.text for one in each.stretches)
        + ("" if each.ends else "…")
        for each in result.excerpts
    ]
    assert lines == shown
    assert result.places == places
    for each in result.excerpts:
        assert all(one.span.of(text) == one.text for one in each.stretches)
