"""How often programmes are named."""

from __future__ import annotations

from datetime import date

import pytest
from made_texts import measure, release

from jiedu.catalogue import ProgrammeNames, programmes
from jiedu.programmes import count_mentions, search

NAMES = ProgrammeNames(programmes())


def test_releases_and_measures_are_counted() -> None:
    early = "“信号升格”有了进展，“信号升格”是件好事。"
    late = "深入开展信号升格行动，推进东数西算。抓好新场景。"
    found = count_mentions(
        [
            (release(3, late), (measure(late, "开展信号升格行动", "“信号升格”新一轮行动"),)),
            (release(1, early), ()),
        ],
        NAMES,
    )
    signal = found["signal_upgrade"]
    assert (signal.releases, signal.commitments) == (2, 1)
    assert (signal.first, signal.last) == (date(2025, 1, 1), date(2025, 3, 1))
    assert (found["east_data_west_computing"].releases, found["sail"].releases) == (1, 0)
    assert found["sail"].first is None
    assert len(found) == len(programmes())


def test_a_measure_is_counted_by_its_instrument() -> None:
    text = "开展这项行动。"
    run = measure(text, "开展这项行动", "新一轮“信号升格”专项行动")
    found = count_mentions([(release(1, text), (run,))], NAMES)["signal_upgrade"]
    assert (found.releases, found.commitments) == (1, 1)


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("信号", "signal_upgrade"),
        ("“信号升格”", "signal_upgrade"),
        ("Signal", "signal_upgrade"),
        ("signal_upgrade", "signal_upgrade"),
        ("国家数据局 行动", "data_elements"),
        ("five_g 扬帆 升级", "sail_upgrade"),
    ],
)
def test_search(words: str, key: str) -> None:
    assert key in [one.key for one in search(NAMES, words)]


def test_a_search_for_nothing_finds_all() -> None:
    assert len(search(NAMES, "")) == len(programmes())
    assert search(NAMES, "没有这样的名字") == []
