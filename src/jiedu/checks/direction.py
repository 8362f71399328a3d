"""``direction``: quicker or slower than before, said without a number.

加快, 回升, 扩大 say that a growth is above the one before; 放缓, 回落, 收窄 that it is below. For
falls 收窄 says that the fall is smaller. Limits: the time it is compared with must be named (上月,
上年同期) and its growth known; equal printed values hold, for rounding may hide either.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jiedu.checks.book import key_of
from jiedu.checks.intervals import Interval, printed
from jiedu.checks.periods import month_before, year_before
from jiedu.checks.verdicts import said, settle, words_after
from jiedu.model import Measure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiedu.checks.book import Book
    from jiedu.model import Finding, Source

RULE = "direction"
_TURN = re.compile(
    r"[，,](?:(?P<fall>降幅)|增速|涨幅|增幅)?(?:比|较)(?P<when>上月|上年同期|去年同期)"
    r"(?:(?P<more>加快|回升|扩大|提高)|(?P<less>放缓|回落|收窄|缩小))(?=[，。；,;]|$)"
)


def check(claim: Source, book: Book) -> Iterator[Finding]:
    """Whether a growth went where its sentence says it went."""
    found = claim.observation
    if found.measure is not Measure.GROWTH or found.period is None:
        return
    turn = _TURN.match(words_after(claim))
    if turn is None:
        return
    before = month_before(found.period) if turn["when"] == "上月" else year_before(found.period)
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
