"""``restated``: the same figure in two releases.

A figure of one thing, time and place that another release gives with another value was revised
between them; two releases of the same days that differ contradict each other, and so do two of a
growth that ``checks.toml`` says is never revised, and so does a heading that says another value
than the text below it, unless it only leaves digits out. Limits: only figures whose indicator the
catalogue knows are compared, and only printed values without a bound; values far apart are of two
things that share a name, and say nothing, but where they have the same digits.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from jiedu.catalogue import place_of
from jiedu.checks.book import key_of
from jiedu.checks.intervals import half_unit, printed
from jiedu.checks.settings import is_final
from jiedu.checks.slips import is_slip
from jiedu.checks.verdicts import Words, decided, said, settle
from jiedu.model import Bound, Measure, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiedu.checks.book import Book
    from jiedu.model import Finding, Observation, Source

RULE = "restated"
_MEASURES = frozenset({Measure.LEVEL, Measure.GROWTH, Measure.SHARE})
_LEVEL = Decimal("0.12")  # of a level
_POINTS = Decimal(3)  # of a growth or a share
_WHEN = {
    -1: Words("earlier", "先前是"),
    0: Words("on the same day", "同一天是"),
    1: Words("later", "后来是"),
}
_ENDS = ("。", "；", "！", "？", "：", "”", "）")
_SAME = 3  # days within which two releases are of one publication


def check(claim: Source, book: Book) -> Iterator[Finding]:
    """The figure as earlier releases gave it."""
    found = claim.observation
    if found.measure not in _MEASURES or found.bound is not Bound.EXACT or found.period is None:
        return
    if not key_of(found).sure:
        return
    here = _place(claim)
    yield from _in_heading(claim, book, here)
    others = [
        fact
        for fact in _told(claim, book, here)
        if fact.release != claim.release
        if _is_near(found, fact.observation) or _is_slip(found, fact.observation)
    ]
    if not others:
        return
    agreeing = [fact for fact in others if _agree(claim, fact)]
    other = (agreeing or others)[0]
    apart = abs((claim.published - other.published).days)
    final = found.measure is Measure.GROWTH and is_final(found.indicator_id)
    otherwise = Verdict.OFF if final or apart <= _SAME else Verdict.REVISED
    when = _WHEN[(other.published > claim.published) - (other.published < claim.published)]
    base = said(other, claim.release)
    sum_ = Words(f"{when.english} {base}", f"{when.chinese}{base}")
    told = settle(RULE, claim, (other,), printed(other.observation), sum_, otherwise)
    if not agreeing and told.verdict is Verdict.HOLDS:
        told = decided(told, otherwise)
    yield told


def _told(claim: Source, book: Book, here: str | None) -> Iterator[Source]:
    """Exact figures of the same thing, time and place, the claim among them."""
    found = claim.observation
    for fact in book.find(
        key_of(found).name,
        found.measure,
        period=found.period,
        region=found.region,
        basis=found.basis,
        unit=found.unit,
        until=claim.published,
    ):
        if fact.observation.bound is Bound.EXACT and _place(fact) == here:
            yield fact


def _in_heading(claim: Source, book: Book, here: str | None) -> Iterator[Finding]:
    """The figure of a text that its heading says with another value, or the other way round."""
    other = _told_again(claim, book, here)
    if other is None or _agree(claim, other) or _cut_short(claim, other):
        return
    base = said(other, claim.release)
    sum_ = Words(f"in the heading {base}", f"标题里是{base}")
    if _is_heading(claim):
        sum_ = Words(f"below the heading {base}", f"正文里是{base}")
    told = settle(RULE, claim, (other,), printed(other.observation), sum_)
    yield decided(told, Verdict.OFF)


def _told_again(claim: Source, book: Book, here: str | None) -> Source | None:
    """Of a heading's figure the first below it, of that figure the heading's."""
    found = claim.observation
    alike = [fact for fact in _told(claim, book, here) if fact.release == claim.release]
    alike.sort(key=lambda fact: fact.observation.span.start)
    for one, other in pairwise(alike):
        if _is_heading(one) and not _is_heading(other):
            if one.observation.span == found.span:
                return other if _is_near(found, other.observation) else None
            if other.observation.span == found.span:
                return one if _is_near(found, one.observation) else None
    return None


def _is_heading(fact: Source) -> bool:
    return not fact.sentence.rstrip().endswith(_ENDS)


def _cut_short(one: Source, other: Source) -> bool:
    """Whether the coarser of two figures is the finer one without its last digits (16.87 → 16)."""
    coarse, fine = sorted((one, other), key=lambda fact: -half_unit(fact.observation))
    step = 2 * half_unit(coarse.observation)
    start = abs(coarse.observation.value)
    return start <= abs(fine.observation.value) < start + step


def _agree(one: Source, other: Source) -> bool:
    return printed(one.observation).overlaps(printed(other.observation))


def _place(fact: Source) -> str | None:
    """The place that a sentence speaks of where it says a figure."""
    found = fact.observation
    return _place_in(fact.sentence, max(0, found.span.start - found.sentence.start), found.region)


@lru_cache(maxsize=4096)  # each figure is compared with all of its kind
def _place_in(sentence: str, until: int, region: str | None) -> str | None:
    return place_of(sentence[:until], region)


def _is_slip(one: Observation, other: Observation) -> bool:
    """Whether one value is the other with its digits in another order."""
    return is_slip(one, printed(other).widened(half_unit(one)))


def _is_near(one: Observation, other: Observation) -> bool:
    """Whether two values may be of one thing: a revision or a slip, and not another scope."""
    if one.measure is Measure.LEVEL:
        return abs(one.value - other.value) <= _LEVEL * max(abs(one.value), abs(other.value))
    return abs(one.value - other.value) <= _POINTS
