from __future__ import annotations

import subprocess
import sys
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

import jiedu
from jiedu.model import digest
from jiedu.pipeline.saving import read_into

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "上半年，电信业务收入同比增长6.2%。"


def test_every_public_name_is_there() -> None:
    for name in jiedu.__all__:
        assert getattr(jiedu, name) is not None
    assert len(jiedu.__all__) < 15
    with pytest.raises(AttributeError):
        _ = jiedu.nonsense


def test_a_text_is_read() -> None:
    reading = jiedu.read(TEXT, published="2023-07-20")
    (found,) = reading.observations
    assert (found.indicator, str(found.value), found.unit) == ("电信业务收入", "6.2", "%")


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "july.txt"
    path.write_text(TEXT, encoding="utf-8")
    for source in (path, str(path)):
        reading = jiedu.read(source, published=date(2023, 7, 20))
        assert reading.release.id == "july"


@pytest.mark.parametrize("text", [TEXT * 40, f"{TEXT}\x00"])
def test_a_text_is_never_taken_for_a_path(text: str) -> None:
    kept = text.replace("\x00", "\ufffd")
    assert jiedu.read(text, published="2023-07-20").release.text == kept


def test_a_text_is_kept_as_that_of_a_file(tmp_path: Path) -> None:
    text = f"\ufeff标题\r\n{TEXT}"
    path = tmp_path / "july.txt"
    path.write_bytes(text.encode())
    day = date(2023, 7, 20)
    assert jiedu.read(text, day).release.text == jiedu.read(path, day).release.text


def test_a_file_that_is_not_there_is_no_text() -> None:
    with pytest.raises(jiedu.JieduError, match="no such file"):
        jiedu.read("missing.txt", published="2023-07-20")


def test_an_empty_text_is_refused() -> None:
    with pytest.raises(jiedu.JieduError, match="empty"):
        jiedu.read("", published="2023-07-20")


def test_a_text_without_a_date_is_refused() -> None:
    with pytest.raises(jiedu.JieduError, match="--published"):
        jiedu.read(TEXT)


def test_importing_jiedu_loads_neither_the_grammar_nor_the_database() -> None:
    script = (
        "import jiedu, sys; print([m for m in sys.modules if m in "
        "('sqlalchemy', 'opencc', 'typer', 'jiedu.extraction')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


SAYING = {
    "june": "截至6月底，5G基站总数达293.7万个。今年推动不少于3000家企业建设5G工厂。",
    "september": "截至9月底，5G基站总数达318.9万个，比6月底增加25.2万个。全国5G工厂超过8000家。",
}
DAYS = {"june": date(2023, 7, 20), "september": date(2023, 10, 20)}


@pytest.fixture
def store(tmp_path: Path) -> Path:
    place = tmp_path / "store.db"
    releases = [
        jiedu.Release(name, name, DAYS[name], text, digest(text)) for name, text in SAYING.items()
    ]
    list(read_into(place, releases))
    return place


def test_a_store_is_checked_tracked_and_asked(store: Path) -> None:
    view = jiedu.open(store)
    assert view.check() == view.check("june") + view.check("september")
    (entry,) = view.track(release="june")
    assert entry.promise.text == "今年推动不少于3000家企业建设5G工厂"
    answer = view.ask("2023年9月底全国有多少5G基站")
    assert (answer.value, answer.unit) == (Decimal(3189000), "个")
    assert view.ask("2023年9月底全国有多少5G基站", as_of="2023-08-01").answer is None


def test_a_draft_is_checked_against_a_store(store: Path, tmp_path: Path) -> None:
    view = jiedu.open(store)
    text = "截至6月底，5G基站总数达295.7万个。"
    path = tmp_path / "draft.txt"
    path.write_text(text, encoding="utf-8")
    day = "2023-11-01"
    found = view.check(jiedu.read(text, day))
    assert [finding.verdict for finding in found] == ["revised"]
    assert [finding.verdict for finding in view.check(path, published=day)] == ["revised"]


def test_only_measures_of_a_state_are_tracked(store: Path) -> None:
    view = jiedu.open(store)
    assert [entry.promise.release for entry in view.track(status="achieved")] == ["june"]
    assert view.track(status="missed") == []


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda view: view.track(status="done"), "no status 'done'"),
        (lambda view: view.track(as_of="yesterday"), "yesterday"),
        (lambda view: view.ask("5G基站", as_of="2023-13-01"), "2023-13-01"),
        (lambda view: view.check("october"), "october"),
    ],
)
def test_what_cannot_be_meant_is_said_so(store: Path, call: Any, words: str) -> None:
    with pytest.raises(jiedu.JieduError, match=words):
        call(jiedu.open(store))
