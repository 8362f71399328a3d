from __future__ import annotations

from datetime import date

import pytest

from jiedu.extraction.sections import is_byline

DAY = date(2024, 3, 28)
LINES = [
    ("某市统计局", True),
    ("某市统计局 国家统计局某市调查队", True),
    ("国家发展和改革委员会", True),
    ("2024年3月28日", True),
    ("(2024年3月27日)", True),
    ("2023年6月30日", False),  # a day that the text speaks of
    ("2024年13月28日", False),
    ("一、综合", False),
    ("奋力开创新局", False),
    ("优化产业布局", False),
    ("2023年全市统计局", False),
    ("某市统计局发布数据", False),
]


@pytest.mark.parametrize(("text", "so"), LINES)
def test_who_publishes_and_when_is_no_topic(text: str, so: bool) -> None:
    assert is_byline(text, 20, DAY) is so
    assert not is_byline(text, 5000, DAY)
