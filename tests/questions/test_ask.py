"""Questions to a small store: what is answered, with which figure, and what is refused."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from stores import view_of

from jiedu.errors import InputError
from jiedu.questions import ask

if TYPE_CHECKING:
    from jiedu.model import Answer
    from jiedu.store import View

TEXTS = {
    "users": (
        date(2025, 1, 22),
        None,
        "用户规模\n截至2024年底，5G移动电话用户达10.14亿户。截至2023年3月底，移动物联网终端用户达20亿户。\n",
    ),
    "machinery": (
        date(2026, 2, 5),
        None,
        "机械工业稳中有进\n2025年，机械工业克服困难，效益向好。进出口总额达到1.27万亿美元。\n",
    ),
    "ranks": (
        date(2025, 9, 9),
        None,
        "新型基础设施\n截至目前，我国算力总规模位居全球第二。国家级绿色工厂达6430家。\n",
    ),
    "ranks-gansu": (
        date(2026, 1, 20),
        "甘肃省",
        "甘肃工业\n2025年，规模以上工业增加值增长9.5%，增速居全国第3位。\n",
    ),
    "telecom": (
        date(2023, 7, 20),
        None,
        "通信业运行平稳\n截至6月底，我国5G基站总数达293.7万个。上半年，电信业务总量同比增长17.1%。\n",
    ),
    "cars": (
        date(2025, 1, 13),
        None,
        "汽车工业\n2024年，全国新能源汽车产量和销量分别为1288.8万辆、1286.6万辆，增速分别达34.4%和35.5%。\n",
    ),
    "county": (
        date(2025, 9, 1),
        None,
        "某市的变化\n在广东深圳，新能源汽车产量从2020年的4.3万辆增长至2024年的95.3万辆。\n",
    ),
    "gansu": (
        date(2026, 2, 1),
        "甘肃省",
        "2026年甘肃省政府工作报告\n2025年，规模以上工业增加值增长9.5%，地区生产总值增长5.8%。\n"
        "2026年重点工作\n今年主要预期目标是：地区生产总值增长5.5%左右。\n",
    ),
    "anhui": (
        date(2026, 2, 2),
        "安徽省",
        "2026年安徽省政府工作报告\n2025年，规模以上工业增加值增长9.4%，地区生产总值增长5.5%。\n",
    ),
    "minister": (
        date(2025, 3, 11),
        None,
        "通道\n自然资源部部长李长河介绍，沙区治理目前已完成面积7600多万亩。\n",
    ),
    "telecom-later": (
        date(2024, 1, 20),
        None,
        "通信业全年情况\n截至2023年底，我国5G基站总数达337.7万个，占移动基站总数的29.1%。\n",
    ),
    "prices": (
        date(2024, 1, 12),
        None,
        "物价运行情况\n2023年10月份，全国居民消费价格指数（CPI）同比下降0.2%。11月份，全国居民消费价格指数"
        "（CPI）同比下降0.5%。12月份，全国居民消费价格指数（CPI）同比下降0.3%。\n",
    ),
    "goals": (
        date(2023, 7, 22),
        None,
        "工信部谈5G\n今年推动不少于3000家企业建设5G工厂。\n",
    ),
    "goals-later": (
        date(2024, 3, 1),
        None,
        "数字产业\n截至2023年底，全国建设5G工厂的企业超过4000家。\n",
    ),
    "industries": (
        date(2026, 1, 29),
        None,
        "工业运行\n2025年，我国汽车制造业增加值增长11.5%，电子信息制造业增加值增长10.6%。\n",
    ),
    "plans": (
        date(2023, 7, 21),
        None,
        "工信部解读\n下一步，工信部将研究制定动力电池回收利用管理办法，完善回收利用体系。\n",
    ),
}


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> View:
    return view_of(TEXTS, tmp_path_factory.mktemp("asked"))


FIGURES = {
    "a place in a ranking": ("算力规模全球排名第几", "2", "", "ranks"),
    "a place in a ranking of the country": (
        "2025年甘肃规上工业增速全国第几",
        "3",
        "",
        "ranks-gansu",
    ),
    "no unit of a longer word": ("全国有多少国家级绿色工厂", "6430", "家", "ranks"),
    "the middle of a year": ("How many 5G base stations by mid-2023?", "2937000", "个", "telecom"),
    "a stock at a day": ("截至2023年6月底全国建成了多少5G基站？", "2937000", "个", "telecom"),
    "a growth": ("2023年上半年电信业务总量同比增长多少", "17.1", "%", "telecom"),
    "the longest term first": (
        "What were new-energy vehicle sales in 2024?",
        "12866000",
        "辆",
        "cars",
    ),
    "an everyday name": ("Growth of electric vehicle output in 2024", "34.4", "%", "cars"),
    "words that narrow nothing": (
        "推动企业建设5G基站多少万个",
        "3377000",
        "个",
        "telecom-later",
    ),
    "the second of two": ("2024年新能源汽车销量增长了多少", "35.5", "%", "cars"),
    "the country, and no city": ("2024年新能源汽车产量是多少", "12888000", "辆", "cars"),
    "a province": ("2025年甘肃GDP增长多少", "5.8", "%", "gansu"),
    "a goal": ("甘肃2026年GDP增长目标是多少？", "5.5", "%", "gansu"),
    "the latest": ("最新的5G基站数是多少？", "3377000", "个", "telecom-later"),
    "the lowest": ("2025年GDP增速最低的省份是哪个？", "5.5", "%", "anhui"),
    "the unit of another magnitude": ("2023年6月底5G基站有多少万个", "2937000", "个", "telecom"),
    "what was known on a day": (
        "截至2023年9月底公布的数据，最新的5G基站数是多少",
        "2937000",
        "个",
        "telecom",
    ),
    "known by then, in English": (
        "As of September 2023, what was the latest number of 5G base stations?",
        "2937000",
        "个",
        "telecom",
    ),
    "a share of a whole": ("2023年底5G基站占移动基站的比重", "29.1", "%", "telecom-later"),
    "a share, in English": (
        "What share of mobile base stations were 5G at the end of 2023?",
        "29.1",
        "%",
        "telecom-later",
    ),
    "a goal that a measure carries": ("5G工厂的目标是多少家？", "3000", "家", "goals"),
    "the highest of months": ("2023年CPI同比涨幅最高的是哪个月", "-0.2", "%", "prices"),
    "the highest of industries": ("2025年哪个行业增加值增长最快", "11.5", "%", "industries"),
    "half a year in short": ("Telecoms business volume growth, H1 2023", "17.1", "%", "telecom"),
    "in English": (
        "How many 5G base stations were there at the end of June 2023?",
        "2937000",
        "个",
        "telecom",
    ),
}


@pytest.mark.parametrize(("question", "value", "unit", "release"), FIGURES.values(), ids=FIGURES)
def test_figures(view: View, question: str, value: str, unit: str, release: str) -> None:
    answer = ask(view, question)
    assert answer.answer is not None, answer.reason
    assert (answer.value, answer.unit) == (Decimal(value), unit)
    assert answer.observations[0].release == release
    assert answer.observations[0].observation.text in answer.answer


REFUSED = {
    "the whole of a part that is held": "2024年末全国移动电话用户有多少",
    "a year's end, long before it": "2023年全国移动物联网终端用户有多少",
    "a bare name of an industry's": "2025年全年进出口总值多少",
    "a part, asked for in English": "luxury new-energy vehicle sales in 2024",
    "the future": "2027年底全国5G基站数达到了多少？",
    "another place": "2023年6月底西藏有多少个5G基站？",
    "a part of it": "2023年6月底我国农村地区有多少个5G基站？",
    "a part of it, in English": "How many 5G base stations did China Unicom have in June 2023?",
    "a firm whose name is a word": "How many 5G base stations did China Mobile build by June 2023?",
    "another country, in English": "US GDP growth in 2025",
    "another time": "2023年3月底全国有多少5G基站？",
    "off the topic": "今天天气怎么样？",
    "off the topic, in English": "How do I install Python on Windows?",
    "a false premise": "2023年上半年电信业务总量为什么下降了17.1%？",
    "that it fell": "2023年上半年电信业务总量下降了多少？",
    "an opinion": "你觉得5G基站建得太快了吗？",
    "an opinion, in English": "Do you think 5G base stations were built too fast?",
    "a month that there is not": "2023年13月CPI是多少？",
    "another country": "2023年10月德国CPI同比涨幅是多少？",
    "a firm": "2024年某某汽车公司新能源汽车销量是多少？",
    "a growth that nobody told": "2023年上半年5G基站同比增长多少？",
}


@pytest.mark.parametrize("question", REFUSED.values(), ids=REFUSED)
def test_what_the_store_does_not_hold_is_refused(view: View, question: str) -> None:
    answer = ask(view, question)
    assert (answer.answer, answer.value, answer.observations) == (None, None, ())
    assert answer.reason


DIFFERENCES = {
    "from a time to another": "从2023年6月底到2023年底5G基站增加了多少？",
    "one than another": "2023年底5G基站比2023年6月底多多少万个？",
    "since the last release": "与上次发布相比，5G基站数变化了多少？",
    "in English": "How many 5G base stations were added between end-June 2023 and end-2023?",
    "since the last release, in English": "What changed since the last release in 5G stations?",
}


@pytest.mark.parametrize("question", DIFFERENCES.values(), ids=DIFFERENCES)
def test_a_difference_is_computed_with_its_sum_shown(view: View, question: str) -> None:
    answer = ask(view, question)
    assert answer.answer is not None, answer.reason
    assert "337.7万个 − 293.7万个 = 44万个 ± 0.1万个" in answer.answer
    assert (answer.value, answer.unit) == (Decimal(440000), "个")
    assert [fact.release for fact in answer.observations] == ["telecom-later", "telecom"]


COMPARED = {
    "two provinces": ("2025年甘肃和安徽，规上工业增速哪个更高？", "甘肃省", ["gansu", "anhui"]),
    "two industries": (
        "2025年汽车和电子信息制造业增加值谁增长更快？",
        "汽车制造业",
        ["industries", "industries"],
    ),
    "two times": ("2023年6月底和2023年底的5G基站哪个多？", "（2023", ["telecom-later", "telecom"]),
    "in English": (
        "Which grew faster in 2025, Gansu or Anhui, in industrial value added?",
        "Gansu",
        ["gansu", "anhui"],
    ),
}


@pytest.mark.parametrize(("question", "first", "releases"), COMPARED.values(), ids=COMPARED)
def test_what_is_more_comes_first(
    view: View, question: str, first: str, releases: list[str]
) -> None:
    answer = ask(view, question)
    assert answer.answer is not None, answer.reason
    assert answer.answer.startswith(first)
    assert [fact.release for fact in answer.observations] == releases


def test_a_place_is_held_against_another(view: View) -> None:
    answer = ask(view, "2025年甘肃GDP增速比安徽高多少？")
    assert (answer.value, answer.unit) == (Decimal("0.3"), "pp"), answer.reason
    assert "5.8% − 5.5% = 0.3个百分点" in (answer.answer or "")


OUTCOMES = [
    "推动3000家企业建设5G工厂，后来完成了吗？",
    "What became of the promise on 5G factories?",
]


@pytest.mark.parametrize("question", OUTCOMES)
def test_what_became_of_a_measure(view: View, question: str) -> None:
    answer = ask(view, question)
    assert answer.answer is not None, answer.reason
    assert "超过4000家" in answer.answer
    assert [made.text for made in answer.commitments] == ["今年推动不少于3000家企业建设5G工厂"]
    assert [fact.release for fact in answer.observations] == ["goals-later"]
    assert [outcome.state for outcome in answer.entries[0].outcomes] == ["achieved"]


def test_which_provinces_set_a_goal(view: View) -> None:
    answer = ask(view, "哪些省2026年GDP目标是5.5%左右？")
    assert [fact.release for fact in answer.observations] == ["gansu"], answer.reason


ABOVE = ["2025年规上工业增加值增速超过9.4%的省有哪些", "Which provinces grew above 5.5% in 2025?"]


@pytest.mark.parametrize("question", ABOVE)
def test_which_provinces_are_above_a_number(view: View, question: str) -> None:
    answer = ask(view, question)
    assert [fact.release for fact in answer.observations] == ["gansu"], answer.reason


def test_what_is_more_than_nothing_named_is_refused(view: View) -> None:
    assert ask(view, "截至目前5G基站比2023年底多多少").answer is None


NEAREST = {
    "the country's": ("2023年6月底西藏有多少个5G基站？", "293.7万个"),
    "of another time": ("2022年底全国有多少5G基站？", "293.7万个"),
    "in English": ("How many 5G base stations did Tibet have in June 2023?", "2.937 million"),
}


@pytest.mark.parametrize(("question", "words"), NEAREST.values(), ids=NEAREST)
def test_the_nearest_is_offered_and_said_to_be_no_answer(
    view: View, question: str, words: str
) -> None:
    answer = ask(view, question)
    assert answer.answer is None
    assert words in answer.nearest
    assert "不是答案" in answer.nearest or "not the answer" in answer.nearest
    assert answer.reason.startswith(answer.understood)
    assert answer.reason.endswith(answer.nearest)


def test_an_answer_speaks_the_language_of_the_question(view: View) -> None:
    chinese = ask(view, "2023年6月底全国有多少5G基站？")
    assert (chinese.answer or "").startswith("全国 5G基站（2023-06-30）：293.7万个「")
    assert chinese.understood == "一个数 / 5G基站 / 水平 / 全国 / 2023-06"
    english = ask(view, "How many 5G base stations were there at the end of June 2023?")
    said = "China, 5G base stations (2023-06-30): 293.7万个 (2.937 million)「"
    assert (english.answer or "").startswith(said)
    assert english.understood == "a figure / 5G base stations / level / China / 2023-06"


def test_who_said_a_figure(view: View) -> None:
    answer = ask(view, "沙区治理完成面积7600多万亩，这是谁说的？")
    assert answer.answer is not None
    assert "李长河" in answer.answer


def test_what_is_planned(view: View) -> None:
    answer = ask(view, "工信部打算怎么管动力电池的回收？")
    assert answer.answer is not None
    assert [made.text for made in answer.commitments][:1] == [
        "工信部将研究制定动力电池回收利用管理办法"
    ]


def test_what_was_not_published_by_the_day_is_not_known(view: View) -> None:
    answer: Answer = ask(view, "2023年6月底全国有多少5G基站？", date(2023, 7, 1))
    assert answer.answer is None


ODD = ["", " ", "？", "5", "😀", "\x00\x1b[31m", "(((", "和" * 400, "2023年" * 100, "a b " * 100]


@pytest.mark.parametrize("question", ODD)
def test_what_is_no_question_is_refused(view: View, question: str) -> None:
    assert ask(view, question).answer is None


def test_a_text_is_no_question(view: View) -> None:
    with pytest.raises(InputError, match="501 characters"):
        ask(view, "问" * 501)
