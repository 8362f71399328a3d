"""Which unit a figure of an indicator may have."""

from __future__ import annotations

import pytest

from jiedu.catalogue.units import fits
from jiedu.model import Measure


@pytest.mark.parametrize(
    ("base", "unit", "measure", "expected"),
    [
        ("元", "元", Measure.LEVEL, True),
        ("元", "美元", Measure.LEVEL, True),
        ("元", "%", Measure.LEVEL, False),
        ("元", "%", Measure.GROWTH, True),
        ("元", "倍", Measure.GROWTH, True),
        ("元", "元", Measure.GROWTH, False),
        ("个", "户", Measure.LEVEL, False),
        ("千瓦时", "度", Measure.LEVEL, True),
        ("吨", "斤", Measure.LEVEL, True),
        ("%", "pp", Measure.LEVEL_CHANGE, True),
        ("%", "%", Measure.LEVEL_CHANGE, False),
        ("人", "pp", Measure.LEVEL_CHANGE, False),
        ("元", "pp", Measure.CONTRIBUTION, True),
        ("元", "", Measure.RANK, True),
        ("斛", "斛", Measure.LEVEL, True),
    ],
)
def test_fits(base: str, unit: str, measure: Measure, *, expected: bool) -> None:
    assert fits(base, unit, measure) is expected
