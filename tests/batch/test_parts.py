"""How the input is cut: every release is in one part, wherever the cuts are."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from batch_cases import row_of, sample_rows, written

from jiedu.batch.items import items_of
from jiedu.batch.part import Kind, Part, Terms, key_of
from jiedu.batch.planning import plan
from jiedu.errors import JieduError
from jiedu.model import Release
from jiedu.readers import pieces, read_sources

if TYPE_CHECKING:
    from pathlib import Path

SIZES = [1, 7, 100, 1_000, 4_096, 1_000_000]
ODD = (
    b'{"id":"a","date":"2023-07-20","text":"\xe4\xb8\x80"}\n'
    b"\n"
    b"   \r\n"
    b'{"id":"b","date":"2023-07-20","text":"\xe4\xba\x8c"}\r\n'
    b"broken\n"
    b'{"id":"c","date":"2023-07-20","text":"\xe4\xb8\x89"}'
)


def found_in(sources: list[str], size: int) -> list[Release | JieduError]:
    found: list[Release | JieduError] = []
    for part in plan(sources, size):
        assert isinstance(part, Part)
        found += [item.load() for item in items_of(part)]
    return found


def ids_in(sources: list[str], size: int) -> list[str]:
    return [
        item.id if isinstance(item, Release) else item.message for item in found_in(sources, size)
    ]


@pytest.mark.parametrize("size", SIZES)
def test_lines_are_read_once_wherever_they_are_cut(tmp_path: Path, size: int) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(ODD)
    assert ids_in([str(path)], size) == ["a", "b", "the line is no JSON", "c"]


@pytest.mark.parametrize("size", [500, 20_000, 4_000_000])
def test_parts_give_what_reading_the_whole_gives(tmp_path: Path, size: int) -> None:
    source = written(tmp_path / "x.jsonl", sample_rows())
    assert found_in([source], size) == list(read_sources([source]))


def test_a_broken_line_is_named_by_its_byte(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(ODD)
    part = next(iter(plan([str(path)])))
    assert isinstance(part, Part)
    places = [item.place for item in items_of(part)]
    assert [ODD[place : place + 6] for place in places] == [
        b'{"id":',
        b'{"id":',
        b"broken",
        b'{"id":',
    ]


def test_a_line_without_end_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "_LONGEST", 100)
    rows = [row_of("a", "一"), row_of("long", "长" * 1_000), row_of("b", "二")]
    source = written(tmp_path / "x.jsonl", rows)
    for size in (50, 1_000_000):
        assert ids_in([source], size) == ["a", "the line has more than 0 MB", "b"]


def test_a_collection_in_another_encoding_is_one_error(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(json.dumps(row_of("a", "一")) * 9, "utf-16")
    assert ids_in([str(path)], 100) == ["the collection is in UTF-16"]


@pytest.mark.parametrize("rows_in_group", [1, 2, 100])
@pytest.mark.parametrize("size", [1, 10_000_000])
def test_row_groups(tmp_path: Path, rows_in_group: int, size: int) -> None:
    rows = sample_rows()
    path = tmp_path / "x.parquet"
    pq.write_table(pa.Table.from_pylist(rows), path, row_group_size=rows_in_group)
    collection = written(tmp_path / "x.jsonl", rows)
    assert found_in([str(path)], size) == list(read_sources([collection]))


@pytest.mark.parametrize("day", [date(2023, 7, 20), datetime(2023, 7, 20, 10, 5), "2023-07-20"])
def test_a_tables_date_may_be_of_any_type(tmp_path: Path, day: Any) -> None:
    path = tmp_path / "x.parquet"
    pq.write_table(pa.Table.from_pylist([{"id": 7, "date": day, "text": "一"}]), path)
    (found,) = found_in([str(path)], 1_000)
    assert isinstance(found, Release)
    assert (found.id, found.published) == ("7", date(2023, 7, 20))


def test_documents_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b", "a", "c"):
        (tmp_path / f"{name}-2023-07-20.txt").write_text(f"{name} 增长3%", "utf-8")
    (tmp_path / ".hidden.txt").write_text("x", "utf-8")
    for size in (1, 1_000):
        assert [name[0] for name in ids_in([str(tmp_path)], size)] == ["a", "b", "c"]


def test_a_folder_may_hold_anything(tmp_path: Path) -> None:
    written(tmp_path / "b.jsonl", [row_of("line", "一")])
    (tmp_path / "a-2023-07-20.txt").write_text("增长3%", "utf-8")
    (tmp_path / "c-2023-07-20.txt").write_text("增长4%", "utf-8")
    pq.write_table(pa.Table.from_pylist([row_of("row", "二")]), tmp_path / "d.parquet")
    parts = list(plan([str(tmp_path)]))
    kinds = [part.kind for part in parts if isinstance(part, Part)]
    assert kinds == [Kind.DOCUMENTS, Kind.LINES, Kind.DOCUMENTS, Kind.ROWS]
    assert ids_in([str(tmp_path)], 1_000) == ["a-2023-07-20", "line", "c-2023-07-20", "row"]


def test_object_storage(tmp_path: Path) -> None:
    storage = fsspec.filesystem("memory")
    data = (tmp_path / "x.jsonl", sample_rows())
    storage.pipe("/bucket/a/x.jsonl", open(written(*data), "rb").read())  # noqa: PTH123, SIM115
    storage.pipe("/bucket/a/note-2023-07-20.txt", "增长3%".encode())
    storage.pipe("/bucket/a/other.bin", b"?")
    try:
        everything = ["note-2023-07-20", *(row["id"] for row in sample_rows())]
        assert ids_in(["memory://bucket/a"], 1_000) == everything
        assert ids_in(["memory://bucket/a/x.jsonl"], 1_000) == everything[1:]
        whole = found_in([f"file://{tmp_path}/x.jsonl"], 1_000)
        assert found_in(["memory://bucket/a/x.jsonl"], 5_000) == whole
    finally:
        storage.rm("/bucket", recursive=True)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("nowhere.jsonl", "there is no such file"),
        ("memory://nowhere", "there is no such file"),
        ("https://example.org/x.jsonl", "a batch reads no address of the web"),
        ("ftp://example.org/x.jsonl", "there is no reading from ftp://"),
        ("s3://a::http://example.org", "there is no reading from s3://"),
        ("gs://bucket/x.jsonl", "reading it needs a library that is not installed"),
        ("broken.parquet", "it is no Parquet file, or a damaged one"),
        ("other.parquet", "the table has no column id and no text"),
        ("empty", "the folder holds no texts"),
    ],
)
def test_sources_that_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str, words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    (tmp_path / "broken.parquet").write_bytes(b"PAR1 and nothing")
    pq.write_table(pa.table({"a": [1]}), tmp_path / "other.parquet")
    (error,) = plan([source])
    assert isinstance(error, JieduError)
    assert error.message.startswith(words)


def test_a_key_tells_apart_what_gives_another_result() -> None:
    part = Part(Kind.LINES, ("a.jsonl",), ("1",), 0, 10, 10)
    terms = Terms("x")
    others = [
        key_of(Part(Kind.LINES, ("b.jsonl",), ("1",), 0, 10, 10), terms),
        key_of(Part(Kind.LINES, ("a.jsonl",), ("2",), 0, 10, 10), terms),
        key_of(Part(Kind.LINES, ("a.jsonl",), ("1",), 1, 10, 9), terms),
        key_of(part, Terms("y")),
        key_of(part, Terms("x", date(2023, 7, 20))),
    ]
    assert len({key_of(part, terms), *others}) == 6
    assert key_of(part, terms) == key_of(Part(Kind.LINES, ("a.jsonl",), ("1",), 0, 10, 10), terms)
