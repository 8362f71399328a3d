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

from jiedu.catalogue import plain
from jiedu.checks.book import key_of
from jiedu.checks.intervals import Interval, printed
from jiedu.checks.periods import based_on, year_before
from jiedu.checks.settings import (
    apart_of,
    grows_in_constant_prices,
    is_incomparable,
    is_real,
    revision_of,
)
from jiedu.checks.slips import is_slip
from jiedu.checks.verdicts import best, missing, near, said, settle, wanted_of
from jiedu.lexicon import closing_day
from jiedu.model import Measure, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiedu.checks.book import Book
    from jiedu.model import Finding, Source

_ABSURD = Decimal(40)  # points off: the levels are of two things
_SLOWEST, _FASTEST = Decimal("0.6"), Decimal("1.6")  # quotients of a year that are usual
_FAR = 220  # characters between a rate and the levels it is of
_MOST = 3


def check(claim: Source, book: Book) -> Iterator[Finding]:
    """The growth that a claim says, recomputed from levels."""
    found = claim.observation
    if found.measure is not Measure.GROWTH or found.unit != "%" or found.period is None:
        return
    if found.basis == "cagr":
        yield from _average_growth(claim, book)
    elif found.basis == "yoy" or (found.basis or "")[:1].isdigit():
        yield from _level_growth(claim, book)


def _level_growth(claim: Source, book: Book) -> Iterator[Finding]:
    found = claim.observation
    assert found.period is not None
    before = based_on(found.period, found.basis) or year_before(found.period)
    name = key_of(found).name
    now = _levels(book, claim, name, found.period)
    then = _levels(book, claim, name, before)
    if not now:
        return  # a growth without its level claims nothing of levels
    results = [
        _grown(claim, one, other)
        for one in now[:_MOST]
        for other in then[:_MOST]
        if one.observation.unit == other.observation.unit and other.observation.value > 0
        if one.release == other.release or not _is_absurd(claim, one, other)
    ]
    told = [finding for finding in results if finding.expected != (None, None)]
    decided = best(told)
    if decided is not None:
        yield decided
    elif not results:
        yield missing(
            "level_growth", claim, wanted_of(Measure.LEVEL, found.indicator, before), now[:1]
        )


def _is_absurd(claim: Source, now: Source, then: Source) -> bool:
    """Whether two levels of different releases are so far off that they are of two things.

    It is the growth that is off where they have one name and may well follow one another, or where
    its digits in another order would agree.
    """
    if _points_off(claim, now, then) <= _ABSURD:
        return False
    quotient = printed(now.observation).over(printed(then.observation))
    if is_slip(claim.observation, quotient.shifted(-1).percent()):
        return False
    alike = plain(now.observation.indicator) == plain(then.observation.indicator)
    return not alike or not _SLOWEST < now.observation.value / then.observation.value < _FASTEST


def _levels(book: Book, claim: Source, name: str, period: str) -> list[Source]:
    return book.find(
        name, Measure.LEVEL, period=period, region=claim.observation.region, until=claim.published
    )


def _grown(claim: Source, now: Source, then: Source) -> Finding:
    quotient = printed(now.observation).over(printed(then.observation))
    computed = quotient.shifted(-1).percent()
    sum_ = f"({said(now, claim.release)} ÷ {said(then, claim.release)} − 1) × 100"
    return settle(
        "level_growth", claim, (now, then), computed, sum_, _otherwise(claim, now, then, quotient)
    )


def _otherwise(claim: Source, now: Source, then: Source, quotient: Interval) -> Verdict:
    if _is_told_whole(claim, now, then):
        return Verdict.OFF
    if is_incomparable(claim.observation.indicator_id) or is_real(claim.sentence):
        return Verdict.OFF if _is_too_far(claim, now, then) else Verdict.COMPARABLE_BASIS
    stated = printed(claim.observation)
    implied = Interval(
        None if stated.low is None else 1 + stated.low / 100,
        None if stated.high is None else 1 + stated.high / 100,
    )
    elsewhere = then.release != claim.release
    tolerance = revision_of(claim.observation.indicator_id)
    return Verdict.REVISED if elsewhere and near(implied, quotient, tolerance) else Verdict.OFF


def _is_told_whole(claim: Source, now: Source, then: Source) -> bool:
    """Whether one sentence says both levels and the growth between them: 从…增长到…，增长…."""
    found = claim.observation
    real = is_real(claim.sentence) or grows_in_constant_prices(found.indicator_id)
    alike = {now.observation.sentence, then.observation.sentence, found.sentence}
    here = now.release == then.release == claim.release
    return here and len(alike) == 1 and (found.basis or "")[:1].isdigit() and not real


def _is_too_far(claim: Source, now: Source, then: Source) -> bool:
    """Whether levels of one name are further from a growth than any other basis has put them."""
    apart = apart_of(claim.observation.indicator_id)
    if apart is None or claim.observation.basis != "yoy":
        return False
    if plain(now.observation.indicator) != plain(then.observation.indicator):
        return False
    return _points_off(claim, now, then) > apart


def _points_off(claim: Source, now: Source, then: Source) -> Decimal:
    quotient = now.observation.value / then.observation.value
    return abs((quotient - 1) * 100 - claim.observation.value)


def _average_growth(claim: Source, book: Book) -> Iterator[Finding]:
    """The compound rate between the two levels that stand before it in the text."""
    found = claim.observation
    levels = sorted(_before(claim, book), key=lambda fact: -fact.observation.span.start)
    last = next((fact for fact in levels if _year(fact) == _closing_year(found.period)), None)
    if last is None:
        return
    first = next((fact for fact in levels if _begins(fact, last, found.period)), None)
    if first is None or first.observation.unit != last.observation.unit:
        return
    quotient = printed(last.observation).over(printed(first.observation))
    words = f"{said(last, claim.release)} ÷ {said(first, claim.release)}"
    comparable = not (is_real(claim.sentence) or grows_in_constant_prices(found.indicator_id))
    steps = _year(last) - _year(first)
    results = [
        settle(
            "average_growth",
            claim,
            (last, first),
            quotient.root(number).shifted(-1).percent(),
            f"(({words})^(1/{number}) − 1) × 100",
            Verdict.OFF if comparable else Verdict.COMPARABLE_BASIS,
        )
        # a level of now may be of the last whole year
        for number in ((steps,) if len(last.observation.period or "") == 4 else (steps, steps - 1))
        if number > 1
    ]
    decided = best(results)
    if decided is not None:
        yield decided


def _before(claim: Source, book: Book) -> Iterator[Source]:
    """Levels of the same thing and place shortly before a rate."""
    found = claim.observation
    for fact in book.near(claim):
        item = fact.observation
        if item.measure is not Measure.LEVEL or key_of(item) != key_of(found):
            continue
        near_ = 0 < found.span.start - item.span.start <= _FAR
        if near_ and item.region == found.region and item.period is not None and item.value > 0:
            yield fact


def _begins(fact: Source, last: Source, period: str | None) -> bool:
    """Whether a level is where the rate begins: the year before its span, or years before."""
    year = _year(fact)
    first, slash, _ = (period or "").partition("/")
    if slash and len(first) == len("2026"):
        return year == int(first) - 1 or (year == int(first) and year < _year(last) - 1)
    return year < _year(last) - 1


def _year(fact: Source) -> int:
    return _closing_year(fact.observation.period)


def _closing_year(period: str | None) -> int:
    return int(closing_day(period)[:4]) if period else 0
