"""CSV and JSON lines, read back with the standard library."""

from __future__ import annotations

import csv
import json
import tempfile
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import record, records

from jiedu.errors import JieduError
from jiedu.exports import ExportFormat, write
from jiedu.model import Bound, Measure, Record, Status

HEADING = (
    "release,published,start,end,indicator,indicator_id,measure,value,unit,bound,period,basis,"
    "status,region,speaker,confidence,rule,text,sentence"
)
TEXTS = ("release", "indicator", "unit", "rule", "text", "sentence")
NULLABLE = ("indicator_id", "period", "basis", "region", "speaker")


def csv_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def from_csv(row: dict[str, str]) -> Record:
    """What an import does: one apostrophe off each text, nothing where a cell is empty."""
    texts = {name: row[name].removeprefix("'") for name in (*TEXTS, *NULLABLE)}
    return typed({**row, **texts, **{name: texts[name] or None for name in NULLABLE}})


def typed(row: dict[str, Any]) -> Record:
    return Record(
        **{
            **row,
            "published": date.fromisoformat(row["published"]),
            "start": int(row["start"]) if row["start"] not in ("", None) else None,
            "end": int(row["end"]) if row["end"] not in ("", None) else None,
            "measure": Measure(row["measure"]),
            "value": Decimal(row["value"]),
            "bound": Bound(row["bound"]),
            "status": Status(row["status"]),
            "confidence": float(row["confidence"]) if row["confidence"] not in ("", None) else None,
        }
    )


@given(st.lists(records, max_size=3))
def test_any_records_come_back_from_csv(made: list[Record]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "figures.csv"
        assert write(made, path, ExportFormat.CSV) == len(made)
        assert [from_csv(row) for row in csv_rows(path)] == made


@given(st.lists(records, max_size=3))
def test_any_records_come_back_from_json_lines(made: list[Record]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "figures.jsonl"
        assert write(made, path, ExportFormat.JSONL) == len(made)
        with path.open(encoding="utf-8", newline="") as file:
            rows = [json.loads(line) for line in file.read().split("\n")[:-1]]
    assert [typed(row) for row in rows] == made
    assert all(list(row) == list(asdict(one)) for row, one in zip(rows, made, strict=True))


def test_csv_is_written_like_this(tmp_path: Path) -> None:
    path = tmp_path / "figures.csv"
    write([record()], path, ExportFormat.CSV)
    assert path.read_bytes().decode("utf-8") == (
        f"{HEADING}\n"
        "sample,2023-07-20,11,16,5G基站,telecom.5g_base_stations,level,2937000,个,=,2023-06-30,,"
        "actual,,赵志国,0.98,level/named,293.7万个,截至6月底，5G基站总数达293.7万个。\n"
    )


def test_csv_begins_with_a_mark_for_excel_where_asked(tmp_path: Path) -> None:
    path = tmp_path / "figures.csv"
    write([record()], path, ExportFormat.CSV, bom=True)
    assert path.read_bytes().startswith(b"\xef\xbb\xbfrelease,")


@pytest.mark.parametrize("form", ExportFormat)
def test_no_figures_make_a_file_with_none(form: ExportFormat, tmp_path: Path) -> None:
    path = tmp_path / "figures"
    assert write([], path, form) == 0
    assert path.is_file()


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("3.80", "3.8"),
        ("-2.7", "-2.7"),
        ("-0.0", "0"),
        ("2E+13", "20000000000000"),
        ("1E-10", "0.0000000001"),
        ("33.333333333333333333333333333", "33.333333333333333333333333333"),
        ("-123456789012345678901234567890.5", "-123456789012345678901234567890.5"),
    ],
)
def test_values_are_written_digit_by_digit(value: str, written: str, tmp_path: Path) -> None:
    write([record(value=Decimal(value))], tmp_path / "a.csv", ExportFormat.CSV)
    write([record(value=Decimal(value))], tmp_path / "a.jsonl", ExportFormat.JSONL)
    assert csv_rows(tmp_path / "a.csv")[0]["value"] == written
    assert json.loads((tmp_path / "a.jsonl").read_text("utf-8"))["value"] == written


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity"])
@pytest.mark.parametrize("form", ExportFormat)
def test_what_is_no_number_is_refused(value: str, form: ExportFormat, tmp_path: Path) -> None:
    with pytest.raises(JieduError, match="is no figure"):
        write([record(value=Decimal(value))], tmp_path / "figures", form)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-2+3", "'-2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("\n=1", "'\n=1"),
        ("＝1", "'＝1"),
        ("'=1", "''=1"),
        ("'", "''"),
        ("a=1", "a=1"),
        ("", ""),
    ],
)
def test_no_text_becomes_a_formula(text: str, written: str, tmp_path: Path) -> None:
    path = tmp_path / "figures.csv"
    write([record(indicator=text, sentence=text)], path, ExportFormat.CSV)
    row = csv_rows(path)[0]
    assert row["indicator"] == row["sentence"] == written
    assert from_csv(row).indicator == text


@pytest.mark.parametrize("bound", Bound)
def test_bounds_and_negative_values_are_left_alone(bound: Bound, tmp_path: Path) -> None:
    path = tmp_path / "figures.csv"
    write([record(bound=bound, value=Decimal("-2.7"))], path, ExportFormat.CSV)
    row = csv_rows(path)[0]
    assert (row["bound"], row["value"]) == (bound.value, "-2.7")


@pytest.mark.parametrize("form", ExportFormat)
def test_half_a_surrogate_pair_is_replaced(form: ExportFormat, tmp_path: Path) -> None:
    path = tmp_path / "figures"
    assert write([record(sentence="a\ud800b", speaker="\udfff")], path, form) == 1
    if form in (ExportFormat.CSV, ExportFormat.JSONL, ExportFormat.SDMX_CSV):
        assert "a\ufffdb" in path.read_text("utf-8")
