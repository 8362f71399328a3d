"""The period that comes next."""

from __future__ import annotations

import pytest

from jiedu.briefings.composing.watch import next_period

NEXT = {
    "2023-01/2023-06": "2023-01/2023-07",
    "2023-01/2023-11": "2023",
    "2023-01/2023-12": "2024-01/2024-02",
    "2023": "2024",
    "2023-12": "2024-01",
    "2023-04/2023-06": "2023-07/2023-09",
    "2023-10/2023-12": "2024-01/2024-03",
    "2023-07/2023-12": "2024-01/2024-06",
    "2023-06-30": None,
    "2021/2025": None,
    None: None,
}


@pytest.mark.parametrize(("period", "wanted"), NEXT.items())
def test_the_period_of_the_same_length_that_follows(period: str | None, wanted: str | None) -> None:
    assert next_period(period) == wanted
