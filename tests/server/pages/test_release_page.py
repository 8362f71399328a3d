from __future__ import annotations

import json
import re
from datetime import date
from html import unescape
from typing import TYPE_CHECKING

import pytest
from desk import API, INTERVIEW
from hypothesis import given
from hypothesis import strategies as st

from jiedu.model import Release, Span, digest
from jiedu.pipeline import process
from jiedu.server.pages.annotating import outline, paragraphs

if TYPE_CHECKING:
    from starlette.testclient import TestClient

PAGE = {"Accept": "text/html"}


def release(text: str) -> Release:
    return Release("r", "t", date(2023, 7, 20), text, digest(text))


@given(
    st.lists(
        st.sampled_from(
            [
                "上半年，工业增加值同比增长3.8%，",
                "将建成5G基站60万个",
                "。",
                "\n",
                "赵志国：",
                "一是",
                "<b>",
                "𠮷",
                " ",
            ]
        ),
        max_size=30,
    ).map("".join),
    st.tuples(st.integers(0, 60), st.integers(1, 60)),
)
def test_the_runs_of_all_lines_are_the_text(text: str, place: tuple[int, int]) -> None:
    start, long = place
    at = Span(start, start + long) if start + long <= len(text) else None
    found = paragraphs(process(release(text)), at)
    lines = {line.start: "".join(run.text for run in line.runs) for line in found}
    for start_of, line in lines.items():
        assert text[start_of : start_of + len(line)] == line
    kept = "".join(line for line in text.split("\n") if line.strip())
    assert "".join(lines[key] for key in sorted(lines)) == kept
    if at is not None:
        marked = "".join(run.text for line in found for run in line.runs if run.marked)
        assert marked == "".join(line for line in _lines_of(text, at))


def _lines_of(text: str, at: Span) -> list[str]:
    """The characters of a stretch that stand in lines which are shown."""
    found, offset = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append(line[max(0, at.start - offset) : max(0, at.end - offset)])
        offset += len(line) + 1
    return found


def test_a_numeral_of_several_figures_is_one_link(client: TestClient) -> None:
    page = client.get(f"/releases/{INTERVIEW}", headers=PAGE).text
    figures = client.get(f"{API}/observations", params={"release": INTERVIEW, "limit": 500}).json()
    starts = {row["start"] for row in figures["items"]}
    assert set(map(int, re.findall(r'id="f(\d+)"', page))) == starts


def test_the_text_can_be_copied_as_it_is(client: TestClient) -> None:
    page = client.get(f"/releases/{INTERVIEW}", headers=PAGE).text
    text = client.get(f"{API}/releases/{INTERVIEW}/text").json()["text"]
    shown = [
        unescape(re.sub(r"<[^>]+>", "", re.sub(r'<a class="pin".*?</a>|<sup.*?</sup>', "", line)))
        for line in re.findall(r"<p id=\"p\d+\"[^>]*>(.*?)</p>", page, re.S)
    ]
    assert shown == [line for line in text.split("\n") if line.strip()]


def test_the_cards_say_what_was_read(client: TestClient) -> None:
    page = client.get(f"/releases/{INTERVIEW}?lang=en", headers=PAGE).text
    found = re.search(r'<template id="cards">(.*?)</template>', page, re.S)
    assert found is not None
    cards = json.loads(found[1])
    title, value, fields, *_ = cards["figures"]["0"]
    assert "year on year" in title
    assert value == "3.8% · January–June 2023"
    assert ["Status", "Actual", False] in fields


@pytest.mark.parametrize(
    ("at", "status"),
    [("0-5", 200), ("5-0", 422), ("5-5", 422), ("0-99999999", 422), ("x", 422), ("-1-5", 422)],
)
def test_only_characters_of_the_text_are_pointed_at(
    client: TestClient, at: str, status: int
) -> None:
    answer = client.get(f"/releases/{INTERVIEW}", params={"at": at}, headers=PAGE)
    assert answer.status_code == status
    assert ('id="at"' in answer.text) is (status == 200)


def test_speakers_and_points_are_in_the_outline() -> None:
    found = outline(process(release("赵志国：下一步做好三件事。\n一是稳增长。\n二是促消费。\n")))
    assert [(each.level, each.text[:2]) for each in found][-2:] == [(1, "一是"), (1, "二是")]


def test_what_is_not_there_is_said_on_a_page(client: TestClient) -> None:
    answer = client.get("/releases/sample-2023h1-miit-intervie", headers=PAGE)
    assert answer.status_code == 404
    assert INTERVIEW in answer.text  # near ones are named
    assert answer.headers["content-type"].startswith("text/html")
    told = client.get("/releases/none")
    assert told.headers["content-type"] == "application/problem+json"


def test_a_page_is_not_sent_twice(client: TestClient) -> None:
    tag = client.get("/releases", headers=PAGE).headers["etag"]
    again = client.get("/releases", headers={**PAGE, "If-None-Match": tag})
    assert again.status_code == 304
    assert "style-src 'self'" in again.headers["content-security-policy"]
    english = {**PAGE, "If-None-Match": tag, "Cookie": "jiedu-look=en.dark.normal"}
    assert client.get("/releases", headers=english).status_code == 200


def test_a_line_that_begins_a_point_is_told_from_others() -> None:
    text = "下一步做好两件事。\n　　一是稳增长。\n二是促消费，三是强监管。\n记者问。\n"
    assert [line.level for line in paragraphs(process(release(text)))] == [0, 1, 1, 0]
