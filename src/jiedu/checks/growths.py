"""``level_growth`` and ``average_growth``: levels over levels.

Growth = (level now ÷ level then − 1) × 100; the average growth over n years is the n-th root of
the quotient, less one (compound rate; National Bureau of Statistics, 平均增长速度, 水平法).
Limits: many published levels are not comparable over years, as the firms above the size change
and customs figures are revised; those that officials name so are ``comparable-basis``, and a base
from an earlier release that a small revision would explain is ``revised``.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from jiedu.checks.book import key_of
from jiedu.checks.intervals import Interval, printed
from jiedu.checks.periods import year_before, years_between
from jiedu.checks.settings import is_incomparable
from jiedu.checks.verdicts import best, missing, near, said, settle
from jiedu.model import Measure, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiedu.checks.book import Book
    from jiedu.model import Finding, Source

_REVISION = Decimal("0.022")  # what a published level is revised by within a year, at most
_FAR = 220  # characters between a rate and the levels it is of
_MOST = 3


def check(claim: Source, book: Book) -> Iterator[Finding]:
    """The growth that a claim says, recomputed from levels."""
    found = claim.observation
    if found.measure is not Measure.GROWTH or found.unit != "%" or found.period is None:
        return
    if found.basis == "yoy":
        yield from _level_growth(claim, book)
    elif found.basis == "cagr":
        yield from _average_growth(claim, book)


def _level_growth(claim: Source, book: Book) -> Iterator[Finding]:
    found = claim.observation
    assert found.period is not None
    name = key_of(found).name
    now = _levels(book, claim, name, found.period)
    then = _levels(book, claim, name, year_before(found.period))
    if not now:
        return  # a growth without its level claims nothing of levels
    results = [
        _grown(claim, one, other)
        for one in now[:_MOST]
        for other in then[:_MOST]
        if one.observation.unit == other.observation.unit and other.observation.value > 0
    ]
    decided = best(results)
    if decided is not None:
        yield decided
    else:
        before = year_before(found.period)
        yield missing("level_growth", claim, f"the level of {found.indicator} in {before}", now[:1])


def _levels(book: Book, claim: Source, name: str, period: str) -> list[Source]:
    return book.find(
        name, Measure.LEVEL, period=period, region=claim.observation.region, until=claim.published
    )


def _grown(claim: Source, now: Source, then: Source) -> Finding:
    quotient = printed(now.observation).over(printed(then.observation))
    computed = quotient.shifted(-1).percent()
    sum_ = f"({said(now, claim.release)} ÷ {said(then, claim.release)} − 1) × 100"
    return settle(
        "level_growth", claim, (now, then), computed, sum_, _otherwise(claim, then, quotient)
    )


def _otherwise(claim: Source, then: Source, quotient: Interval) -> Verdict:
    if is_incomparable(claim.observation.indicator_id):
        return Verdict.COMPARABLE_BASIS
    stated = printed(claim.observation)
    implied = Interval(
        None if stated.low is None else 1 + stated.low / 100,
        None if stated.high is None else 1 + stated.high / 100,
    )
    elsewhere = then.release != claim.release
    return Verdict.REVISED if elsewhere and near(implied, quotient, _REVISION) else Verdict.OFF


def _average_growth(claim: Source, book: Book) -> Iterator[Finding]:
    """The compound rate between the two levels that stand before it in the text."""
    found = claim.observation
    name = key_of(found).name
    levels = [
        fact
        for fact in book.own
        if fact.observation.measure is Measure.LEVEL
        if key_of(fact.observation).name == name
        if fact.observation.region == found.region
        if fact.observation.period is not None and fact.observation.value > 0
        if 0 < found.span.start - fact.observation.span.start <= _FAR
    ]
    levels.sort(key=lambda fact: (fact.observation.period or "")[-10:])
    if len(levels) < 2:
        return
    first, last = levels[0], levels[-1]
    steps = years_between(first.observation.period or "", last.observation.period or "")
    if steps < 2 or first.observation.unit != last.observation.unit:
        return
    quotient = printed(last.observation).over(printed(first.observation))
    computed = quotient.root(steps).shifted(-1).percent()
    sum_ = f"(({said(last, claim.release)} ÷ {said(first, claim.release)})^(1/{steps}) − 1) × 100"
    yield settle("average_growth", claim, (last, first), computed, sum_)
