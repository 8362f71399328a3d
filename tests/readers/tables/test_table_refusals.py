"""What cannot be understood is refused, and the cell is named."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from jiedu.errors import InputError, NoDateError
from jiedu.readers.tables import read_tables

DAY = date(2023, 7, 20)
COAL = "原煤产量（万吨）"

REFUSED = [
    (f"指标,2023年5月,2023年6月\n{COAL},1,2\n汽车产量（万辆）,1,abc\n", "C3", "no number"),
    (f"指标,2023年13月\n{COAL},1\n", "B1", "2023年13月"),
    (f"指标,202313\n{COAL},1\n", "B1", "202313"),
    (f"指标,2023年5季度\n{COAL},1\n", "B1", "no such month or quarter"),
    (f"指标,2023.1\n{COAL},1\n", "B1", "January or October"),
    (f"指标,2023-06-30\n{COAL},1\n", "B1", "a month or a quarter"),
    (f"指标,2023年6月,abc\n{COAL},1,2\n", "C1", "no time and no indicator"),
    (f"指标,2023年6月,\n{COAL},1,2\n", "C1", "empty above figures"),
    (f"指标,2023年6月\n{COAL},1,234.5\n", "C1", "quotation marks"),
    ("发电量,100,200\n用电量,100,200\n", "B1", "no time and no indicator"),
    (f"指标,2023年6月\n{COAL},1\n{COAL},3\n", "B3", "B2"),
    (f"指标,2023年6月\n{COAL},(1.2)\n", "B2", "may be negative"),
    (f"指标,2023年6月\n{COAL},1.2 3.4\n", "B2", "no number"),
    (f"指标,2023年6月\n{COAL},—3.2\n", "B2", "dash"),
    (f"指标,2023年6月\n{COAL},1.2E+05\n", "B2", "no number"),
    (f"指标,2023年6月\n{COAL},1,23\n", "C1", "empty above"),
    (f'指标,2023年6月\n{COAL},"12,34"\n', "B2", "no number"),
    (f"指标,2023年6月\n{COAL},100以上\n", "B2", "no number"),
    (f"指标,2023年6月\n{COAL},5.2%\n", "B2", "not that of the header"),
    (f"指标,单位,2023年6月\n{COAL},亿吨,1\n", "B2", "two different units"),
    ("指标,2023年6月\n原煤产量（%）,1.2\n", "B2", "growth or a share"),
    ("指标,2023年6月\n社会消费品零售总额,1.2\n", "B2", "no unit"),
    (f"指标,2023年6月同比增减\n{COAL},1\n", "B2", "without a unit"),
    (f"指标,2023年6月增减（百分点）\n{COAL},1\n", "B2", "percentage points"),
    ("指标,2023年6月同比下降（%）\n原煤产量,1\n", "B1", "minus"),
    ("指标,2023年年均增长（%）\n原煤产量,1\n", "B1", "over which time"),
    (f"指标,6月\n{COAL},1.2\n", "B2", "of which year"),
    (f"指标,绝对量\n{COAL},1.2\n", "B2", "of which time"),
    (f"2023年6月数据\n指标,2023年,2022年\n{COAL},1.2,3\n", "B3", "the whole year"),
    (f"时间,{COAL}\n2023年5月,1\n2023年6月,2\n合计,3\n", "A4", "no time"),
    (f"时间,{COAL}\n2022年12月,1\n1月,2\n", "A3", "later month"),
    ("地区,2022年,2023年\n福建,1,2\n", "B2", "what is measured"),
    ("指标,2023年6月\n,1\n", "A2", "empty beside figures"),
    ("指标,其中城镇,其中农村\n2023年原煤,1,2\n", "B2", "neither"),
    ("指标,类型,2023年6月\n原煤产量,城镇,2\n", "B2", "no kind of figure"),
    ("2022—2023年福建\n指标,绝对量\n原煤产量（万吨）,2\n", "B3", "of which time"),
    ("单位：亿元\n指标,2023年6月\n5G基站,2\n", "B3", "the table's"),
    ("地区,GDP（亿元）\n2023年6月,2\n", "A2", "no region"),
    ("地区,2023年6月GDP（亿元）\n合计率,2\n", "A2", "no region"),
    ("地区,2023年6月GDP（亿元）\n2.5,2\n", "A2", "no region"),
    ("指标,2023年6月\n12,3\n", "A2", "no indicator"),
    (f"指标,{'年' * 9999}\n{COAL},1\n", "B1", "too long"),
    ("2023年13月,全国\n原煤产量（万吨）,2\n", "A1", "no such month"),
    ("2023年\n指标,排名\n原煤产量（万吨）,2.5\n", "B3", "no rank"),
    ("2023年\n指标,绝对量\n营业收入,2\n", "B3", "no unit"),
    (f"指标,2023年6月\n{COAL},007\n", "B2", "no number"),
]


@pytest.mark.parametrize(("text", "cell", "words"), REFUSED)
def test_a_cell_is_named(text: str, cell: str, words: str, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text(text, "utf-8")
    with pytest.raises(InputError) as caught:
        read_tables(path, published=DAY)
    assert caught.value.message.startswith(f"{cell}: ")
    assert words in caught.value.message + caught.value.hint
    assert caught.value.document == str(path)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        ("一个标题\n没有表\n".encode(), "no table"),
        (b"PK\x03\x04broken", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, ".xlsx"),
        (b"%PDF-1.7 x", "binary"),
        (b"<html><body><p>none</p></body></html>", "no table"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
         ".xlsx"),
        (b'{"id": 1}\n', "no field 'release'"),
        (b"release,indicator,measure,value,period\n", "no field 'published'"),
    ],
)  # fmt: skip
def test_a_file_is_refused(data: bytes, words: str, tmp_path: Path) -> None:
    path = tmp_path / "table.xls"
    path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        read_tables(path, published=DAY)
    assert words in str(caught.value)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_tables(tmp_path / "none.csv", published=DAY)


def test_no_date(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text(f"指标,2023年6月\n{COAL},1\n", "utf-8")
    with pytest.raises(NoDateError, match="--published"):
        read_tables(path)


def bomb(sheet: bytes) -> bytes:
    """A workbook whose one sheet is replaced."""
    book = io.BytesIO()
    Workbook().save(book)
    out = io.BytesIO()
    with zipfile.ZipFile(book) as whole, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in whole.namelist():
            new.writestr(part, sheet if part.endswith("sheet1.xml") else whole.read(part))
    return out.getvalue()


NAMESPACE = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


@pytest.mark.parametrize(
    ("sheet", "words"),
    [
        (b"<worksheet>" + b" " * (201 * 1024 * 1024), "200 MB"),
        (b"<worksheet><sheetData>" + b"<c/>" * 2_000_001, "2,000,000 cells"),
        (
            b"<worksheet " + NAMESPACE + b"><sheetData/>"
            b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>',
            "2,000,000 cells",
        ),
        (
            b"<worksheet " + NAMESPACE + b'><sheetData><row r="1048576">'
            b'<c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>',
            "2,000,000 cells",
        ),
        (b"<!DOCTYPE x [<!ENTITY a 'b'>]><worksheet/>", "damaged"),
        (b"<worksheet", "damaged"),
    ],
    ids=["size", "cells", "merged", "far away", "entities", "cut off"],
)
def test_a_workbook_that_would_fill_the_memory(sheet: bytes, words: str, tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    path.write_bytes(bomb(sheet))
    with pytest.raises(InputError, match=words):
        read_tables(path, published=DAY)


_SAID = (
    "/指标/2023年6月/1—6月/2023/地区/福建/全国/原煤产量（万吨）/1.5/-/…/同比增长（%）/单位：亿元/数值/时间"
    "/单位/亿元/其中：/注：数/累计/(1)/5①/2023年13月/2023-06-30/增加值/汽车制造业/20230630/=1/环比/目标"
    "/比重（%）/续表/上年同月=100//"
)
WORDS = st.sampled_from(_SAID.split("/"))
CELLS = st.one_of(WORDS, st.text(max_size=8))
GRIDS = st.lists(st.lists(CELLS, max_size=5), max_size=6)


def reads_or_refuses(path: Path) -> None:
    try:
        table = read_tables(path, published=DAY)
    except InputError:
        return
    assert all(record.value.is_finite() for record in table.records)


@settings(max_examples=600)
@given(GRIDS)
def test_any_grid_reads_or_is_refused(
    tmp_path_factory: pytest.TempPathFactory, grid: list[list[str]]
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    lines = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in grid]
    path.write_text("\n".join(lines), "utf-8", "replace")
    reads_or_refuses(path)


@settings(max_examples=200)
@given(GRIDS)
def test_any_page_reads_or_is_refused(
    tmp_path_factory: pytest.TempPathFactory, grid: list[list[str]]
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.html"
    rows = ["".join(f"<td colspan={len(cell)}>{cell}</td>" for cell in row) for row in grid]
    html = "".join(f"<tr>{row}</tr>" for row in rows)
    path.write_text(f"<html><table>{html}</table></html>", "utf-8", "replace")
    reads_or_refuses(path)


@settings(max_examples=300)
@given(st.binary(max_size=200))
def test_any_bytes_read_or_are_refused(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = Path(tmp_path_factory.getbasetemp()) / "any.bin"
    path.write_bytes(data)
    reads_or_refuses(path)
