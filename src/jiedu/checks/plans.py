"""``target`` and ``bound``: more than the plan, more than the whole of last year.

One-sided comparisons: 超额完成 says that the result is at least the plan; 超过去年全年 that a level
is above that of the whole year before. Limits: the plan or the level must be known for the same
thing, place and period.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.checks.book import key_of
from jiedu.checks.intervals import Interval, printed
from jiedu.checks.settings import pattern
from jiedu.checks.verdicts import missing, said, settle, words_after
from jiedu.model import Measure, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiedu.checks.book import Book
    from jiedu.model import Finding, Source


def check(claim: Source, book: Book) -> Iterator[Finding]:
    """Whether a figure is beyond what its sentence says it is beyond."""
    found = claim.observation
    if found.measure is not Measure.LEVEL or found.period is None:
        return
    after = words_after(claim)
    if pattern("above").match(after):
        year = str(int(found.period[:4]) - 1)
        yield _beyond("bound", claim, book, year, Status.ACTUAL)
    elif pattern("over").match(after):
        yield _beyond("target", claim, book, found.period, Status.TARGET)


def _beyond(rule: str, claim: Source, book: Book, period: str, status: Status) -> Finding:
    found = claim.observation
    there = book.find(
        key_of(found).name,
        Measure.LEVEL,
        period=period,
        region=found.region,
        unit=found.unit,
        until=claim.published,
        status=status,
    )
    if not there:
        kind = "plan" if status is Status.TARGET else "level"
        return missing(rule, claim, f"the {kind} of {found.indicator} for {period}")
    low = printed(there[0].observation).low
    return settle(
        rule, claim, there[:1], Interval(low, None), f"at least {said(there[0], claim.release)}"
    )
