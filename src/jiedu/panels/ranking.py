"""The provinces beside one another: one figure of each at one time, ranked; and their measures."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from jiedu.catalogue import RegionLevel, regions
from jiedu.model import PlanRow, ProvinceRow
from jiedu.panels.lines import line_of
from jiedu.panels.pursuing import pledges
from jiedu.panels.timing import time_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from jiedu.model import FigureItem, Source
    from jiedu.store import Announced, View

_APART = frozenset({"台湾省", "香港特别行政区", "澳门特别行政区"})  # the statistics leave them out


def thirty_one() -> tuple[str, ...]:
    """The provinces, autonomous regions and municipalities, in the order of GB/T 2260."""
    return tuple(
        place.name
        for place in regions()
        if place.level is RegionLevel.PROVINCE and place.name not in _APART
    )


def rank(item: FigureItem, facts: Sequence[Source], country: Sequence[Source]) -> ProvinceRow:
    """The provinces' figures at the time that most of them have, the newest of several.

    Args:
        item: the row.
        facts: the figures that belong to it, of all provinces.
        country: those of the country.
    """
    of: dict[str, list[Source]] = defaultdict(list)
    for fact in facts:
        of[fact.observation.region or ""].append(fact)
    points = {name: line_of(item, of[name]).points for name in thirty_one() if of[name]}
    counts = Counter(_time(item, fact) for told in points.values() for fact in told)
    if not counts:
        return ProvinceRow(item, None, (), thirty_one(), reason="no figure of any province")
    time = max(counts, key=lambda one: (counts[one], one[1], one[0]))
    ranked = [fact for told in points.values() for fact in told if _time(item, fact) == time]
    ranked.sort(key=lambda fact: -fact.observation.value)
    have = {fact.observation.region for fact in ranked}
    newer = tuple(
        told[-1] for told in points.values() if told and _time(item, told[-1])[1] > time[1]
    )
    same = [fact for fact in line_of(item, country).points if _time(item, fact) == time]
    return ProvinceRow(
        item,
        ranked[0].observation.period,
        tuple(ranked),
        tuple(name for name in thirty_one() if name not in have),
        newer,
        same[0] if same else None,
    )


def _time(item: FigureItem, fact: Source) -> tuple[str, str]:
    return time_of(fact.observation.period, item.timing)


def plans(view: View, as_of: date, region: str | None = None) -> tuple[PlanRow, ...]:
    """The measures that each of the thirty-one announced; those without any are there as well.

    Args:
        view: the store.
        as_of: the day whose knowledge counts.
        region: a province whose measures are wanted with what became of them; the only one then.
    """
    made: dict[str, list[Announced]] = defaultdict(list)
    for told in view.announced(as_of):
        made[told.region].append(told)
    rows = [_plan(name, made[name]) for name in thirty_one() if region in {None, name}]
    if region is None:
        return tuple(rows)
    return tuple(replace(row, entries=pledges(view, row.releases, as_of)) for row in rows)


def _plan(name: str, told: Sequence[Announced]) -> PlanRow:
    return PlanRow(
        name,
        tuple(one.release for one in told),
        sum(one.measures for one in told),
        sum(one.targets for one in told),
    )
