"""The previous release of a kind."""

from __future__ import annotations

from datetime import date

import pytest

from jiedu.model import Reading, Release, digest
from jiedu.pipeline import process
from jiedu.pipeline.similar import previous_of

FIRST = "一季度，规上工业增加值同比增长3.0%。截至3月底，5G基站达到264.1万个。汽车产量增长22.5%。"
HALF = "上半年，规上工业增加值同比增长3.8%。截至6月底，5G基站达到293.7万个。汽车产量增长42.4%。"
OTHER = "上半年，居民消费价格同比上涨0.7%。粮食产量增长0.9%。货物贸易进出口总值增长2.1%。"


def reading(name: str, day: str, text: str, title: str, region: str | None = None) -> Reading:
    return process(
        Release(name, title, date.fromisoformat(day), text, digest(text), "某部", region)
    )


THIS = reading("h1", "2023-07-20", HALF, "上半年工业运行情况")
CASES = {
    "the same report of an earlier time": (
        reading("a", "2023-04-20", FIRST, "一季度工业运行情况"), "a"),
    "the same figures under another title": (
        reading("a", "2023-04-20", FIRST, "某部负责人谈开局"), "a"),
    "the same time told twice": (reading("a", "2023-07-19", HALF, "上半年工业运行情况"), None),
    "other figures": (reading("a", "2023-04-20", OTHER, "一季度价格情况"), None),
    "another region": (
        reading("a", "2023-04-20", FIRST, "一季度工业运行情况", "山东省"), None),
    "a later one": (reading("a", "2023-08-20", FIRST, "一季度工业运行情况"), None),
    "one sentence": (
        reading("a", "2023-04-20", "截至3月底，5G基站264万个。", "一季度工业运行情况"), None),
}  # fmt: skip


@pytest.mark.parametrize(("other", "wanted"), CASES.values(), ids=CASES)
def test_previous(other: Reading, wanted: str | None) -> None:
    assert previous_of(THIS, [other]) == wanted


def test_of_several_the_last_one() -> None:
    others = [
        reading(
            "older", "2022-07-20", HALF.replace("上半年", "2022年上半年"), "上半年工业运行情况"
        ),
        reading("newer", "2023-04-20", FIRST, "一季度工业运行情况"),
    ]
    assert previous_of(THIS, others) == "newer"
    assert previous_of(THIS, []) is None
