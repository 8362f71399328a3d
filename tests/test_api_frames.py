"""What the Python API gives as frames."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING, Any

import pandas
import polars
import pyarrow
import pytest

import jiedu
from jiedu.exports import MissingError
from jiedu.model import FIELDS, Release, digest
from jiedu.pipeline.saving import read_into

if TYPE_CHECKING:
    from pathlib import Path

JUNE = "截至6月底，5G基站总数达293.7万个。上半年，电信业务收入同比增长6.2%。"
SEPTEMBER = "截至9月底，5G基站总数达318.9万个。截至6月底，5G基站总数为293.9万个。"
COLUMNS = [*FIELDS, "value_text"]
KINDS = {"pandas": pandas.DataFrame, "polars": polars.DataFrame, "arrow": pyarrow.Table}


def columns(frame: Any) -> list[str]:
    return list(getattr(frame, "column_names", frame.columns))


def listed(frame: Any, column: str) -> list[Any]:
    values = frame[column]
    return values.to_pylist() if hasattr(values, "to_pylist") else list(values)


@pytest.fixture
def view(tmp_path: Path) -> Any:
    texts = {"june": (JUNE, date(2023, 7, 20)), "september": (SEPTEMBER, date(2023, 10, 20))}
    releases = [
        Release(name, "标题", day, text, digest(text)) for name, (text, day) in texts.items()
    ]
    list(read_into(tmp_path / "store.db", releases))
    return jiedu.open(tmp_path / "store.db")


@pytest.mark.parametrize("library", KINDS)
def test_a_reading_is_a_frame(library: str) -> None:
    frame = jiedu.read(JUNE, "2023-07-20").to_frame(library)
    assert isinstance(frame, KINDS[library])
    assert columns(frame) == COLUMNS
    assert listed(frame, "value_text") == ["2937000", "6.2"]
    assert listed(frame, "sentence")[1] == "上半年，电信业务收入同比增长6.2%。"
    assert listed(frame, "published") == [date(2023, 7, 20)] * 2


def test_a_frame_is_one_of_pandas_where_nobody_says(view: Any) -> None:
    reading = jiedu.read("今天天气很好。", "2023-07-20")
    for frame in (reading.to_frame(), view.series("5G基站").to_frame(), view.to_frame()):
        assert isinstance(frame, pandas.DataFrame)
        assert columns(frame) == COLUMNS


@pytest.mark.parametrize(
    ("asked", "values"),
    [
        ({}, ["2939000", "3189000"]),
        ({"as_of": "2023-08-01"}, ["2937000"]),
        ({"as_of": date(2023, 8, 1)}, ["2937000"]),
        ({"every": True}, ["2937000", "2939000", "3189000"]),
        ({"measure": "level", "status": "actual"}, ["2939000", "3189000"]),
        ({"span": "day"}, ["2939000", "3189000"]),
    ],
)
def test_a_line_is_a_frame(view: Any, asked: dict[str, Any], values: list[str]) -> None:
    frame = view.series("5G基站", **asked).to_frame("polars")
    assert listed(frame, "value_text") == values
    assert all("5G基站总数" in sentence for sentence in listed(frame, "sentence"))


@pytest.mark.parametrize(
    ("asked", "values"),
    [
        ({}, ["2937000", "6.2", "3189000", "2939000"]),
        ({"indicator": "5G基站", "as_of": "2023-08-01"}, ["2937000"]),
    ],
)
def test_a_store_is_a_frame(view: Any, asked: dict[str, Any], values: list[str]) -> None:
    assert listed(view.to_frame(library="arrow", **asked), "value_text") == values


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"measure": "height"}, "there is no measure 'height'; level, share, growth"),
        ({"status": "past"}, "there is no status 'past'; actual, target, forecast"),
        ({"span": "week"}, "there is no span 'week'; day, month"),
        ({"as_of": "July"}, "as_of: 'July' is no date; write it as YYYY-MM-DD"),
    ],
)
def test_words_that_are_none_of_their_slot(view: Any, asked: dict[str, str], words: str) -> None:
    with pytest.raises(jiedu.JieduError, match=words):
        view.series("5G基站", **asked)


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_library_that_is_not_installed(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    reading = jiedu.read(JUNE, "2023-07-20")
    monkeypatch.setitem(sys.modules, library, None)  # importing it fails
    with pytest.raises(MissingError, match=rf"{library} is not installed.*jiedu\[frames\]"):
        reading.to_frame(library)


def test_a_library_that_nobody_knows() -> None:
    with pytest.raises(jiedu.JieduError, match="of 'numpy'; name pandas, polars or arrow"):
        jiedu.read(JUNE, "2023-07-20").to_frame("numpy")


def test_all_readings_of_the_door_are_alike() -> None:
    reading = jiedu.read(JUNE, "2023-07-20")
    assert isinstance(reading, jiedu.Reading)
    assert jiedu.process(reading.release) == reading
