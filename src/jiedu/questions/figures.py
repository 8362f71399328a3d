"""Figures of what a question asks about: of a time, the newest, by their words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jiedu.catalogue import RegionLevel, indicator, region_of, regions, unit_family
from jiedu.catalogue.rarity import bits, pairs_of
from jiedu.checks.book import is_moment
from jiedu.checks.intervals import half_unit
from jiedu.checks.periods import days, same, spellings
from jiedu.model import Bound, Measure, Status
from jiedu.questions.names import left_of
from jiedu.questions.query import Kind
from jiedu.tracking.words import group_of, same_id

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from jiedu.model import Source
    from jiedu.questions.query import Query
    from jiedu.store import View

AIMS = (Status.TARGET, Status.FORECAST)
"""What a goal is told as."""
FACTS = (Status.ACTUAL,)
_ENOUGH = 0.75  # of the bits of a name that must stand in the question
_LEAST = 3  # pairs of a name that says enough
_CHANGES = (Measure.GROWTH,)
_RATES = frozenset({"%", "点", ""})
_AMONG = frozenset({Kind.MOST, Kind.LEAST, Kind.WHERE})
_YEAR_END = 3  # the last month in which a year's figures are told as the news of the day
_YEAR_BEFORE = re.compile("去年|上年|上一年|前年|“十")
_CLAUSE = re.compile("[，。；;！？\n]")


def facts(view: View, query: Query, statuses: Collection[Status] = FACTS) -> list[Source]:
    """Figures of what a question asks about, of its time, the best one of each place first."""
    if not query.ids or query.period is None:
        return []
    ids = alike(query.ids)
    names = [*_names(ids), *_called(query)]
    found = view.sources(ids, names, spellings(query.period), _regions(query), until=query.as_of)
    fitting = [fact for fact in found if is_of_time(fact, query) and _fits(fact, query)]
    return _asked(query, fitting, statuses)


def _fits(fact: Source, query: Query) -> bool:
    """Whether a figure that was found by its name can be the indicator's: by its unit."""
    found, known = fact.observation, indicator(query.ids[0])
    if found.indicator_id is not None or known is None or found.measure is not Measure.LEVEL:
        return True
    return unit_family(found.unit) == unit_family(known.unit)


def is_of_time(fact: Source, query: Query) -> bool:
    """Whether a figure is of the time that is asked about."""
    found = fact.observation
    moment = query.instant or is_moment(found)
    if found.measure is Measure.SHARE and len(found.period or "") == len("2023-06-30"):
        moment = True  # a share that was told of a day stands at its end
    return same(found.period, query.period, moment=moment)


def _asked(
    query: Query, found: Sequence[Source], statuses: Collection[Status], *, mostly: bool = False
) -> list[Source]:
    """Those of some figures that are of the kind asked for; of the next kind where none is.

    Args:
        query: the question.
        found: the figures.
        statuses: what they may be told as.
        mostly: whether of a rate the way counts in which it is mostly told: who asks for the
            newest CPI means its growth.
    """
    told = [fact for fact in found if fact.observation.status in statuses]
    kinds = [[fact for fact in told if is_asked(fact)] for is_asked in _kinds(query)]
    known = indicator(query.ids[0]) if query.ids else None
    if mostly and known is not None and known.unit in _RATES:
        kept = max(kinds, key=len)
    else:
        kept = next(filter(None, kinds), [])
    return sorted(kept, key=lambda fact: _rank(fact, query))


def _kinds(query: Query) -> list[Callable[[Source], bool]]:
    """What counts as asked for, the plainest first."""
    kinds = [lambda fact: is_asked(fact, query)]
    known = indicator(query.ids[0]) if query.ids else None
    rate = known is not None and known.unit in _RATES
    if query.measure is Measure.LEVEL and (rate or query.aims):
        # who asks for the CPI is told its growth, and so is who asks for a goal of the GDP
        kinds.append(lambda fact: is_asked(fact, query._replace(measure=Measure.GROWTH)))
    if query.measure is Measure.LEVEL_CHANGE and known is not None and "新" in known.name:
        # how many were added is told as the number of the new ones
        kinds.append(lambda fact: is_asked(fact, query._replace(measure=Measure.LEVEL)))
    if query.measure is Measure.GROWTH:
        kinds.append(lambda fact: _is_change(fact, query))
        if rate:
            # the growth of a rate is told as the rate where that is a growth itself
            kinds.append(lambda fact: is_asked(fact, query._replace(measure=Measure.LEVEL)))
    return kinds


def _regions(query: Query) -> tuple[str, ...]:
    """The provinces and cities whose figures are wanted beside the country's."""
    if query.kind not in _AMONG or query.places:
        return query.places
    return tuple(place.name for place in regions() if place.level is RegionLevel.PROVINCE)


def alike(ids: Collection[str]) -> set[str]:
    """Some ids, and those that count the same things."""
    first = {same_id(known) for known in ids}
    return {*ids, *(known for one in first for known in group_of(one))}


def _names(ids: Collection[str]) -> list[str]:
    """The names of some indicators, under which figures stand whose id was not sure."""
    known = [found for found in map(indicator, ids) if found is not None]
    return [name for found in known for name in (found.name, *found.aliases)]


def _called(query: Query) -> list[str]:
    """What a Chinese question calls an indicator, which texts may call so too."""
    return [] if query.english or not query.name else [query.name, f"全国{query.name}"]


def by_words(view: View, query: Query, statuses: Collection[Status] = FACTS) -> list[Source]:
    """Figures of a time whose names stand in the question, the names that say most first."""
    if query.period is None:
        return []
    asked = set(pairs_of(query.rest))
    found = []
    for fact in view.sources_in(spellings(query.period), until=query.as_of):
        item = fact.observation
        if item.status not in statuses or item.region != query.place:
            continue
        if not is_asked(fact, query) or not is_of_time(fact, query):
            continue
        named = set(pairs_of(item.indicator))
        whole, shared = sum(map(bits, named)), sum(map(bits, named & asked))
        if len(named) < _LEAST or shared < _ENOUGH * whole:
            continue
        left = left_of(query.rest, item.indicator)
        if not left or explained(left, fact):
            found.append((-shared, _rank(fact, query), fact))
    return [fact for *_, fact in sorted(found, key=lambda row: row[:2])]


def all_of(view: View, query: Query, statuses: Collection[Status] = FACTS) -> list[Source]:
    """Every figure of what a question asks about, of its place, whatever the time."""
    if not query.ids:
        return []
    found = [
        fact
        for fact in view.sources_of(alike(query.ids), until=query.as_of)
        if fact.observation.period is not None and fact.observation.region == query.place
    ]
    return _asked(query, found, statuses, mostly=True)


def latest(view: View, query: Query) -> list[Source]:
    """The figures of the newest period of what a question asks about."""
    found = all_of(view, query)
    if not found:
        return []
    newest = max(days(fact.observation.period or "")[1] for fact in found)
    return [fact for fact in found if days(fact.observation.period or "")[1] == newest]


def is_asked(fact: Source, query: Query) -> bool:
    """Whether a figure is the kind of statement that is asked for."""
    found = fact.observation
    if query.measure is Measure.LEVEL:
        return found.measure is Measure.LEVEL or (
            found.measure is Measure.SHARE and found.unit == "%" and _is_rate(query)
        )
    if query.measure is Measure.GROWTH:
        bases = {query.basis} if query.basis else {"yoy", None}
        return found.measure is Measure.GROWTH and found.basis in bases
    return found.measure is query.measure


def _is_rate(query: Query) -> bool:
    """Whether what is asked about may be told as a share: a rate, or what the catalogue has not."""
    known = indicator(query.ids[0]) if query.ids else None
    return known is None or known.unit in _RATES


def _is_change(fact: Source, query: Query) -> bool:
    """Whether a figure says by how much something changed, in its own unit."""
    found = fact.observation
    if found.measure not in {Measure.LEVEL_CHANGE, Measure.SHARE_CHANGE}:
        return False
    return found.basis == query.basis if query.basis else found.basis in {"yoy", "ytd", None}


def explained(left: str, fact: Source) -> bool:
    """Whether all that a question says beside an indicator stands in the clause of a figure."""
    item = fact.observation
    at = item.span.start - item.sentence.start
    before = fact.sentence[:at]
    clause = _CLAUSE.split(before)[-1]
    parts = left.split()
    return bool(parts) and all(len(part) > 1 and part in clause for part in parts)


def _rank(fact: Source, query: Query) -> tuple[bool, bool, bool, bool, bool, object, int]:
    found = fact.observation
    known = indicator(query.ids[0]) if query.ids else None
    wanted = (query.asked.unit if query.asked else "") or (known.unit if known else "")
    return (
        found.status is Status.FORECAST,
        not _is_of_its_year(fact),
        not found.unit.startswith(wanted) and unit_family(found.unit) != unit_family(wanted),
        found.measure is not Measure.LEVEL and found.measure not in _CHANGES,
        found.bound is not Bound.EXACT,
        half_unit(found),
        -fact.published.toordinal(),
    )


def _is_of_its_year(fact: Source) -> bool:
    """Whether a figure is of the year it was published in, or its sentence says of which."""
    year = days(fact.observation.period or "")[1][:4] if fact.observation.period else ""
    if not year or int(year) >= fact.published.year:
        return True
    early = int(year) == fact.published.year - 1 and fact.published.month <= _YEAR_END
    return early or year in fact.sentence or _YEAR_BEFORE.search(fact.sentence) is not None


def by_province(found: Sequence[Source]) -> list[Source]:
    """The best figure of each province."""
    kept: dict[str, Source] = {}
    for fact in found:
        name = fact.observation.region
        region = region_of(name) if name else None
        if name and region is not None and region.level is RegionLevel.PROVINCE:
            kept.setdefault(name, fact)
    return list(kept.values())
