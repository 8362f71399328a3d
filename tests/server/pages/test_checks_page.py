from __future__ import annotations

import re
from decimal import Decimal
from html import unescape
from threading import Event
from typing import TYPE_CHECKING

import pytest
from desk import API, INTERVIEW
from hostile_store import HOSTILE
from made_pages import PAGE, hostile_client, made, shown

from jiedu.checks import RULES
from jiedu.model import (
    Bound,
    Finding,
    Language,
    Measure,
    Observation,
    Source,
    Span,
    Status,
    Verdict,
)
from jiedu.server.held import Held
from jiedu.server.pages.annotating import GRAVEST
from jiedu.server.pages.checks import expected_words
from jiedu.server.pages.wording import all_words

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from desk import Desk
    from starlette.testclient import TestClient

CARD = re.compile(r'<li class="finding ([\w-]+)">(.*?)\n</li>', re.DOTALL)
LINK = re.compile(r'href="/releases/([^"?]+)\?at=(\d+)-(\d+)#at">([^<]+)</a>')
MORE = re.compile(r'class="following"><a href="([^"]+)"')


def cards(text: str) -> list[tuple[str, str]]:
    return CARD.findall(text)


def all_pages(client: TestClient, path: str) -> list[tuple[str, str]]:
    found = []
    place: str | None = path
    while place is not None:
        text = shown(client, place)
        found += cards(text)
        more = MORE.search(text)
        place = unescape(more[1]) if more else None
    return found


def test_what_is_off_stands_first_and_pages_are_the_list_cut_up(client: TestClient) -> None:
    told = [verdict for verdict, _ in all_pages(client, "/checks")]
    every = client.get(f"{API}/findings?limit=500&later=true").json()["items"]
    assert sorted(told) == sorted(item["verdict"] for item in every)
    assert told == sorted(told, key=[each.value for each in GRAVEST].index)


@pytest.mark.parametrize("verdict", [*Verdict])
def test_the_count_of_a_verdict_is_what_its_list_holds(
    client: TestClient, verdict: Verdict
) -> None:
    found = all_pages(client, f"/checks?verdict={verdict}")
    assert {told for told, _ in found} <= {verdict.value}
    tally = re.search(rf"verdict={verdict}\"[^>]*>.*?<b>([\d,]+)</b>", shown(client, "/checks"))
    assert tally is not None
    assert int(tally[1]) == len(found)


def test_every_figure_leads_to_its_characters(client: TestClient) -> None:
    texts: dict[str, str] = {}
    found = [link for _, card in all_pages(client, "/checks") for link in LINK.findall(card)]
    assert len(found) > 50
    for release, start, end, words in found:
        if release not in texts:
            texts[release] = client.get(f"{API}/releases/{release}/text").json()["text"]
        numeral = texts[release][int(start) : int(end)]
        assert re.sub(r"[^\d.]", "", numeral) in re.sub(r"[^\d.]", "", words) or not re.search(
            r"\d", numeral
        )


@pytest.mark.parametrize(
    ("query", "holds"),
    [
        (f"release={INTERVIEW}", lambda card: INTERVIEW in card),
        ("rule=gap", lambda card: "与另一增速的差距" in card),
        ("since=2026-01-01", lambda card: "2026年" in card),
        ("until=2022-12-31", lambda card: "2022年" in card),
    ],
)
def test_filters_narrow(client: TestClient, query: str, holds: object) -> None:
    found = all_pages(client, f"/checks?{query}")
    assert found
    assert callable(holds)
    assert all(holds(card) for _, card in found)


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("verdict=wrong", 422),
        ("rule=none", 422),
        ("since=soon", 422),
        ("release=nothing", 404),
        ("cursor=x", 400),
        ("publisher=%00", 422),
    ],
)
def test_bad_input_is_told(client: TestClient, query: str, status: int) -> None:
    response = made(client, f"/checks?{query}")
    assert response.status_code == status
    assert "<h1>" in response.text


def test_nothing_found_shows_what_was_asked(client: TestClient) -> None:
    text = shown(client, "/checks?publisher=%3Cb%3E%22")
    assert 'value="&lt;b&gt;&#34;"' in text
    assert "没有符合条件" in text
    assert cards(text) == []


def test_english(client: TestClient) -> None:
    text = shown(client, "/checks?verdict=holds", "en.dark.normal")
    assert "Difference of two growths" in text
    assert "stated" in text
    assert 'lang="zh-CN"' in text
    assert "核验结论" not in text


def test_every_rule_is_explained() -> None:
    for table in ("rule", "rule_claim", "rule_formula", "rule_limit"):
        assert {key for key in all_words() if key.startswith(f"{table}.")} == {
            f"{table}.{name}" for name in RULES
        }


def test_a_script_gets_the_rows_alone(client: TestClient) -> None:
    shown(client, "/checks")
    rows = client.get("/checks", headers={**PAGE, "HX-Request": "true"}).text
    assert rows.lstrip().startswith("<li")
    assert "<html" not in rows


def test_no_text_acts_on_the_page(tmp_path: Path) -> None:
    with hostile_client(tmp_path) as client:
        text = shown(client, "/checks?release=hostile-1")
    assert cards(text)
    assert "<script>alert" not in text
    assert "<img" not in text
    assert "\u202e" not in text
    assert HOSTILE.replace("\u202e", "\ufffd") in unescape(text)


def test_who_asks_early_is_told_to_wait(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    go = Event()
    slow = Held.findings

    def findings(self: Held, *, later: bool) -> object:
        go.wait()
        return slow(self, later=later)

    monkeypatch.setattr(Held, "findings", findings)
    with desk.serving() as client:
        first = client.get("/checks?lang=en", headers=PAGE)
        go.set()
        text = shown(client, "/checks")
    assert first.status_code == 202
    assert first.headers["cache-control"] == "no-store"
    assert "etag" not in first.headers
    assert '<meta http-equiv="refresh"' in first.text
    assert 'href="/checks' in first.text
    assert cards(text)


def finding(unit: str, low: str | None, high: str | None, day: date | None = None) -> Finding:
    claim = Observation(
        Span(0, 3), "x", Measure.LEVEL, Decimal(1), unit, Bound.EXACT, None, None,
        Status.ACTUAL, "1", Span(0, 9),
    )  # fmt: skip
    ends = tuple(None if end is None else Decimal(end) for end in (low, high))
    return Finding("sum", Source("r", day, claim, ""), (), ends, Verdict.HOLDS, "")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("unit", "low", "high", "chinese", "english"),
    [
        ("pp", "2.05", "2.35", "2.05个百分点 至 2.35个百分点", "2.05 pp to 2.35 pp"),
        ("%", "1.641234", "1.768888", "1.64% 至 1.77%", "1.64% to 1.77%"),
        ("%", "-26.5", "-26.3", "−26.5% 至 −26.3%", "−26.5% to −26.3%"),
        ("元", "17925000000000", "17955000000000", "17.925万亿元 至 17.955万亿元", None),
        ("个", "100", None, "100个 以上", None),
        ("%", None, "3.333333333", "3.33334% 以下", "3.33334% or less"),
        ("%", None, None, "", ""),
        ("%", "2", "2", "2% 至 2%", "2% to 2%"),
        ("%", "0", "0", "0% 至 0%", "0% to 0%"),
    ],
)
def test_intervals_are_never_shown_narrower(
    unit: str, low: str | None, high: str | None, chinese: str, english: str | None
) -> None:
    claim = finding(unit, low, high)
    assert expected_words(claim, Language.ZH) == chinese
    if english is not None:
        assert expected_words(claim, Language.EN).replace("percentage points", "pp") == english
