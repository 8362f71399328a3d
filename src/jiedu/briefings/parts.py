"""A chart's figures sorted into what may share a line: one series, stretch and status each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from jiedu.briefings.data_files import read_words
from jiedu.briefings.palette import Look, look_of
from jiedu.briefings.stretches import day_of, stretches_of
from jiedu.model import ChartPoint, Status, Stretch

if TYPE_CHECKING:
    from jiedu.model import Chart

_ORDER = list(Stretch)


class Part(NamedTuple):
    """Figures that share a line.

    Attributes:
        name: what the legend calls them.
        stretch: how long their periods are.
        status: whether they are facts.
        points: oldest first; none without a period.
        look: how they are drawn.
    """

    name: str
    stretch: Stretch
    status: Status
    points: tuple[ChartPoint, ...]
    look: Look

    @property
    def is_fact(self) -> bool:
        """Whether they are no goals and no expectations."""
        return self.status is Status.ACTUAL


def parts_of(chart: Chart) -> list[Part]:
    """The parts of a chart over time, in the order of its series; facts first."""
    words = read_words("charts", chart.language)
    found: list[Part] = []
    for series in chart.series:
        told = [point for point in series.points if point.period is not None]
        groups: dict[tuple[Status, Stretch], list[ChartPoint]] = {}
        for point, stretch in zip(told, stretches_of(told), strict=True):
            groups.setdefault((point.status, stretch), []).append(point)
        for status, stretch in sorted(groups, key=_rank):
            points = sorted(groups[status, stretch], key=_when)
            kinds = [words[stretch.value]]
            if status is not Status.ACTUAL:
                kinds.append(words[status.value])
            names = [series.name, *kinds] if len(chart.series) > 1 else kinds
            name = words["joint"].join(filter(None, names))
            look = look_of(len(found), stretch)
            found.append(Part(name, stretch, status, tuple(points), look))
    return found


def _rank(group: tuple[Status, Stretch]) -> tuple[bool, str, int]:
    status, stretch = group
    return status is not Status.ACTUAL, status.value, _ORDER.index(stretch)


def _when(point: ChartPoint) -> tuple[str, str]:
    period = point.period or ""
    return day_of(period).isoformat(), period
