"""The times that an English question names, as the Chinese words that the lexicon resolves."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from jiedu.lexicon import closing_day, resolve
from jiedu.questions.query import Time
from jiedu.questions.times import Named
from jiedu.questions.words import tables

if TYPE_CHECKING:
    from collections.abc import Callable

_NAMES = "january february march april may june july august september october november december"
_MONTHS = {name: number for number, name in enumerate(_NAMES.split(" "), 1)}
_MONTHS |= {name[:3]: number for name, number in list(_MONTHS.items())} | {"sept": 9}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DASH = r"\s*(?:-|–|—|to|through)\s*"
_ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}
_ORDINAL = "|".join(_ORDINALS)
_COUNTS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"]
_COUNT = {word: number for number, word in enumerate(_COUNTS, 2)}
_PLANS = {"13th": "十三", "14th": "十四", "15th": "十五"}
_Y = r"(?P<{0}>(?:19|20)\d\d|this year|last year|next year|the year(?!-))"


def _year(word: str) -> str:
    words = {"this year": "今年", "the year": "今年", "last year": "去年", "next year": "明年"}
    return words.get(word.lower(), f"{word}年")


def _month(word: str) -> int:
    return _MONTHS[word.lower().rstrip(".")]


def _quarter(word: str) -> str:
    return "一二三四"[(int(word[-1]) if word[-1].isdigit() else _ORDINALS[word.lower()]) - 1]


def _half(word: str) -> str:
    known = word.lower()
    return "上半年" if known in {"h1", "first", "1st", "1h"} else "下半年"


_Match = re.Match[str]
_FORMS: tuple[tuple[str, Callable[[_Match], str]], ...] = (
    (
        rf"(?:the )?end(?:[ -]of)?[ -](?P<em>{_MONTH})\.?(?: of)?,? {_Y.format('ey')}",
        lambda m: f"{_year(m['ey'])}{_month(m['em'])}月底",
    ),
    (
        rf"(?:the )?(?:end(?:[ -]of)?|year-end|end-)[ -]?{_Y.format('ny')}",
        lambda m: f"{_year(m['ny'])}底",
    ),
    (
        rf"(?P<dm>{_MONTH})\.? (?P<dd>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<dy>20\d\d)",
        lambda m: f"{m['dy']}年{_month(m['dm'])}月{m['dd']}日",
    ),
    (
        r"(?P<iy>20\d\d)-(?P<im>\d\d)(?:-(?P<id>\d\d))?",
        lambda m: f"{m['iy']}年{int(m['im'])}月" + (f"{int(m['id'])}日" if m["id"] else ""),
    ),
    (
        rf"(?P<am>{_MONTH})\.?{_DASH}(?P<bm>{_MONTH})\.?(?: of)?,? {_Y.format('ry')}",
        lambda m: f"{_year(m['ry'])}{_month(m['am'])}—{_month(m['bm'])}月",
    ),
    (
        rf"(?:the )?first (?P<fc>\w+) months(?: of|,)?(?: {_Y.format('fy')})?",
        lambda m: f"{_year(m['fy'] or 'this year')}1—{_COUNT.get(m['fc'].lower(), m['fc'])}月",
    ),
    (
        rf"(?:the )?first (?P<qc>two|three) quarters(?: of|,)?(?: {_Y.format('qcy')})?",
        lambda m: (
            f"{_year(m['qcy'] or 'this year')}前{'两' if m['qc'].lower() == 'two' else '三'}季度"
        ),
    ),
    (
        rf"(?:the )?(?P<h>first|second|1st|2nd) half(?: of|,)?(?: {_Y.format('hy')})?",
        lambda m: f"{_year(m['hy'] or 'this year')}{_half(m['h'])}",
    ),
    (
        rf"(?P<h2>h[12]|[12]h),? (?:of )?{_Y.format('h2y')}",
        lambda m: f"{_year(m['h2y'])}{_half(m['h2'])}",
    ),
    (
        rf"(?:the )?(?P<q>{_ORDINAL}) quarter(?: of|,)?(?: {_Y.format('qy')})?",
        lambda m: f"{_year(m['qy'] or 'this year')}{_quarter(m['q'])}季度",
    ),
    (
        rf"(?P<q2>q[1-4]),? (?:of )?{_Y.format('q2y')}",
        lambda m: f"{_year(m['q2y'])}{_quarter(m['q2'])}季度",
    ),
    (rf"{_Y.format('y3')} (?P<q3>q[1-4])", lambda m: f"{_year(m['y3'])}{_quarter(m['q3'])}季度"),
    (
        rf"(?:the )?mid(?:dle)?[- ]?(?:of )?{_Y.format('midy')}",
        lambda m: f"{_year(m['midy'])}6月底",
    ),
    (rf"{_Y.format('y4')} (?P<h4>h[12])", lambda m: f"{_year(m['y4'])}{_half(m['h4'])}"),
    (
        rf"(?P<b1>{_MONTH})\.? and (?P<b2>{_MONTH})\.?(?: of)?,? {_Y.format('by')}",
        lambda m: f"{_year(m['by'])}{_month(m['b1'])}月|{_year(m['by'])}{_month(m['b2'])}月",
    ),
    (
        rf"by (?P<um>{_MONTH})\.?(?: of)?,? {_Y.format('uy')}",
        lambda m: f"{_year(m['uy'])}{_month(m['um'])}月底",
    ),
    (
        rf"(?P<mm>{_MONTH})\.?(?: of)?,? {_Y.format('my')}",
        lambda m: f"{_year(m['my'])}{_month(m['mm'])}月",
    ),
    (r"(?:the )?last month", lambda _: "上个月"),
    (
        r"(?:the )?(?P<plan>13th|14th|15th) five[- ]year plan(?: period)?",
        lambda m: f"“{_PLANS[m['plan'].lower()]}五”时期",
    ),
    (rf"(?:the )?(?:full[- ]year|whole of|year) {_Y.format('wy')}", lambda m: _year(m["wy"])),
    (rf"{_Y.format('vy')}(?: full[- ]year)?", lambda m: _year(m["vy"])),
    (rf"in (?P<lm>{_MONTH})\b", lambda m: f"{_month(m['lm'])}月"),
)
_LEADS = (
    r"(?:(?:as of|by|at|in|for|of|during|since|until|from|between|to|and|over|on)\s+)*(?:the\s+)?"
)
_ALL = tuple((re.compile(rf"\b{_LEADS}(?:{form})\b", re.I), words) for form, words in _FORMS)
_AS_OF = re.compile(r"^(?:as of|by|until|up to)\b", re.I)
_PUBLISHED = re.compile(r"(?:published|released|known|available|announced)\s+$", re.I)


def english_times(question: str, today: date) -> Named:
    """The times an English question names.

    Args:
        question: the question.
        today: the day that relative times are held against.
    """
    found: list[tuple[int, str, str]] = []
    rest = question
    for pattern, words in _ALL:
        for match in reversed(list(pattern.finditer(rest))):
            found.append((match.start(), match.group().strip(), words(match)))
            # as many signs as were there, so that the places stay what they are
            gap = "·" * (match.end() - match.start())
            rest = rest[: match.start()] + gap + rest[match.end() :]
    latest = any(word in question.lower() for word in tables()["kinds_en"]["latest"])
    times, as_of = [], None
    parts = [(at, english, part) for at, english, both in sorted(found) for part in both.split("|")]
    for at, english, chinese in parts:
        when = resolve(chinese, today)
        if when.period is None:
            continue
        said = _PUBLISHED.search(question, 0, at) is not None and at == _ends(question, at)
        if (latest and _AS_OF.match(english)) or (said and _AS_OF.match(english)):
            as_of = min(date.fromisoformat(closing_day(when.period)), today)
        else:
            times.append(Time(when.period, when.instant))
    return Named(tuple(dict.fromkeys(times)), as_of, False, rest.replace("·", " "))


def _ends(question: str, at: int) -> int:
    match = _PUBLISHED.search(question[:at])
    return match.end() if match else -1
