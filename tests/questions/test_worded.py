"""Questions that word a figure otherwise than its text does: one alone answers, or none."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from stores import view_of

from jiedu.questions import ask

if TYPE_CHECKING:
    from jiedu.store import View

TEXTS = {
    "network": (
        date(2023, 7, 20),
        None,
        "通信业上半年\n截至6月底，5G共建共享基站超173万个，5G网络走向集约。欧拉服务器操作系统不断成熟，"
        "累计装机量突破430万套。上半年，拦截垃圾信息超90亿次，拦截涉诈电话14.2亿次。\n",
    ),
    "delta": (
        date(2025, 9, 14),
        None,
        "区域外贸\n今年1至8月，长三角地区的进出口规模为11.07万亿元，增幅5.5%。其中，出口7.08万亿元，"
        "同比增长9.2%。\n",
    ),
    "whole": (
        date(2025, 9, 9),
        None,
        "外贸\n今年前8个月，我国货物贸易进出口总值29.57万亿元，增长3.5%。其中，出口17.61万亿元，增长6.9%。\n",
    ),
    "bulk": (
        date(2025, 8, 8),
        None,
        "钢铁\n到7月底，6亿吨粗钢产能、147家钢铁企业都已完成全流程的超低排放改造。\n",
    ),
    "cars": (
        date(2025, 11, 11),
        None,
        "汽车\n今年1至10月，新能源汽车出口201.4万辆，同比增长90.4%。10月份，新能源汽车销量首次超过汽车新车总销量的50%，"
        "达到51.6%。\n",
    ),
    "appliances": (
        date(2023, 8, 27),
        None,
        "家电\n前7个月，家电行业工业增加值同比增长8.9%，高于工业平均水平5.1个百分点。\n",
    ),
    "balance": (date(2025, 5, 31), None, "收支\n4月，我国服务贸易逆差1138亿元。\n"),
    "fair-135": (
        date(2024, 5, 5),
        None,
        "第135届广交会\n本届广交会有24.6万名境外采购商到会。\n",
    ),
    "fair-136": (
        date(2024, 11, 4),
        None,
        "第136届广交会\n本届广交会有25.3万名境外采购商到会。\n",
    ),
    "line": (
        date(2026, 5, 28),
        None,
        "工程\n重庆至万州的铁路加紧建设，渝万高铁全线149座桥梁全部合龙。\n",
    ),
    "traffic": (
        date(2023, 7, 21),
        None,
        "流量\n截至6月底，5G流量占比达42.9%。\n",
    ),
    "holiday": (
        date(2024, 2, 23),
        None,
        "春节\n春节期间，我国5G流量使用量增长72.7%，占总体使用量的一半左右。\n",
    ),
    "tibet": (
        date(2026, 2, 12),
        "西藏自治区",
        "2026年西藏自治区政府工作报告\n2026年重点工作\n今年，新建和改造提升高标准农田20万亩。\n",
    ),
    "firms": (
        date(2024, 10, 31),
        None,
        "景气\n10月份，制造业生产经营活动预期指数为54%。\n",
    ),
    "yards": (
        date(2022, 11, 24),
        None,
        "造船\n1—10月，我国造船完工量占全球市场份额的45.8%。\n",
    ),
    "half": (
        date(2023, 7, 25),
        None,
        "实验室\n到2025年，建设国家质量标准实验室10家。\n",
    ),
    "plan": (
        date(2024, 5, 29),
        None,
        "节能降碳\n2024年，非化石能源消费占比达到18.9%左右。\n",
    ),
    "machines": (
        date(2026, 8, 6),
        None,
        "机械工业\n上半年，机械工业增加值同比增长6.4%，高于全国工业1个百分点。\n",
    ),
    "fair-133-1": (
        date(2023, 4, 19),
        None,
        "第133届广交会一期闭幕\n广交会一期的参展企业1.3万家。\n",
    ),
    "fair-133-3": (
        date(2023, 5, 1),
        None,
        "第133届广交会三期开幕\n广交会三期的参展企业1.04万家。\n",
    ),
    "belt": (
        date(2024, 10, 20),
        None,
        "长江经济带\n前三季度，长江经济带11省市外贸进出口值达14.61万亿元。\n",
    ),
    "posts": (
        date(2025, 4, 12),
        None,
        "快递\n今年1月1日至4月11日，我国快递业务量500亿件。\n",
    ),
    "goals": (
        date(2023, 7, 26),
        None,
        "绿色制造\n下一步，将深入推进绿色制造，新打造1000家国家级绿色工厂。\n",
    ),
}


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> View:
    return view_of(TEXTS, tmp_path_factory.mktemp("worded"))


FIGURES = {
    "a word that the text has elsewhere": ("我国5G网络共建共享基站有多少个", "1730000", "network"),
    "the topic of the sentence": ("欧拉操作系统装机量多少万套", "4300000", "network"),
    "another word for it": ("2023年上半年一共拦截了多少条垃圾短信", "9000000000", "network"),
    "a part of another word": ("2023年上半年拦截了多少诈骗电话", "1420000000", "network"),
    "in English": ("How many fraud calls were blocked in H1 2023?", "1420000000", "network"),
    "the middle of a year": ("2023年年中5G共建共享基站有多少", "1730000", "network"),
    "a group of provinces": ("2025年前8个月长三角外贸规模多大", "11070000000000", "delta"),
    "its growth": ("2025年前8个月长三角出口增长多少", "9.2", "delta"),
    "what is counted in that unit": (
        "2025年7月底完成超低排放改造的粗钢产能有多少亿吨",
        "600000000",
        "bulk",
    ),
    "and in the other": ("2025年7月底有多少家钢铁企业完成全流程超低排放改造", "147", "bulk"),
    "a number, and no value": ("2025年1—10月新能源汽车出口多少万辆", "2014000", "cars"),
    "a number, in English": (
        "How many new-energy vehicles did China export in January-October 2025?",
        "2014000",
        "cars",
    ),
    "what was reached": ("2025年10月新能源汽车销量占汽车新车总销量的比例", "51.6", "cars"),
    "points of growth": (
        "2023年1-7月家电行业增加值增速比工业平均高多少个百分点",
        "5.1",
        "appliances",
    ),
    "a deficit is no difference": ("2025年4月服务贸易逆差多少亿元", "113800000000", "balance"),
    "the one of several": ("第136届广交会有多少境外采购商", "253000", "fair-136"),
    "the other": ("第135届广交会有多少境外采购商", "246000", "fair-135"),
    "a thing by its own name": ("渝万高铁全线有多少座桥梁", "149", "line"),
    "the latest is of no holiday": ("5G流量占比是多少", "42.9", "traffic"),
    "what is planned": ("西藏2026年新建和改造提升高标准农田多少万亩", "200000", "tibet"),
    "by a year to come": ("到2025年建设国家质量标准实验室多少家", "10", "half"),
    "what was told before its time had passed": (
        "2024年非化石能源消费占比目标",
        "18.9",
        "plan",
    ),
    "what it is held against": (
        "2026年上半年机械工业增加值增速比全国工业高几个百分点",
        "1",
        "machines",
    ),
    "what has come since the year began": (
        "截至2025年4月11日快递业务量多少亿件",
        "50000000000",
        "posts",
    ),
    "the stage of several": ("第133届广交会一期参展企业有多少家", "13000", "fair-133-1"),
    "a goal of another verb": ("2023年要新建多少家国家级绿色工厂", "1000", "goals"),
}


@pytest.mark.parametrize(("question", "value", "release"), FIGURES.values(), ids=FIGURES)
def test_figures(view: View, question: str, value: str, release: str) -> None:
    answer = ask(view, question)
    assert answer.answer is not None, answer.reason
    assert answer.value == Decimal(value)
    assert answer.observations[0].release == release


REFUSED = {
    "a part of a group": "2025年前8个月长三角进口增长多少",
    "another group": "2025年前8个月京津冀出口增长多少",
    "a narrower thing": "2023年上半年拦截了多少国际诈骗电话",
    "a narrower one, in English": "How many foreign fraud calls were blocked in H1 2023?",
    "a narrower part of it": "2023年6月底农村5G共建共享基站有多少个",
    "small firms alone": "2024年10月中小企业生产经营活动预期指数",
    "another country's": "2022年1-10月日本造船完工量占全球份额",
    "money for things": "欧拉操作系统装机金额多少亿元",
    "one of several that is not told of": "第134届广交会有多少境外采购商",
    "how much came of a time that has not passed": "2027年全国完成超低排放改造的粗钢产能达到了多少",
    "a stage that is not told of": "第133届广交会二期参展企业有多少家",
    "a belt is not the country": "2024年前三季度货物贸易进出口总值",
    "exports are no trade": "2025年1—10月新能源汽车进口多少万辆",
}


@pytest.mark.parametrize("question", REFUSED.values(), ids=REFUSED)
def test_nothing_else_answers(view: View, question: str) -> None:
    answer = ask(view, question)
    assert (answer.answer, answer.value) == (None, None)


def test_what_is_planned_is_said_to_be_so(view: View) -> None:
    assert (ask(view, FIGURES["what is planned"][0]).answer or "").startswith("目标：")


def test_the_nearest_is_not_told_in_a_unit_that_it_cannot_have(view: View) -> None:
    assert "万台" not in ask(view, "2025年前8个月液晶电视出口多少万台").reason.split("；")[-1]
