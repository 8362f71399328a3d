"""Which of several figures of one name, place and time is the one that is asked for.

A figure without a region may still be of the place that its paragraph or its title names. Of those
that remain the finest and newest counts; where they differ by more than a revision, only what
several releases or a sentence about the whole country say is believed.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from jiedu.catalogue import RegionLevel, indicator, place_of, region_of, regions
from jiedu.model import Bound, Measure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jiedu.model import Observation, Source
    from jiedu.store import View

_NEAR = Decimal("0.12")
_PASSED = Decimal("1.25")
_TRIED = 12  # figures whose texts are looked at
_REACHED = re.compile("(?:达到?|为)了?$")
_CUSTOMS = re.compile("[\u4e00-\u9fff]{2}海关")  # who counts, and not what is counted
_TELLING = 3  # characters of the name of a group that means nothing else
_NUMBER = re.compile(r"\d")  # 两位数 says less than 15.2%
_WHOLE = re.compile("全国|我国|国家统计局|全社会|海关总署|中国")


def standing(
    view: View, found: Sequence[Source], place: str | None, within: str = ""
) -> Source | None:
    """The figure of a place that can be believed, or ``None``.

    Args:
        view: the store.
        found: figures of one name and time, the best first.
        place: the province or city, ``None`` for the country.
        within: words of a question, in which a place may belong to a name (青岛港).
    """
    kept = [
        fact
        for fact in found[:_TRIED]
        if (told := _place(view, fact, place)) == place
        or _is_said(told, within)
        or (place is not None and is_of(fact, place))
    ]
    if not kept:
        return None
    best = kept[0]
    kept = [fact for fact in kept if fact.observation.measure is best.observation.measure]
    kept = [fact for fact in kept if _is_money_of(fact) == _is_money_of(best)]
    kept = [fact for fact in kept if _NUMBER.search(fact.observation.text)] or kept
    best = kept[0]
    others = [fact for fact in kept if not agree(fact, best)]
    if not others:
        return best
    if len({(fact.release, fact.observation.sentence) for fact in kept}) == 1:
        return _reached(kept)
    whole = [fact for fact in kept if _WHOLE.search(fact.sentence)]
    if place is None and whole and all(agree(fact, whole[0]) for fact in whole):
        return whole[0]
    if place is None and (largest := _largest(kept)) is not None:
        return largest
    for fact in kept:
        if sum(agree(fact, other) for other in kept) * 2 > len(kept) + 1:
            return fact
    return None


def _is_money_of(fact: Source) -> str:
    """The currency of a figure, empty where it is no money: dollars do not stand against yuan."""
    unit = fact.observation.unit
    return unit if unit.endswith("元") else ""


def _largest(kept: Sequence[Source]) -> Source | None:
    """The largest of some amounts where several releases say it: no part exceeds the whole."""
    first = kept[0].observation
    if first.measure is not Measure.LEVEL or first.unit in {"%", "点", ""}:
        return None
    most = max(kept, key=lambda fact: fact.observation.value)
    alike = [fact for fact in kept if agree(fact, most)]
    return alike[0] if len({fact.release for fact in alike}) > 1 else None


def _reached(kept: Sequence[Source]) -> Source | None:
    """Of figures of one sentence the one that was reached: 首次超过50%，达到51.6%."""
    reached = [
        fact
        for fact in kept
        if _REACHED.search(
            fact.sentence[: fact.observation.span.start - fact.observation.sentence.start]
        )
    ]
    return reached[0] if len(reached) == 1 else None


def _place(view: View, fact: Source, asked: str | None) -> str | None:
    """The place that a figure is of, by its region, its paragraph and its title.

    A group of provinces is not looked for but where it is asked about.
    """
    found = fact.observation
    if found.region is not None:
        return found.region
    release = view.release(fact.release)
    start = release.text.rfind("\n", 0, found.span.start) + 1
    before = _CUSTOMS.sub("", release.text[start : found.span.start])
    group = region_of(asked or "")
    if group is not None and group.level is RegionLevel.GROUP:
        return asked if any(name in before for name in (group.name, *group.aliases)) else None
    lead = fact.sentence[: found.span.start - found.sentence.start]
    part = _groups().search(lead)
    if part is not None:
        return part.group()  # 长江经济带11省市 is not the country
    if _WHOLE.search(lead):
        return place_of(lead, None)  # what stands before may say where it was told
    told = place_of(before, place_of(release.title, None))
    return None if told is not None and _is_partner(told, found) else told


def is_of(fact: Source, place: str | None) -> bool:
    """Whether a figure is told of a place; of a city also where its province is known alone."""
    region = region_of(place or "")
    if fact.observation.region == place:
        return True
    if region is None or region.province is None or fact.observation.region != region.province:
        return False
    return any(name in fact.sentence for name in (region.name, *region.aliases))


def _is_said(place: str | None, words: str) -> bool:
    region = region_of(place or "")
    return region is not None and any(name in words for name in (region.name, *region.aliases))


@cache
def _groups() -> re.Pattern[str]:
    """The names of groups of provinces that are told of as one, those of a compass point left out.

    西部 and 东北 stand in many a sentence that is of the country.
    """
    names = [
        name
        for region in regions()
        if region.level is RegionLevel.GROUP
        for name in (region.name, *region.aliases)
        if len(name) >= _TELLING
    ]
    words = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    return re.compile(
        rf"(?:{words})(?:\d+省市?|[一-龥]省市?|地区|各省)?(?:外贸|进出口|货物|出口|进口|地区|经济)"
    )


def _is_partner(place: str, found: Observation) -> bool:
    """Whether a place belongs to the name of the indicator: 对香港进出口 is the country's."""
    known = indicator(found.indicator_id) if found.indicator_id else None
    region = region_of(place)
    names = (region.name, *region.aliases) if region is not None else ()
    return known is not None and any(name in known.name for name in names)


def agree(one: Source, other: Source) -> bool:
    """Whether two figures are one, a revision of it, or a bound that the other keeps."""
    first, second = one.observation, other.observation
    if first.unit == "%":
        if abs(first.value - second.value) <= 1:
            return True
    elif abs(first.value - second.value) <= _NEAR * max(abs(first.value), abs(second.value)):
        return True
    return _keeps(first, second) or _keeps(second, first)


def _keeps(bound: Observation, found: Observation) -> bool:
    """Whether a figure is just above what another says it has passed."""
    if bound.bound not in {Bound.ABOVE, Bound.AT_LEAST} or bound.value <= 0:
        return False
    return bound.value <= found.value <= bound.value * _PASSED
