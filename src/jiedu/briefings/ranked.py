"""Ranked bars: the largest at the top, from nought, what is below nought to the left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.briefings.magnitudes import grouped, rounded
from jiedu.briefings.palette import FAINT, GREY, look_of
from jiedu.briefings.words import shortened
from jiedu.model import Bound, Status, Stretch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from jiedu.briefings.magnitudes import Scale
    from jiedu.model import Chart, ChartPoint

MOST = 31
"""How many bars a picture has: one for each province."""

_SIGNS = {
    Bound.ABOVE: ">", Bound.AT_LEAST: "≥", Bound.BELOW: "<", Bound.AT_MOST: "≤", Bound.ABOUT: "≈",
}  # fmt: skip
_LOOK = look_of(0, Stretch.OTHER)
_ROOM = 0.16  # of the axis, for a number behind a bar


def ranking_of(chart: Chart) -> list[ChartPoint]:
    """The points of ranked bars, the largest first; ties in the order in which they came."""
    points = [point for series in chart.series for point in series.points]
    return sorted(points, key=lambda point: -point.value)[:MOST]


def draw_ranked(axes: Axes, points: Sequence[ChartPoint], scale: Scale, size: float) -> None:
    """Draw bars with their names and numbers.

    Args:
        axes: where.
        points: the largest first.
        scale: the unit.
        size: of the texts, in points.
    """
    values = [float(scale.of(point.value)) for point in points]
    for row, (point, value) in enumerate(zip(points, values, strict=True)):
        goal = point.status is not Status.ACTUAL
        axes.barh(row, value, height=0.68, zorder=2, color="white" if goal else _LOOK.colour,
                  edgecolor=_LOOK.colour, linestyle="--" if goal else "-")  # fmt: skip
        text = _SIGNS.get(point.bound, "") + grouped(rounded(scale.of(point.value)))
        axes.annotate(text, (value, row), xytext=(-4 if value < 0 else 4, 0), fontsize=size,
                      textcoords="offset points", ha="right" if value < 0 else "left",
                      va="center_baseline")  # fmt: skip
    low, high = min(0.0, *values), max(0.0, *values)
    room = (high - low or 1.0) * _ROOM
    axes.set_xlim(low - room if low < 0 else 0, high + room if high > 0 else 0)
    axes.set_ylim(len(points) - 0.4, -0.6)
    axes.set_yticks(range(len(points)), [shortened(point.name, 12) for point in points])
    axes.tick_params(axis="y", labelsize=size, length=0)
    axes.tick_params(axis="x", labelsize=size, colors=GREY, length=0)
    axes.axvline(0, color="black", linewidth=0.9, zorder=3)
    axes.grid(axis="x", color=FAINT, linewidth=0.8)
    axes.set_axisbelow(True)
    for side in ("left", "right", "top", "bottom"):
        axes.spines[side].set_visible(False)
