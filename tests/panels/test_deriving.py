"""Derived figures: which inputs are of one time, and how many digits they justify."""

from __future__ import annotations

from decimal import Decimal

import pytest
from made_facts import fact, item

from jiedu.checks.intervals import Interval
from jiedu.model import Bound, DerivedItem, FigureRow, Measure, Source, Timing
from jiedu.panels.deriving import as_written, derive, justified
from jiedu.panels.lines import line_of

JUSTIFIED = {
    ("58.72340", "58.72341"): ("58.723405", "0.000005"),
    ("39.387", "39.677"): ("39.5", "0.2"),
    ("4.3", "4.5"): ("4.4", "0.1"),
    ("251.45", "251.71"): ("251.6", "0.2"),
    ("1450", "2550"): ("2000", "600"),
    ("-4.5", "-4.3"): ("−4.4", "0.1"),
    ("7", "7"): ("7", "0"),
    ("58.7234", None): ("≥58.7", ""),
    (None, "0.01239"): ("≤0.0124", ""),
    (None, None): ("", ""),
}
WRITTEN = [
    (fact("293.7万个", "2023-06-30", "2937000"), "293.7万个"),
    (fact("500万个", "2026", "5000000", bound=Bound.ABOVE), ">500万个"),
    (fact("1万余个", "2026", "10000", bound=Bound.ABOVE), "1万余个"),
    (fact("8000个", "2026", "8000", bound=Bound.BELOW), "<8000个"),
    (fact("27.4%", "2026", "-27.4", unit="%", measure=Measure.GROWTH), "−27.4%"),
    (fact("4.5", "2026", "4.5", unit="%", measure=Measure.GROWTH), "4.5%"),
    (fact("140489", "2025", "1404890000", unit="人", cell=True), "140489万人"),
    (fact("-3.2", "2025", "-3.2", unit="%", cell=True), "−3.2%"),
    (fact("37", "2025", "259", unit="打", cell=True), "259打"),
    (fact("5%—5.5%", "2026", "5", unit="%", bound=Bound.AT_LEAST), "5%—5.5%"),
    (fact("一", "2026", "1", unit="", measure=Measure.RANK), "第1"),
]


def row(key: str, facts: list[Source], timing: Timing = Timing.MOMENT) -> FigureRow:
    wanted = item(key=key, timing=timing)
    found = line_of(wanted, facts)
    return FigureRow(wanted, found.points, found.told, found.aside)


def part(formula: str = "a / b * 100", **slots: object) -> DerivedItem:
    return DerivedItem("d", "占比", "share", formula, "%", **slots)  # type: ignore[arg-type]


@pytest.mark.parametrize(("ends", "words"), JUSTIFIED.items())
def test_digits(ends: tuple[str | None, str | None], words: tuple[str, str]) -> None:
    low, high = (None if end is None else Decimal(end) for end in ends)
    assert justified(Interval(low, high)) == words


@pytest.mark.parametrize(("said", "words"), WRITTEN)
def test_as_written(said: Source, words: str) -> None:
    assert as_written(said) == words


def test_the_newest_time_that_all_inputs_have() -> None:
    a = row(
        "a", [fact("10个", "2023-06-30"), fact("20个", "2023-12-31"), fact("30个", "2024-06-30")]
    )
    b = row("b", [fact("40个", "2023-06-30"), fact("50个", "2023")])
    found = derive(part(), {"a": a, "b": b})
    assert found.period == "2023-12-31"
    assert (found.text, found.shown) == ("40", "20个 ÷ 50个 × 100")
    assert [key for key, _ in found.inputs] == ["a", "b"]
    assert found.reason == "all of 2023-12-31"


def test_no_time_in_common() -> None:
    a, b = row("a", [fact("10个", "2023-06-30")]), row("b", [fact("40个", "2023-07-31")])
    found = derive(part(), {"a": a, "b": b})
    assert (found.text, found.low, found.inputs) == ("", None, ())
    assert found.reason == "no time that all have: 5G基站 2023-06-30、5G基站 2023-07-31"


def test_spans_that_end_together_must_begin_together() -> None:
    a = row("a", [fact("10个", "2023-06")], Timing.MONTH)
    b = row("b", [fact("40个", "2023-01/2023-06")], Timing.ACCUMULATED)
    assert derive(part(), {"a": a, "b": b}).text == ""


CARRIED = {12: "no time that all have", 18: "counted seldom: b of 2022-12-31"}


@pytest.mark.parametrize(("months", "reason"), CARRIED.items())
def test_what_is_counted_seldom(months: int, reason: str) -> None:
    a, b = row("a", [fact("10个", "2024-04-30")]), row("b", [fact("40个", "2022")])
    assert reason in derive(part(carried=(("b", months),)), {"a": a, "b": b}).reason


def test_inputs_of_one_release_where_it_gives_both() -> None:
    both = {"release": "both", "published": "2026-07-09"}
    a = row("a", [fact("99个", "2026-06-30", **both)])
    b = row("b", [fact("100个", "2026-06-30", **both), fact("98个", "2026-06-30")])
    assert b.latest is not None
    assert b.latest.observation.text == "98个"
    assert derive(part(), {"a": a, "b": b}).shown == "99个 ÷ 100个 × 100"


AGREES = {"39.5%": True, "45%": False}


@pytest.mark.parametrize(("official", "agrees"), AGREES.items())
def test_beside_the_official_figure(official: str, agrees: bool) -> None:
    share = {"measure": Measure.SHARE, "unit": "%"}
    rows = {
        "a": row("a", [fact("6.76亿户", "2023-06-30", "676000000", unit="户")]),
        "b": row("b", [fact("17.1亿户", "2023-06-30", "1710000000", unit="户")]),
        "said": row("said", [fact(official, "2023-06-30", **share)]),
    }
    found = derive(part(official="said"), rows)
    assert found.official is not None
    assert (found.text, found.margin, found.agrees) == ("39.5", "0.2", agrees)


def test_a_bound_leaves_an_end_open() -> None:
    a = row("a", [fact("173万个", "2023-06-30", "1730000", bound=Bound.ABOVE)])
    b = row("b", [fact("8000个", "2023-06-30", bound=Bound.BELOW)])
    found = derive(part("a / b"), {"a": a, "b": b})
    assert (found.text, found.high, found.margin) == ("≥215", None, "")


def test_no_figure_is_said_with_the_row() -> None:
    found = derive(part(), {"a": row("a", [fact("10个", "2026")]), "b": row("b", [])})
    assert found.reason == "no figure of 5G基站"
