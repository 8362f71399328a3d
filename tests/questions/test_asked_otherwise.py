"""Questions asked otherwise: of speakers, rates in points, goals ahead, two things by name."""

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
    "minister": (
        date(2026, 1, 13),
        None,
        "专访\n以下是对工业部部长王大川的专访。\n王大川表示，重点行业的工业增加值占工业总量的80%。\n",
    ),
    "tourism": (
        date(2025, 3, 11),
        None,
        "通道\n旅游部部长孙小河表示，国内游规模达到56亿人次，示范工厂的研发周期平均缩短了20.7%。\n",
    ),
    "unnamed": (date(2025, 4, 2), None, "客流\n三条线路共运送旅客56万人次，货物80万吨。\n"),
    "june": (date(2024, 6, 30), None, "景气\n6月份，我国制造业采购经理指数为49.5%。\n"),
    "july": (
        date(2024, 7, 31),
        None,
        "景气\n7月份，我国制造业采购经理指数为49.4%，比上月下降0.1个百分点。\n",
    ),
    "ningxia": (
        date(2024, 5, 20),
        None,
        "宁夏谈发展\n2023年，宁夏国内生产总值增长6.6%。预计到2027年完成820万亩荒漠化治理任务目标。\n",
    ),
    "cloud": (
        date(2026, 4, 3),
        None,
        "算力\n未来五年，云计算市场规模有望突破3万亿元。\n",
    ),
    "services": (
        date(2024, 1, 5),
        None,
        "服务贸易\n2023年前11个月，知识密集型服务出口增长10%，规模扩大；知识密集型服务进口增长6.1%。\n",
    ),
    "dollars": (
        date(2025, 2, 3),
        None,
        "服务贸易\n2024年，我国服务进出口总额首次突破1万亿美元。2024年，我国服务进出口总额75238亿元。\n",
    ),
    "dollars-again": (
        date(2025, 7, 18),
        None,
        "服务贸易\n2024年，我国服务进出口总额超过1万亿美元，居世界前列。\n",
    ),
    "workers": (
        date(2022, 12, 25),
        None,
        "务工\n11月底，脱贫劳动力务工规模为3278万人，与2021年底相比增加133万人，增长4.2%。\n",
    ),
    "air": (
        date(2024, 1, 26),
        None,
        "空气\n2023年，339个地级及以上城市空气质量优良天数比例为85.5%。\n",
    ),
    "parcels": (
        date(2026, 8, 14),
        None,
        "快递\n7月，快递业务量日均约5.5亿件，服务质效稳步提升。\n",
    ),
    "stations": (
        date(2024, 10, 23),
        None,
        "通信\n截至9月底，全国累计建成5G基站408.9万个。\n",
    ),
    "stations-now": (
        date(2026, 5, 28),
        None,
        "通信\n截至4月底，全国累计建成5G基站500.9万个。\n",
    ),
    "compute": (
        date(2023, 7, 20),
        None,
        "算力\n目前，中西部算力设施占全国比例提升至39%。\n",
    ),
    "dams": (
        date(2025, 5, 19),
        None,
        "水库\n今天，国际大坝会议在成都开幕。截至2024年底，中国现有水库大坝9.5万座。\n",
    ),
    "fair": (
        date(2024, 5, 5),
        None,
        "展会\n第135届广交会闭幕。本届广交会有24.6万名境外采购商线下参会。\n",
    ),
    "grain": (
        date(2024, 7, 12),
        None,
        "夏粮\n2024年，全国夏粮总产量为14978万吨，比2023年增加72.5亿斤。\n",
    ),
    "grain-before": (date(2023, 7, 15), None, "夏粮\n2023年，全国夏粮总产量为14613万吨。\n"),
    "counties": (
        date(2026, 8, 7),
        None,
        "秋粮\n今年，单产提升整建制推进县由702个增加到1000个。\n",
    ),
}


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> View:
    return view_of(TEXTS, tmp_path_factory.mktemp("otherwise"))


SAID = {
    "named with a title before": ("谁说重点行业的工业增加值占工业总量的80%", "王大川"),
    "the number with its unit": ("国内游规模达到56亿人次是谁说的", "孙小河"),
    "a fall told as one": ("谁介绍示范工厂研发周期缩短了20.7%", "孙小河"),
}


@pytest.mark.parametrize(("question", "name"), SAID.values(), ids=SAID)
def test_who_said_it(view: View, question: str, name: str) -> None:
    assert (ask(view, question).answer or "").startswith(name)


FIGURES = {
    "rates differ by points": ("2024年7月制造业PMI比6月低多少个百分点", "-0.1", "july"),
    "a rate falls by points": ("2024年7月制造业PMI比上月降了多少个百分点", "-0.1", "july"),
    "a province's product by the country's name": ("2023年宁夏GDP增长多少", "6.6", "ningxia"),
    "a task is a goal": ("宁夏到2027年要完成多少亩荒漠化治理", "8200000", "ningxia"),
    "a goal of the years ahead": ("未来五年云计算市场规模有望突破多少", "3000000000000", "cloud"),
    "yuan where dollars are told as well": (
        "2024年中国服务进出口总额是多少亿元",
        "7523800000000",
        "dollars",
    ),
    "what came since the year before": (
        "2022年11月底脱贫劳动力务工规模比2021年底增加多少人",
        "1330000",
        "workers",
    ),
    "the latest against a day": ("最新的5G基站数比2024年9月底多多少万个", "920000", "stations-now"),
    "a share that was told once": ("2023年中西部算力设施占全国的比例是多少", "39", "compute"),
    "of the country, wherever it was told": ("截至2024年底中国有多少座水库大坝", "95000", "dams"),
    "the one of several": ("第135届广交会有多少境外采购商参会", "246000", "fair"),
    "a name that holds a word of growth": (
        "2026年单产提升整建制推进县有多少个",
        "1000",
        "counties",
    ),
    "by a month, in English": (
        "How many 5G base stations had been built by September 2024?",
        "4089000",
        "stations",
    ),
}


@pytest.mark.parametrize(("question", "value", "release"), FIGURES.values(), ids=FIGURES)
def test_figures(view: View, question: str, value: str, release: str) -> None:
    answer = ask(view, question)
    assert answer.answer is not None, answer.reason
    assert answer.value == Decimal(value)
    assert answer.observations[0].release == release


def test_things_without_an_id_are_compared_by_name(view: View) -> None:
    answer = ask(view, "2023年前11个月知识密集型服务出口和进口哪个增长更快")
    assert (answer.answer or "").startswith("知识密集型服务出口")
    assert [found.observation.value for found in answer.observations] == [10, Decimal("6.1")]


def test_no_number_is_told_in_a_unit_of_another_kind(view: View) -> None:
    answer = ask(view, "2024年全国夏粮产量是多少亿斤")
    assert "亿斤）" not in (answer.answer or "")
    assert ask(view, "2024年全国夏粮产量比2023年增加多少亿斤").value == Decimal("7250000000")


REFUSED = {
    "nothing but places and times": "How much did Guangdong grow vs Jiangsu in 2025?",
    "a mean is no total": "2026年7月快递业务量是多少亿件",
    "a number of the question": "2023年339个地级及以上城市PM2.5平均浓度是多少",
    "a future industry is no future": "未来五年云计算会怎样",
    "nobody said that number": "谁说国内游规模达到77亿人次",
    "a number of another thing": "谁说快递员达到80%",
}


@pytest.mark.parametrize("question", REFUSED.values(), ids=REFUSED)
def test_nothing_else_answers(view: View, question: str) -> None:
    assert ask(view, question).answer is None
