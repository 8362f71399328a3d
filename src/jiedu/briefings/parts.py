"""A chart's figures sorted into what may share a line: one series, stretch and status each."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from jiedu.briefings.data_files import read_words
from jiedu.briefings.palette import Look, look_of
from jiedu.briefings.stretches import STEPS, begins_anew, day_of, follows, stretches_of
from jiedu.model import ChartPoint, Status, Stretch

if TYPE_CHECKING:
    from collections.abc import Iterator

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


def runs_of(part: Part) -> Iterator[list[ChartPoint]]:
    """Stretches of figures that follow one another."""
    run: list[ChartPoint] = []
    for point in part.points:
        if run and not follows(run[-1].period or "", point.period or "", part.stretch):
            yield run
            run = []
        run.append(point)
    if run:
        yield run


def has_gaps(chart: Chart) -> bool:
    """Whether figures are missing between some that share a line."""
    parts = [part for part in parts_of(chart) if part.stretch in STEPS]
    return any(
        _misses(before, after, part.stretch)
        for part in parts
        for before, after in pairwise(point.period or "" for point in part.points)
    )


def _misses(before: str, after: str, stretch: Stretch) -> bool:
    """Whether a figure is missing between two; a new year's first one is of two months."""
    if follows(before, after, stretch):
        return False
    return not (stretch is Stretch.ACCUMULATED and begins_anew(before, after))
