"""One form for the many wordings of a name."""

from __future__ import annotations

import pytest

from jiedu.catalogue.wording import plain, wordings


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("“三新”经济增加值", "三新经济增加值"),
        ("规上工业的增加值", "规模以上工业增加值"),
        ("广义货币（M2）余额", "广义货币余额"),
        ("", ""),
    ],
)
def test_plain(name: str, expected: str) -> None:
    assert plain(name) == expected


@pytest.mark.parametrize(
    ("name", "among"),
    [
        ("我国5G基站总数", "5G基站"),
        ("完成货物贸易进出口总额", "货物贸易进出口"),
        ("累计实现增加值", "增加值"),
    ],
)
def test_wordings(name: str, among: str) -> None:
    assert among in wordings(name)


def test_the_closest_wording_comes_first() -> None:
    assert next(iter(wordings("全国总人口"))) == "全国总人口"
