"""``sum``: a total is its parts together; a span is the spans it is made of.

Total = the sum of all its parts (additivity of flows over parts and over time). Parts are those
that ``checks.toml`` says make up a total; spans are quarters and months that follow one another.
Limits: every part must stand in the same text, or in an earlier one for a span, where a total
that does not agree by a small part is ``revised`` and one that is far off says nothing.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from jiedu.catalogue import indicator
from jiedu.checks.book import key_of
from jiedu.checks.intervals import Interval, printed
from jiedu.checks.periods import days, same
from jiedu.checks.settings import tables
from jiedu.checks.verdicts import best, near, said, settle
from jiedu.lexicon import day_before
from jiedu.model import Kind, Measure, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jiedu.checks.book import Book
    from jiedu.model import Finding, Source

RULE = "sum"
_REVISION = Decimal("0.03")
_ABSURD = Decimal("0.3")  # figures of two releases so far off are of two things
_MOST = 3


def check(claim: Source, book: Book) -> Iterator[Finding]:
    """The total that a claim says, recomputed from its parts."""
    found = claim.observation
    if found.measure is not Measure.LEVEL or found.indicator_id is None or found.period is None:
        return
    decided = best([*_of_parts(claim, book), *_of_spans(claim, book)])
    if decided is not None:
        yield decided


def _of_parts(claim: Source, book: Book) -> Iterator[Finding]:
    found = claim.observation
    for parts in tables()["sums"].get(found.indicator_id or "", ()):
        facts = []
        for part in parts:
            there = [
                fact
                for fact in book.own
                if key_of(fact.observation).name == part
                if fact.observation.measure is Measure.LEVEL
                if fact.observation.region == found.region
                if fact.observation.unit == found.unit
                if same(fact.observation.period, found.period)
            ]
            if not there:
                break
            facts.append(there[0])
        else:
            yield _added(claim, facts, Verdict.OFF)


def _of_spans(claim: Source, book: Book) -> Iterator[Finding]:
    """The span up to a month or quarter of the text, and that one."""
    found = claim.observation
    known = indicator(found.indicator_id or "")
    if found.unit == "%":
        return
    if known is None or known.kind is not Kind.FLOW:
        return
    first, last = days(found.period or "")
    for later in book.own:
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
            if elsewhere and not near(_total(facts), printed(found), _ABSURD):
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
