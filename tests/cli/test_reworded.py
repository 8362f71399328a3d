from __future__ import annotations

import pytest

from jiedu.cli.reworded import marked


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("稳步推进", "加快推进", "[-稳步-]{+加快+}推进"),
        ("增长6.2%", "增长3.1%", "增长[-6.2%-]{+3.1%+}"),
        ("推进", "加快推进", "{+加快+}推进"),
        ("加快推进", "推进", "[-加快-]推进"),
        ("同样的话", "同样的话", "同样的话"),
        ("", "新话", "{+新话+}"),
        ("", "", ""),
        ("甲" + "同" * 30, "乙" + "同" * 30, "[-甲-]{+乙+}" + "同" * 6 + "…"),
        ("同" * 30 + "甲", "同" * 30 + "乙", "…" + "同" * 6 + "[-甲-]{+乙+}"),
    ],
)
def test_two_wordings_in_one_line(old: str, new: str, shown: str) -> None:
    assert marked(old, new) == shown
