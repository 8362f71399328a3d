"""Which names are likely short forms of others."""

from __future__ import annotations

import pytest

from jiedu.programmes.grouping import leading_cores


@pytest.mark.parametrize(
    ("releases", "led"),
    [
        ({"新时代茶园改造": 3, "茶园改造升级": 2}, []),
        ({"新时代茶园标准改造": 1, "茶园标准改造": 2}, [("新时代茶园标准改造", "茶园标准改造")]),
        ({"新时代茶园标准改造": 3, "茶园标准改造": 2}, [("茶园标准改造", "新时代茶园标准改造")]),
        ({"广东茶园标准改造": 1, "茶园标准改造": 2}, []),
        ({"低产老旧撂荒茶园改造": 1, "茶园改造": 2}, []),
        ({}, []),
    ],
)
def test_leading_cores(releases: dict[str, int], led: list[tuple[str, str]]) -> None:
    assert list(leading_cores(releases)) == led
