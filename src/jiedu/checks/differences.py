"""Changes of growths, levels and shares: what it is now, less what it was then.

``growth_difference``: the change of a growth is the growth now less the growth then, in
percentage points. ``level_change`` and ``share_difference`` likewise with levels and shares.
Source: the definition of the percentage point (National Bureau of Statistics, 统计指标解释).
Limits: a level of a flow may have been revised since, and a share of a year ago rests on totals
that are revised with it; where such a base stands in an earlier release only, a claim that does
not agree is ``revised`` and not ``off``.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from jiedu.checks.book import is_moment, key_of
from jiedu.checks.intervals import printed
from jiedu.checks.periods import based_on
from jiedu.checks.settings import grows_in_constant_prices, is_real
from jiedu.checks.verdicts import best, missing, said, settle
from jiedu.model import Measure, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiedu.checks.book import Book
    from jiedu.model import Finding, Observation, Source

_OF = {
    Measure.GROWTH_CHANGE: ("growth_difference", Measure.GROWTH),
    Measure.LEVEL_CHANGE: ("level_change", Measure.LEVEL),
    Measure.SHARE_CHANGE: ("share_difference", Measure.SHARE),
}
_BASES = ("yoy", "mom", "qoq", None)
_REVISED = Decimal("1.5")  # points that a share of a year ago is revised by, at most
_MOST = 4  # figures of one time that are tried


def check(claim: Source, book: Book) -> Iterator[Finding]:
    """The change that a claim says, recomputed."""
    found = claim.observation
    kind = _OF.get(found.measure)
    then = _then(found)
    if kind is None or then is None:
        return
    rule, measure = kind
    results = []
    for basis in _BASES if measure is Measure.GROWTH else (None,):
        now = _at(book, claim, measure, found.period, basis)
        before = _at(book, claim, measure, then, basis)
        results += [
            _compare(rule, claim, one, other) for one in now[:_MOST] for other in before[:_MOST]
        ]
    decided = best(results)
    if decided is not None:
        yield decided
    else:
        yield missing(rule, claim, f"the {measure.value} of {found.indicator} in {then}")


def _then(found: Observation) -> str | None:
    """The period that a change is against: of a growth since the end of last year, that year."""
    then = based_on(found.period, found.basis)
    of_growth = found.measure is Measure.GROWTH_CHANGE and found.basis == "ytd"
    return then[:4] if of_growth and then is not None else then


def _at(
    book: Book, claim: Source, measure: Measure, period: str | None, basis: str | None
) -> list[Source]:
    found = claim.observation
    unit = None if measure is not Measure.LEVEL or found.unit == "pp" else found.unit
    return book.find(
        key_of(found).name,
        measure,
        period=period,
        region=found.region,
        basis=basis,
        unit=unit,
        until=claim.published,
    )


def _compare(rule: str, claim: Source, now: Source, then: Source) -> Finding:
    computed = printed(now.observation).minus(printed(then.observation))
    sum_ = f"{said(now, claim.release)} − {said(then, claim.release)}"
    return settle(rule, claim, (now, then), computed, sum_, _otherwise(claim, now, then))


def _otherwise(claim: Source, now: Source, then: Source) -> Verdict:
    """What a change that does not agree is: a slip, or a base that was revised."""
    found = claim.observation
    if is_real(claim.sentence) and not _on_one_basis(claim, then):
        return Verdict.COMPARABLE_BASIS
    if found.measure is Measure.GROWTH_CHANGE or then.release == claim.release:
        return Verdict.OFF
    in_points = found.measure is Measure.SHARE_CHANGE or found.unit == "pp"
    if in_points and not _is_small(claim, now, then):
        return Verdict.OFF
    steady = is_moment(found) or found.basis in {"mom", "qoq"}
    if found.measure is Measure.LEVEL_CHANGE and steady:
        return Verdict.OFF
    return Verdict.REVISED


def _on_one_basis(claim: Source, then: Source) -> bool:
    """Whether a growth in constant prices is held against another one in constant prices."""
    found = claim.observation
    if found.measure is not Measure.GROWTH_CHANGE:
        return False
    return is_real(then.sentence) or grows_in_constant_prices(found.indicator_id)


def _is_small(claim: Source, now: Source, then: Source) -> bool:
    """Whether the share that a claim implies for then is near the one that was published."""
    implied = now.observation.value - claim.observation.value
    return abs(implied - then.observation.value) <= _REVISED
