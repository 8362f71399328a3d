from __future__ import annotations

from decimal import Decimal

import pytest

from jiedu.lexicon.numerals import MAGNITUDES, chinese_value, numeral_value

CHINESE = [
    ("两", 2),
    ("十", 10),
    ("十五", 15),
    ("二十", 20),
    ("三百二十一", 321),
    ("百", 100),
    ("千", 1000),
    ("三千", 3000),
    ("一万二千", 12_000),
    ("二〇二五", 2025),
    ("零", 0),
]
WRITTEN = [
    ("3.8", "3.8"),
    ("1,234.5", "1234.5"),
    ("1,000,000", "1000000"),
    ("1/4", "0.25"),
    ("五", "5"),
]


@pytest.mark.parametrize(("numeral", "value"), CHINESE)
def test_chinese_value(numeral: str, value: int) -> None:
    assert chinese_value(numeral) == value


@pytest.mark.parametrize(("numeral", "value"), WRITTEN)
def test_numeral_value(numeral: str, value: str) -> None:
    assert numeral_value(numeral) == Decimal(value)


def test_a_letter_is_no_chinese_numeral() -> None:
    with pytest.raises(ValueError, match="no Chinese numeral"):
        chinese_value("十a")


def test_nothing_is_divided_by_nought() -> None:
    with pytest.raises(ValueError, match="nought"):
        numeral_value("1/0")


def test_magnitudes_are_exact_powers_of_ten() -> None:
    for word, value in MAGNITUDES.items():
        assert value == value.to_integral_value(), word
        assert str(value).strip("0") == "1", word
