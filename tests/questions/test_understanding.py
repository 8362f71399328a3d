"""Questions and what is understood by them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from jiedu.model import Measure
from jiedu.questions.query import Kind, Over, Query
from jiedu.questions.understanding import understand

TODAY = date(2026, 11, 28)


def asked(question: str) -> Query:
    return understand(question, TODAY)


KINDS = {
    "2023年6月底全国有多少5G基站": (Kind.FIGURE, ("5g.stations",), Measure.LEVEL),
    "请问一下，2024年GDP同比增长了多少？": (Kind.FIGURE, ("accounts.gdp",), Measure.GROWTH),
    "最近一期的制造业PMI": (Kind.LATEST, ("pmi.manufacturing",), Measure.LEVEL),
    "目前5G基站有多少": (Kind.LATEST, ("5g.stations",), Measure.LEVEL),
    "2024年第一产业增加值是多少": (Kind.FIGURE, None, Measure.LEVEL),
    "2024年快递业务量是多少": (Kind.FIGURE, None, Measure.LEVEL),
    "2023年11月末5G基站占移动基站的比例": (Kind.SHARE, ("5g.stations",), Measure.SHARE),
    "2025年山东和辽宁GDP增速谁高？": (Kind.COMPARE, ("accounts.grp",), Measure.GROWTH),
    "2023年和2024年的粮食产量分别是多少": (Kind.COMPARE, None, Measure.LEVEL),
    "2024年比2023年GDP多了多少": (Kind.DIFFERENCE, ("accounts.gdp",), Measure.LEVEL),
    "2025年海南GDP增速比全国高多少": (Kind.DIFFERENCE, ("accounts.grp",), Measure.GROWTH),
    "2023年5G用户增加了多少": (Kind.FIGURE, ("5g.users",), Measure.GROWTH),
    "电信业务总量是上升还是下降": (Kind.FIGURE, None, Measure.GROWTH),
    "2025年GDP增速前三个省": (Kind.MOST, ("accounts.grp",), Measure.GROWTH),
    "2025年前三季度GDP增速": (Kind.FIGURE, ("accounts.gdp",), Measure.GROWTH),
    "2025年GDP增速最快的三个省": (Kind.MOST, ("accounts.grp",), Measure.GROWTH),
    "贵州2026年的增长目标": (Kind.TARGET, ("accounts.grp",), Measure.GROWTH),
    "哪些省2026年GDP目标是5%": (Kind.WHERE, ("accounts.grp",), Measure.LEVEL),
    "工信部打算怎么治理骚扰电话": (Kind.COMMITMENT, None, Measure.LEVEL),
    "推动建设5G工厂后来完成了吗": (Kind.OUTCOME, ("5g.factories",), Measure.LEVEL),
    "谁介绍了5G基站达到293.7万个": (Kind.WHO, ("5g.stations",), Measure.LEVEL),
    "与上次发布相比5G基站变化了多少": (Kind.CHANGED, ("5g.stations",), Measure.LEVEL),
    "2023年CPI为什么下降": (Kind.WHY, None, Measure.GROWTH),
    "How many 5G base stations were there in 2023?": (Kind.FIGURE, ("5g.stations",), None),
    "GDP growth in 2024": (Kind.FIGURE, ("accounts.gdp",), Measure.GROWTH),
    "How much did the output of industrial robots grow?": (Kind.FIGURE, None, Measure.GROWTH),
    "How many new-energy vehicles were sold in 2024?": (Kind.FIGURE, ("sales/nev",), None),
    "Difference between exports and imports in H1 2024": (
        Kind.DIFFERENCE,
        ("trade.goods_exports", "trade.goods_imports"),
        Measure.LEVEL,
    ),
    "截至目前5G基站比2023年底多多少": (Kind.DIFFERENCE, ("5g.stations",), Measure.LEVEL),
    "2025年规上工业增加值增速超过9%的省有哪些": (Kind.WHERE, ("industry.value_added",), None),
    "Latest manufacturing PMI": (Kind.LATEST, ("pmi.manufacturing",), Measure.LEVEL),
    "Which grew faster, Gansu or Anhui, in GDP?": (Kind.COMPARE, ("accounts.grp",), None),
    "Which provinces target 5% growth in 2026?": (Kind.WHERE, ("accounts.grp",), None),
    "What is the GDP target of Hainan for 2026?": (Kind.TARGET, ("accounts.grp",), None),
    "What did MIIT promise about 6G?": (Kind.COMMITMENT, None, None),
    "Was the promise on green factories kept?": (Kind.OUTCOME, None, None),
    "Who said there were 2.937 million 5G base stations?": (Kind.WHO, ("5g.stations",), None),
    "What changed since the last release of the CPI?": (Kind.CHANGED, ("prices.consumer",), None),
    "Why did the CPI fall?": (Kind.WHY, None, None),
}


@pytest.mark.parametrize(("question", "wanted"), KINDS.items(), ids=KINDS)
def test_kinds(question: str, wanted: tuple[Kind, tuple[str, ...] | None, Measure | None]) -> None:
    query = asked(question)
    kind, ids, measure = wanted
    assert query.kind is kind
    assert ids is None or query.ids == ids
    assert measure is None or query.measure is measure


TIMES = {
    "2023年二季度GDP增速": ["2023-04/2023-06"],
    "GDP2023年1—3月增速": ["2023-01/2023-03"],
    "去年GDP": ["2025"],
    "上个月PMI": ["2026-10"],
    "今年上半年GDP增速": ["2026-01/2026-06"],
    "“十四五”期间新建5G基站": ["2021/2025"],
    "2023年6月底和12月底的5G基站": ["2023-06", "2023-12"],
    "从2023年6月底到2024年底5G基站增加多少": ["2023-06", "2024"],
    "2023-06-30的5G基站数": ["2023-06-30"],
    "2023-06的PMI": ["2023-06"],
    "2023年2023年2023年的GDP": ["2023"],
    "5G base stations on 2023-06-30": ["2023-06-30"],
    "GDP growth in Q3 2024": ["2024-07/2024-09"],
    "GDP growth, H1 2023": ["2023-01/2023-06"],
    "GDP growth, 2023 full year": ["2023"],
    "retail sales in Jan-Feb 2024": ["2024-01/2024-02"],
    "retail sales, January to May 2024": ["2024-01/2024-05"],
    "retail sales in the first five months of 2024": ["2024-01/2024-05"],
    "GDP in the first three quarters of 2024": ["2024-01/2024-09"],
    "5G base stations at the end of June 2023": ["2023-06"],
    "5G base stations at end-2023": ["2023"],
    "5G base stations on June 30, 2023": ["2023-06-30"],
    "5G base stations between March and April 2026": ["2026-03", "2026-04"],
    "GDP last year": ["2025"],
    "5G base stations in the 14th Five-Year Plan period": ["2021/2025"],
    "year-on-year growth of GDP in 2024": ["2024"],
    "By how much did GDP rise in 2024 from a year earlier?": ["2024"],
    "GDP growth in Q1 2024 compared with the same period last year": ["2024-01/2024-03"],
    "2024年一季度GDP比上年同期增长多少": ["2024-01/2024-03"],
    "2024年GDP较去年增长多少": ["2024"],
}


@pytest.mark.parametrize(("question", "periods"), TIMES.items(), ids=TIMES)
def test_times(question: str, periods: list[str]) -> None:
    assert [time.period for time in asked(question).times] == periods


AS_OF = {
    "截至2024年5月发布的数据，5G基站有多少": date(2024, 5, 31),
    "按2023年7月之前公布的数据，5G基站有多少": date(2023, 7, 31),
    "As of May 2024, what was the latest number of 5G base stations?": date(2024, 5, 31),
    "截至2023年6月底有多少5G基站": None,
    "How many 5G base stations were there as of June 2023?": None,
}


@pytest.mark.parametrize(("question", "day"), AS_OF.items(), ids=AS_OF)
def test_what_was_known_on_a_day(question: str, day: date | None) -> None:
    query = asked(question)
    assert query.as_of == day
    assert bool(query.times) is (day is None)


UNITS = {
    "2024年单位GDP能耗降低多少": None,
    "2023年6月底5G基站有多少万个": ("万个", 10_000, "个"),
    "2022年外贸总值折合多少亿元": ("亿元", 10**8, "元"),
    "5G基站数用万个表示是多少": ("万个", 10_000, "个"),
    "5G基站有多少": None,
    "5G用户数是多少": None,
    "How many million 5G base stations are there?": ("million", 10**6, ""),
    "China's foreign trade in 2022, in trillion yuan": ("trillion", 10**12, "元"),
    "Wind power capacity in GW": ("GW", 10**6, ""),
    "How many 5G base stations are there?": None,
}


@pytest.mark.parametrize(("question", "unit"), UNITS.items(), ids=UNITS)
def test_the_unit_asked_for(question: str, unit: tuple[str, int, str] | None) -> None:
    found = asked(question).asked
    if unit is None:
        assert found is None or not found.words
        return
    assert found is not None
    assert (found.words, found.scale, found.unit) == (unit[0], Decimal(unit[1]), unit[2])


LEFT = {
    "2023年6月底农村地区有多少5G基站": "农村",
    "2023年某某公司有多少5G基站": "某某公司",
    "请帮我查一下，我国2023年6月底总共有多少5G基站呢？": "",
    "How many rural 5G base stations were there in June 2023?": "rural",
    "How many 5G base stations did Acme have in June 2023?": "Acme",
    "How many 5G base stations did China Unicom have in June 2023?": "Unicom",
    "US GDP growth in 2024": "US",
    "Used car sales in 2024": "Used",
    "What will the PMI be next month?": "next month",
    "下个月CPI会涨多少": "下个月",
    "Could you please tell me the number of 5G base stations in June 2023?": "",
}


@pytest.mark.parametrize(("question", "left"), LEFT.items(), ids=LEFT)
def test_what_nothing_explains_is_kept(question: str, left: str) -> None:
    assert asked(question).left == left


def test_shorter_words_are_spelt_out() -> None:
    assert asked("2024年软件业营收是多少").ids == asked("2024年软件业营业收入是多少").ids


def test_what_the_highest_is_sought_among() -> None:
    assert asked("2024年PMI最高的是哪个月").over is Over.MONTHS
    assert asked("2025年哪个行业增加值增长最快").over is Over.INDUSTRIES
    assert asked("Which industry grew fastest in 2025?").over is Over.INDUSTRIES
    assert asked("2025年GDP增速最快的三个省").top == 3
    assert asked("Top three provinces by GDP growth in 2025").top == 3
    assert asked("2025年GDP增速最快的省").top == 1


def test_what_is_taken_for_granted() -> None:
    assert asked("2023年5G用户减少了多少").falling
    assert not asked("2023年5G用户是增加还是减少").falling
    assert asked("How much did GDP fall in 2024?").falling
    assert not asked("Did GDP rise or fall in 2024, and by how much?").falling
