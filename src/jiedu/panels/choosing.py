"""Which figures of a store belong to a row, and which of several counts for a time.

A figure belongs to a row where every slot does: the indicator, or the words of its name; the
measure, basis, unit, status, region and timing. A figure without a region counts as the country's
only where neither its paragraph nor its title names a place before it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date, timedelta
from statistics import median
from typing import TYPE_CHECKING

from jiedu.catalogue import indicator, place_of, unit_family
from jiedu.checks.intervals import half_unit, printed
from jiedu.model import Bound, Measure, Timing
from jiedu.panels.timing import ends, is_of_timing, time_of
from jiedu.store import plain_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from jiedu.model import FigureItem, Release, Source

_WHOLE = re.compile(r"[^，。；,;\d]{0,16}(?:中的?|之中的?|里的?)\s*(?:有|已有)?\s*\d")
_CUT = re.compile("[，。；,;！？]")
_NEAR = timedelta(days=62)
_OUT_OF_SCALE = 30
_ENOUGH = 4  # points that make a median worth something


def belongs(item: FigureItem, fact: Source) -> bool:
    """Whether a figure is of a row, apart from the place its text may name."""
    found = fact.observation
    if found.measure is not item.measure or found.status is not item.status:
        return False
    if not item.any_basis and found.basis != item.basis:
        return False
    if found.period is not None and not is_of_timing(found.period, item.timing):
        return False
    if not _in_unit(item, fact):
        return False
    return _is_called(item, fact) and not _is_the_whole(fact)


def _in_unit(item: FigureItem, fact: Source) -> bool:
    unit = item.unit
    if item.measure is not Measure.LEVEL or unit is None:
        return True
    found = fact.observation.unit
    return found == unit or unit_family(found) == unit_family(unit)


def _is_called(item: FigureItem, fact: Source) -> bool:
    found = fact.observation
    if found.indicator_id is not None:
        return found.indicator_id in item.indicators
    name = plain_name(found.indicator)
    if not any(all(plain_name(word) in name for word in some) for some in item.words):
        return False
    if any(word in found.indicator or word in _clause(fact) for word in item.without):
        return False
    return not item.sentence or any(word in fact.sentence for word in item.sentence)


def _clause(fact: Source) -> str:
    """The words of the clause before a figure."""
    found = fact.observation
    before = fact.sentence[: found.span.start - found.sentence.start]
    return _CUT.split(before)[-1]


def _is_the_whole(fact: Source) -> bool:
    """Whether a figure only says what a part is taken of: the 97 of 97个大类中的60个."""
    found = fact.observation
    after = fact.sentence[found.span.end - found.sentence.start :]
    return _WHOLE.match(after) is not None


def of_the_country(facts: Iterable[Source], releases: Mapping[str, Release]) -> list[Source]:
    """The figures without a region whose texts name no place before them.

    Args:
        facts: figures.
        releases: the releases they stand in.
    """
    return [fact for fact in facts if _place(fact, releases[fact.release]) is None]


def _place(fact: Source, release: Release) -> str | None:
    found = fact.observation
    if found.region is not None:
        return found.region
    start = release.text.rfind("\n", 0, found.span.start) + 1
    return place_of(release.text[start : found.span.start], place_of(release.title, None))


def line(item: FigureItem, facts: Sequence[Source]) -> tuple[Source, ...]:
    """One figure a time, oldest first, of figures that belong to a row.

    Where no figure has a time, the newest is the only one.
    """
    dated = [fact for fact in facts if fact.observation.period is not None]
    if facts and not dated:
        return (max(facts, key=lambda fact: (fact.published, fact.release)),)
    by_time: dict[tuple[str, str], list[Source]] = defaultdict(list)
    for fact in in_one_unit(dated):
        by_time[time_of(fact.observation.period, item.timing)].append(fact)
    points = [best(by_time[time]) for time in sorted(by_time, key=lambda time: time[::-1])]
    if item.timing is Timing.MOMENT:
        points = _dated(points)
    return tuple(_in_scale(item, points))


def in_one_unit(facts: Sequence[Source]) -> Sequence[Source]:
    """The figures in the commonest unit; those without any stand beside every other."""
    counts: dict[str, int] = defaultdict(int)
    for fact in facts:
        counts[unit_family(fact.observation.unit)] += 1
    if len(counts) < 2:
        return facts
    main = max(counts, key=lambda unit: (counts[unit], unit != "", unit))
    return [fact for fact in facts if unit_family(fact.observation.unit) in {main, ""}]


def best(facts: Sequence[Source]) -> Source:
    """The figure that counts for a time.

    It is the newest one; of several, or where an earlier one says the same more finely, the
    finest: 500.9万 and not 超500万.
    """
    newest = max(fact.published for fact in facts)
    lead = min((fact for fact in facts if fact.published == newest), key=_coarseness)
    told = printed(lead.observation)
    same = [fact for fact in facts if printed(fact.observation).overlaps(told)]
    return min(same, key=_coarseness)


def _coarseness(fact: Source) -> tuple[bool, float, int, str, int]:
    found = fact.observation
    return (
        found.bound is not Bound.EXACT,
        float(half_unit(found)),
        -fact.published.toordinal(),
        fact.release,
        found.span.start,
    )


def _dated(points: Sequence[Source]) -> list[Source]:
    """Moments without those that are only "now" and stand near one with a date.

    What is said of 目前 is often weeks old, so that it would draw a line back in time.
    """
    dated = [_end(fact) for fact in points if not _is_now(fact)]
    return [
        fact
        for fact in points
        if not _is_now(fact) or not any(abs(_end(fact) - day) <= _NEAR for day in dated)
    ]


def _is_now(fact: Source) -> bool:
    return fact.observation.period == fact.published.isoformat()


def _end(fact: Source) -> date:
    return date.fromisoformat(ends(fact))


def _in_scale(item: FigureItem, points: Sequence[Source]) -> Sequence[Source]:
    """Levels without those that are so large or small that they count something else."""
    if item.measure is not Measure.LEVEL or len(points) < _ENOUGH:
        return points
    middle = median(abs(fact.observation.value) for fact in points)
    return [
        fact
        for fact in points
        if middle / _OUT_OF_SCALE <= abs(fact.observation.value) <= middle * _OUT_OF_SCALE
    ]


def ids_of(items: Iterable[FigureItem]) -> set[str]:
    """The ids whose figures some rows need."""
    return {one for item in items for one in item.indicators}


def words_of(items: Iterable[FigureItem]) -> Collection[tuple[str, ...]]:
    """The words whose figures some rows need."""
    return {some for item in items for some in item.words}


def base_unit(item: FigureItem) -> str:
    """The unit in which a row's levels are counted, as far as it is known before any is."""
    known = indicator(item.indicators[0]) if item.indicators else None
    return item.unit or (known.unit if known else "")
