"""``sum``: a total is its parts together; a span is the spans it is made of.

Total = the sum of all its parts (additivity of flows over parts and over time). Parts are those
that ``checks.toml`` says make up a total; spans are quarters and months that follow one another.
A part is held against the total less the other parts where all of them stand in its own text: the
slip may be in any of them.
Limits: every part must stand in the same text, or in an earlier one for a span, where a total
that does not agree by a small part is ``revised`` and one that is far off says nothing.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from jiedu.catalogue import indicator
from jiedu.checks.book import key_of
from jiedu.checks.intervals import Interval, printed
from jiedu.checks.periods import days, same
from jiedu.checks.settings import tables
from jiedu.checks.slips import is_slip
from jiedu.checks.verdicts import best, near, said, settle
from jiedu.lexicon import day_before
from jiedu.model import Kind, Measure, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jiedu.checks.book import Book
    from jiedu.model import Finding, Observation, Source

RULE = "sum"
_REVISION = Decimal("0.03")
_ABSURD = Decimal("0.3")  # figures of two releases so far off are of two things
_MOST = 3


def check(claim: Source, book: Book) -> Iterator[Finding]:
    """The total that a claim says, recomputed from its parts."""
    found = claim.observation
    if found.measure is not Measure.LEVEL or found.indicator_id is None or found.period is None:
        return
    whole = [*_of_parts(claim, book), *_of_spans(claim, book)]
    decided = best(whole or [*_in_parts(claim, book), *_in_spans(claim, book)])
    if decided is not None:
        yield decided


def _of_parts(claim: Source, book: Book) -> Iterator[Finding]:
    for parts in tables()["sums"].get(claim.observation.indicator_id or "", ()):
        facts = [_beside(claim, part, book) for part in parts]
        if all(facts):
            yield _added(claim, [fact for fact in facts if fact is not None], Verdict.OFF)


def _in_parts(claim: Source, book: Book) -> Iterator[Finding]:
    """The totals of the same text that the claim is a part of."""
    name = claim.observation.indicator_id
    for whole, ways in tables()["sums"].items():
        for parts in ways:
            if name not in parts:
                continue
            total = _beside(claim, whole, book)
            rest = [_beside(claim, part, book) for part in parts if part != name]
            if total is not None and all(rest):
                yield _left(claim, total, [fact for fact in rest if fact is not None])


def _beside(claim: Source, name: str, book: Book) -> Source | None:
    """An indicator's level in the same text, at the place and in the period of a claim."""
    found = claim.observation
    for fact in book.near(claim):
        item = fact.observation
        if item.measure is not Measure.LEVEL or key_of(item).name != name:
            continue
        alike = item.region == found.region and item.unit == found.unit
        if alike and same(item.period, found.period):
            return fact
    return None


def _in_spans(claim: Source, book: Book) -> Iterator[Finding]:
    """The longer spans of the same text that the claim and one other span make up."""
    found = claim.observation
    if not _adds_up(found):
        return
    first, last = days(found.period or "")
    spans = {
        days(fact.observation.period or ""): fact
        for fact in reversed(book.near(claim))
        if fact.observation is not found and fact.observation.measure is Measure.LEVEL
        if fact.observation.period is not None and key_of(fact.observation) == key_of(found)
        if fact.observation.region == found.region and fact.observation.unit == found.unit
    }
    for (begins, ends), total in spans.items():
        other = None
        if begins == first and last < ends:
            other = spans.get((_day_after(last), ends))
        elif begins < first and last == ends:
            other = spans.get((begins, day_before(first)))
        if other is not None:
            yield _left(claim, total, [other])


def _day_after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _adds_up(found: Observation) -> bool:
    known = indicator(found.indicator_id or "")
    return found.unit != "%" and known is not None and known.kind is Kind.FLOW


def _of_spans(claim: Source, book: Book) -> Iterator[Finding]:
    """The span up to a month or quarter of the text, and that one."""
    found = claim.observation
    if not _adds_up(found):
        return
    first, last = days(found.period or "")
    for later in book.near(claim):
        item = later.observation
        if item.period is None or key_of(item) != key_of(found) or item is found:
            continue
        if item.measure is not Measure.LEVEL or item.region != found.region:
            continue
        begins, ends = days(item.period)
        if ends != last or begins <= first or item.unit != found.unit:
            continue
        eve = day_before(item.period)
        for fact in _spans(book, claim, first, eve)[:_MOST]:
            facts = (fact, later)
            elsewhere = fact.release != claim.release
            slip = is_slip(found, _total(facts))
            if elsewhere and not (slip or near(_total(facts), printed(found), _ABSURD)):
                continue
            close = near(_total(facts), printed(found), _REVISION)
            yield _added(claim, facts, Verdict.REVISED if elsewhere and close else Verdict.OFF)


def _spans(book: Book, claim: Source, first: str, eve: str) -> list[Source]:
    found = claim.observation
    period = f"{first[:7]}/{eve[:7]}" if first[:7] != eve[:7] else first[:7]
    return book.find(
        key_of(found).name,
        Measure.LEVEL,
        period=period,
        region=found.region,
        unit=found.unit,
        until=claim.published,
    )


def _total(facts: Sequence[Source]) -> Interval:
    total = printed(facts[0].observation)
    for fact in facts[1:]:
        total = total.plus(printed(fact.observation))
    return total


def _added(claim: Source, facts: Sequence[Source], otherwise: Verdict) -> Finding:
    sum_ = " + ".join(said(fact, claim.release) for fact in facts)
    return settle(RULE, claim, facts, _total(facts), sum_, otherwise)


def _left(claim: Source, total: Source, rest: Sequence[Source]) -> Finding:
    left = printed(total.observation)
    for fact in rest:
        left = left.minus(printed(fact.observation))
    sum_ = " − ".join(said(fact, claim.release) for fact in (total, *rest))
    return settle(RULE, claim, (total, *rest), left, sum_, Verdict.OFF)
