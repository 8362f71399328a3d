"""Texts cut to a width, on one line."""

from __future__ import annotations

import pytest

from jiedu.briefings.words import STATES, one_line, shortened, width
from jiedu.model import State

CUT = [
    ("推进网络建设", 6, "推进网络建设"),
    ("推进网络建设", 5.9, "推进网络…"),
    ("推进网络建设", 3, "推进…"),
    ("建设5G网络", 5, "建设5G…"),
    ("建设 5G 网络", 4, "建设…"),  # no space before the ellipsis
    ("第一行\n第二行", 20, "第一行 第二行"),
    ("", 5, ""),
]


@pytest.mark.parametrize(("text", "ems", "expected"), CUT)
def test_shortened(text: str, ems: float, expected: str) -> None:
    assert shortened(text, ems) == expected
    assert width(shortened(text, ems)) <= ems


LINES = [
    ("一\u200b二\ufeff三", "一二三"),
    ("  一\t二\u3000三\r\n", "一 二 三"),
    ("\x1b[31m一", "[31m一"),
]


@pytest.mark.parametrize(("text", "expected"), LINES)
def test_one_line(text: str, expected: str) -> None:
    assert one_line(text) == expected


def test_every_state_has_a_word_of_its_own() -> None:
    assert set(STATES) == set(State)
    assert len(set(STATES.values())) == len(STATES)
