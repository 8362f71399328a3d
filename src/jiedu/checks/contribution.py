"""``contribution``: how much of a whole's growth a part makes up.

Contribution in points = growth of the part × its share of the whole in the period before
(National Bureau of Statistics, 拉动百分点). The share before follows from the levels and growths
of now: (part ÷ (1 + its growth)) ÷ (whole ÷ (1 + its growth)). Limits: all four must stand in the
text; contributions in constant prices differ by the deflators, so that only a claim more than
half a point away is ``off``.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from jiedu.checks.book import key_of
from jiedu.checks.intervals import Interval, printed
from jiedu.checks.periods import same
from jiedu.checks.settings import wholes_of
from jiedu.checks.verdicts import said, settle
from jiedu.model import Measure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiedu.checks.book import Book
    from jiedu.model import Finding, Source

RULE = "contribution"
_PRICES = Decimal("0.5")
_HUNDRED = 100


def check(claim: Source, book: Book) -> Iterator[Finding]:
    """The points that a part adds, recomputed from levels and growths of the text."""
    found = claim.observation
    if found.measure is not Measure.CONTRIBUTION or found.unit != "pp":
        return
    for part_id, whole_id in _pairs(claim, book):
        facts = [
            _own(book, claim, name, measure)
            for name in (part_id, whole_id)
            for measure in (Measure.LEVEL, Measure.GROWTH)
        ]
        if any(fact is None for fact in facts):
            continue
        part, grown, whole, rate = (fact for fact in facts if fact is not None)
        if min(grown.observation.value, rate.observation.value) <= -_HUNDRED:
            continue  # nothing is left to compare with
        growth, total = grown.observation.value / 100, rate.observation.value / 100
        if part.observation.unit != whole.observation.unit or not whole.observation.value:
            continue
        before = (part.observation.value / (1 + growth)) / (whole.observation.value / (1 + total))
        points = printed(grown.observation)
        if points.low is None or points.high is None:
            continue
        computed = Interval(points.low * before - _PRICES, points.high * before + _PRICES)
        sum_ = f"{said(grown, claim.release)} × {before:.3f}"
        yield settle(RULE, claim, (part, grown, whole, rate), computed, sum_)
        return


def _pairs(claim: Source, book: Book) -> Iterator[tuple[str, str]]:
    """The part and the whole: a contribution is named after the one or the other."""
    found = claim.observation
    mine = key_of(found).name
    for whole in wholes_of(found.indicator_id or ""):
        yield mine, whole
    before = [
        fact.observation.indicator_id
        for fact in book.near(claim)
        if fact.observation.sentence == found.sentence
        if fact.observation.span.start < found.span.start
    ]
    for part in reversed(before):
        if part is not None and found.indicator_id in wholes_of(part):
            yield part, mine


def _own(book: Book, claim: Source, name: str, measure: Measure) -> Source | None:
    found = claim.observation
    for fact in book.near(claim):
        item = fact.observation
        alike = item.measure is measure and key_of(item).name == name
        if alike and item.region == found.region and same(item.period, found.period):
            return fact
    return None
