from __future__ import annotations

from decimal import Decimal

import pytest
from readings_made import read

from jiedu.comparison.figures import compare_figures
from jiedu.model import Change, FigureChange, Reading


def compare(old: Reading, new: Reading) -> tuple[FigureChange, ...]:
    return compare_figures(old.release, old.observations, new.release, new.observations)


MOVED = [
    pytest.param(
        ("上半年，电信业务收入同比增长6.2%。", "2023-07-20"),
        ("上半年，电信业务收入同比增长3.0%。", "2024-07-20"),
        ("-3.2", "pp", None),
        id="growth of the same half-year",
    ),
    pytest.param(
        ("截至6月底，5G基站总数达293.7万个。", "2023-07-20"),
        ("截至7月末，5G基站总数达305.5万个。", "2023-08-20"),
        ("118000", "个", "4.02"),
        id="a stock at two moments",
    ),
    pytest.param(
        ("1—5月，规模以上工业增加值同比增长3.6%。", "2023-06-15"),
        ("1—6月，规模以上工业增加值同比增长3.8%。", "2023-07-17"),
        ("0.2", "pp", None),
        id="growth from January on, a month later",
    ),
    pytest.param(
        ("6月份，社会消费品零售总额同比增长3.1%。", "2023-07-17"),
        ("7月份，社会消费品零售总额同比增长2.5%。", "2023-08-15"),
        ("-0.6", "pp", None),
        id="single months",
    ),
    pytest.param(
        ("1—5月，规模以上工业企业利润总额2000亿元。", "2023-06-27"),
        ("1—6月，规模以上工业企业利润总额2600亿元。", "2023-07-27"),
        (None, "元", None),
        id="amounts of five months and of six have no difference",
    ),
    pytest.param(
        ("上半年，货物进口同比下降2.7%。", "2025-07-14"),
        ("上半年，货物进口同比增长22.1%。", "2026-07-14"),
        ("24.8", "pp", None),
        id="from a fall to a rise",
    ),
]


@pytest.mark.parametrize(("before", "after", "expected"), MOVED)
def test_what_moved(
    before: tuple[str, str], after: tuple[str, str], expected: tuple[str | None, str, str | None]
) -> None:
    (found,) = compare(read(*before), read(*after))
    difference, unit, relative = expected
    assert found.change is Change.CHANGED
    assert found.difference == (None if difference is None else Decimal(difference))
    assert found.unit == unit
    shown = None if found.relative is None else round(found.relative, 2)
    assert shown == (None if relative is None else Decimal(relative))


APART = [
    pytest.param(
        "上半年，电信业务收入同比增长6.2%。", "6月份，电信业务收入同比增长3.0%。", id="periods"
    ),
    pytest.param(
        "上半年，货物出口同比增长6.2%。", "上半年，货物进口同比增长6.3%。", id="indicators"
    ),
    pytest.param(
        "6月份，居民消费价格同比上涨0.2%。", "6月份，居民消费价格环比上涨0.3%。", id="bases"
    ),
    pytest.param(
        "今年，粮食产量达到1.3万亿斤。",
        "今年目标：粮食产量达到1.4万亿斤左右。",
        id="facts and goals",
    ),
]


@pytest.mark.parametrize(("before", "after"), APART)
def test_what_is_not_the_same(before: str, after: str) -> None:
    found = compare(read(before, "2023-07-20"), read(after, "2023-07-21"))
    assert {item.change for item in found} == {Change.GONE, Change.NEW}


def test_a_growth_goal_that_was_lowered_comes_first() -> None:
    done = "过去一年，全省进出口总额同比增长{}%。\n二、工作安排\n"
    plan = done + "今年发展主要预期目标是：地区生产总值增长{}。"
    found = compare(
        read(plan.format(9, "5%左右"), "2025-01-20", "湖北省"),
        read(plan.format(2, "4.5%左右"), "2026-01-20", "湖北省"),
    )
    assert len(found) == 2
    first = found[0]
    assert first.told.status.value == "target"
    assert (first.difference, first.unit) == (Decimal("-0.5"), "pp")


def test_a_softer_bound_is_a_change() -> None:
    plan = "今年发展主要预期目标是：地区生产总值增长{}。"
    (found,) = compare(
        read(plan.format("5%以上"), "2025-01-20", "湖北省"),
        read(plan.format("5%左右"), "2026-01-20", "湖北省"),
    )
    assert found.difference == 0
    assert found.change is Change.CHANGED


def test_what_is_restated_stands_aside() -> None:
    later = "1—6月，电信业务收入同比增长6.2%。1—5月，电信业务收入同比增长6.8%。"
    found = compare(
        read("1—5月，电信业务收入同比增长6.8%。", "2023-06-20"), read(later, "2023-07-20")
    )
    moved = next(item for item in found if item.change is Change.CHANGED)
    assert moved.new is not None
    assert moved.new.period == "2023-01/2023-06"


def test_two_provinces_are_compared_as_homes() -> None:
    one = read("2025年，地区生产总值增长5.5%。", "2026-02-01", "山东省")
    two = read("2025年，地区生产总值增长5.3%。", "2026-02-09", "江苏省")
    (found,) = compare(one, two)
    assert found.difference == Decimal("-0.2")


def test_the_same_value_is_unchanged() -> None:
    one = read("6月份，城镇调查失业率为5.2%。", "2023-07-17")
    two = read("7月份，城镇调查失业率为5.2%。", "2023-08-15")
    (found,) = compare(one, two)
    assert found.change is Change.SAME


def test_a_figure_told_twice_is_one() -> None:
    one = read("电信业务收入增长6.2%\n上半年，电信业务收入同比增长6.2%。", "2023-07-20")
    two = read("上半年，电信业务收入同比增长3.0%。", "2024-07-20")
    assert [item.change for item in compare(one, two)].count(Change.CHANGED) == 1


def test_the_exact_value_stands_for_what_was_passed() -> None:
    text = "上半年，货物贸易进出口首次突破25万亿元。上半年，货物贸易进出口25.47万亿元。"
    (found,) = compare(
        read("上半年，货物贸易进出口21.79万亿元。", "2025-07-14"), read(text, "2026-07-14")
    )
    assert found.new is not None
    assert found.new.value == Decimal("25470000000000")


def test_nothing_to_compare() -> None:
    assert compare(read("没有数字的一句话。"), read("另一句话。")) == ()


def test_a_release_against_itself_has_not_moved() -> None:
    text = "2022年，电信业务收入增长8%。上半年，电信业务收入同比增长6.2%。1—5月增长6.8%。"
    one = read(text)
    assert {item.change for item in compare(one, one)} == {Change.SAME}
