"""``share``: a part over its whole.

Share = part ÷ whole × 100 (structural relative, 结构相对数). The whole is what the catalogue says
the part is of, or what the clause names between 占 and 的; both levels must stand in the same
text, of one period and unit, so that nothing was revised between them. Where no whole is printed
but three parts or more are listed side by side, the whole is at least their sum. A level that is
less than half of what other releases give for the whole is of a part of it and is left out. Limits:
a share of another quantity than the levels give (output or sales, stock or flow) is told by its
words only.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from jiedu.catalogue import match, plain
from jiedu.checks.book import is_moment, key_of
from jiedu.checks.intervals import Interval, printed
from jiedu.checks.periods import same
from jiedu.checks.settings import pattern, tables, wholes_of
from jiedu.checks.verdicts import best, said, settle
from jiedu.model import Bound, Measure

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from jiedu.checks.book import Book
    from jiedu.model import Finding, Source

RULE = "share"
_WITHIN = 60  # characters before a share in which its whole is named
_FAR = 120  # characters between a list of parts and a share of their sum
_NEAR = 80  # characters between a whole and a part of it
_MOST = 3
_ENOUGH = 3  # parts that stand side by side
_TOTAL = Decimal("0.95")
_SOME = Decimal("0.5")  # of what others give as the whole


def check(claim: Source, book: Book) -> Iterator[Finding]:
    """The share that a claim says, recomputed from levels of the same text."""
    found = claim.observation
    if found.unit != "%" or found.measure not in {Measure.SHARE, Measure.LEVEL}:
        return
    results = [
        _shared(claim, part, whole)
        for part, whole in _pairs(claim, book)
        if part.observation.unit == whole.observation.unit
        if 0 < part.observation.value < whole.observation.value
        if not _is_narrower(whole, book)
    ]
    decided = best(results)
    if decided is not None:
        yield decided
    elif found.measure is Measure.SHARE:
        yield from _of_listed(claim, book)


def _of_listed(claim: Source, book: Book) -> Iterator[Finding]:
    """A share of a whole that is not printed, held against the parts that are.

    数码产品、家电、汽车销售额分别为…，销售额占比45%: whichever part it is of, and whatever else the
    whole holds, the share is at most that of the largest part in the sum of them all.
    """
    parts = _listed(claim, book)
    if len(parts) < _ENOUGH:
        return
    whole = printed(parts[0].observation)
    for part in parts[1:]:
        whole = whole.plus(printed(part.observation))
    largest = max(parts, key=lambda part: part.observation.value)
    computed = printed(largest.observation).over(whole).percent()
    sum_ = " + ".join(said(part, claim.release) for part in parts)
    sum_ = f"{said(largest, claim.release)} ÷ ({sum_}) × 100"
    if printed(claim.observation).meets(computed):
        yield settle(RULE, claim, parts, computed, sum_)
    elif computed.high is not None and claim.observation.value > computed.high:
        yield settle(RULE, claim, parts, Interval(None, computed.high), sum_)


def _listed(claim: Source, book: Book) -> list[Source]:
    """The levels that a sentence shortly before lists side by side under the name of the claim."""
    found = claim.observation
    name = plain(found.indicator)
    listed = [
        fact
        for fact in book.near(claim)
        if fact.observation.measure is Measure.LEVEL
        if 0 < found.span.start - fact.observation.span.end <= _FAR
        if plain(fact.observation.indicator).endswith(name)
        if plain(fact.observation.indicator) != name
        if fact.observation.period == found.period
        if fact.observation.region == found.region
        if fact.observation.bound in {Bound.EXACT, Bound.ABOUT}
    ]
    listed = [fact for fact in listed if fact.sentence == listed[-1].sentence]
    names = {fact.observation.indicator for fact in listed}
    units = {fact.observation.unit for fact in listed}
    largest = max((fact.observation.value for fact in listed), default=Decimal(0))
    rest = sum((fact.observation.value for fact in listed), Decimal(0)) - largest
    # one that is as large as all others together may be their total
    apart = len(names) == len(listed) and len(units) == 1 and largest < rest * _TOTAL
    return listed if apart and "人均" not in claim.sentence else []


def _is_narrower(whole: Source, book: Book) -> bool:
    """Whether other releases give the whole quite another value: this one is of some of it."""
    found = whole.observation
    if found.indicator_id is None:
        return False
    others = [
        fact.observation.value
        for fact in book.find(
            found.indicator_id,
            Measure.LEVEL,
            period=found.period,
            region=found.region,
            unit=found.unit,
            until=whole.published,
        )
        if fact.release != whole.release
    ]
    return bool(others) and found.value < _SOME * min(others)


def _shared(claim: Source, part: Source, whole: Source) -> Finding:
    computed = printed(part.observation).over(printed(whole.observation)).percent()
    sum_ = f"{said(part, claim.release)} ÷ {said(whole, claim.release)} × 100"
    return settle(RULE, claim, (part, whole), computed, sum_)


def _pairs(claim: Source, book: Book) -> Iterator[tuple[Source, Source]]:
    found = claim.observation
    ratio = tables()["ratios"].get(found.indicator_id or plain(found.indicator))
    if ratio is not None:
        part_id, whole_id = ratio
        for part in _levels(book, claim, part_id)[:_MOST]:
            for whole in _levels(book, claim, whole_id)[:_MOST]:
                yield part, whole
        return
    if found.measure is not Measure.SHARE:
        return
    name = key_of(found).name
    parts = _levels(book, claim, name)[:_MOST]
    if not parts:
        return
    wholes = _wholes(claim, parts[0], book)
    for part in parts:
        for whole in wholes[:_MOST]:
            yield part, whole


def _wholes(claim: Source, part: Source, book: Book) -> list[Source]:
    """The levels that may be the whole: the one that is named, else what the part belongs to."""
    found = claim.observation
    before = claim.sentence[: found.span.start - found.sentence.start][-_WITHIN:]
    match_ = pattern("whole").search(before)
    if match_ is not None:
        return _named(claim, part, book, match_)
    known = [
        whole
        for name in wholes_of(found.indicator_id or "")
        for whole in _levels(book, claim, name)
    ]
    return known or _told_before(claim, part, book)


def _levels(book: Book, claim: Source, name: str) -> list[Source]:
    """Levels of one thing in the text itself, of the time of the claim."""
    found = claim.observation
    return [
        fact
        for fact in book.near(claim)
        if fact.observation.measure is Measure.LEVEL
        if key_of(fact.observation).name == name
        if fact.observation.region == found.region
        if same(fact.observation.period, found.period, moment=is_moment(fact.observation))
    ]


def _named(claim: Source, part: Source, book: Book, words: re.Match[str]) -> list[Source]:
    """Levels whose name is the whole that the clause names."""
    found = claim.observation
    name, unit = words["whole"], part.observation.unit
    wanted = {plain(name), plain(f"{name}{words['total'] or ''}")}
    ids = {
        known.indicator_id
        for form in (name, f"{name}{words['total'] or ''}", name.replace("新车", ""))
        if (known := match(form, unit, Measure.LEVEL)) is not None
    }
    listed = tables()["named"].get(f"{name}{words['total'] or ''}")
    if listed is not None:
        ids, wanted = {listed}, set()
    region = None if words["country"] else found.region
    return [
        fact
        for fact in book.near(claim)
        if fact.observation.measure is Measure.LEVEL and fact is not part
        if fact.observation.indicator_id in ids
        or (fact.observation.indicator_id is None and plain(fact.observation.indicator) in wanted)
        if fact.observation.indicator_id != part.observation.indicator_id
        or part.observation.region != region
        if same(fact.observation.period, found.period, moment=is_moment(fact.observation))
        if fact.observation.region == region
    ]


def _told_before(claim: Source, part: Source, book: Book) -> list[Source]:
    """The level that 其中 takes a part from: the last one before it, of the same unit."""
    start = part.observation.span.start
    sentence = claim.observation.sentence.start
    lead = claim.sentence[: max(0, start - sentence)]
    if "其中" not in lead or not pattern("ratio").search(
        claim.sentence[: claim.observation.span.start - sentence]
    ):
        return []
    before = [
        fact
        for fact in book.near(claim)
        if fact.observation.measure is Measure.LEVEL
        if 0 < start - fact.observation.span.start <= _NEAR
        if fact.observation.unit == part.observation.unit
        if fact.observation.region == part.observation.region
    ]
    return before[-1:]
