"""Tables one below another in a sheet, a page or a file."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook

from jiedu.errors import InputError
from jiedu.readers.tables import read_tables

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2023, 7, 20)


def told(path: Path) -> list[str]:
    return [
        "|".join(
            (item.sentence.partition(" ")[0], item.indicator, str(item.value), item.period or "")
        )
        for item in read_tables(path, published=DAY).records
    ]


COAL = ["B2|原煤产量|10000|2023-06"]
STACKS = {
    "a blank line": (
        "指标,2023年6月\n原煤产量（万吨）,1\n\n指标,2023年5月\n财政收入（亿元）,2\n",
        [*COAL, "B5|财政收入|200000000|2023-05"],
    ),
    "blank cells": (
        "指标,2023年6月\n原煤产量（万吨）,1\n,\n,\n指标,2023年5月\n财政收入（亿元）,2\n",
        [*COAL, "B6|财政收入|200000000|2023-05"],
    ),
    "a title": (
        "指标,2023年6月\n原煤产量（万吨）,1\n2022年财政\n指标,绝对量（亿元）\n财政收入,2\n",
        [*COAL, "B5|财政收入|200000000|2022"],
    ),
    "a title, a unit and another shape": (
        "指标,2023年6月\n原煤产量（万吨）,1\n\n2022年各市\n单位：亿元\n地区,GDP,财政收入\n南京市,3,4\n",
        [*COAL, "B7|GDP|300000000|2022", "C7|财政收入|400000000|2022"],
    ),
    "headers of years in digits": (
        "指标,2021,2022\n原煤产量（万吨）,1,2\n\n指标,2019,2020\n原煤产量（万吨）,2022,2023\n",
        [
            "B2|原煤产量|10000|2021",
            "C2|原煤产量|20000|2022",
            "B5|原煤产量|20220000|2019",
            "C5|原煤产量|20230000|2020",
        ],
    ),
    "a header of two lines": (
        "指标,2023年6月\n原煤产量（万吨）,1\n\n,2022年,\n指标,绝对量（亿元）,同比增长（%）\n财政收入,2,3\n",
        [*COAL, "B6|财政收入|200000000|2022", "C6|财政收入|3|2022"],
    ),
    "a note between": (
        "指标,2023年6月\n原煤产量（万吨）,1\n注：初步数。\n\n指标,2023年5月\n财政收入（亿元）,2\n",
        [*COAL, "B6|财政收入|200000000|2023-05"],
    ),
    "three": (
        "指标,2023年6月\n原煤产量（万吨）,1\n\n指标,2023年5月\n原煤产量（万吨）,2\n\n"
        "指标,2023年4月\n原煤产量（万吨）,3\n",
        [*COAL, "B5|原煤产量|20000|2023-05", "B8|原煤产量|30000|2023-04"],
    ),
    "one that goes on": (
        "指标,2023年6月\n原煤产量（万吨）,1\n\n续表\n指标,2023年6月\n粮食产量（万吨）,2\n",
        [*COAL, "B6|粮食产量|20000|2023-06"],
    ),
    "one with a repeated header": (
        "2023年\n指标,绝对量（万吨）\n原煤产量,1\n\n指标,绝对量（万吨）\n粮食产量,2\n",
        ["B3|原煤产量|10000|2023", "B6|粮食产量|20000|2023"],
    ),
    "one with headings": (
        "2023年\n指标,绝对量（万吨）\n一、能源\n原煤产量,1\n\n二、农业\n粮食产量,2\n",
        ["B4|原煤产量|10000|2023", "B7|粮食产量|20000|2023"],
    ),
}


@pytest.mark.parametrize("name", STACKS)
def test_stacks_in_a_file(name: str, tmp_path: Path) -> None:
    text, figures = STACKS[name]
    path = tmp_path / "table.csv"
    path.write_text(text, "utf-8")
    assert told(path) == figures


@pytest.mark.parametrize("name", STACKS)
def test_stacks_in_a_page(name: str, tmp_path: Path) -> None:
    text, figures = STACKS[name]
    lines = [line.split(",") for line in text.splitlines()]
    rows = "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in line) + "</tr>" for line in lines
    )
    path = tmp_path / "table.html"
    path.write_text(f"<html><body><table>{rows}</table></body></html>", "utf-8")
    assert told(path) == figures


def test_stacks_with_merged_cells_in_a_sheet(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    sheet.title = "数据"
    for row in (
        ["表1 2023年6月生产", None, None],
        ["指标", "绝对量（万吨）", "同比增长（%）"],
        ["原煤产量", 1, 2.5],
        [],
        ["表2 2022年财政", None, None],
        ["指标", "全省", None],
        [None, "绝对量（亿元）", "同比增长（%）"],
        ["财政收入", 2, 3],
    ):
        sheet.append(row)
    for area in ("A1:C1", "A5:C5", "A6:A7", "B6:C6"):
        sheet.merge_cells(area)
    path = tmp_path / "table.xlsx"
    book.save(path)
    assert told(path) == [
        "数据!B3|原煤产量|10000|2023-06",
        "数据!C3|原煤产量|2.5|2023-06",
        "数据!B8|财政收入|200000000|2022",
        "数据!C8|财政收入|3|2022",
    ]


ABOVE = "指标,2023年6月\n原煤产量（万吨）,1\n"


@pytest.mark.parametrize(
    ("below", "words"),
    [
        ("\n指标,2023年13月\n财政收入（亿元）,2\n", "B4: .*2023年13月"),
        ("\n指标,2023年2月30日\n财政收入（亿元）,2\n", "B4: .*2023年2月30日 is no date"),
        ("\n时间,财政收入（亿元）\n2023年2月30日,2\n", "A5: .*2023年2月30日 is no date"),
        ("\n时间,财政收入（亿元）\n2023年5月,2\n20230230,2\n", "A6: .*20230230 is no date"),
        ("\n指标,2023年5月\n财政收入（亿元）,abc\n", "B5: 'abc' is no number"),
        ("\n指标,绝对量\n财政收入（亿元）,2\n", "B5: nothing says of which time"),
        ("\n甲,乙\n财政收入（亿元）,2\n", "B5: nothing says of which time"),
        # nothing sets the two apart
        ("指标,2023年5月\n财政收入（亿元）,2\n", "B3: '2023年5月' is no number"),
    ],
)
def test_a_cell_of_a_lower_table_is_named_by_its_place_in_the_file(
    below: str, words: str, tmp_path: Path
) -> None:
    path = tmp_path / "table.csv"
    path.write_text(ABOVE + below, "utf-8")
    with pytest.raises(InputError, match=words):
        read_tables(path, published=DAY)
