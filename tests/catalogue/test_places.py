"""Of which province or city a sentence speaks."""

from __future__ import annotations

import pytest

from jiedu.catalogue import place_of

HOME = "浙江省"

PLACES = [
    ("上半年", HOME),
    ("", HOME),
    ("江苏规模以上工业增加值增长", "江苏省"),
    ("江苏省规模以上工业增加值增长", "江苏省"),
    ("江苏、广东分别增长", "广东省"),
    ("南京市增长", "南京市"),
    ("全国规模以上工业增加值增长", HOME),
    ("江苏增速快于上年，全国增长", HOME),
    ("江苏总量居全国第", "江苏省"),
    ("江苏增速高于全国平均", "江苏省"),
    ("江苏占全国", "江苏省"),
    ("我国", HOME),
    ("全国增长，江苏", "江苏省"),
]


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_places(text: str, place: str) -> None:
    assert place_of(text, HOME) == place


def test_without_a_home_the_country_is_meant() -> None:
    assert place_of("全国增长", None) is None
    assert place_of("广东增长", None) == "广东省"
