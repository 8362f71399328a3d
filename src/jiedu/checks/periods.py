"""Periods before a period: last month's, last year's, those that add up to it."""

from __future__ import annotations

import calendar

from jiedu.lexicon import closing_day, opening_day

_MONTH = len("2026-01")
_DAY = len("2026-01-31")


def days(period: str) -> tuple[str, str]:
    """The first and the last day of a period."""
    return opening_day(period), closing_day(period)


def same(one: str | None, other: str | None, *, moment: bool = False) -> bool:
    """Whether two periods are one.

    Args:
        one: a period.
        other: another.
        moment: whether they are of what stands at a moment, where only their ends count.
    """
    if one is None or other is None:
        return False
    if one == other:
        return True
    first, second = days(one), days(other)
    return first[1] == second[1] if moment else first == second


def year_before(period: str) -> str:
    """The same period of the year before; a February's last day stays its last."""
    return "/".join(_year_before(part) for part in period.split("/"))


def _year_before(part: str) -> str:
    year = int(part[:4]) - 1
    if len(part) == _DAY:
        last = calendar.monthrange(year, int(part[5:7]))[1]
        whole = int(part[8:]) >= calendar.monthrange(int(part[:4]), int(part[5:7]))[1]
        return f"{year:04d}-{part[5:7]}-{last:02d}" if whole else f"{year:04d}{part[4:]}"
    return f"{year:04d}{part[4:]}"


def month_before(period: str) -> str | None:
    """The month before a month; for months from January on, one month less."""
    first, slash, last = period.partition("/")
    if len(first) == _DAY and not slash:
        year, month = _step(int(first[:4]), int(first[5:7]))
        return f"{year:04d}-{month:02d}-{calendar.monthrange(year, month)[1]:02d}"
    if len(first) != _MONTH:
        return None
    if not slash:
        year, month = _step(int(first[:4]), int(first[5:]))
        return f"{year:04d}-{month:02d}"
    if first[5:] != "01" or len(last) != _MONTH or first[:4] != last[:4]:
        return None
    month = int(last[5:]) - 1
    return f"{first}/{last[:4]}-{month:02d}" if month > 1 else None


def _step(year: int, month: int) -> tuple[int, int]:
    return (year, month - 1) if month > 1 else (year - 1, 12)


def quarter_before(period: str) -> str | None:
    """The quarter before a quarter."""
    first, slash, last = period.partition("/")
    if not slash or not len(first) == len(last) == _MONTH:
        return None
    if first[:4] != last[:4] or int(last[5:]) - int(first[5:]) != 2:
        return None
    year, start = int(first[:4]), int(first[5:]) - 3
    if start < 1:
        year, start = year - 1, 10
    return f"{year:04d}-{start:02d}/{year:04d}-{start + 2:02d}"


def based_on(period: str | None, basis: str | None) -> str | None:
    """The period that a change is against, or ``None`` where it cannot be said.

    Args:
        period: the period of the claim.
        basis: ``yoy``, ``mom``, ``qoq``, ``ytd`` (since the end of last year) or a period.
    """
    if basis is None or period is None or basis.startswith("vs:"):
        return None
    if basis == "yoy":
        return year_before(period)
    if basis == "mom":
        return month_before(period)
    if basis == "qoq":
        return quarter_before(period)
    if basis == "ytd":
        return f"{int(closing_day(period)[:4]) - 1:04d}-12-31"
    return basis if basis[:1].isdigit() else None


def spellings(period: str) -> set[str]:
    """Every form in which a period, or the moment at its end, may be written.

    2024, 2024-01/2024-12 and 2024-12-31 end on one day; so do 2024-03, 2024-01/2024-03 and
    2024-03-31.
    """
    first, last = days(period)
    year, month = last[:4], last[:7]
    found = {period, last}
    if last == closing_day(month):
        found |= {month, f"{year}-01/{month}", f"{first[:7]}/{month}"}
        if int(month[5:]) % 3 == 0:
            found.add(f"{year}-{int(month[5:]) - 2:02d}/{month}")
        if month.endswith("-12"):
            found.add(year)
    return found


def wanted_periods(period: str | None, basis: str | None) -> set[str]:
    """The periods whose figures may decide a claim of a period, in every spelling."""
    if period is None:
        return set()
    first, last = days(period)
    near = {
        period,
        based_on(period, basis),
        year_before(period),
        month_before(period),
        quarter_before(period),
        f"{int(period[:4]) - 1:04d}",
    }
    if len(period) > len("2026") and first[5:7] == "01":
        # what a span from January on is made of: shorter spans, and its last month or quarter
        near |= {f"{first[:7]}/{last[:4]}-{month:02d}" for month in range(2, int(last[5:7]) + 1)}
        near |= {first[:7], last[:7]}
    return {form for one in near if one is not None for form in spellings(one)}
