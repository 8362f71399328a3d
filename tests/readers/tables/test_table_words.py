"""Times, units and values as headers and cells write them, and the words that are known."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jiedu.model import Measure
from jiedu.readers.tables.facets import Change, Span
from jiedu.readers.tables.headers import read_header
from jiedu.readers.tables.times import TimeError, read_time, split_time
from jiedu.readers.tables.units import known_unit, known_units
from jiedu.readers.tables.values import ValueTextError, read_value
from jiedu.readers.tables.words import word_kinds, words


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2023年6月", "2023-06"),
        ("2023年", "2023"),
        ("2023年度", "2023"),
        ("2023", "2023"),
        ("2023年1-6月", "2023-01/2023-06"),
        ("2023年1—6月", "2023-01/2023-06"),
        ("2023年1月至6月", "2023-01/2023-06"),
        ("2023年上半年", "2023-01/2023-06"),
        ("2023年前三季度", "2023-01/2023-09"),
        ("2023年一至三季度", "2023-01/2023-09"),
        ("2023年前5个月", "2023-01/2023-05"),
        ("2023年二季度", "2023-04/2023-06"),
        ("2023年第2季度", "2023-04/2023-06"),
        ("2023Q2", "2023-04/2023-06"),
        ("2023-06", "2023-06"),
        ("2023/6", "2023-06"),
        ("2023.06", "2023-06"),
        ("202306", "2023-06"),
        ("2023年6月30日", "2023-06-30"),
        ("20230630", "2023-06-30"),
        ("2023年全年", "2023"),
    ],
)
def test_times(text: str, period: str) -> None:
    time = read_time(text)
    assert time is not None
    assert time.period == period


@pytest.mark.parametrize("text", ["2023年13月", "2023年0月", "202313", "2023年6-3月", "2023-02-30"])
def test_no_times(text: str) -> None:
    with pytest.raises(TimeError):
        read_time(text)


@pytest.mark.parametrize("text", ["5G用户", "10种有色金属", "工业增加值", "R&D", "19"])
def test_names_are_no_times(text: str) -> None:
    assert split_time(text) == (text, None)


@pytest.mark.parametrize(
    ("text", "name", "scale"),
    [
        ("亿元", "元", 10**8),
        ("万千瓦", "千瓦", 10**4),
        ("亿千瓦小时", "千瓦时", 10**8),
        ("千吨", "吨", 1000),
        ("千升", "千升", 1),
        ("万重量箱", "重量箱", 10**4),
        ("%", "%", 1),
        ("百分点", "pp", 1),
        ("个百分点", "pp", 1),
        ("元/吨", "元/吨", 1),
    ],
)
def test_units(text: str, name: str, scale: int) -> None:
    assert known_unit(text) == (name, Decimal(scale))


@pytest.mark.parametrize("text", ["不含农户", "上年同月=100", "市", "规模以上", "区、市"])
def test_words_are_no_units(text: str) -> None:
    assert not known_units(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234.5", "1234.5"),
        ("１２．５", "12.5"),
        ("−3.2", "-3.2"),
        ("+4.4", "4.4"),
        ("1234.5①", "1234.5"),
        ("5.0*", "5.0"),
        ("39009[1]", "39009"),
        ("4.4%", "4.4"),
    ],
)
def test_values(text: str, value: str) -> None:
    found = read_value(text)
    assert found is not None
    assert str(found.number) == value


@pytest.mark.parametrize("text", ["", " ", "—", "——", "-", "－", "...", "…", "……", "/", "N/A"])
def test_missing_values(text: str) -> None:
    assert read_value(text) is None


@pytest.mark.parametrize(
    "text",
    ["abc", "1 2", "1,23", "(1.2)", "5(1)", "—3", "1e5", "约5", "007", "10[8]", "1.2.3", "1" * 50],
)
def test_no_values(text: str) -> None:
    with pytest.raises(ValueTextError):
        read_value(text)


def test_headers() -> None:
    said = read_header("一、工业增加值_累计增长(%)")
    assert (said.names, said.span, said.change) == (("工业增加值",), Span.ACCUMULATED, Change.RATE)
    said = read_header("增速同比增减（百分点）")
    assert (said.measure, said.change, said.basis) == (Measure.GROWTH, Change.DIFFERENCE, "yoy")
    said = read_header("其中：固定资产投资（不含农户）比2019年同期增长%")
    assert (said.names, said.basis) == (("固定资产投资(不含农户)",), "2019")


def test_no_word_stands_in_two_roles() -> None:
    listed = [word for several in words()["roles"].values() for word in several]
    assert len(listed) == len(set(listed)) == len(word_kinds("roles"))


@pytest.mark.parametrize("word", words()["changes"]["rate"] + words()["changes"]["moved"])
def test_every_rate_is_read(word: str) -> None:
    assert read_header(f"同比{word}（%）").names == ()


@pytest.mark.parametrize("word", list(word_kinds("bases")))
def test_every_basis_is_read(word: str) -> None:
    said = read_header(f"产量{word}增长（%）")
    assert (said.names, said.basis) == (("产量",), word_kinds("bases")[word])


@pytest.mark.parametrize("word", list(word_kinds("spans")))
def test_every_span_is_read(word: str) -> None:
    assert read_header(f"产量_{word}").span == word_kinds("spans")[word]
