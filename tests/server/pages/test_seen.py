from __future__ import annotations

import pytest

from jiedu.server.pages.seen import seen

TABLE = [
    ("增长3.8%", "增长3.8%"),
    ("a\tb\nc", "a\tb\nc"),
    ("3.8\u202e%9", "3.8\ufffd%9"),
    ("\u2066左\u2069", "\ufffd左\ufffd"),
    ("a\x00b\x1bc\x7f", "a\ufffdb\ufffdc\ufffd"),
    ("x\ud800y", "x\ufffdy"),
    ("一\u2028二", "一\ufffd二"),
    ("旗\U000e0067", "旗\ufffd"),
    ("𠮷野", "𠮷野"),
]


@pytest.mark.parametrize(("text", "shown"), TABLE)
def test_what_hides_is_seen(text: str, shown: str) -> None:
    assert seen(text) == shown
    assert len(seen(text)) == len(text)
