from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiedu.lexicon import normalise, scan
from jiedu.lexicon.units import unit_table
from jiedu.model.token import UnitKind

# text, then numeral, value in base units, unit, bound beside it
QUANTITIES = [
    ("基站293.7万个", "293.7", "2937000", "个", None),
    ("收入1,234.5亿元", "1,234.5", "123450000000", "元", None),
    ("总产值达20万亿元", "20", "20000000000000", "元", None),
    ("超50%", "50", "50", "%", None),
    ("缩短２０．７％", "２０．７", "20.7", "%", None),
    ("提高0.4个百分点", "0.4", "0.4", "pp", None),
    ("70余家企业", "70", "70", "家", ">"),
    ("400多平方米", "400", "400", "平方米", ">"),
    ("3605吨/日以上", "3605", "3605", "吨/日", ">="),
    ("50%左右", "50", "50", "%", "~"),
    ("5%以内", "5", "5", "%", "<="),
    ("占三成", "三", "30", "%", None),
    ("近两成", "两", "20", "%", None),
    ("占四分之一以上", "四分之一", "25", "%", ">="),
    ("超过一半", "一半", "50", "%", None),
    ("占比过半", "半", "50", "%", ">"),
    ("占1/3", "1/3", None, "%", None),
    ("保持两位数增长", "两", "10", "%", ">="),
    ("翻一番", "一", "100", "%", None),
    ("翻两番", "两", "300", "%", None),
    ("增长2.8倍", "2.8", "2.8", "倍", None),
    ("发布百项消费品", "百", "100", "项", None),
    ("建设百余条光缆", "百", "100", "条", ">"),
    ("五个项目", "五", "5", "个", None),
    ("达14.2亿次", "14.2", "1420000000", "次", None),
    ("装机14.5亿千瓦", "14.5", "1450000000", "千瓦", None),
    ("用时2个半小时", "2", "2.5", "小时", None),
    ("居全国第3位", "3", "3", "位", None),
]
NOTHING = [
    "5G和6G技术",
    "IPv6与RedCap R18",
    "400KA电解槽",
    "6GHz频段",
    "“751工程”和“十四五”规划",
    "《规划（2021—2035年）》",
    "7月17日10时30分",
    "2026-02-09",
    "第三批、第133届",
    "比例为3∶1",
    "https://example.org/2023/07/20",
    "成功举办，完成任务",
    "千吨级、750千伏",
]


@pytest.mark.parametrize(("text", "numeral", "value", "unit", "bound"), QUANTITIES)
def test_a_quantity_is_found(
    text: str, numeral: str, value: str | None, unit: str, bound: str | None
) -> None:
    (found,) = scan(normalise(text)).quantities
    assert text[found.start : found.end] == numeral
    assert value is None or found.value == Decimal(value)
    assert found.unit == unit
    assert found.bound == bound


@pytest.mark.parametrize("text", NOTHING)
def test_names_and_dates_are_no_quantities(text: str) -> None:
    found = [q for q in scan(normalise(text)).quantities if q.kind is not UnitKind.RANK]
    assert found == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("今年1—5月，", ["今年1—5月"]),
        ("截至6月底，", ["截至6月底"]),
        ("“十四五”时期，", ["“十四五”时期"]),
        ("从2020年的51%提升到2025年的70%", ["2020年", "2025年"]),
        ("较去年上半年和今年第一季度", ["去年上半年", "今年第一季度"]),
    ],
)
def test_words_of_time_are_found(text: str, words: list[str]) -> None:
    assert [word.words for word in scan(normalise(text)).times] == words


def test_every_unit_is_read_after_a_numeral() -> None:
    for written, (base, kind) in unit_table().items():
        quantities = scan(f"达3.5{written}，").quantities
        if kind is None:
            assert quantities == [], written
        else:
            assert [q.unit for q in quantities] == [base], written


def test_a_numeral_of_forty_digits_is_no_quantity() -> None:
    assert scan("编号" + "1234567890" * 4 + "件").quantities == []


@given(st.text(max_size=300))
def test_tokens_lie_in_the_text_in_order(text: str) -> None:
    normal = normalise(text)
    assert len(normal) == len(text)
    found = scan(normal)
    ends = [0]
    for quantity in found.quantities:
        assert ends[-1] <= quantity.start < quantity.end <= quantity.stop <= len(text)
        ends.append(quantity.end)
