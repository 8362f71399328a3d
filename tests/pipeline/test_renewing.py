"""Findings that are taken from an earlier time are those that checking all again would give."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

import jiedu.pipeline.renewing as renewing
from jiedu.model import CheckedStore, Reading, Release, digest
from jiedu.pipeline.checking import check_reading, check_store
from jiedu.pipeline.renewing import renew
from jiedu.pipeline.saving import read_into
from jiedu.store import View

if TYPE_CHECKING:
    from pathlib import Path

    from jiedu.model import Finding

GROWTH = "{}月份，规模以上工业增加值同比增长{}%，增速比上月加快{}个百分点。"
BASE = [
    ("april", date(2024, 5, 15), GROWTH.format(4, "6.7", "2.2")),
    ("may", date(2024, 6, 15), GROWTH.format(5, "5.6", "0.3")),
    ("june", date(2024, 7, 15), GROWTH.format(6, "5.3", "0.3")),
    ("apps", date(2024, 7, 16), "截至6月底，5G基站总数达391.7万个，比上年末净增54万个。"),
]

ADDED = [
    ("nothing", [], set()),
    ("the newest", [("july", date(2024, 8, 15), GROWTH.format(7, "5.1", "0.2"))], {"july"}),
    (
        "an earlier one that others are held against",
        [("march", date(2024, 4, 15), "3月份，规模以上工业增加值同比增长4.5%。")],
        {"march", "april"},
    ),
    (
        "an earlier one of other things",
        [("old", date(2020, 1, 1), "2019年，粮食产量66384万吨，比上年增长0.9%。")],
        {"old"},
    ),
    (
        "a new version",
        [("may", date(2024, 6, 20), GROWTH.format(5, "5.5", "0.4"))],
        {"may", "june"},
    ),
    ("the same day", [("more", date(2024, 7, 16), GROWTH.format(6, "5.2", "0.1"))], {"more"}),
    ("a text without figures", [("words", date(2024, 1, 1), "继续推进各项工作。")], {"words"}),
]


def add(store: Path, rows: list[tuple[str, date, str]]) -> None:
    for id_, day, text in rows:
        release = Release(id_, id_, day, text, digest(text))
        assert len(list(read_into(store, [release]))) == 1


def all_again(view: View, later: bool) -> dict[str, tuple[Finding, ...]]:
    return {reading.release.id: tuple(found) for reading, found in check_store(view, later=later)}


@pytest.fixture
def store(tmp_path: Path) -> Path:
    add(tmp_path / "store.db", BASE)
    return tmp_path / "store.db"


@pytest.mark.parametrize("later", [False, True])
@pytest.mark.parametrize(("_", "rows", "touched"), ADDED, ids=[row[0] for row in ADDED])
def test_what_is_renewed(
    store: Path,
    monkeypatch: pytest.MonkeyPatch,
    _: str,
    rows: list[tuple[str, date, str]],
    touched: set[str],
    later: bool,
) -> None:
    before = renew(View(store), None, later=later)
    assert before.found == all_again(View(store), later)
    add(store, rows)
    checked: list[str] = []

    def noted(reading: Reading, view: View, *, later: bool) -> list[Finding]:
        checked.append(reading.release.id)
        return check_reading(reading, view, later=later)

    monkeypatch.setattr(renewing, "check_reading", noted)
    after = renew(View(store), before, later=later)
    again = all_again(View(store), later)
    assert after.found == again
    assert list(after.found) == list(again)  # in the order of their days
    assert touched <= set(checked)
    if not later:
        assert len(checked) < len(again) or not rows


def test_what_is_the_same_is_not_made_again(store: Path) -> None:
    before = renew(View(store), None)
    assert renew(View(store), before) is before


def test_of_another_store_nothing_is_taken(store: Path, tmp_path: Path) -> None:
    before = renew(View(store), None)
    other = tmp_path / "other.db"
    add(other, [(id_, day, text.replace("6.7", "6.6")) for id_, day, text in BASE])
    lying = CheckedStore(before.standing, dict.fromkeys(before.found, ()))
    assert renew(View(other), lying).found == all_again(View(other), later=False)


def test_where_something_is_gone_all_is_checked(store: Path) -> None:
    before = renew(View(store), None)
    more = dict(before.standing.versions)
    more[99] = replace(next(iter(more.values())), release="gone")
    lying = CheckedStore(replace(before.standing, versions=more), dict.fromkeys(before.found, ()))
    assert renew(View(store), lying).found == before.found
