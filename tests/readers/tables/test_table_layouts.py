"""Tables in the shapes that official sites publish, and the figures they hold."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from jiedu.readers.tables import read_tables

if TYPE_CHECKING:
    from pathlib import Path

    from jiedu.model import Record

DAY = date(2023, 7, 20)

MONTHLY = """数据库：月度数据
时间：最近2个月
指标,2023年6月,2023年5月
规模以上工业增加值_同比增长(%),4.4,3.5
规模以上工业增加值_累计增长(%),3.8,3.6
发电量_累计值(亿千瓦小时),41680.1,34216
社会消费品零售总额_当期值(亿元),"39,951.4",—
城镇调查失业率(%),5.2,５．２
注：本表数据为初步统计数。
数据来源：国家统计局
"""
MONTHLY_FIGURES = [
    "规模以上工业增加值|growth|4.4|%|2023-06|yoy|industry.value_added",
    "规模以上工业增加值|growth|3.5|%|2023-05|yoy|industry.value_added",
    "规模以上工业增加值|growth|3.8|%|2023-01/2023-06|yoy|industry.value_added",
    "规模以上工业增加值|growth|3.6|%|2023-01/2023-05|yoy|industry.value_added",
    "发电量|level|4168010000000|千瓦时|2023-01/2023-06||",
    "发电量|level|3421600000000|千瓦时|2023-01/2023-05||",
    "社会消费品零售总额|level|3995140000000|元|2023-06||retail.total",
    "城镇调查失业率|level|5.2|%|2023-06||employment.unemployment",
    "城镇调查失业率|level|5.2|%|2023-05||employment.unemployment",
]
RELEASED = """2023年6月份规模以上工业生产主要数据,,,,
指标,6月,,1—6月,
,绝对量,同比增长（%）,绝对量,同比增长（%）
规模以上工业增加值,…,4.4,…,3.8
分三大门类,,,,
制造业,…,4.8,…,4.2
其中：国有控股企业,…,5.4,…,4.4
主要行业增加值,,,,
汽车制造业,…,8.8,…,13.1
主要产品产量,,,,
原煤（万吨）,39009,2.5,229929,4.4
产品销售率（%）,97.4,-0.9,96.4,-0.7
"""
RELEASED_FIGURES = [
    "规模以上工业增加值|growth|4.4|%|2023-06|yoy|industry.value_added",
    "规模以上工业增加值|growth|3.8|%|2023-01/2023-06|yoy|industry.value_added",
    "规模以上制造业增加值|growth|4.8|%|2023-06|yoy|industry.value_added_manufacturing",
    "规模以上制造业增加值|growth|4.2|%|2023-01/2023-06|yoy|industry.value_added_manufacturing",
    "规模以上国有控股企业增加值|growth|5.4|%|2023-06|yoy|",
    "规模以上国有控股企业增加值|growth|4.4|%|2023-01/2023-06|yoy|",
    "规模以上汽车制造业增加值|growth|8.8|%|2023-06|yoy|industry.value_added/automobile",
    "规模以上汽车制造业增加值|growth|13.1|%|2023-01/2023-06|yoy|industry.value_added/automobile",
    "原煤产量|level|390090000|吨|2023-06||output/raw_coal",
    "原煤产量|growth|2.5|%|2023-06|yoy|output/raw_coal",
    "原煤产量|level|2299290000|吨|2023-01/2023-06||output/raw_coal",
    "原煤产量|growth|4.4|%|2023-01/2023-06|yoy|output/raw_coal",
    "产品销售率|level|97.4|%|2023-06||",
    "产品销售率|level|96.4|%|2023-01/2023-06||",
]

CASES = [
    pytest.param("indicator-by-time", MONTHLY, MONTHLY_FIGURES, id="monthly"),
    pytest.param("indicator-by-time", RELEASED, RELEASED_FIGURES, id="released"),
    pytest.param(
        "time-by-indicator",
        "时间,原煤产量（万吨）,原煤产量同比增长（%）\n2023年5月,38546,4.2\n6月,39009,2.5\n",
        [
            "原煤产量|level|385460000|吨|2023-05||output/raw_coal",
            "原煤产量|growth|4.2|%|2023-05|yoy|output/raw_coal",
            "原煤产量|level|390090000|吨|2023-06||output/raw_coal",
            "原煤产量|growth|2.5|%|2023-06|yoy|output/raw_coal",
        ],
        id="transposed",
    ),
    pytest.param(
        "time-by-indicator",
        "年份,月份,城镇调查失业率（%）\n2023,5,5.2\n2023,6,5.2\n",
        [
            "城镇调查失业率|level|5.2|%|2023-05||employment.unemployment",
            "城镇调查失业率|level|5.2|%|2023-06||employment.unemployment",
        ],
        id="year and month apart",
    ),
    pytest.param(
        "long",
        "地区;时间;指标;数值;单位\n北京;2023年;地区生产总值;43760.7;亿元\n"
        "全国;2023年;国内生产总值;1260582.1;亿元\n",
        [
            "地区生产总值|level|4376070000000|元|2023||accounts.grp|北京市",
            "国内生产总值|level|126058210000000|元|2023||accounts.gdp",
        ],
        id="long",
    ),
    pytest.param(
        "region-by-time",
        "指标：地区生产总值\n单位：亿元\n地区,2022年,2023年\n北 京,41610.9,43760.7\n",
        [
            "地区生产总值|level|4161090000000|元|2022||accounts.grp|北京市",
            "地区生产总值|level|4376070000000|元|2023||accounts.grp|北京市",
        ],
        id="regions down, times across",
    ),
    pytest.param(
        "region-by-indicator",
        "2023年1—6月分地区主要指标\n地区\t规模以上工业增加值增速（%）\t固定资产投资同比增长（%）\n"
        "全国\t3.8\t3.8\n福建\t2.4\t3.4\n",
        [
            "规模以上工业增加值|growth|3.8|%|2023-01/2023-06|yoy|industry.value_added",
            "固定资产投资|growth|3.8|%|2023-01/2023-06|yoy|investment.fixed",
            "规模以上工业增加值|growth|2.4|%|2023-01/2023-06|yoy|industry.value_added|福建省",
            "固定资产投资|growth|3.4|%|2023-01/2023-06|yoy|investment.fixed|福建省",
        ],
        id="regions down, indicators across",
    ),
    pytest.param(
        "indicator-by-indicator",
        "2023年1—6月规模以上工业企业主要财务指标\n行业,营业收入,,利润总额,\n"
        ",亿元,同比增长(%),亿元,同比增长(%)\n汽车制造业,46618.5,13.1,2186.6,10.1\n",
        [
            "汽车制造业营业收入|level|4661850000000|元|2023-01/2023-06||industry.revenue/automobile",
            "汽车制造业营业收入|growth|13.1|%|2023-01/2023-06|yoy|industry.revenue/automobile",
            "汽车制造业利润总额|level|218660000000|元|2023-01/2023-06||industry.profit/automobile",
            "汽车制造业利润总额|growth|10.1|%|2023-01/2023-06|yoy|industry.profit/automobile",
        ],
        id="industries down, indicators across",
    ),
    pytest.param(
        "indicator-by-time",
        "2023年6月末通信业主要指标\n指标名称,单位,6月末,比上年末净增,同比增长（%）\n"
        "5G移动电话用户,万户,67600,11500,\n5G基站,万个,293.7,62.5,\n",
        [
            "5G移动电话用户|level|676000000|户|2023-06-30||5g.users",
            "5G移动电话用户|level_change|115000000|户|2023-06-30|ytd|5g.users",
            "5G基站|level|2937000|个|2023-06-30||5g.stations",
            "5G基站|level_change|625000|个|2023-06-30|ytd|5g.stations",
        ],
        id="stocks and a column of units",
    ),
    pytest.param(
        "indicator-by-time",
        "指标,2023年二季度,2023Q1\n国内生产总值_累计值（亿元）,593034.2,284996.6\n"
        "国内生产总值_当季值（亿元）,308037.6,284996.6\n",
        [
            "国内生产总值|level|59303420000000|元|2023-01/2023-06||accounts.gdp",
            "国内生产总值|level|28499660000000|元|2023-01/2023-03||accounts.gdp",
            "国内生产总值|level|30803760000000|元|2023-04/2023-06||accounts.gdp",
        ],
        id="quarters",
    ),
    pytest.param(
        "indicator-by-time",
        "2023年主要指标\n指标,2023年,增速（%）,增速同比增减（百分点）,2024年目标\n"
        "社会消费品零售总额（亿元）,471495.2,7.2,7.4,498000\n",
        [
            "社会消费品零售总额|level|47149520000000|元|2023||retail.total",
            "社会消费品零售总额|growth|7.2|%|2023|yoy|retail.total",
            "社会消费品零售总额|growth_change|7.4|pp|2023|yoy|retail.total",
            "社会消费品零售总额|level|49800000000000|元|2024||retail.total||target",
        ],
        id="changes and targets",
    ),
    pytest.param(
        "indicator-by-time",
        "指标,202306,2023.05,2023-04\n城镇调查失业率环比增减（百分点）,0.0,0,-0.1\n",
        [
            "城镇调查失业率|level_change|0.0|pp|2023-06|mom|employment.unemployment",
            "城镇调查失业率|level_change|0|pp|2023-05|mom|employment.unemployment",
            "城镇调查失业率|level_change|-0.1|pp|2023-04|mom|employment.unemployment",
        ],
        id="times in digits",
    ),
    pytest.param(
        "indicator-by-kind",
        "2023年6月主要指标\n单位：亿元、%\n指标,本月,本月止累计,累计同比增长\n"
        "社会消费品零售总额,39951.4,227588.0,8.2\n",
        [
            "社会消费品零售总额|level|3995140000000|元|2023-06||retail.total",
            "社会消费品零售总额|level|22758800000000|元|2023-01/2023-06||retail.total",
            "社会消费品零售总额|growth|8.2|%|2023-01/2023-06|yoy|retail.total",
        ],
        id="this month and the year so far",
    ),
    pytest.param(
        "indicator-by-region",
        "2023年指标\n指标,福建,厦门\n地区生产总值（亿元）,54355.1,8066.5\n",
        [
            "地区生产总值|level|5435510000000|元|2023||accounts.grp|福建省",
            "地区生产总值|level|806650000000|元|2023||accounts.grp|厦门市",
        ],
        id="regions across",
    ),
    pytest.param(
        "region-by-time",
        "2022—2023年福建省各市统计表\n地区生产总值（亿元）,2023年,\n,绝对量,同比增长\n厦门,8066.5,3.1\n"
        "全省,54355.1,4.5\n",
        [
            "地区生产总值|level|806650000000|元|2023||accounts.grp|厦门市",
            "地区生产总值|growth|3.1|%|2023|yoy|accounts.grp|厦门市",
            "地区生产总值|level|5435510000000|元|2023||accounts.grp|福建省",
            "地区生产总值|growth|4.5|%|2023|yoy|accounts.grp|福建省",
        ],
        id="the indicator in the corner, the region in the title",
    ),
    pytest.param(
        "region-by-time",
        "地区,2023年,,2022年,\n,GDP（亿元）,同比增长（%）,GDP（亿元）,同比增长（%）\n"
        "福建,54355.1,4.5,51765.1,4.7\n",
        [
            "GDP|level|5435510000000|元|2023||accounts.gdp|福建省",
            "GDP|growth|4.5|%|2023|yoy|accounts.gdp|福建省",
            "GDP|level|5176510000000|元|2022||accounts.gdp|福建省",
            "GDP|growth|4.7|%|2022|yoy|accounts.gdp|福建省",
        ],
        id="each growth behind its level",
    ),
    pytest.param(
        "indicator-by-kind",
        "2023年6月居民消费价格\n指标,环比涨跌幅（%）,同比涨跌幅（%）\n居民消费价格,-0.2,0.0\n"
        "  其中：城市,-0.2,0.0\n",
        [
            "居民消费价格|growth|-0.2|%|2023-06|mom|prices.consumer",
            "居民消费价格|growth|0.0|%|2023-06|yoy|prices.consumer",
            "居民消费价格：城市|growth|-0.2|%|2023-06|mom|",
            "居民消费价格：城市|growth|0.0|%|2023-06|yoy|",
        ],
        id="prices and a marked part",
    ),
    pytest.param(
        "indicator-by-time",
        "指标,2023年,2022年\n一、金融,,\n人民币贷款余额（万亿元）,237.59,213.99\n2021年,,\n",
        [
            "人民币贷款余额|level|237590000000000|元|2023-12-31||finance.loans_rmb",
            "人民币贷款余额|level|213990000000000|元|2022-12-31||finance.loans_rmb",
        ],
        id="stocks by name",
    ),
    pytest.param(
        "indicator-by-time",
        "指标,2023年6月同比增长（%）\n原煤产量,2.5\n汽车制造业,8.8\n",
        [
            "原煤产量|growth|2.5|%|2023-06|yoy|output/raw_coal",
            "汽车制造业|growth|8.8|%|2023-06|yoy|",
        ],
        id="one product heads no industry",
    ),
    pytest.param(
        "time-by-indicator",
        "统计时间,高技术制造业增加值占规模以上工业增加值比重（%）\n2022年,15.5\n2023年,15.7\n",
        [
            "高技术制造业增加值占规模以上工业增加值|share|15.5|%|2022||industry.value_added/high_tech",
            "高技术制造业增加值占规模以上工业增加值|share|15.7|%|2023||industry.value_added/high_tech",
        ],
        id="shares",
    ),
]


def flat(record: Record) -> str:
    """A record in one line, without what is usual."""
    fields = [
        record.indicator,
        record.measure.value,
        f"{record.value:f}",
        record.unit,
        record.period or "",
        record.basis or "",
        record.indicator_id or "",
    ]
    status = "" if record.status.value == "actual" else record.status.value
    if record.region or status:
        fields.append(record.region or "")
    return "|".join([*fields, status] if status else fields)


def plain(line: str) -> str:
    """A line with its value as a number is compared, without needless noughts."""
    fields = line.split("|")
    if "." in fields[2]:
        fields[2] = fields[2].rstrip("0").rstrip(".")
    return "|".join(fields)


@pytest.mark.parametrize(("layout", "text", "figures"), CASES)
def test_a_layout_is_read(layout: str, text: str, figures: list[str], tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text(text, "utf-8")
    table = read_tables(path, published=DAY)
    assert [plain(flat(record)) for record in table.records] == [plain(line) for line in figures]
    assert {record.rule for record in table.records} == {f"table:{layout}"}


def test_a_record_says_where_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "monthly.csv"
    path.write_text(MONTHLY, "utf-8")
    table = read_tables(path, published=DAY, region="福建")
    first = table.records[0]
    assert first.sentence == "B4 · 规模以上工业增加值_同比增长(%) · 2023年6月"
    assert (first.release, first.published, first.text) == ("monthly", DAY, "4.4")
    assert (first.start, first.end, first.speaker, first.confidence) == (None, None, None, None)
    assert first.region == "福建省"
    assert table.publisher == "国家统计局"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_encodings(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "monthly.csv"
    path.write_text(MONTHLY, encoding)
    assert len(read_tables(path, published=DAY).records) == len(MONTHLY_FIGURES)


def test_the_date_of_the_table_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "dated.csv"
    path.write_text(MONTHLY + "更新时间：2023年7月17日\n", "utf-8")
    assert read_tables(path).published == date(2023, 7, 17)
