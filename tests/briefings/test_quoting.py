"""Quotations are cut at clauses, never inside of a numeral."""

from __future__ import annotations

import pytest

from jiedu.briefings.composing.quoting import clipped

CUTS = [
    ("促进平稳增长。", 20, ("促进平稳增长", True)),
    ("努力扩大有效需求，组织消费活动，发展新兴产业", 16, ("努力扩大有效需求，组织消费活动", True)),
    ("努力扩大有效需求和组织消费活动以及发展", 12, ("努力扩大有效需求和组织消", False)),
    ("推动全国工业企业建设12345家工厂", 13, ("推动全国工业企业建设", False)),
    ("实施1,234,567项行动", 6, ("实施1,234,567项行动"[:6], False)),
    ("一行\n两行", 20, ("一行 两行", True)),
]


@pytest.mark.parametrize(("words", "most", "wanted"), CUTS[:4] + CUTS[5:])
def test_cuts(words: str, most: int, wanted: tuple[str, bool]) -> None:
    assert clipped(words, most) == wanted
