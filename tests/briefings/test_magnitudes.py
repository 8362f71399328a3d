"""Values as people write them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jiedu.briefings.magnitudes import grouped, rounded, scale_of, unit_name
from jiedu.model import Language

SCALES = [
    ("39038100000000", "元", Language.ZH, "39.0381", "万亿元"),
    ("2937000", "个", Language.ZH, "293.7", "万个"),
    ("2937000", "个", Language.EN, "2.937", "million"),
    ("39038100000000", "元", Language.EN, "39.0381", "trillion yuan"),
    ("9999", "家", Language.ZH, "9999", "家"),
    ("-27000000", "户", Language.ZH, "-2700", "万户"),
    ("120000", "%", Language.ZH, "120000", "%"),
    ("0.4", "pp", Language.ZH, "0.4", "个百分点"),
    ("0.4", "pp", Language.EN, "0.4", "percentage points"),
    ("5", "怪单位", Language.EN, "5", "怪单位"),
]


@pytest.mark.parametrize(("value", "unit", "language", "wanted", "name"), SCALES)
def test_the_unit_in_which_a_value_takes_few_digits(
    value: str, unit: str, language: Language, wanted: str, name: str
) -> None:
    scale = scale_of([Decimal(value)], unit, language)
    assert (scale.of(Decimal(value)), scale.unit) == (Decimal(wanted), name)


def test_nothing_to_scale() -> None:
    assert scale_of([], "元", Language.ZH).unit == "元"


@pytest.mark.parametrize(
    ("value", "wanted"),
    [("1234567.50", "1,234,567.5"), ("100", "100"), ("-0.30", "-0.3"), ("1E+3", "1,000")],
)
def test_thousands_are_grouped(value: str, wanted: str) -> None:
    assert grouped(Decimal(value)) == wanted


@pytest.mark.parametrize(
    ("value", "wanted"),
    [("39.03814", "39.04"), ("0.123456", "0.1235"), ("123456", "123456"), ("1234.56", "1235")],
)
def test_a_picture_tells_four_digits(value: str, wanted: str) -> None:
    assert rounded(Decimal(value)) == Decimal(wanted)


def test_percent_and_percentage_points_are_two() -> None:
    for language in Language:
        assert unit_name("%", language) != unit_name("pp", language)
