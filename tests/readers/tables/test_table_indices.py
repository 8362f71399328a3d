"""Indices are levels against a base, and no growths in per cent."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from jiedu.errors import InputError
from jiedu.readers.tables import read_tables
from jiedu.readers.tables.headers import read_header
from jiedu.readers.tables.words import words

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2023, 7, 20)
CPI = "居民消费价格指数"
INDICES = {
    "in the headers": (
        f"2023年6月{CPI}\n指标,上年同月=100,上月=100\n{CPI},100.0,99.8\n食品,102.3,99.5\n",
        [
            f"{CPI}(上年同月=100)|100|2023-06",
            f"{CPI}(上月=100)|99.8|2023-06",
            f"{CPI}：食品(上年同月=100)|102.3|2023-06",
            f"{CPI}：食品(上月=100)|99.5|2023-06",
        ],
    ),
    "in full-width signs and brackets": (
        f"指标,2023年6月\n{CPI}（上年同月＝１００）,100.0\n{CPI}（上月=100）,99.8\n",
        [f"{CPI}(上年同月=100)|100|2023-06", f"{CPI}(上月=100)|99.8|2023-06"],
    ),
    "in the title": (
        f"主要价格指数（上年=100）\n年份,{CPI},商品零售价格指数\n2022,102.0,102.7\n",
        [f"{CPI}(上年=100)|102|2022", "商品零售价格指数(上年=100)|102.7|2022"],
    ),
    "in the line of the unit": (
        f"单位：上年=100\n指标,2022年\n{CPI},102.0\n",
        [f"{CPI}(上年=100)|102|2022"],
    ),
    "in a column of units": (
        f"指标,单位,2022年\n{CPI},上年=100,102.0\n原煤产量,万吨,1\n",
        [f"{CPI}(上年=100)|102|2022", "原煤产量|10000|2022"],
    ),
    "in a heading": (
        f"指标,2022年\n（上年=100）,\n{CPI},102.0\n",
        [f"{CPI}(上年=100)|102|2022"],
    ),
    "with a year as its base": (
        "生产指数（2020年=100）\n指标,2023年6月\n工业生产指数,112.5\n",
        ["工业生产指数(2020年=100)|112.5|2023-06"],
    ),
    "in per cent, which it is not": (
        f"指标,2022年\n{CPI}（上年=100，%）,102.0\n",
        [f"{CPI}(上年=100)|102|2022"],
    ),
    "by regions": (
        f"2023年6月{CPI}\n地区,上年同月=100\n江苏省,100.4\n",
        [f"{CPI}(上年同月=100)|100.4|2023-06"],
    ),
    "of months up to a month": (
        f"{CPI}\n指标,2023年6月,2023年1—6月\n,上年同月=100,上年同期=100\n{CPI},100.0,100.7\n",
        [f"{CPI}(上年同月=100)|100|2023-06", f"{CPI}(上年同期=100)|100.7|2023-01/2023-06"],
    ),
    "of the parts of a whole": (
        "国内生产总值指数（上年=100）\n指标,2022年\n国内生产总值,103.0\n第一产业,104.1\n",
        ["国内生产总值指数(上年=100)|103|2022", "国内生产总值指数：第一产业(上年=100)|104.1|2022"],
    ),
}


@pytest.mark.parametrize("name", INDICES)
def test_indices(name: str, tmp_path: Path) -> None:
    text, figures = INDICES[name]
    path = tmp_path / "table.csv"
    path.write_text(text, "utf-8")
    records = read_tables(path, published=DAY).records
    assert [f"{item.indicator}|{item.value.normalize():f}|{item.period}" for item in records] == (
        figures
    )
    indices = [item for item in records if "=100" in item.indicator]
    assert {(item.measure.value, item.unit, item.basis, item.indicator_id) for item in indices} == {
        ("level", "", None, None)
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"指标,上年同月=100（亿元）\n2023年6月{CPI},100\n", "B2: an index"),
        (f"2023年6月\n指标,上年同期=100\n{CPI},100\n", "B3: 上年同期=100 may be of the month or"),
        (
            f"价格（上年同月=100，上月=100）\n指标,2023年6月\n{CPI},100\n",
            "B3: an index may be again",
        ),
        (f"指标,上月=100，上年=100\n{CPI},100\n", "B1: .*would both be the base"),
        (
            f"指标,2023年6月上月=100\n{CPI}（上年=100）,100\n",
            "B2: .*two different bases of an index",
        ),
    ],
)
def test_indices_that_could_be_misread(text: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text(text, "utf-8")
    with pytest.raises(InputError, match=said):
        read_tables(path, published=DAY)


@pytest.mark.parametrize("base", words()["indices"]["bases"])
def test_every_base_is_read(base: str) -> None:
    said = read_header(f"{CPI}（{base}=100）")
    assert (said.names, said.index) == ((CPI,), base)
