from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from made_pages import shown

from jiedu.briefings import LANES
from jiedu.model import Commitment, Entry, Evidence, Outcome, Promise, Span, State
from jiedu.server.pages.bars import Scale, bar_of, scale_of

if TYPE_CHECKING:
    from starlette.testclient import TestClient

DAYS = {"late": date(2024, 6, 1), "later": date(2024, 6, 20), "last": date(2025, 6, 1)}
TODAY = date(2025, 12, 1)
SVG = re.compile(r"<svg.*?</svg>(?=\s*(?:</div>|</li>| ))", re.DOTALL)


def entry(
    deadline: str | None, *heard: str, state: State = State.PROGRESS, day: date = date(2024, 1, 1)
) -> Entry:
    evidence = tuple(Evidence(name, Span(number, 9), "x") for number, name in enumerate(heard))
    commitment = Commitment(Span(0, 4), "建设", "5G", None, deadline, (), None)
    promise = Promise("r", day, "t", None, None, commitment, "建设5G", "建设5G。", ())
    return Entry(promise, (Outcome(None, state, None, evidence, ""),))


def scale(*entries: Entry) -> Scale:
    return scale_of(entries, DAYS, TODAY)


def test_days_stand_in_their_order() -> None:
    it = scale(entry("2027"))
    assert it.at(it.first) < it.at(TODAY) < it.at(it.last)
    assert it.at(date(1990, 1, 1)) == it.at(it.first)
    assert it.at(date(2990, 1, 1)) == it.at(it.last)


@pytest.mark.parametrize("deadline", [None, "2024", "2026-06", "2035"])
def test_a_bar_ends_at_its_deadline_or_today(deadline: str | None) -> None:
    mine = entry(deadline)
    it = scale(mine)
    bar = bar_of(mine, DAYS, it)
    due = {None: TODAY, "2024": date(2024, 12, 31), "2026-06": date(2026, 6, 30)}
    assert bar.begin == it.at(date(2024, 1, 1))
    assert bar.end == it.at(due.get(deadline, it.last))
    assert bar.beyond is (deadline == "2035")


def test_a_bar_never_ends_before_it_begins() -> None:
    mine = entry("2023")
    bar = bar_of(mine, DAYS, scale(mine))
    assert bar.begin == bar.end


def test_marks_that_would_touch_are_one() -> None:
    mine = entry("2026", "late", "later", "last")
    dots = bar_of(mine, DAYS, scale(mine)).dots
    assert [(dot.day, dot.heard) for dot in dots] == [(DAYS["later"], 2), (DAYS["last"], 1)]


def test_a_deadline_passed_in_silence_is_marked_without_a_link() -> None:
    mine = entry("2024", state=State.OVERDUE)
    (dot,) = bar_of(mine, DAYS, scale(mine)).dots
    assert (dot.day, dot.state, dot.evidence) == (date(2024, 12, 31), State.OVERDUE, None)


@pytest.mark.parametrize(
    ("first", "last", "ticks"),
    [
        (date(2024, 1, 1), date(2024, 6, 30), ["2024-01", "2024-02", "2024-03"]),
        (date(2022, 1, 1), date(2028, 1, 1), ["2022", "2023", "2024"]),
        (date(2000, 1, 1), date(2034, 1, 1), ["2000", "2005", "2010"]),
    ],
)
def test_ticks_are_few_and_begin_months_or_years(first: date, last: date, ticks: list[str]) -> None:
    found = Scale(first, last, last).ticks()
    assert [tick.text for tick in found][:3] == ticks
    assert len(found) <= 10


def test_every_mark_has_a_name_and_a_sentence(client: TestClient) -> None:
    text = shown(client, "/ledger/timeline")
    for link in re.findall(r'<a href="/releases/[^"]+#at"><title>.*?</a>', text, re.DOTALL):
        title = re.search("<title>(.+?)</title>", link)
        assert title is not None
        assert " — " in title[1]
    assert " style=" not in text
    assert text.count('<li class="lane">') <= LANES
    assert '<ol class="list told">' in text


def test_the_picture_is_well_formed(client: TestClient) -> None:
    pictures = SVG.findall(shown(client, "/ledger/timeline"))
    assert pictures
    for picture in pictures:
        ET.fromstring(picture)


@pytest.mark.parametrize("group", ["", "programme", "owner", "field"])
def test_groups_of_lanes(client: TestClient, group: str) -> None:
    text = shown(client, f"/ledger/timeline?group={group}", "en.light.normal")
    assert ('class="lane heading"' in text) is bool(group)
    assert "announced to deadline" in text


def test_nothing_to_draw(client: TestClient) -> None:
    text = shown(client, "/ledger/timeline?owner=nobody")
    assert "没有符合条件" in text
    assert 'class="lane"' not in text


def test_what_is_left_out_is_said(client: TestClient) -> None:
    assert re.search(r"另有 \d+ 项没有画出", shown(client, "/ledger/timeline"))
