from __future__ import annotations

import csv
import io
import re
from html import unescape
from typing import TYPE_CHECKING

import pytest
from desk import API, INTERVIEW
from hostile_store import HOSTILE
from made_pages import PAGE, hostile_client, made, shown

from jiedu.model import LEDGER_FIELDS, Commitment, Language, Span, State
from jiedu.server.pages.book import Group
from jiedu.server.pages.measures import STATE_MARKS, clause_of
from jiedu.server.pages.wording import word
from jiedu.tracking import field_names

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.testclient import TestClient

CLAUSE = re.compile(
    r'<a class="clause" lang="zh-CN" href="/releases/([^"?]+)\?at=(\d+)-(\d+)#at">(.*?)</a>'
)
MORE = re.compile(r'class="following">.*?<a href="([^"]+)"')
TAGS = re.compile("<[^>]+>")


def clauses(client: TestClient, path: str) -> list[tuple[str, int, int, str]]:
    found = []
    place: str | None = path
    while place is not None:
        text = shown(client, place)
        found += [
            (release, int(start), int(end), unescape(TAGS.sub("", words)))
            for release, start, end, words in CLAUSE.findall(text)
        ]
        more = MORE.search(text)
        place = unescape(more[1]) if more else None
    return found


def told(client: TestClient, query: str) -> list[tuple[str, int, int, str]]:
    items = client.get(f"{API}/commitments?limit=500{query}").json()["items"]
    return [(item["release"], item["start"], item["end"], item["text"]) for item in items]


@pytest.mark.parametrize(
    "query",
    [
        "",
        "&field=5g",
        "&status=announced",
        "&status=overdue",
        "&targets=true",
        "&region=安徽",
        "&due=2024-12-31",
        "&as_of=2024-01-01",
        f"&release={INTERVIEW}",
        "&instrument=行动",
        "&owner=nobody",
    ],
)
def test_the_table_is_what_the_api_lists(client: TestClient, query: str) -> None:
    found = clauses(client, f"/ledger?{query[1:]}")
    assert sorted(found) == sorted(told(client, query))
    assert len(found) == len(set(found))
    grouped = clauses(client, f"/ledger?group=programme{query}")
    assert sorted(grouped) == sorted(found)


def test_a_clause_leads_to_its_characters(client: TestClient) -> None:
    for release, start, end, words in clauses(client, "/ledger"):
        text = client.get(f"{API}/releases/{release}/text?start={start}&end={end}").json()["text"]
        assert text == words


def test_the_newest_stand_first(client: TestClient) -> None:
    days = [
        client.get(f"{API}/releases/{release}").json()["published"]
        for release, *_ in dict.fromkeys(clauses(client, "/ledger"))
    ]
    assert days == sorted(days, reverse=True)


@pytest.mark.parametrize("state", [*State])
def test_the_count_of_a_state_is_what_its_list_holds(client: TestClient, state: State) -> None:
    text = shown(client, "/ledger")
    tally = re.search(rf"status={state}\"[^>]*>.*?<b>([\d,]+)</b>", text)
    assert tally is not None
    assert int(tally[1]) == len(clauses(client, f"/ledger?status={state}"))


@pytest.mark.parametrize("group", [*Group])
def test_groups_have_headings(client: TestClient, group: Group) -> None:
    text = shown(client, f"/ledger?group={group}")
    assert 'class="group"' in text
    assert "未写明" in text or group is Group.FIELD


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("status=done", 422),
        ("field=none", 422),
        ("group=none", 422),
        ("due=soon", 422),
        ("as_of=2024-13-01", 422),
        ("release=nothing", 404),
        ("cursor=x", 400),
        ("owner=%00", 422),
    ],
)
@pytest.mark.parametrize("path", ["/ledger", "/ledger/timeline", "/ledger/measures.csv"])
def test_bad_input_is_told(client: TestClient, path: str, query: str, status: int) -> None:
    if "cursor" in query and path != "/ledger":
        query, status = "due=2024-02-30", 422
    assert made(client, f"{path}?{query}").status_code == status


def test_what_was_asked_is_shown_again(client: TestClient) -> None:
    text = shown(client, "/ledger?owner=%3Cb%3E%22&due=2030-01-01&targets=true&field=5g")
    assert 'value="&lt;b&gt;&#34;"' in text
    assert 'value="2030-01-01"' in text
    assert 'value="true" checked' in text
    assert 'value="5g" selected' in text
    assert "没有符合条件" in text


def test_english(client: TestClient) -> None:
    text = shown(client, "/ledger?status=overdue", "en.dark.normal")
    assert "overdue, nothing heard" in text
    assert "no release since speaks of it" in text
    assert "到期未见后续" not in text


def test_reasons_are_in_the_language_of_the_page(client: TestClient) -> None:
    text = shown(client, "/ledger?status=overdue")
    assert "此后的发布没有再提到" in text
    assert "no release since" not in text


def test_a_script_gets_the_rows_alone(client: TestClient) -> None:
    shown(client, "/ledger")
    rows = client.get("/ledger", headers={**PAGE, "HX-Request": "true"}).text
    assert rows.lstrip().startswith("<tr")
    assert "<html" not in rows


def test_evidence_is_quoted_and_no_text_acts_on_the_page(tmp_path: Path) -> None:
    with hostile_client(tmp_path) as client:
        for path in ("/ledger", "/ledger/timeline"):
            text = shown(client, f"{path}?release=hostile-1")
            assert "<script>alert" not in text
            assert "<img" not in text
            assert "\u202e" not in text
            assert HOSTILE.replace("\u202e", "\ufffd") in unescape(text)
            assert "/releases/hostile-3?at=15-18#at" in text
            assert '<progress max="100" value="93.8"' in text


def test_the_csv_is_the_list(client: TestClient) -> None:
    response = made(client, "/ledger/measures.csv?field=5g")
    assert response.headers["content-type"].startswith("text/csv")
    rows = list(csv.reader(io.StringIO(response.text.removeprefix("\ufeff"))))
    assert tuple(rows[0]) == LEDGER_FIELDS
    assert {row[0] for row in rows[1:]} == {row[0] for row in told(client, "&field=5g")}


def test_the_calendar_has_open_deadlines(client: TestClient) -> None:
    response = made(client, "/ledger/deadlines.ics?status=overdue")
    assert response.headers["content-type"].startswith("text/calendar")
    assert response.text.count("BEGIN:VEVENT") == len(told(client, "&status=overdue"))


@pytest.mark.parametrize("name", field_names())
def test_every_field_has_words(name: str) -> None:
    assert word(f"watched.{name}", Language.ZH)


@pytest.mark.parametrize("state", [*State])
def test_every_state_has_a_word_and_a_mark(state: State) -> None:
    assert word(f"state.{state}", Language.EN)
    assert STATE_MARKS[state]


@pytest.mark.parametrize(
    ("text", "action", "parts"),
    [
        ("加快建设5G", "加快建设", ("", "加快建设", "5G")),
        ("今年建设5G", "建设", ("今年", "建设", "5G")),
        ("加快、建设5G", "加快建设", ("加快、建设5G", "", "")),
        ("建设5G", "", ("建设5G", "", "")),
    ],
)
def test_clauses_are_cut_at_their_verb(text: str, action: str, parts: tuple[str, ...]) -> None:
    commitment = Commitment(Span(0, len(text)), action, "5G", None, None, (), None)
    assert clause_of(text, commitment) == parts
