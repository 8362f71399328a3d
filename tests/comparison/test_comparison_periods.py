from __future__ import annotations

from datetime import date

import pytest

from jiedu.comparison.periods import Form, basis_of, lag, shape_of


@pytest.mark.parametrize(
    ("period", "form", "length"),
    [
        ("2023", Form.CUMULATED, 12),
        ("2023-01/2023-06", Form.CUMULATED, 6),
        ("2023-01/2023-12", Form.CUMULATED, 12),
        ("2023-06", Form.MONTH, 1),
        ("2023-01", Form.MONTH, 1),
        ("2023-04/2023-06", Form.SPAN, 3),
        ("2021/2025", Form.YEARS, 60),
        ("2023-06-30", Form.DAY, 0),
        ("2023-10-01/2023-10-07", Form.DAYS, 0),
        (None, Form.NONE, 0),
        ("long ago", Form.NONE, 0),
    ],
)
def test_shapes(period: str | None, form: Form, length: int) -> None:
    shape = shape_of(period)
    assert (shape.form, shape.length) == (form, length)


def test_the_way_from_a_release_to_its_period() -> None:
    assert lag(shape_of("2023-01/2023-06"), date(2023, 7, 20)) == -1
    assert lag(shape_of("2026"), date(2026, 2, 1)) == 10


@pytest.mark.parametrize(
    ("basis", "period", "shown"),
    [
        (None, "2023-06", ""),
        ("yoy", "2023-06", "yoy"),
        ("2022-01/2022-06", "2023-01/2023-06", "yoy"),
        ("2023-01/2023-03", "2023-01/2023-06", "before"),
        ("2026-01/2026-03", "2026-01/2026-04", "before"),
        ("2020", "2025", "-60/12"),
        ("vs:货物出口", "2023-06", "vs:货物出口"),
    ],
)
def test_bases_that_hold_for_any_year(basis: str | None, period: str, shown: str) -> None:
    assert basis_of(basis, period) == shown
