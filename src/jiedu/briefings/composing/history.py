"""What was published of an indicator before: the figure of last time, and the line so far."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from itertools import combinations
from typing import TYPE_CHECKING

from jiedu.briefings.composing.said import is_said
from jiedu.briefings.stretches import day_of, stretch_of
from jiedu.catalogue import unit_family
from jiedu.checks.intervals import printed
from jiedu.model import Measure, Source, Status, Stretch, Vintage
from jiedu.store.lines import in_scale

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from jiedu.model import Observation, Release

_FAR = 400  # days back at most for a figure of last time
_ENOUGH = 4  # figures that make a line
_NEAR = 20  # days that two counts of a stock are apart at least
_AMOUNTS = frozenset({Measure.LEVEL, Measure.LEVEL_CHANGE})

LineKey = tuple[str, Measure, str | None, str | None, str]


def line_key(found: Observation) -> LineKey | None:
    """What two figures must share to stand on one line; ``None`` without a catalogue's id."""
    if found.indicator_id is None or found.period is None:
        return None
    unit = unit_family(found.unit)
    return (found.indicator_id, found.measure, found.basis, found.region, unit)


def ambiguous(figures: Iterable[tuple[str, Observation]]) -> set[int]:
    """The figures (by ``id``) of which a release gives two values for one line and period.

    Which of them is meant is open: 97个大类中的86个. A bound that the other value keeps leaves
    nothing open: 超过2万亿元, 达到23562亿元.

    Args:
        figures: each with the id of its release.
    """
    values: dict[object, list[Observation]] = defaultdict(list)
    for release, found in figures:
        key = line_key(found)
        if key is not None and found.status is Status.ACTUAL:
            values[release, key, found.period].append(found)
    return {
        id(found)
        for told in values.values()
        if not all(one.meets(other) for one, other in combinations(map(printed, told), 2))
        for found in told
    }


class History:
    """The figures of earlier releases, by line.

    Args:
        sources: all of them.
    """

    def __init__(self, sources: Iterable[Source]) -> None:
        self._lines: dict[LineKey, list[Source]] = defaultdict(list)
        told = [source for source in sources if source.observation.status is Status.ACTUAL]
        open_ones = ambiguous((source.release, source.observation) for source in told)
        for source in told:
            key = line_key(source.observation)
            told_once = id(source.observation) not in open_ones
            if key is not None and told_once and is_said(source.observation):
                self._lines[key].append(source)

    def times_told(self, found: Observation) -> int:
        """In how many releases the line of a figure is told."""
        key = line_key(found)
        return len({source.release for source in self._lines.get(key, ())}) if key else 0

    def before(self, found: Observation, release: Release) -> Source | None:
        """The figure of last time, or ``None``.

        It is of the nearest earlier period of the same length, as the newest release until then
        gave it; amounts that accumulate are held against the same months of the year before.

        Args:
            found: the figure of this time.
            release: its release.
        """
        key = line_key(found)
        if key is None or found.period is None:
            return None
        told = [
            source
            for source in self._lines.get(key, ())
            if source.published <= release.published
            and source.release != release.id
            and _comes_before(source.observation.period or "", found.period, found.measure)
        ]
        kept = in_scale(
            [
                _vintage(source)
                for source in [*told, Source(release.id, release.published, found, "")]
            ]
        )[0]
        fitting = {id(item.observation) for item in kept}
        if id(found) not in fitting:
            return None
        told = [source for source in told if id(source.observation) in fitting]
        return max(told, key=_newness, default=None)

    def line(self, found: Observation, until: date) -> list[Source]:
        """The newest figure of each period of a line, of the same length of period.

        What a text says of “now” may be weeks old: such figures are left out where enough others
        tell of a day.

        Args:
            found: a figure of the line.
            until: the last day of publication.
        """
        key = line_key(found)
        if key is None or found.period is None:
            return []
        stretch = stretch_of(found.period)
        newest: dict[str, Source] = {}
        for source in sorted(self._lines[key], key=lambda item: item.published):
            period = source.observation.period or ""
            if source.published <= until and _same_length(period, stretch):
                newest[period] = source
        found_all = list(newest.values())
        kept = {id(item.observation) for item in in_scale(list(map(_vintage, found_all)))[0]}
        in_line = [source for source in found_all if id(source.observation) in kept]
        dated = [source for source in in_line if not _is_now(source) or source.observation == found]
        return dated if len(dated) >= _ENOUGH else in_line


def _is_now(source: Source) -> bool:
    """Whether a figure's day is that of its release: 目前, 截至目前."""
    return source.observation.period == source.published.isoformat()


def _same_length(period: str, stretch: Stretch) -> bool:
    own = stretch_of(period)
    accumulated = {Stretch.ACCUMULATED, Stretch.YEAR}
    return own is stretch or (stretch is Stretch.ACCUMULATED and own in accumulated)


def _comes_before(period: str, this: str, measure: Measure) -> bool:
    stretch = stretch_of(this)
    if stretch is Stretch.OTHER or not _same_length(period, stretch):
        return False
    days = (day_of(this) - day_of(period)).days
    if stretch is Stretch.MOMENT and days < _NEAR:
        return False
    if stretch is Stretch.ACCUMULATED and measure in _AMOUNTS:
        return day_of(this).year - 1 == day_of(period).year and period[-3:] == this[-3:]
    return 0 < days <= _FAR


def _newness(source: Source) -> tuple[date, date]:
    return day_of(source.observation.period or ""), source.published


def _vintage(source: Source) -> Vintage:
    moment = datetime.combine(source.published, datetime.min.time())
    return Vintage(source.observation, source.release, source.published, moment)
