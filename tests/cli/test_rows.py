from __future__ import annotations

from decimal import Decimal

import pytest

from jiedu.cli.rows import number
from jiedu.cli.timeline import bar


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("3.80", "3.8"),
        ("2937000.0", "2937000"),
        ("20000000000000", "20000000000000"),
        ("-0.4", "-0.4"),
        ("33.333333333333333333333333", "33.333333333333336"),
    ],
)
def test_numbers_are_written_as_they_are(value: str, written: str) -> None:
    assert repr(number(Decimal(value))) == written


def test_bars_share_one_scale() -> None:
    assert bar(1.0, 4) == "████"
    assert bar(0.5, 4) == "██"
    assert bar(0.0, 4) == ""
    assert bar(2.0, 4) == "████"
