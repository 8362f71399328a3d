"""Figures of what a question asks about: of a time, the newest, by their words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from jiedu.catalogue import RegionLevel, indicator, region_of, regions
from jiedu.catalogue.rarity import bits, pairs_of
from jiedu.checks.periods import days, spellings
from jiedu.model import Status
from jiedu.questions.english_names import chinese_terms
from jiedu.questions.fitting import asked_for, fits_in, is_asked, is_of_time, rank
from jiedu.questions.names import left_of
from jiedu.questions.query import OF_A_PLACE, Kind
from jiedu.questions.words import tables
from jiedu.tracking.words import group_of, same_id

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from jiedu.model import Observation, Source
    from jiedu.questions.query import Query
    from jiedu.store import View

AIMS = (Status.TARGET, Status.FORECAST)
"""What a goal is told as."""
FACTS = (Status.ACTUAL,)
_ENOUGH = 0.7  # of the bits of a name that must stand in the question
_LEAST = 3  # pairs of a name that says enough
_AMONG = frozenset({Kind.MOST, Kind.LEAST, Kind.WHERE})
_CLAUSE = re.compile("[，。；;！？\n]")


def facts(view: View, query: Query, statuses: Collection[Status] = FACTS) -> list[Source]:
    """Figures of what a question asks about, of its time, the best one of each place first."""
    if not query.ids or query.period is None:
        return []
    ids = alike(_of_the_place(query))
    names = [*_names(ids), *_called(query)]
    found = view.sources(ids, names, _forms(query.period), _regions(query), until=query.as_of)
    fitting = [fact for fact in found if is_of_time(fact, query) and fits_in(fact, query)]
    return asked_for(query, fitting, statuses)


def _forms(period: str) -> set[str]:
    """Every form of a time, for a day also that of what has come since its year began."""
    day = len(period) == len("2025-04-11")
    return {*spellings(period), *([f"{period[:4]}-01-01/{period}"] if day else [])}


def _regions(query: Query) -> tuple[str, ...]:
    """The provinces and cities whose figures are wanted beside the country's."""
    if query.kind not in _AMONG or query.places:
        return query.places
    return tuple(place.name for place in regions() if place.level is RegionLevel.PROVINCE)


def alike(ids: Collection[str]) -> set[str]:
    """Some ids, and those that count the same things."""
    first = {same_id(known) for known in ids}
    return {*ids, *(known for one in first for known in group_of(one))}


def _of_the_place(query: Query) -> tuple[str, ...]:
    """The ids that are asked about; texts tell a province's product also as 国内生产总值."""
    if not query.places:
        return query.ids
    national = {local: known for known, local in OF_A_PLACE.items()}
    return (*query.ids, *(national[known] for known in query.ids if known in national))


def _names(ids: Collection[str]) -> list[str]:
    """The names of some indicators, under which figures stand whose id was not sure."""
    known = [found for found in map(indicator, ids) if found is not None]
    return [name for found in known for name in (found.name, *found.aliases)]


def _called(query: Query) -> list[str]:
    """What people call an indicator, which texts may call so too."""
    spoken = [word for word, known in tables()["short"].items() if _short_for(known) & {*query.ids}]
    if query.english:
        return [*spoken, *(term for _, term in chinese_terms(query.content))]
    return [*spoken, query.name, f"全国{query.name}"] if query.name else spoken


def _short_for(known: str) -> set[str]:
    return {known, OF_A_PLACE.get(known, known)}


def by_words(view: View, query: Query, statuses: Collection[Status] = FACTS) -> list[Source]:
    """Figures of a time whose names stand in the question, the names that say most first."""
    if query.period is None:
        return []
    asked = set(pairs_of(f"{query.rest}，{query.content}" if query.places else query.rest))
    found = []
    for fact in in_time(view, query):
        item = fact.observation
        if item.status not in statuses or not _is_of_place(item, query):
            continue
        if not is_asked(fact, query) or not is_of_time(fact, query):
            continue
        named = _pairs(item.indicator)
        whole, shared = sum(map(bits, named)), sum(map(bits, named & asked))
        if len(named) < _LEAST or shared < _ENOUGH * whole:
            continue
        left = left_of(query.rest, item.indicator)
        if not left or explained(left, fact):
            found.append((-shared, rank(fact, query), fact))
    return [fact for *_, fact in sorted(found, key=lambda row: row[:2])]


def in_time(view: View, query: Query) -> tuple[Source, ...]:
    """Every figure of the time that a question names, however its words end there."""
    periods = frozenset(_forms(query.period)) if query.period else frozenset[str]()
    return _in_time(view, view.state(), periods, query.as_of)


@lru_cache(maxsize=4)
def _in_time(
    view: View, _state: str, periods: frozenset[str], until: date | None
) -> tuple[Source, ...]:
    """A year has thousands, and one question looks at them more than once."""
    return tuple(view.sources_in(periods, until=until))


@lru_cache(maxsize=1 << 14)
def _pairs(name: str) -> frozenset[str]:
    return frozenset(pairs_of(_bare(name)))


def _bare(name: str) -> str:
    """A name without the words that say that it was counted: 已, 合计, 累计."""
    for word in tables()["said"]["fillers"]:
        name = name.replace(word, "")
    return name


def _is_of_place(found: Observation, query: Query) -> bool:
    """Whether a figure is told of the place that is asked about, by its region or by its name."""
    if found.region == query.place:
        return True
    place = region_of(query.place or "")
    if place is None or found.region is not None:
        return False
    return any(word in found.indicator for word in (place.name, *place.aliases))


def all_of(view: View, query: Query, statuses: Collection[Status] = FACTS) -> list[Source]:
    """Every figure of what a question asks about, of its place, whatever the time."""
    if not query.ids:
        return []
    found = [
        fact
        for fact in view.sources_of(alike(_of_the_place(query)), until=query.as_of)
        if fact.observation.period is not None and fact.observation.region == query.place
    ]
    return asked_for(query, found, statuses, mostly=True)


def latest(view: View, query: Query) -> list[Source]:
    """The figures of the newest period of what a question asks about."""
    found = all_of(view, query)
    if not found:
        return []
    return newest([fact for fact in found if not _is_of_days(fact)] or found)


def newest(found: Sequence[Source]) -> list[Source]:
    """Of some figures with a time those whose time ends last."""
    dated = [(days(item.observation.period)[1], item) for item in found if item.observation.period]
    last = max((day for day, _ in dated), default="")
    return [item for day, item in dated if day == last]


def _is_of_days(fact: Source) -> bool:
    """Whether a figure is of a holiday, which is newer than a month and says less."""
    return len(fact.observation.period or "") > len("2023-01/2023-06")


def explained(left: str, fact: Source) -> bool:
    """Whether all that a question says beside an indicator stands in the clause of a figure."""
    item = fact.observation
    at = item.span.start - item.sentence.start
    before = fact.sentence[:at]
    clause = _CLAUSE.split(before)[-1]
    parts = left.split()
    return bool(parts) and all(len(part) > 1 and part in clause for part in parts)


def by_province(found: Sequence[Source]) -> list[Source]:
    """The best figure of each province."""
    kept: dict[str, Source] = {}
    for fact in found:
        name = fact.observation.region
        region = region_of(name) if name else None
        if name and region is not None and region.level is RegionLevel.PROVINCE:
            kept.setdefault(name, fact)
    return list(kept.values())
