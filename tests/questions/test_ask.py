"""Questions to a small store: what is answered, with which figure, and what is refused."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from jiedu.model import Answer, Release, digest
from jiedu.pipeline import process
from jiedu.questions import ask
from jiedu.store import View
from jiedu.store.writer import Writer

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = {
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
    "plans": (
        date(2023, 7, 21),
        None,
        "工信部解读\n下一步，工信部将研究制定动力电池回收利用管理办法，完善回收利用体系。\n",
    ),
}


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> View:
    place: Path = tmp_path_factory.mktemp("asked") / "store.db"
    with Writer(place) as writer:
        for name, (day, region, text) in TEXTS.items():
            title = text.split("\n")[0]
            writer.save(process(Release(name, title, day, text, digest(text), region=region)))
    return View(place)


FIGURES = {
    "a stock at a day": ("截至2023年6月底全国建成了多少5G基站？", "2937000", "个", "telecom"),
    "a growth": ("2023年上半年电信业务总量同比增长多少", "17.1", "%", "telecom"),
    "the longest term first": (
        "What were new-energy vehicle sales in 2024?",
        "12866000",
        "辆",
        "cars",
    ),
    "an everyday name": ("Growth of electric vehicle output in 2024", "34.4", "%", "cars"),
    "words that narrow nothing": ("推动企业建设5G基站多少万个", "2937000", "个", "telecom"),
    "the second of two": ("2024年新能源汽车销量增长了多少", "35.5", "%", "cars"),
    "the country, and no city": ("2024年新能源汽车产量是多少", "12888000", "辆", "cars"),
    "a province": ("2025年甘肃GDP增长多少", "5.8", "%", "gansu"),
    "a goal": ("甘肃2026年GDP增长目标是多少？", "5.5", "%", "gansu"),
    "the latest": ("最新的5G基站数是多少？", "2937000", "个", "telecom"),
    "the lowest": ("2025年GDP增速最低的省份是哪个？", "5.5", "%", "anhui"),
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
    "a part, asked for in English": "luxury new-energy vehicle sales in 2024",
    "the future": "2027年底全国5G基站数达到了多少？",
    "another place": "2023年6月底西藏有多少个5G基站？",
    "a part of it": "2023年6月底我国农村地区有多少个5G基站？",
    "a part of it, in English": "How many 5G base stations did China Unicom have in June 2023?",
    "another time": "2023年3月底全国有多少5G基站？",
    "off the topic": "今天天气怎么样？",
    "off the topic, in English": "How do I install Python on Windows?",
    "a false premise": "2023年上半年电信业务总量为什么下降了17.1%？",
    "a growth that nobody told": "2023年上半年5G基站同比增长多少？",
}


@pytest.mark.parametrize("question", REFUSED.values(), ids=REFUSED)
def test_what_the_store_does_not_hold_is_refused(view: View, question: str) -> None:
    answer = ask(view, question)
    assert (answer.answer, answer.value, answer.observations) == (None, None, ())
    assert answer.reason


def test_two_provinces_are_compared(view: View) -> None:
    answer = ask(view, "2025年甘肃和安徽，规上工业增速哪个更高？")
    assert answer.answer is not None
    assert answer.answer.startswith("甘肃省")
    assert [fact.release for fact in answer.observations] == ["gansu", "anhui"]


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
