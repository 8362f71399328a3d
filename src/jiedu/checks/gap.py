"""``gap``: one growth is so many points above another's of the same time.

The gap is the one growth less the other, in percentage points (definition of the percentage
point). Limits: the other is known by its name or by the catalogue; where neither tells it, the
claim is unverifiable.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.catalogue import identify_after, match, plain
from jiedu.checks.book import key_of
from jiedu.checks.intervals import printed
from jiedu.checks.settings import tables
from jiedu.checks.verdicts import best, missing, said, settle, wanted_of
from jiedu.model import Measure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiedu.checks.book import Book
    from jiedu.model import Finding, Source

RULE = "gap"
_MOST = 4
_VERSUS = "vs:"


def check(claim: Source, book: Book) -> Iterator[Finding]:
    """The gap that a claim says, recomputed."""
    found = claim.observation
    if found.measure is not Measure.GROWTH_CHANGE or not (found.basis or "").startswith(_VERSUS):
        return
    name = (found.basis or "").removeprefix(_VERSUS)
    mine = _growths(book, claim, key_of(found).name, found.region)
    others = _others(book, claim, name)
    results = []
    for one in mine[:_MOST]:
        for other in others[:_MOST]:
            if one is other:
                continue
            computed = printed(one.observation).minus(printed(other.observation))
            sum_ = f"{said(one, claim.release)} − {said(other, claim.release)}"
            results.append(settle(RULE, claim, (one, other), computed, sum_))
    decided = best(results)
    if decided is not None:
        yield decided
    else:
        yield missing(RULE, claim, wanted_of(Measure.GROWTH, name, found.period), mine[:1])


def _growths(book: Book, claim: Source, name: str, region: str | None) -> list[Source]:
    found = claim.observation
    return book.find(
        name,
        Measure.GROWTH,
        period=found.period,
        region=region,
        basis="yoy",
        until=claim.published,
    )


def other_ids(claim: Source, name: str) -> list[str]:
    """The ids that the other side of a gap may have, by the catalogue and by its context."""
    found = claim.observation
    listed = tables()["others"].get(name)
    if listed:
        return [listed]
    known = match(name, "%", Measure.GROWTH)
    if known is not None:
        return [known.indicator_id]
    if found.indicator_id is not None:
        after = identify_after(name, "%", Measure.GROWTH, found.indicator_id, same=True)
        if after is not None:
            return [after]
    return []


def _others(book: Book, claim: Source, name: str) -> list[Source]:
    found = claim.observation
    if name in tables()["words"]["country"]:
        if found.region is None:
            return []
        return _growths(book, claim, key_of(found).name, None)
    for known in other_ids(claim, name):
        there = _growths(book, claim, known, found.region) or _growths(book, claim, known, None)
        if there:
            return there
    wanted = plain(name)
    return [
        fact
        for fact in book.near(claim)
        if fact.observation.measure is Measure.GROWTH
        if fact.observation.period == found.period and fact.observation.basis == "yoy"
        if plain(fact.observation.indicator) == wanted
    ]
