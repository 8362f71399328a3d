"""Each rule on texts in full: what it says of a true claim, of a slip, and where it is silent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from told import DAY, Earlier, release, told, verdicts

from jiedu.checks import Book, check_text
from jiedu.pipeline import process
from jiedu.pipeline.checking import claims_of

if TYPE_CHECKING:
    from jiedu.model import Source

JANUARY = date(2024, 1, 25)
APRIL = date(2024, 4, 18)
MAY = date(2024, 5, 17)
JUNE = date(2024, 6, 17)
DECEMBER = date(2024, 12, 11)
NEXT = date(2025, 1, 17)

HALF = "上半年，规模以上工业增加值同比增长6.0%，比去年同期加快{}个百分点。"
LAST_HALF = Earlier("上半年，规模以上工业增加值同比增长3.8%。")
QUARTER = "二季度，规模以上工业增加值同比增长5.9%，比一季度放缓{}个百分点。"
FIRST_QUARTER = Earlier("一季度，规模以上工业增加值同比增长6.1%。", APRIL)
STATIONS = "截至6月底，5G基站总数达391.7万个，比上年末净增{}万个。"
STATIONS_THEN = Earlier("截至2023年底，5G基站总数为337.7万个。", JANUARY)
USERS = "截至6月底，5G用户占移动电话用户的52.4%，占比较上年末提高{}个百分点。"
USERS_THEN = Earlier("截至2023年底，5G用户占移动电话用户的46.6%。", JANUARY)
SURVEY = "5月，制造业采购经理指数为49.5%，比上月下降{}个百分点。"
SURVEY_THEN = Earlier("4月，制造业采购经理指数为50.4%。", date(2024, 4, 30))
GAP = (
    "上半年，规模以上工业增加值同比增长6.0%。"
    "上半年，装备制造业增加值同比增长{}%，高于规模以上工业1.8个百分点。"
)
LONE_GAP = "上半年，装备制造业增加值同比增长7.8%，高于规模以上工业1.8个百分点。"
CARS = "上半年，我国汽车出口量279.3万辆，同比增长{}%。"
CARS_THEN = Earlier("上半年，汽车出口量214万辆。")
TRADE = "上半年，货物进出口总额21.17万亿元，同比增长{}%。"
TRADE_THEN = Earlier("上半年，货物进出口总额20.1万亿元。")
RETAIL = "上半年，社会消费品零售总额235969亿元，同比增长{}%。"
RETAIL_THEN = Earlier("上半年，社会消费品零售总额220000亿元。")
PARTNERS = "上半年，对共建“一带一路”国家进出口10.03万亿元，同比增长{}%。"
PARTNERS_THEN = Earlier("上半年，对“一带一路”沿线国家进出口6.89万亿元。")
YEARS = "机器人产量由2019年的{}万套增加到2023年的43万套，增长126.3%。"
REAL_RISE = "上半年，国内生产总值同比增长5.0%，按不变价格计算，比去年同期放缓{}个百分点。"
REAL_RISE_THEN = Earlier("上半年，国内生产总值同比增长5.5%。")
REAL_SALES = "6月，社会消费品零售总额同比实际增长3.1%，比上月加快{}个百分点。"
REAL_SALES_THEN = Earlier("5月，社会消费品零售总额同比增长3.7%。", JUNE)
RECORD = "上半年，全国汽车产量{}万辆，同比增长1.6%，创历史同期新高。"
RECORD_THEN = Earlier("上半年，全国汽车产量1304.3万辆。")
HEADED = "上半年软件业务收入达{}亿元\n上半年，全国软件业务收入62350亿元，同比增长11.5%。"
NEWS = (
    "家电、家具、汽车以旧换新销售额分别为141亿元、105亿元和66亿元，销售额占比（{}%）最高的是家电。"
)
INCOME = "上半年，居民人均可支配收入20733元，实际增长{}%。"
INCOME_THEN = Earlier("上半年，居民人均可支配收入19672元。")
SHARE = "6月，汽车销量255.2万辆。6月，新能源汽车销量104.9万辆，占汽车总销量的{}%。"
ZONES = (
    "2023年，我国货物贸易进出口总值41.76万亿元。2023年，各类园区合计进出口7.67万亿元。"
    "2023年，对欧盟进出口5.51万亿元，占进出口总值的{}%。"
)
PARTS = "上半年，货物进出口总额{}万亿元，其中，出口12.13万亿元，进口9.04万亿元。"
QUARTERS = "上半年，货物进出口总额20.1万亿元，一季度、二季度分别为{}万亿元和10.36万亿元。"
SPANS = "上半年，软件业务收入{}亿元。其中二季度，软件业务收入34320亿元。"
SPANS_THEN = Earlier("一季度，软件业务收入28030亿元。", APRIL)
AVERAGE = "新能源汽车产量从2018年的127万辆增长到2023年的958.7万辆，年均增长{}%。"
REAL_AVERAGE = "国内生产总值从2018年的91.9万亿元增长到2023年的126.1万亿元，年均增长{}%。"
PULL = (
    "2023年，电信业务收入16800亿元，同比增长6.2%。"
    "其中，新兴业务收入3564亿元，同比增长19.1%，拉动电信业务收入增长{}个百分点。"
)
OWN_PULL = PULL.replace("电信业务收入增长{}", "{}")
OUTPUT = "2023年上半年，全国汽车产量为{}万辆。"
OUTPUT_THEN = Earlier("上半年，全国汽车产量为1324.8万辆。")
PRICES = "6月，全国工业生产者出厂价格由上月同比下降{}%转为上涨0.1%。"
PRICES_THEN = Earlier("5月份，全国工业生产者出厂价格同比下降1.4%。", date(2024, 6, 12))
SAME_DAY = Earlier("上半年，全国汽车产量为1398.1万辆。", date(2024, 7, 19))
TURN = "5月，社会消费品零售总额同比增长{}%，比上月{}。"
TURN_THEN = Earlier("4月，社会消费品零售总额同比增长2.3%。", MAY)
FALL = "5月，房地产开发投资同比下降{}%，降幅比上月收窄。"
FALL_THEN = Earlier("4月，房地产开发投资同比下降9.8%。", MAY)
MORE = "1至11月，新能源汽车产量达{}万辆，超过去年全年。"
MORE_THEN = Earlier("2023年，新能源汽车产量达958.7万辆。", JANUARY)
PLAN = "2024年，城镇新增就业{}万人，超额完成全年目标任务。"
PLAN_THEN = Earlier("2024年发展主要预期目标是：城镇新增就业1200万人以上。", date(2024, 3, 5))

CASES = [
    ("growth_difference", HALF.format("2.2"), LAST_HALF, DAY, ["holds"]),
    ("growth_difference", HALF.format("2.3"), LAST_HALF, DAY, ["holds"]),  # 6.04 − 3.76
    ("growth_difference", HALF.format("3.2"), LAST_HALF, DAY, ["off"]),
    ("growth_difference", HALF.format("2.2"), None, DAY, ["unverifiable"]),
    ("growth_difference", QUARTER.format("0.2"), FIRST_QUARTER, DAY, ["holds"]),
    ("growth_difference", QUARTER.format("0.5"), FIRST_QUARTER, DAY, ["off"]),
    ("level_change", STATIONS.format("54"), STATIONS_THEN, DAY, ["holds"]),
    ("level_change", STATIONS.format("64"), STATIONS_THEN, DAY, ["off"]),
    ("level_change", STATIONS.format("54"), None, DAY, ["unverifiable"]),
    ("share_difference", USERS.format("5.8"), USERS_THEN, DAY, ["holds"]),
    ("share_difference", USERS.format("6.8"), USERS_THEN, DAY, ["revised"]),
    ("share_difference", USERS.format("9.8"), USERS_THEN, DAY, ["off"]),
    ("level_change", SURVEY.format("0.9"), SURVEY_THEN, JUNE, ["holds"]),
    ("level_change", SURVEY.format("1.9"), SURVEY_THEN, JUNE, ["off"]),
    ("gap", GAP.format("7.8"), None, DAY, ["holds"]),
    ("gap", GAP.format("8.7"), None, DAY, ["off"]),
    ("gap", LONE_GAP, None, DAY, ["unverifiable"]),
    ("level_growth", CARS.format("30.5"), CARS_THEN, DAY, ["holds"]),
    ("level_growth", CARS.format("36.5"), CARS_THEN, DAY, ["off"]),
    ("level_growth", CARS.format("30.5"), None, DAY, ["unverifiable"]),
    ("level_growth", TRADE.format("5.3"), TRADE_THEN, DAY, ["holds"]),
    ("level_growth", TRADE.format("6.1"), TRADE_THEN, DAY, ["revised"]),
    ("level_growth", TRADE.format("16.1"), TRADE_THEN, DAY, ["off"]),
    ("level_growth", RETAIL.format("5.7"), RETAIL_THEN, DAY, ["comparable-basis"]),
    ("level_growth", INCOME.format("5.4"), INCOME_THEN, DAY, ["holds"]),
    ("level_growth", INCOME.format("5.1"), INCOME_THEN, DAY, ["comparable-basis"]),
    ("share", SHARE.format("41.1"), None, DAY, ["holds"]),
    ("share", SHARE.format("51.1"), None, DAY, ["off"]),
    ("share", SHARE.format("41.2"), None, DAY, ["off"]),
    ("share", ZONES.format("13.2"), None, JANUARY, ["holds"]),
    ("share", ZONES.format("23.2"), None, JANUARY, ["off"]),
    ("sum", PARTS.format("21.17"), None, DAY, ["holds", "holds", "holds"]),
    ("sum", PARTS.format("21.18"), None, DAY, ["holds", "holds", "holds"]),  # the parts' rounding
    ("sum", QUARTERS.format("9.74"), None, DAY, ["holds", "holds", "holds"]),
    ("sum", QUARTERS.format("9.47"), None, DAY, ["off", "off", "off"]),
    ("sum", PARTS.format("21.67"), None, DAY, ["off", "off", "off"]),  # in the total or a part
    ("sum", SPANS.format("62350"), SPANS_THEN, DAY, ["holds"]),
    ("sum", SPANS.format("63350"), SPANS_THEN, DAY, ["revised"]),
    ("sum", SPANS.format("72350"), SPANS_THEN, DAY, ["off"]),
    ("sum", SPANS.format("162350"), SPANS_THEN, DAY, []),  # of another thing
    ("level_growth", RETAIL.format("17.7"), RETAIL_THEN, DAY, ["off"]),  # no basis is so far off
    ("level_growth", RETAIL.format("3.7"), RETAIL_THEN, DAY, ["off"]),  # 7.3, its digits swapped
    ("level_growth", PARTNERS.format("7.2"), PARTNERS_THEN, DAY, ["comparable-basis"]),
    ("level_growth", YEARS.format("19"), None, JANUARY, ["holds"]),
    ("level_growth", YEARS.format("17"), None, JANUARY, ["off"]),
    ("growth_difference", REAL_RISE.format("0.5"), REAL_RISE_THEN, DAY, ["holds"]),
    ("growth_difference", REAL_RISE.format("1.5"), REAL_RISE_THEN, DAY, ["off"]),
    ("growth_difference", REAL_SALES.format("1.5"), REAL_SALES_THEN, DAY, ["comparable-basis"]),
    ("restated", HEADED.format("62350"), None, DAY, []),
    ("restated", HEADED.format("62"), None, DAY, []),  # of another thing
    ("restated", HEADED.format("6.2万"), None, DAY, []),  # without its last digits
    ("restated", HEADED.format("63250"), None, DAY, ["off", "off"]),
    ("share", NEWS.format("45"), None, DAY, ["holds"]),
    ("share", NEWS.format("54"), None, DAY, ["off"]),
    ("share", NEWS.format("35"), None, DAY, []),  # of a whole that holds more
    ("average_growth", AVERAGE.format("49.8"), None, DAY, ["holds"]),
    ("average_growth", AVERAGE.format("69.8"), None, DAY, ["off"]),
    ("average_growth", REAL_AVERAGE.format("5.2"), None, DAY, ["comparable-basis"]),
    ("contribution", PULL.format("3.6"), None, DAY, ["holds"]),
    ("contribution", PULL.format("4.0"), None, DAY, ["holds"]),  # within the deflators
    ("contribution", PULL.format("6.6"), None, DAY, ["off"]),
    ("contribution", OWN_PULL.format("3.6"), None, DAY, ["holds"]),
    ("contribution", OWN_PULL.format("6.6"), None, DAY, ["off"]),
    ("restated", OUTPUT.format("1324.8"), OUTPUT_THEN, DAY, ["holds"]),
    ("restated", OUTPUT.format("1330.8"), OUTPUT_THEN, DAY, ["revised"]),
    ("restated", PRICES.format("1.4"), PRICES_THEN, DAY, ["holds"]),
    ("restated", PRICES.format("2.4"), PRICES_THEN, DAY, ["off"]),  # prices are not revised
    ("restated", OUTPUT.format("1324.9"), OUTPUT_THEN, DAY, ["revised"]),
    ("restated", OUTPUT.format("1325"), OUTPUT_THEN, DAY, ["holds"]),  # to fewer digits
    ("restated", OUTPUT.format("324.8"), OUTPUT_THEN, DAY, []),
    ("restated", "上半年，全国汽车产量为1389.1万辆。", SAME_DAY, DAY, ["off"]),
    ("restated", "上半年，全国汽车产量超过1389.1万辆。", SAME_DAY, DAY, []),
    ("direction", TURN.format("3.7", "加快"), TURN_THEN, JUNE, ["holds"]),
    ("direction", TURN.format("1.7", "加快"), TURN_THEN, JUNE, ["off"]),
    ("direction", TURN.format("1.7", "回落"), TURN_THEN, JUNE, ["holds"]),
    ("direction", TURN.format("3.7", "回落"), TURN_THEN, JUNE, ["off"]),
    ("direction", TURN.format("2.3", "回落"), TURN_THEN, JUNE, ["holds"]),  # 2.33 and 2.28
    ("direction", TURN.format("3.7", "加快"), None, JUNE, []),
    ("direction", FALL.format("8.1"), FALL_THEN, JUNE, ["holds"]),
    ("direction", FALL.format("10.1"), FALL_THEN, JUNE, ["off"]),
    ("direction", RECORD.format("1324.8"), RECORD_THEN, DAY, ["holds"]),
    ("direction", RECORD.format("1124.8"), RECORD_THEN, DAY, ["off"]),
    ("direction", RECORD.format("1290.8"), RECORD_THEN, DAY, ["revised"]),
    ("direction", RECORD.format("124.8"), RECORD_THEN, DAY, []),  # of another thing
    ("direction", RECORD.format("1324.8"), None, DAY, []),
    ("bound", MORE.format("1134.5"), MORE_THEN, DECEMBER, ["holds"]),
    ("bound", MORE.format("934.5"), MORE_THEN, DECEMBER, ["off"]),
    ("bound", MORE.format("1134.5"), None, DECEMBER, ["unverifiable"]),
    ("target", PLAN.format("1256"), PLAN_THEN, NEXT, ["holds"]),
    ("target", PLAN.format("1156"), PLAN_THEN, NEXT, ["off"]),
    ("target", PLAN.format("1256"), None, NEXT, ["unverifiable"]),
]


@pytest.mark.parametrize(("rule", "text", "earlier", "published", "expected"), CASES)
def test_what_a_rule_says(
    rule: str, text: str, earlier: Earlier | None, published: date, expected: list[str]
) -> None:
    findings = told(text, *([earlier] if earlier else []), published=published)
    assert verdicts(findings, rule) == expected


RULES = {
    "growth_difference", "level_change", "share_difference", "gap", "level_growth",
    "average_growth", "share", "sum", "contribution", "direction", "bound", "target", "restated",
}  # fmt: skip


def test_every_rule_has_a_case_that_holds_and_one_that_does_not() -> None:
    kinds: dict[str, set[str]] = {}
    for rule, _, _, _, expected in CASES:
        kinds.setdefault(rule, set()).update(expected)
    assert set(kinds) == RULES
    assert all({"holds", "off"} <= found for found in kinds.values())


SILENT = {
    "a goal claims nothing": "到2025年底，5G基站达到400万个，比上年末增加30万个。",
    "no figure": "会议听取了各地的情况，部署了下一步工作。",
    "a growth without its level": "上半年，电信业务收入同比增长6.2%。",
    "a share whose whole is not told": "上半年，民营企业出口额占比为62.1%。",
    "a rank": "我国造船完工量连续多年居全球第一。",
    "an empty year": "2024年，各项工作有序推进。",
}


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_silence(text: str) -> None:
    assert told(text) == []


def test_a_bound_is_counted_as_one() -> None:
    """近105万 of about 255万 leaves room above nothing but the quotient of the ends."""
    (found,) = told("6月，汽车销量约255万辆。6月，新能源汽车销量近105万辆，占汽车总销量的41.1%。")
    assert (found.verdict.value, found.expected[0]) == ("holds", None)


def test_the_sum_and_its_sources_are_written_out() -> None:
    (found,) = told(HALF.format("2.2"), LAST_HALF)
    assert found.reason == (
        "6.0% − 3.8% (earlier, 2023-07-20) = 2.2 ± 0.1个百分点; stated 2.2个百分点: holds"
    )
    assert [fact.release for fact in found.evidence] == ["draft", "earlier"]
    assert found.expected == (Decimal("2.05"), Decimal("2.35"))


def test_what_is_missing_is_named() -> None:
    (found,) = told(LONE_GAP)
    assert "规模以上工业 in 2024-01/2024-06 would decide it" in found.reason
    assert found.expected == (None, None)


def test_a_province_is_not_held_against_the_country() -> None:
    text = "上半年，规模以上工业增加值同比增长6.0%，比去年同期加快2.2个百分点。"
    (found,) = told(text, LAST_HALF, region="江苏省")
    assert found.verdict.value == "unverifiable"
    (found,) = told(text, LAST_HALF._replace(region="江苏省"), region="江苏省")
    assert found.verdict.value == "holds"


def test_a_province_against_the_country_where_it_says_so() -> None:
    text = "上半年，规模以上工业增加值同比增长{}%，高于全国1.1个百分点。"
    country = Earlier("上半年，规模以上工业增加值同比增长4.9%。", date(2024, 7, 15))
    for growth, expected in (("6.0", "holds"), ("7.0", "off")):
        (found,) = told(text.format(growth), country, region="江苏省")
        assert (found.rule, found.verdict.value) == ("gap", expected)


def test_a_whole_that_others_give_as_far_more_is_of_something_else() -> None:
    """A zone's trade is not the country's, though its sentence calls it so."""
    text = "6月，示范区汽车销量155.2万辆。6月，新能源汽车销量104.9万辆，占汽车总销量的41.1%。"
    assert verdicts(told(text), "share") in (["off"], [])
    country = Earlier("6月，汽车销量455.2万辆。", date(2024, 7, 10))
    assert verdicts(told(text, country), "share") == []


def test_a_part_that_shrank_to_nothing_is_no_base() -> None:
    reading = process(release(PULL.format("3.6")))
    claims = claims_of(reading)
    gone = [_gone(claim) for claim in claims]
    found = check_text(gone, Book(gone, reading.release.id))
    assert "contribution" not in {finding.rule for finding in found}


def _gone(claim: Source) -> Source:
    found = claim.observation
    if found.text != "19.1%":
        return claim
    return replace(claim, observation=replace(found, value=Decimal(-100)))
