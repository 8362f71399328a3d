from __future__ import annotations

import pytest

from jiedu.comparison.bare import bare
from jiedu.comparison.likeness import bag_of, candidates, overlap
from jiedu.comparison.rarity import RAREST, bits, common, pairs_of, weight_of


def test_every_row_of_the_common_pairs() -> None:
    assert len(common()) > 1000
    assert all(len(pair) == 2 and 0 <= count < RAREST for pair, count in common().items())


def test_what_everybody_says_weighs_little() -> None:
    assert bits("发展") < bits("算力") < bits("骰蛊") == RAREST
    assert weight_of("") == 0
    assert list(pairs_of("5G全连接")) == ["5G", "全连", "连接"]


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("新建充电桩1.2万个", "新建充电桩 "),
        ("增长5%左右", "增长 "),
        ("5.6万余家企业", " 企业"),
        ("2026年建成3500公里管网", " 建成 管网"),
        ("见原文：https://example.org/2023/07/a.html", "见" + " " * 37),
    ],
)
def test_texts_without_their_numbers(text: str, rest: str) -> None:
    assert bare(text) == rest


def test_overlap() -> None:
    same, shared = overlap(bag_of("算力监测平台"), bag_of("算力监测平台"))
    assert same == 1
    assert shared > 0
    assert overlap(bag_of("算力监测平台"), bag_of("渔港经济区")) == (0, 0)
    assert overlap({}, bag_of("渔港")) == (0, 0)


def test_candidates_share_something_telling() -> None:
    lefts = [bag_of("算力监测平台"), bag_of("经济")]
    rights = [bag_of("发展经济"), bag_of("监测算力的网络")]
    assert list(candidates(lefts, rights)) == [(0, 1)]
