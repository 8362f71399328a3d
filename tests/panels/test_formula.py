"""Formulas: what they mean, what is no formula and where, and what comes of intervals."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiedu.checks.intervals import Interval
from jiedu.panels.formula import FormulaError, names_in, parse, shown, value_of

VALUES = {
    "a": Interval(Decimal(2), Decimal(4)),
    "b": Interval(Decimal(1), Decimal(2)),
    "open": Interval(Decimal(10), None),
    "below": Interval(Decimal(0), Decimal(8)),
    "signed": Interval(Decimal(-1), Decimal(3)),
}
MEANT = {
    "a": (2, 4),
    "a + b": (3, 6),
    "a - b": (0, 3),
    "a - b - b": (-2, 2),
    "a * b": (2, 8),
    "a / b": (1, 4),
    "a / b * 100": (100, 400),
    "a / (b * 2)": ("0.5", 2),
    "100 - a": (96, 98),
    "2 * (a + b)": (6, 12),
    "signed * a": (-4, 12),
    "open / a": ("2.5", None),
    "a / open": (0, "0.4"),
    "open / below": ("1.25", None),
    "a / signed": (None, None),
    "open * signed": (None, None),
    "1.5": ("1.5", "1.5"),
}
WRONG = {
    "": ("it ends", 1),
    "a +": ("it ends", 4),
    "a b": ("already whole", 3),
    "a + * b": ("stands where", 5),
    "(a + b": ("never closed", 1),
    "a + b)": ("already whole", 6),
    "a ^ 2": ("no number, key or sign", 3),
    "a / 基站": ("no number, key or sign", 5),
    "__import__('os')": ("no number, key or sign", 1),
    "a.b": ("no number, key or sign", 2),
    "1e9": ("already whole", 2),
    "(" * 40 + "a" + ")" * 40: ("too deep", 31),
    "a + " * 200 + "a": ("longer than", 301),
}
SHOWN = {
    "a / b * 100": "2万 ÷ 1万 × 100",
    "(a + b) * 2": "(2万 + 1万) × 2",
    "a / (b * 2)": "2万 ÷ (1万 × 2)",
    "a - (b - a)": "2万 − (1万 − 2万)",
}


@pytest.mark.parametrize(("formula", "ends"), MEANT.items())
def test_values(formula: str, ends: tuple[object, object]) -> None:
    low, high = (None if end is None else Decimal(str(end)) for end in ends)
    assert value_of(parse(formula), VALUES) == Interval(low, high)


@pytest.mark.parametrize(("formula", "told"), WRONG.items(), ids=range(len(WRONG)))
def test_what_is_no_formula(formula: str, told: tuple[str, int]) -> None:
    words, at = told
    with pytest.raises(FormulaError, match=words) as raised:
        parse(formula)
    assert raised.value.at == at


@pytest.mark.parametrize(("formula", "words"), SHOWN.items())
def test_with_numbers_in_place(formula: str, words: str) -> None:
    assert shown(parse(formula), {"a": "2万", "b": "1万"}) == words


def test_names_with_their_places() -> None:
    assert [(name.key, name.at) for name in names_in(parse("a / (b - a)"))] == [
        ("a", 1), ("b", 6), ("a", 10),
    ]  # fmt: skip


@given(st.text(max_size=40))
def test_any_text_is_a_formula_or_an_error_with_its_place(text: str) -> None:
    try:
        place = names_in(parse(text))
        ends = [name.at for name in place]
    except FormulaError as error:
        ends = [error.at]
    assert all(1 <= at <= len(text) + 1 for at in ends)
