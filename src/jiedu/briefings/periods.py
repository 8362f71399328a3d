"""Times in words: 2023年1—6月, January–June 2023."""

from __future__ import annotations

import re
from calendar import monthrange
from typing import TYPE_CHECKING, Any

from jiedu.briefings.data_files import read_words

if TYPE_CHECKING:
    from datetime import date

    from jiedu.model import Language

_PARTS = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_DECEMBER = 12


def period_words(period: str | None, language: Language) -> str:
    """A period in words; empty where there is none, as it is where no calendar has it.

    Args:
        period: ISO 8601, inclusive.
        language: of the words.
    """
    if not period or not all(map(_is_of_the_calendar, period.split("/"))):
        return period or ""
    words = read_words("periods", language)
    first, slash, last = period.partition("/")
    if not slash:
        return _one(first, words)
    if len(first) == len(last) == 4:
        return str(words["years"].format(first=first, last=last))
    if len(first) == len(last) == 7 and first[:4] == last[:4]:
        return _months(first, last, words)
    return str(words["long"].format(first=_one(first, words), last=_one(last, words)))


def day_words(day: date, language: Language) -> str:
    """A day in words."""
    words = read_words("periods", language)
    return str(words["day"].format(**_fields(day.year, day.month, day.day, words)))


def _is_of_the_calendar(part: str) -> bool:
    """Whether it is a year, a month or a day that there is: browsers ask for others too."""
    match = _PARTS.fullmatch(part)
    if match is None:
        return False
    year, month, day = (None if each is None else int(each) for each in match.groups())
    if not year or month is None:
        return bool(year)
    return 1 <= month <= _DECEMBER and (day is None or 1 <= day <= monthrange(year, month)[1])


def _one(period: str, words: dict[str, Any]) -> str:
    match = _PARTS.fullmatch(period)
    assert match is not None, period
    year, month, day = (int(part) if part else 0 for part in match.groups())
    fields = _fields(year, month, day, words)
    if not month:
        return str(words["year"].format(**fields))
    if not day:
        return str(words["month"].format(**fields))
    if day == monthrange(year, month)[1]:
        return str(words["year_end" if month == _DECEMBER else "month_end"].format(**fields))
    return str(words["day"].format(**fields))


def _months(first: str, last: str, words: dict[str, Any]) -> str:
    year, begin, end = int(first[:4]), int(first[5:]), int(last[5:])
    if end - begin == 2 and begin % 3 == 1:
        return str(words["quarter"].format(year=year, quarter=words["quarters"][begin // 3]))
    names = words["names"] or [""] * _DECEMBER
    told = {"first_name": names[begin - 1], "last_name": names[end - 1]}
    return str(words["months"].format(year=year, first=begin, last=end, **told))


def _fields(year: int, month: int, day: int, words: dict[str, Any]) -> dict[str, Any]:
    name = words["names"][month - 1] if words["names"] and month else ""
    return {"year": year, "month": month, "day": day, "name": name}
