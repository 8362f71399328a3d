from __future__ import annotations

from decimal import Decimal

import pytest

from jiedu.cli.timeline import bar
from jiedu.cli.written import json_row, number


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("3.80", "3.8"),
        ("2937000.0", "2937000"),
        ("20000000000000", "20000000000000"),
        ("-0.4", "-0.4"),
        ("-0.0", "0"),
        ("2E+3", "2000"),
        ("12345678901234567.8", "12345678901234567.8"),
        ("1234567890123456789012345678901234567890", "1234567890123456789012345678901234567890"),
        (str(Decimal(100) / 3), "33.33333333333333"),
    ],
)
def test_numbers_are_written_as_they_are(value: str, written: str) -> None:
    assert number(Decimal(value)) == written


def test_a_row_is_one_line_of_json() -> None:
    row = {"name": "\u201c双千兆\u201d\n", "value": Decimal("3.80"), "basis": None, "targets": [1]}
    assert json_row(row) == ('{"name": "“双千兆”\\n", "value": 3.8, "basis": null, "targets": [1]}')


def test_bars_share_one_scale() -> None:
    assert bar(1.0, 4) == "████"
    assert bar(0.5, 4) == "██"
    assert bar(0.0, 4) == ""
    assert bar(2.0, 4) == "████"
