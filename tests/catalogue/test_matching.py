"""Names, units and measures in; ids out. A near miss is None."""

from __future__ import annotations

import pytest

from jiedu.catalogue import identify, indicator_of, match
from jiedu.model import Measure

LEVEL, SHARE, GROWTH = Measure.LEVEL, Measure.SHARE, Measure.GROWTH
CHANGE, POINTS, RANK = Measure.LEVEL_CHANGE, Measure.GROWTH_CHANGE, Measure.RANK

KNOWN = [
    ("规模以上工业增加值", "%", GROWTH, "industry.value_added"),
    ("规上工业增加值", "pp", POINTS, "industry.value_added"),
    ("我国规模以上的工业增加值", "%", GROWTH, "industry.value_added"),
    ("工业增加值", "元", LEVEL, "industry.value_added_all"),
    ("高技术制造业增加值", "%", GROWTH, "industry.value_added/high_tech"),
    ("汽车行业增加值", "%", GROWTH, "industry.value_added/automobile"),
    ("机械工业规模以上企业增加值", "%", GROWTH, "industry.value_added/machinery"),
    ("轻工行业规模以上企业营业收入", "元", LEVEL, "industry.revenue/light"),
    ("规模以上工业企业实现利润总额", "元", LEVEL, "industry.profit"),
    ("制造业增加值", "%", SHARE, "accounts.manufacturing"),
    ("第二产业增加值", "元", LEVEL, "accounts.value_added/secondary"),
    ("新能源汽车产量", "辆", LEVEL, "output/nev"),
    ("新能源汽车产量", "", RANK, "output/nev"),
    ("新能源汽车出口", "辆", LEVEL, "trade.export_volume/nev"),
    ("新能源汽车出口", "元", LEVEL, "trade.export_value/nev"),
    ("新能源汽车出口", "%", GROWTH, "trade.exports_unspecified/nev"),
    ("机电产品出口", "%", GROWTH, "trade.export_value/mechanical_electrical"),
    ("出口机电产品", "元", LEVEL, "trade.export_value/mechanical_electrical"),
    ("对共建“一带一路”国家进出口", "元", LEVEL, "trade.with/belt_road"),
    ("对“一带一路”沿线国家出口", "%", GROWTH, "trade.exports_to/belt_road"),
    ("自非洲进口", "%", GROWTH, "trade.imports_from/africa"),
    ("民营企业进出口", "%", SHARE, "trade.value/private"),
    ("5G基站", "个", LEVEL, "5g.stations"),
    ("5G基站", "座", LEVEL, "5g.stations"),
    ("锂电池装机量", "%", GROWTH, "green.lithium_installed"),
    ("大数据产业规模", "元", LEVEL, "digital.big_data_industry"),
    ("建成开通5G基站总数", "个", LEVEL, "5g.stations"),
    ("5G移动电话用户", "户", CHANGE, "5g.users"),
    ("具备千兆网络服务能力的10G PON端口数", "个", LEVEL, "telecoms.gigabit_ports"),
    ("太阳能发电装机容量", "千瓦", CHANGE, "energy.capacity/solar"),
    ("城乡居民生活用电量", "%", GROWTH, "energy.electricity_use/residents"),
    ("城镇调查失业率", "%", LEVEL, "employment.unemployment"),
    ("城镇调查失业率", "pp", CHANGE, "employment.unemployment"),
    ("家具类商品零售额", "%", GROWTH, "retail.goods/furniture"),
    ("居民消费价格指数（CPI）", "%", GROWTH, "prices.consumer"),
    ("高技术产业实际使用外资", "%", SHARE, "investment.foreign/high_tech_industries"),
    ("德国国内生产总值", "%", GROWTH, "foreign.gdp/germany"),
    ("英国消费者价格指数", "%", GROWTH, "foreign.cpi/uk"),
    ("上海港集装箱吞吐量", "%", GROWTH, "transport.port_containers/shanghai"),
    ("经西部陆海新通道进出口", "元", LEVEL, "trade.via/western_corridor"),
    ("中欧班列(西安)开行", "列", LEVEL, "trade.trains_of/xian"),
    ("新材料产业产值", "%", GROWTH, "industry.gross_output/new_materials"),
    ("煤炭日均产量", "吨", LEVEL, "output_daily/coal"),
    ("高技术制造业相关物流需求", "%", GROWTH, "logistics.demand/high_tech"),
    ("民营经济增加值占地区生产总值", "%", SHARE, "accounts.private_economy"),
]

NEAR_MISSES = [
    ("规模以上工业增加值", "元/吨", LEVEL),
    ("5G基站", "户", LEVEL),
    ("5G移动电话用户", "个", LEVEL),
    ("5G基站", "%", LEVEL),
    ("出口", "元", LEVEL),
    ("利润总额", "元", LEVEL),
    ("产量", "%", GROWTH),
    ("生产指数", "%", LEVEL),
    ("工业增加值", "%", GROWTH),
    ("新能源汽车产量", "元", LEVEL),
    ("高技术制造业", "%", GROWTH),
    ("汽车和电子行业增加值", "%", GROWTH),
    ("上海规模以上工业增加值", "%", GROWTH),
    ("黄河流域进出口", "省区", LEVEL),
    ("进出口总值", "元", LEVEL),
    ("票房", "元", LEVEL),
    ("充电量", "千瓦时", LEVEL),
    ("货运量", "吨", LEVEL),
    ("接待游客", "人次", LEVEL),
    ("产品研发周期", "%", GROWTH),
    ("一二三产增加值", "%", GROWTH),
    ("的高速公路总里程", "公里", LEVEL),
    ("新能源规模", "%", GROWTH),
    ("民营企业数量", "%", SHARE),
    ("外商投资企业", "%", GROWTH),
    ("", "%", GROWTH),
]


@pytest.mark.parametrize(("name", "unit", "measure", "expected"), KNOWN)
def test_a_name_that_is_sure(name: str, unit: str, measure: Measure, expected: str) -> None:
    assert identify(name, unit, measure) == expected


@pytest.mark.parametrize(("name", "unit", "measure"), NEAR_MISSES)
def test_a_name_that_is_not_sure(name: str, unit: str, measure: Measure) -> None:
    assert identify(name, unit, measure) is None


@pytest.mark.parametrize(
    ("name", "unit", "measure", "region", "expected"),
    [
        ("上海规模以上工业增加值", "%", GROWTH, "上海市", "industry.value_added"),
        ("广东外贸进出口", "元", LEVEL, "广东省", "trade.goods"),
        ("广东GDP", "%", GROWTH, "广东省", "accounts.grp"),
        ("广东出口", "%", GROWTH, "广东省", "trade.goods_exports"),
        ("长三角地区对东盟进出口", "元", LEVEL, "长三角地区", "trade.with/asean"),
        ("横琴粤澳深度合作区进出口", "元", LEVEL, "横琴粤澳深度合作区", "trade.goods"),
        ("兰州新区经济总量", "元", LEVEL, "兰州新区", "accounts.grp"),
        ("山西全省煤炭产量", "吨", LEVEL, "山西省", "output/coal"),
        ("规模以上工业增加值", "%", GROWTH, None, "industry.value_added"),
    ],
)
def test_a_name_behind_its_region(
    name: str, unit: str, measure: Measure, region: str | None, expected: str
) -> None:
    found = match(name, unit, measure)
    assert found is not None
    assert found.indicator_id == expected
    assert (found.region and found.region.name) == region


@pytest.mark.parametrize("name", ["上海", "上海港", "出口", "深圳口岸出口"])
def test_no_match(name: str) -> None:
    assert match(name, "%", GROWTH) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("industry.value_added", "industry.value_added"),
        ("output/nev", "output/nev"),
        ("规上工业增加值", "industry.value_added"),
        ("GDP", "accounts.gdp"),
        ("出口", "trade.goods_exports"),
        ("新能源汽车产量", "output/nev"),
        ("对东盟进出口", "trade.with/asean"),
        ("5G基站数量", "5g.stations"),
    ],
)
def test_an_indicator_a_person_means(text: str, expected: str) -> None:
    found = indicator_of(text)
    assert found is not None
    assert found.id == expected


@pytest.mark.parametrize("text", ["", "龙", "output/dragon", "新能源汽车出口"])
def test_no_indicator_is_meant(text: str) -> None:
    assert indicator_of(text) is None
