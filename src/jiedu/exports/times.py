"""Periods of the contract as times of SDMX.

Sources: section 4.2 of the technical notes of SDMX 2.1 and 3.0. A year, month or day is a
Gregorian time period; ``2023-S1`` and ``2023-Q2`` are reporting time periods of years that begin in
January; ``2023-01-01/P5M`` is a time range, a first day and a duration of ISO 8601. The frequencies
are those of CL_FREQ 2.1, whose ``_O`` is any that has no code.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import NamedTuple

_POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_OTHER = "_O"  # CL_FREQ: a span that is no year, half, quarter, month or day
_MONTHS = 12
_HALF = 6
_QUARTER = 3


class Time(NamedTuple):
    """A time of SDMX.

    Attributes:
        frequency: a code of CL_FREQ, of the period's own length.
        period: the value of TIME_PERIOD.
    """

    frequency: str
    period: str


def sdmx_time(period: str | None) -> Time | None:
    """A period as SDMX writes it, or ``None`` where it is none.

    Args:
        period: ISO 8601, both ends included. A year, month or day stays as it is; a quarter is
            ``2023-Q2``, a half of a year ``2023-S1``, and any other span its first day with its
            length (``2023-01-01/P5M``).
    """
    first, slash, last = (period or "").partition("/")
    begins, ends = _bounds(first), _bounds(last if slash else first)
    if begins is None or ends is None or ends[1] < begins[0]:
        return None
    return _time(begins[0], ends[1])


def _bounds(point: str) -> tuple[date, date] | None:
    """The first and the last day of a year, a month or a day."""
    found = _POINT.fullmatch(point)
    if found is None:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    try:
        first = date(year, month or 1, day or 1)
        last = day or calendar.monthrange(year, month or _MONTHS)[1]
        return first, date(year, month or _MONTHS, last)
    except ValueError:
        return None


def _time(first: date, last: date) -> Time:
    if first == last:
        return Time("D", first.isoformat())
    months = _months(first, last)
    if months is None:
        return Time(_OTHER, f"{first}/P{(last - first).days + 1}D")
    return _regular(first, months) or Time(_OTHER, f"{first}/{_length(months)}")


def _months(first: date, last: date) -> int | None:
    """How many whole months two days hold between them, or ``None``."""
    ends_a_month = last.day == calendar.monthrange(last.year, last.month)[1]
    if first.day != 1 or not ends_a_month:
        return None
    return (last.year - first.year) * _MONTHS + last.month - first.month + 1


def _regular(first: date, months: int) -> Time | None:
    """A year, a half, a quarter or a month that begins where the calendar's do."""
    before = first.month - 1
    if before % months:
        return None
    if months == _MONTHS:
        return Time("A", f"{first.year:04d}")
    if months == _HALF:
        return Time("S", f"{first.year:04d}-S{before // _HALF + 1}")
    if months == _QUARTER:
        return Time("Q", f"{first.year:04d}-Q{before // _QUARTER + 1}")
    return Time("M", first.isoformat()[:7]) if months == 1 else None


def _length(months: int) -> str:
    return f"P{months}M" if months % _MONTHS else f"P{months // _MONTHS}Y"
