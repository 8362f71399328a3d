"""The indicators that the words of a question name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from jiedu.catalogue import indicator, indicator_of, match
from jiedu.catalogue.units import fits
from jiedu.model import Measure
from jiedu.questions.words import tables

if TYPE_CHECKING:
    from jiedu.questions.query import Asked

_UNITS = (
    "个",
    "元",
    "%",
    "户",
    "台",
    "千瓦",
    "辆",
    "吨",
    "斤",
    "亩",
    "家",
    "人",
    "千瓦时",
    "项",
    "件",
)
_LONGEST = 22
_EMPTY = re.compile(r"[\s，。？?、！!：:；;“”\"'《》（）()的]+")
_JOINED = re.compile(
    r"(?P<one>[^，。？?]{2,16}?)(?:和|与|、|还是|同|跟|比|及)(?P<two>[^，。？?]{2,20})"
)


class Found(NamedTuple):
    """Indicators in a question.

    Attributes:
        ids: the indicators.
        name: the words that name them.
        rest: the question with a comma for those words.
    """

    ids: tuple[str, ...]
    name: str
    rest: str


def indicators_in(text: str, measure: Measure, *, several: bool) -> Found:
    """The indicators a question names.

    Args:
        text: without its times and places.
        measure: what it asks of them.
        several: whether it compares, so that there may be two with a head in common.
    """
    if several and (pair := _pair(text, measure)):
        return pair
    first = _longest(text, measure)
    if first is None or not several:
        return first or Found((), "", text)
    second = _longest(first.rest, measure)
    if second is None or second.ids == first.ids:
        return first
    return Found((*first.ids, *second.ids), f"{first.name}、{second.name}", second.rest)


def _longest(text: str, measure: Measure) -> Found | None:
    """The indicator that the most characters name."""
    for size in range(min(_LONGEST, len(text)), 1, -1):
        for start in range(len(text) - size + 1):
            words = text[start : start + size]
            if _EMPTY.search(words[:1]) or _EMPTY.search(words[-1:]):
                continue
            found = identify(words, measure)
            if found is not None:
                return Found((found,), words, text[:start] + "，" + text[start + size :])
    return None


def _pair(text: str, measure: Measure) -> Found | None:
    """Two indicators with one head (汽车和电子行业增加值) or one front (汽车产量和销量)."""
    joined = _JOINED.search(text)
    while joined is not None:
        found = _behind(text, joined, measure) or _before(text, joined, measure)
        if found is not None:
            return found
        joined = _JOINED.search(text, joined.start() + 1)
    return None


def _behind(text: str, joined: re.Match[str], measure: Measure) -> Found | None:
    """Two names whose common head stands at the end of the second."""
    one, two = joined["one"], joined["two"]
    for end in range(len(two), 1, -1):
        second = identify(two[:end], measure)
        if second is None:
            continue
        for at in range(1, end + 1):
            first = identify(one + two[at:end], measure)
            if first is not None and first != second:
                return _cut(text, joined, (first, second), f"{one}、{two[:end]}", end)
    return None


def _before(text: str, joined: re.Match[str], measure: Measure) -> Found | None:
    """Two names whose common front stands at the beginning of the first."""
    one, two = joined["one"], joined["two"]
    first = identify(one, measure)
    if first is None:
        return None
    for end in range(len(two), 1, -1):
        same = len(one) - end  # 产量和销量: as much is left out as is put in
        for at in (same, *range(len(one), -1, -1)):
            second = identify(one[: max(at, 0)] + two[:end], measure)
            if second is not None and second != first:
                return _cut(text, joined, (first, second), f"{one}、{two[:end]}", end)
    return None


def _cut(text: str, joined: re.Match[str], ids: tuple[str, str], name: str, end: int) -> Found:
    rest = text[: joined.start()] + "，" + text[joined.start("two") + end :]
    return Found(ids, name, rest)


def counted(found: Found, measure: Measure, asked: Asked | None) -> tuple[str, ...]:
    """The indicators a question names, in the unit that it asks for: 出口多少辆 is no value.

    Args:
        found: what its words name.
        measure: what it asks of them.
        asked: the unit, where it says one.
    """
    known = indicator(found.ids[0]) if len(found.ids) == 1 else None
    if known is None or asked is None or fits(known.unit, asked.unit, measure):
        return found.ids
    other = match(found.name, asked.unit, measure)
    return (other.indicator_id,) if other is not None else found.ids


@lru_cache(maxsize=1 << 14)
def identify(words: str, measure: Measure) -> str | None:
    """The id of the indicator that words name for a kind of statement, or ``None``."""
    short: dict[str, str] = tables()["short"]
    if words in short:
        return short[words]
    if measure is Measure.LEVEL:
        known = indicator_of(words)
        if known is not None:
            return known.id
    units = _UNITS if measure is Measure.LEVEL else ("%",)
    for unit in units:
        found = match(words, unit, measure)
        if found is not None:
            return found.indicator_id
    if measure is not Measure.LEVEL:
        known = indicator_of(words)
        return known.id if known is not None else None
    return None


def left_of(text: str, name: str) -> str:
    """What remains of a question behind a name whose characters may stand apart in it."""
    for size in range(len(name), 1, -1):
        for start in range(len(name) - size + 1):
            text = text.replace(name[start : start + size], "，")
    return left_over(text)


def left_over(text: str) -> str:
    """What remains of a question when all that narrows nothing is taken away."""
    narrower = [word for word in tables()["said"]["narrowing"] if word in text]
    for word in narrower:
        text = text.replace(word, " ")
    return " ".join((*narrower, _without(text))).strip()


def _without(text: str) -> str:
    for word in _longest_first():
        text = text.replace(word, " ")
    return re.sub(r"[\d.%]+", " ", _EMPTY.sub(" ", text)).strip()


@lru_cache(maxsize=1)
def saying_nothing() -> frozenset[str]:
    """The words that narrow nothing."""
    words = {word for kind in tables()["kinds"].values() for word in kind}
    return frozenset({*words, *tables()["said"]["empty"]})


@lru_cache(maxsize=1)
def _longest_first() -> tuple[str, ...]:
    return tuple(sorted(saying_nothing(), key=len, reverse=True))
