"""``share``: a part over its whole.

Share = part ÷ whole × 100 (structural relative, 结构相对数). The whole is what the catalogue says
the part is of, or what the clause names between 占 and 的; both levels must stand in the same
text, of one period and unit, so that nothing was revised between them. Limits: a share of another
quantity than the levels give (output or sales, stock or flow) is told by its words only.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jiedu.catalogue import plain
from jiedu.checks.book import is_moment, key_of
from jiedu.checks.intervals import printed
from jiedu.checks.periods import same
from jiedu.checks.settings import tables, wholes_of
from jiedu.checks.verdicts import best, said, settle
from jiedu.model import Measure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiedu.checks.book import Book
    from jiedu.model import Finding, Source

RULE = "share"
_OF = re.compile(
    r"(?:占|达到|达)(?:全国|我国|全部|同期|全省|全市)?(?P<whole>[^，。；占]{2,20}?)"
    r"(?:总数|总量|总额|总销量)?(?:的(?:比重|比例|份额)?|比重|比例)?"
    r"(?:为|达到|达|超过|提升至|提高至|提高到|约|近)*$"
)
_WITHIN = 60  # characters before a share in which its whole is named
_MOST = 3


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
    ]
    decided = best(results)
    if decided is not None:
        yield decided


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
    wholes = [
        whole
        for known in wholes_of(found.indicator_id or "")
        for whole in _levels(book, claim, known)
    ]
    wholes += _named(claim, book)
    for part in parts:
        for whole in wholes[:_MOST]:
            yield part, whole


def _levels(book: Book, claim: Source, name: str) -> list[Source]:
    """Levels of one thing in the text itself, of the time of the claim."""
    found = claim.observation
    return [
        fact
        for fact in book.own
        if fact.observation.measure is Measure.LEVEL
        if key_of(fact.observation).name == name
        if fact.observation.region == found.region
        if same(fact.observation.period, found.period, moment=True)
        or (is_moment(fact.observation) and fact.observation.period is None)
    ]


def _named(claim: Source, book: Book) -> list[Source]:
    """Levels whose name is the whole that the clause names."""
    found = claim.observation
    before = claim.sentence[: found.span.start - found.sentence.start][-_WITHIN:]
    match = _OF.search(before)
    if match is None:
        return []
    wanted = plain(match["whole"])
    return [
        fact
        for fact in book.own
        if fact.observation.measure is Measure.LEVEL
        if plain(fact.observation.indicator).endswith(wanted)
        or wanted.endswith(plain(fact.observation.indicator))
        if same(fact.observation.period, found.period, moment=True)
        if fact.observation.region == found.region
    ]
