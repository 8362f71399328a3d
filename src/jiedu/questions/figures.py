"""Questions about figures: one, the latest, targets, comparisons, the highest and lowest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.catalogue import RegionLevel, region_of, regions
from jiedu.catalogue.rarity import bits, pairs_of
from jiedu.checks.book import is_moment
from jiedu.checks.intervals import half_unit
from jiedu.checks.periods import days, same, spellings
from jiedu.model import Bound, Measure, Status
from jiedu.questions.understanding import Kind, left_of
from jiedu.tracking.words import group_of, same_id

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from jiedu.model import Source
    from jiedu.questions.understanding import Query
    from jiedu.store import View

_ENOUGH = 0.75  # of the bits of a name that must stand in the question
_CHANGES = (Measure.GROWTH,)


def facts(
    view: View,
    query: Query,
    *,
    statuses: Collection[Status] = (Status.ACTUAL,),
    as_of: date | None = None,
) -> list[Source]:
    """Figures of what a question asks about, of its time, the best one of each place first."""
    if not query.ids or query.period is None:
        return []
    periods = spellings(query.period)
    found = view.sources(alike(query.ids), (), periods, _regions(query), until=as_of)
    kept = [
        fact
        for fact in found
        if fact.observation.status in statuses
        if _is_asked(fact, query)
        if same(
            fact.observation.period,
            query.period,
            moment=query.instant or is_moment(fact.observation),
        )
    ]
    return sorted(kept, key=_rank)


def _regions(query: Query) -> tuple[str, ...]:
    """The provinces and cities whose figures are wanted beside the country's."""
    if query.kind not in {Kind.MOST, Kind.LEAST, Kind.WHERE}:
        return query.places
    return tuple(place.name for place in regions() if place.level is RegionLevel.PROVINCE)


def alike(ids: Collection[str]) -> set[str]:
    """Some ids, and those that count the same things."""
    first = {same_id(known) for known in ids}
    return {*ids, *(known for one in first for known in group_of(one))}


def by_words(
    view: View, query: Query, statuses: Collection[Status], as_of: date | None = None
) -> list[Source]:
    """Figures of a time whose names stand in the question, the names that say most first."""
    if query.period is None:
        return []
    asked = set(pairs_of(query.rest))
    place = query.places[0] if query.places else None
    found = []
    for fact in view.sources_in(spellings(query.period), until=as_of):
        item = fact.observation
        if item.status not in statuses or item.region != place or not _is_asked(fact, query):
            continue
        if not same(item.period, query.period, moment=query.instant or is_moment(item)):
            continue
        named = set(pairs_of(item.indicator))
        whole, shared = sum(map(bits, named)), sum(map(bits, named & asked))
        if len(named) > 2 and shared >= _ENOUGH * whole and not left_of(query.rest, item.indicator):
            found.append((-shared, _rank(fact), fact))
    return [fact for *_, fact in sorted(found, key=lambda row: row[:2])]


def latest(view: View, query: Query, as_of: date | None = None) -> list[Source]:
    """The figures of the newest period of what a question asks about."""
    if not query.ids:
        return []
    found = [
        fact
        for fact in view.sources_of(alike(query.ids), until=as_of)
        if fact.observation.status is Status.ACTUAL and _is_asked(fact, query)
        if fact.observation.period is not None
        if fact.observation.region == (query.places[0] if query.places else None)
    ]
    if not found:
        return []
    newest = max(days(fact.observation.period or "")[1] for fact in found)
    return sorted(
        (fact for fact in found if days(fact.observation.period or "")[1] == newest), key=_rank
    )


def _is_asked(fact: Source, query: Query) -> bool:
    found = fact.observation
    if query.measure is Measure.LEVEL:
        return found.measure is Measure.LEVEL or (
            found.measure is Measure.SHARE and found.unit == "%"
        )
    if query.measure is Measure.GROWTH:
        return found.measure is Measure.GROWTH and found.basis in {"yoy", None}
    return found.measure is query.measure


def _rank(fact: Source) -> tuple[bool, bool, object, int]:
    found = fact.observation
    return (
        found.measure is not Measure.LEVEL and found.measure not in _CHANGES,
        found.bound is not Bound.EXACT,
        half_unit(found),
        -fact.published.toordinal(),
    )


def of_place(found: Sequence[Source], place: str | None) -> Source | None:
    """The best figure of a place."""
    return next((fact for fact in found if fact.observation.region == place), None)


def by_province(found: Sequence[Source]) -> list[Source]:
    """The best figure of each province."""
    kept: dict[str, Source] = {}
    for fact in found:
        name = fact.observation.region
        region = region_of(name) if name else None
        if name and region is not None and region.level is RegionLevel.PROVINCE:
            kept.setdefault(name, fact)
    return list(kept.values())


def wants_least(query: Query) -> bool:
    """Whether the lowest is asked for."""
    return query.kind is Kind.LEAST
