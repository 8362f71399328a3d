"""How long periods are, where they stand in time, and which of them follow one another."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from jiedu.lexicon import closing_day
from jiedu.model import Stretch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jiedu.model import ChartPoint

_YEAR, _MONTH = 4, 7  # characters of 2023 and 2023-06
# months from one figure to the next, where none is missing
STEPS = {
    Stretch.MOMENT: 1,
    Stretch.MONTH: 1,
    Stretch.ACCUMULATED: 1,
    Stretch.QUARTER: 3,
    Stretch.HALF: 6,
    Stretch.YEAR: 12,
}


def stretch_of(period: str) -> Stretch:
    """How long one period is by itself; from January on it is accumulated.

    Args:
        period: ISO 8601, inclusive.
    """
    first, slash, last = period.partition("/")
    if not slash:
        return {_YEAR: Stretch.YEAR, _MONTH: Stretch.MONTH}.get(len(first), Stretch.MOMENT)
    if len(first) != _MONTH or len(last) != _MONTH or first[:4] != last[:4]:
        return Stretch.OTHER
    begin, end = int(first[5:]), int(last[5:])
    if begin == 1:
        return Stretch.ACCUMULATED
    length = end - begin + 1
    if length == 3 and begin % 3 == 1:
        return Stretch.QUARTER
    return Stretch.HALF if (begin, end) == (7, 12) else Stretch.OTHER


def stretches_of(points: Sequence[ChartPoint]) -> list[Stretch]:
    """How long the periods of a series are, each seen beside the others.

    A whole year ends an accumulation where there is one; the first quarter and the first half are
    quarters and halves where the others are.

    Args:
        points: with a period each.
    """
    alone = [point.stretch or stretch_of(point.period or "") for point in points]
    closes = {
        _month(point.period)
        for point, stretch in zip(points, alone, strict=True)
        if stretch is Stretch.ACCUMULATED
    }
    found = []
    for point, stretch in zip(points, alone, strict=True):
        if point.stretch is not None:
            found.append(point.stretch)
        elif stretch is Stretch.YEAR and closes:
            found.append(Stretch.ACCUMULATED)
        elif stretch is Stretch.ACCUMULATED and _is_of(alone, closes, Stretch.QUARTER, {3}):
            found.append(Stretch.QUARTER)
        elif stretch is Stretch.ACCUMULATED and _is_of(alone, closes, Stretch.HALF, {6}):
            found.append(Stretch.HALF)
        else:
            found.append(stretch)
    return found


def _is_of(alone: Sequence[Stretch], closes: set[int], stretch: Stretch, ends: set[int]) -> bool:
    """Whether what seems accumulated is the first of quarters or halves."""
    return closes <= ends and stretch in alone


def _month(period: str | None) -> int:
    return int(closing_day(period or "")[5:7])


def day_of(period: str) -> date:
    """Where a period stands on an axis: at its last day."""
    return date.fromisoformat(closing_day(period))


def is_pair(period: str) -> bool:
    """Whether a figure is of January and February together, which are published as one."""
    first, _, last = period.partition("/")
    return first.endswith("-01") and last == f"{first[:-3]}-02"


def follows(before: str, after: str, stretch: Stretch) -> bool:
    """Whether nothing is missing between two periods of one stretch, so that a line may join them.

    Accumulation starts anew in January: no line leads from one year into the next.
    """
    step = STEPS.get(stretch)
    if step is None:
        return False
    one, two = day_of(before), day_of(after)
    if stretch is Stretch.ACCUMULATED and one.year != two.year:
        return False
    months = (two.year - one.year) * 12 + two.month - one.month
    return months <= step


def begins_anew(before: str, after: str) -> bool:
    """Whether an accumulation ended with its year and the next one begins: no line, but no gap."""
    one, two = day_of(before), day_of(after)
    return (one.month, two.month, two.year) == (12, 2, one.year + 1) and is_pair(after)
