"""Workbooks, read back with openpyxl."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from made import record
from openpyxl import load_workbook

from jiedu.exports import ExportError, ExportFormat, write, xlsx_file
from jiedu.model import FIELDS

if TYPE_CHECKING:
    from pathlib import Path

    from jiedu.model import Record


def sheet(path: Path, *records: Record) -> Any:
    assert write(records, path, ExportFormat.XLSX) == len(records)
    return load_workbook(path)["figures"]


def cells(path: Path, one: Record) -> dict[str, Any]:
    row = sheet(path, one)[2]
    return dict(zip(FIELDS, row, strict=True))


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return tmp_path / "figures.xlsx"


def test_a_row_is_a_record(book: Path) -> None:
    row = cells(book, record())
    assert row["published"].value == datetime(2023, 7, 20)
    assert row["value"].value == 2937000
    assert row["start"].value == 11
    assert row["bound"].value == "="
    assert row["region"].value is None
    assert row["sentence"].value == "截至6月底，5G基站总数达293.7万个。"


def test_the_heading_stays_in_sight_and_filters(book: Path) -> None:
    made = sheet(book, record(), record())
    assert [cell.value for cell in made[1]] == list(FIELDS)
    assert all(cell.font.b for cell in made[1])
    assert made.freeze_panes == "A2"
    assert made.auto_filter.ref == "A1:S3"


@pytest.mark.parametrize(
    ("value", "kind", "read"),
    [
        ("-2.7", "n", -2.7),
        ("3.80", "n", 3.8),
        ("0.1", "n", 0.1),
        ("1197100000000", "n", 1197100000000),
        ("123456789012345", "n", 123456789012345),
        ("1234567890123456", "s", "1234567890123456"),
        ("33.333333333333333333333333333", "s", "33.333333333333333333333333333"),
        ("2E+300", "n", 2e300),
        ("1E-300", "n", 1e-300),
        ("1E+400", "s", "1" + "0" * 400),
    ],
)
def test_a_value_is_a_number_where_that_is_exact(
    value: str, kind: str, read: object, book: Path
) -> None:
    found = cells(book, record(value=Decimal(value)))["value"]
    assert (found.data_type, found.value) == (kind, read)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("+1", "'+1"),
        ("-2+3", "'-2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("'=1", "''=1"),
        ("123", "123"),
        ("https://example.org", "https://example.org"),
        ("\x00a\x1fb\ud800c\ufffed", "\ufffda\ufffdb\ufffdc\ufffdd"),
        ("a\n\tb", "a\n\tb"),
        (" a ", " a "),
        ("<&>\"'", "<&>\"'"),
        ("😀" * 20000, "😀" * 16383 + "…"),
    ],
)
def test_text_stays_text(text: str, read: str, book: Path) -> None:
    found = cells(book, record(sentence=text))["sentence"]
    assert (found.data_type, found.value) == ("s", read)
    assert found.hyperlink is None


def test_a_day_before_the_calendar_of_spreadsheets_is_text(book: Path) -> None:
    assert cells(book, record(published=date(1899, 12, 31)))["published"].value == "1899-12-31"


def test_more_figures_than_a_sheet_holds(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_file, "ROWS", 2)
    with pytest.raises(
        ExportError, match=r"holds 2 figures, and there are more; .* csv or parquet"
    ):
        write([record()] * 3, book, ExportFormat.XLSX)
    assert not book.exists()
