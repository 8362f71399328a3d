"""What time a header says: 2023年6月, 1—6月, 2023年二季度, 202306, 2023-06-30."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from jiedu.lexicon import numeral_value

_DASH = r"[—\-~至到]{1,2}"
_YEAR = r"(?:19|20)\d\d"
_Y = rf"(?P<y>{_YEAR})"
_IN = rf"(?:{_Y}年?度?的?)?"
_N = r"\d{1,2}|十[一二]?|[一二三四五六七八九]"
_Q = r"[一二三四五\d]"
_WORDED = {
    "day": rf"{_Y}年(?P<a>\d{{1,2}})月(?P<d>\d{{1,2}})日",
    "months": rf"(?:{_Y}[年\-./])?(?P<a>\d{{1,2}})(?:月份?)?{_DASH}(?:(?P<z>{_YEAR})年)?"
    r"(?P<b>\d{1,2})月份?",
    "quarters": rf"{_IN}[前首](?P<c>[二两三四2-4])个?季度?"
    rf"|{_IN}[一1]{_DASH}(?P<c>[二三四2-4])季度?",
    "first": rf"{_IN}前(?P<b>{_N})个?月",
    "half": rf"{_IN}(?P<h>[上下])半年",
    "quarter": rf"{_IN}第?(?P<q>{_Q})季度?|{_Y}年?-?[Qq](?P<q>\d)|[Qq](?P<q>\d)",
    "month": rf"(?:{_Y}年)?(?P<a>{_N})月份?",
    "year": rf"{_IN}全年|{_Y}年度?",
}
_BARE = {
    "day": rf"{_Y}[\-./](?P<a>\d{{1,2}})[\-./](?P<d>\d{{1,2}})|{_Y}(?P<a>\d\d)(?P<d>\d\d)",
    "month": rf"{_Y}[\-/.](?P<a>\d{{1,2}})|{_Y}(?P<a>\d\d)",
    "year": _Y,
}
_LOOSE = "|".join(re.sub(r"\?P<\w>", "?:", form) for form in _WORDED.values())
_AHEAD = re.compile(rf"(?:{_LOOSE})(?:[末底]|(?!\d))")
_BEHIND = re.compile(rf"(?<![\d年月第前首—\-~至到.])(?:{_LOOSE})[末底]?$")
_SAID = re.compile(rf"(?<![\d.])(?:{_LOOSE})")
_UNCLEAR_MONTH = re.compile(rf"{_YEAR}\.1")


class _Form(NamedTuple):
    name: str
    pattern: re.Pattern[str]
    bare: bool


def _forms() -> list[_Form]:
    """Each alternative by itself, because one pattern may not name a group twice."""
    return [
        _Form(name, re.compile(rf"(?:{one})(?P<end>[末底])?"), bare)
        for table, bare in ((_WORDED, False), (_BARE, True))
        for name, alternatives in table.items()
        for one in _apart(alternatives)
    ]


def _apart(alternatives: str) -> list[str]:
    """The alternatives of a pattern, cut at the bars outside brackets."""
    parts, depth = [""], 0
    for character in alternatives:
        depth += (character == "(") - (character == ")")
        if character == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += character
    return parts


_FORMS = _forms()


class TimeError(ValueError):
    """Words that look like a time and name none, as 2023年13月 does."""


@dataclass(frozen=True, slots=True)
class Time:
    """What a header says of a time; the rest stands in another one.

    Attributes:
        year: the year.
        first: the first month, ``None`` for a whole year.
        last: the last month.
        day: the day of the month.
        closing: whether it is the moment a period ends.
        bare: whether it is a date in digits, which may stand for its month.
        several: whether it is only the year of several times of one title.
    """

    year: int | None = None
    first: int | None = None
    last: int | None = None
    day: int | None = None
    closing: bool = False
    bare: bool = False
    several: bool = False

    @property
    def period(self) -> str | None:
        """In ISO 8601, ``None`` without a year."""
        if self.year is None:
            return None
        if self.first is None:
            return str(self.year)
        first = f"{self.year}-{self.first:02d}"
        if self.day is not None:
            return f"{first}-{self.day:02d}"
        return first if self.first == self.last else f"{first}/{self.year}-{self.last:02d}"

    def accumulated(self) -> Time:
        """The same time from January on."""
        return self if self.first is None else replace(self, first=1, day=None)

    def within(self, outer: Time) -> Time | None:
        """This time with what the outer one adds; ``None`` where the two contradict."""
        year = self.year or outer.year
        if outer.year is not None and year != outer.year:
            return None
        closing = self.closing or outer.closing
        if self.first is None:
            return replace(outer, year=year, closing=closing)
        if outer.first is not None and self._months != outer._months:
            return None
        return replace(self, year=year, closing=closing)

    @property
    def _months(self) -> tuple[int | None, ...]:
        return self.first, self.last, self.day


@lru_cache(maxsize=4096)
def read_time(text: str) -> Time | None:
    """The time that the whole of a cleaned text says, else ``None``.

    Raises:
        TimeError: where it looks like a time and is none.
    """
    for form in _FORMS:
        if found := form.pattern.fullmatch(text):
            return _time(form, found, text)
    return None


def split_time(text: str) -> tuple[str, Time | None]:
    """A cleaned text without the time it begins or ends with, and that time.

    Raises:
        TimeError: where it looks like a time and is none.
    """
    if (whole := read_time(text)) is not None:
        return "", whole
    if found := _AHEAD.match(text):
        return text[found.end() :], read_time(found.group())
    if found := _BEHIND.search(text):
        return text[: found.start()], read_time(found.group())
    return text, None


def said_times(text: str) -> list[Time]:
    """Every time that a line of words says; what is no time in it is passed over."""
    times = []
    for found in _SAID.finditer(text):
        try:
            times.append(read_time(found.group()))
        except TimeError:
            continue
    return [time for time in times if time is not None]


def read_month(text: str) -> Time | None:
    """A month in a column of months, with or without its word.

    Raises:
        TimeError: where it is a number and no month.
    """
    return read_time(f"{text}月" if text.isdigit() and len(text) <= len("12") else text)


def settled(times: list[Time]) -> list[Time]:
    """Dates in digits as the months they stand for, where a whole axis of them does.

    An axis of first or last days, month by month, is one of months; other dates are days.

    Raises:
        TimeError: where they may be months or days or quarters.
    """
    dates = sorted({date(*_parts(time)) for time in times if time.bare and time.day})
    if not dates or not _are_edges(dates):
        return times
    months = [day.year * 12 + day.month for day in dates]
    steps = {after - before for before, after in itertools.pairwise(months)}
    if 1 not in steps:
        raise TimeError(
            f"{dates[0].isoformat()} may be a day, a month or a quarter: write 2023年6月 or "
            "2023年二季度 or 2023年6月30日"
        )
    return [replace(time, day=None) if time.bare and time.day else time for time in times]


def _parts(time: Time) -> tuple[int, int, int]:
    return time.year or 1, time.first or 1, time.day or 1


def _are_edges(days: list[date]) -> bool:
    after = [date.fromordinal(day.toordinal() + 1) for day in days]
    return all(day.day == 1 for day in days) or all(day.day == 1 for day in after)


def _time(form: _Form, found: re.Match[str], text: str) -> Time | None:
    parts = {name: value for name, value in found.groupdict().items() if value}
    year = int(parts["y"]) if "y" in parts else None
    if "z" in parts and year != int(parts["z"]):
        return None
    if form.bare and form.name == "month" and _UNCLEAR_MONTH.fullmatch(text):
        raise TimeError(f"{text} may be January or October: write {text[:4]}.01 or {text[:4]}.10")
    first, last = _months(form.name, parts)
    if first is not None and not (last and 1 <= first <= last <= 12):
        raise TimeError(f"{text} is no time: it has no such month or quarter")
    day = int(parts["d"]) if "d" in parts else None
    if day is not None:
        _check_day(year, first, day, text)
    return Time(year, first, last, day, closing="end" in parts, bare=form.bare)


def _months(form: str, parts: dict[str, str]) -> tuple[int | None, int | None]:
    if form == "half":
        return (1, 6) if parts["h"] == "上" else (7, 12)
    if form == "quarters":
        return 1, 3 * _number(parts["c"])
    if form == "first":
        return 1, _number(parts["b"])
    if form == "quarter":
        quarter = _number(parts["q"])
        return 3 * quarter - 2, 3 * quarter
    if form == "year":
        return None, None
    first = _number(parts["a"])
    return first, _number(parts["b"]) if "b" in parts else first


def _check_day(year: int | None, month: int | None, day: int, text: str) -> None:
    try:
        date(year or 1, month or 1, day)
    except ValueError as error:
        raise TimeError(f"{text} is no date") from error


def _number(word: str) -> int:
    return int(word) if word.isdigit() else int(numeral_value(word))
