"""Which figures are another one with its digits in another order."""

from dataclasses import replace
from decimal import Decimal

import pytest
from told import release

from jiedu.checks.intervals import Interval
from jiedu.checks.slips import is_slip
from jiedu.model import Observation
from jiedu.pipeline import process

CASES = [
    # the figure as printed, from, to, whether it is a slip
    ("5.2%", "2.45", "2.55", True),
    ("5.2%", "2.15", "2.25", False),
    ("2.5%", "2.45", "2.55", False),  # the figure itself
    ("81.9%", "18.8", "19.1", True),
    ("1194237亿元", "114923650000000", "114923750000000", True),
    ("979.8亿元", "89785000000", "89795000000", True),
    ("162350亿元", "6234900000000", "6235100000000", False),  # 62351 has a digit less
    ("0.34%", "0.425", "0.435", True),
    ("12%", "15", "29", False),  # 21 among many others says nothing
    ("24.6%", "-26.5", "-26.3", False),  # of another sign
]


def figure(text: str) -> Observation:
    said = f"同比增长{text}" if "%" in text else text
    (found,) = process(release(f"2024年上半年，软件业务收入{said}。")).observations
    return found


@pytest.mark.parametrize(("text", "low", "high", "expected"), CASES)
def test_digits_in_another_order(text: str, low: str, high: str, expected: bool) -> None:
    assert is_slip(figure(text), Interval(Decimal(low), Decimal(high))) is expected


def test_an_open_interval_says_nothing() -> None:
    assert not is_slip(figure("5.2%"), Interval(None, Decimal("2.5")))
    assert not is_slip(replace(figure("5.2%"), value=Decimal(0)), Interval(Decimal(1), Decimal(2)))
