"""Values as a briefing writes them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jiedu.briefings.composing.said import is_said
from jiedu.briefings.composing.values import value_words
from jiedu.model import Bound, Language, Measure, Observation, Span, Status

VALUES = [
    ("3.8%", "3.8", "%", "=", "3.8%", "3.8%"),
    ("6.0%", "6.0", "%", "=", "6.0%", "6.0%"),
    ("27.4%", "-27.4", "%", "=", "−27.4%", "−27.4%"),
    ("三成", "30", "%", ">", "超过30%", "over 30%"),
    ("0.8个百分点", "0.8", "pp", "=", "0.8个百分点", "0.8 percentage points"),
    ("1个百分点", "1", "pp", "=", "1个百分点", "1 percentage point"),
    ("293.7万个", "2937000", "个", "=", "293.7万个", "2.937 million"),
    ("8000个", "8000", "个", "<", "不足8000个", "under 8,000"),
    ("39038.1亿元", "3903810000000", "元", "~", "约39038.1亿元", "about 3.90381 trillion yuan"),
    ("2.8倍", "280", "%", "=", "2.8倍", "280%"),
]


def found(text: str, value: str, unit: str, bound: str, measure: Measure) -> Observation:
    return Observation(
        Span(0, 1), "甲", measure, Decimal(value), unit, Bound(bound), "2023", None,
        Status.ACTUAL, text, Span(0, 9),
    )  # fmt: skip


@pytest.mark.parametrize(("text", "value", "unit", "bound", "chinese", "english"), VALUES)
def test_values(text: str, value: str, unit: str, bound: str, chinese: str, english: str) -> None:
    told = found(text, value, unit, bound, Measure.LEVEL)
    assert value_words(told, Language.ZH) == chinese
    assert value_words(told, Language.EN) == english


def test_a_rank_is_an_ordinal() -> None:
    told = found("第二", "2", "", "=", Measure.RANK)
    assert value_words(told, Language.ZH) == "第2位"
    assert value_words(told, Language.EN) == "rank 2"


@pytest.mark.parametrize(
    ("text", "value", "unit", "wanted"),
    [
        ("3.8%", "3.8", "%", True),
        ("27.4%", "-27.4", "%", True),
        ("2.8倍", "280", "%", True),
        ("1.8倍", "80", "%", False),  # 是2013年的1.8倍
        ("三成", "30", "%", True),
        ("293.7万个", "2937000", "个", True),
        ("一番", "100", "%", False),
    ],
)
def test_a_value_that_only_follows_is_not_said(
    text: str, value: str, unit: str, wanted: bool
) -> None:
    assert is_said(found(text, value, unit, "=", Measure.GROWTH)) is wanted
