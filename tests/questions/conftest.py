"""A small store to ask: some releases in our own words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from jiedu.model import Release, digest
from jiedu.pipeline import process
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
    place: Path = tmp_path_factory.mktemp("asked") / "store.db"
    with Writer(place) as writer:
        for name, (day, region, text) in TEXTS.items():
            title = text.split("\n")[0]
            writer.save(process(Release(name, title, day, text, digest(text), region=region)))
    return View(place)
