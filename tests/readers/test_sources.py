from __future__ import annotations

import io
import json
import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest

from jiedu.errors import BadLineError, InputError, JieduError, NoTextError
from jiedu.model import Release
from jiedu.readers import read_sources

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2023, 7, 20)
TEXT = "通信业平稳运行\n上半年，电信业务收入增长6.2%。\n"


def line(**fields: object) -> str:
    row = {"id": "a", "title": "t", "date": "2023-07-20", "text": TEXT} | fields
    return json.dumps(row, ensure_ascii=False)


def test_a_file_is_a_release(tmp_path: Path) -> None:
    path = tmp_path / "interview.txt"
    path.write_text(TEXT, encoding="utf-8")
    (release,) = read_sources([str(path)], DAY)
    assert isinstance(release, Release)
    assert (release.id, release.title, release.published) == ("interview", "通信业平稳运行", DAY)
    assert release.text == TEXT


def test_a_folder_gives_its_texts_in_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "two.md").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "c.jsonl").write_text(line(id="three"), encoding="utf-8")
    (tmp_path / ".hidden.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    found = [item for item in read_sources([str(tmp_path)], DAY) if isinstance(item, Release)]
    assert [release.id for release in found] == ["a", "two", "three"]


def test_a_folder_without_texts_is_named(tmp_path: Path) -> None:
    (error,) = read_sources([str(tmp_path)])
    assert isinstance(error, NoTextError)
    assert str(tmp_path) in str(error)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO(TEXT.encode()))
    monkeypatch.setattr(sys, "stdin", stream)
    (release,) = read_sources(["-"], DAY)
    assert isinstance(release, Release)
    assert release.id == "stdin"


@pytest.mark.parametrize(
    ("broken", "what"),
    [
        ("{not json", "no JSON"),
        ("[1, 2]", "no JSON object"),
        (line(text=""), "no text"),
        (line(id=None), "no id"),
        (line(date="soon"), "no date"),
        (line(text=[TEXT]), "text is no string"),
        (line(text="  "), "empty"),
        (line(id=["a"]), "id is neither"),
        (line(publisher={"name": "x"}), "publisher is no string"),
        ('{"id": "a", "date": "2023-07-20", "text": "\\ud83d"}', "half of a surrogate pair"),
        ("[" * 100_000, "no JSON"),
    ],
)
def test_a_broken_line_is_named_and_the_others_are_read(
    tmp_path: Path, broken: str, what: str
) -> None:
    path = tmp_path / "c.jsonl"
    path.write_text("\n".join([line(id="one"), broken, "", line(id="four")]), encoding="utf-8")
    first, error, last = read_sources([str(path)])
    assert isinstance(first, Release)
    assert isinstance(last, Release)
    assert (first.id, last.id) == ("one", "four")
    assert isinstance(error, BadLineError)
    assert error.offset == 2
    assert what in str(error)
    assert f"{path}:2:" in str(error)


def test_a_line_in_no_encoding_is_named(tmp_path: Path) -> None:
    path = tmp_path / "c.jsonl"
    path.write_bytes(line(id="one").encode() + b"\n\xff\xff\xfe\x81 \xff\xff\n")
    first, error = read_sources([str(path)])
    assert isinstance(first, Release)
    assert isinstance(error, BadLineError)
    assert error.offset == 2
    assert "no known encoding" in str(error)


def test_a_collection_in_another_encoding(tmp_path: Path) -> None:
    path = tmp_path / "c.jsonl"
    path.write_bytes("\r\n".join([line(id="one"), line(id=2)]).encode("gb18030"))
    found = [item for item in read_sources([str(path)]) if isinstance(item, Release)]
    assert [(release.id, release.text) for release in found] == [("one", TEXT), ("2", TEXT)]
    path.write_bytes(line().encode("utf-16"))
    (error,) = read_sources([str(path)])
    assert "UTF-16" in str(error)


def test_a_line_without_a_title_takes_its_first_line(tmp_path: Path) -> None:
    path = tmp_path / "c.jsonl"
    path.write_text(line(title=None, text=f"\ufeff\r\n{TEXT}"), encoding="utf-8")
    (release,) = read_sources([str(path)])
    assert isinstance(release, Release)
    assert release.title == "通信业平稳运行"
    assert release.text == f"\n{TEXT}"


def test_a_line_without_a_date_takes_the_given_one(tmp_path: Path) -> None:
    path = tmp_path / "c.jsonl"
    path.write_text(line(date=None), encoding="utf-8")
    (error,) = read_sources([str(path)])
    assert isinstance(error, BadLineError)
    (release,) = read_sources([str(path)], DAY)
    assert isinstance(release, Release)


@pytest.mark.parametrize("name", ["missing.txt", "missing.jsonl"])
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    (error,) = read_sources([str(tmp_path / name)])
    assert isinstance(error, InputError)
    assert name in str(error)
    assert "no such file" in str(error)


@pytest.mark.parametrize("name", ["x" * 5000, "a\x00b"])
def test_a_name_that_is_no_path_is_refused(name: str) -> None:
    (error,) = read_sources([name])
    assert isinstance(error, InputError)


def test_a_text_that_is_too_long_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jiedu.readers.sources._LARGEST", 2**20)
    path = tmp_path / "long.txt"
    path.write_bytes(b"x" * (2**20 + 1))
    (error,) = read_sources([str(path)], DAY)
    assert isinstance(error, InputError)
    assert "more than 1 MB" in str(error)


def test_one_bad_source_does_not_stop_the_others(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text(TEXT, encoding="utf-8")
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    first, second = read_sources([str(empty), str(good)], DAY)
    assert isinstance(first, JieduError)
    assert isinstance(second, Release)


def test_an_empty_word_of_a_line_is_none(tmp_path: Path) -> None:
    path = tmp_path / "c.jsonl"
    path.write_text(line(id="one", region="", publisher="", url=""), encoding="utf-8")
    (found,) = read_sources([str(path)])
    assert isinstance(found, Release)
    assert (found.region, found.publisher, found.url) == (None, None, None)
