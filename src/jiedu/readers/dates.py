"""When a document says it was published: only where it says so, never a guess."""

from __future__ import annotations

import re
from datetime import date

from jiedu.errors import InputError, NoDateError

_HEAD = 1200  # characters of the head in which a dateline may stand
_TAIL = 300  # characters of the end in which a signature stands
_SIGNATURES = 4  # lines
_DAY = r"(?P<y>(?:19|20)\d\d)[年\-/.](?P<m>\d{1,2})[月\-/.](?P<d>\d{1,2})日?"
_PUBLISHED = re.compile(
    rf"(?:发布时间|发布日期|公布时间|发表时间|發布時間|發佈時間|發佈日期|發布日期)\s*[:：]?\s*{_DAY}"
)
_SIGNED = re.compile(rf"(?:发文日期|成文日期|印发日期)\s*[:：]?\s*{_DAY}")
_PLAIN = re.compile(rf"(?<![\u4e00-\u9fff])(?:时间|日期|時間)\s*[:：]\s*{_DAY}")
_CLOCK = r"(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?"
_LINE = re.compile(rf"^[\s（(\[【—\-]*{_DAY}{_CLOCK}[\s）)\]】]*$", re.M)
_SOURCE = r"(?<!资料)(?<!数据)(?<!資料)(?<!數據)(?:来源|來源)\s*[:：]"
_KIND = "(?:信息|文章|稿件|新闻)?"
_SOURCED = re.compile(rf"^[^\n。]{{0,30}}?{_SOURCE}[^\n。，]{{0,30}}?{_DAY}", re.M)
_DATED_SOURCE = re.compile(rf"^\s*{_DAY}{_CLOCK}[\s|｜]*{_KIND}{_SOURCE}", re.M)
_STAMP = re.compile(
    rf"^(?:(?!会议|活动|举办|截止|截至)[^\n。，；:：]){{0,40}}?{_DAY}\s*\d{{1,2}}[:：]\d{{2}}", re.M
)
_ANY = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)[年\-/.]?(?P<m>\d{1,2})[月\-/.]?(?P<d>\d{1,2})(?!\d)"
)
_NAME = re.compile(r"(?<!\d)(?P<y>20\d\d)[-_.]?(?P<m>[01]\d)[-_.]?(?P<d>[0-3]\d)(?!\d)")

_FOLDERS = re.compile(r"/(?P<y>20\d\d)[-/]?(?P<m>[01]\d)[-/]?(?P<d>[0-3]\d)/")


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
    day = labelled_date(text) or head_date(text) or name_date(name)
    if day is not None:
        return day
    raise NoDateError(
        "the text does not say when it was published",
        document=name,
        hint="say it with --published YYYY-MM-DD",
    )


def labelled_date(text: str) -> date | None:
    """The date in the head of a text behind words that say it is that of its publication."""
    return _first((_PUBLISHED, _SIGNED, _PLAIN), text[:_HEAD])


def head_date(text: str) -> date | None:
    """The date in the head of a text that stands alone in its line, or beside its source."""
    return _first((_LINE, _SOURCED, _DATED_SOURCE), text[:_HEAD])


def stamped_date(text: str) -> date | None:
    """The date with a time of the day in the head of a page, in no sentence and under no label."""
    return _first((_STAMP,), text[:_HEAD])


def name_date(name: str) -> date | None:
    """The date in the name of a file, or in the path of an address."""
    return _first((_NAME,), name.rpartition("/")[2]) or _first((_FOLDERS,), name)


def signed_date(text: str) -> date | None:
    """The date that stands alone in one of the last lines, below who signs."""
    last = [line for line in text.rstrip()[-_TAIL:].split("\n") if line.strip()][-_SIGNATURES:]
    return _first((_LINE,), "\n".join(reversed(last)))


def day_in(words: str) -> date | None:
    """The first date in a few words, such as a machine writes for another."""
    return _first((_ANY,), words)


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


def _first(patterns: tuple[re.Pattern[str], ...], text: str) -> date | None:
    """The date where the first of some patterns finds one that is in the calendar."""
    for pattern in patterns:
        if (found := pattern.search(text)) and (day := _day(found)) is not None:
            return day
    return None


def _day(found: re.Match[str]) -> date | None:
    groups = {key: value for key, value in found.groupdict().items() if value is not None}
    try:
        return date(int(groups["y"]), int(groups["m"]), int(groups["d"]))
    except (ValueError, KeyError):
        return None
