"""However the index is cut into parts and pages, nothing is lost and nothing found twice."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from jiedu.model import Reading, Release, digest
from jiedu.store import Filters, View, index_server, searching
from jiedu.store.writer import Writer

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = (
    "基站总数增长",
    "基站，总数增长，浙江",
    "基站总量与站总数",  # all runs of three of 基站总数, and not the whole
    "基站，总数",
    "基站。总数",  # what pages of a file must step over, to find the comma
    "基站。总数增长",
    "基站。总数",
    "基站总数",
)
FIRST = date(2023, 7, 20)


@pytest.fixture
def view(place: Path | str, monkeypatch: pytest.MonkeyPatch) -> View:
    monkeypatch.setattr(searching, "_BATCH", 1)
    monkeypatch.setattr(index_server, "_WALKED", 2)
    with Writer(place) as writer:
        for number, text in enumerate(TEXTS):
            day = FIRST + timedelta(number // 3)  # several of one day
            release = Release(str(number), "标题", day, text, digest(text), region="江苏省")
            writer.save(Reading(release, (), (), ()))
    return View(place)


@pytest.mark.parametrize("limit", [0, 1, 2, 3, 20])
@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("基站", "76543210"),
        ("数", "76543210"),
        ("基站 增长", "510"),
        ("基站，总数", "31"),
        ("基站总数", "70"),
        ("浙江", "1"),
        ("上海", ""),
    ],
)
def test_all_are_found_once_and_newest_first(view: View, query: str, ids: str, limit: int) -> None:
    assert [item.release.id for item in view.search(query, limit=limit)] == list(ids)[:limit]


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        (Filters(since=FIRST + timedelta(1)), "76543"),
        (Filters(until=FIRST + timedelta(1)), "543210"),
        (Filters(since=FIRST + timedelta(1), until=FIRST + timedelta(1)), "543"),
        (Filters(as_of=FIRST), "210"),
        (Filters(as_of=FIRST + timedelta(1), until=FIRST), "210"),
        (Filters(since=date.min, until=date.max), "76543210"),
        (Filters(region="江苏"), "76543210"),
        (Filters(region="浙江"), ""),
    ],
)
def test_filters_hold_for_every_part(view: View, filters: Filters, ids: str) -> None:
    for limit in (1, 20):
        found = view.search("基站", filters, limit)
        assert [item.release.id for item in found] == list(ids)[:limit]
