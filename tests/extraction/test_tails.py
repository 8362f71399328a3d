from __future__ import annotations

import pytest

from jiedu.extraction.lexemes import TailKind
from jiedu.extraction.tails import read_tail
from jiedu.model import Bound


@pytest.mark.parametrize(
    ("left", "subject", "verb", "kind", "bound"),
    [
        ("规模以上工业增加值同比增长", "规模以上工业增加值", "增长", TailKind.UP, None),
        ("新能源电池产能达", "新能源电池产能", "", None, None),
        ("产品不良品率平均下降了", "产品不良品率", "下降", TailKind.DOWN, None),
        ("5G模组价格下探至", "5G模组价格", "下探至", TailKind.TO, None),
        ("平台超过了", "平台", "", None, Bound.ABOVE),
        ("车间和工厂近", "车间和工厂", "", None, Bound.BELOW),
        ("推动不少于", "推动", "", None, Bound.AT_LEAST),
        ("失业率平均为", "失业率", "", None, None),
        ("", "", "", None, None),
    ],
)
def test_read_tail(
    left: str, subject: str, verb: str, kind: TailKind | None, bound: Bound | None
) -> None:
    assert read_tail(left) == (subject, verb, kind, bound)
