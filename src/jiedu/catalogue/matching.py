"""From the name of a figure to the id of its indicator, only where it is sure."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from jiedu.catalogue.indicators import entries, indicator
from jiedu.catalogue.patterns import Scope, take_apart
from jiedu.catalogue.regions import Region, split_region
from jiedu.catalogue.units import LEVELS, fits
from jiedu.catalogue.wording import plain, wordings
from jiedu.model import Measure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiedu.model import Indicator

_KEPT = 65_536
_OF_PARTS = frozenset({Measure.SHARE, Measure.SHARE_CHANGE, Measure.CONTRIBUTION})


class Match(NamedTuple):
    """What a name says: the indicator, and the region it starts with if it names one."""

    indicator_id: str
    region: Region | None


class _Names(NamedTuple):
    always: dict[str, str]
    level: dict[str, str]
    anchored: dict[str, str]
    at_home: dict[str, str]


@cache
def _names() -> _Names:
    names = _Names({}, {}, {}, {})
    for entry in entries().values():
        found = entry.indicator
        for word in (found.name, *found.aliases):
            names.always[plain(word)] = found.id
        for word in entry.level_names:
            names.level[plain(word)] = found.id
        for word in entry.anchored_names:
            names.anchored[plain(word)] = found.id
        for word in entry.home_names:
            names.at_home[plain(word)] = found.id
    return names


def _entered(form: str, measure: Measure, *, anchored: bool) -> Iterator[str]:
    names = _names()
    if anchored and form in names.anchored:
        yield names.anchored[form]
    if form in names.always:
        yield names.always[form]
    if measure in LEVELS and form in names.level:
        yield names.level[form]


def _holds(scope: Scope, measure: Measure) -> bool:
    return scope is Scope.ANY or (scope is Scope.LEVEL) == (measure in LEVELS)


def _find(name: str, unit: str, measure: Measure, *, anchored: bool) -> str | None:
    if name.startswith("的"):
        return None  # what it is of was lost
    table = entries()
    for form in wordings(name):
        for found in _entered(form, measure, anchored=anchored):
            if fits(table[found].indicator.unit, unit, measure):
                return found
        composed = {
            reading.id
            for reading in take_apart(form)
            if _holds(reading.scope, measure) and fits(reading.unit, unit, measure)
        }
        if composed:
            return composed.pop() if len(composed) == 1 else None
    return None


@lru_cache(maxsize=_KEPT)
def identify(name: str, unit: str, measure: Measure) -> str | None:
    """The id of the indicator that a figure is about, or ``None`` where that is not sure.

    The name must be the whole of an entry's name or alias, or the whole of a composed name
    (``jiedu.catalogue.patterns``); a name with a region before it gives ``None`` (see ``match``).

    Args:
        name: the observation's indicator, in words of the text.
        unit: its unit, as the guide writes it.
        measure: its measure; a level must be in the indicator's unit, another measure relative.
    """
    return _find(name, unit, measure, anchored=False)


@lru_cache(maxsize=_KEPT)
def match(name: str, unit: str, measure: Measure) -> Match | None:
    """As ``identify``, for names that may start with a region (上海规模以上工业增加值).

    Behind a region a few names are sure that are not so alone: 广东出口 is Guangdong's exports,
    while 出口 may be that of anything said before.
    """
    if (found := identify(name, unit, measure)) is not None:
        return Match(found, None)
    region, rest = split_region(name)
    if region is None:
        return None
    found = _find(rest, unit, measure, anchored=True)
    return None if found is None else Match(found, region)


@lru_cache(maxsize=_KEPT)
def identify_at(name: str, unit: str, measure: Measure) -> str | None:
    """The id of a name that is sure in a release that speaks of one region (进出口总额), if any.

    A share is left out: it may be that of a part in the region's.
    """
    if measure in _OF_PARTS:
        return None
    names, table = _names().at_home, entries()
    for form in wordings(name):
        found = names.get(form)
        if found is not None and fits(table[found].indicator.unit, unit, measure):
            return found
    return None


def indicator_of(text: str) -> Indicator | None:
    """The indicator that a person means: by id, name, alias or composed name, else ``None``.

    A name that is sure only in some sentences counts here: who types 出口 means the exports.
    """
    if (found := indicator(text)) is not None:
        return found
    names = _names()
    for form in wordings(text):
        for table in names:
            if form in table:
                return indicator(table[form])
        composed = {reading.id for reading in take_apart(form) if reading.scope is Scope.ANY}
        if len(composed) == 1:
            return indicator(composed.pop())
    return None
