"""The times that a Chinese question names, and the day whose knowledge it asks for."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from jiedu.lexicon import closing_day, resolve, scan
from jiedu.questions.query import Time
from jiedu.questions.words import tables

if TYPE_CHECKING:
    from jiedu.model.token import TimeWord


class Named(NamedTuple):
    """What a question says of time.

    Attributes:
        times: the times it names, in its order.
        as_of: the day whose knowledge it asks for, where it says.
        now: whether it asks for the present.
        rest: the question with a comma for each of them.
        lost: words of time that name none, as 2023年13月.
        since: whether it asks for what was told since a year began.
    """

    times: tuple[Time, ...]
    as_of: date | None
    now: bool
    rest: str
    lost: str = ""
    since: bool = False


_PUBLISHED = re.compile(
    r"(?:底|末)?(?:之前|以前|前|为止|止)?(?:所|已经?)?(?:公布|发布|披露)的?(?:最新)?(?:数据|数字|信息|口径|资料|消息)?"
)
_KNOWN = re.compile(r"(?:底|末)?(?:之前|以前|前|为止)的(?:数据|数字|信息|口径|资料|消息)")
_YEAR = re.compile(r"(?:19|20)\d\d年(?=中秋|国庆|端午|清明|元旦|五一|暑|寒|双|秋|夏|冬|春)")
_DIGIT = re.compile(r"\d")
_UP_TO = re.compile(r"截[至止]")


def times_in(text: str, today: date, *, latest: bool) -> Named:
    """The times a question names.

    Args:
        text: in normal form.
        today: the day that relative times are held against.
        latest: whether it asks for the latest; 截至 then says what is known, not what is counted.
    """
    words = scan(text).times
    found: list[tuple[TimeWord, Time]] = []
    as_of, now, lost = None, False, ""
    cuts: list[tuple[int, int]] = []
    frame: int | None = None
    for word in words:
        when = resolve(word.words, today, frame)
        if when.period is None:
            year = _YEAR.match(word.words)
            if year is None:
                lost = lost or (word.words if _DIGIT.search(word.words) else "")
                continue
            # of a season that no calendar has (中秋国庆假期) the year is told, its name stays
            word = word._replace(end=word.start + year.end(), words=year.group())
            when = resolve(word.words, today, frame)
        if when.period is None:
            continue
        if when.now:
            now = True
            cuts.append((word.start, word.end))
            continue
        tail = _PUBLISHED.match(text, word.end) or _KNOWN.match(text, word.end)
        if _is_as_of(text, word, tail, latest=latest):
            end = tail.end() if tail else word.end
            as_of = min(date.fromisoformat(closing_day(when.period)), today)
            cuts.append((_led(text, word.start), end))
            continue
        period = _since(when.period, word.words, plan=when.plan)
        if frame is not None and not when.explicit and found and found[-1][1].period == str(frame):
            found.pop()  # 2022年…前11个月: the span is of that year
        if when.explicit or frame is None:
            frame = int(period[:4])
        found.append((word, Time(period, when.instant)))
        cuts.append((word.start, word.end))
    times = _within(tuple(dict.fromkeys(time for _, time in found)))
    since = len(found) == 1 and found[0][0].words.endswith("以来")
    return Named(times, as_of, now, _without(text, cuts), lost, since)


def _within(times: tuple[Time, ...]) -> tuple[Time, ...]:
    """Some times without the plan in which another one lies: 截至2025年6月底“十四五”累计."""
    plans = [time for time in times if len(time.period) == len("2021/2025")]
    inside = tuple(time for time in times if any(_lies(time, plan) for plan in plans))
    return inside or times


def _lies(time: Time, plan: Time) -> bool:
    first, last = plan.period.split("/")
    return time != plan and first <= time.period[:4] <= last


def _since(period: str, words: str, *, plan: bool) -> str:
    """A time up to now (2025年以来) as the year in which it is told."""
    return period[:4] if words.endswith("以来") and "/" in period and not plan else period


def _is_as_of(text: str, word: TimeWord, tail: re.Match[str] | None, *, latest: bool) -> bool:
    up_to = _UP_TO.match(word.words) is not None or _UP_TO.search(
        text, max(0, word.start - 2), word.start
    )
    if tail is None:
        return latest and bool(up_to)
    led = text[_led(text, word.start) : word.start] != ""
    return bool(up_to) or led or "前" in tail.group() or "数据" in tail.group()


def _led(text: str, start: int) -> int:
    """Where 按照, 根据 or 截至 before a time begins."""
    for lead in tables()["said"]["leads"]:
        if text.endswith(lead, 0, start):
            return start - len(lead)
    return start


def _without(text: str, cuts: list[tuple[int, int]]) -> str:
    for start, end in sorted(cuts, reverse=True):
        text = text[:start] + "，" + text[end:]
    return text
