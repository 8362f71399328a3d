from __future__ import annotations

import pytest

from jiedu.store.names import matching, plain_name


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("累计建成5G基站总数", "5G基站"),
        ("我国5G基站数", "5G基站"),
        ("“双千兆”城市数量", "双千兆城市"),
        ("总数", "总数"),
    ],
)
def test_filling_words_do_not_count(name: str, plain: str) -> None:
    assert plain_name(name) == plain


def test_names_that_hold_the_wanted_one_come_second() -> None:
    names = ["5G基站总数", "5G基站", "5G基站占比", "业务收入", "电信业务收入"]
    assert matching("5G基站", names) == ["5G基站总数", "5G基站"]
    assert matching("电信业务", names) == ["电信业务收入"]
    assert matching("光缆", names) == []
