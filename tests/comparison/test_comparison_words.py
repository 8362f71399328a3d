from __future__ import annotations

import pytest

from jiedu.catalogue import indicators
from jiedu.comparison import words
from jiedu.comparison.degrees import shift_of
from jiedu.model import Shift


def test_the_headlines_are_of_the_catalogue() -> None:
    assert words.headlines() <= {item.id for item in indicators()}


def test_every_kind_that_is_opposed_exists() -> None:
    kinds = {kind for pair in words.opposed() for kind in pair}
    assert kinds <= words.kinds_of("".join(("建设", "壮大", "提升", "压减")))


def test_degrees_are_on_one_scale() -> None:
    assert set(words.degrees().values()) == {1, 2, 3, 4, 5}


@pytest.mark.parametrize(
    ("pattern", "text", "rest"),
    [
        (words.tails, "城市更新行动", "城市更新"),
        (words.figure_leads, "完成交通投资", "交通投资"),
        (words.fillers, "水利领域投资", "水利投资"),
        (words.lead, "加快建设算力网络", "算力网络"),
        (words.boilerplate, "一批相关园区", "园区"),
    ],
)
def test_words_that_are_cut(pattern: object, text: str, rest: str) -> None:
    assert callable(pattern)
    assert pattern().sub("", text) == rest


@pytest.mark.parametrize(
    ("action", "doing"), [("改造", "改造"), ("加强治理", "治理"), ("建设", "")]
)
def test_verbs_that_others_put_behind(action: str, doing: str) -> None:
    assert words.doing_of(action) == doing


@pytest.mark.parametrize(
    ("old", "new", "shift"),
    [
        ([], [], Shift.NONE),
        ([], ["加快"], Shift.STRONGER),
        (["探索"], [], Shift.STRONGER),
        (["加快"], ["稳步"], Shift.WEAKER),
        (["稳步", "全面"], ["加快"], Shift.WEAKER),
        (["加快"], ["大力"], Shift.NONE),
    ],
)
def test_steps_of_the_scale(old: list[str], new: list[str], shift: Shift) -> None:
    assert shift_of(old, new) is shift
