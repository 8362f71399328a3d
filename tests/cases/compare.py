"""When a figure that was read is the figure a case asks for.

The rules are those of the contract's scorer, written down again so that the tests stand
alone: names meet when one holds the other and is at least half as long, and a stock at a
moment may be given as the span that it closes.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jiedu.model import Observation

_FILLER = re.compile(r"[的了,，、\s“”\"'‘’《》()（）:：—\-]|^(?:我国|全国|全省|全市|全区|中国)")
_NOT_A_BASIS = frozenset({"yoy", "mom", "qoq", "ytd", "cagr"})


@dataclass(frozen=True, slots=True)
class Expected:
    """One row of a case, placed in the case's text.

    Attributes:
        start: where the numeral stands, in code points.
        end: where it ends.
        names: every accepted indicator, the preferred one first.
        optional: neither a hit nor a miss; only its place is held.
    """

    start: int
    end: int
    names: tuple[str, ...]
    measure: str
    value: float
    unit: str
    bound: str
    period: str | None
    basis: str | None
    status: str
    optional: bool


def normal_name(name: str) -> str:
    """A name without fillers, punctuation and the country in front."""
    return _FILLER.sub("", name)


def same_indicator(names: Iterable[str], found: str) -> bool:
    """Equal to one of ``names``, or one inside the other and at least half as long."""
    p = normal_name(found)
    for name in names:
        g = normal_name(name)
        if g == p:
            return True
        short, long = sorted((g, p), key=len)
        if short and short in long and 2 * len(short) >= len(long):
            return True
    return False


def _day(text: str, *, end: bool) -> date:
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return date(*parts)
    year = parts[0]
    month = parts[1] if len(parts) == 2 else (12 if end else 1)
    return date(year, month, calendar.monthrange(year, month)[1] if end else 1)


def days(period: str | None) -> tuple[date, date] | None:
    """First and last day of an ISO period.

    Raises:
        ValueError: where the text is no period.
    """
    if not period:
        return None
    first, _, last = period.partition("/")
    return _day(first, end=False), _day(last or first, end=True)


def same_period(expected: str | None, found: str | None) -> bool:
    """The same days, or an expected moment that closes the span found."""
    g = days(expected)
    try:
        p = days(found)
    except ValueError:
        return False
    if g is None or p is None:
        return g is p
    return g == p or g[0] == g[1] == p[1]


def same_basis(expected: str | None, found: str | None) -> bool:
    """The same word, the same days, or names of which one holds the other."""
    if expected == found:
        return True
    if not expected or not found or expected in _NOT_A_BASIS or found in _NOT_A_BASIS:
        return False
    if expected.startswith("vs:") or found.startswith("vs:"):
        if not (expected.startswith("vs:") and found.startswith("vs:")):
            return False
        a, b = normal_name(expected[3:]), normal_name(found[3:])
        return bool(a and b) and (a in b or b in a)
    try:
        return days(expected) == days(found)
    except ValueError:
        return False


def differences(expected: Expected, found: Observation) -> list[str]:
    """The fields in which ``found`` is not what the row asks for, each in words."""
    right = {
        "indicator": same_indicator(expected.names, found.indicator),
        "measure": expected.measure == found.measure,
        "value": abs(expected.value - float(found.value)) <= 1e-9 * max(1.0, abs(expected.value)),
        "unit": expected.unit == found.unit,
        "bound": expected.bound == found.bound,
        "period": same_period(expected.period, found.period),
        "basis": same_basis(expected.basis, found.basis),
        "status": expected.status == found.status,
    }
    return [
        f"{field}: {getattr(found, field)!s} is not {_wanted(expected, field)}"
        for field, ok in right.items()
        if not ok
    ]


def _wanted(expected: Expected, field: str) -> object:
    return " | ".join(expected.names) if field == "indicator" else getattr(expected, field)


def mistakes(text: str, expected: list[Expected], found: Iterable[Observation]) -> list[str]:
    """Everything that keeps ``found`` from being ``expected``; empty where all is right."""
    by_place = {at: row for row in expected for at in range(row.start, row.end)}
    taken: set[int] = set()
    wrong: list[str] = []
    for observation in found:
        span = observation.span
        row = next((by_place[at] for at in range(span.start, span.end) if at in by_place), None)
        said = f"{text[span.start : span.end]!r} at {span.start}"
        if row is None or row.start in taken:
            wrong.append(f"{said}: not asked for ({observation.measure}, {observation.indicator})")
            continue
        taken.add(row.start)
        if not row.optional:
            wrong += [f"{said}: {difference}" for difference in differences(row, observation)]
    wrong += [
        f"{text[row.start : row.end]!r} at {row.start}: missed"
        for row in expected
        if not row.optional and row.start not in taken
    ]
    return wrong
