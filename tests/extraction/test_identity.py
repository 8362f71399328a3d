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


def test_a_bare_name_leans_on_the_figure_before_in_its_sentence_only() -> None:
    before = Known("trade.goods", "江苏省", group=3)
    same = known("出口", "元", Measure.LEVEL, None, 3, before)
    assert same == Known("trade.goods_exports", "江苏省", 3)
    assert known("出口", "元", Measure.LEVEL, None, 4, before).id is None
    assert known("出口", "元", Measure.LEVEL, None, 3, NOTHING).id is None
