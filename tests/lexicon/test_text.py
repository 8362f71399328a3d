from __future__ import annotations

import pytest

from jiedu.lexicon import normalise


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("同比增长３．８％", "同比增长3.8%"),
        ("（ＲＥＤＣＡＰ）：", "(REDCAP):"),
        ("1–5月", "1—5月"),
        ("規模以上工業增加值", "规模以上工业增加值"),
        ("5G基站達293.7萬個", "5G基站达293.7万个"),
        ("1，234", "1，234"),
    ],
)
def test_normal_form(written: str, normal: str) -> None:
    assert normalise(written) == normal


def test_the_normal_form_keeps_every_offset() -> None:
    text = "電信業務總量達８千億元（截至６月底）；"
    assert len(normalise(text)) == len(text)
