"""Bare names that lean on the figure before them."""

from __future__ import annotations

import pytest

from jiedu.catalogue import identify_after, indicator, is_of_a_part, leads_on
from jiedu.catalogue.kinship import kinships
from jiedu.catalogue.patterns import patterns
from jiedu.model import Measure

LEVEL, SHARE, GROWTH = Measure.LEVEL, Measure.SHARE, Measure.GROWTH
FAMILIES = {pattern.id for pattern in patterns()}


@pytest.mark.parametrize(
    ("name", "unit", "measure", "before", "expected"),
    [
        ("出口", "元", LEVEL, "trade.goods", "trade.goods_exports"),
        ("进口", "%", GROWTH, "trade.goods_exports", "trade.goods_imports"),
        ("出口", "元", LEVEL, "trade.with/asean", "trade.exports_to/asean"),
        ("进口", "%", GROWTH, "trade.services_exports/travel", "trade.services_imports/travel"),
        ("利润", "元", LEVEL, "industry.revenue/light", "industry.profit/light"),
        ("实现利润总额", "元", LEVEL, "software.revenue", "software.profit"),
        ("销量", "辆", LEVEL, "output/nev", "sales/nev"),
        ("装备制造业", "%", GROWTH, "industry.value_added", "industry.value_added/equipment"),
        (
            "高技术制造业",
            "%",
            GROWTH,
            "investment.foreign/services",
            "investment.foreign/high_tech",
        ),
        ("全社会用电量", "%", GROWTH, "trade.goods", "energy.electricity_use"),
        ("新订单指数", "%", LEVEL, "logistics.climate_index", "logistics.new_orders"),
        ("新订单指数", "%", LEVEL, "pmi.manufacturing", "pmi.new_orders"),
        ("发送货物", "标箱", LEVEL, "trade.europe_trains", "trade.europe_trains_containers"),
        ("火电", "%", GROWTH, "energy.generation", "energy.generation/thermal"),
    ],
)
def test_a_name_that_leans(
    name: str, unit: str, measure: Measure, before: str, expected: str
) -> None:
    assert identify_after(name, unit, measure, before) == expected


@pytest.mark.parametrize(
    ("name", "unit", "measure", "before"),
    [
        ("出口", "元", LEVEL, "industry.value_added"),
        ("出口", "户", LEVEL, "trade.goods"),
        ("利润", "元", LEVEL, "trade.goods"),
        ("销量", "元", LEVEL, "output/nev"),
        ("装备工业", "%", SHARE, "industry.value_added"),
        ("汽车", "%", GROWTH, "output/nev"),
        ("出口", "元", LEVEL, "dragons"),
        ("出口", "元", LEVEL, ""),
    ],
)
def test_a_name_that_does_not(name: str, unit: str, measure: Measure, before: str) -> None:
    assert identify_after(name, unit, measure, before) is None


def test_every_kin_is_in_the_catalogue() -> None:
    ids = {kin for after in kinships().values() for pair in after.items() for kin in pair}
    unknown = {
        kin
        for kin in ids
        if indicator(kin) is None and not (kin.endswith("/*") and kin[:-2] in FAMILIES)
    }
    assert unknown == set()


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("trade.goods", True),
        ("trade.with/asean", True),
        ("industry.value_added", True),
        ("output/nev", False),
        ("trade.services/travel", False),
        ("employment.unemployment", False),
    ],
)
def test_what_stays_the_topic(before: str, *, expected: bool) -> None:
    assert leads_on(before) is expected


def test_a_topic_holds_no_share() -> None:
    arguments = ("出口", "%", SHARE, "trade.goods")
    assert identify_after(*arguments) == "trade.goods_exports"
    assert identify_after(*arguments, same=False) is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("对全部投资增长的贡献率", True),
        ("对GDP增长贡献率", True),
        ("全部规模以上工业", True),
        ("装备制造业增加值", False),
        ("品种对单产的贡献率", False),
    ],
)
def test_whose_contribution(name: str, *, expected: bool) -> None:
    assert is_of_a_part(name) is expected
