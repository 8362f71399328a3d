"""``direction``: quicker or slower than before, or a record, said without a number.

加快, 回升, 扩大 say that a growth is above the one before; 放缓, 回落, 收窄 that it is below. For
falls 收窄 says that the fall is smaller; 创历史新高 that a level is above all before it, of which
the same period of the year before is tried. Limits: the time a growth is compared with must be
named (上月, 上年同期) and its growth known; equal printed values hold, for rounding may hide
either.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from jiedu.checks.book import key_of
from jiedu.checks.intervals import Interval, printed
from jiedu.checks.periods import month_before, year_before
from jiedu.checks.settings import pattern, revision_of
from jiedu.checks.verdicts import said, settle, words_after
from jiedu.model import Measure, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiedu.checks.book import Book
    from jiedu.model import Finding, Source

RULE = "direction"
_MOST = Decimal("1.5")  # times a record that a level of the same thing may have been before


def check(claim: Source, book: Book) -> Iterator[Finding]:
    """Whether a figure went where its sentence says it went."""
    found = claim.observation
    if found.period is None:
        return
    if found.measure is Measure.GROWTH:
        yield from _turned(claim, book, found.period)
    elif found.measure is Measure.LEVEL and found.value > 0:
        yield from _record(claim, book, found.period)


def _turned(claim: Source, book: Book, period: str) -> Iterator[Finding]:
    found = claim.observation
    turn = pattern("turn").match(words_after(claim))
    if turn is None:
        return
    before = month_before(period) if turn["when"] == "上月" else year_before(period)
    if before is None:
        return
    there = book.find(
        key_of(found).name,
        Measure.GROWTH,
        period=before,
        region=found.region,
        basis=found.basis,
        until=claim.published,
    )
    if not there:
        return
    then = printed(there[0].observation)
    up = turn["more"] is not None
    if turn["fall"]:
        up = not up  # a wider fall is a lower growth
    computed = Interval(then.low, None) if up else Interval(None, then.high)
    word = turn["more"] or turn["less"]
    yield settle(RULE, claim, there[:1], computed, f"{word} from {said(there[0], claim.release)}")


def _record(claim: Source, book: Book, period: str) -> Iterator[Finding]:
    """创历史新高: no lower than the same period of the year before, the one that is at hand."""
    found = claim.observation
    if not key_of(found).sure or not pattern("record").match(words_after(claim)):
        return
    there = book.find(
        key_of(found).name,
        Measure.LEVEL,
        period=year_before(period),
        region=found.region,
        unit=found.unit,
        until=claim.published,
    )
    if not there or there[0].observation.value > _MOST * found.value:
        return
    then = printed(there[0].observation)
    otherwise = Verdict.OFF
    if then.low is not None and then.low <= found.value * (1 + revision_of(found.indicator_id)):
        otherwise = Verdict.REVISED
    sum_ = f"a record, so at least {said(there[0], claim.release)}"
    yield settle(RULE, claim, there[:1], Interval(then.low, None), sum_, otherwise)
