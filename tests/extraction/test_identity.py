from __future__ import annotations

from datetime import date

import pytest

from jiedu.extraction.identity import NOTHING, Known, known
from jiedu.model import Measure, Release, digest
from jiedu.pipeline import process


def ids(text: str) -> list[str | None]:
    release = Release("x", "", date(2024, 7, 20), text, digest(text))
    return [found.indicator_id for found in process(release).observations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("上半年，规模以上工业增加值增长6%。", ["industry.value_added"]),
        ("外贸办公楼租金增长6%。", [None]),
        (
            "上半年，货物贸易进出口总值21万亿元，其中，出口12万亿元。",
            ["trade.goods", "trade.goods_exports"],
        ),
        ("出口12万亿元。", [None]),
        ("上半年，货物贸易进出口增长6%。园区建成8个。出口3万亿元。", ["trade.goods", None, None]),
    ],
)
def test_a_figure_has_an_id_only_where_it_is_sure(text: str, expected: list[str | None]) -> None:
    assert ids(text) == expected


def test_a_bare_name_leans_on_the_figure_before_in_its_sentence() -> None:
    before = Known("trade.goods", "江苏省", group=3)
    same = known("出口", "元", Measure.LEVEL, None, 3, before)
    assert (same.id, same.region) == ("trade.goods_exports", "江苏省")
    assert known("出口", "元", Measure.LEVEL, None, 4, before).id is None
    assert known("出口", "元", Measure.LEVEL, None, 3, NOTHING).id is None


def test_in_the_next_sentence_it_leans_on_the_topic() -> None:
    before = Known("trade.export_value/high_tech", None, group=3, topic="trade.goods")
    assert known("进口", "元", Measure.LEVEL, None, 40, before).id == "trade.goods_imports"
    assert known("进口", "%", Measure.SHARE, None, 40, before).id is None
    assert known("进口", "元", Measure.LEVEL, None, 400, before).id is None


def test_a_figure_of_another_kind_ends_the_topic() -> None:
    total = known("货物贸易进出口总值", "元", Measure.LEVEL, None, 3, NOTHING)
    assert total.topic == "trade.goods"
    part = known("机电产品出口", "元", Measure.LEVEL, None, 20, total)
    assert part.topic == "trade.goods"
    assert known("城镇调查失业率", "%", Measure.LEVEL, None, 40, part).topic is None
    assert known("办公楼租金", "元", Measure.LEVEL, None, 40, part).topic is None


def test_a_contribution_is_that_of_the_part_before_it() -> None:
    before = Known("industry.value_added/equipment", None, group=3)
    share = known("对规模以上工业增长的贡献率", "%", Measure.CONTRIBUTION, None, 3, before)
    assert share.id == "industry.value_added/equipment"
    points = known("规模以上工业增加值", "pp", Measure.CONTRIBUTION, None, 3, before)
    assert points.id == "industry.value_added/equipment"
    assert known("规模以上工业增加值", "pp", Measure.CONTRIBUTION, None, 9, before).id is None


def test_a_region_holds_for_the_parts_behind_it() -> None:
    total = known("长三角地区进出口", "元", Measure.LEVEL, None, 3, NOTHING)
    part = known("对东盟进出口", "元", Measure.LEVEL, None, 30, total)
    assert part.region == "长三角地区"
    assert known("货物贸易进出口", "元", Measure.LEVEL, None, 30, total).region is None
    assert known("城镇调查失业率", "%", Measure.LEVEL, None, 3, total).region is None
    assert known("经港珠澳大桥进出口", "元", Measure.LEVEL, None, 30, total).region is None


def test_a_bare_total_in_a_release_of_one_region() -> None:
    assert known("进出口总额", "%", Measure.GROWTH, "江苏省", 3, NOTHING).id == "trade.goods"
    assert known("进出口总额", "%", Measure.SHARE, "江苏省", 3, NOTHING).id is None
    assert known("进出口总额", "%", Measure.GROWTH, None, 3, NOTHING).id is None
