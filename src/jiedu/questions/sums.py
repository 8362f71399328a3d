"""Sums shown in a text, done again: ``337.7万 − 293.7万 = 44万``."""

from __future__ import annotations

import re
from decimal import ROUND_CEILING, Decimal
from typing import TYPE_CHECKING

from jiedu.checks.intervals import Interval

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jiedu.questions.numerals import Numeral

_OPERATOR = re.compile(r"\s(?P<sign>[-+÷])\s")
_EQUALS = re.compile(r"\s=\s(?:about |约)?(?P<minus>-?)$")
_ROOM = re.compile(r"\s±\s")
_HUNDRED = Decimal(100)


def results_of(text: str, found: Sequence[Numeral], sure: frozenset[int]) -> set[int]:
    """The starts of the numerals that are results of sums which come out.

    A sum is two supported numerals with one of − + ÷ between, and behind = the result, of which ±
    may say how far rounding can have moved it. The result of ÷ is in per cent.

    Args:
        text: in normal form, where − is a hyphen.
        found: its numerals, in order.
        sure: the starts of those that are supported.
    """
    results: set[int] = set()
    for one, other, result in zip(found, found[1:], found[2:], strict=False):
        operator = _only(_OPERATOR, text[one.end : other.start])
        equals = _only(_EQUALS, text[other.end : result.start])
        if operator is None or equals is None:
            continue
        if one.start not in sure or other.start not in sure:
            continue
        computed = _computed(one, other, operator["sign"])
        if computed is None or not _is(result, computed, negative=bool(equals["minus"])):
            continue
        results.add(result.start)
        room = found[found.index(result) + 1 :][:1]
        if room and _only(_ROOM, text[result.end : room[0].start]) and _is_room(room[0], computed):
            results.add(room[0].start)
    return results


def _only(pattern: re.Pattern[str], between: str) -> re.Match[str] | None:
    """The one sign of a kind between two numerals, with nothing but units beside it."""
    match = pattern.search(between)
    if match is None or re.search(r"[，。；、：,;:]", between):
        return None
    rest = between[: match.start()] + between[match.end() :]
    return None if re.search(r"[-+÷=±]", rest) else match


def _interval(numeral: Numeral) -> Interval | None:
    if numeral.value is None:
        return None
    return Interval(numeral.value - numeral.half, numeral.value + numeral.half)


def _computed(one: Numeral, other: Numeral, sign: str) -> tuple[Decimal, Interval] | None:
    """What comes out of the printed values, and of all that they stand for."""
    first, second = _interval(one), _interval(other)
    if first is None or second is None or one.value is None or other.value is None:
        return None
    if sign == "+":
        return one.value + other.value, first.plus(second)
    if sign == "-":
        return one.value - other.value, first.minus(second)
    if not other.value:
        return None
    return one.value / other.value * _HUNDRED, first.over(second).percent()


def _is(result: Numeral, computed: tuple[Decimal, Interval], *, negative: bool) -> bool:
    """Whether a printed result is what comes out, as far as it is printed."""
    if result.value is None:
        return False
    return abs(computed[0] - (-result.value if negative else result.value)) <= result.half


def _is_room(room: Numeral, computed: tuple[Decimal, Interval]) -> bool:
    """Whether what rounding can do is what is said, which is rounded up to two digits."""
    _, span = computed
    if span.low is None or span.high is None or room.value is None:
        return False
    half = (span.high - span.low) / 2
    if not half:
        return not room.value
    return room.value == half.quantize(Decimal(1).scaleb(half.adjusted() - 1), ROUND_CEILING)
