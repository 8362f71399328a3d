"""What time a figure is of, and whether a row wants it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from jiedu.checks.periods import days
from jiedu.model import Timing
from jiedu.store import PeriodSpan, span_of

if TYPE_CHECKING:
    from jiedu.model import Source

_MONTH = len("2026-01")
_DAY = len("2026-01-31")


def is_of_timing(period: str | None, timing: Timing) -> bool:
    """Whether a period is of a timing.

    A moment is a day, or the end of a month, a quarter, a year or months from January on; a span
    of days or of years is none. What is counted from January on is so for a quarter, a half or
    the whole of a year as well.
    """
    if period is None:
        return False
    span = span_of(period)
    if timing is Timing.MOMENT:
        return span is not PeriodSpan.OTHER
    if timing is Timing.ACCUMULATED:
        return span is PeriodSpan.YEAR or _from_january(period)
    if timing is Timing.YEAR:
        return span is PeriodSpan.YEAR or (_from_january(period) and period.endswith("-12"))
    if timing is Timing.PLAN:
        return "/" in period and len(period.partition("/")[0]) == len("2026")
    return span is {Timing.MONTH: PeriodSpan.MONTH, Timing.QUARTER: PeriodSpan.QUARTER}[timing]


def _from_january(period: str) -> bool:
    first, slash, last = period.partition("/")
    within = len(first) == len(last) == _MONTH and first[:4] == last[:4]
    return bool(slash) and within and first.endswith("-01")


def time_of(period: str | None, timing: Timing) -> tuple[str, str]:
    """The days a period begins and ends on; of a moment its day alone.

    Args:
        period: one that is of the timing.
        timing: of the row.
    """
    first, last = days(period or "")
    return (last, last) if timing is Timing.MOMENT else (first, last)


def months_between(earlier: str, later: str) -> int:
    """How many whole months lie between two days in ISO 8601."""
    one, other = date.fromisoformat(earlier), date.fromisoformat(later)
    months = (other.year - one.year) * 12 + other.month - one.month
    return months - (1 if other.day < one.day and _is_inner(other) else 0)


def _is_inner(day: date) -> bool:
    """Whether a day is not the last of its month."""
    return date.fromordinal(day.toordinal() + 1).month == day.month


def ends(fact: Source) -> str:
    """The last day of a figure's period; of one without a time, the day it was published."""
    return days(fact.observation.period or fact.published.isoformat())[1]
