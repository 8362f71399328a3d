"""Which figures of a store belong to a row.

A figure belongs to a row where every slot does: the indicator, or the words of its name; the
measure, basis, unit, status and timing. It is the country's where it has no region, and where the
last place that its title and paragraph name before it is the whole country or none.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from jiedu.catalogue import RegionLevel, place_of, regions, unit_family
from jiedu.checks.periods import days
from jiedu.model import Measure, Status, Timing
from jiedu.panels.timing import is_of_timing
from jiedu.store import plain_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jiedu.model import FigureItem, Release, Source

_WHOLE = re.compile(r"[^，。；,;\d]{0,16}(?:中的?|之中的?|里的?)\s*(?:有|已有)?\s*\d")
_CUT = re.compile("[，。；,;！？]")
_RATE = re.compile("[占比率度面重]|的$")
_NEW = re.compile("新(?:培育|增|建|打造|创建|认定|入选|设|遴选)")
_IN_A_ROW = re.compile("连续[^，。]{1,3}个?(?:月|季度)")
_EARLIER = re.compile("去年|上年|前年|上一年|同期|五[”’]")
_OLD = timedelta(days=300)
_SPANS = frozenset({Timing.ACCUMULATED, Timing.YEAR})
_COUNTRY = "全国|我国|全社会"
_EARLY = timedelta(days=31)  # a year's figures are told in its last weeks


def belongs(item: FigureItem, fact: Source) -> bool:
    """Whether a figure is of a row, apart from the place it is of."""
    found = fact.observation
    if found.measure is not item.measure or found.status is not item.status:
        return False
    if not item.any_basis and found.basis != item.basis:
        return False
    if found.period is not None and not is_of_timing(found.period, item.timing):
        return False
    if not _in_unit(item, fact) or not _is_called(item, fact):
        return False
    if item.timing is Timing.MOMENT and _is_anew(item, fact):
        return False
    if item.timing in _SPANS and _IN_A_ROW.search(_clause(fact)):
        return False  # each of some months was so, not what they come to
    return not any(told(fact) for told in (_is_the_whole, _is_a_part, _is_to_come, _is_outdated))


def _in_unit(item: FigureItem, fact: Source) -> bool:
    if item.measure is not Measure.LEVEL or item.unit is None:
        return True
    found = fact.observation.unit
    return found == item.unit or unit_family(found) == unit_family(item.unit)


def _is_called(item: FigureItem, fact: Source) -> bool:
    found = fact.observation
    if found.indicator_id is not None:
        return found.indicator_id in item.indicators
    if not any(all(holds(found.indicator, word) for word in some) for some in item.words):
        return False
    if any(word in found.indicator for word in item.without):
        return False
    return not item.sentence or any(word in fact.sentence for word in item.sentence)


def holds(name: str, word: str) -> bool:
    """Whether a name holds a word, as it is or without filling words."""
    return word in name or plain_name(word) in plain_name(name)


def _before(fact: Source) -> str:
    found = fact.observation
    return fact.sentence[: found.span.start - found.sentence.start]


def _after(fact: Source) -> str:
    found = fact.observation
    return fact.sentence[found.span.end - found.sentence.start :]


def _clause(fact: Source) -> str:
    """The words of the clause before a figure."""
    return _CUT.split(_before(fact))[-1]


def _is_the_whole(fact: Source) -> bool:
    """Whether a figure only says what a part is taken of: the 97 of 97个大类中的60个."""
    return _WHOLE.match(_after(fact)) is not None


def _is_a_part(fact: Source) -> bool:
    """Whether a share is of the thing itself: 七成智能算力已纳入调度 is no share of it in all."""
    found = fact.observation
    share = found.measure is Measure.SHARE and found.indicator_id is not None and not fact.cell
    return share and _RATE.search(_before(fact)) is None


def _is_anew(item: FigureItem, fact: Source) -> bool:
    """Whether a level counts only what came new, where the row counts all there is."""
    if item.measure is not Measure.LEVEL or item.status is not Status.ACTUAL or fact.cell:
        return False
    return _NEW.search(_clause(fact)) is not None and _NEW.search(item.name) is None


def _is_to_come(fact: Source) -> bool:
    """Whether a figure that is told as a fact ends so late that it can be none."""
    found = fact.observation
    if found.status is not Status.ACTUAL or found.period is None or found.indicator_id is None:
        return False
    return date.fromisoformat(days(found.period)[1]) > fact.published + _EARLY


def _is_outdated(fact: Source) -> bool:
    """Whether a figure is said to be so old that its sentence would have to say so, and does not.

    一季度 in a text of this April is this year's, whatever year was spoken of before.
    """
    found = fact.observation
    if found.status is not Status.ACTUAL or found.period is None or fact.cell:
        return False
    first, last = days(found.period)
    if date.fromisoformat(last) + _OLD > fact.published:
        return False
    before = _before(fact)
    years = {first[:4], last[:4]}
    return _EARLIER.search(before) is None and not any(year in before for year in years)


def of_the_country(facts: Iterable[Source], releases: Mapping[str, Release]) -> list[Source]:
    """The figures of texts that are the whole country's.

    Args:
        facts: figures without a region.
        releases: the releases they stand in.
    """
    return [fact for fact in facts if _is_whole(fact, releases[fact.release])]


def _is_whole(fact: Source, release: Release) -> bool:
    found = fact.observation
    start = release.text.rfind("\n", 0, found.span.start) + 1
    before = release.text[start : found.span.start]
    if place_of(before, place_of(release.title, None)) is not None:
        return False
    last = None
    for match in _groups().finditer(f"{release.title}\n{before}"):
        last = match.group()
    if last is None or re.fullmatch(_COUNTRY, last):
        return True
    # an indicator of the catalogue may be of a group itself: 中西部算力设施
    return found.indicator_id is not None and last in found.indicator


@cache
def _groups() -> re.Pattern[str]:
    """Names of several provinces together, and words for the country."""
    names = {
        word
        for region in regions()
        if region.level is RegionLevel.GROUP
        for word in (region.name, *region.aliases)
    }
    words = sorted(map(re.escape, names), key=len, reverse=True)
    return re.compile(f"{'|'.join(words)}|{_COUNTRY}")


def ids_of(items: Iterable[FigureItem]) -> set[str]:
    """The ids whose figures some rows need."""
    return {one for item in items for one in item.indicators}


def words_of(items: Iterable[FigureItem]) -> set[tuple[str, ...]]:
    """The words whose figures some rows need."""
    return {some for item in items for some in item.words}
