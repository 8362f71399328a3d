"""Figures over time: lines with gaps where nothing was read, and bars from nought."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from matplotlib.dates import date2num
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from jiedu.briefings.marks import legend_of, mark_point, ring_pair, write_value
from jiedu.briefings.palette import FAINT, GREY
from jiedu.briefings.parts import runs_of
from jiedu.briefings.scale import tick_days
from jiedu.briefings.stretches import STEPS, day_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from jiedu.briefings.magnitudes import Scale
    from jiedu.briefings.parts import Part
    from jiedu.model import ChartPoint, Language

_NONE: tuple[list[float], list[float]] = ([], [])
_MARGIN = 0.05  # of the days, on both sides
_LEAST = timedelta(days=45)
_LABEL_WIDTH = 0.42  # inches that a number above a mark takes
_MONTH = 30.4  # days
_DOTTED = (0, (1, 2))
_FILL = 0.72  # of the room between two bars
_HATCHED: dict[str, Any] = {"edgecolor": "white", "linewidth": 0}


def draw_lines(axes: Axes, parts: Sequence[Part], scale: Scale) -> None:
    """Draw parts as marks, joined where nothing is missing between them."""
    for part in parts:
        style = _mark_style(part)
        for run in runs_of(part):
            xs = [_num(point) for point in run]
            ys = [float(scale.of(point.value)) for point in run]
            axes.plot(
                xs, ys, color=part.look.colour, linestyle=_line(part), linewidth=1.6, zorder=2
            )
            axes.plot(xs, ys, **style, zorder=3)
        for point in part.points:
            mark_point(axes, _num(point), point, scale)
            ring_pair(axes, _num(point), point, scale)


def draw_bars(axes: Axes, parts: Sequence[Part], scale: Scale) -> None:
    """Draw parts as bars from nought, those of one period side by side."""
    wide = _bar_width(parts)
    for number, part in enumerate(parts):
        aside = _aside(parts, number)
        for point in part.points:
            x, y = _num(point) + aside, float(scale.of(point.value))
            axes.bar(x, y, width=wide * 0.94, zorder=2, **_bar_style(part))
            mark_point(axes, x, point, scale)
    axes.axhline(0, color="black", linewidth=0.9, zorder=2.5)


def write_values(
    axes: Axes, parts: Sequence[Part], scale: Scale, size: float, inches: float, *, bars: bool
) -> None:
    """Write numbers at the figures: at all where there is room, else at the newest.

    Args:
        axes: where.
        parts: what is drawn.
        scale: the unit.
        size: of the numbers, in points.
        inches: how wide the axes are.
        bars: whether they are bars, which stand side by side.
    """
    points = [point for part in parts for point in part.points]
    roomy = len(parts) == 1 and _narrowest(points, axes, inches) >= _LABEL_WIDTH * size / 8.5
    newest = max(points, key=_num)
    for number, part in enumerate(parts):
        aside = _aside(parts, number) if bars else 0.0
        for point in part.points:
            if roomy or point is newest:
                write_value(axes, _num(point) + aside, point, scale, size)


def set_days(axes: Axes, parts: Sequence[Part], bars: bool, most: int, size: float) -> None:
    """Let the horizontal axis begin before the first figure and end behind the last."""
    days = [day_of(point.period or "") for part in parts for point in part.points]
    margin = max(max(days) - min(days), _LEAST) * _MARGIN
    if bars:
        margin += timedelta(days=_bar_width(parts) * len(parts) / 2)
    tick_days(axes, min(days) - margin, max(days) + margin, most, size, ends=True)
    axes.tick_params(axis="y", colors=GREY, labelsize=size, length=0)
    axes.grid(axis="x", visible=False)
    axes.grid(axis="y", color=FAINT, linewidth=0.8)
    for side in ("left", "right", "top"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(GREY)
    low, high = axes.get_ylim()
    if low < 0 < high and not bars:
        axes.axhline(0, color="black", linewidth=0.9, zorder=1.5)


def handles_of(parts: Sequence[Part], language: Language, bars: bool) -> list[Any]:
    """The legend: what each part is, then what the single marks are."""
    handles: list[Any] = []
    for part in parts:
        if bars:
            handles.append(Patch(label=part.name, **_bar_style(part)))
        else:
            style = {**_mark_style(part), "linestyle": _line(part), "linewidth": 1.6}
            handles.append(Line2D(*_NONE, label=part.name, **style))
    points = [point for part in parts for point in part.points]
    handles.extend(legend_of(points, language, rings=not bars))
    return handles


def _line(part: Part) -> Any:
    return part.look.line if part.is_fact else _DOTTED


def _mark_style(part: Part) -> dict[str, Any]:
    look = part.look
    return {
        "linestyle": "none",
        "marker": look.marker,
        "markersize": 5.5,
        "color": look.colour,
        "markerfacecolor": look.colour if part.is_fact else "white",
        "markeredgecolor": "white" if part.is_fact else look.colour,
        "markeredgewidth": 0.6 if part.is_fact else 1.5,
    }


def _bar_style(part: Part) -> dict[str, Any]:
    look = part.look
    if not part.is_fact:
        return {"facecolor": "white", "edgecolor": look.colour, "linewidth": 1.3,
                "linestyle": (0, (2, 1.5)), "hatch": look.hatch}  # fmt: skip
    return {"facecolor": look.colour, "hatch": look.hatch, **_HATCHED}


def _bar_width(parts: Sequence[Part]) -> float:
    """In days, such that all bars of a period have room before the next period."""
    steps = [STEPS.get(part.stretch, 1) for part in parts]
    return min(steps, default=1) * _MONTH * _FILL / max(1, len(parts))


def _aside(parts: Sequence[Part], number: int) -> float:
    """How many days the bars of a part stand beside their period."""
    return (number - (len(parts) - 1) / 2) * _bar_width(parts)


def _narrowest(points: Sequence[ChartPoint], axes: Axes, inches: float) -> float:
    """Inches between the two figures that are the closest."""
    first, last = axes.get_xlim()
    places = sorted({_num(point) for point in points})
    gaps = [after - before for before, after in pairwise(places)]
    return min(gaps, default=last - first) / (last - first) * inches


def _num(point: ChartPoint) -> float:
    return float(date2num(day_of(point.period or "")))
