"""What printed numbers stand for."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiedu.checks.intervals import Interval, half_unit, printed, written
from jiedu.model import Bound, Measure, Observation, Span, Status

D = Decimal


def figure(text: str, value: str, bound: Bound = Bound.EXACT, unit: str = "") -> Observation:
    return Observation(
        span=Span(0, len(text)),
        indicator="产量",
        measure=Measure.LEVEL,
        value=D(value),
        unit=unit,
        bound=bound,
        period="2024",
        basis=None,
        status=Status.ACTUAL,
        text=text,
        sentence=Span(0, len(text)),
    )


PRINTED = [
    # the words, the value, its bound, from, to
    ("3.8%", "3.8", Bound.EXACT, "3.75", "3.85"),
    ("3.80%", "3.80", Bound.EXACT, "3.795", "3.805"),
    ("6%", "6", Bound.EXACT, "5.5", "6.5"),
    ("0.0%", "0", Bound.EXACT, "-0.05", "0.05"),
    ("0%", "0", Bound.EXACT, "-0.5", "0.5"),
    ("293.7万个", "2937000", Bound.EXACT, "2936500", "2937500"),
    ("1.2亿吨", "120000000", Bound.EXACT, "115000000", "125000000"),
    ("20.1万亿元", "20100000000000", Bound.EXACT, "20050000000000", "20150000000000"),
    ("1,324.8万辆", "13248000", Bound.EXACT, "13247500", "13248500"),
    ("62,350", "62350", Bound.EXACT, "62349.5", "62350.5"),
    ("2.3%", "-2.3", Bound.EXACT, "-2.35", "-2.25"),
    ("三成", "30", Bound.EXACT, "25", "35"),
    ("十二家", "12", Bound.EXACT, "11.5", "12.5"),
    ("一半", "50", Bound.EXACT, "45", "55"),
    ("50", "50", Bound.ABOVE, "49.5", None),
    ("50以上", "50", Bound.AT_LEAST, "49.5", None),
    ("8000个", "8000", Bound.BELOW, None, "8000.5"),
    ("8000以内", "8000", Bound.AT_MOST, None, "8000.5"),
    ("100万吨", "1000000", Bound.ABOUT, "985000", "1015000"),
    # a fall of more than 5 % is a growth below −5
    ("5%", "-5", Bound.ABOVE, None, "-4.5"),
    ("5%", "-5", Bound.BELOW, "-5.5", None),
]


@pytest.mark.parametrize(("text", "value", "bound", "low", "high"), PRINTED)
def test_printed(text: str, value: str, bound: Bound, low: str | None, high: str | None) -> None:
    expected = Interval(D(low) if low else None, D(high) if high else None)
    assert printed(figure(text, value, bound)) == expected


def test_meeting_at_an_end_is_meeting() -> None:
    assert Interval(D(1), D(2)).meets(Interval(D(2), D(3)))
    assert not Interval(D(1), D(2)).meets(Interval(D("2.01"), D(3)))
    assert Interval(None, D(2)).meets(Interval(D(2), None))
    assert not Interval(D(3), None).meets(Interval(None, D(2)))
    assert Interval(None, None).meets(Interval(D(9), D(9)))


def test_overlapping_is_more_than_meeting() -> None:
    one, next_ = printed(figure("3.8%", "3.8")), printed(figure("3.9%", "3.9"))
    assert one.meets(next_)
    assert not one.overlaps(next_)
    assert one.overlaps(one)
    assert one.overlaps(printed(figure("4%", "4")))
    assert not one.overlaps(printed(figure("3%", "3")))
    assert Interval(D(2), D(2)).overlaps(Interval(D(2), D(2)))
    assert Interval(None, D(2)).overlaps(Interval(D(1), None))
    assert Interval(D(2), None).overlaps(Interval(D(1), None))


def test_a_root_and_a_percentage() -> None:
    low, high = Interval(D(8), D(27)).root(3)
    assert low is not None
    assert high is not None
    assert abs(low - 2) < D("1e-20")
    assert abs(high - 3) < D("1e-20")
    assert Interval(D(-1), D(0)).root(2) == (None, None)
    assert Interval(D("0.5"), None).shifted(-1).percent() == (D(-50), None)


WRITTEN = [
    (("2.1", "2.3"), "2.2个百分点", "2.2", "2.2 ± 0.1个百分点"),
    (("539000", "541000"), "54万个", "540000", "54 ± 0.1万个"),
    (("-1.0", "-0.8"), "0.9个百分点", "-0.9", "−0.9 ± 0.1个百分点"),
    (("9586500", None), "929.9万辆", "9299000", "958.65万辆 or more"),
    ((None, "-1.05"), "1%", "-1", "−1.05% or less"),
    ((None, None), "1%", "1", "any number"),
    (("5", "5"), "5%", "5", "5 ± 0%"),
    (("9e40", "9.1e40"), "5%", "5", f"905{'0' * 38} ± 5{'0' * 38}%"),
    (("-1e-30", "9e40"), "5%", "5", f"45{'0' * 39} ± 45{'0' * 39}%"),
    (("29", "31"), "三成", "30", "30 ± 1%"),
]


@pytest.mark.parametrize(("ends", "text", "value", "expected"), WRITTEN)
def test_written_in_the_claims_own_magnitude(
    ends: tuple[str | None, str | None], text: str, value: str, expected: str
) -> None:
    low, high = (None if end is None else D(end) for end in ends)
    unit = "%" if text == "三成" else ""
    assert written(Interval(low, high), figure(text, value, unit=unit)) == expected


def test_an_interval_is_written_in_short() -> None:
    assert str(Interval(D("-1.50"), None)) == "−1.5 to …"


numbers = st.decimals(-(10**6), 10**6, places=3, allow_nan=False, allow_infinity=False)
positive = st.decimals(D("0.001"), 10**6, places=3, allow_nan=False, allow_infinity=False)


def between(one: Decimal, other: Decimal) -> Interval:
    return Interval(min(one, other), max(one, other))


def holds(interval: Interval, value: Decimal) -> bool:
    low, high = interval
    return (low is None or low <= value) and (high is None or value <= high)


@given(numbers, numbers, numbers, numbers)
def test_sums_and_differences_hold_every_combination(
    a: Decimal, b: Decimal, c: Decimal, d: Decimal
) -> None:
    one, other = between(a, b), between(c, d)
    for x, y in product((a, b, (a + b) / 2), (c, d, (c + d) / 2)):
        assert holds(one.plus(other), x + y)
        assert holds(one.minus(other), x - y)


@given(positive, positive, positive, positive)
def test_quotients_hold_every_combination(a: Decimal, b: Decimal, c: Decimal, d: Decimal) -> None:
    quotient = between(a, b).over(between(c, d))
    for x, y in product((a, b), (c, d)):
        assert holds(quotient, x / y)


@given(positive, st.integers(2, 9))
def test_a_root_is_undone_by_its_power(value: Decimal, steps: int) -> None:
    (low, _) = Interval(value, value).root(steps)
    assert low is not None
    assert abs(low**steps / value - 1) < D("1e-15")


@given(
    st.decimals(0, 10**9, places=2, allow_nan=False, allow_infinity=False),
    st.sampled_from([("", 1), ("万", 10**4), ("亿", 10**8)]),
    st.sampled_from(list(Bound)),
    st.booleans(),
    st.integers(0, 2),
)
def test_a_figure_lies_in_its_own_interval(
    number: Decimal, scale: tuple[str, int], bound: Bound, falls: bool, decimals: int
) -> None:
    word, factor = scale
    text = f"{number:,.{decimals}f}{word}元"
    value = D(text.split(word + "元")[0].replace(",", "")) * factor
    found = figure(text, str(-value if falls else value), bound)
    assert holds(printed(found), found.value)
    assert half_unit(found) == D(factor if value else 1) / 2 / 10**decimals


@given(numbers, numbers)
def test_what_two_figures_have_in_common_does_not_depend_on_their_order(
    a: Decimal, b: Decimal
) -> None:
    one, other = Interval(a, a + 1), Interval(None, b)
    assert one.meets(other) == other.meets(one) == (a <= b)
