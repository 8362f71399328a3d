"""Workbooks, pages, and jiedu's own exports."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from jiedu.errors import BadLineError, InputError
from jiedu.exports import ExportFormat, write
from jiedu.model import Bound, Measure, Record, Status
from jiedu.readers.tables import read_tables

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2023, 7, 20)


def sheet() -> Any:
    """The sheet of a new workbook."""
    made = Workbook().active
    assert made is not None
    made.title = "Sheet1"
    return made


def saved(made: Any, tmp_path: Path) -> Path:
    path = tmp_path / "book.xlsx"
    made.parent.save(path)
    return path


def released() -> Any:
    """A release's table, with merged headers."""
    made = sheet()
    for row in (
        ["2023年福建省主要经济指标"],
        [None, None, None, None, "单位：亿元"],
        ["指标", "6月", None, "1—6月", None],
        [None, "绝对量", "同比增长（%）", "绝对量", "同比增长（%）"],
        ["规模以上工业增加值", None, 3.2, None, 2.4],
        ["社会消费品零售总额", 1800.55, 0.052, "10,923.1①", 5.9],
        ["注：①为初步数"],
    ):
        made.append(row)
    made["C6"].number_format = "0.0%"
    for area in ("A1:E1", "A3:A4", "B3:C3", "D3:E3"):
        made.merge_cells(area)
    return made


def test_a_workbook(tmp_path: Path) -> None:
    table = read_tables(saved(released(), tmp_path), published=DAY)
    assert table.title == "2023年福建省主要经济指标"
    assert {record.region for record in table.records} == {"福建省"}
    assert [(record.text, record.value, record.period) for record in table.records] == [
        ("3.2", Decimal("3.2"), "2023-06"),
        ("2.4", Decimal("2.4"), "2023-01/2023-06"),
        ("1800.55", Decimal("180055000000"), "2023-06"),
        ("5.2%", Decimal("5.2"), "2023-06"),
        ("10,923.1①", Decimal("1092310000000"), "2023-01/2023-06"),
        ("5.9", Decimal("5.9"), "2023-01/2023-06"),
    ]
    assert table.records[0].sentence.startswith("Sheet1!C5 · ")


def test_numbers_keep_the_digits_that_a_spreadsheet_keeps(tmp_path: Path) -> None:
    made = sheet()
    made.append(["指标", "2023年6月"])
    made.append(["原煤产量（吨）", 0.1 + 0.2])
    assert read_tables(saved(made, tmp_path), published=DAY).records[0].value == Decimal("0.3")


def test_dates_of_a_workbook_are_months(tmp_path: Path) -> None:
    made = sheet()
    made.append(["指标", date(2023, 5, 1), datetime(2023, 6, 1)])
    made.append(["原煤产量（万吨）", 38546, 39009])
    periods = [
        record.period for record in read_tables(saved(made, tmp_path), published=DAY).records
    ]
    assert periods == ["2023-05", "2023-06"]


def test_a_format_says_how_far_a_date_goes(tmp_path: Path) -> None:
    made = sheet()
    made.append(["指标", datetime(2023, 6, 1)])
    made["B1"].number_format = 'yyyy"年"m"月"'
    made.append(["原煤产量（万吨）", 39009])
    assert read_tables(saved(made, tmp_path), published=DAY).records[0].period == "2023-06"


def test_a_raised_number_is_no_digit(tmp_path: Path) -> None:
    made = sheet()
    made.append(["指标", "2023年6月"])
    raised = TextBlock(InlineFont(vertAlign="superscript"), "1")
    made.append(["原煤产量（吨）", CellRichText("39009", raised)])
    assert read_tables(saved(made, tmp_path), published=DAY).records[0].value == 39009


@pytest.mark.parametrize(
    ("cell", "form", "words"),
    [
        ("=1+1", "General", "never calculated"),
        ("#DIV/0!", "General", "the error"),
        (1234567, "#,##0,", "format of thousands"),
        (True, "General", "no number"),
    ],
)
def test_a_cell_of_a_workbook_is_refused(
    cell: object, form: str, words: str, tmp_path: Path
) -> None:
    made = sheet()
    made.append(["指标", "2023年6月"])
    made.append(["原煤产量（吨）", cell])
    made["B2"].number_format = form
    with pytest.raises(InputError, match=words) as caught:
        read_tables(saved(made, tmp_path), published=DAY)
    assert caught.value.message.startswith("Sheet1!B2: ")


def test_merged_figures_are_refused(tmp_path: Path) -> None:
    made = sheet()
    made.append(["指标", "2023年5月", "2023年6月"])
    made.append(["原煤产量（吨）", 1, None])
    made.merge_cells("B2:C2")
    with pytest.raises(InputError, match="Sheet1!B2: is merged"):
        read_tables(saved(made, tmp_path), published=DAY)


PAGE = """<html><head><title>数据</title></head><body><h1>2023年6月份能源生产情况</h1>
<p>2023/07/17 10:00 来源：国家统计局</p><table><tr><td>
<table><tr><td>首页</td><td>数据</td></tr></table>
<table><tr><td rowspan=2>指标</td><td colspan=2>6月</td></tr>
<tr><td>绝对量</td><td>同比<br>增长（%）</td></tr>
<tr><td>原煤产量（万吨）</td><td>39009<sup>1</sup></td><td>2.5</td></tr>
<tr><td colspan=3>注：初步数</td></tr></table></td></tr></table></body></html>"""


@pytest.mark.parametrize(("name", "encoding"), [("page.html", "utf-8"), ("page.xls", "gb18030")])
def test_a_page(name: str, encoding: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(PAGE, encoding)
    table = read_tables(path)
    assert (table.published, table.publisher) == (date(2023, 7, 17), "国家统计局")
    assert [(record.value, record.period) for record in table.records] == [
        (Decimal("390090000"), "2023-06"),
        (Decimal("2.5"), "2023-06"),
    ]
    assert table.records[0].sentence.startswith("表2!B3 · ")


def test_a_page_that_nests_without_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "deep.html"
    path.write_text(f"<table><tr><td>指标</td><td>{'<b>' * 5000}1</td></tr></table>", "utf-8")
    with pytest.raises(InputError):
        read_tables(path, published=DAY)


def test_merged_cells_of_a_page_do_not_fill_the_memory(tmp_path: Path) -> None:
    path = tmp_path / "wide.html"
    rows = "<tr><td colspan=1000 rowspan=65000>1</td></tr>" * 3000
    path.write_text(f"<table>{rows}</table>", "utf-8")
    with pytest.raises(InputError, match="2,000,000 cells"):
        read_tables(path, published=DAY)


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=6) | st.sampled_from(
    ["=1", "+", "-", "@x", "'", "''=", "a,b", 'a"b', " a ", "一\n二", "\ta", "＝", ""]
)
SOME = TEXTS.filter(bool) | st.none()
RECORDS = st.builds(
    Record,
    release=TEXTS,
    published=st.dates(date(1900, 3, 1)),
    start=st.integers(0, 10**6) | st.none(),
    end=st.integers(0, 10**6) | st.none(),
    indicator=TEXTS,
    indicator_id=SOME,
    measure=st.sampled_from(Measure),
    value=st.decimals(-(10**18), 10**18, allow_nan=False, places=3),
    unit=TEXTS,
    bound=st.sampled_from(Bound),
    period=SOME,
    basis=SOME,
    status=st.sampled_from(Status),
    region=SOME,
    speaker=SOME,
    confidence=st.integers(0, 1000).map(lambda part: part / 1000) | st.none(),
    rule=TEXTS,
    text=TEXTS,
    sentence=TEXTS,
)


@settings(max_examples=100)
@given(records=st.lists(RECORDS, min_size=1, max_size=4))
@pytest.mark.parametrize("form", [ExportFormat.CSV, ExportFormat.JSONL, ExportFormat.XLSX])
def test_an_export_is_read_back_as_it_was(
    form: ExportFormat, records: list[Record], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.getbasetemp()
    first, second = (folder / f"{name}.{form.value}" for name in ("first", "second"))
    write(records, first, form)
    table = read_tables(first)
    assert list(table.records) == records
    write(table.records, second, form)
    if form is not ExportFormat.XLSX:  # which holds the time it was made
        assert first.read_bytes() == second.read_bytes()


def record(**changes: Any) -> Record:
    """A record with some of its fields changed."""
    fields: dict[str, Any] = {
        "release": "a", "published": DAY, "start": 1, "end": 2, "indicator": "GDP",
        "indicator_id": None, "measure": Measure.LEVEL, "value": Decimal(1), "unit": "元",
        "bound": Bound.EXACT, "period": "2023", "basis": None, "status": Status.ACTUAL,
        "region": None, "speaker": None, "confidence": 0.5, "rule": "r", "text": "1",
        "sentence": "s",
    }  # fmt: skip
    return Record(**fields | changes)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (",level,", ",lvl,", "measure: 'lvl'"),
        (",1,元,", ",1e5,元,", "value: '1e5'"),
        (",1,元,", ",,元,", "value is empty"),
        ("2023-07-20", "20 July", "published: '20 July'"),
        (",0.5,", ",5,", "between 0 and 1"),
        (",sentence", ",sentence,more", "'more' too many"),
        (",s\n", "\n", "18 cells, not 19"),
    ],
)
def test_a_broken_export_is_refused(old: str, new: str, words: str, tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    write([record()], path, ExportFormat.CSV)
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    with pytest.raises(InputError, match=words):
        read_tables(path)


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "export.jsonl"
    write([record()], path, ExportFormat.JSONL)
    path.write_text(path.read_text("utf-8") + "{\n", "utf-8")
    with pytest.raises(BadLineError, match=":2: the line is no JSON"):
        read_tables(path)


def test_an_export_keeps_what_a_number_in_json_has(tmp_path: Path) -> None:
    path = tmp_path / "export.jsonl"
    write([record(value=Decimal("0.1000000000000000000001"))], path, ExportFormat.JSONL)
    quoted = path.read_text("utf-8")
    path.write_text(
        quoted.replace('"0.1000000000000000000001"', "0.1000000000000000000001"), "utf-8"
    )
    assert read_tables(path).records[0].value == Decimal("0.1000000000000000000001")
