"""When a document says it was published: only where it says so, never a guess."""

from __future__ import annotations

import re
from datetime import date

from jiedu.errors import InputError, NoDateError

_HEAD = 1200  # characters of the head in which a dateline may stand
_DAY = r"(?P<y>(?:19|20)\d\d)[年\-/.](?P<m>\d{1,2})[月\-/.](?P<d>\d{1,2})日?"
_LABELLED = re.compile(
    rf"(?:发布时间|发布日期|发文日期|公布时间|成文日期|發布時間|發佈日期)\s*[:：]?\s*{_DAY}"
)
_PLAIN = re.compile(rf"(?<![\u4e00-\u9fff])(?:时间|日期|時間)\s*[:：]\s*{_DAY}")
_CLOCK = r"(?:\s+\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?"
_LINE = re.compile(rf"^[\s（(\[【—\-]*{_DAY}{_CLOCK}[\s）)\]】]*$", re.M)
_SOURCE = r"(?<!资料)(?<!数据)(?<!資料)(?<!數據)(?:来源|來源)\s*[:：]"
_SOURCED = re.compile(rf"^[^\n。]{{0,30}}?{_SOURCE}[^\n。，]{{0,30}}?{_DAY}", re.M)
_DATED_SOURCE = re.compile(rf"^\s*{_DAY}{_CLOCK}\s*{_SOURCE}", re.M)
_NAME = re.compile(r"(?<!\d)(?P<y>20\d\d)[-_.]?(?P<m>[01]\d)[-_.]?(?P<d>[0-3]\d)(?!\d)")


def published_date(text: str, name: str, given: date | None = None) -> date:
    """The published date of a text: the one given, its dateline, or the one in its name.

    A date in running prose is not taken: it may be any day that the text speaks of.

    Args:
        text: the document.
        name: its file name, for a date in it and for errors.
        given: what the user said, which wins.

    Raises:
        NoDateError: where nobody says when it was published.
    """
    if given is not None:
        return given
    head = text[:_HEAD]
    for pattern in (_LABELLED, _PLAIN, _LINE, _SOURCED, _DATED_SOURCE):
        if (found := pattern.search(head)) and (day := _day(found)) is not None:
            return day
    if (found := _NAME.search(name)) and (day := _day(found)) is not None:
        return day
    raise NoDateError(
        "the text does not say when it was published",
        document=name,
        hint="say it with --published YYYY-MM-DD",
    )


def parse_date(words: str, name: str) -> date:
    """A date written as ``2023-07-20`` (or ``20230720``).

    Raises:
        InputError: where it is none.
    """
    try:
        return date.fromisoformat(words.strip())
    except ValueError as error:
        raise InputError(
            f"{words!r} is no date", document=name, hint="write it as YYYY-MM-DD"
        ) from error


def _day(found: re.Match[str]) -> date | None:
    groups = {key: value for key, value in found.groupdict().items() if value is not None}
    try:
        return date(int(groups["y"]), int(groups["m"]), int(groups["d"]))
    except (ValueError, KeyError):
        return None
